//! The round: whoever is due is asked, manners kept, what was found handed to the one who writes.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};
use dateline_fetch::websub::Step;
use dateline_fetch::{Next, Queue, first_revisit, site_of};
use dateline_model::Push;
use dateline_store::{Followed, Revisit, WantedPage};
use jiff::Timestamp;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;
use url::Url;

use super::Live;
use super::hubs::{self, FromHub, Pushed};
use super::page::{PageVisit, page_visit};
use super::revisit::{RevisitVisit, revisit};
use super::visit::{Visit, delivered, visit};
use super::write::{Kept, KeptSource, Scribe, Totals};

/// How long to keep up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// Until every source that is due was asked once.
    DoneDue,
    /// Until every source was asked once, due or not.
    DoneAll,
    /// Until all that is due was asked, but no longer than this.
    Moment(Duration),
    /// Until told to stop.
    Stopped,
}

/// Sources that others added are looked for this often.
const LOOK: Duration = Duration::from_secs(10);
/// What is to be done about subscriptions at hubs is looked for this often.
const SETTLE: Duration = Duration::from_secs(1);
/// So many visits wait at most for being written, and are written together.
const BATCH: usize = 256;
/// Visits are written together when this long has passed since the first of them.
const GATHER: Duration = Duration::from_secs(2);
/// The search index follows this often.
const INDEX: Duration = Duration::from_secs(15);
/// One round does not wait longer for a site that asks to be left alone.
const LONGEST_WAIT: Duration = Duration::from_secs(90);
/// So many wanted pages wait for their turn at most; the others stay where they are kept.
const PAGES: u64 = 2_000;
/// Requests that run when told to stop are given this long.
const FAREWELL: Duration = Duration::from_secs(5);
/// How long one who writes once, and one who keeps up, waits for another process to end writing.
const PATIENCE_ONCE: Duration = Duration::from_secs(60);
const PATIENCE_FOREVER: Duration = Duration::from_secs(24 * 3600);

/// A visit that ended.
pub enum Visited {
    /// To a source.
    Source(Box<Visit>),
    /// To a page that a source named.
    Page(Box<PageVisit>),
    /// Not a visit: a subscription at a hub that changed, and what is to be done about it once that is kept.
    Push(Box<Push>, Option<Step>),
    /// To a report of a followed story.
    Report(Box<RevisitVisit>),
}

impl Visited {
    /// Whose turn in the queue it was, and how long the site asks to be left alone.
    fn turn(&self) -> Option<(i64, Option<Duration>)> {
        match self {
            Visited::Source(visit) if visit.pushed.is_some() => None,
            Visited::Source(visit) => Some((visit.source.number, visit.rest())),
            Visited::Page(visit) => Some((key_of(&visit.page), visit.rest)),
            Visited::Report(visit) => Some((key_of_report(visit.revisit.number), visit.rest)),
            Visited::Push(..) => None,
        }
    }

    /// How long the site of a page asks to wait between two requests, and the page.
    fn delay(&self) -> Option<(Duration, &str)> {
        match self {
            Visited::Source(_) | Visited::Push(..) => None,
            Visited::Page(visit) => Some((visit.delay?, &visit.page.url)),
            Visited::Report(visit) => Some((visit.delay?, &visit.revisit.url)),
        }
    }
}

/// Pages wait in one queue with sources, and are told apart by the sign of their number.
fn key_of(page: &WantedPage) -> i64 {
    -page.number
}

/// Reports that are fetched again wait there too, below all pages.
fn key_of_report(number: i64) -> i64 {
    i64::MIN + number
}

