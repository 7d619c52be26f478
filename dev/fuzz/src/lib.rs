//! What must hold of everything that is read, whatever the bytes were.

mod weight;

use dateline_ingest::{Reading, SOURCES, Source};
use dateline_model::{Article, Capture};

pub use weight::weight;

/// A byte that is no text in its encoding becomes a character of three bytes, and two such characters may stand for one
/// reference of HTML; the words of a text may stand in a headline and a summary besides.
const GROWTH: usize = 8;
/// What each article, address or problem may add of its own: what stands at the head of a list and goes for each of its
/// items, such as folders, authors and the beginning of addresses.
const EACH: usize = 16 << 10;
/// How much longer a document may become by entities that it declares itself.
const DECLARED: usize = 4 << 20;

/// The source format called `name`.
///
/// # Panics
/// Where there is none.
#[must_use]
pub fn source(name: &str) -> &'static Source {
    SOURCES.iter().find(|source| source.name == name).expect("a source format")
}

/// A capture of `bytes`. Every other length comes with an address and a stated encoding, so that both ways are tried.
#[must_use]
pub fn capture(bytes: &[u8]) -> Capture {
    let mut capture = Capture::of(bytes);
    if bytes.len() % 2 == 1 {
        capture.url = Some("https://harbour-post.example/news/fares.html".to_owned());
        capture.content_type = Some("text/plain; charset=utf-8".to_owned());
        capture.captured = "2025-03-04T05:06:07Z".parse().ok();
    }
    capture
}

/// Reads `capture` twice and holds both readings to what always must be.
///
/// # Panics
/// Where it does not hold.
pub fn check(capture: &Capture, read: impl Fn(&Capture) -> Reading) -> Reading {
    let reading = read(capture);
    assert_eq!(reading, read(capture), "the same bytes, read twice, gave something else");
    reading.articles.iter().for_each(check_spans);
    check_addresses(&reading);
    let parts = reading.articles.len() + reading.listed.len() + reading.subscriptions.len() + reading.problems.len();
    let most = GROWTH * capture.bytes.len() + EACH * (parts + 1) + DECLARED;
    let found = weight(&reading);
    assert!(found <= most, "{} bytes became {found}, at most {most} are sound", capture.bytes.len());
    reading
}

/// Every span lies inside the text, on the boundaries of characters; structured lines stand in order.
fn check_spans(article: &Article) {
    let spans = article.blocks.iter().map(|block| block.span).chain(article.dateline.iter().map(|line| line.span));
    for span in spans {
        assert_eq!(article.text.span(span.range()), Some(span), "a span outside the text or inside a character");
    }
    assert!(article.blocks.is_sorted_by_key(|block| block.span), "structured lines are out of order");
    assert!(!article.text.as_str().contains('\0'), "a NUL in the text");
}

/// Every address is one of the web: nothing that a click would execute.
fn check_addresses(reading: &Reading) {
    let articles = reading.articles.iter().flat_map(|article| [&article.url, &article.image]).flatten();
    let listed = reading.listed.iter().map(|listed| &listed.url);
    let subscriptions = reading.subscriptions.iter().flat_map(|one| [Some(&one.url), one.page.as_ref()]).flatten();
    let channel =
        reading.channel.iter().flat_map(|channel| channel.link.iter().chain(&channel.itself).chain(&channel.hubs));
    for address in articles.chain(listed).chain(subscriptions).chain(channel) {
        assert!(address.starts_with("http://") || address.starts_with("https://"), "“{address}” is not of the web");
    }
}
