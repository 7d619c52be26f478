//! Topics, outlets, and the pages for what is not there or failed.

use dateline_web::pages::not_found::{self, Missing};
use dateline_web::pages::{error, outlets, topics};
use dateline_web::parts::frame::Room;

use crate::sample::{counted, frame};
use crate::words;

#[test]
fn topics_lead_to_their_news() {
    let page = topics::render(&frame(Room::Topics), &[counted("2+2 talks", 1_400), counted("ferries", 2)]).unwrap();
    assert!(page.contains("<a class=\"weight-4\" href=\"/topic/2%2B2%20talks\" dir=\"auto\">#2+2 talks"), "{page}");
    assert!(words(&page).contains("#ferries 2"));
    let empty = topics::render(&frame(Room::Topics), &[]).unwrap();
    assert!(words(&empty).contains("No topics yet"));
}

#[test]
fn outlets_lead_to_their_stories_and_reports() {
    let page = outlets::render(&frame(Room::Outlets), &[counted("A & B", 12), counted("C", 1)]).unwrap();
    assert!(page.contains("href=\"/?outlet=A+%26+B\"") && page.contains("href=\"/search?outlet=A+%26+B\""), "{page}");
    assert!(words(&page).contains("12 reports of A &#38; B") && words(&page).contains("1 report of C"));
    assert!(words(&outlets::render(&frame(Room::Outlets), &[]).unwrap()).contains("No outlets yet"));
}

#[test]
fn what_is_missing_is_named() {
    let shown = |missing: Missing| words(&not_found::render(&frame(Room::Elsewhere), &missing).unwrap());
    assert!(shown(Missing::Story("<9>".to_owned())).contains("There is no story &#60;9&#62;."));
    assert!(
        shown(Missing::Topic("ferry".to_owned()))
            .contains("No report carries the tag #ferry. Search the texts for “ferry”")
    );
    assert!(shown(Missing::Page).contains("There is no page at this address."));
}

#[test]
fn a_failure_is_a_sentence_in_the_same_design() {
    let page = error::render(&frame(Room::Elsewhere), "It is <late>.").unwrap();
    assert!(page.contains("<p class=\"standfirst\">It is &#60;late&#62;.</p>") && page.contains("class=\"masthead\""));
}
