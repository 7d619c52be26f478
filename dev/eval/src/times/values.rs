//! Whether a value that was found is one that the data expects.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::cases::Resolution;

/// True where `found` equals a Timex of `expected`, or resolves to the days of one; and where no value is stated.
pub fn agree(expected: &[Resolution], found: &str) -> bool {
    expected.is_empty() || expected.iter().any(|expected| agrees(expected, found))
}

fn agrees(expected: &Resolution, found: &str) -> bool {
    if expected.timex.split('|').any(|timex| timex == found) {
        return true;
    }
    let first = expected.days.first().map(String::as_str);
    let found_days = days(found);
    match (expected.days.as_slice(), found_days) {
        ([day], _) if same_time(day, found) => return true,
        ([day], Some((start, end))) if end == start.tomorrow().ok() && *day == start.to_string() => return true,
        ([start, end], Some((from, Some(to)))) if *start == from.to_string() && *end == to.to_string() => return true,
        _ => {}
    }
    // `XXXX-03`, `SU`: the year that the Timex leaves open may be that of the resolution, or any where there is none.
    let filled = expected.timex.strip_prefix("XXXX").or(found.strip_suffix(expected.timex.as_str()).map(|_| ""));
    let year = found.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
    match (filled, year) {
        (Some(""), Some(_)) => found[4..] == format!("-{}", expected.timex) && first.is_none(),
        (Some(rest), Some(year)) => found[4..] == *rest && first.is_none_or(|first| first.starts_with(year)),
        _ => false,
    }
}

/// `2016-11-15T08:00:20` and `2016-11-15T08:00`, where the seconds are none.
fn same_time(expected: &str, found: &str) -> bool {
    let clock = |time: &str| {
        let clock = time.rsplit('T').next().unwrap_or_default().to_owned();
        let day = time.split_once('T').map_or("", |(day, _)| day).to_owned();
        let clock = match clock.len() {
            2 => format!("{clock}:00:00"),
            5 => format!("{clock}:00"),
            _ => clock,
        };
        (day, clock)
    };
    let ((day, expected), (found_day, found)) = (clock(expected), clock(found));
    expected.contains(':') && expected == found && (day.is_empty() || day == found_day)
}

/// The first day, and the day behind the last; of a range the first days of both ends.
fn days(value: &str) -> Option<(Date, Option<Date>)> {
    if let Some((from, to)) = value.split_once('/') {
        return Some((days(from)?.0, Some(days(to)?.0)));
    }
    if let Ok(day) = value.parse::<Date>() {
        return Some((day, day.tomorrow().ok()));
    }
    let number = |part: &str| part.parse::<i16>().ok();
    let month = |year: i16, month: i16, months: i64| {
        let first = Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
        Some((first, first.checked_add(months.months()).ok()))
    };
    let parts: Vec<&str> = value.split('-').collect();
    match parts.as_slice() {
        [decade] if decade.len() == 3 => month(number(decade)? * 10, 1, 120),
        [century] if century.len() == 2 => month(number(century)?.checked_mul(100)?, 1, 1200),
        [year] => month(number(year.trim_start_matches("FY"))?, 1, 12),
        [year, week, weekend @ ..] if week.starts_with('W') => {
            let week = ISOWeekDate::new(number(year)?, i8::try_from(number(&week[1..])?).ok()?, Weekday::Monday);
            let first = week.ok()?.date();
            if weekend.is_empty() {
                return Some((first, first.checked_add(7.days()).ok()));
            }
            let saturday = first.checked_add(5.days()).ok()?;
            Some((saturday, saturday.checked_add(2.days()).ok()))
        }
        [year, quarter] if quarter.starts_with('Q') => month(number(year)?, number(&quarter[1..])? * 3 - 2, 3),
        [year, half] if half.starts_with('H') => month(number(year)?, number(&half[1..])? * 6 - 5, 6),
        [year, part] => month(number(year)?, number(part)?, 1),
        _ => None,
    }
}
