//! Subscriptions at hubs (W3C WebSub): which there are, which are wanted, and what a hub is asked.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use dateline_fetch::websub::{self, Mode, Step};
use dateline_fetch::{Ask, Links};
use dateline_model::{Capture, Hub, Push, PushStanding};
use dateline_store::Followed;
use jiff::Timestamp;
use tokio::sync::{OwnedSemaphorePermit, mpsc, oneshot};

use super::Live;
use super::visit::in_words;

/// So many deliveries wait at most to be read; each is bounded itself.
const WAITING: usize = 16;
/// So many hubs are asked at once, each by one request.
const HUBS_AT_ONCE: usize = 4;

/// What the callback hands to the round.
pub enum FromHub {
    /// A subscription changed, and is to be kept so.
    Changed(Push),
    /// It ended.
    Ended(Push),
    /// Something that a source published.
    Content(Box<Delivery>),
}

/// What a hub sent for a source.
pub struct Delivery {
    /// The number of the source.
    pub source: i64,
    /// What was sent.
    pub capture: Capture,
    /// The subscription it came by.
    pub by: Pushed,
}

/// The subscription that something came by.
pub struct Pushed {
    /// The key of the subscription.
    pub key: String,
    /// Hears when what came is kept; it is dropped where that cannot be.
    pub done: oneshot::Sender<()>,
    /// A place among those that may be worked on at once.
    pub _place: OwnedSemaphorePermit,
}

/// The subscriptions. Those in memory are what counts while the program runs; the record has them for the next start.
#[derive(Default)]
pub struct Hubs {
    /// The public address of this site; `None` where no hub can reach it.
    base: Option<String>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// By key; `None` until they were read from the record.
    pushes: Option<HashMap<String, Push>>,
    /// The keys of the subscriptions of each source.
    of_source: HashMap<i64, BTreeSet<String>>,
    /// The hubs that are being asked.
    busy: HashSet<String>,
    /// Where the round listens, while there is one.
    round: Option<mpsc::Sender<FromHub>>,
}

impl State {
    fn put(&mut self, push: Push) {
        self.of_source.entry(push.source).or_default().insert(push.key.clone());
        self.pushes.get_or_insert_default().insert(push.key.clone(), push);
    }

    fn take(&mut self, key: &str) {
        let push = self.pushes.as_mut().and_then(|pushes| pushes.remove(key));
        if let Some(keys) = push.and_then(|push| self.of_source.get_mut(&push.source)) {
            keys.remove(key);
        }
    }

    fn of(&self, source: i64) -> impl Iterator<Item = &Push> {
        let keys = self.of_source.get(&source).into_iter().flatten();
        keys.filter_map(|key| self.pushes.as_ref()?.get(key))
    }
}

impl Hubs {
    /// For a site that hubs reach at `base`.
    pub fn new(base: Option<String>) -> Hubs {
        Hubs { base, state: Mutex::default() }
    }

