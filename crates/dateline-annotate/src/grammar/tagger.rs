//! Parts of speech, word by word from left to right.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use super::tags::Tag;
use super::weights::{Aligned, Weights, best, feature};
use super::words::{Shape, Word};
use crate::lexemes::{AsItIs, WordKey};

/// One class a tag.
pub const CLASSES: usize = 32;

/// Features of one word.
pub const FEATURES: usize = 19;

/// Tells parts of speech. Method: averaged perceptron, greedy (Collins 2002), with a table of words that have one part of
/// speech only.
#[derive(Debug)]
pub struct Tagger {
    weights: Weights<CLASSES>,
    fixed: HashMap<WordKey, Tag, BuildHasherDefault<AsItIs>>,
}

static ENGLISH: LazyLock<Tagger> = LazyLock::new(|| {
    static TAGS: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/english.tags"));
    Tagger::new(&TAGS.0, include_bytes!("../../models/english.fixed"))
});

impl Tagger {
    /// The English tagger that is shipped.
    #[must_use]
    pub fn english() -> &'static Tagger {
        &ENGLISH
    }

    /// A tagger of `weights` and of `fixed`: nine bytes an entry, the key of a word (little-endian) and the number of its tag.
    #[must_use]
    pub fn new(weights: &'static [u8], fixed: &[u8]) -> Tagger {
        let entries = fixed.as_chunks::<9>().0.iter().filter_map(|entry| {
            let key = u64::from_le_bytes(*entry.first_chunk()?);
            Some((WordKey::from_bits(key), *Tag::ALL.get(usize::from(entry[8]))?))
        });
        Tagger { weights: Weights::new(weights), fixed: entries.collect() }
    }

    /// Fills `tags` with the part of speech of each of `words`.
    pub fn tag(&self, text: &str, words: &[Word], tags: &mut Vec<Tag>) {
        tags.clear();
        for at in 0..words.len() {
            let tag = match self.fixed.get(&words[at].key) {
                Some(tag) => *tag,
                None => {
                    let scores = self.weights.score(&features(text, words, tags, at));
                    Tag::ALL[best(&scores, |class| class < Tag::ALL.len())]
                }
            };
            tags.push(tag);
        }
    }
}

/// The features of the word `at`, whose part of speech is to be told; `before` holds those of the words before it.
#[must_use]
pub fn features(text: &str, words: &[Word], before: &[Tag], at: usize) -> [u64; FEATURES] {
    let key = |at: usize| words.get(at).map_or(0, |word| word.key.bits());
    let back = |by: usize| at.checked_sub(by).map_or(1, key);
    let tag = |by: usize| at.checked_sub(by).map_or(99, |at| before[at] as u64);
    let word = words[at];
    let own = text.as_bytes().get(word.start as usize..word.end as usize).unwrap_or_default();
    let next = words.get(at + 1).map_or(&[][..], |next| &text.as_bytes()[next.start as usize..next.end as usize]);
    let shape = word.shape as u64 + if at == 0 { 16 } else { 0 };
    let next_shape = words.get(at + 1).map_or(15, |word| word.shape as u64);
    let lower = word.key.bits();
    [
        feature(0, &[]),
        feature(1, &[lower]),
        feature(2, &[suffix(own, 3)]),
        feature(3, &[suffix(own, 2)]),
        feature(4, &[suffix(own, 4)]),
        feature(5, &[prefix(own)]),
        feature(6, &[shape]),
        feature(7, &[tag(1)]),
        feature(8, &[tag(1), tag(2)]),
        feature(9, &[tag(1), lower]),
        feature(10, &[back(1)]),
        feature(11, &[back(2)]),
        feature(12, &[key(at + 1)]),
        feature(13, &[key(at + 2)]),
        feature(14, &[suffix(next, 3)]),
        feature(15, &[shape, tag(1)]),
        feature(16, &[suffix(own, 2), shape, next_shape]),
        feature(17, &[tag(1), suffix(next, 2)]),
        feature(18, &[back(1), key(at + 1)]),
    ]
}

/// The last `length` bytes of a word as a number, in small letters.
#[must_use]
pub fn suffix(word: &[u8], length: usize) -> u64 {
    number(&word[word.len().saturating_sub(length)..])
}

/// The first three bytes of a word as a number, in small letters.
#[must_use]
pub fn prefix(word: &[u8]) -> u64 {
    number(&word[..word.len().min(3)])
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, byte| number << 8 | u64::from(byte.to_ascii_lowercase()))
}

/// True where `word` may be part of a name by its look.
#[must_use]
pub fn is_capital(word: &Word) -> bool {
    !matches!(word.shape, Shape::Lower | Shape::Number | Shape::Mark)
}
