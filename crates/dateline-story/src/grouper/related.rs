//! Which articles of other stories an article is near to: what makes stories related.

use dateline_model::{Near, StoryEvent, StoryId};

use super::closeness::Weighed;
use super::reason::{self, Surfaces};
use super::state::State;
use crate::settings::{MEMBERS, NEAR, NEAR_STORIES};

/// Of the articles `found` for the one weighed, closest first, the closest of each story but its own; and for each story
/// that has just split, what is closest across.
pub fn near(
    state: &State,
    weighed: &Weighed,
    found: &[(u32, f32)],
    events: &[StoryEvent],
    surfaces: &Surfaces,
) -> Vec<Near> {
    let link = |weighed: &Weighed, other: u32, closeness: f32| Near {
        article: state.article(weighed.number).id.clone(),
        other: state.article(other).id.clone(),
        closeness,
        shared: reason::shared(state, weighed, other, surfaces),
    };
    let mut met: Vec<Option<StoryId>> = vec![state.story_of(weighed.number)];
    let mut near = Vec::new();
    for &(other, closeness) in found.iter().take_while(|&&(_, closeness)| closeness >= NEAR) {
        if near.len() < NEAR_STORIES && !met.contains(&state.story_of(other)) {
            met.push(state.story_of(other));
            near.push(link(weighed, other, closeness));
        }
    }
    for event in events {
        let StoryEvent::Split { from, into, .. } = event else { continue };
        if let Some((article, other, closeness)) = across(state, *into, *from) {
            near.push(link(&Weighed::of(state, article), other, closeness));
        }
    }
    near
}

/// The two articles of two stories that are closest to each other, the first of several pairs as close.
fn across(state: &State, one: StoryId, other: StoryId) -> Option<(u32, u32, f32)> {
    let last = |story: StoryId| {
        let members = state.members(story);
        &members[members.len().saturating_sub(MEMBERS)..]
    };
    let mut closest: Option<(u32, u32, f32)> = None;
    for &article in last(one) {
        let weighed = Weighed::of(state, article);
        for &other in last(other) {
            let closeness = weighed.to(state, other);
            if closeness >= NEAR && closest.is_none_or(|(_, _, most)| closeness > most) {
                closest = Some((article, other, closeness));
            }
        }
    }
    closest
}