/// Asks sources until `until`, or until `stop` becomes true. `told` hears of each source that was asked.
pub async fn keep_up(
    live: &Live,
    until: Until,
    mut stop: watch::Receiver<bool>,
    told: impl Fn(&Followed, &KeptSource) + Send,
) -> Result<Totals> {
    let folder = live.0.folder.clone();
    let (visits, inbox) = mpsc::channel::<Visited>(BATCH);
    let (kept_out, mut kept) = mpsc::unbounded_channel::<Vec<Kept>>();
    let patience = if until == Until::Stopped { PATIENCE_FOREVER } else { PATIENCE_ONCE };
    let full_text = live.0.fetch.full_text;
    let scribe = thread::Builder::new()
        .name("dateline-keep".to_owned())
        .spawn(move || write(&folder, (patience, full_text), inbox, &kept_out))
        .context("no thread to write with")?;
    let mut round = Round::new(live, until);
    round.look()?;
    let mut hubs = round.hubs()?;
    let (hears, longest) = (hubs.is_some(), if hubs.is_some() { SETTLE } else { LOOK });
    let mut running: JoinSet<Visited> = JoinSet::new();
    // Visits that were handed over and are not kept yet.
    let mut pending = 0usize;
    let (mut looked, mut settled, begun) = (Instant::now(), Instant::now(), Instant::now());
    loop {
        let turn = round.start(&mut running);
        let idle = running.is_empty() && pending == 0;
        let late = matches!(until, Until::Moment(most) if begun.elapsed() >= most);
        let empty = round.queue.is_empty() || turn > LONGEST_WAIT;
        let done = until != Until::Stopped && idle && empty && round.look_for_pages()? == 0;
        if *stop.borrow() || late || done {
            break;
        }
        tokio::select! {
            Some(ended) = running.join_next() => {
                let Ok(visit) = ended else { continue };
                round.ended(&visit);
                if !hand_on(&visits, &mut pending, [visit]).await {
                    break;
                }
            }
            batch = kept.recv() => {
                let Some(batch) = batch else { break };
                pending -= batch.len().min(pending);
                round.take_back(batch, &told)?;
            }
            Some(heard) = heard(&mut hubs) => {
                let changed = round.heard(heard, &mut running);
                if !hand_on(&visits, &mut pending, changed).await {
                    break;
                }
            }
            () = tokio::time::sleep(turn.min(longest)) => {}
            _ = stop.changed() => {}
        }
        if until == Until::Stopped && looked.elapsed() >= LOOK {
            looked = Instant::now();
            round.look()?;
        }
        if hears && settled.elapsed() >= SETTLE {
            settled = Instant::now();
            if !hand_on(&visits, &mut pending, round.pushes()).await {
                break;
            }
        }
    }
    // Whoever is not done by then is asked again after the next start.
    let _ = tokio::time::timeout(FAREWELL, hand_on_last(&mut running, &visits)).await;
    drop(running);
    drop(visits);
    let ended = tokio::task::spawn_blocking(move || scribe.join()).await?;
    ended.map_err(|_| anyhow!("the thread that writes failed inside (please report it)"))?
}

/// Hands on what came, to be kept; false where nobody keeps any more.
async fn hand_on(visits: &mpsc::Sender<Visited>, pending: &mut usize, came: impl IntoIterator<Item = Visited>) -> bool {
    for visit in came {
        *pending += 1;
        if visits.send(visit).await.is_err() {
            return false;
        }
    }
    true
}

/// Hands on what those come to that still run.
async fn hand_on_last(running: &mut JoinSet<Visited>, visits: &mpsc::Sender<Visited>) {
    while let Some(ended) = running.join_next().await {
        if let Ok(visit) = ended
            && visits.send(visit).await.is_err()
        {
            return;
        }
    }
}

struct Round<'a> {
    live: &'a Live,
    queue: Queue,
    /// Every followed source, by number.
    sources: HashMap<i64, Followed>,
    /// The wanted pages that wait or are asked for, by key.
    pages: HashMap<i64, WantedPage>,
    /// The reports that wait to be fetched again or are being fetched, by key.
    reports: HashMap<i64, Revisit>,
    until: Until,
}

