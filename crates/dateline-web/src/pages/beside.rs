//! Two reports beside each other, the words they have in common marked.

use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use dateline_model::{Article, ArticleId, Passage};
use dateline_store::ArticlePage;

use super::not_found::Missing;
use crate::parts::copy::outlet;
use crate::parts::foreign::Foreign;
use crate::parts::frame::{Frame, Room};
use crate::parts::passages::{Run, lines};
use crate::shared::{Answer, Shared};
use crate::times::{self, Stamp};
use crate::{addresses, words};

/// One of the two.
struct Side {
    href: String,
    outlet: String,
    headline: Foreign,
    published: Option<Stamp>,
    lines: Vec<Vec<Run>>,
    /// How its passages are named, and those of the other.
    own: &'static str,
    other: &'static str,
}

#[derive(Template)]
#[template(path = "beside.html")]
struct Page<'a> {
    frame: &'a Frame,
    numbers: String,
    sides: [Side; 2],
}

/// The page of two reports with the `passages` they have in common.
///
/// # Errors
/// Where the template cannot be filled.
pub fn render(frame: &Frame, pages: [&ArticlePage; 2], passages: &[Passage]) -> askama::Result<String> {
    let side = |page: &ArticlePage, lines, own, other| {
        let article: &Article = &page.article;
        let language = article.language.as_ref().map(|language| language.as_str());
        Side {
            href: addresses::article(&article.id),
            outlet: outlet(article.outlet.as_deref()),
            headline: Foreign::new(&page.summary.headline, language),
            published: article.published.map(|moment| times::stamp(moment, frame.now)),
            lines,
            own,
            other,
        }
    };
    let [here, there] = pages;
    let lines_here = lines(&here.article.text, passages, |passage| passage.here);
    let lines_there = lines(&there.article.text, passages, |passage| passage.there);
    let numbers = match passages.len() {
        0 => "They have no passage of their own words in common.".to_owned(),
        many => format!(
            "{} in common; a marked one leads to its counterpart.",
            words::count(many as u64, "passage", "passages")
        ),
    };
    let sides = [side(here, lines_here, "here", "there"), side(there, lines_there, "there", "here")];
    Page { frame, numbers, sides }.render()
}

pub(crate) async fn handle(
    State(shared): State<Shared>,
    names: Result<Path<(String, String)>, PathRejection>,
) -> Response {
    let (here, there) = names.map(|Path(names)| names).unwrap_or_default();
    shared
        .answer(move |reader| {
            let find = |name: &str| reader.library.article(&ArticleId::new(name));
            let Some(one) = find(&here)? else { return Ok(Answer::Missing(Missing::Article(here))) };
            let Some(other) = find(&there)? else { return Ok(Answer::Missing(Missing::Article(there))) };
            let passages = (reader.align)(&one.article.text, &other.article.text);
            Ok(Answer::Page(render(&reader.frame(Room::Stories), [&one, &other], &passages)?))
        })
        .await
}
