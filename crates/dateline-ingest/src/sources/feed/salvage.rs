//! A broken feed, item by item: one that cannot be read costs only itself.

use std::sync::LazyLock;

use dateline_model::Problem;
use feed_rs::model::Feed;
use regex::Regex;
use serde_json::{Value, json};

use super::root::as_rss2;
use super::{entries, parse};
use crate::Reading;
use crate::markup::{Piece, pieces};

static ITEM: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?i)<(item|entry)(?:\s[^<>]*)?>").ok());

/// Atom content of a type that the feed reader does not know is read as HTML.
static CONTENT: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"<content(?:\s[^<>]*[^<>/])?>").ok());

/// What stands around the items of a feed of either kind.
const ATOM: (&str, &str) = ("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>-</title>", "</feed>");
const RSS: (&str, &str) = ("<rss><channel><title>-</title>", "</channel></rss>");

/// Longest head of a feed that is read for what it says of the outlet.
const LONGEST_HEAD: usize = 64 * 1024;

/// Reads each item alone, and what stands before the first one for the outlet and language.
pub(super) fn read(document: &str, root: &str, what: &str, address: Option<&str>, reading: &mut Reading) {
    let Some(pattern) = ITEM.as_ref() else { return };
    let starts: Vec<(usize, &str)> = pattern
        .captures_iter(document)
        .filter_map(|found| Some((found.get(0)?.start(), found.get(1)?.as_str())))
        .collect();
    let head = &document[..starts.first().map_or(document.len(), |start| start.0)];
    let (open, close) = if root == "feed" { (ATOM.0.to_owned(), ATOM.1) } else { (as_rss2(RSS.0), RSS.1) };
    let alone = |item: &str| parse(&format!("{open}{item}{close}"), address);
    let mut feed = described_by(head, address).or_else(|| alone("").ok());
    let Some(feed) = feed.as_mut() else { return };
    feed.entries.clear();
    let mut broken = 0;
    for (at, &(start, name)) in starts.iter().enumerate() {
        let next = starts.get(at + 1).map_or(document.len(), |start| start.0);
        let item = whole_item(&document[start..next], name);
        let read = item.and_then(|item| alone(item).or_else(|_| alone(&with_plain_content(item))).ok());
        match read.map(|mut one| std::mem::take(&mut one.entries)) {
            Some(entries) if !entries.is_empty() => feed.entries.extend(entries),
            _ => broken += 1,
        }
    }
    finish(feed.clone(), broken, what, address, reading);
}

/// Reads each item of a JSON Feed alone; an identifier that is a number is one all the same.
pub(super) fn read_json(document: &str, what: &str, address: Option<&str>, reading: &mut Reading) {
    let mut value: Value = serde_json::from_str(document).unwrap_or_default();
    let items = value.get_mut("items").and_then(Value::as_array_mut).map(std::mem::take).unwrap_or_default();
    let title = value["title"].as_str().unwrap_or("-").to_owned();
    let language = value["language"].as_str().map(str::to_owned);
    let alone = |items: Vec<Value>| {
        let version = "https://jsonfeed.org/version/1.1";
        let feed = json!({ "version": version, "title": title, "language": language, "items": items });
        parse(&feed.to_string(), address).ok()
    };
    let Some(mut feed) = alone(Vec::new()) else { return };
    let mut broken = 0;
    for mut item in items {
        if let Some(id) = item.get_mut("id").filter(|id| id.is_number()) {
            *id = Value::String(id.to_string());
        }
        match alone(vec![item]) {
            Some(one) if !one.entries.is_empty() => feed.entries.extend(one.entries),
            _ => broken += 1,
        }
    }
    finish(feed, broken, what, address, reading);
}

/// Says what came of the feed, and reads the items that are sound.
fn finish(feed: Feed, broken: usize, what: &str, address: Option<&str>, reading: &mut Reading) {
    let kept = match (feed.entries.len(), broken) {
        (0, _) => "nothing of it was kept".to_owned(),
        (1, 0) => "its one item was kept".to_owned(),
        (sound, 0) => format!("all of its {sound} items were kept"),
        (sound, broken) => format!("{sound} of its items kept, {broken} left out as broken"),
    };
    reading.problems.push(Problem::new(format!("the feed is broken: {what}"), kept));
    entries::read(feed, address, reading);
}

fn with_plain_content(item: &str) -> String {
    CONTENT
        .as_ref()
        .map_or_else(String::new, |pattern| pattern.replace_all(item, "<content type=\"html\">").into_owned())
}

/// The item up to its end tag.
fn whole_item<'d>(rest: &'d str, name: &str) -> Option<&'d str> {
    let end_tag = format!("</{name}");
    let at = rest.rfind(&end_tag)?;
    let end = rest[at..].find('>')?;
    Some(&rest[..=at + end])
}

/// The feed that the words before the first item describe, its open elements closed.
fn described_by(head: &str, address: Option<&str>) -> Option<Feed> {
    if head.len() > LONGEST_HEAD {
        return None;
    }
    let mut open: Vec<&str> = Vec::new();
    for piece in pieces(head) {
        match piece {
            Piece::Open(tag) if !tag.closes_itself() => open.push(tag.name),
            Piece::Close(name) => {
                let at = open.iter().rposition(|opened| *opened == name)?;
                open.truncate(at);
            }
            _ => {}
        }
    }
    let closed: String = open.iter().rev().map(|name| format!("</{name}>")).collect();
    parse(&format!("{head}{closed}"), address).ok()
}
