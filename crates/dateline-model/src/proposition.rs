//! What several reports say in the same sense.

use crate::{Source, Span, Stance, Via};

/// One place where one report says something: the content of a claim, or a sentence of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The report, by its place in the list of reports.
    pub report: usize,
    /// The words.
    pub span: Span,
    /// The sentence they stand in.
    pub sentence: Span,
    /// What the source does with them; a report asserts what it says plainly.
    pub stance: Stance,
    /// Who says so, where the report names somebody else than itself.
    pub source: Option<Source>,
    /// The outlets and people who passed it on, nearest to the report first.
    pub via: Vec<Via>,
}

/// Statements that say the same thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposition {
    /// The statements, in the order of their reports.
    pub statements: Vec<Statement>,
    /// The statement that tells it best, by its number among them.
    pub representative: usize,
    /// How many reports say it.
    pub reports: usize,
    /// How many outlets say it; a report whose outlet is not known counts as one of its own.
    pub outlets: usize,
}
