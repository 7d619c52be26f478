//! What kind of change each later version is, and which versions nobody judged yet.

use dateline_model::{Article, Edit};
use rusqlite::{Connection, OptionalExtension, params};

use super::writer::Writer;
use crate::packed::{article_of, unpack};
use crate::{StoreError, log};

/// The name of the setting that says how far changes are judged, and by which way: `METHOD:CHANGE`.
const SETTING: &str = "edits";

/// A version with the one before it, and the bytes that each was read from.
#[derive(Clone, Debug)]
pub struct Unjudged {
    /// The number of the change that the version came with.
    pub change: i64,
    /// The version before.
    pub before: Article,
    /// The version.
    pub after: Article,
    /// What the version before was read from, and what the version was read from; empty where that is damaged.
    pub captures: [Vec<u8>; 2],
}

impl Writer {
    /// At most `most` versions that have one before them and were not judged by `method`, in the order they came.
    pub fn unjudged(&self, method: u32, most: usize) -> Result<Vec<Unjudged>, StoreError> {
        list(&self.connection, method, most).map_err(|error| self.fault(error))
    }

    /// Keeps what kind of change a version is, in the open batch.
    pub fn judge(&mut self, change: i64, edit: &Edit, method: u32) -> Result<(), StoreError> {
        self.in_batch(|writer| {
            let mut keep = writer.connection.prepare_cached(
                "INSERT OR REPLACE INTO edits (change, article, class, weight, headline, noticed, method, record)
                 SELECT change, article, ?2, ?3, ?4, unixepoch(coalesce(captured, record ->> 'modified')), ?5, ?6
                 FROM revisions WHERE change = ?1",
            )?;
            let class = log::to_name(&edit.class)?;
            let headline = edit.headline().is_some();
            keep.execute(params![change, class, edit.weight, headline, method, log::to_json(edit)?])?;
            note(&writer.connection, method, change)
        })
    }

    /// Notes that all versions there are were judged by `method`, so that the next [`Writer::unjudged`] need not look.
    pub fn all_judged(&mut self, method: u32) -> Result<(), StoreError> {
        let last = self.mark()?.placements;
        self.in_batch(|writer| note(&writer.connection, method, last))
    }
}

fn judged(connection: &Connection, method: u32) -> rusqlite::Result<i64> {
    let mut find = connection.prepare_cached("SELECT value FROM settings WHERE name = ?1")?;
    let noted: Option<String> = find.query_row([SETTING], |row| row.get(0)).optional()?;
    let noted = noted.as_deref().and_then(|noted| noted.split_once(':'));
    Ok(noted.filter(|(by, _)| *by == method.to_string()).and_then(|(_, change)| change.parse().ok()).unwrap_or(0))
}

fn note(connection: &Connection, method: u32, change: i64) -> rusqlite::Result<()> {
    let mut write = connection.prepare_cached("INSERT OR REPLACE INTO settings (name, value) VALUES (?1, ?2)")?;
    write.execute(params![SETTING, format!("{method}:{change}")]).map(drop)
}

fn list(connection: &Connection, method: u32, most: usize) -> rusqlite::Result<Vec<Unjudged>> {
    let mut find = connection.prepare_cached(
        "SELECT change, before FROM
         (SELECT change, (SELECT max(earlier.change) FROM revisions earlier
                          WHERE earlier.article = revisions.article AND earlier.change < revisions.change) AS before
          FROM revisions WHERE change > ?1)
         WHERE before IS NOT NULL ORDER BY change LIMIT ?2",
    )?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let pairs = find.query_map(params![judged(connection, method)?, most], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut version = connection.prepare_cached("SELECT record, text, capture FROM revisions WHERE change = ?1")?;
    let mut bytes = connection.prepare_cached("SELECT bytes FROM captures WHERE number = ?1")?;
    let mut read = |change: i64| -> rusqlite::Result<(Article, Vec<u8>)> {
        let (article, capture): (Article, i64) =
            version.query_row([change], |row| Ok((article_of(row)?, row.get(2)?)))?;
        let bytes: Option<Vec<u8>> = bytes.query_row([capture], |row| row.get(0)).optional()?;
        Ok((article, bytes.and_then(|bytes| unpack(&bytes).ok()).unwrap_or_default()))
    };
    let mut unjudged = Vec::new();
    for pair in pairs {
        let (change, earlier): (i64, i64) = pair?;
        let ((before, old), (after, new)) = (read(earlier)?, read(change)?);
        unjudged.push(Unjudged { change, before, after, captures: [old, new] });
    }
    Ok(unjudged)
}