impl Round<'_> {
    fn new(live: &Live, until: Until) -> Round<'_> {
        let queue = Queue::new(live.0.fetch.manners());
        Round { live, queue, sources: HashMap::new(), pages: HashMap::new(), reports: HashMap::new(), until }
    }

    /// What hubs send from now on, where they can and following goes on.
    fn hubs(&self) -> Result<Option<mpsc::Receiver<FromHub>>> {
        let hubs = &self.live.0.hubs;
        let used = hubs.are_used() && self.until == Until::Stopped;
        used.then(|| Ok(hubs.begin(self.live.0.library()?.pushes()?))).transpose()
    }

    /// Lets those wait who are followed, are not stopped and do not wait yet, and forgets those no longer followed.
    fn look(&mut self) -> Result<()> {
        let now = Timestamp::now();
        let followed = self.live.0.library()?.followed()?;
        // One that was removed may have left its number to another.
        let there: HashMap<i64, &str> = followed.iter().map(|source| (source.number, source.url.as_str())).collect();
        let gone = self.sources.values().filter(|ours| there.get(&ours.number) != Some(&ours.url.as_str()));
        for number in gone.map(|ours| ours.number).collect::<Vec<i64>>() {
            self.queue.remove(number);
            self.sources.remove(&number);
        }
        followed.into_iter().for_each(|source| self.look_at(source, now));
        self.look_for_reports(now)?;
        self.look_for_pages().map(drop)
    }

    fn look_at(&mut self, source: Followed, now: Timestamp) {
        let due = source.state.as_ref().map_or(now, |state| state.due);
        let stopped = source.state.as_ref().is_some_and(|state| state.stopped.is_some());
        let wanted = matches!(self.until, Until::DoneAll | Until::Stopped) || due <= now;
        let due = if self.until == Until::DoneAll { now } else { due };
        let ours = self.sources.get(&source.number).map(|ours| ours.state.as_ref());
        // One that is known waits already, is asked, or is being written; only one that was stopped may begin anew.
        let begins = ours.is_none_or(|state| state.is_some_and(|state| state.stopped.is_some()));
        if !stopped && wanted && begins {
            self.queue.add(source.number, &site(&source.url), due);
            self.sources.insert(source.number, source);
        } else {
            self.sources.entry(source.number).or_insert(source);
        }
    }

    /// Lets reports of followed stories wait that are to be fetched again, and forgets those of stories followed no longer.
    fn look_for_reports(&mut self, now: Timestamp) -> Result<()> {
        // Whoever adds a source waits for it, and for nothing else.
        if matches!(self.until, Until::Moment(_)) {
            return Ok(());
        }
        let reports = self.live.0.library()?.revisits(PAGES)?;
        if (reports.len() as u64) < PAGES {
            let there: HashSet<i64> = reports.iter().map(|report| key_of_report(report.number)).collect();
            for key in self.reports.keys().copied().filter(|key| !there.contains(key)).collect::<Vec<i64>>() {
                self.queue.remove(key);
            }
            // One that is being asked for is kept as well.
            self.reports.retain(|key, _| there.contains(key) || self.queue.has(*key));
        }
        for report in reports {
            let key = key_of_report(report.number);
            let due = report.due.unwrap_or_else(|| first_revisit(report.first.unwrap_or(now), now));
            let wanted = matches!(self.until, Until::DoneAll | Until::Stopped) || due <= now;
            if wanted && !self.reports.contains_key(&key) {
                let due = if self.until == Until::DoneAll { now } else { due };
                self.queue.add(key, &site(&report.url), due);
                self.reports.insert(key, report);
            }
        }
        Ok(())
    }

    /// Lets wanted pages wait that are due and do not wait yet; how many.
    fn look_for_pages(&mut self) -> Result<usize> {
        let room = PAGES.saturating_sub(self.pages.len() as u64);
        if room == 0 {
            return Ok(0);
        }
        // Those that wait already are among the first of the list.
        let most = room + self.pages.len() as u64;
        let mut new = 0;
        for page in self.live.0.library()?.wanted_pages(Timestamp::now(), most)? {
            let key = key_of(&page);
            if !self.pages.contains_key(&key) {
                self.queue.add(key, &site(&page.url), page.due);
                self.pages.insert(key, page);
                new += 1;
            }
        }
        Ok(new)
    }

    /// Starts visits for all whose turn it is; how long until it is somebody's again.
    fn start(&mut self, running: &mut JoinSet<Visited>) -> Duration {
        let now = Timestamp::now();
        while running.len() < self.live.0.fetch.at_once {
            match self.queue.next(now) {
                Next::Take(key) => {
                    let live = self.live.clone();
                    if let Some(source) = self.sources.get(&key).cloned() {
                        running.spawn(asked(live, source));
                    } else if let Some(page) = self.pages.get(&key).cloned() {
                        running.spawn(asked_for(live, page));
                    } else if let Some(report) = self.reports.get(&key).cloned() {
                        running.spawn(asked_again(live, report));
                    }
                }
                Next::Wait(turn) => {
                    let wait = Duration::try_from(turn.duration_since(now)).unwrap_or_default();
                    return wait.max(Duration::from_millis(1));
                }
                Next::Idle => return LOOK,
            }
        }
        LOOK
    }

    /// A visit ended: its site has room for the next, after the pause that it asks for.
    fn ended(&mut self, visit: &Visited) {
        if let Some((delay, url)) = visit.delay() {
            self.queue.slow_down(&site(url), delay);
        }
        if let Some((key, rest)) = visit.turn() {
            self.queue.done(key, Timestamp::now(), rest);
        }
    }

    /// Takes back who was asked and written.
    fn take_back(&mut self, batch: Vec<Kept>, told: &impl Fn(&Followed, &KeptSource)) -> Result<()> {
        let mut wanted = false;
        for kept in batch {
            match kept {
                Kept::Page { number, kept } => {
                    self.live.0.metrics.asked_for_page(kept);
                    self.pages.remove(&-number);
                }
                Kept::Push(push, Some(Step::Ask(mode))) => {
                    drop(tokio::spawn(hubs::ask(self.live.clone(), *push, mode)))
                }
                Kept::Push(..) => {}
                Kept::Report { number } => {
                    self.reports.remove(&key_of_report(number));
                }
                Kept::Source(kept) => {
                    wanted |= kept.wanted;
                    self.take_source_back(*kept, told);
                }
            }
        }
        if wanted { self.look_for_pages().map(drop) } else { Ok(()) }
    }

    fn take_source_back(&mut self, mut kept: KeptSource, told: &impl Fn(&Followed, &KeptSource)) {
        if let Some(by) = kept.pushed.take() {
            self.take_delivery_back(kept, by, told);
            return;
        }
        let Some(source) = self.sources.get_mut(&kept.number) else { return };
        told(source, &kept);
        self.live.0.metrics.visited(&kept.state);
        if kept.state.answers.first().is_some_and(|answer| answer.new > 0) {
            self.live.0.hubs.left_out(kept.number, Timestamp::now());
        }
        if let Some(moved) = &kept.moved {
            source.url.clone_from(moved);
        }
        source.state = Some(kept.state.clone());
        if self.until == Until::Stopped && kept.state.stopped.is_none() {
            self.queue.add(kept.number, &site(&source.url), kept.state.due);
        }
    }

    /// What a hub sent was kept, and it is told so.
    fn take_delivery_back(&mut self, kept: KeptSource, by: Pushed, told: &impl Fn(&Followed, &KeptSource)) {
        let (hubs, now) = (&self.live.0.hubs, Timestamp::now());
        let changed = hubs.change(&by.key, |push| {
            (push.pushed, push.missed) = (Some(now), 0);
            true
        });
        if let (Some(changed), Some(round)) = (changed, hubs.round()) {
            // Where much is waiting it is kept with the next change.
            let _ = round.try_send(FromHub::Changed(changed));
        }
        // It may wait no longer; what it sent is kept all the same.
        let _ = by.done.send(());
        if let Some(source) = self.sources.get_mut(&kept.number) {
            told(source, &kept);
            source.state = Some(kept.state);
        }
    }

    /// What a hub had to say: kept, or read first.
    fn heard(&mut self, what: FromHub, running: &mut JoinSet<Visited>) -> Option<Visited> {
        match what {
            FromHub::Changed(push) => Some(Visited::Push(Box::new(push), None)),
            FromHub::Ended(push) => Some(Visited::Push(Box::new(push), Some(Step::Forget))),
            FromHub::Content(delivery) => {
                // Of a source that was just removed nothing is taken; its hub will be told.
                if let Some(source) = self.sources.get(&delivery.source).cloned() {
                    let live = self.live.clone();
                    running.spawn(async move { Visited::Source(Box::new(delivered(&live, source, *delivery).await)) });
                }
                None
            }
        }
    }

    /// Subscriptions that changed since sources did, and those that something is to be done about now.
    fn pushes(&self) -> Vec<Visited> {
        let (hubs, now) = (&self.live.0.hubs, Timestamp::now());
        let changed = hubs.settle(&self.sources, now).into_iter().map(|push| Visited::Push(Box::new(push), None));
        let due = hubs.due(now).into_iter().map(|(push, step)| Visited::Push(Box::new(push), Some(step)));
        changed.chain(due).collect()
    }
}

