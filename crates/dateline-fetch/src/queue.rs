//! Whose turn it is: sources by when they are due, no site asked more often or by more at once than manners allow.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

/// How a site is treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manners {
    /// The pause between the beginnings of two requests to one site.
    pub pause: Duration,
    /// Most requests to one site at once.
    pub at_once: usize,
}

impl Default for Manners {
    fn default() -> Manners {
        Manners { pause: Duration::from_secs(2), at_once: 1 }
    }
}

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// This source may be asked now.
    Take(i64),
    /// Nobody's before this moment, unless a request ends earlier.
    Wait(Timestamp),
    /// Nobody's until a request ends or a source is added.
    Idle,
}

struct Site {
    waiting: BTreeSet<(Timestamp, i64)>,
    busy: usize,
    /// Not asked before this moment.
    free: Timestamp,
    /// A longer pause that the site itself asks for.
    pause: Option<Duration>,
}

/// Sources that wait for their turn. Every step costs the logarithm of their number.
pub struct Queue {
    manners: Manners,
    sites: BTreeMap<String, Site>,
    /// The sites that have somebody waiting and room for a request, by the moment of their next turn.
    turns: BTreeSet<(Timestamp, String)>,
    /// The site of each source that waits or is asked, and when it is due while it waits.
    places: BTreeMap<i64, (String, Option<Timestamp>)>,
}

impl Queue {
    /// Nobody waits.
    #[must_use]
    pub fn new(manners: Manners) -> Queue {
        Queue { manners, sites: BTreeMap::new(), turns: BTreeSet::new(), places: BTreeMap::new() }
    }

    /// How many wait or are asked.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// True where nobody waits or is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// True where `source` waits or is asked.
    #[must_use]
    pub fn has(&self, source: i64) -> bool {
        self.places.contains_key(&source)
    }

    /// Lets `source` of `site` wait until `due`. One that is in the queue already stays as it is.
    pub fn add(&mut self, source: i64, site: &str, due: Timestamp) {
        if self.has(source) {
            return;
        }
        self.places.insert(source, (site.to_owned(), Some(due)));
        self.change(site, |site| {
            site.waiting.insert((due, source));
        });
    }

    /// Takes `source` out, unless it is being asked.
    pub fn remove(&mut self, source: i64) {
        let Some((site, Some(due))) = self.places.get(&source).cloned() else { return };
        self.places.remove(&source);
        self.change(&site, |site| {
            site.waiting.remove(&(due, source));
        });
    }

    /// Whose turn it is at `now`. One that is taken is asked until [`Queue::done`].
    pub fn next(&mut self, now: Timestamp) -> Next {
        let Some((turn, name)) = self.turns.first().cloned() else { return Next::Idle };
        if turn > now {
            return Next::Wait(turn);
        }
        let manners = self.manners;
        let mut taken = None;
        self.change(&name, |site| {
            taken = site.waiting.pop_first();
            site.busy += 1;
            site.free = later(now, site.pause.unwrap_or_default().max(manners.pause));
        });
        let Some((_, source)) = taken else { return Next::Idle };
        if let Some(place) = self.places.get_mut(&source) {
            place.1 = None;
        }
        Next::Take(source)
    }

    /// The request to `source` ended; it leaves the queue. `rest` is how long its site asks to be left alone.
    pub fn done(&mut self, source: i64, now: Timestamp, rest: Option<Duration>) {
        let Some((site, None)) = self.places.get(&source).cloned() else { return };
        self.places.remove(&source);
        self.change(&site, |site| {
            site.busy = site.busy.saturating_sub(1);
            if let Some(rest) = rest {
                site.free = site.free.max(later(now, rest));
            }
        });
    }

    /// Asks `site` no more often than every `pause` (Crawl-delay).
    pub fn slow_down(&mut self, site: &str, pause: Duration) {
        self.change(site, |site| site.pause = Some(pause));
    }

    /// Changes a site and puts its turn where it then belongs.
    fn change(&mut self, name: &str, change: impl FnOnce(&mut Site)) {
        let at_once = self.manners.at_once;
        let site = self.sites.entry(name.to_owned()).or_insert_with(|| Site {
            waiting: BTreeSet::new(),
            busy: 0,
            free: Timestamp::MIN,
            pause: None,
        });
        if let Some(turn) = turn(site, at_once) {
            self.turns.remove(&(turn, name.to_owned()));
        }
        change(site);
        if let Some(turn) = turn(site, at_once) {
            self.turns.insert((turn, name.to_owned()));
        }
    }
}

fn turn(site: &Site, at_once: usize) -> Option<Timestamp> {
    let (due, _) = site.waiting.first().filter(|_| site.busy < at_once)?;
    Some((*due).max(site.free))
}

fn later(moment: Timestamp, by: Duration) -> Timestamp {
    SignedDuration::try_from(by).ok().and_then(|by| moment.checked_add(by).ok()).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_site_is_asked_one_at_a_time_with_a_pause() {
        let mut queue = Queue::new(Manners::default());
        queue.add(1, "tumblr.com", at(0));
        queue.add(2, "tumblr.com", at(0));
        queue.add(3, "news.example", at(0));
        queue.add(3, "news.example", at(90));
        assert_eq!(queue.next(at(1)), Next::Take(3));
        assert_eq!(queue.next(at(1)), Next::Take(1));
        assert_eq!(queue.next(at(1)), Next::Idle, "the other waits for the first to end");
        queue.done(1, at(1), None);
        assert_eq!(queue.next(at(1)), Next::Wait(at(3)));
        assert_eq!(queue.next(at(3)), Next::Take(2));
        queue.done(2, at(3), Some(Duration::from_secs(100)));
        queue.add(1, "tumblr.com", at(4));
        assert_eq!(queue.next(at(10)), Next::Wait(at(103)));
        queue.remove(1);
        queue.done(3, at(10), None);
        assert!(queue.is_empty() && queue.next(at(200)) == Next::Idle);
    }

    #[test]
    fn a_crawl_delay_is_longer_than_the_pause() {
        let mut queue = Queue::new(Manners::default());
        queue.slow_down("news.example", Duration::from_secs(30));
        queue.add(1, "news.example", at(0));
        queue.add(2, "news.example", at(0));
        assert_eq!(queue.next(at(0)), Next::Take(1));
        queue.done(1, at(1), None);
        assert_eq!(queue.next(at(1)), Next::Wait(at(30)));
    }
}
