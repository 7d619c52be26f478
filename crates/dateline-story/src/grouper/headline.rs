//! The article whose headline stands for a story.

use dateline_model::StoryId;

use super::closeness::Weighed;
use super::state::State;

/// So many articles of a story are compared, taken evenly from its first to its last.
const COMPARED: usize = 16;

/// Of the articles with a headline, the one nearest to the others; of two as near, the one that arrived first. The last
/// ones alone would let a side issue at the end of a story name all of it.
pub fn of(state: &State, story: StoryId) -> Option<u32> {
    let members = state.members(story);
    let all: Vec<u32> = members.iter().copied().filter(|&member| state.article(member).titled).collect();
    if all.len() < 3 {
        return all.first().or(members.first()).copied();
    }
    let count = all.len().min(COMPARED);
    let titled: Vec<u32> = (0..count).map(|at| all[at * all.len() / count]).collect();
    let nearness = |&member: &u32| {
        let weighed = Weighed::of(state, member);
        titled.iter().filter(|&&other| other != member).map(|&other| weighed.to(state, other)).sum::<f32>()
    };
    let mut ranked: Vec<(u32, f32)> = titled.iter().map(|member| (*member, nearness(member))).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.first().map(|&(member, _)| member)
}
