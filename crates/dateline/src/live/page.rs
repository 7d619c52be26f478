//! One page that a feed or a sitemap named without its text: asked for, read and studied, ready to be kept.

use std::time::Duration;

use dateline_engine::sniff;
use dateline_fetch::{Answer, Ask, Failure, FailureKind};
use dateline_model::{Article, ArticleId, Moment};
use dateline_store::WantedPage;
use jiff::Timestamp;
use url::Url;

use super::Live;
use super::pages::{Barred, barred, robots};
use super::visit::{FAILED_INSIDE, capture_of, rest, studied};
use crate::import::{Piece, What};

/// What came of asking for a page.
pub struct PageVisit {
    /// The page.
    pub page: WantedPage,
    /// When it was asked for.
    pub at: Timestamp,
    /// How long its site asks to be left alone.
    pub rest: Option<Duration>,
    /// How long its site asks to wait between two requests (Crawl-delay).
    pub delay: Option<Duration>,
    /// What came of it.
    pub came: PageCame,
}

/// What came of it.
pub enum PageCame {
    /// Its text.
    Text(Vec<Piece>),
    /// Nothing, now and later: why.
    Nothing(&'static str),
    /// Nothing now: why.
    Later(String),
}

impl PageVisit {
    /// A page of which nothing came by our own fault.
    pub fn failed_inside(page: WantedPage) -> PageVisit {
        let came = PageCame::Nothing(FAILED_INSIDE);
        PageVisit { page, at: Timestamp::now(), rest: None, delay: None, came }
    }
}

/// Asks for `page`, where its site's robots.txt allows it.
pub async fn page_visit(live: &Live, page: WantedPage) -> PageVisit {
    let at = Timestamp::now();
    let mut visit = PageVisit { page, at, rest: None, delay: None, came: PageCame::Nothing("it is no address") };
    let Ok(url) = Url::parse(&visit.page.url) else { return visit };
    let rules = robots(live, &url).await;
    visit.delay = rules.delay();
    if let Some(why) = barred(&rules, &url) {
        visit.came = match why {
            Barred::ForGood => PageCame::Nothing(why.words()),
            Barred::ForNow => PageCame::Later(why.words().to_owned()),
        };
        return visit;
    }
    visit.came = match live.0.client.ask(&Ask { url: url.into(), ..Ask::default() }, at).await {
        Ok(answer) => {
            visit.rest = rest(answer.status, answer.retry);
            taken(live, visit.page.article.clone(), answer, at).await
        }
        Err(failure) => failed(failure),
    };
    visit
}

fn failed(failure: Failure) -> PageCame {
    match failure.kind {
        FailureKind::Refused => PageCame::Nothing("it is not of the public web"),
        FailureKind::Large => PageCame::Nothing("it is too large"),
        FailureKind::Redirects => PageCame::Nothing("it leads from one address to the next without end"),
        _ => PageCame::Later(failure.words),
    }
}

async fn taken(live: &Live, article: Option<ArticleId>, answer: Answer, at: Timestamp) -> PageCame {
    match answer.status {
        200..=299 => {}
        408 | 425 | 429 | 500..=599 => return PageCame::Later(format!("the status is {}", answer.status)),
        _ => return PageCame::Nothing("it is not there for us"),
    }
    let capture = capture_of(answer, at);
    if sniff(&capture.bytes).is_none_or(|source| source.name != "html") {
        return PageCame::Nothing("it is no page");
    }
    let parts = live.0.clone();
    let reading = move || {
        let told = article.and_then(|id| parts.library().ok()?.newest(&id).ok().flatten());
        let mend = |article: Article| told.as_ref().map_or_else(|| article.clone(), |told| full(article.clone(), told));
        let pieces = studied(&parts, capture, &mend);
        let mut reports = pieces.into_iter().filter(|piece| matches!(piece.what, What::Report(_))).collect::<Vec<_>>();
        if told.is_some() {
            reports
                .retain(|piece| matches!(&piece.what, What::Report(report) if fuller(&report.studied.article, &told)));
            reports.truncate(1);
        }
        reports
    };
    match live.read(reading).await {
        Some(reports) if !reports.is_empty() => PageCame::Text(reports),
        Some(_) => PageCame::Nothing("no report was found in it, or no more than is known"),
        None => PageCame::Nothing(FAILED_INSIDE),
    }
}

/// What a page gives for a report of which a feed told the beginning: the same report, in full.
pub(super) fn full(page: Article, told: &Article) -> Article {
    let exact = |moment: &Moment| matches!(moment, Moment::Instant(..));
    let published = match (page.published, told.published) {
        (Some(of_page), Some(of_feed)) if !exact(&of_page) && exact(&of_feed) => Some(of_feed),
        (of_page, of_feed) => of_page.or(of_feed),
    };
    Article {
        id: told.id.clone(),
        published,
        outlet: page.outlet.or_else(|| told.outlet.clone()),
        title: page.title.or_else(|| told.title.clone()),
        bylines: if page.bylines.is_empty() { told.bylines.clone() } else { page.bylines },
        tags: if page.tags.is_empty() { told.tags.clone() } else { page.tags },
        ..page
    }
}

/// True where the page gives more than what the feed told in place of it: behind a barrier it may give less.
fn fuller(page: &Article, told: &Option<Article>) -> bool {
    let words = |article: &Article| article.text.as_str().split_whitespace().count();
    told.as_ref().is_none_or(|told| !told.teaser || words(page) > words(told))
}
