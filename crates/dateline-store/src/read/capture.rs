//! Captures read back as they were put in.

use dateline_model::{Capture, Digest};
use rusqlite::{Connection, Row};

use crate::packed::unpack;

/// Hands over every capture once for each time it was taken, in the order of its first use.
pub fn each(connection: &Connection, each: &mut dyn FnMut(Result<Capture, String>) -> bool) -> rusqlite::Result<()> {
    // Only numbers are sorted: the bytes of all captures would not fit in memory.
    let mut uses = connection.prepare(
        "SELECT capture, captured FROM (SELECT capture, captured, min(change) AS first FROM revisions
         GROUP BY capture, captured) ORDER BY first",
    )?;
    let mut find = connection.prepare("SELECT url, content_type, digest, bytes FROM captures WHERE number = ?1")?;
    let mut uses = uses.query([])?;
    while let Some(used) = uses.next()? {
        let captured = used.get_ref(1)?.as_str_or_null()?.and_then(|captured| captured.parse().ok());
        let capture = find.query_row([used.get::<_, i64>(0)?], of_row)?;
        if !each(capture.map(|capture| Capture { captured, ..capture })) {
            break;
        }
    }
    Ok(())
}

fn of_row(row: &Row<'_>) -> rusqlite::Result<Result<Capture, String>> {
    let digest = row.get_ref(2)?.as_blob()?;
    let bytes = unpack(row.get_ref(3)?.as_blob()?).ok().filter(|bytes| Digest::of(bytes).0 == digest);
    let Some(bytes) = bytes else { return Ok(Err(hex::encode(digest))) };
    Ok(Ok(Capture { url: row.get(0)?, captured: None, content_type: row.get(1)?, bytes }))
}
