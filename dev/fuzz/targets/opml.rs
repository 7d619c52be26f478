//! Subscription lists, and that one that is written again names the same feeds.
#![no_main]

use dateline_fuzz::{capture, check, source};
use dateline_ingest::write_opml;
use dateline_model::Capture;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let opml = source("opml");
    let reading = check(&capture(bytes), opml.read);
    let written = Capture::of(write_opml("Feeds", &reading.subscriptions));
    let mut again: Vec<String> = (opml.read)(&written).subscriptions.into_iter().map(|one| one.url).collect();
    let mut first: Vec<String> = reading.subscriptions.into_iter().map(|one| one.url).collect();
    // Folders of one name become one, so feeds may change places.
    first.sort();
    again.sort();
    assert_eq!(first, again, "the list, written and read again, names other feeds");
});
