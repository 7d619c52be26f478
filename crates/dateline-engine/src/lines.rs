//! The lines of JSON that the filters `annotate`, `group` and `timeline` write. Positions count code points.

use dateline_model::{Article, Language, TimeKind};
use serde::Serialize;

use crate::{Studied, TimelineDay};

/// What was found in one article. A kind of finding that is not computed is absent.
#[derive(Debug, Serialize)]
pub struct AnnotationLine {
    /// The article.
    pub id: String,
    /// BCP 47, where it could be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The sentences.
    pub sentences: Vec<SpanLine>,
    /// Expressions of time.
    pub times: Vec<TimeLine>,
}

/// A range of the text.
#[derive(Debug, Serialize)]
pub struct SpanLine {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// One expression of time.
#[derive(Debug, Serialize)]
pub struct TimeLine {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The expression.
    pub text: String,
    /// TIMEX3 value.
    pub value: String,
    /// Date, time, duration or set.
    pub kind: TimeKind,
}

/// Where one article belongs.
#[derive(Debug, Serialize)]
pub struct GroupLine {
    /// The article.
    pub id: String,
    /// Its story.
    pub story: String,
    /// The articles it copies, largest share first.
    pub copies: Vec<CopyLine>,
}

/// One copy.
#[derive(Debug, Serialize)]
pub struct CopyLine {
    /// The article copied.
    pub of: String,
    /// The share of the copying article's words found there, 0 to 1.
    pub share: f32,
}

/// One day of a timeline.
#[derive(Debug, Serialize)]
pub struct TimelineLine {
    /// The day.
    pub date: String,
    /// The sentences that tell it best.
    pub sentences: Vec<TimelineSentenceLine>,
}

/// One sentence of a timeline.
#[derive(Debug, Serialize)]
pub struct TimelineSentenceLine {
    /// The article it was taken from.
    pub id: String,
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The sentence.
    pub text: String,
}

impl From<&Studied> for AnnotationLine {
    fn from(studied: &Studied) -> AnnotationLine {
        let text = &studied.article.text;
        let points = text.code_points();
        let annotations = &studied.annotations;
        AnnotationLine {
            id: studied.article.id.to_string(),
            language: annotations.language.as_ref().map(Language::to_string),
            sentences: annotations
                .sentences
                .iter()
                .map(|&span| points.of(span))
                .map(|(start, end)| SpanLine { start, end })
                .collect(),
            times: annotations
                .times
                .iter()
                .map(|time| {
                    let (start, end) = points.of(time.span);
                    let words = text.slice(time.span).to_owned();
                    TimeLine { start, end, text: words, value: time.value.clone(), kind: time.kind }
                })
                .collect(),
        }
    }
}

impl TimelineLine {
    /// The line of `day`; `article` finds a report by its identifier.
    #[must_use]
    pub fn new<'a>(day: &TimelineDay, article: impl Fn(&str) -> Option<&'a Article>) -> TimelineLine {
        let sentences = day.sentences.iter().filter_map(|sentence| {
            let text = &article(sentence.article.as_str())?.text;
            let (start, end) = text.code_points().of(sentence.span);
            let words = text.slice(sentence.span).to_owned();
            Some(TimelineSentenceLine { id: sentence.article.to_string(), start, end, text: words })
        });
        TimelineLine { date: day.date.to_string(), sentences: sentences.collect() }
    }
}
