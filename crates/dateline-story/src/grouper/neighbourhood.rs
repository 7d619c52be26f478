//! The articles around an arriving one, grouped anew: which of them tell of one event.

use dateline_model::StoryId;

use super::closeness::Weighed;
use super::linkage::Similarities;
use super::state::State;
use crate::settings::{DENSITY, JOIN, LEAST_DENSITY, MEMBERS, NEIGHBOURS, USUAL_DENSITY};

/// The arriving article and the last articles of the stories nearest to it, in groups.
pub struct Neighbourhood {
    /// The articles, ascending.
    pub members: Vec<u32>,
    /// The group of each member, told by the place of its first.
    pub groups: Vec<usize>,
    similarities: Similarities,
}

impl Neighbourhood {
    /// Groups `arrived` with the last [`MEMBERS`] of each of `stories`. `nearest` are its similarities to the articles
    /// found for it, largest first.
    pub fn of(state: &State, arrived: &Weighed, stories: &[StoryId], nearest: &[f32]) -> Neighbourhood {
        let last = |story: &StoryId| {
            let members = state.members(*story);
            &members[members.len().saturating_sub(MEMBERS)..]
        };
        let mut members: Vec<u32> = stories.iter().flat_map(last).copied().chain([arrived.number]).collect();
        members.sort_unstable();
        Neighbourhood::among(state, members, Some((arrived.number, mean(nearest))))
    }

    /// Groups all articles there are at once. Takes the cube of their number: for measuring alone.
    pub fn of_all(state: &State) -> Neighbourhood {
        Neighbourhood::among(state, state.all().collect(), None)
    }

    /// Groups `members`, ascending. How closely they are surrounded is seen among themselves, but for the one where it is
    /// known.
    fn among(state: &State, members: Vec<u32>, known: Option<(u32, f32)>) -> Neighbourhood {
        let weighed: Vec<Weighed> = members.iter().map(|&member| Weighed::of(state, member)).collect();
        let similarities = Similarities::new(members.len(), |one, other| weighed[one].to(state, members[other]));
        let density = |place: usize| match known {
            Some((article, density)) if article == members[place] => density,
            _ => local(similarities.of(place)),
        };
        let densities: Vec<f32> = (0..members.len()).map(density).collect();
        let of_each: Vec<Option<StoryId>> = members.iter().map(|&member| state.story_of(member)).collect();
        let parted = parted(state, &of_each);
        let scaled = Similarities::new(members.len(), |one, other| {
            // Less than any bar, and so is every mean with it.
            if let (Some(one), Some(other)) = (of_each[one], of_each[other])
                && parted.contains(&(one, other))
            {
                return f32::NEG_INFINITY;
            }
            let density = (densities[one] * densities[other]).sqrt();
            similarities.between(one, other) * (USUAL_DENSITY / density).powf(DENSITY)
        });
        let together: Vec<Option<u64>> = members
            .iter()
            .zip(&of_each)
            .map(|(&member, story)| story.filter(|_| state.is_fixed(member)).map(|story| story.0))
            .collect();
        let groups = scaled.groups(JOIN, &together);
        Neighbourhood { members, groups, similarities }
    }

    /// The group of an article.
    pub fn group_of(&self, article: u32) -> Option<usize> {
        self.members.binary_search(&article).ok().map(|place| self.groups[place])
    }

    /// The article of the same group most like `article`, with their similarity; the first of several.
    pub fn nearest(&self, article: u32) -> Option<(u32, f32)> {
        let place = self.members.binary_search(&article).ok()?;
        let others =
            (0..self.members.len()).filter(|&other| other != place && self.groups[other] == self.groups[place]);
        let ranked = others.map(|other| (self.members[other], self.similarities.between(place, other)));
        ranked.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
    }
}

/// The pairs of the stories `of_each` member that a person keeps apart, each both ways.
fn parted(state: &State, of_each: &[Option<StoryId>]) -> Vec<(StoryId, StoryId)> {
    let mut stories: Vec<StoryId> = of_each.iter().flatten().copied().collect();
    stories.sort_unstable();
    stories.dedup();
    let pairs = stories.iter().flat_map(|&one| stories.iter().map(move |&other| (one, other)));
    pairs.filter(|&(one, other)| one != other && state.parted(one, other)).collect()
}

/// How closely a member is surrounded by others.
fn local(similarities: &[f32]) -> f32 {
    let mut nearest = similarities.to_vec();
    nearest.sort_by(|a, b| b.total_cmp(a));
    mean(&nearest)
}

/// The mean of the first few of `nearest`; what is missing counts as 0.
fn mean(nearest: &[f32]) -> f32 {
    (nearest.iter().take(NEIGHBOURS).sum::<f32>() / NEIGHBOURS as f32).max(LEAST_DENSITY)
}
