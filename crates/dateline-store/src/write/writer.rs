//! The writing side: one at a time, in batches that are kept whole or not at all.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use dateline_model::{
    Annotations, Article, ArticleId, Capture, CopiedBy, Copy, Digest, Label, Near, Span, StoryEvent, StoryId,
};
use rusqlite::{Connection, OptionalExtension, params};

use super::article::{Heading, Origin, count_row, sort_key, write_revision, write_row};
use super::capture::Captures;
use super::copies::{write_copies, write_quotations};
use super::fold::Fold;
use super::{changes, near, outdated, statements, tags};
use crate::packed::Packer;
use crate::{StoreError, fault, log, record, search};

/// How an article stands to what is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Never met.
    New,
    /// Met before, word for word.
    Same,
    /// Met before with other words: this is a revision. (A version that is stored already, even an older one, is
    /// `Same`: importing a folder twice changes nothing.)
    Revised,
}

/// One article with everything that is stored of it.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The article.
    pub article: &'a Article,
    /// The capture it was read from.
    pub capture: &'a Capture,
    /// SHA-256 of the capture's bytes.
    pub capture_digest: Digest,
    /// Its first sentence.
    pub lead: Option<Span>,
    /// Its features, as the grouper wrote them.
    pub features: &'a [u8],
    /// What was found in its text.
    pub annotations: &'a Annotations,
    /// The number of the way in which that was found.
    pub method: u32,
    /// The events that placed it.
    pub events: &'a [StoryEvent],
    /// The reports it copies.
    pub copies: &'a [Copy],
    /// The reports stored before that copy it.
    pub copied_by: &'a [CopiedBy],
    /// The reports stored before that quote the same words, where neither copies the other.
    pub quotations: &'a [ArticleId],
    /// The reports of other stories that it is near to, and what else placing it showed to be near.
    pub near: &'a [Near],
    /// The article whose headline stands best for its story now.
    pub headline: &'a ArticleId,
}

/// A place in the log: how far placements and changes go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// The number of the last placement.
    pub placements: i64,
    /// The number of the last change that no arriving report made.
    pub changes: i64,
}

/// One entry of the log, for a grouper to recall.
#[derive(Clone, Debug)]
pub enum Recalled {
    /// A report was placed.
    Placed {
        /// The article.
        article: ArticleId,
        /// Its features.
        features: Vec<u8>,
        /// The events that placed it.
        events: Vec<StoryEvent>,
    },
    /// Stories were changed without a report arriving.
    Changed(Vec<StoryEvent>),
}

/// A change to stories that no arriving report made.
#[derive(Clone, Copy, Debug)]
pub struct Rearrangement<'a> {
    /// Its events.
    pub events: &'a [StoryEvent],
    /// The articles whose headlines stand best for the stories concerned now.
    pub headlines: &'a [(StoryId, ArticleId)],
    /// What a correction says of reports; `None` where no person made the change.
    pub labels: Option<&'a [Label]>,
}

/// A feed to follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// Address of the feed.
    pub url: String,
    /// Its name.
    pub title: Option<String>,
    /// Folders, outermost first.
    pub folders: Vec<String>,
}

/// A data folder, open for writing. There is one at a time, across processes.
pub struct Writer {
    folder: PathBuf,
    pub(super) connection: Connection,
    packer: Packer,
    captures: Captures,
    /// The number of the last put, and of the last article.
    change: i64,
    seq: i64,
    /// A put failed, and the open batch with it.
    failed: bool,
    /// Held as long as the writer lives; the system lets go of it when the process ends, however it ends.
    _lock: File,
}

impl Writer {
    /// Opens or makes a data folder, brings its tables to this version, and starts a batch.
    pub fn open(folder: &Path) -> Result<Writer, StoreError> {
        std::fs::create_dir_all(folder).map_err(|error| fault::files(folder, "making the folder", &error))?;
        let lock = lock(folder)?;
        let connection = record::open_for_writing(folder)?;
        let packer = Packer::new().map_err(|error| fault::files(folder, "getting memory for compression", &error))?;
        let mut writer = Writer {
            folder: folder.to_owned(),
            connection,
            packer,
            captures: Captures::default(),
            change: 0,
            seq: 0,
            failed: false,
            _lock: lock,
        };
        writer.begin().map_err(|error| fault::record(folder, error))?;
        Ok(writer)
    }

