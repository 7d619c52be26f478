//! What is remembered of every article and story.

use std::collections::{BTreeMap, HashMap};

use dateline_model::{ArticleId, StoryEvent, StoryId};

use super::terms::{TermIndex, Vector};
use crate::Features;
use crate::copies::{Postings, Sketch, SketchIndex};
use crate::features::{SeriesMark, When};

/// One article, by its number in order of arrival.
#[derive(Debug)]
pub struct Known {
    pub id: ArticleId,
    pub story: Option<StoryId>,
    pub when: Option<When>,
    /// The time it is compared by: its own or, where it states none, that of the reports it was placed with.
    pub time: Option<When>,
    pub outlet: u32,
    pub agency: u32,
    pub titled: bool,
    /// True where it never leaves its story by itself: an update of a series.
    pub fixed: bool,
    pub teaser: bool,
    pub sketch: Sketch,
    pub vector: Vector,
}

/// Everything placed so far.
#[derive(Debug, Default)]
pub struct State {
    numbers: HashMap<ArticleId, u32>,
    articles: Vec<Known>,
    members: BTreeMap<StoryId, Vec<u32>>,
    /// Where stories that ended went on.
    redirects: BTreeMap<StoryId, StoryId>,
    series: BTreeMap<u64, StoryId>,
    next_story: u64,
    pub terms: TermIndex,
    pub sketches: SketchIndex,
    /// From fingerprints of quotations to articles.
    pub quotations: Postings,
}

impl State {
    /// Takes an article in, without a story yet; one known before gets its new features.
    pub fn admit(&mut self, id: &ArticleId, features: Features) -> u32 {
        let next = self.articles.len() as u32;
        let number = *self.numbers.entry(id.clone()).or_insert(next);
        if let Some(known) = self.articles.get(number as usize) {
            self.terms.forget(number, &known.vector);
        }
        let vector = self.terms.add(number, &features.terms);
        self.sketches.add(number, &features.sketch);
        for &fingerprint in &features.quotations {
            self.quotations.add(fingerprint, number);
        }
        let story = self.story_of(number);
        let fixed = features.series.is_some();
        let Features { when, outlet, agency, titled, teaser, sketch, .. } = features;
        let id = id.clone();
        let known = Known { id, story, when, time: when, outlet, agency, titled, teaser, fixed, sketch, vector };
        match self.articles.get_mut(number as usize) {
            Some(place) => *place = known,
            None => self.articles.push(known),
        }
        number
    }

    /// Takes events in, in order.
    pub fn apply(&mut self, events: &[StoryEvent]) {
        for event in events {
            match event {
                StoryEvent::Opened { story, article } | StoryEvent::Joined { story, article, .. } => {
                    self.put(article, *story);
                }
                StoryEvent::Moved { article, into, .. } => self.put(article, *into),
                StoryEvent::Merged { from, into, .. } => self.merge(*from, *into),
                StoryEvent::Split { into, articles, .. } => {
                    articles.iter().for_each(|article| self.put(article, *into));
                }
            }
        }
    }

    fn put(&mut self, article: &ArticleId, story: StoryId) {
        self.next_story = self.next_story.max(story.0.saturating_add(1));
        let story = self.resolve(story);
        let Some(&number) = self.numbers.get(article) else { return };
        let latest = self.members(story).iter().rev().find_map(|&member| self.article(member).time);
        let known = &mut self.articles[number as usize];
        known.time = known.when.or(latest);
        let before = known.story.replace(story);
        if before == Some(story) {
            return;
        }
        if let Some(members) = before.and_then(|before| self.members.get_mut(&before)) {
            members.retain(|&member| member != number);
        }
        self.members.entry(story).or_default().push(number);
    }

    fn merge(&mut self, from: StoryId, into: StoryId) {
        let (from, into) = (self.resolve(from), self.resolve(into));
        if from == into {
            return;
        }
        let moved = self.members.remove(&from).unwrap_or_default();
        for &number in &moved {
            self.articles[number as usize].story = Some(into);
        }
        let members = self.members.entry(into).or_default();
        members.extend(moved);
        members.sort_unstable();
        self.redirects.insert(from, into);
    }

    /// Remembers which story a series of updates is.
    pub fn follow(&mut self, number: u32, series: Option<&SeriesMark>) {
        if let (Some(series), Some(story)) = (series, self.story_of(number)) {
            self.series.entry(series.key).or_insert(story);
        }
    }

    /// The story of a series of updates.
    pub fn story_of_series(&self, key: u64) -> Option<StoryId> {
        self.series.get(&key).map(|&story| self.resolve(story))
    }

    /// The story that goes on under another name, or the same one.
    fn resolve(&self, story: StoryId) -> StoryId {
        let mut story = story;
        // A chain of merges leads from story to story without end only in a damaged log.
        for _ in 0..=self.redirects.len() {
            let Some(&next) = self.redirects.get(&story) else { break };
            story = next;
        }
        story
    }

    /// The name that the next story gets.
    pub fn next_story(&self) -> StoryId {
        StoryId(self.next_story.max(1))
    }

    /// The story of an article, where it has one.
    pub fn story_of(&self, number: u32) -> Option<StoryId> {
        self.articles.get(number as usize).and_then(|known| known.story)
    }

    /// The story of the article with this identifier.
    pub fn story_of_id(&self, id: &ArticleId) -> Option<StoryId> {
        self.numbers.get(id).and_then(|&number| self.story_of(number))
    }

    /// An article. The number must be one that `admit` gave.
    pub fn article(&self, number: u32) -> &Known {
        &self.articles[number as usize]
    }

    /// All articles, in order of arrival.
    pub fn all(&self) -> std::ops::Range<u32> {
        0..self.articles.len() as u32
    }

    /// The articles of a story, in order of arrival.
    pub fn members(&self, story: StoryId) -> &[u32] {
        self.members.get(&story).map_or(&[], Vec::as_slice)
    }
}
