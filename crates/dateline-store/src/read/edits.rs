//! Changes of reports by their outlets, and all versions of one report.

use dateline_model::{Article, ArticleId, Edit, EditClass, StoryId};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::counted::bound;
use super::{story, summary};
use crate::log;
use crate::packed::{article_of, unreadable};
use crate::{ArticleSummary, StorySummary};

/// A version of a report, with the change that it is from the one before.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// 1 for the first.
    pub number: u64,
    /// When its capture was taken, where known.
    pub captured: Option<Timestamp>,
    /// The version.
    pub article: Article,
    /// What kind of change it is; `None` for the first, and where nobody judged it yet.
    pub edit: Option<Edit>,
}

/// A report with its versions.
#[derive(Clone, Debug, PartialEq)]
pub struct Versions {
    /// As in a list.
    pub summary: ArticleSummary,
    /// The story it is in.
    pub story: Option<StorySummary>,
    /// The newest versions, oldest of them first.
    pub versions: Vec<Version>,
    /// Since when it is withdrawn, where it is.
    pub withdrawn: Option<Timestamp>,
    /// How often it was fetched again, and when last.
    pub revisits: Option<(u32, Timestamp)>,
}

/// Which changes to list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditQuery {
    /// Only those of reports of this story.
    pub story: Option<StoryId>,
    /// Only those of this report.
    pub article: Option<ArticleId>,
    /// Only those of this class.
    pub class: Option<EditClass>,
    /// Only those of the headline.
    pub headlines: bool,
    /// Those too that tell nothing else: typing errors and typography.
    pub all: bool,
    /// Only those noticed since.
    pub since: Option<Timestamp>,
    /// The weightiest first; else the newest first.
    pub weighty: bool,
    /// Skip this many.
    pub offset: u64,
    /// At most this many.
    pub limit: u64,
}

/// A change in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct EditLine {
    /// The report.
    pub report: ArticleSummary,
    /// The number of the version that it made.
    pub version: u64,
    /// When it was noticed.
    pub noticed: Option<Timestamp>,
    /// What kind of change it is.
    pub edit: Edit,
}

/// A report that its outlet withdrew.
#[derive(Clone, Debug, PartialEq)]
pub struct Withdrawn {
    /// The report.
    pub report: ArticleSummary,
    /// When it was first missing.
    pub since: Timestamp,
}

/// The newest `most` versions of a report.
pub fn versions(connection: &Connection, id: &ArticleId, most: u64) -> rusqlite::Result<Option<Versions>> {
    let Some(listed) = summary::of_id(connection, id)? else { return Ok(None) };
    let mut find = connection.prepare_cached(
        "SELECT revisions.record, text, captured, number, edits.record FROM
         (SELECT record, text, captured, change, row_number() OVER (ORDER BY change) AS number
          FROM revisions WHERE article = ?1 ORDER BY change DESC LIMIT ?2) revisions
         LEFT JOIN edits ON edits.change = revisions.change ORDER BY number",
    )?;
    let read = |row: &Row<'_>| {
        let captured = row.get_ref(2)?.as_str_or_null()?.and_then(|captured| captured.parse().ok());
        let edit: Option<String> = row.get(4)?;
        let edit = edit.map(|edit| serde_json::from_str(&edit)).transpose().map_err(unreadable)?;
        Ok(Version { number: row.get::<_, i64>(3)? as u64, captured, article: article_of(row)?, edit })
    };
    let versions = find.query_map(params![listed.seq, bound(most)], read)?.collect::<rusqlite::Result<_>>()?;
    let mut state = connection.prepare_cached(
        "SELECT withdrawn, state ->> 'visits', unixepoch(state ->> 'asked') FROM revisits WHERE article = ?1",
    )?;
    let state: Option<(Option<i64>, u32, Option<i64>)> =
        state.query_row([listed.seq], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
    let (withdrawn, revisits) = match state {
        Some((withdrawn, visits, asked)) => (second(withdrawn), second(asked).map(|asked| (visits, asked))),
        None => (None, None),
    };
    let story = listed.summary.story.map(|id| story::summary(connection, id)).transpose()?.flatten();
    Ok(Some(Versions { summary: listed.summary, story, versions, withdrawn, revisits }))
}

