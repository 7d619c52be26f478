//! Finds the articles that may share text with another.

use std::collections::HashMap;

use super::Sketch;
use super::sketch::key;

/// A hash is looked up in its first so many articles: the original is among them, and a phrase that thousands share
/// costs no more than one that a few share.
const POSTINGS: usize = 24;
/// Every article is found by at least so many of its shingles, where it has them...
const INDEXED: usize = 32;
/// ...and by every shingle whose hash is below this, so that two long texts of unlike length still meet.
const ALWAYS: u32 = u32::MAX / 32;
/// The most articles one is compared with.
const CANDIDATES: usize = 16;
/// What a hash that one article has counts when candidates are ranked; one that several have counts a part of it.
const WHOLE: u32 = 720;

/// From hashes to articles, which are known by their number in order of arrival.
#[derive(Debug)]
pub struct Postings {
    heads: HashMap<u32, Head, ahash::RandomState>,
    /// The articles after the first of each hash: the article and the place of the next, a linked list.
    more: Vec<(u32, u32)>,
}

#[derive(Clone, Copy, Debug)]
struct Head {
    article: u32,
    count: u32,
    next: u32,
}

const END: u32 = u32::MAX;

impl Default for Postings {
    fn default() -> Postings {
        Postings { heads: HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4)), more: Vec::new() }
    }
}

impl Postings {
    /// Makes `article` known by a hash.
    pub fn add(&mut self, hash: u32, article: u32) {
        let head = self.heads.entry(hash).or_insert(Head { article, count: 0, next: END });
        head.count = head.count.saturating_add(1);
        if head.count > 1 && head.count as usize <= POSTINGS {
            self.more.push((article, head.next));
            head.next = (self.more.len() - 1) as u32;
        }
    }

    /// The first articles known by a hash.
    pub fn of(&self, hash: u32) -> impl Iterator<Item = u32> + '_ {
        let head = self.heads.get(&hash);
        let mut next = head.map_or(END, |head| head.next);
        let rest = std::iter::from_fn(move || {
            let &(article, after) = self.more.get(next as usize)?;
            next = after;
            Some(article)
        });
        head.map(|head| head.article).into_iter().chain(rest)
    }

    /// The articles that have most of `hashes`, most first, with how many they have. One that few articles have counts
    /// more than one of many, so that what stands under every report of an outlet does not hide an original.
    pub fn candidates(&self, hashes: impl Iterator<Item = u32>) -> Vec<(u32, usize)> {
        let mut met: Vec<(u32, u32)> = Vec::new();
        for hash in hashes {
            let Some(head) = self.heads.get(&hash) else { continue };
            let weight = WHOLE / head.count.min(POSTINGS as u32).max(1);
            met.push((head.article, weight));
            let mut next = head.next;
            while let Some(&(article, after)) = self.more.get(next as usize) {
                met.push((article, weight));
                next = after;
            }
        }
        met.sort_unstable();
        let weigh = |met: &[(u32, u32)]| (met.iter().map(|&(_, weight)| weight).sum::<u32>(), met[0].0, met.len());
        let mut ranked: Vec<(u32, u32, usize)> = met.chunk_by(|one, other| one.0 == other.0).map(weigh).collect();
        ranked.sort_unstable_by_key(|&(weight, article, _)| (std::cmp::Reverse(weight), article));
        ranked.truncate(CANDIDATES);
        ranked.into_iter().map(|(_, article, count)| (article, count)).collect()
    }
}

/// From shingles to the articles that have them in their sketch.
#[derive(Debug, Default)]
pub struct SketchIndex(Postings);

impl SketchIndex {
    /// Makes `article` known by the lowest of its shingles.
    pub fn add(&mut self, article: u32, sketch: &Sketch) {
        for &hash in &sketch.hashes[..indexed(sketch)] {
            self.0.add(key(hash), article);
        }
    }

    /// The articles with most shingles of `sketch`, most first.
    pub fn candidates(&self, sketch: &Sketch) -> impl Iterator<Item = u32> {
        self.0.candidates(sketch.hashes.iter().map(|&hash| key(hash))).into_iter().map(|(article, _)| article)
    }

    /// Of the shingles `common` to two sketches, those by which one of the two is found, each with the first articles
    /// that are found by it.
    pub fn found_by<'i>(
        &'i self,
        common: &'i [u32],
        sketches: [&Sketch; 2],
    ) -> impl Iterator<Item = impl Iterator<Item = u32> + 'i> + 'i {
        let last = |sketch: &Sketch| indexed(sketch).checked_sub(1).map_or(0, |last| sketch.hashes[last]);
        let limit = sketches.map(last).into_iter().max().unwrap_or(0);
        common.iter().take_while(move |&&hash| hash <= limit).map(|&hash| self.0.of(hash))
    }
}

/// How many of the hashes of a sketch are indexed.
fn indexed(sketch: &Sketch) -> usize {
    let always = sketch.hashes.partition_point(|&hash| hash <= ALWAYS);
    always.max(INDEXED).min(sketch.hashes.len())
}
