//! The parts of a followed story: its headline, its dated updates, and the name of the outlet in what stands after them.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::furniture::{self, Furniture};
use crate::lines::Line;
use crate::{dates, words};

/// The page of a followed story.
pub(super) struct Page {
    pub(super) title: String,
    pub(super) outlet: Option<String>,
    /// In order of the page.
    pub(super) updates: Vec<Update>,
}

/// One update: the lines under a date.
pub(super) struct Update {
    pub(super) day: Date,
    pub(super) lines: Range<usize>,
}

/// Lines that invite to follow a story, in lower case, or that head its updates.
const MARKS: &[&str] = &[
    "+ follow story",
    "follow story",
    "+ follow",
    "follow this story",
    "+ follow this story",
    "following story",
    "unfollow story",
    "get updates on this story",
    "follow live updates",
    "live updates",
    "latest updates",
    "story updates",
    "all updates",
    "updates on this story",
    "updates",
    "+ follow topic",
];

/// How far down the page the mark may stand.
const HEAD: usize = 30;
/// How many lines in a row that are no sentences show that the updates have ended.
const LABELS: usize = 3;

static SITE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:The\s+)?([\p{L}\d-]{2,40})\.(?:com|net|org|info|news|[a-z]{2,3}(?:\.[a-z]{2})?)\s+(?:is|was|brings|offers)\b").ok()
});
static COPYRIGHT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:copyright\s*)?(?:©|\(c\))\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*([\p{L}][\p{L}\d .&'’-]{2,50}?)\s*[.,|]?\s*(?:all rights.*)?$").ok()
});

/// Reads the lines as a followed story, or `None` where they are something else.
pub(super) fn page(lines: &[Line]) -> Option<Page> {
    let mark = lines.iter().take(HEAD).position(|line| is_mark(&line.words))?;
    let title = title(&lines[..mark])?;
    let starts: Vec<(usize, Date)> =
        (mark + 1..lines.len()).filter_map(|at| Some((at, date_alone(lines, at)?))).collect();
    let &(first, _) = starts.first()?;
    // Between the mark and the first date stands at most the headline again and a line or two.
    if first > mark + 6 || lines[mark + 1..first].iter().any(|line| words::count(&line.words) > 40) {
        return None;
    }
    let end = end(lines, starts.last()?.0 + 1);
    let ends = starts.iter().skip(1).map(|&(at, _)| at).chain([end]);
    let updates: Vec<Update> =
        starts.iter().zip(ends).map(|(&(at, day), end)| Update { day, lines: at + 1..end.max(at + 1) }).collect();
    let reports =
        updates.iter().any(|update| lines[update.lines.clone()].iter().any(|line| words::count(&line.words) >= 5));
    reports.then(|| Page { title, outlet: outlet(&lines[end..]), updates })
}

fn is_mark(line: &str) -> bool {
    let line = line.trim_end_matches([':', '.']).trim().to_lowercase();
    MARKS.contains(&line.as_str())
}

/// The first line before the mark that reads like a headline.
fn title(head: &[Line]) -> Option<String> {
    let headline = |line: &&Line| {
        words::count(&line.words) >= 2 && words::is_label(&line.words, 30) && dates::read_line(&line.words).is_none()
    };
    let mut headlines = head.iter().filter(headline);
    let last = head.iter().rev().find(|line| headline(line));
    // Directly before the mark, past a date, stands the headline of the page; names of sections may stand above it.
    let first = headlines.next()?;
    Some(last.unwrap_or(first).words.clone())
}

/// The date that stands alone on a line, with a line of words after it.
fn date_alone(lines: &[Line], at: usize) -> Option<Date> {
    let line = &lines[at];
    lines.get(at + 1)?;
    if line.bullet || words::count(&line.words) > 8 {
        return None;
    }
    dates::read_line(&line.words).map(|moment| moment.day())
}

/// Where the updates end and the page goes on with its own words.
fn end(lines: &[Line], from: usize) -> usize {
    for at in from..lines.len() {
        if furniture::kind(&lines[at].words) == Some(Furniture::End) {
            return at;
        }
        // What the site says of itself ends the updates, where no report follows.
        let rest =
            lines[at + 1..].iter().filter(|line| words::count(&line.words) > 12 && words::ends_sentence(&line.words));
        if SITE.as_ref().is_some_and(|pattern| pattern.is_match(&lines[at].words)) && rest.count() <= 1 {
            return at;
        }
        let run = lines[at..].iter().take(LABELS);
        let labels = run.filter(|line| words::is_label(&line.words, 6)).count();
        if labels == LABELS {
            return at;
        }
    }
    lines.len()
}

/// The outlet as the words after the updates name it: `Harbourpost.com is one of …`, `© 2024 Harbour Post`,
/// or a name that a sentence about the site repeats.
fn outlet(tail: &[Line]) -> Option<String> {
    let site = tail.iter().find_map(|line| Some(SITE.as_ref()?.captures(&line.words)?.get(1)?.as_str()));
    if let Some(site) = site {
        let folded = words::fold(site);
        let named = tail.iter().map(|line| line.words.as_str()).find(|line| words::fold(line) == folded);
        return Some(named.unwrap_or(site).to_owned());
    }
    let stated = tail
        .iter()
        .find_map(|line| Some(COPYRIGHT.as_ref()?.captures(&line.words)?.get(1)?.as_str().trim().to_owned()));
    stated.or_else(|| sign(tail))
}

/// The name on a line of its own that a sentence of the site about itself repeats.
fn sign(tail: &[Line]) -> Option<String> {
    let mut labels = tail.iter().take(LABELS).map(|line| line.words.as_str()).filter(|words| words::is_label(words, 5));
    let sentences = || tail.iter().map(|line| line.words.as_str()).filter(|words| words::count(words) > 5);
    labels.find(|label| label.len() > 3 && sentences().any(|sentence| sentence.contains(label))).map(str::to_owned)
}
