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
/// Articles less similar than this tell of other things: a story is looked at where its nearest article is more so.
pub const LOOK: f32 = 0.12;
/// So many of the nearest stories are looked at.
pub const STORIES: usize = 2;
/// Each by its last so many articles.
pub const MEMBERS: usize = 24;
/// Groups of articles are one story from this mean similarity on, scaled by how closely each article is surrounded:
/// where reports are much alike, two must be more so to tell of one event.
pub const JOIN: f32 = 0.21;
/// How closely an article is surrounded is its mean similarity to its nearest so many.
pub const NEIGHBOURS: usize = 3;
/// The power by which that scales a similarity: 0 would leave it as it is, 1 make it a share.
pub const DENSITY: f32 = 0.5;
/// At this density a similarity stays as it is.
pub const USUAL_DENSITY: f32 = 0.4;
/// No article counts as less closely surrounded than this.
pub const LEAST_DENSITY: f32 = 0.03;

/// An article of another story is near from this similarity on...
pub const NEAR: f32 = 0.06;
/// ...and so many stories are kept as near to an article.
pub const NEAR_STORIES: usize = 4;
