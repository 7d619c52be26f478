//! What a page states about its report: in JSON-LD, meta elements, marked elements and its address.

use std::sync::LazyLock;

use dateline_model::{Article, Language, Moment};
use regex::Regex;

use crate::markup::{Piece, Tag, pieces, unescape};
use crate::page::byline_elements::{Element, Marked, Role};
use crate::page::headline;
use crate::page::linked_data::{self, LinkedData};
use crate::{address, bylines, dates, words};

/// Everything a page states, as written.
pub(crate) struct Metadata {
    /// Meta elements: name or property in lower case, with colons for all signs, and content.
    metas: Vec<(String, String)>,
    title: Option<String>,
    language: Option<String>,
    canonical: Option<String>,
    /// `datetime` of time elements.
    times: Vec<String>,
    marked: Vec<Element>,
    linked: LinkedData,
    address: Option<String>,
}

/// Most meta elements, times, scripts and tags of a page that are kept.
const MOST: usize = 400;
const MOST_TAGS: usize = 30;

const PUBLISHED: &[&str] = &[
    "article:published:time",
    "article:published",
    "og:published:time",
    "datepublished",
    "date",
    "dc:date:issued",
    "dcterms:created",
    "dc:date",
    "dcterms:date",
    "parsely:pub:date",
    "sailthru:date",
    "publishdate",
    "publish:date",
    "publication:date",
    "pubdate",
    "citation:date",
    "citation:publication:date",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "article:date:original",
    "published",
    "published:date",
    "w:published:date",
    "published:at",
    "dc:date:created",
];
const MODIFIED: &[&str] = &[
    "article:modified:time",
    "article:updated",
    "og:updated:time",
    "og:modified:time",
    "datemodified",
    "lastmod",
    "last:modified",
    "dcterms:modified",
    "dc:date:modified",
];
const AUTHORS: &[&str] = &[
    "author",
    "article:author",
    "parsely:author",
    "sailthru:author",
    "dc:creator",
    "dcterms:creator",
    "byl",
    "cxenseparse:author",
    "citation:author",
];
const OUTLETS: &[&str] = &[
    "og:site:name",
    "application:name",
    "al:ios:app:name",
    "dc:publisher",
    "citation:journal:title",
    "twitter:app:name:iphone",
];
const SECTIONS: &[&str] = &["article:section", "parsely:section", "section", "og:section", "cxenseparse:category"];
const TAGS: &[&str] = &["article:tag", "news:keywords", "keywords", "parsely:tags", "sailthru:tags", "og:article:tag"];

/// Labels of a card and what they label.
const LABELS: [(&str, &str); 2] = [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")];

/// A time of publication stands within this many letters of the headline.
const AROUND_HEADLINE: usize = 1500;
/// Bylines of one report stand no more letters apart than this.
const BETWEEN: usize = 40;

static DATED_PATH: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"/(20\d{2}|19\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?:[/-]|$)").ok());

