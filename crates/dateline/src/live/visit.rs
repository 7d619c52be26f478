//! One visit to one source: asked, read and studied, ready to be kept.

use std::sync::Arc;
use std::time::Duration;

use dateline_engine::{Channel, Listed, Pace, feed_pace, read, sniff};
use dateline_fetch::{Answer, Ask, FIRST_INTERVAL, Failure, HOUR, Outcome, Wishes};
use dateline_model::{Article, Capture, FollowedKind, Following, Hub};
use dateline_store::Followed;
use jiff::Timestamp;

use super::hubs::{Delivery, Pushed, hub_of};
use super::pages::{self, Named};
use super::status::meaning;
use super::{Live, Parts};
use crate::import::{Piece, What, work_with};
use crate::input::{Item, Met};

/// What is told where reading what came failed by a mistake of ours.
pub const FAILED_INSIDE: &str = "Dateline failed inside while reading it (please report it)";

/// What a visit came to.
pub struct Visit {
    /// The source.
    pub source: Followed,
    /// How it stood before.
    pub state: Following,
    /// When it was asked.
    pub at: Timestamp,
    /// The status of HTTP, where there was one.
    pub status: Option<u16>,
    /// What it wishes.
    pub wishes: Wishes,
    /// What came of it.
    pub came: Came,
    /// The subscription it came by, where a hub sent it and nobody was asked.
    pub pushed: Option<Pushed>,
}

/// What came of a visit.
pub enum Came {
    /// Something to keep.
    News(Box<News>),
    /// The same as before.
    Same,
    /// Nothing: why, in words with what to do.
    Nothing(Outcome, String),
}

/// Something to keep.
pub struct News {
    /// The address to ask from now on, where it moved for good.
    pub moved: Option<String>,
    /// What to send back next time.
    pub etag: Option<String>,
    /// Likewise.
    pub last_modified: Option<String>,
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
    /// What it calls itself.
    pub title: Option<String>,
    /// The reports in it and the problems met.
    pub pieces: Vec<Piece>,
    /// Pages that it names without their text.
    pub named: Named,
    /// The hub that it is pushed from.
    pub hub: Option<Hub>,
}

impl Visit {
    /// A visit that came to nothing by our own fault.
    pub fn failed_inside(source: Followed) -> Visit {
        let at = Timestamp::now();
        let state = source.state.clone().unwrap_or_else(|| fresh(FollowedKind::Feed, at));
        let words = "Dateline failed inside while asking this source (please report it)".to_owned();
        let came = Came::Nothing(Outcome::Failed, words);
        Visit { source, state, at, status: None, wishes: Wishes::default(), came, pushed: None }
    }

    /// How long the site asks to be left alone.
    pub fn rest(&self) -> Option<Duration> {
        rest(self.status?, self.wishes.retry)
    }
}

/// How long a site wishes to be left alone altogether, within reason: where it says that it is asked too often. Any other
/// fault is that of one address, which alone waits longer.
pub fn rest(status: u16, retry: Option<u32>) -> Option<Duration> {
    (status == 429).then(|| Duration::from_secs(retry.unwrap_or(60).min(HOUR).into()))
}

/// How a source stands that was never asked.
pub fn fresh(kind: FollowedKind, now: Timestamp) -> Following {
    Following::new(kind, now, FIRST_INTERVAL)
}

/// Asks `source` and studies what it sends.
pub async fn visit(live: &Live, source: Followed) -> Visit {
    let at = Timestamp::now();
    let state = source.state.clone().unwrap_or_else(|| fresh(FollowedKind::Feed, at));
    let (etag, last_modified) = (state.etag.clone(), state.last_modified.clone());
    let ask = Ask { url: source.url.clone(), etag, last_modified, ..Ask::default() };
    let wishes = Wishes { pushed: live.0.hubs.are_relied_on(source.number, at), ..Wishes::default() };
    let mut visit = Visit { source, state, at, status: None, wishes, came: Came::Same, pushed: None };
    if visit.state.kind == FollowedKind::Page && !pages::may_fetch(live, &ask.url).await {
        let words = "its robots.txt asks programs to stay away. Dateline does; look for a feed of the site.";
        visit.came = Came::Nothing(Outcome::Failed, words.to_owned());
        return visit;
    }
    match live.0.client.ask(&ask, at).await {
        Ok(answer) => take(live, visit, answer).await,
        Err(failure) => {
            visit.came = Came::Nothing(Outcome::Failed, in_words(&failure));
            visit
        }
    }
}

/// A failure with what to do about it.
pub fn in_words(failure: &Failure) -> String {
    format!("{failure}. {}", failure.advice())
}

/// Takes what a source answered.
pub async fn take(live: &Live, mut visit: Visit, answer: Answer) -> Visit {
    visit.status = Some(answer.status);
    visit.wishes = Wishes { fresh: answer.fresh, retry: answer.retry, ..visit.wishes };
    visit.came = match answer.status {
        304 => Came::Same,
        200..=299 => news(live, &mut visit, answer).await,
        410 => Came::Nothing(Outcome::Gone, "it is gone for good (410). It is not asked any more.".to_owned()),
        status => {
            let (words, advice) = meaning(status);
            Came::Nothing(Outcome::Failed, format!("{words} ({status}). {advice}"))
        }
    };
    visit
}

