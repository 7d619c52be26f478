//! Dates as pages and files write them: `June 20, 2025`, `9/16/17`, `Fri, 20 Jun 2025 10:00:00 GMT`, `21-06-2025`.

mod age;
mod names;

use std::ops::Range;
use std::sync::LazyLock;

use dateline_model::Moment;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::fmt::rfc2822;
use jiff::tz::{Offset, TimeZone};
use regex::{Captures, Regex};

pub(crate) use age::{Age, age};
pub(crate) use names::month;
use names::{AROUND_DATES, zone};

/// Longest line that is looked at for a date.
const LONGEST: usize = 120;
/// The years a report can be of.
const YEARS: Range<i16> = 1600..2201;

fn pattern(source: &str) -> Option<Regex> {
    Regex::new(source).ok()
}

static DAY_FIRST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s\-]+(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?[\s\-]+(?:de\s+)?(\d{4}|\d{2})\b",
    )
});
static MONTH_FIRST: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"(?i)\b(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(\d{4})\b"));
static YEAR_FIRST: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"\b(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?"));
static YEAR_AND_MONTH: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"(?i)\b(\d{4})\s+(\p{L}{3,12})\.?\s+(\d{1,2})\b"));
static NUMBERS: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"\b(\d{1,2})([-/.])(\d{1,2})([-/.])(\d{4}|\d{2})\b"));
static COMPACT: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z?))?$"));
static TIME: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"(?i)\bT?(\d{1,2})(?:[:.h](\d{2}))?(?::(\d{2}))?(?:\.\d+)?\s*(a\.?m\b\.?|p\.?m\b\.?)?"));
static OFFSET: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"(?:GMT|UTC)?([+-])(\d{2}):?(\d{2})\b"));

/// The moment that `words` state, no more exact than they are: a time without a zone gives only its day, unless
/// written as RFC 3339 is. `None` where there is none that can be read.
pub(crate) fn read(words: &str) -> Option<Moment> {
    let words = words.trim();
    if words.is_empty() || words.len() > LONGEST {
        return None;
    }
    words.parse().ok().or_else(|| internet(words)).or_else(|| compact(words)).or_else(|| Some(visible(words)?.moment()))
}

/// True for `-1-12-04`: the year is below zero, and what follows it is not day, month and year.
fn is_before_our_era(words: &str) -> bool {
    let Some(year) = words.strip_prefix('-') else { return false };
    let rest = year.trim_start_matches(|character: char| character.is_ascii_digit());
    rest.len() < year.len() && rest.starts_with('-')
}

/// As [`read`], where the line holds nothing but the date: weekday, time, zone and words like `Published` aside.
pub(crate) fn read_line(line: &str) -> Option<Moment> {
    let line = line.trim();
    if line.len() > LONGEST || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if let Ok(moment) = line.parse() {
        return Some(moment);
    }
    let found = visible(line)?;
    let left = found.left.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    let alone = left.into_iter().all(|word| AROUND_DATES.contains(&word.to_lowercase().as_str()));
    alone.then(|| found.moment())
}

/// True where a report can be of the year.
pub(crate) fn plausible(moment: &Moment) -> bool {
    YEARS.contains(&moment.day().year())
}

/// Seconds or milliseconds since 1970.
pub(crate) fn epoch(number: i64) -> Option<Moment> {
    let seconds = if number.unsigned_abs() > 100_000_000_000 { number / 1000 } else { number };
    Timestamp::from_second(seconds).ok().map(Moment::utc)
}

/// A date of mail. One with a zone by its letters is left to [`visible`]: the standard knows few, and takes others as UTC.
fn internet(words: &str) -> Option<Moment> {
    if words.ends_with(|character: char| character.is_ascii_alphabetic()) {
        return None;
    }
    let zoned = rfc2822::DateTimeParser::new().relaxed_weekday(true).parse_zoned(words).ok()?;
    Some(Moment::Instant(zoned.timestamp(), zoned.offset()))
}

fn compact(words: &str) -> Option<Moment> {
    let found = COMPACT.as_ref()?.captures(words)?;
    let date = civil(number(&found, 1)?, number(&found, 2)?, number(&found, 3)?)?;
    let time = number(&found, 4).and_then(|hour| clock(hour, number(&found, 5)?, number(&found, 6).unwrap_or(0)));
    match time {
        Some(time) if found.get(7).is_some_and(|zulu| !zulu.is_empty()) => instant(date, time, Offset::UTC),
        _ => Some(Moment::Day(date)),
    }
}

