//! Stories as a log of events; their state is the fold of the log.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
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
    /// A person said so.
    Person {
        /// In which words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// When.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Timestamp>,
    },
    /// It was in another story before. What is kept beside an article says so; an event names that story itself.
    Moved {
        /// The story it was in.
        from: StoryId,
        /// Why it is in this one.
        reason: Box<Reason>,
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
    /// The reports of a story stay together, as a person said of one of them.
    Pinned {
        /// The article of which it was said.
        article: ArticleId,
        /// Its story.
        story: StoryId,
        /// By whom and when.
        reason: Reason,
    },
    /// An article does not belong with the reports of a story, as a person said.
    KeptOut {
        /// The article.
        article: ArticleId,
        /// The story.
        story: StoryId,
        /// By whom and when.
        reason: Reason,
    },
    /// Nothing that a person said holds an article any longer.
    Freed {
        /// The article.
        article: ArticleId,
        /// By whom and when.
        reason: Reason,
    },
}

impl StoryEvent {
    /// Why it happened; `None` where an article opened a story.
    #[must_use]
    pub fn reason(&self) -> Option<&Reason> {
        match self {
            StoryEvent::Opened { .. } => None,
            StoryEvent::Joined { reason, .. }
            | StoryEvent::Merged { reason, .. }
            | StoryEvent::Moved { reason, .. }
            | StoryEvent::Split { reason, .. }
            | StoryEvent::Pinned { reason, .. }
            | StoryEvent::KeptOut { reason, .. }
            | StoryEvent::Freed { reason, .. } => Some(reason),
        }
    }

    /// True where a person made the change.
    #[must_use]
    pub fn by_person(&self) -> bool {
        matches!(self.reason(), Some(Reason::Person { .. }))
    }
}

/// What a correction says of reports, told by their names, as an evaluation of grouping reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "label", content = "groups")]
pub enum Label {
    /// All reports of all groups tell of one event.
    Same(Vec<Vec<String>>),
    /// No report of the first group tells of the same event as one of the second.
    Different(Vec<Vec<String>>),
}
