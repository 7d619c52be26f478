//! The one place that writes: each report is placed and stored, and batches are made durable.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::{Context, Result};
use dateline_engine::{Features, Grouper, Placement};
use dateline_model::{ArticleId, Digest, Problem};
use dateline_store::{Entry, Known, Mark, StoreError, Subscription, Writer};

use super::Summary;
use super::again::METHOD;
use super::work::{Piece, Report, What};
use crate::grouping::recall_from;
use crate::tell::Problems;

/// Reports are made durable in batches of this many: a batch costs one wait for the disk.
const BATCH: u64 = 500;

/// So many versions of reports are remembered over which we failed inside; then they are tried once more.
const MOST_SET_ASIDE: usize = 1000;

/// Places one report: [`Grouper::place`], but for tests.
pub type Place = fn(&mut Grouper, &ArticleId, Features) -> Placement;

/// What grouping knows of a data folder. Who keeps it between two batches need not read the whole log again, only what
/// others wrote in between.
pub struct Memory {
    grouper: Grouper,
    /// How far into the log that is.
    mark: Mark,
    place: Place,
    /// The versions of reports over which we failed inside: each costs a look through the whole log, so once is enough.
    set_aside: HashSet<(ArticleId, Digest)>,
}

impl Default for Memory {
    fn default() -> Memory {
        Memory::placing(Grouper::place)
    }
}

impl Memory {
    /// Knows nothing yet, and places reports by `place`.
    pub fn placing(place: Place) -> Memory {
        Memory { grouper: Grouper::new(), mark: Mark::default(), place, set_aside: HashSet::new() }
    }

    /// Places a report.
    fn place(&mut self, report: &Report) -> Placement {
        (self.place)(&mut self.grouper, &report.studied.article.id, report.studied.features.clone())
    }

    /// Forgets what grouping left half done, and learns the log of `writer` anew, the open batch included.
    fn learn_anew(&mut self, writer: &Writer) -> Result<()> {
        (self.grouper, self.mark) = (Grouper::new(), Mark::default());
        self.catch_up(writer)
    }

    /// Over how many versions of reports we failed inside.
    #[cfg(test)]
    pub fn set_aside_count(&self) -> usize {
        self.set_aside.len()
    }

    /// Learns what the log of `writer` has beyond.
    fn catch_up(&mut self, writer: &Writer) -> Result<()> {
        let mark = writer.mark()?;
        // A shorter log than is known: another folder stands at that place now.
        if mark.placements < self.mark.placements || mark.changes < self.mark.changes {
            (self.grouper, self.mark) = (Grouper::new(), Mark::default());
        }
        recall_from(self.mark, writer, &mut self.grouper)?;
        self.mark = mark;
        Ok(())
    }
}

/// How a report came.
#[derive(Clone, Copy)]
enum Fetched {
    /// As it comes: the words of any version are known.
    First,
    /// Asked for once more: what it says is the newest.
    Again,
}

/// Places and stores reports in the order they come.
pub struct Keeper<'a> {
    writer: Writer,
    memory: Memory,
    problems: &'a Problems,
    summary: Summary,
    durable: Summary,
    pending: u64,
}

