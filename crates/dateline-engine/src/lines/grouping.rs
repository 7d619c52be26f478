//! The lines of copies and stories, and of the days of a timeline.

use dateline_model::Article;
use serde::Serialize;

use crate::TimelineDay;

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
