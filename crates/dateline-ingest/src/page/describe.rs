//! What a page states about its report, weighed: which statement is taken for each value of the article, and from where.

use std::sync::LazyLock;

use dateline_model::{Article, Field, Language, Moment};
use regex::Regex;

use crate::markup::unescape;
use crate::page::headline;
use crate::page::marked::Role;
use crate::page::metadata::{Metadata, Stated};
use crate::{address, bylines, dates, words};

const PUBLISHED: &[&str] = &[
    "article:published:time",
    "og:article:published:time",
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
    "og:article:modified:time",
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
const DESCRIPTIONS: &[&str] = &["og:description", "description", "twitter:description", "dc:description"];
const IMAGES: &[&str] = &["og:image", "og:image:url", "twitter:image", "twitter:image:src", "parsely:image:url"];
/// What outlets say of who may read the whole report.
const TIERS: &[&str] = &["article:content:tier", "article:access", "content:tier"];
const PAID: &[&str] = &["locked", "metered", "paid", "premium", "subscriber", "subscribers"];
const SECTIONS: &[&str] = &["article:section", "parsely:section", "section", "og:section", "cxenseparse:category"];
const TAGS: &[&str] = &["article:tag", "news:keywords", "keywords", "parsely:tags", "sailthru:tags", "og:article:tag"];

/// Labels of a card and what they label.
const LABELS: [(&str, &str); 2] = [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")];

/// Most tags of a report that are kept.
const MOST_TAGS: usize = 30;
/// Fewest and most words of a subtitle.
const SUBTITLE: std::ops::RangeInclusive<usize> = 4..=80;

/// What JSON-LD states.
const LINKED: &str = "json-ld";

static DATED_PATH: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"/(20\d{2}|19\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?:[/-]|$)").ok());

/// A value and where in the page it was found.
type Found<T> = Option<(T, String)>;

impl Metadata {
    /// The canonical address, else that the page was fetched from.
    pub(crate) fn url(&self) -> Option<String> {
        Some(self.url_found()?.0)
    }

    fn url_found(&self) -> Found<String> {
        let base = self.address.as_deref();
        let canonical = stated("link canonical", self.canonical.as_deref());
        let all = canonical.chain(self.metas(&["og:url"])).chain(stated(LINKED, self.linked.url.as_deref()));
        // A canonical address that is only the front page says nothing of this page.
        let deep = |url: &String| url::Url::parse(url).is_ok_and(|url| url.path().len() > 1 || url.query().is_some());
        let found = first(all, |words| address::canonical_from(words, base).filter(deep));
        found.or_else(|| Some((base.and_then(address::canonical)?, "fetched from".to_owned())))
    }

    /// The name of the outlet, else its host.
    pub(crate) fn outlet(&self) -> Option<String> {
        Some(self.outlet_found()?.0)
    }

    fn outlet_found(&self) -> Found<String> {
        let all = self.metas(OUTLETS).chain(stated(LINKED, self.linked.publisher.as_deref()));
        let named = |name: &str| {
            let name = name.trim();
            (words::is_label(name, 8) && !name.contains("://")).then(|| words::collapse(&unescape(name)))
        };
        let host = || Some((self.url().as_deref().and_then(address::host)?, "address".to_owned()));
        first(all, named).or_else(host)
    }

    /// The headline, without the name of the outlet.
    fn title_found(&self) -> Found<String> {
        let linked = stated(LINKED, self.linked.headline.as_deref());
        let all = self.metas(&["og:title"]).chain(linked).chain(self.metas(&["twitter:title", "dc:title"]));
        let all = all.chain(stated("title element", self.title.as_deref()));
        let tidy = |title: &str| words::collapse(&unescape(title));
        let all: Vec<(String, &str)> = all.map(|stated| (tidy(stated.words), stated.place)).collect();
        let printed: Vec<String> = self.marked(Role::Headline).map(|element| tidy(&element.words)).collect();
        let outlet = self.outlet().unwrap_or_default();
        let words = |stated: &[(String, &str)]| stated.iter().map(|(words, _)| words.clone()).collect::<Vec<_>>();
        let chosen =
            headline::choose(words(&all).iter().map(String::as_str), printed.iter().map(String::as_str), &outlet)?;
        let letters = words::fold(&chosen);
        let holds = |(words, _): &&(String, &str)| words::fold(words).contains(&letters);
        let place = match all.iter().find(holds) {
            _ if printed.iter().any(|title| words::fold(title) == letters) => "printed",
            Some((_, place)) => place,
            None => "printed",
        };
        Some((chosen, place.to_owned()))
    }

