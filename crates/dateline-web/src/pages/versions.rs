//! The versions of one report: what its outlet changed, word by word, and what kind of change that is.

use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use dateline_model::{ArticleId, Mark, Moment};
use dateline_store::Versions;

use super::not_found::Missing;
use crate::Compare;
use crate::parts::changes::{self, Changed, Passage};
use crate::parts::copy::outlet;
use crate::parts::foreign::Foreign;
use crate::parts::frame::{Frame, Room};
use crate::shared::{Answer, Shared};
use crate::times::{self, Stamp};
use crate::{addresses, words};

/// So many versions are compared, the newest.
const MOST: u64 = 30;

/// A headline that the report had.
struct Headline {
    words: Foreign,
    from: Option<Stamp>,
    number: u64,
}

#[derive(Template)]
#[template(path = "versions.html")]
struct Page<'a> {
    frame: &'a Frame,
    report: String,
    headline: Foreign,
    outlet: String,
    story: Option<(String, Foreign)>,
    count: String,
    first: Option<Stamp>,
    withdrawn: Option<Stamp>,
    /// `fetched again 5 times, last 3 hours ago`; empty where it was not.
    again: String,
    headlines: Vec<Headline>,
    changes: Vec<Changed>,
    /// How many versions there are, where not all are compared.
    cut: String,
}

/// The page; `compare` compares two versions.
///
/// # Errors
/// Where the template cannot be filled.
pub fn render(frame: &Frame, page: &Versions, compare: Compare) -> askama::Result<String> {
    let (report, versions) = (&page.summary, &page.versions);
    let language = report.language.as_deref();
    let stamp = |at| times::stamp(Moment::utc(at), frame.now);
    let mut headlines: Vec<Headline> = Vec::new();
    for version in versions {
        let title = version.article.title.as_deref().unwrap_or_default().trim();
        if !title.is_empty() && headlines.last().is_none_or(|last| last.words.words != title) {
            let (words, from) = (Foreign::new(title, language), version.captured.map(stamp));
            headlines.push(Headline { words, from, number: version.number });
        }
    }
    if headlines.len() < 2 {
        headlines.clear();
    }
    Page {
        frame,
        report: addresses::article(&report.id),
        headline: Foreign::new(&report.headline, language),
        outlet: outlet(report.outlet.as_deref()),
        story: page.story.as_ref().map(|story| (addresses::story(story.id), Foreign::new(&story.headline, None))),
        count: words::count(report.revisions, "version", "versions"),
        first: versions.first().filter(|first| first.number == 1).and_then(|first| first.captured).map(stamp),
        withdrawn: page.withdrawn.map(stamp),
        again: page.revisits.map_or_else(String::new, |(many, last)| {
            let times = words::count(many.into(), "time", "times");
            format!("fetched again {times}, last {}", stamp(last).ago)
        }),
        headlines,
        changes: changes::changed(versions, compare, frame.now),
        cut: if report.revisions > versions.len() as u64 {
            words::number(versions.len() as u64)
        } else {
            String::new()
        },
    }
    .render()
}

pub(crate) async fn handle(State(shared): State<Shared>, name: Result<Path<String>, PathRejection>) -> Response {
    let name = name.map(|Path(name)| name).unwrap_or_default();
    shared
        .answer(move |reader| {
            let Some(page) = reader.library.versions(&ArticleId::new(&name), MOST)? else {
                return Ok(Answer::Missing(Missing::Article(name)));
            };
            Ok(Answer::Page(render(&reader.frame(Room::Changes), &page, reader.compare)?))
        })
        .await
}
