//! What a speaker is reported to have said: each wording once, with the reports that have it.

use rusqlite::{Connection, params};

use super::counted::bound;
use super::{article, summary};
use crate::write::UNDATED;
use crate::{Elsewhere, Statement, passage};

/// So many other reports with the same words are named.
const MOST: i64 = 50;

/// The first report of each wording, newest first. A report without a time is the first only where no other is.
const FIRST: &str = "SELECT article, claim, words FROM statements said WHERE speaker = ?1 AND NOT EXISTS (
        SELECT 1 FROM statements other WHERE other.speaker = said.speaker AND other.words = said.words AND
        CASE WHEN (other.moment = ?4) = (said.moment = ?4)
             THEN (other.moment, other.article, other.claim) < (said.moment, said.article, said.claim)
             ELSE said.moment = ?4 END)
    ORDER BY moment DESC, article DESC, claim LIMIT ?2 OFFSET ?3";

/// A page of statements, and whether there are more.
pub fn page(
    connection: &Connection,
    speaker: i64,
    offset: u64,
    limit: u64,
) -> rusqlite::Result<(Vec<Statement>, bool)> {
    let mut find = connection.prepare_cached(FIRST)?;
    let one_more = bound(limit.saturating_add(1));
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let chosen = find.query_map(params![speaker, one_more, bound(offset), UNDATED], read)?;
    let mut chosen: Vec<(i64, i64, i64)> = chosen.collect::<rusqlite::Result<_>>()?;
    let more = chosen.len() as u64 > limit;
    chosen.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let mut statements = Vec::with_capacity(chosen.len());
    for (seq, claim, words) in chosen {
        if let Some(statement) = statement(connection, seq, claim)? {
            statements.push(Statement { elsewhere: elsewhere(connection, speaker, words, seq)?, ..statement });
        }
    }
    Ok((statements, more))
}

/// One claim of a report; `None` where what was found there is damaged.
fn statement(connection: &Connection, seq: i64, number: i64) -> rusqlite::Result<Option<Statement>> {
    let Some(listed) = summary::of_seq(connection, seq)? else { return Ok(None) };
    let report = article::newest(connection, seq)?;
    let Some(found) = article::annotations(connection, seq, &report)? else { return Ok(None) };
    let at = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let Some(claim) = at.and_then(|at| found.claims.get(at)) else { return Ok(None) };
    Ok(Some(Statement {
        article: listed.summary,
        claim: number.unsigned_abs(),
        stance: claim.stance,
        passage: passage::of_claim(&report.text, &found.sentences, claim),
        via: claim.via.iter().map(|via| via.name.clone()).collect(),
        elsewhere: Vec::new(),
    }))
}

/// Other reports with the same words, each once, oldest first.
fn elsewhere(connection: &Connection, speaker: i64, words: i64, seq: i64) -> rusqlite::Result<Vec<Elsewhere>> {
    let mut find = connection.prepare_cached(
        "SELECT articles.id, articles.outlet, min(statements.claim) FROM statements
         JOIN articles ON articles.seq = statements.article
         WHERE statements.speaker = ?1 AND statements.words = ?2 AND statements.article <> ?3
         GROUP BY statements.article ORDER BY statements.moment, statements.article LIMIT ?4",
    )?;
    let read = |row: &rusqlite::Row<'_>| {
        Ok(Elsewhere {
            article: dateline_model::ArticleId::new(row.get_ref(0)?.as_str()?),
            outlet: row.get(1)?,
            claim: row.get::<_, i64>(2)?.unsigned_abs(),
        })
    };
    find.query_map(params![speaker, words, seq, MOST], read)?.collect()
}
