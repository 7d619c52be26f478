//! Finds out what stands at an address, and follows it.

use std::io::Write;
use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use dateline_engine::{FeedLink, Reading, feed_links, read, read_with, sniff};
use dateline_fetch::{Answer, Ask, Wishes, target};
use dateline_model::{Capture, FollowedKind, Following, Problem};
use dateline_store::{Followed, Library};
use jiff::Timestamp;
use tokio::sync::watch;
use url::Url;

use super::round::{Until, Visited, keep_up};
use super::status::meaning;
use super::visit::{Came, Visit, capture_of, in_words, take};
use super::write::{Kept, KeptSource, Scribe, Totals};
use super::{Live, pages};
use crate::import::{What, work};
use crate::input::{Item, Met};

/// What came of adding one address.
pub enum Added {
    /// What was found, in words.
    Found(String),
    /// Nothing, or not all.
    Problem(Problem),
}

/// Where sites keep a feed that their pages do not name.
const FEED_PLACES: &[&str] = &["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml"];
/// Where sites keep a sitemap that their robots.txt does not name, that of the news first.
const SITEMAP_PLACES: &[&str] = &["/news-sitemap.xml", "/sitemap-news.xml", "/sitemap.xml"];
/// The pause between two tries at one site: somebody waits for the answer.
const PAUSE: Duration = Duration::from_millis(300);
/// Another process may write for this long.
const PATIENCE: Duration = Duration::from_secs(60);
/// Further sources and pages are asked for so long.
const MOMENT: Duration = Duration::from_secs(15);
/// A page with fewer words is a front page or a note, not a report.
const WORDS_OF_A_REPORT: usize = 120;

/// What is told of each address.
type Told<'a> = &'a mut dyn FnMut(&str, Added);

/// Follows what stands at each of `urls`. Each is told of; one that gives nothing does not stop the others. Then all that is
/// due by that is asked for, the pages that they name and the feeds of lists, a moment long; what came of that is given
/// back, and whether some are left.
pub async fn add(live: &Live, urls: &[String], told: Told<'_>) -> Result<Option<(Totals, bool)>> {
    let mut scribe = Scribe::open(&live.0.folder, PATIENCE, live.0.fetch.full_text)?;
    for words in urls {
        let added = match Path::new(words).is_file() {
            true => file(live, words, &mut scribe)?,
            false => address(live, &with_scheme(words), &mut scribe).await?,
        };
        told(words, added);
    }
    scribe.index()?;
    drop(scribe);
    let library = live.0.library()?;
    if !is_due(&library)? {
        return Ok(None);
    }
    let (stopper, stop) = watch::channel(false);
    let totals = keep_up(live, Until::Moment(MOMENT), stop, told_of_failure).await?;
    drop(stopper);
    Ok(Some((totals, is_due(&library)?)))
}

/// True where a source or a page could be asked now.
fn is_due(library: &Library) -> Result<bool> {
    let now = Timestamp::now();
    let due = |state: &Following| state.stopped.is_none() && state.due <= now;
    let source = library.followed()?.iter().any(|source| source.state.as_ref().is_none_or(due));
    Ok(source || !library.wanted_pages(now, 1)?.is_empty())
}

/// Says what failed, and nothing else.
fn told_of_failure(source: &Followed, kept: &KeptSource) {
    if let Some(answer) = kept.state.answers.first().filter(|answer| answer.failed) {
        // Where nobody can hear it, it is on the page of sources all the same.
        let _ = writeln!(std::io::stderr(), "{}: {}", source.url, answer.words);
    }
}

/// `news.example` is what people write.
fn with_scheme(words: &str) -> String {
    let words = words.trim();
    let has_scheme =
        words.split_once(':').is_some_and(|(scheme, rest)| rest.starts_with("//") || !scheme.contains('.'));
    if has_scheme && !words.starts_with("localhost:") { words.to_owned() } else { format!("https://{words}") }
}

