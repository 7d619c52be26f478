//! Feeds: RSS of all versions, RDF, Atom and JSON Feed; each item an article.

mod entries;
mod root;
mod salvage;
mod stamps;

use std::sync::LazyLock;

use dateline_model::{Capture, Problem};
use feed_rs::model::Feed;
use feed_rs::parser::Builder;
use regex::Regex;

use crate::decode::{decode, peek};
use crate::{Framing, Reading, Source, xml};

/// See the module.
pub(super) static FEED: Source = Source {
    name: "feed",
    about: "RSS, RDF, Atom or JSON Feed, each item an article.",
    framing: Framing::Whole,
    sniff,
    read,
};

const ROOTS: &[&str] = &["rss", "feed", "rdf"];

/// `<source>` and `<dc:publisher>` name the outlet of one item; the feed reader keeps categories, not these.
static SOURCE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)<(?:source|dc:publisher)(?:\s[^<>]*)?>([^<>]{1,120})</(?:source|dc:publisher)\s*>").ok()
});
/// The scheme that a category is given to say that it is the name of the outlet.
const SOURCE_SCHEME: &str = "dateline:source";

fn sniff(prefix: &[u8]) -> bool {
    let text = peek(prefix);
    is_json_feed(&text) || xml::root(&text, ROOTS).is_some()
}

fn is_json_feed(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with('{') && text.contains("jsonfeed.org/version")
}

fn read(capture: &Capture) -> Reading {
    let decoded = decode(capture);
    let mut reading = Reading { problems: decoded.problems, ..Reading::default() };
    let address = capture.url.as_deref();
    let text = decoded.text;
    if is_json_feed(&text) {
        let document = text.trim_start_matches('\u{feff}');
        match parse(document, address) {
            Ok(feed) => entries::read(feed, address, &mut reading),
            Err(what) => salvage::read_json(document, &what, address, &mut reading),
        }
        return reading;
    }
    let Some((at, root)) = xml::root(&text, ROOTS) else {
        reading.problems.push(Problem::new("the file is no feed", "nothing of it was kept"));
        return reading;
    };
    let mut mended = xml::mended(&text, at);
    if root == "rss" {
        mended = root::as_rss2(&mended);
    }
    if root != "feed"
        && let Some(pattern) = SOURCE.as_ref()
    {
        let category = format!("<category domain=\"{SOURCE_SCHEME}\">$1</category>");
        mended = pattern.replace_all(&mended, category.as_str()).into_owned();
    }
    match parse(&mended, address) {
        Ok(feed) => entries::read(feed, address, &mut reading),
        Err(what) => salvage::read(&mended, root, &what, address, &mut reading),
    }
    reading
}

fn parse(document: &str, address: Option<&str>) -> Result<Feed, String> {
    let parser = Builder::new().base_uri(address).sanitize_content(false).timestamp_parser(stamps::pack);
    parser.build().parse(document.as_bytes()).map_err(|error| error.to_string())
}
