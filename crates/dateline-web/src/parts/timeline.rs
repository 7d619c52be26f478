//! How a story developed: its reports by day, copies folded under what they copy.

use std::collections::HashMap;

use dateline_model::{ArticleId, Reason};
use dateline_store::{ArticleSummary, StoryPage};
use jiff::Timestamp;
use jiff::civil::Date;

use super::copy::{CopyView, outlet};
use super::foreign::Foreign;
use super::why::Why;
use crate::times::{self, Stamp};
use crate::{addresses, words};

/// Which end of the story comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As it developed.
    #[default]
    OldestFirst,
    /// The latest on top.
    NewestFirst,
}

/// The reports of one day.
#[derive(Debug)]
pub struct Day {
    /// `Saturday 21 June 2025`, or words for reports without a time.
    pub name: String,
    /// `2025-06-21`; empty for reports without a time.
    pub machine: String,
    /// The reports.
    pub entries: Vec<Entry>,
}

/// A report, with those that copy it.
#[derive(Debug)]
pub struct Entry {
    /// Its page.
    pub href: String,
    /// Headline.
    pub headline: Foreign,
    /// First sentence.
    pub lead: Foreign,
    /// Outlet, or words for one that is not known.
    pub outlet: String,
    /// Agency credited, where it is not the outlet itself.
    pub agency: String,
    /// When it was published.
    pub published: Option<Stamp>,
    /// `3 versions`; empty where there is one.
    pub versions: String,
    /// Why it is here.
    pub why: Why,
    /// What it copies, where that is not in this story's list.
    pub copy_of: Option<CopyView>,
    /// The reports that copy it, earliest first.
    pub copies: Vec<Folded>,
}

/// A report folded beneath the one that it copies.
#[derive(Debug)]
pub struct Folded {
    /// Its page.
    pub href: String,
    /// Headline.
    pub headline: Foreign,
    /// Outlet.
    pub outlet: String,
    /// When it was published.
    pub published: Option<Stamp>,
    /// `96 %`.
    pub share: String,
    /// Whose words it shares, where that is not the report it stands under.
    pub through: String,
    /// Why it is here.
    pub why: Why,
}

/// The days of a story.
#[must_use]
pub fn days(page: &StoryPage, order: Order, now: Timestamp) -> Vec<Day> {
    let roots = roots(&page.reports);
    let mut folded: Vec<Vec<usize>> = vec![Vec::new(); page.reports.len()];
    // Reports come newest first; copies are told in the order they appeared.
    for at in (0..page.reports.len()).rev() {
        if roots[at] != at {
            folded[roots[at]].push(at);
        }
    }
    let mut days: Vec<(Option<Date>, Day)> = Vec::new();
    for at in in_order(page, order) {
        if roots[at] != at {
            continue;
        }
        let entry = entry(page, at, &folded[at], now);
        let day = entry.published.as_ref().map(|published| published.day);
        match days.last_mut() {
            Some((last, open)) if *last == day => open.entries.push(entry),
            _ => days.push((day, open_day(day, entry))),
        }
    }
    days.into_iter().map(|(_, day)| day).collect()
}

fn open_day(day: Option<Date>, entry: Entry) -> Day {
    let name = day.map_or_else(|| "Without a time".to_owned(), times::weekday);
    Day { name, machine: day.map(|day| day.to_string()).unwrap_or_default(), entries: vec![entry] }
}

/// The places of the reports in `order`; those without a time last either way.
fn in_order(page: &StoryPage, order: Order) -> Vec<usize> {
    let (dated, undated): (Vec<usize>, Vec<usize>) =
        (0..page.reports.len()).partition(|&at| page.reports[at].published.is_some());
    let dated: Vec<usize> = match order {
        Order::NewestFirst => dated,
        Order::OldestFirst => dated.into_iter().rev().collect(),
    };
    dated.into_iter().chain(undated).collect()
}

/// For each report the one it ends under when copies are followed back: itself, where it copies none of the list.
/// Copies in a circle each stand for themselves.
fn roots(reports: &[ArticleSummary]) -> Vec<usize> {
    let places: HashMap<&ArticleId, usize> = reports.iter().enumerate().map(|(at, report)| (&report.id, at)).collect();
    let above = |at: usize| {
        let copied = reports[at].copy_of.as_ref().and_then(|copy| places.get(&copy.article).copied());
        copied.filter(|&other| other != at)
    };
    let root = |at: usize| {
        let mut here = at;
        for _ in 0..reports.len() {
            match above(here) {
                Some(next) => here = next,
                None => return here,
            }
        }
        at
    };
    (0..reports.len()).map(root).collect()
}

fn entry(page: &StoryPage, at: usize, copies: &[usize], now: Timestamp) -> Entry {
    let report = &page.reports[at];
    let language = report.language.as_deref();
    let copy_of = report.copy_of.as_ref().filter(|copy| page.reports.iter().all(|other| other.id != copy.article));
    let agency = report.agency.clone().filter(|agency| report.outlet.as_ref() != Some(agency));
    Entry {
        href: addresses::article(&report.id),
        headline: Foreign::new(&report.headline, language),
        lead: Foreign::new(&report.lead, language),
        outlet: outlet(report.outlet.as_deref()),
        agency: agency.unwrap_or_default(),
        published: report.published.map(|moment| times::stamp(moment, now)),
        versions: if report.revisions > 1 {
            words::count(report.revisions, "version", "versions")
        } else {
            String::new()
        },
        why: why(page, at),
        copy_of: copy_of.map(CopyView::new),
        copies: copies.iter().map(|&copy| fold(page, copy, at, now)).collect(),
    }
}

fn fold(page: &StoryPage, at: usize, root: usize, now: Timestamp) -> Folded {
    let report = &page.reports[at];
    let copy = report.copy_of.as_ref();
    let through = copy.filter(|copy| copy.article != page.reports[root].id);
    Folded {
        href: addresses::article(&report.id),
        headline: Foreign::new(&report.headline, report.language.as_deref()),
        outlet: outlet(report.outlet.as_deref()),
        published: report.published.map(|moment| times::stamp(moment, now)),
        share: copy.map_or_else(String::new, |copy| words::percent(copy.share)),
        through: through.map_or_else(String::new, |copy| outlet(copy.outlet.as_deref())),
        why: why(page, at),
    }
}

fn why(page: &StoryPage, at: usize) -> Why {
    let name = |id: &ArticleId| page.reports.iter().find(|report| report.id == *id)?.outlet.clone();
    Why::new(page.reasons.get(at).unwrap_or(&Reason::New), name)
}
