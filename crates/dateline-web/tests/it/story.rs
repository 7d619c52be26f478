//! The story page.

use dateline_model::{Annotations, Article, Document, Text};
use dateline_store::StoredReport;
use dateline_web::pages::story::render;
use dateline_web::parts::card::Credits;
use dateline_web::parts::frame::Room;
use dateline_web::parts::timeline::{Order, days};

use crate::sample::{brief, frame, link, now, report, story, story_page};
use crate::{times, words};

fn briefing() -> Document {
    let report = StoredReport {
        article: Article::of(Text::new("The ferry left late.")),
        annotations: Annotations::default(),
        copies: Vec::new(),
        arrived: 1,
    };
    brief("Ferries", vec![report], "")
}

fn page(order: Order) -> String {
    render(&frame(Room::Stories), &story_page(), &briefing(), &Credits::new(), (order, &Default::default())).unwrap()
}

#[test]
fn numbers_and_span_are_told_first() {
    let words = words(&page(Order::OldestFirst));
    assert!(words.contains("reports 5 outlets 3 copies 2 origin at most 1"), "{words}");
    assert!(
        words.contains("First report 3 March 2025, 05:10 3 days Newest 6 March 2025, 09:30 2 hours ago"),
        "{words}"
    );
}

#[test]
fn where_accounts_differ_and_when_it_happened_stand_before_the_reports() {
    let words = words(&page(Order::OldestFirst));
    let places =
        ["Where accounts differ", "Status late The ferry left late. 1", "When it happened", "How it developed"];
    let found: Vec<Option<usize>> = places.iter().map(|place| words.find(place)).collect();
    assert!(found.iter().all(Option::is_some) && found.is_sorted(), "{found:?} in {words}");
}

#[test]
fn copies_are_folded_under_what_they_copy() {
    let page = story_page();
    let days = days(&page, Order::OldestFirst, Vec::new(), now());
    let shape: Vec<(&str, Vec<(&str, usize)>)> = days
        .iter()
        .map(|day| {
            (day.name.as_str(), day.entries.iter().map(|entry| (entry.outlet.as_str(), entry.copies.len())).collect())
        })
        .collect();
    let expected = [
        ("Monday 3 March 2025", vec![("Harbour Courier", 2)]),
        ("Thursday 6 March 2025", vec![("湾岸日報", 0)]),
        ("Without a time", vec![("Harbour Courier", 0)]),
    ];
    assert_eq!(shape, expected);
    let copies: Vec<(&str, &str)> =
        days[0].entries[0].copies.iter().map(|copy| (copy.outlet.as_str(), copy.through.as_str())).collect();
    assert_eq!(copies, [("Coastline Radio", ""), ("Island Morning", "Coastline Radio")], "earliest first");
}

#[test]
fn copies_are_named_with_their_share() {
    let page = page(Order::OldestFirst);
    let words = words(&page);
    assert!(words.contains("Also carried by Coastline Radio (96 %) , Island Morning (81 %)"), "{words}");
    assert!(words.contains("It shares 81 % of its words with Coastline Radio, which copies this report."), "{words}");
    assert!(page.contains("href=\"/article/c1\""));
}

#[test]
fn each_report_says_why_it_is_there() {
    let words = words(&page(Order::OldestFirst));
    for sentence in [
        "It opened a story: no report stored before it was close enough.",
        "most of all フェリー and 欠航.",
        "Its outlet keeps it as an update of “Strike, as it happens”.",
        "It shares 96 % of its words with the report of Harbour Courier .",
    ] {
        assert!(words.contains(sentence), "{sentence} in {words}");
    }
}

#[test]
fn the_order_can_be_turned() {
    let place = |page: &str, words: &str| page.find(words).unwrap();
    let oldest = page(Order::OldestFirst);
    assert!(place(&oldest, "Monday 3 March") < place(&oldest, "Thursday 6 March"));
    assert!(oldest.contains("<a href=\"/story/7#timeline\" aria-current=\"page\">Oldest first</a>"));
    let newest = page(Order::NewestFirst);
    assert!(place(&newest, "Monday 3 March") > place(&newest, "Thursday 6 March"));
    assert!(place(&newest, "Monday 3 March") < place(&newest, "Without a time"), "without a time stays last");
    assert!(newest.contains("<a href=\"/story/7?order=newest#timeline\" aria-current=\"page\">Newest first</a>"));
}

#[test]
fn copies_in_a_circle_stand_for_themselves() {
    let mut page = story_page();
    let mut one = report("x", "One", "One", "2025-03-03T05:10:00Z");
    one.copy_of = Some(link("y", "Two", 0.9));
    let mut two = report("y", "Two", "Two", "2025-03-03T05:20:00Z");
    two.copy_of = Some(link("x", "One", 0.9));
    let mut own = report("z", "Three", "Three", "2025-03-03T05:30:00Z");
    own.copy_of = Some(link("z", "Three", 1.0));
    page.reports = vec![own, two, one];
    let entries: usize = days(&page, Order::OldestFirst, Vec::new(), now()).iter().map(|day| day.entries.len()).sum();
    assert_eq!(entries, 3);
}

#[test]
fn a_copy_of_a_report_elsewhere_says_so() {
    let mut page = story_page();
    page.reports[0].copy_of = Some(link("else/where", "Meridian", 0.7));
    let html =
        render(&frame(Room::Stories), &page, &briefing(), &Credits::new(), (Order::OldestFirst, &Default::default()))
            .unwrap();
    assert!(html.contains("href=\"/article/else%2Fwhere\""));
    assert!(words(&html).contains("Copy shares 70 % of its words with Meridian: From Meridian"), "{}", words(&html));
}

#[test]
fn odd_names_are_links_that_lead_there() {
    let page = page(Order::OldestFirst);
    assert!(page.contains("href=\"/article/w%2F1\"") && page.contains("href=\"/article/w%2F1/changes\""));
    assert!(page.contains("href=\"/topic/2%2B2%2Fodd%20tag\""));
    assert!(page.contains("href=\"/?outlet=%E6%B9%BE%E5%B2%B8%E6%97%A5%E5%A0%B1\""));
    assert!(page.contains("<h4 lang=\"ja\" dir=\"ltr\">"));
}

#[test]
fn five_hundred_copies_are_not_five_hundred_links_in_a_row() {
    let mut page = story_page();
    page.story = story(7, "Night ferries stay in port");
    let original = report("a1", "Harbour Courier", "Night ferries stay in port", "2025-03-03T05:10:00Z");
    page.reports = (0..499)
        .map(|number| {
            let mut copy = report(&format!("c{number}"), &format!("Outlet {number}"), "Copy", "2025-03-03T06:00:00Z");
            copy.copy_of = Some(link("a1", "Harbour Courier", 0.9));
            copy
        })
        .chain([original])
        .collect();
    page.story.reports = 900;
    let html =
        render(&frame(Room::Stories), &page, &briefing(), &Credits::new(), (Order::OldestFirst, &Default::default()))
            .unwrap();
    assert!(words(&html).contains("and 493 more"), "six are named");
    assert!(words(&html).contains("The newest 500 reports are listed."));
    assert_eq!(times(&html, "<h4"), 1);
}

#[test]
fn related_stories_say_when_they_were_and_why_they_are_near() {
    let words = words(&page(Order::OldestFirst));
    assert!(words.contains("Related stories Earlier Bus drivers to vote"), "{words}");
    assert!(words.contains("Both tell of Harbour and drivers"), "{words}");
}
