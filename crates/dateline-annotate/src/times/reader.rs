//! A sentence as expressions of time are read from it: its lexemes, the time words among them, and the day it is read on.

use jiff::civil::{Date, DateTime};

use crate::lang::{NumberWord, TimeWord, Unit};
use crate::lexemes::{Kind, Lexeme, Lexicon};
use crate::numbers;

/// What was read, and the lexeme behind it.
pub type Read<T> = Option<(T, usize)>;

/// One sentence, or a piece of a long one.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub lexemes: &'a [Lexeme],
    /// What each lexeme does in expressions of time.
    pub words: &'a [Option<TimeWord>],
    pub numbers: &'a Lexicon<NumberWord>,
    pub holidays: &'a super::Holidays,
    pub month_first: bool,
    /// The day of publication.
    pub today: Option<Date>,
    /// The time of publication, where it is known to the hour.
    pub now: Option<DateTime>,
    /// The day last told of before this sentence; else the day of publication.
    pub anchor: Option<Date>,
    /// How many days and periods are being read of which this one is part: `two days after` the day that is read now.
    pub depth: u8,
}

impl Reader<'_> {
    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.lexemes.get(at).map(|lexeme| lexeme.kind)
    }

    pub fn word(&self, at: usize) -> Option<TimeWord> {
        self.words.get(at).copied().flatten()
    }

    pub fn is(&self, at: usize, word: TimeWord) -> bool {
        self.word(at) == Some(word)
    }

    /// The word before `at`.
    pub fn before(&self, at: usize) -> Option<TimeWord> {
        at.checked_sub(1).and_then(|at| self.word(at))
    }

    pub fn mark(&self, at: usize, mark: char) -> bool {
        self.kind(at) == Some(Kind::Mark(mark))
    }

    /// True for a hyphen or a dash.
    pub fn dash(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Mark('-' | '–' | '—' | '‑')))
    }

    /// True for an apostrophe.
    pub fn apostrophe(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Mark('\'' | '’' | '‘')))
    }

    /// True where no space stands before `at`.
    pub fn joined(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| !lexeme.apart)
    }

    pub fn capital(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| lexeme.capital)
    }

    /// `at`, or the place behind it where `word` stands there.
    pub fn skip(&self, at: usize, word: TimeWord) -> usize {
        at + usize::from(self.is(at, word))
    }

    pub fn skip_mark(&self, at: usize, mark: char) -> usize {
        at + usize::from(self.mark(at, mark))
    }

    /// A number of so many digits.
    pub fn digits(&self, at: usize, count: std::ops::RangeInclusive<u8>) -> Option<u64> {
        match self.kind(at)? {
            Kind::Digits { value, digits } if count.contains(&digits) => Some(value),
            _ => None,
        }
    }

    pub fn is_digits(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Digits { .. }))
    }

    /// True where nothing but a mark follows, or the end.
    pub fn ends(&self, at: usize) -> bool {
        match self.kind(at) {
            None => true,
            Some(Kind::Mark(mark)) => matches!(mark, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '"' | '”' | '’' | '\''),
            Some(_) => false,
        }
    }

    /// True where a number ends before `at`: no `.5`, `,000`, `%` or letters go on with it.
    pub fn number_ends(&self, at: usize) -> bool {
        if !self.joined(at) {
            return true;
        }
        match self.kind(at) {
            Some(Kind::Mark('.' | ',' | ':')) => !(self.joined(at + 1) && self.is_digits(at + 1)),
            Some(Kind::Mark('%' | '/' | '°' | '$' | '€' | '£')) | Some(Kind::Word(_)) | Some(Kind::Digits { .. }) => {
                false
            }
            _ => true,
        }
    }

    pub fn unit(&self, at: usize) -> Option<Unit> {
        match self.word(at)? {
            TimeWord::Unit(unit) => Some(unit),
            TimeWord::Second => Some(Unit::Seconds),
            _ => None,
        }
    }

    /// A month where something beside it says that it is one.
    pub fn month(&self, at: usize) -> Option<i8> {
        match self.word(at)? {
            TimeWord::Month(month) | TimeWord::MonthOrName(month) => Some(month as i8),
            TimeWord::MonthOrWord(month) if self.capital(at) => Some(month as i8),
            _ => None,
        }
    }

    pub fn weekday(&self, at: usize) -> Option<i8> {
        match self.word(at)? {
            TimeWord::Weekday(weekday) => Some(weekday as i8),
            _ => None,
        }
    }

    /// An ordinal in words (`twenty-first`) or digits (`21st`), up to a hundred.
    pub fn ordinal(&self, at: usize) -> Read<u8> {
        if let Some(value) = self.digits(at, 1..=2) {
            let ending = self.is(at + 1, TimeWord::OrdinalEnding) && self.joined(at + 1);
            return ending.then_some((value as u8, at + 2));
        }
        let plain = |at: usize| match self.word(at)? {
            TimeWord::Ordinal(value) => Some(value),
            TimeWord::Second => Some(2),
            _ => None,
        };
        if let Some(value) = plain(at) {
            return Some((value, at + 1));
        }
        let tens = self.lexemes.get(at).and_then(|lexeme| self.numbers.get(lexeme))?;
        let NumberWord::Value(tens @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)) = tens else { return None };
        let next = at + 1 + usize::from(self.dash(at + 1));
        plain(next).filter(|one| *one < 10).map(|one| (tens as u8 + one, next + 1))
    }

    /// A number in digits or words, and those that only time knows.
    pub fn number(&self, at: usize) -> Read<f64> {
        if let Some(TimeWord::Number(value)) = self.word(at) {
            return Some((f64::from(value), at + 1));
        }
        let worth_it = match self.kind(at)? {
            Kind::Digits { .. } => true,
            Kind::Word(_) => self.numbers.get(&self.lexemes[at]).is_some(),
            Kind::Mark(_) => false,
        };
        let number = if worth_it { numbers::read(self.lexemes, at, self.numbers)? } else { return None };
        Some((number.value, number.next))
    }

    /// A day of a month: `5`, `5th`, `fifth`, `twenty-first`; with `words`, `twenty one` too.
    pub fn day(&self, at: usize, words: bool) -> Read<i8> {
        let valid = |(value, next): (u8, usize)| (1..=31).contains(&value).then_some((value as i8, next));
        if let Some(found) = self.ordinal(at) {
            return valid(found);
        }
        if let Some(value) = self.digits(at, 1..=2) {
            let value = valid((value as u8, at + 1))?;
            return self.number_ends(at + 1).then_some(value);
        }
        let (value, next) = if words { self.number(at)? } else { return None };
        (value.fract() == 0.0 && (1.0..=31.0).contains(&value)).then_some((value as i8, next))
    }

    /// A year in four digits. `from` is the first year believed.
    pub fn year_in_digits(&self, at: usize, from: u64) -> Read<i16> {
        let year = self.digits(at, 4..=4).filter(|year| (from..=2199).contains(year))?;
        self.number_ends(at + 1).then_some((year as i16, at + 1))
    }

    /// A year in digits or words: `2018`, `nineteen seventy eight`, `two thousand and eighteen`.
    pub fn year(&self, at: usize) -> Read<i16> {
        if self.is_digits(at) {
            return self.year_in_digits(at, 1000);
        }
        let (first, next) = self.number(at)?;
        if (1000.0..2200.0).contains(&first) && first.fract() == 0.0 {
            return Some((first as i16, next));
        }
        if !(11.0..=21.0).contains(&first) || self.is_digits(next) {
            return None;
        }
        let next = next + usize::from(self.dash(next));
        let (second, next) = self.number(next)?;
        let (second, next) = if second == 0.0 { self.number(next)? } else { (second, next) };
        let whole = (1.0..100.0).contains(&second) && second.fract() == 0.0;
        whole.then(|| (first as i16 * 100 + second as i16, next))
    }
}
