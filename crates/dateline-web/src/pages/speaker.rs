//! A speaker: everything that reports say it said, newest first.

use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use dateline_store::{HeldRole, SpeakerPage, Statement};
use jiff::civil::Date;

use super::not_found::Missing;
use crate::parameters::Parameters;
use crate::parts::card::{Card, Credits};
use crate::parts::copy::outlet;
use crate::parts::foreign::Foreign;
use crate::parts::frame::{Frame, Room};
use crate::parts::paging::{self, Paging};
use crate::parts::said;
use crate::shared::{Answer, Shared};
use crate::times::{self, Stamp};
use crate::{addresses, tongues, words};

/// Statements on a page.
const SIZE: u64 = 30;
/// So many other outlets with the same words are linked.
const LINKED: usize = 3;

/// The statements first reported on one day.
struct Day {
    /// `Saturday 21 June 2025`, or words for none.
    name: String,
    /// For `datetime`; empty where there is no day.
    machine: String,
    statements: Vec<Line>,
}

struct Line {
    /// The exact place in the report.
    href: String,
    parts: Vec<(String, bool)>,
    language: String,
    direction: &'static str,
    stance: &'static str,
    stance_class: &'static str,
    outlet: String,
    headline: Foreign,
    published: Option<Stamp>,
    chain: String,
    elsewhere: Vec<Link>,
    /// How many more there are than those linked.
    others: usize,
}

struct Link {
    href: String,
    name: String,
}

struct Role {
    words: String,
    outlet: String,
    href: String,
    published: Option<Stamp>,
}

#[derive(Template)]
#[template(path = "speaker.html")]
struct Page<'a> {
    frame: &'a Frame,
    name: &'a str,
    kind: &'static str,
    reports: String,
    written: String,
    search: String,
    roles: Vec<Role>,
    days: Vec<Day>,
    stories: Vec<Card>,
    paging: Paging,
}

/// Page `number` of a speaker; `credits` are those of its stories.
///
/// # Errors
/// Where the template cannot be filled.
pub fn render(frame: &Frame, page: &SpeakerPage, credits: &Credits, number: u64) -> askama::Result<String> {
    let address = addresses::speaker(&page.speaker.name);
    let written: Vec<&str> = page.written.iter().map(String::as_str).collect();
    Page {
        frame,
        name: &page.speaker.name,
        kind: said::kind(page.speaker.kind),
        reports: words::count(page.speaker.reports, "report", "reports"),
        written: words::list(&written, 8),
        search: addresses::with("/search", &[("q", &format!("\"{}\"", page.speaker.name.replace('"', " ")))]),
        roles: page.roles.iter().map(|role| held(role, frame)).collect(),
        days: days(&page.statements, frame, &page.speaker.name),
        stories: page.stories.iter().map(|story| Card::new(story, credits, frame.now)).collect(),
        paging: Paging::new(number, page.more, |page| addresses::with(&address, &[("page", page)])),
    }
    .render()
}

fn held(role: &HeldRole, frame: &Frame) -> Role {
    Role {
        words: said::past_role(&role.words, role.past),
        outlet: outlet(role.article.outlet.as_deref()),
        href: addresses::article(&role.article.id),
        published: role.article.published.map(|moment| times::stamp(moment, frame.now)),
    }
}

fn days(statements: &[Statement], frame: &Frame, who: &str) -> Vec<Day> {
    let mut days: Vec<(Option<Date>, Day)> = Vec::new();
    for statement in statements {
        let line = line(statement, frame, who);
        let day = line.published.as_ref().map(|published| published.day);
        match days.last_mut() {
            Some((last, open)) if *last == day => open.statements.push(line),
            _ => {
                let name = day.map_or_else(|| "Without a day".to_owned(), times::weekday);
                let machine = day.map(|day| day.to_string()).unwrap_or_default();
                days.push((day, Day { name, machine, statements: vec![line] }));
            }
        }
    }
    days.into_iter().map(|(_, day)| day).collect()
}

fn line(statement: &Statement, frame: &Frame, who: &str) -> Line {
    let article = &statement.article;
    let language = article.language.as_deref();
    let outlet = outlet(article.outlet.as_deref());
    let link = |elsewhere: &dateline_store::Elsewhere| Link {
        href: addresses::claim(&elsewhere.article, elsewhere.claim),
        name: crate::parts::copy::outlet(elsewhere.outlet.as_deref()),
    };
    // One more would take no less room than its name.
    let shown = if statement.elsewhere.len() <= LINKED + 1 { statement.elsewhere.len() } else { LINKED };
    Line {
        href: addresses::claim(&article.id, statement.claim),
        parts: statement.passage.parts.clone(),
        language: language.unwrap_or_default().to_owned(),
        direction: language.map_or("auto", tongues::direction),
        stance: said::stance(statement.stance),
        stance_class: said::stance_class(statement.stance),
        chain: if statement.via.is_empty() { String::new() } else { said::through(&outlet, &statement.via, who) },
        outlet,
        headline: Foreign::new(&article.headline, language),
        published: article.published.map(|moment| times::stamp(moment, frame.now)),
        elsewhere: statement.elsewhere.iter().take(shown).map(link).collect(),
        others: statement.elsewhere.len() - shown,
    }
}

pub(crate) async fn handle(
    State(shared): State<Shared>,
    name: Result<Path<String>, PathRejection>,
    parameters: Parameters,
) -> Response {
    let name = name.map(|Path(name)| name).unwrap_or_default();
    shared
        .answer(move |reader| {
            let number = paging::page(parameters.get("page"));
            let Some(page) = reader.library.speaker(&name, (number - 1) * SIZE, SIZE)? else {
                return Ok(Answer::Missing(Missing::Speaker(name)));
            };
            let credits = reader.credits(&page.stories)?;
            Ok(Answer::Page(render(&reader.frame(Room::Speakers), &page, &credits, number)?))
        })
        .await
}
