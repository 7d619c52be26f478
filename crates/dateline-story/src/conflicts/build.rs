//! Puts conflicts together.

use dateline_model::{Conflict, ConflictKind, Relation, Side, Span, Voice};

use crate::told::Told;

/// A statement, by its number, with the words in it that make the difference.
#[derive(Clone, Copy, Debug)]
pub struct Stand {
    /// The statement.
    pub told: usize,
    /// The words.
    pub value: Span,
}

/// A conflict of `sides`, each in the order of its reports; about what the first statement is about.
pub fn conflict(kind: ConflictKind, relation: Relation, told: &[Told<'_>], sides: &[Vec<Stand>]) -> Option<Conflict> {
    let first = sides.first()?.first()?;
    let about = told[first.told].statement;
    let voice = |stand: &Stand| Voice { value: stand.value, statement: told[stand.told].statement.clone() };
    let side = |stands: &Vec<Stand>| Side { voices: stands.iter().map(voice).collect() };
    let sides = sides.iter().map(side).collect();
    Some(Conflict { kind, relation, about: (about.report, about.span), sides })
}
