//! A source that is followed: when it is due, how it answered lately, and how it stands.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::Hub;

/// So many answers of a source are kept.
const ANSWERS: usize = 10;
/// A source that failed so often in a row is broken; before, it may be a passing trouble.
const BROKEN_AFTER: u32 = 3;

/// What kind of source stands at a followed address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FollowedKind {
    /// A feed, whose items are reports.
    #[default]
    Feed,
    /// A sitemap, which names the pages of reports.
    Sitemap,
    /// A page that is itself a list of reports, or one report.
    Page,
}

/// How a source answered once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastAnswer {
    /// When.
    pub at: Timestamp,
    /// The status of HTTP, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// What it came to, for a person.
    pub words: String,
    /// True where nothing could be taken from it.
    #[serde(default)]
    pub failed: bool,
    /// How many reports were new or changed.
    #[serde(default)]
    pub new: u32,
}

/// How a source stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    /// It was not asked yet.
    Waiting,
    /// It answers, and has reports.
    Fine,
    /// It answers, and has no report.
    Empty,
    /// It failed the last time or two.
    Failing,
    /// It fails again and again.
    Broken,
    /// It is not asked any more.
    Stopped,
}

/// What is known of a followed source. When it is due follows from this and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Following {
    /// What stands there.
    pub kind: FollowedKind,
    /// When it is to be asked next.
    pub due: Timestamp,
    /// Seconds between two visits, as the source's own changes suggest.
    pub interval: u32,
    /// Failures in a row.
    #[serde(default)]
    pub failures: u32,
    /// How often it was asked.
    #[serde(default)]
    pub visits: u64,
    /// Why it is not asked any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<String>,
    /// Its ETag, sent back so that it can answer in few bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// Its Last-Modified, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    /// SHA-256 of its last bytes, in hexadecimal: many servers send the same again under a new ETag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// How many reports its last bytes had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reports: Option<u32>,
    /// The hub that it is pushed from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hub: Option<Hub>,
    /// When it last answered as it should.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Timestamp>,
    /// When something new was last found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Timestamp>,
    /// Its last answers, newest first.
    #[serde(default)]
    pub answers: Vec<LastAnswer>,
}

impl Following {
    /// A source that was never asked and is due at `due`, then every `interval` seconds until it shows its own pace.
    #[must_use]
    pub fn new(kind: FollowedKind, due: Timestamp, interval: u32) -> Following {
        Following {
            kind,
            due,
            interval,
            failures: 0,
            visits: 0,
            stopped: None,
            etag: None,
            last_modified: None,
            digest: None,
            reports: None,
            hub: None,
            answered: None,
            changed: None,
            answers: Vec::new(),
        }
    }

    /// Keeps an answer, and lets go of the oldest.
    pub fn note(&mut self, answer: LastAnswer) {
        self.answers.insert(0, answer);
        self.answers.truncate(ANSWERS);
    }

    /// How it stands. A source that fails is never taken for one that is empty.
    #[must_use]
    pub fn health(&self) -> Health {
        match self {
            Following { stopped: Some(_), .. } => Health::Stopped,
            Following { failures, .. } if *failures >= BROKEN_AFTER => Health::Broken,
            Following { failures, .. } if *failures > 0 => Health::Failing,
            Following { answered: None, .. } => Health::Waiting,
            Following { reports: Some(0), .. } => Health::Empty,
            _ => Health::Fine,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_source_is_told_apart_from_an_empty_one() {
        let mut following = Following::new(FollowedKind::Feed, Timestamp::UNIX_EPOCH, 3600);
        assert_eq!(following.health(), Health::Waiting);
        following.answered = Some(Timestamp::UNIX_EPOCH);
        following.reports = Some(0);
        assert_eq!(following.health(), Health::Empty);
        following.failures = 1;
        assert_eq!(following.health(), Health::Failing);
        following.failures = 3;
        assert_eq!(following.health(), Health::Broken);
        following.stopped = Some("gone".to_owned());
        assert_eq!(following.health(), Health::Stopped);
    }

    #[test]
    fn it_is_the_same_after_being_kept_as_json() {
        let mut following = Following::new(FollowedKind::Sitemap, Timestamp::UNIX_EPOCH, 60);
        for new in 0..20 {
            let words = "new reports".to_owned();
            following.note(LastAnswer { at: Timestamp::UNIX_EPOCH, status: Some(200), words, failed: false, new });
        }
        assert_eq!((following.answers.len(), following.answers[0].new), (ANSWERS, 19));
        let kept = serde_json::to_string(&following).unwrap();
        assert_eq!(serde_json::from_str::<Following>(&kept).unwrap(), following);
    }
}
