//! The words and numbers of a sentence, as far as expressions of time care for them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lang::{LANGUAGES, LanguageData, TimeWord};

/// One word, number or mark, with its place in the sentence in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    /// True where the word begins with a capital.
    pub capital: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word of the language's time words.
    Time(TimeWord),
    /// A number with so many digits.
    Number { value: u32, digits: u8 },
    /// The ending of an ordinal: `1st`.
    OrdinalEnding,
    /// 年, 月 or 日 right behind a number.
    Cjk(char),
    /// Any other single mark.
    Mark(char),
    /// Any other word.
    Word,
}

/// The time words of one language.
#[derive(Debug)]
pub struct Lexicon(HashMap<&'static str, TimeWord, ahash::RandomState>);

static LEXICONS: LazyLock<Vec<(&'static str, Lexicon)>> = LazyLock::new(|| {
    let lexicon = |data: &LanguageData| {
        let mut words = HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4));
        words.extend(data.times.iter().copied());
        Lexicon(words)
    };
    LANGUAGES.iter().map(|data| (data.tag, lexicon(data))).collect()
});

impl Lexicon {
    /// The words of `data`.
    pub fn of(data: &'static LanguageData) -> &'static Lexicon {
        let lexicons: &'static [(&str, Lexicon)] = &LEXICONS;
        let at = lexicons.iter().position(|(tag, _)| *tag == data.tag).unwrap_or(0);
        &lexicons[at].1
    }

    /// What `word` does, whatever its case.
    fn get(&self, word: &str) -> Option<TimeWord> {
        const LONGEST: usize = 20;
        let mut lower = [0u8; LONGEST];
        let lower = lower.get_mut(..word.len())?;
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        let lower = std::str::from_utf8(lower).ok()?;
        let found = self.0.get(lower).copied();
        // Capitals beyond ASCII are rare enough (`Übermorgen`) to be worth a second look only where there is one.
        found.or_else(|| (!word.is_ascii()).then(|| self.0.get(word.to_lowercase().as_str()).copied())?)
    }
}

/// Reads a sentence in pieces of at most so many tokens, so that one endless line takes no endless memory.
const PIECE: usize = 4096;

/// The tokens of one sentence.
pub struct Tokens<'a> {
    sentence: &'a str,
    lexicon: &'static Lexicon,
    at: usize,
}

impl<'a> Tokens<'a> {
    pub fn new(sentence: &'a str, lexicon: &'static Lexicon) -> Tokens<'a> {
        Tokens { sentence, lexicon, at: 0 }
    }

    /// Fills `tokens` with the next piece; false at the end.
    pub fn read(&mut self, tokens: &mut Vec<Token>) -> bool {
        tokens.clear();
        while tokens.len() < PIECE {
            let rest = &self.sentence[self.at..];
            let skipped = rest.len() - rest.trim_start().len();
            let rest = &rest[skipped..];
            self.at += skipped;
            let Some(first) = rest.chars().next() else { break };
            let (length, kind) = self.token(rest, first, tokens.last());
            let start = self.at;
            self.at += length;
            tokens.push(Token { start, end: self.at, kind, capital: first.is_uppercase() });
        }
        !tokens.is_empty()
    }

    fn token(&self, rest: &str, first: char, before: Option<&Token>) -> (usize, Kind) {
        let touches = |token: &Token| token.end == self.at;
        let behind_number = before.is_some_and(|token| touches(token) && matches!(token.kind, Kind::Number { .. }));
        if first.is_ascii_digit() {
            let length = rest.bytes().take_while(u8::is_ascii_digit).count();
            let value = rest[..length].parse().unwrap_or(u32::MAX);
            return (length, Kind::Number { value, digits: length.min(255) as u8 });
        }
        if behind_number && matches!(first, '年' | '月' | '日') {
            return (first.len_utf8(), Kind::Cjk(first));
        }
        if !first.is_alphabetic() {
            return (first.len_utf8(), Kind::Mark(first));
        }
        let length = word_length(rest);
        let word = &rest[..length];
        if behind_number && matches!(word, "st" | "nd" | "rd" | "th") {
            return (length, Kind::OrdinalEnding);
        }
        (length, self.lexicon.get(word).map_or(Kind::Word, Kind::Time))
    }
}

/// The length of the run of letters that `rest` begins with.
fn word_length(rest: &str) -> usize {
    let ascii = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    if rest.as_bytes().get(ascii).is_none_or(u8::is_ascii) {
        return ascii;
    }
    rest.find(|character: char| !character.is_alphabetic()).unwrap_or(rest.len())
}
