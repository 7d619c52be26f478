//! Conflicts: short stories written for this project, with what their reports differ in and what they say alike.

mod notation;
mod real;

use std::fmt::Write;

use anyhow::{Context, Result};
use dateline_engine::{StoryReport, Studied, conflicts, propositions};
use dateline_model::{Conflict, Proposition, Relation, Side, Statement};

use crate::data::root;
use crate::differences;
use crate::scoreboard::Scores;
use notation::{Case, Expected, KINDS, Place};

/// The files of cases, and whether what is wrong in them may be read: the fifth and sixth are not worked on.
const FILES: &[(&str, bool)] =
    &[("first", true), ("second", true), ("third", true), ("fourth", true), ("fifth", false), ("sixth", false)];

/// Measures; see `evals/conflicts/README.md`.
pub fn run() -> Result<Option<Vec<Scores>>> {
    let (mut scores, mut differences, mut all) = (Vec::new(), String::new(), Tally::default());
    for &(name, shown) in FILES {
        let path = root().join("evals/conflicts/cases").join(name).with_extension("txt");
        let file = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let mut tally = Tally::default();
        for case in notation::read(&file)? {
            let wrong = tally.hold(&case);
            if shown && !wrong.is_empty() {
                let _ = writeln!(differences, "{name}: {}\n{wrong}", case.title);
            }
        }
        println!(
            "  {name}: {} of {} conflicts found, {} of {} raised are wrong; {} pairs alike, {} found, {} right",
            tally.found, tally.expected, tally.wrong, tally.raised, tally.alike, tally.joined, tally.right
        );
        scores.push(tally.scores(name));
        all.add(&tally);
    }
    real::count()?;
    scores.insert(0, all.scores("all"));
    differences::write("conflicts.txt", &differences)?;
    Ok(Some(scores))
}

/// Counts over some cases.
#[derive(Default)]
struct Tally {
    expected: usize,
    found: usize,
    raised: usize,
    wrong: usize,
    alike: usize,
    alike_found: usize,
    joined: usize,
    right: usize,
}

impl Tally {
    fn add(&mut self, other: &Tally) {
        self.expected += other.expected;
        self.found += other.found;
        self.raised += other.raised;
        self.wrong += other.wrong;
        self.alike += other.alike;
        self.alike_found += other.alike_found;
        self.joined += other.joined;
        self.right += other.right;
    }

    fn scores(&self, set: &str) -> Scores {
        let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
        let (precision, recall) = (share(self.right, self.joined), share(self.alike_found, self.alike));
        let f1 = if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) };
        let unraised = 1.0 - share(self.wrong, self.raised);
        Scores::new(set, [("found", share(self.found, self.expected)), ("rightly raised", unraised), ("same f1", f1)])
    }

    /// Counts one case and tells what was wrong in it.
    fn hold(&mut self, case: &Case) -> String {
        let reports: Vec<StoryReport<'_>> = case
            .reports
            .iter()
            .map(|studied| StoryReport { article: &studied.article, annotations: &studied.annotations })
            .collect();
        let propositions = propositions(&reports);
        let raised = conflicts(&reports, &propositions);
        let mut wrong = String::new();
        self.expected += case.conflicts.len();
        self.raised += raised.len();
        for expected in &case.conflicts {
            let found = raised.iter().any(|conflict| is(conflict, expected));
            self.found += usize::from(found);
            if !found {
                let words = expected.sides.map(|place| words(&case.reports, place));
                let kind = kind(expected.kind, expected.relation);
                let _ = writeln!(wrong, "  missing {kind}: {} / {}", words[0], words[1]);
            }
        }
        for conflict in &raised {
            if !case.conflicts.iter().any(|expected| is(conflict, expected)) {
                self.wrong += 1;
                let _ = writeln!(wrong, "  wrong {}", tell(&case.reports, conflict));
            }
        }
        self.hold_same(case, &propositions, &mut wrong);
        wrong
    }

    /// Pairs of statements of different reports, in the cases that say which are alike.
    fn hold_same(&mut self, case: &Case, propositions: &[Proposition], wrong: &mut String) {
        if case.same.is_empty() {
            return;
        }
        let pairs: Vec<[&Statement; 2]> = propositions.iter().flat_map(pairs).collect();
        let same = |pair: &[&Statement; 2], expected: &[Place; 2]| {
            let each = |one: usize, other: usize| holds(pair[one], &expected[0]) && holds(pair[other], &expected[1]);
            each(0, 1) || each(1, 0)
        };
        self.alike += case.same.len();
        self.joined += pairs.len();
        for expected in &case.same {
            let found = pairs.iter().any(|pair| same(pair, expected));
            self.alike_found += usize::from(found);
            if !found {
                let _ = writeln!(
                    wrong,
                    "  apart: {} / {}",
                    words(&case.reports, expected[0]),
                    words(&case.reports, expected[1])
                );
            }
        }
        for pair in &pairs {
            let right = case.same.iter().any(|expected| same(pair, expected));
            self.right += usize::from(right);
            if !right {
                let said = pair
                    .map(|statement| words(&case.reports, Place { report: statement.report, span: statement.span }));
                let _ = writeln!(wrong, "  joined: {} / {}", said[0], said[1]);
            }
        }
    }
}

