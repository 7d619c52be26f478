//! Searching: words, phrases, filters, languages, order, snippets.

use dateline_store::{Library, SearchPage, SearchQuery, StoreError};
use jiff::civil::date;

use crate::support::{folder_of, found, library, report, words};

fn harbour() -> (tempfile::TempDir, Library) {
    let folder = folder_of(&[
        report("a", "Post", "2025-06-20", "Sea wall planned", "The council voted to build a wall by the sea.")
            .opens(1)
            .tagged(&["SeaWall"])
            .in_language("en"),
        report("b", "Mail", "2025-06-22T23:30:00-08:00", "Ferries delayed", "A storm hit. The sea wall held.")
            .opens(2)
            .tagged(&["Ferries", "seawall"])
            .in_language("en"),
        report("c", "Blatt", "2025-06-23", "Fähre verspätet", "Die Häfen an der Küste waren geschlossen.")
            .opens(3)
            .in_language("de"),
        report("d", "Nippo", "2025-06-24", "港湾会議", "港湾の会議は夕方に開かれた。国土交通省の担当者が出席した。")
            .opens(4)
            .in_language("ja"),
        report("e", "Post", "", "Undated", "The sea was calm in the U.S. port.").opens(5).in_language("en"),
    ]);
    let library = library(&folder);
    (folder, library)
}

#[test]
fn words_are_all_needed_and_phrases_stand_in_order() {
    let (_folder, library) = harbour();
    let find = |query: &str| found(&library, &words(query));
    assert_eq!(find("wall sea"), ["a", "b"]);
    assert_eq!(find("\"sea wall\""), ["a", "b"]);
    assert_eq!(find("\"wall sea\""), [""; 0]);
    assert_eq!(find("\"wall by the sea\""), ["a"]);
    assert_eq!(find("sea -wall"), ["e"]);
    assert_eq!(find("sea -\"sea wall\""), ["e"]);
    assert_eq!(find("storm council"), [""; 0]);
    // Words out of headline and text together.
    assert_eq!(find("ferry storm"), ["b"]);
    assert_eq!(find("us port"), ["e"]);
    assert_eq!(find("U.S."), ["e"]);
}

#[test]
fn accents_do_not_matter_and_japanese_is_found_by_its_words() {
    let (_folder, library) = harbour();
    let find = |query: &str| found(&library, &words(query));
    assert_eq!(find("hafen KÜSTE"), ["c"]);
    assert_eq!(find("fahre"), ["c"]);
    assert_eq!(find("会議"), ["d"]);
    assert_eq!(find("港湾の会議"), ["d"]);
    assert_eq!(find("会議の港湾"), [""; 0]);
    assert_eq!(find("「国土交通省」 夕方"), ["d"]);
    let page = library.search(&words("会議")).unwrap();
    assert!(page.hits[0].snippet.parts.contains(&("会議".to_owned(), true)), "{:?}", page.hits[0].snippet);
}

#[test]
fn filters_narrow_and_without_words_list_newest_first() {
    let (_folder, library) = harbour();
    let find = |query: SearchQuery| found(&library, &SearchQuery { limit: 10, ..query });
    let some = |words: &str| Some(words.to_owned());
    assert_eq!(find(SearchQuery { outlet: some("Post"), ..words("sea") }), ["a", "e"]);
    assert_eq!(find(SearchQuery { outlet: some("Post"), ..words("") }), ["a", "e"]);
    assert_eq!(find(SearchQuery { outlet: some("post"), ..words("") }), [""; 0]);
    assert_eq!(find(SearchQuery { topic: some("#SEAWALL"), ..words("") }), ["b", "a"]);
    assert_eq!(find(SearchQuery { language: some("ja"), ..words("") }), ["d"]);
    assert_eq!(find(SearchQuery { from: Some(date(2025, 6, 22)), ..words("") }), ["d", "b", "c"]);
    // The day is the one where it was published, not the one in Greenwich.
    let day = SearchQuery { from: Some(date(2025, 6, 22)), to: Some(date(2025, 6, 22)), ..words("") };
    assert_eq!(find(day), ["b"]);
    assert_eq!(find(SearchQuery { to: Some(date(2025, 6, 21)), ..words("") }), ["a"]);
    assert_eq!(find(words("-sea")), ["d", "c"]);
}

#[test]
fn a_headline_weighs_more_and_equals_come_newest_first() {
    let folder = folder_of(&[
        report("old", "Post", "2025-06-01", "Bridge", "The bridge is old.").opens(1),
        report("text", "Post", "2025-06-09", "Traffic", "The bridge is old.").opens(2),
        report("new", "Post", "2025-06-05", "Bridge", "The bridge is old.").opens(3),
        report("none", "Post", "", "Bridge", "The bridge is old.").opens(4),
    ]);
    assert_eq!(found(&library(&folder), &words("bridge")), ["new", "old", "none", "text"]);
}

#[test]
fn pages_follow_each_other() {
    let reports: Vec<_> = (0..25)
        .map(|number| {
            let day = format!("2025-06-{:02}", number + 1);
            report(&number.to_string(), "Post", &day, "Crane", "A crane.").opens(number)
        })
        .collect();
    let folder = folder_of(&reports);
    let library = library(&folder);
    let page = |offset: usize, limit: usize| library.search(&SearchQuery { offset, limit, ..words("crane") }).unwrap();
    let ids = |page: &SearchPage| page.hits.iter().map(|hit| hit.article.id.to_string()).collect::<Vec<_>>();
    assert_eq!((page(0, 10).total, ids(&page(0, 2))), (25, vec!["24".to_owned(), "23".to_owned()]));
    assert_eq!(ids(&page(20, 10)), ["4", "3", "2", "1", "0"]);
    assert_eq!((page(25, 10).total, page(usize::MAX, 10).hits.len()), (25, 0));
    assert_eq!((page(0, 0).total, page(0, 0).hits.len()), (25, 0));
    assert_eq!(page(0, usize::MAX).hits.len(), 25);
}

#[test]
fn nothing_typed_is_syntax_and_nothing_sensible_is_said_so() {
    let (_folder, library) = harbour();
    for typed in ["outlet:Post", "text:sea AND", "sea^9", "[a TO b]", "se*", "\"sea", "sea\"", "((", "+ -", "\\\"sea"] {
        match library.search(&words(typed)) {
            Ok(page) => assert!(page.hits.iter().all(|hit| !hit.article.headline.is_empty()), "{typed}"),
            Err(StoreError::Query(_)) => assert!(!typed.chars().any(char::is_alphanumeric), "{typed}"),
            Err(other) => panic!("{typed}: {other}"),
        }
    }
    assert_eq!(found(&library, &words("outlet:Post")), [""; 0]);
    assert_eq!(found(&library, &words("\"sea wall")), ["a", "b"]);
    assert!(matches!(library.search(&words("?! …")), Err(StoreError::Query(_))));
    assert_eq!(library.search(&words("  ")).unwrap(), SearchPage::default());
}

#[test]
fn a_revision_is_found_by_its_new_words_only() {
    let folder = folder_of(&[
        report("a", "Post", "2025-06-20", "Wall", "Five metres.").opens(1),
        report("a", "Post", "2025-06-20", "Wall", "Six metres."),
    ]);
    let library = library(&folder);
    assert_eq!(found(&library, &words("five")), [""; 0]);
    assert_eq!(found(&library, &words("six")), ["a"]);
}
