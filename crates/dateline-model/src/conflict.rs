//! Statements that cannot all hold, or did not all hold at once. Which is right is not said.

use serde::{Deserialize, Serialize};

use crate::{Span, Statement};

/// What the statements differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ConflictKind {
    /// Whether something was called off, put off or held.
    Status,
    /// The figure of one thing.
    Figures,
    /// Whether something is so: one says it, another denies it.
    Denial,
    /// Who did something.
    Responsibility,
    /// The day of something.
    Date,
    /// The place of something.
    Place,
}

/// How the sides stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// They cannot all hold.
    Contradicts,
    /// Each was the news when it was told; the last one is the newest.
    Superseded,
}

/// One statement on a side, with the words in it that make the difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The figure, the verb, the name, the day; what is denied, or the statement that it is so.
    pub value: Span,
    /// What is said, where and by whom.
    pub statement: Statement,
}

/// Those who say one thing, in the order in which they said it. The value of the first stands for all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The statements.
    pub voices: Vec<Voice>,
}

/// Two or more sides that differ about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// What they differ in.
    pub kind: ConflictKind,
    /// How they stand to each other.
    pub relation: Relation,
    /// What it is about: a report, by its place in the list of reports, and words of it.
    pub about: (usize, Span),
    /// The sides; where one supersedes another, in the order of time.
    pub sides: Vec<Side>,
}
