//! Places each article as it arrives: which story it belongs to and whose text it reuses.

use dateline_model::{ArticleId, Copy, StoryEvent, StoryId};

use crate::Features;

/// Where an article was placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement {
    /// Its story.
    pub story: StoryId,
    /// The events that put it there, in order; none where a revised article stays where it was.
    pub events: Vec<StoryEvent>,
    /// The earlier articles whose text it reuses, largest share first.
    pub copies: Vec<Copy>,
    /// The article whose headline stands best for the story now.
    pub headline: ArticleId,
}

/// The state of all stories: the fold of the placements so far. Deterministic: the same articles in the same order
/// give the same placements, however the run was cut up.
#[derive(Debug, Default)]
pub struct Grouper {}

impl Grouper {
    /// A grouper that has seen nothing.
    #[must_use]
    pub fn new() -> Grouper {
        Grouper::default()
    }

    /// Places an article. One met before is a revision: its features are replaced, and it stays in its story.
    pub fn place(&mut self, id: &ArticleId, features: Features) -> Placement {
        let _ = (id, features);
        todo!()
    }

    /// Takes in a placement that was made, and stored, before: the same state results as from `place`.
    pub fn recall(&mut self, id: &ArticleId, features: Features, events: &[StoryEvent]) {
        let _ = (id, features, events);
    }
}