    /// True where hubs can reach this site.
    pub fn are_used(&self) -> bool {
        self.base.is_some()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A round begins: what hubs send is given to it from now on. `stored` are the subscriptions of the record.
    pub fn begin(&self, stored: Vec<Push>) -> mpsc::Receiver<FromHub> {
        let (sender, receiver) = mpsc::channel(WAITING);
        let mut state = self.state();
        (state.round, state.busy) = (Some(sender), HashSet::new());
        if state.pushes.is_none() {
            state.pushes = Some(HashMap::new());
            stored.into_iter().for_each(|push| state.put(push));
        }
        receiver
    }

    /// Where the round listens.
    pub fn round(&self) -> Option<mpsc::Sender<FromHub>> {
        self.state().round.clone()
    }

    /// False while a start has not read them yet, so that nothing can be said of a key.
    pub fn are_known(&self) -> bool {
        self.state().pushes.is_some()
    }

    /// The subscription of a key.
    pub fn get(&self, key: &str) -> Option<Push> {
        self.state().pushes.as_ref()?.get(key).cloned()
    }

    /// Changes the subscription of a key and gives it back; `None` where there is none, or `change` says no.
    pub fn change(&self, key: &str, change: impl FnOnce(&mut Push) -> bool) -> Option<Push> {
        let mut state = self.state();
        let push = state.pushes.as_mut()?.get_mut(key)?;
        change(push).then(|| push.clone())
    }

    /// Forgets the subscription of a key.
    pub fn forget(&self, key: &str) {
        self.state().take(key);
    }

    /// True where a hub sends what the source publishes, and left nothing out lately.
    pub fn are_relied_on(&self, source: i64, now: Timestamp) -> bool {
        self.are_used() && self.state().of(source).any(|push| push.is_relied_on(now))
    }

    /// A visit to a source found news: what a hub should have sent.
    pub fn left_out(&self, source: i64, now: Timestamp) {
        let mut state = self.state();
        let State { pushes: Some(pushes), of_source, .. } = &mut *state else { return };
        for key in of_source.get(&source).into_iter().flatten() {
            if let Some(push) = pushes.get_mut(key).filter(|push| push.is_active(now)) {
                push.missed = push.missed.saturating_add(1);
            }
        }
    }

    /// Holds what is subscribed to against what `sources` say they are pushed from: asks for what is missing, ends what is
    /// not wanted any more. What changed is given back.
    pub fn settle(&self, sources: &HashMap<i64, Followed>, now: Timestamp) -> Vec<Push> {
        let Some(base) = &self.base else { return Vec::new() };
        let wanted = |number: i64| {
            let state = sources.get(&number)?.state.as_ref()?;
            state.hub.as_ref().filter(|_| state.stopped.is_none())
        };
        let mut state = self.state();
        let fits =
            |push: &Push| wanted(push.source) == Some(&push.hub) && push.callback == websub::callback(base, &push.key);
        let mut changed = Vec::new();
        for push in state.pushes.iter_mut().flat_map(HashMap::values_mut) {
            if push.standing != PushStanding::Ending && !fits(push) {
                websub::end(push, now);
                changed.push(push.clone());
            }
        }
        let missing = |number: &&i64| !state.of(**number).any(|push| push.standing != PushStanding::Ending);
        let missing: Vec<(i64, Hub)> =
            sources.keys().filter(missing).filter_map(|number| Some((*number, wanted(*number)?.clone()))).collect();
        for (source, hub) in missing {
            // Without a secret nothing could be told from a forgery.
            let (Some(key), Some(secret)) = (websub::unguessable(), websub::unguessable()) else { break };
            let push = websub::request(source, hub, base, (key, secret), now);
            state.put(push.clone());
            changed.push(push);
        }
        changed
    }

    /// What is to be done now, no more than one matter a hub: noted as begun, and given back to be kept before it is done.
    pub fn due(&self, now: Timestamp) -> Vec<(Push, Step)> {
        let mut state = self.state();
        let State { pushes, busy, .. } = &mut *state;
        let mut due: BTreeMap<Timestamp, Vec<&mut Push>> = BTreeMap::new();
        for push in pushes.iter_mut().flat_map(HashMap::values_mut).filter(|push| push.due <= now) {
            due.entry(push.due).or_default().push(push);
        }
        let mut steps = Vec::new();
        for push in due.into_values().flatten() {
            let Some(step) = websub::step(push, now) else { continue };
            if matches!(step, Step::Ask(_)) {
                if busy.len() >= HUBS_AT_ONCE || !busy.insert(push.hub.url.clone()) {
                    continue;
                }
                websub::asked(push, now);
            }
            steps.push((push.clone(), step));
        }
        for (push, _) in steps.iter().filter(|(_, step)| *step == Step::Forget) {
            state.take(&push.key);
        }
        steps
    }
}

/// Asks the hub of a subscription; it confirms by asking back.
pub async fn ask(live: Live, push: Push, mode: Mode) {
    let hubs = &live.0.hubs;
    let ask = Ask { url: push.hub.url.clone(), form: Some(websub::form(&push, mode)), ..Ask::default() };
    let why = match live.0.client.ask(&ask, Timestamp::now()).await {
        Ok(answer) if (200..300).contains(&answer.status) => None,
        Ok(answer) => Some(format!("it answers with the status {}", answer.status)),
        Err(failure) => Some(in_words(&failure)),
    };
    if let Some(why) = why {
        tracing::warn!(hub = push.hub.url, topic = push.hub.topic, mode = mode.name(), why, "a hub could not be asked");
        let changed = hubs.change(&push.key, |push| {
            websub::failed(push, &why);
            true
        });
        if let (Some(changed), Some(round)) = (changed, hubs.round()) {
            // Where the round ended it is asked again after the next start.
            let _ = round.send(FromHub::Changed(changed)).await;
        }
    }
    tokio::time::sleep(live.0.fetch.manners().pause).await;
    hubs.state().busy.remove(&push.hub.url);
}

/// The hub that a source is pushed from, as its headers say, else its own words; one that is asked in secret goes first.
pub fn hub_of(headers: &Links, hubs: &[String], itself: Option<&str>) -> Option<Hub> {
    let hubs = if headers.hubs.is_empty() { hubs } else { &headers.hubs };
    let topic = headers.itself.as_deref().or(itself)?;
    let url = hubs.iter().find(|url| url.starts_with("https:")).or(hubs.first())?;
    Some(Hub { url: url.clone(), topic: topic.to_owned() })
}

#[cfg(test)]
mod tests {
    use dateline_model::{FollowedKind, Following};

    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    fn sources(hubs: &[&str]) -> HashMap<i64, Followed> {
        let source = |(number, url): (usize, &&str)| {
            let mut state = Following::new(FollowedKind::Feed, at(0), 60);
            let topic = format!("https://quay.example/{number}");
            state.hub = (!url.is_empty()).then(|| Hub { url: (*url).to_owned(), topic });
            let number = number as i64;
            (number, Followed { number, url: "https://quay.example/".to_owned(), title: None, state: Some(state) })
        };
        hubs.iter().enumerate().map(source).collect()
    }

