//! What a language says of its claims, as data, and that data made ready to be looked up.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::OnceLock;

use dateline_model::{Record, Stance};

use super::shapes::Shape;
use crate::LanguageData;
use crate::lang::NumberWord;
use crate::lexemes::{AsItIs, WordKey};

/// How claims are recognised in one language without a parser. Words are in lower case and apart by spaces; the words of a
/// phrase are joined by `_`.
#[derive(Debug)]
pub struct Attribution {
    /// False where words are not set apart by spaces: then the lists are looked for in the run of characters.
    pub spaced: bool,
    /// True where every noun is written with a capital, so that a noun phrase shows its end.
    pub capital_nouns: bool,
    /// Endings that are words of their own behind a hyphen: `-t-il`.
    pub clitics: &'static str,
    /// Classes of words that `shapes` speak of by name. An ending with a hyphen before it is no class.
    pub classes: &'static [(&'static str, &'static str)],
    /// How claims are built, in the order in which they are tried, with what the source does with the content; `None` for
    /// what looks like a claim and is none. See [`Shape`].
    pub shapes: &'static [(Option<Stance>, &'static str)],
    /// The words that noun phrases are made of.
    pub phrases: &'static PhraseWords,
    /// The words for sources.
    pub sources: &'static SourceWords,
    /// What is said of how the words were given.
    pub records: &'static [(Record, &'static [&'static str])],
    /// Made at first use.
    pub table: OnceLock<Table>,
}

/// The words that noun phrases are made of.
#[derive(Debug)]
pub struct PhraseWords {
    /// Articles and what stands in their place: `the`, `this`, `its`.
    pub determiners: &'static str,
    /// Words that go on with a noun phrase behind a noun: `of`.
    pub links: &'static str,
    /// Words that no source holds: adverbs, prepositions, finite verbs.
    pub stops: &'static str,
    /// Words between two clauses, which belong to neither: `and`, `but`.
    pub joins: &'static str,
    /// Words that open a clause that no source spoke: `after`, `because`.
    pub subordinators: &'static str,
    /// Pronouns for persons.
    pub pronouns: &'static str,
    /// Articles that count one: `a`.
    pub ones: &'static str,
}

/// The words for sources; one with a hyphen before it is an ending too, as of `Außenministerium`.
#[derive(Debug)]
pub struct SourceWords {
    /// One person: `spokesman`.
    pub person: &'static str,
    /// Several persons: `officials`.
    pub persons: &'static str,
    /// Bodies that speak as one.
    pub bodies: &'static str,
    /// What is written.
    pub documents: &'static str,
    /// Newspapers, agencies, broadcasters: nouns and names.
    pub outlets: &'static str,
    /// Words that make a name of what stands beside them: `Mr`.
    pub titles: &'static str,
}

/// What a word may be, as bits.
pub type Classes = u64;

/// See [`PhraseWords`].
pub const DETERMINER: Classes = 1;
/// See [`PhraseWords`].
pub const LINK: Classes = 1 << 1;
/// See [`PhraseWords`].
pub const STOP: Classes = 1 << 2;
/// See [`PhraseWords`].
pub const JOIN: Classes = 1 << 3;
/// See [`PhraseWords`].
pub const SUBORDINATOR: Classes = 1 << 4;
/// See [`PhraseWords`].
pub const PRONOUN: Classes = 1 << 5;
/// See [`PhraseWords`].
pub const ONE: Classes = 1 << 6;
/// See [`SourceWords`].
pub const PERSON: Classes = 1 << 7;
/// See [`SourceWords`].
pub const PERSONS: Classes = 1 << 8;
/// See [`SourceWords`].
pub const BODY: Classes = 1 << 9;
/// See [`SourceWords`].
pub const DOCUMENT: Classes = 1 << 10;
/// See [`SourceWords`].
pub const OUTLET: Classes = 1 << 11;
/// See [`SourceWords`].
pub const TITLE: Classes = 1 << 12;
/// All kinds of source.
pub const SOURCES: Classes = PERSON | PERSONS | BODY | DOCUMENT | OUTLET | TITLE;
/// The bit of the first class with a name.
const FIRST_NAMED: usize = 16;

/// A phrase as it is looked up by its first word.
#[derive(Debug)]
struct Phrase {
    rest: Vec<WordKey>,
    classes: Classes,
}