/// A file of subscriptions.
fn file(live: &Live, path: &str, scribe: &mut Scribe) -> Result<Added> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => return Ok(problem(crate::input::reason(&error))),
    };
    let capture = Capture::of(bytes);
    match sniff(&capture.bytes) {
        Some(source) if source.name == "opml" => subscriptions(live, capture, scribe),
        _ => Ok(problem("the file is no list of subscriptions (OPML); `dateline import` reads files of reports")),
    }
}

fn problem(what: impl Into<String>) -> Added {
    Added::Problem(Problem::new(what.into().trim_end_matches('.'), "nothing is followed"))
}

/// What answered, and the address to ask from now on: not the one that a passing redirect led to.
struct Asked {
    url: String,
    answer: Answer,
}

async fn address(live: &Live, url: &str, scribe: &mut Scribe) -> Result<Added> {
    let asked = match ask(live, url).await {
        Ok(asked) => asked,
        Err(words) => return Ok(problem(words)),
    };
    let capture = capture_of(asked.answer.clone(), Timestamp::now());
    match sniff(&capture.bytes).map(|source| source.name) {
        Some("feed") => follow(live, asked, FollowedKind::Feed, "a feed", scribe).await,
        Some("sitemap") => follow(live, asked, FollowedKind::Sitemap, "a sitemap", scribe).await,
        Some("opml") => subscriptions(live, capture, scribe),
        Some("html" | "topic-page" | "followed-story") => page(live, asked, capture, scribe).await,
        _ => Ok(problem("what stands there is neither a feed nor a page")),
    }
}

/// Asks for what is to be read, or says why there is nothing.
async fn ask(live: &Live, url: &str) -> Result<Asked, String> {
    let answer = live.0.client.ask(&Ask { url: url.to_owned(), ..Ask::default() }, Timestamp::now()).await;
    let answer = answer.map_err(|failure| in_words(&failure))?;
    if (200..300).contains(&answer.status) {
        let written = target(url, None, &live.0.allowed).map_or_else(|_| url.to_owned(), |target| target.url.into());
        return Ok(Asked { url: answer.moved.clone().unwrap_or(written), answer });
    }
    let (words, advice) = meaning(answer.status);
    Err(format!("{words} ({}). {advice}", answer.status))
}

/// Follows what answered, and keeps what it sent.
async fn follow(live: &Live, asked: Asked, kind: FollowedKind, what: &str, scribe: &mut Scribe) -> Result<Added> {
    let Asked { url, answer } = asked;
    let answer = Answer { moved: None, ..answer };
    let (source, new) = scribe.follow(&url, None, kind)?;
    let state = source.state.clone().unwrap_or_else(|| super::visit::fresh(kind, Timestamp::now()));
    let visit = Visit {
        source,
        state,
        at: Timestamp::now(),
        status: None,
        wishes: Wishes::default(),
        came: Came::Same,
        pushed: None,
    };
    let visit = take(live, visit, answer).await;
    let kept = scribe.keep(vec![Visited::Source(Box::new(visit))])?;
    let state = kept.first().and_then(|kept| if let Kept::Source(kept) = kept { Some(&kept.state) } else { None });
    let words = state.and_then(|state| state.answers.first()).map_or("", |answer| answer.words.as_str());
    let followed = if new { "followed from now on" } else { "followed already" };
    Ok(Added::Found(format!("{what} at {url}, {followed}; {words}")))
}

/// A list of subscriptions: each is followed, and asked with the next round.
fn subscriptions(live: &Live, capture: Capture, scribe: &mut Scribe) -> Result<Added> {
    let Some(source) = sniff(&capture.bytes) else { return Ok(problem("the list cannot be read")) };
    let listed = read(&capture).subscriptions.len();
    let pieces = work(&"list".into(), Item::whole(Met::Capture(capture, source)), &live.0.outlets);
    let feeds = pieces.into_iter().filter(|piece| matches!(piece.what, What::Feed(_))).collect();
    let new = scribe.keep_pieces(feeds)?.feeds;
    let noun = if listed == 1 { "feed" } else { "feeds" };
    Ok(Added::Found(format!("a list of {listed} {noun}, {new} new")))
}

