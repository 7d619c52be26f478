//! JSON Feed, versions 1 and 1.1 (jsonfeed.org), also where it is cut off or an item of it is broken.

use std::borrow::Cow;

use dateline_model::{Language, Moment};
use serde_json::{Deserializer, Map, Value as Json};

use super::parts::{Channel, Feed, Item};
use super::reader::MOST_ITEMS;
use super::values::{Form, Value, person};
use crate::{address, dates, words};

/// What came of a document.
pub(super) struct Outcome {
    pub(super) feed: Feed,
    /// Items beyond those that were kept.
    pub(super) left_out: usize,
    /// Items that are no objects.
    pub(super) broken: usize,
    /// What was wrong with the document as a whole.
    pub(super) wrong: Option<String>,
}

/// True where the text is a JSON Feed.
pub(super) fn is_feed(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with('{') && text.contains("jsonfeed.org/version")
}

/// Reads a document. `address` is where it came from.
pub(super) fn read(text: &str, address: Option<&str>) -> Outcome {
    let text = mended(text.trim_start_matches('\u{feff}').trim_start());
    let (mut head, items, wrong) = match serde_json::from_str::<Map<String, Json>>(&text) {
        Ok(mut head) => {
            let items = head.remove("items");
            let items = if let Some(Json::Array(items)) = items { items } else { Vec::new() };
            (head, items, None)
        }
        Err(error) => {
            let (head, items) = salvaged(&text);
            (head, items, Some(error.to_string()))
        }
    };
    let base = word(&head, "feed_url").or_else(|| address.map(str::to_owned));
    let channel = channel(&mut head, base.as_deref());
    let mut outcome = Outcome { feed: Feed { channel, items: Vec::new() }, left_out: 0, broken: 0, wrong };
    let authors = outcome.feed.channel.authors_of_items();
    for item in items {
        match item {
            _ if outcome.feed.items.len() == MOST_ITEMS => outcome.left_out += 1,
            Json::Object(item) if !item.is_empty() => {
                let mut item = read_item(&item, base.as_deref());
                item.language = item.language.or_else(|| outcome.feed.channel.language.clone());
                if item.authors.is_empty() {
                    item.authors.clone_from(&authors);
                }
                outcome.feed.items.push(item);
            }
            _ => outcome.broken += 1,
        }
    }
    outcome
}

fn channel(head: &mut Map<String, Json>, base: Option<&str>) -> Channel {
    let hubs = head.get("hubs").and_then(Json::as_array).into_iter().flatten().take(8);
    Channel {
        title: word(head, "title").map(|title| plain(&title)),
        description: word(head, "description").map(|words| plain(&words)),
        link: linked(head, "home_page_url", base),
        itself: linked(head, "feed_url", base),
        hubs: hubs.filter_map(|hub| address::canonical_from(hub.get("url")?.as_str()?, base)).collect(),
        language: word(head, "language").as_deref().and_then(Language::new),
        authors: authors(head),
        ..Channel::default()
    }
}

fn read_item(item: &Map<String, Json>, base: Option<&str>) -> Item {
    let value = |name: &str, form| word(item, name).map_or_else(Value::default, |written| Value::new(written, form));
    let (html, text) = (value("content_html", Form::Html), value("content_text", Form::Text));
    let id = word(item, "id");
    let link = linked(item, "url", base).or_else(|| linked(item, "external_url", base));
    let tags = item.get("tags").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str);
    Item {
        title: word(item, "title").map(|title| plain(&title)).filter(|title| !title.is_empty()),
        link: link.or_else(|| id.as_deref().and_then(address::canonical)),
        id,
        authors: authors(item),
        published: moment(item, "date_published"),
        updated: moment(item, "date_modified"),
        language: word(item, "language").as_deref().and_then(Language::new),
        tags: tags.take(64).map(words::collapse).filter(|tag| !tag.is_empty() && tag.len() <= 100).collect(),
        summary: value("summary", Form::Text),
        content: if html.is_empty() { text } else { html },
        ..Item::default()
    }
}

