//! The briefing of a story: what its reports say, sentence by sentence, each with its place.

use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use dateline_model::{ArticleId, Document, Reference, StoryId};

use super::of_story::of_story;
use crate::addresses;
use crate::parameters::Parameters;
use crate::parts::cited::Shown;
use crate::parts::frame::{Frame, Room};
use crate::shared::Shared;

struct Report {
    href: String,
    outlet: String,
    title: String,
    published: String,
}

#[derive(Template)]
#[template(path = "briefing.html")]
struct Page<'a> {
    frame: &'a Frame,
    headline: String,
    numbers: String,
    /// Where the reader left off; empty where all is told.
    since: String,
    /// The briefing of everything.
    whole: String,
    /// What arrives from now on.
    next: String,
    story: String,
    sections: Vec<Shown>,
    references: Vec<Report>,
}

/// The page of a briefing over story `id`, of what was said since the words `since` where they are not empty.
///
/// # Errors
/// Where the template cannot be filled.
pub fn render(frame: &Frame, id: StoryId, briefing: &Document, since: &str) -> askama::Result<String> {
    let references = &briefing.references;
    let report = |reference: &Reference| Report {
        href: addresses::article(&ArticleId::new(&reference.id)),
        outlet: reference.outlet.clone(),
        title: reference.title.clone(),
        published: reference.published.clone(),
    };
    Page {
        frame,
        headline: briefing.title.clone(),
        numbers: briefing.numbers.clone(),
        since: since.to_owned(),
        whole: addresses::briefing(id),
        next: addresses::with(&addresses::briefing(id), &[("since", &briefing.cursor.to_string())]),
        story: addresses::story(id),
        sections: briefing.sections.iter().map(|section| Shown::new(section, references, usize::MAX)).collect(),
        references: references.iter().map(report).collect(),
    }
    .render()
}

pub(crate) async fn handle(
    State(shared): State<Shared>,
    name: Result<Path<String>, PathRejection>,
    parameters: Parameters,
) -> Response {
    let since = parameters.get("since").to_owned();
    let asked = since.clone();
    let address = move |id| addresses::with(&addresses::briefing(id), &[("since", &asked)]);
    of_story(&shared, name, since.clone(), address, move |reader, page, briefing| {
        // Words that are no point in time tell of everything, as no words do.
        let since = if briefing.is_partial { since.as_str() } else { "" };
        Ok(render(&reader.frame(Room::Stories), page.story.id, briefing, since)?)
    })
    .await
}
