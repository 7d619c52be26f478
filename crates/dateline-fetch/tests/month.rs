//! A simulated month over 5,000 sources: none is starved, bounds are kept, a platform is not overrun.

use std::collections::BTreeMap;
use std::time::Duration;

use dateline_fetch::{FIRST_INTERVAL, HOUR, LONGEST, Manners, Next, Outcome, Queue, SHORTEST, Wishes, after, site_of};
use dateline_model::{FollowedKind, Following};
use jiff::{SignedDuration, Timestamp};

const SOURCES: i64 = 5_000;
const DAY: i64 = 24 * 3_600;
/// A request takes this long.
const TAKES: i64 = 1;
/// So many requests run at once.
const AT_ONCE: usize = 32;

/// How often a source has something new, in seconds; zero for one that fails. Every fifth is a blog of one platform.
fn period(source: i64) -> i64 {
    match source % 50 {
        0 => 0,
        1..10 => 600 + source % 600,
        10..30 => 3 * 3_600 + source % 3_600,
        _ => 36 * 3_600 + source,
    }
}

fn host(source: i64) -> String {
    if source % 5 == 0 { format!("blog{source}.tumblr.com") } else { format!("feeds.outlet{source}.example") }
}

struct Simulation {
    following: Vec<Following>,
    last_visit: Vec<i64>,
    visits: Vec<Vec<i64>>,
    longest_lateness: i64,
}

impl Simulation {
    fn visit(&mut self, source: i64, now: i64) {
        let at = source as usize;
        let following = &mut self.following[at];
        self.longest_lateness = self.longest_lateness.max(now - following.due.as_second());
        let period = period(source);
        let outcome = match period {
            0 => Outcome::Failed,
            period if now / period > self.last_visit[at] / period => Outcome::Found,
            _ => Outcome::FoundNothing,
        };
        let pace = (source % 7 == 0).then_some(2 * HOUR);
        let wishes = Wishes { pace, ..Wishes::default() };
        let moment = Timestamp::from_second(now).unwrap();
        after(following, outcome, &wishes, moment, source as u64);
        self.last_visit[at] = now;
        self.visits[at].push(now);
    }
}

fn simulate(days: i64) -> Simulation {
    let end = days * DAY;
    let at = |second| Timestamp::from_second(second).unwrap();
    let fresh = Following::new(FollowedKind::Feed, at(0), FIRST_INTERVAL);
    let mut simulation = Simulation {
        following: vec![fresh; SOURCES as usize],
        last_visit: vec![0; SOURCES as usize],
        visits: vec![Vec::new(); SOURCES as usize],
        longest_lateness: 0,
    };
    let sites: Vec<String> = (0..SOURCES).map(|source| site_of(&host(source))).collect();
    let mut queue = Queue::new(Manners { pause: Duration::from_secs(2), at_once: 1 });
    for source in 0..SOURCES {
        queue.add(source, &sites[source as usize], at(0));
    }
    let mut running: BTreeMap<(i64, i64), ()> = BTreeMap::new();
    let mut now = 0;
    while now < end {
        while let Some(((ends, source), ())) = running.first_key_value().map(|(key, ())| (*key, ()))
            && ends <= now
        {
            running.remove(&(ends, source));
            queue.done(source, at(now), None);
            simulation.visit(source, now);
            queue.add(source, &sites[source as usize], simulation.following[source as usize].due);
        }
        let mut until = running.first_key_value().map_or(end, |((ends, _), ())| *ends);
        while running.len() < AT_ONCE {
            match queue.next(at(now)) {
                Next::Take(source) => {
                    running.insert((now + TAKES, source), ());
                    until = until.min(now + TAKES);
                }
                Next::Wait(turn) => {
                    let rounded = turn.checked_add(SignedDuration::from_millis(999)).unwrap().as_second();
                    until = until.min(rounded);
                    break;
                }
                Next::Idle => break,
            }
        }
        now = until.max(now + 1).min(end);
    }
    simulation
}

#[test]
fn no_source_is_starved_over_a_month() {
    let simulation = simulate(30);
    let of = |source: i64| &simulation.visits[source as usize];
    // A thousand blogs of one platform wait for each other, two seconds each: that is the longest anybody waits.
    assert!(simulation.longest_lateness < 2_400, "late by {} seconds", simulation.longest_lateness);
    for source in 0..SOURCES {
        let visits = of(source);
        let gaps = visits.windows(2).map(|pair| pair[1] - pair[0]);
        let (shortest, longest) = gaps.fold((i64::MAX, 0), |(low, high), gap| (low.min(gap), high.max(gap)));
        let bound = if period(source) == 0 { 2 * i64::from(LONGEST) } else { i64::from(LONGEST) };
        assert!(visits.len() >= 15, "source {source} was asked {} times", visits.len());
        assert!(longest <= bound * 11 / 10 + 2_400, "source {source} waited {longest} seconds");
        assert!(shortest >= i64::from(SHORTEST) * 9 / 10, "source {source} was asked after {shortest} seconds");
    }
    let mut platform: Vec<i64> = (0..SOURCES).step_by(5).flat_map(|source| of(source).iter().copied()).collect();
    platform.sort_unstable();
    assert!(platform.windows(2).all(|pair| pair[1] - pair[0] >= 2), "the platform was asked without a pause");
    let often: usize = (1..SOURCES).step_by(50).map(|source| of(source).len()).sum();
    let seldom: usize = (31..SOURCES).step_by(50).map(|source| of(source).len()).sum();
    assert!(often > 10 * seldom, "asked {often} times where much is new, {seldom} where little is");
}

#[test]
fn the_same_days_twice_are_the_same() {
    assert!(simulate(2).visits == simulate(2).visits);
}
