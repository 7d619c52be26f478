//! The record in SQLite and the search index derived from it in Tantivy. The only crate that names them.

mod error;
mod fault;
mod found;
mod kinds;
mod log;
mod packed;
mod passage;
mod phrase;
mod progress;
mod read;
mod record;
mod search;
mod view;
mod write;

pub use error::StoreError;
pub use progress::{Doing, Progress};
pub use read::{EditLine, EditQuery, Library, Revisit, Version, Versions, Withdrawn};
pub use view::{
    ArticlePage, ArticleSummary, CopyLink, CorrectionLine, Counted, Elsewhere, Followed, HeldRole, Hit, Order,
    Overview, RelatedStory, ReportLink, SearchPage, SearchQuery, Snippet, SpeakerList, SpeakerPage, SpeakerQuery,
    SpeakerSummary, Statement, StoredReport, StoryPage, StoryQuery, StorySummary, TopicPage, WantedPage,
};
pub use write::{Entry, Known, Mark, Rearrangement, Recalled, Subscription, Unjudged, Writer};