    #[test]
    fn what_sources_name_is_subscribed_to_and_ended_when_they_do_not() {
        let hubs = Hubs::new(Some("https://desk.example".to_owned()));
        drop(hubs.begin(Vec::new()));
        let named = sources(&["https://one.example/", "", "https://one.example/", "https://two.example/"]);
        assert_eq!(hubs.settle(&named, at(0)).len(), 3);
        assert_eq!(hubs.settle(&named, at(0)).len(), 0, "once is enough");
        let due = hubs.due(at(0));
        assert_eq!(due.len(), 2, "one request a hub");
        assert!(
            due.iter().all(|(push, step)| push.callback.ends_with(&push.key) && *step == Step::Ask(Mode::Subscribe))
        );
        assert!(hubs.due(at(0)).is_empty(), "both are asked");
        let first = due.into_iter().find(|(push, _)| push.source == 3).unwrap().0;
        hubs.change(&first.key, |push| {
            websub::confirmed(push, Some(1000), at(0));
            true
        });
        assert!(hubs.are_relied_on(3, at(1)) && !hubs.are_relied_on(0, at(1)));
        hubs.left_out(3, at(1));
        hubs.left_out(3, at(1));
        assert!(!hubs.are_relied_on(3, at(1)), "it left out news");

        // The third source is removed, the first moves to another hub.
        let mut named = sources(&["https://three.example/", "", "https://one.example/"]);
        assert_eq!(hubs.settle(&named, at(2)).len(), 3, "two end, one begins");
        assert_eq!(hubs.get(&first.key).unwrap().standing, PushStanding::Ending);
        named.get_mut(&2).unwrap().state.as_mut().unwrap().stopped = Some("gone".to_owned());
        assert_eq!(hubs.settle(&named, at(2)).len(), 1);
        let over = hubs.due(at(2000));
        assert!(over.iter().filter(|(_, step)| *step == Step::Forget).count() >= 2 && hubs.get(&first.key).is_none());
    }

    #[test]
    fn without_an_address_of_our_own_nobody_is_asked() {
        let hubs = Hubs::new(None);
        drop(hubs.begin(Vec::new()));
        assert!(hubs.settle(&sources(&["https://one.example/"]), at(0)).is_empty());
    }

    #[test]
    fn headers_go_before_the_words_of_the_feed() {
        let words = ["http://a.example/".to_owned(), "https://b.example/".to_owned()];
        let of_words = hub_of(&Links::default(), &words, Some("https://quay.example/feed")).unwrap();
        assert_eq!(
            (of_words.url.as_str(), of_words.topic.as_str()),
            ("https://b.example/", "https://quay.example/feed")
        );
        let headers =
            Links { hubs: vec!["http://c.example/".to_owned()], itself: Some("http://quay.example/".to_owned()) };
        assert_eq!(hub_of(&headers, &words, None).unwrap().url, "http://c.example/");
        assert_eq!(hub_of(&Links::default(), &words, None), None, "a feed without a name cannot be subscribed to");
    }
}
