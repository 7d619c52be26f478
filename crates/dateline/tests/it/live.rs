//! Sources of the web: found, followed, asked politely, told apart by how they answer; their reports kept as an import
//! would keep them.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use rusqlite::{Connection, OpenFlags};

use crate::program::{Place, Ran, Server};
use crate::web::{Page, Web};

const SENTENCES: [&str; 6] = [
    "The harbour council voted on Tuesday to close the east pier for repairs until March, after inspectors found cracks.",
    "“We cannot let another winter pass,” said the chair of the council, which owns the pier and both of its cranes.",
    "The ferry company said it would move its night services to the west pier and expects delays of twenty minutes.",
    "Repairs will cost 12.4 million euros, according to a report of the port office, a third more than was thought in June.",
    "Fishermen who land their catch there said that nobody had asked them, and that the west pier is full in the mornings.",
    "Work is to begin on the first of December and to end before the spring tides, when a second inspection is planned.",
];

/// Runs the program where it may ask servers on this machine; what it says.
pub fn run(place: &Place, arguments: &[&str]) -> Ran {
    let mut command = place.command(arguments);
    allow(&mut command);
    let output = command.output().expect("the binary runs");
    let words = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Ran { status: output.status.code(), stdout: words(output.stdout), stderr: words(output.stderr) }
}

/// Lets the program ask servers on this machine, without pauses.
pub fn allow(command: &mut std::process::Command) {
    command.env("DATELINE_ALLOW_NETWORKS", "127.0.0.0/8").env("DATELINE_FETCH_PAUSE", "0");
}

/// The same moment for all of a run: an item that changes its time is a revision.
fn now() -> &'static str {
    static NOW: OnceLock<String> = OnceLock::new();
    NOW.get_or_init(|| jiff::Timestamp::now().strftime("%a, %d %b %Y %H:%M:%S +0000").to_string())
}

fn item(title: &str, link: &str, words: &str) -> String {
    format!(
        "<item><title>{title}</title><link>{link}</link><pubDate>{}</pubDate><description>{words}</description></item>",
        now()
    )
}

fn feed(title: &str, items: &[String]) -> Page {
    Page::of(format!("<rss version='2.0'><channel><title>{title}</title>{}</channel></rss>", items.concat()))
}

/// A feed of one full report.
fn full_feed(web: &Web, title: &str) -> Page {
    feed(title, &[item(&format!("East pier closes: {title}"), &web.at(&format!("/{title}/1")), &SENTENCES.join(" "))])
}

fn page(title: &str, words: &[&str]) -> Page {
    let paragraphs: String = words.iter().map(|words| format!("<p>{words}</p>")).collect();
    Page::of(page_of(title, &paragraphs))
}

/// The words of a report, twice over so that it is a long one.
pub fn sentences() -> String {
    [SENTENCES, SENTENCES].concat().iter().map(|words| format!("<p>{words}</p>")).collect()
}

/// A report as a page.
pub fn page_of(title: &str, paragraphs: &str) -> String {
    let published = jiff::Timestamp::now();
    format!(
        "<!doctype html><html lang='en'><head><title>{title}</title><meta property='og:type' content='article'>\
         <meta property='article:published_time' content='{published}'></head>\
         <body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )
}

/// The number that `sql` gives.
pub fn count(place: &Place, sql: &str) -> i64 {
    let path = place.data().join("record.sqlite");
    let record = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).expect("a record");
    record.query_row(sql, [], |row| row.get(0)).expect("a number")
}

