//! Reports in which was found by an older way, or not at all: the record of an older Dateline has many.

use dateline_model::Article;
use rusqlite::{Connection, OptionalExtension, params};

use crate::packed::article_of;

/// The name of the setting that says by which way was found in all reports.
const SETTING: &str = "method";
/// The name of the setting that says by which way the features of all placements were read.
const FEATURES: &str = "features";
/// The name of the setting that says by which way all reports were grouped.
const GROUPING: &str = "grouping";

/// At most `most` of those behind the report numbered `after`.
pub fn list(connection: &Connection, method: u32, after: i64, most: usize) -> rusqlite::Result<Vec<(i64, Article)>> {
    // Whatever was put since was put with its findings: only where another program wrote can that be an older way.
    if is_noted(connection, SETTING, method)? {
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
    write_note(connection, SETTING, method)
}

/// At most `most` of the placements behind the change `after` whose features do not begin with the byte `version`, with the
/// version of the report that was placed.
pub fn placements(
    connection: &Connection,
    version: u8,
    after: i64,
    most: usize,
) -> rusqlite::Result<Vec<(i64, Article)>> {
    if is_noted(connection, FEATURES, version.into())? {
        return Ok(Vec::new());
    }
    let mut find = connection.prepare_cached(
        "SELECT record, text, placements.change FROM placements JOIN revisions ON revisions.change = placements.change
         WHERE placements.change > ?2 AND substr(features, 1, 1) IS NOT ?1 ORDER BY placements.change LIMIT ?3",
    )?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    find.query_map(params![[version], after, most], |row| Ok((row.get(2)?, article_of(row)?)))?.collect()
}

/// Notes that the features of all placements are of `version`.
pub fn note_features(connection: &Connection, version: u8) -> rusqlite::Result<()> {
    write_note(connection, FEATURES, version.into())
}

/// The number of the way in which all reports were grouped, where it was noted.
pub fn grouping(connection: &Connection) -> rusqlite::Result<Option<u32>> {
    let mut find = connection.prepare_cached("SELECT value FROM settings WHERE name = ?1")?;
    let noted: Option<String> = find.query_row([GROUPING], |row| row.get(0)).optional()?;
    Ok(noted.and_then(|noted| noted.parse().ok()))
}

/// Notes the way in which all reports were grouped.
pub fn note_grouping(connection: &Connection, method: u32) -> rusqlite::Result<()> {
    write_note(connection, GROUPING, method)
}

fn is_noted(connection: &Connection, name: &str, number: u32) -> rusqlite::Result<bool> {
    let mut all = connection.prepare_cached("SELECT value FROM settings WHERE name = ?1")?;
    let all: Option<String> = all.query_row([name], |row| row.get(0)).optional()?;
    Ok(all.is_some_and(|all| all == number.to_string()))
}

fn write_note(connection: &Connection, name: &str, number: u32) -> rusqlite::Result<()> {
    let mut write = connection.prepare_cached("INSERT OR REPLACE INTO settings (name, value) VALUES (?1, ?2)")?;
    write.execute(params![name, number.to_string()])?;
    Ok(())
}
