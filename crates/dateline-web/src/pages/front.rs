//! The front page: stories, newest first, by the day of their newest report.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use dateline_store::{Counted, StoryQuery, StorySummary};

use crate::addresses;
use crate::parameters::Parameters;
use crate::parts::card::{Card, Credits};
use crate::parts::frame::{Frame, Room};
use crate::parts::paging::{self, Paging};
use crate::shared::{Answer, Failure, Reader, Shared};
use crate::{times, words};

/// Stories on a page.
const SIZE: u64 = 24;
/// A story that several report has at least so many reports.
const SEVERAL: u64 = 2;
/// So many topics stand beside the stories.
const TOPICS: usize = 16;

/// Which stories are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Only those that an outlet of this name reports.
    pub outlet: String,
    /// Single reports too.
    pub all: bool,
    /// From 1.
    pub page: u64,
}

impl Asked {
    /// An outlet's reports are all shown unless it is said otherwise; the front page shows what several report.
    fn of(parameters: &Parameters) -> Asked {
        let outlet = parameters.get("outlet").to_owned();
        let all = match parameters.get("show") {
            "all" => true,
            "several" => false,
            _ => !outlet.is_empty(),
        };
        Asked { outlet, all, page: paging::page(parameters.get("page")) }
    }

    fn address(&self, all: bool, page: &str) -> String {
        let usual = all != self.outlet.is_empty();
        let show = if usual { "" } else { ["several", "all"][usize::from(all)] };
        addresses::with("/", &[("outlet", &self.outlet), ("show", show), ("page", page)])
    }
}

/// One page of stories, with what stands beside it.
#[derive(Clone, Debug, Default)]
pub struct Listing<'a> {
    /// The stories.
    pub stories: Vec<StorySummary>,
    /// True where there are more behind them.
    pub more: bool,
    /// Where their headlines are from.
    pub credits: Credits,
    /// Topics, most reports first.
    pub topics: &'a [Counted],
    /// Outlets to choose from, in the order shown.
    pub outlets: &'a [String],
}

struct Day {
    name: String,
    machine: String,
    cards: Vec<Card>,
}

struct Topic {
    href: String,
    name: String,
    reports: String,
}

#[derive(Template)]
#[template(path = "front.html")]
struct Page<'a> {
    frame: &'a Frame,
    asked: &'a Asked,
    several_address: String,
    all_address: String,
    days: Vec<Day>,
    paging: Paging,
    topics: Vec<Topic>,
    outlets: &'a [String],
    /// True where the page is loaded again in a moment: what it waits for is on its way, and there is little to read yet.
    waits: bool,
}

/// The page.
///
/// # Errors
/// Where the template cannot be filled.
pub fn render(frame: &Frame, asked: &Asked, listing: &Listing<'_>) -> askama::Result<String> {
    let topic = |topic: &Counted| Topic {
        href: addresses::topic(&topic.name),
        name: topic.name.clone(),
        reports: words::number(topic.reports),
    };
    Page {
        frame,
        asked,
        several_address: asked.address(false, ""),
        all_address: asked.address(true, ""),
        days: days(listing, frame),
        paging: Paging::new(asked.page, listing.more, |page| asked.address(asked.all, page)),
        topics: listing.topics.iter().take(TOPICS).map(topic).collect(),
        outlets: listing.outlets,
        waits: frame.underway().is_some() && asked.outlet.is_empty() && asked.page <= 1 && !listing.more,
    }
    .render()
}

fn days(listing: &Listing<'_>, frame: &Frame) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for story in &listing.stories {
        let card = Card::new(story, &listing.credits, frame.now);
        let day = card.newest.as_ref().map(|newest| newest.day);
        let machine = day.map(|day| day.to_string()).unwrap_or_default();
        match days.last_mut() {
            Some(open) if open.machine == machine => open.cards.push(card),
            _ => {
                let name = day.map_or_else(|| "Without a time".to_owned(), times::weekday);
                days.push(Day { name, machine, cards: vec![card] });
            }
        }
    }
    days
}

fn read<'r>(reader: &'r Reader<'_>, mut asked: Asked) -> Result<(Asked, Listing<'r>), Failure> {
    let query = |asked: &Asked| StoryQuery {
        outlet: Some(asked.outlet.clone()).filter(|outlet| !outlet.is_empty()),
        offset: (asked.page - 1) * SIZE,
        limit: SIZE + 1,
        at_least: if asked.all { 0 } else { SEVERAL },
    };
    let mut stories = reader.library.stories(&query(&asked))?;
    // Where nothing is reported twice yet, single reports are the news.
    if stories.is_empty() && !asked.all && asked.page == 1 {
        asked.all = true;
        stories = reader.library.stories(&query(&asked))?;
    }
    let more = stories.len() as u64 > SIZE;
    stories.truncate(SIZE as usize);
    let (topics, outlets) = (reader.counts.topics.as_slice(), reader.counts.offered.as_slice());
    Ok((asked, Listing { credits: reader.credits(&stories)?, stories, more, topics, outlets }))
}

pub(crate) async fn handle(State(shared): State<Shared>, parameters: Parameters) -> Response {
    shared
        .answer(move |reader| {
            let (asked, listing) = read(reader, Asked::of(&parameters))?;
            let frame = reader.frame(Room::Stories).at_top();
            Ok(Answer::Page(render(&frame, &asked, &listing)?))
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_only_what_is_unusual() {
        let asked = |query: &str| Asked::of(&Parameters::of(query));
        let front = asked("");
        assert_eq!(
            (front.all, front.address(false, ""), front.address(true, "2")),
            (false, "/".into(), "/?show=all&page=2".into())
        );
        let outlet = asked("outlet=A+%26+B");
        assert!(outlet.all);
        assert_eq!(outlet.address(true, ""), "/?outlet=A+%26+B");
        assert_eq!(outlet.address(false, ""), "/?outlet=A+%26+B&show=several");
        assert!(!asked("outlet=A&show=several").all);
    }
}
