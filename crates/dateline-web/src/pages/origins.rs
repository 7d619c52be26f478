//! Where the claims of a story end: a drawing of the ways they came, and the list of origins.

use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use dateline_model::{Document, Part, StoryId};

use super::of_story::of_story;
use crate::addresses;
use crate::parts::cited::Shown;
use crate::parts::frame::{Frame, Room};
use crate::parts::paths::Drawing;
use crate::shared::Shared;

#[derive(Template)]
#[template(path = "origins.html")]
struct Page<'a> {
    frame: &'a Frame,
    headline: &'a str,
    numbers: &'a str,
    story: String,
    briefing: String,
    drawing: Option<Drawing>,
    sections: Vec<Shown>,
}

/// The page of the origins of story `id`.
///
/// # Errors
/// Where the template cannot be filled.
pub fn render(frame: &Frame, id: StoryId, briefing: &Document) -> askama::Result<String> {
    let parts = [Part::Origins, Part::Copies].into_iter().filter_map(|part| briefing.section(part));
    Page {
        frame,
        headline: &briefing.title,
        numbers: &briefing.numbers,
        story: addresses::story(id),
        briefing: addresses::briefing(id),
        drawing: Drawing::new(&briefing.paths),
        sections: parts.map(|section| Shown::new(section, &briefing.references, usize::MAX)).collect(),
    }
    .render()
}

pub(crate) async fn handle(State(shared): State<Shared>, name: Result<Path<String>, PathRejection>) -> Response {
    of_story(&shared, name, String::new(), addresses::origins, |reader, page, briefing| {
        Ok(render(&reader.frame(Room::Stories), page.story.id, briefing)?)
    })
    .await
}
