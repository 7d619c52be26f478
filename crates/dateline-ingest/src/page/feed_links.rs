//! The feeds that a page names in its head.

use dateline_model::Capture;

use crate::decode::decode;
use crate::markup::{Piece, pieces, unescape};
use crate::{address, words};

/// A feed that a page names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedLink {
    /// Its address.
    pub url: String,
    /// What the page calls it.
    pub title: Option<String>,
}

/// Media types of feeds.
const TYPES: &[&str] =
    &["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "text/rss+xml"];
/// Most feeds that are taken from one page.
const MOST: usize = 16;

/// The feeds that the page in `capture` names, in its order. Those of comments come last: they are not what a site reports.
#[must_use]
pub fn feed_links(capture: &Capture) -> Vec<FeedLink> {
    let text = decode(capture).text;
    let mut base = capture.url.clone();
    let mut links: Vec<FeedLink> = Vec::new();
    for piece in pieces(&text) {
        let Piece::Open(tag) = piece else { continue };
        if tag.is("base") {
            let href = tag.attribute("href").and_then(|href| address::absolute(&href, capture.url.as_deref()));
            base = href.map(String::from).or(base);
        }
        let relation = tag.attribute("rel").unwrap_or_default().to_ascii_lowercase();
        let kind = tag.attribute("type").unwrap_or_default().to_ascii_lowercase();
        let relation = relation.split_whitespace().any(|word| matches!(word, "alternate" | "feed"));
        if !tag.is("link") || !relation || !TYPES.contains(&kind.trim()) || links.len() == MOST {
            continue;
        }
        let url = tag.attribute("href").and_then(|href| address::absolute(&href, base.as_deref()));
        let Some(url) = url.map(String::from).filter(|url| !links.iter().any(|link| link.url == *url)) else {
            continue;
        };
        let title = tag.attribute("title").map(|title| words::collapse(&unescape(&title)));
        links.push(FeedLink { url, title: title.filter(|title| !title.is_empty()) });
    }
    links.sort_by_key(|link| {
        let of_comments = |words: &str| words.to_lowercase().contains("comment");
        of_comments(&link.url) || link.title.as_deref().is_some_and(of_comments)
    });
    links
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feeds_are_found_in_the_head_of_a_page() {
        let page = "<html><head><base href='/en/'>\
            <link rel='alternate' type='application/rss+xml' title='Comments' href='/comments/feed'>\
            <link rel='stylesheet' href='a.css'><link rel='alternate' hreflang='de' href='/de/'>\
            <LINK REL=\"alternate home\" TYPE='Application/Atom+XML' title='Harbour &amp; Port' href='atom.xml'>\
            <link rel='alternate' type='application/rss+xml' href='javascript:alert(1)'>\
            <link rel='alternate' type='application/feed+json' href='//feeds.harbour.example/feed.json'></head>";
        let capture = Capture { url: Some("https://harbour.example/".to_owned()), ..Capture::of(page) };
        let links: Vec<(String, Option<String>)> =
            feed_links(&capture).into_iter().map(|link| (link.url, link.title)).collect();
        let expected = [
            ("https://harbour.example/en/atom.xml", Some("Harbour & Port")),
            ("https://feeds.harbour.example/feed.json", None),
            ("https://harbour.example/comments/feed", Some("Comments")),
        ];
        assert_eq!(links, expected.map(|(url, title)| (url.to_owned(), title.map(str::to_owned))));
    }
}
