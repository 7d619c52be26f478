//! Stories: in lists, and one with its reports.

use dateline_model::{ArticleId, Reason, StoryId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::counted::{bound, counted, moment, number};
use super::related::related;
use super::summary::{self, Listed};
use super::{article, speaker, topic};
use crate::{Counted, StoredReport, StoryPage, StoryQuery, StorySummary};

/// A story page shows at most this many reports.
const MOST: u64 = 500;

/// An outlet that reports fewer than one story in this many is looked up story by story.
const RARE: i64 = 20;

/// The story rows that a list is read from; continue with WHERE. A headline that is the report's first sentence gives
/// way to the title of a followed story, and is then the lead.
const SELECT: &str = "SELECT stories.id, coalesce(headed.series, headed.headline), headed.id,
    CASE WHEN headed.series IS NOT NULL AND headed.lead = '' THEN headed.headline ELSE headed.lead END,
    stories.reports, stories.copies, stories.first, stories.newest
    FROM stories JOIN articles headed ON headed.seq = stories.headline ";

fn summary_of(row: &Row<'_>) -> rusqlite::Result<StorySummary> {
    Ok(StorySummary {
        id: StoryId(row.get::<_, i64>(0)? as u64),
        headline: row.get(1)?,
        headline_article: ArticleId::new(row.get_ref(2)?.as_str()?),
        lead: row.get(3)?,
        reports: number(row.get(4)?),
        copies: number(row.get(5)?),
        outlets: Vec::new(),
        first: moment(row.get(6)?),
        newest: moment(row.get(7)?),
    })
}

/// Stories, newest first.
pub fn list(connection: &Connection, query: &StoryQuery) -> rusqlite::Result<Vec<StorySummary>> {
    let chosen = match &query.outlet {
        None => "stories.reports >= ?1 AND ?4 IS NULL",
        Some(outlet) => of_outlet(connection, outlet)?,
    };
    // Chosen by the index alone, so that what is skipped is not read.
    let sql = format!(
        "{SELECT}JOIN (SELECT id, moment FROM stories WHERE {chosen}
                       ORDER BY moment DESC, id DESC LIMIT ?2 OFFSET ?3) chosen ON chosen.id = stories.id
         ORDER BY chosen.moment DESC, chosen.id DESC"
    );
    let mut find = connection.prepare_cached(&sql)?;
    let values = params![bound(query.at_least.max(1)), bound(query.limit), bound(query.offset), query.outlet];
    let mut stories = find.query_map(values, summary_of)?.collect::<rusqlite::Result<Vec<_>>>()?;
    for story in &mut stories {
        story.outlets = outlets(connection, story.id)?;
    }
    Ok(stories)
}

/// The quicker way to find the stories of an outlet: all of them, to be sorted, where they are few; else the newest
/// stories one after the other, asking of each.
fn of_outlet(connection: &Connection, outlet: &str) -> rusqlite::Result<&'static str> {
    let mut count = connection.prepare_cached(
        "SELECT coalesce((SELECT reports FROM counts WHERE kind = 'outlet' AND name = ?1), 0),
                (SELECT coalesce(max(seq), 0) FROM articles)",
    )?;
    let (reports, all): (i64, i64) = count.query_row([outlet], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(if reports.saturating_mul(RARE) < all {
        "stories.id IN (SELECT story FROM story_outlets WHERE outlet = ?4) AND stories.reports >= ?1"
    } else {
        "stories.reports >= ?1
         AND EXISTS (SELECT 1 FROM story_outlets WHERE story_outlets.story = stories.id AND story_outlets.outlet = ?4)"
    })
}

/// The newest reports of a story in full.
pub fn reports(connection: &Connection, id: StoryId, most: u64) -> rusqlite::Result<Vec<StoredReport>> {
    let mut find = connection.prepare_cached(
        "SELECT seq, (SELECT min(change) FROM revisions WHERE revisions.article = articles.seq) FROM articles
         WHERE story = ?1 ORDER BY moment DESC NULLS LAST, seq DESC LIMIT ?2",
    )?;
    let listed = find.query_map(params![id.0 as i64, bound(most)], |row| Ok((row.get(0)?, number(row.get(1)?))))?;
    let listed = listed.collect::<rusqlite::Result<Vec<(i64, u64)>>>()?;
    let stored = |(seq, arrived): (i64, u64)| {
        let article = article::newest(connection, seq)?;
        let annotations = article::annotations(connection, seq, &article)?.unwrap_or_default();
        Ok(StoredReport { article, annotations, copies: article::copies(connection, seq)?, arrived })
    };
    listed.into_iter().map(stored).collect()
}

/// The outlets of a story, most reports first.
fn outlets(connection: &Connection, story: StoryId) -> rusqlite::Result<Vec<Counted>> {
    let mut find = connection
        .prepare_cached("SELECT outlet, reports FROM story_outlets WHERE story = ?1 ORDER BY reports DESC, outlet")?;
    find.query_map([story.0 as i64], counted)?.collect()
}

/// A story by its name, or by the name of one that was merged into it.
pub fn summary(connection: &Connection, id: StoryId) -> rusqlite::Result<Option<StorySummary>> {
    // A name leads straight to where it ends: merges keep it so.
    let mut find = connection.prepare_cached("SELECT coalesce(redirect, id) FROM stories WHERE id = ?1")?;
    let Some(id) = find.query_row([id.0 as i64], |row| row.get::<_, i64>(0)).optional()? else { return Ok(None) };
    let mut find = connection.prepare_cached(&format!("{SELECT}WHERE stories.id = ?1 AND stories.reports > 0"))?;
    let Some(mut story) = find.query_row([id], summary_of).optional()? else { return Ok(None) };
    story.outlets = outlets(connection, story.id)?;
    Ok(Some(story))
}

/// A story with its reports.
pub fn page(connection: &Connection, id: StoryId) -> rusqlite::Result<Option<StoryPage>> {
    let Some(story) = summary(connection, id)? else { return Ok(None) };
    let id = story.id.0 as i64;
    let clause = "WHERE articles.story = ?1 ORDER BY articles.moment DESC, articles.seq DESC LIMIT ?2";
    let listed = summary::list(connection, clause, &[&id, &bound(MOST)])?;
    let tags = topic::of_story(connection, id, bound(MOST))?;
    let related = related(connection, &story, &tags)?;
    let speakers = speaker::of_story(connection, id)?;
    let (reports, reasons) =
        listed.into_iter().map(|Listed { summary, reason, .. }| (summary, reason.unwrap_or(Reason::New))).unzip();
    let tags = tags.into_iter().map(|(_, shown)| shown).collect();
    Ok(Some(StoryPage { story, reports, tags, reasons, related, speakers }))
}
