//! The list of source formats, asked in order.

mod article_lines;
pub(crate) mod feed;
mod followed_story;
mod html;
pub(crate) mod opml;
mod plain_text;
mod sitemap;
mod topic_page;

use dateline_model::Capture;

use crate::{Outlets, Reading, Source};

/// Every source format, the most particular first.
pub static SOURCES: &[&Source] = &[
    &article_lines::ARTICLE_LINES,
    &feed::FEED,
    &opml::OPML,
    &sitemap::SITEMAP,
    &html::HTML,
    &topic_page::TOPIC_PAGE,
    &followed_story::FOLLOWED_STORY,
    &plain_text::PLAIN_TEXT,
];

/// How many bytes a format is known by.
const PREFIX: usize = 64 * 1024;

/// The format of bytes that begin with `prefix`, of which 64 KiB are looked at.
#[must_use]
pub fn sniff(prefix: &[u8]) -> Option<&'static Source> {
    let prefix = &prefix[..prefix.len().min(PREFIX)];
    SOURCES.iter().copied().find(|source| (source.sniff)(prefix))
}

/// Reads a capture as the format its bytes show.
#[must_use]
pub fn read(capture: &Capture) -> Reading {
    sniff(&capture.bytes).map_or_else(Reading::default, |source| (source.read)(capture))
}

/// Reads a capture as `source` does, with the corrections of `outlets`, which only web pages take.
#[must_use]
pub fn read_with(source: &Source, capture: &Capture, outlets: &Outlets) -> Reading {
    if source.name == html::HTML.name { html::read_with(capture, outlets) } else { (source.read)(capture) }
}
