//! Numbers, in digits and in words.

use crate::lang::NumberWord;
use crate::lexemes::{Kind, Lexeme, Lexicon};

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// What it comes to.
    pub value: f64,
    /// The lexeme behind its last.
    pub next: usize,
    /// True where it is written in digits only.
    pub digits: bool,
}

/// Numbers of more digits are no quantities.
const MOST_DIGITS: u8 = 18;

/// A number in words goes on for at most so many parts.
const MOST_PARTS: usize = 24;

/// The number that begins at `at`, with a decimal point: `1,200.5`, `3.5 million`, `twenty-five`, `two hundred and six thousand`.
pub fn read(lexemes: &[Lexeme], at: usize, words: &Lexicon<NumberWord>) -> Option<Number> {
    read_with(lexemes, at, words, '.')
}

/// Like [`read`], with `decimal` before the fraction and the other of comma and full stop between groups of three.
pub fn read_with(lexemes: &[Lexeme], at: usize, words: &Lexicon<NumberWord>, decimal: char) -> Option<Number> {
    let reader = Reader { lexemes, words, decimal };
    if let Some(number) = reader.digits_with_fraction(at) {
        return Some(reader.scaled(number));
    }
    if let Some(number) = reader.share(at) {
        return Some(number);
    }
    let number = reader.in_words(at)?;
    let number = reader.divided(at, number).or_else(|| reader.pointed(number)).unwrap_or_else(|| reader.scaled(number));
    Some(reader.and_a_half(number))
}

/// `8.7` times a trillion is whole, though not in binary fractions.
fn times(value: f64, scale: f64) -> f64 {
    let product = value * scale;
    let whole = product.round();
    if (product - whole).abs() <= product.abs() * 1e-13 { whole } else { product }
}

struct Reader<'a> {
    lexemes: &'a [Lexeme],
    words: &'a Lexicon<NumberWord>,
    decimal: char,
}

