//! One input cut into captures, by the format its first bytes show.

use std::io::BufRead;

use dateline_engine::archive::is_archive;
use dateline_engine::{Framing, SOURCES, Source, sniff};
use dateline_model::{Capture, Problem};
use jiff::Timestamp;

use super::archives;
use super::bounded::{Line, next_line};
use super::item::{Item, Met, Spot};
use super::open::{Opened, read_up_to};
use super::wacz::is_zip;
use super::walk::reason;

/// A line of article JSON may be this long: the longest text of any news article, many times over.
const MAX_LINE: usize = 16 * 1024 * 1024;
/// A page, feed or text may be this long when decompressed.
const MAX_WHOLE: usize = 64 * 1024 * 1024;

/// Hands every capture of an opened input to `each`, until that answers false.
pub fn each_capture(
    mut opened: Opened,
    url: Option<&str>,
    captured: Option<Timestamp>,
    each: &mut dyn FnMut(Item) -> bool,
) {
    if opened.head.is_empty() {
        let told = match &opened.broken {
            Some(error) => Problem::new(broken_off(&error.to_string()), "nothing could be read"),
            None => Problem::new("the file is empty", "nothing to keep"),
        };
        each(problem(told));
        return;
    }
    if let Some(zip) = opened.zip.take() {
        return archives::wacz(zip, captured, each);
    }
    if is_zip(&opened.head) {
        let what = "a zip file can only be read from a file, not from a stream";
        each(problem(Problem::new(what, "nothing was read; name the file instead")));
        return;
    }
    if is_archive(&opened.head) {
        return archives::archive(opened.stream, captured, each);
    }
    let Some(source) = sniff(&opened.head) else {
        each(problem(Problem::new(unknown_format(), "left out")));
        return;
    };
    let capture = |bytes: Vec<u8>| Capture { url: url.map(str::to_owned), captured, content_type: None, bytes };
    let mut stream = opened.stream;
    match source.framing {
        Framing::Whole => whole(&mut stream, source, &capture, each),
        Framing::Lines => {
            each_line(&mut stream, source, &Spot::default(), &capture, each);
        }
    }
}

fn problem(problem: Problem) -> Item {
    Item::whole(Met::Problem(problem))
}

fn unknown_format() -> String {
    let names: Vec<&str> = SOURCES.iter().map(|source| source.name).collect();
    format!("none of the formats Dateline reads ({})", names.join(", "))
}

fn broken_off(error: &str) -> String {
    let damaged =
        ["unexpected end of file", "incomplete deflate stream", "incomplete frame", "failed to fill whole buffer"];
    if damaged.iter().any(|words| error.contains(words)) {
        "the file ends in the middle of its compressed data".to_owned()
    } else {
        format!("the file cannot be read to its end ({})", reason(&std::io::Error::other(error.to_owned())))
    }
}

fn whole(
    stream: &mut dyn BufRead,
    source: &'static Source,
    capture: &dyn Fn(Vec<u8>) -> Capture,
    each: &mut dyn FnMut(Item) -> bool,
) {
    let mut bytes = Vec::new();
    if let Err(error) = read_up_to(stream, &mut bytes, MAX_WHOLE + 1) {
        let kept = "what came before was read";
        if !each(problem(Problem::new(broken_off(&error.to_string()), kept))) {
            return;
        }
    }
    if bytes.len() > MAX_WHOLE {
        let what = format!("longer than {} MB when decompressed", MAX_WHOLE / 1024 / 1024);
        each(problem(Problem::new(what, "left out")));
        return;
    }
    each(Item::whole(Met::Capture(capture(bytes), source)));
}

/// Hands every line of `stream` to `each` as a capture, until that answers false; gives its last answer.
pub fn each_line(
    stream: &mut dyn BufRead,
    source: &'static Source,
    spot: &Spot,
    capture: &dyn Fn(Vec<u8>) -> Capture,
    each: &mut dyn FnMut(Item) -> bool,
) -> bool {
    for number in 1u64.. {
        let line = next_line(stream, MAX_LINE);
        let ends = matches!(line, Line::Broken { .. });
        let met = match line {
            Line::End => return true,
            Line::Whole(line) if line.iter().all(u8::is_ascii_whitespace) => continue,
            Line::Whole(line) => Met::Capture(capture(line), source),
            Line::TooLong(length) => {
                let what = format!("the line is {} MB long, the limit is {} MB", length >> 20, MAX_LINE >> 20);
                Met::Problem(Problem::new(what, "the line was left out, the rest is read").at_line(number))
            }
            Line::Broken { error } => {
                Met::Problem(Problem::new(broken_off(&error), "the lines before were read").at_line(number))
            }
        };
        let spot = Spot { line: Some(number), ..spot.clone() };
        if !each(Item { spot, met }) || ends {
            return false;
        }
    }
    true
}
