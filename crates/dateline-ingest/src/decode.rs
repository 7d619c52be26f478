//! Bytes to characters: byte-order mark, stated charset, and a guess where neither is there or true.

mod wide;

use std::sync::LazyLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use dateline_model::{Capture, Problem};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE, X_USER_DEFINED};
use memchr::memmem;
use regex::bytes::Regex;

/// The characters of a capture and what was wrong with its bytes.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) problems: Vec<Problem>,
}

/// How far into the bytes a charset is looked for, as browsers do with the first kilobytes.
const DECLARATION: usize = 4096;
/// How many bytes the guess is made from.
const SAMPLE: usize = 256 * 1024;

static DECLARED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"(?i)<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)|<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)"#).ok()
});

/// The text of a capture, NUL characters removed.
pub(crate) fn decode(capture: &Capture) -> Decoded {
    let mut problems = Vec::new();
    let (mut text, broken, name) = if let Some((text, broken)) = wide::utf32(&capture.bytes) {
        (text, broken, "UTF-32")
    } else {
        let (chosen, mark) = choose(&capture.bytes, capture.content_type.as_deref());
        let (text, broken) = chosen.encoding.decode_without_bom_handling(&capture.bytes[mark..]);
        problems.extend(chosen.doubt);
        (text.into_owned(), broken, chosen.encoding.name())
    };
    if broken {
        let what = format!("some bytes are not {name}");
        problems.push(Problem::new(what, "each was replaced by �; the rest was kept"));
    }
    if text.contains('\0') {
        let nuls = text.matches('\0').count();
        text.retain(|character| character != '\0');
        problems.push(Problem::new(format!("{nuls} NUL characters in the text"), "they were left out"));
    }
    Decoded { text, problems }
}

/// The text of the first bytes of a file, whatever may be wrong with them; what a format is known by.
pub(crate) fn peek(prefix: &[u8]) -> String {
    if let Some((text, _)) = wide::utf32(prefix) {
        return text;
    }
    let (chosen, mark) = choose(prefix, None);
    let (text, _) = chosen.encoding.decode_without_bom_handling(&prefix[mark..]);
    text.into_owned()
}

struct Chosen {
    encoding: &'static Encoding,
    doubt: Option<Problem>,
}

/// The encoding of `bytes`, and the length of the byte-order mark.
fn choose(bytes: &[u8], content_type: Option<&str>) -> (Chosen, usize) {
    let sure = |encoding| Chosen { encoding, doubt: None };
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return (sure(encoding), mark);
    }
    if let Some(encoding) = wide(bytes) {
        return (sure(encoding), 0);
    }
    let stated = stated(bytes, content_type);
    if stated == Some(ISO_2022_JP) {
        return (sure(ISO_2022_JP), 0);
    }
    // Where UTF-8 is stated, damage has to outweigh what is sound before anything else is guessed at.
    let most_broken = if stated == Some(UTF_8) { 1.0 } else { 0.1 };
    let chosen = match (nearly_utf8(bytes, most_broken), stated) {
        (true, Some(stated)) if is_iso_2022_jp(bytes) => mistaken(stated.name(), ISO_2022_JP),
        (true, None) if is_iso_2022_jp(bytes) => unstated(ISO_2022_JP),
        (true, None) => sure(UTF_8),
        (true, Some(stated)) if stated == UTF_8 || bytes.is_ascii() => sure(UTF_8),
        (true, Some(stated)) => mistaken(stated.name(), UTF_8),
        (false, Some(stated)) if stated != UTF_8 => sure(stated),
        (false, Some(_)) => mistaken("UTF-8", guess(bytes)),
        (false, None) => unstated(guess(bytes)),
    };
    (chosen, 0)
}

fn unstated(encoding: &'static Encoding) -> Chosen {
    doubtful("the text is not UTF-8 and no encoding is stated", encoding)
}

fn mistaken(stated: &str, encoding: &'static Encoding) -> Chosen {
    doubtful(&format!("the encoding is stated as {stated}, but the bytes are not"), encoding)
}

fn doubtful(what: &str, encoding: &'static Encoding) -> Chosen {
    Chosen { encoding, doubt: Some(Problem::new(what, format!("it was read as {}", encoding.name()))) }
}

/// Text in ISO-2022-JP is ASCII by its bytes; the escapes that begin its characters (RFC 1468) show what it is.
fn is_iso_2022_jp(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    bytes.is_ascii() && [b"\x1b$B", b"\x1b$@"].iter().any(|escape| memmem::find(sample, *escape).is_some())
}

/// UTF-16 without a mark: markup begins with a sign and a letter of ASCII (XML 1.0, F), and in text of any alphabet with
/// spaces and line ends one byte of many pairs is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0, b'<', 0, 1..=0xff, ..] => return Some(UTF_16BE),
        [b'<', 0, 1..=0xff, 0, ..] => return Some(UTF_16LE),
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(1024) & !1];
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let (first, second, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    match (first * 5 >= pairs * 2, second * 5 >= pairs * 2) {
        (true, false) if pairs >= 4 && second == 0 => Some(UTF_16BE),
        (false, true) if pairs >= 4 && first == 0 => Some(UTF_16LE),
        _ => None,
    }
}

/// The encoding that the server, the XML declaration or a meta element states.
fn stated(bytes: &[u8], content_type: Option<&str>) -> Option<&'static Encoding> {
    let header = content_type.and_then(|header| {
        let parameters = header.split(';').filter_map(|parameter| parameter.split_once('='));
        let (_, label) = parameters.into_iter().find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))?;
        let label = label.trim_matches(|character: char| matches!(character, '"' | '\'') || character.is_whitespace());
        encoding_of(label.as_bytes())
    });
    let head = &bytes[..bytes.len().min(DECLARATION)];
    header.or_else(|| {
        let found = DECLARED.as_ref()?.captures(head)?;
        let encoding = encoding_of(found.get(1).or_else(|| found.get(2))?.as_bytes())?;
        // A declaration that could be read as ASCII is not UTF-16; browsers take it as UTF-8.
        Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
    })
}

