//! Counters: how many reports have an outlet, a language, a tag.

use rusqlite::{Connection, params};

/// What is counted, as `counts.kind` names it.
#[derive(Clone, Copy)]
pub enum Kind {
    Outlet,
    Language,
    Tag,
}

impl Kind {
    /// The name in the record.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Outlet => "outlet",
            Kind::Language => "language",
            Kind::Tag => "tag",
        }
    }
}

/// Counts one report more (`by` 1) or less (`by` -1). A name that no report has any more is forgotten.
pub fn count(connection: &Connection, kind: Kind, name: &str, by: i64) -> rusqlite::Result<()> {
    let mut change = connection.prepare_cached(
        "INSERT INTO counts (kind, name, reports) VALUES (?1, ?2, ?3)
         ON CONFLICT DO UPDATE SET reports = reports + excluded.reports",
    )?;
    change.execute(params![kind.name(), name, by])?;
    if by < 0 {
        let mut forget =
            connection.prepare_cached("DELETE FROM counts WHERE kind = ?1 AND name = ?2 AND reports <= 0")?;
        forget.execute(params![kind.name(), name])?;
    }
    Ok(())
}
