//! A report that is fetched again: how often it was, and what came of it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What is known of fetching a report again. When it is due next follows from this and from its age.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revisiting {
    /// How often it was fetched again and answered.
    pub visits: u32,
    /// Failures in a row.
    #[serde(default)]
    pub failures: u32,
    /// When it was last asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Timestamp>,
    /// When a change was last found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Timestamp>,
    /// Its ETag, sent back so that it can answer in few bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// Its Last-Modified, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    /// SHA-256 of its last bytes, in hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// Since when its server says that there is nothing at its address, without an answer in between.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<Timestamp>,
    /// How often in a row something else stood at its address.
    #[serde(default)]
    pub elsewhere: u32,
    /// Why it is not fetched again any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<String>,
    /// What the last visit came to, for a person.
    #[serde(default)]
    pub words: String,
}
