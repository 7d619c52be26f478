//! One article reusing the text of another.

use crate::{ArticleId, Span};

/// A run of words that stands in both texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands in the copying article.
    pub here: Span,
    /// Where it stands in the article copied from.
    pub there: Span,
}

/// One article reuses text of another.
#[derive(Clone, Debug, PartialEq)]
pub struct Copy {
    /// The article whose text is reused.
    pub of: ArticleId,
    /// The share of the copying article's words that stand in the other, 0 to 1.
    pub share: f32,
    /// The passages in common, in order of the copying article. Empty where they were not asked for.
    pub passages: Vec<Passage>,
}
