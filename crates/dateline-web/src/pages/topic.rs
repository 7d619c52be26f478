//! A topic: the latest news with a tag, each report with its text.

use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use dateline_model::Article;
use dateline_store::{ArticleSummary, Counted, TopicPage};

use super::not_found::Missing;
use crate::parameters::Parameters;
use crate::parts::body::{self, Piece};
use crate::parts::copy::{CopyView, agency, outlet};
use crate::parts::foreign::Foreign;
use crate::parts::frame::{Frame, Room};
use crate::parts::marks::{Marks, Part};
use crate::parts::paging::{self, Paging};
use crate::shared::{Answer, Shared};
use crate::times::{self, Stamp};
use crate::{addresses, words};

/// Reports on a page.
const SIZE: u64 = 20;
/// About so many characters of a report stand open.
const OPEN: usize = 700;

/// A report with its text.
struct Report {
    href: String,
    headline: Foreign,
    outlet: String,
    agency: String,
    section: String,
    published: Option<Stamp>,
    story: String,
    copy_of: Option<CopyView>,
    open: Vec<Piece>,
    folded: Vec<Piece>,
}

struct Related {
    href: String,
    name: String,
    reports: String,
}

#[derive(Template)]
#[template(path = "topic.html")]
struct Page<'a> {
    frame: &'a Frame,
    name: &'a str,
    total: String,
    search: String,
    reports: Vec<Report>,
    paging: Paging,
    related: Vec<Related>,
}

/// Page `number` of a topic.
///
/// # Errors
/// Where the template cannot be filled.
pub fn render(frame: &Frame, topic: &TopicPage, number: u64) -> askama::Result<String> {
    let address = addresses::topic(&topic.name);
    let related = |tag: &Counted| Related {
        href: addresses::topic(&tag.name),
        name: tag.name.clone(),
        reports: words::number(tag.reports),
    };
    Page {
        frame,
        name: &topic.name,
        total: words::count(topic.total, "report", "reports"),
        search: addresses::with("/search", &[("topic", &topic.name)]),
        reports: topic.reports.iter().map(|(summary, article)| report(frame, summary, article)).collect(),
        paging: Paging::counted(number, SIZE, topic.total, |page| addresses::with(&address, &[("page", page)])),
        related: topic.related.iter().map(related).collect(),
    }
    .render()
}

fn report(frame: &Frame, summary: &ArticleSummary, article: &Article) -> Report {
    let (open, folded) = body::fold(body::pieces(article, 2, &mut Marks::plain(article)), OPEN);
    Report {
        href: addresses::article(&summary.id),
        headline: Foreign::new(&summary.headline, summary.language.as_deref()),
        outlet: outlet(summary.outlet.as_deref()),
        agency: agency(summary.agency.as_deref(), summary.outlet.as_deref()),
        section: summary.section.clone().unwrap_or_default(),
        published: summary.published.map(|moment| times::stamp(moment, frame.now)),
        story: summary.story.map(addresses::story).unwrap_or_default(),
        copy_of: summary.copy_of.as_ref().map(CopyView::new),
        open,
        folded,
    }
}

pub(crate) async fn handle(
    State(shared): State<Shared>,
    tag: Result<Path<String>, PathRejection>,
    parameters: Parameters,
) -> Response {
    let tag = tag.map(|Path(tag)| tag).unwrap_or_default();
    shared
        .answer(move |reader| {
            let number = paging::page(parameters.get("page"));
            match reader.library.topic(&tag, (number - 1) * SIZE, SIZE)? {
                Some(topic) => Ok(Answer::Page(render(&reader.frame(Room::Topics), &topic, number)?)),
                None => Ok(Answer::Missing(Missing::Topic(tag))),
            }
        })
        .await
}
