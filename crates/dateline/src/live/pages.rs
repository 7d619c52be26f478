//! Pages of sites, which are asked for only where robots.txt allows it, and no faster than it says.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use dateline_engine::{Listed, ListedKind, read};
use dateline_fetch::{Ask, Robots, RobotsAnswer};
use dateline_model::{Capture, Moment};
use jiff::{SignedDuration, Timestamp};
use url::Url;

use super::Live;
use super::visit::capture_of;
use crate::config::PRODUCT;

/// The rules of a site are asked for again after a day (RFC 9309, 2.4).
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);
/// The rules of so many sites are remembered.
const MOST_SITES: usize = 10_000;
/// A source that is asked for the first time gives this many pages, the newest; who follows it wants what comes from then on.
const MOST_AT_FIRST: usize = 50;
/// Later visits give at most this many.
const MOST_LATER: usize = 1000;
/// Pages older than this are no news, and are left to `dateline import`.
const OLDEST: SignedDuration = SignedDuration::from_hours(30 * 24);
/// At most this many of the sitemaps that an index names are read: those changed last.
const MOST_SITEMAPS: usize = 3;

/// The rules of sites, by the beginning of their addresses.
#[derive(Default)]
pub struct RobotsMemory(Mutex<HashMap<String, (Timestamp, Arc<Robots>)>>);

/// Pages that a feed or a sitemap names without their text and that nobody named before, newest first.
#[derive(Default)]
pub struct Named {
    /// Those to be fetched.
    pub wanted: Vec<String>,
    /// Those that are passed over for good.
    pub passed: Vec<String>,
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
    if robots.is_known() {
        sites.insert(origin, (now, robots.clone()));
    }
    robots
}

/// Why a page may not be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barred {
    /// Its site asks programs to stay away.
    ForGood,
    /// What its site asks cannot be had now.
    ForNow,
}

impl Barred {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Barred::ForGood => "robots.txt asks programs to stay away",
            Barred::ForNow => "robots.txt cannot be had",
        }
    }
}

/// Why the page at `url` may not be asked for, if it may not.
pub fn barred(rules: &Robots, url: &Url) -> Option<Barred> {
    let why = if rules.is_known() { Barred::ForGood } else { Barred::ForNow };
    (!rules.allows(url.as_str())).then_some(why)
}

/// True where robots.txt allows a program to fetch the page at `url`.
pub async fn may_fetch(live: &Live, url: &str) -> bool {
    match Url::parse(url) {
        Ok(parsed) => robots(live, &parsed).await.allows(url),
        Err(_) => false,
    }
}

/// The pages that `listed` names, those of further sitemaps among them. `first` is true where its source was never asked.
pub async fn named_by(live: &Live, mut listed: Vec<Listed>, first: bool, now: Timestamp) -> Named {
    newest_first(&mut listed);
    let mut all: Vec<Listed> = Vec::new();
    let sitemaps = listed.extract_if(.., |listed| listed.kind == ListedKind::Sitemap).take(MOST_SITEMAPS);
    for sitemap in sitemaps.collect::<Vec<_>>() {
        pause(live, &sitemap.url).await;
        if let Some(capture) = fetch(live, &sitemap.url).await {
            all.extend(read(&capture).listed);
        }
    }
    all.append(&mut listed);
    all.retain(|listed| {
        listed.kind == ListedKind::Page
            && !listed.published.or(listed.modified).is_some_and(|moment| is_old(moment, now))
    });
    newest_first(&mut all);
    let urls: Vec<String> = all.into_iter().map(|listed| listed.url).collect();
    let library = live.0.library();
    let mut wanted = library.and_then(|library| library.pages_not_named(&urls)).unwrap_or_default();
    let most = if first { MOST_AT_FIRST } else { MOST_LATER };
    let passed = wanted.split_off(most.min(wanted.len()));
    Named { wanted, passed }
}

/// True where what was published then is no news at `now`.
pub fn is_old(published: Moment, now: Timestamp) -> bool {
    now.duration_since(published.instant()) > OLDEST
}

async fn fetch(live: &Live, url: &str) -> Option<Capture> {
    let now = Timestamp::now();
    let answer = live.0.client.ask(&Ask { url: url.to_owned(), ..Ask::default() }, now).await.ok()?;
    let taken = (200..300).contains(&answer.status);
    taken.then(|| capture_of(answer, now))
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
    let moment = |listed: &Listed| listed.published.or(listed.modified).map(|moment| moment.instant());
    listed.sort_by_key(|listed| std::cmp::Reverse(moment(listed)));
}
