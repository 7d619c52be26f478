//! Other stories near to one: those that share its rarer tags, or updates of the same followed story.

use std::collections::HashMap;

use dateline_model::StoryId;
use rusqlite::{Connection, OptionalExtension, params};

use super::story;
use crate::{Counted, StorySummary};

/// So many stories are named.
const MOST: usize = 6;

/// So many tags are followed, the rarest ones, each to so many of its newest reports.
const TAGS: usize = 6;
const REPORTS: i64 = 100;

/// Updates of one followed story weigh as much as a tag that only two reports have.
const SERIES: f64 = 0.5;

/// Stories near to `story`, nearest first. `tags` are those of its reports, folded and as shown.
pub fn related(connection: &Connection, story: i64, tags: &[(String, Counted)]) -> rusqlite::Result<Vec<StorySummary>> {
    let mut near: HashMap<i64, f64> = HashMap::new();
    for (tag, weight) in rare(connection, tags)? {
        let mut find = connection.prepare_cached(
            "SELECT DISTINCT articles.story FROM
             (SELECT article FROM article_tags WHERE tag = ?1 ORDER BY moment DESC, article DESC LIMIT ?2) filed
             JOIN articles ON articles.seq = filed.article WHERE articles.story IS NOT NULL AND articles.story <> ?3",
        )?;
        for other in find.query_map(params![tag, REPORTS, story], |row| row.get(0))? {
            *near.entry(other?).or_default() += weight;
        }
    }
    let mut find = connection.prepare_cached(
        "SELECT DISTINCT other.story FROM
         (SELECT DISTINCT series_key FROM articles WHERE story = ?1 AND series_key IS NOT NULL LIMIT ?2) own
         JOIN articles other ON other.series_key = own.series_key WHERE other.story <> ?1 LIMIT ?2",
    )?;
    for other in find.query_map(params![story, REPORTS], |row| row.get(0))? {
        *near.entry(other?).or_default() += SERIES;
    }
    let mut nearest: Vec<(i64, f64)> = near.into_iter().collect();
    nearest.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0)));
    nearest.truncate(MOST);
    nearest.into_iter().filter_map(|(id, _)| story::summary(connection, StoryId(id as u64)).transpose()).collect()
}

/// The rarest of the tags that stand outside the story too, each weighed by how few reports have it.
fn rare<'t>(connection: &Connection, tags: &'t [(String, Counted)]) -> rusqlite::Result<Vec<(&'t str, f64)>> {
    let mut find = connection.prepare_cached("SELECT reports FROM counts WHERE kind = 'tag' AND name = ?1")?;
    let mut rare = Vec::new();
    for (tag, counted) in tags {
        let all: i64 = find.query_row([tag], |row| row.get(0)).optional()?.unwrap_or(0);
        if all > counted.reports as i64 {
            rare.push((tag.as_str(), 1.0 / all as f64));
        }
    }
    rare.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    rare.truncate(TAGS);
    Ok(rare)
}
