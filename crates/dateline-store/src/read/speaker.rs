//! Those who are quoted: in lists, and one with what it is reported to have said.

use std::collections::BTreeMap;

use dateline_model::{Annotations, Article, StoryId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::counted::{bound, number};
use super::{article, statement, story, summary};
use crate::{HeldRole, SpeakerList, SpeakerPage, SpeakerQuery, SpeakerSummary, StorySummary, kinds};
use dateline_model::{keys, speaker};

/// So many speakers stand on a story's page, counted over so many of its newest reports.
const OF_STORY: i64 = 12;
const STORY_REPORTS: i64 = 500;
/// So many other ways to write a name are told.
const WRITTEN: i64 = 8;
/// Roles are taken from so many of the newest reports, and at most so many are told.
const ROLE_REPORTS: i64 = 60;
const ROLES: usize = 12;
/// So many stories are named, those of so many of the newest reports.
const STORIES: usize = 12;
const REPORTS: i64 = 500;
/// No more words of a search are looked for.
const WORDS: usize = 8;

fn summary_of(row: &Row<'_>) -> rusqlite::Result<SpeakerSummary> {
    let kind = kinds::of(row.get_ref(1)?.as_str()?);
    Ok(SpeakerSummary { name: row.get(0)?, kind, reports: number(row.get(2)?) })
}

/// Speakers, most reports first.
pub fn list(connection: &Connection, query: &SpeakerQuery) -> rusqlite::Result<SpeakerList> {
    let kind = query.kind.map(kinds::name);
    let mut clause = String::from(if kind.is_some() { "kind = ?1" } else { "?1 IS NULL" });
    // Each word asked for begins a word of the key.
    let [asked, _] = keys(&query.words);
    let words: Vec<String> =
        asked.split(' ').filter(|word| !word.is_empty()).take(WORDS).map(|word| format!(" {word}")).collect();
    for at in 0..words.len() {
        clause.push_str(&format!(" AND instr(' ' || key, ?{}) > 0", at + 4));
    }
    let page = [bound(query.limit), bound(query.offset)];
    let mut values: Vec<&dyn rusqlite::ToSql> = vec![&kind, &page[0], &page[1]];
    values.extend(words.iter().map(|word| word as &dyn rusqlite::ToSql));
    let mut find = connection.prepare_cached(&format!(
        "SELECT name, kind, reports FROM speakers WHERE {clause} ORDER BY reports DESC, name LIMIT ?2 OFFSET ?3"
    ))?;
    let speakers = find.query_map(values.as_slice(), summary_of)?.collect::<rusqlite::Result<_>>()?;
    let mut count = connection
        .prepare_cached(&format!("SELECT count(*) FROM speakers WHERE {clause} AND coalesce(?2, ?3) IS NOT NULL"))?;
    let total = number(count.query_row(values.as_slice(), |row| row.get(0))?);
    Ok(SpeakerList { total, speakers })
}

/// Those whom the newest reports of a story quote.
pub fn of_story(connection: &Connection, story: i64) -> rusqlite::Result<Vec<SpeakerSummary>> {
    let mut find = connection.prepare_cached(
        "SELECT speakers.name, speakers.kind, count(*) AS quoting FROM
         (SELECT seq FROM articles WHERE story = ?1 ORDER BY moment DESC, seq DESC LIMIT ?2) listed
         JOIN quoted ON quoted.article = listed.seq JOIN speakers ON speakers.number = quoted.speaker
         GROUP BY speakers.number ORDER BY quoting DESC, speakers.name LIMIT ?3",
    )?;
    find.query_map(params![story, STORY_REPORTS, OF_STORY], summary_of)?.collect()
}

/// One of them.
pub fn page(connection: &Connection, name: &str, offset: u64, limit: u64) -> rusqlite::Result<Option<SpeakerPage>> {
    let mut find = connection.prepare_cached(
        "SELECT name, kind, reports, number, key FROM speakers WHERE key IN (?1, ?2) AND key <> ''
         ORDER BY name = ?3 DESC, reports DESC LIMIT 1",
    )?;
    let [body, person] = keys(name);
    let read = |row: &Row<'_>| Ok((summary_of(row)?, row.get::<_, i64>(3)?, row.get::<_, String>(4)?));
    let Some((speaker, number, key)) = find.query_row(params![body, person, name], read).optional()? else {
        return Ok(None);
    };
    let mut written = connection.prepare_cached(
        "SELECT written FROM speaker_names WHERE speaker = ?1 AND written <> ?2
         GROUP BY written ORDER BY sum(reports) DESC, written LIMIT ?3",
    )?;
    let written = written.query_map(params![number, speaker.name, WRITTEN], |row| row.get(0))?;
    let written = written.collect::<rusqlite::Result<_>>()?;
    let (statements, more) = statement::page(connection, number, offset, limit)?;
    Ok(Some(SpeakerPage {
        speaker,
        written,
        roles: roles(connection, number, &key)?,
        stories: stories(connection, number)?,
        statements,
        more,
    }))
}

/// The newest reports that quote a speaker, by number.
const NEWEST: &str =
    "SELECT DISTINCT article FROM statements WHERE speaker = ?1 ORDER BY moment DESC, article DESC LIMIT ?2";

/// The roles that the newest reports give, each with the newest report that has its words.
fn roles(connection: &Connection, speaker: i64, key: &str) -> rusqlite::Result<Vec<HeldRole>> {
    let mut find = connection.prepare_cached(NEWEST)?;
    let newest = find.query_map(params![speaker, ROLE_REPORTS], |row| row.get::<_, i64>(0))?;
    let newest: Vec<i64> = newest.collect::<rusqlite::Result<_>>()?;
    let mut roles: Vec<HeldRole> = Vec::new();
    let mut told = std::collections::BTreeSet::new();
    for seq in newest {
        if roles.len() >= ROLES {
            break;
        }
        let report = article::newest(connection, seq)?;
        let Some(found) = article::annotations(connection, seq, &report)? else { continue };
        for (words, past) in roles_in(&report, &found, key) {
            let folded: String = words.to_lowercase().trim_start_matches("the ").to_owned();
            if roles.len() >= ROLES || !told.insert((folded, past)) {
                continue;
            }
            let Some(listed) = summary::of_seq(connection, seq)? else { continue };
            roles.push(HeldRole { words, past, article: listed.summary });
        }
    }
    Ok(roles)
}

/// What one report says that the speaker of `key` is.
fn roles_in(report: &Article, found: &Annotations, key: &str) -> Vec<(String, bool)> {
    const LONGEST: usize = 160;
    let of_speaker = |claim: &&dateline_model::Claim| {
        let source = claim.source.as_ref();
        source.and_then(|source| speaker(&report.text, found, source)).is_some_and(|speaker| speaker.key == key)
    };
    let source = found.claims.iter().find(of_speaker).and_then(|claim| claim.source.as_ref());
    let entity = source.and_then(|source| dateline_model::entity(found, source));
    let roles = entity.map(|entity| entity.roles.as_slice()).unwrap_or_default();
    let words = |role: &dateline_model::Role| crate::phrase::clip(report.text.slice(role.span), LONGEST);
    roles.iter().map(|role| (words(role), role.past)).filter(|(words, _)| !words.is_empty()).collect()
}

/// The stories of the newest reports, newest first.
fn stories(connection: &Connection, speaker: i64) -> rusqlite::Result<Vec<StorySummary>> {
    let mut find = connection.prepare_cached(&format!(
        "SELECT articles.story, articles.moment FROM ({NEWEST}) newest JOIN articles ON articles.seq = newest.article
         WHERE articles.story IS NOT NULL"
    ))?;
    let mut newest: BTreeMap<i64, Option<i64>> = BTreeMap::new();
    for row in find.query_map(params![speaker, REPORTS], |row| Ok((row.get(0)?, row.get(1)?)))? {
        let (story, moment): (i64, Option<i64>) = row?;
        let known = newest.entry(story).or_default();
        *known = (*known).max(moment);
    }
    let mut order: Vec<(Option<i64>, i64)> = newest.into_iter().map(|(story, moment)| (moment, story)).collect();
    order.sort_by(|a, b| b.cmp(a));
    order.truncate(STORIES);
    order.into_iter().filter_map(|(_, id)| story::summary(connection, StoryId(id as u64)).transpose()).collect()
}
