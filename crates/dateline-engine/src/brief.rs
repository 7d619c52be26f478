//! The briefing of a story, and the forms it is written in.

mod document;
mod groups;
mod html;
mod line;
mod markdown;
mod paths;
mod since;

use std::collections::HashMap;

use dateline_model::{Annotations, Article, ArticleId, Briefing, Copy};
use dateline_story::{BriefingSettings, Ownership, TimelineReport, briefing};

pub use document::lay_out;
pub use html::html;
pub use line::BriefLine;
pub use markdown::markdown;
pub use since::Since;

/// One report of a story, as it is stored.
#[derive(Clone, Debug)]
pub struct BriefReport {
    /// The report.
    pub article: Article,
    /// What was found in it.
    pub annotations: Annotations,
    /// The reports whose text it reuses, largest share first.
    pub copies: Vec<Copy>,
    /// The number of the change that it was first stored by.
    pub arrived: u64,
}

/// The briefing over `reports`, which are put in the order of their publication first, those without a time last. With
/// `since`, only what was first said behind it.
#[must_use]
pub fn brief(reports: &mut [BriefReport], ownership: &Ownership, since: Option<Since>) -> Briefing {
    reports.sort_by_cached_key(|report| {
        let published = report.article.published.map(|published| published.instant());
        (published.is_none(), published, report.article.id.clone())
    });
    let places: HashMap<&ArticleId, usize> =
        reports.iter().enumerate().map(|(at, report)| (&report.article.id, at)).collect();
    let copied = |report: &BriefReport| report.copies.iter().find_map(|copy| places.get(&copy.of).copied());
    let copy_of: Vec<Option<usize>> = reports.iter().map(copied).collect();
    let new: Option<Vec<bool>> = since.map(|since| reports.iter().map(|report| since.is_before(report)).collect());
    let views: Vec<TimelineReport<'_>> = reports
        .iter()
        .map(|report| TimelineReport { article: &report.article, annotations: &report.annotations })
        .collect();
    briefing(&views, &BriefingSettings { copy_of: &copy_of, ownership, new: new.as_deref() })
}
