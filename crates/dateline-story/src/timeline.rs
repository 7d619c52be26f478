//! What happened when: the sentences that tell it best, by the day they tell of.

use dateline_model::{Annotations, Article, ArticleId, Span};
use jiff::civil::Date;

/// An article with what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct TimelineReport<'a> {
    /// The report.
    pub article: &'a Article,
    /// Its sentences and times.
    pub annotations: &'a Annotations,
}

/// A sentence chosen for a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineSentence {
    /// The report it was taken from.
    pub article: ArticleId,
    /// Where it stands there.
    pub span: Span,
}

/// One day of a timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineDay {
    /// The day.
    pub date: Date,
    /// The sentences that tell it best, best first.
    pub sentences: Vec<TimelineSentence>,
}

/// The timeline of one story, oldest day first: at most `dates` days (all where `None`) of at most `sentences` each.
#[must_use]
pub fn timeline(reports: &[TimelineReport<'_>], dates: Option<usize>, sentences: usize) -> Vec<TimelineDay> {
    let _ = (reports, dates, sentences);
    Vec::new()
}
