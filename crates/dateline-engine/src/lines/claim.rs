//! The line of a claim.

use dateline_model::{Claim, CodePoints, Form, Record, SourceKind, Span, Stance, Text};
use serde::Serialize;

use super::WordsLine;

/// One attribution.
#[derive(Debug, Serialize)]
pub struct ClaimLine {
    /// First code point of all of it.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Direct, indirect or mixed.
    pub form: Form,
    /// Asserts, denies or declines.
    pub stance: Stance,
    /// How the words were given, where the article says so.
    #[serde(skip_serializing_if = "is_unstated")]
    pub record: Record,
    /// The words of saying; absent from a quotation that stands alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<WordsLine>,
    /// What is said; absent where somebody declined to speak.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<ContentLine>,
    /// Who says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceLine>,
    /// Who passed it on, nearest to the article first.
    pub via: Vec<ViaLine>,
}

/// What is said.
#[derive(Debug, Serialize)]
pub struct ContentLine {
    /// First code point of the first part.
    pub start: usize,
    /// One past the last of the last part.
    pub end: usize,
    /// The words of all parts, ` … ` between them.
    pub text: String,
    /// The parts, where there is more than one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<WordsLine>,
}

/// Who says something.
#[derive(Debug, Serialize)]
pub struct SourceLine {
    /// The words.
    #[serde(flatten)]
    pub words: WordsLine,
    /// Who is meant by the words.
    pub name: String,
    /// Named, unnamed, organisation, outlet or document.
    pub kind: SourceKind,
    /// How many people are meant, where that is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
}

/// Who passed something on.
#[derive(Debug, Serialize)]
pub struct ViaLine {
    /// The words.
    #[serde(flatten)]
    pub words: WordsLine,
    /// The name.
    pub name: String,
}

impl ClaimLine {
    pub(super) fn new(claim: &Claim, text: &Text, points: &CodePoints<'_>) -> ClaimLine {
        let words = |span: Span| WordsLine::new(span, text, points);
        let (start, end) = points.of(claim.span);
        let source = claim.source.as_ref().map(|source| SourceLine {
            words: words(source.span),
            name: source.name.clone(),
            kind: source.kind,
            count: source.count,
        });
        ClaimLine {
            start,
            end,
            form: claim.form,
            stance: claim.stance,
            record: claim.record,
            cue: claim.cue.map(words),
            content: ContentLine::new(claim.content.iter().copied().map(words).collect()),
            source,
            via: claim.via.iter().map(|via| ViaLine { words: words(via.span), name: via.name.clone() }).collect(),
        }
    }
}

impl ContentLine {
    /// The line of the parts, or `None` where there are none.
    fn new(parts: Vec<WordsLine>) -> Option<ContentLine> {
        let (first, last) = (parts.first()?, parts.last()?);
        let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
        let (start, end, text) = (first.start, last.end, texts.join(" … "));
        Some(ContentLine { start, end, text, parts: if parts.len() > 1 { parts } else { Vec::new() } })
    }
}

fn is_unstated(record: &Record) -> bool {
    *record == Record::Unstated
}
