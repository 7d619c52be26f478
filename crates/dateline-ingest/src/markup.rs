//! The pieces of an HTML page (tags, text, raw script text) in one pass, without a tree and without nesting limits.
//! Follows the tokenizer of the HTML standard where pages depend on it; linear in the length of the page.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memchr3, memmem};

/// One piece of a page.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Piece<'h> {
    /// A start tag.
    Open(Tag<'h>),
    /// The name of an end tag.
    Close(&'h str),
    /// Text between tags, entities as written.
    Text(&'h str),
    /// What stands inside `script`, `style` and other elements whose content is no markup.
    Raw(&'h str),
}

/// A start tag, its attributes unread.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag<'h> {
    pub(crate) name: &'h str,
    attributes: &'h str,
    /// Which attributes it may have; see [`sign`].
    signs: u64,
}

/// Elements whose content is text without tags. Of `title` and `textarea` the entities count; the rest is raw.
const TEXT_ONLY: Names = Names::of(&["title", "textarea", "script", "style", "iframe", "noembed", "noframes", "xmp"]);
const WITH_ENTITIES: &[&str] = &["title", "textarea"];

/// Elements that have no end tag.
pub(crate) const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// True where `list` has `name`, in any case.
pub(crate) fn listed(list: &[&str], name: &str) -> bool {
    list.iter().any(|entry| entry.eq_ignore_ascii_case(name))
}

/// Names that are asked for at every tag: most others are told from them without a comparison.
pub(crate) struct Names {
    signs: u64,
    list: &'static [&'static str],
}

impl Names {
    /// The names in lower case.
    pub(crate) const fn of(list: &'static [&'static str]) -> Names {
        let (mut signs, mut at) = (0, 0);
        while at < list.len() {
            signs |= Names::sign(list[at].as_bytes());
            at += 1;
        }
        Names { signs, list }
    }

    /// True where `name` is one of them, in any case.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.signs & Names::sign(name.as_bytes()) != 0 && listed(self.list, name)
    }

    /// A bit for the first letter in any case and the length.
    const fn sign(name: &[u8]) -> u64 {
        match name {
            [] => 0,
            [first, ..] => 1 << (((*first & 31) as usize + 11 * name.len()) & 63),
        }
    }
}

/// A bit for the first two letters of an attribute's name in any case.
fn sign(first: u8, second: u8) -> u64 {
    1 << ((u32::from(first & 31) + 7 * u32::from(second & 31)) & 63)
}

/// True for text of nothing but space.
pub(crate) fn blank(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_whitespace())
}

/// The words that a class or identifier is made of: `authorBox block__name` has four.
pub(crate) fn name_words(name: &str) -> impl Iterator<Item = &str> {
    let bytes = name.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes[at..].iter().position(u8::is_ascii_alphabetic)?;
        let hump = |at: usize| bytes[at].is_ascii_uppercase() && bytes[at - 1].is_ascii_lowercase();
        at = start + 1;
        while at < bytes.len() && bytes[at].is_ascii_alphabetic() && !hump(at) {
            at += 1;
        }
        Some(&name[start..at])
    })
}

/// An element that is passed over with all it holds.
pub(crate) struct Passed<'h> {
    /// Its name as written.
    pub(crate) name: &'h str,
    /// How many of that name are open.
    open: usize,
}

