//! The reading side: what pages are made of, one file a page.

mod also;
mod article;
mod capture;
mod counted;
mod followed;
mod library;
mod pool;
mod related;
mod search;
mod speaker;
mod statement;
mod story;
mod summary;
mod topic;

pub(crate) use followed::newest_version;
pub use library::Library;
