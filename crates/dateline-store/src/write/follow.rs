//! Writing how the followed sources stand.

use dateline_model::Following;
use rusqlite::{OptionalExtension, params};

use super::writer::Writer;
use crate::{StoreError, log};

impl Writer {
    /// The number of the source at `url`, where it is followed.
    pub fn followed_as(&self, url: &str) -> Result<Option<i64>, StoreError> {
        let find = || {
            let mut find = self.connection.prepare_cached("SELECT number FROM subscriptions WHERE url = ?1")?;
            find.query_row([url], |row| row.get(0)).optional()
        };
        find().map_err(|error| self.fault(error))
    }

    /// Keeps how the source of a number stands. One that is no longer followed is passed over.
    pub fn set_following(&mut self, number: i64, state: &Following) -> Result<(), StoreError> {
        self.in_batch(|writer| {
            let mut keep = writer.connection.prepare_cached(
                "INSERT OR REPLACE INTO followed (subscription, due, state)
                 SELECT number, ?2, ?3 FROM subscriptions WHERE number = ?1",
            )?;
            keep.execute(params![number, state.due.as_second(), log::to_json(state)?]).map(drop)
        })
    }

    /// Names a followed source that has no name yet.
    pub fn name_source(&mut self, number: i64, title: &str) -> Result<(), StoreError> {
        self.in_batch(|writer| {
            let sql = "UPDATE subscriptions SET title = ?2 WHERE number = ?1 AND title IS NULL";
            writer.connection.prepare_cached(sql)?.execute(params![number, title]).map(drop)
        })
    }

    /// Gives a followed source another address; false where one is followed at that address already.
    pub fn move_source(&mut self, number: i64, url: &str) -> Result<bool, StoreError> {
        self.in_batch(|writer| {
            let sql = "UPDATE OR IGNORE subscriptions SET url = ?2 WHERE number = ?1";
            Ok(writer.connection.prepare_cached(sql)?.execute(params![number, url])? > 0)
        })
    }

    /// Notes that the page at `url` was fetched.
    pub fn note_page(&mut self, url: &str) -> Result<(), StoreError> {
        self.in_batch(|writer| {
            writer.connection.prepare_cached("INSERT OR IGNORE INTO fetched_pages (url) VALUES (?1)")?.execute([url])
        })
        .map(drop)
    }
}