#[test]
fn what_stands_at_an_address_is_found_and_said() {
    let (place, web) = (Place::new(), Web::new());
    web.put("/courier.xml", full_feed(&web, "Courier"));
    web.put(
        "/site/",
        Page::of("<html><head><link rel=alternate type='application/rss+xml' href='/courier.xml'></head><body>Hello"),
    );
    web.put("/", Page::of("<html><head><title>A front page</title></head><body><p>Welcome.</p></body></html>"));
    web.put("/a/1", page("A single report", &[SENTENCES, SENTENCES].concat()));
    let loops = Page::status("302 Found").header("Location: /loop");
    web.put("/loop", loops);
    let list =
        format!("<opml version='2.0'><body><outline type='rss' xmlUrl='{}'/></body></opml>", web.at("/gone.xml"));
    let list = place.write("list.opml", list);
    web.put("/gone.xml", Page::status("410 Gone"));
    let said = |address: &str| {
        let ran = run(&place, &["add", address]);
        format!("{}{}", ran.stdout, ran.stderr).replace(&web.address, "W")
    };
    let feed = said(&web.at("/courier.xml"));
    assert_eq!(feed, "W/courier.xml: a feed at W/courier.xml, followed from now on; 1 report: 1 new, 0 revised\n");
    let site = said(&web.at("/site/"));
    assert_eq!(site, "W/site/: a site with a feed at W/courier.xml, followed already; 1 report: 0 new, 0 revised\n");
    assert_eq!(said(&web.at("/a/1")), "W/a/1: a single report, kept\n");
    assert_eq!(said(&web.at("/a/1")), "W/a/1: a single report, known already\n");
    let none =
        "W/: the page names no feed, and neither a feed nor a sitemap is at the usual places; nothing is followed\n";
    assert_eq!(said(&web.at("/")), none);
    assert!(said(&web.at("/loop")).contains("leads from one address to the next without end"));
    assert!(said(&web.at("/nothing")).contains("there is nothing at this address (404)"));
    let list = said(list.to_str().expect("a plain path"));
    assert!(list.contains("a list of 1 feed, 1 new\n1 source asked: 0 with news, 1 failed"), "{list}");
    assert!(said("file:///etc/passwd").contains("addresses that begin with file: are not asked"));
    let refused = place.run(&["add", &web.at("/courier.xml")]);
    assert!(refused.complaint().contains("127.0.0.1 is an address of this machine"), "{refused:?}");
}

#[test]
fn a_source_is_asked_politely_and_its_answers_are_acted_on() {
    let (place, web) = (Place::new(), Web::new());
    web.put("/feed.xml", full_feed(&web, "Courier").header("ETag: \"one\"").header("Cache-Control: max-age=7200"));
    web.put("/old.xml", Page::status("301 Moved").header(&format!("Location: {}", web.at("/new.xml"))));
    web.put("/new.xml", full_feed(&web, "Gazette"));
    for path in ["/feed.xml", "/new.xml"] {
        run(&place, &["add", &web.at(path)]).clean();
    }
    let nothing = run(&place, &["fetch"]).clean();
    assert!(nothing.starts_with("0 sources asked"), "nobody is due: {nothing}");
    let again = run(&place, &["fetch", "--all"]).clean();
    assert_eq!(again, "2 sources asked: 0 with news, 0 failed; reports: 0 new, 0 revised\n");
    let requests = web.asked("/feed.xml");
    assert_eq!((requests.len(), requests[1].header("if-none-match")), (2, "\"one\""));
    assert!(requests[0].header("user-agent").starts_with("dateline/"));
    let wait = "SELECT min(due) - unixepoch() FROM followed JOIN subscriptions ON number = subscription WHERE url LIKE '%/feed.xml'";
    assert!(count(&place, wait) > 6000, "Cache-Control is respected");

    web.put("/new.xml", Page::status("308 Moved").header(&format!("Location: {}", web.at("/newest.xml"))));
    web.put("/newest.xml", full_feed(&web, "Gazette"));
    web.put("/feed.xml", Page::status("410 Gone"));
    let moved = run(&place, &["fetch", "--all"]);
    assert!(moved.complaint().contains("it is gone for good (410)"), "{moved:?}");
    assert_eq!(count(&place, "SELECT count(*) FROM subscriptions WHERE url LIKE '%/newest.xml'"), 1);
    run(&place, &["fetch", "--all"]).clean();
    assert_eq!((web.asked("/feed.xml").len(), web.asked("/newest.xml").len()), (3, 2));
    assert_eq!(web.asked("/robots.txt").len(), 0, "feeds are made for programs");

    let removed = place.run(&["remove", &web.at("/newest.xml"), &web.at("/never.xml")]);
    assert!(removed.complaint().contains("no source of this address is followed"), "{removed:?}");
    assert!(removed.stdout.contains("followed no longer; its reports stay"), "{removed:?}");
    assert!(run(&place, &["fetch", "--all"]).clean().starts_with("0 sources asked"));
}

