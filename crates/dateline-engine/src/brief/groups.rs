//! Reports of one text, by their places among the reports of a story.

use std::collections::HashMap;

use dateline_model::{Article, ArticleId, Copy};
use dateline_story::{Original, copy_groups};

use super::BriefReport;

/// Reports of one text.
pub struct Group {
    /// The report that the text comes from, where it is among them.
    pub original: Option<usize>,
    /// The agency that the text comes from, where its own report is not among them; else empty.
    pub agency: String,
    /// The copies, each with the share of its words that stand in the report it has most of; `None` where that is the
    /// agency's.
    pub copies: Vec<(usize, Option<f32>)>,
}

/// The groups of `reports`, in the order of their first report.
pub fn groups(reports: &[BriefReport]) -> Vec<Group> {
    let places: HashMap<&ArticleId, usize> =
        reports.iter().enumerate().map(|(at, report)| (&report.article.id, at)).collect();
    let pairs: Vec<(&Article, &[Copy])> =
        reports.iter().map(|report| (&report.article, report.copies.as_slice())).collect();
    let place = |id: &ArticleId| places.get(id).copied();
    let group = |group: dateline_story::CopyGroup| {
        let (original, agency) = match group.original {
            Original::Seen(article) => (place(&article), String::new()),
            Original::NotSeen { agency } => (None, agency),
        };
        let copy = |member: &dateline_story::CopyMember| {
            Some((place(&member.article)?, member.nearest.as_ref().map(|_| member.share)))
        };
        Group { original, agency, copies: group.members.iter().filter_map(copy).collect() }
    };
    copy_groups(&pairs).into_iter().map(group).collect()
}
