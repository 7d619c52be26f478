//! Stories that go on: the same names under another head are one story, unless long silence or other news lies between.

use dateline_model::{Annotations, Article, ArticleId, Language, StoryId, Text};
use dateline_story::{Features, Grouper};

/// A bridge is found to be cracked, told five times.
const FIRST: [&str; 5] = [
    "The Harlow Bridge in Norden was closed after engineers found cracks in two cables, said mayor Ingrid Falk.",
    "Cracks in cables closed the Harlow Bridge. In Norden, mayor Ingrid Falk promised ferries for drivers.",
    "Drivers in Norden faced queues as the Harlow Bridge was closed. The mayor, Ingrid Falk, blamed cracks in cables.",
    "Ferries take drivers across at Norden: the Harlow Bridge is closed for cracks in cables, says mayor Ingrid Falk.",
    "Cables of the Harlow Bridge have cracks and it was closed, mayor Ingrid Falk told drivers in Norden.",
];
/// Later there is an inquiry: the same names, and nearly all else is new.
const LATER: &str = "An inquiry heard that Ingrid Falk had read a letter about the Harlow Bridge two years before. \
    Witnesses told a judge that its warning was kept from auditors, from insurers and from the ministry; invoices, \
    minutes and diaries were shown on a screen, and a clerk wept while he was questioned. The lawyer of Falk denied \
    all of it, called the evidence hearsay and asked for an adjournment, which the judge in Norden refused. Experts \
    on procurement, on pensions and on archives are to testify in autumn before a verdict is given.";
/// The same names among others, and of another matter.
const OTHER: &str = "Voters in Norden chose between Ingrid Falk and Tomas Reyes on Sunday. Turnout was low in rain, \
    and ballots of the Harlow Bridge ward were counted twice. Reyes, of the Coast Party, conceded before midnight.";

fn place(grouper: &mut Grouper, id: &str, published: &str, text: &str) -> StoryId {
    let mut article = Article::of(Text::new(text));
    article.id = ArticleId::new(id);
    article.published = published.parse().ok();
    let sentences = article.text.lines().collect();
    let annotations = Annotations { language: Language::new("en"), sentences, ..Annotations::default() };
    grouper.place(&article.id, Features::of(&article, &annotations)).story
}

/// The story of the closed bridge.
fn closed(grouper: &mut Grouper) -> StoryId {
    let placed = FIRST.iter().enumerate().map(|(at, text)| {
        let (id, day) = (format!("first-{at}"), format!("2024-03-0{}", at / 2 + 5));
        place(grouper, &id, &day, text)
    });
    let stories: Vec<StoryId> = placed.collect();
    assert!(stories.iter().all(|story| *story == stories[0]), "{stories:?}");
    stories[0]
}

#[test]
fn a_story_goes_on_with_what_follows() {
    let mut grouper = Grouper::new();
    let story = closed(&mut grouper);
    assert_eq!(place(&mut grouper, "later", "2024-03-28", LATER), story);
    assert_eq!(place(&mut grouper, "again", "2024-04-09", LATER), story, "and stays so");
    assert_eq!(grouper.stories().count(), 1);
}

#[test]
fn after_a_long_silence_it_is_another_story() {
    let mut grouper = Grouper::new();
    let story = closed(&mut grouper);
    assert_ne!(place(&mut grouper, "later", "2024-06-28", LATER), story);
}

#[test]
fn names_that_are_in_everything_join_nothing() {
    let mut grouper = Grouper::new();
    let story = closed(&mut grouper);
    for at in 0..8 {
        // Each of another matter, so that the names are no one's.
        let text = format!("{OTHER} Matter{at}a Subject{at}b Affair{at}c Question{at}d Issue{at}e Dispute{at}f.");
        place(&mut grouper, &format!("other-{at}"), "2024-03-20", &text);
    }
    assert_ne!(place(&mut grouper, "later", "2024-03-28", LATER), story);
}
