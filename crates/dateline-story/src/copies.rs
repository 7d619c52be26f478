//! Whose text an article reuses: found by samples of word runs, shown by aligned passages, told which way round by signs.

mod agencies;
mod align;
mod direction;
mod groups;
mod index;
mod quotations;
mod sketch;

pub use agencies::credit_hash;
pub use align::{Alignment, align};
pub use direction::{Side, original};
pub use groups::{CopyGroup, CopyMember, Original, copy_groups};
pub use index::{Postings, SketchIndex};
pub use quotations::{fingerprints, quoted_words, ranges as quoted_ranges};
pub use sketch::{Overlap, Sketch};
