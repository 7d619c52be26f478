//! Two days or two places of one thing.

use dateline_model::{Conflict, ConflictKind, EntityKind, Relation, Span, Stance, TimeKind};

use super::build::{Stand, conflict};
use super::relation::Telling;
use crate::TimelineReport;
use crate::background::share;
use crate::features::stems::Stems;
use crate::lexicon::Mark;
use crate::told::{self, Index, Terms, Token, Told, common, name_key, weight};
use crate::words::normal_form;

/// Two statements tell of one thing where so much of the longer is the same but for day or place,
const SHARED: f32 = 0.8;
/// in words of so much weight, and so many of them.
const LEAST_WEIGHT: f32 = 1.5;
const FEWEST_TERMS: usize = 2;
/// Of days, so many: `last updated` comes with many.
const FEWEST_OF_DAYS: usize = 3;
const COMPARED: usize = 16;
/// Names as common in news as this are of countries and the like, which have other places in them.
const WIDE: f32 = 0.0095;

/// A statement with its one day or place.
struct Placed<'a> {
    stand: Stand,
    value: &'a str,
    /// The word before: `in`, `near`; for a day nothing.
    link: String,
    /// Whether it is told to be held or not.
    fate: Option<Mark>,
    rest: Terms,
}

/// The conflicts about days, then those about places, each in the order in which the things were first told.
pub fn find(reports: &[TimelineReport<'_>], told: &[Told<'_>]) -> Vec<Conflict> {
    let days: Vec<Placed<'_>> = (0..told.len()).filter_map(|at| day(reports, told, at)).collect();
    let places: Vec<Placed<'_>> = (0..told.len()).filter_map(|at| place(reports, told, at)).collect();
    let mut found = differ(reports, told, ConflictKind::Date, &days);
    found.extend(differ(reports, told, ConflictKind::Place, &places));
    found
}

fn differ(reports: &[TimelineReport<'_>], told: &[Told<'_>], kind: ConflictKind, all: &[Placed<'_>]) -> Vec<Conflict> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut index = Index::new(COMPARED);
    for (number, one) in all.iter().enumerate() {
        let same = |group: &usize| one.same_thing(&all[groups[*group][0]]);
        let group = index.near(&one.rest).into_iter().find(same).unwrap_or(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(number);
        index.add(&one.rest, group);
    }
    groups.iter().filter_map(|group| sides(reports, told, kind, all, group)).collect()
}

fn sides(
    reports: &[TimelineReport<'_>],
    told: &[Told<'_>],
    kind: ConflictKind,
    all: &[Placed<'_>],
    group: &[usize],
) -> Option<Conflict> {
    let mut sides: Vec<(&str, Vec<Stand>)> = Vec::new();
    for placed in group.iter().map(|&number| &all[number]) {
        match sides.iter_mut().find(|side| same_name(side.0, placed.value)) {
            Some(side) => side.1.push(placed.stand),
            None => sides.push((placed.value, vec![placed.stand])),
        }
    }
    if sides.len() < 2 || kind == ConflictKind::Place && beside(reports, &sides) {
        return None;
    }
    let telling = |stand: &Stand| Telling::of(reports, &told[stand.told]);
    let together = |one: &Stand, other: &Stand| telling(one).together(&telling(other));
    if sides.windows(2).any(|pair| pair[0].1.iter().any(|one| pair[1].1.iter().any(|other| together(one, other)))) {
        return None;
    }
    let settled =
        sides.windows(2).all(|pair| telling(&pair[1].1[0]).relation(&telling(&pair[0].1[0])) == Relation::Superseded);
    let relation = if settled { Relation::Superseded } else { Relation::Contradicts };
    let stands: Vec<Vec<Stand>> = sides.into_iter().map(|side| side.1).collect();
    conflict(kind, relation, told, &stands)
}

/// True where some line of a report names two of the places: one may lie in the other, or the thing in both.
fn beside(reports: &[TimelineReport<'_>], sides: &[(&str, Vec<Stand>)]) -> bool {
    reports.iter().any(|report| {
        let sentences = report.annotations.sentences.iter().map(|span| report.article.text.slice(*span));
        sentences.into_iter().any(|words| sides.iter().filter(|side| words.contains(side.0)).count() > 1)
    })
}

fn usable(one: &Told<'_>) -> bool {
    let hedged = one.tokens.iter().any(|token| token.mark == Some(Mark::Hedge));
    one.statement.stance == Stance::Asserts && !one.negated && !hedged
}

fn day<'a>(reports: &[TimelineReport<'a>], told: &[Told<'a>], at: usize) -> Option<Placed<'a>> {
    let one = &told[at];
    let [value] = told::written_days(reports, one)[..] else { return None };
    let [time] = one.times[..] else { return None };
    // `9/11` is a name.
    let words = reports[one.statement.report].article.text.slice(time.span);
    let dated = time.kind == TimeKind::Date && words.contains(char::is_alphabetic);
    (dated && usable(one)).then(|| placed(one, at, time.span, value, String::new()))
}

fn place<'a>(reports: &[TimelineReport<'a>], told: &[Told<'a>], at: usize) -> Option<Placed<'a>> {
    let one = &told[at];
    let text = &reports[one.statement.report].article.text;
    let linked = |mention: &&dateline_model::Mention| {
        let number = one.token_at(mention.span.start());
        let before = number.checked_sub(1).and_then(|number| one.tokens.get(number))?;
        let word = text.as_str().get(before.start..before.end)?.to_lowercase();
        LINKS.contains(&word.as_str()).then_some((mention.span, word))
    };
    let mut places = one
        .mentions
        .iter()
        .copied()
        .filter(|mention| mention.kind != EntityKind::Person)
        .filter_map(|mention| linked(&mention));
    let (span, link) = places.next()?;
    (usable(one) && places.next().is_none()).then(|| placed(one, at, span, text.slice(span), link))
}

/// What stands before the place of a thing.
const LINKS: &[&str] = &["in", "at", "near", "on", "off", "outside", "above", "over", "into"];

fn placed<'a>(one: &Told<'a>, at: usize, span: Span, value: &'a str, link: String) -> Placed<'a> {
    let outside = |token: &&Token| token.end <= span.start() || span.end() <= token.start;
    let rest: Vec<Token> = one.tokens.iter().filter(outside).copied().collect();
    let is_fate = |mark: &Mark| matches!(mark, Mark::CalledOff | Mark::WentAhead);
    let fate = one.tokens.iter().filter_map(|token| token.mark).find(is_fate);
    Placed { stand: Stand { told: at, value: span }, value, link, fate, rest: told::terms(&rest) }
}

impl Placed<'_> {
    fn same_thing(&self, other: &Placed<'_>) -> bool {
        let (shared, terms) = common(&self.rest, &other.rest);
        let fewest = if self.link.is_empty() { FEWEST_OF_DAYS } else { FEWEST_TERMS };
        let longer = weight(&self.rest).max(weight(&other.rest));
        let close = terms >= fewest && shared >= LEAST_WEIGHT && shared >= SHARED * longer;
        close && self.fate == other.fate && self.link == other.link && wide(self.value) == wide(other.value)
    }
}

/// True of `Mount Cook` and `Mt Cook`, `U.S.` and `US`.
fn same_name(one: &str, other: &str) -> bool {
    let last = |name: &str| name.split_whitespace().next_back().map(name_key);
    name_key(one) == name_key(other) || last(one) == last(other)
}

/// True of the names of countries, continents and the like.
fn wide(name: &str) -> bool {
    let mut form = String::new();
    normal_form(name, &mut form);
    share(Stems::of("en").hash(&form)) >= WIDE
}
