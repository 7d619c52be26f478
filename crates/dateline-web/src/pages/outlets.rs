//! All outlets with how many reports each has.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use dateline_store::Counted;

use crate::parts::frame::{Frame, Room};
use crate::shared::{Answer, Shared};
use crate::{addresses, words};

/// Width of the longest bar.
const WIDTH: u64 = 160;

struct Outlet {
    name: String,
    reports: String,
    stories: String,
    search: String,
    /// Width of its bar, at most [`WIDTH`].
    width: u64,
}

#[derive(Template)]
#[template(path = "outlets.html")]
struct Page<'a> {
    frame: &'a Frame,
    outlets: Vec<Outlet>,
}

/// The page; `outlets` come with most reports first.
///
/// # Errors
/// Where the template cannot be filled.
pub fn render(frame: &Frame, outlets: &[Counted]) -> askama::Result<String> {
    let highest = outlets.iter().map(|outlet| outlet.reports).max().unwrap_or(1).max(1);
    let outlet = |outlet: &Counted| Outlet {
        name: outlet.name.clone(),
        reports: words::count(outlet.reports, "report", "reports"),
        stories: addresses::outlet(&outlet.name),
        search: addresses::with("/search", &[("outlet", &outlet.name)]),
        width: (outlet.reports * WIDTH / highest).max(1),
    };
    Page { frame, outlets: outlets.iter().map(outlet).collect() }.render()
}

pub(crate) async fn handle(State(shared): State<Shared>) -> Response {
    shared
        .answer(|reader| {
            let frame = reader.frame(Room::Outlets).at_top();
            Ok(Answer::Page(render(&frame, &reader.counts.outlets)?))
        })
        .await
}
