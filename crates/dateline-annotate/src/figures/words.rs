//! The words of quantities of one language, ready for looking up.

use std::collections::HashMap;
use std::sync::LazyLock;

use dateline_model::Bound;

use super::symbols;
use crate::lang::{LANGUAGES, LanguageData, NumberWord, QuantityWord};
use crate::lexemes::{Kind, Lexeme, Lexicon};

type Map<T> = HashMap<String, T, ahash::RandomState>;

/// Everything a quantity is made of.
#[derive(Debug)]
pub(super) struct Words {
    pub decimal: char,
    pub numbers: Lexicon<NumberWord>,
    pub roles: Lexicon<QuantityWord>,
    before: Map<&'static str>,
    behind: Map<&'static str>,
    bounds: Map<Bound>,
}

/// The most lexemes that a unit is made of: `u.s. dollars`.
const LONGEST_UNIT: usize = 6;

/// The most lexemes that say how exact a number is: `no more than`.
const LONGEST_BOUND: usize = 4;

static WORDS: LazyLock<Vec<(&'static str, Words)>> =
    LazyLock::new(|| LANGUAGES.iter().map(|data| (data.tag, Words::new(data))).collect());

impl Words {
    /// The words of `data`.
    pub fn of(data: &'static LanguageData) -> &'static Words {
        let all: &'static [(&str, Words)] = &WORDS;
        let at = all.iter().position(|(tag, _)| *tag == data.tag).unwrap_or(0);
        &all[at].1
    }

    fn new(data: &'static LanguageData) -> Words {
        let map = || HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4));
        let (mut before, mut behind) = (map(), map());
        let mut bounds = HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4));
        before.extend(symbols::BEFORE.iter().map(|&(word, unit)| (word.to_owned(), unit)));
        for map in [&mut before, &mut behind] {
            map.extend(symbols::CODES.iter().map(|&code| (code.to_owned(), code)));
            map.extend(["USD", "EUR", "GBP"].map(|code| (code.to_lowercase(), code)));
        }
        behind.extend(symbols::BEHIND.iter().map(|&(word, unit)| (word.to_owned(), unit)));
        behind.extend(data.quantities.units.iter().map(|&(word, unit)| (word.to_owned(), unit)));
        bounds.extend(data.quantities.bounds.iter().map(|&(word, bound)| (word.to_owned(), bound)));
        Words {
            decimal: data.quantities.decimal,
            numbers: Lexicon::new(data.numbers.iter().copied()),
            roles: Lexicon::new(data.quantities.roles.iter().copied()),
            before,
            behind,
            bounds,
        }
    }

    /// The currency named right before the lexeme `at`, and the first lexeme of its name.
    pub fn currency_before(&self, sentence: &str, lexemes: &[Lexeme], at: usize) -> Option<(&'static str, usize)> {
        let last = lexemes.get(at.checked_sub(1)?)?;
        match last.kind {
            Kind::Word(_) if last.end - last.start > 4 => return None,
            Kind::Mark('.' | '$') | Kind::Word(_) => {}
            Kind::Mark(mark) => {
                let mut sign = [0; 4];
                return self.before.get(&*mark.encode_utf8(&mut sign)).map(|unit| (*unit, at - 1));
            }
            Kind::Digits { .. } => return None,
        }
        (1..=at.min(5)).rev().find_map(|count| {
            let first = at - count;
            let starts = lexemes[first].apart || first == 0 || matches!(lexemes[first - 1].kind, Kind::Mark(_));
            if !starts || matches!(lexemes[first].kind, Kind::Digits { .. }) {
                return None;
            }
            // `paid a $5 fee` names no Australian dollar.
            let article = count == 2
                && lexemes[at - 1].apart
                && matches!(&sentence[lexemes[first].start..lexemes[first].end], "a" | "s" | "A");
            if article {
                return None;
            }
            let name: String = lexemes[first..at].iter().map(|part| &sentence[part.start..part.end]).collect();
            self.before.get(&name).or_else(|| self.before.get(&name.to_lowercase())).map(|unit| (*unit, first))
        })
    }

    /// The unit that begins at `at`, and the lexeme behind it.
    pub fn unit(&self, sentence: &str, lexemes: &[Lexeme], at: usize) -> Option<(&'static str, usize)> {
        let most = LONGEST_UNIT.min(lexemes.len().saturating_sub(at));
        (1..=most).rev().find_map(|count| {
            let next = at + count;
            let broken = lexemes.get(next).is_some_and(|lexeme| !lexeme.apart && !matches!(lexeme.kind, Kind::Mark(_)));
            if broken && !ends_a_sign(&lexemes[next - 1], lexemes.get(next)) {
                return None;
            }
            self.unit_named(&joined(sentence, &lexemes[at..next])).map(|unit| (unit, next))
        })
    }

    fn unit_named(&self, name: &str) -> Option<&'static str> {
        if let Some(unit) = self.behind.get(name) {
            return Some(unit);
        }
        let lower = name.to_lowercase();
        let mut found = self.behind.get(&lower);
        if found.is_none() && lower.len() > 3 {
            let first = lower.replacen("s ", " ", 1);
            let forms = [lower.strip_suffix('s'), Some(first.as_str()), first.strip_suffix('s')];
            found = forms.into_iter().flatten().find_map(|form| self.behind.get(form));
        }
        found.copied().filter(|_| !(name.len() == 1 && name != lower))
    }

    /// How exact the words before `at` say a number is, and the first of them.
    pub fn bound_before(&self, sentence: &str, lexemes: &[Lexeme], at: usize) -> Option<(Bound, usize)> {
        (1..=LONGEST_BOUND.min(at)).rev().find_map(|count| {
            let first = at - count;
            let words = joined(sentence, &lexemes[first..at]).to_lowercase();
            self.bounds.get(&words).map(|bound| (*bound, first))
        })
    }

    /// What the word at `at` does.
    pub fn role(&self, lexemes: &[Lexeme], at: usize) -> Option<QuantityWord> {
        self.roles.get(lexemes.get(at)?)
    }
}

/// Chinese and Japanese signs stand without spaces: what follows one does not break it.
fn ends_a_sign(last: &Lexeme, next: Option<&Lexeme>) -> bool {
    let wide = |lexeme: &Lexeme| matches!(lexeme.kind, Kind::Word(_)) && lexeme.end - lexeme.start >= 3;
    !matches!(next.map(|next| next.kind), Some(Kind::Digits { .. }))
        && wide(last)
        && next.is_some_and(wide)
        && last.end - last.start == 3
        || matches!(last.kind, Kind::Mark('%' | '％'))
}

/// The words of `lexemes` with one space where white space or a hyphen stands between two.
fn joined(sentence: &str, lexemes: &[Lexeme]) -> String {
    let mut words = String::new();
    for lexeme in lexemes {
        let word = &sentence[lexeme.start..lexeme.end];
        if word == "-" || lexeme.apart && !words.is_empty() {
            words.push(' ');
        }
        words.push_str(if word == "-" { "" } else { word });
    }
    words
}
