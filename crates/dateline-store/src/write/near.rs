//! Which reports of different stories are near to each other.

use dateline_model::Near;
use rusqlite::{Connection, params};

use super::fold::Fold;
use crate::log::to_json;

/// Keeps what the report of a number is near to, in place of what an older version of it was near to, and what else
/// placing it showed. Links to reports that are not stored are left out.
pub fn write(connection: &Connection, seq: i64, near: &[Near]) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM near WHERE article = ?1")?.execute([seq])?;
    let mut write = connection
        .prepare_cached("INSERT OR REPLACE INTO near (article, other, closeness, shared) VALUES (?1, ?2, ?3, ?4)")?;
    for link in near.iter().filter(|link| link.closeness.is_finite()) {
        let ends = (Fold::seq(connection, &link.article)?, Fold::seq(connection, &link.other)?);
        if let (Some(article), Some(other)) = ends
            && article != other
        {
            write.execute(params![article, other, link.closeness, to_json(&link.shared)?])?;
        }
    }
    Ok(())
}