    /// How `article` stands to what is stored, the open batch included.
    pub fn known(&self, article: &Article) -> Result<Known, StoreError> {
        self.standing(article, article.content_digest()).map(|(known, _)| known).map_err(|error| self.fault(error))
    }

    /// As [`Writer::known`], of a report that has just been fetched again: the words of an older version are no longer known.
    pub fn known_again(&self, article: &Article) -> Result<Known, StoreError> {
        let content = article.content_digest();
        let (known, seq) = self.standing(article, content).map_err(|error| self.fault(error))?;
        let newest = known != Known::Same || self.is_newest(seq, content).map_err(|error| self.fault(error))?;
        Ok(if newest { known } else { Known::Revised })
    }

    /// Adds an article, or a revision of one, to the open batch. One that is there word for word changes nothing.
    /// After a failure the whole batch is undone, and the writer takes nothing more.
    pub fn put(&mut self, entry: &Entry<'_>) -> Result<(), StoreError> {
        self.in_batch(|writer| writer.store(entry, false))
    }

    /// As [`Writer::put`], of a report that has just been fetched again: where it has the words of an older version again,
    /// that is a version of its own.
    pub fn put_again(&mut self, entry: &Entry<'_>) -> Result<(), StoreError> {
        self.in_batch(|writer| writer.store(entry, true))
    }

