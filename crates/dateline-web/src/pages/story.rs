//! A story: its numbers, its reports by day, what it is about, what is near to it.

use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use dateline_model::{Body, Document, Part};
use dateline_store::{Counted, EditLine, EditQuery, SpeakerSummary, StoryPage, StorySummary, Withdrawn};

use super::of_story::of_story;
use crate::parameters::Parameters;
use crate::parts::card::Credits;
use crate::parts::changes::Line as ChangeLine;
use crate::parts::cited::Shown;
use crate::parts::foreign::Foreign;
use crate::parts::frame::{Frame, Room};
use crate::parts::related::Related;
use crate::parts::strip::Histogram;
use crate::parts::timeline::{self, Day, Order};
use crate::shared::Shared;
use crate::times::{self, Stamp};
use crate::{addresses, words};

/// A number with what it counts.
struct Figure {
    number: String,
    what: &'static str,
}

/// A name with a number and a page.
struct Line {
    href: String,
    name: String,
    reports: String,
}

#[derive(Template)]
#[template(path = "story.html")]
struct Page<'a> {
    frame: &'a Frame,
    headline: Foreign,
    lead: Foreign,
    source: String,
    briefing: String,
    origins: String,
    figures: Vec<Figure>,
    first: Option<Stamp>,
    newest: Option<Stamp>,
    length: String,
    histogram: Option<Histogram>,
    newest_first: bool,
    oldest_address: String,
    newest_address: String,
    /// How many reports are listed, where that is not all of them.
    cut: Option<String>,
    days: Vec<Day>,
    outlets: Vec<Line>,
    /// How many reports do not say whose they are.
    unnamed: Option<String>,
    tags: Vec<Line>,
    related: Vec<Related>,
    speakers: Vec<Line>,
    differ: Option<Shown>,
    happened: Option<Shown>,
    /// True where its reports are fetched again.
    followed: bool,
    id: String,
    /// How many conflicts and days the briefing has beyond those shown here.
    more_differ: String,
    more_days: String,
}

/// So many conflicts and days are shown; the briefing has all.
const CONFLICTS: usize = 4;
const DAYS: usize = 8;
/// So many changes of reports are told, the newest.
const CHANGES: u64 = 100;

/// What outlets did to the reports of a story after publishing them, and whether it is followed.
#[derive(Clone, Debug, Default)]
pub struct Afterwards {
    /// What they changed.
    pub edits: Vec<EditLine>,
    /// What they withdrew.
    pub withdrawn: Vec<Withdrawn>,
    /// True where the reports are fetched again.
    pub followed: bool,
}

