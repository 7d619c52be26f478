//! What stands once at the head of a file is kept with each of its items: where it is long it is cut, so that a small file
//! never becomes a large reading.

use dateline_ingest::{Reading, read};
use dateline_model::Capture;

const ITEMS: usize = 900;
const LONG: usize = 30_000;

/// Most bytes that an item may have of the head of its file.
const MOST: usize = 4096;

fn read_as(source: &str, document: String, items: usize) -> Reading {
    let reading = read(&Capture::of(document.into_bytes()));
    let (articles, subscriptions) = (reading.articles.len(), reading.subscriptions.len());
    assert_eq!(articles + subscriptions, items, "{source}: {:?}", reading.problems);
    for article in &reading.articles {
        let one = [&article.url, &article.outlet, &article.section, &article.agency].into_iter().flatten();
        let series = article.series.iter().flat_map(|series| [&series.title, &series.key]);
        let all = one.chain(&article.bylines).chain(&article.tags).chain(series);
        let length: usize = all.map(String::len).sum();
        assert!(length <= MOST, "{source}: {length} bytes beside the text");
    }
    for subscription in &reading.subscriptions {
        let length: usize = subscription.folders.iter().chain(&subscription.categories).map(String::len).sum();
        assert!(length <= MOST, "{source}: {length} bytes beside the address");
    }
    reading
}

fn long(word: &str) -> String {
    word.repeat(LONG / word.len())
}

fn items(item: &str) -> String {
    item.repeat(ITEMS)
}

#[test]
fn the_name_of_a_feed() {
    let rss = format!(
        "<rss><channel><title>{}</title>{}</channel></rss>",
        long("Post "),
        items("<item><title>Fares rise</title></item>")
    );
    let reading = read_as("feed", rss, ITEMS);
    assert!(reading.articles[0].outlet.as_deref().is_some_and(|outlet| outlet.ends_with('…')));
}

#[test]
fn the_authors_of_a_feed() {
    let authors =
        format!("<author><name>{}</name></author>", long("Ann ")) + &items("<author><name>Bo Ek</name></author>");
    let entries = items("<entry><title>Fares rise</title></entry>");
    read_as("feed", format!("<feed xmlns='http://www.w3.org/2005/Atom'>{authors}{entries}</feed>"), ITEMS);
    let entries = [r#"{"content_text": "Fares rise"}"#; ITEMS].join(",");
    let json = format!(
        r#"{{"version": "https://jsonfeed.org/version/1.1", "authors": [{{"name": "{}"}}], "items": [{entries}]}}"#,
        long("Ann ")
    );
    read_as("feed", json, ITEMS);
}

#[test]
fn the_address_that_others_begin_with() {
    let base = format!("http://post.example/{}/", long("a"));
    let entries = items("<item><title>Fares rise</title><link>b</link></item>");
    let reading = read_as("feed", format!("<rss xml:base='{base}'><channel>{entries}</channel></rss>"), ITEMS);
    assert_eq!(reading.articles[0].url, None);
    let entries = [r#"{"content_text": "Fares rise", "url": "b"}"#; ITEMS].join(",");
    let json =
        format!(r#"{{"version": "https://jsonfeed.org/version/1.1", "feed_url": "{base}", "items": [{entries}]}}"#);
    read_as("feed", json, ITEMS);
}

#[test]
fn the_folder_of_subscriptions() {
    let feeds = items("<outline xmlUrl='http://post.example/'/>");
    let folder = long("n");
    read_as("opml", format!("<opml><body><outline text='{folder}'>{feeds}</outline></body></opml>"), ITEMS);
}

#[test]
fn the_headline_of_a_live_blog() {
    let entry = r#"{"@type": "BlogPosting", "articleBody": "The fares rise again on Monday, the board says."}"#;
    let entries = [entry; 30].join(",");
    let name = long("T");
    let page = format!(
        r#"<head><title>{name}</title><meta property="og:site_name" content="{name}"><meta property="article:section" content="{name}">
        <script type="application/ld+json">{{"@type": "LiveBlogPosting", "headline": "{name}", "keywords": "{name}, {name}b",
        "liveBlogUpdate": [{entries}]}}</script></head><body><p>x</p>"#
    );
    let reading = read(&Capture::of(page.into_bytes()));
    assert!(reading.articles.len() >= 30, "{:?}", reading.problems);
    for entry in reading.articles.iter().filter(|article| article.series.is_some()) {
        let names = entry.outlet.iter().chain(&entry.section).chain(&entry.tags);
        let series = entry.series.iter().flat_map(|series| [&series.title, &series.key]);
        assert!(names.chain(series).map(String::len).sum::<usize>() <= MOST);
    }
}
