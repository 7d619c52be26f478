//! When a source is asked next: by how often it changes, by what it wishes, ever more seldom while it fails.

use dateline_model::Following;
use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// Seconds in an hour and a day.
pub const HOUR: u32 = 3_600;
/// See [`HOUR`].
pub const DAY: u32 = 24 * HOUR;
/// No source is asked more often than this.
pub const SHORTEST: u32 = 10 * 60;
/// Every source that answers is asked at least this often, whatever it wishes.
pub const LONGEST: u32 = DAY;
/// A source that was never asked is taken to change this often.
pub const FIRST_INTERVAL: u32 = HOUR;
/// A source that fails is asked at least this often.
const LONGEST_WHILE_FAILING: u32 = 2 * DAY;
/// A source whose hub sends what is new is asked no more often than this.
pub const LONGEST_PUSHED: u32 = 6 * HOUR;
/// No Retry-After makes us wait longer.
const LONGEST_RETRY: u32 = 7 * DAY;
/// After a visit that found something the interval shrinks, after one that found nothing it grows: it comes to rest where
/// about one visit in four finds something.
const FOUND: f64 = 0.6;
const FOUND_NOTHING: f64 = 1.2;
/// Visits are put off or forward by up to this share, so that sources added together drift apart.
const JITTER: f64 = 0.1;

/// What a source wishes, out of its headers and its own words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Seconds for which it says its bytes stay fresh (Cache-Control, Expires).
    pub fresh: Option<u32>,
    /// Seconds after which to come again (Retry-After).
    pub retry: Option<u32>,
    /// Seconds between two of its changes (`ttl`, `sy:updatePeriod`).
    pub pace: Option<u32>,
    /// Hours of the day, UTC, in which it does not change: bit 0 is the hour after midnight.
    pub skip_hours: u32,
    /// Days on which it does not change: bit 0 is Monday.
    pub skip_days: u8,
    /// True where a hub sends what is new, so that a visit only looks whether the hub left something out.
    pub pushed: bool,
}

/// What a visit came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Something new was there.
    Found,
    /// Nothing new was there.
    FoundNothing,
    /// It failed.
    Failed,
    /// The source is gone for good (410).
    Gone,
}

/// Takes into `following` that a hub sent something new at `now`: the interval is what it would be had a visit found it.
pub fn after_push(following: &mut Following, now: Timestamp) {
    following.interval = scaled(following.interval, FOUND);
    following.changed = Some(now);
}

fn scaled(interval: u32, factor: f64) -> u32 {
    ((f64::from(interval) * factor) as u32).clamp(SHORTEST, LONGEST)
}

/// Takes the outcome of a visit at `now` into `following` and sets when the next is due. The same arguments give the
/// same moment.
pub fn after(following: &mut Following, outcome: Outcome, wishes: &Wishes, now: Timestamp, seed: u64) {
    following.visits += 1;
    let wait = match outcome {
        Outcome::Found => {
            following.interval = scaled(following.interval, FOUND);
            following.changed = Some(now);
            answered(following, wishes, now)
        }
        Outcome::FoundNothing => {
            // That a hub sent everything before says nothing of how often the source changes.
            following.interval =
                if wishes.pushed { following.interval } else { scaled(following.interval, FOUND_NOTHING) };
            answered(following, wishes, now)
        }
        Outcome::Failed => {
            following.failures = following.failures.saturating_add(1);
            let doubled = u64::from(following.interval.max(SHORTEST)) << following.failures.min(16);
            let own = doubled.min(u64::from(LONGEST_WHILE_FAILING)) as u32;
            own.max(wishes.retry.unwrap_or(0).min(LONGEST_RETRY))
        }
        Outcome::Gone => {
            following.failures = following.failures.saturating_add(1);
            following.stopped = Some("the server says that it is gone for good (410)".to_owned());
            LONGEST_RETRY
        }
    };
    let share = 1.0 + JITTER * (2.0 * chance(seed, following.visits) - 1.0);
    // Forward only as far as a source that named a time to come again allows.
    let share = if wishes.retry.is_some() { share.max(1.0) } else { share };
    let due = later(now, (f64::from(wait) * share) as i64);
    following.due = out_of_skipped(due, wishes);
}

fn answered(following: &mut Following, wishes: &Wishes, now: Timestamp) -> u32 {
    following.failures = 0;
    following.answered = Some(now);
    let pushed = wishes.pushed.then_some(LONGEST_PUSHED);
    let wished = [wishes.fresh, wishes.pace, wishes.retry, pushed].into_iter().flatten().max().unwrap_or(0);
    following.interval.max(wished).clamp(SHORTEST, LONGEST)
}

/// So many seconds after `moment`.
pub(crate) fn later(moment: Timestamp, seconds: i64) -> Timestamp {
    moment.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(Timestamp::MAX)
}

