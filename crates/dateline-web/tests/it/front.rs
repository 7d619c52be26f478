//! The front page.

use dateline_model::ArticleId;
use dateline_store::StorySummary;
use dateline_web::pages::front::{Asked, Listing, render};
use dateline_web::parts::card::{Credit, Credits};
use dateline_web::parts::frame::{Frame, Room};

use crate::sample::{at, counted, frame, story};
use crate::{times, words};

fn page(stories: Vec<StorySummary>, asked: &Asked) -> String {
    let topics = &[counted("ferries & boats", 4)];
    let outlets = &["A \"B\" <C>".to_owned(), "Harbour Courier".to_owned()];
    render(&frame(Room::Stories).at_top(), asked, &Listing { stories, more: true, credits: credits(), topics, outlets })
        .unwrap()
}

fn credits() -> Credits {
    let credit = Credit { outlet: Some("Harbour Courier".to_owned()), language: Some("de".to_owned()) };
    Credits::from([(ArticleId::new("german"), credit)])
}

fn first() -> Asked {
    Asked { page: 1, ..Asked::default() }
}

#[test]
fn a_story_is_told_in_a_few_lines() {
    let page = page(vec![story(7, "Night ferries stay in port")], &first());
    let words = words(&page);
    assert!(page.contains("<a href=\"/story/7\">Night ferries stay in port</a>"), "{page}");
    assert!(words.contains("Crews of the night ferries stayed ashore on Monday."));
    assert!(
        words.contains("5 reports, 3 outlets 2 of them copies newest 6 March 2025, 09:30 (2 hours ago)"),
        "{words}"
    );
    assert!(words.contains("Harbour Courier, Coastline Radio and 湾岸日報"));
    assert!(page.contains("<time datetime=\"2025-03-06T09:30:00Z\">"));
    assert!(words.contains("1,204 reports from 3 outlets, grouped into 1 story"), "{words}");
}

#[test]
fn one_is_not_many() {
    let mut single = story(8, "A cow on the line");
    (single.reports, single.copies) = (1, 0);
    single.outlets.truncate(1);
    let words = words(&page(vec![single], &first()));
    assert!(words.contains("1 report, 1 outlet newest"), "{words}");
}

#[test]
fn outlets_are_named_as_far_as_there_is_room() {
    let mut wide = story(8, "Everywhere");
    wide.outlets = (0..11).map(|number| counted(&format!("Outlet {number}"), 1)).collect();
    let words = words(&page(vec![wide], &first()));
    assert!(words.contains("Outlet 0, Outlet 1, Outlet 2, Outlet 3 and 7 more"), "{words}");
}

#[test]
fn stories_stand_under_the_day_of_their_newest_report() {
    let mut older = story(8, "Older");
    older.newest = Some(at("2025-03-05"));
    let mut undated = story(9, "Undated");
    undated.newest = None;
    let page = page(vec![story(7, "New"), story(6, "New too"), older, undated], &first());
    assert_eq!(times(&page, "class=\"day\""), 3);
    let words = words(&page);
    assert!(words.contains("Thursday 6 March 2025 New ") && words.contains("Wednesday 5 March 2025 Older "), "{words}");
    assert!(words.contains("Without a time Undated"), "{words}");
}

#[test]
fn what_outlets_write_is_never_markup() {
    let mut hostile = story(8, "<script>alert(1)</script> & \"more\"");
    hostile.outlets = vec![counted("<img src=x onerror=alert(2)>", 5)];
    hostile.lead = "</p><svg onload=alert(3)>".to_owned();
    let asked = Asked { outlet: "\"><script>alert(4)</script>".to_owned(), ..first() };
    let page = page(vec![hostile], &asked);
    for markup in ["<script", "<img", "<svg onload", "onerror=alert(2)>"] {
        assert!(!page.contains(markup), "{markup}");
    }
    assert!(words(&page).contains("&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#34;more&#34;"));
}

#[test]
fn a_lead_names_its_outlet() {
    let mut german = story(8, "Nachtfähren bleiben im Hafen");
    german.headline_article = ArticleId::new("german");
    let page = page(vec![german], &first());
    assert!(words(&page).contains("stayed ashore on Monday. Harbour Courier 5 reports"), "{}", words(&page));
    assert!(page.contains("<h3 lang=\"de\" dir=\"ltr\">"));
}

#[test]
fn headlines_in_other_letters_say_their_language() {
    let page = page(vec![story(8, "夜間フェリー、欠航つづく")], &first());
    assert!(page.contains("<h3 lang=\"ja\" dir=\"ltr\">"), "{page}");
}

#[test]
fn the_switch_shows_where_one_is() {
    let several = page(vec![story(7, "New")], &first());
    assert!(several.contains("<a href=\"/\" aria-current=\"page\">Several reports</a>"));
    assert!(several.contains("<a href=\"/?show=all\">All stories</a>"));
    assert!(several.contains("href=\"/?page=2\" rel=\"next\""));
    let outlet = Asked { outlet: "A & B".to_owned(), all: true, page: 2 };
    let outlet = page(vec![story(7, "New")], &outlet);
    assert!(outlet.contains("href=\"/?outlet=A+%26+B&#38;page=3\" rel=\"next\""), "{outlet}");
    assert!(outlet.contains("href=\"/?outlet=A+%26+B\" rel=\"prev\""));
    assert!(outlet.contains("Stories reported by A &#38; B"));
}

#[test]
fn an_empty_store_says_what_to_do() {
    let mut frame: Frame = frame(Room::Stories);
    frame.overview = dateline_store::Overview::default();
    let page = render(&frame, &first(), &Listing::default()).unwrap();
    assert!(page.contains("dateline import PATH…") && page.contains("dateline demo"));
    assert!(!page.contains("class=\"notice\""));
}

#[test]
fn the_frame_is_whole() {
    let page = page(vec![], &first());
    for piece in [
        "<html lang=\"en\">",
        "<a class=\"skip\" href=\"#main\">",
        "<p class=\"wrap\">This is a sample.</p>",
        "<nav aria-label=\"Site\">",
        "<a href=\"/\" aria-current=\"page\">Stories</a>",
        "<main id=\"main\"",
        "<link rel=\"manifest\"",
    ] {
        assert_eq!(times(&page, piece), 1, "{piece}");
    }
    assert_eq!(times(&page, "<h1"), 1);
    assert_eq!(times(&page, "<script") + times(&page, " style=") + times(&page, "<style"), 0);
}
