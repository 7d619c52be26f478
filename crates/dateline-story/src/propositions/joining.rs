//! Joins statements through an index of their rarest terms, so that no two are compared that have none in common.

use crate::TimelineReport;
use crate::conflicts::values::Value;
use crate::told::{self, Index, Told, common, weight};

/// A statement is compared with no more than these.
const COMPARED: usize = 32;
/// Two say the same where they share so much of the shorter and so much of the longer.
const OF_SHORTER: f32 = 0.6;
const OF_LONGER: f32 = 0.42;
/// They share at least so many terms, of so much weight in all.
const FEWEST_TERMS: usize = 2;
const LEAST_WEIGHT: f32 = 5.0;
/// Short ones may weigh less where they share so much of the longer.
const SHORT_WEIGHT: f32 = 3.5;
const SHORT_SHARE: f32 = 0.8;

/// The statements by number, in groups that say the same; each group ascending.
pub fn join(reports: &[TimelineReport<'_>], told: &[Told<'_>]) -> Vec<Vec<usize>> {
    let mut index = Index::new(COMPARED);
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut group_of: Vec<usize> = Vec::with_capacity(told.len());
    for (at, one) in told.iter().enumerate() {
        let mut best: Option<(f32, usize)> = None;
        for other in index.near(&one.terms) {
            let closeness = closeness(reports, one, &told[other]);
            if closeness.is_some_and(|closeness| best.is_none_or(|(best, _)| closeness > best)) {
                best = closeness.map(|closeness| (closeness, group_of[other]));
            }
        }
        let group = best.map_or(groups.len(), |(_, group)| group);
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(at);
        group_of.push(group);
        index.add(&one.terms, at);
    }
    groups
}

/// How much two statements share, where they say the same.
fn closeness(reports: &[TimelineReport<'_>], one: &Told<'_>, other: &Told<'_>) -> Option<f32> {
    if one.negated != other.negated || one.statement.stance != other.statement.stance {
        return None;
    }
    let (shared, terms) = common(&one.terms, &other.terms);
    let (one_weight, other_weight) = (weight(&one.terms), weight(&other.terms));
    let (shorter, longer) = (one_weight.min(other_weight), one_weight.max(other_weight));
    let short = shared >= SHORT_WEIGHT && shared >= SHORT_SHARE * longer;
    let enough = terms >= FEWEST_TERMS && (shared >= LEAST_WEIGHT || short);
    let close = enough && shared >= OF_SHORTER * shorter && shared >= OF_LONGER * longer;
    (close && figures_agree(one, other) && days_agree(reports, one, other)).then(|| shared / longer.max(1.0))
}

/// No unit is counted on both sides with nothing but other values.
fn figures_agree(one: &Told<'_>, other: &Told<'_>) -> bool {
    one.figures.iter().all(|figure| {
        let value = Value::of(figure);
        let mut same_unit = other.figures.iter().map(|other| Value::of(other)).filter(|other| other.unit == value.unit);
        let Some(first) = same_unit.next() else { return true };
        first.agrees(&value) || same_unit.any(|other| other.agrees(&value))
    })
}

/// No exact days are named on both sides, all of them others.
fn days_agree(reports: &[TimelineReport<'_>], one: &Told<'_>, other: &Told<'_>) -> bool {
    let (one, other) = (told::written_days(reports, one), told::written_days(reports, other));
    one.is_empty() || other.is_empty() || one.iter().any(|day| other.contains(day))
}
