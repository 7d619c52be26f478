//! The article line: the JSON form of an article that the filters read and write.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Article, ArticleId, Block, BlockKind, Dateline, Field, Language, Moment, Series, Text};

/// One article as a line of JSON. `start` and `end` count Unicode code points of `text`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ArticleLine {
    /// Identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Canonical address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Name of the outlet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The line under the headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// Authors.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bylines: Vec<String>,
    /// Agency credited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// Opening line of agency copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dateline: Option<DatelineLine>,
    /// RFC 3339 time or date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// RFC 3339 time or date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
    /// BCP 47.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Address of the lead image.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// The whole report is for subscribers.
    #[serde(skip_serializing_if = "is_false")]
    pub paywall: bool,
    /// Only the opening of the report is here.
    #[serde(skip_serializing_if = "is_false")]
    pub teaser: bool,
    /// The followed story it is an update of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub series: Option<SeriesLine>,
    /// Body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The lines of `text` that are not plain paragraphs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<BlockLine>,
    /// Where values were found, by the names of their fields.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub provenance: BTreeMap<String, String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

/// The dateline of an article line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DatelineLine {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// Place as written.
    pub place: String,
    /// `2025-06-27`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Agency named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
}

/// The followed story of an article line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeriesLine {
    /// Headline of the page that keeps the updates.
    pub title: String,
    /// The same for all updates of one page.
    pub key: String,
}

/// One structured line of an article line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BlockLine {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// What the line is.
    pub kind: BlockKind,
}

impl From<&Article> for ArticleLine {
    fn from(article: &Article) -> ArticleLine {
        let points = article.text.code_points();
        ArticleLine {
            id: Some(article.id.to_string()),
            url: article.url.clone(),
            outlet: article.outlet.clone(),
            title: article.title.clone(),
            subtitle: article.subtitle.clone(),
            bylines: article.bylines.clone(),
            agency: article.agency.clone(),
            dateline: article.dateline.as_ref().map(|dateline| {
                let (start, end) = points.of(dateline.span);
                DatelineLine {
                    start,
                    end,
                    place: dateline.place.clone(),
                    date: dateline.date.map(|date| date.to_string()),
                    agency: dateline.agency.clone(),
                }
            }),
            published: article.published.map(|moment| moment.to_string()),
            modified: article.modified.map(|moment| moment.to_string()),
            language: article.language.as_ref().map(Language::to_string),
            section: article.section.clone(),
            tags: article.tags.clone(),
            image: article.image.clone(),
            paywall: article.paywall,
            teaser: article.teaser,
            series: article
                .series
                .as_ref()
                .map(|series| SeriesLine { title: series.title.clone(), key: series.key.clone() }),
            text: Some(article.text.as_str().to_owned()),
            blocks: article
                .blocks
                .iter()
                .map(|block| {
                    let (start, end) = points.of(block.span);
                    BlockLine { start, end, kind: block.kind }
                })
                .collect(),
            provenance: article
                .provenance
                .iter()
                .map(|(field, place)| (field.name().to_owned(), place.to_owned()))
                .collect(),
        }
    }
}

impl ArticleLine {
    /// The article, its text taken as it stands. Values that cannot be read (a time that is none, a span outside the
    /// text) are left out and named; `None` where there is no text.
    #[must_use]
    pub fn into_article(self) -> Option<(Article, Vec<String>)> {
        let mut odd = Vec::new();
        let mut moment = |field: &str, words: Option<String>| -> Option<Moment> {
            let words = words.filter(|words| !words.trim().is_empty())?;
            let read = words.parse().ok();
            if read.is_none() {
                odd.push(format!("`{field}` “{words}” is not an RFC 3339 time or date"));
            }
            read
        };
        let published = moment("published", self.published);
        let modified = moment("modified", self.modified);
        let mut article = Article::of(Text::new(self.text.as_deref()?));
        article.url = self.url;
        article.outlet = self.outlet;
        article.title = self.title;
        article.subtitle = self.subtitle;
        article.bylines = self.bylines;
        article.agency = self.agency;
        article.published = published;
        article.modified = modified;
        article.language = self.language.as_deref().and_then(Language::new);
        article.section = self.section;
        article.tags = self.tags;
        article.image = self.image;
        article.paywall = self.paywall;
        article.teaser = self.teaser;
        for (name, place) in &self.provenance {
            if let Some(field) = Field::of(name) {
                article.provenance.note(field, place);
            }
        }
        article.series = self.series.map(|series| Series { title: series.title, key: series.key });
        let text = article.text.clone();
        let points = text.code_points();
        article.dateline = self.dateline.and_then(|line| {
            let span = points.span(line.start, line.end)?;
            Some(Dateline {
                span,
                place: line.place,
                date: line.date.and_then(|date| date.parse().ok()),
                agency: line.agency,
            })
        });
        let blocks = self.blocks.into_iter();
        article.blocks = blocks
            .filter_map(|line| Some(Block { span: points.span(line.start, line.end)?, kind: line.kind }))
            .collect();
        article.blocks.sort_by_key(|block| block.span);
        article.id = match self.id {
            Some(id) if !id.is_empty() => ArticleId::new(&id),
            _ => ArticleId::derive(&article),
        };
        Some((article, odd))
    }
}
