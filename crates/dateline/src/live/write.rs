//! Keeps what visits found. The lock of the data folder is held only while a batch is written.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::Result;
use dateline_fetch::{Outcome, after};
use dateline_model::{FollowedKind, Following, LastAnswer};
use dateline_store::{Followed, StoreError, Subscription, Writer};
use indicatif::ProgressBar;
use jiff::Timestamp;

use super::visit::{Came, News, Visit, fresh, tally};
use crate::import::{Keeper, Memory, Piece, Summary, What, index, read_features_again};
use crate::tell::Problems;

/// Another process may hold the lock; it is tried for again after this long.
const AGAIN: Duration = Duration::from_millis(250);

/// What all visits came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Sources asked.
    pub asked: u64,
    /// Those that had something new.
    pub changed: u64,
    /// Those that failed.
    pub failed: u64,
    /// Reports never met before.
    pub new: u64,
    /// Reports met before with other words.
    pub revised: u64,
}

/// One line for a person.
impl std::fmt::Display for Totals {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let noun = if self.asked == 1 { "source" } else { "sources" };
        let (new, revised) = (self.new, self.revised);
        write!(formatter, "{} {noun} asked: {} with news, {} failed; ", self.asked, self.changed, self.failed)?;
        write!(formatter, "reports: {new} new, {revised} revised")
    }
}

/// How a source stands after a visit.
pub struct Kept {
    /// The source's number.
    pub number: i64,
    /// How it stands now.
    pub state: Following,
    /// The address it moved to.
    pub moved: Option<String>,
}

/// Writes to one data folder, batch by batch.
pub struct Scribe {
    folder: PathBuf,
    memory: Memory,
    /// How long to wait for the lock.
    patience: Duration,
    problems: Problems,
    /// Reports were kept that the search index does not know.
    unindexed: bool,
    /// What all batches came to.
    pub totals: Totals,
}

impl Scribe {
    /// Opens the data folder once and learns what is in it.
    pub fn open(folder: &Path, patience: Duration) -> Result<Scribe> {
        let mut scribe = Scribe {
            folder: folder.to_owned(),
            memory: Memory::default(),
            patience,
            problems: Problems::plain(),
            unindexed: false,
            totals: Totals::default(),
        };
        let mut writer = scribe.lock()?;
        read_features_again(&mut writer, &ProgressBar::hidden())?;
        let (_, memory, _) = Keeper::open(writer, &scribe.problems)?.finish()?;
        scribe.memory = memory;
        Ok(scribe)
    }

    /// Waits until no other process writes.
    fn lock(&self) -> Result<Writer> {
        let since = Instant::now();
        loop {
            match Writer::open(&self.folder) {
                Err(StoreError::Busy(_)) if since.elapsed() < self.patience => std::thread::sleep(AGAIN),
                opened => return Ok(opened?),
            }
        }
    }

    /// Keeps a batch of visits. Either all of it is kept or an error says why not.
    pub fn keep(&mut self, visits: Vec<Visit>) -> Result<Vec<Kept>> {
        let mut totals = self.totals;
        let mut keeper = Keeper::resume(self.lock()?, std::mem::take(&mut self.memory), &self.problems)?;
        let mut kept = Vec::new();
        for visit in visits {
            kept.push(keep_one(&mut keeper, visit, &mut totals)?);
        }
        let (_, memory, summary) = keeper.finish()?;
        self.memory = memory;
        self.totals = totals;
        self.unindexed |= summary.new + summary.revised > 0;
        Ok(kept)
    }

    /// Follows the source at `url` from now on; false where it was followed already. One that was stopped is asked again.
    pub fn follow(&mut self, url: &str, title: Option<&str>, kind: FollowedKind) -> Result<(Followed, bool)> {
        let mut writer = self.lock()?;
        let source = Subscription { url: url.to_owned(), title: title.map(str::to_owned), folders: Vec::new() };
        let new = writer.subscribe(&source)?;
        let number = writer.followed_as(url)?.unwrap_or_default();
        let state = fresh(kind, Timestamp::now());
        writer.set_following(number, &state)?;
        writer.commit()?;
        Ok((Followed { number, url: url.to_owned(), title: source.title, state: Some(state) }, new))
    }

