//! Mends XML as files really have it: words before the root, bare `&`, HTML entities, control characters.

mod entities;
mod namespaces;
mod walk;

use memchr::memmem;

pub(crate) use namespaces::Namespace;
pub(crate) use walk::{Damage, Element, Visitor, walk};

/// Entities that XML itself knows.
const PREDEFINED: &[&str] = &["amp", "lt", "gt", "quot", "apos"];
/// How far into a file its root element is looked for.
const HEAD: usize = 8192;

/// Elements of HTML that a program's notices put before the root.
const NOTICES: &[&str] = &["b", "br", "font", "i", "p", "pre", "strong"];

/// Where the root element begins, and its local name in lower case, where it is one of `names`.
pub(crate) fn root<'n>(text: &str, names: &[&'n str]) -> Option<(usize, &'n str)> {
    let head = text[..text.floor_char_boundary(HEAD)].to_ascii_lowercase();
    let mut at = 0;
    while let Some(next) = memmem::find(&head.as_bytes()[at..], b"<") {
        let start = at + next;
        let rest = &head[start + 1..];
        if rest.starts_with("!--") {
            at = start + memmem::find(rest.as_bytes(), b"-->")?;
            continue;
        }
        at = start + 1;
        let name_end = rest.find(|character: char| character.is_whitespace() || matches!(character, '>' | '/'));
        let name = &rest[..name_end.unwrap_or(0)];
        let local = name.rsplit(':').next().unwrap_or(name);
        if let Some(found) = names.iter().find(|wanted| **wanted == local) {
            return Some((start, found));
        }
        let other = name.starts_with(|character: char| character.is_alphabetic()) && !NOTICES.contains(&name);
        if other {
            return None;
        }
    }
    None
}

/// The document from its root element on, without declaration and document type, mended so that an XML reader takes it.
pub(crate) fn mended(text: &str, root: usize) -> String {
    let mut own = entities::declared(&text[..root]);
    let mut out = String::with_capacity(text.len() - root);
    let mut rest = &text[root..];
    while let Some(at) = rest.find(['&', '<']) {
        push_allowed(&mut out, &rest[..at]);
        rest = &rest[at..];
        let taken = if rest.starts_with('<') {
            markup(&mut out, rest)
        } else if let Some((value, taken)) = own.value(rest) {
            value.chars().for_each(|character| push_escaped(&mut out, character));
            taken
        } else {
            entity(&mut out, rest)
        };
        rest = &rest[taken..];
    }
    push_allowed(&mut out, rest);
    out
}

/// Copies the characters that XML 1.0 allows; 128 to 159 as browsers read them.
fn push_allowed(out: &mut String, words: &str) {
    if words.chars().all(|character| !character.is_control() || matches!(character, '\t' | '\n' | '\r')) {
        out.push_str(words);
    } else {
        out.extend(words.chars().filter_map(|written| character(u32::from(written))));
    }
}

/// Copies what begins with `<`; a bare one is escaped, comments are left out. How many bytes were taken.
fn markup(out: &mut String, rest: &str) -> usize {
    if rest.starts_with("<!--") {
        return memmem::find(rest.as_bytes(), b"-->").map_or(rest.len(), |end| end + 3);
    }
    if rest.starts_with("<![CDATA[") {
        let end = memmem::find(rest.as_bytes(), b"]]>");
        let taken = end.map_or(rest.len(), |end| end + 3);
        push_allowed(out, &rest[..taken]);
        if end.is_none() {
            out.push_str("]]>");
        }
        return taken;
    }
    let opens =
        rest[1..].starts_with(|character: char| character.is_alphabetic() || matches!(character, '/' | '_' | '?'));
    out.push_str(if opens { "<" } else { "&lt;" });
    1
}

/// Copies what begins with `&`: as it is where XML knows it, as the character where HTML does, else as `&amp;`.
fn entity(out: &mut String, rest: &str) -> usize {
    let end = rest.bytes().take(40).position(|byte| byte == b';');
    let Some(name) = end.map(|end| &rest[1..end]) else {
        out.push_str("&amp;");
        return 1;
    };
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        // Numbers 128 to 159 stand for the characters of windows-1252, as browsers read them.
        if let Some(character) = code.ok().and_then(character) {
            push_escaped(out, character);
        } else if code_is_number(number) {
            // A control character: nothing to keep.
        } else {
            out.push_str("&amp;");
            return 1;
        }
        return name.len() + 2;
    }
    if PREDEFINED.contains(&name) {
        out.push_str(&rest[..name.len() + 2]);
        return name.len() + 2;
    }
    let written = &rest[..name.len() + 2];
    let decoded = html_escape::decode_html_entities(written);
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if plain && decoded != written {
        decoded.chars().for_each(|character| push_escaped(out, character));
        return written.len();
    }
    out.push_str("&amp;");
    1
}

fn code_is_number(number: &str) -> bool {
    let digits = number.strip_prefix(['x', 'X']).unwrap_or(number);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The character of a number, as browsers read it: 128 to 159 are those of windows-1252, control characters none.
pub(crate) fn character(code: u32) -> Option<char> {
    if let Some(byte) = u8::try_from(code).ok().filter(|byte| (128..160).contains(byte)) {
        let byte = [byte];
        let (decoded, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte);
        return decoded.chars().next();
    }
    char::from_u32(code).filter(|character| !character.is_control() || matches!(character, '\t' | '\n' | '\r'))
}

fn push_escaped(out: &mut String, character: char) {
    match character {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&apos;"),
        other => out.push(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_mended_and_sound_parts_stay() {
        let check = |text: &str, expected: &str| assert_eq!(mended(text, 0), expected, "{text}");
        check(
            "<a href='?x=1&y=2'>R&D &amp; &eacute; &bogus; &#233; &#x3C;</a>",
            "<a href='?x=1&amp;y=2'>R&amp;D &amp; é &amp;bogus; é &lt;</a>",
        );
        check("<a>1 < 2\u{1}&#1;&#150;</a><!-- -- --> ", "<a>1 &lt; 2–</a> ");
        check("<a><![CDATA[ b & c <p> ]]></a>", "<a><![CDATA[ b & c <p> ]]></a>");
        check("<a><![CDATA[ never closed", "<a><![CDATA[ never closed]]>");
        check("&", "&amp;");
    }

    #[test]
    fn the_root_is_found_behind_what_stands_before_it() {
        assert_eq!(root("\u{feff}Warning: x\n<?xml version='1.0'?><!DOCTYPE rss><rss>", &["rss"]), Some((49, "rss")));
        assert_eq!(root("<rdf:RDF xmlns='x'>", &["rss", "rdf"]), Some((0, "rdf")));
        assert_eq!(root("<!-- <html> <rss> --><b>x</b><rss>", &["rss"]), Some((29, "rss")));
        assert_eq!(root("<html><p><rss>", &["rss"]), None);
        assert_eq!(root("<tv><rss>", &["rss"]), None);
        assert_eq!(root("<rs", &["rss"]), None);
    }
}
