//! The pages a person reads: server-rendered, without scripts of their own.

use axum::Router;
use dateline_store::Library;

/// What the pages need of the world.
#[derive(Clone)]
pub struct Site {
    /// The reports.
    pub library: Library,
    /// The time now, for "3 hours ago".
    pub now: fn() -> jiff::Timestamp,
}

/// Every page, as a value: tests call it without a port.
pub fn app(site: Site) -> Router {
    Router::new().with_state(site.library)
}
