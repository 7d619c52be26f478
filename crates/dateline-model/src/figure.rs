//! Quantities.

use serde::{Deserialize, Serialize};

use crate::Span;

/// A quantity that the text states.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The words: number and unit.
    pub span: Span,
    /// The number, scales included: `3.5 million` is 3500000. Of a range, its lower end.
    pub value: f64,
    /// The upper end of a range.
    pub to: Option<f64>,
    /// What is counted in: `percent`, an ISO 4217 code, `count`, an SI symbol.
    pub unit: &'static str,
    /// How exact the words say it is.
    pub bound: Bound,
    /// What it measures, where that is said.
    pub of: Option<Span>,
    /// What it was before, where the words tell a change: `up from 3 per cent`.
    pub from: Option<Span>,
}

/// How exact a figure is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Bound {
    /// As it stands.
    #[default]
    Exact,
    /// `about`, `nearly`, `some`.
    About,
    /// `more than`, `at least`.
    AtLeast,
    /// `less than`, `up to`.
    AtMost,
}
