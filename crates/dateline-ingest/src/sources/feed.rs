//! Feeds: RSS of all versions, RDF, Atom, CDF and JSON Feed; each item an article.

mod articles;
mod collector;
mod draft;
mod fields;
mod json;
mod pace;
mod parts;
mod reader;
mod values;

use dateline_model::{Capture, Problem};

pub use pace::{Pace, feed_pace};
pub use parts::{Channel, Credit, Feed, Item};

use crate::decode::{decode, peek};
use crate::xml::Damage;
use crate::{Framing, Reading, Source, xml};

/// See the module.
pub(super) static FEED: Source = Source {
    name: "feed",
    about: "RSS, RDF, Atom or JSON Feed, each item an article.",
    framing: Framing::Whole,
    sniff,
    read,
};

const ROOTS: &[&str] = &["rss", "feed", "rdf", "channel", "entry"];

fn sniff(prefix: &[u8]) -> bool {
    let text = peek(prefix);
    json::is_feed(&text) || xml::root(&text, ROOTS).is_some()
}

fn read(capture: &Capture) -> Reading {
    let (feed, problems) = read_feed(capture);
    let mut reading = Reading { problems, ..Reading::default() };
    if let Some(feed) = feed {
        articles::add(feed, capture.url.as_deref(), &mut reading);
    }
    reading
}

/// The parts of a feed as they stand in it, before they become articles; `None` where the capture is no feed. At most
/// 100,000 items are kept. The problems say what was wrong and what was kept.
#[must_use]
pub fn read_feed(capture: &Capture) -> (Option<Feed>, Vec<Problem>) {
    let decoded = decode(capture);
    let (text, mut problems) = (decoded.text, decoded.problems);
    let address = capture.url.as_deref();
    if json::is_feed(&text) {
        let outcome = json::read(&text, address);
        let wrong = outcome.wrong.or((outcome.broken > 0).then(|| "an item of it is not an object".to_owned()));
        problems.extend(wrong.map(|wrong| broken(&wrong, outcome.feed.items.len(), outcome.broken)));
        problems.extend(too_many(outcome.left_out));
        return (Some(outcome.feed), problems);
    }
    let Some((at, root)) = xml::root(&text, ROOTS) else {
        problems.push(Problem::new("the file is no feed", "nothing of it was kept"));
        return (None, problems);
    };
    let mended = xml::mended(&text, at);
    drop(text);
    let outcome = reader::read(&mended, root, address);
    let cut = usize::from(outcome.cut);
    problems.extend(wrong(&outcome.damage).map(|wrong| broken(&wrong, outcome.feed.items.len(), cut)));
    problems.extend(too_many(outcome.left_out));
    (Some(outcome.feed), problems)
}

fn wrong(damage: &Damage) -> Option<String> {
    match damage {
        Damage { stopped: Some(what), .. } => Some(what.clone()),
        Damage { cut_off: true, .. } => Some("it ends in the middle".to_owned()),
        Damage { unclosed: 0, .. } => None,
        Damage { unclosed: 1, .. } => Some("an element of it is not closed where it should be".to_owned()),
        Damage { unclosed, .. } => Some(format!("{unclosed} elements of it are not closed where they should be")),
    }
}

/// Says what came of a broken feed.
fn broken(wrong: &str, sound: usize, broken: usize) -> Problem {
    let kept = match (sound, broken) {
        (0, _) => "nothing of it was kept".to_owned(),
        (1, 0) => "its one item was kept".to_owned(),
        (sound, 0) => format!("all of its {sound} items were kept"),
        (sound, broken) => format!("{sound} of its items kept, {broken} left out as broken"),
    };
    Problem::new(format!("the feed is broken: {wrong}"), kept)
}

fn too_many(left_out: usize) -> Option<Problem> {
    let most = reader::MOST_ITEMS;
    let what = format!("the feed has {} items", left_out + most);
    (left_out > 0).then(|| Problem::new(what, format!("the first {most} were kept")))
}
