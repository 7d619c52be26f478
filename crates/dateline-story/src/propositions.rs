//! Which statements of the reports of one story say the same thing.

mod joining;
mod statements;

use std::collections::BTreeSet;

use dateline_model::{Proposition, Statement};

use crate::TimelineReport;
use crate::told::{self, name_key};

/// What the reports of one story say, each thing once, with everyone who says it.
///
/// A statement is the content of a claim, or a sentence (or the rest of one) that the report says itself. Two say the same
/// where they share most of their words, weighed by how rare these are in the story and in news at large, and where
/// neither their figures, days nor negations differ. The order is that in which things are first told. Takes time near to
/// linear in the length of the reports.
#[must_use]
pub fn propositions(reports: &[TimelineReport<'_>]) -> Vec<Proposition> {
    let statements = statements::read(reports);
    let views: Vec<&Statement> = statements.iter().collect();
    let told = told::tell(reports, &views);
    let mut groups = joining::join(reports, &told);
    groups.sort_unstable();
    groups.iter().map(|group| proposition(reports, &told, group)).collect()
}

fn proposition(reports: &[TimelineReport<'_>], told: &[told::Told<'_>], group: &[usize]) -> Proposition {
    let weights: Vec<f32> = group.iter().map(|&at| told::weight(&told[at].terms)).collect();
    let mean = weights.iter().sum::<f32>() / weights.len().max(1) as f32;
    // The one of middling length tells it best: neither a remark nor a sentence that tells more beside it.
    let order = |a: &usize, b: &usize| (weights[*a] - mean).abs().total_cmp(&(weights[*b] - mean).abs());
    let representative = (0..group.len()).min_by(order).unwrap_or_default();
    let statements: Vec<Statement> = group.iter().map(|&at| told[at].statement.clone()).collect();
    let telling: BTreeSet<usize> = statements.iter().map(|statement| statement.report).collect();
    let outlet = |report: &usize| match &reports[*report].article.outlet {
        Some(name) => (0, name_key(name) as usize),
        None => (1, *report),
    };
    let outlets = telling.iter().map(outlet).collect::<BTreeSet<_>>().len();
    Proposition { statements, representative, reports: telling.len(), outlets }
}

#[cfg(test)]
mod tests;
