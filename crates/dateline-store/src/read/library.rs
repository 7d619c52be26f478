//! The reading side: many at once, never blocked by the writer.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use dateline_model::{Article, ArticleId, Capture, Push, StoryId};
use jiff::Timestamp;

use super::pool::Pool;
use super::{article, capture, counted, edits, followed, revisits, search, speaker, story, topic};
use crate::search::Searcher;
use crate::write::{corrections, differences};
use crate::{
    ArticlePage, CorrectionLine, Counted, EditLine, EditQuery, Followed, Overview, Progress, Revisit, SearchPage,
    SearchQuery, SpeakerList, SpeakerPage, SpeakerQuery, StoreError, StoredReport, StoryPage, StoryQuery, StorySummary,
    Subscription, TopicPage, Versions, WantedPage, Withdrawn,
};

/// A data folder, open for reading. Cheap to clone; safe to use from many threads.
#[derive(Clone)]
pub struct Library(Arc<Parts>);

struct Parts {
    folder: PathBuf,
    pool: Pool,
    searcher: Searcher,
}

impl Library {
    /// Opens a data folder. The search index is brought up to date by the writer, not here.
    pub fn open(folder: &Path) -> Result<Library, StoreError> {
        let pool = Pool::open(folder)?;
        Ok(Library(Arc::new(Parts { folder: folder.to_owned(), pool, searcher: Searcher::new(folder) })))
    }

    /// The store in a few numbers.
    pub fn overview(&self) -> Result<Overview, StoreError> {
        self.0.pool.read(counted::overview)
    }

    /// Stories, newest first.
    pub fn stories(&self, query: &StoryQuery) -> Result<Vec<StorySummary>, StoreError> {
        self.0.pool.read(|connection| story::list(connection, query))
    }

    /// A story, under its present name where it was merged into another.
    pub fn story(&self, id: StoryId) -> Result<Option<StoryPage>, StoreError> {
        self.0.pool.read(|connection| story::page(connection, id))
    }

    /// The reports of a story in full, the newest `most`, newest first; none where there is no such story.
    pub fn reports(&self, id: StoryId, most: u64) -> Result<Vec<StoredReport>, StoreError> {
        self.0.pool.read(|connection| story::reports(connection, id, most))
    }

    /// A report in full.
    pub fn article(&self, id: &ArticleId) -> Result<Option<ArticlePage>, StoreError> {
        self.0.pool.read(|connection| article::page(connection, id))
    }

    /// The newest `most` versions of a report, each with what kind of change it is.
    pub fn versions(&self, id: &ArticleId, most: u64) -> Result<Option<Versions>, StoreError> {
        self.0.pool.read(|connection| edits::versions(connection, id, most))
    }

    /// The first report at an address.
    pub fn report_at(&self, url: &str) -> Result<Option<ArticleId>, StoreError> {
        self.0.pool.read(|connection| edits::report_at(connection, url))
    }

    /// Changes that outlets made to reports.
    pub fn edits(&self, query: &EditQuery) -> Result<Vec<EditLine>, StoreError> {
        self.0.pool.read(|connection| edits::list(connection, query))
    }

    /// How many changes there are in all, wherever a query begins and ends.
    pub fn count_edits(&self, query: &EditQuery) -> Result<u64, StoreError> {
        self.0.pool.read(|connection| edits::count(connection, query))
    }

    /// The newest `most` reports that their outlets withdrew, of one story or of all, newest first.
    pub fn withdrawn(&self, story: Option<StoryId>, most: u64) -> Result<Vec<Withdrawn>, StoreError> {
        self.0.pool.read(|connection| edits::withdrawn(connection, story, most))
    }

    /// The stories that are followed.
    pub fn followed_stories(&self) -> Result<Vec<StorySummary>, StoreError> {
        self.0.pool.read(revisits::followed_stories)
    }

    /// True where a story is followed.
    pub fn is_followed(&self, story: StoryId) -> Result<bool, StoreError> {
        self.0.pool.read(|connection| revisits::is_followed(connection, story))
    }

    /// At most `most` reports of followed stories that are fetched again, at any time: those never fetched again first, then
    /// those due first.
    pub fn revisits(&self, most: u64) -> Result<Vec<Revisit>, StoreError> {
        self.0.pool.read(|connection| revisits::due(connection, most))
    }

    /// The reports under a tag (letter case and `#` do not matter), newest first.
    pub fn topic(&self, tag: &str, offset: u64, limit: u64) -> Result<Option<TopicPage>, StoreError> {
        self.0.pool.read(|connection| topic::page(connection, tag, offset, limit))
    }

