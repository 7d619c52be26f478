//! The one setting for all texts: how much each kind of term weighs, and what is close enough.
//!
//! Chosen together over four collections of unlike kind (`evals/stories/README.md`), for the mean of all four in the
//! order of their files and shuffled, not for any one of them.

/// Terms kept of an article.
pub const TERMS: usize = 128;
/// A term of the headline counts so many times.
pub const TITLE: f32 = 2.0;
/// A name, told by its capital inside a sentence.
pub const NAME: f32 = 1.5;
/// Two names in a row.
pub const PAIR: f32 = 1.0;
/// A number: what tells two look-alike events apart.
pub const NUMBER: f32 = 2.0;
/// A mention so many words down the text counts half of one at its head.
pub const LEAD: f32 = 400.0;
/// The background counts as so many articles met before the first one.
pub const BACKGROUND: f32 = 300.0;

/// Two articles so many days apart are half as similar as two of one day.
pub const DECAY_DAYS: f32 = 20.0;
/// An article joins a story from this similarity on.
pub const JOIN: f32 = 0.27;
/// Similarity to a story is this much that to its nearest article, the rest the mean of the nearest few.
pub const NEAREST: f32 = 0.3;
/// How many the nearest few are.
pub const FEW: usize = 4;
/// The power of a story's own spread by which similarity to it is raised: a story whose reports differ much among
/// themselves takes in a report that differs as much.
pub const SPREAD: f32 = 0.3;
/// Two stories that one article could join are one from this mean similarity of their articles on.
pub const MERGE: f32 = 0.25;
