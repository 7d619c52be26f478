//! The words of a language that expressions of time are made of.

use std::sync::LazyLock;

use super::Holidays;
use super::reader::Reader;
use crate::lang::{LANGUAGES, LanguageData, NumberWord, TimeWord};
use crate::lexemes::{Kind, Lexeme, Lexicon};

/// The words of one language.
#[derive(Debug)]
pub struct Vocabulary {
    words: Lexicon<TimeWord>,
    pub numbers: Lexicon<NumberWord>,
    pub holidays: Holidays,
}

static VOCABULARIES: LazyLock<Vec<(&'static str, Vocabulary)>> =
    LazyLock::new(|| LANGUAGES.iter().map(|data| (data.tag, Vocabulary::new(data))).collect());

impl Vocabulary {
    /// The words of `data`.
    pub fn of(data: &'static LanguageData) -> &'static Vocabulary {
        let vocabularies: &'static [(&str, Vocabulary)] = &VOCABULARIES;
        let at = vocabularies.iter().position(|(tag, _)| *tag == data.tag).unwrap_or(0);
        &vocabularies[at].1
    }

    fn new(data: &LanguageData) -> Vocabulary {
        let numerals = data.numbers.iter().filter(|(_, word)| *word != NumberWord::And);
        let numerals = numerals.map(|&(word, _)| (word, TimeWord::Numeral));
        let first = |name: &'static str| name.split([' ', '\'', '-']).next().unwrap_or(name);
        let named = data.holidays.iter().map(|&(name, _)| (first(name), TimeWord::Named));
        // What comes later stands: the words of time themselves.
        let words = Lexicon::new(numerals.chain(named).chain(data.times.iter().copied()));
        Vocabulary { words, numbers: Lexicon::new(data.numbers.iter().copied()), holidays: Holidays::of(data) }
    }

    /// Fills `words` with what each lexeme does; false where none can be part of an expression.
    pub fn read(&self, lexemes: &[Lexeme], words: &mut Vec<Option<TimeWord>>) -> bool {
        words.clear();
        words.extend(lexemes.iter().map(|lexeme| self.words.get(lexeme)));
        words.iter().any(|word| word.is_some_and(matters))
            || lexemes.iter().any(|lexeme| matches!(lexeme.kind, Kind::Digits { .. }))
    }
}

/// True for a word without which, or figures, there is no expression of time.
fn matters(word: TimeWord) -> bool {
    use TimeWord as W;
    !matches!(
        word,
        W::The
            | W::One
            | W::Of
            | W::On
            | W::At
            | W::In
            | W::Ahead
            | W::For
            | W::From
            | W::To
            | W::Until
            | W::Since
            | W::And
            | W::Other
            | W::Every
            | W::Per
            | W::More
            | W::Than
            | W::Old
            | W::Before
            | W::Between
            | W::Starting
            | W::Moved
            | W::NotTime
            | W::Future
            | W::Past
            | W::Part
            | W::Edge
            | W::Then(_)
            | W::Which(_)
            | W::Same
            | W::CountedFrom(_)
            | W::Plural
            | W::Number(_)
            | W::Ordinal(_)
            | W::OrdinalEnding
            | W::Few(_)
            | W::Whole
            | W::Nearest(_)
            | W::Neighbour(_)
            | W::Times
            | W::Often
            | W::Zone
            | W::Now
            | W::HalfDay(_)
            | W::Within
            | W::Rest
            | W::Business
            | W::Ago
            | W::LetterHalf
            | W::LetterQuarter
            | W::Clock
    )
}

/// True where an expression may begin at `at`: a look at two lexemes that spares most words the shapes.
pub fn may_open(r: &Reader, at: usize) -> bool {
    use TimeWord as W;
    let Some(word) = r.word(at) else {
        return r.is_digits(at) || (r.apostrophe(at) && r.is_digits(at + 1));
    };
    match word {
        W::Past | W::Future | W::To | W::And | W::Of | W::On | W::At | W::For | W::In | W::Until | W::Since => false,
        W::Than | W::Old | W::Per | W::Other | W::Plural | W::OrdinalEnding | W::Zone | W::Clock | W::Moved => false,
        W::NotTime | W::Starting | W::Times | W::Now | W::Ago | W::CountedFrom(_) | W::Business | W::HalfDay(_) => {
            false
        }
        W::The
        | W::One
        | W::From
        | W::Between
        | W::Ahead
        | W::Within
        | W::Part
        | W::Edge
        | W::Rest
        | W::Then(_)
        | W::Every
        | W::Same
        | W::Which(_)
        | W::Nearest(_)
        | W::Neighbour(_)
        | W::More
        | W::Few(_)
        | W::Half
        | W::Whole
        | W::Often
        | W::Numeral
        | W::Number(_)
        | W::Ordinal(_)
        | W::Before => leads_on(r, at + 1),
        _ => true,
    }
}

/// True where what stands at `at` can be part of an expression, but not only a word that may stand anywhere.
fn leads_on(r: &Reader, at: usize) -> bool {
    use TimeWord as W;
    match r.word(at) {
        Some(W::Past | W::Future | W::On | W::At | W::For | W::NotTime | W::Moved) => false,
        Some(_) => true,
        None => r.is_digits(at) || r.dash(at) || r.apostrophe(at),
    }
}
