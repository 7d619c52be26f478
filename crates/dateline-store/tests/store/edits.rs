//! Changes of reports, how they are judged and listed, and which stories are followed.

use dateline_model::{Alteration, AlterationKind, ArticleId, Edit, EditClass, Revisiting, StoryId};
use dateline_store::{EditQuery, Library, Writer};
use jiff::Timestamp;

use crate::support::{folder_of, library, report};

fn edit(class: EditClass, weight: u32, headline: bool) -> Edit {
    let alteration = Alteration { kind: AlterationKind::Headline, before: None, after: None };
    Edit { class, weight, alterations: headline.then_some(alteration).into_iter().collect(), ..Edit::reread() }
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

#[test]
fn versions_are_judged_once_and_again_by_a_newer_way() {
    let mut second = report("a", "Post", "2025-06-20", "Wall", "Six metres.");
    second.capture.captured = "2025-06-23T10:00:00Z".parse().ok();
    let mut third = report("a", "Post", "2025-06-20", "Higher wall", "Seven metres.");
    third.capture.captured = "2025-06-24T10:00:00Z".parse().ok();
    let first = report("a", "Post", "2025-06-20", "Wall", "Five metres.").opens(1);
    let folder = folder_of(&[first, second, report("b", "Mail", "2025-06-20", "Cow", "A cow.").opens(2), third]);
    let mut writer = Writer::open(folder.path()).unwrap();
    let unjudged = writer.unjudged(1, 1).unwrap();
    assert_eq!(unjudged.len(), 1);
    assert_eq!((unjudged[0].before.text.as_str(), unjudged[0].after.text.as_str()), ("Five metres.", "Six metres."));
    assert!(!unjudged[0].captures[0].is_empty());
    writer.judge(unjudged[0].change, &edit(EditClass::SilentEdit, 60, false), 1).unwrap();
    let rest = writer.unjudged(1, 9).unwrap();
    assert_eq!(rest.iter().map(|version| version.before.text.as_str()).collect::<Vec<_>>(), ["Six metres."]);
    writer.judge(rest[0].change, &edit(EditClass::Update, 20, true), 1).unwrap();
    writer.all_judged(1).unwrap();
    writer.commit().unwrap();
    assert_eq!((writer.unjudged(1, 9).unwrap().len(), writer.unjudged(2, 9).unwrap().len()), (0, 2));

    let library = library(&folder);
    let list = |query: EditQuery| {
        let lines = library.edits(&EditQuery { limit: 9, ..query.clone() }).unwrap();
        assert_eq!(library.count_edits(&query).unwrap(), lines.len() as u64);
        lines.into_iter().map(|line| (line.version, line.edit.class)).collect::<Vec<_>>()
    };
    let (silent, update) = ((2, EditClass::SilentEdit), (3, EditClass::Update));
    let all = EditQuery::default();
    assert_eq!(list(all.clone()), [update, silent], "newest first");
    assert_eq!(list(EditQuery { weighty: true, ..all.clone() }), [silent, update]);
    assert_eq!(list(EditQuery { headlines: true, ..all.clone() }), [update]);
    assert_eq!(list(EditQuery { class: Some(EditClass::SilentEdit), ..all.clone() }), [silent]);
    assert_eq!(list(EditQuery { story: Some(StoryId(2)), ..all.clone() }), []);
    assert_eq!(list(EditQuery { article: Some(ArticleId::new("a")), ..all.clone() }).len(), 2);
    assert_eq!(list(EditQuery { since: "2025-06-24T00:00:00Z".parse().ok(), ..all }), [update]);
    let versions = library.versions(&ArticleId::new("a"), 2).unwrap().unwrap();
    let numbers: Vec<(u64, bool)> =
        versions.versions.iter().map(|version| (version.number, version.edit.is_some())).collect();
    assert_eq!(numbers, [(2, true), (3, true)]);
}

#[test]
fn words_that_return_are_a_version_only_where_they_were_fetched_again() {
    let first = report("a", "Post", "2025-06-20", "Wall", "Five metres.").opens(1);
    let second = report("a", "Post", "2025-06-20", "Wall", "Six metres.");
    let folder = folder_of(&[first.clone(), second.clone(), first.clone()]);
    let writer = Writer::open(folder.path()).unwrap();
    assert_eq!(writer.known_again(&second.article).unwrap(), dateline_store::Known::Same);
    assert_eq!(writer.known_again(&first.article).unwrap(), dateline_store::Known::Revised);
    drop(writer);
    assert_eq!(library(&folder).versions(&ArticleId::new("a"), 9).unwrap().unwrap().versions.len(), 2);
}

#[test]
fn a_followed_story_has_reports_to_fetch_again() {
    let mut with_address = report("a", "Post", "2025-06-20", "Wall", "Five metres.").opens(1);
    with_address.article.url = Some("https://post.example/a".to_owned());
    with_address.capture.captured = "2025-06-20T10:00:00Z".parse().ok();
    let without = report("b", "Mail", "2025-06-21", "Wall", "Five metres tall.").joins(1, "a");
    let folder = folder_of(&[with_address, without]);
    let mut writer = Writer::open(folder.path()).unwrap();
    assert_eq!(writer.follow_story(StoryId(9)).unwrap(), None);
    assert_eq!(writer.follow_story(StoryId(1)).unwrap(), Some(true));
    assert_eq!(writer.follow_story(StoryId(1)).unwrap(), Some(false));
    writer.commit().unwrap();
    let library = Library::open(folder.path()).unwrap();
    let revisits = library.revisits(9).unwrap();
    assert_eq!(revisits.len(), 1);
    assert_eq!((revisits[0].first, revisits[0].due), ("2025-06-20T10:00:00Z".parse().ok(), None));
    let state = Revisiting { visits: 3, ..Revisiting::default() };
    writer.set_revisiting(revisits[0].number, Some(at(500)), &state).unwrap();
    writer.commit().unwrap();
    let again = library.revisits(9).unwrap();
    assert_eq!((again[0].due, again[0].state.visits), (Some(at(500)), 3));
    let gone = Revisiting { missing: Some(at(400)), ended: Some("it was withdrawn".to_owned()), ..state };
    writer.set_revisiting(revisits[0].number, None, &gone).unwrap();
    writer.commit().unwrap();
    assert!(library.revisits(9).unwrap().is_empty());
    let withdrawn = library.withdrawn(Some(StoryId(1)), 9).unwrap();
    assert_eq!((withdrawn[0].report.id.as_str(), withdrawn[0].since), ("a", at(400)));
    assert_eq!(library.article(&ArticleId::new("a")).unwrap().unwrap().withdrawn, Some(at(400)));
    assert_eq!(writer.unfollow_story(StoryId(1)).unwrap(), Some(true));
    assert_eq!(writer.unfollow_story(StoryId(1)).unwrap(), Some(false));
    writer.commit().unwrap();
    assert!(!library.is_followed(StoryId(1)).unwrap() && library.followed_stories().unwrap().is_empty());
}
