//! The briefing of a story: what its reports say, sentence by sentence, each with its place.

use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use dateline_model::{ArticleId, Body, Cell, Document, Item, Reference, StoryId};

use super::not_found::Missing;
use crate::addresses;
use crate::parts::frame::{Frame, Room};
use crate::shared::{Answer, Shared};

/// A briefing is made of at most this many reports, the newest.
const MOST: u64 = 200;

/// A number in brackets, and where it leads.
struct Source {
    number: usize,
    href: String,
    name: String,
}

/// Words of a report.
struct Said {
    words: String,
    sources: Vec<Source>,
}

struct Line {
    label: String,
    said: Said,
    note: String,
    inner: Vec<Line>,
}

struct Section {
    id: String,
    heading: &'static str,
    note: &'static str,
    lines: Vec<Line>,
    head: Vec<&'static str>,
    rows: Vec<Vec<Said>>,
}

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
    story: String,
    sections: Vec<Section>,
    references: Vec<Report>,
}

/// The page of a briefing over story `id`.
///
/// # Errors
/// Where the template cannot be filled.
pub fn render(frame: &Frame, id: StoryId, briefing: &Document) -> askama::Result<String> {
    let references = &briefing.references;
    let section = |section: &dateline_model::Section| {
        let (lines, head, rows) = match &section.body {
            Body::Items(items) => (items.iter().map(|item| line(item, references)).collect(), Vec::new(), Vec::new()),
            Body::Table { head, rows } => {
                let row = |row: &Vec<Cell>| row.iter().map(|cell| said(cell, references)).collect();
                (Vec::new(), head.clone(), rows.iter().map(row).collect())
            }
        };
        let id = section.heading.to_lowercase().replace(' ', "-");
        Section { id, heading: section.heading, note: section.note, lines, head, rows }
    };
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
        story: addresses::story(id),
        sections: briefing.sections.iter().map(section).collect(),
        references: references.iter().map(report).collect(),
    }
    .render()
}

fn line(item: &Item, references: &[Reference]) -> Line {
    Line {
        label: item.label.clone(),
        said: said(&item.said, references),
        note: item.note.clone(),
        inner: item.inner.iter().map(|inner| line(inner, references)).collect(),
    }
}

/// The first number leads to the words in their report, the others to reports that say the same in others.
fn said(cell: &Cell, references: &[Reference]) -> Said {
    let source = |(at, &number): (usize, &usize)| {
        let reference = references.get(number.checked_sub(1)?)?;
        let article = ArticleId::new(&reference.id);
        let href = if at == 0 { addresses::sentence(&article, &cell.words) } else { addresses::article(&article) };
        let name = if reference.outlet.is_empty() { &reference.title } else { &reference.outlet };
        Some(Source { number, href, name: name.clone() })
    };
    Said { words: cell.words.clone(), sources: cell.references.iter().enumerate().filter_map(source).collect() }
}

pub(crate) async fn handle(State(shared): State<Shared>, name: Result<Path<String>, PathRejection>) -> Response {
    let name = name.map(|Path(name)| name).unwrap_or_default();
    shared
        .answer(move |reader| {
            let Ok(id) = name.parse::<StoryId>() else { return Ok(Answer::Missing(Missing::Story(name))) };
            let Some(page) = reader.library.story(id)? else { return Ok(Answer::Missing(Missing::Story(name))) };
            let id = page.story.id;
            if id.to_string() != name {
                return Ok(Answer::Moved(addresses::briefing(id)));
            }
            let briefing = (reader.brief)(&page.story.headline, reader.library.reports(id, MOST)?);
            Ok(Answer::Page(render(&reader.frame(Room::Stories), id, &briefing)?))
        })
        .await
}
