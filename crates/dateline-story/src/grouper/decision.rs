//! Which story an article belongs to.

use std::collections::BTreeMap;

use dateline_model::{Reason, StoryEvent, StoryId};

use super::closeness::{Weighed, between, spread};
use super::copying::Reuse;
use super::reason::{self, Surfaces};
use super::state::State;
use crate::features::SeriesMark;
use crate::settings::{JOIN, MERGE};

/// The stories of so many of the nearest articles are compared with in full.
const STORIES: usize = 6;

/// The events that put the article `number` into its story: that of the series it is an update of, else that of what
/// it copies, else the one nearest in its terms, else a new one.
pub fn decide(
    state: &State,
    number: u32,
    series: Option<&SeriesMark>,
    surfaces: &Surfaces,
    reuse: &Reuse,
) -> Vec<StoryEvent> {
    let article = state.article(number).id.clone();
    if let Some(series) = series {
        return vec![match state.story_of_series(series.key) {
            Some(story) => {
                StoryEvent::Joined { story, article, reason: Reason::Series { title: series.title.clone() } }
            }
            None => StoryEvent::Opened { story: state.next_story(), article },
        }];
    }
    if let Some(joined) = by_copy(state, number, reuse) {
        return vec![joined];
    }
    let weighed = Weighed::of(state, number);
    let ranked = rank(state, &weighed);
    let mut close = ranked.iter().filter(|ranked| ranked.similarity >= JOIN);
    let Some(best) = close.next() else {
        return vec![StoryEvent::Opened { story: state.next_story(), article }];
    };
    let mut events = vec![StoryEvent::Joined {
        story: best.story,
        article,
        reason: Reason::Terms {
            similarity: best.similarity.min(1.0),
            shared: reason::shared(state, &weighed, best.nearest, surfaces),
        },
    }];
    events.extend(close.next().and_then(|second| merge(state, best, second, surfaces)));
    events
}

fn by_copy(state: &State, number: u32, reuse: &Reuse) -> Option<StoryEvent> {
    let (other, share) = match (reuse.copies.first(), reuse.copied_by.first()) {
        (Some(copy), _) => (&copy.of, copy.share),
        (None, Some(copy)) => (&copy.by, copy.share),
        (None, None) => return None,
    };
    let story = state.story_of_id(other)?;
    let article = state.article(number).id.clone();
    Some(StoryEvent::Joined { story, article, reason: Reason::Copy { of: other.to_string(), share } })
}

/// Two stories that both take in an article are one where their articles are close to each other too: the younger
/// goes on in the older.
fn merge(state: &State, best: &Ranked, second: &Ranked, surfaces: &Surfaces) -> Option<StoryEvent> {
    let similarity = between(state, best.story, second.story);
    if similarity < MERGE {
        return None;
    }
    let (into, from) = (best.story.min(second.story), best.story.max(second.story));
    let shared = reason::shared(state, &Weighed::of(state, best.nearest), second.nearest, surfaces);
    Some(StoryEvent::Merged { from, into, reason: Reason::Terms { similarity, shared } })
}

struct Ranked {
    story: StoryId,
    similarity: f32,
    /// Its article nearest to the one placed.
    nearest: u32,
}

/// The stories that the nearest articles are in, closest first.
fn rank(state: &State, weighed: &Weighed) -> Vec<Ranked> {
    let mut near: BTreeMap<StoryId, Vec<(u32, f32)>> = BTreeMap::new();
    for other in state.terms.candidates(weighed.number, &weighed.terms) {
        if let Some(story) = state.story_of(other) {
            near.entry(story).or_default().push((other, weighed.to(state, other)));
        }
    }
    let nearest = |near: &[(u32, f32)]| near.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
    let mut stories: Vec<(StoryId, u32, f32)> =
        near.iter().filter_map(|(&story, near)| nearest(near).map(|(article, most)| (story, article, most))).collect();
    // Similarity to a story is no more than to its nearest article, and the spread cannot lift it over the bar from
    // this far below.
    stories.retain(|&(_, _, most)| most >= JOIN / 2.0);
    stories.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
    stories.truncate(STORIES);
    let compare = |&(story, nearest, _): &(StoryId, u32, f32)| {
        let plain = weighed.to_story(state, story, near.get(&story).map_or(&[], Vec::as_slice));
        let similarity = if plain < JOIN / 2.0 { plain } else { plain / spread(state, story) };
        Ranked { story, similarity, nearest }
    };
    let mut ranked: Vec<Ranked> = stories.iter().map(compare).collect();
    ranked.sort_by(|a, b| b.similarity.total_cmp(&a.similarity).then(a.story.cmp(&b.story)));
    ranked
}