impl<'a> Keeper<'a> {
    /// Takes up where the data folder stands.
    pub fn open(mut writer: Writer, problems: &'a Problems) -> Result<Keeper<'a>> {
        if writer.is_empty() {
            writer.note_grouping(Grouper::METHOD)?;
        } else if writer.grouping()?.is_none_or(|method| method < Grouper::METHOD) {
            problems
                .note("stories", "stored reports were grouped by an older way; `dateline regroup` groups them anew");
        }
        Keeper::resume(writer, Memory::default(), problems)
    }

    /// Takes up where the data folder stands, with what is known of it from before. Where keeping fails the memory is
    /// gone with the batch that was undone.
    pub fn resume(writer: Writer, mut memory: Memory, problems: &'a Problems) -> Result<Keeper<'a>> {
        memory.catch_up(&writer)?;
        Ok(Keeper { writer, memory, problems, summary: Summary::default(), durable: Summary::default(), pending: 0 })
    }

    /// What this run came to so far.
    pub fn summary(&self) -> Summary {
        self.summary
    }

    /// For what belongs into the same batch and is no report.
    pub fn writer(&mut self) -> &mut Writer {
        &mut self.writer
    }

    /// Keeps what an item came to, or tells its problem.
    pub fn keep(&mut self, piece: Piece) -> Result<()> {
        match piece.what {
            What::Problem(problem) => self.problems.tell(&piece.place, &problem),
            What::Note(note) => self.problems.note(&piece.place, &note),
            What::Report(report) => {
                self.report(&piece.place, &report, Fetched::First).with_context(|| self.how_far())?
            }
            What::Feed(feed) => {
                let feed = Subscription { url: feed.url, title: feed.title, folders: feed.folders };
                self.summary.feeds += u64::from(self.writer.subscribe(&feed).with_context(|| self.how_far())?);
            }
        }
        Ok(())
    }

    /// Keeps a report that was fetched again: with the words of an older version it is a newer one all the same.
    pub fn keep_again(&mut self, piece: Piece) -> Result<()> {
        match &piece.what {
            What::Report(report) => self.report(&piece.place, report, Fetched::Again).with_context(|| self.how_far()),
            _ => self.keep(piece),
        }
    }

    fn report(&mut self, place: &str, report: &Report, fetched: Fetched) -> Result<()> {
        let article = &report.studied.article;
        let known = match fetched {
            Fetched::First => self.writer.known(article)?,
            Fetched::Again => self.writer.known_again(article)?,
        };
        // The beginning that a feed tells of a report must not follow its full text as a newer version.
        let behind = known == Known::Revised && article.teaser && self.writer.has_full_text(&article.id)?;
        if known == Known::Same || behind {
            self.summary.known += 1;
            return Ok(());
        }
        let version = (article.id.clone(), article.content_digest());
        if self.memory.set_aside.contains(&version) {
            self.summary.set_aside += 1;
            return Ok(());
        }
        // A mistake of ours with one report must not cost the others of its batch, now or when it comes again.
        let Ok(placement) = catch_unwind(AssertUnwindSafe(|| self.memory.place(report))) else {
            return self.set_aside(place, version);
        };
        self.put(report, &placement, fetched)?;
        self.summary.new += u64::from(known == Known::New);
        self.summary.revised += u64::from(known == Known::Revised);
        self.pending += 1;
        if self.pending >= BATCH { Ok(self.commit()?) } else { Ok(()) }
    }

    /// Leaves out a version of a report over which grouping failed inside, and tells of it.
    fn set_aside(&mut self, place: &str, version: (ArticleId, Digest)) -> Result<()> {
        self.memory.learn_anew(&self.writer)?;
        let what = format!("Dateline failed inside while grouping the report {} (please report it)", version.0);
        self.problems.tell(place, &Problem::new(what, "that report is left out; the others are kept"));
        if self.memory.set_aside.len() >= MOST_SET_ASIDE {
            self.memory.set_aside.clear();
        }
        self.memory.set_aside.insert(version);
        self.summary.set_aside += 1;
        Ok(())
    }

    /// Puts a placed report into the open batch.
    fn put(&mut self, report: &Report, placement: &Placement, fetched: Fetched) -> Result<(), StoreError> {
        let article = &report.studied.article;
        let entry = Entry {
            article,
            capture: &report.capture,
            capture_digest: report.digest,
            lead: report.studied.lead(),
            annotations: &report.studied.annotations,
            method: METHOD,
            features: &report.features,
            events: &placement.events,
            copies: &placement.copies,
            copied_by: &placement.copied_by,
            quotations: &placement.quotations,
            near: &placement.near,
            headline: &placement.headline,
        };
        match fetched {
            Fetched::First => self.writer.put(&entry),
            Fetched::Again => self.writer.put_again(&entry),
        }
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        self.writer.commit()?;
        self.durable = self.summary;
        self.pending = 0;
        Ok(())
    }

    /// Makes the last batch durable.
    pub fn finish(mut self) -> Result<(Writer, Memory, Summary)> {
        self.commit().with_context(|| self.how_far())?;
        self.memory.mark = self.writer.mark()?;
        Ok((self.writer, self.memory, self.summary))
    }

    fn how_far(&self) -> String {
        format!("stopped with {} new and {} revised reports of this run kept", self.durable.new, self.durable.revised)
    }
}
