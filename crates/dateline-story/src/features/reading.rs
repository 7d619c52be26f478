//! One pass over headline and text: which words stand where, which of them are names.

use std::collections::HashMap;

use dateline_model::{Annotations, Article};

use super::stems::Stems;
use crate::words::{Word, WordKind, Words, hash, mix, normal_form};

/// No more words than these are read for terms: what a report is about stands before.
const READ_FOR_TERMS: usize = 20_000;

/// What one article says, counted.
#[derive(Debug, Default)]
pub struct Reading<'a> {
    /// The hash of each word of the text, in order: what copies are told by.
    pub shingled: Vec<u32>,
    /// Every distinct term.
    pub entries: Vec<Entry<'a>>,
}

/// One distinct term with where it was met.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Hash of the stem.
    pub hash: u32,
    /// Sum over its mentions, later ones counting less.
    pub mentions: f32,
    /// In the headline.
    pub titled: bool,
    /// How often it was a name: a capital inside a sentence.
    pub named: u16,
    /// How often in all.
    pub count: u16,
    /// What it is.
    pub kind: EntryKind,
    /// As first written.
    pub surface: &'a str,
}

/// The kinds of term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A word.
    Word,
    /// A number.
    Number,
    /// Two names in a row.
    Pair,
    /// Two characters of a script without spaces.
    Characters,
}

/// A word of the vocabulary of one article.
struct Known {
    form: u32,
    /// Where its entry is; `None` for words that say nothing of the subject.
    entry: Option<usize>,
}

struct Reader<'a> {
    stems: Stems,
    stops: &'static crate::stops::Stops,
    vocabulary: HashMap<&'a str, Known, ahash::RandomState>,
    by_hash: HashMap<u32, usize, ahash::RandomState>,
    reading: Reading<'a>,
    form: String,
    read: usize,
}

