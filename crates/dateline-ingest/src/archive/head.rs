//! The head of a record: the fields of WARC (0.18, 1.0, 1.1) or the one line of ARC (1.0, 2.0).

use std::io;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::counted::PassedOver;
use super::fields::Fields;
use super::tape::Tape;

/// Longest line of a head, and longest head, in bytes.
const LONGEST_LINE: usize = 64 * 1024;
const LONGEST_HEAD: usize = 256 * 1024;
/// No answer was captured before there was a web; writers that know no time put such a date.
const FIRST_CAPTURE: i16 = 1990;

/// What a record says of its block.
#[derive(Debug)]
pub(super) struct Head {
    /// Why nothing is read of it, where its kind says so.
    pub(super) passed: Option<PassedOver>,
    /// An address of the web.
    pub(super) url: Option<String>,
    pub(super) captured: Option<Timestamp>,
    pub(super) content_type: Option<String>,
    /// Bytes of the block.
    pub(super) length: u64,
}

/// Kinds of WARC records that are passed over; the rest of them are read.
const KINDS: &[(&str, PassedOver)] = &[
    ("request", PassedOver::Request),
    ("metadata", PassedOver::Metadata),
    ("warcinfo", PassedOver::Description),
    ("revisit", PassedOver::Revisit),
];
const READ: &[&str] = &["response", "resource", "conversion"];

/// True where bytes begin a record: `WARC/` with a version, or the line of an ARC record.
pub(super) fn opens_record(bytes: &[u8]) -> bool {
    if let Some(version) = bytes.strip_prefix(b"WARC/") {
        return matches!(version, [b'0' | b'1', b'.', digit, ..] if digit.is_ascii_digit());
    }
    // An address comes first; most lines are told apart by it.
    let scheme = bytes.iter().take(20).position(|byte| !byte.is_ascii_alphanumeric() && !b"+.-".contains(byte));
    if scheme.is_none_or(|end| end == 0 || bytes[end] != b':') {
        return false;
    }
    let Some(end) = memchr::memchr(b'\n', &bytes[..bytes.len().min(LONGEST_LINE)]) else { return false };
    ArcLine::read(&bytes[..end]).is_some()
}

/// Reads the head that begins here, or says what is wrong with it.
pub(super) fn read(tape: &mut Tape<'_>) -> io::Result<Result<Head, String>> {
    let Some(first) = tape.line(LONGEST_LINE)? else { return Ok(Err("no record begins there".to_owned())) };
    if !first.starts_with(b"WARC/") {
        return Ok(ArcLine::read(&first).map_or(Err("no record begins there".to_owned()), ArcLine::head));
    }
    let mut fields = Fields::default();
    let mut length = first.len();
    loop {
        let Some(line) = tape.line(LONGEST_LINE)? else {
            return Ok(Err("the head of the record is cut short or too long".to_owned()));
        };
        if line.is_empty() {
            return Ok(warc(&fields));
        }
        length += line.len();
        if length > LONGEST_HEAD {
            return Ok(Err("the head of the record is too long".to_owned()));
        }
        fields.push(&line);
    }
}

fn warc(fields: &Fields) -> Result<Head, String> {
    let length = match fields.get("content-length") {
        Some(words) => words.parse().map_err(|_| wrong_length(words))?,
        None => return Err("the record states no length".to_owned()),
    };
    let kind = fields.get("warc-type").unwrap_or_default().to_ascii_lowercase();
    let known = KINDS.iter().find(|(name, _)| *name == kind).map(|(_, passed)| *passed);
    let passed = known.or((!READ.contains(&kind.as_str())).then_some(PassedOver::OtherKind));
    // Some writers put the address in angle brackets.
    let url = fields.get("warc-target-uri").map(|uri| uri.trim_start_matches('<').trim_end_matches('>'));
    // Crawlers keep their own logs and settings as resources under such addresses.
    let own = url.is_some_and(|uri| uri.starts_with("metadata:")).then_some(PassedOver::Metadata);
    Ok(Head {
        passed: passed.or(own),
        url: url.and_then(of_the_web),
        captured: fields.get("warc-date").and_then(|date| date.parse().ok()).filter(is_of_the_web),
        content_type: fields.get("content-type").map(str::to_owned),
        length,
    })
}

