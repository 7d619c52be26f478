//! Related stories and reports, by what is near.

use dateline_model::{ArticleId, Reason, StoryEvent, StoryId};
use dateline_store::{Library, Order};

use crate::support::{Report, dump, folder_of, library, put, report};

/// A wall that is planned, then built; a ferry that both speak of; a cow.
fn town() -> Vec<Report> {
    vec![
        report("a", "Post", "2025-06-01", "Wall planned", "A wall.").opens(1),
        report("b", "Mail", "2025-06-02", "Wall planned too", "A wall too.").joins(1, "a").copies("a", 0.8),
        report("c", "Post", "2025-06-20", "Wall begun", "Begun.").opens(2).near("a", 0.3, "wall"),
        report("d", "Sun", "2025-06-21", "Wall in trouble", "Trouble.").joins(2, "c").near("b", 0.2, "harbour"),
        report("e", "Mail", "2025-06-20", "Ferry late", "A ferry.").opens(3).near("c", 0.1, "harbour"),
        report("f", "Mail", "2025-06-22", "A cow", "A cow.").opens(4).near("unheard of", 0.9, "cow"),
    ]
}

/// Name, order and shared words of each related story.
fn related(library: &Library, story: u64) -> Vec<(u64, Option<Order>, Vec<String>)> {
    let page = library.story(StoryId(story)).unwrap().unwrap();
    page.related.into_iter().map(|related| (related.story.id.0, related.order, related.shared)).collect()
}

fn also(library: &Library, id: &str) -> Vec<String> {
    let page = library.article(&ArticleId::new(id)).unwrap().unwrap();
    page.also.iter().map(|report| report.id.to_string()).collect()
}

#[test]
fn near_stories_are_related_both_ways_closest_first() {
    let library = library(&folder_of(&town()));
    let words = |words: &str| vec![words.to_owned()];
    assert_eq!(
        related(&library, 2),
        [(1, Some(Order::Before), words("wall")), (3, None, words("harbour"))],
        "the ferry is less close than what goes on"
    );
    assert_eq!(related(&library, 1), [(2, Some(Order::After), words("wall"))]);
    assert_eq!(related(&library, 3), [(2, None, words("harbour"))]);
    assert_eq!(related(&library, 4), []);
}

#[test]
fn relations_follow_reports_that_move_and_stories_that_merge() {
    let mut reports = town();
    let reason = Reason::Terms { similarity: 0.9, shared: Vec::new() };
    let (article, from, into) = (ArticleId::new("a"), StoryId(1), StoryId(4));
    let mut moved = report("g", "Sun", "2025-06-23", "Corrected", "Corrected.").opens(5);
    moved.events.push(StoryEvent::Moved { article, from, into, reason });
    reports.push(moved);
    let library_moved = library(&folder_of(&reports));
    let names = |library: &Library, story: u64| -> Vec<u64> {
        related(library, story).into_iter().map(|(story, ..)| story).collect()
    };
    assert_eq!(names(&library_moved, 2), [1, 4, 3], "the report of 1 that is left comes before, that of 4 overlaps");
    assert_eq!(names(&library_moved, 4), [2]);
    reports.push(report("h", "Sun", "2025-06-24", "All one", "One.").opens(6).merges(3, 2).merges(6, 2));
    let library_merged = library(&folder_of(&reports));
    assert_eq!(names(&library_merged, 2), [1, 4]);
    assert_eq!(names(&library_merged, 1), [2]);
}

#[test]
fn a_revision_is_near_to_what_its_own_words_are_near_to() {
    let mut reports = town();
    reports.push(report("c", "Post", "2025-06-20", "Cow begun", "A cow, rather.").near("f", 0.2, "cow"));
    let library = library(&folder_of(&reports));
    let names: Vec<u64> = related(&library, 2).into_iter().map(|(story, ..)| story).collect();
    assert_eq!(names, [4, 1, 3], "`d` is as near to 1 still, the older story, and `e` to the report itself");
}

#[test]
fn what_a_reader_may_like_is_no_copy_and_of_other_outlets_first() {
    let library = library(&folder_of(&town()));
    assert_eq!(also(&library, "a"), ["d", "c"], "not `b`, its copy; `d` before `c`, which is of the same outlet");
    assert_eq!(also(&library, "c"), ["d", "b", "e"], "one of the copies, then the ferry, of an outlet named already");
    assert_eq!(also(&library, "f"), Vec::<String>::new());
}

#[test]
fn the_record_is_the_same_however_an_import_was_cut() {
    let whole = folder_of(&town());
    let folder = folder_of(&town()[..3]);
    let mut writer = dateline_store::Writer::open(folder.path()).unwrap();
    put(&mut writer, &town());
    writer.commit().unwrap();
    drop(writer);
    assert_eq!(dump(folder.path()), dump(whole.path()));
}
