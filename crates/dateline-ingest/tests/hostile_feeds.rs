//! Feeds, sitemaps and subscription lists made to break a reader: each comes through in linear time and bounded memory.

mod bomb;
mod shown;
mod told;

use std::time::{Duration, Instant};

use bomb::bomb;
use dateline_ingest::{Reading, read_feed};
use dateline_model::Capture;
use told::problems;

fn read_as(source: &str, bytes: impl Into<Vec<u8>>) -> Reading {
    let begun = Instant::now();
    let reading = told::read_as(source, bytes);
    // Far above what it takes, far below what anything but linear would.
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
    reading
}

fn rss(inside: &str) -> String {
    format!("<rss version='2.0'><channel><title>Harbour Post</title>{inside}</channel></rss>")
}

#[test]
fn entities_do_not_explode_and_no_file_is_opened() {
    let item = "<item><title>A &a0; rises</title><description>&a9; &file; stays as written here.</description></item>";
    let reading = read_as("feed", bomb("fare") + &rss(item));
    assert_eq!(reading.articles[0].title.as_deref(), Some("A fare rises"));
    assert_eq!(reading.articles[0].text.as_str(), "&a9; &file; stays as written here.");
}

#[test]
fn a_million_items_are_cut_to_a_hundred_thousand() {
    let reading = read_as("feed", rss(&"<item><title>Fares rise</title></item>".repeat(1_000_000)));
    assert_eq!(reading.articles.len(), 100_000);
    assert_eq!(problems(&reading), ["the feed has 1000000 items; the first 100000 were kept"]);
    let items = vec!["{\"title\": \"Fares rise\"}"; 200_000].join(",");
    let json = format!("{{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{items}]}}");
    assert_eq!(read_as("feed", json).articles.len(), 100_000);
    let map = format!("<urlset>{}</urlset>", "<url><loc>https://post.example/a</loc></url>".repeat(1_000_000));
    let reading = read_as("sitemap", map);
    assert_eq!(reading.listed.len(), 100_000);
    assert_eq!(problems(&reading), ["the sitemap has 1000000 addresses; the first 100000 were kept"]);
    let list = format!("<opml>{}</opml>", "<outline xmlUrl='https://post.example/a'/>".repeat(150_000));
    assert_eq!(read_as("opml", list).subscriptions.len(), 100_000);
}

#[test]
fn nesting_without_end_is_no_deeper_than_the_reader_follows() {
    let deep = "<description>Fares ".to_owned() + &"<div>".repeat(1_000_000) + "rise";
    let item = format!("<item><title>Harbour</title>{deep}");
    for feed in [
        rss(&format!("{item}{}</description></item>", "</div>".repeat(1_000_000))),
        rss(&format!("<item><title>Harbour</title></item>{}", "<a>".repeat(1_000_000))),
        rss(&format!("<item><title>Harbour</title></item>{}", "</a>".repeat(1_000_000))),
        rss(&format!("<item><title>Harbour</title></item>{}", "<a></b>".repeat(500_000))),
        rss(&format!("<item><title>Harbour</title></item>{}", "<image>".repeat(1_000_000))),
    ] {
        assert_eq!(read_as("feed", feed).articles.len(), 1);
    }
    let json = format!("{{\"version\": \"https://jsonfeed.org/version/1\", \"x\": {}", "[".repeat(1_000_000));
    assert_eq!(read_as("feed", json).articles.len(), 0);
}

#[test]
fn attributes_and_namespaces_without_end_are_passed_over() {
    let attributes: String = (0..200_000).map(|number| format!(" a{number}='x'")).collect();
    let namespaces: String =
        (0..100_000).map(|number| format!(" xmlns:n{number}='http://x.example/{number}'")).collect();
    let item = format!("<item{attributes}{namespaces}><title>Fares rise</title><n7:title>No</n7:title></item>");
    assert_eq!(read_as("feed", rss(&item)).articles[0].title.as_deref(), Some("Fares rise"));
    let tags = "<category>ferry</category><dc:creator>A B</dc:creator>".repeat(100_000);
    let many: String = (0..50_000).map(|number| format!("<category>tag {number}</category>")).collect();
    let reading = read_as("feed", rss(&format!("<item><title>Fares rise</title>{tags}{many}</item>")));
    assert_eq!((reading.articles[0].tags.len(), reading.articles[0].bylines.len()), (64, 1));
}