    /// The line under the headline: marked as such, or printed there and stated as what the page is about.
    fn subtitle_found(&self, title: &str, printed: &[&str]) -> Found<String> {
        let title = words::fold(title);
        let folded: Vec<String> = printed.iter().map(|line| words::fold(line)).collect();
        let fit = |line: &str| SUBTITLE.contains(&words::count(line)) && words::fold(line) != title;
        let seen = |line: &str| folded.contains(&words::fold(line));
        if let Some(marked) = self.marked_near(Role::Subtitle).find(|line| fit(line) && seen(line)) {
            return Some((marked.to_owned(), "printed".to_owned()));
        }
        let about = self.metas(DESCRIPTIONS).chain(stated(LINKED, self.linked.description.as_deref()));
        first(about, |about| {
            let about = words::fold(&unescape(about));
            let line = printed.iter().zip(&folded).find(|(_, line)| **line == about)?.0;
            fit(line).then(|| (*line).to_owned())
        })
    }

    /// Takes for each author statement the first that names anyone: people, else an agency.
    fn write_authors(&self, article: &mut Article) {
        let outlet = article.outlet.clone();
        let read = |words: &[&str]| bylines::read(words.iter().copied(), outlet.as_deref());
        let linked: Vec<&str> = self.linked.authors.iter().map(String::as_str).collect();
        let stated: Vec<Stated<'_>> = self.metas(AUTHORS).chain(self.labelled_author()).collect();
        let place = stated.first().map_or("", |stated| stated.place);
        let stated: Vec<&str> = stated.iter().map(|stated| stated.words).collect();
        let printed = self.printed_bylines(|words| !read(words).names.is_empty());
        for (place, words) in [(LINKED, linked), (place, stated), ("printed", printed)] {
            let authors = read(&words);
            if article.agency.is_none() && authors.agency.is_some() {
                article.agency = authors.agency;
                article.provenance.note(Field::Agency, place);
            }
            if article.bylines.is_empty() && !authors.names.is_empty() {
                article.bylines = authors.names;
                article.provenance.note(Field::Bylines, place);
            }
        }
    }

