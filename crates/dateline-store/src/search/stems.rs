//! Reduces folded words to the stems under which the index keeps them, and feeds them to Tantivy.

use ahash::AHashMap;
use rust_stemmers::{Algorithm, Stemmer};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::fold::fold;
use super::words::Words;

/// So many stems are remembered before they are forgotten together.
const REMEMBERED: usize = 50_000;

/// A word longer than this many bytes once folded is no word that anybody looks for.
const LONGEST: usize = 120;

/// Stems words by the English Snowball stemmer (Porter 2). The language of a query is not known, so words of other
/// languages in plain Latin letters go through it as well, on both sides alike; those in other scripts stay whole.
pub struct Stems {
    stemmer: Stemmer,
    remembered: AHashMap<String, String>,
}

impl Stems {
    /// Stems nothing yet.
    pub fn new() -> Stems {
        Stems { stemmer: Stemmer::create(Algorithm::English), remembered: AHashMap::new() }
    }

    /// Puts the stem of `word`, as it stands in a text, into `stem`; empty where it is too long to be looked for.
    pub fn stem(&mut self, word: &str, stem: &mut String) {
        stem.clear();
        if word.len() > LONGEST * 4 {
            return;
        }
        fold(word, stem);
        if stem.len() > LONGEST {
            stem.clear();
        }
        if stem.len() < 3 || !stem.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return;
        }
        if let Some(known) = self.remembered.get(stem) {
            stem.clone_from(known);
            return;
        }
        if self.remembered.len() >= REMEMBERED {
            self.remembered.clear();
        }
        let found = self.stemmer.stem(stem).into_owned();
        self.remembered.insert(std::mem::replace(stem, found.clone()), found);
    }
}

/// The tokenizer of the index.
pub struct StemTokenizer(Stems);

impl StemTokenizer {
    /// One that has seen nothing.
    pub fn new() -> StemTokenizer {
        StemTokenizer(Stems::new())
    }
}

impl Clone for StemTokenizer {
    fn clone(&self) -> StemTokenizer {
        StemTokenizer::new()
    }
}

impl Tokenizer for StemTokenizer {
    type TokenStream<'a> = StemStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> StemStream<'a> {
        StemStream { text, words: Words::of(text), stems: &mut self.0, token: Token::default() }
    }
}

/// The stems of one text.
pub struct StemStream<'a> {
    text: &'a str,
    words: Words<'a>,
    stems: &'a mut Stems,
    token: Token,
}

impl TokenStream for StemStream<'_> {
    fn advance(&mut self) -> bool {
        for word in self.words.by_ref() {
            self.token.position = self.token.position.wrapping_add(1);
            self.stems.stem(&self.text[word.clone()], &mut self.token.text);
            if !self.token.text.is_empty() {
                (self.token.offset_from, self.token.offset_to) = (word.start, word.end);
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let mut stems = Stems::new();
        let mut stem = |word: &str| {
            let mut stem = String::new();
            stems.stem(word, &mut stem);
            stem
        };
        assert_eq!(stem("Postponed"), stem("postpones"));
        assert_eq!(stem("postponed"), stem("postpone"));
        assert_eq!(stem("Häfen"), "hafen");
        assert_eq!(stem("会議"), "会議");
        assert_eq!(stem("2025"), "2025");
        assert_eq!(stem(&"a".repeat(500)), "");
        assert_eq!(stem(&"a".repeat(200)), "");
    }
}
