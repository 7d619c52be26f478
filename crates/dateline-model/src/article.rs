//! One report.

use std::fmt;

use crate::{Block, BlockKind, Digest, Language, Moment, Provenance, Span, Text};

/// Names one report for good. Given by its source, or made from its address or its words.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleId(String);

impl ArticleId {
    /// An identifier that the source gave.
    #[must_use]
    pub fn new(id: &str) -> ArticleId {
        ArticleId(id.to_owned())
    }

    /// The identifier of a report known by its address or, failing that, by its outlet, headline, time and text.
    #[must_use]
    pub fn derive(article: &Article) -> ArticleId {
        let published = article.published.map(|moment| moment.to_string());
        let digest = match &article.url {
            Some(url) if article.series.is_none() => Digest::of_fields(["url", url]),
            _ => Digest::of_fields([
                "words",
                article.outlet.as_deref().unwrap_or_default(),
                article.title.as_deref().unwrap_or_default(),
                published.as_deref().unwrap_or_default(),
                article.text.as_str(),
            ]),
        };
        ArticleId(digest.short())
    }

    /// The identifier as a string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The line that opens agency copy: `TOKYO, June 27 (Reuters) -`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// Where the line stands in the text.
    pub span: Span,
    /// The place as written.
    pub place: String,
    /// The day it names, in the year of publication.
    pub date: Option<jiff::civil::Date>,
    /// The agency it names.
    pub agency: Option<String>,
}

/// A followed story or live blog as its outlet keeps it: the page that an update was taken from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Series {
    /// The headline of that page.
    pub title: String,
    /// The outlet and title, or the address: the same for all updates of one page.
    pub key: String,
}

/// One report: what an outlet published, with `text` fixed for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Unique in a store.
    pub id: ArticleId,
    /// Canonical address.
    pub url: Option<String>,
    /// The outlet's name as it writes it.
    pub outlet: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// The line under the headline that sums the report up (standfirst, deck).
    pub subtitle: Option<String>,
    /// Authors, one a person.
    pub bylines: Vec<String>,
    /// The news agency credited.
    pub agency: Option<String>,
    /// The opening line of agency copy.
    pub dateline: Option<Dateline>,
    /// When it was published.
    pub published: Option<Moment>,
    /// When its outlet says it was last changed.
    pub modified: Option<Moment>,
    /// What it is written in.
    pub language: Option<Language>,
    /// The outlet's section.
    pub section: Option<String>,
    /// The outlet's tags, as written, without `#`.
    pub tags: Vec<String>,
    /// Address of the lead image, which is never fetched unasked.
    pub image: Option<String>,
    /// True where its outlet says that the whole report is for subscribers.
    pub paywall: bool,
    /// True where only the opening of the report is in `text`, as feeds give it.
    pub teaser: bool,
    /// The followed story it is an update of.
    pub series: Option<Series>,
    /// The body, a paragraph a line.
    pub text: Text,
    /// The lines that are not plain paragraphs, in order.
    pub blocks: Vec<Block>,
    /// Where the values above were found.
    pub provenance: Provenance,
}

impl Article {
    /// An article of which only the text is known, with an identifier made from it.
    #[must_use]
    pub fn of(text: Text) -> Article {
        let mut article = Article {
            id: ArticleId::new(""),
            url: None,
            outlet: None,
            title: None,
            subtitle: None,
            bylines: Vec::new(),
            agency: None,
            dateline: None,
            published: None,
            modified: None,
            language: None,
            section: None,
            tags: Vec::new(),
            image: None,
            paywall: false,
            teaser: false,
            series: None,
            text,
            blocks: Vec::new(),
            provenance: Provenance::default(),
        };
        article.id = ArticleId::derive(&article);
        article
    }

    /// What the line at `span` is, or `None` for a plain paragraph.
    #[must_use]
    pub fn block(&self, span: Span) -> Option<BlockKind> {
        let at = self.blocks.binary_search_by_key(&span.start(), |block| block.span.start()).ok()?;
        Some(self.blocks[at].kind)
    }

    /// The digest of everything a reader sees, which tells a revision from the same article met again.
    /// The modified time is left out: outlets move it without changing a word.
    #[must_use]
    pub fn content_digest(&self) -> Digest {
        let published = self.published.map(|moment| moment.to_string()).unwrap_or_default();
        let optional = [&self.url, &self.outlet, &self.title, &self.agency, &self.section];
        let lists = [&self.bylines, &self.tags];
        let fields = optional.into_iter().map(|field| field.as_deref().unwrap_or_default());
        let fields = fields.chain(lists.into_iter().flat_map(|list| list.iter().map(String::as_str).chain(["/"])));
        let fields = fields.chain([published.as_str(), self.text.as_str()]);
        Digest::of_fields(fields.chain(self.subtitle.as_deref()))
    }
}
