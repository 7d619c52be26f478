//! What stands round every page: masthead, notice, foot.

use dateline_store::Overview;
use jiff::Timestamp;

use crate::assets;
use crate::parts::underway::{Filling, Underway};
use crate::times::{self, Stamp};
use crate::{Images, words};

/// The parts of the site that the masthead leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// The front page and the stories.
    Stories,
    /// Those who are quoted.
    Speakers,
    /// Topics.
    Topics,
    /// Outlets.
    Outlets,
    /// What outlets changed.
    Changes,
    /// The sources that are followed.
    Sources,
    /// Search.
    Search,
    /// Anywhere else.
    Elsewhere,
}

/// A line of the masthead.
#[derive(Debug)]
pub struct Door {
    /// Where it leads.
    pub href: &'static str,
    /// What it says.
    pub name: &'static str,
    /// For `aria-current`: `page` where it leads to this page, `true` to a page above, else empty.
    pub current: &'static str,
}

const DOORS: &[(Room, &str, &str)] = &[
    (Room::Stories, "/", "Stories"),
    (Room::Speakers, "/speakers", "Speakers"),
    (Room::Topics, "/topics", "Topics"),
    (Room::Outlets, "/outlets", "Outlets"),
    (Room::Changes, "/changes", "Changes"),
    (Room::Sources, "/sources", "Sources"),
    (Room::Search, "/search", "Search"),
];

/// What stands round a page.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The store in a few numbers.
    pub overview: Overview,
    /// The time now.
    pub now: Timestamp,
    /// The part of the site that the page belongs to.
    pub room: Room,
    /// True where the page is the one that the masthead leads to, not one below it.
    pub top: bool,
    /// How the data folder is being filled.
    pub filling: Filling,
    /// Where images are shown from.
    pub images: Images,
    /// The words searched for, to stand in the masthead's box.
    pub asked: String,
}

impl Frame {
    /// For a page below `room`.
    #[must_use]
    pub fn new(overview: Overview, now: Timestamp, room: Room) -> Frame {
        let (filling, images) = (Filling::default(), Images::default());
        Frame { overview, now, room, top: false, filling, images, asked: String::new() }
    }

    /// For the page that the masthead leads to.
    #[must_use]
    pub fn at_top(mut self) -> Frame {
        self.top = true;
        self
    }

    /// The lines of the masthead.
    #[must_use]
    pub fn doors(&self) -> Vec<Door> {
        let current = |room| match (room == self.room, self.top) {
            (true, true) => "page",
            (true, false) => "true",
            (false, _) => "",
        };
        DOORS.iter().map(|(room, href, name)| Door { href, name, current: current(*room) }).collect()
    }

    /// What is being done to fill the data folder.
    #[must_use]
    pub fn underway(&self) -> Option<Underway> {
        self.filling.underway()
    }

    /// The address of an embedded file.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        assets::address(name)
    }

    /// `60 reports`.
    #[must_use]
    pub fn reports(&self) -> String {
        words::count(self.overview.reports, "report", "reports")
    }

    /// `18 outlets`.
    #[must_use]
    pub fn outlets(&self) -> String {
        words::count(self.overview.outlets, "outlet", "outlets")
    }

    /// `7 stories`.
    #[must_use]
    pub fn stories(&self) -> String {
        words::count(self.overview.stories, "story", "stories")
    }

    /// When the newest report was published.
    #[must_use]
    pub fn newest(&self) -> Option<Stamp> {
        self.overview.newest.map(|newest| times::stamp(newest, self.now))
    }
}
