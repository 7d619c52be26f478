//! Other stories near to one: by what reports tell, by rarer tags, or by updates of the same followed story.

use std::collections::HashMap;

use dateline_model::{Near, StoryId};
use rusqlite::{Connection, OptionalExtension, params};

use super::{story, topic};
use crate::packed::unreadable;
use crate::{Counted, Order, RelatedStory, StorySummary};

/// So many stories are named.
const MOST: usize = 6;

/// So many tags are followed, the rarest ones, each to so many of its newest reports.
const TAGS: usize = 6;
const REPORTS: i64 = 100;

/// Updates of one followed story weigh as much as a tag that only two reports have.
const SERIES: f64 = 0.5;

/// So many of the newest reports of a story are asked what they are near to, and so many of the closest links are read.
const ASKED: i64 = 500;
const LINKS: i64 = 200;

/// The closest link between the reports of two stories.
struct Link {
    closeness: f64,
    shared: Vec<String>,
}

/// Stories near to the one, nearest first; those that come before or after it, close to it, first of all. `tags` are
/// those of its reports, folded and as shown.
pub fn related(
    connection: &Connection,
    of: &StorySummary,
    tags: &[(String, Counted)],
) -> rusqlite::Result<Vec<RelatedStory>> {
    let story = of.id.0 as i64;
    let mut links = links(connection, story)?;
    let mut near: HashMap<i64, f64> = links.iter().map(|(&other, link)| (other, link.closeness)).collect();
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
    let mut related = Vec::new();
    for (id, _) in nearest {
        let Some(story) = story::summary(connection, StoryId(id as u64))? else { continue };
        let link = links.remove(&id);
        let close = link.as_ref().is_some_and(|link| link.closeness >= f64::from(Near::CONTINUES));
        let order = order(&story, of).filter(|_| close);
        related.push(RelatedStory { story, shared: link.map(|link| link.shared).unwrap_or_default(), order });
    }
    related.sort_by_key(|related| related.order.is_none());
    Ok(related)
}

/// The same with the tags looked up.
pub fn related_to(connection: &Connection, of: &StorySummary) -> rusqlite::Result<Vec<RelatedStory>> {
    related(connection, of, &topic::of_story(connection, of.id.0 as i64, ASKED)?)
}

/// The closest link to each story that reports of `story` are near to.
fn links(connection: &Connection, story: i64) -> rusqlite::Result<HashMap<i64, Link>> {
    let mut find = connection.prepare_cached(
        "WITH own AS (SELECT seq FROM articles WHERE story = ?1 ORDER BY moment DESC, seq DESC LIMIT ?2)
         SELECT articles.story, links.closeness, links.shared FROM
         (SELECT near.other AS report, closeness, shared FROM own JOIN near ON near.article = own.seq
          UNION ALL SELECT near.article, closeness, shared FROM own JOIN near ON near.other = own.seq) links
         JOIN articles ON articles.seq = links.report
         WHERE articles.story IS NOT NULL AND articles.story <> ?1
         ORDER BY links.closeness DESC, links.report DESC LIMIT ?3",
    )?;
    let mut rows = find.query(params![story, ASKED, LINKS])?;
    let mut links = HashMap::new();
    while let Some(row) = rows.next()? {
        let shared = serde_json::from_str(row.get_ref(2)?.as_str()?).map_err(unreadable)?;
        let closeness = row.get(1)?;
        links.entry(row.get(0)?).or_insert(Link { closeness, shared });
    }
    Ok(links)
}

/// How `one` stands in time to `other`, where they do not overlap.
fn order(one: &StorySummary, other: &StorySummary) -> Option<Order> {
    let is_before = |early: &StorySummary, late: &StorySummary| {
        early.newest.zip(late.first).is_some_and(|(newest, first)| newest.instant() < first.instant())
    };
    match (is_before(one, other), is_before(other, one)) {
        (true, false) => Some(Order::Before),
        (false, true) => Some(Order::After),
        _ => None,
    }
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