impl<'h> Passed<'h> {
    /// For an element that was just opened.
    pub(crate) fn new(name: &'h str) -> Passed<'h> {
        Passed { name, open: 1 }
    }

    /// Takes the next piece; true where the element ends with it.
    pub(crate) fn ends_with(&mut self, piece: &Piece<'_>) -> bool {
        match piece {
            Piece::Open(tag) if tag.is(self.name) => self.open += 1,
            Piece::Close(name) if name.eq_ignore_ascii_case(self.name) => self.open -= 1,
            _ => {}
        }
        self.open == 0
    }
}

/// The text with its entities replaced. Numbers 128 to 159 stand for the characters of windows-1252, as browsers read them;
/// those that are no character for �, and those of control characters for nothing.
pub(crate) fn unescape(text: &str) -> Cow<'_, str> {
    if memchr(b'&', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    match without_impossible(text) {
        Some(possible) => Cow::Owned(decoded(&possible).into_owned()),
        None => decoded(text),
    }
}

/// The text without references to numbers that are no characters (HTML, section 13.2.5.80); `None` where there are none.
fn without_impossible(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut copied = 0;
    for at in memmem::find_iter(text.as_bytes(), b"&#") {
        let rest = &text[at + 2..];
        let (digits, radix) = rest.strip_prefix(['x', 'X']).map_or((rest, 10), |digits| (digits, 16));
        let length = position(digits, |byte| !char::from(*byte).is_digit(radix));
        if length == 0 || !digits[length..].starts_with(';') {
            continue;
        }
        let code = u32::from_str_radix(&digits[..length], radix).unwrap_or(u32::MAX);
        if crate::xml::character(code).is_none() {
            out.push_str(&text[copied..at]);
            let control = code > 0 && char::from_u32(code).is_some();
            out.push_str(if control { "" } else { "\u{fffd}" });
            copied = text.len() - digits.len() + length + 1;
        }
    }
    (copied > 0).then(|| out + &text[copied..])
}

fn decoded(text: &str) -> Cow<'_, str> {
    let decoded = html_escape::decode_html_entities(text);
    let of_windows = |character: char| matches!(character, '\u{80}'..='\u{9f}');
    if !decoded.contains(of_windows) {
        return decoded;
    }
    let right = |written| if of_windows(written) { crate::xml::character(u32::from(written)) } else { Some(written) };
    Cow::Owned(decoded.chars().filter_map(right).collect())
}

/// Elements that show a text to be HTML.
const TELLING: &[&str] = &[
    "p",
    "br",
    "div",
    "a",
    "b",
    "i",
    "em",
    "strong",
    "span",
    "img",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "blockquote",
    "table",
    "figure",
    "script",
    "style",
    "font",
    "center",
    "iframe",
    "article",
    "section",
    "hr",
    "sub",
    "sup",
    "u",
    "tt",
];

/// True where the text holds tags of HTML rather than a stray `<`.
pub(crate) fn has_tags(text: &str) -> bool {
    text.contains('<') && pieces(text).any(|piece| matches!(piece, Piece::Open(tag) if listed(TELLING, tag.name)))
}

impl<'h> Tag<'h> {
    /// True where the element is called `name`.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of an attribute, entities replaced; empty where it stands without one.
    pub(crate) fn attribute(&self, name: &str) -> Option<Cow<'h, str>> {
        if let [first, second, ..] = name.as_bytes()
            && self.signs & sign(*first, *second) == 0
        {
            return None;
        }
        let found = self.attributes().find(|(written, _)| written.eq_ignore_ascii_case(name))?;
        Some(unescape(found.1))
    }

    /// No fewer than there are attributes, however the tag is read.
    pub(crate) fn most_attributes(&self) -> usize {
        self.attributes.bytes().filter(|byte| byte.is_ascii_whitespace() || b"/\"'".contains(byte)).count()
    }

    /// True where the tag ends with a slash, which counts in drawings and formulas.
    pub(crate) fn closes_itself(&self) -> bool {
        self.attributes.ends_with('/')
    }

    /// The attributes as written, with names in any case.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&'h str, &'h str)> + use<'h> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches(|character: char| character.is_ascii_whitespace() || character == '/');
            let first = rest.chars().next()?.len_utf8();
            let end = position(rest, |byte| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'/'));
            let (name, after) = rest.split_at(end.max(first));
            rest = after.trim_start();
            let Some(after) = rest.strip_prefix('=') else { return Some((name, "")) };
            let after = after.trim_start();
            let (value, left) = match after.as_bytes().first() {
                Some(&quote @ (b'"' | b'\'')) => {
                    let inside = &after[1..];
                    memchr(quote, inside.as_bytes()).map_or((inside, ""), |at| (&inside[..at], &inside[at + 1..]))
                }
                _ => after.split_at(position(after, |byte| byte.is_ascii_whitespace())),
            };
            rest = left;
            Some((name, value))
        })
    }
}

