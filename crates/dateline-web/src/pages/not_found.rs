//! The page for addresses where nothing is.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

use crate::addresses;
use crate::parts::frame::{Frame, Room};
use crate::shared::{Answer, Shared};

/// What is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A story of this name.
    Story(String),
    /// A report of this name.
    Article(String),
    /// A report with this tag.
    Topic(String),
    /// A report that quotes this name.
    Speaker(String),
    /// An address that leads nowhere.
    Page,
}

#[derive(Template)]
#[template(path = "not_found.html")]
struct Page<'a> {
    frame: &'a Frame,
    heading: &'a str,
    sentence: String,
    /// A search that may find it, and its words.
    search: Option<(String, String)>,
    /// Where to look else.
    list: &'static str,
    list_name: &'static str,
}

/// The page.
///
/// # Errors
/// Where the template cannot be filled.
pub fn render(frame: &Frame, missing: &Missing) -> askama::Result<String> {
    let (heading, sentence) = match missing {
        Missing::Story(id) => ("No such story", format!("There is no story {id}.")),
        Missing::Article(id) => ("No such report", format!("There is no report with the name “{id}”.")),
        Missing::Topic(tag) => ("No such topic", format!("No report carries the tag #{tag}.")),
        Missing::Speaker(name) => ("Nobody of this name is quoted", format!("No report quotes “{name}” by name.")),
        Missing::Page => ("Nothing here", "There is no page at this address.".to_owned()),
    };
    let search = match missing {
        Missing::Topic(words) | Missing::Speaker(words) => {
            Some((addresses::with("/search", &[("q", words)]), words.clone()))
        }
        _ => None,
    };
    let (list, list_name) = match missing {
        Missing::Speaker(_) => ("/speakers", "all who are quoted"),
        _ => ("/topics", "all topics"),
    };
    Page { frame, heading, sentence, search, list, list_name }.render()
}

/// Answers every address that is not in the list of routes.
pub(crate) async fn handle(State(shared): State<Shared>) -> Response {
    shared.answer(|_| Ok(Answer::Missing(Missing::Page))).await
}

/// Answers methods other than GET and HEAD.
pub(crate) async fn wrong_method(State(shared): State<Shared>) -> Response {
    let made = move |reader: &crate::shared::Reader<'_>| {
        let frame = reader.frame(Room::Elsewhere);
        Ok(Answer::Refused(super::error::render(&frame, "Pages can be read, not written to: ask with GET.")?))
    };
    let response = shared.answer(made).await;
    let (_, body) = response.into_parts();
    (StatusCode::METHOD_NOT_ALLOWED, Html(body)).into_response()
}
