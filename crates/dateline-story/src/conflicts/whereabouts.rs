//! Two days or two places of one thing.

use dateline_model::{Conflict, ConflictKind, Relation, Span, Stance, TimeKind};

use super::build::{Stand, conflict};
use super::relation::Telling;
use crate::TimelineReport;
use crate::background::share;
use crate::features::stems::Stems;
use crate::frames::{Frame, Likeness, Meeting, pair};
use crate::lexicon::Mark;
use crate::thesaurus::Thesaurus;
use crate::told::{self, Index, Terms, Token, Told, common, name_key, weight};
use crate::words::normal_form;

/// Two statements tell of one thing where so much of the longer is the same but for day or place,
const SHARED: f32 = 0.8;
/// in words of so much weight, and so many of them.
const LEAST_WEIGHT: f32 = 1.5;
const FEWEST_TERMS: usize = 2;
/// or so much of the shorter and of the longer, in words of more weight.
const OF_SHORTER: f32 = 0.5;
const OF_LONGER: f32 = 0.4;
const ENOUGH: f32 = 6.0;
/// Where both hang on one deed, words of so much weight and so much of the shorter do.
const OF_DEED: f32 = 5.0;
const DEED_SHARE: f32 = 0.4;
const DEED_ALIKE: f32 = 0.7;
/// A day or place hangs on no more verbs and nouns than these.
const HANGS: usize = 2;
const COMPARED: usize = 16;
/// Words of names that tell them apart have so many letters.
const LONG: usize = 4;
/// Names as common in news as this are of countries and the like, which have other places in them.
const WIDE: f32 = 0.0105;

/// A statement with its one day or place.
struct Placed<'a> {
    stand: Stand,
    value: &'a str,
    /// The word before: `in`, `near`; for a day nothing.
    link: String,
    /// Whether it is told to be held or not.
    fate: Option<Mark>,
    report: usize,
    /// It is the day of the report itself, as pages write it above or below.
    heads: bool,
    /// The parts of a course of events that it names.
    stages: Vec<u32>,
    rest: Terms,
    /// The verbs and nouns it hangs on.
    frames: Vec<Frame>,
    thesaurus: &'static Thesaurus,
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

fn usable(reports: &[TimelineReport<'_>], one: &Told<'_>) -> bool {
    // `Is expected on 16 May` names the day.
    let hedged = one.tokens.iter().any(|token| one.is_doubt(reports, token));
    let words = one.tokens.iter().filter(|token| token.weight > 0.0);
    let headline = 2 * words.clone().filter(|token| token.capital).count() > words.count() + 1;
    one.statement.stance == Stance::Asserts && !one.negated && !hedged && !headline
}

fn day<'a>(reports: &[TimelineReport<'a>], told: &[Told<'a>], at: usize) -> Option<Placed<'a>> {
    let one = &told[at];
    let [value] = told::written_days(reports, one)[..] else { return None };
    let time = one.times.iter().find(|time| time.value.starts_with(value))?;
    // `9/11` is a name.
    let words = reports[one.statement.report].article.text.slice(time.span);
    let dated = time.kind == TimeKind::Date && words.contains(char::is_alphabetic);
    // A line that begins with a day is mostly the page's own: `21 July: last updated`.
    let heads = time.span.start() == one.statement.span.start();
    (dated && !heads && usable(reports, one)).then(|| placed(reports, one, at, time.span, value, String::new()))
}

fn place<'a>(reports: &[TimelineReport<'a>], told: &[Told<'a>], at: usize) -> Option<Placed<'a>> {
    let one = &told[at];
    let text = &reports[one.statement.report].article.text;
    let linked = |at: usize| {
        let word = text.as_str().get(one.tokens[at].start..one.tokens[at].end)?.to_lowercase();
        let name = |token: &&Token| token.capital && token.weight > 0.0;
        let last =
            one.tokens[at + 1..].iter().take_while(|token| name(token)).take_while(|token| !token.opens).last()?;
        let span = text.span(one.tokens[at + 1].start..last.end)?;
        let timed = one.times.iter().any(|time| time.span.meets(span));
        (LINKS.contains(&word.as_str()) && !timed).then_some((span, word))
    };
    let mut places = (0..one.tokens.len()).filter_map(linked);
    let (span, link) = places.next()?;
    (usable(reports, one) && places.next().is_none()).then(|| placed(reports, one, at, span, text.slice(span), link))
}

/// What stands before the place of a thing.
const LINKS: &[&str] = &["in", "at", "near", "off", "outside", "above", "over", "into"];

fn placed<'a>(
    reports: &[TimelineReport<'a>],
    one: &Told<'a>,
    at: usize,
    span: Span,
    value: &'a str,
    link: String,
) -> Placed<'a> {
    let outside = |token: &&Token| token.end <= span.start() || span.end() <= token.start;
    let changed = |token: &&Token| matches!(token.mark, Some(Mark::PutOff | Mark::Revision));
    let rest: Vec<Token> = one
        .tokens
        .iter()
        .filter(outside)
        .filter(|token| link.is_empty().then(|| changed(token)) != Some(true))
        .copied()
        .collect();
    let is_fate = |mark: &Mark| matches!(mark, Mark::CalledOff | Mark::WentAhead);
    let fate = one.tokens.iter().filter_map(|token| token.mark).find(is_fate);
    let mut stages: Vec<u32> = one
        .tokens
        .iter()
        .filter(|token| matches!(token.mark, Some(Mark::Stage | Mark::Beginning | Mark::Toll)))
        .map(|token| token.key)
        .collect();
    stages.sort_unstable();
    stages.dedup();
    let published = reports[one.statement.report].article.published.map(|moment| moment.day().to_string());
    let heads = published.as_deref() == Some(value);
    let covers = |frame: &&Frame| frame.words.start() <= span.start() && span.end() <= frame.words.end();
    let mut frames: Vec<Frame> = one.frames.iter().filter(covers).cloned().collect();
    frames.sort_by_key(|frame| (frame.words.len(), frame.head));
    frames.truncate(HANGS);
    // `The meeting took place in`: the deed is the subject.
    let themes: Vec<Span> = frames.iter().filter_map(|frame| frame.theme()).map(|theme| theme.span).collect();
    frames.extend(one.frames.iter().filter(|frame| frame.nominal && themes.contains(&frame.head)).cloned());
    Placed {
        frames,
        thesaurus: one.thesaurus(reports),
        stand: Stand { told: at, value: span },
        value,
        link,
        report: one.statement.report,
        heads,
        fate,
        stages,
        rest: told::terms(&rest),
    }
}

