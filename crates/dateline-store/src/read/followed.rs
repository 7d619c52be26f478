//! The sources that are followed, and the pages that are wanted.

use dateline_model::{Article, ArticleId, Push};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::article::newest;
use super::summary;
use crate::packed::unreadable;
use crate::{Followed, WantedPage};

/// All of them, in the order they were added.
pub fn list(connection: &Connection) -> rusqlite::Result<Vec<Followed>> {
    let mut find = connection.prepare_cached(
        "SELECT number, url, title, state FROM subscriptions LEFT JOIN followed ON subscription = number ORDER BY number",
    )?;
    let read = |row: &Row<'_>| {
        let state: Option<String> = row.get(3)?;
        let state = state.map(|state| serde_json::from_str(&state)).transpose().map_err(unreadable)?;
        Ok(Followed { number: row.get(0)?, url: row.get(1)?, title: row.get(2)?, state })
    };
    find.query_map([], read)?.collect()
}

/// All subscriptions at hubs.
pub fn pushes(connection: &Connection) -> rusqlite::Result<Vec<Push>> {
    let mut find = connection.prepare_cached("SELECT state FROM pushes ORDER BY key")?;
    let read = |row: &Row<'_>| serde_json::from_str(row.get_ref(0)?.as_str()?).map_err(unreadable);
    find.query_map([], read)?.collect()
}

/// How many sources were asked, of how many.
pub fn asked(connection: &Connection) -> rusqlite::Result<(u64, u64)> {
    let count = |sql: &str| connection.prepare_cached(sql)?.query_row([], |row| row.get(0)).map(i64::unsigned_abs);
    let asked = "SELECT count(*) FROM followed WHERE json_extract(state, '$.visits') > 0";
    Ok((count(asked)?, count("SELECT count(*) FROM subscriptions")?))
}

/// Those of `urls` that nobody named yet.
pub fn not_named(connection: &Connection, urls: &[String]) -> rusqlite::Result<Vec<String>> {
    let mut find = connection.prepare_cached("SELECT 1 FROM pages WHERE url = ?1")?;
    let mut new = Vec::new();
    for url in urls {
        if find.query_row([url], |_| Ok(())).optional()?.is_none() {
            new.push(url.clone());
        }
    }
    Ok(new)
}

/// At most `most` of the pages that are due by `until`, those due first.
pub fn wanted(connection: &Connection, until: Timestamp, most: u64) -> rusqlite::Result<Vec<WantedPage>> {
    let mut find = connection
        .prepare_cached("SELECT number, url, due, tries, article FROM pages WHERE due <= ?1 ORDER BY due LIMIT ?2")?;
    let read = |row: &Row<'_>| {
        let due = Timestamp::from_second(row.get(2)?).unwrap_or(until);
        let article: Option<String> = row.get(4)?;
        let article = article.map(|id| ArticleId::new(&id));
        Ok(WantedPage { number: row.get(0)?, url: row.get(1)?, due, tries: row.get(3)?, article })
    };
    find.query_map(params![until.as_second(), i64::try_from(most).unwrap_or(i64::MAX)], read)?.collect()
}

/// How many pages are wanted.
pub fn count_wanted(connection: &Connection) -> rusqlite::Result<u64> {
    connection
        .query_row("SELECT count(*) FROM pages WHERE due IS NOT NULL", [], |row| row.get::<_, i64>(0))
        .map(i64::unsigned_abs)
}

/// The newest version of a report.
pub fn newest_version(connection: &Connection, id: &ArticleId) -> rusqlite::Result<Option<Article>> {
    summary::of_id(connection, id)?.map(|listed| newest(connection, listed.seq)).transpose()
}
