//! Places each article as it arrives: which story it belongs to and whose text it reuses.

mod closeness;
mod cohesion;
mod copying;
mod correct;
mod decision;
mod development;
mod headline;
mod holds;
mod identity;
mod linkage;
mod neighbourhood;
mod profile;
mod reason;
mod regroup;
mod related;
mod state;
mod terms;

use std::collections::BTreeSet;

use dateline_model::{ArticleId, CopiedBy, Copy, Near, StoryEvent, StoryId};

use crate::Features;
use closeness::Weighed;
pub use correct::{Corrected, Correction, Refusal};
use neighbourhood::Neighbourhood;
use reason::Surfaces;
pub use regroup::{Regrouped, Regrouping};
use state::State;

/// Where an article was placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement {
    /// Its story.
    pub story: StoryId,
    /// The events that put it there, in order; none where a revised article stays where it was.
    pub events: Vec<StoryEvent>,
    /// The earlier articles whose text it reuses, largest share first.
    pub copies: Vec<Copy>,
    /// The articles that arrived before it and reuse its text, largest share first: it was published before them, or
    /// it is the agency's own report.
    pub copied_by: Vec<CopiedBy>,
    /// The articles that arrived before it and quote the same words at length, where neither is a copy of the other.
    pub quotations: Vec<ArticleId>,
    /// The nearest articles of other stories, at most one a story, closest first; then what is closest in the stories
    /// that have just parted. None of a copy, which is near to what its original is near to.
    pub near: Vec<Near>,
    /// The article whose headline stands best for the story now.
    pub headline: ArticleId,
}

/// The state of all stories: the fold of the placements so far. Deterministic: the same articles in the same order
/// give the same placements, however the run was cut up.
#[derive(Debug, Default)]
pub struct Grouper {
    state: State,
}

impl Grouper {
    /// The number of the way in which articles are grouped. Raise it when the same articles would be grouped otherwise:
    /// whoever has stored stories is then told that they can be grouped anew.
    pub const METHOD: u32 = 2;

    /// A grouper that has seen nothing.
    #[must_use]
    pub fn new() -> Grouper {
        Grouper::default()
    }

    /// Places an article. One met before is a revision: its features are replaced, and it stays in its story.
    ///
    /// The work is bounded whatever is stored: so many look-ups, so many comparisons.
    pub fn place(&mut self, id: &ArticleId, features: Features) -> Placement {
        let (series, hashes, surfaces) =
            (features.series.clone(), Surfaces::hashes(&features), features.surfaces.clone());
        let quotations = features.quotations.clone();
        let number = self.state.admit(id, features);
        let surfaces = Surfaces::of(&self.state, &hashes, &surfaces);
        let reuse = copying::reuse(&self.state, number, &quotations);
        let weighed = Weighed::of(&self.state, number);
        let is_copy = !reuse.copies.is_empty() || !reuse.copied_by.is_empty();
        let found = if is_copy { Vec::new() } else { decision::find(&self.state, &weighed) };
        let events = match self.state.story_of(number) {
            Some(_) => Vec::new(),
            None => decision::decide(&self.state, &weighed, &found, series.as_ref(), &surfaces, &reuse),
        };
        self.state.apply(&events);
        self.state.follow(number, series.as_ref());
        let near = related::near(&self.state, &weighed, &found, &events, &surfaces);
        // An article without a story cannot be: it was there before, or the events have just put it somewhere.
        let story = self.state.story_of(number).unwrap_or(StoryId(0));
        let headline = headline::of(&self.state, story).unwrap_or(number);
        Placement {
            story,
            events,
            copies: reuse.copies,
            copied_by: reuse.copied_by,
            quotations: reuse.quotations,
            near,
            headline: self.state.article(headline).id.clone(),
        }
    }

    /// Takes in a placement that was made, and stored, before: the same state results as from `place`.
    pub fn recall(&mut self, id: &ArticleId, features: Features, events: &[StoryEvent]) {
        let series = features.series.clone();
        let number = self.state.admit(id, features);
        self.state.apply(events);
        self.state.follow(number, series.as_ref());
    }

    /// The group of each article where all are there from the beginning, told by the place of its first: what placing
    /// them one by one is measured against. Copies and series play no part. Takes the cube of their number.
    #[must_use]
    pub fn at_once<'a>(articles: impl IntoIterator<Item = (&'a ArticleId, &'a Features)>) -> Vec<usize> {
        let mut state = State::default();
        let numbers: Vec<u32> = articles.into_iter().map(|(id, features)| state.admit(id, features.clone())).collect();
        let all = Neighbourhood::of_all(&state);
        numbers.into_iter().map(|number| all.groups[number as usize]).collect()
    }

    /// Takes in events that were made, and stored, before and that no arriving article made: a person's, or those of a
    /// [`Regrouping`].
    pub fn recall_events(&mut self, events: &[StoryEvent]) {
        self.state.apply(events);
    }

    /// All stories, each with its articles in order of arrival.
    pub fn stories(&self) -> impl Iterator<Item = (StoryId, Vec<&ArticleId>)> {
        let id = |&member: &u32| &self.state.article(member).id;
        self.state.stories().iter().map(move |(&story, members)| (story, members.iter().map(id).collect()))
    }
}

/// The stories whose articles events change, but for those that end.
fn changed(events: &[StoryEvent]) -> BTreeSet<StoryId> {
    let mut changed = BTreeSet::new();
    for event in events {
        match event {
            StoryEvent::Merged { into, .. } => changed.extend([*into]),
            StoryEvent::Split { from, into, .. } | StoryEvent::Moved { from, into, .. } => {
                changed.extend([*from, *into])
            }
            _ => {}
        }
    }
    changed
}

/// The articles whose headlines stand best for some stories; those without articles have none.
fn headlines(state: &State, stories: impl IntoIterator<Item = StoryId>) -> Vec<(StoryId, ArticleId)> {
    let headline = |story| Some((story, state.article(headline::of(state, story)?).id.clone()));
    stories.into_iter().filter_map(headline).collect()
}
