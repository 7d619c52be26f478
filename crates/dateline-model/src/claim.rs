//! Who said what, as an article reports it.

use serde::{Deserialize, Serialize};

use crate::Span;

/// One attribution: a source, the words that say that it spoke, and what it said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// All of it, from its first word to its last.
    pub span: Span,
    /// How the content is given.
    pub form: Form,
    /// What the source does with the content.
    pub stance: Stance,
    /// How the words were given to the outlet, where the article says so.
    pub record: Record,
    /// The words that show that something is said: `said`, `according to`. `None` for a quotation that stands alone.
    pub cue: Option<Span>,
    /// What is said, in order; more than one part where the source and cue stand between. Empty where the source declined to speak.
    pub content: Vec<Span>,
    /// Who says it, where the article does.
    pub source: Option<Source>,
    /// The outlets and people who passed it on, nearest to the article first: `Kyodo quoted the official as saying`.
    pub via: Vec<Via>,
}

/// How the content of a claim is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// Word for word, in quotation marks.
    Direct,
    /// In the article's words.
    Indirect,
    /// In the article's words, with some of the source's in quotation marks.
    Mixed,
}

/// What a source does with the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// Says that it is so.
    Asserts,
    /// Says that it is not so.
    Denies,
    /// Will not say, or has not answered.
    Declines,
}

/// How words were given, where the article says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Record {
    /// Nothing is said.
    #[default]
    Unstated,
    /// `on the record`.
    OnTheRecord,
    /// `on condition of anonymity`, `on background`, `who asked not to be named`.
    OnBackground,
    /// `off the record`.
    OffTheRecord,
}

/// Who says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The words that name or describe it.
    pub span: Span,
    /// What the words mean, where they are `he` or `the minister`: the fullest name or description in the article.
    pub name: String,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// How many people are meant, where that is said.
    pub count: Option<u32>,
    /// The entity named, by its number in the article's list of entities.
    pub entity: Option<usize>,
}

/// What kind of source stands behind a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SourceKind {
    /// A person with a name.
    Named,
    /// People described and not named.
    Unnamed,
    /// A body that speaks as one.
    Organisation,
    /// A newspaper, agency, broadcaster or site.
    Outlet,
    /// A statement, report, poll, filing.
    Document,
}

/// Who passed a claim on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Via {
    /// The words.
    pub span: Span,
    /// The full name.
    pub name: String,
}
