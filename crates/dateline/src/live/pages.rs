//! Pages of sites, which are asked for only where robots.txt allows it, and no faster than it says.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use dateline_engine::{Listed, ListedKind, read, sniff};
use dateline_fetch::{Ask, Robots, RobotsAnswer};
use dateline_model::Capture;
use dateline_store::Library;
use jiff::{SignedDuration, Timestamp};
use url::Url;

use super::Live;
use crate::config::PRODUCT;

/// The rules of a site are asked for again after a day (RFC 9309, 2.4).
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);
/// The rules of so many sites are remembered.
const MOST_SITES: usize = 10_000;
/// At most this many pages are fetched because of one visit to a sitemap; the next visit goes on.
const MOST_PAGES: usize = 20;
/// At most this many of the sitemaps that an index names are read: those changed last.
const MOST_SITEMAPS: usize = 3;

/// The rules of sites, by the beginning of their addresses.
#[derive(Default)]
pub struct RobotsMemory(Mutex<HashMap<String, (Timestamp, Arc<Robots>)>>);

/// Pages with their addresses as they were named.
#[derive(Default)]
pub struct Pages {
    /// What was fetched.
    pub captures: Vec<Capture>,
    /// The addresses that need not be asked again.
    pub fetched: Vec<String>,
}

/// The rules of the site of `url`.
pub async fn robots(live: &Live, url: &Url) -> Arc<Robots> {
    let origin = url[..url::Position::BeforePath].to_owned();
    let now = Timestamp::now();
    let remembered = live.0.robots.0.lock().unwrap_or_else(PoisonError::into_inner).get(&origin).cloned();
    if let Some((asked, robots)) = remembered
        && now.duration_since(asked) < REMEMBERED
    {
        return robots;
    }
    let asked = live.0.client.ask(&Ask { url: format!("{origin}/robots.txt"), ..Ask::default() }, now).await;
    let answer = asked.as_ref().map_or(RobotsAnswer::Unreachable, |got| RobotsAnswer::of(got.status, &got.body));
    let robots = Arc::new(Robots::read(PRODUCT, answer));
    let mut sites = live.0.robots.0.lock().unwrap_or_else(PoisonError::into_inner);
    if sites.len() >= MOST_SITES {
        sites.clear();
    }
    // A site that could not be asked is asked again with the next page.
    if asked.is_ok() {
        sites.insert(origin, (now, robots.clone()));
    }
    robots
}

/// True where robots.txt allows a program to fetch the page at `url`.
pub async fn may_fetch(live: &Live, url: &str) -> bool {
    match Url::parse(url) {
        Ok(parsed) => robots(live, &parsed).await.allows(url),
        Err(_) => false,
    }
}

/// Fetches the pages that a sitemap names and that were not fetched before, newest first.
pub async fn named_by(live: &Live, sitemap: &Capture) -> Pages {
    let mut listed = read(sitemap).listed;
    newest_first(&mut listed);
    let mut pages: Vec<String> = of_kind(&listed, ListedKind::Page);
    for address in of_kind(&listed, ListedKind::Sitemap).into_iter().take(MOST_SITEMAPS) {
        pause(live, &address).await;
        if let Some(capture) = fetch(live, &address).await.ok().flatten() {
            let mut further = read(&capture).listed;
            newest_first(&mut further);
            pages.extend(of_kind(&further, ListedKind::Page));
        }
    }
    let library = Library::open(&live.0.folder);
    let new = library.and_then(|library| library.pages_not_fetched(&pages)).unwrap_or_default();
    let mut found = Pages::default();
    for url in new.into_iter().take(MOST_PAGES) {
        if !may_fetch(live, &url).await {
            found.fetched.push(url);
            continue;
        }
        pause(live, &url).await;
        // A page that cannot be had now is tried again with the next visit; one that is not there is not.
        if let Ok(capture) = fetch(live, &url).await {
            let page = capture.filter(|capture| sniff(&capture.bytes).is_some_and(|source| source.name == "html"));
            found.captures.extend(page);
            found.fetched.push(url);
        }
    }
    found
}

/// `Err` where it may be had another time, `None` where there is nothing to be had.
async fn fetch(live: &Live, url: &str) -> Result<Option<Capture>, ()> {
    let now = Timestamp::now();
    let answer = live.0.client.ask(&Ask { url: url.to_owned(), ..Ask::default() }, now).await.map_err(drop)?;
    match answer.status {
        200..=299 => Ok(Some(Capture {
            url: Some(answer.url),
            captured: Some(now),
            content_type: answer.content_type,
            bytes: answer.body,
        })),
        429 | 500..=599 => Err(()),
        _ => Ok(None),
    }
}

/// The visit holds its site's turn, so it waits itself between pages.
async fn pause(live: &Live, url: &str) {
    let asked = match Url::parse(url) {
        Ok(url) => robots(live, &url).await.delay(),
        Err(_) => None,
    };
    tokio::time::sleep(asked.unwrap_or(Duration::ZERO).max(live.0.fetch.manners().pause)).await;
}

fn newest_first(listed: &mut [Listed]) {
    listed.sort_by(|one, other| moment(other).cmp(&moment(one)));
}

fn moment(listed: &Listed) -> Option<String> {
    listed.published.or(listed.modified).map(|moment| moment.to_string())
}

fn of_kind(listed: &[Listed], kind: ListedKind) -> Vec<String> {
    listed.iter().filter(|listed| listed.kind == kind).map(|listed| listed.url.clone()).collect()
}
