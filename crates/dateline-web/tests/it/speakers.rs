//! The pages of those who are quoted.

use dateline_model::SourceKind;
use dateline_store::{SpeakerList, SpeakerSummary};
use dateline_web::pages::speakers::Asked;
use dateline_web::pages::{speaker, speakers};
use dateline_web::parts::card::Credits;
use dateline_web::parts::frame::Room;

use crate::sample::{frame, speaker_page};
use crate::store::town;
use crate::{times, words};

#[test]
fn a_speaker_is_told_by_day_with_stance_chain_and_place() {
    let page = speaker::render(&frame(Room::Speakers), &speaker_page(), &Credits::new(), 1).unwrap();
    let words = words(&page);
    assert!(words.contains("Person Ann &#34;A&#34; Lee/1 Quoted in 4 reports"), "{words}");
    assert!(words.contains("Also written Lee Ann"), "{words}");
    assert!(words.contains("Wednesday 5 March 2025 Denies Ann Lee denied &#60;ever&#62; asking ."), "{words}");
    assert!(words.contains("Mail &#60;b&#62;, citing Meridian, citing Ann"), "{words}");
    assert!(words.contains("Also in Outlet 0 , Outlet 1 , Outlet 2 and 2 others"), "{words}");
    assert!(words.contains("Also in Outlet 0 , Outlet 1 , Outlet 2 and Outlet 3"), "{words}");
    assert!(words.contains("Without a day"), "{words}");
    assert!(words.contains("former harbour pilot Mail , 3 March 2025"), "{words}");
    assert_eq!(times(&page, "<a href=\"/article/a%2F1#claim-2\">"), 1);
    assert_eq!(times(&page, "<a href=\"/article/e%2F3#claim-7\""), 1);
    assert!(page.contains("<em>&#60;ever&#62; asking</em>"));
    assert!(page.contains("href=\"/speaker/Ann%20%22A%22%20Lee%2F1?page=2\" rel=\"next\""), "{page}");
    assert!(page.contains("href=\"/story/7\""));
}

#[test]
fn an_empty_page_says_so() {
    let mut page = speaker_page();
    page.statements = Vec::new();
    let page = speaker::render(&frame(Room::Speakers), &page, &Credits::new(), 9).unwrap();
    assert!(words(&page).contains("There are no statements on this page."));
}

#[test]
fn the_list_keeps_what_was_asked_for() {
    let speakers = vec![SpeakerSummary { name: "<Ann>".to_owned(), kind: SourceKind::Named, reports: 1_200 }];
    let list = SpeakerList { total: 120, speakers };
    let asked = Asked { kind: Some(SourceKind::Named), name: "a&b".to_owned(), page: 2 };
    let page = speakers::render(&frame(Room::Speakers), &asked, &list).unwrap();
    assert!(words(&page).contains("120 names &#60;Ann&#62; Person 1,200 reports"), "{}", words(&page));
    assert!(page.contains("href=\"/speakers?kind=organisation&#38;name=a%26b\""), "{page}");
    assert!(page.contains("<input type=\"hidden\" name=\"kind\" value=\"person\">"));
    assert!(page.contains("/speakers?kind=person&#38;name=a%26b&#38;page=3"));
    let none = speakers::render(&frame(Room::Speakers), &Asked { page: 1, ..asked }, &SpeakerList::default()).unwrap();
    assert!(words(&none).contains("No report quotes anything of this kind under “a&#38;b”."), "{}", words(&none));
}

#[tokio::test]
async fn from_a_story_to_its_speaker_to_the_place_in_the_report() {
    let town = town();
    let story = town.get("/story/1").await.body;
    assert!(story.contains("<a href=\"/speaker/Ferry%20Company\" dir=\"auto\">Ferry Company"), "{story}");
    let speaker = town.get("/speaker/Ferry%20Company").await.body;
    assert!(speaker.contains("talks would go on"), "{speaker}");
    let link = "/article/a%2F1%20%C3%BC#claim-1";
    assert!(speaker.contains(link) || speaker.contains("#claim-1"), "{speaker}");
    let report = town.get("/article/a%2F1%20%C3%BC?show=names").await.body;
    assert!(report.contains("id=\"claim-1\"") && report.contains("found-name organisation"), "{report}");
    let missing = words(&town.get("/speaker/Nobody%20%3Cb%3E").await.body);
    assert!(missing.contains("No report quotes “Nobody &#60;b&#62;” by name."), "{missing}");
    let found = words(&town.get("/speakers?name=fer&kind=organisation").await.body);
    assert!(found.contains("1 name Ferry Company"), "{found}");
    let none = words(&town.get("/speakers?name=zebra").await.body);
    assert!(none.contains("No name fits No report quotes anybody under “zebra”."), "{none}");
}
