//! Every number of a sentence with the unit beside it, whatever it means there.

use super::symbols::{MONEY_SUFFIXES, SUFFIXES};
use super::words::Words;
use crate::lang::{NumberWord, QuantityWord};
use crate::lexemes::{Kind, Lexeme};
use crate::numbers;

/// A number and its unit, in lexemes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read {
    /// First lexeme of the whole and of the number.
    pub first: usize,
    pub number: usize,
    /// The lexeme behind the number and behind the whole.
    pub behind: usize,
    pub next: usize,
    pub value: f64,
    /// `None` for a number without unit.
    pub unit: Option<&'static str>,
    /// True for a number in digits.
    pub digits: bool,
    /// True for `dozens`, which says no number.
    pub vague: bool,
}

/// Reads all quantities of `lexemes`, which are of `sentence`, into `found`.
pub(super) fn read_all(sentence: &str, lexemes: &[Lexeme], words: &Words, found: &mut Vec<Read>) {
    found.clear();
    let mut reader = Reader { sentence, lexemes, words, free: 0 };
    let mut at = 0;
    while at < lexemes.len() {
        let candidate = match lexemes[at].kind {
            Kind::Digits { .. } => true,
            Kind::Word(_) => words.numbers.get(&lexemes[at]).is_some(),
            Kind::Mark('.' | ',') => lexemes[at].apart && lexemes.get(at + 1).is_some_and(|next| !next.apart),
            Kind::Mark(mark) => !mark.is_ascii(),
        };
        let Some(read) = candidate.then(|| reader.at(at)).flatten() else {
            at += 1;
            continue;
        };
        at = read.next.max(at + 1);
        reader.free = at;
        found.push(read);
    }
}

struct Reader<'a> {
    sentence: &'a str,
    lexemes: &'a [Lexeme],
    words: &'a Words,
    /// Lexemes before this one belong to the quantity before.
    free: usize,
}

