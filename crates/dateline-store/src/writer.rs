//! The writing side: one at a time, in batches that are kept whole or not at all.

use std::path::Path;

use dateline_model::{Article, ArticleId, Capture, Copy, Span, StoryEvent};

use crate::StoreError;

/// How an article stands to what is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Never met.
    New,
    /// Met before, word for word.
    Same,
    /// Met before with other words: this is a revision. (A version that is stored already, even an older one, is
    /// `Same`: importing a folder twice changes nothing.)
    Revised,
}

/// One article with everything that is stored of it.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The article.
    pub article: &'a Article,
    /// The capture it was read from.
    pub capture: &'a Capture,
    /// Its first sentence.
    pub lead: Option<Span>,
    /// Its features, as the grouper wrote them.
    pub features: &'a [u8],
    /// The events that placed it.
    pub events: &'a [StoryEvent],
    /// The reports it copies.
    pub copies: &'a [Copy],
    /// The article whose headline stands best for its story now.
    pub headline: &'a ArticleId,
}

/// A stored placement, for a grouper to recall.
#[derive(Clone, Debug)]
pub struct Recalled {
    /// The article.
    pub article: ArticleId,
    /// Its features.
    pub features: Vec<u8>,
    /// The events that placed it.
    pub events: Vec<StoryEvent>,
}

/// A feed to follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// Address of the feed.
    pub url: String,
    /// Its name.
    pub title: Option<String>,
    /// Folders, outermost first.
    pub folders: Vec<String>,
}

/// A data folder, open for writing. There is one at a time, across processes.
pub struct Writer {}

impl Writer {
    /// Opens or makes a data folder, brings its tables to this version, and starts a batch.
    pub fn open(folder: &Path) -> Result<Writer, StoreError> {
        let _ = folder;
        todo!()
    }

    /// How `article` stands to what is stored, the open batch included.
    pub fn known(&self, article: &Article) -> Result<Known, StoreError> {
        let _ = article;
        todo!()
    }

    /// Adds an article, or a revision of one, to the open batch.
    pub fn put(&mut self, entry: &Entry<'_>) -> Result<(), StoreError> {
        let _ = entry;
        todo!()
    }

    /// Keeps a feed address; false where it was kept already.
    pub fn subscribe(&mut self, subscription: &Subscription) -> Result<bool, StoreError> {
        let _ = subscription;
        todo!()
    }

    /// Sets the notice that stands on every page.
    pub fn set_notice(&mut self, notice: Option<&str>) -> Result<(), StoreError> {
        let _ = notice;
        todo!()
    }

    /// Makes everything put so far durable, and starts the next batch.
    pub fn commit(&mut self) -> Result<(), StoreError> {
        todo!()
    }

    /// Every stored placement in the order it was made.
    pub fn recall(&self, each: &mut dyn FnMut(Recalled)) -> Result<(), StoreError> {
        let _ = each;
        todo!()
    }

    /// Brings the search index up to the last commit, making it anew where it is missing, damaged or of another form.
    /// Gives the number of reports indexed. `progress` hears how many are done of how many.
    pub fn index(&mut self, progress: &mut dyn FnMut(u64, u64)) -> Result<u64, StoreError> {
        let _ = progress;
        todo!()
    }
}
