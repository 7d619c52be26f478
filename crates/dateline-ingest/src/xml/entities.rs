//! Entities that a document declares itself: plain words only, never files, never one inside another.

use std::sync::LazyLock;

use regex::Regex;

/// Most entities of one document, and most bytes of one.
const MOST: usize = 100;
const LONGEST: usize = 1000;
/// Most bytes that a document grows by its own entities.
const MOST_GROWTH: usize = 1 << 20;

static DECLARATION: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"<!ENTITY\s+([\w.-]+)\s+(?:"([^"%&<]*)"|'([^'%&<]*)')\s*>"#).ok());

/// See the module.
pub(super) struct Entities {
    values: Vec<(String, String)>,
    growth: usize,
}

/// The entities that what stands before the root declares. One that names a file or another entity is left out.
pub(super) fn declared(head: &str) -> Entities {
    let found = DECLARATION.as_ref().filter(|_| head.contains("<!ENTITY")).into_iter();
    let found = found.flat_map(|pattern| pattern.captures_iter(head)).filter_map(|found| {
        let value = found.get(2).or_else(|| found.get(3))?.as_str();
        (value.len() <= LONGEST).then(|| (found[1].to_owned(), value.to_owned()))
    });
    Entities { values: found.take(MOST).collect(), growth: 0 }
}

impl Entities {
    /// The value of the reference that `rest` begins with, and the length of the reference.
    pub(super) fn value(&mut self, rest: &str) -> Option<(&str, usize)> {
        let (_, value) = self
            .values
            .iter()
            .find(|(name, _)| rest[1..].strip_prefix(name.as_str()).is_some_and(|after| after.starts_with(';')))?;
        let taken = rest.find(';')? + 1;
        self.growth += value.len();
        (self.growth <= MOST_GROWTH).then_some((value.as_str(), taken))
    }
}

#[cfg(test)]
mod tests {
    use super::super::mended;

    #[test]
    fn only_plain_words_are_put_in() {
        let head = "<!DOCTYPE rss [<!ENTITY a \"Post & <Mail>\"><!ENTITY b 'Harbour'><!ENTITY c \"&b;&b;\">\
                    <!ENTITY d SYSTEM 'file:///etc/passwd'>]>";
        let text = format!("{head}<rss>&a;&b;&c;&d;&amp;</rss>");
        assert_eq!(mended(&text, head.len()), "<rss>&amp;a;Harbour&amp;c;&amp;d;&amp;</rss>");
    }

    #[test]
    fn a_document_grows_no_more_than_a_little() {
        let head = format!("<!DOCTYPE rss [<!ENTITY a \"{}\">]>", "x".repeat(1000));
        let text = format!("{head}<rss>{}</rss>", "&a;".repeat(100_000));
        assert!(mended(&text, head.len()).len() < 3_000_000);
    }
}
