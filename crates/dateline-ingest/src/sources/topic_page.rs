//! Topic pages as text: reports of many outlets one after the other, each with headline, outlet, time and body.

mod items;
mod stamps;

use dateline_model::{Capture, Problem};
use jiff::Timestamp;

use crate::body::Body;
use crate::clean::clean;
use crate::decode::{decode, peek};
use crate::finish::{FEWEST_WORDS, finish, shortened};
use crate::lines::{self, Line};
use crate::{Framing, Reading, Source};
use items::{Item, items, topics};
pub(super) use items::{is_topic_page, names_a_topic};

/// See the module.
pub(super) static TOPIC_PAGE: Source = Source {
    name: "topic-page",
    about: "A list of reports of many outlets saved as text, each with headline, outlet, time and body.",
    framing: Framing::Whole,
    sniff,
    read,
};

fn sniff(prefix: &[u8]) -> bool {
    super::plain_text::is_text(prefix) && is_topic_page(&lines::of_text(&peek(prefix)))
}

fn read(capture: &Capture) -> Reading {
    let decoded = decode(capture);
    let mut reading = Reading { problems: decoded.problems, ..Reading::default() };
    read_lines(&lines::of_text(&decoded.text), capture.captured, &mut reading);
    if reading.articles.is_empty() && reading.problems.is_empty() {
        reading.problems.push(Problem::new("no report was found in the topic page", "nothing was kept of it"));
    }
    reading
}

/// Reads the reports of a topic page and adds them to the reading.
pub(super) fn read_lines(lines: &[Line], captured: Option<Timestamp>, reading: &mut Reading) {
    let items = items(lines);
    let topics = topics(lines, &items);
    let bodies: Vec<Body> = items.iter().map(|item| body(item, lines)).collect();
    let moments = stamps::moments(&items, &bodies, captured);
    for ((item, body), published) in items.iter().zip(bodies).zip(moments) {
        if body.word_count() < FEWEST_WORDS {
            let what = format!("“{}” has no text on the page", shortened(&item.headline));
            reading.problems.push(Problem::new(what, "the headline was left out"));
            continue;
        }
        let mut article = body.into_article();
        article.title = Some(item.headline.clone());
        article.outlet = item.outlet.clone();
        article.section = item.section.clone();
        article.tags.clone_from(&topics);
        article.published = published;
        if published.is_none() {
            let what = format!(
                "“{}” is of “{}”, and nothing tells which day that was",
                shortened(&item.headline),
                item.stamp.words
            );
            reading.problems.push(Problem::new(what, "the report was kept without a date"));
        }
        finish(article, "topic page", reading);
    }
}

fn body(item: &Item, lines: &[Line]) -> Body {
    let mut body = Body::default();
    for line in &lines[item.body.clone()] {
        body.push(&line.words, line.bullet.then_some(dateline_model::BlockKind::ListItem));
    }
    clean(body, Some(&item.headline))
}
