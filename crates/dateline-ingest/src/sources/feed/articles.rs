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
    let title = feed.channel.title.as_deref().filter(|title| title.chars().any(char::is_alphanumeric));
    let outlet = title.map(|title| words::cut(title, words::LONGEST_NAME));
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
    let teaser = item.is_teaser(&body);
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
    article.agency = authors.agency.or_else(|| outlet.as_deref().and_then(agency::known).map(str::to_owned));
    article.bylines = authors.names;
    article.outlet = outlet;
    article.teaser = teaser;
    article.title = title;
    article.url = item.link;
    article.published = item.published.or(item.updated);
    article.modified = item.updated.filter(|updated| item.published.is_some_and(|published| published != *updated));
    article.language = item.language;
    article.tags = item.tags.iter().map(|tag| tag.trim_start_matches('#').to_owned()).collect();
    finish(article, "feed", reading);
}

impl Item {
    /// True where the item gives a summary alone, and that reads as an opening: short, or broken off.
    fn is_teaser(&self, body: &Body) -> bool {
        let end = body.lines.last().map_or("", |line| line.words.trim_end());
        let broken_off = BROKEN_OFF.iter().any(|mark| end.ends_with(mark));
        broken_off || (self.content.is_empty() && body.word_count() < LONGEST_SUMMARY)
    }
}

/// A summary of more words is taken for the whole report.
const LONGEST_SUMMARY: usize = 80;
/// What feeds write where they break a text off.
const BROKEN_OFF: &[&str] = &["...", "…", "[…]", "[...]", "(more)", "Read more", "Continue reading"];

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
