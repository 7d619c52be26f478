//! From annotated articles to copies, stories and timelines.
#![warn(clippy::disallowed_methods)]

mod background;
mod briefing;
mod conflicts;
mod copies;
mod features;
mod frames;
mod grouper;
mod lexicon;
mod origins;
mod places;
mod propositions;
mod revisions;
mod settings;
mod stops;
mod thesaurus;
mod timeline;
mod told;
mod words;

pub use briefing::{BriefingSettings, briefing};
pub use conflicts::conflicts;
pub use copies::{Alignment, CopyGroup, CopyMember, Original, align, copy_groups};
pub use features::Features;
pub use grouper::{Corrected, Correction, Grouper, Placement, Refusal, Regrouped, Regrouping};
pub use origins::{Known as KnownOutlet, Ownership, Tracer};
pub use propositions::propositions;
pub use revisions::{EDIT_METHOD, Holds, compare, edit, holds};
pub use timeline::{TimelineDate, TimelineDay, TimelineReport, TimelineSentence, TimelineSpan, background, timeline};
