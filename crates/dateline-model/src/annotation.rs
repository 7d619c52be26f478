//! What is found in the text of an article, each finding with its span.

use serde::{Deserialize, Serialize};

use crate::{Claim, Clause, Entity, Figure, Language, Mention, Span};

/// What kind of time an expression names, after TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TimeKind {
    /// A day, month, year or longer calendar period.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A repeated time.
    Set,
}

/// An expression of time and what it resolves to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeRef {
    /// The expression.
    pub span: Span,
    /// Its value as TIMEX3 writes it: `2025-07-01`, `2025-07`, `P3Y`.
    pub value: String,
    /// What kind of time it is.
    pub kind: TimeKind,
}

/// Everything found in one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotations {
    /// What it is written in: as stated, or as identified from the words.
    pub language: Option<Language>,
    /// The sentences, in order; each inside one line of the text.
    pub sentences: Vec<Span>,
    /// The names of persons, organisations and places, and what stands for them, in order.
    pub mentions: Vec<Mention>,
    /// What the mentions refer to, in the order of first mention.
    pub entities: Vec<Entity>,
    /// The quantities, in order.
    pub figures: Vec<Figure>,
    /// The expressions of time that could be resolved, in order.
    pub times: Vec<TimeRef>,
    /// Who said what, in the order of the cues.
    pub claims: Vec<Claim>,
    /// Who does what to whom, sentence by sentence; empty where the language has no grammar.
    pub clauses: Vec<Clause>,
}
