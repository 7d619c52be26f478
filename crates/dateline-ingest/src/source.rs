//! What a source format is: how to know it, and how to read it.

use dateline_model::{Article, Capture, Language, Moment, Problem};

use crate::Channel;

/// How a file of a format is cut into captures before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    /// The file is one capture.
    Whole,
    /// Each line is a capture.
    Lines,
}

/// A feed that a subscription list names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subscription {
    /// Address of the feed.
    pub url: String,
    /// Its name in the list.
    pub title: Option<String>,
    /// The folders it stands in, outermost first.
    pub folders: Vec<String>,
    /// Address of the pages that the feed belongs to.
    pub page: Option<String>,
    /// The categories the list gives it.
    pub categories: Vec<String>,
    /// What the feed is written in.
    pub language: Option<Language>,
}

/// What a listed address leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListedKind {
    /// A page.
    Page,
    /// Another sitemap.
    Sitemap,
}

/// An address that a sitemap or a feed names without the text that stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The address, canonical.
    pub url: String,
    /// What it leads to.
    pub kind: ListedKind,
    /// The headline.
    pub title: Option<String>,
    /// The outlet's name.
    pub outlet: Option<String>,
    /// When the page was published.
    pub published: Option<Moment>,
    /// When what stands there was last changed.
    pub modified: Option<Moment>,
    /// What it is written in.
    pub language: Option<Language>,
    /// Its keywords.
    pub tags: Vec<String>,
}

/// What was read of one capture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The reports, in the order of the capture.
    pub articles: Vec<Article>,
    /// The feeds that a subscription list names.
    pub subscriptions: Vec<Subscription>,
    /// Addresses named without their text: pages to be fetched, and further sitemaps.
    pub listed: Vec<Listed>,
    /// What a feed says of itself.
    pub channel: Option<Channel>,
    /// What could not be read. The rest is above.
    pub problems: Vec<Problem>,
}

impl Reading {
    /// What to say of the listed addresses, where there are any: nothing is fetched while files are read.
    #[must_use]
    pub fn not_fetched(&self) -> Option<String> {
        let of = |kind, one: &str| match self.listed.iter().filter(|listed| listed.kind == kind).count() {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{count} {one}s")),
        };
        let counts: Vec<String> =
            [of(ListedKind::Page, "page"), of(ListedKind::Sitemap, "sitemap")].into_iter().flatten().collect();
        (!counts.is_empty()).then(|| format!("names {} without the text; nothing was fetched", counts.join(" and ")))
    }
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
