//! Expressions of time and the days, months and years they resolve to.
//!
//! A first set: dates written out, weekdays, `yesterday`, `last month`, `two weeks ago`, `in March`, `in 2019`.
//! What cannot be resolved is left out.

mod calendar;
mod patterns;
mod tokens;

use dateline_model::{Span, Text, TimeKind, TimeRef};
use jiff::civil::Date;

use crate::LanguageData;
use tokens::{Lexicon, Token, Tokens};

/// The resolved expressions of time in `text`, in order. `published` is the day they are read on.
pub fn find(text: &Text, sentences: &[Span], data: &'static LanguageData, published: Option<Date>) -> Vec<TimeRef> {
    let lexicon = Lexicon::of(data);
    let mut found = Vec::new();
    let mut tokens: Vec<Token> = Vec::new();
    for &sentence in sentences {
        let words = text.slice(sentence);
        let mut reader = Tokens::new(words, lexicon);
        while reader.read(&mut tokens) {
            find_in(&tokens, published, |start, end, value| {
                let span = text.span(sentence.start() + start..sentence.start() + end);
                found.extend(span.map(|span| TimeRef { span, value, kind: TimeKind::Date }));
            });
        }
    }
    found
}

/// Tries every pattern at every token; the first that fits takes the tokens it covers.
fn find_in(tokens: &[Token], published: Option<Date>, mut keep: impl FnMut(usize, usize, String)) {
    let mut at = 0;
    while at < tokens.len() {
        let matched = patterns::PATTERNS.iter().find_map(|pattern| pattern(tokens, at));
        let Some(matched) = matched else {
            at += 1;
            continue;
        };
        if let Some(value) = calendar::resolve(matched.meaning, published) {
            keep(tokens[matched.first].start, tokens[matched.last].end, value);
        }
        at = matched.last + 1;
    }
}

#[cfg(test)]
mod tests;
