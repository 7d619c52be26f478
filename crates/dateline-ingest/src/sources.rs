//! The list of source formats, asked in order.

use dateline_model::Capture;

use crate::{Reading, Source};

/// Every source format, the most particular first.
pub static SOURCES: &[&Source] = &[];

/// The format of bytes that begin with `prefix`.
#[must_use]
pub fn sniff(prefix: &[u8]) -> Option<&'static Source> {
    SOURCES.iter().copied().find(|source| (source.sniff)(prefix))
}

/// Reads a capture as the format its bytes show.
#[must_use]
pub fn read(capture: &Capture) -> Reading {
    sniff(&capture.bytes).map_or_else(Reading::default, |source| (source.read)(capture))
}
