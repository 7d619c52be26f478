//! Header fields, `Name: value` a line, as WARC records and HTTP answers have them.

/// No head has more fields.
const MOST: usize = 1000;

/// Fields in their order, names in lower case.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Adds the field of a line; one that opens with space goes on with the field before.
    pub(super) fn push(&mut self, line: &[u8]) {
        let words = String::from_utf8_lossy(line);
        if words.starts_with([' ', '\t']) {
            if let Some((_, value)) = self.0.last_mut() {
                value.push(' ');
                value.push_str(words.trim());
            }
        } else if let Some((name, value)) = words.split_once(':')
            && self.0.len() < MOST
        {
            self.0.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }

    /// The fields of `head` up to its first empty line, and what comes after that.
    pub(super) fn split(mut head: &[u8]) -> (Fields, &[u8]) {
        let mut fields = Fields::default();
        while !head.is_empty() {
            let end = memchr::memchr(b'\n', head);
            let line = head[..end.unwrap_or(head.len())].trim_ascii_end();
            head = &head[end.map_or(head.len(), |end| end + 1)..];
            if line.is_empty() {
                break;
            }
            fields.push(line);
        }
        (fields, head)
    }

    /// The first value of the field `name` (lower case) that is not empty.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// Every value of the field `name`.
    pub(super) fn all<'f>(&'f self, name: &str) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |(own, value)| own == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_end_at_the_empty_line_and_may_go_on_over_lines() {
        let (fields, rest) = Fields::split(b"A: one\r\n two\r\nnonsense\r\nB:\r\nb: 3\n\r\nA: body");
        assert_eq!((fields.get("a"), fields.get("b"), fields.get("nonsense")), (Some("one two"), Some("3"), None));
        assert_eq!(rest, b"A: body");
        assert_eq!(Fields::split(b"A: one").1, b"");
    }
}
