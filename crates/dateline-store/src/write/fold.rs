//! Keeps the story rows up to date: each event changes only the rows it concerns.

use std::collections::BTreeSet;

use dateline_model::{ArticleId, Reason, StoryEvent, StoryId};
use rusqlite::{Connection, OptionalExtension, params};

use crate::log::to_json;

/// The changes that one put makes to stories.
pub struct Fold<'c> {
    connection: &'c Connection,
    /// Stories whose times and headline must be looked at again.
    touched: BTreeSet<i64>,
    /// Articles that changed place or copies.
    moved: BTreeSet<i64>,
}

impl<'c> Fold<'c> {
    /// A fold that has changed nothing.
    pub fn new(connection: &'c Connection) -> Fold<'c> {
        Fold { connection, touched: BTreeSet::new(), moved: BTreeSet::new() }
    }

    /// The sequence number of an article that is stored.
    pub fn seq(connection: &Connection, id: &ArticleId) -> rusqlite::Result<Option<i64>> {
        let mut find = connection.prepare_cached("SELECT seq FROM articles WHERE id = ?1")?;
        find.query_row([id.as_str()], |row| row.get(0)).optional()
    }

    /// Applies one event. Events of articles that are not stored change nothing.
    pub fn apply(&mut self, event: &StoryEvent) -> rusqlite::Result<()> {
        match event {
            StoryEvent::Opened { story, article } => self.place(article, *story, &Reason::New),
            StoryEvent::Joined { story, article, reason } => self.place(article, *story, reason),
            StoryEvent::Moved { article, from, into, reason } => self.place(article, *into, &came(*from, reason)),
            StoryEvent::Merged { from, into, reason } => {
                if event.by_person() {
                    let reason = to_json(&came(*from, reason))?;
                    let mut change =
                        self.connection.prepare_cached("UPDATE articles SET reason = ?2 WHERE story = ?1")?;
                    change.execute(params![from.0 as i64, reason])?;
                }
                self.merge(from.0 as i64, into.0 as i64)
            }
            StoryEvent::Split { from, into, articles, reason } => {
                self.follow_on(from.0 as i64, into.0 as i64)?;
                let reason = came(*from, reason);
                articles.iter().try_for_each(|article| self.place(article, *into, &reason))
            }
            StoryEvent::Pinned { article, reason, .. } => {
                let mut change = self.connection.prepare_cached("UPDATE articles SET reason = ?2 WHERE id = ?1")?;
                change.execute(params![article.as_str(), to_json(reason)?])?;
                Ok(())
            }
            StoryEvent::KeptOut { .. } | StoryEvent::Freed { .. } => Ok(()),
        }
    }

    fn place(&mut self, article: &ArticleId, story: StoryId, reason: &Reason) -> rusqlite::Result<()> {
        let Some(seq) = Self::seq(self.connection, article)? else { return Ok(()) };
        let story = story.0 as i64;
        self.make(story)?;
        let before = self.detach(seq)?;
        let mut change = self.connection.prepare_cached("UPDATE articles SET reason = ?2 WHERE seq = ?1")?;
        change.execute(params![seq, to_json(reason)?])?;
        self.attach(seq, story)?;
        match before {
            Some(before) if before != story => self.lead_on(before, story),
            _ => Ok(()),
        }
    }

    /// A story row, new or taken up again.
    fn make(&mut self, story: i64) -> rusqlite::Result<()> {
        let mut make = self.connection.prepare_cached(
            "INSERT INTO stories (id) VALUES (?1)
             ON CONFLICT DO UPDATE SET redirect = NULL WHERE redirect IS NOT NULL",
        )?;
        make.execute([story])?;
        Ok(())
    }

    /// Takes an article out of its story, and says which that was.
    pub fn detach(&mut self, seq: i64) -> rusqlite::Result<Option<i64>> {
        let mut find =
            self.connection.prepare_cached("SELECT story, outlet, copies_here FROM articles WHERE seq = ?1")?;
        let (story, outlet, copies): (Option<i64>, Option<String>, i64) =
            find.query_row([seq], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let Some(story) = story else { return Ok(None) };
        let run = |sql: &str, values: &[&dyn rusqlite::ToSql]| self.connection.prepare_cached(sql)?.execute(values);
        run("UPDATE articles SET story = NULL, copies_here = 0 WHERE seq = ?1", &[&seq])?;
        run("UPDATE stories SET reports = reports - 1, copies = copies - ?2 WHERE id = ?1", &[&story, &copies])?;
        run("UPDATE story_outlets SET reports = reports - 1 WHERE story = ?1 AND outlet = ?2", &[&story, &outlet])?;
        run("DELETE FROM story_outlets WHERE story = ?1 AND outlet = ?2 AND reports <= 0", &[&story, &outlet])?;
        self.touched.insert(story);
        self.moved.insert(seq);
        Ok(Some(story))
    }

    /// Puts an article that is in no story into one.
    pub fn attach(&mut self, seq: i64, story: i64) -> rusqlite::Result<()> {
        let run = |sql: &str, values: &[&dyn rusqlite::ToSql]| self.connection.prepare_cached(sql)?.execute(values);
        run("UPDATE articles SET story = ?2 WHERE seq = ?1", &[&seq, &story])?;
        run("UPDATE stories SET reports = reports + 1 WHERE id = ?1", &[&story])?;
        run(
            "INSERT INTO story_outlets (story, outlet, reports)
             SELECT story, outlet, 1 FROM articles WHERE seq = ?1 AND outlet IS NOT NULL
             ON CONFLICT DO UPDATE SET reports = reports + 1",
            &[&seq],
        )?;
        self.touched.insert(story);
        self.moved.insert(seq);
        Ok(())
    }

    fn merge(&mut self, from: i64, into: i64) -> rusqlite::Result<()> {
        if from == into {
            return Ok(());
        }
        self.make(from)?;
        self.make(into)?;
        let mut find = self.connection.prepare_cached("SELECT seq FROM articles WHERE story = ?1")?;
        for seq in find.query_map([from], |row| row.get(0))? {
            self.moved.insert(seq?);
        }
        let run = |sql: &str, values: &[&dyn rusqlite::ToSql]| self.connection.prepare_cached(sql)?.execute(values);
        run("UPDATE articles SET story = ?2 WHERE story = ?1", &[&from, &into])?;
        run(
            "INSERT INTO story_outlets (story, outlet, reports)
             SELECT ?2, outlet, reports FROM story_outlets WHERE story = ?1
             ON CONFLICT DO UPDATE SET reports = reports + excluded.reports",
            &[&from, &into],
        )?;
        run("DELETE FROM story_outlets WHERE story = ?1", &[&from])?;
        run(
            "UPDATE stories SET (reports, copies) =
             (SELECT stories.reports + ended.reports, stories.copies + ended.copies FROM stories ended WHERE ended.id = ?1)
             WHERE id = ?2",
            &[&from, &into],
        )?;
        run("UPDATE stories SET reports = 0, copies = 0 WHERE id = ?1", &[&from])?;
        self.touched.extend([from, into]);
        self.lead_on(from, into)
    }

    /// A story that another goes on in, or that a part of one goes on in, is followed where that one is.
    fn follow_on(&self, from: i64, into: i64) -> rusqlite::Result<()> {
        let mut follow = self.connection.prepare_cached(
            "INSERT OR IGNORE INTO followed_stories (story) SELECT ?2 FROM followed_stories WHERE story = ?1",
        )?;
        follow.execute([from, into]).map(drop)
    }

    /// The name of a story left empty leads to the one its last article went to.
    fn lead_on(&mut self, from: i64, into: i64) -> rusqlite::Result<()> {
        let mut end =
            self.connection.prepare_cached("UPDATE stories SET redirect = ?2 WHERE id = ?1 AND reports = 0")?;
        if end.execute([from, into])? > 0 {
            let mut follow = self.connection.prepare_cached("UPDATE stories SET redirect = ?2 WHERE redirect = ?1")?;
            follow.execute([from, into])?;
            self.follow_on(from, into)?;
            self.connection.prepare_cached("DELETE FROM followed_stories WHERE story = ?1")?.execute([from])?;
        }
        Ok(())
    }

    /// Makes `headline` the report that stands for the story of article `seq`.
    pub fn head(&mut self, seq: i64, headline: &ArticleId) -> rusqlite::Result<()> {
        let headline = Self::seq(self.connection, headline)?.unwrap_or(seq);
        let mut change = self.connection.prepare_cached(
            "UPDATE stories SET headline = ?2 WHERE id = (SELECT story FROM articles WHERE seq = ?1)",
        )?;
        change.execute([seq, headline])?;
        Ok(())
    }

    /// Other articles have been found to copy what they did not before.
    pub fn copied(&mut self, articles: Vec<i64>) {
        self.moved.extend(articles);
    }

    /// Makes `headline` the report that stands for a story.
    pub fn head_story(&self, story: StoryId, headline: &ArticleId) -> rusqlite::Result<()> {
        let mut change = self.connection.prepare_cached(
            "UPDATE stories SET headline = (SELECT seq FROM articles WHERE id = ?2 AND story = ?1)
             WHERE id = ?1 AND EXISTS (SELECT 1 FROM articles WHERE id = ?2 AND story = ?1)",
        )?;
        change.execute(params![story.0 as i64, headline.as_str()])?;
        Ok(())
    }

    /// Looks again at everything the changes may have made untrue.
    pub fn finish(self) -> rusqlite::Result<()> {
        let mut copiers = self.connection.prepare_cached("SELECT article FROM copies WHERE original = ?1")?;
        let mut again = self.moved.clone();
        for seq in &self.moved {
            for copier in copiers.query_map([seq], |row| row.get(0))? {
                again.insert(copier?);
            }
        }
        for seq in again {
            refresh_copy(self.connection, seq)?;
        }
        for story in &self.touched {
            refresh_story(self.connection, *story)?;
        }
        Ok(())
    }
}

/// Why an article is in a story, where it was in another before.
fn came(from: StoryId, reason: &Reason) -> Reason {
    Reason::Moved { from, reason: Box::new(reason.clone()) }
}

/// Whether the article copies another of its own story, and the story's count of those.
fn refresh_copy(connection: &Connection, seq: i64) -> rusqlite::Result<()> {
    let mut find = connection.prepare_cached(
        "SELECT story, copies_here, EXISTS (
             SELECT 1 FROM copies JOIN articles original ON original.seq = copies.original
             WHERE copies.article = articles.seq AND original.story = articles.story)
         FROM articles WHERE seq = ?1",
    )?;
    let (story, was, is): (Option<i64>, i64, i64) =
        find.query_row([seq], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    if was == is {
        return Ok(());
    }
    connection.prepare_cached("UPDATE articles SET copies_here = ?2 WHERE seq = ?1")?.execute([seq, is])?;
    let mut change = connection.prepare_cached("UPDATE stories SET copies = copies + ?2 WHERE id = ?1")?;
    change.execute(params![story, is - was])?;
    Ok(())
}

/// First and newest times from the index; another headline where its report went elsewhere.
fn refresh_story(connection: &Connection, story: i64) -> rusqlite::Result<()> {
    let mut times = connection.prepare_cached(
        "UPDATE stories SET
         first = (SELECT published FROM articles WHERE story = ?1 AND moment IS NOT NULL ORDER BY moment, seq LIMIT 1),
         (newest, moment) = (SELECT published, moment FROM articles WHERE story = ?1 AND moment IS NOT NULL
                             ORDER BY moment DESC, seq DESC LIMIT 1)
         WHERE id = ?1",
    )?;
    times.execute([story])?;
    let mut headline = connection.prepare_cached(
        "UPDATE stories SET headline =
         (SELECT seq FROM articles WHERE story = ?1 ORDER BY moment IS NULL, moment, seq LIMIT 1)
         WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM articles WHERE seq = stories.headline AND story = ?1)",
    )?;
    headline.execute([story])?;
    Ok(())
}