    /// Keeps what stands by itself: a single page, or a list of subscriptions.
    pub fn keep_pieces(&mut self, pieces: Vec<Piece>) -> Result<Summary> {
        let mut keeper = Keeper::resume(self.lock()?, std::mem::take(&mut self.memory), &self.problems)?;
        for piece in pieces {
            keeper.keep(piece)?;
        }
        let (_, memory, summary) = keeper.finish()?;
        self.memory = memory;
        self.unindexed |= summary.new + summary.revised > 0;
        Ok(summary)
    }

    /// Brings the search index up to date, where reports were kept since it last was.
    pub fn index(&mut self) -> Result<()> {
        if std::mem::take(&mut self.unindexed) {
            index(&mut self.lock()?, &ProgressBar::hidden())?;
        }
        Ok(())
    }
}

fn keep_one(keeper: &mut Keeper<'_>, visit: Visit, totals: &mut Totals) -> Result<Kept> {
    let Visit { source, mut state, at, status, wishes, came } = visit;
    let number = source.number;
    totals.asked += 1;
    let (mut new, mut moved) = (0, None);
    let (outcome, words) = match came {
        Came::Nothing(outcome, words) => (outcome, words),
        Came::Same => (Outcome::FoundNothing, "nothing new: the same as before".to_owned()),
        Came::News(news) => {
            let kept = keep_news(keeper, number, &mut state, *news, totals)?;
            (new, moved) = (kept.new, kept.moved);
            (if new > 0 { Outcome::Found } else { Outcome::FoundNothing }, kept.words)
        }
    };
    let failed = matches!(outcome, Outcome::Failed | Outcome::Gone);
    totals.changed += u64::from(outcome == Outcome::Found);
    totals.failed += u64::from(failed);
    let stopped = state.stopped.take();
    after(&mut state, outcome, &wishes, at, number.unsigned_abs());
    state.stopped = state.stopped.or(stopped);
    state.note(LastAnswer { at, status, words, failed, new });
    keeper.writer().set_following(number, &state)?;
    Ok(Kept { number, state, moved })
}

struct KeptNews {
    words: String,
    new: u32,
    moved: Option<String>,
}

fn keep_news(
    keeper: &mut Keeper<'_>,
    number: i64,
    state: &mut Following,
    news: News,
    totals: &mut Totals,
) -> Result<KeptNews> {
    let News { moved, etag, last_modified, digest, title, pieces, pages } = news;
    let (reports, problem) = tally(&pieces);
    let before = keeper.summary();
    for piece in pieces.into_iter().filter(|piece| matches!(piece.what, What::Report(_))) {
        keeper.keep(piece)?;
    }
    let summary = keeper.summary();
    let (new, revised) = (summary.new - before.new, summary.revised - before.revised);
    totals.new += new;
    totals.revised += revised;
    for page in &pages {
        keeper.writer().note_page(page)?;
    }
    if let Some(title) = title.filter(|title| !title.is_empty()) {
        keeper.writer().name_source(number, &title)?;
    }
    let moved = match moved {
        Some(url) if keeper.writer().move_source(number, &url)? => Some(url),
        Some(url) => {
            state.stopped = Some(format!("it moved to {url}, which is followed already"));
            None
        }
        None => None,
    };
    (state.etag, state.last_modified) = (etag, last_modified);
    // A sitemap names more pages than one visit fetches: only when nothing is left is it the same as before.
    state.digest = (state.kind != FollowedKind::Sitemap || pages.is_empty()).then_some(digest);
    if state.digest.is_none() {
        (state.etag, state.last_modified) = (None, None);
    }
    // Pages that a sitemap names are fetched once; its reports are all that ever came of it.
    let earlier = if state.kind == FollowedKind::Sitemap { state.reports.unwrap_or(0) } else { 0 };
    state.reports = Some(earlier.saturating_add(reports));
    let words = in_words(reports, new, revised, moved.as_deref(), problem);
    Ok(KeptNews { words, new: u32::try_from(new + revised).unwrap_or(u32::MAX), moved })
}

fn in_words(reports: u32, new: u64, revised: u64, moved: Option<&str>, problem: Option<String>) -> String {
    let noun = if reports == 1 { "report" } else { "reports" };
    let mut words = format!("{reports} {noun}: {new} new, {revised} revised");
    if let Some(url) = moved {
        words.push_str(&format!("; it moved to {url}"));
    }
    if let Some(problem) = problem {
        words.push_str(&format!("; {problem}"));
    }
    words
}
