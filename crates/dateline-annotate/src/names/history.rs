//! What an article has shown of its words so far: how they are written, and what names they were part of.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::labels::{Kind, Label};
use crate::grammar::words::{Shape, Word};
use crate::lexemes::{AsItIs, WordKey};

/// The words of one article that stand somewhere with a capital.
#[derive(Debug, Default)]
pub struct History(HashMap<WordKey, Seen, BuildHasherDefault<AsItIs>>);

#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    /// With a small letter.
    small: u16,
    /// With a capital, inside a sentence.
    capital: u16,
    /// The label it had last.
    label: Label,
}

impl History {
    /// Forgets all.
    pub fn begin(&mut self) {
        self.0.clear();
    }

    /// Takes in where the words of a sentence have capitals.
    pub fn note_capitals(&mut self, words: &[Word]) {
        for word in
            words.iter().skip(1).filter(|word| !matches!(word.shape, Shape::Lower | Shape::Number | Shape::Mark))
        {
            let seen = self.0.entry(word.key).or_default();
            seen.capital = seen.capital.saturating_add(1);
        }
        if let Some(first) = words.first() {
            self.0.entry(first.key).or_default();
        }
    }

    /// Takes in which of the words of a sentence stand in small letters; after [`History::note_capitals`] for all sentences.
    pub fn note_small(&mut self, words: &[Word]) {
        for word in words.iter().filter(|word| word.shape == Shape::Lower) {
            if let Some(seen) = self.0.get_mut(&word.key) {
                seen.small = seen.small.saturating_add(1);
            }
        }
    }

    /// Takes in the labels of a sentence.
    pub fn note_labels(&mut self, words: &[Word], labels: &[Label]) {
        for (word, &label) in
            words.iter().zip(labels).filter(|(word, label)| label.kind().is_some() && word.shape != Shape::Lower)
        {
            self.0.entry(word.key).or_default().label = label;
        }
    }

    /// How the word is written in the article: 0 to 15.
    #[must_use]
    pub fn writing(&self, key: WordKey) -> u64 {
        self.0.get(&key).map_or(0, |seen| u64::from(seen.small.min(3)) * 4 + u64::from(seen.capital.min(3)))
    }

    /// The label it had last, or outside.
    #[must_use]
    pub fn label(&self, key: WordKey) -> Label {
        self.0.get(&key).map_or(Label::OUTSIDE, |seen| seen.label)
    }

    /// What the name was that it was last part of.
    #[must_use]
    pub fn kind(&self, key: WordKey) -> Option<Kind> {
        self.label(key).kind()
    }
}