/// Where the first such byte stands, of those that are characters themselves; the end where there is none.
fn position(text: &str, is: impl Fn(&u8) -> bool) -> usize {
    text.as_bytes().iter().position(is).unwrap_or(text.len())
}

/// The pieces of `html`, in order.
pub(crate) fn pieces(html: &str) -> Pieces<'_> {
    Pieces { html, at: 0, inside: None }
}

/// See [`pieces`].
pub(crate) struct Pieces<'h> {
    html: &'h str,
    at: usize,
    /// The element that was just opened, where its content is text only.
    inside: Option<&'h str>,
}

impl<'h> Pieces<'h> {
    /// Where the next piece begins.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    fn text_only(&mut self, name: &'h str) -> Option<Piece<'h>> {
        let rest = &self.html[self.at..];
        let end = closing(rest, name).unwrap_or(rest.len());
        self.at += end;
        let content = &rest[..end];
        let piece = if listed(WITH_ENTITIES, name) { Piece::Text(content) } else { Piece::Raw(content) };
        (!content.is_empty()).then_some(piece)
    }

    fn tag(&mut self, rest: &'h str, start: usize) -> Tag<'h> {
        let inside = &rest[start..];
        let name_end = position(inside, |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'));
        let (name, after) = inside.split_at(name_end);
        let (end, signs) = tag_end(after.as_bytes());
        self.at += start + name_end + (end + 1).min(after.len());
        Tag { name, attributes: &after[..end], signs }
    }
}

impl<'h> Iterator for Pieces<'h> {
    type Item = Piece<'h>;

    fn next(&mut self) -> Option<Piece<'h>> {
        if let Some(piece) = self.inside.take().and_then(|name| self.text_only(name)) {
            return Some(piece);
        }
        loop {
            let rest = &self.html[self.at..];
            let bytes = rest.as_bytes();
            match (bytes.first()?, bytes.get(1)) {
                (b'<', Some(byte)) if byte.is_ascii_alphabetic() => {
                    let tag = self.tag(rest, 1);
                    if TEXT_ONLY.has(tag.name) {
                        self.inside = Some(tag.name);
                    }
                    return Some(Piece::Open(tag));
                }
                (b'<', Some(b'/')) if bytes.get(2).is_some_and(u8::is_ascii_alphabetic) => {
                    return Some(Piece::Close(self.tag(rest, 2).name));
                }
                (b'<', Some(b'!' | b'?' | b'/')) => self.at += comment_end(rest),
                _ => {
                    let end = memchr(b'<', &bytes[1..]).map_or(bytes.len(), |at| at + 1);
                    self.at += end;
                    return Some(Piece::Text(&rest[..end]));
                }
            }
        }
    }
}

/// Where the tag ends whose inside begins at `bytes`: the first `>` outside quoted values, else the end. With it the
/// signs of all attributes that may stand there.
fn tag_end(bytes: &[u8]) -> (usize, u64) {
    let (mut from, mut at, mut signs) = (0, 0, 0);
    while let Some(found) = memchr3(b'>', b'"', b'\'', &bytes[at..]).map(|found| at + found) {
        if bytes[found] == b'>' {
            return (found, signs | signs_of(&bytes[from..found]));
        }
        at = found + 1;
        // A quote opens a value behind a `=` only.
        if bytes[from..found].trim_ascii_end().ends_with(b"=") {
            signs |= signs_of(&bytes[from..found]);
            let Some(end) = memchr(bytes[found], &bytes[at..]) else { return (bytes.len(), signs) };
            at += end + 1;
            from = at;
        }
    }
    (bytes.len(), signs | signs_of(&bytes[from..]))
}

/// The signs of the names outside quoted values; all where the attributes are of odd make.
fn signs_of(bytes: &[u8]) -> u64 {
    let (mut signs, mut begins) = (0, true);
    for (at, &byte) in bytes.iter().enumerate() {
        let space = byte.is_ascii_whitespace() || byte == b'/';
        if begins && !space {
            if byte == b'=' {
                return !0;
            }
            signs |= sign(byte, bytes.get(at + 1).copied().unwrap_or_default());
        }
        begins = space;
    }
    signs
}

