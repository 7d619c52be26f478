//! From what an expression means to a day, month, week or year of the calendar, as TIMEX3 writes it.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::lang::Unit;

/// What an expression of time means before it is known when it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A day of a month; without a year, the one nearest to publication.
    Day { year: Option<i16>, month: i8, day: i8 },
    /// A month; without a year, the one nearest to publication.
    Month { year: Option<i16>, month: i8 },
    /// A month of last, this or next time round.
    WhichMonth { month: i8, which: i8 },
    /// A year.
    Year(i16),
    /// So many units after publication (before, where negative), as exact as the unit.
    Shifted { unit: Unit, by: i32 },
    /// A day of the week: the last one not after publication, or the one `which` says.
    Weekday { weekday: u8, which: Option<i8> },
}

/// The TIMEX3 value, or `None` where there is no such day or it hangs on a day of publication that is not known.
pub fn resolve(meaning: Meaning, published: Option<Date>) -> Option<String> {
    match meaning {
        Meaning::Year(year) => Some(format!("{year:04}")),
        Meaning::Day { year: Some(year), month, day } => Date::new(year, month, day).ok().map(|date| date.to_string()),
        Meaning::Month { year: Some(year), month } => Some(format!("{year:04}-{month:02}")),
        Meaning::Day { year: None, month, day } => nearest_day(month, day, published?).map(|date| date.to_string()),
        Meaning::Month { year: None, month } => Some(month_value(nearest_month(month, published?)?)),
        Meaning::WhichMonth { month, which } => Some(month_value(which_month(month, which, published?)?)),
        Meaning::Shifted { unit, by } => shifted(unit, by, published?),
        Meaning::Weekday { weekday, which } => weekday_near(weekday, which, published?).map(|date| date.to_string()),
    }
}

fn month_value(date: Date) -> String {
    format!("{:04}-{:02}", date.year(), date.month())
}

/// The day of that name nearest to `published`; of two as near, the earlier.
fn nearest_day(month: i8, day: i8, published: Date) -> Option<Date> {
    let years = (published.year() - 1..=published.year() + 1).rev();
    let days = years.filter_map(|year| Date::new(year, month, day).ok());
    days.min_by_key(|&date| (distance(date, published), date > published))
}

fn distance(a: Date, b: Date) -> i32 {
    a.since(b).map_or(i32::MAX, |span| span.get_days().abs())
}

/// The month of that name nearest to `published`; of two as near, the earlier.
fn nearest_month(month: i8, published: Date) -> Option<Date> {
    let apart = i32::from(month) - i32::from(published.month());
    let year = published.year() + i16::from(apart < -6) - i16::from(apart >= 6);
    Date::new(year, month, 1).ok()
}

/// `last March` in June is that of this year, in February that of the year before.
fn which_month(month: i8, which: i8, published: Date) -> Option<Date> {
    let year = match which {
        -1 => published.year() - i16::from(month >= published.month()),
        1 => published.year() + i16::from(month <= published.month()),
        _ => published.year(),
    };
    Date::new(year, month, 1).ok()
}

fn shifted(unit: Unit, by: i32, published: Date) -> Option<String> {
    let span = match unit {
        Unit::Days => by.days(),
        Unit::Weeks => by.weeks(),
        Unit::Months => by.months(),
        Unit::Years => by.years(),
    };
    let date = published.checked_add(span).ok()?;
    Some(match unit {
        Unit::Days => date.to_string(),
        Unit::Weeks => {
            let week = date.iso_week_date();
            format!("{:04}-W{:02}", week.year(), week.week())
        }
        Unit::Months => month_value(date),
        Unit::Years => format!("{:04}", date.year()),
    })
}

/// `Friday` is the last one up to the day of publication. `next Friday` is the first one after it, `last Friday` the
/// last one before it.
fn weekday_near(weekday: u8, which: Option<i8>, published: Date) -> Option<Date> {
    let behind = i32::from((published.weekday().to_monday_one_offset() - weekday as i8).rem_euclid(7));
    let days = match which {
        Some(1) => 7 - behind,
        Some(-1) if behind == 0 => -7,
        Some(0) if behind > 0 => 7 - behind,
        _ => -behind,
    };
    published.checked_add(days.days()).ok()
}
