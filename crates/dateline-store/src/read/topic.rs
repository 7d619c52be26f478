//! Topics: tags, and the reports filed under one.

use dateline_model::Article;
use rusqlite::{Connection, OptionalExtension, params};

use super::article::newest;
use super::counted::{bound, counted, number};
use super::summary;
use crate::phrase::fold_tag;
use crate::{ArticleSummary, Counted, TopicPage};

/// So many other tags are named beside a topic, from so many of its newest reports.
const RELATED: i64 = 12;
const LOOKED_AT: i64 = 300;

/// The spelling that most reports use.
const SPELLING: &str =
    "(SELECT written FROM spellings WHERE spellings.tag = {} ORDER BY reports DESC, written LIMIT 1)";

/// Tags, most reports first.
pub fn list(connection: &Connection, limit: u64) -> rusqlite::Result<Vec<Counted>> {
    let spelling = SPELLING.replace("{}", "name");
    let mut find = connection.prepare_cached(&format!(
        "SELECT {spelling}, reports FROM
         (SELECT name, reports FROM counts WHERE kind = 'tag' ORDER BY reports DESC, name LIMIT ?1)"
    ))?;
    find.query_map([bound(limit)], counted)?.collect()
}

/// The reports under a tag.
pub fn page(connection: &Connection, tag: &str, offset: u64, limit: u64) -> rusqlite::Result<Option<TopicPage>> {
    let tag = fold_tag(tag);
    let spelling = SPELLING.replace("{}", "?1");
    let mut find = connection
        .prepare_cached(&format!("SELECT {spelling}, reports FROM counts WHERE kind = 'tag' AND name = ?1"))?;
    let Some(topic) = find.query_row([&tag], counted).optional()? else { return Ok(None) };
    let clause = "JOIN (SELECT article, moment FROM article_tags WHERE tag = ?1
                        ORDER BY moment DESC, article DESC LIMIT ?2 OFFSET ?3) filed ON filed.article = articles.seq
                  ORDER BY filed.moment DESC, filed.article DESC";
    let listed = summary::list(connection, clause, &[&tag, &bound(limit), &bound(offset)])?;
    let mut reports: Vec<(ArticleSummary, Article)> = Vec::with_capacity(listed.len());
    for listed in listed {
        reports.push((listed.summary, newest(connection, listed.seq)?));
    }
    let related = beside(connection, &tag)?;
    Ok(Some(TopicPage { name: topic.name, total: topic.reports, reports, related }))
}

/// Tags that stand on the same reports.
fn beside(connection: &Connection, tag: &str) -> rusqlite::Result<Vec<Counted>> {
    let spelling = SPELLING.replace("{}", "other.tag");
    let mut find = connection.prepare_cached(&format!(
        "SELECT {spelling}, count(*) AS reports FROM
         (SELECT article FROM article_tags WHERE tag = ?1 ORDER BY moment DESC, article DESC LIMIT ?2) filed
         JOIN article_tags other ON other.article = filed.article
         WHERE other.tag <> ?1 GROUP BY other.tag ORDER BY count(*) DESC, other.tag LIMIT ?3"
    ))?;
    find.query_map(params![tag, LOOKED_AT, RELATED], counted)?.collect()
}

/// The tags of the newest reports of a story, most frequent first: folded, and as shown.
pub fn of_story(connection: &Connection, story: i64, reports: i64) -> rusqlite::Result<Vec<(String, Counted)>> {
    let spelling = SPELLING.replace("{}", "article_tags.tag");
    let mut find = connection.prepare_cached(&format!(
        "SELECT article_tags.tag, {spelling}, count(*) FROM
         (SELECT seq FROM articles WHERE story = ?1 ORDER BY moment DESC, seq DESC LIMIT ?2) listed
         JOIN article_tags ON article_tags.article = listed.seq
         GROUP BY article_tags.tag ORDER BY count(*) DESC, article_tags.tag LIMIT 100"
    ))?;
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, Counted { name: row.get(1)?, reports: number(row.get(2)?) }));
    find.query_map(params![story, reports], read)?.collect()
}
