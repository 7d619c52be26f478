//! Figures of one thing that differ.

use std::collections::BTreeMap;

use dateline_model::{Bound, Conflict, ConflictKind, Relation};

use super::build::{Stand, conflict};
use super::measured::{self, Measured};
use super::relation::{LATER, Telling};
use super::values::Value;
use crate::TimelineReport;
use crate::lexicon::Mark;
use crate::told::{Index, Told};

/// A figure is held against no more things than these,
const COMPARED: usize = 16;
/// and of each against no more figures than these.
const EXEMPLARS: usize = 6;

/// Tolls told further apart in time than this are of other days; other figures change in so many seconds.
const TOLL_DAYS: i64 = 36 * 3600;
const DAYS: i64 = 5 * 24 * 3600;

/// One value of one thing with everyone who gives it.
struct Side<'a, 'm> {
    value: Value,
    members: Vec<&'m Measured<'a>>,
    stands: Vec<Stand>,
    /// Some later report says that it was told in its place.
    replaced: bool,
}

/// The conflicts of figures, in the order in which the things were first told.
pub fn find(reports: &[TimelineReport<'_>], told: &[Told<'_>]) -> Vec<Conflict> {
    let all: Vec<Measured<'_>> = (0..told.len()).flat_map(|at| measured::read(reports, told, at)).collect();
    let tellings: Vec<Telling> = told.iter().map(|one| Telling::of(reports, one)).collect();
    let things = things(&all);
    things.iter().flat_map(|thing| differ(&all, thing, told, &tellings)).collect()
}

/// The figures by number, in groups that measure the same thing.
fn things(all: &[Measured<'_>]) -> Vec<Vec<usize>> {
    let mut things: Vec<Vec<usize>> = Vec::new();
    let mut indices: BTreeMap<&str, Index> = BTreeMap::new();
    for (number, one) in all.iter().enumerate() {
        let index = indices.entry(one.value.unit).or_insert_with(|| Index::new(COMPARED));
        // The thing most of whose first figures are like this one.
        let like = |thing: &usize| {
            let exemplars = &things[*thing][..things[*thing].len().min(EXEMPLARS)];
            let same = exemplars.iter().filter(|other| one.same_thing(&all[**other])).count();
            (2 * same >= exemplars.len()).then_some(100 * same / exemplars.len())
        };
        let near = index.near(&one.context);
        let best = near.into_iter().filter_map(|thing| Some((like(&thing)?, std::cmp::Reverse(thing)))).max();
        let thing = best.map_or(things.len(), |(_, thing)| thing.0);
        if thing == things.len() {
            things.push(Vec::new());
        }
        things[thing].push(number);
        index.add(&one.context, thing);
    }
    things
}

/// The conflicts about one thing: those that a later report settled, and those that stand.
fn differ(all: &[Measured<'_>], thing: &[usize], told: &[Told<'_>], tellings: &[Telling]) -> Vec<Conflict> {
    let sides = sides(all, thing);
    let relations = |one: &usize, other: &usize| relation(&sides[*one], &sides[*other], told, tellings);
    let mut chain: Vec<usize> = Vec::new();
    let mut apart: Vec<usize> = Vec::new();
    for at in 0..sides.len() {
        match chain.last().map(|last| relations(last, &at)) {
            None | Some(Some(Relation::Superseded)) => chain.push(at),
            _ => {}
        }
        let contradicts = |other: &usize| relations(other, &at) == Some(Relation::Contradicts);
        let standing = (0..at).filter(|&other| !sides[other].replaced);
        apart.extend(standing.filter(contradicts).flat_map(|other| [other, at]));
    }
    apart.sort_unstable();
    apart.dedup();
    let make = |relation: Relation, chosen: &[usize]| {
        let stands: Vec<Vec<Stand>> = chosen.iter().map(|&at| sides[at].stands.clone()).collect();
        (stands.len() > 1).then(|| conflict(ConflictKind::Figures, relation, told, &stands)).flatten()
    };
    [make(Relation::Superseded, &chain), make(Relation::Contradicts, &apart)].into_iter().flatten().collect()
}

/// The values of one thing in the order in which they were told; what fits two values speaks for neither against the other.
fn sides<'a, 'm>(all: &'m [Measured<'a>], thing: &[usize]) -> Vec<Side<'a, 'm>> {
    let mut sides: Vec<Side<'a, 'm>> = Vec::new();
    let exact = |number: &&usize| all[**number].value.bound == Bound::Exact;
    let (first, then): (Vec<&usize>, Vec<&usize>) = thing.iter().partition(exact);
    for &number in first.into_iter().chain(then) {
        let one = &all[number];
        let stand = Stand { told: one.told, value: one.span };
        let between = sides.iter().any(|side| side.value.agrees(&one.value));
        match sides.iter_mut().find(|side| side.value.same(&one.value)) {
            Some(side) => {
                side.members.push(one);
                side.stands.push(stand);
            }
            None if between => {}
            None => sides.push(Side { value: one.value, members: vec![one], stands: vec![stand], replaced: false }),
        }
    }
    sides.iter_mut().for_each(|side| side.stands.sort_by_key(|stand| stand.told));
    sides.sort_by_key(|side| side.stands[0].told);
    let replacing: Vec<&Measured<'a>> = thing.iter().map(|&number| &all[number]).collect();
    for one in replacing {
        let Some((span, value)) = one.replaced else { continue };
        match sides.iter_mut().find(|side| side.value.agrees(&value)) {
            Some(side) => side.replaced = true,
            None => {
                let stands = vec![Stand { told: one.told, value: span }];
                sides.insert(0, Side { value, members: Vec::new(), stands, replaced: true });
            }
        }
    }
    sides
}

