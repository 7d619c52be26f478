//! What outlets changed in their reports lately, across all stories: the weightiest first.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use dateline_model::EditClass;
use dateline_store::{EditLine, EditQuery, Withdrawn};
use jiff::SignedDuration;

use crate::parameters::Parameters;
use crate::parts::changes::Line;
use crate::parts::frame::{Frame, Room};
use crate::parts::paging::{self, Paging};
use crate::shared::{Answer, Shared};
use crate::{addresses, words};

/// So many changes stand on one page.
const SIZE: u64 = 30;
/// So many reports that were withdrawn are listed.
const WITHDRAWN: u64 = 20;
/// What is recent, in days, where nothing else is asked for.
const RECENT: &str = "30";

/// Which changes a reader can ask for: in the address, in words, what they are where there are none, their class, only
/// headlines.
const SHOWN: [(&str, &str, &str, Option<EditClass>, bool); 5] = [
    ("", "All", "changes", None, false),
    ("silent", "Silent edits", "silent edits", Some(EditClass::SilentEdit), false),
    ("corrections", "Corrections", "corrections", Some(EditClass::Correction), false),
    ("headlines", "Headlines", "changed headlines", None, true),
    ("updates", "Updates", "updates", Some(EditClass::Update), false),
];
/// Since when, in days.
const PERIODS: [(&str, &str); 3] = [("7", "7 days"), (RECENT, "30 days"), ("all", "Any time")];

struct Choice {
    name: &'static str,
    href: String,
    chosen: bool,
}

/// What a reader asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Which changes.
    pub show: String,
    /// Since how many days; `all`; empty for what is recent.
    pub days: String,
    /// True for the newest first.
    pub newest: bool,
    /// Which page, from 1.
    pub page: u64,
}

impl Asked {
    fn address(&self, show: &str, days: &str, newest: bool, page: &str) -> String {
        let order = if newest { "newest" } else { "" };
        let days = if days == RECENT { "" } else { days };
        addresses::with("/changes", &[("show", show), ("days", days), ("order", order), ("page", page)])
    }

    /// Since how many days; `all`.
    fn period(&self) -> &str {
        if self.days.is_empty() { RECENT } else { &self.days }
    }

    /// The number of days, where there is a bound.
    fn recent(&self) -> Option<i64> {
        self.period().parse().ok().map(|days: i64| days.clamp(1, 36_500))
    }

    fn row(&self) -> &'static (&'static str, &'static str, &'static str, Option<EditClass>, bool) {
        SHOWN.iter().find(|row| row.0 == self.show).unwrap_or(&SHOWN[0])
    }

    /// What a page without changes says.
    fn nothing(&self) -> String {
        let what = self.row().2;
        match self.recent() {
            _ if self.page > 1 => format!("No more {what}"),
            Some(days) => format!("No {what} in the last {days} days"),
            None => format!("No {what} yet"),
        }
    }

    fn query(&self, now: jiff::Timestamp) -> EditQuery {
        let &(.., class, headlines) = self.row();
        let since = self.recent().and_then(|days| now.checked_sub(SignedDuration::from_hours(days * 24)).ok());
        let offset = (self.page.max(1) - 1) * SIZE;
        let query = EditQuery { class, headlines, since, weighty: !self.newest, ..EditQuery::default() };
        EditQuery { offset, limit: SIZE, ..query }
    }
}

#[derive(Template)]
#[template(path = "changes.html")]
struct Page<'a> {
    frame: &'a Frame,
    summary: String,
    shown: Vec<Choice>,
    periods: Vec<Choice>,
    orders: Vec<Choice>,
    lines: Vec<Line>,
    withdrawn: Vec<Line>,
    nothing: String,
    anytime: String,
    paging: Paging,
}

/// The page: `lines` of `total`.
///
/// # Errors
/// Where the template cannot be filled.
pub fn render(
    frame: &Frame,
    asked: &Asked,
    (lines, total): (&[EditLine], u64),
    withdrawn: &[Withdrawn],
) -> askama::Result<String> {
    let days = asked.period();
    let shown = SHOWN.iter().map(|&(show, name, ..)| Choice {
        name,
        href: asked.address(show, days, asked.newest, ""),
        chosen: show == asked.show,
    });
    let periods = PERIODS.iter().map(|&(period, name)| Choice {
        name,
        href: asked.address(&asked.show, period, asked.newest, ""),
        chosen: period == days,
    });
    let orders = [("Weightiest first", false), ("Newest first", true)].into_iter().map(|(name, newest)| Choice {
        name,
        href: asked.address(&asked.show, days, newest, ""),
        chosen: newest == asked.newest,
    });
    Page {
        frame,
        summary: words::count(total, "change", "changes"),
        shown: shown.collect(),
        periods: periods.collect(),
        orders: orders.collect(),
        lines: lines.iter().map(|line| Line::new(line, frame.now)).collect(),
        withdrawn: withdrawn.iter().map(|withdrawn| Line::withdrawn(withdrawn, frame.now)).collect(),
        nothing: asked.nothing(),
        anytime: if days == "all" { String::new() } else { asked.address(&asked.show, "all", asked.newest, "") },
        paging: Paging::counted(asked.page.max(1), SIZE, total, |page| {
            asked.address(&asked.show, days, asked.newest, page)
        }),
    }
    .render()
}

pub(crate) async fn handle(State(shared): State<Shared>, parameters: Parameters) -> Response {
    let asked = Asked {
        show: parameters.get("show").to_owned(),
        days: parameters.get("days").to_owned(),
        newest: parameters.get("order") == "newest",
        page: paging::page(parameters.get("page")),
    };
    shared
        .answer(move |reader| {
            let frame = reader.frame(Room::Changes).at_top();
            let query = asked.query(frame.now);
            let (lines, total) = (reader.library.edits(&query)?, reader.library.count_edits(&query)?);
            // They have a place of their own on the first page of all.
            let all = asked.page <= 1 && matches!(asked.show.as_str(), "" | "silent");
            let withdrawn = if all { reader.library.withdrawn(None, WITHDRAWN)? } else { Vec::new() };
            let recent = |withdrawn: &Withdrawn| query.since.is_none_or(|since| withdrawn.since >= since);
            let withdrawn: Vec<Withdrawn> = withdrawn.into_iter().filter(recent).collect();
            Ok(Answer::Page(render(&frame, &asked, (&lines, total), &withdrawn)?))
        })
        .await
}
