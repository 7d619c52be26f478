//! Stories as a log of events; their state is the fold of the log.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::ArticleId;

/// Names a story for good; after a merge the old name leads to the new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StoryId(pub u64);

impl fmt::Display for StoryId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

impl FromStr for StoryId {
    type Err = std::num::ParseIntError;

    fn from_str(words: &str) -> Result<StoryId, Self::Err> {
        words.parse().map(StoryId)
    }
}

/// Why an article was placed where it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "because")]
pub enum Reason {
    /// Nothing stored was close enough.
    New,
    /// It reuses the text of an article already there.
    Copy {
        /// The article reused.
        of: String,
        /// The share reused, 0 to 1.
        share: f32,
    },
    /// It is an update of a followed story that its outlet keeps together.
    Series {
        /// The title of that followed story.
        title: String,
    },
    /// Its terms are close to those of the story.
    Terms {
        /// Similarity, 0 to 1.
        similarity: f32,
        /// The terms that weigh most in it, heaviest first, as a person would write them.
        shared: Vec<String>,
    },
}

/// Two articles of different stories that tell of much the same: what makes their stories related.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// The one that arrived later.
    pub article: ArticleId,
    /// The one that was there.
    pub other: ArticleId,
    /// How close they are, 0 to 1.
    pub closeness: f32,
    /// The terms that weigh most in it, heaviest first, as a person would write them.
    pub shared: Vec<String>,
}

impl Near {
    /// From this closeness on, one of two stories that lie apart in time goes on from the other (`evals/stories`).
    pub const CONTINUES: f32 = 0.15;
}

/// A change to the set of stories.
#[derive(Clone, Debug, PartialEq)]
pub enum StoryEvent {
    /// An article started a story.
    Opened {
        /// The new story.
        story: StoryId,
        /// Its first article.
        article: ArticleId,
    },
    /// An article was added to a story.
    Joined {
        /// The story.
        story: StoryId,
        /// The article.
        article: ArticleId,
        /// Why it belongs there.
        reason: Reason,
    },
    /// One story turned out to be another: all its articles move.
    Merged {
        /// The story that ends. Its name leads to the other from now on.
        from: StoryId,
        /// The story that goes on.
        into: StoryId,
        /// Why they are one.
        reason: Reason,
    },
    /// An article was moved: its text changed, or a person said so.
    Moved {
        /// The article.
        article: ArticleId,
        /// Where it was.
        from: StoryId,
        /// Where it is now.
        into: StoryId,
        /// Why.
        reason: Reason,
    },
    /// One story turned out to be two: some of its articles are a story of their own from now on.
    Split {
        /// The story that the others stay in.
        from: StoryId,
        /// The new story.
        into: StoryId,
        /// Those that leave, at least one.
        articles: Vec<ArticleId>,
        /// What brings them together.
        reason: Reason,
    },
}
