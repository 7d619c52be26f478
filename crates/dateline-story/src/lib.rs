//! From annotated articles to copies, stories and timelines.
#![warn(clippy::disallowed_methods)]

mod background;
mod copies;
mod features;
mod grouper;
mod settings;
mod stops;
mod timeline;
mod words;

pub use copies::{Alignment, CopyGroup, CopyMember, Original, align, copy_groups};
pub use features::Features;
pub use grouper::{CopiedBy, Grouper, Placement};
pub use timeline::{TimelineDay, TimelineReport, TimelineSentence, timeline};
