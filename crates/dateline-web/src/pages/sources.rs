//! The sources that are followed: how each stands, what it last answered, when it is asked next and what to do.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use dateline_model::{FollowedKind, Following, Health, LastAnswer, Moment, Push, PushStanding};
use dateline_store::Followed;
use jiff::Timestamp;
use jiff::tz::Offset;

use crate::parameters::Parameters;
use crate::parts::frame::{Frame, Room};
use crate::parts::paging::{self, Paging};
use crate::shared::{Answer, Shared};
use crate::times::{self, Stamp};
use crate::{addresses, words};

/// Sources on a page.
const SIZE: u64 = 50;

/// A way to stand.
struct Standing {
    health: Health,
    /// In the address, and for styles.
    name: &'static str,
    /// As said of a source.
    shown: &'static str,
    /// As counted over the list.
    counted: &'static str,
}

const fn standing(health: Health, name: &'static str, shown: &'static str, counted: &'static str) -> Standing {
    Standing { health, name, shown, counted }
}

/// How sources stand, those that need a person first.
const STANDINGS: [Standing; 6] = [
    standing(Health::Broken, "broken", "Broken", "broken"),
    standing(Health::Stopped, "stopped", "Stopped", "stopped"),
    standing(Health::Failing, "failing", "Failing", "failing"),
    standing(Health::Empty, "empty", "Empty", "empty"),
    standing(Health::Waiting, "waiting", "Not asked yet", "not asked yet"),
    standing(Health::Fine, "fine", "Answers", "answering"),
];

/// Where those who stand so are in the list.
fn rank(health: Health) -> usize {
    STANDINGS.iter().position(|standing| standing.health == health).unwrap_or(STANDINGS.len() - 1)
}

const KINDS: [(FollowedKind, &str); 3] =
    [(FollowedKind::Feed, "Feed"), (FollowedKind::Sitemap, "Sitemap"), (FollowedKind::Page, "Page")];

/// What a reader asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked {
    /// Only those that stand so.
    pub health: Option<Health>,
    /// Which page, from 1.
    pub page: u64,
}

struct Choice {
    name: &'static str,
    href: String,
    chosen: bool,
}

/// One of a source's last answers.
struct Line {
    when: Stamp,
    status: String,
    words: String,
    failed: bool,
}

struct Source {
    name: String,
    url: String,
    kind: &'static str,
    class: &'static str,
    standing: &'static str,
    /// Why it stands so and what to do; empty where all is well.
    advice: String,
    /// `last asked 3 minutes ago`, and further facts.
    facts: Vec<String>,
    /// Whether a hub sends what it publishes.
    pushed: Vec<String>,
    answers: Vec<Line>,
}

#[derive(Template)]
#[template(path = "sources.html")]
struct Page<'a> {
    frame: &'a Frame,
    summary: String,
    /// How many pages wait for their full text; empty where none does.
    waiting: String,
    choices: Vec<Choice>,
    sources: Vec<Source>,
    first: bool,
    paging: Paging,
}

/// The page. `pushes` are the subscriptions at hubs, `pages` is how many pages wait to be fetched.
///
/// # Errors
/// Where the template cannot be filled.
pub fn render(
    frame: &Frame,
    asked: Asked,
    followed: &[Followed],
    pushes: &[Push],
    pages: u64,
) -> askama::Result<String> {
    let wanted = pushes.iter().filter(|push| push.standing != PushStanding::Ending);
    let pushes: HashMap<i64, &Push> = wanted.map(|push| (push.source, push)).collect();
    let shown = |source: &&Followed| show(source, pushes.get(&source.number).copied(), frame.now);
    let health = |source: &Followed| source.state.as_ref().map_or(Health::Waiting, Following::health);
    let mut listed: Vec<&Followed> =
        followed.iter().filter(|source| asked.health.is_none_or(|wanted| wanted == health(source))).collect();
    listed.sort_by_cached_key(|source| (rank(health(source)), name(source).to_lowercase(), source.number));
    let many = |wanted: Health| followed.iter().filter(|source| health(source) == wanted).count();
    let met: Vec<&Standing> = STANDINGS.iter().filter(|standing| many(standing.health) > 0).collect();
    let parts: Vec<String> =
        met.iter().map(|standing| format!("{} {}", many(standing.health), standing.counted)).collect();
    let address = |standing: &str, page: &str| addresses::with("/sources", &[("show", standing), ("page", page)]);
    let all = Choice { name: "All", href: address("", ""), chosen: asked.health.is_none() };
    let choice = |standing: &&Standing| Choice {
        name: standing.shown,
        href: address(standing.name, ""),
        chosen: asked.health == Some(standing.health),
    };
    let wanted = asked.health.map_or("", |wanted| STANDINGS[rank(wanted)].name);
    let page = asked.page.max(1);
    let from = ((page - 1) * SIZE) as usize;
    Page {
        frame,
        summary: format!("{}: {}", words::count(followed.len() as u64, "source", "sources"), parts.join(", ")),
        waiting: if pages == 0 { String::new() } else { words::count(pages, "page waits", "pages wait") },
        choices: [all].into_iter().chain(met.iter().map(choice)).collect(),
        sources: listed.iter().skip(from).take(SIZE as usize).map(shown).collect(),
        first: page == 1,
        paging: Paging::counted(page, SIZE, listed.len() as u64, |page| address(wanted, page)),
    }
    .render()
}

