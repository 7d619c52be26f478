//! From one day or period to another: `from June 3 to July 5`, `June 3-5`, `between 2010 and 2015`, `2014-18`.

use super::calendar::{Point, Tense, weekday_of_week};
use super::dates::{self, year_behind};
use super::period::{Period, YearPart};
use super::points;
use super::reader::{Read, Reader};
use super::tense;
use crate::lang::TimeWord;

/// Both ends, nothing left open that publication closes.
pub fn read(r: &Reader, at: usize) -> Read<(Point, Point)> {
    let opening = r.word(at).filter(|word| matches!(word, TimeWord::From | TimeWord::Between));
    let from = at + usize::from(opening.is_some());
    // What is postponed from Monday to Friday has two days, no range.
    if opening != Some(TimeWord::Between) && is_moved(r, at) {
        return None;
    }
    let (ends, next) = days_of_month(r, from, opening)
        .or_else(|| years(r, from, opening))
        .or_else(|| month_between(r, at))
        .or_else(|| points_joined(r, from, opening))?;
    let (left, right) = close(r, at, ends);
    let order = left.days().zip(right.days());
    match order {
        Some((left_days, right_days)) => (left_days.0 <= right_days.1).then_some(((left, right), next)),
        None => Some(((Point::Unknown, Point::Unknown), next)),
    }
}

fn is_moved(r: &Reader, at: usize) -> bool {
    const REACH: usize = 8;
    r.words[at.saturating_sub(REACH)..at].contains(&Some(TimeWord::Moved))
}

/// What joins the ends; `and` only behind `between`.
fn joint(r: &Reader, at: usize, opening: Option<TimeWord>) -> Option<usize> {
    match r.word(at) {
        Some(TimeWord::To | TimeWord::Until) => Some(at + 1),
        Some(TimeWord::And) if opening == Some(TimeWord::Between) => Some(at + 1),
        _ => r.dash(at).then_some(at + 1),
    }
}

/// `4 to 22 January, 1995`, `3-5 June`, `from 4 to 22 this month`.
fn days_of_month(r: &Reader, at: usize, opening: Option<TimeWord>) -> Read<(Point, Point)> {
    let (first, next) = r.day(at, false)?;
    let next = joint(r, next, opening)?;
    if let Some((last, behind)) = r.day(next, false) {
        let of = behind + usize::from(matches!(r.word(behind), Some(TimeWord::Of | TimeWord::In | TimeWord::Ahead)));
        if let Some(((year, month), behind)) = dates::month_named(r, of) {
            let part = |day| Point::in_year(YearPart::Day { month, day }, year);
            return Some(((part(first), part(last)), behind));
        }
    }
    let (right, next) = dates::day_first(r, next).or_else(|| dates::month_first(r, next))?;
    let left = match right {
        Point::Open(YearPart::Day { month, .. }) => Point::Open(YearPart::Day { month, day: first }),
        Point::Fixed(Period::Day(day)) => {
            Point::in_year(YearPart::Day { month: day.month(), day: first }, Some(day.year()))
        }
        _ => return None,
    };
    Some(((left, right), next))
}

/// `2014-2018`, `2014-15`, `from 2014 to 2018`.
fn years(r: &Reader, at: usize, opening: Option<TimeWord>) -> Read<(Point, Point)> {
    let (first, next) = match r.year_in_digits(at, 1000) {
        Some(found) => found,
        None => opening.and_then(|_| r.year(at))?,
    };
    let behind = joint(r, next, opening)?;
    let dash = r.dash(next) && r.joined(next) && r.joined(behind);
    let cued = opening.is_some() || matches!(r.before(at), Some(TimeWord::In | TimeWord::Ahead));
    let last = if dash && let Some(last) = r.digits(behind, 2..=2).filter(|_| r.number_ends(behind + 1)) {
        // `2014-15`; `2016-11` is a month.
        let last = first - first % 100 + last as i16;
        let third = r.dash(behind + 1) && r.joined(behind + 1);
        (last > first && !third).then_some((last, behind + 1))?
    } else if dash || cued {
        r.year(behind)?
    } else {
        return None;
    };
    let dated = r.month(last.1).is_some() || r.unit(last.1).is_some();
    let ends = (Point::Fixed(Period::Year(first)), Point::Fixed(Period::Year(last.0)));
    (last.0 > first && !dated).then_some((ends, last.1))
}

