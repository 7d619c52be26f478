//! The one place that writes: each report is placed and stored, and batches are made durable.

use anyhow::{Context, Result};
use dateline_engine::Grouper;
use dateline_store::{Entry, Known, StoreError, Subscription, Writer};

use super::Summary;
use super::again::METHOD;
use super::work::{Piece, Report, What};
use crate::grouping::recall;
use crate::tell::Problems;

/// Reports are made durable in batches of this many: a batch costs one wait for the disk.
const BATCH: u64 = 500;

/// Places and stores reports in the order they come.
pub struct Keeper<'a> {
    writer: Writer,
    grouper: Grouper,
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
        let grouper = recall(&writer)?;
        Ok(Keeper { writer, grouper, problems, summary: Summary::default(), durable: Summary::default(), pending: 0 })
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
        let placement = self.grouper.place(&article.id, report.studied.features.clone());
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
            copied_by: &placement.copied_by,
            quotations: &placement.quotations,
            near: &placement.near,
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
    pub fn finish(mut self) -> Result<(Writer, Summary)> {
        self.commit().with_context(|| self.how_far())?;
        Ok((self.writer, self.summary))
    }

    fn how_far(&self) -> String {
        format!("stopped with {} new and {} revised reports of this run kept", self.durable.new, self.durable.revised)
    }
}
