//! The briefing of a story, and the forms it is written in.

mod document;
mod html;
mod line;
mod markdown;

use dateline_model::{Annotations, Article, ArticleId, Briefing};
use dateline_story::{BriefingSettings, Ownership, TimelineReport, briefing};
use jiff::Timestamp;

pub use document::lay_out;
pub use html::html;
pub use line::BriefLine;
pub use markdown::markdown;

/// One report of a story, as it is stored.
#[derive(Clone, Debug)]
pub struct BriefReport {
    /// The report.
    pub article: Article,
    /// What was found in it.
    pub annotations: Annotations,
    /// The report whose text it reuses most, where there is one.
    pub copy_of: Option<ArticleId>,
}

/// The briefing over `reports`, which are put in the order of their publication first, those without a time last.
#[must_use]
pub fn brief(reports: &mut [BriefReport], ownership: &Ownership, since: Option<Timestamp>) -> Briefing {
    reports.sort_by_cached_key(|report| {
        let published = report.article.published.map(|published| published.instant());
        (published.is_none(), published, report.article.id.clone())
    });
    let place = |id: &ArticleId| reports.iter().position(|report| report.article.id == *id);
    let copy_of: Vec<Option<usize>> = reports.iter().map(|report| place(report.copy_of.as_ref()?)).collect();
    let views: Vec<TimelineReport<'_>> = reports
        .iter()
        .map(|report| TimelineReport { article: &report.article, annotations: &report.annotations })
        .collect();
    briefing(&views, &BriefingSettings { copy_of: &copy_of, ownership, since })
}
