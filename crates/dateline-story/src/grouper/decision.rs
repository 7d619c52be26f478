//! Which story an article belongs to.

use dateline_model::{Reason, StoryEvent, StoryId};

use super::closeness::Weighed;
use super::copying::Reuse;
use super::identity;
use super::neighbourhood::Neighbourhood;
use super::reason::Surfaces;
use super::state::State;
use crate::features::SeriesMark;
use crate::settings::{LOOK, STORIES};

/// The events that put the article `number` into its story: that of the series it is an update of, else that of what
/// it copies, else what grouping it anew with its neighbours gives.
pub fn decide(
    state: &State,
    number: u32,
    series: Option<&SeriesMark>,
    surfaces: &Surfaces,
    reuse: &Reuse,
) -> Vec<StoryEvent> {
    let article = state.article(number).id.clone();
    if let Some(story) = state.holds.expected(&article) {
        return vec![StoryEvent::Joined { story, article, reason: Reason::New }];
    }
    if let Some(series) = series {
        let story = state.story_of_series(series.key).filter(|&story| !state.holds.keeps_out(number, story));
        return vec![match story {
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
    let (stories, nearest) = near(state, &weighed);
    if stories.is_empty() {
        return vec![StoryEvent::Opened { story: state.next_story(), article }];
    }
    let neighbourhood = Neighbourhood::of(state, &weighed, &stories, &nearest);
    identity::events(state, &neighbourhood, number, surfaces)
}

fn by_copy(state: &State, number: u32, reuse: &Reuse) -> Option<StoryEvent> {
    let (other, share) = match (reuse.copies.first(), reuse.copied_by.first()) {
        (Some(copy), _) => (&copy.of, copy.share),
        (None, Some(copy)) => (&copy.by, copy.share),
        (None, None) => return None,
    };
    let story = state.story_of_id(other).filter(|&story| !state.holds.keeps_out(number, story))?;
    let article = state.article(number).id.clone();
    Some(StoryEvent::Joined { story, article, reason: Reason::Copy { of: other.to_string(), share } })
}

/// The stories that the nearest articles are in, closest first, and how similar those articles are, largest first.
fn near(state: &State, weighed: &Weighed) -> (Vec<StoryId>, Vec<f32>) {
    let candidates = state.terms.candidates(weighed.number, &weighed.terms);
    let mut ranked: Vec<(StoryId, f32)> =
        candidates.into_iter().filter_map(|other| Some((state.story_of(other)?, weighed.to(state, other)))).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let nearest = ranked.iter().map(|&(_, similarity)| similarity).collect();
    let mut stories: Vec<StoryId> = Vec::new();
    for (story, _) in ranked.into_iter().take_while(|&(_, similarity)| similarity >= LOOK) {
        if !stories.contains(&story) && !state.holds.keeps_out(weighed.number, story) {
            stories.push(story);
        }
    }
    stories.truncate(STORIES);
    (stories, nearest)
}
