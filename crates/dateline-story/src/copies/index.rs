//! Finds the articles that may share text with another.

use std::collections::HashMap;

use super::Sketch;

/// A shingle is looked up in its first so many articles: the original is among them, and a phrase that thousands
/// share costs no more than one that a few share.
const POSTINGS: usize = 24;
/// Every article is found by at least so many of its shingles, where it has them...
const INDEXED: usize = 32;
/// ...and by every shingle whose hash is below this, so that two long texts of unlike length still meet.
const ALWAYS: u32 = u32::MAX / 32;
/// The most articles one is compared with.
const CANDIDATES: usize = 16;

/// From shingles to articles, which are known by their number in order of arrival.
#[derive(Debug)]
pub struct SketchIndex {
    heads: HashMap<u32, Head, ahash::RandomState>,
    /// The articles after the first of each shingle: the article and the place of the next, a linked list.
    more: Vec<(u32, u32)>,
}

#[derive(Clone, Copy, Debug)]
struct Head {
    article: u32,
    count: u32,
    next: u32,
}

const END: u32 = u32::MAX;

impl Default for SketchIndex {
    fn default() -> SketchIndex {
        SketchIndex { heads: HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4)), more: Vec::new() }
    }
}

impl SketchIndex {
    /// Makes `article` known by the lowest of its shingles.
    pub fn add(&mut self, article: u32, sketch: &Sketch) {
        let always = sketch.hashes.partition_point(|&hash| hash <= ALWAYS);
        for &hash in &sketch.hashes[..always.max(INDEXED).min(sketch.hashes.len())] {
            let head = self.heads.entry(hash).or_insert(Head { article, count: 0, next: END });
            head.count = head.count.saturating_add(1);
            if head.count > 1 && head.count as usize <= POSTINGS {
                self.more.push((article, head.next));
                head.next = (self.more.len() - 1) as u32;
            }
        }
    }

    /// The articles with the most shingles of `sketch`, most first.
    pub fn candidates(&self, sketch: &Sketch) -> Vec<u32> {
        let mut met: Vec<u32> = Vec::new();
        for hash in &sketch.hashes {
            let Some(head) = self.heads.get(hash) else { continue };
            met.push(head.article);
            let mut next = head.next;
            while let Some(&(article, after)) = self.more.get(next as usize) {
                met.push(article);
                next = after;
            }
        }
        met.sort_unstable();
        let mut counted: Vec<(usize, u32)> = met.chunk_by(|a, b| a == b).map(|chunk| (chunk.len(), chunk[0])).collect();
        counted.sort_by_key(|&(count, article)| (std::cmp::Reverse(count), article));
        counted.truncate(CANDIDATES);
        counted.into_iter().map(|(_, article)| article).collect()
    }
}
