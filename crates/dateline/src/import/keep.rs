//! The one place that writes: each report is placed and stored, and batches are made durable.

use anyhow::{Context, Result};
use dateline_engine::{Features, Grouper};
use dateline_store::{Entry, Known, StoreError, Subscription, Writer};

use super::Summary;
use super::again::METHOD;
use super::work::{Piece, Report, What};
use crate::tell::Problems;

/// Reports are made durable in batches of this many: a batch costs one wait for the disk.
const BATCH: u64 = 500;

/// What grouping knows of the reports of a data folder. Who keeps it between two batches need not read all of it again,
/// only what others wrote in between.
#[derive(Default)]
pub struct Memory {
    grouper: Grouper,
    /// The last change it knows of.
    change: i64,
}

impl Memory {
    /// Learns of the changes in `writer` that it does not know of.
    fn catch_up(&mut self, writer: &Writer) -> Result<()> {
        // Fewer changes than are known: another folder stands at that place now.
        if writer.last_change() < self.change {
            *self = Memory::default();
        }
        let mut unreadable = 0u64;
        writer.recall(self.change, &mut |recalled| match Features::from_bytes(&recalled.features) {
            Some(features) => self.grouper.recall(&recalled.article, features, &recalled.events),
            None => unreadable += 1,
        })?;
        anyhow::ensure!(
            unreadable == 0,
            "{unreadable} reports in the data folder were grouped by another version of Dateline: \
             import into a new folder, or use that version"
        );
        self.change = writer.last_change();
        Ok(())
    }
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
    pub fn open(writer: Writer, problems: &'a Problems) -> Result<Keeper<'a>> {
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
            What::Report(report) => self.report(&report).with_context(|| self.how_far())?,
            What::Feed(feed) => {
                let feed = Subscription { url: feed.url, title: feed.title, folders: feed.folders };
                self.summary.feeds += u64::from(self.writer.subscribe(&feed).with_context(|| self.how_far())?);
            }
        }
        Ok(())
    }

    fn report(&mut self, report: &Report) -> Result<(), StoreError> {
        let article = &report.studied.article;
        let known = self.writer.known(article)?;
        match known {
            Known::Same => {
                self.summary.known += 1;
                return Ok(());
            }
            Known::New => self.summary.new += 1,
            Known::Revised => self.summary.revised += 1,
        }
        let placement = self.memory.grouper.place(&article.id, report.studied.features.clone());
        self.writer.put(&Entry {
            article,
            capture: &report.capture,
            capture_digest: report.digest,
            lead: report.studied.lead(),
            annotations: &report.studied.annotations,
            method: METHOD,
            features: &report.features,
            events: &placement.events,
            copies: &placement.copies,
            headline: &placement.headline,
        })?;
        self.pending += 1;
        if self.pending >= BATCH { self.commit() } else { Ok(()) }
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
        self.memory.change = self.writer.last_change();
        Ok((self.writer, self.memory, self.summary))
    }

    fn how_far(&self) -> String {
        format!("stopped with {} new and {} revised reports of this run kept", self.durable.new, self.durable.revised)
    }
}
