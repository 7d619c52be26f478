//! The sources that are followed.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::Followed;
use crate::packed::unreadable;

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

/// Those of `urls` that were not fetched yet.
pub fn not_fetched(connection: &Connection, urls: &[String]) -> rusqlite::Result<Vec<String>> {
    let mut find = connection.prepare_cached("SELECT 1 FROM fetched_pages WHERE url = ?1")?;
    let mut new = Vec::new();
    for url in urls {
        if find.query_row([url], |_| Ok(())).optional()?.is_none() {
            new.push(url.clone());
        }
    }
    Ok(new)
}
