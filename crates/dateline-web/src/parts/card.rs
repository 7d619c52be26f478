//! A story in a list.

use std::collections::HashMap;

use dateline_model::ArticleId;
use dateline_store::{ArticleSummary, StorySummary};
use jiff::Timestamp;

use super::foreign::Foreign;
use super::strip::Ticks;
use crate::times::{self, Stamp};
use crate::{addresses, words};

/// So many outlets are named.
const NAMED: usize = 4;
/// A lead is cut after so many characters.
const LEAD: usize = 280;

/// Where a story's headline and lead are from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    /// Outlet.
    pub outlet: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
}

/// Credits by the report that a headline is from.
pub type Credits = HashMap<ArticleId, Credit>;

impl Credit {
    /// The credit of a report.
    #[must_use]
    pub fn new(report: &ArticleSummary) -> Credit {
        Credit { outlet: report.outlet.clone(), language: report.language.clone() }
    }
}

/// A story in a list.
#[derive(Debug)]
pub struct Card {
    /// Its page.
    pub href: String,
    /// Headline.
    pub headline: Foreign,
    /// First sentence.
    pub lead: Foreign,
    /// The outlet that headline and lead are from; empty where it is not known.
    pub source: String,
    /// `9 reports, 6 outlets`.
    pub numbers: String,
    /// `3 of them copies`; empty where none is.
    pub copies: String,
    /// The outlets, the first few by name; empty where there is only the one that the lead names.
    pub outlets: String,
    /// When its newest report was published.
    pub newest: Option<Stamp>,
    /// The drawing.
    pub ticks: Ticks,
}

impl Card {
    /// The story as it is shown at `now`.
    #[must_use]
    pub fn new(story: &StorySummary, credits: &Credits, now: Timestamp) -> Card {
        let credit = credits.get(&story.headline_article).cloned().unwrap_or_default();
        let language = credit.language.as_deref();
        let mut outlets: Vec<&str> = story.outlets.iter().map(|outlet| outlet.name.as_str()).collect();
        if outlets.len() == 1 && outlets.first().copied() == credit.outlet.as_deref() {
            outlets.clear();
        }
        Card {
            href: addresses::story(story.id),
            headline: Foreign::new(&story.headline, language),
            lead: Foreign::new(&words::beginning(&story.lead, LEAD), language),
            source: credit.outlet.unwrap_or_default(),
            numbers: numbers(story),
            copies: copies(story),
            outlets: words::list(&outlets, NAMED),
            newest: story.newest.map(|newest| times::stamp(newest, now)),
            ticks: Ticks::new(story.reports, story.copies),
        }
    }
}

/// `9 reports, 6 outlets`.
#[must_use]
pub fn numbers(story: &StorySummary) -> String {
    let reports = words::count(story.reports, "report", "reports");
    match story.carriers() {
        _ if story.outlets.is_empty() => reports,
        outlets => format!("{reports}, {}", words::count(outlets, "outlet", "outlets")),
    }
}

fn copies(story: &StorySummary) -> String {
    match story.copies {
        0 => String::new(),
        1 => "1 of them a copy".to_owned(),
        many => format!("{} of them copies", words::number(many)),
    }
}
