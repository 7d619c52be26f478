//! Counts of units that lead to a day: `two weeks ago`, `in three days`, `two days after Christmas`, `a year earlier`.

use jiff::SignedDuration;
use jiff::civil::Date;

use super::calendar::{Point, Tense, shift_day, shifted};
use super::durations::{self, Amount};
use super::period::{Period, YearPart};
use super::reader::{Read, Reader};
use super::{points, tense};
use crate::lang::{TimeWord, Unit};

/// A count with what turns it behind it.
pub fn read(r: &Reader, at: usize) -> Read<Point> {
    let from = if r.is(at, TimeWord::More) && r.is(at + 1, TimeWord::Than) { at + 2 } else { at };
    let less = from > at && r.before(from) == Some(TimeWord::Than) && is_less(r, at);
    if let Some(found) = weekdays(r, from) {
        return Some(found);
    }
    let (amount, next) = durations::amount(r, from)?;
    let comma = r.mark(next, ',') && r.is(next + 1, TimeWord::From) && r.before(at) == Some(TimeWord::For);
    let next = next + usize::from(comma);
    match r.word(next)? {
        TimeWord::Ago => Some((Point::fixed(rough(r, &amount, -1)), next + 1)),
        TimeWord::Then(by) => {
            // `a year earlier`, but not `two weeks earlier than planned`.
            let day = r.anchor.and_then(|anchor| as_exact(&amount, anchor, by.into()));
            let part = r.is(next + 1, TimeWord::Than) || r.is(next + 1, TimeWord::Which(0));
            // Without a day told of before, `25 years later` is later than something else.
            let loose = by > 0 && r.anchor == r.today && tense::of(r, at) != Tense::Future;
            (!part && !loose).then_some((Point::fixed(day), next + 1))
        }
        TimeWord::CountedFrom(1) if less => {
            let (day, next) = base(r, next + 1)?;
            Some((run(r, day, &amount), next))
        }
        TimeWord::CountedFrom(by) => counted_from(r, &amount, by, next + 1),
        TimeWord::From if r.is(next + 1, TimeWord::Now) => {
            Some((Point::day(r.today.and_then(|today| amount.shift(today, 1))), next + 2))
        }
        TimeWord::From if less || r.before(at) == Some(TimeWord::For) => {
            let (day, next) = base(r, next + 1)?;
            Some((run(r, day, &amount), next))
        }
        TimeWord::From if matches!(r.word(next + 1), Some(TimeWord::Day(_))) => counted_from(r, &amount, 1, next + 1),
        TimeWord::Starting => {
            let next = next + 1 + usize::from(matches!(r.word(next + 1), Some(TimeWord::From | TimeWord::On)));
            let (day, next) = points::read(r, next)?;
            Some((run(r, day, &amount), next))
        }
        _ => None,
    }
}

/// `less than`: the words of bounds are told apart by their length alone, since both stand in one row of the table.
fn is_less(r: &Reader, at: usize) -> bool {
    matches!(r.kind(at), Some(crate::lexemes::Kind::Word(key)) if key == crate::lexemes::WordKey::of("less"))
}

fn run(r: &Reader, from: Point, amount: &Amount) -> Point {
    let from = from.close(r.today, Tense::Open).as_day();
    let ends = from.and_then(|from| Some(Point::Run(from, amount.shift(from, 1)?)));
    ends.unwrap_or(Point::Unknown)
}

/// So long after or before publication, as exact as the smallest unit counted.
fn rough(r: &Reader, amount: &Amount, by: i64) -> Option<Period> {
    if amount.under_a_day() {
        return under_a_day(r, amount, by).map(Period::Day);
    }
    as_exact(amount, r.today?, by)
}

fn as_exact(amount: &Amount, from: Date, by: i64) -> Option<Period> {
    let unit = match amount.finest() {
        // `two decades ago` is a year, `a decade and a half` too.
        Unit::Decades | Unit::Centuries => Unit::Years,
        Unit::Quarters => Unit::Months,
        unit => unit,
    };
    let fraction = amount.parts().iter().any(|&(count, _)| count.fract() != 0.0);
    let unit = if fraction && unit == Unit::Years { Unit::Months } else { unit };
    shifted(unit, 0, amount.shift(from, by)?)
}

