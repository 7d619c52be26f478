//! The reading side: what pages are made of, one file a page.

mod also;
mod article;
mod capture;
mod counted;
mod edits;
mod followed;
mod library;
mod pool;
mod related;
mod revisits;
mod search;
mod speaker;
mod statement;
mod story;
mod summary;
mod topic;

pub use edits::{EditLine, EditQuery, Version, Versions, Withdrawn};
pub(crate) use followed::newest_version;
pub use library::Library;
pub use revisits::Revisit;
