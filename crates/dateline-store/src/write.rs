//! The writing side: what it takes to put one report into the record.

mod article;
mod capture;
mod changes;
mod copies;
mod counts;
mod edits;
mod fold;
mod follow;
mod near;
mod outdated;
mod replay;
mod revisit;
mod statements;
mod tags;
mod writer;

pub use changes::corrections;
pub use edits::Unjudged;
pub use replay::differences;
pub use statements::UNDATED;
pub use writer::{Entry, Known, Mark, Rearrangement, Recalled, Subscription, Writer};
