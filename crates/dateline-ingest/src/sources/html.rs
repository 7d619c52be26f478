//! Web pages: one report out of a page, or the reports of a topic page or followed story.

use dateline_model::{Article, Capture, Field, Problem, Text};

use crate::body::Body;
use crate::clean::clean;
use crate::decode::{decode, peek};
use crate::finish::{FEWEST_WORDS, finish};
use crate::page::{Metadata, Scope, in_place, live, main_text, printed_head, text, weigh, without_labels};
use crate::{Framing, Outlets, Reading, Source, lines, words};

use super::{followed_story, topic_page};

/// See the module.
pub(super) static HTML: Source = Source {
    name: "html",
    about: "A web page with one report, a topic page or a followed story.",
    framing: Framing::Whole,
    sniff,
    read,
};

/// Longest page that is read, in bytes.
const LONGEST: usize = 16 << 20;
/// How many lines a page may show before the line under its headline.
const HEAD_LINES: usize = 80;
/// How far into a file its first element is looked for.
const HEAD: usize = 2048;

const ELEMENTS: &[&str] = &[
    "html", "head", "body", "meta", "title", "link", "script", "style", "div", "p", "article", "main", "section",
    "header", "nav", "table", "h1", "h2", "span", "center", "font", "ul", "ol", "a", "b", "img", "br", "base",
    "noscript", "figure",
];

fn sniff(prefix: &[u8]) -> bool {
    let text = peek(&prefix[..prefix.len().min(HEAD * 2)]);
    let mut rest = text.trim_start();
    // Comments and an XML declaration may stand before the page.
    while let Some(end) = rest.strip_prefix("<!--").and_then(|inside| inside.find("-->")) {
        rest = rest[end + 7..].trim_start();
    }
    if rest.starts_with("<?xml") {
        rest = rest.find("?>").map_or("", |at| rest[at + 2..].trim_start());
    }
    let lower: String = rest.chars().take(HEAD).collect::<String>().to_ascii_lowercase();
    if lower.starts_with("<!doctype html") || lower.contains("<html") || lower.starts_with("<!--") {
        return true;
    }
    lower.strip_prefix('<').is_some_and(|tag| {
        let name = tag.split(|character: char| !character.is_ascii_alphanumeric()).next().unwrap_or_default();
        ELEMENTS.contains(&name)
    })
}

fn read(capture: &Capture) -> Reading {
    read_with(capture, &Outlets::default())
}

/// Reads a page; what the table of its outlet finds stands in place of what the general rules find.
pub(super) fn read_with(capture: &Capture, outlets: &Outlets) -> Reading {
    let decoded = decode(capture);
    let mut reading = Reading { problems: decoded.problems, ..Reading::default() };
    let html = &in_place(cut(&decoded.text, &mut reading.problems));
    let address = capture.url.as_deref();
    let metadata = Metadata::read(html, address);
    let corrections = outlets.follow(html, [address, metadata.url().as_deref()], &mut reading.problems);
    let page = text(html, Scope::Content);
    if corrections.body.is_none() && read_as_list(&page, capture, &metadata, &mut reading) {
        return reading;
    }
    let mut described = Article::of(Text::default());
    let printed: Vec<&str> = page.lines.iter().take(HEAD_LINES).map(|line| line.words.as_str()).collect();
    metadata.describe(&mut described, &printed);
    corrections.describe(&mut described);
    printed_head::fill(&mut described, &page);
    let mut body = match corrections.body {
        Some(body) => body,
        None => general_body(html, &metadata, &mut described, &mut reading.problems),
    };
    let entries = live::entries(&metadata);
    live::without_entries(&mut body, &entries);
    let is_live = !entries.is_empty();
    entries.into_iter().for_each(|entry| finish(entry, live::PLACE, &mut reading));
    if body.word_count() < FEWEST_WORDS {
        if !is_live {
            reading.problems.push(Problem::new("no article text found", "nothing was kept of the page"));
        }
        return reading;
    }
    let read = body.into_article();
    let article = Article { text: read.text, blocks: read.blocks, ..described };
    finish(article, "page", &mut reading);
    reading
}

/// The body as the general rules find it.
fn general_body(html: &str, metadata: &Metadata, described: &mut Article, problems: &mut Vec<Problem>) -> Body {
    let (body, stated) = weigh(main_text(html, problems), metadata.stated_body());
    if stated {
        described.provenance.note(Field::Text, live::PLACE);
    }
    let title = described.title.as_deref();
    let mut body = clean(body, title);
    without_headline(&mut body, title);
    without_labels(&mut body, described);
    body
}

fn cut<'h>(html: &'h str, problems: &mut Vec<Problem>) -> &'h str {
    if html.len() <= LONGEST {
        return html;
    }
    problems.push(Problem::new("the page is longer than 16 MiB", "its first 16 MiB were read"));
    &html[..html.floor_char_boundary(LONGEST)]
}

/// Topic pages and followed stories are told by their lines, which are the same in HTML as in text.
fn read_as_list(page: &Body, capture: &Capture, metadata: &Metadata, reading: &mut Reading) -> bool {
    let lines = lines::of_body(page);
    let before = reading.articles.len();
    if topic_page::names_a_topic(&lines) && topic_page::is_topic_page(&lines) {
        topic_page::read_lines(&lines, capture.captured, reading);
    } else if followed_story::is_followed_story(&lines) {
        followed_story::read_lines(&lines, metadata.url().as_deref(), metadata.outlet(), reading);
    }
    reading.articles.len() > before
}

/// The headline at the head of the body is not its first paragraph.
fn without_headline(body: &mut Body, title: Option<&str>) {
    let Some(title) = title.map(words::fold) else { return };
    let at = body.lines.iter().take(3).position(|line| words::fold(&line.words) == title);
    if let Some(at) = at
        && body.lines.len() > 1
    {
        body.lines.remove(at);
    }
}
