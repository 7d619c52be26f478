//! How much was read: the bytes of all words of a reading.

use dateline_ingest::{Channel, Listed, Reading, Subscription};
use dateline_model::{Article, Problem};

/// The bytes of all words of a reading.
#[must_use]
pub fn weight(reading: &Reading) -> usize {
    let articles: usize = reading.articles.iter().map(article).sum();
    let subscriptions: usize = reading.subscriptions.iter().map(subscription).sum();
    let addresses: usize = reading.listed.iter().map(listed).sum();
    let problems: usize = reading.problems.iter().map(problem).sum();
    articles + subscriptions + addresses + problems + reading.channel.as_ref().map_or(0, channel)
}

fn words<'w>(words: impl IntoIterator<Item = &'w String>) -> usize {
    words.into_iter().map(String::len).sum()
}

fn article(article: &Article) -> usize {
    let one = [&article.url, &article.outlet, &article.title, &article.subtitle, &article.agency, &article.section];
    let many = article.bylines.iter().chain(&article.tags).chain(&article.image);
    let series = article.series.iter().flat_map(|series| [&series.title, &series.key]);
    let dateline = article.dateline.iter().flat_map(|line| [Some(&line.place), line.agency.as_ref()]).flatten();
    words(one.into_iter().flatten()) + words(many) + words(series) + words(dateline) + article.text.len()
}

fn subscription(one: &Subscription) -> usize {
    one.url.len() + words(one.title.iter().chain(&one.folders).chain(&one.page).chain(&one.categories))
}

fn listed(one: &Listed) -> usize {
    one.url.len() + words(one.title.iter().chain(&one.outlet).chain(&one.tags))
}

fn channel(channel: &Channel) -> usize {
    let one = [&channel.title, &channel.description, &channel.id, &channel.link, &channel.itself, &channel.publisher];
    words(one.into_iter().flatten()) + words(channel.hubs.iter().chain(&channel.authors).chain(&channel.tags))
}

fn problem(problem: &Problem) -> usize {
    problem.what.len() + problem.kept.len()
}
