//! An index of statements by their rarest terms, so that none are compared that have nothing in common.

use std::collections::HashMap;

use super::Terms;

/// What was added under its terms; a term leads to the last ones only.
#[derive(Debug)]
pub struct Index {
    postings: HashMap<u32, Vec<usize>, ahash::RandomState>,
    /// A term leads to no more than these.
    most: usize,
}

impl Index {
    /// An index in which a term leads to the last `most`.
    pub fn new(most: usize) -> Index {
        Index { postings: HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4)), most }
    }

    /// Adds `number` under its heaviest terms.
    pub fn add(&mut self, terms: &Terms, number: usize) {
        for key in heaviest(terms) {
            let posting = self.postings.entry(key).or_default();
            if posting.contains(&number) {
                continue;
            }
            if posting.len() == self.most {
                posting.remove(0);
            }
            posting.push(number);
        }
    }

    /// What was added under the heaviest terms of `terms`: most of them first, then the earliest.
    pub fn near(&self, terms: &Terms) -> Vec<usize> {
        let mut met: Vec<usize> =
            heaviest(terms).iter().filter_map(|key| self.postings.get(key)).flatten().copied().collect();
        met.sort_unstable();
        let mut counted: Vec<(usize, usize)> = met.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0])).collect();
        counted.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        counted.into_iter().take(self.most).map(|(_, number)| number).collect()
    }
}

/// So many terms of a statement lead to it.
const LEADING: usize = 10;

fn heaviest(terms: &Terms) -> Vec<u32> {
    let mut terms = terms.clone();
    terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    terms.into_iter().take(LEADING).map(|term| term.0).collect()
}
