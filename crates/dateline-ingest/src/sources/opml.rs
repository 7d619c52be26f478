//! Subscription lists: OPML with feeds in folders.

use dateline_model::{Capture, Problem};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::decode::{decode, peek};
use crate::{Framing, Reading, Source, Subscription, address, markup, words, xml};

/// See the module.
pub(super) static OPML: Source = Source {
    name: "opml",
    about: "A list of feed subscriptions, as feed readers export it.",
    framing: Framing::Whole,
    sniff,
    read,
};

/// Folders are followed this deep; feeds in deeper ones are listed in the last of these.
const DEEPEST: usize = 32;

fn sniff(prefix: &[u8]) -> bool {
    xml::root(&peek(prefix), &["opml"]).is_some()
}

fn read(capture: &Capture) -> Reading {
    let decoded = decode(capture);
    let mut reading = Reading { problems: decoded.problems, ..Reading::default() };
    let Some((at, _)) = xml::root(&decoded.text, &["opml"]) else {
        return reading;
    };
    let mended = xml::mended(&decoded.text, at);
    if let Some(what) = read_outlines(&mended, &mut reading) {
        let kept = match reading.subscriptions.len() {
            0 => "no feed was read before the damage".to_owned(),
            1 => "the one feed before the damage was kept".to_owned(),
            count => format!("the {count} feeds before the damage were kept"),
        };
        reading.problems.push(Problem::new(format!("the subscription list is damaged: {what}"), kept));
    }
    reading
}

/// Reads the outlines; what is wrong with the file, where it is damaged.
fn read_outlines(document: &str, reading: &mut Reading) -> Option<String> {
    let mut reader = Reader::from_str(document);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    // For each open outline: its name, where it is a folder.
    let mut open: Vec<Option<String>> = Vec::new();
    let mut ended = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) if is_outline(tag.name().as_ref()) => open.push(outline(&tag, &open, reading)),
            Ok(Event::Empty(tag)) if is_outline(tag.name().as_ref()) => {
                outline(&tag, &open, reading);
            }
            Ok(Event::End(tag)) if is_outline(tag.name().as_ref()) => {
                open.pop();
            }
            Ok(Event::End(tag)) if tag.name().as_ref().eq_ignore_ascii_case("opml") => ended = true,
            Ok(Event::Eof) if ended => return None,
            Ok(Event::Eof) => return Some("it ends in the middle".to_owned()),
            Ok(_) => {}
            Err(error) => return Some(error.to_string()),
        }
    }
}

fn is_outline(name: &str) -> bool {
    name.eq_ignore_ascii_case("outline")
}

/// Notes the feed that an outline names; for a folder, its name.
fn outline(tag: &BytesStart<'_>, open: &[Option<String>], reading: &mut Reading) -> Option<String> {
    let (mut url, mut text, mut title) = (None, None, None);
    for attribute in tag.attributes().with_checks(false).flatten() {
        let value = words::collapse(&markup::unescape(&attribute.value));
        match attribute.key.as_ref().to_ascii_lowercase().as_str() {
            "xmlurl" => url = Some(value),
            "text" => text = Some(value),
            "title" => title = Some(value),
            _ => {}
        }
    }
    let name = title.filter(|title| !title.is_empty()).or(text).filter(|text| !text.is_empty());
    let Some(url) = url.filter(|url| !url.is_empty()) else {
        return name.filter(|_| open.len() < DEEPEST);
    };
    match address::canonical(&url) {
        Some(url) => {
            let folders = open.iter().take(DEEPEST).flatten().cloned().collect();
            reading.subscriptions.push(Subscription { url, title: name, folders });
        }
        None => {
            let what = format!("“{}” is not the address of a feed", crate::finish::shortened(&url));
            reading.problems.push(Problem::new(what, "the entry was left out"));
        }
    }
    None
}
