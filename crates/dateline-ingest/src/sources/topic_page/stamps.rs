//! The times that topic pages print beside their reports, and the days that they mean.

use std::sync::LazyLock;

use dateline_model::Moment;
use jiff::Timestamp;
use jiff::civil::Date;
use regex::Regex;

use super::items::Item;
use crate::body::Body;
use crate::dates::{self, Age, age};
use crate::{dateline, words};

/// A line that states when a report was published, and perhaps by which outlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) when: When,
    /// As written.
    pub(super) words: String,
    pub(super) outlet: Option<String>,
}

/// What it states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    At(Moment),
    Ago(Age),
}

/// Longest line that can be one, in bytes.
const LONGEST: usize = 90;

/// The name of an icon, or a word such as `Published`, runs straight into the time.
static LABEL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let word = r"(?:time|clock|calendar|icon|schedule|published|posted|updated|added|date)";
    Regex::new(&format!(r"(?i)^{word}?\s*(?:on\b)?[\s:·•|–—-]*")).ok()
});

/// Reads the line as a time, where it holds nothing else but an outlet: `time21-06-2025`, `Harbour Post · 3 days ago`.
pub(super) fn stamp(line: &str) -> Option<Stamp> {
    if line.len() > LONGEST || !may_be(line) {
        return None;
    }
    if let Some(when) = when(line) {
        return Some(Stamp { when, words: line.to_owned(), outlet: None });
    }
    for mark in [" · ", " • ", " | ", " — ", " – ", " - ", ", "] {
        let ends = [line.split_once(mark), line.rsplit_once(mark).map(|(left, right)| (right, left))];
        for (one, other) in ends.into_iter().flatten() {
            for (time, name) in [(one, other), (other, one)] {
                if words::is_label(name, 7)
                    && !name.chars().any(|character| character.is_ascii_digit())
                    && let Some(when) = when(time)
                {
                    let name = name.trim().trim_start_matches("By ").to_owned();
                    return Some(Stamp { when, words: time.to_owned(), outlet: Some(name) });
                }
            }
        }
    }
    None
}

/// A cheap look before the patterns are tried.
fn may_be(line: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    line.bytes().any(|byte| byte.is_ascii_digit())
        || lower.ends_with("ago")
        || ["yesterday", "today", "just now"].iter().any(|word| lower.contains(word))
}

fn when(words: &str) -> Option<When> {
    let bare = LABEL.as_ref()?.replace(words.trim(), "");
    [words.trim(), bare.as_ref()]
        .into_iter()
        .find_map(|words| age(words).map(When::Ago).or_else(|| dates::read_line(words).map(When::At)))
}

/// When each report was published. An age counts back from `captured`; where that is not known, from the newest day
/// that anything on the page shows it to have been saved on or after.
pub(super) fn moments(items: &[Item], bodies: &[Body], captured: Option<Timestamp>) -> Vec<Option<Moment>> {
    let newest_stated = items.iter().filter_map(|item| match item.stamp.when {
        When::At(moment) => Some(moment.day()),
        When::Ago(_) => None,
    });
    let newest_stated = newest_stated.max();
    let shown = items.iter().zip(bodies).filter_map(|(item, body)| {
        let day = dateline_day(body, newest_stated)?;
        match item.stamp.when {
            When::Ago(age) => age.after_day(day),
            When::At(_) => Some(day),
        }
    });
    let seen = shown.chain(newest_stated).max();
    let moment = |item: &Item| match (item.stamp.when, captured) {
        (When::At(moment), _) => Some(moment),
        (When::Ago(age), Some(captured)) => age.before(captured),
        (When::Ago(age), None) => age.before_day(seen?).map(Moment::Day),
    };
    items.iter().map(moment).collect()
}

/// The day that the dateline of a body names, in the year nearest to `near`.
fn dateline_day(body: &Body, near: Option<Date>) -> Option<Date> {
    dateline::day(&body.lines.first()?.words, near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_with_what_stands_beside_them() {
        let check = |line: &str, expected: Option<(&str, Option<&str>)>| {
            let found = stamp(line);
            let shown = found.as_ref().map(|stamp| {
                let when = match stamp.when {
                    When::At(moment) => moment.to_string(),
                    When::Ago(age) => format!("{age:?}"),
                };
                (when, stamp.outlet.as_deref())
            });
            assert_eq!(shown, expected.map(|(when, outlet)| (when.to_owned(), outlet)), "{line}");
        };
        check("time21-06-2025", Some(("2025-06-21", None)));
        check("timea day ago", Some(("Days(1)", None)));
        check("timean hour ago", Some(("Minutes(60)", None)));
        check("Posted: 12 March 2024", Some(("2024-03-12", None)));
        check("Harbour Post · 3 days ago", Some(("Days(3)", Some("Harbour Post"))));
        check("March 12, 2024 | Harbour Post", Some(("2024-03-12", Some("Harbour Post"))));
        check("Harbour Post, March 12, 2024", Some(("2024-03-12", Some("Harbour Post"))));
        check("It sank 3 days ago", None);
        check("The fare rises on March 12, 2024", None);
        check("Timetable", None);
    }
}
