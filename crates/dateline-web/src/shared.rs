//! What handlers share: the library, read off the request threads, and its counts, remembered for a moment.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use dateline_store::{Counted, Library, Overview, StoreError, StorySummary};
use jiff::Timestamp;
use tokio::sync::Semaphore;

use crate::credits::Memory;
use crate::pages::{error, not_found};
use crate::parts::card::Credits;
use crate::parts::frame::{Frame, Room};
use crate::parts::underway::Filling;
use crate::{Align, Brief, Compare, Images, Site};

/// Counts are read again after this long.
const FRESH: Duration = Duration::from_secs(1);

/// So many topics stand beside the front page.
const TOPICS: u64 = 24;

/// Counts of the whole store, which many pages show.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// In a few numbers.
    pub overview: Overview,
    /// The topics with most reports.
    pub topics: Vec<Counted>,
    /// Outlets, most reports first.
    pub outlets: Vec<Counted>,
    /// The outlets that filters offer: those with most reports, by name.
    pub offered: Vec<String>,
    /// Languages, most reports first.
    pub languages: Vec<Counted>,
    /// How the data folder is being filled.
    pub filling: Filling,
}

/// So many outlets stand in a filter.
const OFFERED: usize = 200;

/// What a handler gives back.
pub enum Answer {
    /// A page.
    Page(String),
    /// A page that says what is wrong with the request.
    Refused(String),
    /// A page that stands at another address.
    Moved(String),
    /// There is no such page.
    Missing(not_found::Missing),
}

/// Why a page could not be made.
pub enum Failure {
    /// The store says why.
    Store(StoreError),
    /// A template could not be filled.
    Template(askama::Error),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        Failure::Store(error)
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Failure {
        Failure::Template(error)
    }
}

/// What a page is read from.
pub struct Reader<'l> {
    /// The reports.
    pub library: &'l Library,
    /// Counts, at most a moment old.
    pub counts: Arc<Counts>,
    /// Makes briefings.
    pub brief: &'l Brief,
    /// Compares texts.
    pub align: Align,
    images: &'l Images,
    /// Compares versions.
    pub compare: Compare,
    memory: &'l Memory,
    now: Timestamp,
}

impl Reader<'_> {
    /// Which outlets the headlines of `stories` are from.
    pub fn credits(&self, stories: &[StorySummary]) -> Result<Credits, StoreError> {
        self.memory.credits(self.library, stories)
    }

    /// What stands round a page in `room`.
    pub fn frame(&self, room: Room) -> Frame {
        let frame = Frame::new(self.counts.overview.clone(), self.now, room);
        Frame { filling: self.counts.filling, images: self.images.clone(), ..frame }
    }
}

/// What handlers share. Cheap to clone.
#[derive(Clone)]
pub struct Shared(Arc<Parts>);

struct Parts {
    site: Site,
    /// Reading is work for the processor: more at once than there are processors only makes all of them late.
    places: Semaphore,
    counts: Mutex<Option<(Instant, Arc<Counts>)>>,
    memory: Memory,
}

impl Shared {
    /// For a site.
    pub fn new(site: Site) -> Shared {
        let places = available_parallelism().map_or(4, |cores| cores.get() * 2);
        Shared(Arc::new(Parts {
            site,
            places: Semaphore::new(places),
            counts: Mutex::new(None),
            memory: Memory::default(),
        }))
    }

