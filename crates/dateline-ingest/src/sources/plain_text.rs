//! Plain text: one report, as saved from a page or written by hand.

mod head;
mod structure;

use dateline_model::{Capture, Problem};

use crate::clean::{without_furniture, without_repeats};
use crate::decode::{decode, peek};
use crate::finish::{FEWEST_WORDS, finish};
use crate::lines;
use crate::{Framing, Reading, Source, address};

/// See the module.
pub(super) static PLAIN_TEXT: Source = Source {
    name: "plain-text",
    about: "One report as text, with or without the furniture of the page it was saved from.",
    framing: Framing::Whole,
    sniff: is_text,
    read,
};

/// How much of a file is looked at.
const SAMPLE: usize = 16 * 1024;

/// Openings of other formats that are text too.
const OTHERS: &[&str] = &["%PDF", "{\\rtf", "<?xml", "<rss", "<feed", "<opml", "%!PS", "{", "[{", "[["];

/// True where the bytes are text of some language: hardly any control characters, and some letters.
pub(super) fn is_text(prefix: &[u8]) -> bool {
    let sample = &prefix[..prefix.len().min(SAMPLE)];
    let text = peek(sample);
    let (mut characters, mut odd, mut letters) = (0usize, 0usize, 0usize);
    for character in text.chars() {
        characters += 1;
        letters += usize::from(character.is_alphabetic());
        let control = character.is_control() && !matches!(character, '\n' | '\r' | '\t' | '\u{c}' | '\u{85}');
        odd += usize::from(control || character == '\u{fffd}');
    }
    let opening = text.trim_start();
    let other = OTHERS.iter().any(|other| opening.starts_with(other));
    !other && letters > 0 && odd * 50 <= characters && letters * 3 >= characters
}

fn read(capture: &Capture) -> Reading {
    let decoded = decode(capture);
    let mut reading = Reading { problems: decoded.problems, ..Reading::default() };
    let lines = lines::unwrapped(lines::of_text(&decoded.text));
    let head = head::read(&lines);
    let body = structure::body(&lines[head.lines..]);
    let body = without_furniture(without_repeats(body), head.title.as_deref());
    let body = structure::with_headings(body);
    let title_words = head.title.as_deref().map(crate::words::count).unwrap_or_default();
    if body.word_count() + title_words < FEWEST_WORDS || body.lines.is_empty() {
        reading.problems.push(Problem::new("not an article: fewer than five words of text", "nothing was kept of it"));
        return reading;
    }
    let mut article = body.into_article();
    article.title = head.title;
    article.bylines = head.bylines;
    article.agency = head.agency;
    article.published = head.published;
    article.url = capture.url.as_deref().and_then(address::canonical);
    article.outlet = capture.url.as_deref().and_then(address::host);
    finish(article, "text", &mut reading);
    reading
}
