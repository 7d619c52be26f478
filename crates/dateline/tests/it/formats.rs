//! Every format goes in, told by its content, plain and compressed; twice changes nothing.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::program::Place;
use crate::record::dump;
use crate::reports::article_lines;

const HTML: &str = r#"<!doctype html><html lang="en"><head><title>Harbour wall gives way - Tide Gazette</title>
<meta property="og:site_name" content="Tide Gazette">
<link rel="canonical" href="https://tidegazette.example/harbour-wall">
<meta property="article:published_time" content="2025-02-03T08:00:00+01:00"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Harbour wall gives way</h1>
<p>A stretch of forty metres of the old harbour wall fell into the basin on Monday morning, the port office said.</p>
<p>Nobody was hurt, since the quay had been closed to walkers a week before, when the first cracks were seen.</p>
<p>The port office put the cost of a new wall at two million and said work could begin before the summer.</p>
</article><footer>Imprint</footer></body></html>"#;

const TEXT: &str = "Lamp works closes after ninety years\n\n\
LUNDHOLM: The lamp works on the river will close in April, its owner said on Tuesday, after orders fell by half.\n\n\
The works has made lamps for ships since 1935 and employs sixty people, most of them from the town.\n";

const RSS: &str = r#"<?xml version="1.0"?><rss version="2.0"><channel><title>Fen Courier</title><language>en</language>
<item><title>Eels return to the fen</title><link>https://fencourier.example/eels</link>
<pubDate>Fri, 14 Mar 2025 09:00:00 GMT</pubDate><category>Rivers</category>
<description>Eels have been counted in the fen for the first time in twenty years, the river trust said on Friday.</description></item>
<item><title>Bridge toll dropped</title><link>https://fencourier.example/toll</link>
<pubDate>Sat, 15 Mar 2025 09:00:00 GMT</pubDate>
<description>The toll on the fen bridge will not be raised again; the county said on Saturday that it is to be dropped.</description></item>
</channel></rss>"#;

const JSON_FEED: &str = r#"{"version":"https://jsonfeed.org/version/1.1","title":"Quarry News","items":[
{"id":"1","url":"https://quarrynews.example/1","title":"Quarry lake opens to swimmers",
"date_published":"2025-05-01T10:00:00Z",
"content_text":"The old quarry lake has been opened to swimmers by the parish, which tested its water through the winter."}]}"#;

const ATOM: &str = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Moor Echo</title><id>urn:moor</id>
<updated>2025-04-02T10:00:00Z</updated><entry><title>Peat fire put out</title><id>urn:moor:1</id>
<link href="https://moorecho.example/peat"/><updated>2025-04-02T10:00:00Z</updated>
<content type="html">&lt;p&gt;A peat fire that had burned on the moor since Sunday was put out by rain on Wednesday, wardens said.&lt;/p&gt;</content>
</entry></feed>"#;

const OPML: &str = r#"<opml version="2.0"><body><outline text="North"><outline text="Fen Courier" type="rss"
xmlUrl="https://fencourier.example/feed"/></outline></body></opml>"#;

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(content).expect("gzip");
    encoder.finish().expect("gzip")
}

fn place_with_everything() -> Place {
    let place = Place::new();
    // Names say nothing, or something wrong: content decides.
    place.write("a", HTML);
    place.write("b.jpg", TEXT);
    place.write("c.txt", RSS);
    place.write("d.html", JSON_FEED);
    place.write("e", ATOM);
    place.write("f", OPML);
    place.write("deep/er/lines", article_lines(12));
    place.write("lines.gz", gzip(article_lines(20).as_bytes()));
    place.write("lines.zst", zstd::encode_all(article_lines(28).as_bytes(), 3).expect("zstd"));
    place
}

#[test]
fn every_format_goes_in() {
    let place = place_with_everything();
    let said = place.import(&[]).clean();
    assert_eq!(said, "66 reports read: 34 new, 0 revised, 32 known already; 1 feed address kept\n");
    let found = place.run(&["search", "harbour", "wall"]).clean();
    assert!(found.contains("2025-02-03  Harbour wall gives way | Tide Gazette"), "{found}");
    for (words, headline) in [
        ("lamp works", "Lamp works closes after ninety years"),
        ("eels", "Eels return to the fen | Fen Courier"),
        ("swimmers", "Quarry lake opens to swimmers | Quarry News"),
        ("peat", "Peat fire put out | Moor Echo"),
    ] {
        let found = place.run(&["search", words]).clean();
        assert!(found.contains("1 report found") && found.contains(headline), "{words}: {found}");
    }
}

#[test]
fn importing_twice_changes_nothing() {
    let place = place_with_everything();
    place.import(&[]).clean();
    let before = dump(&place.data());
    let said = place.import(&[]).clean();
    assert_eq!(said, "66 reports read: 0 new, 0 revised, 66 known already\n");
    assert!(dump(&place.data()) == before, "the record changed");
}

#[test]
fn other_words_under_the_same_address_are_a_revision() {
    let place = Place::new();
    let page = place.write("page.html", HTML);
    place.import(&[]).clean();
    std::fs::write(&page, HTML.replace("two million", "three million")).expect("a changed page");
    assert_eq!(place.import(&[]).clean(), "1 report read: 0 new, 1 revised, 0 known already\n");
    assert_eq!(place.import(&[]).clean(), "1 report read: 0 new, 0 revised, 1 known already\n");
    std::fs::write(&page, HTML).expect("the first page again");
    assert_eq!(place.import(&[]).clean(), "1 report read: 0 new, 0 revised, 1 known already\n");
    assert!(place.run(&["search", "\"three million\""]).clean().starts_with("1 report found"));
    assert!(place.run(&["search", "\"two million\""]).clean().starts_with("0 reports found"));
}
