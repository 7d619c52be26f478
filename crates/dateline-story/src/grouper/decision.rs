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

/// The events that put an article into its story, given the articles `found` near to it: that of the series it is an update of, else that of what
/// it copies, else what grouping it anew with its neighbours gives.
pub fn decide(
    state: &State,
    weighed: &Weighed,
    found: &[(u32, f32)],
    series: Option<&SeriesMark>,
    surfaces: &Surfaces,
    reuse: &Reuse,
) -> Vec<StoryEvent> {
    let number = weighed.number;
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
    let stories = nearest_stories(state, number, found);
    if stories.is_empty() {
        return vec![StoryEvent::Opened { story: state.next_story(), article }];
    }
    let nearest: Vec<f32> = found.iter().map(|&(_, similarity)| similarity).collect();
    let neighbourhood = Neighbourhood::of(state, weighed, &stories, &nearest);
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

/// The articles that share the weightiest terms with the one weighed, and how similar they are, largest first.
pub fn find(state: &State, weighed: &Weighed) -> Vec<(u32, f32)> {
    let candidates = state.terms.candidates(weighed.number, &weighed.terms);
    let mut found: Vec<(u32, f32)> = candidates.into_iter().map(|other| (other, weighed.to(state, other))).collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(state.story_of(a.0).cmp(&state.story_of(b.0))));
    found
}

/// The stories that the nearest articles are in, closest first.
fn nearest_stories(state: &State, number: u32, found: &[(u32, f32)]) -> Vec<StoryId> {
    let mut stories: Vec<StoryId> = Vec::new();
    for &(article, _) in found.iter().take_while(|&&(_, similarity)| similarity >= LOOK) {
        let story = state.story_of(article).filter(|&story| !state.holds.keeps_out(number, story));
        stories.extend(story.filter(|story| !stories.contains(story)));
    }
    stories.truncate(STORIES);
    stories
}
