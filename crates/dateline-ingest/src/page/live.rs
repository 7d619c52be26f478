//! Live blogs whose linked data lists their entries: each entry is a report of its own, and what stands above them another.

use std::collections::HashSet;

use dateline_model::{Article, Field, Series, Text};

use crate::body::Body;
use crate::clean::clean;
use crate::finish::FEWEST_WORDS;
use crate::markup::unescape;
use crate::page::linked_data::Update;
use crate::page::metadata::Metadata;
use crate::page::stated::lines;
use crate::{bylines, dates, words};

/// Fewest entries of a live blog.
const FEWEST: usize = 2;
/// Most tags of the page that each entry has.
const MOST_TAGS: usize = 16;
/// Where the values of an entry are from.
pub(crate) const PLACE: &str = "json-ld";

/// The entries of the page in its order; none where it is no live blog.
pub(crate) fn entries(metadata: &Metadata) -> Vec<Article> {
    let updates = &metadata.linked.updates;
    if updates.len() < FEWEST {
        return Vec::new();
    }
    let mut page = Article::of(Text::default());
    metadata.describe(&mut page, &[]);
    // These are kept with each entry.
    page.tags.truncate(MOST_TAGS);
    for name in [&mut page.title, &mut page.outlet, &mut page.section].into_iter().flatten().chain(&mut page.tags) {
        *name = words::cut(name, words::LONGEST_NAME);
    }
    let entries: Vec<Article> = updates.iter().filter_map(|update| entry(update, &page)).collect();
    if entries.len() < FEWEST { Vec::new() } else { entries }
}

/// Leaves in the body of the page what is no entry: the sum of the live blog that stands above them.
pub(crate) fn without_entries(body: &mut Body, entries: &[Article]) {
    let line = |article: &Article, span| words::fold(article.text.slice(span));
    let titles = entries.iter().filter_map(|entry| entry.title.as_deref().map(words::fold));
    let lines = entries.iter().flat_map(|entry| entry.text.lines().map(move |span| line(entry, span)));
    let known: HashSet<String> = titles.chain(lines).collect();
    if let Some(first) = body.lines.iter().position(|line| known.contains(&words::fold(&line.words))) {
        body.lines.truncate(first);
    }
}

fn entry(update: &Update, page: &Article) -> Option<Article> {
    let title = update.headline.as_deref().map(|title| words::collapse(&unescape(title)));
    let body: Body = clean(update.body.as_deref().map(lines).unwrap_or_default(), title.as_deref());
    if body.word_count() < FEWEST_WORDS {
        return None;
    }
    let mut article = body.into_article();
    let authors = bylines::read(update.authors.iter().map(String::as_str), page.outlet.as_deref());
    let key = page.url.clone().or_else(|| page.title.clone()).unwrap_or_default();
    article.series = page.title.clone().map(|title| Series { title, key });
    article.title = title;
    article.bylines = authors.names;
    article.agency = authors.agency;
    article.published = update.published.as_deref().and_then(dates::read);
    article.modified = update.modified.as_deref().and_then(dates::read);
    article.url.clone_from(&page.url);
    article.outlet.clone_from(&page.outlet);
    article.language.clone_from(&page.language);
    article.section.clone_from(&page.section);
    article.tags.clone_from(&page.tags);
    article.paywall = page.paywall;
    for field in [Field::Url, Field::Outlet, Field::Language, Field::Section, Field::Tags] {
        if let Some(place) = page.provenance.of(field) {
            article.provenance.note(field, place);
        }
    }
    Some(article)
}
