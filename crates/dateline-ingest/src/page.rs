//! HTML pages: what the parts of the page say, and which part is the report.

mod around;
mod describe;
mod feed_links;
mod guard;
mod headline;
mod labels;
mod lean;
mod linked_data;
pub(crate) mod live;
mod main_text;
mod marked;
mod metadata;
mod outlet;
pub(crate) mod printed_head;
mod region;
mod seen;
mod stated;
mod streamed;
mod text;

pub use feed_links::{FeedLink, feed_links};
pub(crate) use headline::without_outlet;
pub(crate) use labels::without_labels;
pub(crate) use main_text::main_text;
pub(crate) use metadata::Metadata;
pub use outlet::{Outlets, OutletsError};
pub(crate) use stated::weigh;
pub(crate) use streamed::in_place;
pub(crate) use text::{Scope, text};
