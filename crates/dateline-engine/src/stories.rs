//! Groups a whole list of articles at once, by placing one after the other.

use std::collections::HashMap;

use dateline_model::{ArticleId, StoryEvent, StoryId};
use dateline_story::{Grouper, Placement};

use crate::{CopyLine, GroupLine, Studied};

/// The lines that `dateline group` writes: one for each article, in order, with the story it is in at the end.
#[must_use]
pub fn group(studied: &[Studied]) -> Vec<GroupLine> {
    let mut grouper = Grouper::new();
    let placements: Vec<Placement> =
        studied.iter().map(|studied| grouper.place(&studied.article.id, studied.features.clone())).collect();
    let stories = story_of_each(placements.iter().flat_map(|placement| &placement.events));
    studied
        .iter()
        .zip(&placements)
        .map(|(studied, placement)| GroupLine {
            id: studied.article.id.to_string(),
            story: stories.get(&studied.article.id).unwrap_or(&placement.story).to_string(),
            copies: placement
                .copies
                .iter()
                .map(|copy| CopyLine { of: copy.of.to_string(), share: (copy.share * 1000.0).round() / 1000.0 })
                .collect(),
        })
        .collect()
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