/// The page, its reports in `order`; `credits` are those of the related stories.
///
/// # Errors
/// Where the template cannot be filled.
pub fn render(
    frame: &Frame,
    page: &StoryPage,
    briefing: &Document,
    credits: &Credits,
    (order, afterwards): (Order, &Afterwards),
) -> askama::Result<String> {
    let story = &page.story;
    let address = addresses::story(story.id);
    let head = page.reports.iter().find(|report| report.id == story.headline_article);
    let language = head.and_then(|report| report.language.as_deref());
    let dated: Vec<_> =
        page.reports.iter().filter_map(|report| Some((report.published?, report.copy_of.is_some()))).collect();
    let edits = afterwards.edits.iter().map(|edit| ChangeLine::new(edit, frame.now));
    let changes = edits.chain(afterwards.withdrawn.iter().map(|withdrawn| ChangeLine::withdrawn(withdrawn, frame.now)));
    let line = |counted: &Counted, href: String, mark: &str| Line {
        href,
        name: format!("{mark}{}", counted.name),
        reports: words::number(counted.reports),
    };
    Page {
        frame,
        headline: Foreign::new(&story.headline, language),
        lead: Foreign::new(&story.lead, language),
        source: head.and_then(|report| report.outlet.clone()).unwrap_or_default(),
        briefing: addresses::briefing(story.id),
        origins: addresses::origins(story.id),
        figures: figures(page, briefing.at_most),
        first: story.first.map(|first| times::stamp(first, frame.now)),
        newest: story.newest.map(|newest| times::stamp(newest, frame.now)),
        length: story.first.zip(story.newest).map(|(first, newest)| times::length(first, newest)).unwrap_or_default(),
        histogram: Histogram::new(&dated),
        newest_first: order == Order::NewestFirst,
        newest_address: addresses::with(&address, &[("order", "newest")]),
        oldest_address: address,
        cut: (story.reports > page.reports.len() as u64).then(|| words::number(page.reports.len() as u64)),
        days: timeline::days(page, order, changes.collect(), frame.now),
        followed: afterwards.followed,
        id: story.id.to_string(),
        outlets: story.outlets.iter().map(|outlet| line(outlet, addresses::outlet(&outlet.name), "")).collect(),
        unnamed: (story.unnamed() > 0).then(|| words::number(story.unnamed())),
        tags: page.tags.iter().map(|tag| line(tag, addresses::topic(&tag.name), "#")).collect(),
        speakers: page.speakers.iter().map(quoted).collect(),
        related: page.related.iter().map(|story| Related::new(story, credits, frame.now)).collect(),
        differ: part(briefing, Part::Differ, CONFLICTS),
        happened: part(briefing, Part::Timeline, DAYS),
        more_differ: beyond(briefing, Part::Differ, CONFLICTS),
        more_days: beyond(briefing, Part::Timeline, DAYS),
    }
    .render()
}

/// The first `most` lines of a part of the briefing.
fn part(briefing: &Document, part: Part, most: usize) -> Option<Shown> {
    briefing.section(part).map(|section| Shown::new(section, &briefing.references, most))
}

/// How many lines that leaves out; empty for none.
fn beyond(briefing: &Document, part: Part, most: usize) -> String {
    match briefing.section(part).map(|section| &section.body) {
        Some(Body::Items(items)) if items.len() > most => words::number((items.len() - most) as u64),
        _ => String::new(),
    }
}

fn quoted(speaker: &SpeakerSummary) -> Line {
    Line {
        href: addresses::speaker(&speaker.name),
        name: words::beginning(&speaker.name, 60),
        reports: words::count(speaker.reports, "report", "reports"),
    }
}

fn figures(page: &StoryPage, origins: usize) -> Vec<Figure> {
    let story = &page.story;
    let counted = [
        (story.reports, ["report", "reports"]),
        (story.carriers(), ["outlet", "outlets"]),
        (story.copies, ["copy", "copies"]),
        (origins as u64, ["origin at most", "origins at most"]),
    ];
    let shown = counted.into_iter().filter(|(many, _)| *many > 0);
    shown.map(|(many, what)| Figure { number: words::number(many), what: what[usize::from(many != 1)] }).collect()
}

fn order(parameters: &Parameters) -> Order {
    if parameters.get("order") == "newest" { Order::NewestFirst } else { Order::OldestFirst }
}

pub(crate) async fn handle(
    State(shared): State<Shared>,
    name: Result<Path<String>, PathRejection>,
    parameters: Parameters,
) -> Response {
    let order = order(&parameters);
    let kept = if order == Order::NewestFirst { "newest" } else { "" };
    let address = move |id| addresses::with(&addresses::story(id), &[("order", kept)]);
    of_story(&shared, name, String::new(), address, move |reader, page, briefing| {
        let related: Vec<StorySummary> = page.related.iter().map(|related| related.story.clone()).collect();
        let credits = reader.credits(&related)?;
        let story = Some(page.story.id);
        let afterwards = Afterwards {
            edits: reader.library.edits(&EditQuery { story, limit: CHANGES, ..EditQuery::default() })?,
            withdrawn: reader.library.withdrawn(story, CHANGES)?,
            followed: reader.library.is_followed(page.story.id)?,
        };
        Ok(render(&reader.frame(Room::Stories), page, briefing, &credits, (order, &afterwards))?)
    })
    .await
}
