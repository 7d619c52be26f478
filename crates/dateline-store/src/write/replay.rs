//! The log told once more: the stories that are kept must be those that it gives.

use dateline_model::ArticleId;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, params};

use super::article::sort_key;
use super::changes;
use super::fold::Fold;
use crate::packed::unreadable;
use crate::{log, record};

/// All that the log gives, each row told by what it is of.
const FOLDED: [&str; 3] = [
    "SELECT 'story ' || id, headline, reports, copies, first, newest, moment, redirect FROM stories ORDER BY id",
    "SELECT 'report ' || id, story, reason, copies_here FROM articles ORDER BY seq",
    "SELECT 'outlet ' || outlet || ' of story ' || story, reports FROM story_outlets ORDER BY story, outlet",
];

/// So many differences are told.
const TOLD: usize = 20;

/// Runs the log into tables of its own and says where what is kept differs, in words for a person; empty where all is
/// the same.
pub fn differences(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let fresh = record::in_memory()?;
    replay(connection, &fresh)?;
    let mut differences = Vec::new();
    for query in FOLDED {
        let (kept, given) = (rows(connection, query)?, rows(&fresh, query)?);
        for at in 0..kept.len().max(given.len()) {
            let (kept, given) = (kept.get(at), given.get(at));
            if kept != given {
                let words = |row: Option<&String>| row.map_or_else(|| "nothing".to_owned(), String::clone);
                differences.push(format!("kept is {}; the log gives {}", words(kept), words(given)));
            }
            if differences.len() == TOLD {
                return Ok(differences);
            }
        }
    }
    Ok(differences)
}

/// Runs the log of one record into the empty tables of another.
fn replay(from: &Connection, into: &Connection) -> rusqlite::Result<()> {
    into.execute_batch("BEGIN")?;
    let mut changes = changes::all(from, 0)?.into_iter().peekable();
    let mut find = from.prepare(
        "SELECT placements.change, placements.article, articles.id, revisions.record, events, placements.headline
         FROM placements JOIN articles ON articles.seq = placements.article
         JOIN revisions ON revisions.change = placements.change ORDER BY placements.change",
    )?;
    let mut rows = find.query([])?;
    while let Some(row) = rows.next()? {
        let change: i64 = row.get(0)?;
        while let Some(earlier) = changes.next_if(|earlier| earlier.after < change) {
            rearrange(into, &earlier)?;
        }
        place(into, row)?;
    }
    changes.try_for_each(|change| rearrange(into, &change))?;
    copies(from, into)?;
    into.execute_batch("COMMIT")
}

/// Puts a version of a report as the writer does, without what stories need not.
fn place(into: &Connection, row: &Row<'_>) -> rusqlite::Result<()> {
    let (change, seq, id): (i64, i64, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let line: Line = serde_json::from_str(row.get_ref(3)?.as_str()?).map_err(unreadable)?;
    let published: Option<dateline_model::Moment> = line.published.and_then(|published| published.parse().ok());
    let mut fold = Fold::new(into);
    let before = match Fold::seq(into, &ArticleId::new(&id))? {
        Some(seq) => fold.detach(seq)?,
        None => None,
    };
    into.prepare_cached(
        "INSERT INTO articles (seq, id, change, revisions, headline, lead, outlet, published, moment)
         VALUES (?1, ?2, ?3, 1, '', '', ?4, ?5, ?6)
         ON CONFLICT (seq) DO UPDATE SET outlet = excluded.outlet, published = excluded.published, moment = excluded.moment",
    )?
    .execute(params![seq, id, change, line.outlet, published.map(|at| at.to_string()), published.map(sort_key)])?;
    if let Some(story) = before {
        fold.attach(seq, story)?;
    }
    log::read(row.get_ref(4)?.as_str()?)?.iter().try_for_each(|event| fold.apply(event))?;
    if let Some(headline) = row.get_ref(5)?.as_str_or_null()? {
        fold.head(seq, &ArticleId::new(headline))?;
    }
    fold.finish()
}

/// What stories need of a stored article.
#[derive(serde::Deserialize)]
struct Line {
    outlet: Option<String>,
    published: Option<String>,
}

fn rearrange(into: &Connection, change: &changes::Stored) -> rusqlite::Result<()> {
    let mut fold = Fold::new(into);
    log::read(&change.events)?.iter().try_for_each(|event| fold.apply(event))?;
    change.headlines.iter().try_for_each(|(story, headline)| fold.head_story(*story, headline))?;
    fold.finish()
}

/// Counts the copies in each story. They are no part of the log, but follow from the newest version of each report.
fn copies(from: &Connection, into: &Connection) -> rusqlite::Result<()> {
    let mut find = from.prepare("SELECT article, original FROM copies")?;
    let mut rows = find.query([])?;
    let mut write = into.prepare("INSERT INTO copies (article, original, share) VALUES (?1, ?2, 0)")?;
    while let Some(row) = rows.next()? {
        write.execute(params![row.get::<_, i64>(0)?, row.get::<_, i64>(1)?])?;
    }
    into.execute_batch(
        "UPDATE articles SET copies_here = EXISTS (
             SELECT 1 FROM copies JOIN articles original ON original.seq = copies.original
             WHERE copies.article = articles.seq AND original.story = articles.story);
         UPDATE stories SET copies = (SELECT coalesce(sum(copies_here), 0) FROM articles WHERE story = stories.id)",
    )
}

fn rows(connection: &Connection, query: &str) -> rusqlite::Result<Vec<String>> {
    let mut find = connection.prepare(query)?;
    let columns = find.column_count();
    let read = |row: &Row<'_>| {
        let cell = |at: usize| {
            Ok(match row.get_ref(at)? {
                ValueRef::Null => "none".to_owned(),
                ValueRef::Integer(number) => number.to_string(),
                ValueRef::Real(number) => number.to_string(),
                ValueRef::Text(text) | ValueRef::Blob(text) => String::from_utf8_lossy(text).into_owned(),
            })
        };
        Ok((0..columns).map(cell).collect::<rusqlite::Result<Vec<String>>>()?.join(" | "))
    };
    find.query_map([], read)?.collect()
}
