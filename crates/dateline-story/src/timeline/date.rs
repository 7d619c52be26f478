//! Dates of a timeline, as exact as the words that named them.

use std::fmt;

use jiff::civil::Date;

/// A day, a month or a year. In order of their first days; of two that begin on the same, the longer goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimelineDate {
    /// A day.
    Day(Date),
    /// The month of this day, its first.
    Month(Date),
    /// The year of this day, its first.
    Year(Date),
}

impl TimelineDate {
    /// What a value as TIMEX3 writes it (`2025-06`) names; `None` for weeks, quarters, ranges and times of day.
    #[must_use]
    pub fn of(value: &str) -> Option<TimelineDate> {
        let first = |rest: &str| format!("{value}{rest}").parse().ok();
        match value.len() {
            4 => first("-01-01").map(TimelineDate::Year),
            7 => first("-01").map(TimelineDate::Month),
            10 => first("").map(TimelineDate::Day),
            _ => None,
        }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Date {
        match self {
            TimelineDate::Day(day) | TimelineDate::Month(day) | TimelineDate::Year(day) => day,
        }
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self {
            TimelineDate::Day(day) => day,
            TimelineDate::Month(day) => day.last_of_month(),
            TimelineDate::Year(day) => day.last_of_year(),
        }
    }

    /// The place by which dates of one first day are in order.
    fn length(self) -> u8 {
        match self {
            TimelineDate::Year(_) => 0,
            TimelineDate::Month(_) => 1,
            TimelineDate::Day(_) => 2,
        }
    }
}

impl PartialOrd for TimelineDate {
    fn partial_cmp(&self, other: &TimelineDate) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for TimelineDate {
    fn cmp(&self, other: &TimelineDate) -> std::cmp::Ordering {
        (self.first_day(), self.length()).cmp(&(other.first_day(), other.length()))
    }
}

/// As TIMEX3 writes it: `2025-06-21`, `2025-06`, `2025`.
impl fmt::Display for TimelineDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TimelineDate::Day(day) => write!(formatter, "{day}"),
            TimelineDate::Month(day) => write!(formatter, "{:04}-{:02}", day.year(), day.month()),
            TimelineDate::Year(day) => write!(formatter, "{:04}", day.year()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TimelineDate;

    #[test]
    fn what_is_read_is_written_and_longer_goes_first() {
        let values = ["2024", "2024-01", "2024-01-01", "2024-01-31", "2024-02", "2025"];
        let mut dates: Vec<TimelineDate> = values.iter().rev().map(|value| TimelineDate::of(value).unwrap()).collect();
        dates.sort_unstable();
        assert_eq!(dates.iter().map(TimelineDate::to_string).collect::<Vec<_>>(), values);
        assert_eq!(dates[4].last_day().to_string(), "2024-02-29");
        for value in ["2024-W07", "2024-Q1", "199", "2024-13", "2024-06-03/2024-07-05", "FY24", "XXXX"] {
            assert_eq!(TimelineDate::of(value), None, "{value}");
        }
    }
}
