//! From annotated articles to copies, stories and timelines.

mod features;
mod grouper;
mod timeline;

pub use features::Features;
pub use grouper::{Grouper, Placement};
pub use timeline::{TimelineDay, TimelineReport, TimelineSentence, timeline};