impl Metadata {
    /// Reads what `html` states, fetched from `address`. One pass, no tree.
    pub(crate) fn read(html: &str, address: Option<&str>) -> Metadata {
        let mut metadata = Metadata {
            metas: Vec::new(),
            title: None,
            language: None,
            canonical: None,
            times: Vec::new(),
            marked: Vec::new(),
            linked: LinkedData::default(),
            address: address.map(str::to_owned),
        };
        let mut marked = Marked::default();
        let mut scripts = Vec::new();
        let mut previous: Option<Tag<'_>> = None;
        for piece in pieces(html) {
            marked.piece(&piece);
            match piece {
                Piece::Open(tag) => metadata.tag(&tag),
                Piece::Text(words) if metadata.title.is_none() && previous.is_some_and(|tag| tag.is("title")) => {
                    metadata.title = Some(words::collapse(&unescape(words)));
                }
                Piece::Raw(script) if previous.is_some_and(|tag| is_linked_data(&tag)) && scripts.len() < MOST => {
                    scripts.push(script);
                }
                _ => {}
            }
            previous = if let Piece::Open(tag) = piece { Some(tag) } else { None };
        }
        metadata.marked = marked.found;
        metadata.linked = linked_data::read(scripts);
        metadata
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        if tag.is("meta") && self.metas.len() < MOST {
            let name = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|name| tag.attribute(name));
            if let (Some(name), Some(content)) = (name, tag.attribute("content"))
                && !content.trim().is_empty()
            {
                self.metas.push((plain_name(&name), words::collapse(&content)));
            }
        } else if tag.is("html") {
            self.language = self
                .language
                .take()
                .or_else(|| Some(tag.attribute("lang").or(tag.attribute("xml:lang"))?.into_owned()));
        } else if tag.is("link") && self.canonical.is_none() {
            let canonical = tag.attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"));
            self.canonical = tag.attribute("href").filter(|_| canonical).map(|href| href.into_owned());
        } else if tag.is("time") && self.times.len() < MOST {
            self.times.extend(tag.attribute("datetime").map(|time| time.into_owned()));
        }
    }

    fn metas<'m>(&'m self, names: &'m [&str]) -> impl Iterator<Item = &'m str> {
        let of = |wanted: &'m str| {
            self.metas.iter().filter(move |(name, _)| name == wanted).map(|(_, content)| content.as_str())
        };
        names.iter().flat_map(move |wanted| of(wanted))
    }

    fn marked(&self, role: Role) -> impl Iterator<Item = &str> {
        self.marked.iter().filter(move |found| found.role == role).map(|found| found.words.as_str())
    }

    /// Times printed by the headline: those further away are of other reports.
    fn printed_times(&self) -> impl Iterator<Item = &str> {
        let headline = self.marked.iter().find(|element| element.role == Role::Headline).map(|element| element.at);
        let near = move |at: usize| headline.is_none_or(|headline| headline.abs_diff(at) <= AROUND_HEADLINE);
        let times = self.marked.iter().filter(|element| element.role == Role::Time);
        times.filter(move |element| near(element.at)).map(|element| element.words.as_str())
    }

    /// The first byline printed, with those right behind it: others further down belong to other reports.
    fn printed_bylines(&self) -> Vec<&str> {
        let mut bylines: Vec<&Element> = Vec::new();
        for element in self.marked.iter().filter(|element| element.role == Role::Byline) {
            let end = bylines.last().map_or(element.at, |last| last.at + last.words.len());
            if element.at > end + BETWEEN {
                // A mere `By` is no byline yet.
                let named = !bylines::read(bylines.iter().map(|found| found.words.as_str()), None).names.is_empty();
                if named {
                    break;
                }
                bylines.clear();
            }
            bylines.push(element);
        }
        bylines.into_iter().map(|found| found.words.as_str()).collect()
    }

    /// `twitter:label1` says what `twitter:data1` is.
    fn labelled_author(&self) -> Option<&str> {
        LABELS.iter().find_map(|(label, data)| {
            let label = self.metas(std::slice::from_ref(label)).next()?;
            label.eq_ignore_ascii_case("written by").then(|| self.metas(std::slice::from_ref(data)).next())?
        })
    }

    /// The canonical address, else that the page was fetched from.
    pub(crate) fn url(&self) -> Option<String> {
        let base = self.address.as_deref();
        let stated =
            self.canonical.as_deref().into_iter().chain(self.metas(&["og:url"])).chain(self.linked.url.as_deref());
        // A canonical address that is only the front page says nothing of this page.
        let deep = |url: &String| url::Url::parse(url).is_ok_and(|url| url.path().len() > 1 || url.query().is_some());
        let found = stated.filter_map(|words| address::canonical_from(words, base)).find(deep);
        found.or_else(|| base.and_then(address::canonical))
    }

    /// The name of the outlet, else its host.
    pub(crate) fn outlet(&self) -> Option<String> {
        let stated = self.metas(OUTLETS).chain(self.linked.publisher.as_deref());
        let named = |name: &&str| words::is_label(name, 8) && !name.contains("://");
        let found = stated.map(str::trim).find(named).map(|name| words::collapse(&unescape(name)));
        found.or_else(|| self.url().as_deref().and_then(address::host))
    }

    /// The headline, without the name of the outlet.
    pub(crate) fn title(&self) -> Option<String> {
        let stated = self.metas(&["og:title"]).chain(self.linked.headline.as_deref());
        let stated = stated.chain(self.metas(&["twitter:title", "dc:title"])).chain(self.title.as_deref());
        let tidy = |title: &str| words::collapse(&unescape(title));
        let stated: Vec<String> = stated.map(tidy).collect();
        let printed: Vec<String> = self.marked(Role::Headline).map(tidy).collect();
        let outlet = self.outlet().unwrap_or_default();
        headline::choose(stated.iter().map(String::as_str), printed.iter().map(String::as_str), &outlet)
    }

    fn published(&self) -> Option<Moment> {
        let stated = self.linked.published.as_deref().into_iter().chain(self.metas(PUBLISHED));
        let marked = self.times.iter().map(String::as_str).chain(self.printed_times());
        let address = self.url();
        first_moment(stated.chain(marked)).or_else(|| dated_path(&address?))
    }

    fn modified(&self) -> Option<Moment> {
        first_moment(self.linked.modified.as_deref().into_iter().chain(self.metas(MODIFIED)))
    }

    fn language(&self) -> Option<Language> {
        let stated =
            self.language.as_deref().into_iter().chain(self.metas(&["og:locale", "content:language", "language"]));
        stated.chain(self.linked.language.as_deref()).find_map(Language::new)
    }

    fn tags(&self) -> Vec<String> {
        let split = self.metas(TAGS).flat_map(|content| content.split([',', ';']));
        let all = self.linked.keywords.iter().map(String::as_str).chain(split);
        let tags = all.map(|tag| words::collapse(&unescape(tag)).trim_start_matches('#').to_owned());
        tags.filter(|tag| !tag.is_empty() && words::count(tag) <= 6 && tag.len() <= 80).take(MOST_TAGS).collect()
    }

    /// Writes into the article what the page states of it.
    pub(crate) fn describe(&self, article: &mut Article) {
        article.url = self.url();
        article.outlet = self.outlet();
        article.title = self.title();
        let statements = [
            self.linked.authors.iter().map(String::as_str).collect::<Vec<_>>(),
            self.metas(AUTHORS).chain(self.labelled_author()).collect(),
            self.printed_bylines(),
        ];
        for statements in statements {
            let authors = bylines::read(statements, article.outlet.as_deref());
            article.agency = article.agency.take().or(authors.agency);
            if article.bylines.is_empty() {
                article.bylines = authors.names;
            }
        }
        article.published = self.published().or(article.published);
        article.modified = self.modified();
        article.language = self.language();
        let sections = self.metas(SECTIONS).chain(self.linked.section.as_deref());
        article.section =
            sections.map(|section| words::collapse(&unescape(section))).find(|section| words::is_label(section, 6));
        article.tags = self.tags();
    }

    /// The body that linked data gives, for pages that build theirs by script.
    pub(crate) fn stated_body(&self) -> Option<&str> {
        self.linked.body.as_deref()
    }
}

