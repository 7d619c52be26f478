//! Where the reports of one story differ, and how. No side is taken.

mod agents;
mod build;
mod denial;
mod figures;
mod gauge;
mod measured;
mod relation;
mod responsibility;
mod status;
pub mod values;
mod whereabouts;

use dateline_model::{Conflict, Proposition, Side, Statement};

use crate::TimelineReport;
use crate::frames;
use crate::told;

/// The conflicts among `propositions`, which are those of `reports`; in the order of what they differ in, then of time.
///
/// Found are: figures of one thing that no rounding or bound brings together; things called off that others say are put
/// off or were held; what one says and another denies; deeds laid at two doors; two days or two places of one thing.
/// Where a later report takes the place of an earlier one, as tolls do, that is told apart. Takes time near to linear in
/// the number of statements: only those that share rare words are compared, each with no more than a constant number.
#[must_use]
pub fn conflicts(reports: &[TimelineReport<'_>], propositions: &[Proposition]) -> Vec<Conflict> {
    let valid = |statement: &&Statement| statement.report < reports.len();
    let mut statements: Vec<&Statement> =
        propositions.iter().flat_map(|proposition| &proposition.statements).filter(valid).collect();
    statements.sort_by_key(|statement| (reports[statement.report].article.published, statement.report, statement.span));
    let mut told = told::tell(reports, &statements);
    told.iter_mut().for_each(|one| one.frames = frames::read(&reports[one.statement.report], one.statement));
    let mut conflicts = status::find(reports, &told);
    conflicts.extend(figures::find(reports, &told));
    conflicts.extend(denial::find(reports, &told));
    conflicts.extend(responsibility::find(reports, &told));
    add(&mut conflicts, agents::find(reports, &told));
    conflicts.extend(whereabouts::find(reports, &told));
    conflicts
}

/// Adds those of `found` that are not among `conflicts` already.
fn add(conflicts: &mut Vec<Conflict>, found: Vec<Conflict>) {
    for one in found {
        let has = |conflict: &Conflict, side: &Side| {
            let voices = || conflict.sides.iter().flat_map(|side| &side.voices);
            side.voices.iter().any(|voice| {
                voices().any(|other| {
                    other.statement.report == voice.statement.report
                        && other.statement.sentence == voice.statement.sentence
                })
            })
        };
        let known = |conflict: &Conflict| conflict.kind == one.kind && one.sides.iter().all(|side| has(conflict, side));
        if !conflicts.iter().any(known) {
            conflicts.push(one);
        }
    }
}

#[cfg(test)]
mod tests;
