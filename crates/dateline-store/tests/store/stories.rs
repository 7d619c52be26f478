//! Stories: opened, joined, merged, moved, listed.

use dateline_model::{ArticleId, Direction, Reason, StoryEvent, StoryId};
use dateline_store::{Library, StoryQuery};

use crate::support::{Report, folder_of, library, report};

fn listed(library: &Library, query: StoryQuery) -> Vec<(u64, u64)> {
    let stories = library.stories(&StoryQuery { limit: 10, ..query }).unwrap();
    stories.iter().map(|story| (story.id.0, story.reports)).collect()
}

fn harbour() -> Vec<Report> {
    vec![
        report("a", "Post", "2025-06-20", "Wall planned", "A wall.").opens(1).tagged(&["Wall"]),
        report("b", "Mail", "2025-06-22", "Wall begun", "A wall too.").joins(1, "b").copies("a", 0.75),
        report("c", "Post", "2025-06-21", "Ferry late", "A ferry.").opens(2).tagged(&["Ferry", "wall"]),
        report("d", "Post", "2025-06-23", "Wall done", "Done.")
            .joins(1, "b")
            .copies("c", 0.5)
            .copies("unheard of", 0.9),
    ]
}

#[test]
fn a_story_page_has_its_reports_newest_first() {
    let library = library(&folder_of(&harbour()));
    let page = library.story(StoryId(1)).unwrap().unwrap();
    assert_eq!(page.story.headline, "Wall begun");
    assert_eq!(page.story.lead, "A wall too.");
    assert_eq!((page.story.reports, page.story.copies), (3, 1));
    let outlets: Vec<(&str, u64)> =
        page.story.outlets.iter().map(|outlet| (outlet.name.as_str(), outlet.reports)).collect();
    assert_eq!(outlets, [("Post", 2), ("Mail", 1)]);
    assert_eq!(page.story.first.unwrap().to_string(), "2025-06-20");
    assert_eq!(page.story.newest.unwrap().to_string(), "2025-06-23");
    let ids: Vec<&str> = page.reports.iter().map(|report| report.id.as_str()).collect();
    assert_eq!(ids, ["d", "b", "a"]);
    assert_eq!(page.reasons.len(), 3);
    assert_eq!(page.reasons[2], Reason::New);
    let copy = page.reports[1].copy_of.as_ref().unwrap();
    assert_eq!((copy.article.as_str(), copy.outlet.as_deref(), copy.share), ("a", Some("Post"), 0.75));
    assert_eq!(page.tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["Wall"]);
    // The ferry story shares the tag, in other letters.
    assert_eq!(page.related.iter().map(|related| related.story.id.0).collect::<Vec<_>>(), [2]);
    assert_eq!(library.story(StoryId(3)).unwrap(), None);
}

#[test]
fn an_article_page_names_copies_both_ways() {
    let library = library(&folder_of(&harbour()));
    let page = library.article(&ArticleId::new("c")).unwrap().unwrap();
    assert_eq!(page.copied_by.iter().map(|copy| copy.article.as_str()).collect::<Vec<_>>(), ["d"]);
    let page = library.article(&ArticleId::new("d")).unwrap().unwrap();
    assert_eq!(page.copies.iter().map(|copy| copy.article.as_str()).collect::<Vec<_>>(), ["c"]);
    assert_eq!(page.story.unwrap().id, StoryId(1));
}

#[test]
fn stories_are_listed_newest_first_with_filters() {
    let library = library(&folder_of(&harbour()));
    assert_eq!(listed(&library, StoryQuery::default()), [(1, 3), (2, 1)]);
    assert_eq!(listed(&library, StoryQuery { at_least: 2, ..StoryQuery::default() }), [(1, 3)]);
    assert_eq!(listed(&library, StoryQuery { offset: 1, ..StoryQuery::default() }), [(2, 1)]);
    let of = |outlet: &str| StoryQuery { outlet: Some(outlet.to_owned()), ..StoryQuery::default() };
    assert_eq!(listed(&library, of("Mail")), [(1, 3)]);
    assert_eq!(listed(&library, of("Post")), [(1, 3), (2, 1)]);
    assert_eq!(listed(&library, of("Nobody")), []);
}

#[test]
fn rare_and_common_outlets_are_listed_alike() {
    let mut reports = Vec::new();
    for number in 0..60u64 {
        let outlet = if number % 30 == 7 { "Rare" } else { "Common" };
        let id = number.to_string();
        reports.push(report(&id, outlet, "2025-06-21", &id, &id).opens(number));
    }
    let library = library(&folder_of(&reports));
    let of = |outlet: &str| StoryQuery { outlet: Some(outlet.to_owned()), ..StoryQuery::default() };
    assert_eq!(listed(&library, of("Rare")), [(37, 1), (7, 1)]);
    let common = listed(&library, of("Common"));
    assert_eq!(common[..3], [(59, 1), (58, 1), (57, 1)]);
}