/// The encoding of a label. Those that browsers refuse to read, and that of no characters, state nothing.
fn encoding_of(label: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_label_no_replacement(label).filter(|encoding| *encoding != X_USER_DEFINED)
}

/// True where the bytes are UTF-8, or were before the end was cut off or a few of them were damaged: no more than this share
/// of the characters that are more than a byte.
fn nearly_utf8(bytes: &[u8], most_broken: f64) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut rest, mut sound, mut broken) = (bytes, 0usize, 0usize);
    let cut_off = loop {
        match std::str::from_utf8(rest) {
            Ok(good) => {
                sound += wide_characters(good);
                break false;
            }
            Err(error) => {
                let (good, bad) = rest.split_at(error.valid_up_to());
                sound += std::str::from_utf8(good).map_or(0, wide_characters);
                match error.error_len() {
                    Some(length) => (rest, broken) = (&bad[length..], broken + 1),
                    None => break true,
                }
            }
        }
    };
    match broken {
        0 => !cut_off || sound > 0,
        _ => sound as f64 * most_broken >= broken as f64,
    }
}

fn wide_characters(good: &str) -> usize {
    // The bytes that begin one.
    good.bytes().filter(|byte| *byte >= 0xc0).count()
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(SAMPLE)], bytes.len() <= SAMPLE);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], content_type: Option<&str>, expected: &str, problems: &[&str]) {
        let capture = Capture { content_type: content_type.map(str::to_owned), ..Capture::of(bytes) };
        let decoded = decode(&capture);
        let met: Vec<String> = decoded.problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            (decoded.text.as_str(), met.as_slice()),
            (expected, &problems.iter().map(|&p| p.to_owned()).collect::<Vec<_>>()[..])
        );
    }

    #[test]
    fn stated_encodings_are_used() {
        check(b"caf\xe9", Some("text/html; charset=\"ISO-8859-1\""), "café", &[]);
        check(b"<meta charset=shift_jis>\x89\x5e\x92\xc0", None, "<meta charset=shift_jis>運賃", &[]);
        check("\u{feff}zwölf".as_bytes(), Some("text/plain; charset=latin1"), "zwölf", &[]);
        check(b"\xff\xfea\0b\0", None, "ab", &[]);
        check(b"\0\0\xfe\xff\0\0\0a\0\0\0\xfc", None, "aü", &[]);
        check(b"<\0\0\0\xfc\0\0\0", None, "<ü", &[]);
        check(b"caf\xe9", Some("text/xml; Charset = 'iso-8859-1'; x=y"), "café", &[]);
        check(b"f\0a\0r\0e\0 \0s\0", None, "fare s", &[]);
        check(b"<\0p\0>\0\x4b\x90\xc3\x8c\x00\x4e", None, "<p>運賃一", &[]);
        check(b"\0<\0p\0>\x90\x4b\x8c\xc3\x4e\x00", None, "<p>運賃一", &[]);
        check(b"\x1b$B1?DB\x1b(B 3", Some("text/html; charset=iso-2022-jp"), "運賃 3", &[]);
    }

    #[test]
    fn a_wrong_statement_is_noted() {
        check(
            "zwölf".as_bytes(),
            Some("text/html; charset=iso-8859-1"),
            "zwölf",
            &["the encoding is stated as windows-1252, but the bytes are not; it was read as UTF-8"],
        );
        check(
            b"caf\xe9 cr\xe8me",
            None,
            "café crème",
            &["the text is not UTF-8 and no encoding is stated; it was read as windows-1252"],
        );
        check(
            b"\x1b$B1?DB\x1b(B 3",
            None,
            "運賃 3",
            &["the text is not UTF-8 and no encoding is stated; it was read as ISO-2022-JP"],
        );
        check(
            b"\x1b$@1?DB\x1b(J 3",
            Some("text/html; charset=utf-8"),
            "運賃 3",
            &["the encoding is stated as UTF-8, but the bytes are not; it was read as ISO-2022-JP"],
        );
        check(b"\x1b[1mFares\x1b[0m cost $4", None, "\x1b[1mFares\x1b[0m cost $4", &[]);
    }

    #[test]
    fn encodings_that_nobody_reads_state_nothing() {
        for label in ["iso-2022-kr", "hz-gb-2312", "x-user-defined", "replacement", "no-such-encoding"] {
            let header = format!("text/html; charset={label}");
            check("Gebühr".as_bytes(), Some(&header), "Gebühr", &[]);
            check(
                b"caf\xe9 cr\xe8me",
                Some(&header),
                "café crème",
                &["the text is not UTF-8 and no encoding is stated; it was read as windows-1252"],
            );
        }
    }

    #[test]
    fn nul_and_broken_bytes_do_not_stop_the_rest() {
        check(b"a\0b and more words", None, "ab and more words", &["1 NUL characters in the text; they were left out"]);
        let good = "ü".repeat(20);
        let damaged = [good.as_bytes(), b"\xff"].concat();
        check(
            &damaged,
            None,
            &format!("{good}�"),
            &["some bytes are not UTF-8; each was replaced by �; the rest was kept"],
        );
        check(
            b"<meta charset=utf-8>\xe2\x80\x9cfares\xe2\x80\x9d for a caf\xe9",
            None,
            "<meta charset=utf-8>“fares” for a caf�",
            &["some bytes are not UTF-8; each was replaced by �; the rest was kept"],
        );
    }
}