/// A word, or a number where a word should stand.
fn word(object: &Map<String, Json>, name: &str) -> Option<String> {
    match object.get(name)? {
        Json::String(word) => Some(word.clone()),
        Json::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn plain(written: &str) -> String {
    Value::new(written.to_owned(), Form::Text).line()
}

fn linked(object: &Map<String, Json>, name: &str, base: Option<&str>) -> Option<String> {
    let written = word(object, name).filter(|written| !written.trim().is_empty())?;
    address::canonical_from(&written, base)
}

fn moment(object: &Map<String, Json>, name: &str) -> Option<Moment> {
    dates::read(&word(object, name)?).filter(dates::plausible)
}

/// The names of `authors`, as version 1.1 has them, or of `author`.
fn authors(object: &Map<String, Json>) -> Vec<String> {
    let several = object.get("authors").and_then(Json::as_array).into_iter().flatten();
    let names = several.chain(object.get("author")).take(64);
    let names = names.filter_map(|author| author.get("name").unwrap_or(author).as_str());
    let mut found: Vec<String> = Vec::new();
    for name in names.filter_map(person) {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

/// What can be read of a document that is not JSON as a whole: the head before the items, and the items up to the damage.
fn salvaged(text: &str) -> (Map<String, Json>, Vec<Json>) {
    let Some(at) = text.find("\"items\"") else { return (Map::new(), Vec::new()) };
    let head = format!("{}}}", text[..at].trim_end().trim_end_matches(','));
    let head = serde_json::from_str(&head).unwrap_or_default();
    let Some(open) = text[at..].find('[') else { return (head, Vec::new()) };
    let mut rest = &text[at + open + 1..];
    let mut items = Vec::new();
    loop {
        rest = rest.trim_start_matches(|character: char| character.is_whitespace() || character == ',');
        let mut stream = Deserializer::from_str(rest).into_iter::<Json>();
        let Some(Ok(item)) = stream.next() else { return (head, items) };
        items.push(item);
        rest = &rest[stream.byte_offset()..];
    }
}

/// The document with what no JSON reader takes inside its strings made readable: control characters, and halves of
/// surrogate pairs, which become �.
fn mended(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let (mut copied, mut at, mut inside) = (0, 0, false);
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        let (length, instead) = match byte {
            b'"' => {
                inside = !inside;
                (1, None)
            }
            b'\\' if inside => escape(&text[at..]),
            b'\n' if inside => (1, Some("\\n")),
            0..=0x1f if inside => (1, Some(" ")),
            _ => (1, None),
        };
        if let Some(instead) = instead {
            out.push_str(&text[copied..at]);
            out.push_str(instead);
            copied = at + length;
        }
        at += length;
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// The length of the escape that `rest` begins with, and what stands for it where it is wrong.
fn escape(rest: &str) -> (usize, Option<&'static str>) {
    let unit = |rest: &str| {
        let digits = rest.strip_prefix("\\u")?.get(..4)?;
        u16::from_str_radix(digits, 16).ok()
    };
    match unit(rest) {
        Some(0xd800..=0xdbff) if matches!(rest.get(6..).and_then(unit), Some(0xdc00..=0xdfff)) => (12, None),
        Some(0xd800..=0xdfff) => (6, Some("\u{fffd}")),
        Some(_) => (6, None),
        None => match rest.as_bytes().get(1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => (2, None),
            _ => (1, Some("\\\\")),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_mended() {
        let check = |text: &str, expected: &str| assert_eq!(mended(text), expected, "{text}");
        check(
            r#"{"a": "\ud83d\ude00 \ud800 \udc00x \u00e9"}"#,
            "{\"a\": \"\\ud83d\\ude00 \u{fffd} \u{fffd}x \\u00e9\"}",
        );
        check("{\"a\":\n\"b\nc\\q\\\"\"}", "{\"a\":\n\"b\\nc\\\\q\\\"\"}");
        check("\"\\", "\"\\\\");
    }
}
