//! Who is quoted, and what they are reported to have said.

use dateline_model::{Annotations, ArticleId, Entity, EntityKind, Role, SourceKind, Stance, StoryId};
use dateline_store::{Library, SpeakerPage, SpeakerQuery, Writer};

use crate::support::{Report, dump, folder_of, library, put, report};

const WALL: &str = "the wall will stand for a hundred years at least";

fn says(id: &str, outlet: &str, published: &str, speaker: &str, words: &str) -> Report {
    let text = format!("The harbour was discussed.\nIn the council {speaker} said that {words}.");
    report(id, outlet, published, id, &text).quotes(speaker, SourceKind::Named, words)
}

fn reports() -> Vec<Report> {
    vec![
        says("a", "Post", "2025-06-20", "Ana Roe", WALL).opens(1),
        says("b", "Mail", "2025-06-21", "Roe Ana", WALL).joins(1, "a"),
        says("c", "Sun", "2025-06-19", "Harbour Board", "it has no money for any wall this year").joins(1, "a"),
        says("d", "Sun", "2025-06-22", "Ms. Ana Roe", "the board has been wrong about money before").opens(2),
        says("e", "Sun", "", "Ana Roe", WALL).opens(3),
        says("f", "Post", "2025-06-23", "Roe", "nothing more can be done about it now").joins(2, "d"),
    ]
}

fn said(page: &SpeakerPage) -> Vec<(&str, u64)> {
    page.statements.iter().map(|statement| (statement.article.id.as_str(), statement.claim)).collect()
}

fn names(library: &Library, query: SpeakerQuery) -> Vec<(String, u64)> {
    let list = library.speakers(&SpeakerQuery { limit: 10, ..query }).unwrap();
    list.speakers.into_iter().map(|speaker| (speaker.name, speaker.reports)).collect()
}

fn pair(name: &str, reports: u64) -> (String, u64) {
    (name.to_owned(), reports)
}

#[test]
fn one_person_under_several_names_is_one_page_newest_first() {
    let library = library(&folder_of(&reports()));
    for name in ["Ana Roe", "roe ana", "MS. ANA ROË"] {
        let page = library.speaker(name, 0, 10).unwrap().unwrap();
        assert_eq!((page.speaker.name.as_str(), page.speaker.reports), ("Ana Roe", 4), "{name}");
        assert_eq!(page.written, ["Roe Ana"]);
        assert_eq!(said(&page), [("d", 1), ("a", 1)]);
        let elsewhere: Vec<&str> =
            page.statements[1].elsewhere.iter().map(|elsewhere| elsewhere.article.as_str()).collect();
        assert_eq!(elsewhere.len(), 2, "the copies: {elsewhere:?}");
        assert!(elsewhere.contains(&"b") && elsewhere.contains(&"e"));
        assert_eq!(page.stories.iter().map(|story| story.id.0).collect::<Vec<_>>(), [2, 1, 3]);
        assert!(!page.more);
    }
    let page = library.speaker("Ana Roe", 0, 1).unwrap().unwrap();
    assert_eq!((said(&page), page.more), (vec![("d", 1)], true));
    let page = library.speaker("Ana Roe", 1, 1).unwrap().unwrap();
    assert_eq!((said(&page), page.more), (vec![("a", 1)], false));
    assert_eq!(library.speaker("Ana Roe", 9, 9).unwrap().unwrap().statements, []);
    // A last name that its report never expands stays by itself.
    assert_eq!(library.speaker("Roe", 0, 9).unwrap().unwrap().speaker.reports, 1);
    for nobody in ["Bo Ray", "", "the", "' OR 1=1 --", "\0"] {
        assert_eq!(library.speaker(nobody, 0, 9).unwrap(), None, "{nobody}");
    }
}

