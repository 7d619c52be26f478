//! The terms of a story as small numbers, and how seldom each is told.

use std::collections::HashMap;

use crate::background;
use crate::features::stems::Stems;
use crate::stops::{self, Stops};
use crate::words::{Word, WordKind, hash, normal_form};

/// A term, by its place in the vocabulary.
pub type Term = u32;

/// Rarity is this much that in news at large, the rest that in the story itself: a name that stands in every report still
/// says whom the day is about.
const AT_LARGE: f32 = 0.5;

/// The terms of one story.
#[derive(Debug, Default)]
pub struct Vocabulary<'a> {
    /// From a word as written, in a language by its number, to its term; `None` for words that say nothing of the subject.
    known: HashMap<(&'a str, usize), Option<Term>, ahash::RandomState>,
    by_stem: HashMap<u32, Term, ahash::RandomState>,
    /// The hash of the stem of each term, and in how many sentences it stands.
    terms: Vec<(u32, u32)>,
    form: String,
}

/// What tells the words of one language.
pub struct Language {
    number: usize,
    stems: Stems,
    stops: &'static Stops,
}

impl Language {
    /// The language of this tag, the `number`th of the story.
    pub fn new(tag: &str, number: usize) -> Language {
        Language { number, stems: Stems::of(tag), stops: stops::of(tag) }
    }
}

impl<'a> Vocabulary<'a> {
    /// An empty one, the same for the same words.
    pub fn new() -> Vocabulary<'a> {
        let fixed = || ahash::RandomState::with_seeds(1, 2, 3, 4);
        let (known, by_stem) = (HashMap::with_hasher(fixed()), HashMap::with_hasher(fixed()));
        Vocabulary { known, by_stem, ..Vocabulary::default() }
    }

    /// The term of `word`.
    pub fn term(&mut self, word: &Word<'a>, language: &Language) -> Option<Term> {
        if let Some(&known) = self.known.get(&(word.surface, language.number)) {
            return known;
        }
        normal_form(word.surface, &mut self.form);
        // `US` the country is not `us`.
        let country = matches!(word.surface, "US" | "U.S");
        let says_something = match word.kind {
            WordKind::Number | WordKind::Character => true,
            WordKind::Small | WordKind::Capital => !language.stops.has(&self.form) && self.form.len() > 1,
        };
        let stem = if country { hash("u.s.") } else { language.stems.hash(&self.form) };
        let term = (country || says_something).then(|| {
            *self.by_stem.entry(stem).or_insert_with(|| {
                self.terms.push((stem, 0));
                self.terms.len() as Term - 1
            })
        });
        self.known.insert((word.surface, language.number), term);
        term
    }

    /// Counts the terms of one sentence, each of them once.
    pub fn count(&mut self, terms: &[Term]) {
        for &term in terms {
            self.terms[term as usize].1 += 1;
        }
    }

    /// How seldom each term is told, of so many sentences in all.
    pub fn rarities(&self, sentences: usize) -> Vec<f32> {
        let rarity = |&(stem, count): &(u32, u32)| {
            let own = (1.0 + sentences as f32 / (1.0 + count as f32)).ln();
            own * (1.0 - AT_LARGE) + background::rarity(stem) * AT_LARGE
        };
        self.terms.iter().map(rarity).collect()
    }
}
