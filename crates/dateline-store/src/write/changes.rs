//! The log of stories: placements of reports and, between them, the changes that no arriving report made.

use dateline_model::{ArticleId, Label, Reason, StoryId};
use rusqlite::{Connection, params};

use super::fold::Fold;
use super::writer::{Mark, Rearrangement, Recalled};
use crate::log::{self, to_json};
use crate::packed::unreadable;
use crate::view::CorrectionLine;

/// Writes a change behind the placement of `after`, and makes the stories follow it.
pub fn store(connection: &Connection, after: i64, change: &Rearrangement<'_>) -> rusqlite::Result<()> {
    let headlines: Vec<(StoryId, &str)> = change.headlines.iter().map(|(story, id)| (*story, id.as_str())).collect();
    let labels = change.labels.map(|labels| to_json(&labels)).transpose()?;
    connection
        .prepare_cached("INSERT INTO changes (after, events, headlines, labels) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![after, log::write(change.events)?, to_json(&headlines)?, labels])?;
    let mut fold = Fold::new(connection);
    change.events.iter().try_for_each(|event| fold.apply(event))?;
    change.headlines.iter().try_for_each(|(story, headline)| fold.head_story(*story, headline))?;
    fold.finish()
}

/// One change as it is stored.
pub struct Stored {
    /// The placement that it stands behind.
    pub after: i64,
    /// Its events, as the log has them.
    pub events: String,
    /// The headlines from then on.
    pub headlines: Vec<(StoryId, ArticleId)>,
}

/// Every change behind the one of the number `from`, in order.
pub fn all(connection: &Connection, from: i64) -> rusqlite::Result<Vec<Stored>> {
    let mut find =
        connection.prepare("SELECT after, events, headlines FROM changes WHERE number > ?1 ORDER BY number")?;
    let read = |row: &rusqlite::Row<'_>| {
        let headlines: Vec<(StoryId, String)> = serde_json::from_str(row.get_ref(2)?.as_str()?).map_err(unreadable)?;
        let headlines = headlines.into_iter().map(|(story, id)| (story, ArticleId::new(&id))).collect();
        Ok(Stored { after: row.get(0)?, events: row.get(1)?, headlines })
    };
    find.query_map([from], read)?.collect()
}

/// The log behind `from`, in the order it was written.
pub fn recall(connection: &Connection, from: Mark, each: &mut dyn FnMut(Recalled)) -> rusqlite::Result<()> {
    let mut changes = all(connection, from.changes)?.into_iter().peekable();
    let mut find = connection.prepare(
        "SELECT articles.id, features, events, placements.change FROM placements
         JOIN articles ON articles.seq = placements.article
         WHERE placements.change > ?1 ORDER BY placements.change",
    )?;
    let mut rows = find.query([from.placements])?;
    while let Some(row) = rows.next()? {
        let change: i64 = row.get(3)?;
        while let Some(earlier) = changes.next_if(|earlier| earlier.after < change) {
            each(Recalled::Changed(log::read(&earlier.events)?));
        }
        let article = ArticleId::new(row.get_ref(0)?.as_str()?);
        each(Recalled::Placed { article, features: row.get(1)?, events: log::read(row.get_ref(2)?.as_str()?)? });
    }
    for change in changes {
        each(Recalled::Changed(log::read(&change.events)?));
    }
    Ok(())
}

/// What persons corrected, in the order they did.
pub fn corrections(connection: &Connection) -> rusqlite::Result<Vec<CorrectionLine>> {
    let mut find =
        connection.prepare("SELECT number, events, labels FROM changes WHERE labels IS NOT NULL ORDER BY number")?;
    let read = |row: &rusqlite::Row<'_>| {
        let stored = row.get_ref(1)?.as_str()?;
        let (note, at) = match log::read(stored)?.first().and_then(|event| event.reason().cloned()) {
            Some(Reason::Person { note, at }) => (note, at),
            _ => (None, None),
        };
        let labels: Vec<Label> = serde_json::from_str(row.get_ref(2)?.as_str()?).map_err(unreadable)?;
        let events = serde_json::from_str(stored).map_err(unreadable)?;
        Ok(CorrectionLine { correction: row.get::<_, i64>(0)? as u64, at, note, labels, events })
    };
    find.query_map([], read)?.collect()
}