/// What it calls itself, else its address without what all addresses begin with.
fn name(source: &Followed) -> &str {
    let bare = source.url.split_once("://").map_or(source.url.as_str(), |(_, rest)| rest);
    source.title.as_deref().filter(|title| !title.is_empty()).unwrap_or(bare)
}

fn show(source: &Followed, push: Option<&Push>, now: Timestamp) -> Source {
    let state = source.state.as_ref();
    let health = state.map_or(Health::Waiting, Following::health);
    let Standing { name: class, shown: standing, .. } = STANDINGS[rank(health)];
    let kind = KINDS.iter().find(|(kind, _)| state.is_some_and(|state| state.kind == *kind));
    Source {
        name: name(source).to_owned(),
        url: source.url.clone(),
        kind: kind.map_or("Feed", |(_, name)| name),
        class,
        standing,
        advice: state.map_or_else(String::new, |state| advice(state, health)),
        facts: state.map_or_else(Vec::new, |state| facts(state, health, now)),
        pushed: push.map_or_else(Vec::new, |push| pushed(push, now)),
        answers: state.map_or_else(Vec::new, |state| state.answers.iter().map(|answer| line(answer, now)).collect()),
    }
}

/// Why a source stands as it does, and what to do.
fn advice(state: &Following, health: Health) -> String {
    let last = || state.answers.first().map(|answer| capitalised(&answer.words)).unwrap_or_default();
    match health {
        Health::Fine | Health::Waiting => String::new(),
        Health::Empty => {
            "It answers as it should and has no report. If that stays so, look for another feed of the site.".to_owned()
        }
        Health::Failing | Health::Broken => last(),
        Health::Stopped => {
            let why = state.stopped.as_deref().unwrap_or_default();
            format!("It is not asked any more: {why}. Add it again to ask it once more.")
        }
    }
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn facts(state: &Following, health: Health, now: Timestamp) -> Vec<String> {
    let ago = |moment: Timestamp| at(moment, now).ago;
    let mut facts = Vec::new();
    if let Some(reports) = state.reports.filter(|_| health != Health::Empty) {
        facts.push(words::count(reports.into(), "report", "reports"));
    }
    if let Some(changed) = state.changed {
        facts.push(format!("news {}", ago(changed)));
    }
    match state.answered {
        Some(answered) if matches!(health, Health::Failing | Health::Broken) => {
            facts.push(format!("last good answer {}", ago(answered)));
        }
        None if state.visits > 0 => facts.push("no good answer yet".to_owned()),
        _ => {}
    }
    if state.failures > 1 {
        facts.push(format!("{} failures in a row", words::number(state.failures.into())));
    }
    // What a hub sent was not asked for.
    if let Some(asked) = state.answers.iter().find(|answer| answer.failed || answer.status.is_some()) {
        facts.push(format!("asked {}", ago(asked.at)));
    }
    if state.stopped.is_none() {
        let wait = state.due.duration_since(now).as_secs();
        let next =
            if wait < 60 { "next within a minute".to_owned() } else { format!("next in {}", times::apart(wait)) };
        facts.push(next);
    }
    facts
}

/// Whether a hub sends what a source publishes, until when, and when it last did.
fn pushed(push: &Push, now: Timestamp) -> Vec<String> {
    let hub = addresses::original(&push.hub.url).map_or_else(|| "its hub".to_owned(), |(_, host)| host);
    let mut facts = Vec::new();
    match (push.lease.filter(|_| push.is_active(now)), push.standing) {
        (Some(lease), _) => {
            facts.push(format!("pushed by {hub}"));
            facts.push(format!("for {} more", times::apart(lease.duration_since(now).as_secs())));
            facts.push(
                push.pushed.map_or_else(
                    || "nothing pushed yet".to_owned(),
                    |sent| format!("last pushed {}", at(sent, now).ago),
                ),
            );
            if !push.is_relied_on(now) {
                facts.push("it left out news, so the source is asked as often as without".to_owned());
            }
        }
        (None, PushStanding::Refused) => {
            let why = push.refusal.as_deref().unwrap_or("it gives no reason").trim_end_matches('.');
            facts.push(format!("not pushed; {hub} refuses: {why}"));
        }
        (None, _) => facts.push(format!("{hub} was asked to push it")),
    }
    facts
}

fn line(answer: &LastAnswer, now: Timestamp) -> Line {
    let without = if answer.failed { "no answer" } else { "pushed" };
    let status = answer.status.map_or_else(|| without.to_owned(), |status| status.to_string());
    Line { when: at(answer.at, now), status, words: capitalised(&answer.words), failed: answer.failed }
}

fn at(moment: Timestamp, now: Timestamp) -> Stamp {
    times::stamp(Moment::Instant(moment, Offset::UTC), now)
}

pub(crate) async fn handle(State(shared): State<Shared>, parameters: Parameters) -> Response {
    shared
        .answer(move |reader| {
            let wanted = parameters.get("show");
            let health = STANDINGS.iter().find(|standing| standing.name == wanted).map(|standing| standing.health);
            let asked = Asked { health, page: paging::page(parameters.get("page")) };
            let (library, frame) = (reader.library, reader.frame(Room::Sources).at_top());
            let (followed, pushes, pages) = (library.followed()?, library.pushes()?, library.count_wanted_pages()?);
            Ok(Answer::Page(render(&frame, asked, &followed, &pushes, pages)?))
        })
        .await
}
