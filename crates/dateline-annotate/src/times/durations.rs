//! Lengths of time: `three years`, `a 10-day`, `two and a half hours`, `a couple of weeks`, `an hour and a half`.

use std::fmt::Write;

use jiff::civil::Date;

use super::calendar::shift_day;
use super::reader::{Read, Reader};
use crate::lang::{TimeWord, Unit};

/// So many of up to four units.
#[derive(Clone, Copy, Debug)]
pub struct Amount {
    parts: [(f64, Unit); 4],
    count: usize,
    /// True for `a day`, `a year`, which may be a rate.
    pub one: bool,
}

impl Amount {
    pub fn parts(&self) -> &[(f64, Unit)] {
        &self.parts[..self.count]
    }

    /// The smallest unit.
    pub fn finest(&self) -> Unit {
        self.parts().iter().map(|&(_, unit)| unit).min().unwrap_or(Unit::Days)
    }

    /// True where hours or less are counted.
    pub fn under_a_day(&self) -> bool {
        self.finest() < Unit::Days
    }

    /// The day this long after `day`, or before it where `sign` is -1.
    pub fn shift(&self, day: Date, sign: i64) -> Option<Date> {
        self.parts().iter().try_fold(day, |day, &(count, unit)| {
            let whole = count.trunc();
            let (rest, smaller) = match unit {
                Unit::Centuries | Unit::Decades => ((count - whole) * years_in(unit), Unit::Years),
                Unit::Years => ((count - whole) * 12.0, Unit::Months),
                Unit::Quarters => ((count - whole) * 3.0, Unit::Months),
                Unit::Months => ((count - whole) * 30.0, Unit::Days),
                Unit::Weeks | Unit::Fortnights => ((count - whole) * 7.0, Unit::Days),
                _ => (0.0, Unit::Days),
            };
            let day = shift_day(unit, sign * whole as i64, day)?;
            shift_day(smaller, sign * rest as i64, day)
        })
    }

    /// As TIMEX3 writes it: `P1Y6M`, `PT2H`. Work days are `BD`, as the data of others has them.
    pub fn value(&self) -> String {
        let mut parts = self.parts().to_vec();
        parts.sort_by_key(|&(_, unit)| std::cmp::Reverse(unit));
        let mut value = String::from("P");
        let mut in_day = false;
        for (count, unit) in parts {
            if unit < Unit::Days && !in_day {
                in_day = true;
                value.push('T');
            }
            let (times, letters) = written(unit);
            let _ = write!(value, "{}{letters}", count * times);
        }
        value
    }
}

fn years_in(unit: Unit) -> f64 {
    if unit == Unit::Decades { 10.0 } else { 100.0 }
}

/// What a unit is written in, and how many of those it is.
fn written(unit: Unit) -> (f64, &'static str) {
    match unit {
        Unit::Seconds => (1.0, "S"),
        Unit::Minutes => (1.0, "M"),
        Unit::Hours => (1.0, "H"),
        Unit::Days => (1.0, "D"),
        Unit::BusinessDays => (1.0, "BD"),
        Unit::Weekends => (1.0, "WE"),
        Unit::Weeks => (1.0, "W"),
        Unit::Fortnights => (2.0, "W"),
        Unit::Months => (1.0, "M"),
        Unit::Quarters => (3.0, "M"),
        Unit::Years => (1.0, "Y"),
        Unit::Decades => (10.0, "Y"),
        Unit::Centuries => (100.0, "Y"),
    }
}

/// As many units as stand at `at`.
pub fn amount(r: &Reader, at: usize) -> Read<Amount> {
    let ((count, unit, one), mut next) = counted(r, at)?;
    let mut all = Amount { parts: [(count, unit); 4], count: 1, one };
    while all.count < all.parts.len() {
        let joint =
            usize::from(r.mark(next, ',')) + usize::from(r.is(next + usize::from(r.mark(next, ',')), TimeWord::And));
        let Some(((count, unit, one), behind)) = counted(r, next + joint) else { break };
        if one || all.parts().iter().any(|&(_, other)| other == unit) {
            break;
        }
        all.parts[all.count] = (count, unit);
        all.count += 1;
        all.one = false;
        next = behind;
    }
    Some((all, next))
}

