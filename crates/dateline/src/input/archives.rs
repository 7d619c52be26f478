//! Web archives cut into captures, each looked at as a file of its own would be.

use std::sync::Arc;

use dateline_engine::archive::{Found, Passed, PassedOver, Record, Records, Unpacked};
use dateline_engine::{Framing, Source, sniff};
use dateline_model::Capture;
use jiff::Timestamp;

use super::captures::each_line;
use super::item::{Item, Met, Spot};
use super::wacz::{ReadSeek, each_archive};

/// What an archive came to, for the note at its end.
#[derive(Default)]
struct Tally {
    read: u64,
    passed: Passed,
}

/// Hands every capture of an archive to `each`, until that answers false. `captured` stands where a record has no time.
pub fn archive(stream: Unpacked<'_>, captured: Option<Timestamp>, each: &mut dyn FnMut(Item) -> bool) {
    let mut tally = Tally::default();
    if records(stream, None, captured, &mut tally, each) {
        tally.tell(each);
    }
}

/// As [`archive`], for every archive in a WACZ file.
pub fn wacz(zip: Box<dyn ReadSeek>, captured: Option<Timestamp>, each: &mut dyn FnMut(Item) -> bool) {
    let mut tally = Tally::default();
    let mut open = true;
    each_archive(zip, &mut |(name, stream)| {
        let part: Option<Arc<str>> = name.map(Arc::from);
        open = match stream {
            Ok(stream) => records(stream, part, captured, &mut tally, each),
            Err(problem) => each(Item { spot: Spot { part, ..Spot::default() }, met: Met::Problem(problem) }),
        };
        open
    });
    if open {
        tally.tell(each);
    }
}

fn records(
    stream: Unpacked<'_>,
    part: Option<Arc<str>>,
    captured: Option<Timestamp>,
    tally: &mut Tally,
    each: &mut dyn FnMut(Item) -> bool,
) -> bool {
    let mut records = Records::new(stream);
    while let Some(found) = records.next() {
        let mut spot = Spot { part: part.clone(), ..Spot::default() };
        let open = match found {
            Found::Problem(problem) => each(Item { spot, met: Met::Problem(problem) }),
            Found::Record(Record { place, capture }) => match format(&capture.bytes) {
                None => {
                    records.pass(PassedOver::UnknownFormat);
                    true
                }
                Some(source) => {
                    tally.read += 1;
                    spot.record = Some(place);
                    let captured = capture.captured.or(captured);
                    record(Capture { captured, ..capture }, source, &spot, each)
                }
            },
        };
        if !open {
            return false;
        }
    }
    tally.passed.add(records.passed());
    true
}

fn record(capture: Capture, source: &'static Source, spot: &Spot, each: &mut dyn FnMut(Item) -> bool) -> bool {
    match source.framing {
        Framing::Whole => each(Item { spot: spot.clone(), met: Met::Capture(capture, source) }),
        Framing::Lines => {
            let lines = |bytes: Vec<u8>| Capture { bytes, ..described(&capture) };
            each_line(&mut &capture.bytes[..], source, spot, &lines, each)
        }
    }
}

/// The capture without its bytes.
fn described(capture: &Capture) -> Capture {
    let (url, content_type) = (capture.url.clone(), capture.content_type.clone());
    Capture { url, captured: capture.captured, content_type, bytes: Vec::new() }
}

/// The format of a payload. An archive is full of JSON that holds no article; only what names a text is asked for one.
fn format(bytes: &[u8]) -> Option<&'static Source> {
    let source = sniff(bytes)?;
    let names_text = || memchr::memmem::find(bytes, b"\"text\"").is_some();
    (source.framing == Framing::Whole || names_text()).then_some(source)
}

impl Tally {
    fn tell(&self, each: &mut dyn FnMut(Item) -> bool) {
        if !self.passed.is_empty() {
            let records = if self.read == 1 { "record" } else { "records" };
            let note = format!("{} {records} read; passed over: {}", self.read, self.passed);
            each(Item::whole(Met::Note(note)));
        }
    }
}
