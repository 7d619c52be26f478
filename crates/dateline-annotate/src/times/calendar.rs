//! From what an expression means to the calendar: what was left open is closed by the day of publication and the tense.

use jiff::ToSpan;
use jiff::civil::Date;

use super::period::{Period, YearPart, monday};
use crate::lang::Unit;

/// A day or period that an expression names, as far as its words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// It hangs on a day of publication that is not known, or there is no such day.
    Unknown,
    /// Nothing is open.
    Fixed(Period),
    /// A part of a year that the words leave open.
    Open(YearPart),
    /// A day of the week, 1 for Monday; the week is open.
    Weekday(i8),
    /// A day of a month that the words leave open; on a weekday, where one is named.
    DayOfMonth { day: i8, weekday: Option<i8>, week: bool },
    /// From the first day to the last.
    Run(Date, Date),
}

/// Which way the words around an expression point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// To what has happened.
    Past,
    /// To what is yet to come.
    Future,
    /// Nothing tells.
    Open,
    /// To that day or later, for certain: the end of a range.
    After,
    /// To that day or before, for certain: the beginning of a range.
    Before,
}

impl Point {
    /// `period`, or unknown.
    pub fn fixed(period: Option<Period>) -> Point {
        period.map_or(Point::Unknown, Point::Fixed)
    }

    /// That day, or unknown.
    pub fn day(day: Option<Date>) -> Point {
        Point::fixed(day.map(Period::Day))
    }

    /// `part` of `year`, which is `None` where it hangs on an unknown publication.
    pub fn in_year(part: YearPart, year: Option<i16>) -> Point {
        Point::fixed(year.and_then(|year| part.of(year)))
    }

    /// The first and last day, with nothing left open.
    pub fn days(self) -> Option<(Date, Date)> {
        match self {
            Point::Fixed(period) => period.first().zip(period.last()),
            Point::Run(first, last) => Some((first, last)),
            _ => None,
        }
    }

    /// The day, where it is one and nothing is open.
    pub fn as_day(self) -> Option<Date> {
        match self {
            Point::Fixed(Period::Day(day)) => Some(day),
            _ => None,
        }
    }

    /// With what was open closed, or unknown.
    pub fn close(self, today: Option<Date>, tense: Tense) -> Point {
        let Some(today) = today else {
            return if matches!(self, Point::Fixed(_) | Point::Run(..)) { self } else { Point::Unknown };
        };
        match self {
            Point::Open(part) => Point::fixed(nearest_year(part, today, tense)),
            Point::Weekday(weekday) => Point::day(open_weekday(weekday, today, tense)),
            Point::DayOfMonth { day, weekday, week } => {
                let found = day_of_month(day, weekday, today, tense);
                let found = if week { found.and_then(monday).map(Period::Week) } else { found.map(Period::Day) };
                Point::fixed(found)
            }
            other => other,
        }
    }
}

/// How far a period is from `today` as the tense sees it: the smallest is taken. What lies on the wrong side counts as
/// further away, not as impossible: the word that tells the tense may belong to another clause. News looks back more.
fn strangeness(first: Date, last: Date, today: Date, tense: Tense) -> (bool, i32) {
    const WRONG_SIDE: i32 = 36;
    const EITHER_SIDE: i32 = 12;
    let days = |from: Date, to: Date| from.until(to).map_or(i32::MAX / WRONG_SIDE, |span| span.get_days());
    let (ahead, behind) = (first > today, last < today);
    let (impossible, weight) = match tense {
        Tense::After => (behind, EITHER_SIDE),
        Tense::Before => (ahead, EITHER_SIDE),
        Tense::Past if ahead => (false, WRONG_SIDE),
        Tense::Future if behind => (false, WRONG_SIDE),
        Tense::Open if ahead => (false, EITHER_SIDE + 2),
        _ => (false, EITHER_SIDE),
    };
    (impossible, days(first, today).abs().min(days(last, today).abs()) * weight)
}

/// The one of that name nearest to `today`, on the side that the tense says; of two as near, the earlier.
fn nearest_year(part: YearPart, today: Date, tense: Tense) -> Option<Period> {
    // A leap day is up to eight years away.
    let years = today.year().saturating_sub(8)..=today.year().saturating_add(8);
    let candidates = years.filter_map(|year| part.of(year));
    // Quarters are told of when they are over. A month, unlike a day, is named without its year only where the tense tells.
    let tense = match (part, tense) {
        (YearPart::Quarter(_), Tense::Open) => Tense::Past,
        (YearPart::Month(_), Tense::Past) => Tense::Before,
        (YearPart::Month(_), Tense::Future) => Tense::After,
        (_, tense) => tense,
    };
    candidates
        .filter_map(|period| Some((period, strangeness(period.first()?, period.last()?, today, tense))))
        .min_by_key(|&(_, strangeness)| strangeness)
        .map(|(period, _)| period)
}

