//! How old a page says a report is: `a day ago`, `3 hours ago`, `yesterday`.

use std::sync::LazyLock;

use dateline_model::Moment;
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use regex::Regex;

/// A stated age. Hours and less fix an instant, more only a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Age {
    Minutes(i32),
    Days(i32),
    Months(i32),
}

static AGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let count = r"(an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})";
    let unit = r"(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mos?|years?|yrs?|y)";
    Regex::new(&format!(r"(?i)^(?:about\s+)?{count}\s*{unit}\.?\s+ago$")).ok()
});

const NUMBERS: &[&str] = &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// The age that `words` state, where they state nothing else.
pub(crate) fn age(words: &str) -> Option<Age> {
    let words = words.trim();
    match words.to_ascii_lowercase().as_str() {
        "just now" | "moments ago" | "now" => return Some(Age::Minutes(0)),
        "today" => return Some(Age::Days(0)),
        "yesterday" => return Some(Age::Days(1)),
        _ => {}
    }
    let found = AGE.as_ref()?.captures(words)?;
    let written = found[1].to_ascii_lowercase();
    let named = NUMBERS.iter().position(|name| *name == written).and_then(|at| i32::try_from(at + 1).ok());
    let count = named.or_else(|| written.parse().ok()).unwrap_or(1);
    let unit = found[2].to_ascii_lowercase();
    Some(match unit.as_bytes() {
        [b's', ..] => Age::Minutes(0),
        [b'm', b'o', ..] => Age::Months(count),
        [b'm', ..] => Age::Minutes(count),
        [b'h', ..] => Age::Minutes(count * 60),
        [b'd', ..] => Age::Days(count),
        [b'w', ..] => Age::Days(count * 7),
        _ => Age::Months(count * 12),
    })
}

impl Age {
    /// When a report of this age was published, seen at `captured`.
    pub(crate) fn before(self, captured: Timestamp) -> Option<Moment> {
        let day = Moment::utc(captured).day();
        match self {
            Age::Minutes(minutes) => captured.checked_sub(Span::new().minutes(minutes)).ok().map(Moment::utc),
            _ => self.before_day(day).map(Moment::Day),
        }
    }

    /// The day on which a report of this age was published, seen on `day`.
    pub(crate) fn before_day(self, day: Date) -> Option<Date> {
        day.checked_sub(self.days()).ok()
    }

    /// The first day on which a report of `published` can be of this age.
    pub(crate) fn after_day(self, published: Date) -> Option<Date> {
        published.checked_add(self.days()).ok()
    }

    fn days(self) -> Span {
        match self {
            Age::Minutes(minutes) => Span::new().days(minutes / (24 * 60)),
            Age::Days(days) => Span::new().days(days),
            Age::Months(months) => Span::new().months(months),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read_as_pages_write_them() {
        let cases = [
            ("a day ago", Age::Days(1)),
            ("3 days ago", Age::Days(3)),
            ("an hour ago", Age::Minutes(60)),
            ("5h ago", Age::Minutes(300)),
            ("Two weeks ago", Age::Days(14)),
            ("20 mins ago", Age::Minutes(20)),
            ("2 months ago", Age::Months(2)),
            ("Yesterday", Age::Days(1)),
        ];
        for (words, expected) in cases {
            assert_eq!(age(words), Some(expected), "{words}");
        }
        assert_eq!(age("a long time ago"), None);
        assert_eq!(age("It happened 3 days ago"), None);
    }

    #[test]
    fn hours_fix_an_instant_and_days_a_day() {
        let captured: Timestamp = "2025-06-28T01:00:00Z".parse().unwrap();
        assert_eq!(Age::Minutes(120).before(captured).unwrap().to_string(), "2025-06-27T23:00:00Z");
        assert_eq!(Age::Days(3).before(captured).unwrap().to_string(), "2025-06-25");
    }
}