/// One count and its unit; true for `a day`.
fn counted(r: &Reader, at: usize) -> Read<(f64, Unit, bool)> {
    let half = |at: usize| {
        let and = r.is(at, TimeWord::And).then_some(at + 1)?;
        let next = r.skip(and, TimeWord::One);
        r.is(next, TimeWord::Half).then_some(next + 1)
    };
    let (mut count, mut next, mut one) = match r.word(at) {
        Some(TimeWord::Half) => (0.5, r.skip(at + 1, TimeWord::One), false),
        Some(TimeWord::Whole) => (1.0, at + 1, false),
        Some(TimeWord::Few(few)) => (f64::from(few), r.skip(at + 1, TimeWord::Of), false),
        Some(TimeWord::One) => match r.word(at + 1) {
            Some(TimeWord::Few(few)) => (f64::from(few), r.skip(at + 2, TimeWord::Of), false),
            Some(TimeWord::Half) => (0.5, at + 2, false),
            Some(TimeWord::Whole) => (1.0, at + 2, false),
            // `a 10-day truce`.
            None | Some(TimeWord::Numeral | TimeWord::Number(_)) if r.number(at + 1).is_some() => {
                let (count, next) = r.number(at + 1)?;
                if !r.dash(next) {
                    return None;
                }
                (count, next, false)
            }
            _ => (1.0, at + 1, true),
        },
        _ => {
            let (count, next) = r.number(at)?;
            (count, next, false)
        }
    };
    if let Some(behind) = half(next).filter(|_| !one) {
        (count, next) = (count + 0.5, behind);
    }
    let hyphen = r.dash(next);
    next += usize::from(hyphen);
    let business = r.is(next, TimeWord::Business) && r.unit(next + 1) == Some(Unit::Days);
    next += usize::from(business);
    let letter = r.is(next, TimeWord::LetterHalf) && r.is_digits(next - 1);
    let unit = if letter { Unit::Hours } else { r.unit(next)? };
    next += 1;
    // `three-quarters of the voters`.
    if unit == Unit::Quarters && (hyphen || r.is(next, TimeWord::Of)) {
        return None;
    }
    if let Some(behind) = half(next).filter(|_| one) {
        (count, next, one) = (count + 0.5, behind, false);
    }
    let unit = if business { Unit::BusinessDays } else { unit };
    (count > 0.0 && count < 1e5).then_some(((count, unit, one), next))
}

/// A length of time that stands for itself, as TIMEX3 writes it.
pub fn read(r: &Reader, at: usize) -> Read<String> {
    let from = if r.is(at, TimeWord::More) && r.is(at + 1, TimeWord::Than) { at + 2 } else { at };
    let (amount, next) = amount(r, from)?;
    let age = r.is(next, TimeWord::Old) || (r.dash(next) && r.is(next + 1, TimeWord::Old));
    // `40,000 barrels a day` is a rate.
    let cued = from > at
        || matches!(
            r.before(at),
            Some(TimeWord::For | TimeWord::Ahead | TimeWord::In | TimeWord::Within | TimeWord::Than | TimeWord::Of)
        )
        || (at == 0 && !amount.one)
        || r.is(at, TimeWord::One) && r.is(at + 1, TimeWord::Unit(Unit::Fortnights));
    let second_place = r.is(next - 1, TimeWord::Second) && !r.is_digits(at) && from == at && amount.one;
    // A name: `60 Minutes`.
    let named = r.capital(next - 1) && at > 0 && r.is_digits(from);
    (!age && !named && !second_place && (!amount.one || cued || is_another(r, at))).then(|| (amount.value(), next))
}

/// `another week`.
fn is_another(r: &Reader, at: usize) -> bool {
    r.is(at, TimeWord::One) && r.lexemes[at].end - r.lexemes[at].start > 2
}

/// So many of one unit, as TIMEX3 writes it.
pub fn one(count: u8, unit: Unit) -> String {
    Amount { parts: [(f64::from(count), unit); 4], count: 1, one: false }.value()
}
