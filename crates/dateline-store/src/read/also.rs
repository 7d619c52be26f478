//! What a reader of one report may like besides: other reports of its story and of related ones, and no copy of it.

use dateline_model::StoryId;
use rusqlite::{Connection, OptionalExtension, params};

use super::summary::{self, Listed};
use crate::{ArticleSummary, RelatedStory};

/// So many are named.
const MOST: usize = 5;
/// So many reports of its own story are looked at, and so many of each of so many related ones.
const OWN: i64 = 40;
const OF_EACH: i64 = 6;
const STORIES: usize = 4;
/// A copy of a copy is followed so far.
const STEPS: usize = 8;

/// Reports that go with the one of number `seq` in `story`: of its own story and of the related ones in turn, newest
/// first, one for each group of copies, those of outlets not named yet before others.
pub fn also(
    connection: &Connection,
    seq: i64,
    outlet: Option<&str>,
    story: StoryId,
    related: &[RelatedStory],
) -> rusqlite::Result<Vec<ArticleSummary>> {
    let candidates = candidates(connection, story, related)?;
    let mut groups = vec![first_of(connection, seq)?];
    let mut outlets: Vec<String> = outlet.map(str::to_owned).into_iter().collect();
    let mut chosen: Vec<ArticleSummary> = Vec::new();
    for only_other_outlets in [true, false] {
        for Listed { seq: candidate, summary, .. } in &candidates {
            let met = summary.outlet.as_ref().is_none_or(|outlet| outlets.contains(outlet));
            if chosen.len() == MOST || only_other_outlets && met || *candidate == seq {
                continue;
            }
            let group = first_of(connection, *candidate)?;
            if groups.contains(&group) || is_copy(connection, seq, *candidate)? {
                continue;
            }
            groups.push(group);
            outlets.extend(summary.outlet.clone());
            chosen.push(summary.clone());
        }
    }
    Ok(chosen)
}

/// Reports of the story and of the related ones, one of each in turn.
fn candidates(connection: &Connection, story: StoryId, related: &[RelatedStory]) -> rusqlite::Result<Vec<Listed>> {
    let newest = |story: StoryId, most: i64| {
        let clause = "WHERE articles.story = ?1 ORDER BY articles.moment DESC, articles.seq DESC LIMIT ?2";
        summary::list(connection, clause, &[&(story.0 as i64), &most])
    };
    let mut own = newest(story, OWN)?.into_iter();
    let mut others = Vec::new();
    for related in related.iter().take(STORIES) {
        others.push(newest(related.story.id, OF_EACH)?.into_iter());
    }
    let mut candidates = Vec::new();
    loop {
        let before = candidates.len();
        candidates.extend(own.next());
        candidates.extend(others.iter_mut().filter_map(Iterator::next));
        if candidates.len() == before {
            return Ok(candidates);
        }
    }
}

/// The report that a chain of copies begins with: the same for all copies of one text.
fn first_of(connection: &Connection, seq: i64) -> rusqlite::Result<i64> {
    let mut find = connection.prepare_cached("SELECT copy_of FROM articles WHERE seq = ?1")?;
    let mut first = seq;
    for _ in 0..STEPS {
        let of: Option<Option<i64>> = find.query_row([first], |row| row.get(0)).optional()?;
        let Some(Some(of)) = of else { break };
        first = of;
    }
    Ok(first)
}

/// True where one of the two copies the other.
fn is_copy(connection: &Connection, one: i64, other: i64) -> rusqlite::Result<bool> {
    let mut find = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM copies WHERE article = ?1 AND original = ?2 OR article = ?2 AND original = ?1)",
    )?;
    find.query_row(params![one, other], |row| row.get(0))
}
