//! The rows of copies and of quotations in common.

use dateline_model::{ArticleId, CopiedBy, Copy, Direction};
use rusqlite::{Connection, params};

use super::fold::Fold;
use crate::log::to_json;

/// One report reusing another, by their numbers.
struct Pair<'c> {
    article: i64,
    original: i64,
    share: f32,
    direction: &'c Direction,
}

/// Replaces what the article `seq` copies, and adds the articles that copy it; gives the numbers of these. Articles that
/// are not stored are left out.
pub fn write_copies(
    connection: &Connection,
    seq: i64,
    copies: &[Copy],
    copied_by: &[CopiedBy],
) -> rusqlite::Result<Vec<i64>> {
    connection.prepare_cached("DELETE FROM copies WHERE article = ?1")?.execute([seq])?;
    for copy in copies {
        if let Some(original) = other(connection, seq, &copy.of)? {
            write(connection, &Pair { article: seq, original, share: copy.share, direction: &copy.direction })?;
        }
    }
    let mut copiers = Vec::new();
    for copy in copied_by {
        if let Some(article) = other(connection, seq, &copy.by)? {
            write(connection, &Pair { article, original: seq, share: copy.share, direction: &copy.direction })?;
            copiers.push(article);
        }
    }
    for &article in copiers.iter().chain([&seq]) {
        note_largest(connection, article)?;
    }
    Ok(copiers)
}

/// The number of a stored article other than `seq`.
fn other(connection: &Connection, seq: i64, id: &ArticleId) -> rusqlite::Result<Option<i64>> {
    Ok(Fold::seq(connection, id)?.filter(|&other| other != seq))
}

/// Of two articles one is the original: what was kept the other way round goes.
fn write(connection: &Connection, pair: &Pair<'_>) -> rusqlite::Result<()> {
    let share = if pair.share.is_finite() { pair.share.clamp(0.0, 1.0) } else { 0.0 };
    let mut turn = connection.prepare_cached("DELETE FROM copies WHERE article = ?1 AND original = ?2")?;
    turn.execute([pair.original, pair.article])?;
    let mut write = connection.prepare_cached(
        "INSERT OR REPLACE INTO copies (article, original, share, direction) VALUES (?1, ?2, ?3, ?4)",
    )?;
    write.execute(params![pair.article, pair.original, share, to_json(pair.direction)?])?;
    Ok(())
}

/// The copy that lists show is that of the largest share.
fn note_largest(connection: &Connection, article: i64) -> rusqlite::Result<()> {
    let mut largest = connection.prepare_cached(
        "UPDATE articles SET (copy_of, copy_share) =
         (SELECT original, share FROM copies WHERE article = ?1 ORDER BY share DESC, original LIMIT 1)
         WHERE seq = ?1",
    )?;
    largest.execute([article])?;
    Ok(())
}

/// Replaces the articles that the article `seq` shares quotations with, of those that arrived before it.
pub fn write_quotations(connection: &Connection, seq: i64, others: &[ArticleId]) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM quotations WHERE article = ?1 OR other = ?1")?.execute([seq])?;
    let mut write = connection.prepare_cached("INSERT INTO quotations (article, other) VALUES (?1, ?2)")?;
    for id in others {
        if let Some(other) = other(connection, seq, id)? {
            write.execute([seq, other])?;
        }
    }
    Ok(())
}