#[test]
fn a_merged_story_leads_to_the_one_it_became() {
    let mut reports = harbour();
    reports.push(report("e", "Sun", "2025-06-24", "One harbour", "One.").opens(3).merges(2, 3).merges(3, 1));
    let library = library(&folder_of(&reports));
    for old in [1, 2, 3] {
        let page = library.story(StoryId(old)).unwrap().unwrap();
        assert_eq!((page.story.id, page.story.reports), (StoryId(1), 5));
        // `d` copies `c`, which is of the same story now.
        assert_eq!(page.story.copies, 2);
    }
    let page = library.story(StoryId(2)).unwrap().unwrap();
    let outlets: Vec<(&str, u64)> =
        page.story.outlets.iter().map(|outlet| (outlet.name.as_str(), outlet.reports)).collect();
    assert_eq!(outlets, [("Post", 3), ("Mail", 1), ("Sun", 1)]);
    assert_eq!(listed(&library, StoryQuery::default()), [(1, 5)]);
    assert_eq!(library.overview().unwrap().stories, 1);
    assert_eq!(library.article(&ArticleId::new("c")).unwrap().unwrap().summary.story, Some(StoryId(1)));
}

#[test]
fn a_moved_report_takes_its_counts_along() {
    let mut reports = harbour();
    let mut revised = report("b", "Mail", "2025-06-22", "Wall begun", "Now a ferry.");
    let reason = Reason::Terms { similarity: 0.9, shared: vec!["ferry".to_owned()] };
    let (article, from, into) = (ArticleId::new("b"), StoryId(1), StoryId(2));
    revised.events.push(StoryEvent::Moved { article, from, into, reason: reason.clone() });
    reports.push(revised);
    let library = library(&folder_of(&reports));
    let (left, entered) = (library.story(StoryId(1)).unwrap().unwrap(), library.story(StoryId(2)).unwrap().unwrap());
    assert_eq!((left.story.reports, left.story.copies, entered.story.reports), (2, 0, 2));
    // The report that stood for the story has gone: the oldest stands for it now.
    assert_eq!(left.story.headline_article.as_str(), "a");
    assert_eq!(entered.story.headline_article.as_str(), "b");
    assert_eq!(entered.story.newest.unwrap().to_string(), "2025-06-22");
    assert_eq!(entered.reasons[0], Reason::Moved { from: StoryId(1), reason: Box::new(reason) });
}

#[test]
fn a_story_whose_last_report_moved_leads_after_it() {
    let mut reports = harbour();
    let mut revised = report("c", "Post", "2025-06-21", "Ferry late", "A ferry at the wall.");
    let (article, from, into) = (ArticleId::new("c"), StoryId(2), StoryId(1));
    revised.events.push(StoryEvent::Moved { article, from, into, reason: Reason::New });
    reports.push(revised);
    let library = library(&folder_of(&reports));
    assert_eq!(library.story(StoryId(2)).unwrap().unwrap().story.id, StoryId(1));
    assert_eq!(listed(&library, StoryQuery::default()), [(1, 4)]);
}

#[test]
fn a_followed_story_is_headed_by_its_title() {
    let update =
        report("u", "Post", "2025-06-20", "", "The crane arrived.").untitled().in_series("Harbour: live").opens(1);
    let other = report("v", "Post", "2025-06-21", "", "It left.").untitled().in_series("Harbour: live").opens(2);
    let library = library(&folder_of(&[update, other]));
    let page = library.story(StoryId(1)).unwrap().unwrap();
    assert_eq!((page.story.headline.as_str(), page.story.lead.as_str()), ("Harbour: live", "The crane arrived."));
    assert_eq!((page.reports[0].headline.as_str(), page.reports[0].lead.as_str()), ("The crane arrived.", ""));
    assert_eq!(page.related.iter().map(|related| related.story.id.0).collect::<Vec<_>>(), [2]);
}

#[test]
fn an_original_that_arrives_after_its_copy_is_the_original() {
    let mut reports = harbour();
    let agency = report("w", "Wire", "2025-06-22", "Wall begun", "A wall too, says the agency.");
    reports.push(agency.joins(1, "b").copied_by("b", 0.9).copied_by("unheard of", 0.5).quoting_like("a"));
    let library = library(&folder_of(&reports));
    let page = library.story(StoryId(1)).unwrap().unwrap();
    assert_eq!((page.story.reports, page.story.copies), (4, 1));
    let copy = library.article(&ArticleId::new("b")).unwrap().unwrap();
    let found: Vec<_> = copy.copies.iter().map(|link| (link.article.as_str(), link.share, link.direction)).collect();
    assert_eq!(found, [("w", 0.9, Some(Direction::Credited)), ("a", 0.75, Some(Direction::Arrived))]);
    assert_eq!(copy.summary.copy_of.unwrap().article.as_str(), "w", "the largest share is shown in lists");
    let original = library.article(&ArticleId::new("a")).unwrap().unwrap();
    assert_eq!(original.quotations.len(), 1, "told on both sides");
    assert_eq!(original.quotations[0].article.as_str(), "w");
    let stored = library.reports(StoryId(1), 10).unwrap();
    let arrived: Vec<(&str, u64)> = stored.iter().map(|report| (report.article.id.as_str(), report.arrived)).collect();
    assert_eq!(arrived, [("d", 4), ("w", 5), ("b", 2), ("a", 1)]);
}
