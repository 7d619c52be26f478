//! Carries the written precision of a time through the feed reader, which hands on nothing but instants in UTC.
//!
//! News is dated by the day where it was written, so the offset matters, and a day is not midnight. Both travel in the
//! nanoseconds, which no feed uses: 1 for a day, `2 + minutes of offset + one day` for a time.

use dateline_model::Moment;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

use crate::dates;

const DAY_MINUTES: i32 = 24 * 60;

/// Reads a time as loosely as feeds write it, for the type that the feed reader wants.
pub(super) fn pack<T: std::str::FromStr>(words: &str) -> Option<T> {
    let moment = dates::read(words).filter(dates::plausible)?;
    let mark = match moment {
        Moment::Day(_) => 1,
        Moment::Instant(_, offset) => 2 + DAY_MINUTES + offset.seconds() / 60,
    };
    let packed = Timestamp::new(moment.instant().as_second(), mark).ok()?;
    packed.to_string().parse().ok()
}

/// The moment that was packed into `second` and `nanosecond`.
pub(super) fn unpack(second: i64, nanosecond: u32) -> Option<Moment> {
    let instant = Timestamp::from_second(second).ok()?;
    let mark = i32::try_from(nanosecond).ok()?;
    match mark {
        1 => {
            let day: Date = instant.to_zoned(TimeZone::UTC).date();
            Some(Moment::Day(day))
        }
        2.. if mark <= 2 + 2 * DAY_MINUTES => {
            Some(Moment::Instant(instant, Offset::from_seconds((mark - 2 - DAY_MINUTES) * 60).ok()?))
        }
        _ => Some(Moment::utc(instant)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_again() {
        for words in ["2025-06-20", "2025-06-20T10:00:00Z", "2025-06-20T23:30:00-08:00", "1969-06-20T08:00:00+05:30"] {
            let packed: Timestamp = pack(words).unwrap();
            let second = packed.as_second() - i64::from(packed.subsec_nanosecond() < 0);
            let nanosecond = packed.subsec_nanosecond().rem_euclid(1_000_000_000);
            assert_eq!(unpack(second, nanosecond as u32).unwrap().to_string(), words);
        }
        assert_eq!(pack::<Timestamp>("soon"), None);
    }
}
