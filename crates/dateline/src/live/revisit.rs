//! One report of a followed story, fetched again: is it still there, and does it still say the same?

use std::time::Duration;

use dateline_engine::{Holds, holds, revise_studied, sniff, study};
use dateline_fetch::{Answer, Ask, FailureKind, Revisited};
use dateline_model::{Article, Revisiting};
use dateline_store::Revisit;
use jiff::Timestamp;
use url::Url;

use super::page::full;
use super::pages::{Barred, barred, robots};
use super::visit::{FAILED_INSIDE, capture_of, rest, studied};
use super::{Live, Parts};
use crate::import::{Piece, What};

/// What came of fetching a report again.
pub struct RevisitVisit {
    /// The report.
    pub revisit: Revisit,
    /// When it was asked for.
    pub at: Timestamp,
    /// How long its site asks to be left alone.
    pub rest: Option<Duration>,
    /// How long its site asks to wait between two requests (Crawl-delay).
    pub delay: Option<Duration>,
    /// Seconds after which its server asks to come again.
    pub retry: Option<u32>,
    /// What it came to.
    pub outcome: Revisited,
    /// The new version, where there is one.
    pub piece: Option<Piece>,
}

impl RevisitVisit {
    fn new(revisit: Revisit) -> RevisitVisit {
        let (at, outcome) = (Timestamp::now(), Revisited::Failed);
        RevisitVisit { revisit, at, rest: None, delay: None, retry: None, outcome, piece: None }
    }

    /// A visit of which nothing came by our own fault.
    pub fn failed_inside(mut revisit: Revisit) -> RevisitVisit {
        revisit.state.words = FAILED_INSIDE.to_owned();
        RevisitVisit::new(revisit)
    }

    fn came(&mut self, outcome: Revisited, words: impl Into<String>) {
        self.outcome = outcome;
        self.revisit.state.words = words.into();
    }
}

/// Asks for a report again, where its site's robots.txt allows it.
pub async fn revisit(live: &Live, report: Revisit) -> RevisitVisit {
    let mut visit = RevisitVisit::new(report);
    let Ok(url) = Url::parse(&visit.revisit.url) else {
        visit.came(Revisited::Refused("it has no address".to_owned()), "it has no address");
        return visit;
    };
    let rules = robots(live, &url).await;
    visit.delay = rules.delay();
    if let Some(why) = barred(&rules, &url) {
        let outcome = match why {
            Barred::ForGood => Revisited::Refused(why.words().to_owned()),
            Barred::ForNow => Revisited::Failed,
        };
        visit.came(outcome, why.words());
        return visit;
    }
    let Revisiting { etag, last_modified, .. } = visit.revisit.state.clone();
    match live.0.client.ask(&Ask { url: url.into(), etag, last_modified, ..Ask::default() }, visit.at).await {
        Ok(answer) => take(live, &mut visit, answer).await,
        Err(failure) => {
            let refused = matches!(failure.kind, FailureKind::Refused | FailureKind::Large | FailureKind::Redirects);
            let outcome = if refused { Revisited::Refused(failure.words.clone()) } else { Revisited::Failed };
            visit.came(outcome, failure.words);
        }
    }
    visit
}

async fn take(live: &Live, visit: &mut RevisitVisit, answer: Answer) {
    (visit.rest, visit.retry) = (rest(answer.status, answer.retry), answer.retry);
    match answer.status {
        304 => return visit.came(Revisited::Same, "the same as before"),
        200..=299 => {}
        404 | 410 => return visit.came(Revisited::Missing, format!("nothing is there ({})", answer.status)),
        status => return visit.came(Revisited::Failed, format!("the status is {status}")),
    }
    if leads_home(&visit.revisit.url, &answer.url) {
        return visit.came(Revisited::Elsewhere, format!("its address leads to {}", answer.url));
    }
    let (etag, last_modified) = (answer.etag.clone(), answer.last_modified.clone());
    let capture = capture_of(answer, visit.at);
    let digest = capture.digest().to_string();
    if visit.revisit.state.digest.as_ref() == Some(&digest) {
        return visit.came(Revisited::Same, "the same as before");
    }
    if sniff(&capture.bytes).is_none_or(|source| source.name != "html") {
        return visit.came(Revisited::Elsewhere, "what stands there is no page of a report");
    }
    let (parts, id) = (live.0.clone(), visit.revisit.article.clone());
    let reading = move || {
        let told = parts.library().ok()?.newest(&id).ok().flatten()?;
        Some(held(&parts, capture, &told))
    };
    let Some(Some((outcome, words, piece))) = live.read(reading).await else {
        return visit.came(Revisited::Failed, FAILED_INSIDE);
    };
    let state = &mut visit.revisit.state;
    // What is no report must be sent whole again, so that it is seen when it is one.
    if outcome != Revisited::Elsewhere {
        (state.etag, state.last_modified, state.digest) = (etag, last_modified, Some(digest));
    }
    visit.piece = piece;
    visit.came(outcome, words);
}

/// What a page is to the report that was told of it, and the report that it holds where that is a new version.
fn held(parts: &Parts, capture: dateline_model::Capture, told: &Article) -> (Revisited, &'static str, Option<Piece>) {
    let mend = |article: Article| full(article, told);
    let pieces = studied(parts, capture, &mend);
    let mut reports = pieces.into_iter().filter(|piece| matches!(piece.what, What::Report(_)));
    let (Some(piece), None) = (reports.next(), reports.next()) else {
        return (Revisited::Elsewhere, "no report, or several, are in it", None);
    };
    let What::Report(report) = &piece.what else { return (Revisited::Failed, "", None) };
    let revised = revise_studied(&study(told.clone()), &report.studied);
    match holds(told, &report.studied.article, &revised.comparison, &revised.edit) {
        Holds::Same => (Revisited::Same, "the same words as before", None),
        Holds::Revision => (Revisited::Changed, "changed", Some(piece)),
        Holds::Less => (Revisited::Elsewhere, "only a part of the report stands there now", None),
        Holds::Other => (Revisited::Elsewhere, "something else stands there now", None),
    }
}

/// True where an address that had a path leads to the front page of a site.
fn leads_home(asked: &str, answered: &str) -> bool {
    let path = |url: &str| Url::parse(url).map(|url| url.path().trim_matches('/').to_owned()).unwrap_or_default();
    path(answered).is_empty() && !path(asked).is_empty()
}
