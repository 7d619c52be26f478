//! Topic pages and the lists of tags, outlets and languages.

use crate::support::{folder_of, library, report};

#[test]
fn a_topic_lists_reports_newest_first_with_their_text() {
    let folder = folder_of(&[
        report("a", "Post", "2025-06-20", "a", "Older.").opens(1).tagged(&["#SeaWall", "Harbour"]),
        report("b", "Mail", "2025-06-21", "b", "Newer.").opens(2).tagged(&["seawall", "harbour", "seawall"]),
        report("c", "Mail", "", "c", "Undated.").opens(3).tagged(&["seawall"]),
        report("d", "Mail", "2025-06-22", "d", "Other.").opens(4).tagged(&["Ferry"]),
    ]);
    let library = library(&folder);
    let topic = library.topic("#SEAWALL", 0, 2).unwrap().unwrap();
    assert_eq!((topic.name.as_str(), topic.total), ("seawall", 3));
    let texts: Vec<&str> = topic.reports.iter().map(|(_, article)| article.text.as_str()).collect();
    assert_eq!(texts, ["Newer.", "Older."]);
    let related: Vec<(&str, u64)> = topic.related.iter().map(|tag| (tag.name.as_str(), tag.reports)).collect();
    assert_eq!(related, [("Harbour", 2)]);
    let rest = library.topic("seawall", 2, 2).unwrap().unwrap();
    assert_eq!(rest.reports.len(), 1);
    assert_eq!(rest.reports[0].0.id.as_str(), "c");
    assert_eq!(library.topic("bridge", 0, 2).unwrap(), None);
    assert_eq!(library.topic("", 0, 2).unwrap(), None);
    let topics: Vec<(String, u64)> =
        library.topics(2).unwrap().into_iter().map(|topic| (topic.name, topic.reports)).collect();
    assert_eq!(topics, [("seawall".to_owned(), 3), ("Harbour".to_owned(), 2)]);
}

#[test]
fn outlets_and_languages_are_counted() {
    let folder = folder_of(&[
        report("a", "Post", "2025-06-20", "a", "a").opens(1).in_language("en"),
        report("b", "Mail", "2025-06-20", "b", "b").opens(2).in_language("de"),
        report("c", "Mail", "2025-06-20", "c", "c").opens(3).in_language("en"),
    ]);
    let library = library(&folder);
    let names = |counted: Vec<dateline_store::Counted>| {
        counted.into_iter().map(|counted| format!("{} {}", counted.name, counted.reports)).collect::<Vec<_>>()
    };
    assert_eq!(names(library.outlets().unwrap()), ["Mail 2", "Post 1"]);
    assert_eq!(names(library.languages().unwrap()), ["en 2", "de 1"]);
}