    /// `twitter:label1` says what `twitter:data1` is.
    fn labelled_author(&self) -> Option<Stated<'_>> {
        LABELS.iter().find_map(|(label, data)| {
            let label = self.metas(std::slice::from_ref(label)).next()?;
            label.words.eq_ignore_ascii_case("written by").then(|| self.metas(std::slice::from_ref(data)).next())?
        })
    }

    fn published_found(&self) -> Found<Moment> {
        let all = stated(LINKED, self.linked.published.as_deref()).chain(self.metas(PUBLISHED));
        let times = self.times.iter().flat_map(|time| stated("time element", Some(time)));
        let printed = self.marked_near(Role::Time).flat_map(|time| stated("printed", Some(time)));
        let dated = || Some((dated_path(&self.url()?)?, "address".to_owned()));
        first(all.chain(times).chain(printed), moment).or_else(dated)
    }

    fn modified_found(&self) -> Found<Moment> {
        first(stated(LINKED, self.linked.modified.as_deref()).chain(self.metas(MODIFIED)), moment)
    }

    fn language_found(&self) -> Found<Language> {
        let all = stated("html element", self.language.as_deref());
        let all = all.chain(self.metas(&["og:locale", "content:language", "language"]));
        first(all.chain(stated(LINKED, self.linked.language.as_deref())), Language::new)
    }

    fn section_found(&self) -> Found<String> {
        let all = self.metas(SECTIONS).chain(stated(LINKED, self.linked.section.as_deref()));
        first(all, |section| Some(words::collapse(&unescape(section))).filter(|section| words::is_label(section, 6)))
    }

    fn image_found(&self) -> Found<String> {
        let base = self.url();
        let all = self.metas(IMAGES).chain(stated(LINKED, self.linked.image.as_deref()));
        first(all, |image| address::canonical_from(image, base.as_deref()))
    }

    fn tags_found(&self) -> Found<Vec<String>> {
        let split = self.metas(TAGS).flat_map(|stated| stated.words.split([',', ';']));
        let all = self.linked.keywords.iter().map(String::as_str).chain(split);
        let tags = all.map(|tag| words::collapse(&unescape(tag)).trim_start_matches('#').to_owned());
        let tags = tags.filter(|tag| !tag.is_empty() && words::count(tag) <= 6 && tag.len() <= 80);
        let tags: Vec<String> = tags.take(MOST_TAGS).collect();
        let place = if self.linked.keywords.is_empty() { self.metas(TAGS).next()?.place } else { LINKED };
        (!tags.is_empty()).then(|| (tags, place.to_owned()))
    }

    /// Writes into the article what the page states of it; `printed` are the first lines that it shows.
    pub(crate) fn describe(&self, article: &mut Article, printed: &[&str]) {
        article.url = noted(self.url_found(), Field::Url, article);
        article.outlet = noted(self.outlet_found(), Field::Outlet, article);
        article.title = noted(self.title_found(), Field::Title, article);
        let title = article.title.clone().unwrap_or_default();
        article.subtitle = noted(self.subtitle_found(&title, printed), Field::Subtitle, article);
        self.write_authors(article);
        article.published = noted(self.published_found(), Field::Published, article);
        article.modified = noted(self.modified_found(), Field::Modified, article);
        article.language = noted(self.language_found(), Field::Language, article);
        article.section = noted(self.section_found(), Field::Section, article);
        article.tags = noted(self.tags_found(), Field::Tags, article).unwrap_or_default();
        article.image = noted(self.image_found(), Field::Image, article);
        let paid = |tier: Stated<'_>| PAID.iter().any(|paid| tier.words.eq_ignore_ascii_case(paid));
        article.paywall = self.linked.free == Some(false) || self.metas(TIERS).any(paid);
    }
}

/// One statement at `place`, where there is one.
fn stated<'s>(place: &'s str, words: Option<&'s str>) -> impl Iterator<Item = Stated<'s>> {
    words.into_iter().map(move |words| Stated::at(place, words))
}

/// The first statement that can be read.
fn first<'s, T>(mut all: impl Iterator<Item = Stated<'s>>, read: impl Fn(&str) -> Option<T>) -> Found<T> {
    all.find_map(|stated| Some((read(stated.words)?, stated.place.to_owned())))
}

/// The value, its place noted.
fn noted<T>(found: Found<T>, field: Field, article: &mut Article) -> Option<T> {
    let (value, place) = found?;
    article.provenance.note(field, &place);
    Some(value)
}

fn moment(words: &str) -> Option<Moment> {
    dates::read(words).filter(dates::plausible)
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
        metadata.describe(&mut article, &[]);
        assert_eq!(article.url.as_deref(), Some("https://post.example/2025/06/20/fares"));
        assert_eq!(article.title.as_deref(), Some("Fares rise to 4 euros"));
        assert_eq!(article.outlet.as_deref(), Some("Harbour Post"));
        assert_eq!(article.bylines, ["Ann Lee"]);
        assert_eq!(article.published.unwrap().to_string(), "2025-06-20");
        assert_eq!((article.section.as_deref(), article.tags.len()), (Some("City"), 2));
        assert_eq!(article.language.unwrap().as_str(), "en");
    }
}
