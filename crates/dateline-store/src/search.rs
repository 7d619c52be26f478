//! The search index: derived from the record, never a source of anything.

mod build;
mod find;
mod fold;
mod form;
mod snippet;
mod stems;
mod wanted;
mod words;

pub use build::catch_up;
pub use find::Searcher;
pub use snippet::snippet;
pub use stems::Stems;
pub use wanted::Wanted;