/// `November between 19 and 20`.
fn month_between(r: &Reader, at: usize) -> Read<(Point, Point)> {
    let month = r.month(at)?;
    let opening = r.word(at + 1).filter(|word| matches!(word, TimeWord::Between | TimeWord::From))?;
    let (first, next) = r.day(at + 2, false)?;
    let (last, next) = r.day(joint(r, next, Some(opening))?, false)?;
    Some(of_one_month(r, month, first, last, next))
}

fn of_one_month(r: &Reader, month: i8, first: i8, last: i8, next: usize) -> ((Point, Point), usize) {
    let year = year_behind(r, next);
    let part = |day| match year {
        Some((year, _)) => Point::in_year(YearPart::Day { month, day }, year),
        None => Point::Open(YearPart::Day { month, day }),
    };
    ((part(first), part(last)), year.map_or(next, |(_, next)| next))
}

/// Two that each could stand alone, and `June 3-5`.
fn points_joined(r: &Reader, at: usize, opening: Option<TimeWord>) -> Read<(Point, Point)> {
    let year =
        |at: usize| opening.and_then(|_| r.year(at)).map(|(year, next)| (Point::Fixed(Period::Year(year)), next));
    let now = |at: usize| r.is(at, TimeWord::Now).then(|| (Point::day(r.today), at + 1));
    let end = |at: usize| now(at).or_else(|| end(r, at)).or_else(|| year(at));
    let (left, next) = end(at)?;
    if let Point::Fixed(Period::Week(week)) = left
        && let Some(opening @ (TimeWord::From | TimeWord::Between)) = r.word(next)
    {
        return weekdays_of(r, week, next + 1, opening);
    }
    let behind = joint(r, next, opening)?;
    if let Point::Open(YearPart::Day { month, day }) = left
        && let Some((last, next)) = r.day(behind, false).filter(|(last, next)| *last > day && is_free(r, *next))
    {
        return Some(of_one_month(r, month, day, last, next));
    }
    if let Point::Run(..) = left {
        return None;
    }
    let (right, next) = end(behind)?;
    let dashed = r.dash(behind - 1) && r.joined(behind) != r.joined(behind - 1);
    (!dashed && !matches!(right, Point::Run(..))).then_some(((left, right), next))
}

/// One end: a point, with the article or without; a month that could not stand alone can as an end.
fn end(r: &Reader, at: usize) -> Read<Point> {
    let inner = r.skip(at, TimeWord::The);
    let month = || r.month(at).map(|month| (Point::Open(YearPart::Month(month)), at + 1));
    points::read(r, at).or_else(|| (inner > at).then(|| points::read(r, inner))?).or_else(month)
}

/// True where no month or unit behind a number takes it away.
fn is_free(r: &Reader, at: usize) -> bool {
    let of = r.skip(at, TimeWord::Of);
    r.month(of).is_none() && r.unit(at).is_none() && !r.is(at, TimeWord::Numeral)
}

/// `next week between Wednesday and Friday`.
fn weekdays_of(r: &Reader, week: jiff::civil::Date, at: usize, opening: TimeWord) -> Read<(Point, Point)> {
    let weekday = |at: usize| match r.word(at)? {
        TimeWord::Weekday(weekday) | TimeWord::WeekdayOrWord(weekday) => Some(weekday as i8),
        _ => None,
    };
    let first = weekday(at)?;
    let behind = joint(r, at + 1, Some(opening))?;
    let last = weekday(behind)?;
    let day = |weekday| Point::day(weekday_of_week(weekday, 0, week));
    Some(((day(first), day(last)), behind + 1))
}

/// Closes what is open in one end by the other, and what is open in both by publication and tense.
fn close(r: &Reader, at: usize, (left, right): (Point, Point)) -> (Point, Point) {
    if left.days().is_none()
        && let Some((first, _)) = right.days()
    {
        return (left.close(Some(first), Tense::Before), right);
    }
    let left = left.close(r.today, tense::of(r, at));
    match left.days() {
        Some((first, _)) => (left, right.close(Some(first), Tense::After)),
        None => (left, Point::Unknown),
    }
}
