//! Batches of visits, without the web.

use std::sync::{Arc, OnceLock};

use dateline_engine::{Grouper, Outlets, sniff};
use dateline_fetch::Wishes;
use dateline_model::{ArticleId, Capture};
use dateline_store::{Library, StoryQuery};

use super::*;
use crate::import::work;
use crate::input::{Item, Met};
use crate::live::pages::Named;

/// A feed with one report for each of `titles`.
fn feed(titles: &[&str], words: &str) -> Vec<Piece> {
    let item = |title: &&str| {
        format!(
            "<item><title>{title}</title><link>https://quay.example/{title}</link>\
             <pubDate>Sat, 28 Nov 2026 10:00:00 GMT</pubDate><description>{words} {title}</description></item>"
        )
    };
    let items: String = titles.iter().map(item).collect();
    let capture = Capture::of(format!("<rss version='2.0'><channel><title>Quay</title>{items}</channel></rss>"));
    let source = sniff(&capture.bytes).unwrap();
    work(&Arc::from("https://quay.example/feed"), Item::whole(Met::Capture(capture, source)), &Outlets::default())
}

/// The name of the report that nothing good comes of.
static TWO: OnceLock<ArticleId> = OnceLock::new();

fn visit(source: &Followed, pieces: Vec<Piece>) -> Visited {
    let at: Timestamp = "2026-11-28T12:00:00Z".parse().unwrap();
    let news = News {
        moved: None,
        etag: Some("\"1\"".to_owned()),
        last_modified: None,
        digest: "0".to_owned(),
        title: None,
        pieces,
        named: Named::default(),
        hub: None,
    };
    let (source, state) = (source.clone(), source.state.clone().unwrap());
    let came = Came::News(Box::new(news));
    Visited::Source(Box::new(Visit {
        source,
        state,
        at,
        status: Some(200),
        wishes: Wishes::default(),
        came,
        pushed: None,
    }))
}

fn reports(folder: &Path) -> u64 {
    Library::open(folder).unwrap().overview().unwrap().reports
}

#[test]
fn a_report_that_panics_while_it_is_grouped_costs_only_itself() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::open(folder.path(), Duration::ZERO, false).unwrap();
    let What::Report(two) = &feed(&["two"], "")[0].what else { unreachable!("a feed of one report") };
    TWO.set(two.studied.article.id.clone()).unwrap();
    scribe.memory = Memory::placing(|grouper: &mut Grouper, id, features| {
        // Half done, as a mistake of ours would leave it.
        let placement = grouper.place(id, features);
        assert!(id != TWO.get().unwrap(), "a mistake of ours");
        placement
    });
    let (source, _) = scribe.follow("https://quay.example/feed", None, FollowedKind::Feed).unwrap();
    let words = |kept: &[Kept]| match &kept[0] {
        Kept::Source(kept) => kept.state.answers[0].words.clone(),
        _ => unreachable!("only a source was visited"),
    };
    let first = scribe.keep(vec![visit(&source, feed(&["one", "two", "three"], "The pier is closed."))]).unwrap();
    let told =
        "3 reports: 2 new, 0 revised; 1 report is left out: Dateline failed inside while grouping (please report it)";
    assert_eq!(words(&first), told);
    assert_eq!(reports(folder.path()), 2);

    // When it comes again it is left out again, and what is new is kept.
    let second = scribe.keep(vec![visit(&source, feed(&["four", "two", "one"], "The pier is closed."))]).unwrap();
    assert!(words(&second).starts_with("3 reports: 1 new, 0 revised; 1 report is left out"), "{}", words(&second));
    // Another version of it is tried anew.
    assert_eq!(scribe.memory.set_aside_count(), 1);
    scribe.keep(vec![visit(&source, feed(&["two"], "The pier is open."))]).unwrap();
    assert_eq!(scribe.memory.set_aside_count(), 2);

    // What was grouped is what would have been grouped without it.
    let whole = tempfile::tempdir().unwrap();
    let mut other = Scribe::open(whole.path(), Duration::ZERO, false).unwrap();
    other.keep_pieces(feed(&["one", "three"], "The pier is closed.")).unwrap();
    other.keep_pieces(feed(&["four"], "The pier is closed.")).unwrap();
    let stories = |folder: &Path| {
        let stories = Library::open(folder).unwrap().stories(&StoryQuery { limit: 9, ..StoryQuery::default() });
        stories.unwrap().into_iter().map(|story| (story.id, story.reports, story.headline)).collect::<Vec<_>>()
    };
    assert_eq!(stories(folder.path()), stories(whole.path()));
}

#[test]
fn the_beginning_of_a_report_does_not_follow_its_full_text() {
    let folder = tempfile::tempdir().unwrap();
    let mut scribe = Scribe::open(folder.path(), Duration::ZERO, false).unwrap();
    let page = "<html><head><meta property='og:type' content='article'></head><body><article><h1>one</h1>";
    let mut page = Capture::of(format!("{page}<p>{}</p>", "The council voted to close the pier. ".repeat(40)));
    page.url = Some("https://quay.example/one".to_owned());
    let source = sniff(&page.bytes).unwrap();
    let page = work(&Arc::from("page"), Item::whole(Met::Capture(page, source)), &Outlets::default());
    assert_eq!(scribe.keep_pieces(page).unwrap().new, 1);
    let after = scribe.keep_pieces(feed(&["one"], "The council voted…")).unwrap();
    assert_eq!((after.known, after.revised, after.new), (1, 0, 0));
    // The other way round the full text is the newer version.
    let teaser = scribe.keep_pieces(feed(&["two"], "The council voted…")).unwrap();
    assert_eq!(teaser.new, 1);
}
