//! What pages are made of: plain values read from the store.

use dateline_model::{Article, ArticleId, Moment, Reason, StoryId};
use jiff::Timestamp;
use jiff::civil::Date;

/// A name with how many reports it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The name: an outlet, a tag, a language.
    pub name: String,
    /// How many reports.
    pub reports: u64,
}

/// The whole store in a few numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// How many reports.
    pub reports: u64,
    /// How many outlets are named.
    pub outlets: u64,
    /// How many stories.
    pub stories: u64,
    /// When the newest report was published.
    pub newest: Option<Moment>,
    /// A notice that stands on every page of this data folder, such as that it is a sample.
    pub notice: Option<String>,
}

/// One report in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleSummary {
    /// Its name.
    pub id: ArticleId,
    /// Headline, or the first sentence where it has none.
    pub headline: String,
    /// The followed story it is an update of, by its title.
    pub series: Option<String>,
    /// The first sentence of the body (empty where it is the headline already).
    pub lead: String,
    /// Outlet.
    pub outlet: Option<String>,
    /// Agency credited.
    pub agency: Option<String>,
    /// Section.
    pub section: Option<String>,
    /// When it was published.
    pub published: Option<Moment>,
    /// BCP 47.
    pub language: Option<String>,
    /// Canonical address.
    pub url: Option<String>,
    /// Its story.
    pub story: Option<StoryId>,
    /// The report it copies most of, with the share, where it is a copy.
    pub copy_of: Option<CopyLink>,
    /// How many versions of it are kept, 1 for most.
    pub revisions: u64,
}

/// A copy, seen from one of its two articles.
#[derive(Clone, Debug, PartialEq)]
pub struct CopyLink {
    /// The other article.
    pub article: ArticleId,
    /// Its outlet.
    pub outlet: Option<String>,
    /// Its headline.
    pub headline: String,
    /// The share of the copying article's words found in the other, 0 to 1.
    pub share: f32,
}

/// One story in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct StorySummary {
    /// Its name.
    pub id: StoryId,
    /// The headline that stands best for it.
    pub headline: String,
    /// The report that headline and lead are from.
    pub headline_article: ArticleId,
    /// First sentence of that report.
    pub lead: String,
    /// How many reports.
    pub reports: u64,
    /// How many of them copy another of them.
    pub copies: u64,
    /// The outlets that report it, most reports first (all of them).
    pub outlets: Vec<Counted>,
    /// When its first report was published.
    pub first: Option<Moment>,
    /// When its newest report was published.
    pub newest: Option<Moment>,
}

/// Which stories to list, newest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoryQuery {
    /// Only those an outlet of this name reports.
    pub outlet: Option<String>,
    /// Skip this many.
    pub offset: u64,
    /// At most this many.
    pub limit: u64,
    /// Only those with at least this many reports (0 for all).
    pub at_least: u64,
}

/// One story with its reports.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryPage {
    /// As in a list.
    pub story: StorySummary,
    /// Its reports, newest first, those without a time last; at most 500.
    pub reports: Vec<ArticleSummary>,
    /// The tags of its reports, most frequent first.
    pub tags: Vec<Counted>,
    /// Why each report is here, in the order of `reports`.
    pub reasons: Vec<Reason>,
    /// Other stories that share tags or outlets' series with it, nearest first; at most 6.
    pub related: Vec<StorySummary>,
}

/// A later or earlier version of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// 1 for the first.
    pub number: u64,
    /// When its capture was taken, where known.
    pub captured: Option<Timestamp>,
    /// Its headline.
    pub title: Option<String>,
    /// Its text.
    pub text: String,
}

/// One report in full.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticlePage {
    /// The report, newest version.
    pub article: Article,
    /// As in a list.
    pub summary: ArticleSummary,
    /// The story it is in.
    pub story: Option<StorySummary>,
    /// Why it is there.
    pub reason: Option<Reason>,
    /// The reports it copies, largest share first.
    pub copies: Vec<CopyLink>,
    /// The reports that copy it, largest share first.
    pub copied_by: Vec<CopyLink>,
    /// All versions, oldest first, where there is more than one; else empty.
    pub revisions: Vec<Revision>,
    /// SHA-256 of the capture it was read from, in hexadecimal.
    pub capture: Option<String>,
}

/// The reports under a tag, newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicPage {
    /// The tag as most reports write it, without `#`.
    pub name: String,
    /// How many reports in all.
    pub total: u64,
    /// One page of them, each with its text.
    pub reports: Vec<(ArticleSummary, Article)>,
    /// Tags that stand on the same reports, most frequent first; at most 12.
    pub related: Vec<Counted>,
}

/// What to search for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchQuery {
    /// Words; "quoted phrases"; -words to leave out. May be empty where a filter is set.
    pub words: String,
    /// Outlet, exact name.
    pub outlet: Option<String>,
    /// Tag.
    pub topic: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// Published on this day or later.
    pub from: Option<Date>,
    /// Published on this day or earlier.
    pub to: Option<Date>,
    /// Skip this many.
    pub offset: usize,
    /// At most this many.
    pub limit: usize,
}

/// A piece of text round the words found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The words in order; true for those that were searched for.
    pub parts: Vec<(String, bool)>,
}

/// One report found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The report.
    pub article: ArticleSummary,
    /// Where it says so.
    pub snippet: Snippet,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchPage {
    /// How many in all.
    pub total: u64,
    /// One page of them.
    pub hits: Vec<Hit>,
}
