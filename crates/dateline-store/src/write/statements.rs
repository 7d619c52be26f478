//! What was found in a report, and whom it quotes: kept with the report, replaced with it.

use std::collections::BTreeMap;

use dateline_model::{Annotations, Article, Claim, Digest, Moment, Text};
use jiff::tz::Offset;
use rusqlite::{Connection, OptionalExtension, params};

use super::article::sort_key;
use crate::packed::Packer;
use crate::passage;
use crate::{found, kinds};
use dateline_model::{Speaker, speaker};

/// No report files more claims than this under its speakers; more are noise or malice, and stay in the report alone.
const MOST: usize = 2_000;

/// Reports without a time come after all others.
pub const UNDATED: i64 = i64::MIN;

/// Content of fewer words and letters than this may be said anywhere: it is told apart by sentence and day.
const FEW_WORDS: usize = 6;
const FEW_LETTERS: usize = 30;

/// Keeps what was found in a report, and files its claims under their speakers.
pub fn file(
    connection: &Connection,
    packer: &mut Packer,
    seq: i64,
    article: &Article,
    (annotations, method): (&Annotations, u32),
) -> rusqlite::Result<()> {
    let packed = packer.pack(&found::pack(&article.text, annotations)?)?;
    connection
        .prepare_cached("INSERT OR REPLACE INTO annotations (article, method, found) VALUES (?1, ?2, ?3)")?
        .execute(params![seq, method, packed])?;
    let moment = article.published.map_or(UNDATED, sort_key);
    let mut numbers: BTreeMap<String, i64> = BTreeMap::new();
    let mut write = connection.prepare_cached(
        "INSERT INTO statements (speaker, moment, article, claim, words) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for (claim, at) in annotations.claims.iter().zip(1i64..).take(MOST) {
        let source = claim.source.as_ref();
        let Some(speaker) = source.and_then(|source| speaker(&article.text, annotations, source)) else { continue };
        let number = match numbers.get(&speaker.key) {
            Some(number) => *number,
            None => {
                let number = quote(connection, seq, &speaker)?;
                numbers.insert(speaker.key, number);
                number
            }
        };
        let words = words(&article.text, annotations, claim, article.published);
        write.execute(params![number, moment, seq, at, words])?;
    }
    Ok(())
}

