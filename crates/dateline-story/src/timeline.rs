//! What happened when: the sentences that tell it best, by the day they tell of.

mod centre;
mod days;

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

/// The timeline of one story, oldest day first: at most `dates` days (all where `None`) of at most `sentences` each
/// (and never more than 100).
///
/// A sentence tells of the days it names, or where it names none of the day of its report. The days kept are those
/// that most reports tell of. Of a day those sentences are kept that have most in common with everything told of it
/// (the centroid of Radev et al., "Centroid-based summarization of multiple documents", 2004), each said once.
#[must_use]
pub fn timeline(reports: &[TimelineReport<'_>], dates: Option<usize>, sentences: usize) -> Vec<TimelineDay> {
    let told = days::tell(reports);
    let days = days::most_told(&told, dates);
    days.into_iter()
        .map(|(date, told)| TimelineDay { date, sentences: centre::choose(reports, told, sentences) })
        .filter(|day| !day.sentences.is_empty())
        .collect()
}

#[cfg(test)]
mod tests;
