//! Which story each group of a neighbourhood goes on as, and the events that make it so.

use std::collections::{BTreeMap, BTreeSet};

use dateline_model::{Reason, StoryEvent, StoryId};

use super::closeness::Weighed;
use super::neighbourhood::Neighbourhood;
use super::reason::{self, Surfaces};
use super::state::State;

/// An article that must stay where it is counts as this many others.
const FIXED: usize = 1_000_000;

/// How many articles of each story are in each group.
pub type Votes = BTreeMap<(StoryId, usize), usize>;

/// A story goes on as the group that most of its articles are in, and each group as one story: the one that gave it most
/// articles, of two the older. A story left without a group ends in the one that most of its articles went to.
pub struct Identities {
    /// The story that each group is from now on.
    pub of_group: BTreeMap<usize, StoryId>,
    /// Where the stories that end go on.
    pub ended: BTreeMap<StoryId, StoryId>,
    /// Groups that are stories of their own from now on.
    pub opened: BTreeSet<StoryId>,
}

impl Identities {
    /// Chooses by `votes`. `groups` are all groups, in the order in which new stories get their names, from `next` on.
    pub fn of(votes: &Votes, groups: impl Iterator<Item = usize>, mut next: StoryId) -> Identities {
        let most: BTreeMap<StoryId, (usize, usize)> = most(votes);
        let may_go_on = |story: StoryId, group: usize| {
            // Where articles stay together whatever happens, their story goes on with them or ends with them.
            most.get(&story).is_some_and(|&(most, count)| most == group || count < FIXED)
        };
        let ranked = votes.iter().map(|(&(story, group), &count)| (story, group, count));
        let mut ranked: Vec<(StoryId, usize, usize)> =
            ranked.filter(|&(story, group, _)| may_go_on(story, group)).collect();
        ranked.sort_by(|a, b| b.2.cmp(&a.2).then(a.0.cmp(&b.0)).then(a.1.cmp(&b.1)));
        let mut identities = Identities { of_group: BTreeMap::new(), ended: BTreeMap::new(), opened: BTreeSet::new() };
        let mut gone_on = BTreeSet::new();
        for (story, group, _) in ranked {
            if !gone_on.contains(&story) && !identities.of_group.contains_key(&group) {
                identities.of_group.insert(group, story);
                gone_on.insert(story);
            }
        }
        for group in groups {
            identities.of_group.entry(group).or_insert_with(|| {
                identities.opened.insert(next);
                let opened = next;
                next = StoryId(next.0.saturating_add(1));
                opened
            });
        }
        for (&story, (group, _)) in most.iter().filter(|(story, _)| !gone_on.contains(story)) {
            if let Some(&into) = identities.of_group.get(group) {
                identities.ended.insert(story, into);
            }
        }
        identities
    }

    /// The events that put each article of `members` into the story of its group. They are given ascending.
    pub fn events(
        &self,
        state: &State,
        members: impl Iterator<Item = (u32, StoryId, usize)>,
        reason: impl Fn(u32) -> Reason,
    ) -> Vec<StoryEvent> {
        let mut leaving: BTreeMap<(StoryId, StoryId), Vec<u32>> = BTreeMap::new();
        for (member, from, group) in members {
            if let Some(&into) = self.of_group.get(&group).filter(|&&into| into != from) {
                leaving.entry((from, into)).or_default().push(member);
            }
        }
        let id = |&article: &u32| state.article(article).id.clone();
        let (mut events, mut merged): (Vec<StoryEvent>, Vec<StoryEvent>) = (Vec::new(), Vec::new());
        for ((from, into), articles) in leaving {
            if self.ended.get(&from) == Some(&into) {
                merged.push(StoryEvent::Merged { from, into, reason: reason(articles[0]) });
            } else if self.opened.contains(&into) {
                // Told once for all articles that leave a story together.
                let reason = reason(articles[0]);
                events.push(StoryEvent::Split { from, into, articles: articles.iter().map(id).collect(), reason });
            } else {
                let moved = |article: &u32| {
                    let (article, reason) = (id(article), reason(*article));
                    StoryEvent::Moved { article, from, into, reason }
                };
                events.extend(articles.iter().map(moved));
            }
        }
        events.extend(merged);
        events
    }
}

/// What an article adds to the votes for its group.
pub fn vote(state: &State, article: u32) -> usize {
    if state.is_fixed(article) { FIXED } else { 1 }
}

/// The group that most articles of each story are in, with their number; of two the first.
fn most(votes: &Votes) -> BTreeMap<StoryId, (usize, usize)> {
    let mut most: BTreeMap<StoryId, (usize, usize)> = BTreeMap::new();
    for (&(story, group), &count) in votes {
        let best = most.entry(story).or_insert((group, count));
        if count > best.1 {
            *best = (group, count);
        }
    }
    most
}

fn votes_of(state: &State, near: &Neighbourhood) -> Votes {
    let mut votes = Votes::new();
    for (&member, &group) in near.members.iter().zip(&near.groups) {
        if let Some(story) = state.story_of(member) {
            *votes.entry((story, group)).or_insert(0) += vote(state, member);
        }
    }
    // Articles too old to be looked at stay with most of the others.
    for (story, (group, _)) in most(&votes) {
        let seen = near.members.iter().filter(|&&member| state.story_of(member) == Some(story)).count();
        *votes.entry((story, group)).or_insert(0) += state.members(story).len().saturating_sub(seen);
    }
    votes
}

/// The events that put the article `arrived` and its neighbours where they belong.
pub fn events(state: &State, near: &Neighbourhood, arrived: u32, surfaces: &Surfaces) -> Vec<StoryEvent> {
    let votes = votes_of(state, near);
    let identities = Identities::of(&votes, near.groups.iter().copied(), state.next_story());
    let reason = |article: u32| match near.nearest(article) {
        Some((other, similarity)) => {
            let shared = reason::shared(state, &Weighed::of(state, article), other, surfaces);
            Reason::Terms { similarity, shared }
        }
        None => Reason::New,
    };
    let members = near.members.iter().zip(&near.groups);
    let members = members.filter_map(|(&member, &group)| Some((member, state.story_of(member)?, group)));
    let mut events = identities.events(state, members, reason);
    let article = state.article(arrived).id.clone();
    let story = near.group_of(arrived).and_then(|group| identities.of_group.get(&group)).copied();
    let story = story.unwrap_or_else(|| state.next_story());
    events.push(match reason(arrived) {
        Reason::New => StoryEvent::Opened { story, article },
        reason => StoryEvent::Joined { story, article, reason },
    });
    events
}
