//! One report in full, with its versions and copies.

use dateline_model::{Annotations, Article, ArticleId, Copy, Direction};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::also::also;
use super::related::related_to;
use super::{edits, story, summary};
use crate::found;
use crate::packed::{article_of, unpack, unpack_text, unreadable};
use crate::{ArticlePage, CopyLink, ReportLink};

/// A page names at most this many copies each way.
const MOST: i64 = 500;

/// A report in full.
pub fn page(connection: &Connection, id: &ArticleId) -> rusqlite::Result<Option<ArticlePage>> {
    let Some(listed) = summary::of_id(connection, id)? else { return Ok(None) };
    let seq = listed.seq;
    let story = match listed.summary.story {
        Some(id) => story::summary(connection, id)?,
        None => None,
    };
    let also = match &story {
        Some(story) => {
            let outlet = listed.summary.outlet.as_deref();
            also(connection, seq, outlet, story.id, &related_to(connection, story)?)?
        }
        None => Vec::new(),
    };
    let article = newest(connection, seq)?;
    Ok(Some(ArticlePage {
        annotations: annotations(connection, seq, &article)?,
        article,
        summary: listed.summary,
        story,
        reason: listed.reason,
        copies: links(connection, seq, "copies.original", "copies.article")?,
        copied_by: links(connection, seq, "copies.article", "copies.original")?,
        quotations: quotations(connection, seq)?,
        also,
        withdrawn: edits::withdrawn_since(connection, seq)?,
        capture: Some(capture(connection, seq)?),
    }))
}

/// The newest version of the report of a number.
pub fn newest(connection: &Connection, seq: i64) -> rusqlite::Result<Article> {
    let mut find = connection.prepare_cached(
        "SELECT record, text FROM articles JOIN revisions ON revisions.change = articles.change WHERE seq = ?1",
    )?;
    find.query_row([seq], article_of)
}

/// What was found in the report of a number; `None` where no import looked yet, or what it kept is damaged.
pub fn annotations(connection: &Connection, seq: i64, newest: &Article) -> rusqlite::Result<Option<Annotations>> {
    let mut find = connection.prepare_cached("SELECT found FROM annotations WHERE article = ?1")?;
    let packed: Option<Vec<u8>> = find.query_row([seq], |row| row.get(0)).optional()?;
    // Derived from the text, so damage costs marks only; a revision or a newer way of finding makes it anew.
    Ok(packed.and_then(|packed| unpack(&packed).ok()).and_then(|packed| found::unpack(&newest.text, &packed)))
}

/// The newest text of the report of a number.
pub fn newest_text(connection: &Connection, seq: i64) -> rusqlite::Result<String> {
    let mut find = connection.prepare_cached(
        "SELECT text FROM articles JOIN revisions ON revisions.change = articles.change WHERE seq = ?1",
    )?;
    find.query_row([seq], |row| unpack_text(row.get_ref(0)?.as_blob()?))
}

/// The articles at the `far` end of the copies whose `near` end is `seq`, largest share first.
fn links(connection: &Connection, seq: i64, far: &str, near: &str) -> rusqlite::Result<Vec<CopyLink>> {
    let mut find = connection.prepare_cached(&format!(
        "SELECT articles.id, articles.outlet, articles.headline, copies.share, copies.direction
         FROM copies JOIN articles ON articles.seq = {far} WHERE {near} = ?1
         ORDER BY copies.share DESC, articles.seq LIMIT ?2"
    ))?;
    let read = |row: &Row<'_>| {
        Ok(CopyLink {
            article: ArticleId::new(row.get_ref(0)?.as_str()?),
            outlet: row.get(1)?,
            headline: row.get(2)?,
            share: row.get(3)?,
            direction: direction(row.get_ref(4)?.as_str_or_null()?)?,
        })
    };
    find.query_map(params![seq, MOST], read)?.collect()
}

/// A stored direction.
fn direction(stored: Option<&str>) -> rusqlite::Result<Option<Direction>> {
    stored.map(|stored| serde_json::from_str(stored).map_err(unreadable)).transpose()
}

/// The copies of the report of a number, largest share first. One whose direction was not kept counts as told by
/// arrival.
pub fn copies(connection: &Connection, seq: i64) -> rusqlite::Result<Vec<Copy>> {
    let mut find = connection.prepare_cached(
        "SELECT original.id, copies.share, copies.direction
         FROM copies JOIN articles original ON original.seq = copies.original WHERE copies.article = ?1
         ORDER BY copies.share DESC, original.seq LIMIT ?2",
    )?;
    let read = |row: &Row<'_>| {
        let direction = direction(row.get_ref(2)?.as_str_or_null()?)?.unwrap_or(Direction::Arrived);
        let of = ArticleId::new(row.get_ref(0)?.as_str()?);
        Ok(Copy { of, share: row.get(1)?, direction, passages: Vec::new() })
    };
    find.query_map(params![seq, MOST], read)?.collect()
}

/// The reports that quote the same words as the one of a number.
fn quotations(connection: &Connection, seq: i64) -> rusqlite::Result<Vec<ReportLink>> {
    let mut find = connection.prepare_cached(
        "SELECT articles.id, articles.outlet, articles.headline FROM
         (SELECT other AS seq FROM quotations WHERE article = ?1
          UNION ALL SELECT article FROM quotations WHERE other = ?1) quoting
         JOIN articles USING (seq) ORDER BY articles.seq LIMIT ?2",
    )?;
    let read = |row: &Row<'_>| {
        let article = ArticleId::new(row.get_ref(0)?.as_str()?);
        Ok(ReportLink { article, outlet: row.get(1)?, headline: row.get(2)? })
    };
    find.query_map(params![seq, MOST], read)?.collect()
}

/// The digest of the capture that the newest version was read from.
fn capture(connection: &Connection, seq: i64) -> rusqlite::Result<String> {
    let mut find = connection.prepare_cached(
        "SELECT digest FROM articles JOIN revisions ON revisions.change = articles.change
         JOIN captures ON captures.number = revisions.capture WHERE articles.seq = ?1",
    )?;
    find.query_row([seq], |row| Ok(hex::encode(row.get_ref(0)?.as_blob()?)))
}
