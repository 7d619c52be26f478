//! Brings the index up to the record, or makes it anew.

use std::path::Path;

use dateline_model::{Article, Digest};
use rusqlite::{Connection, OptionalExtension};
use tantivy::indexer::IndexWriterOptions;
use tantivy::{Index, IndexWriter, TantivyDocument, Term};

use super::form::{self, Fields, Mark, day_key};
use crate::phrase::fold_tag;
use crate::{StoreError, fault, packed};

/// Threads that cut words, and the memory of each for words waiting to be written, in bytes.
const THREADS: usize = 2;
const MEMORY: usize = 32 << 20;

/// A commit after so many reports: what was done so far is not lost when the process ends.
const BATCH: u64 = 50_000;

/// `progress` hears of every so many reports.
const STEP: u64 = 100;

/// What stopped an index from being brought up to date.
enum Stop {
    Record(rusqlite::Error),
    Index(tantivy::TantivyError),
}

impl From<rusqlite::Error> for Stop {
    fn from(error: rusqlite::Error) -> Stop {
        Stop::Record(error)
    }
}

impl From<tantivy::TantivyError> for Stop {
    fn from(error: tantivy::TantivyError) -> Stop {
        Stop::Index(error)
    }
}

impl Stop {
    fn said(self, folder: &Path) -> StoreError {
        match self {
            Stop::Record(error) => fault::record(folder, error),
            Stop::Index(error) => fault::index(folder, &error),
        }
    }
}

/// Indexes every change that `record` holds and the index does not. Gives the number of reports indexed.
pub fn catch_up(folder: &Path, record: &Connection, progress: &mut dyn FnMut(u64, u64)) -> Result<u64, StoreError> {
    if let Some((index, fields, mark)) = sound(folder, record).map_err(|stop| stop.said(folder))? {
        match extend(&index, fields, mark, record, progress) {
            Ok(indexed) => return Ok(indexed),
            Err(Stop::Record(error)) => return Err(fault::record(folder, error)),
            Err(Stop::Index(error)) => match fault::index(folder, &error) {
                // An index that cannot take more is made anew, unless there is no room for one.
                StoreError::Index { .. } => {}
                other => return Err(other),
            },
        }
    }
    let (index, fields) = make(folder)?;
    extend(&index, fields, Mark::NOTHING, record, progress).map_err(|stop| stop.said(folder))
}

/// The index, where there is one, whole, of this form and made from this record.
fn sound(folder: &Path, record: &Connection) -> Result<Option<(Index, Fields, Mark)>, Stop> {
    let Ok((index, fields, mark)) = form::open(folder) else { return Ok(None) };
    if mark != Mark::NOTHING && content(record, mark.change)? != Some(mark.content) {
        return Ok(None);
    }
    let whole = index.validate_checksum().is_ok_and(|damaged| damaged.is_empty()) && index.reader().is_ok();
    Ok(whole.then_some((index, fields, mark)))
}

/// The content of a change.
fn content(record: &Connection, change: i64) -> rusqlite::Result<Option<Digest>> {
    let mut find = record.prepare_cached("SELECT content FROM revisions WHERE change = ?1")?;
    find.query_row([change], |row| row.get(0).map(Digest)).optional()
}

/// An empty index in place of whatever is there.
fn make(folder: &Path) -> Result<(Index, Fields), StoreError> {
    let path = form::path(folder);
    let files = |error: std::io::Error| fault::files(folder, "making the folder `index`", &error);
    match std::fs::remove_dir_all(&path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(files(error)),
        _ => {}
    }
    std::fs::create_dir(&path).map_err(files)?;
    let (schema, fields) = form::fields();
    let index = Index::builder().schema(schema).tokenizers(form::tokenizers()).create_in_dir(&path);
    Ok((index.map_err(|error| fault::index(folder, &error))?, fields))
}

/// Indexes the changes after `mark`.
fn extend(
    index: &Index,
    fields: Fields,
    mark: Mark,
    record: &Connection,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<u64, Stop> {
    let total = "SELECT count(*) FROM articles WHERE change > ?1";
    let total = record.query_row(total, [mark.change], |row| row.get::<_, i64>(0))? as u64;
    if total == 0 && mark != Mark::NOTHING {
        return Ok(0);
    }
    let options =
        IndexWriterOptions::builder().num_worker_threads(THREADS).num_merge_threads(1).memory_budget_per_thread(MEMORY);
    let mut writer: IndexWriter = index.writer_with_options(options.build())?;
    // A report changed twice since is indexed once, as it stands now. The join walks the changes in order.
    let mut find = record.prepare(
        "SELECT record, text, revisions.change, content, seq
         FROM revisions CROSS JOIN articles ON articles.seq = revisions.article AND articles.change = revisions.change
         WHERE revisions.change > ?1 ORDER BY revisions.change",
    )?;
    let mut rows = find.query([mark.change])?;
    let (mut done, mut reached) = (0, mark);
    while let Some(row) = rows.next()? {
        let article = packed::article_of(row)?;
        let seq = row.get::<_, i64>(4)? as u64;
        if mark != Mark::NOTHING {
            writer.delete_term(Term::from_field_u64(fields.article, seq));
        }
        writer.add_document(document(fields, seq, &article))?;
        reached = Mark { change: row.get(2)?, content: Digest(row.get(3)?) };
        done += 1;
        if done % STEP == 0 {
            progress(done, total);
        }
        if done % BATCH == 0 {
            commit(&mut writer, reached)?;
        }
    }
    commit(&mut writer, reached)?;
    writer.wait_merging_threads()?;
    progress(done, total);
    Ok(done)
}

fn commit(writer: &mut IndexWriter, reached: Mark) -> tantivy::Result<()> {
    let mut prepared = writer.prepare_commit()?;
    prepared.set_payload(&reached.payload());
    prepared.commit().map(drop)
}

fn document(fields: Fields, seq: u64, article: &Article) -> TantivyDocument {
    let mut document = TantivyDocument::default();
    document.add_u64(fields.article, seq);
    document.add_text(fields.text, article.text.as_str());
    let exact = [
        (fields.headline, article.title.as_deref()),
        (fields.outlet, article.outlet.as_deref()),
        (fields.language, article.language.as_ref().map(|language| language.as_str())),
    ];
    for (field, value) in exact {
        if let Some(value) = value {
            document.add_text(field, value);
        }
    }
    for tag in &article.tags {
        document.add_text(fields.topic, fold_tag(tag));
    }
    if let Some(published) = article.published {
        document.add_i64(fields.day, day_key(published.day()));
    }
    document.add_i64(fields.moment, article.published.map_or(i64::MIN, |moment| moment.instant().as_microsecond()));
    document
}
