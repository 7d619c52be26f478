//! Items of a feed to articles; an item without words is a page to be fetched.

use dateline_model::Problem;

use super::parts::{Feed, Item};
use crate::body::Body;
use crate::clean::clean;
use crate::finish::finish;
use crate::page::without_outlet;
use crate::{Listed, ListedKind, Reading, address, agency, bylines, words};

/// Adds the items of `feed`, and what it says of itself, to the reading. `address` is where it came from.
pub(super) fn add(feed: Feed, address: Option<&str>, reading: &mut Reading) {
    let outlet = feed.channel.title.clone().filter(|title| title.chars().any(char::is_alphanumeric));
    let outlet = outlet.or_else(|| address.and_then(address::host));
    for item in feed.items {
        add_item(item, outlet.as_deref(), reading);
    }
    reading.channel = Some(feed.channel);
}

fn add_item(item: Item, outlet: Option<&str>, reading: &mut Reading) {
    let credit = item.source.as_ref().and_then(|source| source.title.as_deref()).or(item.publisher.as_deref());
    let credit = credit.filter(|name| words::is_label(name, 8) && !name.contains("://"));
    let outlet = credit.or(outlet).map(str::to_owned);
    let title = item.title.as_ref().map(|title| without_outlet(title, outlet.as_deref().unwrap_or_default()));
    let mut body = clean(body(&item), title.as_deref());
    if body.lines.is_empty()
        && let Some(title) = &title
    {
        body.push(title, None);
    }
    if body.lines.is_empty() {
        list(item, outlet, reading);
        return;
    }
    let mut article = body.into_article();
    let authors = bylines::read(item.authors.iter().map(String::as_str), outlet.as_deref());
    let last = article.text.lines().last().map(|line| article.text.slice(line).to_owned());
    article.agency = last.as_deref().and_then(agency::credit).map(|credit| credit.agency).or(authors.agency);
    article.agency = article.agency.or_else(|| outlet.as_deref().and_then(agency::known).map(str::to_owned));
    article.bylines = authors.names;
    article.outlet = outlet;
    article.title = title;
    article.url = item.link;
    article.published = item.published.or(item.updated);
    article.modified = item.updated.filter(|updated| item.published.is_some_and(|published| published != *updated));
    article.language = item.language;
    article.tags = item.tags.iter().map(|tag| tag.trim_start_matches('#').to_owned()).collect();
    finish(article, reading);
}

/// An item that has an address and no words names a page.
fn list(item: Item, outlet: Option<String>, reading: &mut Reading) {
    let Some(url) = item.link else {
        reading.problems.push(Problem::new("an item of the feed has neither text nor address", "it was left out"));
        return;
    };
    reading.listed.push(Listed {
        url,
        kind: ListedKind::Page,
        title: None,
        outlet,
        published: item.published,
        modified: item.updated,
        language: item.language,
        tags: item.tags,
    });
}

/// The fullest text that the item gives.
fn body(item: &Item) -> Body {
    let (content, summary) = (item.content.body(), item.summary.body());
    let mut body = if content.word_count() >= summary.word_count() { content } else { summary };
    body.lines.retain(|line| !(line.words.starts_with("The post ") && line.words.contains(" appeared first on ")));
    body
}