/// The first moment from `due` on that lies in no hour or day that is to be skipped; where all are, the wish is none.
fn out_of_skipped(due: Timestamp, wishes: &Wishes) -> Timestamp {
    if wishes.skip_hours == 0 && wishes.skip_days == 0 {
        return due;
    }
    let skipped = |moment: Timestamp| {
        let at = moment.to_zoned(TimeZone::UTC);
        let day = at.weekday().since(Weekday::Monday) as u32;
        wishes.skip_hours & (1 << at.hour()) != 0 || wishes.skip_days & (1 << day) != 0
    };
    let hours = (0..7 * 24).map(|hours| later(due, hours * i64::from(HOUR)));
    // Longer than the longest wait nothing is put off: a feed that skips six days would be as good as lost.
    hours.take(48).find(|moment| !skipped(*moment)).unwrap_or(due)
}

/// A number from 0 to 1 that follows from the seed and the count of visits alone (SplitMix64).
fn chance(seed: u64, visits: u64) -> f64 {
    let mut mixed = seed.wrapping_add(visits.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1u64 << 53) as f64
}

#[cfg(test)]
mod tests {
    use dateline_model::{FollowedKind, Health};

    use super::*;

    fn fresh() -> Following {
        Following::new(FollowedKind::Feed, Timestamp::UNIX_EPOCH, FIRST_INTERVAL)
    }

    /// Seconds until it is due again after each of `outcomes`, asked when due.
    fn waits(outcomes: &[Outcome], wishes: &Wishes) -> Vec<i64> {
        let mut following = fresh();
        let wait = |outcome: &Outcome| {
            let now = following.due;
            after(&mut following, *outcome, wishes, now, 7);
            following.due.as_second() - now.as_second()
        };
        outcomes.iter().map(wait).collect()
    }

    #[test]
    fn the_interval_follows_what_is_found_within_bounds() {
        let often = waits(&[Outcome::Found; 40], &Wishes::default());
        assert!(often[39] >= 540 && often[39] <= 660, "{often:?}");
        let never = waits(&[Outcome::FoundNothing; 60], &Wishes::default());
        assert!(never[59] as f64 >= f64::from(LONGEST) * 0.9 && never[59] as f64 <= f64::from(LONGEST) * 1.1);
    }

    #[test]
    fn failing_backs_off_to_two_days_and_an_answer_ends_it() {
        let mut outcomes = vec![Outcome::Failed; 12];
        outcomes.push(Outcome::FoundNothing);
        let waits = waits(&outcomes, &Wishes::default());
        assert!(waits[1] as f64 > waits[0] as f64 * 1.5 && waits[11] <= 2 * 24 * 3600 * 11 / 10, "{waits:?}");
        assert!(waits[12] < 2 * 3600, "{waits:?}");
    }

    #[test]
    fn wishes_are_respected_within_bounds() {
        let wait = |wishes: Wishes, outcome| waits(&[outcome], &wishes)[0];
        let pace = Wishes { pace: Some(6 * HOUR), ..Wishes::default() };
        assert!(wait(pace, Outcome::Found) >= 6 * 3600 * 9 / 10);
        let endless = Wishes { fresh: Some(u32::MAX), ..Wishes::default() };
        assert!(wait(endless, Outcome::Found) <= 24 * 3600 * 11 / 10);
        let retry = Wishes { retry: Some(4 * DAY), ..Wishes::default() };
        assert!(wait(retry, Outcome::Failed) >= 4 * 24 * 3600);
        let endless = Wishes { retry: Some(u32::MAX), ..Wishes::default() };
        assert!(wait(endless, Outcome::Failed) <= 7 * 24 * 3600 * 11 / 10);
    }

    #[test]
    fn a_source_whose_hub_sends_is_asked_seldom_and_keeps_its_pace() {
        let mut following = fresh();
        let pushed = Wishes { pushed: true, ..Wishes::default() };
        for _ in 0..9 {
            after_push(&mut following, Timestamp::UNIX_EPOCH);
            after(&mut following, Outcome::FoundNothing, &pushed, Timestamp::UNIX_EPOCH, 7);
        }
        assert_eq!(following.interval, SHORTEST);
        let wait = following.due.as_second();
        assert!((i64::from(LONGEST_PUSHED) * 9 / 10..=i64::from(LONGEST_PUSHED) * 11 / 10).contains(&wait), "{wait}");
        after(&mut following, Outcome::FoundNothing, &Wishes::default(), Timestamp::UNIX_EPOCH, 7);
        assert!(following.due.as_second() < 900, "the hub ended, and the source is asked as before");
    }

    #[test]
    fn hours_and_days_that_are_skipped_are_skipped() {
        // The epoch is a Thursday, midnight: all of the morning is skipped.
        let hours = Wishes { skip_hours: 0x0fff, ..Wishes::default() };
        let wait = waits(&[Outcome::Found], &hours)[0];
        assert!((11 * 3600..=13 * 3600).contains(&wait), "{wait}");
        let thursday = Wishes { skip_days: 1 << 3, ..Wishes::default() };
        assert!(waits(&[Outcome::Found], &thursday)[0] >= 23 * 3600);
        let all = Wishes { skip_hours: u32::MAX, skip_days: u8::MAX, ..Wishes::default() };
        assert!(waits(&[Outcome::Found], &all)[0] < 3600);
    }

    #[test]
    fn what_is_gone_stops() {
        let mut following = fresh();
        after(&mut following, Outcome::Gone, &Wishes::default(), Timestamp::UNIX_EPOCH, 1);
        assert_eq!(following.health(), Health::Stopped);
    }
}