#[test]
fn the_passage_is_the_sentence_with_its_content() {
    let library = library(&folder_of(&reports()));
    let page = library.speaker("Ana Roe", 0, 9).unwrap().unwrap();
    let statement = &page.statements[1];
    let parts: Vec<(&str, bool)> =
        statement.passage.parts.iter().map(|(words, wanted)| (words.as_str(), *wanted)).collect();
    assert_eq!(parts, [("In the council Ana Roe said that ", false), (WALL, true), (".", false)]);
    assert_eq!(statement.stance, Stance::Asserts);
}

#[test]
fn speakers_are_listed_by_reports_and_found_by_the_beginning_of_a_word() {
    let library = library(&folder_of(&reports()));
    let all = [pair("Ana Roe", 4), pair("Harbour Board", 1), pair("Roe", 1)];
    assert_eq!(names(&library, SpeakerQuery::default()), all);
    let of = |words: &str| SpeakerQuery { words: words.to_owned(), ..SpeakerQuery::default() };
    assert_eq!(names(&library, of("roe")), [pair("Ana Roe", 4), pair("Roe", 1)]);
    assert_eq!(names(&library, of("RO an")), [pair("Ana Roe", 4)]);
    assert_eq!(names(&library, of("oard")), []);
    assert_eq!(names(&library, of("%")), all, "nothing is asked for");
    let kind = SpeakerQuery { kind: Some(SourceKind::Outlet), ..SpeakerQuery::default() };
    assert_eq!(names(&library, kind), []);
    let list = library.speakers(&SpeakerQuery { offset: 1, limit: 1, ..SpeakerQuery::default() }).unwrap();
    assert_eq!((list.total, list.speakers.len()), (3, 1));
    let story = library.story(StoryId(1)).unwrap().unwrap();
    let quoted: Vec<(&str, u64)> =
        story.speakers.iter().map(|speaker| (speaker.name.as_str(), speaker.reports)).collect();
    assert_eq!(quoted, [("Ana Roe", 2), ("Harbour Board", 1)]);
}

#[test]
fn a_revision_replaces_what_the_older_version_said() {
    let mut reports = reports();
    reports.push(says("a", "Post", "2025-06-24", "Bo Ray", "there was never a plan for such a wall"));
    let folder = folder_of(&reports);
    let library = library(&folder);
    let page = library.speaker("Ana Roe", 0, 9).unwrap().unwrap();
    assert_eq!((said(&page), page.speaker.reports), (vec![("d", 1), ("b", 1)], 3));
    assert_eq!(said(&library.speaker("Bo Ray", 0, 9).unwrap().unwrap()), [("a", 1)]);
    let found = library.article(&ArticleId::new("a")).unwrap().unwrap().annotations.unwrap();
    assert_eq!(found, reports.last().unwrap().annotations);
    // The last report of a speaker takes the speaker along.
    let mut gone = reports.clone();
    gone.push(report("a", "Post", "2025-06-24", "a", "Nobody says anything."));
    let library = crate::support::library(&folder_of(&gone));
    assert_eq!(library.speaker("Bo Ray", 0, 9).unwrap(), None);
}

#[test]
fn roles_are_told_with_their_newest_report() {
    let with_role = |id: &str, day: &str, role: &str, past: bool| {
        let text = format!("Ana Roe, {role}, said that {WALL}.");
        let mut made = report(id, "Post", day, id, &text).quotes("Ana Roe", SourceKind::Named, WALL);
        let text = &made.article.text;
        let span = text.span(9..9 + role.len()).unwrap();
        let roles = vec![Role { span, past }];
        made.annotations.entities = vec![Entity { name: "Ana Roe".to_owned(), kind: EntityKind::Person, roles }];
        made.annotations.claims[0].source.as_mut().unwrap().entity = Some(0);
        made
    };
    let folder = folder_of(&[
        with_role("a", "2025-06-20", "harbour minister", false).opens(1),
        with_role("b", "2025-06-21", "the Harbour Minister", false).joins(1, "a"),
        with_role("c", "2025-06-25", "former head of the port", true).joins(1, "a"),
    ]);
    let page = library(&folder).speaker("Ana Roe", 0, 9).unwrap().unwrap();
    let roles: Vec<(&str, bool, &str)> =
        page.roles.iter().map(|role| (role.words.as_str(), role.past, role.article.id.as_str())).collect();
    assert_eq!(roles, [("former head of the port", true, "c"), ("the Harbour Minister", false, "b")]);
}

