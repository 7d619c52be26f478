//! What an outlet changed in a report: two versions compared word by word, and what kind of change that is.

mod changed;
mod compare;
mod edit;
mod facts;
mod headline;
mod holds;
mod lines;
mod notices;
mod pairing;
mod runs;
mod spelling;
mod tokens;
mod weight;
mod wording;

pub use compare::compare;
pub use edit::{EDIT_METHOD, edit};
pub use holds::{Holds, holds};