    /// Tags, most reports first.
    pub fn topics(&self, limit: u64) -> Result<Vec<Counted>, StoreError> {
        self.0.pool.read(|connection| topic::list(connection, limit))
    }

    /// Outlets, most reports first.
    pub fn outlets(&self) -> Result<Vec<Counted>, StoreError> {
        self.0.pool.read(|connection| counted::list(connection, "outlet"))
    }

    /// Languages, most reports first.
    pub fn languages(&self) -> Result<Vec<Counted>, StoreError> {
        self.0.pool.read(|connection| counted::list(connection, "language"))
    }

    /// The feeds that are followed, in the order they were added.
    pub fn subscriptions(&self) -> Result<Vec<Subscription>, StoreError> {
        self.0.pool.read(counted::subscriptions)
    }

    /// The sources that are followed with how they stand, in the order they were added.
    pub fn followed(&self) -> Result<Vec<Followed>, StoreError> {
        self.0.pool.read(followed::list)
    }

    /// The subscriptions at hubs.
    pub fn pushes(&self) -> Result<Vec<Push>, StoreError> {
        self.0.pool.read(followed::pushes)
    }

    /// How many of the followed sources were asked, and how many there are.
    pub fn sources_asked(&self) -> Result<(u64, u64), StoreError> {
        self.0.pool.read(followed::asked)
    }

    /// How far a run is that fills the folder, where there is one at `now`.
    pub fn progress(&self, now: Timestamp) -> Option<Progress> {
        Progress::read(&self.0.folder, now)
    }

    /// Those of `urls` that [`crate::Writer::want_page`] was never told.
    pub fn pages_not_named(&self, urls: &[String]) -> Result<Vec<String>, StoreError> {
        self.0.pool.read(|connection| followed::not_named(connection, urls))
    }

    /// At most `most` of the pages whose text is wanted by `until`, those due first.
    pub fn wanted_pages(&self, until: Timestamp, most: u64) -> Result<Vec<WantedPage>, StoreError> {
        self.0.pool.read(|connection| followed::wanted(connection, until, most))
    }

    /// How many pages are wanted, at any time.
    pub fn count_wanted_pages(&self) -> Result<u64, StoreError> {
        self.0.pool.read(followed::count_wanted)
    }

    /// The newest version of a report.
    pub fn newest(&self, id: &ArticleId) -> Result<Option<Article>, StoreError> {
        self.0.pool.read(|connection| followed::newest_version(connection, id))
    }

    /// Every capture, as often as it was taken, in the order it was first put in; `Err` is the digest, in hexadecimal, of
    /// one that cannot be read back. All of it is from one state of the record. Ends where `each` answers false.
    pub fn captures(&self, each: &mut dyn FnMut(Result<Capture, String>) -> bool) -> Result<(), StoreError> {
        self.0.pool.read(|connection| capture::each(connection, each))
    }

    /// Where the record is damaged, in SQLite's words; empty where it is sound. Reads all of it.
    pub fn damage(&self) -> Result<Vec<String>, StoreError> {
        self.0.pool.read(|connection| {
            let mut check = connection.prepare("PRAGMA quick_check(10)")?;
            let lines: rusqlite::Result<Vec<String>> = check.query_map([], |row| row.get(0))?.collect();
            Ok(lines?.into_iter().filter(|line| line != "ok").collect())
        })
    }

    /// What persons corrected, in the order they did.
    pub fn corrections(&self) -> Result<Vec<CorrectionLine>, StoreError> {
        self.0.pool.read(corrections)
    }

    /// Where the stories that are kept differ from those that the log gives, in words; empty where they do not.
    pub fn differences(&self) -> Result<Vec<String>, StoreError> {
        self.0.pool.read(differences)
    }

    /// Those who are quoted by name, most reports first, then by name.
    pub fn speakers(&self, query: &SpeakerQuery) -> Result<SpeakerList, StoreError> {
        self.0.pool.read(|connection| speaker::list(connection, query))
    }

    /// A page of what one of them is reported to have said, newest first; `None` where no report quotes the name. Letter
    /// case, accents and titles do not matter, nor the order of two words.
    pub fn speaker(&self, name: &str, offset: u64, limit: u64) -> Result<Option<SpeakerPage>, StoreError> {
        self.0.pool.read(|connection| speaker::page(connection, name, offset, limit))
    }

    /// Searches the reports.
    pub fn search(&self, query: &SearchQuery) -> Result<SearchPage, StoreError> {
        search::page(&self.0.pool, &self.0.searcher, query)
    }
}