/// The data of one language made ready.
#[derive(Debug)]
pub struct Table {
    /// True where words are apart by spaces.
    pub spaced: bool,
    words: HashMap<WordKey, Vec<Phrase>, BuildHasherDefault<AsItIs>>,
    /// By first character, the longest first; only where words are not apart.
    literals: HashMap<char, Vec<(String, Classes)>>,
    /// Endings and what a word with them is.
    endings: Vec<(&'static str, Classes)>,
    /// The shapes, in order.
    pub shapes: Vec<Shape>,
    /// Every class that a shape begins with.
    pub anchors: Classes,
    numbers: HashMap<WordKey, u32, BuildHasherDefault<AsItIs>>,
}

impl Attribution {
    /// The table of the language that `data` is of.
    pub fn table(&self, data: &LanguageData) -> &Table {
        self.table.get_or_init(|| Table::new(self, data))
    }
}

impl Table {
    fn new(attribution: &Attribution, data: &LanguageData) -> Table {
        let mut table = Table {
            spaced: attribution.spaced,
            words: HashMap::default(),
            literals: HashMap::new(),
            endings: Vec::new(),
            shapes: Vec::new(),
            anchors: 0,
            numbers: HashMap::default(),
        };
        for number in data.numbers {
            if let (word, NumberWord::Value(value)) = number {
                table.numbers.insert(WordKey::of(word), *value);
            }
        }
        let (phrases, sources) = (attribution.phrases, attribution.sources);
        for (list, class) in [
            (phrases.determiners, DETERMINER),
            (phrases.links, LINK),
            (phrases.stops, STOP),
            (phrases.joins, JOIN),
            (phrases.subordinators, SUBORDINATOR),
            (phrases.pronouns, PRONOUN),
            (phrases.ones, ONE),
            (sources.person, PERSON),
            (sources.persons, PERSONS),
            (sources.bodies, BODY),
            (sources.documents, DOCUMENT),
            (sources.outlets, OUTLET),
            (sources.titles, TITLE),
        ] {
            table.add_all(list, class);
        }
        let mut names = HashMap::new();
        for (at, (name, list)) in attribution.classes.iter().enumerate() {
            let class = 1 << (FIRST_NAMED + at).min(63);
            names.insert(*name, class);
            table.add_all(list, class);
        }
        table.shapes =
            attribution.shapes.iter().filter_map(|(stance, shape)| Shape::of(*stance, shape, &names)).collect();
        table.anchors = table.shapes.iter().fold(0, |all, shape| all | shape.anchor);
        table.literals.values_mut().for_each(|list| list.sort_by_key(|(literal, _)| std::cmp::Reverse(literal.len())));
        table.words.values_mut().for_each(|list| list.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len())));
        table
    }

    fn add_all(&mut self, list: &'static str, classes: Classes) {
        for word in list.split_whitespace() {
            let bare = word.trim_start_matches('-');
            if bare.len() < word.len() {
                self.endings.push((bare, classes));
            }
            if self.spaced {
                self.add_words(bare, classes);
            } else if let Some(first) = bare.chars().next() {
                let list = self.literals.entry(first).or_default();
                match list.iter_mut().find(|(literal, _)| literal == bare) {
                    Some(entry) => entry.1 |= classes,
                    None => list.push((bare.to_owned(), classes)),
                }
            }
        }
    }

    fn add_words(&mut self, phrase: &str, classes: Classes) {
        let mut keys = phrase.split('_').map(WordKey::of);
        let Some(first) = keys.next() else { return };
        let rest: Vec<WordKey> = keys.collect();
        let list = self.words.entry(first).or_default();
        match list.iter_mut().find(|phrase| phrase.rest == rest) {
            Some(phrase) => phrase.classes |= classes,
            None => list.push(Phrase { rest, classes }),
        }
    }

    /// The longest phrase that the words of `keys` begin with: how many they are, and what they are together.
    pub fn phrase(&self, keys: &[WordKey]) -> (usize, Classes) {
        let Some((first, behind)) = keys.split_first() else { return (0, 0) };
        let list = self.words.get(first).map_or(&[][..], Vec::as_slice);
        let found = list.iter().find(|phrase| behind.starts_with(&phrase.rest));
        found.map_or((1, 0), |phrase| (1 + phrase.rest.len(), phrase.classes))
    }

    /// The longest literal that `rest` begins with: its length in bytes, and what it is.
    pub fn literal(&self, rest: &str) -> Option<(usize, Classes)> {
        let list = self.literals.get(&rest.chars().next()?)?;
        list.iter()
            .find(|(literal, _)| rest.starts_with(literal.as_str()))
            .map(|(literal, classes)| (literal.len(), *classes))
    }

    /// What the longest listed ending of `word`, which is in lower case, makes of it.
    pub fn ending(&self, word: &str) -> Classes {
        let fits = self.endings.iter().filter(|(ending, _)| word.ends_with(ending));
        let longest = fits.clone().map(|(ending, _)| ending.len()).max();
        fits.filter(|(ending, _)| Some(ending.len()) == longest).fold(0, |all, (_, classes)| all | classes)
    }

    /// The number that the word of `key` is.
    pub fn number(&self, key: WordKey) -> Option<u32> {
        self.numbers.get(&key).copied()
    }
}