#[test]
fn what_an_older_way_found_is_found_again() {
    let older: Vec<Report> =
        reports().into_iter().map(|report| Report { annotations: Annotations::default(), ..report }).collect();
    let folder = folder_of(&older);
    assert_eq!(names(&library(&folder), SpeakerQuery::default()), []);
    let mut writer = Writer::open(folder.path()).unwrap();
    assert_eq!(writer.outdated(1, 0, 9).unwrap(), []);
    let first = writer.outdated(2, 0, 4).unwrap();
    assert_eq!(first.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [1, 2, 3, 4]);
    let rest = writer.outdated(2, 4, 9).unwrap();
    for (number, article) in first.iter().chain(&rest) {
        let found = reports().into_iter().find(|report| report.article.id == article.id).unwrap().annotations;
        writer.annotate(*number, article, &found, 2).unwrap();
    }
    assert_eq!(writer.outdated(2, 0, 9).unwrap(), []);
    writer.none_outdated(2).unwrap();
    writer.commit().unwrap();
    assert_eq!(names(&library(&folder), SpeakerQuery::default())[0], pair("Ana Roe", 4));
    // The same as if it had been found at first.
    let fresh = folder_of(&reports().into_iter().map(|report| Report { method: 2, ..report }).collect::<Vec<_>>());
    let mut writer = Writer::open(fresh.path()).unwrap();
    writer.none_outdated(2).unwrap();
    writer.commit().unwrap();
    assert_eq!(dump(folder.path()), dump(fresh.path()));
}

#[test]
fn a_report_of_very_many_claims_is_kept_whole_and_filed_in_part() {
    let mut made = report("a", "Post", "2025-06-20", "a", "Ana Roe said that the wall will stand for years.");
    for _ in 0..3_000 {
        made = made.quotes("Ana Roe", SourceKind::Named, "the wall will stand for years");
    }
    let folder = folder_of(&[made.opens(1)]);
    let library = library(&folder);
    let page = library.speaker("Ana Roe", 0, 9).unwrap().unwrap();
    assert_eq!((page.statements.len(), page.statements[0].elsewhere.len()), (1, 0));
    assert_eq!(library.article(&ArticleId::new("a")).unwrap().unwrap().annotations.unwrap().claims.len(), 3_000);
}

#[test]
fn a_damaged_blob_costs_its_marks_and_nothing_else() {
    let folder = folder_of(&reports());
    let record = rusqlite::Connection::open(folder.path().join("record.sqlite")).unwrap();
    let packed: Vec<u8> =
        record.query_row("SELECT found FROM annotations WHERE article = 2", [], |row| row.get(0)).unwrap();
    record.execute("UPDATE annotations SET found = ?1 WHERE article = 1", [&packed[..packed.len() - 9]]).unwrap();
    drop(record);
    let library = library(&folder);
    let read = library.article(&ArticleId::new("a")).map(|page| page.unwrap().annotations);
    assert!(matches!(read, Ok(None)), "{read:?}");
    let page = library.speaker("Ana Roe", 0, 9).unwrap().unwrap();
    assert_eq!(said(&page), [("d", 1)]);
    let mut writer = Writer::open(folder.path()).unwrap();
    put(&mut writer, &[says("a", "Post", "2025-06-24", "Bo Ray", WALL)]);
    writer.commit().unwrap();
    assert!(library.article(&ArticleId::new("a")).unwrap().unwrap().annotations.is_some());
}
