//! One report in a list.

use dateline_model::{ArticleId, Reason, StoryId};
use rusqlite::{Connection, OptionalExtension, Row, ToSql};

use super::counted::{moment, number};
use crate::packed::unreadable;
use crate::{ArticleSummary, CopyLink};

/// What a summary is read from; continue with WHERE.
const SELECT: &str = "SELECT articles.id, articles.headline, articles.lead, articles.series, articles.outlet,
    articles.agency, articles.section, articles.published, articles.language, articles.url, articles.story,
    articles.revisions, original.id, original.outlet, original.headline, articles.copy_share, articles.reason,
    articles.seq
    FROM articles LEFT JOIN articles original ON original.seq = articles.copy_of ";

/// One report with what pages need of it besides.
pub struct Listed {
    /// Its number in the record.
    pub seq: i64,
    /// As in a list.
    pub summary: ArticleSummary,
    /// Why it is in its story.
    pub reason: Option<Reason>,
}

fn listed(row: &Row<'_>) -> rusqlite::Result<Listed> {
    let reason = match row.get_ref(16)?.as_str_or_null()? {
        Some(reason) => Some(serde_json::from_str(reason).map_err(unreadable)?),
        None => None,
    };
    Ok(Listed { seq: row.get(17)?, summary: summary(row)?, reason })
}

fn summary(row: &Row<'_>) -> rusqlite::Result<ArticleSummary> {
    let copy_of = match row.get::<_, Option<String>>(12)? {
        Some(id) => Some(CopyLink {
            article: ArticleId::new(&id),
            outlet: row.get(13)?,
            headline: row.get(14)?,
            share: row.get(15)?,
            direction: None,
        }),
        None => None,
    };
    Ok(ArticleSummary {
        id: ArticleId::new(row.get_ref(0)?.as_str()?),
        headline: row.get(1)?,
        lead: row.get(2)?,
        series: row.get(3)?,
        outlet: row.get(4)?,
        agency: row.get(5)?,
        section: row.get(6)?,
        published: moment(row.get(7)?),
        language: row.get(8)?,
        url: row.get(9)?,
        story: row.get::<_, Option<i64>>(10)?.map(|story| StoryId(story as u64)),
        revisions: number(row.get(11)?),
        copy_of,
    })
}

/// The reports that `clause` (WHERE, ORDER BY, LIMIT) chooses.
pub fn list(connection: &Connection, clause: &str, values: &[&dyn ToSql]) -> rusqlite::Result<Vec<Listed>> {
    let mut find = connection.prepare_cached(&format!("{SELECT}{clause}"))?;
    find.query_map(values, listed)?.collect()
}

/// The report of a number.
pub fn of_seq(connection: &Connection, seq: i64) -> rusqlite::Result<Option<Listed>> {
    let mut find = connection.prepare_cached(&format!("{SELECT}WHERE articles.seq = ?1"))?;
    find.query_row([seq], listed).optional()
}

/// The report of a name.
pub fn of_id(connection: &Connection, id: &ArticleId) -> rusqlite::Result<Option<Listed>> {
    let mut find = connection.prepare_cached(&format!("{SELECT}WHERE articles.id = ?1"))?;
    find.query_row([id.as_str()], listed).optional()
}
