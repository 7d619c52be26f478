//! Reports in which was found by an older way, or not at all: the record of an older Dateline has many.

use dateline_model::Article;
use rusqlite::{Connection, OptionalExtension, params};

use crate::packed::article_of;

/// The name of the setting that says by which way was found in all reports.
const SETTING: &str = "method";

/// At most `most` of those behind the report numbered `after`.
pub fn list(connection: &Connection, method: u32, after: i64, most: usize) -> rusqlite::Result<Vec<(i64, Article)>> {
    let mut all = connection.prepare_cached("SELECT value FROM settings WHERE name = ?1")?;
    let all: Option<String> = all.query_row([SETTING], |row| row.get(0)).optional()?;
    // Whatever was put since was put with its findings: only where another program wrote can that be an older way.
    if all.is_some_and(|all| all == method.to_string()) {
        return Ok(Vec::new());
    }
    let mut find = connection.prepare_cached(
        "SELECT record, text, seq FROM articles JOIN revisions ON revisions.change = articles.change
         LEFT JOIN annotations ON annotations.article = articles.seq
         WHERE seq > ?2 AND annotations.method IS NOT ?1 ORDER BY seq LIMIT ?3",
    )?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    find.query_map(params![method, after, most], |row| Ok((row.get(2)?, article_of(row)?)))?.collect()
}

/// Notes that all reports are of `method`.
pub fn note(connection: &Connection, method: u32) -> rusqlite::Result<()> {
    let mut write = connection.prepare_cached("INSERT OR REPLACE INTO settings (name, value) VALUES (?1, ?2)")?;
    write.execute(params![SETTING, method.to_string()])?;
    Ok(())
}
