//! A file read as its content tells, and what was told of it.

use dateline_ingest::{Reading, read, sniff};
use dateline_model::Capture;

/// Reads what must be known as `source` by its first 64 KiB, all that a reader is shown.
pub fn read_as(source: &str, bytes: impl Into<Vec<u8>>) -> Reading {
    let capture = Capture::of(bytes);
    assert_eq!(sniff(&capture.bytes[..capture.bytes.len().min(64 * 1024)]).map(|found| found.name), Some(source));
    read(&capture)
}

/// The problems of a reading, as a person is shown them.
pub fn problems(reading: &Reading) -> Vec<String> {
    reading.problems.iter().map(ToString::to_string).collect()
}
