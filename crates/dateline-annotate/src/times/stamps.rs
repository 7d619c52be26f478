//! Times of day with their day: `3 p.m. on Friday`, `Tuesday night`, `this morning`, `9 a.m. to 5 p.m.`

use super::calendar::{Point, shift_day};
use super::clock::{self, Clock};
use super::period::Period;
use super::points;
use super::reader::{Read, Reader};
use crate::lang::{TimeWord, Unit};

/// A time of day, or from one to another, on a day; `None` for a time that no day is known of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    pub day: Option<Point>,
    pub from: Clock,
    pub to: Option<Clock>,
}

/// A time of day with its day behind it, or alone on the day of publication.
pub fn read(r: &Reader, at: usize) -> Read<Stamp> {
    if let Some((stamp, next)) = named(r, at) {
        return Some(exact(r, stamp, next));
    }
    let opening = r.word(at).filter(|word| matches!(word, TimeWord::From | TimeWord::Between));
    let from = at + usize::from(opening.is_some());
    let (stamp, next, sure) = hours(r, from, opening)?;
    let day_at = r.skip_mark(next, ',');
    let day_at = day_at + usize::from(matches!(r.word(day_at), Some(TimeWord::On)));
    if let Some((day, next)) = day(r, day_at) {
        // `7:00 on Sunday afternoon`.
        let next = next + usize::from(matches!(r.word(next), Some(TimeWord::DayPart(_))));
        return Some((Stamp { day: Some(day), ..stamp }, next));
    }
    // `10 p.m. tonight`.
    if let Some((named, next)) = named(r, day_at) {
        return Some((Stamp { day: named.day, ..stamp }, next));
    }
    let cued = matches!(
        r.before(at),
        Some(
            TimeWord::At | TimeWord::In | TimeWord::Until | TimeWord::Since | TimeWord::From | TimeWord::CountedFrom(_)
        )
    );
    (sure || cued).then_some((Stamp { day: r.today.map(|today| Point::Fixed(Period::Day(today))), ..stamp }, next))
}

/// `this morning at 7:30`, `Friday night at 9`: the time of day in place of its part.
fn exact(r: &Reader, stamp: Stamp, next: usize) -> (Stamp, usize) {
    if !r.is(next, TimeWord::At) {
        return (stamp, next);
    }
    if let Some((found, next, _)) = hours(r, next + 1, None) {
        return (Stamp { day: stamp.day, ..found }, next);
    }
    let hour = r.digits(next + 1, 1..=2).filter(|hour| (1..=12).contains(hour) && r.ends(next + 2));
    let half = if stamp.from == Clock::Part("MO") { 0 } else { 12 };
    hour.map_or((stamp, next), |hour| {
        let from = Clock::At { hour: hour as u8 % 12 + half, minute: None, second: None };
        (Stamp { from, ..stamp }, next + 2)
    })
}

/// One time of day or two.
fn hours(r: &Reader, at: usize, opening: Option<TimeWord>) -> Option<(Stamp, usize, bool)> {
    let joint = |at: usize| match r.word(at) {
        Some(TimeWord::To | TimeWord::Until) => Some(at + 1),
        Some(TimeWord::And) if opening == Some(TimeWord::Between) => Some(at + 1),
        _ => r.dash(at).then_some(at + 1),
    };
    let Some(((from, sure), next)) = clock::read(r, at) else {
        // `3-5 p.m.`: the half of the day is that of the last.
        let first = r.digits(at, 1..=2).filter(|hour| (1..=12).contains(hour))? as u8;
        let ((to, sure), next) = clock::read(r, joint(at + 1)?)?;
        let Clock::At { hour: last, .. } = to else { return None };
        let half = if last >= 12 && first % 12 <= last % 12 { 12 } else { 0 };
        let from = Clock::At { hour: first % 12 + half, minute: None, second: None };
        return sure.then_some((Stamp { day: None, from, to: Some(to) }, next, true));
    };
    let last = joint(next).and_then(|next| clock::read(r, next));
    Some(match last {
        Some(((to, also), next)) => (Stamp { day: None, from, to: Some(to) }, next, sure || also),
        None => (Stamp { day: None, from, to: None }, next, sure),
    })
}

/// A point that is one day.
fn day(r: &Reader, at: usize) -> Read<Point> {
    let (point, next) = points::read(r, at)?;
    let (weekday, day) = (matches!(point, Point::Weekday(_)), matches!(point, Point::Fixed(Period::Day(_))));
    let open = matches!(point, Point::Open(part) if matches!(part.of(2024), Some(Period::Day(_))));
    (weekday || day || open || point == Point::Unknown).then_some((point, next))
}

/// `this morning`, `last night`, `tonight`, `the night of July 1`.
fn named(r: &Reader, at: usize) -> Read<Stamp> {
    let stamp = |day: Option<Point>, part: &'static str| Stamp { day, from: Clock::Part(part), to: None };
    let away = |from: Option<jiff::civil::Date>, by: i64| {
        Some(Point::day(from.and_then(|from| shift_day(Unit::Days, by, from))))
    };
    match r.word(at)? {
        TimeWord::Today(part) => Some((stamp(away(r.today, 0), part), at + 1)),
        TimeWord::The => match r.word(at + 1)? {
            TimeWord::DayPart(_) => named(r, at + 1),
            TimeWord::Which(1) | TimeWord::Neighbour(_) => named(r, at + 1),
            _ => None,
        },
        TimeWord::DayPart(part) if matches!(r.word(at + 1), Some(TimeWord::Of | TimeWord::On)) => {
            let (day, next) = day(r, at + 2)?;
            Some((stamp(Some(day), part), next))
        }
        word @ (TimeWord::Which(by) | TimeWord::Neighbour(by)) => {
            let next = at + 1 + usize::from(matches!(r.word(at + 1), Some(TimeWord::Nearest(-1))));
            let TimeWord::DayPart(part) = r.word(next)? else { return None };
            let from = if by > 0 || matches!(word, TimeWord::Neighbour(_)) { r.anchor } else { r.today };
            Some((stamp(away(from, by.into()), part), next + 1))
        }
        _ => None,
    }
}

/// The time of day behind a day that ends before `at`: `Friday at 3 p.m.`, `Tuesday night`, `tomorrow, 13:05 GMT`.
pub fn behind(r: &Reader, day: Point, at: usize) -> Read<Stamp> {
    let is_day =
        matches!(day, Point::Weekday(_) | Point::Fixed(Period::Day(_)) | Point::DayOfMonth { week: false, .. })
            || matches!(day, Point::Open(part) if matches!(part.of(2024), Some(Period::Day(_))));
    if !is_day {
        return None;
    }
    let (found, next) = match r.word(at) {
        Some(TimeWord::DayPart(part)) => exact(r, Stamp { day: None, from: Clock::Part(part), to: None }, at + 1),
        _ => {
            let next = r.skip_mark(at, ',');
            let opening = r.word(next).filter(|word| matches!(word, TimeWord::From | TimeWord::Between));
            let cue = matches!(
                r.word(next),
                Some(TimeWord::At | TimeWord::In | TimeWord::From | TimeWord::Between | TimeWord::Until)
            );
            let next = next + usize::from(cue);
            let (stamp, next, sure) = hours(r, next, opening)?;
            (sure || cue).then_some((stamp, next))?
        }
    };
    Some((Stamp { day: Some(day), ..found }, next))
}
