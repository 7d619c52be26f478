//! How far the first filling of a data folder is, for a reader who waits for it.

use dateline_store::{Doing, Progress};

use crate::words;

/// Something that is being done, with how much of it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Underway {
    /// What and how far, in words.
    pub words: String,
    /// The same as a share of `all`, where that is known.
    pub done: u64,
    /// See `done`; 0 where it is not known.
    pub all: u64,
}

/// What is known of how the data folder is being filled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filling {
    /// How far an import is.
    pub import: Option<Progress>,
    /// True where this program asks the sources.
    pub following: bool,
    /// Sources asked so far.
    pub asked: u64,
    /// Sources that are followed.
    pub sources: u64,
}

impl Filling {
    /// What is being done: an import, else the first round over the sources. `None` where neither is.
    #[must_use]
    pub fn underway(&self) -> Option<Underway> {
        if let Some(Progress { doing, done, all, .. }) = self.import {
            let done = done.min(all);
            let words = match doing {
                Doing::Reading => {
                    format!("Files are being read: {} of {}", megabytes(done), megabytes(all))
                }
                Doing::Again => "Reports of an earlier import are being read again".to_owned(),
                Doing::Indexing => {
                    format!("Reports are made ready for search: {} of {}", words::number(done), words::number(all))
                }
            };
            return Some(Underway { words, done, all });
        }
        // A few that were added to many are asked in no time.
        let first = self.following && self.asked * 10 < self.sources * 9;
        first.then(|| {
            let sources = words::count(self.sources, "source", "sources");
            let words = format!("Sources are asked for the first time: {} of {sources}", words::number(self.asked));
            Underway { words, done: self.asked, all: self.sources }
        })
    }
}

fn megabytes(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", words::number(bytes / 1000)),
        _ => format!("{} MB", words::number(bytes / 1_000_000)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    #[test]
    fn an_import_goes_before_the_first_round() {
        let words = |filling: Filling| filling.underway().map(|underway| underway.words).unwrap_or_default();
        let at = Timestamp::UNIX_EPOCH;
        let first = Filling { following: true, asked: 12, sources: 2000, import: None };
        assert_eq!(words(first), "Sources are asked for the first time: 12 of 2,000 sources");
        let import = Some(Progress { doing: Doing::Reading, done: 34_000_000, all: 1_200_000_000, at });
        assert_eq!(words(Filling { import, ..first }), "Files are being read: 34 MB of 1,200 MB");
        let import = Some(Progress { doing: Doing::Indexing, done: 9, all: 1200, at });
        assert_eq!(words(Filling { import, ..first }), "Reports are made ready for search: 9 of 1,200");
        assert_eq!(words(Filling { following: false, ..first }), "");
        assert_eq!(words(Filling { asked: 2000, ..first }), "");
    }
}
