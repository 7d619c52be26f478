//! The article whose headline stands for a story.

use dateline_model::StoryId;

use super::closeness::Weighed;
use super::state::State;

/// So many of the last articles of a story are compared.
const COMPARED: usize = 8;

/// Of the last articles with a headline, the one nearest to the others; of two as near, the one that arrived first.
pub fn of(state: &State, story: StoryId) -> Option<u32> {
    let members = state.members(story);
    let titled: Vec<u32> =
        members.iter().rev().copied().filter(|&member| state.article(member).titled).take(COMPARED).collect();
    if titled.len() < 3 {
        return titled.last().or(members.first()).copied();
    }
    let nearness = |&member: &u32| {
        let weighed = Weighed::of(state, member);
        titled.iter().filter(|&&other| other != member).map(|&other| weighed.to(state, other)).sum::<f32>()
    };
    let mut ranked: Vec<(u32, f32)> = titled.iter().map(|member| (*member, nearness(member))).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.first().map(|&(member, _)| member)
}
