//! What a feed says, before it becomes articles: the feed itself and its items, all text without markup.

use dateline_model::{Language, Moment};

use super::values::Value;
use crate::words;

/// What a feed says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Channel {
    /// Its title.
    pub title: Option<String>,
    /// What it says it is about.
    pub description: Option<String>,
    /// Its identifier.
    pub id: Option<String>,
    /// Address of the pages it belongs to.
    pub link: Option<String>,
    /// Its own address.
    pub itself: Option<String>,
    /// Addresses of its WebSub hubs.
    pub hubs: Vec<String>,
    /// What it is written in.
    pub language: Option<Language>,
    /// Who edits it, one a statement.
    pub authors: Vec<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// Its categories.
    pub tags: Vec<String>,
    /// When it was published.
    pub published: Option<Moment>,
    /// When it was last changed.
    pub updated: Option<Moment>,
}

impl Channel {
    /// The authors that an item without authors has, of a bounded length: they are kept with each item.
    pub(super) fn authors_of_items(&self) -> Vec<String> {
        self.authors.iter().take(8).map(|author| words::cut(author, words::LONGEST_NAME)).collect()
    }
}

/// Whom an item was taken from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    /// The name of the feed or outlet.
    pub title: Option<String>,
    /// Its address.
    pub link: Option<String>,
    /// Its authors, who are those of an item that names none.
    pub authors: Vec<String>,
}

/// One item of a feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// The headline.
    pub title: Option<String>,
    /// The identifier as written.
    pub id: Option<String>,
    /// Canonical address of the page.
    pub link: Option<String>,
    /// Who wrote it, one a statement; where it names none, the authors of an Atom or JSON feed.
    pub authors: Vec<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// Whom it was taken from.
    pub source: Option<Credit>,
    /// When it was published.
    pub published: Option<Moment>,
    /// When it was last changed.
    pub updated: Option<Moment>,
    /// What it is written in; where it says nothing, what the feed is written in.
    pub language: Option<Language>,
    /// Its categories and keywords.
    pub tags: Vec<String>,
    pub(crate) summary: Value,
    pub(crate) content: Value,
}

impl Item {
    /// The words of its summary, a paragraph a line; of its content where it has no summary.
    #[must_use]
    pub fn summary(&self) -> String {
        if self.summary.is_empty() { self.content.words() } else { self.summary.words() }
    }

    /// The words of its content, a paragraph a line; of its summary where it has no content.
    #[must_use]
    pub fn content(&self) -> String {
        if self.content.is_empty() { self.summary.words() } else { self.content.words() }
    }
}

/// A feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feed {
    /// What it says of itself.
    pub channel: Channel,
    /// Its items, in the order of the feed.
    pub items: Vec<Item>,
}
