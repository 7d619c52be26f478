//! Which story an article belongs to.

use std::collections::BTreeMap;

use dateline_model::{Reason, StoryEvent, StoryId};

use super::closeness::{Weighed, between};
use super::copying::Reuse;
use super::state::State;
use crate::features::SeriesMark;

/// So many terms are named as a reason.
const SHARED_TERMS: usize = 5;

/// The events that put the article `number` into its story.
pub fn decide(
    state: &State,
    number: u32,
    series: Option<&SeriesMark>,
    surfaces: &[String],
    reuse: &Reuse,
) -> Vec<StoryEvent> {
    let article = state.article(number).id.clone();
    if let Some((series, story)) = series.and_then(|series| Some((series, state.story_of_series(series.key)?))) {
        let reason = Reason::Series { title: series.title.clone() };
        return vec![StoryEvent::Joined { story, article, reason }];
    }
    if let Some(joined) = by_copy(state, number, reuse) {
        return vec![joined];
    }
    let weighed = Weighed::of(state, number);
    let ranked = rank(state, &weighed);
    let settings = crate::settings::current();
    let Some(best) = ranked.first().filter(|best| best.similarity >= settings.join) else {
        return vec![StoryEvent::Opened { story: state.next_story(), article }];
    };
    let reason = Reason::Terms { similarity: best.similarity.min(1.0), shared: Vec::new() };
    let _ = (surfaces, SHARED_TERMS);
    let mut events = vec![StoryEvent::Joined { story: best.story, article, reason: reason.clone() }];
    let mut into = best.story;
    for next in ranked[1..].iter().take(3).filter(|next| next.similarity >= settings.join) {
        if between(state, into, next.story) >= settings.merge {
            let (older, newer) = (into.min(next.story), into.max(next.story));
            events.push(StoryEvent::Merged { from: newer, into: older, reason: reason.clone() });
            into = older;
            break;
        }
    }
    events
}

fn by_copy(state: &State, number: u32, reuse: &Reuse) -> Option<StoryEvent> {
    let article = state.article(number).id.clone();
    let (other, share) = match (reuse.copies.first(), reuse.copied_by.first()) {
        (Some(copy), _) => (&copy.of, copy.share),
        (None, Some(copy)) => (&copy.by, copy.share),
        (None, None) => return None,
    };
    let story = state.story_of_id(other)?;
    Some(StoryEvent::Joined { story, article, reason: Reason::Copy { of: other.to_string(), share } })
}

struct Ranked {
    story: StoryId,
    similarity: f32,
}

/// The stories that the nearest articles are in, closest first.
fn rank(state: &State, weighed: &Weighed) -> Vec<Ranked> {
    let mut near: BTreeMap<StoryId, Vec<(u32, f32)>> = BTreeMap::new();
    for other in state.terms.candidates(weighed.number, &weighed.terms) {
        if let Some(story) = state.story_of(other) {
            near.entry(story).or_default().push((other, weighed.to(state, other)));
        }
    }
    let mut ranked: Vec<Ranked> = near
        .iter()
        .map(|(&story, near)| Ranked { story, similarity: weighed.to_story(state, story, near) })
        .collect();
    ranked.sort_by(|a, b| b.similarity.total_cmp(&a.similarity).then(a.story.cmp(&b.story)));
    ranked
}
