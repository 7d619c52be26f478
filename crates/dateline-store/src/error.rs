//! What can go wrong with a data folder, said to a person.

use std::path::PathBuf;

/// A data folder could not be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no data folder there.
    #[error("no data folder at {0}: import something first, or name another with --data")]
    Missing(PathBuf),
    /// Another process is writing to it.
    #[error("{0} is being written to by another Dateline process: wait for it to end, then run this again")]
    Busy(PathBuf),
    /// The disk is full.
    #[error("the disk is full: what was reported as kept is kept; free some space and run this again")]
    Full,
    /// SQLite reports something else.
    #[error("the record in {folder}: {message}")]
    Record {
        /// The data folder.
        folder: PathBuf,
        /// SQLite's words.
        message: String,
    },
    /// The search index reports something.
    #[error(
        "the search index in {folder}: {message}; deleting its folder `index` is safe, it is rebuilt from the record"
    )]
    Index {
        /// The data folder.
        folder: PathBuf,
        /// Tantivy's words.
        message: String,
    },
    /// The search words cannot be understood.
    #[error("the search “{0}” names no word to look for: write at least one word or number")]
    Query(String),
}
