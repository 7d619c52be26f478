//! Stories that are followed, and their reports that are to be fetched again.

use dateline_model::{ArticleId, Moment, Revisiting, StoryId};
use jiff::Timestamp;
use rusqlite::{Connection, Row};

use super::story;
use crate::StorySummary;
use crate::packed::unreadable;

/// A report that is to be fetched again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revisit {
    /// Its number.
    pub number: i64,
    /// Its name.
    pub article: ArticleId,
    /// Its address.
    pub url: String,
    /// When it was first captured, or else published.
    pub first: Option<Timestamp>,
    /// When it is due; `None` where it was never fetched again.
    pub due: Option<Timestamp>,
    /// How that stands.
    pub state: Revisiting,
}

/// The stories that are followed, by their present names.
pub fn followed_stories(connection: &Connection) -> rusqlite::Result<Vec<StorySummary>> {
    let mut find = connection.prepare_cached("SELECT story FROM followed_stories ORDER BY story")?;
    let numbers = find.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
    let stories = numbers.into_iter().map(|number| story::summary(connection, StoryId(number as u64)));
    Ok(stories.collect::<rusqlite::Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// True where a story is followed.
pub fn is_followed(connection: &Connection, story: StoryId) -> rusqlite::Result<bool> {
    connection.prepare_cached("SELECT 1 FROM followed_stories WHERE story = ?1")?.exists([story.0 as i64])
}

/// At most `most` reports of followed stories that are fetched again, those due first; those that never were before all.
/// Updates of a page that its outlet keeps as a series have no address of their own.
pub fn due(connection: &Connection, most: u64) -> rusqlite::Result<Vec<Revisit>> {
    let mut find = connection.prepare_cached(
        "SELECT seq, articles.id, url, due, state, published,
             (SELECT captured FROM revisions WHERE revisions.article = seq ORDER BY change LIMIT 1)
         FROM followed_stories JOIN articles ON articles.story = followed_stories.story
         LEFT JOIN revisits ON revisits.article = seq
         WHERE series IS NULL AND url LIKE 'http%' AND (state IS NULL OR due IS NOT NULL)
         ORDER BY due NULLS FIRST, seq DESC LIMIT ?1",
    )?;
    let read = |row: &Row<'_>| {
        let state: Option<String> = row.get(4)?;
        let state = state.map(|state| serde_json::from_str(&state)).transpose().map_err(unreadable)?;
        let captured: Option<Timestamp> = row.get_ref(6)?.as_str_or_null()?.and_then(|captured| captured.parse().ok());
        let published: Option<Moment> = row.get_ref(5)?.as_str_or_null()?.and_then(|published| published.parse().ok());
        Ok(Revisit {
            number: row.get(0)?,
            article: ArticleId::new(row.get_ref(1)?.as_str()?),
            url: row.get(2)?,
            first: captured.or(published.map(|published| published.instant())),
            due: row.get::<_, Option<i64>>(3)?.and_then(|due| Timestamp::from_second(due).ok()),
            state: state.unwrap_or_default(),
        })
    };
    find.query_map([i64::try_from(most).unwrap_or(i64::MAX)], read)?.collect()
}