/// A mistake of ours with one visit must not cost the others, nor its source its next turn: `failed` is what came of it then.
async fn spared<V: Send + 'static>(
    live: Live,
    visit: impl Future<Output = V> + Send + 'static,
    failed: impl FnOnce() -> V,
) -> V {
    let since = Instant::now();
    let visited = tokio::spawn(visit).await;
    live.0.metrics.took(since.elapsed());
    visited.unwrap_or_else(|_| failed())
}

async fn asked(live: Live, source: Followed) -> Visited {
    let (again, asks) = (source.clone(), live.clone());
    let ask = async move { visit(&asks, source).await };
    Visited::Source(Box::new(spared(live, ask, || Visit::failed_inside(again)).await))
}

async fn asked_for(live: Live, page: WantedPage) -> Visited {
    let (again, asks) = (page.clone(), live.clone());
    let ask = async move { page_visit(&asks, page).await };
    Visited::Page(Box::new(spared(live, ask, || PageVisit::failed_inside(again)).await))
}

async fn asked_again(live: Live, report: Revisit) -> Visited {
    let (again, asks) = (report.clone(), live.clone());
    let ask = async move { revisit(&asks, report).await };
    Visited::Report(Box::new(spared(live, ask, || RevisitVisit::failed_inside(again)).await))
}