#[test]
fn the_full_text_of_a_teaser_is_fetched_where_robots_allow_it() {
    let (place, web) = (Place::new(), Web::new());
    let teaser = |words: &str| {
        feed(
            "Gazette",
            &[
                item("Union wants pier kept free", &web.at("/a/1?utm_source=feed"), words),
                item("Barred", &web.at("/private/2"), "A teaser of a page that programs may not read…"),
            ],
        )
    };
    web.put("/robots.txt", Page::of("User-agent: *\nDisallow: /private/\n"));
    web.put("/feed.xml", teaser("Fishermen who land their catch there…"));
    web.put("/a/1", page("Union wants pier kept free", &SENTENCES));
    web.put("/private/2", page("Barred", &SENTENCES));
    let added = run(&place, &["add", &web.at("/feed.xml")]).clean();
    assert!(added.contains("2 reports: 2 new, 0 revised; 2 pages to be fetched"), "{added}");
    assert!(added.contains("0 new, 1 revised; 2 pages asked for their full text"), "{added}");
    assert_eq!((web.asked("/private/2").len(), web.asked("/a/1").len(), web.asked("/robots.txt").len()), (0, 1, 1));
    let full = run(&place, &["search", "spring tides"]).clean();
    assert!(full.contains("1 report found"), "{full}");
    assert_eq!(count(&place, "SELECT count(*) FROM articles"), 2, "the page and its teaser are one report");

    // The feed changes the teaser: the page is read again, and the teaser does not come before the full text.
    web.put("/feed.xml", teaser("Fishermen who land their catch at the pier…"));
    web.put("/a/1", page("Union wants pier kept free", &SENTENCES[..5]));
    run(&place, &["fetch", "--all"]).clean();
    assert_eq!(web.asked("/a/1").len(), 2);
    assert!(run(&place, &["search", "third more than was thought"]).clean().contains("1 report found"));
    assert!(!run(&place, &["search", "spring tides"]).clean().contains("1 report found"));
    assert_eq!(count(&place, "SELECT max(revisions) FROM articles"), 3);
}

#[test]
fn a_site_without_feeds_is_followed_through_its_sitemap() {
    let (place, web) = (Place::new(), Web::new());
    let map = |pages: std::ops::Range<usize>| {
        let named: String =
            pages.map(|page| format!("<url><loc>{}</loc></url>", web.at(&format!("/p/{page}")))).collect();
        Page::of(format!("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{named}</urlset>"))
    };
    web.put("/", Page::of("<html><head><title>A front page</title></head><body><p>Welcome.</p></body></html>"));
    web.put("/robots.txt", Page::of(format!("User-agent: *\nAllow: /\nSitemap: {}\n", web.at("/map.xml"))));
    web.put("/map.xml", map(0..60));
    for at in 0..70 {
        let number =
            format!("Boat {at} of the fleet was counted by the port office in its yearly survey of the harbour.");
        web.put(
            &format!("/p/{at}"),
            page(&format!("Boat {at}"), &[&number, SENTENCES[at % 6], SENTENCES[(at + 1) % 6]]),
        );
    }
    let added = run(&place, &["add", &web.at("/")]).clean();
    assert!(added.contains("a site with a sitemap at") && added.contains("50 pages to be fetched"), "{added}");
    assert_eq!(count(&place, "SELECT count(*) FROM articles"), 50, "older pages are passed over");
    web.put("/map.xml", map(0..65));
    let later = run(&place, &["fetch", "--all"]).clean();
    assert!(later.contains("5 new, 0 revised; 5 pages asked"), "{later}");
}

