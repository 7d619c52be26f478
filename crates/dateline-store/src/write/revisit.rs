//! Which stories are followed, and how fetching their reports again stands.

use dateline_model::{Revisiting, StoryId};
use jiff::Timestamp;
use rusqlite::params;

use super::writer::Writer;
use crate::{StoreError, log};

impl Writer {
    /// Follows a story from now on, under its present name; `None` where there is no such story, false where it was
    /// followed already. Reports that were left before are fetched again.
    pub fn follow_story(&mut self, story: StoryId) -> Result<Option<bool>, StoreError> {
        let Some(story) = self.present_name(story)? else { return Ok(None) };
        self.in_batch(|writer| {
            let new =
                writer.connection.execute("INSERT OR IGNORE INTO followed_stories (story) VALUES (?1)", [story])? > 0;
            if new {
                let again = "DELETE FROM revisits WHERE due IS NULL AND withdrawn IS NULL
                             AND article IN (SELECT seq FROM articles WHERE story = ?1)";
                writer.connection.execute(again, [story])?;
            }
            Ok(Some(new))
        })
    }

    /// Follows a story no longer; `None` where there is no such story, false where it was not followed.
    pub fn unfollow_story(&mut self, story: StoryId) -> Result<Option<bool>, StoreError> {
        let Some(story) = self.present_name(story)? else { return Ok(None) };
        self.in_batch(|writer| {
            Ok(Some(writer.connection.execute("DELETE FROM followed_stories WHERE story = ?1", [story])? > 0))
        })
    }

    /// Keeps how fetching the report of a number again stands, and when it is due next.
    pub fn set_revisiting(&mut self, seq: i64, due: Option<Timestamp>, state: &Revisiting) -> Result<(), StoreError> {
        self.in_batch(|writer| {
            let mut keep = writer.connection.prepare_cached(
                "INSERT OR REPLACE INTO revisits (article, due, state, withdrawn)
                 SELECT seq, ?2, ?3, ?4 FROM articles WHERE seq = ?1",
            )?;
            let withdrawn = state.missing.filter(|_| state.ended.is_some()).map(Timestamp::as_second);
            let due = due.map(Timestamp::as_second);
            keep.execute(params![seq, due, log::to_json(state)?, withdrawn]).map(drop)
        })
    }

    /// The name that a story has now.
    fn present_name(&self, story: StoryId) -> Result<Option<i64>, StoreError> {
        let find = || {
            let sql = "SELECT present.id FROM stories JOIN stories present ON present.id = coalesce(stories.redirect, stories.id)
                       WHERE stories.id = ?1 AND present.reports > 0";
            rusqlite::OptionalExtension::optional(self.connection.query_row(sql, [story.0 as i64], |row| row.get(0)))
        };
        find().map_err(|error| self.fault(error))
    }
}