/// How the later of two sides stands to the earlier; `None` where they do not meet.
fn relation(one: &Side<'_, '_>, other: &Side<'_, '_>, told: &[Told<'_>], tellings: &[Telling]) -> Option<Relation> {
    let replaces = |member: &&Measured<'_>| member.replaced.is_some_and(|(_, value)| value.agrees(&one.value));
    if other.members.iter().any(replaces) {
        return Some(Relation::Superseded);
    }
    let toll = other.members.first()?.moves;
    let pairs = one.stands.iter().flat_map(|stand| other.stands.iter().map(move |other| (stand.told, other.told)));
    let mut pairs = pairs.map(|(before, behind)| (&tellings[before], &tellings[behind]));
    // Of crowds one report gives the count of each side, often in the writer's words.
    let counted = toll == Some(Mark::Counted);
    if pairs.clone().any(|(before, behind)| if counted { behind.together(before) } else { behind.own(before) }) {
        return None;
    }
    let first = |side: &Side<'_, '_>| side.stands.iter().map(|stand| &tellings[stand.told]).min_by_key(|one| one.when);
    let (before, behind) = (first(one)?, first(other)?);
    let grows = other.value.value > one.value.value;
    let moves = match toll {
        Some(Mark::Shrinking) => true,
        Some(Mark::Toll | Mark::Losing) => grows,
        _ => false,
    };
    let time = behind.after(before).is_some_and(|after| after >= LATER || after > 0 && behind.revising);
    let shrinks = !grows && toll == Some(Mark::Toll);
    // The dead do not become fewer within the hour because another outlet says so.
    let anew = |before: &Telling, behind: &Telling| {
        let soon = behind.after(before).is_none_or(|after| after < LATER);
        !(shrinks && soon) || behind.same_voice(before)
    };
    let retold = pairs.any(|(before, behind)| behind.relation(before) == Relation::Superseded && anew(before, behind));
    if (moves && time || retold) && !side_by_side(one, other, told) {
        return Some(Relation::Superseded);
    }
    // `At least 18` leaves open what is more; `about 18` leaves open what is near, which has met it already.
    let all = |side: &Side<'_, '_>, bound: Bound| side.members.iter().all(|member| member.value.bound == bound);
    let beyond = |side: &Side<'_, '_>, more: bool| all(side, if more { Bound::AtLeast } else { Bound::AtMost });
    let open = beyond(one, grows) || beyond(other, !grows);
    let span = if matches!(toll, Some(Mark::Toll | Mark::Shrinking | Mark::Losing)) { TOLL_DAYS } else { DAYS };
    let close = behind.after(before).is_none_or(|after| after.abs() <= span);
    (!open && close).then_some(Relation::Contradicts)
}

/// True where one report gives both values, each as what somebody says.
fn side_by_side(one: &Side<'_, '_>, other: &Side<'_, '_>, told: &[Told<'_>]) -> bool {
    let report = |stand: &Stand| told[stand.told].statement.report;
    one.stands.iter().any(|stand| other.stands.iter().any(|other| report(stand) == report(other)))
}
