//! All articles grouped anew, each result going on as the story it has most articles of.

use std::collections::BTreeSet;

use dateline_model::{ArticleId, Reason, StoryEvent, StoryId};

use super::identity::{Identities, Votes, vote};
use super::state::State;
use super::{Grouper, changed};
use crate::Features;

/// The grouping of all articles once more, under way: they are placed again in the order they first came.
#[derive(Debug)]
pub struct Regrouping {
    /// The story of each article before.
    before: Vec<Option<StoryId>>,
    /// The first story name never given.
    next: StoryId,
    grouper: Grouper,
    /// Why each article is where it is now.
    reasons: Vec<Reason>,
}

/// What grouping anew comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Regrouped {
    /// The events that lead from the stories before to those found now; none where they are the same.
    pub events: Vec<StoryEvent>,
    /// The stories that changed and go on, each with the article whose headline stands best for it now.
    pub headlines: Vec<(StoryId, ArticleId)>,
    /// Stories that go on under their name.
    pub kept: usize,
    /// Stories that ended in another.
    pub merged: usize,
    /// Stories that parted from others.
    pub split: usize,
    /// Articles that went over to another story than most of those they were with.
    pub moved: usize,
}

impl Grouper {
    /// Begins to group all articles anew. What a person said of them holds.
    #[must_use]
    pub fn regroup(self) -> Regrouping {
        let before = (0..self.state.count()).map(|number| self.state.story_of(number)).collect();
        let grouper = Grouper { state: self.state.once_more() };
        Regrouping { before, next: self.state.next_story(), grouper, reasons: Vec::new() }
    }
}

impl Regrouping {
    /// Places the next article again. They must come as they did the first time, revisions as well.
    pub fn place(&mut self, id: &ArticleId, features: Features) {
        let events = self.grouper.place(id, features).events;
        self.reasons.resize(self.grouper.state.count() as usize, Reason::New);
        let mut set = |article: &ArticleId, reason: &Reason| {
            if let Some(number) = self.grouper.state.number(article) {
                self.reasons[number as usize] = reason.clone();
            }
        };
        for event in &events {
            match event {
                StoryEvent::Joined { article, reason, .. } | StoryEvent::Moved { article, reason, .. } => {
                    set(article, reason);
                }
                StoryEvent::Split { articles, reason, .. } => articles.iter().for_each(|article| set(article, reason)),
                _ => {}
            }
        }
    }

    /// What it came to. Linear in the articles, but for sorting.
    #[must_use]
    pub fn finish(self) -> Regrouped {
        let state = &self.grouper.state;
        let groups: Vec<usize> = first_members(state);
        let placed =
            |(number, story): (usize, &Option<StoryId>)| Some((number as u32, (*story)?, *groups.get(number)?));
        let members = || self.before.iter().enumerate().filter_map(placed);
        let mut votes = Votes::new();
        for (member, story, group) in members() {
            *votes.entry((story, group)).or_insert(0) += vote(state, member);
        }
        let in_order = groups.iter().enumerate().filter(|(number, group)| number == *group).map(|(_, group)| *group);
        let identities = Identities::of(&votes, in_order, self.next);
        let events = identities.events(state, members(), |article| self.reasons[article as usize].clone());
        let stories: BTreeSet<StoryId> = self.before.iter().flatten().copied().collect();
        let mut regrouped = Regrouped {
            kept: stories.len() - identities.ended.len(),
            merged: identities.ended.len(),
            split: identities.opened.len(),
            ..Regrouped::default()
        };
        for event in &events {
            regrouped.moved += match event {
                StoryEvent::Split { articles, .. } => articles.len(),
                StoryEvent::Moved { .. } => 1,
                _ => 0,
            };
        }
        regrouped.headlines = self.headlines(&identities, &groups, &changed(&events));
        regrouped.events = events;
        regrouped
    }

    fn headlines(
        &self,
        identities: &Identities,
        groups: &[usize],
        changed: &BTreeSet<StoryId>,
    ) -> Vec<(StoryId, ArticleId)> {
        let state = &self.grouper.state;
        let named = identities.of_group.iter().filter(|(_, story)| changed.contains(story));
        let mut headlines: Vec<(StoryId, ArticleId)> = named
            .filter(|(group, _)| groups.get(**group) == Some(*group))
            .filter_map(|(&group, &story)| {
                let headline = super::headline::of(state, state.story_of(group as u32)?)?;
                Some((story, state.article(headline).id.clone()))
            })
            .collect();
        headlines.sort();
        headlines
    }
}

/// The group of each article, told by its first.
fn first_members(state: &State) -> Vec<usize> {
    let mut groups: Vec<usize> = (0..state.count() as usize).collect();
    for members in state.stories().values() {
        for &member in members {
            groups[member as usize] = members[0] as usize;
        }
    }
    groups
}
