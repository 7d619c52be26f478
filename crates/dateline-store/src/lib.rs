//! The record in SQLite and the search index derived from it in Tantivy. The only crate that names them.

mod error;
mod library;
mod view;
mod writer;

pub use error::StoreError;
pub use library::Library;
pub use view::{
    ArticlePage, ArticleSummary, CopyLink, Counted, Hit, Overview, Revision, SearchPage, SearchQuery, Snippet,
    StoryPage, StoryQuery, StorySummary, TopicPage,
};
pub use writer::{Entry, Known, Recalled, Subscription, Writer};
