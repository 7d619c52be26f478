//! The search page.

use dateline_store::SearchPage;
use dateline_web::pages::search::{Asked, Offered, Outcome, render};
use dateline_web::parts::frame::Room;

use crate::sample::{counted, frame, search_page};
use crate::{times, words};

fn page(asked: &Asked, outcome: &Outcome) -> String {
    let offered = Offered {
        outlets: &["Harbour Courier".to_owned(), "<Odd> & \"quoted\"".to_owned()],
        languages: &[counted("en", 3), counted("ja", 1)],
    };
    render(&frame(Room::Search), asked, &offered, outcome).unwrap()
}

fn asked(words: &str) -> Asked {
    Asked { words: words.to_owned(), page: 1, ..Asked::default() }
}

#[test]
fn the_words_found_are_marked() {
    let page = page(&asked("ferries"), &Outcome::Found(search_page()));
    assert!(page.contains("Crews of the night <mark>ferries</mark> stayed &#60;ashore&#62;"), "{page}");
    assert!(words(&page).contains("41 reports with ferries"), "{}", words(&page));
    assert!(page.contains("href=\"/search?q=ferries&#38;page=2\" rel=\"next\""));
    assert!(words(&page).contains("Page 1 of 5"));
}

#[test]
fn what_was_asked_stays_in_the_form() {
    let mut asked = asked("\"night ferries\" -cat");
    asked.language = "ja".to_owned();
    asked.outlet = "Gone Gazette".to_owned();
    asked.topic = "x\"y".to_owned();
    asked.from = "2025-03-01".to_owned();
    let page = page(&asked, &Outcome::Found(SearchPage::default()));
    assert!(page.contains("value=\"&#34;night ferries&#34; -cat\""), "{page}");
    assert!(page.contains("<option value=\"ja\" selected>Japanese</option>"));
    assert!(page.contains("<option value=\"Gone Gazette\" selected>"), "also where it is not offered");
    assert!(page.contains("value=\"x&#34;y\"") && page.contains("value=\"2025-03-01\""));
    assert!(page.contains("Search without the filters"));
}

#[test]
fn each_outcome_has_its_words() {
    let unasked = words(&page(&asked(""), &Outcome::Unasked));
    assert!(unasked.contains("What is searched The headlines and texts of 1,204 reports from 3 outlets."), "{unasked}");
    let nothing = words(&page(&asked("zebra"), &Outcome::Found(SearchPage::default())));
    assert!(nothing.contains("0 reports with zebra No report has all of these words."), "{nothing}");
    let refused = page(&asked("--"), &Outcome::Refused("Write <one> word.".to_owned()));
    assert!(refused.contains("<p class=\"refused\" role=\"alert\">Write &#60;one&#62; word.</p>"));
    assert_eq!(times(&refused, "class=\"results"), 0);
}
