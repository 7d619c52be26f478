//! The smallest parts of a sentence: runs of letters, runs of digits, and single marks.
//!
//! Expressions of time and figures are read from these. Words as grammar counts them are another cut: see `words`.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// One part of a sentence.
#[derive(Clone, Copy, Debug)]
pub struct Lexeme {
    /// First byte, counted from the beginning of the sentence.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// True for a word that begins with a capital.
    pub capital: bool,
    /// True where white space stands before it.
    pub apart: bool,
}

/// What a lexeme is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A run of letters.
    Word(WordKey),
    /// A run of digits.
    Digits {
        /// Their value; the largest there is where they are too many.
        value: u64,
        /// How many they are.
        digits: u8,
    },
    /// Any other single character.
    Mark(char),
}

/// Stands for a word, whatever its case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WordKey(u64);

impl WordKey {
    /// The key of `word`.
    #[must_use]
    pub fn of(word: &str) -> WordKey {
        if word.is_ascii() {
            return WordKey(digest(word.bytes().map(|byte| byte.to_ascii_lowercase())));
        }
        WordKey(digest(word.to_lowercase().bytes()))
    }

    /// The key as a number.
    #[must_use]
    pub fn bits(self) -> u64 {
        self.0
    }

    /// The key of a number that [`WordKey::bits`] gave.
    #[must_use]
    pub fn from_bits(bits: u64) -> WordKey {
        WordKey(bits)
    }
}

/// FNV-1a (Fowler, Noll, Vo), 64 bits.
fn digest(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// What each of a list of words stands for.
#[derive(Debug)]
pub struct Lexicon<T>(HashMap<WordKey, T, BuildHasherDefault<AsItIs>>);

impl<T: Copy> Lexicon<T> {
    /// The lexicon of `words`.
    pub fn new<'a>(words: impl IntoIterator<Item = (&'a str, T)>) -> Lexicon<T> {
        Lexicon(words.into_iter().map(|(word, value)| (WordKey::of(word), value)).collect())
    }

    /// What `lexeme` stands for, where it is a word of the lexicon.
    pub fn get(&self, lexeme: &Lexeme) -> Option<T> {
        match lexeme.kind {
            Kind::Word(key) => self.0.get(&key).copied(),
            _ => None,
        }
    }
}

/// The keys are digests already.
#[derive(Debug, Default)]
pub struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, key: u64) {
        // The upper bits, which tables look at first, are the best mixed ones of FNV.
        self.0 = key;
    }
}

/// A sentence is read in pieces of at most so many lexemes, so that an endless one takes no endless memory.
const PIECE: usize = 4096;

/// The lexemes of one sentence.
#[derive(Debug)]
pub struct Lexemes<'a> {
    sentence: &'a str,
    at: usize,
}

impl<'a> Lexemes<'a> {
    /// Begins with the first.
    #[must_use]
    pub fn new(sentence: &'a str) -> Lexemes<'a> {
        Lexemes { sentence, at: 0 }
    }

    /// Fills `lexemes` with the next piece; false at the end.
    pub fn read(&mut self, lexemes: &mut Vec<Lexeme>) -> bool {
        lexemes.clear();
        while lexemes.len() < PIECE {
            let rest = &self.sentence[self.at..];
            let trimmed = rest.trim_start();
            let Some(first) = trimmed.chars().next() else { break };
            let start = self.at + rest.len() - trimmed.len();
            let (length, kind) = lexeme(trimmed, first);
            let apart = start > self.at || start == 0;
            self.at = start + length;
            lexemes.push(Lexeme { start, end: self.at, kind, capital: first.is_uppercase(), apart });
        }
        !lexemes.is_empty()
    }
}

fn lexeme(rest: &str, first: char) -> (usize, Kind) {
    if first.is_ascii_digit() {
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let value = rest[..length].parse().unwrap_or(u64::MAX);
        return (length, Kind::Digits { value, digits: length.min(255) as u8 });
    }
    if !first.is_alphabetic() {
        return (first.len_utf8(), Kind::Mark(first));
    }
    let length = word_length(rest);
    (length, Kind::Word(WordKey::of(&rest[..length])))
}

/// The length of the run of letters that `rest` begins with. Chinese and Japanese signs each stand alone.
fn word_length(rest: &str) -> usize {
    let ascii = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    if rest.as_bytes().get(ascii).is_none_or(u8::is_ascii) {
        return ascii;
    }
    let first = rest.chars().next().map_or(0, |first| if is_sign(first) { first.len_utf8() } else { 0 });
    if first > 0 {
        return first;
    }
    rest.find(|character: char| !character.is_alphabetic() || is_sign(character)).unwrap_or(rest.len())
}

/// True for a sign of Chinese or Japanese writing that is a word or part of one by itself.
fn is_sign(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_falls_into_runs_and_marks() {
        let sentence = "On 1.7 U.S. don’t 2025年";
        let mut lexemes = Vec::new();
        assert!(Lexemes::new(sentence).read(&mut lexemes));
        let parts: Vec<&str> = lexemes.iter().map(|lexeme| &sentence[lexeme.start..lexeme.end]).collect();
        assert_eq!(parts, ["On", "1", ".", "7", "U", ".", "S", ".", "don", "’", "t", "2025", "年"]);
        let apart: String = lexemes.iter().map(|lexeme| if lexeme.apart { '_' } else { '-' }).collect();
        assert_eq!(apart, "__--_---_--_-");
    }

    #[test]
    fn case_makes_no_difference() {
        assert_eq!(WordKey::of("Übermorgen"), WordKey::of("übermorgen"));
        assert_eq!(WordKey::of("MARCH"), WordKey::of("march"));
        assert_ne!(WordKey::of("march"), WordKey::of("mars"));
    }
}