/// What a hub says next; never, where none can.
async fn heard(hubs: &mut Option<mpsc::Receiver<FromHub>>) -> Option<FromHub> {
    match hubs {
        Some(hubs) => hubs.recv().await,
        None => std::future::pending().await,
    }
}

/// Where a source counts for manners.
fn site(url: &str) -> String {
    let host = Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned));
    site_of(&host.unwrap_or_default())
}

/// Writes visits as they come, those that come close together in one batch.
fn write(
    folder: &Path,
    (patience, full_text): (Duration, bool),
    mut inbox: mpsc::Receiver<Visited>,
    kept: &mpsc::UnboundedSender<Vec<Kept>>,
) -> Result<Totals> {
    // Who follows nobody writes nothing and takes no lock.
    let Some(first) = inbox.blocking_recv() else { return Ok(Totals::default()) };
    let mut scribe = Scribe::open(folder, patience, full_text)?;
    let mut indexed = Instant::now();
    let mut next = Some(first);
    while let Some(first) = next {
        let (mut batch, since) = (vec![first], Instant::now());
        while batch.len() < BATCH && since.elapsed() < GATHER {
            match inbox.try_recv() {
                Ok(visit) => batch.push(visit),
                Err(mpsc::error::TryRecvError::Empty) => thread::sleep(Duration::from_millis(20)),
                Err(mpsc::error::TryRecvError::Disconnected) => break,
            }
        }
        // Nobody listens any more when the round has ended; what was found is kept all the same.
        let _ = kept.send(scribe.keep(batch)?);
        if indexed.elapsed() >= INDEX {
            scribe.index()?;
            indexed = Instant::now();
        }
        next = inbox.blocking_recv();
    }
    scribe.index()?;
    Ok(scribe.totals)
}
