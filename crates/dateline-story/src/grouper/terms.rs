//! How common each term is, and which articles it stands in.

use std::collections::HashMap;

use crate::background;
use crate::features::Term;
use crate::settings::BACKGROUND;

/// An article is found by so many of its heaviest terms.
const INDEXED: usize = 24;
/// Of the articles with a term, so many are looked at: the last that arrived.
const POSTINGS: usize = 192;
/// So many articles are compared with in full.
const CANDIDATES: usize = 32;

/// The terms of one article, by number of term.
#[derive(Clone, Debug, Default)]
pub struct Vector(pub Vec<Part>);

/// One term of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    pub term: u32,
    pub weight: u8,
    /// True where it is a name there.
    pub name: bool,
}

#[derive(Debug, Default)]
struct Entry {
    /// How many articles of the background have the term.
    background: f32,
    /// How many articles have the term.
    articles: u32,
    /// Those found by it, in order of arrival.
    postings: Vec<u32>,
}

impl Entry {
    fn commonness(&self) -> f32 {
        (self.articles as f32 + self.background + 0.5).ln()
    }
}

/// All terms met so far.
#[derive(Debug)]
pub struct TermIndex {
    numbers: HashMap<u32, u32, ahash::RandomState>,
    entries: Vec<Entry>,
    /// The logarithm of how many articles have each term: what every comparison reads, so it stands by itself.
    commonness: Vec<f32>,
    articles: u32,
}

impl Default for TermIndex {
    fn default() -> TermIndex {
        let numbers = HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4));
        TermIndex { numbers, entries: Vec::new(), commonness: Vec::new(), articles: 0 }
    }
}

impl TermIndex {
    /// Takes in the terms of `article`, heaviest first.
    pub fn add(&mut self, article: u32, terms: &[Term]) -> Vector {
        self.articles += 1;
        let mut vector = Vec::with_capacity(terms.len());
        for (place, term) in terms.iter().enumerate() {
            let next = self.entries.len() as u32;
            let number = *self.numbers.entry(term.hash).or_insert(next);
            if number == next {
                let background = BACKGROUND * background::share(term.hash);
                self.entries.push(Entry { background, ..Entry::default() });
                self.commonness.push(0.0);
            }
            let entry = &mut self.entries[number as usize];
            entry.articles += 1;
            self.commonness[number as usize] = entry.commonness();
            if place < INDEXED
                && let Err(at) = entry.postings.binary_search(&article)
            {
                entry.postings.insert(at, article);
            }
            vector.push(Part { term: number, weight: term.weight, name: term.name });
        }
        vector.sort_unstable();
        Vector(vector)
    }

    /// Takes the terms of `article` out again.
    pub fn forget(&mut self, article: u32, vector: &Vector) {
        self.articles -= 1;
        for part in &vector.0 {
            let entry = &mut self.entries[part.term as usize];
            entry.articles -= 1;
            self.commonness[part.term as usize] = entry.commonness();
            if let Ok(at) = entry.postings.binary_search(&article) {
                entry.postings.remove(at);
            }
        }
    }

    /// Inverse document frequency, over the articles met and those that the background was counted on.
    pub fn rarities(&self) -> impl Fn(u32) -> f32 + '_ {
        let all = (self.articles as f32 + BACKGROUND + 1.0).ln();
        move |number| (all - self.commonness[number as usize]).max(0.0)
    }

    /// The number of a term, where any article has had it.
    pub fn number(&self, hash: u32) -> Option<u32> {
        self.numbers.get(&hash).copied()
    }

    /// The last articles that arrived of those that a term is among the heaviest of.
    pub fn late(&self, number: u32) -> &[u32] {
        let postings = &self.entries[number as usize].postings;
        &postings[postings.len().saturating_sub(POSTINGS)..]
    }

    /// The articles that share the weightiest terms with the one weighed, best first.
    pub fn candidates(&self, article: u32, weighed: &[(u32, f32)]) -> Vec<u32> {
        let rarity = self.rarities();
        let mut heaviest = weighed.to_vec();
        heaviest.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        heaviest.truncate(INDEXED);
        let mut scores: HashMap<u32, f32, ahash::RandomState> =
            HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4));
        for (number, weight) in heaviest {
            let gain = weight * rarity(number);
            for &other in self.late(number).iter().filter(|&&other| other != article) {
                *scores.entry(other).or_insert(0.0) += gain;
            }
        }
        let mut ranked: Vec<(u32, f32)> = scores.into_iter().collect();
        let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if ranked.len() > CANDIDATES {
            ranked.select_nth_unstable_by(CANDIDATES - 1, order);
            ranked.truncate(CANDIDATES);
        }
        ranked.sort_by(order);
        ranked.into_iter().map(|(other, _)| other).collect()
    }
}
