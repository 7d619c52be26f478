//! Immutable text and the spans that point into it.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The text of one article. Never changes, so that every [`Span`] into it stays true.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(Arc<str>);

/// A range of a [`Text`], in bytes, on character boundaries. Only a `Text` makes one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Text {
    /// Takes `content` as it is. Content past 4 GiB is cut at a character boundary, since spans are 32 bits wide.
    #[must_use]
    pub fn new(content: &str) -> Text {
        let mut end = content.len().min(u32::MAX as usize);
        while !content.is_char_boundary(end) {
            end -= 1;
        }
        Text(Arc::from(&content[..end]))
    }

    /// The whole text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True where there is no text at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The span of the bytes `range`, or `None` where it is reversed, too long, or splits a character.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Option<Span> {
        self.0.get(range.clone())?;
        Some(Span { start: u32::try_from(range.start).ok()?, end: u32::try_from(range.end).ok()? })
    }

    /// The span of the whole text.
    #[must_use]
    pub fn whole(&self) -> Span {
        Span { start: 0, end: self.len() as u32 }
    }

    /// The words at `span`; empty where the span is of another, longer text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.0.get(span.range()).unwrap_or_default()
    }

    /// The spans of the lines that hold more than white space, without the white space around them.
    /// Dateline keeps one paragraph (or heading, list item, table row) a line.
    pub fn lines(&self) -> impl Iterator<Item = Span> + '_ {
        let mut offset = 0usize;
        self.0.split_inclusive('\n').filter_map(move |line| {
            let start = offset + (line.len() - line.trim_start().len());
            let end = start + line.trim().len();
            offset += line.len();
            (start < end).then_some(Span { start: start as u32, end: end as u32 })
        })
    }

    /// Translates between bytes and Unicode code points, for many spans in one pass.
    #[must_use]
    pub fn code_points(&self) -> CodePoints<'_> {
        CodePoints::new(self)
    }
}

impl From<&str> for Text {
    fn from(content: &str) -> Text {
        Text::new(content)
    }
}

impl From<String> for Text {
    fn from(content: String) -> Text {
        Text::new(&content)
    }
}

impl Span {
    /// First byte.
    #[must_use]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last.
    #[must_use]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The bytes as a range, for slicing.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end().saturating_sub(self.start())
    }

    /// True where nothing is covered.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// True where both have a byte in common.
    #[must_use]
    pub fn meets(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// One checkpoint of byte offsets every this many code points.
const STRIDE: usize = 64;

/// Byte and code-point offsets of one text; O(n) to make, O(`STRIDE`) a look-up.
#[derive(Debug)]
pub struct CodePoints<'t> {
    text: &'t Text,
    ascii: bool,
    /// Byte offset of each `STRIDE`-th code point.
    checkpoints: Vec<u32>,
}

impl<'t> CodePoints<'t> {
    fn new(text: &'t Text) -> CodePoints<'t> {
        let ascii = text.as_str().is_ascii();
        let checkpoints = if ascii {
            Vec::new()
        } else {
            text.as_str().char_indices().step_by(STRIDE).map(|(at, _)| at as u32).collect()
        };
        CodePoints { text, ascii, checkpoints }
    }

    /// The code points that `span` covers, first and one past the last, as a W3C TextPositionSelector counts them.
    #[must_use]
    pub fn of(&self, span: Span) -> (usize, usize) {
        (self.point(span.start()), self.point(span.end()))
    }

    /// The span of the code points `start..end`, or `None` where they lie outside the text.
    #[must_use]
    pub fn span(&self, start: usize, end: usize) -> Option<Span> {
        self.text.span(self.byte(start)?..self.byte(end)?)
    }

    fn point(&self, byte: usize) -> usize {
        if self.ascii || self.checkpoints.is_empty() {
            return byte;
        }
        let checkpoint = self.checkpoints.partition_point(|&at| at as usize <= byte) - 1;
        let from = self.checkpoints[checkpoint] as usize;
        checkpoint * STRIDE + self.text.as_str().get(from..byte).map_or(0, |part| part.chars().count())
    }

    fn byte(&self, point: usize) -> Option<usize> {
        if self.ascii {
            return (point <= self.text.len()).then_some(point);
        }
        let from = self.checkpoints.get(point / STRIDE).map(|&at| at as usize);
        match from {
            Some(from) => {
                let rest = &self.text.as_str()[from..];
                let ends = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
                ends.into_iter().nth(point % STRIDE).map(|at| from + at)
            }
            None => (point == self.text.as_str().chars().count()).then_some(self.text.len()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_span_never_splits_a_character() {
        let text = Text::new("日本 talks");
        assert_eq!(text.span(1..3), None);
        assert_eq!(text.slice(text.span(0..6).unwrap()), "日本");
        assert_eq!(text.span(std::ops::Range { start: 4, end: 2 }), None);
    }

    #[test]
    fn lines_are_trimmed_and_never_blank() {
        let text = Text::new("  One. \n\n\t\nTwo.\r\n");
        let lines: Vec<&str> = text.lines().map(|line| text.slice(line)).collect();
        assert_eq!(lines, ["One.", "Two."]);
    }

    proptest! {
        #[test]
        fn code_points_and_bytes_agree(content in "\\PC{0,300}", a in 0usize..300, b in 0usize..300) {
            let text = Text::new(&content);
            let points = text.code_points();
            let count = content.chars().count();
            let (start, end) = (a.min(b), a.max(b));
            match points.span(start, end) {
                Some(span) => {
                    prop_assert!(end <= count);
                    prop_assert_eq!(points.of(span), (start, end));
                    let expected: String = content.chars().skip(start).take(end - start).collect();
                    prop_assert_eq!(text.slice(span), expected);
                }
                None => prop_assert!(end > count),
            }
        }
    }
}
