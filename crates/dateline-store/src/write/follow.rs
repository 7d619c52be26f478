//! Writing how the followed sources stand, and which pages are wanted.

use dateline_model::{ArticleId, Digest, Following, Push};
use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use super::writer::Writer;
use crate::packed::unreadable;
use crate::read::newest_version;
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

    /// How the source of a number stands, where it is followed and was asked.
    pub fn following(&self, number: i64) -> Result<Option<Following>, StoreError> {
        let find = || {
            let mut find = self.connection.prepare_cached("SELECT state FROM followed WHERE subscription = ?1")?;
            find.query_row([number], |row| serde_json::from_str(row.get_ref(0)?.as_str()?).map_err(unreadable))
                .optional()
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

    /// Follows the source at `url` no longer; false where it was not followed. Its reports stay.
    pub fn unfollow(&mut self, url: &str) -> Result<bool, StoreError> {
        self.in_batch(|writer| {
            let state = "DELETE FROM followed WHERE subscription = (SELECT number FROM subscriptions WHERE url = ?1)";
            writer.connection.prepare_cached(state)?.execute([url])?;
            let sql = "DELETE FROM subscriptions WHERE url = ?1";
            Ok(writer.connection.prepare_cached(sql)?.execute([url])? > 0)
        })
    }

    /// Keeps a subscription at a hub, over what was kept under its key before.
    pub fn keep_push(&mut self, push: &Push) -> Result<(), StoreError> {
        self.in_batch(|writer| {
            let sql = "INSERT OR REPLACE INTO pushes (key, state) VALUES (?1, ?2)";
            writer.connection.prepare_cached(sql)?.execute(params![push.key, log::to_json(push)?]).map(drop)
        })
    }

    /// Forgets the subscription of a key.
    pub fn forget_push(&mut self, key: &str) -> Result<(), StoreError> {
        self.in_batch(|writer| {
            writer.connection.prepare_cached("DELETE FROM pushes WHERE key = ?1")?.execute([key]).map(drop)
        })
    }

    /// True where the newest version of a report is more than the beginning that a feed tells of it.
    pub fn has_full_text(&self, id: &ArticleId) -> Result<bool, StoreError> {
        let newest = newest_version(&self.connection, id).map_err(|error| self.fault(error))?;
        Ok(newest.is_some_and(|article| !article.teaser))
    }

    /// True where the page at `url` was named before, with the same words in place of its text.
    pub fn is_named(&self, url: &str, teaser: Digest) -> Result<bool, StoreError> {
        let find = || {
            let mut find = self.connection.prepare_cached("SELECT 1 FROM pages WHERE url = ?1 AND teaser = ?2")?;
            find.exists(params![url, teaser.0])
        };
        find().map_err(|error| self.fault(error))
    }

    /// Wants the text of the page at `url` from `due` on, whatever came of it before; without `due` the page is known and
    /// not wanted.
    pub fn want_page(
        &mut self,
        url: &str,
        article: Option<&ArticleId>,
        teaser: Option<Digest>,
        due: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        self.in_batch(|writer| {
            let mut want = writer.connection.prepare_cached(
                "INSERT INTO pages (url, due, article, teaser) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (url) DO UPDATE SET due = ?2, tries = 0, article = coalesce(?3, article), teaser = ?4",
            )?;
            let (due, teaser) = (due.map(Timestamp::as_second), teaser.map(|digest| digest.0));
            want.execute(params![url, due, article.map(ArticleId::as_str), teaser]).map(drop)
        })
    }

    /// Notes that the page of a number was asked for, and when to ask again, where that is to be.
    pub fn page_asked(&mut self, number: i64, again: Option<Timestamp>) -> Result<(), StoreError> {
        self.in_batch(|writer| {
            let sql = "UPDATE pages SET due = ?2, tries = tries + 1 WHERE number = ?1";
            let again = again.map(Timestamp::as_second);
            writer.connection.prepare_cached(sql)?.execute(params![number, again]).map(drop)
        })
    }
}