    /// Keeps a feed address; false where it was kept already.
    pub fn subscribe(&mut self, subscription: &Subscription) -> Result<bool, StoreError> {
        self.in_batch(|writer| {
            let mut keep = writer.connection.prepare_cached(
                "INSERT INTO subscriptions (url, title, folders) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            )?;
            let folders = log::to_json(&subscription.folders)?;
            Ok(keep.execute(params![subscription.url, subscription.title, folders])? > 0)
        })
    }

    /// Sets the notice that stands on every page.
    pub fn set_notice(&mut self, notice: Option<&str>) -> Result<(), StoreError> {
        self.in_batch(|writer| match notice {
            Some(notice) => writer
                .connection
                .execute("INSERT OR REPLACE INTO settings (name, value) VALUES ('notice', ?1)", [notice])
                .map(drop),
            None => writer.connection.execute("DELETE FROM settings WHERE name = 'notice'", []).map(drop),
        })
    }

    /// The newest versions of reports in which was found by another way than `method`, or not at all: at most `most` of
    /// those behind the report of the number `after`, each with its number.
    pub fn outdated(&self, method: u32, after: i64, most: usize) -> Result<Vec<(i64, Article)>, StoreError> {
        outdated::list(&self.connection, method, after, most).map_err(|error| self.fault(error))
    }

    /// Replaces what was found in the newest version of the report of a number, as [`Writer::outdated`] gives it.
    pub fn annotate(
        &mut self,
        number: i64,
        article: &Article,
        annotations: &Annotations,
        method: u32,
    ) -> Result<(), StoreError> {
        self.in_batch(|writer| {
            statements::unfile(&writer.connection, number)?;
            statements::file(&writer.connection, &mut writer.packer, number, article, (annotations, method))
        })
    }

    /// Notes that no report is outdated, so that the next [`Writer::outdated`] need not look through all of them.
    pub fn none_outdated(&mut self, method: u32) -> Result<(), StoreError> {
        self.in_batch(|writer| outdated::note(&writer.connection, method))
    }

    /// The versions of reports whose placement has features that do not begin with the byte `version`: at most `most` of
    /// those behind the change `after`, each with its change.
    pub fn outdated_features(&self, version: u8, after: i64, most: usize) -> Result<Vec<(i64, Article)>, StoreError> {
        outdated::placements(&self.connection, version, after, most).map_err(|error| self.fault(error))
    }

    /// Replaces the features of the placement of a change, as [`Writer::outdated_features`] gives it.
    pub fn replace_features(&mut self, change: i64, features: &[u8]) -> Result<(), StoreError> {
        self.in_batch(|writer| {
            let mut replace =
                writer.connection.prepare_cached("UPDATE placements SET features = ?2 WHERE change = ?1")?;
            replace.execute(rusqlite::params![change, features])?;
            Ok(())
        })
    }

    /// Notes that no features are outdated, so that the next [`Writer::outdated_features`] need not look through all.
    pub fn no_features_outdated(&mut self, version: u8) -> Result<(), StoreError> {
        self.in_batch(|writer| outdated::note_features(&writer.connection, version))
    }

    /// Makes everything put so far durable, and starts the next batch.
    pub fn commit(&mut self) -> Result<(), StoreError> {
        self.in_batch(|writer| {
            writer.connection.execute_batch("COMMIT")?;
            writer.begin()
        })
    }

    /// Changes stories without a report arriving, in the open batch.
    pub fn rearrange(&mut self, change: &Rearrangement<'_>) -> Result<(), StoreError> {
        self.in_batch(|writer| changes::store(&writer.connection, writer.change, change))
    }

    /// The number of the way in which all reports were grouped; `None` where it was not noted, or there are none.
    pub fn grouping(&self) -> Result<Option<u32>, StoreError> {
        outdated::grouping(&self.connection).map_err(|error| self.fault(error))
    }

    /// Notes the way in which all reports were grouped, in the open batch.
    pub fn note_grouping(&mut self, method: u32) -> Result<(), StoreError> {
        self.in_batch(|writer| outdated::note_grouping(&writer.connection, method))
    }

    /// True where no report is stored.
    pub fn is_empty(&self) -> bool {
        self.seq == 0
    }

    /// The reports of this name or, where there is none, of this address: at most two.
    pub fn named(&self, words: &str) -> Result<Vec<ArticleId>, StoreError> {
        let find = || -> rusqlite::Result<Vec<ArticleId>> {
            if Fold::seq(&self.connection, &ArticleId::new(words))?.is_some() {
                return Ok(vec![ArticleId::new(words)]);
            }
            let mut find =
                self.connection.prepare_cached("SELECT id FROM articles WHERE url = ?1 ORDER BY seq LIMIT 2")?;
            find.query_map([words], |row| Ok(ArticleId::new(row.get_ref(0)?.as_str()?)))?.collect()
        };
        find().map_err(|error| self.fault(error))
    }

    /// The end of the log, the open batch included.
    pub fn mark(&self) -> Result<Mark, StoreError> {
        let last = "SELECT coalesce(max(number), 0) FROM changes";
        let changes = self.connection.query_row(last, [], |row| row.get(0)).map_err(|error| self.fault(error))?;
        Ok(Mark { placements: self.change, changes })
    }

    /// What the log has behind `from`, in the order it was written; all of it behind the default mark.
    pub fn recall(&self, from: Mark, each: &mut dyn FnMut(Recalled)) -> Result<(), StoreError> {
        changes::recall(&self.connection, from, each).map_err(|error| self.fault(error))
    }

    /// Brings the search index up to the last commit, making it anew where it is missing, damaged or of another form.
    /// Gives the number of reports indexed. `progress` hears how many are done of how many.
    pub fn index(&mut self, progress: &mut dyn FnMut(u64, u64)) -> Result<u64, StoreError> {
        // A connection of its own sees what is committed and nothing of the open batch.
        search::catch_up(&self.folder, &record::open_for_reading(&self.folder)?, progress)
    }

    fn begin(&mut self) -> rusqlite::Result<()> {
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        let last =
            "SELECT (SELECT coalesce(max(change), 0) FROM revisions), (SELECT coalesce(max(seq), 0) FROM articles)";
        (self.change, self.seq) = self.connection.query_row(last, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(())
    }

    /// Runs one change of the open batch; where it fails, the batch is undone and the writer closed to more.
    pub(super) fn in_batch<T>(
        &mut self,
        change: impl FnOnce(&mut Writer) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        if self.failed {
            let message = "an earlier change could not be kept, and the batch it was in was undone; run this again";
            return Err(fault::saying(&self.folder, message.to_owned()));
        }
        change(self).map_err(|error| {
            self.failed = true;
            if !self.connection.is_autocommit() {
                // Where undoing fails as well, the batch is undone when the record is next opened.
                let _ = self.connection.execute_batch("ROLLBACK");
            }
            self.fault(error)
        })
    }

    fn standing(&self, article: &Article, content: Digest) -> rusqlite::Result<(Known, Option<i64>)> {
        let Some(seq) = Fold::seq(&self.connection, &article.id)? else { return Ok((Known::New, None)) };
        let mut find = self.connection.prepare_cached("SELECT 1 FROM revisions WHERE article = ?1 AND content = ?2")?;
        let same = find.query_row(params![seq, content.0], |_| Ok(())).optional()?;
        Ok((if same.is_some() { Known::Same } else { Known::Revised }, Some(seq)))
    }

    /// True where `content` is that of the newest version of the report of a number.
    fn is_newest(&self, seq: Option<i64>, content: Digest) -> rusqlite::Result<bool> {
        let sql = "SELECT content FROM revisions WHERE article = ?1 ORDER BY change DESC LIMIT 1";
        let newest: Option<Vec<u8>> =
            self.connection.prepare_cached(sql)?.query_row([seq], |row| row.get(0)).optional()?;
        Ok(newest.is_some_and(|newest| newest == content.0))
    }

    fn store(&mut self, entry: &Entry<'_>, again: bool) -> rusqlite::Result<()> {
        let article = entry.article;
        let content = article.content_digest();
        let (known, stored) = self.standing(article, content)?;
        if known == Known::Same && (!again || self.is_newest(stored, content)?) {
            return Ok(());
        }
        self.change += 1;
        let change = self.change;
        let connection = &self.connection;
        let capture = self.captures.keep(connection, &mut self.packer, entry.capture, entry.capture_digest)?;
        let mut fold = Fold::new(connection);
        let (seq, story) = match stored {
            Some(seq) => {
                count_row(connection, seq, -1)?;
                tags::unfile(connection, seq)?;
                statements::unfile(connection, seq)?;
                (seq, fold.detach(seq)?)
            }
            None => {
                self.seq += 1;
                (self.seq, None)
            }
        };
        write_row(connection, seq, change, article, &Heading::of(article, entry.lead))?;
        count_row(connection, seq, 1)?;
        tags::file(connection, seq, article.published.map(sort_key), article)?;
        let captured = entry.capture.captured.map(|instant| instant.to_string());
        let origin = Origin { capture, captured, content };
        write_revision(connection, &mut self.packer, (seq, change), article, &origin)?;
        statements::file(connection, &mut self.packer, seq, article, (entry.annotations, entry.method))?;
        let copiers = write_copies(connection, seq, entry.copies, entry.copied_by)?;
        write_quotations(connection, seq, entry.quotations)?;
        near::write(connection, seq, entry.near)?;
        connection
            .prepare_cached(
                "INSERT INTO placements (change, article, features, events, headline) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![change, seq, entry.features, log::write(entry.events)?, entry.headline.as_str()])?;
        if let Some(story) = story {
            fold.attach(seq, story)?;
        }
        for event in entry.events {
            fold.apply(event)?;
        }
        fold.head(seq, entry.headline)?;
        fold.copied(copiers);
        fold.finish()
    }

    pub(super) fn fault(&self, error: rusqlite::Error) -> StoreError {
        fault::record(&self.folder, error)
    }
}

/// Takes the lock that a data folder is written under.
fn lock(folder: &Path) -> Result<File, StoreError> {
    let doing = "taking the lock file `writer.lock`";
    let file = File::options().create(true).truncate(false).write(true).open(folder.join("writer.lock"));
    let file = file.map_err(|error| fault::files(folder, doing, &error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::Busy(folder.to_owned())),
        Err(TryLockError::Error(error)) => Err(fault::files(folder, doing, &error)),
    }
}
