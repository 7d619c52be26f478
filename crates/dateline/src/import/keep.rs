//! The one place that writes: each report is placed and stored, and batches are made durable.

use anyhow::{Context, Result};
use dateline_engine::Grouper;
use dateline_store::{Entry, Known, Mark, StoreError, Subscription, Writer};

use super::Summary;
use super::again::METHOD;
use super::work::{Piece, Report, What};
use crate::grouping::recall_from;
use crate::tell::Problems;

/// Reports are made durable in batches of this many: a batch costs one wait for the disk.
const BATCH: u64 = 500;

/// What grouping knows of a data folder. Who keeps it between two batches need not read the whole log again, only what
/// others wrote in between.
#[derive(Default)]
pub struct Memory {
    grouper: Grouper,
    /// How far into the log that is.
    mark: Mark,
}

impl Memory {
    /// Learns what the log of `writer` has beyond.
    fn catch_up(&mut self, writer: &Writer) -> Result<()> {
        let mark = writer.mark()?;
        // A shorter log than is known: another folder stands at that place now.
        if mark.placements < self.mark.placements || mark.changes < self.mark.changes {
            *self = Memory::default();
        }
        recall_from(self.mark, writer, &mut self.grouper)?;
        self.mark = mark;
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
            What::Report(report) => self.report(&report, false).with_context(|| self.how_far())?,
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
            What::Report(report) => self.report(report, true).with_context(|| self.how_far()),
            _ => self.keep(piece),
        }
    }

    fn report(&mut self, report: &Report, again: bool) -> Result<(), StoreError> {
        let article = &report.studied.article;
        let known = if again { self.writer.known_again(article)? } else { self.writer.known(article)? };
        match known {
            Known::Same => {
                self.summary.known += 1;
                return Ok(());
            }
            Known::New => self.summary.new += 1,
            Known::Revised => self.summary.revised += 1,
        }
        let placement = self.memory.grouper.place(&article.id, report.studied.features.clone());
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
        if again {
            self.writer.put_again(&entry)?
        } else {
            self.writer.put(&entry)?
        }
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
        self.memory.mark = self.writer.mark()?;
        Ok((self.writer, self.memory, self.summary))
    }

    fn how_far(&self) -> String {
        format!("stopped with {} new and {} revised reports of this run kept", self.durable.new, self.durable.revised)
    }
}
