//! Those who are quoted by name, most reports first.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use dateline_model::SourceKind;
use dateline_store::{SpeakerList, SpeakerQuery, SpeakerSummary};

use crate::parameters::Parameters;
use crate::parts::frame::{Frame, Room};
use crate::parts::paging::{self, Paging};
use crate::parts::said;
use crate::shared::{Answer, Shared};
use crate::{addresses, words};

/// Speakers on a page.
const SIZE: u64 = 50;

/// The kinds a list may be cut down to: in the address, and as said.
const KINDS: [(SourceKind, &str, &str); 4] = [
    (SourceKind::Named, "person", "People"),
    (SourceKind::Organisation, "organisation", "Organisations"),
    (SourceKind::Outlet, "outlet", "Outlets"),
    (SourceKind::Document, "document", "Documents"),
];

/// What a reader asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Only this kind.
    pub kind: Option<SourceKind>,
    /// Only names with these words.
    pub name: String,
    /// Which page, from 1.
    pub page: u64,
}

struct Choice {
    name: &'static str,
    href: String,
    chosen: bool,
}

struct Speaker {
    href: String,
    name: String,
    kind: &'static str,
    reports: String,
}

#[derive(Template)]
#[template(path = "speakers.html")]
struct Page<'a> {
    frame: &'a Frame,
    asked: &'a Asked,
    kind: &'static str,
    choices: Vec<Choice>,
    total: String,
    speakers: Vec<Speaker>,
    paging: Paging,
}

/// The page.
///
/// # Errors
/// Where the template cannot be filled.
pub fn render(frame: &Frame, asked: &Asked, list: &SpeakerList) -> askama::Result<String> {
    let kind = KINDS.iter().find(|(kind, ..)| Some(*kind) == asked.kind).map_or("", |(_, name, _)| name);
    let address =
        |kind: &str, page: &str| addresses::with("/speakers", &[("kind", kind), ("name", &asked.name), ("page", page)]);
    let all = Choice { name: "All", href: address("", ""), chosen: asked.kind.is_none() };
    let choice = |(of, value, name): &(SourceKind, &'static str, &'static str)| Choice {
        name,
        href: address(value, ""),
        chosen: asked.kind == Some(*of),
    };
    let speaker = |speaker: &SpeakerSummary| Speaker {
        href: addresses::speaker(&speaker.name),
        name: speaker.name.clone(),
        kind: said::kind(speaker.kind),
        reports: words::count(speaker.reports, "report", "reports"),
    };
    Page {
        frame,
        asked,
        kind,
        choices: [all].into_iter().chain(KINDS.iter().map(choice)).collect(),
        total: words::count(list.total, "name", "names"),
        speakers: list.speakers.iter().map(speaker).collect(),
        paging: Paging::counted(asked.page, SIZE, list.total, |page| address(kind, page)),
    }
    .render()
}

pub(crate) async fn handle(State(shared): State<Shared>, parameters: Parameters) -> Response {
    shared
        .answer(move |reader| {
            let kind = KINDS.iter().find(|(_, name, _)| *name == parameters.get("kind")).map(|(kind, ..)| *kind);
            let asked =
                Asked { kind, name: parameters.get("name").to_owned(), page: paging::page(parameters.get("page")) };
            let query = SpeakerQuery { kind, words: asked.name.clone(), offset: (asked.page - 1) * SIZE, limit: SIZE };
            let list = reader.library.speakers(&query)?;
            Ok(Answer::Page(render(&reader.frame(Room::Speakers).at_top(), &asked, &list)?))
        })
        .await
}