/// A page: a single report, or a site whose feed is looked for.
async fn page(live: &Live, asked: Asked, capture: Capture, scribe: &mut Scribe) -> Result<Added> {
    let answer = &asked.answer;
    let Ok(url) = Url::parse(&answer.url) else { return Ok(problem("the address cannot be read")) };
    let links = feed_links(&capture);
    let Some(source) = sniff(&capture.bytes) else { return Ok(problem("the page cannot be read")) };
    let reading = read_with(source, &capture, &live.0.outlets);
    if is_report(&reading, &url) {
        let pieces = work(&answer.url.as_str().into(), Item::whole(Met::Capture(capture, source)), &live.0.outlets);
        let reports = pieces.into_iter().filter(|piece| matches!(piece.what, What::Report(_))).collect();
        let summary = scribe.keep_pieces(reports)?;
        let feed = links.first().map_or(String::new(), |link| format!("; its site names a feed: {}", link.url));
        let kept = if summary.new + summary.revised > 0 { "kept" } else { "known already" };
        return Ok(Added::Found(format!("a single report, {kept}{feed}")));
    }
    if let Some((feed, others)) = feed_of(live, &url, &links).await {
        let added = follow(live, feed, FollowedKind::Feed, "a site with a feed", scribe).await?;
        return Ok(match added {
            Added::Found(words) if !others.is_empty() => {
                Added::Found(format!("{words}; further feeds, not followed: {}", others.join(" ")))
            }
            added => added,
        });
    }
    if reading.articles.len() > 1 {
        return follow(live, asked, FollowedKind::Page, "a page of several reports", scribe).await;
    }
    match sitemap_of(live, &url).await {
        Some(sitemap) => follow(live, sitemap, FollowedKind::Sitemap, "a site with a sitemap", scribe).await,
        None => Ok(problem("the page names no feed, and neither a feed nor a sitemap is at the usual places")),
    }
}

/// One dated text of some length, below the front page.
fn is_report(reading: &Reading, url: &Url) -> bool {
    let [article] = reading.articles.as_slice() else { return false };
    let words = article.text.as_str().split_whitespace().count();
    url.path().len() > 1 && article.published.is_some() && words >= WORDS_OF_A_REPORT
}

/// The feed of a site, and the addresses of others that its page names.
async fn feed_of(live: &Live, url: &Url, links: &[FeedLink]) -> Option<(Asked, Vec<String>)> {
    for (at, link) in links.iter().enumerate() {
        if let Some(feed) = of_format(live, &link.url, "feed").await {
            let others = links.iter().enumerate().filter(|(other, _)| *other != at);
            return Some((feed, others.map(|(_, link)| link.url.clone()).collect()));
        }
    }
    for place in FEED_PLACES {
        let place = url.join(place).ok()?;
        if pages::may_fetch(live, place.as_str()).await
            && let Some(feed) = of_format(live, place.as_str(), "feed").await
        {
            return Some((feed, Vec::new()));
        }
    }
    None
}

async fn sitemap_of(live: &Live, url: &Url) -> Option<Asked> {
    let robots = pages::robots(live, url).await;
    let places = SITEMAP_PLACES.iter().filter_map(|place| url.join(place).ok().map(String::from));
    for place in robots.sitemaps().into_iter().chain(places) {
        if let Some(sitemap) = of_format(live, &place, "sitemap").await {
            return Some(sitemap);
        }
    }
    None
}

/// What stands at `url`, where it is of the format.
async fn of_format(live: &Live, url: &str, format: &str) -> Option<Asked> {
    tokio::time::sleep(PAUSE).await;
    let answer = ask(live, url).await.ok()?;
    sniff(&answer.answer.body).is_some_and(|source| source.name == format).then_some(answer)
}

#[cfg(test)]
mod tests {
    use super::with_scheme;

    #[test]
    fn addresses_may_be_written_without_scheme() {
        assert_eq!(with_scheme("news.example/feed"), "https://news.example/feed");
        assert_eq!(with_scheme("news.example:8080/"), "https://news.example:8080/");
        assert_eq!(with_scheme("http://news.example/"), "http://news.example/");
        assert_eq!(with_scheme("file:///etc/passwd"), "file:///etc/passwd");
    }
}
