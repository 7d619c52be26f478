//! When a report is fetched again: twice as late each time, sooner after a change, and not for ever.

use dateline_model::Revisiting;
use jiff::Timestamp;

use crate::schedule::{DAY, HOUR, later};

/// The first time, and the shortest wait between two.
pub const SOONEST: i64 = 15 * 60;
/// The longest wait between two.
const LONGEST: i64 = 8 * DAY as i64;
/// A report that is older is not fetched again any more.
const OLDEST: i64 = 32 * DAY as i64;
/// However often it changes, it is fetched again no more often than this in all.
const MOST: u32 = 60;
/// While it changes, the wait is at least this share of its age.
const SHARE: i64 = 16;
/// What is missing is asked for once more after this, before it counts as withdrawn.
const CONFIRM: i64 = HOUR as i64;
/// Two answers that it is missing must lie so far apart.
const APART: i64 = HOUR as i64 / 2;
/// After so many failures in a row it is left.
const FAILURES: u32 = 10;
/// When something else stood at its address so often in a row it is left.
const ELSEWHERE: u32 = 3;
/// No Retry-After makes us wait longer.
const LONGEST_RETRY: i64 = 7 * DAY as i64;

/// What a visit came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Revisited {
    /// The report was there as before.
    Same,
    /// The report was there with other words.
    Changed,
    /// Something else stood there: another page, or less than a report.
    Elsewhere,
    /// The server says that there is nothing (404, 410).
    Missing,
    /// Nothing came of it for now.
    Failed,
    /// It may not be asked for: why.
    Refused(String),
}

/// When a report that was first seen at `first` is fetched again for the first time. One that is old already is looked at
/// once, now.
#[must_use]
pub fn first_revisit(first: Timestamp, now: Timestamp) -> Timestamp {
    later(first, SOONEST).max(now.min(later(first, OLDEST)))
}

/// Takes the outcome of a visit at `now` into `state` and says when the next is due; `None` where there is none. `first` is
/// when the report was first seen, `retry` how long its server asks to wait. The same arguments give the same moment.
pub fn after_revisit(
    state: &mut Revisiting,
    outcome: &Revisited,
    first: Timestamp,
    retry: Option<u32>,
    now: Timestamp,
) -> Option<Timestamp> {
    state.asked = Some(now);
    let age = seconds(first, now);
    let wait = match outcome {
        Revisited::Missing => return missing(state, now),
        Revisited::Refused(why) => return end(state, why),
        Revisited::Failed => {
            state.failures += 1;
            if state.failures >= FAILURES {
                return end(state, "it failed again and again");
            }
            (SOONEST << state.failures.min(16)).min(DAY.into()).max(i64::from(retry.unwrap_or(0)).min(LONGEST_RETRY))
        }
        Revisited::Same | Revisited::Changed | Revisited::Elsewhere => {
            state.visits += 1;
            state.failures = 0;
            state.missing = None;
            state.elsewhere = if *outcome == Revisited::Elsewhere { state.elsewhere + 1 } else { 0 };
            if *outcome == Revisited::Changed {
                state.changed = Some(now);
            }
            let calm = state.changed.map_or(age, |changed| age.min(seconds(changed, now)));
            calm.max(age / SHARE).clamp(SOONEST, LONGEST)
        }
    };
    if state.elsewhere >= ELSEWHERE {
        return end(state, "something else stands at its address");
    }
    if state.visits >= MOST || age.saturating_add(wait) > OLDEST {
        return end(state, "it is old");
    }
    Some(later(now, wait))
}

/// Nothing is there: that is asked once more before it is believed.
fn missing(state: &mut Revisiting, now: Timestamp) -> Option<Timestamp> {
    let since = *state.missing.get_or_insert(now);
    if seconds(since, now) < APART {
        return Some(later(now, CONFIRM));
    }
    end(state, "it was withdrawn")
}

fn end(state: &mut Revisiting, why: &str) -> Option<Timestamp> {
    state.ended = Some(why.to_owned());
    None
}

fn seconds(from: Timestamp, to: Timestamp) -> i64 {
    to.duration_since(from).as_secs().max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ages in minutes at which a report is fetched again, each visit with the outcome that `of` gives for its number.
    fn ages(of: impl Fn(u32) -> Revisited) -> (Vec<i64>, Revisiting) {
        let first = Timestamp::UNIX_EPOCH;
        let (mut state, mut ages) = (Revisiting::default(), Vec::new());
        let mut due = Some(first_revisit(first, first));
        while let Some(now) = due {
            ages.push(seconds(first, now) / 60);
            assert!(ages.len() < 1000, "it ends");
            due = after_revisit(&mut state, &of(ages.len() as u32), first, None, now);
            assert!(due.is_none_or(|due| seconds(now, due) >= SOONEST), "never sooner");
        }
        (ages, state)
    }

    #[test]
    fn a_calm_report_is_asked_for_at_twice_its_age_each_time() {
        let (ages, state) = ages(|_| Revisited::Same);
        assert_eq!(ages[..8], [15, 30, 60, 120, 240, 480, 960, 1920]);
        assert_eq!((ages.len(), state.ended.as_deref()), (13, Some("it is old")));
        assert!(ages.last().is_some_and(|last| *last <= 32 * 24 * 60));
    }

    #[test]
    fn a_change_brings_the_next_visit_nearer_and_no_flood_of_them() {
        let (one, _) = ages(|visit| if visit == 6 { Revisited::Changed } else { Revisited::Same });
        assert_eq!(one[5..9], [480, 510, 541, 603]);
        let (all, state) = ages(|_| Revisited::Changed);
        assert_eq!((all.len() as u32, state.visits), (MOST, MOST));
        assert!(all[20] > 5 * 60, "{all:?}");
    }

    #[test]
    fn what_is_missing_is_asked_for_once_more() {
        let (ages, state) = ages(|_| Revisited::Missing);
        assert_eq!(ages, [15, 75]);
        assert_eq!(state.missing, Timestamp::from_second(15 * 60).ok());
        assert_eq!(state.ended.as_deref(), Some("it was withdrawn"));
        let (ages, state) = self::ages(|visit| if visit == 1 { Revisited::Missing } else { Revisited::Same });
        assert!(ages.len() > 8 && state.missing.is_none(), "it came back");
    }

    #[test]
    fn failures_and_strange_pages_end_it() {
        let (ages, state) = ages(|_| Revisited::Failed);
        assert_eq!((ages.len() as u32, state.failures), (FAILURES, FAILURES));
        let (ages, _) = self::ages(|_| Revisited::Elsewhere);
        assert_eq!(ages.len() as u32, ELSEWHERE);
        let (ages, _) = self::ages(|_| Revisited::Refused("robots.txt".to_owned()));
        assert_eq!(ages, [15]);
    }

    #[test]
    fn an_old_report_is_looked_at_once() {
        let (first, now) = (Timestamp::UNIX_EPOCH, Timestamp::from_second(400 * i64::from(DAY)).unwrap());
        assert!(first_revisit(first, now) <= now);
        let mut state = Revisiting::default();
        assert_eq!(after_revisit(&mut state, &Revisited::Same, first, None, now), None);
        assert_eq!(state.visits, 1);
    }
}
