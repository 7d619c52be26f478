//! One article reusing the text of another.

use serde::{Deserialize, Serialize};

use crate::{ArticleId, Span};

/// What a run of words in common is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PassageKind {
    /// One text took it from the other, or both from a third.
    Copied,
    /// Both quote the same words: of a speaker, a press release, a document.
    SharedQuotation,
}

/// A run of words that stands in both texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands in the copying article.
    pub here: Span,
    /// Where it stands in the article copied from.
    pub there: Span,
    /// Whether it is a copy.
    pub kind: PassageKind,
}

/// Why one of two articles with common text is taken for the original.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// The copy credits the agency that published the original.
    Credited,
    /// The original was published so many seconds before.
    Earlier {
        /// Whole days where either is known by its day alone.
        seconds: i64,
    },
    /// The copy is the opening of the original, as feeds give it.
    Opening,
    /// The original holds all of the copy, and more.
    Whole,
    /// What only the original says goes with what both say; what only the copy says does not.
    Cohesion,
    /// Nothing tells but that the original arrived here first.
    Arrived,
}

/// One article reuses text of another.
#[derive(Clone, Debug, PartialEq)]
pub struct Copy {
    /// The article whose text is reused.
    pub of: ArticleId,
    /// The share of the copying article's words that stand in the other, 0 to 1, without what both quote.
    pub share: f32,
    /// Why it is the copy and not the original.
    pub direction: Direction,
    /// The passages in common, in order of the copying article. Empty where they were not asked for.
    pub passages: Vec<Passage>,
}

/// An article that reuses the text of another that arrived after it.
#[derive(Clone, Debug, PartialEq)]
pub struct CopiedBy {
    /// The article that reuses it.
    pub by: ArticleId,
    /// The share of that article's words that stand in the other, 0 to 1.
    pub share: f32,
    /// Why it is the copy and not the original.
    pub direction: Direction,
}
