//! Times as a person reads them: the day, the clock in UTC, and how long ago.

use dateline_model::Moment;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

/// One moment, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// For the `datetime` attribute: RFC 3339, or a day.
    pub machine: String,
    /// The calendar day in UTC (or as written, where no time is known).
    pub day: Date,
    /// `21 June 2025`.
    pub date: String,
    /// `13:05`, in UTC; empty where only the day is known.
    pub clock: String,
    /// `3 hours ago`; empty for what lies ahead.
    pub ago: String,
}

/// `moment` as it is shown at `now`.
#[must_use]
pub fn stamp(moment: Moment, now: Timestamp) -> Stamp {
    let (day, clock, ago) = match moment {
        Moment::Day(day) => (day, String::new(), days_ago(day, Offset::UTC.to_datetime(now).date())),
        Moment::Instant(instant, _) => {
            let shown = Offset::UTC.to_datetime(instant);
            (shown.date(), format!("{:02}:{:02}", shown.hour(), shown.minute()), seconds_ago(instant, now))
        }
    };
    Stamp { machine: moment.to_string(), day, date: date(day), clock, ago }
}

impl Stamp {
    /// `21 June 2025, 13:05`.
    #[must_use]
    pub fn full(&self) -> String {
        if self.clock.is_empty() { self.date.clone() } else { format!("{}, {}", self.date, self.clock) }
    }
}

/// `21 June 2025`.
#[must_use]
pub fn date(day: Date) -> String {
    format!("{} {} {}", day.day(), MONTHS[usize::from(day.month().unsigned_abs() - 1) % 12], day.year())
}

/// `Saturday 21 June 2025`.
#[must_use]
pub fn weekday(day: Date) -> String {
    let name = WEEKDAYS[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs()) % 7];
    format!("{name} {}", date(day))
}

/// `21 June 2025, 22:05 (UTC+9)`: as the outlet wrote it, or `None` where it wrote UTC or no time.
#[must_use]
pub fn as_written(moment: Moment) -> Option<String> {
    let Moment::Instant(instant, offset) = moment else { return None };
    if offset == Offset::UTC {
        return None;
    }
    let local = instant.to_zoned(TimeZone::fixed(offset));
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '−' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    let rest = if rest == 0 { String::new() } else { format!(":{rest:02}") };
    Some(format!("{}, {:02}:{:02} (UTC{sign}{hours}{rest})", date(local.date()), local.hour(), local.minute()))
}

/// How long a story ran: `3 hours`, `16 days`, `2 years`; empty where it is a moment.
#[must_use]
pub fn length(first: Moment, newest: Moment) -> String {
    let seconds = newest.instant().duration_since(first.instant()).as_secs();
    if seconds < 60 { String::new() } else { longest_unit(seconds) }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const DAY: i64 = 86_400;

/// Seconds in a unit, the unit, and how many seconds it takes until it is used.
const UNITS: &[(i64, &str, i64)] = &[
    (365 * DAY + DAY / 4, "year", 2 * 365 * DAY),
    (30 * DAY + DAY / 2, "month", 60 * DAY),
    (7 * DAY, "week", 21 * DAY),
    (DAY, "day", DAY),
    (3_600, "hour", 3_600),
    (60, "minute", 60),
];

fn longest_unit(seconds: i64) -> String {
    let fits = UNITS.iter().find(|(_, _, from)| seconds >= *from);
    let Some((unit, name, _)) = fits else { return "a moment".to_owned() };
    let many = seconds / unit;
    if many == 1 { format!("1 {name}") } else { format!("{many} {name}s") }
}

fn seconds_ago(instant: Timestamp, now: Timestamp) -> String {
    match now.duration_since(instant).as_secs() {
        ..-60 => String::new(),
        -60..60 => "just now".to_owned(),
        seconds => format!("{} ago", longest_unit(seconds)),
    }
}

fn days_ago(day: Date, today: Date) -> String {
    let days = day.until(today).map_or(0, |span| i64::from(span.get_days()));
    match days {
        ..0 => String::new(),
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days => format!("{} ago", longest_unit(days * DAY)),
    }
}

/// A length of time in words: `3 days`, `2 hours`, `5 minutes`; what is shorter is `less than a minute`.
#[must_use]
pub fn apart(seconds: i64) -> String {
    const UNITS: &[(i64, &str, &str)] = &[(86_400, "day", "days"), (3_600, "hour", "hours"), (60, "minute", "minutes")];
    let unit = UNITS.iter().find(|(length, ..)| seconds >= *length);
    let counted = |&(length, one, many): &(i64, &str, &str)| crate::words::count((seconds / length) as u64, one, many);
    unit.map_or_else(|| "less than a minute".to_owned(), counted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(words: &str) -> Moment {
        words.parse().unwrap()
    }

    fn ago(then: &str) -> String {
        stamp(at(then), "2025-06-21T13:05:00Z".parse().unwrap()).ago
    }

    #[test]
    fn how_long_ago() {
        assert_eq!(ago("2025-06-21T13:04:30Z"), "just now");
        assert_eq!(ago("2025-06-21T12:04:00Z"), "1 hour ago");
        assert_eq!(ago("2025-06-19T14:05:00Z"), "1 day ago");
        assert_eq!(ago("2025-06-04T13:05:00Z"), "17 days ago");
        assert_eq!(ago("2025-03-21T13:05:00Z"), "3 months ago");
        assert_eq!(ago("2019-06-20T13:05:00Z"), "6 years ago");
        assert_eq!(ago("2025-07-21T13:05:00Z"), "", "what lies ahead");
        assert_eq!(ago("2025-06-21"), "today");
        assert_eq!(ago("2025-06-20"), "yesterday");
        assert_eq!(ago("2025-06-16"), "5 days ago");
    }

    #[test]
    fn a_day_has_no_clock() {
        let now = "2025-06-21T13:05:00Z".parse().unwrap();
        assert_eq!(stamp(at("2025-06-20"), now).full(), "20 June 2025");
        assert_eq!(stamp(at("2025-06-20T23:30:00-05:00"), now).full(), "21 June 2025, 04:30");
        assert_eq!(weekday(stamp(at("2025-06-20"), now).day), "Friday 20 June 2025");
    }

    #[test]
    fn a_local_time_is_kept_as_it_was_written() {
        assert_eq!(as_written(at("2025-06-27T22:05:00+09:00")).unwrap(), "27 June 2025, 22:05 (UTC+9)");
        assert_eq!(as_written(at("2025-06-27T22:05:00-03:30")).unwrap(), "27 June 2025, 22:05 (UTC−3:30)");
        assert_eq!(as_written(at("2025-06-27T22:05:00Z")), None);
        assert_eq!(as_written(at("2025-06-27")), None);
    }

    #[test]
    fn extremes_do_not_panic() {
        let now = "2025-06-21T13:05:00Z".parse().unwrap();
        for words in ["-009999-01-01", "9999-12-31", "9999-12-30T22:00:00Z", "0000-01-01"] {
            if let Ok(moment) = words.parse::<Moment>() {
                let _ = (stamp(moment, now).full(), length(moment, at("2025-06-20")), as_written(moment));
            }
        }
    }
}