fn day_of_month(day: i8, weekday: Option<i8>, today: Date, tense: Tense) -> Option<Date> {
    let first = today.first_of_month();
    let months = (-13i64..=13).filter_map(|by| first.checked_add(by.months()).ok());
    let days = months.filter_map(|month| Date::new(month.year(), month.month(), day).ok());
    days.filter(|day| weekday.is_none_or(|weekday| day.weekday().to_monday_one_offset() == weekday))
        .min_by_key(|&day| strangeness(day, day, today, tense))
}

/// The last one up to `today`, or where it is yet to come the first one after it.
fn open_weekday(weekday: i8, today: Date, tense: Tense) -> Option<Date> {
    match tense {
        Tense::Future | Tense::After => weekday_after(weekday, today),
        Tense::Past | Tense::Open | Tense::Before => weekday_before(weekday, today.tomorrow().ok()?),
    }
}

/// The first such weekday after `day`.
pub fn weekday_after(weekday: i8, day: Date) -> Option<Date> {
    let ahead = (weekday - day.weekday().to_monday_one_offset() - 1).rem_euclid(7) + 1;
    day.checked_add(i64::from(ahead).days()).ok()
}

/// The last such weekday before `day`.
pub fn weekday_before(weekday: i8, day: Date) -> Option<Date> {
    let behind = (day.weekday().to_monday_one_offset() - weekday - 1).rem_euclid(7) + 1;
    day.checked_sub(i64::from(behind).days()).ok()
}

/// That weekday of the week so many weeks from that of `today`.
pub fn weekday_of_week(weekday: i8, weeks: i64, today: Date) -> Option<Date> {
    monday(today)?.checked_add((weeks * 7 + i64::from(weekday) - 1).days()).ok()
}

/// The unit that lies so many units from the one of `today`.
pub fn shifted(unit: Unit, by: i64, today: Date) -> Option<Period> {
    let date = shift_day(unit, by, today)?;
    Some(match unit {
        Unit::Seconds | Unit::Minutes | Unit::Hours | Unit::Days | Unit::BusinessDays => Period::Day(date),
        Unit::Weeks | Unit::Fortnights => Period::Week(monday(date)?),
        Unit::Weekends => Period::Weekend(monday(date)?.checked_add(5.days()).ok()?),
        Unit::Months => Period::Month(date.year(), date.month()),
        Unit::Quarters => Period::Quarter(date.year(), (date.month() + 2) / 3),
        Unit::Years => Period::Year(date.year()),
        Unit::Decades => Period::Decade(date.year().div_euclid(10) * 10),
        Unit::Centuries => Period::Century(date.year().div_euclid(100) * 100),
    })
}

/// The day that lies so many units from `day`; less than a day is none.
pub fn shift_day(unit: Unit, by: i64, day: Date) -> Option<Date> {
    // What is further away than the calendar reaches is no date.
    let by = by.clamp(-30_000, 30_000);
    let span = match unit {
        Unit::Seconds | Unit::Minutes | Unit::Hours => return Some(day),
        Unit::Days => by.days(),
        Unit::BusinessDays => return business_day(day, by),
        Unit::Weeks | Unit::Weekends => by.weeks(),
        Unit::Fortnights => (by * 2).weeks(),
        Unit::Months => by.months(),
        Unit::Quarters => (by * 3).months(),
        Unit::Years => span_of_years(by)?,
        Unit::Decades => span_of_years(by.checked_mul(10)?)?,
        Unit::Centuries => span_of_years(by.checked_mul(100)?)?,
    };
    day.checked_add(span).ok()
}

fn span_of_years(years: i64) -> Option<jiff::Span> {
    jiff::Span::new().try_years(years).ok()
}

/// The day so many days from `day`, Saturdays and Sundays left out.
fn business_day(day: Date, by: i64) -> Option<Date> {
    let weekday = i64::from(day.weekday().to_monday_zero_offset());
    let (weeks, rest) = (by.div_euclid(5), by.rem_euclid(5));
    let from = weekday.min(if by < 0 { 5 } else { 4 });
    let over = if from + rest > 4 { 2 } else { 0 };
    day.checked_add((weeks * 7 + rest + over - (weekday - from)).days()).ok()
}
