//! Where a reader left off.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;

use super::BriefReport;

/// A point behind which reports are new to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// A moment: what was published behind it is new. A report without a time is never known to be.
    Moment(Timestamp),
    /// A change of the record: what arrived behind it is new, whenever it was published.
    Change(u64),
}

impl Since {
    /// True where the report lies behind it.
    #[must_use]
    pub fn is_before(self, report: &BriefReport) -> bool {
        match self {
            Since::Moment(moment) => report.article.published.is_some_and(|published| published.instant() > moment),
            Since::Change(change) => report.arrived > change,
        }
    }
}

impl FromStr for Since {
    type Err = String;

    /// A number is a change; all else is a moment as RFC 3339 writes it, or a day, which begins in UTC.
    fn from_str(words: &str) -> Result<Since, String> {
        if let Ok(change) = words.parse() {
            return Ok(Since::Change(change));
        }
        let day = || words.parse::<jiff::civil::Date>().ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok();
        let moment = words.parse().ok().or_else(|| Some(day()?.timestamp()));
        moment.map(Since::Moment).ok_or_else(|| {
            "neither a time such as 2025-06-21T08:00:00Z, a day such as 2025-06-21, nor the number of a change"
                .to_owned()
        })
    }
}

impl fmt::Display for Since {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Since::Moment(moment) => moment.fmt(formatter),
            Since::Change(change) => change.fmt(formatter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Since;

    #[test]
    fn a_number_is_a_change_and_a_day_begins_at_midnight() {
        assert_eq!("17".parse(), Ok(Since::Change(17)));
        let day: Since = "2025-06-21".parse().unwrap();
        assert_eq!(day, "2025-06-21T00:00:00Z".parse().unwrap());
        assert_eq!(day.to_string(), "2025-06-21T00:00:00Z");
        for odd in ["", "yesterday", "-3", "2025-13-01"] {
            assert!(odd.parse::<Since>().is_err(), "{odd}");
        }
    }
}
