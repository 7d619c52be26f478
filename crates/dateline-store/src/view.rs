//! What pages are made of: plain values read from the store.

use dateline_model::{
    Annotations, Article, ArticleId, Copy, Direction, Following, Moment, Reason, SourceKind, Stance, StoryId,
};
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

/// A source that is followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// Its number, which it keeps when its address changes.
    pub number: i64,
    /// Its address.
    pub url: String,
    /// Its name.
    pub title: Option<String>,
    /// How it stands; `None` before it was first asked.
    pub state: Option<Following>,
}

/// A page whose text is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedPage {
    /// Its number.
    pub number: i64,
    /// Its address.
    pub url: String,
    /// When it is to be asked for.
    pub due: Timestamp,
    /// How often it was asked for in vain.
    pub tries: u32,
    /// The report that its text belongs to, where a feed told of it.
    pub article: Option<ArticleId>,
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
    /// Why the one is the copy and not the other; `None` where that was not kept, or is not asked for.
    pub direction: Option<Direction>,
}

/// Another report, as a link.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportLink {
    /// The report.
    pub article: ArticleId,
    /// Its outlet.
    pub outlet: Option<String>,
    /// Its headline.
    pub headline: String,
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

impl StorySummary {
    /// How many of its reports do not say whose they are.
    #[must_use]
    pub fn unnamed(&self) -> u64 {
        self.reports.saturating_sub(self.outlets.iter().map(|outlet| outlet.reports).sum())
    }

    /// How many outlets report it: a report that does not say whose it is counts as one of an outlet of its own, as it does
    /// among origins.
    #[must_use]
    pub fn carriers(&self) -> u64 {
        self.outlets.len() as u64 + self.unnamed()
    }
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
    /// Other stories near to it by what their reports tell, by tags or by outlets' series, nearest first; at most 6.
    pub related: Vec<RelatedStory>,
    /// Those whom its reports quote by name, with how many of its reports do, most first; at most 12.
    pub speakers: Vec<SpeakerSummary>,
}

/// How a story stands in time to one that it is close to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Its newest report is older than the first of the other.
    Before,
    /// Its first report is newer than the last of the other.
    After,
}

/// A story that is near to another.
#[derive(Clone, Debug, PartialEq)]
pub struct RelatedStory {
    /// As in a list.
    pub story: StorySummary,
    /// What both tell of, weightiest first, as a person would write it; empty where only tags or a series lead there.
    pub shared: Vec<String>,
    /// How it stands in time to the other; `None` where they overlap, or are less close than what goes on from one to
    /// the next.
    pub order: Option<Order>,
}

/// One report of a story in full, with what was found in it.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredReport {
    /// Its newest version.
    pub article: Article,
    /// What was found in it; nothing where no import looked yet.
    pub annotations: Annotations,
    /// The reports it copies, largest share first, without their passages.
    pub copies: Vec<Copy>,
    /// The number of the change it was first stored by: later reports have larger ones.
    pub arrived: u64,
}

/// One report in full.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticlePage {
    /// The report, newest version.
    pub article: Article,
    /// What was found in it; `None` where the report was kept by an older Dateline and no import looked since.
    pub annotations: Option<Annotations>,
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
    /// The reports that quote the same words at length, where neither copies the other, in the order of arrival.
    pub quotations: Vec<ReportLink>,
    /// Other reports of its story and of related ones, none of them a copy of it or of each other; at most 5.
    pub also: Vec<ArticleSummary>,
    /// Since when it is withdrawn, where that was confirmed.
    pub withdrawn: Option<Timestamp>,
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

/// Somebody who is quoted by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerSummary {
    /// The name as most reports write it.
    pub name: String,
    /// What kind of source most reports take it for; never unnamed.
    pub kind: SourceKind,
    /// How many reports quote it.
    pub reports: u64,
}

/// Which speakers to list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpeakerQuery {
    /// Only this kind.
    pub kind: Option<SourceKind>,
    /// Only names that hold all of these words or beginnings of words. May be empty.
    pub words: String,
    /// Skip this many.
    pub offset: u64,
    /// At most this many.
    pub limit: u64,
}

/// A page of speakers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpeakerList {
    /// How many in all.
    pub total: u64,
    /// One page of them.
    pub speakers: Vec<SpeakerSummary>,
}

/// Another report that has the same words.
#[derive(Clone, Debug, PartialEq)]
pub struct Elsewhere {
    /// The report.
    pub article: ArticleId,
    /// Its outlet.
    pub outlet: Option<String>,
    /// The claim's place in it, from 1.
    pub claim: u64,
}

/// Something that somebody is reported to have said: the first report of these words, and where else they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The report.
    pub article: ArticleSummary,
    /// The claim's place in it, from 1.
    pub claim: u64,
    /// Asserts, denies or declines.
    pub stance: Stance,
    /// The sentence, its content told from the rest.
    pub passage: Snippet,
    /// The outlets and people who passed it on, nearest to the report first.
    pub via: Vec<String>,
    /// Other reports with the same words, oldest first; at most 50.
    pub elsewhere: Vec<Elsewhere>,
}

/// An office or description that a report gives somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldRole {
    /// The words.
    pub words: String,
    /// True where the words say that it is over.
    pub past: bool,
    /// The report, the newest of those looked at that has the words.
    pub article: ArticleSummary,
}

/// What one speaker is reported to have said.
#[derive(Clone, Debug, PartialEq)]
pub struct SpeakerPage {
    /// As in a list.
    pub speaker: SpeakerSummary,
    /// Other ways in which reports write the name, most frequent first; at most 8.
    pub written: Vec<String>,
    /// The roles that its newest 60 reports give it, newest first; at most 12.
    pub roles: Vec<HeldRole>,
    /// The stories of its newest 500 reports, newest first; at most 12.
    pub stories: Vec<StorySummary>,
    /// One page of statements, newest first, those without a time last.
    pub statements: Vec<Statement>,
    /// True where there are more behind them.
    pub more: bool,
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

/// A person's correction as a line of labelled data.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct CorrectionLine {
    /// Its number: later corrections replace what earlier ones say of the same reports.
    pub correction: u64,
    /// When it was made.
    pub at: Option<jiff::Timestamp>,
    /// What the person noted.
    pub note: Option<String>,
    /// Which reports tell of one event and which do not.
    pub labels: Vec<dateline_model::Label>,
    /// The events of the log.
    pub events: serde_json::Value,
}
