//! Counts of the whole store, and short lists that are kept whole.

use dateline_model::Moment;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::packed::unreadable;
use crate::{Counted, Overview, Subscription};

/// The names of a kind, most reports first, then by name.
pub fn list(connection: &Connection, kind: &str) -> rusqlite::Result<Vec<Counted>> {
    let mut find =
        connection.prepare_cached("SELECT name, reports FROM counts WHERE kind = ?1 ORDER BY reports DESC, name")?;
    find.query_map([kind], counted)?.collect()
}

/// A row of a name and a number.
pub fn counted(row: &Row<'_>) -> rusqlite::Result<Counted> {
    Ok(Counted { name: row.get(0)?, reports: number(row.get(1)?) })
}

/// A count as stored; never below zero.
pub fn number(stored: i64) -> u64 {
    u64::try_from(stored).unwrap_or(0)
}

/// A skip or a limit as SQLite takes it.
pub fn bound(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A stored time.
pub fn moment(stored: Option<String>) -> Option<Moment> {
    stored.and_then(|stored| stored.parse().ok())
}

/// The store in a few numbers.
pub fn overview(connection: &Connection) -> rusqlite::Result<Overview> {
    let count = |sql: &str| connection.prepare_cached(sql)?.query_row([], |row| row.get(0)).map(number);
    let text = |sql: &str| connection.prepare_cached(sql)?.query_row([], |row| row.get::<_, String>(0)).optional();
    Ok(Overview {
        // Articles are numbered from 1 and never taken away.
        reports: count("SELECT coalesce(max(seq), 0) FROM articles")?,
        outlets: count("SELECT count(*) FROM counts WHERE kind = 'outlet'")?,
        stories: count("SELECT count(*) FROM stories WHERE reports > 0")?,
        newest: moment(text(
            "SELECT published FROM articles WHERE moment IS NOT NULL ORDER BY moment DESC, seq DESC LIMIT 1",
        )?),
        notice: text("SELECT value FROM settings WHERE name = 'notice'")?,
    })
}

/// The feeds that are followed.
pub fn subscriptions(connection: &Connection) -> rusqlite::Result<Vec<Subscription>> {
    let mut find = connection.prepare_cached("SELECT url, title, folders FROM subscriptions ORDER BY number")?;
    let read = |row: &Row<'_>| {
        let folders = serde_json::from_str(row.get_ref(2)?.as_str()?).map_err(unreadable)?;
        Ok(Subscription { url: row.get(0)?, title: row.get(1)?, folders })
    };
    find.query_map(params![], read)?.collect()
}
