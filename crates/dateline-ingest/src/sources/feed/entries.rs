//! Items of a feed to articles.

use dateline_model::{Language, Moment, Problem};
use feed_rs::model::{Entry, Feed, Text};

use super::{SOURCE_SCHEME, stamps};
use crate::body::Body;
use crate::clean::clean;
use crate::finish::finish;
use crate::page::{Scope, text, without_outlet};
use crate::{Reading, address, agency, bylines, lines, markup, words};

/// Adds the items of `feed` to the reading.
pub(super) fn read(feed: Feed, address: Option<&str>, reading: &mut Reading) {
    let outlet = feed.title.as_ref().map(plain).filter(|title| title.chars().any(char::is_alphanumeric));
    let outlet = outlet.filter(|title| title != "-").or_else(|| address.and_then(address::host));
    let language = feed.language.as_deref().and_then(Language::new);
    let feed_authors: Vec<String> = feed.authors.iter().filter_map(|person| person.name.clone()).collect();
    for entry in feed.entries {
        let ours = Ours { outlet: outlet.as_deref(), language: language.as_ref(), authors: &feed_authors, address };
        read_entry(&entry, &ours, reading);
    }
}

/// What the feed says for all its items.
struct Ours<'f> {
    outlet: Option<&'f str>,
    language: Option<&'f Language>,
    authors: &'f [String],
    address: Option<&'f str>,
}

fn read_entry(entry: &Entry, feed: &Ours<'_>, reading: &mut Reading) {
    let named = entry.categories.iter().find(|category| category.scheme.as_deref() == Some(SOURCE_SCHEME));
    let named = named.map(|category| words::collapse(&markup::unescape(&category.term)));
    let outlet =
        named.filter(|name| words::is_label(name, 8) && !name.contains("://")).or(feed.outlet.map(str::to_owned));
    let title = entry.title.as_ref().map(plain).filter(|title| !title.is_empty());
    let title = title.map(|title| without_outlet(&title, outlet.as_deref().unwrap_or_default()));
    let url = url(entry, feed.address);
    let mut body = clean(body(entry), title.as_deref());
    if body.lines.is_empty() {
        let Some(title) = &title else {
            let place = url.map_or_else(String::new, |url| format!(" ({url})"));
            reading.problems.push(Problem::new(format!("an item of the feed has no text{place}"), "it was left out"));
            return;
        };
        body.push(title, None);
    }
    if body.lines.is_empty() {
        reading.problems.push(Problem::new("an item of the feed has no words", "it was left out"));
        return;
    }
    let mut article = body.into_article();
    let mut names: Vec<&str> = entry.authors.iter().filter_map(|person| person.name.as_deref()).collect();
    if names.is_empty() {
        names = feed.authors.iter().map(String::as_str).collect();
    }
    let authors = bylines::read(names, outlet.as_deref());
    let last = article.text.lines().last().map(|line| article.text.slice(line).to_owned());
    article.agency = last.as_deref().and_then(agency::credit).map(|credit| credit.agency).or(authors.agency);
    article.agency = article.agency.or_else(|| outlet.as_deref().and_then(agency::known).map(str::to_owned));
    article.bylines = authors.names;
    article.outlet = outlet;
    article.title = title;
    article.url = url;
    article.published =
        entry.published.or(entry.updated).and_then(|time| moment(time.timestamp(), time.timestamp_subsec_nanos()));
    article.modified = entry
        .updated
        .filter(|updated| entry.published.is_some_and(|published| published != *updated))
        .and_then(|time| moment(time.timestamp(), time.timestamp_subsec_nanos()));
    article.language = entry.language.as_deref().and_then(Language::new).or_else(|| feed.language.cloned());
    article.tags = tags(entry);
    finish(article, reading);
}

fn moment(second: i64, nanosecond: u32) -> Option<Moment> {
    stamps::unpack(second, nanosecond)
}

fn tags(entry: &Entry) -> Vec<String> {
    let categories = entry.categories.iter().filter(|category| category.scheme.as_deref() != Some(SOURCE_SCHEME));
    let names = categories.map(|category| category.label.as_deref().unwrap_or(&category.term));
    let names = names.map(|name| words::collapse(&markup::unescape(name)).trim_start_matches('#').to_owned());
    names.filter(|name| !name.is_empty() && name.len() <= 100).take(40).collect()
}

/// The address of the page: the alternate link, else an identifier that is one.
fn url(entry: &Entry, base: Option<&str>) -> Option<String> {
    let links = || entry.links.iter().filter(|link| !link.href.trim().is_empty());
    let page = links().find(|link| link.rel.as_deref().is_none_or(|rel| rel == "alternate"));
    let base = entry.base.as_deref().or(base);
    let link = page.and_then(|link| address::canonical_from(&link.href, base));
    link.or_else(|| address::canonical(&entry.id))
}

/// The fullest text that the item gives.
fn body(entry: &Entry) -> Body {
    let content = entry.content.as_ref().and_then(|content| content.body.as_deref());
    let content = content.map(lines_of).unwrap_or_default();
    let summary = entry.summary.as_ref().map(|summary| lines_of(&summary.content)).unwrap_or_default();
    let mut body = if content.word_count() >= summary.word_count() { content } else { summary };
    body.lines.retain(|line| !(line.words.starts_with("The post ") && line.words.contains(" appeared first on ")));
    body
}

/// HTML as the page reader has it; text without tags by its lines.
fn lines_of(content: &str) -> Body {
    if markup::has_tags(content) {
        return text(content, Scope::Visible);
    }
    let mut body = Body::default();
    for line in lines::unwrapped(lines::of_text(&markup::unescape(content))) {
        body.push(&line.words, line.bullet.then_some(dateline_model::BlockKind::ListItem));
    }
    body
}

/// A title on one line, tags and entities resolved.
fn plain(title: &Text) -> String {
    let decoded = markup::unescape(&title.content);
    if !markup::has_tags(&decoded) {
        return words::collapse(&decoded);
    }
    let body = text(&decoded, Scope::Visible);
    body.lines.iter().map(|line| line.words.as_str()).collect::<Vec<_>>().join(" ")
}