    /// Makes a page on a thread where reading may wait.
    pub async fn answer<F>(&self, make: F) -> Response
    where
        F: FnOnce(&Reader<'_>) -> Result<Answer, Failure> + Send + 'static,
    {
        // The semaphore is never closed; were it, pages would only be less evenly paced.
        let _place = self.0.places.acquire().await.ok();
        let shared = self.clone();
        let made = tokio::task::spawn_blocking(move || shared.make(make)).await;
        made.unwrap_or_else(|failed| match failed.try_into_panic() {
            // Told and answered where every panic is.
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => error::too_slow(),
        })
    }

    fn make(&self, make: impl FnOnce(&Reader<'_>) -> Result<Answer, Failure>) -> Response {
        let now = (self.0.site.now)();
        let made = self.counts().map_err(Failure::from).and_then(|counts| {
            let site = &self.0.site;
            let reader = Reader {
                library: &site.library,
                brief: &site.brief,
                align: site.align,
                images: &site.images,
                compare: site.compare,
                counts,
                memory: &self.0.memory,
                now,
            };
            match make(&reader)? {
                Answer::Page(html) => Ok(Html(html).into_response()),
                Answer::Refused(html) => Ok((StatusCode::BAD_REQUEST, Html(html)).into_response()),
                Answer::Moved(address) => Ok(moved(&address)),
                Answer::Missing(missing) => {
                    let html = not_found::render(&reader.frame(Room::Elsewhere), &missing)?;
                    Ok((StatusCode::NOT_FOUND, Html(html)).into_response())
                }
            }
        });
        made.unwrap_or_else(|failure| error::answer(&failure, now))
    }

    fn counts(&self) -> Result<Arc<Counts>, StoreError> {
        let mut kept = self.0.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((read, counts)) = &*kept
            && read.elapsed() < FRESH
        {
            return Ok(Arc::clone(counts));
        }
        let library = &self.0.site.library;
        let outlets = library.outlets()?;
        let (asked, sources) = library.sources_asked()?;
        let import = library.progress((self.0.site.now)());
        let filling = Filling { import, following: self.0.site.following, asked, sources };
        let counts = Arc::new(Counts {
            overview: library.overview()?,
            topics: library.topics(TOPICS)?,
            offered: by_name(&outlets),
            outlets,
            languages: library.languages()?,
            filling,
        });
        *kept = Some((Instant::now(), Arc::clone(&counts)));
        Ok(counts)
    }
}

/// The first of them, sorted by name without regard to letter case.
fn by_name(outlets: &[Counted]) -> Vec<String> {
    let mut names: Vec<String> = outlets.iter().take(OFFERED).map(|outlet| outlet.name.clone()).collect();
    names.sort_by_cached_key(|name| name.to_lowercase());
    names
}

fn moved(address: &str) -> Response {
    match HeaderValue::from_str(address) {
        Ok(address) => (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, address)]).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::extract::{Request, State};
    use axum::routing::get;
    use dateline_store::Writer;
    use tower::ServiceExt;
    use tower_http::catch_panic::CatchPanicLayer;

    #[tokio::test]
    async fn a_page_that_fails_is_one_page_that_fails() {
        let folder = tempfile::tempdir().unwrap();
        Writer::open(folder.path()).unwrap().commit().unwrap();
        let library = Library::open(folder.path()).unwrap();
        let brief: Brief = Arc::new(|_, _, _| unreachable!("no briefing is asked for"));
        let (now, compare) = (|| Timestamp::UNIX_EPOCH, |_: &_, _: &_| Default::default());
        let (following, images, align) = (false, Images::default(), |_: &_, _: &_| Vec::new());
        let site = Site { library, following, images, now, brief, align, compare };
        let failing = |State(shared): State<Shared>| async move {
            shared.answer(|_| -> Result<Answer, Failure> { panic!("particulars") }).await
        };
        let sound =
            |State(shared): State<Shared>| async move { shared.answer(|_| Ok(Answer::Page("sound".to_owned()))).await };
        let pages = Router::new()
            .route("/failing", get(failing))
            .route("/sound", get(sound))
            .with_state(Shared::new(site))
            .layer(CatchPanicLayer::custom(error::after_panic));
        let ask = |path: &str| pages.clone().oneshot(Request::get(path).body(Body::empty()).unwrap());
        for _ in 0..40 {
            let response = ask("/failing").await.unwrap();
            assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
            let page = to_bytes(response.into_body(), 100_000).await.unwrap();
            let page = String::from_utf8_lossy(&page);
            assert!(page.contains("This page could not be made.") && !page.contains("particulars"));
        }
        assert_eq!(ask("/sound").await.unwrap().status(), StatusCode::OK, "no place is lost");
    }
}
