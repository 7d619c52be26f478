//! Which story each group of a neighbourhood goes on as, and the events that make it so.

use std::collections::{BTreeMap, BTreeSet};

use dateline_model::{Reason, StoryEvent, StoryId};

use super::closeness::Weighed;
use super::neighbourhood::Neighbourhood;
use super::reason::{self, Surfaces};
use super::state::State;

/// An article that must stay where it is counts as this many others.
const FIXED: usize = 1_000_000;

/// A story goes on as the group that most of its articles are in, and each group as one story: the one that gave it most
/// articles, of two the older. A story left without a group ends in the one that most of its articles went to.
struct Identities {
    of_group: BTreeMap<usize, StoryId>,
    /// Where the stories that end go on.
    ended: BTreeMap<StoryId, StoryId>,
    /// Groups that are stories of their own from now on.
    opened: BTreeSet<StoryId>,
}

impl Identities {
    fn of(state: &State, near: &Neighbourhood, stories: &[StoryId]) -> Identities {
        let mut votes: BTreeMap<(StoryId, usize), usize> = BTreeMap::new();
        for (&member, &group) in near.members.iter().zip(&near.groups) {
            if let Some(story) = state.story_of(member) {
                *votes.entry((story, group)).or_insert(0) += if state.article(member).fixed { FIXED } else { 1 };
            }
        }
        let most = |votes: &BTreeMap<(StoryId, usize), usize>, story: StoryId| {
            let of_story = votes.range((story, 0)..=(story, usize::MAX));
            of_story.max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0))).map(|(&(_, group), _)| group)
        };
        // Articles too old to be looked at stay with most of the others.
        for &story in stories {
            let seen = near.members.iter().filter(|&&member| state.story_of(member) == Some(story)).count();
            if let Some(group) = most(&votes, story) {
                *votes.entry((story, group)).or_insert(0) += state.members(story).len().saturating_sub(seen);
            }
        }
        let mut ranked: Vec<(StoryId, usize, usize)> =
            votes.iter().map(|(&(story, group), &votes)| (story, group, votes)).collect();
        ranked.sort_by(|a, b| b.2.cmp(&a.2).then(a.0.cmp(&b.0)).then(a.1.cmp(&b.1)));
        let mut identities = Identities { of_group: BTreeMap::new(), ended: BTreeMap::new(), opened: BTreeSet::new() };
        let mut gone_on = BTreeSet::new();
        for (story, group, _) in ranked {
            if !gone_on.contains(&story) && !identities.of_group.contains_key(&group) {
                identities.of_group.insert(group, story);
                gone_on.insert(story);
            }
        }
        let mut next = state.next_story();
        for &group in &near.groups {
            identities.of_group.entry(group).or_insert_with(|| {
                identities.opened.insert(next);
                let opened = next;
                next = StoryId(next.0.saturating_add(1));
                opened
            });
        }
        for &story in stories.iter().filter(|story| !gone_on.contains(story)) {
            if let Some(into) = most(&votes, story).and_then(|group| identities.of_group.get(&group)) {
                identities.ended.insert(story, *into);
            }
        }
        identities
    }
}

/// The events that put the article `arrived` and its neighbours where they belong.
pub fn events(
    state: &State,
    near: &Neighbourhood,
    stories: &[StoryId],
    arrived: u32,
    surfaces: &Surfaces,
) -> Vec<StoryEvent> {
    let identities = Identities::of(state, near, stories);
    let reason = |article: u32| match near.nearest(article) {
        Some((other, similarity)) => {
            let shared = reason::shared(state, &Weighed::of(state, article), other, surfaces);
            Reason::Terms { similarity, shared }
        }
        None => Reason::New,
    };
    let mut events: Vec<StoryEvent> = Vec::new();
    // A story that another parts from, told once for all articles that leave it for the same.
    let mut parted: BTreeMap<(StoryId, StoryId), Vec<u32>> = BTreeMap::new();
    for (&member, group) in near.members.iter().zip(&near.groups) {
        let (Some(from), Some(&into)) = (state.story_of(member), identities.of_group.get(group)) else { continue };
        if from != into && identities.ended.get(&from) != Some(&into) {
            parted.entry((from, into)).or_default().push(member);
        }
    }
    for ((from, into), articles) in parted {
        let because = reason(articles[0]);
        if identities.opened.contains(&into) {
            let articles = articles.iter().map(|&article| state.article(article).id.clone()).collect();
            events.push(StoryEvent::Split { from, into, articles, reason: because });
        } else {
            events.extend(articles.iter().map(|&article| StoryEvent::Moved {
                article: state.article(article).id.clone(),
                from,
                into,
                reason: reason(article),
            }));
        }
    }
    for (&from, &into) in &identities.ended {
        let group = near.groups.iter().copied().find(|group| identities.of_group.get(group) == Some(&into));
        let moved = group.and_then(|group| near.articles(group).find(|&member| state.story_of(member) == Some(from)));
        let reason = moved.map_or(Reason::New, &reason);
        events.push(StoryEvent::Merged { from, into, reason });
    }
    let article = state.article(arrived).id.clone();
    let story = near.group_of(arrived).and_then(|group| identities.of_group.get(&group)).copied();
    let story = story.unwrap_or_else(|| state.next_story());
    events.push(match reason(arrived) {
        Reason::New => StoryEvent::Opened { story, article },
        reason => StoryEvent::Joined { story, article, reason },
    });
    events
}
