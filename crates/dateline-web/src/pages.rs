//! The pages, one a file: each reads what it shows from the library and fills its template, a pure function.

pub mod article;
pub mod asset;
pub mod beside;
pub mod briefing;
pub mod changes;
pub mod error;
pub mod front;
pub mod not_found;
mod of_story;
pub mod origins;
pub mod outlets;
pub mod search;
pub mod sources;
pub mod speaker;
pub mod speakers;
pub mod story;
pub mod topic;
pub mod topics;
pub mod versions;