/// The fields of an ARC record's line that are read.
struct ArcLine<'l> {
    url: &'l str,
    date: &'l str,
    content_type: &'l str,
    length: &'l str,
}

impl<'l> ArcLine<'l> {
    /// `URL IP-address date content-type … length`. An address may hold spaces, so the date, digits behind a number of
    /// the network, says where it ends.
    fn read(line: &'l [u8]) -> Option<ArcLine<'l>> {
        let line = std::str::from_utf8(line).ok()?.trim_end();
        let words: Vec<&str> = line.rsplitn(10, ' ').collect();
        let is_date = |word: &str| (8..=20).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
        let is_network = |word: &str| {
            word.contains(['.', ':']) && word.bytes().all(|byte| byte.is_ascii_hexdigit() || b".:".contains(&byte))
        };
        // Counted from the end: the length is 0, the content type at least 1.
        let at = (2..words.len().saturating_sub(1)).find(|&at| is_date(words[at]) && is_network(words[at + 1]))?;
        let behind: usize = words[..=at + 1].iter().map(|word| word.len() + 1).sum();
        let url = line.get(..line.len().checked_sub(behind)?)?;
        url.contains(':').then_some(ArcLine { url, date: words[at], content_type: words[at - 1], length: words[0] })
    }

    fn head(self) -> Result<Head, String> {
        let description = self.url.starts_with("filedesc:");
        let date = self.date.get(..14).and_then(|digits| DateTime::strptime("%Y%m%d%H%M%S", digits).ok());
        let captured = date.and_then(|date| date.to_zoned(TimeZone::UTC).ok()).map(|zoned| zoned.timestamp());
        Ok(Head {
            passed: description.then_some(PassedOver::Description),
            url: of_the_web(self.url),
            captured: captured.filter(is_of_the_web),
            content_type: Some(self.content_type).filter(|kind| kind.contains('/')).map(str::to_owned),
            length: self.length.parse().map_err(|_| wrong_length(self.length))?,
        })
    }
}

fn wrong_length(words: &str) -> String {
    format!("“{}” is no length of a record", crate::finish::shortened(words))
}

fn of_the_web(uri: &str) -> Option<String> {
    let scheme = uri.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https")).then(|| uri.to_owned())
}

fn is_of_the_web(captured: &Timestamp) -> bool {
    captured.to_zoned(TimeZone::UTC).year() >= FIRST_CAPTURE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arc_line_is_read_from_its_end() {
        let line = b"http://news.example/a b?c=d 10.0.0.1 20140216050221 text/html 1591";
        let head = ArcLine::read(line).unwrap().head().unwrap();
        assert_eq!(head.url.as_deref(), Some("http://news.example/a b?c=d"));
        assert_eq!(head.captured.unwrap().to_string(), "2014-02-16T05:02:21Z");
        assert_eq!((head.content_type.as_deref(), head.length), (Some("text/html"), 1591));
        let long = b"http://news.example/ 10.0.0.1 20140216050221 text/html 200 - - 42 a.arc 99";
        assert_eq!(ArcLine::read(long).unwrap().head().unwrap().length, 99);
        for other in ["http://news.example/ and so on", "", "a b c d e", "Note: 1.2 20140216 x"] {
            assert!(ArcLine::read(other.as_bytes()).is_none(), "{other}");
        }
    }

    #[test]
    fn records_open_with_a_version_or_a_line() {
        for (bytes, expected) in [
            ("WARC/1.0\r\n", true),
            ("WARC/0.18\n", true),
            ("WARC/x", false),
            ("filedesc://a.arc 0.0.0.0 20140216050221 text/plain 75\n1 0 x", true),
            ("https://news.example/ opens no record\n", false),
            ("Once", false),
        ] {
            assert_eq!(opens_record(bytes.as_bytes()), expected, "{bytes}");
        }
    }
}
