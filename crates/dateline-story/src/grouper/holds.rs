//! What a person said of where articles belong: it holds against all that happens by itself.

use std::collections::{BTreeMap, BTreeSet};

use dateline_model::{ArticleId, StoryId};

/// Articles that stay together and articles that stay apart. Every later word of the person replaces what was said before
/// of the same articles.
#[derive(Debug, Default)]
pub struct Holds {
    /// Articles that never leave their story by themselves.
    held: BTreeSet<u32>,
    /// Articles that do not belong with those held in a story.
    apart: BTreeMap<StoryId, BTreeSet<u32>>,
    expected: Expected,
}

/// What holds of articles that are still to arrive: where all stored ones are grouped anew.
#[derive(Debug, Default)]
pub struct Expected {
    held: BTreeMap<ArticleId, StoryId>,
    apart: BTreeMap<ArticleId, Vec<StoryId>>,
}

impl Holds {
    /// The same holds, for articles that arrive once more. `article` gives name and story of a number.
    pub fn expect(&self, article: impl Fn(u32) -> (ArticleId, Option<StoryId>)) -> Holds {
        let mut expected = Expected::default();
        for &number in &self.held {
            if let (id, Some(story)) = article(number) {
                expected.held.insert(id, story);
            }
        }
        for (&story, articles) in &self.apart {
            for &number in articles {
                expected.apart.entry(article(number).0).or_default().push(story);
            }
        }
        Holds { expected, ..Holds::default() }
    }

    /// Takes in an article that arrives; `resolve` gives the present name of a story.
    pub fn admit(&mut self, number: u32, id: &ArticleId, resolve: impl Fn(StoryId) -> StoryId) {
        if self.expected.held.contains_key(id) {
            self.held.insert(number);
        }
        for &story in self.expected.apart.get(id).into_iter().flatten() {
            self.apart.entry(resolve(story)).or_default().insert(number);
        }
    }

    /// The story that an arriving article is held in.
    pub fn expected(&self, id: &ArticleId) -> Option<StoryId> {
        self.expected.held.get(id).copied()
    }

    /// True where an article never leaves its story by itself.
    pub fn is_held(&self, article: u32) -> bool {
        self.held.contains(&article)
    }

    /// True where an article does not belong in a story.
    pub fn keeps_out(&self, article: u32, story: StoryId) -> bool {
        self.apart.get(&story).is_some_and(|articles| articles.contains(&article))
    }

    /// True where the two stories hold articles that do not belong together.
    pub fn parts(&self, one: StoryId, other: StoryId, story_of: impl Fn(u32) -> Option<StoryId>) -> bool {
        let any_in = |of: StoryId, story: StoryId| {
            let articles = self.apart.get(&of).into_iter().flatten();
            articles.copied().any(|article| story_of(article) == Some(story))
        };
        any_in(one, other) || any_in(other, one)
    }

    /// The articles of a story belong together.
    pub fn hold(&mut self, story: StoryId, members: &[u32]) {
        self.held.extend(members);
        if let Some(apart) = self.apart.get_mut(&story) {
            apart.retain(|article| members.binary_search(article).is_err());
        }
    }

    /// Articles do not belong with those held in a story.
    pub fn keep_out(&mut self, articles: impl IntoIterator<Item = u32>, story: StoryId) {
        self.apart.entry(story).or_default().extend(articles);
    }

    /// Articles held in one story are in another now: what did not belong with them there does not here either.
    pub fn pass_on(&mut self, from: StoryId, into: StoryId) {
        if let Some(apart) = self.apart.get(&from).cloned() {
            self.keep_out(apart, into);
        }
    }

    /// A story ended in another.
    pub fn merge(&mut self, from: StoryId, into: StoryId) {
        self.pass_on(from, into);
        self.apart.remove(&from);
    }

    /// Nothing holds an article any longer. `members` are the articles of its story.
    pub fn free(&mut self, article: u32, story: StoryId, members: &[u32]) {
        self.held.remove(&article);
        for articles in self.apart.values_mut() {
            articles.remove(&article);
        }
        if !members.iter().any(|member| self.held.contains(member)) {
            self.apart.remove(&story);
        }
    }

    /// True where something holds an article.
    pub fn concerns(&self, article: u32) -> bool {
        self.is_held(article) || self.apart.values().any(|articles| articles.contains(&article))
    }
}
