//! The words and marks of two texts, made alike where only typography differs, and the sentences they stand in.

use std::collections::HashMap;
use std::ops::Range;

use dateline_model::{Span, Text};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// A word or a mark.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// The same for all that differ in typography alone.
    pub form: u32,
    /// Where it stands.
    pub span: Span,
    /// True for what holds a letter or a digit.
    pub word: bool,
}

/// Gives forms their numbers.
#[derive(Default)]
pub struct Forms {
    numbers: HashMap<String, u32, ahash::RandomState>,
}

impl Forms {
    /// None yet.
    pub fn new() -> Forms {
        Forms { numbers: HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4)) }
    }

    fn number(&mut self, form: String) -> u32 {
        let next = self.numbers.len() as u32;
        *self.numbers.entry(form).or_insert(next)
    }
}

/// One sentence.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its tokens, by their places.
    pub tokens: Range<usize>,
}

/// A text cut up. Every token is in one unit.
pub struct Cut {
    /// All words and marks.
    pub tokens: Vec<Token>,
    /// All sentences.
    pub units: Vec<Unit>,
}

impl Cut {
    /// Cuts `text` where lines and `sentences` begin.
    pub fn new(text: &Text, sentences: &[Span], forms: &mut Forms) -> Cut {
        let tokens = tokens(text, forms);
        let mut begins: Vec<usize> = text.lines().map(Span::start).collect();
        begins.extend(sentences.iter().map(|sentence| sentence.start()));
        begins.sort_unstable();
        begins.dedup();
        let mut units: Vec<Unit> = Vec::new();
        let mut from = 0;
        for end in begins.into_iter().skip(1).chain([usize::MAX]) {
            let to = from + tokens[from..].partition_point(|token| token.span.start() < end);
            if to > from {
                units.push(Unit { tokens: from..to });
            }
            from = to;
        }
        Cut { tokens, units }
    }

    /// The tokens of some units in a row.
    pub fn of(&self, units: Range<usize>) -> &[Token] {
        match (self.units.get(units.start), units.end.checked_sub(1).and_then(|last| self.units.get(last))) {
            (Some(first), Some(last)) if units.start < units.end => &self.tokens[first.tokens.start..last.tokens.end],
            _ => &[],
        }
    }

    /// Where some tokens stand; for none, the empty place before the token of number `at`.
    pub fn span(&self, text: &Text, tokens: Range<usize>) -> Span {
        let start = match self.tokens.get(tokens.start) {
            Some(token) if tokens.start < tokens.end => token.span.start(),
            _ => match tokens.start.checked_sub(1) {
                Some(before) => self.tokens.get(before).map_or(text.len(), |token| token.span.end()),
                None => 0,
            },
        };
        let end = if tokens.start < tokens.end { self.tokens[tokens.end - 1].span.end() } else { start };
        text.span(start..end).unwrap_or_default()
    }
}

fn tokens(text: &Text, forms: &mut Forms) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let stop = forms.number(".".to_owned());
    let dash = forms.number("-".to_owned());
    let dots = forms.number("...".to_owned());
    for (start, written) in text.as_str().split_word_bound_indices() {
        let form = form(written);
        if form.is_empty() {
            continue;
        }
        let Some(span) = text.span(start..start + written.len()) else { continue };
        let word = form.chars().any(char::is_alphanumeric);
        let form = forms.number(form);
        // `...` and `--` are one mark, as `…` and `—` are.
        if let Some(last) = tokens.last_mut()
            && last.span.end() == start
            && ((form == dash && last.form == dash) || (form == stop && (last.form == stop || last.form == dots)))
        {
            last.form = if form == stop { dots } else { dash };
            last.span = text.span(last.span.start()..span.end()).unwrap_or(span);
            continue;
        }
        tokens.push(Token { form, span, word });
    }
    tokens
}

/// What is compared of a word or mark: compatibility forms made one (Unicode NFKC), quotation marks and dashes of all
/// kinds alike, invisible characters gone; empty for white space.
pub fn form(written: &str) -> String {
    if written.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return written.to_owned();
    }
    let alike = written.nfkc().filter(|character| !is_invisible(*character) && !character.is_whitespace());
    let alike: String = alike.map(plain).collect();
    // A mark by itself is a quotation mark, single or double; inside a word it is an apostrophe.
    if alike == "'" || alike == "''" { "\"".to_owned() } else { alike }
}

fn plain(character: char) -> char {
    match character {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '`' | '´' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        other => other,
    }
}

/// Characters that nobody sees: soft hyphens, joiners, marks of direction.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}