struct Visible {
    date: Date,
    time: Option<(Time, Offset)>,
    /// The words that are no part of date, time or zone.
    left: String,
}

impl Visible {
    fn moment(&self) -> Moment {
        self.time.and_then(|(time, offset)| instant(self.date, time, offset)).unwrap_or(Moment::Day(self.date))
    }
}

fn visible(words: &str) -> Option<Visible> {
    if is_before_our_era(words) {
        return None;
    }
    let (date, range) = find_date(words)?;
    let mut left = format!("{} | {}", &words[..range.start], &words[range.end..]);
    let clock_found = TIME.as_ref()?.captures(&left).and_then(|found| {
        let half = found.get(4).map(|half| half.as_str().to_ascii_lowercase());
        // A bare number is no time of day.
        if half.is_none() && found.get(2).is_none() {
            return None;
        }
        let hour = number(&found, 1)?;
        let hour = match half.as_deref().map(|half| half.starts_with('p')) {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        let time = clock(hour, number(&found, 2).unwrap_or(0), number(&found, 3).unwrap_or(0))?;
        Some((time, found.get(0)?.range()))
    });
    let time = clock_found.and_then(|(time, range)| {
        left.replace_range(range, " ");
        let offset = find_offset(&mut left)?;
        Some((time, offset))
    });
    Some(Visible { date, time, left })
}

fn find_offset(left: &mut String) -> Option<Offset> {
    if let Some(found) = OFFSET.as_ref()?.captures(left) {
        let seconds = i32::from(number(&found, 2)?) * 3600 + i32::from(number(&found, 3)?) * 60;
        let seconds = if &found[1] == "-" { -seconds } else { seconds };
        let range = found.get(0)?.range();
        left.replace_range(range, " ");
        return Offset::from_seconds(seconds).ok();
    }
    let minutes = left.split(|character: char| !character.is_alphanumeric()).find_map(zone)?;
    Offset::from_seconds(i32::from(minutes) * 60).ok()
}

/// The first date in `words` and where it stands.
fn find_date(words: &str) -> Option<(Date, Range<usize>)> {
    type Read = fn(&Captures<'_>) -> Option<Date>;
    let readers: [(&LazyLock<Option<Regex>>, Read); 5] = [
        (&YEAR_FIRST, |found| civil(number(found, 1)?, number(found, 2)?, number(found, 3)?)),
        (&MONTH_FIRST, |found| civil(number(found, 3)?, month(&found[1])?, number(found, 2)?)),
        (&DAY_FIRST, |found| civil(year(&found[3])?, month(&found[2])?, number(found, 1)?)),
        (&YEAR_AND_MONTH, |found| civil(number(found, 1)?, month(&found[2])?, number(found, 3)?)),
        (&NUMBERS, numbers),
    ];
    readers.into_iter().find_map(|(pattern, read)| {
        let found = (**pattern).as_ref()?.captures_iter(words);
        found.into_iter().find_map(|found| Some((read(&found)?, found.get(0)?.range())))
    })
}

/// `9/16/17` is month first, `21-06-2025` and `21.06.2025` are day first; the other way round where only that is a date.
fn numbers(found: &Captures<'_>) -> Option<Date> {
    if found[2] != found[4] {
        return None;
    }
    let (first, second, year) = (number(found, 1)?, number(found, 3)?, year(&found[5])?);
    let month_first = civil(year, first, second);
    let day_first = civil(year, second, first);
    if &found[2] == "/" { month_first.or(day_first) } else { day_first.or(month_first) }
}

fn number(found: &Captures<'_>, group: usize) -> Option<i16> {
    found.get(group)?.as_str().parse().ok()
}

/// Two digits stand for 1970 to 2069.
fn year(digits: &str) -> Option<i16> {
    let year: i16 = digits.parse().ok()?;
    Some(match (digits.len(), year) {
        (2, 70..) => year + 1900,
        (2, _) => year + 2000,
        _ => year,
    })
}

fn civil(year: i16, month: i16, day: i16) -> Option<Date> {
    let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    YEARS.contains(&date.year()).then_some(date)
}

fn clock(hour: i16, minute: i16, second: i16) -> Option<Time> {
    Time::new(hour.try_into().ok()?, minute.try_into().ok()?, second.min(59).try_into().ok()?, 0).ok()
}

fn instant(date: Date, time: Time, offset: Offset) -> Option<Moment> {
    let zoned = date.to_datetime(time).to_zoned(TimeZone::fixed(offset)).ok()?;
    Some(Moment::Instant(zoned.timestamp(), offset))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loose_dates_are_read() {
        let cases = [
            ("9/16/17", "2017-09-16"),
            ("1/4/19", "2019-01-04"),
            ("16/9/2017", "2017-09-16"),
            ("2016-08-10", "2016-08-10"),
            ("2016/08/10", "2016-08-10"),
            ("Fri, 20 Jun 2025 10:00:00 GMT", "2025-06-20T10:00:00Z"),
            ("Mon, 20 Jun 2025 10:00:00 +0900", "2025-06-20T10:00:00+09:00"),
            ("20 June 2025", "2025-06-20"),
            ("June 20, 2025", "2025-06-20"),
            ("Jun. 20th, 2025 at 4:05 p.m. EDT", "2025-06-20T16:05:00-04:00"),
            ("June 1, 2023 | 10:28am", "2023-06-01"),
            ("21-06-2025", "2025-06-21"),
            ("2025 Jun 20", "2025-06-20"),
            ("21.06.2025 14:30 Uhr", "2025-06-21"),
            ("le 3 mars 2024", "2024-03-03"),
            ("2025年6月21日", "2025-06-21"),
            ("20250621T101500Z", "2025-06-21T10:15:00Z"),
            ("20250621", "2025-06-21"),
            ("Saturday 21 June 2025 10.15 BST", "2025-06-21T10:15:00+01:00"),
            ("2025-06-21T10:15:00+0530", "2025-06-21T10:15:00+05:30"),
            ("Thu, 01 Jan 04 19:48:21 GMT", "2004-01-01T19:48:21Z"),
            ("Thu, 1 Jan 2004 19:48:21 -0500 (EST)", "2004-01-01T19:48:21-05:00"),
            ("Thu, 01 Jan 2004 19:48:21 CEST", "2004-01-01T19:48:21+02:00"),
            ("Thurs, 01 Jan 2004 19:48 EST", "2004-01-01T19:48:00-05:00"),
            ("2004-05-28T11:00:00-03", "2004-05-28T11:00:00-03:00"),
            ("2004-05-28 11:00:00 UTC", "2004-05-28T11:00:00Z"),
            ("Do, 20 Jun 2025 10:00:00 +0200", "2025-06-20T10:00:00+02:00"),
            ("2025-06-21T10:15:00.123456Z", "2025-06-21T10:15:00.123456Z"),
            ("2025-06-21T10:15:30 EST", "2025-06-21T10:15:30-05:00"),
            ("2025-06-21T24:00:00Z", "2025-06-21"),
            ("Fri, 20 Jun 2025 10:00:00 Z", "2025-06-20T10:00:00Z"),
            ("Fri, 20 Jun 2025 10:00:00 UT", "2025-06-20T10:00:00Z"),
            ("Fri, 20 Jun 2025 10:00:00 XYZ", "2025-06-20"),
        ];
        for (words, expected) in cases {
            assert_eq!(read(words).map(|moment| moment.to_string()).as_deref(), Some(expected), "{words}");
        }
        for words in [
            "",
            "yesterday",
            "31 February 2025",
            "99/99/99",
            "June 2025",
            "1-2/2025",
            "call 555-1234",
            "-1-12-04",
            "-0001-12-04",
        ] {
            assert_eq!(read(words), None, "{words}");
        }
    }

    #[test]
    fn a_line_is_a_date_or_a_sentence_with_one() {
        let day = |line| read_line(line).map(|moment| moment.to_string());
        assert_eq!(day("Published: Friday, June 20, 2025 10:15").as_deref(), Some("2025-06-20"));
        assert_eq!(day("June 1, 2023 | 10:28am").as_deref(), Some("2023-06-01"));
        assert_eq!(day("The ferry sank on June 1, 2023"), None);
        assert_eq!(day("On June 1, 2023 he left"), None);
    }

    #[test]
    fn numbers_of_seconds_and_milliseconds() {
        assert_eq!(epoch(1_750_000_000), epoch(1_750_000_000_000));
        assert_eq!((epoch(i64::MIN), epoch(i64::MAX)), (None, None));
    }
}