#[test]
fn served_pages_are_kept_up_to_date_and_tell_broken_from_empty() {
    let (place, web) = (Place::new(), Web::new());
    web.put("/feed.xml", full_feed(&web, "Courier"));
    web.put("/empty.xml", feed("Quiet Gazette", &[]));
    web.put("/broken.xml", feed("Tide Weekly", &[]));
    for path in ["/empty.xml", "/broken.xml"] {
        run(&place, &["add", &web.at(path)]).clean();
    }
    web.put("/broken.xml", Page::status("503 Service Unavailable"));
    for _ in 0..3 {
        run(&place, &["fetch", "--all"]);
    }
    let mut command = place.command(&["serve", "--listen", "127.0.0.1:0"]);
    allow(&mut command);
    let mut server = Server::start(command);
    // Another process adds a source while the server runs; the server's own pages show what came of it.
    run(&place, &["add", &web.at("/feed.xml")]).clean();
    let shown = server.page("/sources");
    assert!(shown.contains("3 sources: 1 broken, 1 empty, 1 answering"), "{shown}");
    assert!(shown.contains("The server has a fault (503)") && shown.contains("3 failures in a row"), "{shown}");
    let list =
        format!("<opml version='2.0'><body><outline type='rss' xmlUrl='{}'/></body></opml>", web.at("/late.xml"));
    place.import(&[&place.write("list.opml", list)]).clean();
    web.put("/late.xml", full_feed(&web, "Late Post"));
    let since = Instant::now();
    while !server.page("/?show=all").contains("Late Post") {
        assert!(since.elapsed() < Duration::from_secs(60), "{}", server.page("/sources"));
        std::thread::sleep(Duration::from_millis(200));
    }
    assert_eq!(server.terminate(), Some(0), "told to end, it ends well");
}

#[test]
fn killed_while_fetching_it_loses_nothing_that_it_took_note_of() {
    const SOURCES: usize = 40;
    let (place, web) = (Place::new(), Web::new());
    let path = |at: usize| format!("/{at}.xml");
    for at in 0..SOURCES {
        web.put(&path(at), full_feed(&web, &format!("Paper{at}")).header(&format!("ETag: \"{at}\"")));
    }
    let listed: String =
        (0..SOURCES).map(|at| format!("<outline type='rss' xmlUrl='{}'/>", web.at(&path(at)))).collect();
    let list = place.write("list.opml", format!("<opml version='2.0'><body>{listed}</body></opml>"));
    place.import(&[&list]).clean();
    // A source whose ETag is kept will answer 304 from then on: its report must have been kept with it.
    let noted = "SELECT count(*) FROM followed WHERE json_extract(state, '$.etag') IS NOT NULL";
    for milliseconds in [40, 90, 200, 400] {
        let mut command = place.command(&["fetch"]);
        allow(&mut command);
        let mut child = command.spawn().expect("it runs");
        std::thread::sleep(Duration::from_millis(milliseconds));
        child.kill().expect("killed");
        child.wait().expect("it ends");
        assert!(count(&place, "SELECT count(*) FROM articles") >= count(&place, noted));
    }
    run(&place, &["fetch"]);
    assert_eq!(
        (count(&place, "SELECT count(*) FROM articles"), count(&place, noted)),
        (SOURCES as i64, SOURCES as i64)
    );
    let found = run(&place, &["search", "--limit", "1", "cracks"]).clean();
    assert!(found.starts_with(&format!("{SOURCES} reports found")), "{found}");
}
