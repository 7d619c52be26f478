//! The structure of a text: headings, list items and table rows by their marks and their place.

use std::sync::LazyLock;

use dateline_model::BlockKind;
use regex::Regex;

use crate::body::{Body, BodyLine};
use crate::lines::Line;
use crate::words;

/// Most words of a heading.
const HEADING_WORDS: usize = 12;

static NUMBERED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^\d{1,2}[.)]\s+(\S.*)$").ok());

/// The lines as a body, with what their marks show them to be.
pub(super) fn body(lines: &[Line]) -> Body {
    let mut body = Body::default();
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).map(|next| next.words.as_str());
        match marked(line, next) {
            Marked::Row(cells) => body.push(&cells.join(" | "), Some(BlockKind::TableRow)),
            Marked::Nothing => {}
            Marked::Line(words, kind) => body.push(words, kind),
        }
    }
    body
}

enum Marked<'l> {
    Row(Vec<&'l str>),
    Line(&'l str, Option<BlockKind>),
    /// The line that parts the head of a table from its rows.
    Nothing,
}

fn marked<'l>(line: &'l Line, next: Option<&str>) -> Marked<'l> {
    let words = line.words.as_str();
    if let Some(inside) = words.strip_prefix('|').and_then(|rest| rest.strip_suffix('|')) {
        if is_separator(inside) {
            return Marked::Nothing;
        }
        return Marked::Row(inside.split('|').map(str::trim).filter(|cell| !cell.is_empty()).collect());
    }
    if line.bullet {
        return Marked::Line(words, Some(BlockKind::ListItem));
    }
    let level = words.bytes().take_while(|&byte| byte == b'#').count();
    if (1..=6).contains(&level) && words[level..].starts_with(' ') {
        let kind = match level {
            1 | 2 => BlockKind::Heading2,
            3 => BlockKind::Heading3,
            _ => BlockKind::Heading4,
        };
        return Marked::Line(words[level..].trim(), Some(kind));
    }
    if let Some(quoted) = words.strip_prefix("> ") {
        return Marked::Line(quoted, Some(BlockKind::Quotation));
    }
    let is_numbered = |line: &str| NUMBERED.as_ref().is_some_and(|pattern| pattern.is_match(line));
    if is_numbered(words) && next.is_some_and(is_numbered) {
        return Marked::Line(words, Some(BlockKind::ListItem));
    }
    Marked::Line(words, None)
}

/// `---|:--:|---`
fn is_separator(inside: &str) -> bool {
    inside.contains('-') && inside.chars().all(|character| "-|: ".contains(character))
}

/// Marks as headings the lines that stand as such: short, no sentence, with a paragraph, list or table after them.
pub(super) fn with_headings(mut body: Body) -> Body {
    for at in 0..body.lines.len().saturating_sub(1) {
        let (line, next) = (&body.lines[at], &body.lines[at + 1]);
        if line.kind.is_none() && is_heading(&line.words) && opens_part(next) {
            body.lines[at].kind = Some(BlockKind::Heading2);
        }
    }
    body
}

fn is_heading(line: &str) -> bool {
    words::is_label(line, HEADING_WORDS)
        && words::count(line) >= 2
        && !line.ends_with([',', ';', ':', '-', '—', '"', '”'])
        && line.chars().next().is_some_and(char::is_alphanumeric)
}

fn opens_part(next: &BodyLine) -> bool {
    match next.kind {
        None => words::count(&next.words) > HEADING_WORDS || words::ends_sentence(&next.words),
        Some(kind) => kind != BlockKind::Caption,
    }
}
