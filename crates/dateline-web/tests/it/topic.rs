//! The topic page.

use dateline_web::pages::topic::render;
use dateline_web::parts::frame::Room;

use crate::sample::{frame, topic_page};
use crate::{times, words};

#[test]
fn each_report_stands_with_its_text() {
    let page = render(&frame(Room::Topics), &topic_page(), 2).unwrap();
    let words = words(&page);
    assert!(words.contains("Latest news with #ferries 45 reports, newest first"), "{words}");
    assert!(
        words.contains("Coastline Radio 5 March 2025 yesterday Transport Its story : Ferries stay in port at night Ferries stay in port at night"),
        "{words}"
    );
    assert!(words.contains("Copy shares 96 % of its words with Harbour Courier: From Harbour Courier"), "{words}");
    assert!(page.contains("<h3>What the crews want</h3>"), "headings of a text stand below its headline");
    assert_eq!(times(&page, "<h2 lang=\"en\""), 2);
}

#[test]
fn long_texts_are_folded() {
    let page = render(&frame(Room::Topics), &topic_page(), 1).unwrap();
    assert_eq!(times(&page, "Read on"), 1);
    let fold = page.find("<details class=\"fold\">").unwrap();
    assert_eq!(
        times(&page[..fold], "The port expects") + times(&page[fold..], "The port expects"),
        32,
        "nothing is lost"
    );
    assert!(page[..fold].contains("The port expects"));
}

#[test]
fn pages_and_neighbours_are_linked() {
    let page = render(&frame(Room::Topics), &topic_page(), 2).unwrap();
    assert!(page.contains("<a href=\"/topic/ferries\" rel=\"prev\">"));
    assert!(page.contains("<a href=\"/topic/ferries?page=3\" rel=\"next\">"));
    assert!(words(&page).contains("Page 2 of 3"));
    assert!(page.contains("<a href=\"/topic/strikes\" dir=\"auto\">#strikes"));
    assert!(page.contains("<a href=\"/topics\" aria-current=\"true\">Topics</a>"));
}