fn under_a_day(r: &Reader, amount: &Amount, by: i64) -> Option<Date> {
    let Some(now) = r.now else { return r.today };
    let seconds: f64 = amount
        .parts()
        .iter()
        .map(|&(count, unit)| {
            count
                * match unit {
                    Unit::Seconds => 1.0,
                    Unit::Minutes => 60.0,
                    Unit::Hours => 3600.0,
                    _ => 86_400.0,
                }
        })
        .sum();
    now.checked_add(SignedDuration::from_secs(by * seconds as i64)).ok().map(|then| then.date())
}

/// What days are counted from: `today`, `tomorrow`, `now`, a date with its day.
fn base(r: &Reader, at: usize) -> Read<Point> {
    if r.is(at, TimeWord::Now) {
        return Some((Point::day(r.today), at + 1));
    }
    let (point, next) = points::read(r, at)?;
    let is_day = matches!(
        point,
        Point::Fixed(Period::Day(_)) | Point::Open(YearPart::Day { .. } | YearPart::Easter(_)) | Point::Unknown
    );
    is_day.then_some((point.close(r.today, Tense::Open), next))
}

/// `two days after Christmas`, `a week before July 1`: exact to the day.
fn counted_from(r: &Reader, amount: &Amount, by: i8, at: usize) -> Read<Point> {
    let (from, next) = base(r, at)?;
    Some((Point::day(from.as_day().and_then(|day| amount.shift(day, by.into()))), next))
}

/// `two Sundays from now`, `three Mondays ago`.
fn weekdays(r: &Reader, at: usize) -> Read<Point> {
    let (count, next) = r.number(at)?;
    let (TimeWord::Weekday(weekday) | TimeWord::Weekdays(weekday)) = r.word(next)? else { return None };
    let (by, next) = match r.word(next + 1)? {
        TimeWord::Ago => (-1, next + 2),
        TimeWord::Then(by) => (i64::from(by), next + 2),
        TimeWord::From if r.is(next + 2, TimeWord::Now) => (1, next + 3),
        _ => return None,
    };
    let day = r.today.and_then(|today| {
        let nearest = if by < 0 {
            super::calendar::weekday_before(weekday as i8, today)
        } else {
            super::calendar::weekday_after(weekday as i8, today)
        };
        shift_day(Unit::Weeks, by * (count as i64 - 1), nearest?)
    });
    (count >= 1.0 && count.fract() == 0.0).then_some((Point::day(day), next))
}

/// `in two weeks`, unless the sentence tells of what took that long; `within five days`.
pub fn ahead(r: &Reader, at: usize) -> Read<Point> {
    let word = r.word(at)?;
    let within = word == TimeWord::Within;
    let mut from = at + 1;
    if within {
        from = r.skip(from, TimeWord::The);
        from += usize::from(super::dates::which(r, from).is_some());
    }
    let (amount, next) = durations::amount(r, from)?;
    let age = r.dash(next - 1) || r.is(next, TimeWord::Old) || r.joined(next) && r.dash(next);
    let told = tense::of(r, at) == Tense::Past;
    // `fell in two weeks`, `the first time in two weeks`: only what is to come lies ahead.
    let lasted = tense::of(r, at) != Tense::Future || r.before(at) == Some(TimeWord::Times);
    let hyphen = (from..next).any(|at| r.dash(at)) && !r.ends(next);
    if age || hyphen || (lasted && !within) || matches!(r.word(next), Some(TimeWord::Ago | TimeWord::CountedFrom(_))) {
        return None;
    }
    if within {
        let next = if r.is(next, TimeWord::From) && r.is(next + 1, TimeWord::Day(0)) { next + 2 } else { next };
        let past = told || amount.under_a_day() || r.is(next, TimeWord::Of);
        return (!past).then(|| (run(r, Point::day(r.today), &amount), next));
    }
    Some((Point::fixed(rough(r, &amount, 1)), next))
}