impl Reader<'_> {
    /// True where `mark` stands at `at`, right behind what is before it.
    fn mark(&self, at: usize, mark: char) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| lexeme.kind == Kind::Mark(mark) && !lexeme.apart)
    }

    fn word(&self, at: usize) -> Option<NumberWord> {
        self.words.get(self.lexemes.get(at)?)
    }

    fn digits(&self, at: usize) -> Option<(u64, u8)> {
        match self.lexemes.get(at)?.kind {
            Kind::Digits { value, digits } if digits <= MOST_DIGITS => Some((value, digits)),
            _ => None,
        }
    }

    /// Digits right behind what is before them.
    fn joined(&self, at: usize) -> Option<(u64, u8)> {
        self.digits(at).filter(|_| !self.lexemes[at].apart)
    }

    /// `3/4`, `2 1/4`, `2½` and what has no fraction.
    fn digits_with_fraction(&self, at: usize) -> Option<Number> {
        if let Some(value) = self.sign(at) {
            return Some(Number { value, next: at + 1, digits: true });
        }
        let whole = self.in_digits(at)?;
        if let Some(value) = self.sign(whole.next) {
            return Some(Number { value: whole.value + value, next: whole.next + 1, digits: true });
        }
        if let Some(number) = self.slashed(at) {
            return Some(number);
        }
        let part = self.slashed(whole.next).filter(|part| part.value < 1.0 && whole.next == at + 1);
        Some(part.map_or(whole, |part| Number { value: whole.value + part.value, ..part }))
    }

    /// `¾`.
    fn sign(&self, at: usize) -> Option<f64> {
        let Kind::Mark(mark) = self.lexemes.get(at)?.kind else { return None };
        FRACTION_SIGNS.iter().find(|(sign, _)| *sign == mark).map(|(_, value)| *value)
    }

    /// `3/4`, and not the parts of `5/17/2018`.
    fn slashed(&self, at: usize) -> Option<Number> {
        let (above, _) = self.digits(at)?;
        let (below, _) = self.joined(at + 2).filter(|(below, _)| self.mark(at + 1, '/') && *below > 0)?;
        let chained = self.mark(at + 3, '/') || at > 0 && self.mark(at, '/') || at > 0 && self.mark(at - 1, '/');
        (!chained).then_some(Number { value: above as f64 / below as f64, next: at + 3, digits: true })
    }

    /// `1,200.5`, `12,34,567`, `1 234 567`, `.08`; each part of `192.168.1.2` alone.
    fn in_digits(&self, at: usize) -> Option<Number> {
        if self.lexemes.get(at)?.kind == Kind::Mark(self.decimal) && (self.lexemes[at].apart || at == 0) {
            let (part, places) = self.joined(at + 1)?;
            return Some(Number { value: part as f64 / 10f64.powi(i32::from(places)), next: at + 2, digits: true });
        }
        let (whole, first_digits) = self.digits(at)?;
        let (value, mut next, grouped) = self.groups(at, whole, first_digits);
        let mut value = value.unwrap_or(whole as f64);
        let group = if self.decimal == '.' { ',' } else { '.' };
        let chained = !grouped && at > 1 && self.mark(at - 1, self.decimal) && self.digits(at - 2).is_some();
        if let Some((part, places)) = self.joined(next + 1).filter(|_| self.mark(next, self.decimal) && !chained) {
            let more =
                (self.mark(next + 2, self.decimal) || self.mark(next + 2, group)) && self.joined(next + 3).is_some();
            if !more {
                value += part as f64 / 10f64.powi(i32::from(places));
                next += 2;
            }
        }
        Some(Number { value, next, digits: true })
    }

    /// The groups of digits behind the first: their value, the lexeme behind them, and whether there are any.
    fn groups(&self, at: usize, whole: u64, first_digits: u8) -> (Option<f64>, usize, bool) {
        let (mut value, mut next) = (whole as f64, at + 1);
        if first_digits > 3 || whole == 0 {
            return (None, next, false);
        }
        let group = if self.decimal == '.' { ',' } else { '.' };
        let most = at + 14;
        // `12,34,567`: groups of two before the last one of three.
        let mut pairs = next;
        while first_digits <= 2
            && pairs < most
            && self.mark(pairs, group)
            && matches!(self.joined(pairs + 1), Some((_, 2)))
        {
            pairs += 2;
        }
        if pairs > next && self.mark(pairs, group) && matches!(self.joined(pairs + 1), Some((_, 3))) {
            while next < pairs {
                value = value * 100.0 + self.joined(next + 1).map_or(0.0, |(pair, _)| pair as f64);
                next += 2;
            }
        }
        while let Some((three, 3)) = self.joined(next + 1).filter(|_| next < most && self.mark(next, group)) {
            value = value * 1000.0 + three as f64;
            next += 2;
        }
        let spaced = |next: usize| {
            self.digits(next).filter(|(_, digits)| *digits == 3 && next < most && self.lexemes[next].apart)
        };
        if next == at + 1 {
            while let Some((three, _)) = spaced(next) {
                value = value * 1000.0 + three as f64;
                next += 1;
            }
        }
        (Some(value), next, next > at + 1)
    }

    /// `twenty-five`, `two hundred and six`, `a hundred`.
    fn in_words(&self, at: usize) -> Option<Number> {
        let (mut sum, mut next) = (None::<f64>, at);
        if self.word(at) == Some(NumberWord::Article) {
            match self.word(at + 1)? {
                NumberWord::Hundred | NumberWord::Scale(_) => next += 1,
                _ => return None,
            }
        }
        if let (Some(NumberWord::Scale(_)), true) = (self.word(next), next > at) {
            return Some(Number { value: 1.0, next, digits: false });
        }
        // The smallest part read so far: `two three` are two numbers.
        let mut least = f64::MAX;
        while next < at + MOST_PARTS {
            let skip = match self.lexemes.get(next).map(|lexeme| lexeme.kind) {
                Some(Kind::Mark('-')) if sum.is_some() => 1,
                Some(Kind::Word(_))
                    if self.word(next) == Some(NumberWord::And) && sum.is_some_and(|sum| sum >= 100.0) =>
                {
                    1
                }
                _ => 0,
            };
            match self.word(next + skip) {
                Some(NumberWord::Value(value)) if f64::from(value) < least => {
                    let value = f64::from(value);
                    sum = Some(sum.unwrap_or(0.0) + value);
                    least = if value >= 20.0 { 10.0 } else { 0.0 };
                }
                Some(NumberWord::Hundred) if sum.is_none_or(|sum| sum < 100.0) && skip == 0 => {
                    sum = Some(sum.unwrap_or(1.0) * 100.0);
                    least = 100.0;
                }
                _ => break,
            }
            next += skip + 1;
        }
        sum.map(|value| Number { value, next, digits: false })
    }

    /// The denominator at `at`, and the lexeme behind it: `thirds`, `-fifth`, `twenty-firsts`.
    fn denominator(&self, at: usize) -> Option<(f64, bool, usize)> {
        let dash = |at: usize| usize::from(self.lexemes.get(at).is_some_and(|lexeme| lexeme.kind == Kind::Mark('-')));
        let first = at + dash(at);
        match self.word(first)? {
            NumberWord::Fraction { of, many } if of > 1.0 => Some((of, many, first + 1)),
            NumberWord::Half => Some((2.0, false, first + 1)),
            NumberWord::Value(tens @ 20..=90) => {
                let second = first + 1 + dash(first + 1);
                match self.word(second)? {
                    NumberWord::Fraction { of, many } if of < 10.0 => Some((f64::from(tens) + of, many, second + 1)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// `three quarters` of the number read at `at`.
    fn divided(&self, at: usize, number: Number) -> Option<Number> {
        let (by, many, next) = self.denominator(number.next)?;
        let single = number.value == 1.0 && number.next == at + 1;
        (many != single && !(many && single))
            .then(|| self.part_of_scale(Number { value: number.value / by, next, ..number }))
    }

    /// `half`, `a third`, `half a million`.
    fn share(&self, at: usize) -> Option<Number> {
        let number = match self.word(at)? {
            NumberWord::Article => {
                let (by, _, next) = self.denominator(at + 1).filter(|(_, many, _)| !many)?;
                Number { value: 1.0 / by, next, digits: false }
            }
            NumberWord::Half => Number { value: 0.5, next: at + 1, digits: false },
            _ => return None,
        };
        Some(self.part_of_scale(number))
    }

    /// `half a million`, `a quarter million`.
    fn part_of_scale(&self, number: Number) -> Number {
        let next = number.next + usize::from(self.word(number.next) == Some(NumberWord::Article));
        match self.word(next) {
            Some(NumberWord::Scale(scale)) => Number { value: times(number.value, scale), next: next + 1, ..number },
            _ => number,
        }
    }

    /// `five and a quarter`, `one and a half million`.
    fn and_a_half(&self, number: Number) -> Number {
        if self.word(number.next) != Some(NumberWord::And) {
            return number;
        }
        let at = number.next + 1;
        let part = match self.word(at) {
            Some(NumberWord::Article) => self.denominator(at + 1).map(|(by, _, next)| (1.0 / by, next)),
            Some(NumberWord::Value(above @ 1..=9)) => {
                self.denominator(at + 1).map(|(by, _, next)| (f64::from(above) / by, next))
            }
            _ => None,
        };
        match part {
            Some((part, next)) if part < 1.0 => {
                self.part_of_scale(Number { value: number.value + part, next, ..number })
            }
            _ => number,
        }
    }

    /// `five point two five`, `nine point nought four`.
    fn pointed(&self, number: Number) -> Option<Number> {
        let first = number.next + 1;
        if self.word(number.next) != Some(NumberWord::Point) {
            return None;
        }
        let (mut part, mut by, mut next) = (0.0, 1.0, first);
        while let Some(NumberWord::Value(digit @ 0..=9)) = self.word(next).filter(|_| next < first + 9) {
            by *= 10.0;
            part = part * 10.0 + f64::from(digit);
            next += 1;
        }
        if next == first {
            let whole = self.in_words(first).filter(|whole| whole.value < 100.0)?;
            (part, by, next) = (whole.value, 100.0, whole.next);
        }
        Some(self.scaled(Number { value: number.value + part / by, next, ..number }))
    }

    /// `number` with the scales behind it, and the smaller parts behind those: `two million, three hundred thousand`.
    fn scaled(&self, number: Number) -> Number {
        let scale = |at: usize| match self.word(at) {
            Some(NumberWord::Scale(scale) | NumberWord::Many(scale)) => Some(scale),
            Some(NumberWord::Hundred) => Some(100.0),
            _ => None,
        };
        let Some(mut last) = scale(number.next) else { return number };
        let mut all = Number { value: times(number.value, last), next: number.next + 1, ..number };
        while let Some(more) = scale(all.next).filter(|_| all.next < number.next + 3) {
            all = Number { value: times(all.value, more), next: all.next + 1, ..all };
        }
        for _ in 0..MOST_PARTS {
            let part = if number.digits {
                // `3億5000万`: Chinese and Japanese scales go on without a space.
                let joined = self.lexemes.get(all.next).is_some_and(|lexeme| !lexeme.apart);
                self.in_digits(all.next).filter(|part| joined && scale(part.next).is_some())
            } else {
                let skip = self.mark(all.next, ',') || self.word(all.next) == Some(NumberWord::And);
                self.in_words(all.next + usize::from(skip))
            };
            let Some(part) = part else { break };
            let by = scale(part.next);
            let value = times(part.value, by.unwrap_or(1.0));
            if value >= last || self.divided(all.next, part).is_some() {
                break;
            }
            last = by.unwrap_or(1.0);
            all = Number { value: all.value + value, next: part.next + usize::from(by.is_some()), ..all };
            if by.is_none() {
                break;
            }
        }
        all
    }
}

/// Signs that are a fraction by themselves.
const FRACTION_SIGNS: &[(char, f64)] = &[
    ('½', 0.5),
    ('⅓', 1.0 / 3.0),
    ('⅔', 2.0 / 3.0),
    ('¼', 0.25),
    ('¾', 0.75),
    ('⅕', 0.2),
    ('⅖', 0.4),
    ('⅗', 0.6),
    ('⅘', 0.8),
    ('⅙', 1.0 / 6.0),
    ('⅚', 5.0 / 6.0),
    ('⅛', 0.125),
    ('⅜', 0.375),
    ('⅝', 0.625),
    ('⅞', 0.875),
];

#[cfg(test)]
mod tests;
