//! Web archives, plain and compressed: the same records twice, each read by the format its bytes show.
#![no_main]

use dateline_fuzz::check;
use dateline_ingest::archive::{Found, Records, Unpacked, write_record};
use dateline_ingest::read;
use dateline_model::{Capture, Problem};
use libfuzzer_sys::fuzz_target;

/// What an archive may unpack to, whatever its size, and beyond that as a multiple of its size; see `Unpacked`.
const ALLOWED: usize = 1 << 30;
const RATIO: usize = 200;

fuzz_target!(|bytes: &[u8]| {
    let found = records(bytes);
    assert_eq!(found, records(bytes), "the same archive, read twice, gave other records");
    let unpacked: usize = found.0.iter().map(|capture| capture.bytes.len()).sum();
    assert!(unpacked <= ALLOWED + RATIO * bytes.len(), "{} bytes unpacked to {unpacked}", bytes.len());
    assert!(found.1.len() <= bytes.len() + 1, "{} problems of {} bytes", found.1.len(), bytes.len());
    let mut written = Vec::new();
    for capture in &found.0 {
        write_record(&mut written, capture).expect("memory takes every byte");
        // Reading a page is a target of its own; here, records that are short show what archives alone give.
        if capture.bytes.len() <= 4096 {
            check(capture, read);
        }
    }
});

fn records(bytes: &[u8]) -> (Vec<Capture>, Vec<Problem>) {
    let (mut captures, mut problems) = (Vec::new(), Vec::new());
    let unpacked = match Unpacked::new(Box::new(bytes)) {
        Ok(unpacked) => unpacked,
        Err(_) => return (captures, problems),
    };
    for found in Records::new(unpacked) {
        match found {
            Found::Record(record) => captures.push(record.capture),
            Found::Problem(problem) => problems.push(problem),
        }
    }
    (captures, problems)
}
