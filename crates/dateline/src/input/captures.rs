//! One input cut into captures, by the format its first bytes show.

use std::io::BufRead;

use dateline_engine::{Framing, SOURCES, Source, sniff};
use dateline_model::{Capture, Problem};
use jiff::Timestamp;

use super::bounded::{Line, next_line};
use super::open::{Opened, read_up_to};
use super::walk::reason;

/// A line of article JSON may be this long: the longest text of any news article, many times over.
const MAX_LINE: usize = 16 * 1024 * 1024;
/// A page, feed or text may be this long when decompressed.
const MAX_WHOLE: usize = 64 * 1024 * 1024;

/// A capture to read, or a problem met on the way to one.
pub enum Item {
    /// Bytes, the line they stand on where the format has lines, and the format.
    Capture(Capture, Option<u64>, &'static Source),
    /// Something that gives no capture.
    Problem(Problem),
}

/// Hands every capture of an opened input to `each`, until that answers false.
pub fn each_capture(
    opened: Opened,
    url: Option<&str>,
    captured: Option<Timestamp>,
    each: &mut dyn FnMut(Item) -> bool,
) {
    if opened.head.is_empty() {
        let problem = match &opened.broken {
            Some(error) => Problem::new(broken_off(&error.to_string()), "nothing could be read"),
            None => Problem::new("the file is empty", "nothing to keep"),
        };
        each(Item::Problem(problem));
        return;
    }
    let Some(source) = sniff(&opened.head) else {
        each(Item::Problem(Problem::new(unknown_format(), "left out")));
        return;
    };
    let capture = |bytes: Vec<u8>| Capture { url: url.map(str::to_owned), captured, content_type: None, bytes };
    let mut stream = opened.into_stream();
    match source.framing {
        Framing::Whole => whole(&mut *stream, source, &capture, each),
        Framing::Lines => lines(&mut *stream, source, &capture, each),
    }
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
        if !each(Item::Problem(Problem::new(broken_off(&error.to_string()), kept))) {
            return;
        }
    }
    if bytes.len() > MAX_WHOLE {
        let what = format!("longer than {} MB when decompressed", MAX_WHOLE / 1024 / 1024);
        each(Item::Problem(Problem::new(what, "left out")));
        return;
    }
    each(Item::Capture(capture(bytes), None, source));
}

fn lines(
    stream: &mut dyn BufRead,
    source: &'static Source,
    capture: &dyn Fn(Vec<u8>) -> Capture,
    each: &mut dyn FnMut(Item) -> bool,
) {
    for number in 1u64.. {
        let item = match next_line(stream, MAX_LINE) {
            Line::End => return,
            Line::Whole(line) if line.iter().all(u8::is_ascii_whitespace) => continue,
            Line::Whole(line) => Item::Capture(capture(line), Some(number), source),
            Line::TooLong(length) => {
                let what = format!("the line is {} MB long, the limit is {} MB", length >> 20, MAX_LINE >> 20);
                Item::Problem(Problem::new(what, "the line was left out, the rest is read").at_line(number))
            }
            Line::Broken { error } => {
                let problem = Problem::new(broken_off(&error), "the lines before were read");
                each(Item::Problem(problem.at_line(number)));
                return;
            }
        };
        if !each(item) {
            return;
        }
    }
}
