//! The reports of a topic page by their shape: headline, outlet, time, section, headline again, body.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::stamps::{Stamp, stamp};
use crate::lines::Line;
use crate::words;

/// One report of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) headline: String,
    pub(super) outlet: Option<String>,
    pub(super) section: Option<String>,
    pub(super) stamp: Stamp,
    /// The line its headline first stands on.
    pub(super) start: usize,
    /// The lines of its body.
    pub(super) body: Range<usize>,
    /// True where the headline stands twice or more, which is how such lists are laid out.
    repeated: bool,
}

/// How many lines after the time the headline may stand again.
const BETWEEN: usize = 6;
/// Most words of an outlet's name.
const OUTLET_WORDS: usize = 7;
/// Fewest words of a body that shows a list of reports rather than of headlines.
const BODY_WORDS: usize = 8;

static TOPIC: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"#([\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)").ok());
static NAMED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?i)^(?:topic|tag)s?\s*[:|]\s*(.{2,60})$").ok());

/// True where the lines are a topic page: two reports or more with different headlines that are repeated, most of them
/// with a body; one will do under a heading that names the topic.
pub(in crate::sources) fn is_topic_page(lines: &[Line]) -> bool {
    let items = items(lines);
    let least = if names_a_topic(lines) { 1 } else { 2 };
    let mut headlines: Vec<String> =
        items.iter().filter(|item| item.repeated).map(|item| words::fold(&item.headline)).collect();
    headlines.sort();
    headlines.dedup();
    let repeated = headlines.len();
    let long = |item: &&Item| {
        let mut body = lines[item.body.clone()].iter();
        let enough = body.try_fold(0, |sum, line| {
            let sum = sum + words::count(&line.words);
            if sum >= BODY_WORDS { Err(()) } else { Ok(sum) }
        });
        enough.is_err()
    };
    let bodies = items.iter().filter(long).count();
    repeated >= least && repeated * 2 >= items.len() && bodies * 2 >= items.len() && bodies > 0
}

/// True where a heading before the first report names the topic.
pub(in crate::sources) fn names_a_topic(lines: &[Line]) -> bool {
    // Most pages name none anywhere: the search for times that begins a report is dear.
    lines.iter().any(|line| !named(line).is_empty()) && !topics(lines, &items(lines)).is_empty()
}

/// The topics that the lines before the first report name: `#HarbourStrike`, `Topic: Ferries`.
pub(super) fn topics(lines: &[Line], items: &[Item]) -> Vec<String> {
    let Some(first) = items.first() else { return Vec::new() };
    let mut topics: Vec<String> = Vec::new();
    for topic in lines[..first.start].iter().rev().take(20).flat_map(named) {
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    topics
}

/// The topics that a line names.
fn named(line: &Line) -> Vec<String> {
    if words::count(&line.words) > 15 {
        return Vec::new();
    }
    let tags = TOPIC.as_ref().into_iter().flat_map(|pattern| pattern.captures_iter(&line.words));
    let named = NAMED.as_ref().and_then(|pattern| pattern.captures(&line.words));
    tags.chain(named).map(|found| found[1].trim().trim_start_matches('#').to_owned()).collect()
}

/// The reports, in order of the page. Each line with a time that has a headline before it begins one.
pub(super) fn items(lines: &[Line]) -> Vec<Item> {
    let stamps = lines.iter().enumerate().filter_map(|(at, line)| Some((at, stamp(&line.words)?)));
    let mut items: Vec<Item> = Vec::new();
    for (at, stamp) in stamps {
        let floor = items.last().map_or(0, |item| item.body.start);
        if let Some(item) = item(lines, floor, at, stamp) {
            if let Some(last) = items.last_mut() {
                last.body.end = item.start.max(last.body.start);
            }
            items.push(item);
        }
    }
    items
}

fn item(lines: &[Line], floor: usize, at: usize, stamp: Stamp) -> Option<Item> {
    // `Outlet / time` after the headline, or the time directly after it.
    let candidates = if stamp.outlet.is_some() { [Some(1), None] } else { [Some(2), Some(1)] };
    let mut found: Vec<Item> = Vec::new();
    for back in candidates.into_iter().flatten() {
        let Some(headline_at) = at.checked_sub(back).filter(|&headline_at| headline_at >= floor) else { continue };
        let headline = &lines[headline_at].words;
        if !is_headline(headline) {
            continue;
        }
        let between = (back == 2).then(|| lines[at - 1].words.clone());
        if between.as_ref().is_some_and(|name| !words::is_label(name, OUTLET_WORDS)) {
            continue;
        }
        found.push(laid_out(lines, floor, headline_at, at, stamp.clone(), between));
    }
    let repeated = found.iter().position(|item| item.repeated);
    (!found.is_empty()).then(|| found.swap_remove(repeated.unwrap_or(0)))
}

fn laid_out(
    lines: &[Line],
    floor: usize,
    headline_at: usize,
    at: usize,
    stamp: Stamp,
    between: Option<String>,
) -> Item {
    let headline = lines[headline_at].words.clone();
    let folded = words::fold(&headline);
    let mut start = headline_at;
    while start > floor && words::fold(&lines[start - 1].words) == folded {
        start -= 1;
    }
    let mut outlet = stamp.outlet.clone().or(between);
    let after = &lines[at + 1..];
    let mut facts_only = after.iter().take(BETWEEN);
    let again =
        facts_only.position(|line| words::fold(&line.words) == folded || !words::is_label(&line.words, OUTLET_WORDS));
    let again = again.filter(|&at| words::fold(&after[at].words) == folded);
    // Between the time and the body stand section and outlet, as bullets or before the repeated headline.
    let bullets = after.iter().take_while(|line| line.bullet && words::is_label(&line.words, OUTLET_WORDS)).count();
    let facts = again.unwrap_or(bullets.min(BETWEEN));
    let outlet_folded = outlet.as_deref().map(words::fold).unwrap_or_default();
    let mut section = None;
    for line in &after[..facts] {
        let fold = words::fold(&line.words);
        if words::is_label(&line.words, OUTLET_WORDS) && fold != outlet_folded {
            section = section.or_else(|| Some(line.words.clone()));
        }
    }
    // An outlet may stand above its headline instead.
    if outlet.is_none() && start > floor && words::is_label(&lines[start - 1].words, 4) && start < headline_at {
        outlet = Some(lines[start - 1].words.clone());
        start -= 1;
    }
    let body = at + 1 + facts + usize::from(again.is_some());
    Item {
        headline,
        outlet,
        section,
        stamp,
        start,
        body: body..lines.len(),
        repeated: again.is_some() || start < headline_at,
    }
}

fn is_headline(line: &str) -> bool {
    (2..=40).contains(&words::count(line)) && line.len() <= 400 && line.chars().any(char::is_alphabetic)
}