/// What the reader of one kind of source takes, by the names of formats, and what to call it.
fn expected(kind: FollowedKind) -> (&'static [&'static str], &'static str) {
    match kind {
        FollowedKind::Feed => (&["feed"], "a feed"),
        FollowedKind::Sitemap => (&["sitemap"], "a sitemap"),
        FollowedKind::Page => (&["html", "topic-page", "followed-story"], "a page"),
    }
}

/// What may stand where a source stood, by the names of formats.
const STANDS: &[(&str, &str)] = &[
    ("html", "a page"),
    ("topic-page", "a page"),
    ("followed-story", "a page"),
    ("feed", "a feed"),
    ("sitemap", "a sitemap"),
    ("opml", "a list of subscriptions"),
];

async fn news(live: &Live, visit: &mut Visit, answer: Answer) -> Came {
    let kind = visit.state.kind;
    let Answer { url, moved, etag, last_modified, content_type, links, body, .. } = answer;
    let capture = Capture { url: Some(url), captured: Some(visit.at), content_type, bytes: body };
    let (names, what) = expected(kind);
    let found = sniff(&capture.bytes);
    if !found.is_some_and(|found| names.contains(&found.name)) {
        let stands = found.and_then(|found| STANDS.iter().find(|(name, _)| *name == found.name));
        let stands = stands.map_or("something else", |(_, words)| words);
        let words = format!("{stands} stands there, not {what}. Add the site's front page to find where it moved.");
        return Came::Nothing(Outcome::Failed, words);
    }
    let digest = capture.digest().to_string();
    if visit.state.digest.as_ref() == Some(&digest) && moved.is_none() {
        return Came::Same;
    }
    let Read { title, pace, listed, pieces, hubs, itself } = study(live, capture, kind).await;
    let (pace, skip_hours, skip_days) = (pace.seconds, pace.skip_hours, pace.skip_days);
    visit.wishes = Wishes { pace, skip_hours, skip_days, ..visit.wishes };
    let named = pages::named_by(live, listed, visit.state.answered.is_none(), visit.at).await;
    let hub = hub_of(&links, &hubs, itself.as_deref()).filter(|_| kind == FollowedKind::Feed);
    Came::News(Box::new(News { moved, etag, last_modified, digest, title, pieces, named, hub }))
}

/// What a hub sent for `source`: studied as what a visit brings is.
pub async fn delivered(live: &Live, source: Followed, delivery: Delivery) -> Visit {
    let Delivery { mut capture, by, .. } = delivery;
    let at = capture.captured.unwrap_or_else(Timestamp::now);
    capture.url = Some(source.url.clone());
    let state = source.state.clone().unwrap_or_else(|| fresh(FollowedKind::Feed, at));
    let hub = state.hub.clone();
    let (digest, feed) =
        (capture.digest().to_string(), sniff(&capture.bytes).is_some_and(|found| found.name == "feed"));
    let came = if feed {
        let Read { title, listed, pieces, .. } = study(live, capture, FollowedKind::Feed).await;
        let named = pages::named_by(live, listed, false, at).await;
        let (moved, etag, last_modified) = (None, None, None);
        Came::News(Box::new(News { moved, etag, last_modified, digest, title, pieces, named, hub }))
    } else {
        Came::Nothing(Outcome::FoundNothing, "something that is no feed".to_owned())
    };
    Visit { source, state, at, status: None, wishes: Wishes::default(), came, pushed: Some(by) }
}

#[derive(Default)]
struct Read {
    title: Option<String>,
    pace: Pace,
    listed: Vec<Listed>,
    pieces: Vec<Piece>,
    hubs: Vec<String>,
    itself: Option<String>,
}

/// Reads and studies on a thread where that may take its time, reports by the very path that imported files take.
async fn study(live: &Live, capture: Capture, kind: FollowedKind) -> Read {
    let parts = live.0.clone();
    let reading = move || {
        let (pace, reading) = match kind {
            FollowedKind::Feed => (feed_pace(&capture), read(&capture)),
            FollowedKind::Sitemap => return Read { listed: read(&capture).listed, ..Read::default() },
            FollowedKind::Page => Default::default(),
        };
        let Channel { title, hubs, itself, .. } = reading.channel.unwrap_or_default();
        let pieces = studied(&parts, capture, &|article| article);
        Read { title, pace, listed: reading.listed, pieces, hubs, itself }
    };
    live.read(reading).await.unwrap_or_default()
}

/// The reports in `capture`, each put right by `mend` first.
pub fn studied(parts: &Parts, capture: Capture, mend: &dyn Fn(Article) -> Article) -> Vec<Piece> {
    let place: Arc<str> = Arc::from(capture.url.as_deref().unwrap_or_default());
    let Some(source) = sniff(&capture.bytes) else { return Vec::new() };
    work_with(&place, Item::whole(Met::Capture(capture, source)), &parts.outlets, mend)
}

/// What a server sent, as it was taken `at`.
pub fn capture_of(answer: Answer, at: Timestamp) -> Capture {
    let Answer { url, content_type, body, .. } = answer;
    Capture { url: Some(url), captured: Some(at), content_type, bytes: body }
}

/// How many reports are among `pieces`, and the first problem.
pub fn tally(pieces: &[Piece]) -> (u32, Option<String>) {
    let reports = pieces.iter().filter(|piece| matches!(piece.what, What::Report(_))).count();
    let problem = pieces.iter().find_map(|piece| match &piece.what {
        What::Problem(problem) => Some(problem.to_string()),
        _ => None,
    });
    (u32::try_from(reports).unwrap_or(u32::MAX), problem)
}
