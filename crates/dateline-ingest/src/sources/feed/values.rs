//! Values of a feed to words: text or HTML, escaped once or twice, one line or many.

use std::borrow::Cow;
use std::sync::LazyLock;

use base64::Engine;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use dateline_model::BlockKind;
use regex::Regex;

use crate::body::Body;
use crate::markup::{Piece, listed, pieces};
use crate::page::{Scope, text};
use crate::{lines, markup, words};

/// What a value is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
    /// HTML where it has tags, else text whose entities count: feeds state neither, and mean both.
    #[default]
    Either,
    /// Text, every character of which is meant.
    Text,
    /// HTML.
    Html,
}

/// A value as the feed has it. Only its words leave the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Value {
    written: String,
    form: Form,
}

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// Elements that a browser sets in a line of words.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr",
];

impl Value {
    pub(super) fn new(written: String, form: Form) -> Value {
        Value { written: unmangled(written), form }
    }

    /// The value that base64 stands for; the words as they are where they are no base64.
    pub(super) fn base64(written: &str, form: Form) -> Value {
        let compact: String = written.split_whitespace().collect();
        let decoded = BASE64.decode(compact).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        Value::new(decoded.unwrap_or_else(|| written.to_owned()), form)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.written.trim().is_empty()
    }

    fn is_html(&self) -> bool {
        match self.form {
            Form::Either => has_tags(&self.written),
            Form::Text => false,
            Form::Html => true,
        }
    }

    /// The words on one line, without tags; for titles and names.
    pub(super) fn line(&self) -> String {
        match self.form {
            Form::Text => words::collapse(&self.written),
            _ if self.is_html() => inline(&self.written),
            // Titles are often escaped once too often.
            _ => {
                let decoded = markup::unescape(&self.written);
                if has_tags(&decoded) { inline(&decoded) } else { words::collapse(&decoded) }
            }
        }
    }

    /// The paragraphs.
    pub(super) fn body(&self) -> Body {
        if self.is_html() {
            return text(&without_objects(&self.written), Scope::Visible);
        }
        let decoded =
            if self.form == Form::Text { self.written.as_str().into() } else { markup::unescape(&self.written) };
        let mut body = Body::default();
        for line in lines::unwrapped(lines::of_text(&decoded)) {
            body.push(&line.words, line.bullet.then_some(BlockKind::ListItem));
        }
        body
    }

    /// The paragraphs, one a line; where they have no word, the signs that stand there.
    pub(crate) fn words(&self) -> String {
        let body = self.body();
        if body.lines.is_empty() {
            return Some(self.line()).filter(|line| !line.contains(char::is_alphanumeric)).unwrap_or_default();
        }
        body.lines.into_iter().map(|line| line.words).collect::<Vec<_>>().join("\n")
    }
}

/// Elements that show a value of a feed to be HTML, beyond those that do so anywhere.
const TELLING: &[&str] = &[
    "abbr",
    "acronym",
    "applet",
    "audio",
    "big",
    "blink",
    "button",
    "cite",
    "code",
    "dd",
    "del",
    "dl",
    "dt",
    "embed",
    "figcaption",
    "form",
    "frame",
    "frameset",
    "h5",
    "h6",
    "input",
    "ins",
    "kbd",
    "link",
    "mark",
    "math",
    "meta",
    "noscript",
    "object",
    "picture",
    "pre",
    "q",
    "s",
    "small",
    "source",
    "strike",
    "svg",
    "tbody",
    "td",
    "th",
    "time",
    "tr",
    "var",
    "video",
];

fn has_tags(written: &str) -> bool {
    markup::has_tags(written)
        || (written.contains('<')
            && pieces(written).any(|piece| matches!(piece, Piece::Open(tag) if listed(TELLING, tag.name))))
}

/// The tags of things that are not loaded, in whose place a browser shows what stands inside (HTML, 4.8.7).
static OBJECTS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?i)</?object(?:\s[^>]*)?>").ok());

fn without_objects(html: &str) -> Cow<'_, str> {
    OBJECTS.as_ref().map_or(Cow::Borrowed(html), |pattern| pattern.replace_all(html, ""))
}

fn inline(html: &str) -> String {
    let mut out = String::new();
    for piece in pieces(html) {
        match piece {
            Piece::Text(words) => out.push_str(&markup::unescape(words)),
            Piece::Open(tag) if !listed(INLINE, tag.name) => out.push(' '),
            Piece::Close(name) if !listed(INLINE, name) => out.push(' '),
            _ => {}
        }
    }
    words::collapse(&out)
}

/// Words in UTF-8 that were read as windows-1252 and written in UTF-8 again, set right. A text that is no such damage has
/// hardly ever only characters that, as bytes, are UTF-8 with any that is not ASCII.
fn unmangled(written: String) -> String {
    if written.is_ascii() {
        return written;
    }
    let (bytes, _, unmappable) = encoding_rs::WINDOWS_1252.encode(&written);
    if unmappable {
        return written;
    }
    match std::str::from_utf8(&bytes) {
        Ok(right) => right.to_owned(),
        Err(_) => written,
    }
}

/// The name in `mail@news.example (Ann Lee)`, `Ann Lee (mail@news.example)`, `Ann Lee <mail@news.example>`; `None` where
/// there is only an address.
pub(super) fn person(statement: &str) -> Option<String> {
    let statement = words::collapse(statement);
    if !statement.contains('@') {
        return Some(statement).filter(|name| !name.is_empty());
    }
    let parts = statement.split(['(', ')', '<', '>', '[', ']']).map(str::trim);
    let name = parts.filter(|part| !part.contains('@')).find(|part| part.chars().any(char::is_alphabetic));
    let without_address = || {
        let left: Vec<&str> = statement.split(' ').filter(|word| !word.contains('@')).collect();
        left.join(" ").trim_matches(|character: char| !character.is_alphanumeric() && character != '.').to_owned()
    };
    Some(name.map_or_else(without_address, str::to_owned)).filter(|name| name.chars().any(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_become_words() {
        let check = |written: &str, form, line: &str| assert_eq!(Value::new(written.to_owned(), form).line(), line);
        check("AT&amp;T <b>cuts</b>", Form::Either, "AT&T cuts");
        check("&lt;b&gt;Fares&lt;/b&gt; rise", Form::Either, "Fares rise");
        check("1 < 2 &amp; 3", Form::Text, "1 < 2 &amp; 3");
        check("One<br>two &#x26;", Form::Html, "One two &");
        check("Ã©tÃ©", Form::Text, "été");
        check("été à Zürich", Form::Text, "été à Zürich");
        assert_eq!(Value::base64("RmFyZXMg\ncmlzZQ==", Form::Text).line(), "Fares rise");
        assert_eq!(Value::base64("not base64!", Form::Text).line(), "not base64!");
        assert_eq!(Value::new("…".to_owned(), Form::Either).words(), "…");
    }

    #[test]
    fn addresses_are_no_names() {
        for statement in
            ["a@b.example (Ann Lee)", "Ann Lee (a@b.example)", "Ann Lee <a@b.example>", "Ann Lee a@b.example"]
        {
            assert_eq!(person(statement).as_deref(), Some("Ann Lee"), "{statement}");
        }
        assert_eq!(person("a@b.example"), None);
    }
}