/// The name of a meta element as the tables have it: outlets write its signs in many ways.
fn plain_name(name: &str) -> String {
    let plain = |letter: char| if matches!(letter, '.' | '_' | '-') { ':' } else { letter.to_ascii_lowercase() };
    name.trim().chars().map(plain).collect()
}

fn is_linked_data(tag: &Tag<'_>) -> bool {
    tag.is("script") && tag.attribute("type").is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"))
}

fn first_moment<'s>(mut stated: impl Iterator<Item = &'s str>) -> Option<Moment> {
    stated.find_map(|words| dates::read(words).filter(dates::plausible))
}

/// The day that an address such as `/2025/06/21/fares-rise` holds.
fn dated_path(address: &str) -> Option<Moment> {
    let found = DATED_PATH.as_ref()?.captures(address)?;
    let month = found[2].parse().ok().or_else(|| dates::month(&found[2]))?;
    dates::read(&format!("{}-{month:02}-{:0>2}", &found[1], &found[3]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_described() {
        let html = r#"<html lang="en-GB"><head><title>Fares rise to 4 euros | Harbour Post</title>
            <link rel=canonical href="/2025/06/20/fares?utm_source=x"><meta property="og:site_name" content="Harbour Post">
            <meta name=author content="By Ann Lee"><meta name="keywords" content="ferries, fares,">
            <meta property="article:section" content="City"></head><h1>Fares rise to 4 euros</h1>"#;
        let metadata = Metadata::read(html, Some("https://post.example/a"));
        let mut article = Article::of("x".into());
        metadata.describe(&mut article);
        assert_eq!(article.url.as_deref(), Some("https://post.example/2025/06/20/fares"));
        assert_eq!(article.title.as_deref(), Some("Fares rise to 4 euros"));
        assert_eq!(article.outlet.as_deref(), Some("Harbour Post"));
        assert_eq!(article.bylines, ["Ann Lee"]);
        assert_eq!(article.published.unwrap().to_string(), "2025-06-20");
        assert_eq!((article.section.as_deref(), article.tags.len()), (Some("City"), 2));
        assert_eq!(article.language.unwrap().as_str(), "en");
    }
}