impl Reader<'_> {
    fn text(&self, at: usize) -> &str {
        self.lexemes.get(at).map_or("", |lexeme| &self.sentence[lexeme.start..lexeme.end])
    }

    fn is_word(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| matches!(lexeme.kind, Kind::Word(_)))
    }

    fn joined(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| !lexeme.apart)
    }

    fn mark(&self, at: usize, mark: char) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| lexeme.kind == Kind::Mark(mark))
    }

    fn at(&self, at: usize) -> Option<Read> {
        let Some(number) = numbers::read_with(self.lexemes, at, &self.words.numbers, self.words.decimal) else {
            return self.vague(at);
        };
        let before =
            self.words.currency_before(self.sentence, self.lexemes, at).filter(|(_, first)| *first >= self.free);
        let foreign = |lexeme: &Lexeme| lexeme.end - lexeme.start >= 3 && !self.text(at - 1).is_ascii();
        if number.digits
            && before.is_none()
            && at > 0
            && self.joined(at)
            && self.is_word(at - 1)
            && !foreign(&self.lexemes[at - 1])
        {
            return None;
        }
        let mut read = Read {
            first: before.map_or(at, |(_, first)| first),
            number: at,
            behind: number.next,
            next: number.next,
            value: number.value,
            unit: before.map(|(unit, _)| unit),
            digits: number.digits,
            vague: false,
        };
        self.power(&mut read);
        self.suffix(&mut read);
        if !self.unit(&mut read) {
            return None;
        }
        self.ratio(&mut read);
        self.cents(&mut read);
        self.minus(&mut read);
        read.value.is_finite().then_some(read)
    }

    /// `dozens`, `hundreds of thousands`: at least two of the scale.
    fn vague(&self, at: usize) -> Option<Read> {
        let many = |at: usize| match self.words.numbers.get(self.lexemes.get(at)?) {
            Some(NumberWord::Many(scale)) => Some(scale),
            _ => None,
        };
        let of = self.words.role(self.lexemes, at + 1) == Some(QuantityWord::Of);
        let (scale, next) = match many(at + 2).filter(|_| of) {
            Some(more) => (many(at)? * more, at + 3),
            None => (many(at)?, at + 1),
        };
        let read = Read {
            first: at,
            number: at,
            behind: next,
            next,
            value: 2.0 * scale,
            unit: None,
            digits: false,
            vague: true,
        };
        Some(read)
    }

    /// `one in five`, `two out of three`, `2000 over 3`.
    fn ratio(&self, read: &mut Read) {
        let role = self.words.role(self.lexemes, read.next);
        let whole = read.unit.is_none() && read.value.fract() == 0.0 && read.value >= 1.0;
        let out =
            role == Some(QuantityWord::In) && self.words.role(self.lexemes, read.next + 1) == Some(QuantityWord::Of);
        let at = read.next + 1 + usize::from(out);
        if !whole || !matches!(role, Some(QuantityWord::In | QuantityWord::Over)) {
            return;
        }
        let Some(below) = numbers::read_with(self.lexemes, at, &self.words.numbers, self.words.decimal) else { return };
        let small = !read.digits && !below.digits && read.value < below.value && read.value <= 9.0;
        let fits = small || role == Some(QuantityWord::Over);
        let timed = self.words.role(self.lexemes, below.next) == Some(QuantityWord::Time);
        if fits && !timed && below.value >= 2.0 {
            (read.value, read.next, read.behind) = (read.value / below.value, below.next, below.next);
        }
    }

    /// `1e10`, `1.1^23`.
    fn power(&self, read: &mut Read) {
        let at = read.next;
        let tens = self.joined(at) && self.text(at).eq_ignore_ascii_case("e") && read.digits;
        let power = self.joined(at) && self.mark(at, '^');
        if !(tens || power) {
            return;
        }
        let minus = self.joined(at + 1) && self.mark(at + 1, '-');
        let signed = usize::from(minus || self.joined(at + 1) && self.mark(at + 1, '+'));
        let digits = at + 1 + signed;
        let Some(Kind::Digits { value, digits: 1..=3 }) = self.lexemes.get(digits).map(|lexeme| lexeme.kind) else {
            return;
        };
        let power = value as i32 * if minus { -1 } else { 1 };
        let value = if tens { read.value * 10f64.powi(power) } else { read.value.powi(power) };
        if self.joined(digits) && value.is_finite() {
            (read.value, read.next, read.behind) = (value, digits + 1, digits + 1);
        }
    }

    /// `10k`, `£5m`.
    fn suffix(&self, read: &mut Read) {
        let at = read.next;
        let ends = self
            .lexemes
            .get(at + 1)
            .is_none_or(|next| next.apart || matches!(next.kind, Kind::Mark(_)) && !self.mark(at + 1, '/'));
        if !read.digits || !ends || !self.is_word(at) || !self.joined(at) && self.text(at).len() > 1 {
            return;
        }
        let money = read.unit.is_some();
        let suffixes = SUFFIXES.iter().chain(MONEY_SUFFIXES.iter().filter(|_| money));
        let close = |letter: &str| self.joined(at) || !matches!(letter, "b" | "B" | "m" | "t" | "T");
        if let Some((_, by)) = suffixes.into_iter().find(|(letter, _)| *letter == self.text(at) && close(letter)) {
            (read.value, read.next, read.behind) = (read.value * by, at + 1, at + 1);
        }
    }

    /// Takes the unit behind the number. False where letters stand there that are none: `4th`, `737x`.
    fn unit(&self, read: &mut Read) -> bool {
        let dash = usize::from(self.mark(read.next, '-') && self.joined(read.next) && self.joined(read.next + 1));
        let open = ['(', '[', '{', '<'].iter().position(|bracket| self.mark(read.next, *bracket));
        let at = read.next + dash + usize::from(open.is_some());
        let unit = self.words.unit(self.sentence, self.lexemes, at).filter(|(unit, next)| match open {
            Some(kind) => self.mark(*next, [')', ']', '}', '>'][kind]),
            None => self.fits(unit, at, read),
        });
        match unit {
            Some((unit, next)) if read.unit.is_none() || read.unit == Some(unit) => {
                read.unit = Some(unit);
                read.next = next + usize::from(open.is_some());
                true
            }
            Some(_) => true,
            None => {
                let sign = self.text(read.next).len() >= 3 && !self.text(read.next).is_ascii();
                !(read.digits && self.joined(read.next) && self.is_word(read.next)) || sign
            }
        }
    }

    /// `won` is a verb behind a small number, and `pm` a time.
    fn fits(&self, unit: &str, at: usize, read: &Read) -> bool {
        match unit {
            "KRW" => read.value >= 100.0 || !self.text(at).eq_ignore_ascii_case("won"),
            "pm" => !self.joined(at) && self.text(at).len() > 2,
            _ => true,
        }
    }

    /// `3 dollars 50 cents`, `thirteen dollars forty-five`.
    fn cents(&self, read: &mut Read) {
        let whole = read.value.fract() == 0.0 && read.next > read.behind;
        if !whole || !read.unit.is_some_and(is_currency) {
            return;
        }
        let and = usize::from(self.words.role(self.lexemes, read.next) == Some(QuantityWord::And));
        let at = read.next + and;
        let Some(part) = numbers::read_with(self.lexemes, at, &self.words.numbers, self.words.decimal) else { return };
        if part.value >= 100.0 || part.value.fract() != 0.0 {
            return;
        }
        let named = self.words.unit(self.sentence, self.lexemes, part.next);
        let next = match named {
            Some(("cent" | "pence" | "penny", next)) => next,
            None if and == 0 && !self.is_word(part.next) && part.digits == read.digits && !part.digits => part.next,
            _ => return,
        };
        read.value += part.value / 100.0;
        read.next = next;
    }

    /// `-5`, `minus five`.
    fn minus(&self, read: &mut Read) {
        let Some(before) = read.first.checked_sub(1).filter(|before| *before >= self.free) else { return };
        let word = self.words.role(self.lexemes, before) == Some(QuantityWord::Minus);
        let sign = self.mark(before, '-') || self.mark(before, '−');
        let free = before == 0 || self.lexemes[before].apart && self.joined(read.first);
        if word || sign && free {
            read.value = -read.value;
            read.number = read.number.min(before);
            read.first = before;
        }
    }
}

/// True for an ISO 4217 code.
pub(super) fn is_currency(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase())
}
