//! The round: whoever is due is asked, manners kept, what was found handed to the one who writes.

use std::collections::HashMap;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};
use dateline_fetch::{Next, Queue, site_of};
use dateline_store::{Followed, Library};
use jiff::Timestamp;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;
use url::Url;

use super::Live;
use super::visit::{Visit, visit};
use super::write::{Kept, Scribe, Totals};

/// How long to keep up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// Until every source that is due was asked once.
    DoneDue,
    /// Until every source was asked once, due or not.
    DoneAll,
    /// Until told to stop.
    Stopped,
}

/// Sources that others added are looked for this often.
const LOOK: Duration = Duration::from_secs(10);
/// So many visits wait at most for being written, and are written together.
const BATCH: usize = 256;
/// Visits are written together when this long has passed since the first of them.
const GATHER: Duration = Duration::from_secs(2);
/// The search index follows this often.
const INDEX: Duration = Duration::from_secs(15);
/// Requests that run when told to stop are given this long.
const FAREWELL: Duration = Duration::from_secs(5);
/// How long one who writes once, and one who keeps up, waits for another process to end writing.
const PATIENCE_ONCE: Duration = Duration::from_secs(60);
const PATIENCE_FOREVER: Duration = Duration::from_secs(24 * 3600);

/// Asks sources until `until`, or until `stop` becomes true. `told` hears of each source that was asked.
pub async fn keep_up(
    live: &Live,
    until: Until,
    mut stop: watch::Receiver<bool>,
    told: impl Fn(&Followed, &Kept) + Send,
) -> Result<Totals> {
    let folder = live.0.folder.clone();
    let (visits, inbox) = mpsc::channel::<Visit>(BATCH);
    let (kept_out, mut kept) = mpsc::unbounded_channel::<Vec<Kept>>();
    let patience = if until == Until::Stopped { PATIENCE_FOREVER } else { PATIENCE_ONCE };
    let scribe = thread::Builder::new()
        .name("dateline-keep".to_owned())
        .spawn(move || write(&folder, patience, inbox, &kept_out))
        .context("no thread to write with")?;
    let mut round = Round { live, queue: Queue::new(live.0.fetch.manners()), sources: HashMap::new(), once: until };
    round.look()?;
    let mut running: JoinSet<Visit> = JoinSet::new();
    // Visits that were handed over and are not kept yet.
    let mut pending = 0usize;
    let mut looked = Instant::now();
    loop {
        let turn = round.start(&mut running);
        let idle = running.is_empty() && pending == 0;
        if *stop.borrow() || (until != Until::Stopped && idle && round.queue.is_empty()) {
            break;
        }
        tokio::select! {
            Some(ended) = running.join_next() => {
                let Ok(visit) = ended else { continue };
                round.queue.done(visit.source.number, Timestamp::now(), visit.rest());
                pending += 1;
                if visits.send(visit).await.is_err() {
                    break;
                }
            }
            batch = kept.recv() => {
                let Some(batch) = batch else { break };
                pending -= batch.len().min(pending);
                for one in batch {
                    round.take_back(one, &told);
                }
            }
            () = tokio::time::sleep(turn) => {}
            _ = stop.changed() => {}
        }
        if until == Until::Stopped && looked.elapsed() >= LOOK {
            looked = Instant::now();
            round.look()?;
        }
    }
    let farewell = async {
        while let Some(ended) = running.join_next().await {
            if let Ok(visit) = ended
                && visits.send(visit).await.is_err()
            {
                break;
            }
        }
    };
    // Whoever is not done by then is asked again after the next start.
    let _ = tokio::time::timeout(FAREWELL, farewell).await;
    drop(running);
    drop(visits);
    let ended = tokio::task::spawn_blocking(move || scribe.join()).await?;
    ended.map_err(|_| anyhow!("the thread that writes failed inside (please report it)"))?
}

struct Round<'a> {
    live: &'a Live,
    queue: Queue,
    /// Every followed source, by number.
    sources: HashMap<i64, Followed>,
    once: Until,
}

impl Round<'_> {
    /// Lets those wait who are followed, are not stopped and do not wait yet.
    fn look(&mut self) -> Result<()> {
        let now = Timestamp::now();
        for source in Library::open(&self.live.0.folder)?.followed()? {
            let due = source.state.as_ref().map_or(now, |state| state.due);
            let stopped = source.state.as_ref().is_some_and(|state| state.stopped.is_some());
            let wanted = match self.once {
                Until::DoneDue => due <= now,
                Until::DoneAll | Until::Stopped => true,
            };
            let due = if self.once == Until::DoneAll { now } else { due };
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
        Ok(())
    }

    /// Starts visits for all whose turn it is; how long until it is somebody's again.
    fn start(&mut self, running: &mut JoinSet<Visit>) -> Duration {
        let now = Timestamp::now();
        while running.len() < self.live.0.fetch.at_once {
            match self.queue.next(now) {
                Next::Take(number) => {
                    let Some(source) = self.sources.get(&number).cloned() else { continue };
                    let live = self.live.clone();
                    running.spawn(guarded(live, source));
                }
                Next::Wait(turn) => {
                    let wait = Duration::try_from(turn.duration_since(now)).unwrap_or_default();
                    return wait.clamp(Duration::from_millis(1), LOOK);
                }
                Next::Idle => return LOOK,
            }
        }
        LOOK
    }

    /// Takes a source back that was asked and written.
    fn take_back(&mut self, kept: Kept, told: &impl Fn(&Followed, &Kept)) {
        let Some(source) = self.sources.get_mut(&kept.number) else { return };
        told(source, &kept);
        if let Some(moved) = &kept.moved {
            source.url.clone_from(moved);
        }
        source.state = Some(kept.state.clone());
        if self.once == Until::Stopped && kept.state.stopped.is_none() {
            self.queue.add(kept.number, &site(&source.url), kept.state.due);
        }
    }
}

/// A mistake of ours with one source must not cost the others, nor that source its next turn.
async fn guarded(live: Live, source: Followed) -> Visit {
    let asked = source.clone();
    let visiting = tokio::spawn(async move { visit(&live, asked).await });
    visiting.await.unwrap_or_else(|_| Visit::failed_inside(source))
}

/// Where a source counts for manners.
fn site(url: &str) -> String {
    let host = Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned));
    site_of(&host.unwrap_or_default())
}

/// Writes visits as they come, those that come close together in one batch.
fn write(
    folder: &Path,
    patience: Duration,
    mut inbox: mpsc::Receiver<Visit>,
    kept: &mpsc::UnboundedSender<Vec<Kept>>,
) -> Result<Totals> {
    // Who follows nobody writes nothing and takes no lock.
    let Some(first) = inbox.blocking_recv() else { return Ok(Totals::default()) };
    let mut scribe = Scribe::open(folder, patience)?;
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
