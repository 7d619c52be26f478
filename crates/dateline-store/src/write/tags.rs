//! The tags of a report: found under their folded form, shown as most reports write them.

use dateline_model::Article;
use rusqlite::{Connection, params};

use super::counts::{Kind, count};
use crate::phrase::{fold_tag, tidy_tag};

/// No report is filed under more tags than this; more are noise or malice, and stay in the article alone.
const MOST: usize = 200;

/// Files the article under its tags.
pub fn file(connection: &Connection, seq: i64, moment: Option<i64>, article: &Article) -> rusqlite::Result<()> {
    let mut filed: Vec<String> = Vec::new();
    for written in article.tags.iter().take(MOST) {
        let tag = fold_tag(written);
        if tag.is_empty() || filed.contains(&tag) {
            continue;
        }
        let written = tidy_tag(written);
        connection
            .prepare_cached("INSERT INTO article_tags (tag, moment, article, written) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![tag, moment, seq, written])?;
        spell(connection, &tag, &written, 1)?;
        count(connection, Kind::Tag, &tag, 1)?;
        filed.push(tag);
    }
    Ok(())
}

/// Takes the article out from under its tags.
pub fn unfile(connection: &Connection, seq: i64) -> rusqlite::Result<()> {
    let mut find = connection.prepare_cached("SELECT tag, written FROM article_tags WHERE article = ?1")?;
    let filed: Vec<(String, String)> =
        find.query_map([seq], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    for (tag, written) in filed {
        spell(connection, &tag, &written, -1)?;
        count(connection, Kind::Tag, &tag, -1)?;
    }
    connection.prepare_cached("DELETE FROM article_tags WHERE article = ?1")?.execute([seq])?;
    Ok(())
}

fn spell(connection: &Connection, tag: &str, written: &str, by: i64) -> rusqlite::Result<()> {
    let mut change = connection.prepare_cached(
        "INSERT INTO spellings (tag, written, reports) VALUES (?1, ?2, ?3)
         ON CONFLICT DO UPDATE SET reports = reports + excluded.reports",
    )?;
    change.execute(params![tag, written, by])?;
    if by < 0 {
        let mut forget =
            connection.prepare_cached("DELETE FROM spellings WHERE tag = ?1 AND written = ?2 AND reports <= 0")?;
        forget.execute(params![tag, written])?;
    }
    Ok(())
}
