//! How a story developed: its reports by day, copies folded under what they copy.

use std::collections::HashMap;

use dateline_model::{ArticleId, Reason};
use dateline_store::StoryPage;
use jiff::Timestamp;
use jiff::civil::Date;

use super::changes::Line;
use super::copy::{CopyView, agency, outlet};
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
    /// What outlets changed on that day, earliest first.
    pub changes: Vec<Line>,
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

/// The days of a story; `changes` is what outlets changed.
#[must_use]
pub fn days(page: &StoryPage, order: Order, changes: Vec<Line>, now: Timestamp) -> Vec<Day> {
    let places = page.reports.iter().enumerate().map(|(at, report)| (&report.id, at)).collect();
    let mut days = Told { page, places, now }.days(order);
    for line in changes {
        note(&mut days, order, line);
    }
    days.into_iter().map(|(_, day)| day).collect()
}

/// Notes a change on its day, which is made where nothing was reported on it.
fn note(days: &mut Vec<(Option<Date>, Day)>, order: Order, line: Line) {
    let Some(day) = line.noticed.as_ref().map(|noticed| noticed.day) else { return };
    let behind = |(other, _): &(Option<Date>, Day)| match other {
        None => true,
        Some(other) if order == Order::OldestFirst => *other >= day,
        Some(other) => *other <= day,
    };
    let at = days.iter().position(behind).unwrap_or(days.len());
    if days.get(at).is_none_or(|(other, _)| *other != Some(day)) {
        days.insert(at, (Some(day), open_day(Some(day), Vec::new())));
    }
    let changes = &mut days[at].1.changes;
    let later = |other: &Line| {
        other.noticed.as_ref().map(|noticed| &noticed.machine) > line.noticed.as_ref().map(|noticed| &noticed.machine)
    };
    let place = changes.iter().position(later).unwrap_or(changes.len());
    changes.insert(place, line);
}

/// A story as it is told at `now`.
struct Told<'p> {
    page: &'p StoryPage,
    places: HashMap<&'p ArticleId, usize>,
    now: Timestamp,
}

impl Told<'_> {
    fn days(&self, order: Order) -> Vec<(Option<Date>, Day)> {
        let many = self.page.reports.len();
        let roots: Vec<usize> = (0..many).map(|at| self.root(at)).collect();
        let mut folded: Vec<Vec<usize>> = vec![Vec::new(); many];
        // Reports come newest first; copies are told in the order they appeared.
        for at in (0..many).rev() {
            if roots[at] != at {
                folded[roots[at]].push(at);
            }
        }
        let mut days: Vec<(Option<Date>, Day)> = Vec::new();
        for at in self.in_order(order).into_iter().filter(|&at| roots[at] == at) {
            let entry = self.entry(at, &folded[at]);
            let day = entry.published.as_ref().map(|published| published.day);
            match days.last_mut() {
                Some((last, open)) if *last == day => open.entries.push(entry),
                _ => days.push((day, open_day(day, vec![entry]))),
            }
        }
        days
    }

    /// The places of the reports in `order`; those without a time last either way.
    fn in_order(&self, order: Order) -> Vec<usize> {
        let reports = &self.page.reports;
        let (mut dated, undated): (Vec<usize>, Vec<usize>) =
            (0..reports.len()).partition(|&at| reports[at].published.is_some());
        if order == Order::OldestFirst {
            dated.reverse();
        }
        dated.into_iter().chain(undated).collect()
    }

    /// The report that one ends under when copies are followed back: itself, where it copies none of the list. Copies
    /// in a circle each stand for themselves.
    fn root(&self, at: usize) -> usize {
        let mut here = at;
        for _ in 0..self.page.reports.len() {
            let copied = self.page.reports[here].copy_of.as_ref();
            match copied.and_then(|copy| self.places.get(&copy.article)) {
                Some(&next) if next != here => here = next,
                _ => return here,
            }
        }
        at
    }

    fn entry(&self, at: usize, copies: &[usize]) -> Entry {
        let report = &self.page.reports[at];
        let (language, outlet_name) = (report.language.as_deref(), report.outlet.as_deref());
        let copy_of = report.copy_of.as_ref().filter(|copy| !self.places.contains_key(&copy.article));
        let versions = (report.revisions > 1).then(|| words::count(report.revisions, "version", "versions"));
        Entry {
            href: addresses::article(&report.id),
            headline: Foreign::new(&report.headline, language),
            lead: Foreign::new(&report.lead, language),
            outlet: outlet(outlet_name),
            agency: agency(report.agency.as_deref(), outlet_name),
            published: report.published.map(|moment| times::stamp(moment, self.now)),
            versions: versions.unwrap_or_default(),
            why: self.why(at),
            copy_of: copy_of.map(CopyView::new),
            copies: copies.iter().map(|&copy| self.fold(copy, at)).collect(),
        }
    }

    fn fold(&self, at: usize, root: usize) -> Folded {
        let report = &self.page.reports[at];
        let copy = report.copy_of.as_ref();
        let through = copy.filter(|copy| copy.article != self.page.reports[root].id);
        Folded {
            href: addresses::article(&report.id),
            headline: Foreign::new(&report.headline, report.language.as_deref()),
            outlet: outlet(report.outlet.as_deref()),
            published: report.published.map(|moment| times::stamp(moment, self.now)),
            share: copy.map_or_else(String::new, |copy| words::percent(copy.share)),
            through: through.map_or_else(String::new, |copy| outlet(copy.outlet.as_deref())),
            why: self.why(at),
        }
    }

    fn why(&self, at: usize) -> Why {
        let name = |id: &ArticleId| self.page.reports[*self.places.get(id)?].outlet.clone();
        Why::new(self.page.reasons.get(at).unwrap_or(&Reason::New), name)
    }
}

fn open_day(day: Option<Date>, entries: Vec<Entry>) -> Day {
    let name = day.map_or_else(|| "Without a time".to_owned(), times::weekday);
    Day { name, machine: day.map(|day| day.to_string()).unwrap_or_default(), entries, changes: Vec::new() }
}