impl Placed<'_> {
    fn same_thing(&self, other: &Placed<'_>) -> bool {
        let (shared, terms) = common(&self.rest, &other.rest);
        let (one, another) = (weight(&self.rest), weight(&other.rest));
        let nearly = terms >= FEWEST_TERMS && shared >= LEAST_WEIGHT && shared >= SHARED * one.max(another);
        let enough =
            shared >= ENOUGH && shared >= OF_SHORTER * one.min(another) && shared >= OF_LONGER * one.max(another);
        let stages = !self.stages.is_empty() && !other.stages.is_empty() && self.stages != other.stages;
        // Places of things told in other words are too often of other things.
        let day = self.link.is_empty() && self.report != other.report && !self.heads && !other.heads;
        let close = nearly || day && terms >= FEWEST_TERMS && enough;
        let close = close && self.link == other.link
            || self.report != other.report && self.link.is_empty() == other.link.is_empty() && self.of_one_deed(other);
        close && !stages && self.fate == other.fate && wide(self.value) == wide(other.value)
    }

    /// True where both hang on the same deed of the same doer, or done to the same.
    fn of_one_deed(&self, other: &Placed<'_>) -> bool {
        let (shared, _) = common(&self.rest, &other.rest);
        let shorter = weight(&self.rest).min(weight(&other.rest));
        let linked = self.link == other.link;
        let one_deed = |one: &Frame, other: &Frame| {
            let pairs = [
                pair(self.thesaurus, one.doer(), other.doer()),
                pair(self.thesaurus, one.object.as_ref(), other.object.as_ref()),
                pair(self.thesaurus, one.theme(), other.theme()),
            ];
            let alike = pairs.contains(&Likeness::Alike) && linked && shared >= DEED_ALIKE * shorter;
            let same = (pairs.contains(&Likeness::Same) || alike) && !pairs[..2].contains(&Likeness::Apart);
            one.meets(other) == Some(Meeting::Same) && same && one.negated == other.negated
        };
        let deeds = || self.frames.iter().any(|one| other.frames.iter().any(|other| one_deed(one, other)));
        shared >= OF_DEED && shared >= DEED_SHARE * shorter && deeds()
    }
}

/// True of `Mount Cook` and `Mt Cook`, `U.S.` and `US`: names that are the same or share a word.
fn same_name(one: &str, other: &str) -> bool {
    let words =
        |name: &str| name.split_whitespace().filter(|word| word.len() >= LONG).map(name_key).collect::<Vec<u32>>();
    let (of_one, of_other) = (words(one), words(other));
    name_key(one) == name_key(other) || of_one.iter().any(|word| of_other.contains(word))
}

/// True of the names of countries, continents and the like.
fn wide(name: &str) -> bool {
    let mut form = String::new();
    normal_form(name, &mut form);
    share(Stems::of("en").hash(&form)) >= WIDE
}
