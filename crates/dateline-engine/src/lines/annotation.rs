//! The line of an article's annotations.

use dateline_model::{Bound, CodePoints, Entity, EntityKind, Figure, Language, Mention, Span, Text, TimeKind, TimeRef};
use serde::Serialize;

use super::ClaimLine;
use crate::Studied;

/// What is known of one article.
#[derive(Debug, Serialize)]
pub struct AnnotationLine {
    /// The article.
    pub id: String,
    /// BCP 47 tag, when known.
    pub language: Option<String>,
    /// The sentences.
    pub sentences: Vec<SpanLine>,
    /// Names.
    pub mentions: Vec<MentionLine>,
    /// Quantities.
    pub figures: Vec<FigureLine>,
    /// Expressions of time.
    pub times: Vec<TimeLine>,
    /// Who said what.
    pub claims: Vec<ClaimLine>,
}

/// A range of the text.
#[derive(Debug, Serialize)]
pub struct SpanLine {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// A range of the text, with its words.
#[derive(Clone, Debug, Serialize)]
pub struct WordsLine {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words.
    pub text: String,
}

/// One name.
#[derive(Debug, Serialize)]
pub struct MentionLine {
    /// The name as it stands there.
    #[serde(flatten)]
    pub words: WordsLine,
    /// Person, organisation or place.
    pub kind: EntityKind,
    /// The fullest name that the article has for it.
    pub entity: String,
    /// The role that stands beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
}

/// One quantity.
#[derive(Debug, Serialize)]
pub struct FigureLine {
    /// The words: number and unit.
    #[serde(flatten)]
    pub words: WordsLine,
    /// The number; of a range, its lower end.
    pub value: f64,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<f64>,
    /// `percent`, an ISO 4217 code, `count`, a symbol.
    pub unit: &'static str,
    /// How exact the words say it is; absent where it is as it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// What it measures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<WordsLine>,
    /// What it was before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<WordsLine>,
}

/// One expression of time.
#[derive(Debug, Serialize)]
pub struct TimeLine {
    /// The expression.
    #[serde(flatten)]
    pub words: WordsLine,
    /// TIMEX3 value.
    pub value: String,
    /// Date, time, duration or set.
    pub kind: TimeKind,
}

impl From<&Studied> for AnnotationLine {
    fn from(studied: &Studied) -> AnnotationLine {
        let text = &studied.article.text;
        let points = text.code_points();
        let found = &studied.annotations;
        let spans = found.sentences.iter().map(|&span| points.of(span));
        AnnotationLine {
            id: studied.article.id.to_string(),
            language: found.language.as_ref().map(Language::to_string),
            sentences: spans.map(|(start, end)| SpanLine { start, end }).collect(),
            mentions: found
                .mentions
                .iter()
                .map(|name| MentionLine::new(name, &found.entities, text, &points))
                .collect(),
            figures: found.figures.iter().map(|figure| FigureLine::new(figure, text, &points)).collect(),
            times: found.times.iter().map(|time| TimeLine::new(time, text, &points)).collect(),
            claims: found.claims.iter().map(|claim| ClaimLine::new(claim, text, &points)).collect(),
        }
    }
}

impl WordsLine {
    pub(super) fn new(span: Span, text: &Text, points: &CodePoints<'_>) -> WordsLine {
        let (start, end) = points.of(span);
        WordsLine { start, end, text: text.slice(span).to_owned() }
    }
}

impl MentionLine {
    fn new(mention: &Mention, entities: &[Entity], text: &Text, points: &CodePoints<'_>) -> MentionLine {
        let words = WordsLine::new(mention.span, text, points);
        let entity = entities.get(mention.entity).map_or_else(|| words.text.clone(), |entity| entity.name.clone());
        let role = mention.role.as_ref().map(|role| text.slice(role.span).to_owned());
        MentionLine { words, kind: mention.kind, entity, role }
    }
}

impl FigureLine {
    fn new(figure: &Figure, text: &Text, points: &CodePoints<'_>) -> FigureLine {
        let words = |span: Span| WordsLine::new(span, text, points);
        FigureLine {
            words: words(figure.span),
            value: figure.value,
            to: figure.to,
            unit: figure.unit,
            bound: (figure.bound != Bound::Exact).then_some(figure.bound),
            of: figure.of.map(words),
            from: figure.from.map(words),
        }
    }
}

impl TimeLine {
    fn new(time: &TimeRef, text: &Text, points: &CodePoints<'_>) -> TimeLine {
        TimeLine { words: WordsLine::new(time.span, text, points), value: time.value.clone(), kind: time.kind }
    }
}
