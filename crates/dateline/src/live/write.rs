//! Keeps what visits found. The lock of the data folder is held only while a batch is written.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::Result;
use dateline_fetch::websub::Step;
use dateline_fetch::{Outcome, Revisited, after, after_push, after_revisit};
use dateline_model::{FollowedKind, Following, LastAnswer, Push};
use dateline_store::{Followed, StoreError, Subscription, Writer};
use indicatif::ProgressBar;
use jiff::{SignedDuration, Timestamp};

use super::hubs::Pushed;
use super::page::{PageCame, PageVisit};
use super::pages::{Named, is_old};
use super::revisit::RevisitVisit;
use super::round::Visited;
use super::visit::{Came, News, Visit, fresh, tally};
use crate::import::{Keeper, Memory, Piece, Summary, What, index, judge, read_features_again};
use crate::tell::Problems;

/// A page that cannot be had now is tried again after so many hours, then left.
const PAGE_AGAIN: [i64; 3] = [1, 6, 24];
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
    /// Pages asked for because a source named them.
    pub pages: u64,
    /// Reports of followed stories that were fetched again.
    pub again: u64,
}

/// One line for a person.
impl std::fmt::Display for Totals {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let noun = if self.asked == 1 { "source" } else { "sources" };
        let (new, revised) = (self.new, self.revised);
        write!(formatter, "{} {noun} asked: {} with news, {} failed; ", self.asked, self.changed, self.failed)?;
        write!(formatter, "reports: {new} new, {revised} revised")?;
        match self.pages {
            0 => {}
            1 => write!(formatter, "; 1 page asked for its full text")?,
            pages => write!(formatter, "; {pages} pages asked for their full text")?,
        }
        match self.again {
            0 => Ok(()),
            1 => write!(formatter, "; 1 report of followed stories fetched again"),
            again => write!(formatter, "; {again} reports of followed stories fetched again"),
        }
    }
}

/// A visit that was kept.
pub enum Kept {
    /// To a source.
    Source(Box<KeptSource>),
    /// A subscription at a hub, and what is to be done about it now.
    Push(Box<Push>, Option<Step>),
    /// To a page.
    Page {
        /// Its number.
        number: i64,
        /// True where its text was kept.
        kept: bool,
    },
    /// To a report that was fetched again.
    Report {
        /// Its number.
        number: i64,
    },
}

/// How a source stands after a visit.
pub struct KeptSource {
    /// The source's number.
    pub number: i64,
    /// How it stands now.
    pub state: Following,
    /// The address it moved to.
    pub moved: Option<String>,
    /// It named pages whose text is wanted.
    pub wanted: bool,
    /// The subscription it came by, where a hub sent it.
    pub pushed: Option<Pushed>,
}

/// Writes to one data folder, batch by batch.
pub struct Scribe {
    folder: PathBuf,
    memory: Memory,
    /// How long to wait for the lock.
    patience: Duration,
    /// Whether the full text is wanted of which a feed has the beginning.
    full_text: bool,
    problems: Problems,
    /// Reports were kept that the search index does not know.
    unindexed: bool,
    /// What all batches came to.
    pub totals: Totals,
}

