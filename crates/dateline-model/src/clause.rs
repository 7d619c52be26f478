//! Who does what to whom, as the words of one sentence show it.

use serde::{Deserialize, Serialize};

use crate::Span;

/// A verb, or a noun that has something beside it, with what hangs on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The verb or noun.
    pub head: Span,
    /// The word that makes another verb of it: the `off` of `called off`.
    pub particle: Option<Span>,
    /// All that hangs on it, itself among it.
    pub words: Span,
    /// True of a noun.
    pub nominal: bool,
    /// True where it is said of that to which it is done, whether or not somebody is said to do it.
    pub passive: bool,
    /// True where the words say that it is not so.
    pub negated: bool,
    /// How sure the words make it.
    pub mode: Mode,
    /// The clause whose complement this is: the `agreed` of `agreed to buy`, by its place in the list of clauses. Always an
    /// earlier or a later one of the same sentence.
    pub under: Option<usize>,
    /// What stands in it, in order.
    pub slots: Vec<Slot>,
}

/// How sure words make what they tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// It is or was so.
    #[default]
    Fact,
    /// It will be so.
    Future,
    /// It may be so, or would or should be, or is what somebody wants.
    Open,
}

/// How something stands in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Function {
    /// Who does it or is it; also of a passive, where it says by whom; of a noun, whose it is.
    Subject,
    /// To whom or what it is done; of a passive, its subject.
    Object,
    /// What somebody or something is or becomes: `was dead`.
    Complement,
    /// Behind a preposition.
    Oblique,
    /// A word before a noun that is part of what it names: the `rail` of `rail strike`.
    Modifier,
}

/// One thing that stands in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// How it stands there.
    pub function: Function,
    /// The preposition before it.
    pub link: Option<Span>,
    /// The word that all others in it hang on.
    pub head: Span,
    /// All its words.
    pub words: Span,
}
