//! Bytes of any news source in, articles out. Pure: nothing here opens a file or asks the time.
#![warn(clippy::disallowed_methods)]

mod address;
mod agency;
pub mod archive;
mod body;
mod bylines;
mod clean;
mod dateline;
mod dates;
mod decode;
mod finish;
mod furniture;
mod lines;
mod markup;
mod page;
mod source;
mod sources;
mod words;
mod xml;

pub use page::{FeedLink, Outlets, OutletsError, feed_links};
pub use source::{Framing, Listed, ListedKind, Reading, Source, Subscription};
pub use sources::feed::{Channel, Credit, Feed, Item, Pace, feed_pace, read_feed};
pub use sources::opml::write_opml;
pub use sources::{SOURCES, read, read_with, sniff};
