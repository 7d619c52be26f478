//! What a source format is: how to know it, and how to read it.

use dateline_model::{Article, Capture, Problem};

/// How a file of a format is cut into captures before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    /// The file is one capture.
    Whole,
    /// Each line is a capture.
    Lines,
}

/// A feed that a subscription list names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// Address of the feed.
    pub url: String,
    /// Its name in the list.
    pub title: Option<String>,
    /// The folders it stands in, outermost first.
    pub folders: Vec<String>,
}

/// What was read of one capture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The reports, in the order of the capture.
    pub articles: Vec<Article>,
    /// The feeds that a subscription list names.
    pub subscriptions: Vec<Subscription>,
    /// What could not be read. The rest is above.
    pub problems: Vec<Problem>,
}

/// One source format.
pub struct Source {
    /// Short name, as the command line shows it.
    pub name: &'static str,
    /// What it reads, in a sentence.
    pub about: &'static str,
    /// How a file of it is cut into captures.
    pub framing: Framing,
    /// True where the first bytes (up to 64 KiB) are of this format. Asked in the order of the list.
    pub sniff: fn(&[u8]) -> bool,
    /// Reads one capture.
    pub read: fn(&Capture) -> Reading,
}