/// Takes a report's claims out from under their speakers, while its row still has the time they were filed with.
pub fn unfile(connection: &Connection, seq: i64) -> rusqlite::Result<()> {
    let mut find = connection.prepare_cached("SELECT speaker, name FROM quoted WHERE article = ?1")?;
    let quoted: Vec<(i64, i64)> =
        find.query_map([seq], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    let run = |sql: &str, values: &[&dyn rusqlite::ToSql]| connection.prepare_cached(sql)?.execute(values);
    for (speaker, name) in quoted {
        run(
            "DELETE FROM statements WHERE speaker = ?1 AND article = ?2
             AND moment = (SELECT coalesce(moment, ?3) FROM articles WHERE seq = ?2)",
            &[&speaker, &seq, &UNDATED],
        )?;
        run("UPDATE speaker_names SET reports = reports - 1 WHERE number = ?1", &[&name])?;
        run("DELETE FROM speaker_names WHERE number = ?1 AND reports <= 0", &[&name])?;
        run("UPDATE speakers SET reports = reports - 1 WHERE number = ?1", &[&speaker])?;
        run("DELETE FROM speakers WHERE number = ?1 AND reports <= 0", &[&speaker])?;
        name_best(connection, speaker)?;
    }
    run("DELETE FROM quoted WHERE article = ?1", &[&seq])?;
    run("DELETE FROM annotations WHERE article = ?1", &[&seq])?;
    Ok(())
}

/// Counts a report that quotes a speaker; gives the speaker's number.
fn quote(connection: &Connection, seq: i64, speaker: &Speaker) -> rusqlite::Result<i64> {
    let kind = kinds::name(speaker.kind);
    let mut count = connection.prepare_cached(
        "INSERT INTO speakers (key, name, kind, reports) VALUES (?1, ?2, ?3, 1)
         ON CONFLICT (key) DO UPDATE SET reports = reports + 1 RETURNING number, name = ?2 AND kind = ?3",
    )?;
    let (number, is_best): (i64, bool) =
        count.query_row(params![speaker.key, speaker.name, kind], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut write = connection.prepare_cached(
        "INSERT INTO speaker_names (speaker, kind, written, reports) VALUES (?1, ?2, ?3, 1)
         ON CONFLICT (speaker, written, kind) DO UPDATE SET reports = reports + 1 RETURNING number",
    )?;
    let name: i64 = write.query_row(params![number, kind, speaker.name], |row| row.get(0))?;
    connection
        .prepare_cached("INSERT INTO quoted (article, speaker, name) VALUES (?1, ?2, ?3)")?
        .execute([seq, number, name])?;
    // A name that was the best and is written once more is the best still.
    if !is_best {
        name_best(connection, number)?;
    }
    Ok(number)
}

/// Names a speaker as most reports do.
fn name_best(connection: &Connection, speaker: i64) -> rusqlite::Result<()> {
    let mut best = connection.prepare_cached(
        "SELECT written, kind FROM speaker_names WHERE speaker = ?1 ORDER BY reports DESC, written, kind LIMIT 1",
    )?;
    let best: Option<(String, String)> = best.query_row([speaker], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((written, kind)) = best else { return Ok(()) };
    connection
        .prepare_cached("UPDATE speakers SET name = ?2, kind = ?3 WHERE number = ?1")?
        .execute(params![speaker, written, kind])?;
    Ok(())
}

/// A number that is the same for the same words: those of the content, and where they are few, those of the sentence
/// on its day.
fn words(text: &Text, found: &Annotations, claim: &Claim, published: Option<Moment>) -> i64 {
    let mut content = String::new();
    for part in &claim.content {
        fold_onto(&mut content, text.slice(*part));
    }
    let few = content.len() < FEW_LETTERS || content.split(' ').nth(FEW_WORDS - 1).is_none() && content.is_ascii();
    let digest = if few {
        let mut sentence = String::new();
        fold_onto(&mut sentence, text.slice(passage::around(text, &found.sentences, claim.span)));
        let day = published.map(|moment| Offset::UTC.to_datetime(moment.instant()).date().to_string());
        Digest::of_fields([sentence.as_str(), day.as_deref().unwrap_or_default()])
    } else {
        Digest::of_fields([content.as_str()])
    };
    let mut number = [0; 8];
    number.copy_from_slice(&digest.0[..8]);
    i64::from_be_bytes(number)
}

/// Adds words without letter case and all that is no letter or digit.
fn fold_onto(folded: &mut String, words: &str) {
    for word in words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_model::{Form, Record, Stance};

    fn number(text: &str, content: &str, day: &str) -> i64 {
        let text = Text::new(text);
        let start = text.as_str().find(content).unwrap();
        let span = text.span(start..start + content.len()).unwrap();
        let claim = Claim {
            span: text.whole(),
            form: Form::Direct,
            stance: Stance::Asserts,
            record: Record::Unstated,
            cue: None,
            content: vec![span],
            source: None,
            via: Vec::new(),
        };
        let found = Annotations { sentences: vec![text.whole()], ..Annotations::default() };
        words(&text, &found, &claim, day.parse().ok())
    }

    #[test]
    fn the_same_words_are_the_same_in_any_sentence_unless_they_are_few() {
        let long = "the wall will stand for a hundred years and more";
        let one = number(&format!("“{long},” she said."), long, "2025-06-20");
        assert_eq!(one, number(&format!("He was told that “{long}”"), long, "2025-06-25"));
        let short = number("She said no to them.", "no", "2025-06-20");
        assert_eq!(short, number("She said no to them.", "no", "2025-06-20"));
        assert_ne!(short, number("She said no to them.", "no", "2025-06-21"));
        assert_ne!(short, number("He said no.", "no", "2025-06-20"));
    }
}
