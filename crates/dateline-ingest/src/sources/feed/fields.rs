//! The elements of feeds that are read, as data: what each says, and which is believed where several say it.

use crate::xml::Namespace::{self, Content, Core, DublinCore, DublinCoreTerms, FeedBurner, Itunes, Media, Xhtml};

/// What an element says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    /// The description of a feed; a summary of an item.
    Summary,
    /// The text of an item.
    Content,
    Link,
    Id,
    Published,
    Updated,
    Author,
    Publisher,
    Language,
    Tag,
    /// Tags parted by commas.
    Tags,
}

impl Field {
    /// True for a value of one line, which holds no element of the feed.
    pub(super) fn is_line(self) -> bool {
        !matches!(self, Field::Summary | Field::Content | Field::Author | Field::Publisher)
    }
}

/// Where the element stands, its name, what it says, and how far it is believed: more is better, and of equals the first,
/// for times the last.
type Row = (Namespace, &'static str, Field, u8);

const FIELDS: &[Row] = &[
    (Core, "title", Field::Title, 3),
    (DublinCore, "title", Field::Title, 2),
    (Media, "title", Field::Title, 1),
    (Itunes, "title", Field::Title, 1),
    (Core, "description", Field::Summary, 4),
    (Core, "summary", Field::Summary, 4),
    (Core, "abstract", Field::Summary, 4),
    (Core, "tagline", Field::Summary, 4),
    (Core, "subtitle", Field::Summary, 4),
    (DublinCore, "description", Field::Summary, 3),
    (DublinCoreTerms, "abstract", Field::Summary, 3),
    (Itunes, "summary", Field::Summary, 2),
    (Media, "description", Field::Summary, 2),
    (Itunes, "subtitle", Field::Summary, 1),
    (Content, "encoded", Field::Content, 4),
    (Core, "content", Field::Content, 4),
    (Xhtml, "body", Field::Content, 3),
    (Xhtml, "div", Field::Content, 3),
    (Core, "body", Field::Content, 3),
    (Core, "fullitem", Field::Content, 3),
    (FeedBurner, "origlink", Field::Link, 3),
    (Core, "link", Field::Link, 2),
    (Core, "id", Field::Id, 2),
    (Core, "guid", Field::Id, 2),
    (DublinCore, "identifier", Field::Id, 1),
    (Core, "pubdate", Field::Published, 4),
    (Core, "published", Field::Published, 4),
    (Core, "issued", Field::Published, 3),
    (DublinCoreTerms, "issued", Field::Published, 2),
    (Core, "created", Field::Published, 1),
    (DublinCoreTerms, "created", Field::Published, 1),
    (Core, "updated", Field::Updated, 3),
    (Core, "modified", Field::Updated, 3),
    (Core, "lastbuilddate", Field::Updated, 3),
    (DublinCoreTerms, "modified", Field::Updated, 2),
    (DublinCore, "date", Field::Updated, 1),
    (Core, "author", Field::Author, 2),
    (Core, "managingeditor", Field::Author, 2),
    (DublinCore, "creator", Field::Author, 2),
    (DublinCore, "author", Field::Author, 2),
    (Itunes, "author", Field::Author, 1),
    (DublinCore, "publisher", Field::Publisher, 3),
    (Itunes, "owner", Field::Publisher, 2),
    (Core, "webmaster", Field::Publisher, 1),
    (Core, "language", Field::Language, 2),
    (DublinCore, "language", Field::Language, 1),
    (Core, "category", Field::Tag, 1),
    (DublinCore, "subject", Field::Tag, 1),
    (Media, "category", Field::Tag, 1),
    (Core, "tags", Field::Tags, 1),
    (Itunes, "keywords", Field::Tags, 1),
    (Media, "keywords", Field::Tags, 1),
];

/// What the element says, and how far it is believed.
pub(super) fn field(namespace: Namespace, local: &str) -> Option<(Field, u8)> {
    let row = FIELDS.iter().find(|row| row.0 == namespace && row.1 == local)?;
    Some((row.2, row.3))
}

/// Elements whose beginning ends a value of one line that was left open.
pub(super) const ENDING: &[&str] =
    &["title", "link", "description", "guid", "pubdate", "category", "author", "summary", "updated", "published"];
