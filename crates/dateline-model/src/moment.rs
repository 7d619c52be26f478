//! When a report was published: an instant, or only a day where no more is known.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

/// A published or modified time, no more exact than its source was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// A day, without time or zone.
    Day(Date),
    /// An instant with the offset from UTC it was written in.
    Instant(Timestamp, Offset),
}

/// The words are neither an RFC 3339 time nor a plain date.
#[derive(Debug, PartialEq, Eq)]
pub struct ParseMomentError;

impl Moment {
    /// An instant written in UTC.
    #[must_use]
    pub fn utc(instant: Timestamp) -> Moment {
        Moment::Instant(instant, Offset::UTC)
    }

    /// The calendar day, in the zone it was written in.
    #[must_use]
    pub fn day(&self) -> Date {
        match *self {
            Moment::Day(day) => day,
            Moment::Instant(instant, offset) => offset.to_datetime(instant).date(),
        }
    }

    /// The instant; for a day, its start in UTC.
    #[must_use]
    pub fn instant(&self) -> Timestamp {
        match *self {
            Moment::Instant(instant, _) => instant,
            Moment::Day(day) => day
                .to_zoned(TimeZone::UTC)
                .map_or(if day.year() > 0 { Timestamp::MAX } else { Timestamp::MIN }, |zoned| zoned.timestamp()),
        }
    }

    /// The same precision, `duration` later.
    #[must_use]
    pub fn plus(&self, duration: SignedDuration) -> Option<Moment> {
        match *self {
            Moment::Day(day) => day.checked_add(duration).ok().map(Moment::Day),
            Moment::Instant(instant, offset) => {
                instant.checked_add(duration).ok().map(|instant| Moment::Instant(instant, offset))
            }
        }
    }
}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Moment) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Moment {
    fn cmp(&self, other: &Moment) -> Ordering {
        let rank = |moment: &Moment| match moment {
            Moment::Day(_) => (0, 0),
            Moment::Instant(_, offset) => (1, offset.seconds()),
        };
        self.instant().cmp(&other.instant()).then(rank(self).cmp(&rank(other)))
    }
}

/// RFC 3339: `2025-06-21` for a day, `2025-06-21T13:05:00+09:00` for an instant.
impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Moment::Day(day) => write!(formatter, "{day}"),
            Moment::Instant(instant, Offset::UTC) => write!(formatter, "{instant}"),
            Moment::Instant(instant, offset) => write!(formatter, "{}", instant.display_with_offset(offset)),
        }
    }
}

/// Reads what `Display` writes, and the usual looseness: a space for the `T`, no seconds, `+0900`.
/// A time without a zone is taken as UTC.
impl FromStr for Moment {
    type Err = ParseMomentError;

    fn from_str(words: &str) -> Result<Moment, ParseMomentError> {
        let words = words.trim();
        if !words.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            return Err(ParseMomentError);
        }
        if words.len() <= 10 {
            return words.parse().map(Moment::Day).map_err(|_| ParseMomentError);
        }
        let pieces = jiff::fmt::temporal::DateTimeParser::new().parse_timestamp(words);
        if let Ok(instant) = pieces {
            return Ok(Moment::Instant(instant, written_offset(words)));
        }
        let local: jiff::civil::DateTime = words.parse().map_err(|_| ParseMomentError)?;
        local.to_zoned(TimeZone::UTC).map(|zoned| Moment::utc(zoned.timestamp())).map_err(|_| ParseMomentError)
    }
}

/// The offset at the end of `words`, such as `+09:00`; zero for `Z`.
fn written_offset(words: &str) -> Offset {
    let Some(at) = words.rfind(['+', '-']).filter(|&at| at > 10) else { return Offset::UTC };
    let digits: Vec<i32> =
        words[at + 1..].bytes().filter(u8::is_ascii_digit).map(|digit| i32::from(digit - b'0')).collect();
    let number = |range: std::ops::Range<usize>| {
        digits.get(range).map_or(0, |part| part.iter().fold(0, |sum, digit| sum * 10 + digit))
    };
    let seconds = number(0..2) * 3600 + number(2..4) * 60;
    let signed = if words.as_bytes()[at] == b'-' { -seconds } else { seconds };
    Offset::from_seconds(signed).unwrap_or(Offset::UTC)
}

impl serde::Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Moment, D::Error> {
        let words = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        words.parse().map_err(|ParseMomentError| {
            serde::de::Error::custom(format!("“{words}” is not a date or an RFC 3339 time"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for words in ["2025-06-21", "2025-06-21T13:05:00+09:00", "2025-06-21T04:05:00Z", "2025-06-21T04:05:00-03:30"] {
            assert_eq!(words.parse::<Moment>().unwrap().to_string(), words);
        }
    }

    #[test]
    fn loose_forms_are_read() {
        assert_eq!("2025-06-21 13:05+0900".parse::<Moment>().unwrap().to_string(), "2025-06-21T13:05:00+09:00");
        assert_eq!("2025-06-21T13:05:00".parse::<Moment>().unwrap().to_string(), "2025-06-21T13:05:00Z");
        assert_eq!("yesterday".parse::<Moment>(), Err(ParseMomentError));
        assert_eq!("2025-13-45".parse::<Moment>(), Err(ParseMomentError));
    }

    #[test]
    fn the_day_is_that_of_the_zone_it_was_written_in() {
        let moment: Moment = "2025-06-21T01:00:00+09:00".parse().unwrap();
        assert_eq!(moment.day().to_string(), "2025-06-21");
        assert_eq!(moment.instant().to_string(), "2025-06-20T16:00:00Z");
    }
}
