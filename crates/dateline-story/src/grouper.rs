//! Places each article as it arrives: which story it belongs to and whose text it reuses.

mod closeness;
mod copying;
mod correct;
mod decision;
mod headline;
mod holds;
mod identity;
mod linkage;
mod neighbourhood;
mod reason;
mod regroup;
mod state;
mod terms;

use std::collections::BTreeSet;

use dateline_model::{ArticleId, Copy, Direction, StoryEvent, StoryId};

use crate::Features;
pub use correct::{Corrected, Correction, Refusal};
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
    /// The article whose headline stands best for the story now.
    pub headline: ArticleId,
}

/// An article that reuses the text of the one placed.
#[derive(Clone, Debug, PartialEq)]
pub struct CopiedBy {
    /// The article that reuses it.
    pub by: ArticleId,
    /// The share of that article's words that stand in the one placed, 0 to 1.
    pub share: f32,
    /// Why it is the copy and not the original.
    pub direction: Direction,
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
    pub const METHOD: u32 = 1;

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
        let events = match self.state.story_of(number) {
            Some(_) => Vec::new(),
            None => decision::decide(&self.state, number, series.as_ref(), &surfaces, &reuse),
        };
        self.state.apply(&events);
        self.state.follow(number, series.as_ref());
        // An article without a story cannot be: it was there before, or the events have just put it somewhere.
        let story = self.state.story_of(number).unwrap_or(StoryId(0));
        let headline = headline::of(&self.state, story).unwrap_or(number);
        Placement {
            story,
            events,
            copies: reuse.copies,
            copied_by: reuse.copied_by,
            quotations: reuse.quotations,
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