#[test]
fn what_cannot_be_true_or_safe_is_left_out() {
    let item = "<item><title>Fares rise</title><link>javascript:alert(1)</link><guid>data:text/html,x</guid>
        <pubDate>Fri, 31 Dec 9999 23:59:59 GMT</pubDate><dc:date>-0001-01-01T00:00:00Z</dc:date>
        <description>&lt;p onclick=x()>Fares &lt;a href='javascript:y()'>rise&lt;/a>.&lt;script>z()&lt;/script></description></item>
        <item><link>java\nscript:alert(1)</link></item><item><link>https://post.example/only</link></item>";
    insta::assert_snapshot!(shown::reading(&read_as("feed", rss(item))));
    let map = "<urlset><url><loc>javascript:alert(1)</loc></url><url><loc>https://post.example/a</loc>
        <lastmod>9999-12-31</lastmod></url><url><loc>https://post.example/b</lo";
    insta::assert_snapshot!("hostile_sitemap", shown::reading(&read_as("sitemap", map)));
}

#[test]
fn json_feeds_are_read_through_broken_strings_and_ends() {
    let json = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Post \ud800 \ud83d\ude00", "items": [
        {"id": "1", "url": "https://post.example/1", "content_text": "Half a pair: \udc00. A line
ends."}, {"id": "2", "content_html": "<p>Bad \escape</p>", "date_published": "9999-01-01T00:00:00Z"}, {"id": "3", "content_te"#;
    insta::assert_snapshot!(shown::reading(&read_as("feed", json)));
}

#[test]
fn encodings_are_those_of_the_bytes() {
    let text = "<?xml version='1.0' encoding='ENC'?><rss><channel><title>Fährhafen – Börse</title><item><title>Die Fähre fährt nicht über den Fluß</title></item></channel></rss>";
    let title = |bytes: Vec<u8>, content_type: Option<&str>| {
        let capture = Capture { content_type: content_type.map(str::to_owned), ..Capture::of(bytes) };
        read_feed(&capture).0.and_then(|feed| feed.channel.title)
    };
    let latin = |label: &str| {
        let text = text.replace("ENC", label);
        text.chars().map(|c| if c == '–' { 0x96 } else { u8::try_from(u32::from(c)).unwrap() }).collect::<Vec<u8>>()
    };
    let utf8 = |label: &str| text.replace("ENC", label).into_bytes();
    let utf16: Vec<u8> = text.replace("ENC", "utf-8").encode_utf16().flat_map(u16::to_be_bytes).collect();
    let utf32: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    for (bytes, content_type) in [
        (utf8("utf-8"), None),
        (utf8("iso-8859-1"), None),
        (utf8("bogus"), Some("text/xml")),
        (latin("iso-8859-1"), None),
        (latin("utf-8"), None),
        (latin("bogus"), Some("text/xml; charset=windows-1252")),
        (utf16, None),
        (utf32, Some("application/rss+xml; charset=utf-8")),
    ] {
        assert_eq!(title(bytes, content_type).as_deref(), Some("Fährhafen – Börse"), "{content_type:?}");
    }
}

#[test]
fn damage_costs_only_what_it_hits() {
    let unclosed = "<item><title>Fares rise<link>https://post.example/1</link><description>On Monday.</item>
        <item><title>Tolls fall</title><description>On <b>Tuesday.</description>
        <item><title>R&D & <3</title><guid isPermaLink=false>x</guid><link>https://post.example/3?a=1&b=2</link></item>";
    insta::assert_snapshot!(shown::reading(&read_as("feed", rss(unclosed))));
}
