//! What happened when: the sentences that tell it best, by the day they tell of.

mod choose;
mod date;
mod days;
mod entry;
mod periods;
mod read;
pub mod soundness;
mod vocabulary;

use dateline_model::{Annotations, Article, ArticleId, Span};

pub use date::TimelineDate;

/// An article with what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct TimelineReport<'a> {
    /// The report.
    pub article: &'a Article,
    /// Its sentences and times.
    pub annotations: &'a Annotations,
}

/// Words of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineSpan {
    /// The report.
    pub article: ArticleId,
    /// Where they stand there.
    pub span: Span,
}

/// A sentence chosen for a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineSentence {
    /// The report it was taken from.
    pub article: ArticleId,
    /// Where it stands there, without a dateline before it.
    pub span: Span,
    /// Other sentences on the day that say the same, in the order of the reports, 20 at most.
    pub repeats: Vec<TimelineSpan>,
}

/// One day of a timeline, or one month or year of its background.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineDay {
    /// When it was.
    pub date: TimelineDate,
    /// The sentences that tell it best, best first.
    pub sentences: Vec<TimelineSentence>,
    /// How many reports name it, or say what the sentences chosen say.
    pub reports: usize,
    /// How many outlets these are from, as far as they state one.
    pub outlets: usize,
    /// True where it lies behind the day of the newest report.
    pub planned: bool,
    /// Its place by how much it matters: 0 for the day that matters most.
    pub rank: usize,
}

/// The timeline of one story, oldest day first: the `dates` days (all where `None`) that matter most, of at most `sentences`
/// sentences each (and never more than 100).
///
/// A sentence tells of the days it names, or where it names none and stands first in its report, of the day of the report
/// or the one before. Days matter by the reports that name them and that were published on them, each as much as it keeps
/// to what the story is about. Of a day those sentences are kept that say most of what its reports say, each thing once.
#[must_use]
pub fn timeline(reports: &[TimelineReport<'_>], dates: Option<usize>, sentences: usize) -> Vec<TimelineDay> {
    let story = read::read(reports);
    let days = days::tell(&story);
    entry::entries(&story, reports, days, dates, sentences)
}

/// What lies further back than the days: the months and years that several reports name as such (`in June 2009`), oldest
/// first. At most `most` of them, of at most `sentences` sentences each.
#[must_use]
pub fn background(reports: &[TimelineReport<'_>], most: usize, sentences: usize) -> Vec<TimelineDay> {
    let story = read::read(reports);
    let periods = periods::tell(&story, reports.len());
    entry::entries(&story, reports, periods, Some(most), sentences)
}

#[cfg(test)]
mod tests;
