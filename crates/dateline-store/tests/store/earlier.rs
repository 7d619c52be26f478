//! A record with the tables of an earlier version: opened, and brought up to this one.

use dateline_model::ArticleId;
use dateline_store::{Library, Mark, Recalled, SpeakerQuery, Writer};
use tempfile::TempDir;

use crate::support::{dump, folder_of, library, report};

/// A record as the first version of the tables had it.
fn first_version() -> TempDir {
    let folder = folder_of(&[
        report("a", "Post", "2025-06-20", "Wall planned", "A wall.").opens(1),
        report("b", "Mail", "2025-06-22", "Wall begun", "A wall too.").joins(1, "b"),
    ]);
    let record = rusqlite::Connection::open(folder.path().join("record.sqlite")).unwrap();
    let tables = [
        "annotations",
        "speakers",
        "speaker_names",
        "quoted",
        "statements",
        "quotations",
        "near",
        "followed",
        "pages",
        "pushes",
        "followed_stories",
        "revisits",
        "edits",
    ];
    for table in tables {
        record.execute_batch(&format!("DROP TABLE {table}")).unwrap();
    }
    record.execute_batch("DROP TABLE changes; ALTER TABLE placements DROP COLUMN headline").unwrap();
    record.execute_batch("ALTER TABLE copies DROP COLUMN direction; PRAGMA user_version = 1").unwrap();
    folder
}

#[test]
fn it_is_read_after_the_next_writer_and_has_all_it_had() {
    let folder = first_version();
    let refused = Library::open(folder.path()).err().unwrap().to_string();
    assert!(refused.contains("older Dateline; the next import brings it up to date"), "{refused}");
    drop(Writer::open(folder.path()).unwrap());
    let library = library(&folder);
    let page = library.article(&ArticleId::new("a")).unwrap().unwrap();
    assert_eq!((page.annotations, page.article.text.as_str()), (None, "A wall."));
    assert_eq!(library.story(page.story.unwrap().id).unwrap().unwrap().speakers, []);
    assert_eq!(library.speakers(&SpeakerQuery::default()).unwrap().total, 0);
    let writer = Writer::open(folder.path()).unwrap();
    let outdated = writer.outdated(1, 0, 9).unwrap();
    assert_eq!(outdated.iter().map(|(_, article)| article.id.as_str()).collect::<Vec<_>>(), ["a", "b"]);
}

#[test]
fn made_up_to_date_it_is_as_if_new() {
    let folder = first_version();
    let mut writer = Writer::open(folder.path()).unwrap();
    for (number, article) in writer.outdated(1, 0, 9).unwrap() {
        writer.annotate(number, &article, &Default::default(), 1).unwrap();
    }
    writer.commit().unwrap();
    drop(writer);
    let fresh = folder_of(&[
        report("a", "Post", "2025-06-20", "Wall planned", "A wall.").opens(1),
        report("b", "Mail", "2025-06-22", "Wall begun", "A wall too.").joins(1, "b"),
    ]);
    assert_eq!(library(&folder).differences().unwrap(), [""; 0], "the log gives the stories");
    for folder in [&folder, &fresh] {
        // The headlines of earlier moments were not kept then.
        let record = rusqlite::Connection::open(folder.path().join("record.sqlite")).unwrap();
        record.execute_batch("UPDATE placements SET headline = NULL").unwrap();
    }
    assert_eq!(dump(folder.path()), dump(fresh.path()));
}

#[test]
fn features_of_another_version_are_listed_with_their_reports_and_replaced() {
    let folder = folder_of(&[
        report("a", "Post", "2025-06-20", "Wall planned", "A wall.").opens(1),
        report("b", "Mail", "2025-06-22", "Wall begun", "A wall too.").joins(1, "b"),
    ]);
    let mut writer = Writer::open(folder.path()).unwrap();
    let outdated = writer.outdated_features(250, 0, 9).unwrap();
    assert_eq!(
        outdated.iter().map(|(_, article)| article.text.as_str()).collect::<Vec<_>>(),
        ["A wall.", "A wall too."]
    );
    writer.replace_features(outdated[0].0, &[250, 1]).unwrap();
    writer.commit().unwrap();
    let left = writer.outdated_features(250, 0, 9).unwrap();
    assert_eq!(left.iter().map(|(_, article)| article.id.as_str()).collect::<Vec<_>>(), ["b"]);
    writer.no_features_outdated(250).unwrap();
    writer.commit().unwrap();
    assert!(writer.outdated_features(250, 0, 9).unwrap().is_empty());
    let mut features = Vec::new();
    let mut keep = |entry| {
        if let Recalled::Placed { features: kept, .. } = entry {
            features.push(kept);
        }
    };
    writer.recall(Mark::default(), &mut keep).unwrap();
    assert_eq!(features[0], [250, 1]);
}
