//! The reading side: many at once, never blocked by the writer.

use std::path::Path;

use dateline_model::{ArticleId, StoryId};

use crate::{
    ArticlePage, Counted, Overview, SearchPage, SearchQuery, StoreError, StoryPage, StoryQuery, StorySummary, TopicPage,
};

/// A data folder, open for reading. Cheap to clone; safe to use from many threads.
#[derive(Clone)]
pub struct Library {}

impl Library {
    /// Opens a data folder. The search index is brought up to date by the writer, not here.
    pub fn open(folder: &Path) -> Result<Library, StoreError> {
        let _ = folder;
        todo!()
    }

    /// The store in a few numbers.
    pub fn overview(&self) -> Result<Overview, StoreError> {
        todo!()
    }

    /// Stories, newest first.
    pub fn stories(&self, query: &StoryQuery) -> Result<Vec<StorySummary>, StoreError> {
        let _ = query;
        todo!()
    }

    /// A story, under its present name where it was merged into another.
    pub fn story(&self, id: StoryId) -> Result<Option<StoryPage>, StoreError> {
        let _ = id;
        todo!()
    }

    /// A report in full.
    pub fn article(&self, id: &ArticleId) -> Result<Option<ArticlePage>, StoreError> {
        let _ = id;
        todo!()
    }

    /// The reports under a tag (letter case and `#` do not matter), newest first.
    pub fn topic(&self, tag: &str, offset: u64, limit: u64) -> Result<Option<TopicPage>, StoreError> {
        let _ = (tag, offset, limit);
        todo!()
    }

    /// Tags, most reports first.
    pub fn topics(&self, limit: u64) -> Result<Vec<Counted>, StoreError> {
        let _ = limit;
        todo!()
    }

    /// Outlets, most reports first.
    pub fn outlets(&self) -> Result<Vec<Counted>, StoreError> {
        todo!()
    }

    /// Languages, most reports first.
    pub fn languages(&self) -> Result<Vec<Counted>, StoreError> {
        todo!()
    }

    /// Searches the reports.
    pub fn search(&self, query: &SearchQuery) -> Result<SearchPage, StoreError> {
        let _ = query;
        todo!()
    }
}
