//! A sentence as claims are read from it: words, marks, and quotations that count as one token each.

use std::ops::Range;

use crate::claims::quotations::Quotation;
use crate::lexemes::WordKey;

use super::table::{Classes, Table};

/// One token, in bytes of the text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// What its words may be.
    pub classes: Classes,
    /// What it is.
    pub kind: Kind,
    /// How many quotations stand before it in its sentence.
    pub quotations: u32,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word or a phrase; true where it begins with a capital.
    Word(bool),
    /// A mark.
    Mark(char),
    /// A quotation; true where it is so short that it may be a name or a title.
    Quotation(bool),
}

/// A sentence is read in pieces of at most so many tokens.
pub const PIECE: usize = 4096;

/// Quotations of fewer words are names, titles or scare quotes unless a cue stands beside them.
pub const LEAST_WORDS: usize = 4;
/// The same in letters, where words are not set apart by spaces.
pub const LEAST_LETTERS: usize = 8;

/// True for a quotation long enough to be somebody's words.
pub fn is_long(words: usize, quotation: &str) -> bool {
    if words >= LEAST_WORDS {
        return true;
    }
    let unspaced = |character: &char| {
        matches!(character, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
            | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
    };
    quotation.chars().filter(unspaced).nth(LEAST_LETTERS - 1).is_some()
}

/// The tokens of a stretch of text, piece by piece.
pub struct Tokens<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    quotations: &'a [Quotation],
    passed: u32,
    table: &'a Table,
    clitics: &'a [&'a str],
    words: Vec<(Token, WordKey)>,
}

impl<'a> Tokens<'a> {
    /// Those of `range`; `quotations` are the ones that begin in it, in order.
    pub fn new(
        text: &'a str,
        range: Range<usize>,
        quotations: &'a [Quotation],
        table: &'a Table,
        clitics: &'a [&'a str],
    ) -> Tokens<'a> {
        Tokens { text, at: range.start, end: range.end, quotations, passed: 0, table, clitics, words: Vec::new() }
    }

    /// Fills `tokens` with the next piece; false at the end.
    pub fn read(&mut self, tokens: &mut Vec<Token>) -> bool {
        tokens.clear();
        self.words.clear();
        while self.words.len() < PIECE && self.at < self.end {
            self.next();
        }
        let keys: Vec<WordKey> = self.words.iter().map(|(_, key)| *key).collect();
        let mut at = 0;
        while at < self.words.len() {
            let (mut token, _) = self.words[at];
            let mut length = 1;
            if self.table.spaced && matches!(token.kind, Kind::Word(_)) {
                (length, token.classes) = self.table.phrase(&keys[at..]);
                token.end = self.words[at + length - 1].0.end;
            }
            tokens.push(token);
            at += length;
        }
        !tokens.is_empty()
    }

    fn push(&mut self, end: usize, kind: Kind, classes: Classes) {
        let word = &self.text[self.at..end];
        let key = match kind {
            Kind::Word(_) if self.table.spaced => WordKey::of(word.trim_end_matches(['\'', '’', '.'])),
            // No word: a phrase ends here.
            _ => WordKey::of("\0"),
        };
        self.words.push((Token { start: self.at, end, classes, kind, quotations: self.passed }, key));
        self.at = end;
    }

    fn next(&mut self) {
        let rest = &self.text[self.at..self.end];
        let Some(first) = rest.chars().next() else { return };
        if let Some(quotation) = self.quotations.first().filter(|quotation| quotation.span.start() <= self.at) {
            let (end, words) = (quotation.span.end(), quotation.words);
            self.quotations = &self.quotations[1..];
            if end > self.at {
                let short = !is_long(words, &self.text[self.at..end]);
                self.push(end, Kind::Quotation(short), 0);
                self.passed += 1;
            }
            return;
        }
        let limit = self.quotations.first().map_or(self.end, |quotation| quotation.span.start().min(self.end));
        let rest = &self.text[self.at..limit.max(self.at)];
        if first.is_whitespace() {
            self.at += first.len_utf8();
        } else if !self.table.spaced {
            let (length, classes) = self.table.literal(rest).unwrap_or((first.len_utf8(), 0));
            let mark = classes == 0 && !first.is_alphanumeric();
            self.push(self.at + length, if mark { Kind::Mark(first) } else { Kind::Word(false) }, classes);
        } else if first.is_alphanumeric() {
            let length = self.word(rest);
            self.push(self.at + length, Kind::Word(first.is_uppercase()), 0);
        } else if let Some(clitic) = self.clitics.iter().find(|clitic| first == '-' && is_clitic(rest, clitic)) {
            // Only the last part is a word: the `il` of `-t-il`.
            let inner = clitic.rfind('-').map_or(0, |at| at + 1);
            let end = self.at + clitic.len();
            self.at += inner;
            self.push(end, Kind::Word(false), 0);
        } else {
            self.push(self.at + first.len_utf8(), Kind::Mark(first), 0);
        }
    }

    /// The length of the word that `rest` begins with. Hyphens and stops within belong to it, and the stop of an
    /// abbreviation; what is cut short before an apostrophe, `d’`, is a word.
    fn word(&self, rest: &str) -> usize {
        const SHORT: usize = 6;
        let mut characters = rest.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            if character.is_alphanumeric() {
                continue;
            }
            let next = characters.peek().map_or(' ', |(_, next)| *next);
            match character {
                '\'' | '’' if next.is_alphanumeric() && at <= SHORT => return at + character.len_utf8(),
                '-' if next.is_alphanumeric() && !self.clitics.iter().any(|clitic| is_clitic(&rest[at..], clitic)) => {}
                '\'' | '’' | '.' if next.is_alphanumeric() => {}
                '.' if at <= 4 && !rest[at + 1..].trim_start().is_empty() => return at + 1,
                _ => return at,
            }
        }
        rest.len()
    }
}

fn is_clitic(rest: &str, clitic: &str) -> bool {
    rest.strip_prefix(clitic).is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
}