impl Scribe {
    /// Opens the data folder once and learns what is in it.
    pub fn open(folder: &Path, patience: Duration, full_text: bool) -> Result<Scribe> {
        let mut scribe = Scribe {
            folder: folder.to_owned(),
            memory: Memory::default(),
            patience,
            full_text,
            problems: Problems::plain(),
            unindexed: false,
            totals: Totals::default(),
        };
        let mut writer = scribe.lock()?;
        read_features_again(&mut writer, &ProgressBar::hidden())?;
        judge(&mut writer)?;
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
    pub fn keep(&mut self, visits: Vec<Visited>) -> Result<Vec<Kept>> {
        let (mut totals, full_text) = (self.totals, self.full_text);
        let (kept, _) = self.batch(|keeper| {
            let mut desk = Desk { keeper, totals: &mut totals, full_text };
            let keep = |visit| -> Result<Kept> {
                Ok(match visit {
                    Visited::Source(visit) => Kept::Source(Box::new(desk.keep_source(*visit)?)),
                    Visited::Page(visit) => desk.keep_page(*visit)?,
                    Visited::Push(push, step) => desk.keep_push(push, step)?,
                    Visited::Report(visit) => desk.keep_revisit(*visit)?,
                })
            };
            visits.into_iter().map(keep).collect::<Result<Vec<Kept>>>()
        })?;
        self.totals = totals;
        Ok(kept)
    }

    /// Writes one batch under the lock; what it came to.
    fn batch<T>(&mut self, keep: impl FnOnce(&mut Keeper<'_>) -> Result<T>) -> Result<(T, Summary)> {
        let mut keeper = Keeper::resume(self.lock()?, std::mem::take(&mut self.memory), &self.problems)?;
        let kept = keep(&mut keeper)?;
        let (mut writer, memory, summary) = keeper.finish()?;
        self.memory = memory;
        if summary.revised > 0 {
            judge(&mut writer)?;
        }
        self.unindexed |= summary.new + summary.revised > 0;
        Ok((kept, summary))
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
        let (_, summary) = self.batch(|keeper| pieces.into_iter().try_for_each(|piece| keeper.keep(piece)))?;
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

/// What is kept into one batch.
struct Desk<'a, 'p> {
    keeper: &'a mut Keeper<'p>,
    totals: &'a mut Totals,
    full_text: bool,
}

struct KeptNews {
    words: String,
    new: u32,
    moved: Option<String>,
    wanted: bool,
}

/// What came of the reports and pages of one source.
struct KeptReports {
    /// Reports in it.
    reports: u32,
    /// Those never met before.
    new: u64,
    /// Those met before with other words.
    revised: u64,
    /// Pages to be fetched.
    full: usize,
    problem: Option<String>,
}

impl Desk<'_, '_> {
    fn keep_source(&mut self, visit: Visit) -> Result<KeptSource> {
        let Visit { source, mut state, at, status, wishes, came, pushed } = visit;
        let number = source.number;
        if let Some(by) = pushed {
            return self.keep_pushed(number, state, came, at, by);
        }
        self.totals.asked += 1;
        let (mut new, mut moved, mut wanted) = (0, None, false);
        let (outcome, words) = match came {
            Came::Nothing(outcome, words) => (outcome, words),
            Came::Same => (Outcome::FoundNothing, "nothing new: the same as before".to_owned()),
            Came::News(news) => {
                let kept = self.keep_news(number, &mut state, *news, at)?;
                (new, moved, wanted) = (kept.new, kept.moved, kept.wanted);
                (if new > 0 || wanted { Outcome::Found } else { Outcome::FoundNothing }, kept.words)
            }
        };
        let failed = matches!(outcome, Outcome::Failed | Outcome::Gone);
        self.totals.changed += u64::from(outcome == Outcome::Found);
        self.totals.failed += u64::from(failed);
        let stopped = state.stopped.take();
        after(&mut state, outcome, &wishes, at, number.unsigned_abs());
        state.stopped = state.stopped.or(stopped);
        state.note(LastAnswer { at, status, words, failed, new });
        self.keeper.writer().set_following(number, &state)?;
        Ok(KeptSource { number, state, moved, wanted, pushed: None })
    }

    /// Keeps what a hub sent. When the source is due stays as it is, and so does what its last visit showed.
    fn keep_pushed(
        &mut self,
        number: i64,
        visited: Following,
        came: Came,
        at: Timestamp,
        by: Pushed,
    ) -> Result<KeptSource> {
        // A visit may have ended since this came.
        let mut state = self.keeper.writer().following(number)?.unwrap_or(visited);
        let (mut new, mut wanted) = (0, false);
        let words = match came {
            Came::News(news) => {
                let kept = self.keep_reports(news.pieces, &news.named, at)?;
                (new, wanted) = (u32::try_from(kept.new + kept.revised).unwrap_or(u32::MAX), kept.full > 0);
                in_words(Some((kept.reports, kept.new, kept.revised)), kept.full, None, kept.problem)
            }
            Came::Same => "nothing new".to_owned(),
            Came::Nothing(_, words) => words,
        };
        if new > 0 {
            after_push(&mut state, at);
        }
        state.note(LastAnswer { at, status: None, words: format!("sent by its hub: {words}"), failed: false, new });
        self.keeper.writer().set_following(number, &state)?;
        Ok(KeptSource { number, state, moved: None, wanted, pushed: Some(by) })
    }

    fn keep_push(&mut self, push: Box<Push>, step: Option<Step>) -> Result<Kept> {
        match step {
            Some(Step::Forget) => self.keeper.writer().forget_push(&push.key)?,
            _ => self.keeper.writer().keep_push(&push)?,
        }
        Ok(Kept::Push(push, step))
    }

    /// Keeps the reports of a source, and wants the pages that it names.
    fn keep_reports(&mut self, pieces: Vec<Piece>, named: &Named, at: Timestamp) -> Result<KeptReports> {
        let (reports, problem) = tally(&pieces);
        let (before, mut full) = (self.keeper.summary(), named.wanted.len());
        for piece in pieces {
            full += usize::from(self.keep_report(piece, at)?);
        }
        let (new, revised) = self.count(before);
        let left_out = self.keeper.summary().set_aside - before.set_aside;
        let problem = if left_out > 0 { Some(over_reports(left_out)) } else { problem };
        let pages = named.wanted.iter().map(|url| (url, Some(at))).chain(named.passed.iter().map(|url| (url, None)));
        for (url, due) in pages {
            self.keeper.writer().want_page(url, None, None, due)?;
        }
        Ok(KeptReports { reports, new, revised, full, problem })
    }

    fn keep_news(&mut self, number: i64, state: &mut Following, news: News, at: Timestamp) -> Result<KeptNews> {
        let News { moved, etag, last_modified, digest, title, pieces, named, hub } = news;
        let KeptReports { reports, new, revised, full, problem } = self.keep_reports(pieces, &named, at)?;
        if let Some(title) = title.filter(|title| !title.is_empty()) {
            self.keeper.writer().name_source(number, &title)?;
        }
        let moved = match moved {
            Some(url) if self.keeper.writer().move_source(number, &url)? => Some(url),
            Some(url) => {
                state.stopped = Some(format!("it moved to {url}, which is followed already"));
                None
            }
            None => None,
        };
        (state.etag, state.last_modified, state.digest) = (etag, last_modified, Some(digest));
        state.hub = hub;
        // A sitemap has no reports of its own; the pages that it named are what ever came of it.
        let pages = u32::try_from(named.wanted.len()).unwrap_or(u32::MAX);
        let earlier = if state.kind == FollowedKind::Sitemap { state.reports.unwrap_or(0) } else { 0 };
        state.reports = Some(earlier.saturating_add(reports).saturating_add(pages));
        let counts = if state.kind == FollowedKind::Sitemap { None } else { Some((reports, new, revised)) };
        let words = in_words(counts, full, moved.as_deref(), problem);
        let new = u32::try_from(new + revised).unwrap_or(u32::MAX);
        Ok(KeptNews { words, new, moved, wanted: full > 0 })
    }

    /// Keeps a report; true where the full text of it is wanted.
    fn keep_report(&mut self, piece: Piece, at: Timestamp) -> Result<bool> {
        let What::Report(report) = &piece.what else { return Ok(false) };
        let article = &report.studied.article;
        let old = article.published.is_some_and(|published| is_old(published, at));
        let page = article.url.clone().filter(|_| article.teaser && self.full_text && !old);
        let Some(url) = page else { return self.keeper.keep(piece).map(|()| false) };
        let (id, teaser) = (article.id.clone(), article.content_digest());
        self.keeper.keep(piece)?;
        let wanted = !self.keeper.writer().is_named(&url, teaser)?;
        if wanted {
            self.keeper.writer().want_page(&url, Some(&id), Some(teaser), Some(at))?;
        }
        Ok(wanted)
    }

    /// Keeps what came of asking for a page.
    fn keep_page(&mut self, visit: PageVisit) -> Result<Kept> {
        let PageVisit { page, at, came, .. } = visit;
        let kept = matches!(came, PageCame::Text(_));
        self.totals.pages += 1;
        let again = match came {
            PageCame::Text(pieces) => {
                let before = self.keeper.summary();
                for piece in pieces {
                    self.keeper.keep(piece)?;
                }
                self.count(before);
                None
            }
            PageCame::Nothing(why) => {
                tracing::debug!(url = page.url, why, "nothing came of a page");
                None
            }
            PageCame::Later(why) => {
                tracing::debug!(url = page.url, why, "nothing came of a page now");
                let wait = PAGE_AGAIN.get(page.tries as usize);
                wait.and_then(|hours| at.checked_add(SignedDuration::from_hours(*hours)).ok())
            }
        };
        self.keeper.writer().page_asked(page.number, again)?;
        Ok(Kept::Page { number: page.number, kept })
    }

    /// Keeps what came of fetching a report again.
    fn keep_revisit(&mut self, visit: RevisitVisit) -> Result<Kept> {
        let RevisitVisit { revisit, at, retry, mut outcome, piece, .. } = visit;
        let mut state = revisit.state;
        self.totals.again += 1;
        if let Some(piece) = piece {
            let before = self.keeper.summary();
            self.keeper.keep_again(piece)?;
            if self.count(before) == (0, 0) {
                outcome = Revisited::Same;
            }
        }
        let due = after_revisit(&mut state, &outcome, revisit.first.unwrap_or(at), retry, at);
        tracing::debug!(url = revisit.url, words = state.words, "a report was fetched again");
        self.keeper.writer().set_revisiting(revisit.number, due, &state)?;
        Ok(Kept::Report { number: revisit.number })
    }

    /// Counts reports kept since `before`: new ones and revised ones.
    fn count(&mut self, before: Summary) -> (u64, u64) {
        let summary = self.keeper.summary();
        let (new, revised) = (summary.new - before.new, summary.revised - before.revised);
        self.totals.new += new;
        self.totals.revised += revised;
        (new, revised)
    }
}

/// What is told of reports over which we failed inside.
fn over_reports(count: u64) -> String {
    let noun = if count == 1 { "report is" } else { "reports are" };
    format!("{count} {noun} left out: Dateline failed inside while grouping (please report it)")
}

/// What a visit came to: how many reports there were, how many of them new and revised; how many pages are to be fetched.
fn in_words(reports: Option<(u32, u64, u64)>, full: usize, moved: Option<&str>, problem: Option<String>) -> String {
    let counted = |many: u64, noun: &str| if many == 1 { format!("1 {noun}") } else { format!("{many} {noun}s") };
    let mut words = match reports {
        Some((reports, new, revised)) => {
            format!("{}: {new} new, {revised} revised", counted(reports.into(), "report"))
        }
        None if full == 0 => "no new pages".to_owned(),
        None => String::new(),
    };
    if full > 0 {
        let semicolon = if words.is_empty() { "" } else { "; " };
        words.push_str(&format!("{semicolon}{} to be fetched", counted(full as u64, "page")));
    }
    if let Some(url) = moved {
        words.push_str(&format!("; it moved to {url}"));
    }
    if let Some(problem) = problem {
        words.push_str(&format!("; {problem}"));
    }
    words
}

#[cfg(test)]
mod tests;