/// The pairs of statements of a proposition that stand in different reports.
fn pairs(proposition: &Proposition) -> Vec<[&Statement; 2]> {
    let statements = &proposition.statements;
    let of = |at: usize| statements[at + 1..].iter().map(move |other| [&statements[at], other]);
    (0..statements.len()).flat_map(of).filter(|[one, other]| one.report != other.report).collect()
}

/// True where the words of the statement overlap those at the place.
fn holds(statement: &Statement, place: &Place) -> bool {
    statement.report == place.report && statement.span.meets(place.span)
}

/// True where the conflict is the one expected, with both its sides.
fn is(conflict: &Conflict, expected: &Expected) -> bool {
    let has = |side: &Side, place: &Place| {
        side.voices.iter().any(|voice| voice.statement.report == place.report && voice.value.meets(place.span))
    };
    let sides = &conflict.sides;
    let at = |place: &Place| sides.iter().position(|side| has(side, place));
    let (one, other) = (at(&expected.sides[0]), at(&expected.sides[1]));
    let order = conflict.relation == Relation::Contradicts || one < other;
    let both = one.is_some() && other.is_some() && one != other;
    conflict.kind == expected.kind && conflict.relation == expected.relation && both && order
}

fn kind(kind: dateline_model::ConflictKind, relation: Relation) -> String {
    let name = KINDS.iter().find(|known| known.1 == kind).map_or("", |known| known.0);
    format!("{} {name}", if relation == Relation::Contradicts { "conflict" } else { "superseded" })
}

fn words(reports: &[Studied], place: Place) -> String {
    format!("“{}” ({})", reports[place.report].article.text.slice(place.span), place.report + 1)
}

fn tell(reports: &[Studied], conflict: &Conflict) -> String {
    let voice = |side: &Side| {
        let voices = side.voices.iter().map(|voice| {
            let value = words(reports, Place { report: voice.statement.report, span: voice.value });
            let said = reports[voice.statement.report].article.text.slice(voice.statement.span);
            format!("{value} in “{said}”")
        });
        voices.collect::<Vec<_>>().join(" and ")
    };
    let sides: Vec<String> = conflict.sides.iter().map(voice).collect();
    format!("{}: {}", kind(conflict.kind, conflict.relation), sides.join("\n    against "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cases_can_be_read_and_there_are_enough_of_them() {
        let (mut cases, mut quiet, mut same) = (0, 0, 0);
        for (name, _) in FILES {
            let path = root().join("evals/conflicts/cases").join(name).with_extension("txt");
            for case in notation::read(&std::fs::read_to_string(path).unwrap()).unwrap() {
                cases += 1;
                quiet += usize::from(case.conflicts.is_empty());
                same += case.same.len();
            }
        }
        assert!(cases >= 60 && 3 * quiet >= cases && same >= 40, "{cases} {quiet} {same}");
    }
}
