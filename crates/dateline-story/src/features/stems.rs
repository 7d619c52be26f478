//! Words to stems, remembered: stemming takes longer than all else that is done to a word.

use std::cell::RefCell;
use std::collections::HashMap;

use rust_stemmers::{Algorithm, Stemmer};

use crate::words::hash;

/// The Snowball stemmers, by language.
const STEMMERS: &[(&str, Algorithm)] = &[
    ("ar", Algorithm::Arabic),
    ("da", Algorithm::Danish),
    ("de", Algorithm::German),
    ("el", Algorithm::Greek),
    ("en", Algorithm::English),
    ("es", Algorithm::Spanish),
    ("fi", Algorithm::Finnish),
    ("fr", Algorithm::French),
    ("hu", Algorithm::Hungarian),
    ("it", Algorithm::Italian),
    ("nb", Algorithm::Norwegian),
    ("nl", Algorithm::Dutch),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("sv", Algorithm::Swedish),
    ("ta", Algorithm::Tamil),
    ("tr", Algorithm::Turkish),
];

/// Remembered stems are dropped when there are this many, so that memory stays bounded.
const REMEMBERED: usize = 20_000;

type Memory = HashMap<u64, u32, ahash::RandomState>;

thread_local! {
    /// From a word with its language to the hash of its stem. Only a shortcut: what is read does not depend on it.
    static MEMORY: RefCell<Memory> =
        const { RefCell::new(HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4))) };
}

/// The stemmer of one language.
pub struct Stems(Option<(u64, Stemmer)>);

impl Stems {
    /// The stemmer of `language`; words of a language without one are their own stems.
    pub fn of(language: &str) -> Stems {
        let at = STEMMERS.iter().position(|(tag, _)| *tag == language);
        Stems(at.map(|at| (at as u64, Stemmer::create(STEMMERS[at].1))))
    }

    /// The hash of the stem of `form`.
    pub fn hash(&self, form: &str) -> u32 {
        let Some((language, stemmer)) = &self.0 else { return hash(form) };
        let key = crate::words::hash64(form) ^ language.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        MEMORY.with_borrow_mut(|memory| {
            if memory.len() >= REMEMBERED {
                memory.clear();
            }
            *memory.entry(key).or_insert_with(|| hash(&stemmer.stem(form)))
        })
    }
}
