//! Repeated times: `every Tuesday`, `daily`, `each year`, `twice a week`, `9 a.m. on Sundays`.

use super::calendar::Point;
use super::clock::{self, Clock};
use super::period::YearPart;
use super::reader::{Read, Reader};
use super::{durations, figures, holidays};
use crate::lang::TimeWord;

/// What is repeated.
enum Base {
    /// So long apart, as TIMEX3 writes it.
    Apart(String),
    /// A part of every day.
    Part(&'static str),
    /// A part of every week or year, as TIMEX3 writes it.
    Calendar(String),
}

/// A repeated time, as TIMEX3 writes it: `P1W`, `XXXX-WXX-2`, `XXXX-WXX-7T09`.
pub fn read(r: &Reader, at: usize) -> Read<String> {
    if let Some((base, next)) = base(r, at) {
        return Some(with_clock(r, base, next));
    }
    if let Some(found) = often(r, at) {
        return Some(found);
    }
    // `9 a.m. on Sundays`, `3 p.m. every day`.
    let ((clock, _), next) = clock::read(r, at)?;
    let (base, next) = base_behind_clock(r, next)?;
    Some((joined(base, clock), next))
}

fn base_behind_clock(r: &Reader, at: usize) -> Read<Base> {
    base(r, r.skip(at, TimeWord::On)).filter(|(base, _)| !matches!(base, Base::Apart(value) if value != "P1D"))
}

fn base(r: &Reader, at: usize) -> Read<Base> {
    match r.word(at)? {
        TimeWord::Every => every(r, at + 1),
        TimeWord::Each(count, unit) => {
            // `the Daily Telegraph`.
            let name = r.capital(at) && (at > 0 || r.capital(at + 1));
            (!name).then(|| (Base::Apart(durations::one(count, unit)), at + 1))
        }
        TimeWord::Weekdays(weekday) => Some((Base::Calendar(format!("XXXX-WXX-{weekday}")), at + 1)),
        TimeWord::DayParts(part) => {
            let cued =
                r.is(at + 1, TimeWord::At) || r.is(at + 1, TimeWord::Every) || r.before(at) == Some(TimeWord::On);
            cued.then_some((Base::Part(part), at + 1))
        }
        _ => None,
    }
}

/// Behind `every`.
fn every(r: &Reader, at: usize) -> Read<Base> {
    let next = r.skip(at, TimeWord::Other);
    let other = next > at;
    let next = if other { next } else { r.ordinal(at).filter(|(nth, _)| *nth < 32).map_or(next, |(_, next)| next) };
    if let Some(unit) = r.unit(next) {
        let count = if other { 2 } else { r.ordinal(at).map_or(1, |(nth, _)| nth) };
        return Some((Base::Apart(durations::one(count, unit)), next + 1));
    }
    if let Some((amount, next)) = durations::amount(r, at) {
        let rough = matches!(r.word(at), Some(TimeWord::Few(_) | TimeWord::One | TimeWord::Half));
        return (!rough).then(|| (Base::Apart(amount.value()), next));
    }
    match r.word(next) {
        Some(TimeWord::Weekday(weekday) | TimeWord::WeekdayOrWord(weekday)) => {
            Some((Base::Calendar(format!("XXXX-WXX-{weekday}")), next + 1))
        }
        Some(TimeWord::DayPart(part)) => Some((Base::Part(part), next + 1)),
        Some(TimeWord::Season(season)) => Some((Base::Calendar(format!("XXXX-{season}")), next + 1)),
        Some(TimeWord::Named) => of_year(holidays::named(r, next)?),
        _ => {
            let date = figures::read(r, next).or_else(|| super::dates::month_first(r, next));
            of_year(date.or_else(|| super::dates::day_first(r, next))?)
        }
    }
}

/// A day or month of every year.
fn of_year((point, next): (Point, usize)) -> Read<Base> {
    let value = match point {
        Point::Open(YearPart::Day { month, day }) => format!("XXXX-{month:02}-{day:02}"),
        Point::Open(YearPart::Month(month)) => format!("XXXX-{month:02}"),
        Point::Open(YearPart::WeekdayOfMonth { month, weekday, nth }) => {
            format!("XXXX-{month:02}-WXX-{weekday}-#{nth}")
        }
        _ => return None,
    };
    Some((Base::Calendar(value), next))
}

/// The time of day behind: `every Monday at 4 p.m.`, `every night at 9`.
fn with_clock(r: &Reader, base: Base, next: usize) -> (String, usize) {
    let at = r.is(next, TimeWord::At);
    let from = next + usize::from(at);
    let found = clock::read(r, from).filter(|((_, sure), _)| *sure || at).map(|((clock, _), next)| (clock, next));
    let hour = |base: &Base| {
        let Base::Part(part) = base else { return None };
        let hour = r.digits(from, 1..=2).filter(|hour| at && (1..=12).contains(hour))? as u8;
        let half = if *part == "MO" { 0 } else { 12 };
        Some((Clock::At { hour: hour % 12 + half, minute: None, second: None }, from + 1))
    };
    let dated = !matches!(&base, Base::Apart(value) if value != "P1D");
    match found.or_else(|| hour(&base)).filter(|_| dated) {
        Some((clock, next)) => (joined(base, clock), next),
        None => (alone(base), next),
    }
}

fn alone(base: Base) -> String {
    match base {
        Base::Apart(value) | Base::Calendar(value) => value,
        Base::Part(part) => format!("T{part}"),
    }
}

fn joined(base: Base, clock: Clock) -> String {
    match base {
        Base::Calendar(value) => format!("{value}{clock}"),
        Base::Apart(_) | Base::Part(_) => clock.to_string(),
    }
}

/// `once a year`, `three times per week`.
fn often(r: &Reader, at: usize) -> Read<String> {
    let next = match r.word(at)? {
        TimeWord::Often => at + 1,
        _ => {
            let (_, next) = r.number(at)?;
            r.is(next, TimeWord::Times).then_some(next + 1)?
        }
    };
    let per = matches!(r.word(next), Some(TimeWord::One | TimeWord::Per | TimeWord::Every));
    let unit = r.unit(next + 1).filter(|_| per)?;
    Some((durations::one(1, unit), next + 2))
}
