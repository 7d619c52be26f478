//! Feeds: RSS, RDF, Atom, CDF and JSON Feed.
#![no_main]

use dateline_fuzz::{capture, check, source};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    check(&capture(bytes), source("feed").read);
});
