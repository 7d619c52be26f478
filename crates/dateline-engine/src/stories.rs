//! Groups a whole list of articles at once, by placing one after the other.

use std::collections::HashMap;

use dateline_model::{ArticleId, StoryEvent, StoryId};
use dateline_story::{Grouper, Placement};

use crate::{CopyLine, GroupLine, Studied};

/// The lines that `dateline group` writes: one for each article, in order, with the story it is in at the end, and what
/// it copies, whichever came first.
#[must_use]
pub fn group(studied: &[Studied]) -> Vec<GroupLine> {
    let mut grouper = Grouper::new();
    let placements: Vec<Placement> =
        studied.iter().map(|studied| grouper.place(&studied.article.id, studied.features.clone())).collect();
    let stories = story_of_each(placements.iter().flat_map(|placement| &placement.events));
    let line = |(studied, placement): (&Studied, &Placement)| {
        let id = &studied.article.id;
        let story = stories.get(id).unwrap_or(&placement.story).to_string();
        GroupLine { id: id.to_string(), story, copies: Vec::new(), quotations: Vec::new() }
    };
    let mut lines: Vec<GroupLine> = studied.iter().zip(&placements).map(line).collect();
    // Where the version of each article stands that others are held against.
    let mut last: HashMap<&ArticleId, usize> = HashMap::new();
    for (at, placement) in placements.iter().enumerate() {
        last.insert(&studied[at].article.id, at);
        let copies = placement.copies.iter().map(|copy| (at, last[&copy.of], copy.share, copy.direction));
        let copied_by = placement.copied_by.iter().map(|copy| (last[&copy.by], at, copy.share, copy.direction));
        for (copy, original, share, direction) in copies.chain(copied_by) {
            let articles = [copy, original].map(|number| &studied[number].article);
            lines[copy].copies.push(CopyLine::new(articles[0], articles[1], share, direction));
        }
        for other in &placement.quotations {
            let [here, there] = [at, last[other]].map(|number| lines[number].id.clone());
            lines[at].quotations.push(there);
            lines[last[other]].quotations.push(here);
        }
    }
    for line in &mut lines {
        line.copies.sort_by(|one, other| other.share.total_cmp(&one.share));
    }
    lines
}

/// Folds a log of events: the story that each article is in at its end.
#[must_use]
pub fn story_of_each<'a>(events: impl IntoIterator<Item = &'a StoryEvent>) -> HashMap<ArticleId, StoryId> {
    let mut story_of: HashMap<ArticleId, StoryId> = HashMap::new();
    let mut redirects: HashMap<StoryId, StoryId> = HashMap::new();
    for event in events {
        match event {
            StoryEvent::Opened { story, article } | StoryEvent::Joined { story, article, .. } => {
                story_of.insert(article.clone(), *story);
            }
            StoryEvent::Moved { article, into, .. } => {
                story_of.insert(article.clone(), *into);
            }
            StoryEvent::Split { into, articles, .. } => {
                story_of.extend(articles.iter().map(|article| (article.clone(), *into)));
            }
            StoryEvent::Merged { from, into, .. } => {
                redirects.insert(*from, *into);
            }
            StoryEvent::Pinned { .. } | StoryEvent::KeptOut { .. } | StoryEvent::Freed { .. } => {}
        }
    }
    for story in story_of.values_mut() {
        // A chain of merges cannot loop: a story that ended takes no more articles. The bound is for damaged logs.
        for _ in 0..=redirects.len() {
            let Some(next) = redirects.get(story) else { break };
            *story = *next;
        }
    }
    story_of
}
