//! Persons, organisations and places, and where they are mentioned.

use serde::{Deserialize, Serialize};

use crate::Span;

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A body of people: a company, party, ministry, outlet.
    Organisation,
    /// A country, town, region, sea, building.
    Place,
}

/// One person, organisation or place of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The fullest name that the article gives it.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// What the article says that it is, in the order it does.
    pub roles: Vec<Role>,
}

/// An office or description: `U.S. Secretary of State`, `the third-most senior Pentagon official`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The words.
    pub span: Span,
    /// True where the words say that it is over: `former`, `then-`.
    pub past: bool,
}

/// A place where the text names an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// What it is.
    pub kind: EntityKind,
    /// Which entity, by its number in the article's list of entities.
    pub entity: usize,
    /// The role that stands beside this mention.
    pub role: Option<Role>,
}
