//! The pure engine: bytes are read, articles studied, stories told apart. Library users and archive jobs call it.
#![warn(clippy::disallowed_methods)]

pub mod brief;
mod lines;
mod revise;
mod stories;
mod study;

pub use dateline_annotate::{Quantity, quantities};
pub use dateline_ingest::{
    Channel, Credit, Feed, FeedLink, Framing, Item, Listed, ListedKind, Outlets, OutletsError, Pace, Reading, SOURCES,
    Source, Subscription, archive, feed_links, feed_pace, read, read_feed, read_with, sniff, write_opml,
};
pub use dateline_story::{
    Alignment, CopyGroup, CopyMember, Correction, EDIT_METHOD, Features, Grouper, Holds, Original, Ownership,
    Placement, Refusal, Regrouped, TimelineDay, TimelineReport as StoryReport, align, conflicts, copy_groups, holds,
    propositions,
};
pub use lines::{
    AnnotationLine, ClaimLine, ContentLine, CopyLine, FigureLine, GroupLine, MentionLine, PassageLine, SourceLine,
    SpanLine, TimeLine, TimelineLine, TimelineSentenceLine, ViaLine, WordsLine,
};
pub use revise::{Revised, compare, revise, revise_studied};
pub use stories::{group, story_of_each};
pub use study::{Studied, study, timeline};
