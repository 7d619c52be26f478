//! The pages a person reads: server-rendered, without scripts of their own.

pub mod addresses;
mod assets;
mod credits;
mod images;
pub mod pages;
mod parameters;
pub mod parts;
mod protection;
mod routes;
mod shared;
pub mod times;
pub mod tongues;
pub mod words;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn;
use dateline_model::{Article, Comparison, Document, Passage, Text};
use dateline_store::{Library, StoredReport};
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::trace::TraceLayer;

pub use images::Images;
pub use protection::CONTENT_SECURITY_POLICY;
pub use routes::{ROUTES, Route};
use shared::Shared;

/// Makes the briefing of a story out of its headline and its reports, of what was said since a moment or a change where
/// the last words name one.
pub type Brief = Arc<dyn Fn(&str, Vec<StoredReport>, &str) -> Document + Send + Sync>;

/// Finds the passages that two texts have in common, in order of the first.
pub type Align = fn(&Text, &Text) -> Vec<Passage>;

/// Compares two versions of a report, word by word.
pub type Compare = fn(&Article, &Article) -> Comparison;

/// What the pages need of the world.
#[derive(Clone)]
pub struct Site {
    /// The reports.
    pub library: Library,
    /// The time now, for "3 hours ago".
    pub now: fn() -> jiff::Timestamp,
    /// True where this program asks the followed sources.
    pub following: bool,
    /// Where images are shown from.
    pub images: Images,
    /// Makes briefings.
    pub brief: Brief,
    /// Compares texts.
    pub align: Align,
    /// Compares versions.
    pub compare: Compare,
}

/// Every page, as a value: tests call it without a port.
pub fn app(site: Site) -> Router {
    let pages = ROUTES.iter().fold(Router::new(), |router, route| router.route(route.path, route.handler()));
    pages
        .fallback(pages::not_found::handle)
        .method_not_allowed_fallback(pages::not_found::wrong_method)
        .with_state(Shared::new(site))
        .layer(from_fn(protection::in_time))
        .layer(CatchPanicLayer::custom(pages::error::after_panic))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(from_fn(protection::with_headers))
        .layer(TraceLayer::new_for_http())
}
