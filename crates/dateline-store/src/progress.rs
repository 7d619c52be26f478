//! How far a run is that fills the data folder, told in a small file to whoever reads the folder meanwhile.

use std::io;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// What was told so long ago is of a run that was killed.
const STALE: SignedDuration = SignedDuration::from_secs(20);

/// What a run does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Doing {
    /// Reads files; counted in bytes.
    Reading,
    /// Reads older reports again; it cannot be said how many are left.
    Again,
    /// Makes the search index; counted in reports.
    Indexing,
}

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What it does.
    pub doing: Doing,
    /// How much of it is done.
    pub done: u64,
    /// How much there is; 0 where that is not known.
    pub all: u64,
    /// When this was told.
    pub at: Timestamp,
}

impl Progress {
    /// Tells it to whoever reads `folder`.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn tell(&self, folder: &Path) -> io::Result<()> {
        let fresh = folder.join("progress.new");
        std::fs::write(&fresh, serde_json::to_vec(self)?)?;
        std::fs::rename(fresh, path(folder))
    }

    /// Tells that nothing is done any more.
    pub fn end(folder: &Path) {
        // One that stays behind is soon too old to be believed.
        let _ = std::fs::remove_file(path(folder));
    }

    /// What was last told of `folder`, where that was lately.
    pub(crate) fn read(folder: &Path, now: Timestamp) -> Option<Progress> {
        let progress: Progress = serde_json::from_slice(&std::fs::read(path(folder)).ok()?).ok()?;
        (now.duration_since(progress.at).abs() < STALE).then_some(progress)
    }
}

fn path(folder: &Path) -> PathBuf {
    folder.join("progress.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_long_ago_is_not_believed() {
        let folder = tempfile::tempdir().unwrap();
        let at = Timestamp::from_second(1_000_000).unwrap();
        let progress = Progress { doing: Doing::Reading, done: 3, all: 9, at };
        assert_eq!(Progress::read(folder.path(), at), None);
        progress.tell(folder.path()).unwrap();
        assert_eq!(Progress::read(folder.path(), at + SignedDuration::from_secs(5)), Some(progress));
        assert_eq!(Progress::read(folder.path(), at + STALE), None);
        Progress::end(folder.path());
        assert_eq!(Progress::read(folder.path(), at), None);
        std::fs::write(path(folder.path()), "{").unwrap();
        assert_eq!(Progress::read(folder.path(), at), None);
    }
}
