//! What is remembered of every article and story.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use dateline_model::{ArticleId, StoryEvent, StoryId};

use super::holds::Holds;
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
    /// True where it is an update of a series, which never leaves its story by itself.
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
    /// The newest update of each series.
    series: BTreeMap<u64, u32>,
    next_story: u64,
    pub holds: Holds,
    pub terms: TermIndex,
    pub sketches: SketchIndex,
    /// From fingerprints of quotations to articles.
    pub quotations: Postings,
}

impl State {
    /// A state that has met nothing, for the same articles to arrive once more: what a person said of them holds, and
    /// other stories get names that were never given.
    pub fn once_more(&self) -> State {
        let article = |number| (self.article(number).id.clone(), self.story_of(number));
        State { holds: self.holds.expect(article), next_story: self.next_story, ..State::default() }
    }

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
        let mut holds = std::mem::take(&mut self.holds);
        holds.admit(number, id, |story| self.resolve(story));
        self.holds = holds;
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
            let by_person = event.by_person();
            match event {
                StoryEvent::Opened { story, article } | StoryEvent::Joined { story, article, .. } => {
                    self.put(article, *story);
                }
                StoryEvent::Moved { article, into, .. } => self.take(std::slice::from_ref(article), *into, by_person),
                StoryEvent::Split { into, articles, .. } => self.take(articles, *into, by_person),
                StoryEvent::Merged { from, into, .. } => {
                    self.merge(*from, *into);
                    if by_person {
                        self.hold(*into);
                    }
                }
                StoryEvent::Pinned { story, .. } => self.hold(*story),
                StoryEvent::KeptOut { article, story, .. } => {
                    self.hold(*story);
                    self.holds.keep_out(self.number(article), self.resolve(*story));
                }
                StoryEvent::Freed { article, .. } => {
                    if let Some((number, story)) = self.number(article).and_then(|at| Some((at, self.story_of(at)?))) {
                        self.holds.free(number, story, self.members.get(&story).map_or(&[], Vec::as_slice));
                    }
                }
            }
        }
    }

    /// The articles of a story belong together: a person said so.
    fn hold(&mut self, story: StoryId) {
        let story = self.resolve(story);
        self.holds.hold(story, self.members.get(&story).map_or(&[], Vec::as_slice));
    }

    /// Moves articles to another story. Where a person does, they belong there and not with those they leave.
    fn take(&mut self, articles: &[ArticleId], into: StoryId, by_person: bool) {
        let left = articles.iter().filter_map(|article| self.story_of_id(article)).collect::<BTreeSet<StoryId>>();
        articles.iter().for_each(|article| self.put(article, into));
        if !by_person {
            return;
        }
        let into = self.resolve(into);
        let held = articles.iter().filter_map(|article| self.number(article)).any(|moved| self.holds.is_held(moved));
        for from in left.into_iter().filter(|&from| from != into) {
            let rest = self.members(from).to_vec();
            self.holds.keep_out(rest, into);
            if held {
                self.holds.pass_on(from, into);
            }
        }
        self.hold(into);
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
        if let Some((left, members)) = before.and_then(|left| Some((left, self.members.get_mut(&left)?))) {
            members.retain(|&member| member != number);
            if members.is_empty() {
                self.members.remove(&left);
                self.redirects.insert(left, story);
            }
        }
        let members = self.members.entry(story).or_default();
        if let Err(at) = members.binary_search(&number) {
            members.insert(at, number);
        }
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
        self.holds.merge(from, into);
    }

    /// Remembers the newest update of a series.
    pub fn follow(&mut self, number: u32, series: Option<&SeriesMark>) {
        if let Some(series) = series {
            self.series.insert(series.key, number);
        }
    }

    /// The story of a series of updates: that of the newest.
    pub fn story_of_series(&self, key: u64) -> Option<StoryId> {
        self.series.get(&key).and_then(|&newest| self.story_of(newest))
    }

    /// True where an article never leaves its story by itself.
    pub fn is_fixed(&self, number: u32) -> bool {
        self.article(number).fixed || self.holds.is_held(number)
    }

    /// True where a person said that articles of the two stories do not belong together.
    pub fn parted(&self, one: StoryId, other: StoryId) -> bool {
        self.holds.parts(one, other, |article| self.story_of(article))
    }

    /// The story that goes on under another name, or the same one.
    pub fn resolve(&self, story: StoryId) -> StoryId {
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

    /// The number of the article with this identifier.
    pub fn number(&self, id: &ArticleId) -> Option<u32> {
        self.numbers.get(id).copied()
    }

    /// How many articles were met.
    pub fn count(&self) -> u32 {
        self.articles.len() as u32
    }

    /// All stories with their articles.
    pub fn stories(&self) -> &BTreeMap<StoryId, Vec<u32>> {
        &self.members
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