impl<'a> Reading<'a> {
    /// Reads `article`.
    pub fn of(article: &'a Article, annotations: &Annotations) -> Reading<'a> {
        let language = annotations.language.as_ref().map_or("en", |language| language.as_str());
        let fixed = || ahash::RandomState::with_seeds(1, 2, 3, 4);
        let mut reader = Reader {
            stems: Stems::of(language),
            stops: crate::stops::of(language),
            vocabulary: HashMap::with_capacity_and_hasher(512, fixed()),
            by_hash: HashMap::with_capacity_and_hasher(512, fixed()),
            reading: Reading::default(),
            form: String::new(),
            read: 0,
        };
        let text = article.text.as_str();
        reader.reading.shingled.reserve(text.len() / 6);
        reader.body(text, annotations);
        if let Some(title) = &article.title {
            reader.title(title);
        }
        reader.reading
    }
}

impl<'a> Reader<'a> {
    fn body(&mut self, text: &'a str, annotations: &Annotations) {
        let mut starts = annotations.sentences.iter().map(|span| span.start()).peekable();
        let mut sentence_opens = true;
        let mut before: Option<(Word<'a>, Option<usize>, bool)> = None;
        for word in Words::new(text) {
            while starts.next_if(|&start| start <= word.start).is_some() {
                sentence_opens = true;
            }
            let (form, entry) = self.know(&word);
            self.reading.shingled.push(form);
            self.read += 1;
            if self.read > READ_FOR_TERMS {
                continue;
            }
            let capital = word.kind == WordKind::Capital;
            let name = capital && !sentence_opens;
            if let Some(entry) = entry {
                self.mention(entry, name);
            }
            if let Some((first, first_entry, first_capital)) = &before {
                let adjacent = first.start + first.surface.len() + 1 >= word.start;
                match (word.kind, first.kind) {
                    (WordKind::Character, WordKind::Character) if adjacent => self.characters(first, &word, text),
                    _ if name && *first_capital && adjacent && entry.is_some() && first_entry.is_some() => {
                        self.pair(first, &word, text);
                    }
                    _ => {}
                }
            }
            before = Some((word, entry, capital));
            sentence_opens = false;
        }
    }

    fn title(&mut self, title: &'a str) {
        let mut before: Option<Word<'a>> = None;
        for word in Words::new(title) {
            if let (_, Some(entry)) = self.know(&word) {
                self.reading.entries[entry].titled = true;
            }
            if let Some(first) = before.filter(|first| first.start + first.surface.len() + 1 >= word.start) {
                let key = match (first.kind, word.kind) {
                    (WordKind::Character, WordKind::Character) => characters_hash(first.surface, word.surface),
                    _ => self.pair_hash(&first, &word),
                };
                if let Some(&entry) = self.by_hash.get(&key) {
                    self.reading.entries[entry].titled = true;
                }
            }
            before = Some(word);
        }
    }

    /// The hash under which `word` is compared for copies, and its entry as a term.
    fn know(&mut self, word: &Word<'a>) -> (u32, Option<usize>) {
        if let Some(known) = self.vocabulary.get(word.surface) {
            return (known.form, known.entry);
        }
        normal_form(word.surface, &mut self.form);
        let form = hash(&self.form);
        let entry = match word.kind {
            WordKind::Character => None,
            WordKind::Number => Some(self.entry(form, word.surface, EntryKind::Number)),
            WordKind::Small | WordKind::Capital => self.word_entry(word),
        };
        self.vocabulary.insert(word.surface, Known { form, entry });
        (form, entry)
    }

    fn word_entry(&mut self, word: &Word<'a>) -> Option<usize> {
        // `US` the country is not `us`.
        let country = word.surface == "US" || word.surface == "U.S";
        if !country && (self.stops.has(&self.form) || self.form.len() < 2) {
            return None;
        }
        let stem = if country { hash("u.s.") } else { self.stems.hash(&self.form) };
        Some(self.entry(stem, word.surface, EntryKind::Word))
    }

    fn entry(&mut self, hash: u32, surface: &'a str, kind: EntryKind) -> usize {
        *self.by_hash.entry(hash).or_insert_with(|| {
            self.reading.entries.push(Entry { hash, mentions: 0.0, titled: false, named: 0, count: 0, kind, surface });
            self.reading.entries.len() - 1
        })
    }

    fn mention(&mut self, entry: usize, name: bool) {
        let weight = super::weights::position_weight(self.read);
        let entry = &mut self.reading.entries[entry];
        entry.mentions += weight;
        entry.count = entry.count.saturating_add(1);
        entry.named = entry.named.saturating_add(u16::from(name));
    }

    fn pair_hash(&self, first: &Word<'a>, second: &Word<'a>) -> u32 {
        let stem = |word: &Word<'a>| {
            let entry = self.vocabulary.get(word.surface).and_then(|known| known.entry);
            entry.map_or(0, |entry| self.reading.entries[entry].hash)
        };
        mix(u64::from(stem(first)) << 32 | u64::from(stem(second))) as u32
    }

    fn pair(&mut self, first: &Word<'a>, second: &Word<'a>, text: &'a str) {
        let key = self.pair_hash(first, second);
        let surface = &text[first.start..second.start + second.surface.len()];
        let entry = self.entry(key, surface, EntryKind::Pair);
        self.mention(entry, true);
    }

    fn characters(&mut self, first: &Word<'a>, second: &Word<'a>, text: &'a str) {
        let kana = |word: &Word<'_>| word.surface.starts_with(|character| matches!(character, '\u{3040}'..='\u{309F}'));
        if kana(first) || kana(second) {
            return;
        }
        let key = characters_hash(first.surface, second.surface);
        let surface = &text[first.start..second.start + second.surface.len()];
        let entry = self.entry(key, surface, EntryKind::Characters);
        self.mention(entry, false);
    }
}

fn characters_hash(first: &str, second: &str) -> u32 {
    mix(u64::from(hash(first)) << 32 | u64::from(hash(second))) as u32
}

/// The hash of a name of an outlet or agency, whatever its case and spacing; never 0.
pub fn name_hash(name: &str) -> u32 {
    (name_hash64(name) as u32).max(1)
}

/// As [`name_hash`], with 64 bits.
pub fn name_hash64(name: &str) -> u64 {
    let mut plain: String =
        name.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let low = hash(&plain);
    plain.push('.');
    u64::from(hash(&plain)) << 32 | u64::from(low)
}