/// How long the comment, doctype or processing instruction at the start of `rest` is.
fn comment_end(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let end = if rest.starts_with("<!-->") {
        Some(5)
    } else if rest.starts_with("<!--") {
        memmem::find(&bytes[2..], b"-->").map(|at| at + 5)
    } else if rest.starts_with("<![CDATA[") {
        memmem::find(bytes, b"]]>").map(|at| at + 3)
    } else {
        memchr(b'>', bytes).map(|at| at + 1)
    };
    end.unwrap_or(bytes.len())
}

/// Where the end tag of `name` begins.
fn closing(rest: &str, name: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    memchr_iter(b'<', bytes).find(|&at| {
        let tail = &bytes[at + 1..];
        tail.first() == Some(&b'/')
            && tail.get(1..=name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
            && tail.get(name.len() + 1).is_none_or(|byte| !byte.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &[&str]) {
        let shown: Vec<String> = pieces(html)
            .map(|piece| match piece {
                Piece::Open(tag) => format!("<{}", tag.name),
                Piece::Close(name) => format!("/{name}"),
                Piece::Text(text) => format!("T{text}"),
                Piece::Raw(text) => format!("R{text}"),
            })
            .collect();
        assert_eq!(shown, expected, "{html}");
    }

    #[test]
    fn pieces_are_those_a_browser_sees() {
        check("<p a='>'>1 < 2<br/></p>", &["<p", "T1 ", "T< 2", "<br", "/p"]);
        check("<script>if (a</b>c) '<p>'</script>x", &["<script", "Rif (a</b>c) '<p>'", "/script", "Tx"]);
        check("<!doctype html><!-- <p> --><TITLE>a<b</TITLE>", &["<TITLE", "Ta<b", "/TITLE"]);
        check("a<!-- never closed <p>", &["Ta"]);
        check("<", &["T<"]);
        check("<a href=\"never closed", &["<a"]);
    }

    #[test]
    fn references_become_characters() {
        for (text, expected) in [
            ("R&amp;D &#233; &#x1F600; &#150;", "R&D é 😀 –"),
            ("a&#xD800;b&#xDC00;&#x110000;&#0;&#x99999999999;c", "a�b����c"),
            ("a&#8;b&#x1f;c&#10;d", "abc\nd"),
            ("&amp;#xD800; &#x; &#; &#-1; &#xD800", "&#xD800; &#x; &#; &#-1; &#xD800"),
        ] {
            assert_eq!(unescape(text), expected);
        }
    }

    #[test]
    fn names_fall_into_words() {
        assert_eq!(
            name_words("authorBoxHTML block__name-2").collect::<Vec<_>>(),
            ["author", "Box", "HTML", "block", "name"]
        );
        assert_eq!(name_words("").count(), 0);
    }

    #[test]
    fn attributes_are_read_however_they_are_written() {
        let Some(Piece::Open(tag)) = pieces("<a hidden HREF = \"a&amp;b\" c=d/e f='g h' =x>").next() else {
            panic!("no tag");
        };
        let value = |name: &str| tag.attribute(name).map(Cow::into_owned);
        assert_eq!(value("href").as_deref(), Some("a&b"));
        assert_eq!(value("hidden").as_deref(), Some(""));
        assert_eq!((value("c").as_deref(), value("f").as_deref()), (Some("d/e"), Some("g h")));
        assert_eq!(value("missing"), None);
        let odd = [
            "<a =\"b id=x\">",
            "<a href='y'id=x>",
            "<a/ID=x/>",
            "<a b ='c' \nid\n=\nx>",
            "<a b=c'd' id=x",
            "<a 'b'id=x id=x>",
        ];
        for html in odd {
            let Some(Piece::Open(tag)) = pieces(html).next() else { panic!("no tag") };
            assert_eq!(tag.attribute("id").as_deref().map(|id| id.trim_end_matches(['/', '"'])), Some("x"), "{html}");
        }
    }
}
