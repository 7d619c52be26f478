//! Words and names that are known beforehand, and what they tell.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use dateline_model::Text;

use crate::grammar::words::{Word, Words};
use crate::lang;
use crate::lang::english::names::{PHRASES, WORDS};
use crate::lexemes::{AsItIs, WordKey};

/// What a word or name is known as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Class {
    /// Stands before a person's name: `Mr.`, `Senator`.
    Title,
    /// What a person may be: `minister`, `analyst`.
    Office,
    /// Ends the name of a body: `Party`, `Inc.`
    BodyEnd,
    /// Begins the name of a body: `Ministry`, `Bank`.
    BodyStart,
    /// Part of the name of a place: `River`, `Mount`.
    PlaceWord,
    /// Part of the name of an event, law or prize.
    Event,
    /// Part of the name of an outlet.
    Outlet,
    /// A people, tongue or creed: `French`.
    Adjective,
    /// A month, weekday or feast.
    Calendar,
    /// A small word or mark that may stand inside a name.
    Connector,
    /// A small word that a name may begin with: `al`, `van`.
    Particle,
    /// A given name.
    Given,
    /// A family name.
    Family,
    /// A place; for a single word, part of the name of one.
    Place,
    /// A body.
    Body,
}

/// A class and the words of it, apart by white space.
pub type WordList = (Class, &'static str);

impl Class {
    /// The class as one bit of a set.
    #[must_use]
    pub fn bit(self) -> u32 {
        1 << self as u32
    }
}

type Map<T> = HashMap<u64, T, BuildHasherDefault<AsItIs>>;

/// The word lists of a language.
#[derive(Debug, Default)]
pub struct Gazetteer {
    words: Map<u32>,
    phrases: Map<Class>,
    /// For the first word of each phrase, the number of words of the longest.
    longest: Map<u8>,
}

static ENGLISH: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::of_english);

impl Gazetteer {
    /// That of English.
    #[must_use]
    pub fn english() -> &'static Gazetteer {
        &ENGLISH
    }

    fn of_english() -> Gazetteer {
        let mut gazetteer = Gazetteer::default();
        let files = [
            (Class::Given, include_str!("../lang/english/given.txt")),
            (Class::Family, include_str!("../lang/english/family.txt")),
        ];
        for (class, words) in WORDS.iter().chain(&files) {
            for word in words.split_whitespace() {
                gazetteer.add_word(WordKey::of(word), *class);
            }
        }
        for place in include_str!("../lang/english/places.txt").lines() {
            gazetteer.add_phrase(place, Class::Place);
        }
        for (class, phrases) in PHRASES {
            phrases.iter().for_each(|phrase| gazetteer.add_phrase(phrase, *class));
        }
        gazetteer
    }

    fn add_word(&mut self, key: WordKey, class: Class) {
        *self.words.entry(key.bits()).or_default() |= class.bit();
    }

    fn add_phrase(&mut self, phrase: &str, class: Class) {
        let (text, mut words) = (Text::new(phrase), Vec::new());
        Words::new(&text, text.whole(), lang::of(None)).read(&mut words);
        let Some(first) = words.first() else { return };
        let longest = self.longest.entry(first.key.bits()).or_default();
        *longest = (*longest).max(words.len().min(255) as u8);
        self.phrases.insert(words.iter().fold(0, |sum, word| joined(sum, word.key)), class);
    }

    /// The classes of a word, a bit each.
    #[must_use]
    pub fn word(&self, key: WordKey) -> u32 {
        self.words.get(&key.bits()).copied().unwrap_or(0)
    }

    /// True where the word has `class`.
    #[must_use]
    pub fn is(&self, key: WordKey, class: Class) -> bool {
        self.word(key) & class.bit() != 0
    }

    /// The longest known name that begins at `at`: its class and number of words.
    #[must_use]
    pub fn phrase(&self, words: &[Word], at: usize) -> Option<(Class, usize)> {
        let longest = usize::from(*self.longest.get(&words[at].key.bits())?);
        let (mut sum, mut found) = (0, None);
        for (length, word) in words[at..].iter().take(longest).enumerate() {
            sum = joined(sum, word.key);
            found = self.phrases.get(&sum).map(|class| (*class, length + 1)).or(found);
        }
        found
    }
}

fn joined(sum: u64, key: WordKey) -> u64 {
    (sum.rotate_left(7) ^ key.bits()).wrapping_mul(0x517c_c1b7_2722_0a95)
}
