//! Bytes as they were fetched or imported: the evidence under every article.

use jiff::Timestamp;

use crate::Digest;

/// Bytes as fetched or imported. Kept, never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    /// The address the bytes came from, where one is known.
    pub url: Option<String>,
    /// When they were taken, where that is known.
    pub captured: Option<Timestamp>,
    /// The media type and charset stated by the server, where one was.
    pub content_type: Option<String>,
    /// The bytes, decompressed.
    pub bytes: Vec<u8>,
}

impl Capture {
    /// A capture of bytes of which nothing else is known.
    #[must_use]
    pub fn of(bytes: impl Into<Vec<u8>>) -> Capture {
        Capture { url: None, captured: None, content_type: None, bytes: bytes.into() }
    }

    /// SHA-256 of the bytes.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(&self.bytes)
    }
}
