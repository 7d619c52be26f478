//! The list of all addresses that this site answers to.

use axum::routing::{MethodRouter, get};

use crate::pages::{
    article, asset, beside, briefing, changes, front, origins, outlets, search, sources, speaker, speakers, story,
    topic, topics, versions,
};
use crate::shared::Shared;

/// An address and what answers it. All of them take GET and HEAD and change nothing.
pub struct Route {
    /// The path; what stands in braces varies.
    pub path: &'static str,
    /// What a person finds there.
    pub what: &'static str,
    handler: fn() -> MethodRouter<Shared>,
}

impl Route {
    pub(crate) fn handler(&self) -> MethodRouter<Shared> {
        (self.handler)()
    }
}

/// Every address.
pub const ROUTES: &[Route] = &[
    Route {
        path: "/",
        what: "stories, newest first; ?outlet= for one outlet's, ?show=all or several, ?page=",
        handler: || get(front::handle),
    },
    Route {
        path: "/story/{id}",
        what: "a story with its reports by day; ?order=oldest or newest",
        handler: || get(story::handle),
    },
    Route {
        path: "/story/{id}/briefing",
        what: "the briefing of a story: facts, conflicts, people, figures, timeline, origins, references; ?since=",
        handler: || get(briefing::handle),
    },
    Route {
        path: "/story/{id}/origins",
        what: "where the claims of a story end, with a drawing of the ways they came, and reports of one text",
        handler: || get(origins::handle),
    },
    Route {
        path: "/article/{id}/beside/{other}",
        what: "two reports beside each other, the words they have in common marked",
        handler: || get(beside::handle),
    },
    Route {
        path: "/article/{id}/changes",
        what: "the versions of a report: what was changed, word by word, and what kind of change that is",
        handler: || get(versions::handle),
    },
    Route {
        path: "/changes",
        what: "what outlets changed, weightiest first; ?show=silent, corrections, headlines or updates, ?days=, ?order=newest",
        handler: || get(changes::handle),
    },
    Route {
        path: "/article/{id}",
        what: "a report in full, who says what in it, its copies and what was changed; ?show=names,figures,dates",
        handler: || get(article::handle),
    },
    Route {
        path: "/speakers",
        what: "who is quoted, most reports first; ?kind=, ?name=, ?page=",
        handler: || get(speakers::handle),
    },
    Route {
        path: "/speaker/{name}",
        what: "what somebody is reported to have said; ?page=",
        handler: || get(speaker::handle),
    },
    Route { path: "/topics", what: "all topics", handler: || get(topics::handle) },
    Route { path: "/topic/{tag}", what: "the latest news with a tag; ?page=", handler: || get(topic::handle) },
    Route { path: "/outlets", what: "all outlets", handler: || get(outlets::handle) },
    Route {
        path: "/sources",
        what: "the followed sources and how they answer; ?show=broken, failing, empty or fine, ?page=",
        handler: || get(sources::handle),
    },
    Route {
        path: "/search",
        what: "reports by words; ?q=, ?outlet=, ?topic=, ?language=, ?from=, ?to=, ?page=",
        handler: || get(search::handle),
    },
    Route { path: "/static/{name}", what: "styles and icons", handler: || get(asset::handle) },
    Route { path: "/manifest.webmanifest", what: "what installing on a phone needs", handler: || get(asset::manifest) },
    Route { path: "/favicon.ico", what: "the icon, for browsers that ask there", handler: || get(asset::favicon) },
];
