//! Days, weeks, months and longer periods of the calendar, and how TIMEX3 writes them.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// A period of the calendar, as exact as the words for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    Day(Date),
    /// The week of that Monday.
    Week(Date),
    /// The weekend of that Saturday.
    Weekend(Date),
    Month(i16, i8),
    Quarter(i16, i8),
    Half(i16, i8),
    /// As TIMEX3 writes it: `SP`, `SU`, `FA`, `WI`.
    Season(i16, &'static str),
    Year(i16),
    /// A year as companies and states count it.
    Fiscal(i16),
    /// The ten years from that one.
    Decade(i16),
    /// The hundred years from that one.
    Century(i16),
}

impl Period {
    /// The first day.
    pub fn first(self) -> Option<Date> {
        let (year, month) = match self {
            Period::Day(day) | Period::Week(day) | Period::Weekend(day) => return Some(day),
            Period::Month(year, month) => (year, month),
            Period::Quarter(year, quarter) => (year, quarter * 3 - 2),
            Period::Half(year, half) => (year, half * 6 - 5),
            Period::Season(year, season) => (year, season_begins(season)),
            Period::Year(year) | Period::Fiscal(year) | Period::Decade(year) | Period::Century(year) => (year, 1),
        };
        Date::new(year, month, 1).ok()
    }

    /// The last day.
    pub fn last(self) -> Option<Date> {
        let first = self.first()?;
        let next = match self {
            Period::Day(_) => 1.day(),
            Period::Week(_) => 7.days(),
            Period::Weekend(_) => 2.days(),
            Period::Month(..) => 1.month(),
            Period::Quarter(..) | Period::Season(..) => 3.months(),
            Period::Half(..) => 6.months(),
            Period::Year(_) | Period::Fiscal(_) => 1.year(),
            Period::Decade(_) => 10.years(),
            Period::Century(_) => 100.years(),
        };
        first.checked_add(next).and_then(|next| next.yesterday()).ok()
    }
}

/// The month that a season begins in.
fn season_begins(season: &str) -> i8 {
    match season {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 12,
    }
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let week = |formatter: &mut fmt::Formatter<'_>, day: Date| {
            let week = day.iso_week_date();
            write!(formatter, "{:04}-W{:02}", week.year(), week.week())
        };
        match *self {
            Period::Day(day) => write!(formatter, "{day}"),
            Period::Week(day) => week(formatter, day),
            Period::Weekend(day) => week(formatter, day).and_then(|()| formatter.write_str("-WE")),
            Period::Month(year, month) => write!(formatter, "{year:04}-{month:02}"),
            Period::Quarter(year, quarter) => write!(formatter, "{year:04}-Q{quarter}"),
            Period::Half(year, half) => write!(formatter, "{year:04}-H{half}"),
            Period::Season(year, season) => write!(formatter, "{year:04}-{season}"),
            Period::Year(year) => write!(formatter, "{year:04}"),
            Period::Fiscal(year) => write!(formatter, "FY{year:04}"),
            Period::Decade(year) => write!(formatter, "{:03}", year / 10),
            Period::Century(year) => write!(formatter, "{:02}", year / 100),
        }
    }
}

/// A part of a year, whichever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearPart {
    Day {
        month: i8,
        day: i8,
    },
    Month(i8),
    Quarter(i8),
    Half(i8),
    Season(&'static str),
    /// By its number in the year, -1 for the last.
    Week(i8),
    /// The week of that number in the month, the first that with the most of its days there; -1 for the last.
    WeekOfMonth {
        month: i8,
        nth: i8,
    },
    /// The weekday (1 for Monday) of that number in the month, -1 for the last.
    WeekdayOfMonth {
        month: i8,
        weekday: i8,
        nth: i8,
    },
    /// The week with that day.
    WeekWith {
        month: i8,
        day: i8,
    },
    /// So many days from Easter Sunday.
    Easter(i16),
}

impl YearPart {
    /// This part of `year`, or `None` where the year has no such.
    pub fn of(self, year: i16) -> Option<Period> {
        Some(match self {
            YearPart::Day { month, day } => Period::Day(Date::new(year, month, day).ok()?),
            YearPart::Month(month) => Period::Month(year, month),
            YearPart::Quarter(quarter) => Period::Quarter(year, quarter),
            YearPart::Half(half) => Period::Half(year, half),
            YearPart::Season(season) => Period::Season(year, season),
            YearPart::Week(nth) => Period::Week(week_of_year(year, nth)?),
            YearPart::WeekOfMonth { month, nth } => Period::Week(monday(weekday_of_month(year, month, 4, nth)?)?),
            YearPart::WeekdayOfMonth { month, weekday, nth } => {
                Period::Day(weekday_of_month(year, month, weekday, nth)?)
            }
            YearPart::WeekWith { month, day } => Period::Week(monday(Date::new(year, month, day).ok()?)?),
            YearPart::Easter(days) => Period::Day(easter(year)?.checked_add(i64::from(days).days()).ok()?),
        })
    }
}

/// The Monday of the week of `day`.
pub fn monday(day: Date) -> Option<Date> {
    day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok()
}

fn weekday_of_month(year: i16, month: i8, weekday: i8, nth: i8) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
}

fn week_of_year(year: i16, nth: i8) -> Option<Date> {
    // The week of 4 January is the first, that of 28 December the last (ISO 8601).
    let week = match nth {
        -1 => Date::new(year, 12, 28).ok()?.iso_week_date().week(),
        nth => nth,
    };
    jiff::civil::ISOWeekDate::new(year, week, Weekday::Monday).ok().map(|week| week.date())
}

/// Easter Sunday in the Gregorian calendar (the anonymous algorithm that Nature printed in 1876).
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let corrected = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - corrected + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let shift = (golden + 11 * moon + 22 * weekday) / 451;
    let days = moon + weekday - 7 * shift + 114;
    Date::new(year as i16, (days / 31) as i8, (days % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(part: YearPart, year: i16, expected: &str) {
        assert_eq!(part.of(year).map(|period| period.to_string()).as_deref().unwrap_or("none"), expected);
    }

    #[test]
    fn parts_of_a_year() {
        check(YearPart::Easter(0), 2024, "2024-03-31");
        check(YearPart::Easter(-2), 2025, "2025-04-18");
        check(YearPart::Day { month: 2, day: 29 }, 2025, "none");
        check(YearPart::Week(-1), 2015, "2015-W53");
        check(YearPart::WeekOfMonth { month: 7, nth: -1 }, 2016, "2016-W30");
        check(YearPart::WeekdayOfMonth { month: 11, weekday: 4, nth: 4 }, 2025, "2025-11-27");
        check(YearPart::WeekdayOfMonth { month: 11, weekday: 4, nth: 6 }, 2025, "none");
    }
}
