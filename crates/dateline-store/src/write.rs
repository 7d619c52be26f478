//! The writing side: what it takes to put one report into the record.

mod article;
mod capture;
mod counts;
mod follow;
mod fold;
mod outdated;
mod statements;
mod tags;
mod writer;

pub use statements::UNDATED;
pub use writer::{Entry, Known, Recalled, Subscription, Writer};