/// Changes as `query` asks for them.
pub fn list(connection: &Connection, query: &EditQuery) -> rusqlite::Result<Vec<EditLine>> {
    let order = if query.weighty { "edits.weight DESC, " } else { "" };
    let sql = format!(
        "SELECT edits.article, edits.noticed, edits.record,
             (SELECT count(*) FROM revisions WHERE revisions.article = edits.article AND revisions.change <= edits.change)
         FROM edits JOIN articles ON articles.seq = edits.article
         WHERE {CHOSEN} ORDER BY {order}edits.noticed DESC, edits.change DESC LIMIT ?7 OFFSET ?8"
    );
    let mut find = connection.prepare_cached(&sql)?;
    let chosen = Chosen::of(query)?;
    let values = params![
        chosen.story,
        chosen.article,
        chosen.class,
        query.headlines,
        query.all,
        chosen.since,
        bound(query.limit),
        bound(query.offset)
    ];
    let rows = find.query_map(values, |row| {
        let edit: Edit = serde_json::from_str(row.get_ref(2)?.as_str()?).map_err(unreadable)?;
        Ok((row.get::<_, i64>(0)?, row.get::<_, Option<i64>>(1)?, edit, row.get::<_, i64>(3)?))
    })?;
    let mut lines = Vec::new();
    for row in rows {
        let (seq, noticed, edit, version) = row?;
        if let Some(listed) = summary::of_seq(connection, seq)? {
            let version = version as u64;
            lines.push(EditLine { report: listed.summary, version, noticed: second(noticed), edit });
        }
    }
    Ok(lines)
}

/// How many changes `query` chooses in all.
pub fn count(connection: &Connection, query: &EditQuery) -> rusqlite::Result<u64> {
    let sql = format!("SELECT count(*) FROM edits JOIN articles ON articles.seq = edits.article WHERE {CHOSEN}");
    let chosen = Chosen::of(query)?;
    let values = params![chosen.story, chosen.article, chosen.class, query.headlines, query.all, chosen.since];
    connection.prepare_cached(&sql)?.query_row(values, |row| row.get::<_, i64>(0)).map(i64::unsigned_abs)
}

/// Which rows a query chooses.
const CHOSEN: &str = "(?1 IS NULL OR articles.story = (SELECT coalesce(redirect, id) FROM stories WHERE id = ?1))
    AND (?2 IS NULL OR articles.id = ?2) AND (?3 IS NULL OR edits.class = ?3) AND (NOT ?4 OR edits.headline)
    AND (?5 OR edits.weight > 0) AND (?6 IS NULL OR edits.noticed >= ?6)";

struct Chosen {
    story: Option<i64>,
    article: Option<String>,
    class: Option<String>,
    since: Option<i64>,
}

impl Chosen {
    fn of(query: &EditQuery) -> rusqlite::Result<Chosen> {
        Ok(Chosen {
            story: query.story.map(|story| story.0 as i64),
            article: query.article.as_ref().map(ArticleId::to_string),
            class: query.class.map(|class| log::to_name(&class)).transpose()?,
            since: query.since.map(Timestamp::as_second),
        })
    }
}

/// The newest `most` reports that were withdrawn, of one story or of all.
pub fn withdrawn(connection: &Connection, story: Option<StoryId>, most: u64) -> rusqlite::Result<Vec<Withdrawn>> {
    let mut find = connection.prepare_cached(
        "SELECT article, withdrawn FROM revisits JOIN articles ON articles.seq = revisits.article
         WHERE withdrawn IS NOT NULL AND (?1 IS NULL OR articles.story = ?1) ORDER BY withdrawn DESC, article DESC LIMIT ?2",
    )?;
    let rows = find.query_map(params![story.map(|story| story.0 as i64), bound(most)], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
    })?;
    let mut all = Vec::new();
    for row in rows {
        let (seq, since) = row?;
        if let (Some(listed), Some(since)) = (summary::of_seq(connection, seq)?, second(Some(since))) {
            all.push(Withdrawn { report: listed.summary, since });
        }
    }
    Ok(all)
}

/// Since when the report of a number is withdrawn.
pub fn withdrawn_since(connection: &Connection, seq: i64) -> rusqlite::Result<Option<Timestamp>> {
    let mut find = connection.prepare_cached("SELECT withdrawn FROM revisits WHERE article = ?1")?;
    Ok(second(find.query_row([seq], |row| row.get(0)).optional()?.flatten()))
}

/// The first report at an address.
pub fn report_at(connection: &Connection, url: &str) -> rusqlite::Result<Option<ArticleId>> {
    let mut find = connection.prepare_cached("SELECT id FROM articles WHERE url = ?1 ORDER BY seq LIMIT 1")?;
    find.query_row([url], |row| Ok(ArticleId::new(row.get_ref(0)?.as_str()?))).optional()
}

fn second(second: Option<i64>) -> Option<Timestamp> {
    second.and_then(|second| Timestamp::from_second(second).ok())
}
