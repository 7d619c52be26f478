//! Where statements end when their copies, credits and citations are followed back.

use serde::{Deserialize, Serialize};

/// What kind of end it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OriginKind {
    /// People who are described and not named.
    Unnamed,
    /// A person with a name.
    Named,
    /// A body that speaks as one.
    Organisation,
    /// A statement, report, poll, filing.
    Document,
    /// A newspaper, agency, broadcaster or site that names nobody it has it from.
    Outlet,
}

/// A claim that ends at an origin, and the way there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The report, by its place in the list of reports.
    pub report: usize,
    /// The claim, by its number in the report; `None` for a report that attributes nothing it says.
    pub claim: Option<usize>,
    /// Those who passed it on, from the outlet of the report to the one that had it from the origin.
    pub path: Vec<String>,
}

/// Where statements end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// What kind of end it is.
    pub kind: OriginKind,
    /// The fullest name, or the fullest description of people who are not named.
    pub name: String,
    /// How many people are meant, where that is said.
    pub count: Option<u32>,
    /// The outlet that people who are not named spoke to: what tells them from others.
    pub heard_by: Option<String>,
    /// Who owns the outlet, where that is known.
    pub owner: Option<String>,
    /// Everything that ends here, in the order of the reports.
    pub traces: Vec<Trace>,
    /// How many reports lead here.
    pub reports: usize,
}

/// What stands behind the reports of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// How many reports there are.
    pub reports: usize,
    /// How many outlets carry them; a report whose outlet is not known counts as one of its own.
    pub outlets: usize,
    /// Where they end: those that most reports lead to first.
    pub origins: Vec<Origin>,
    /// How many of these may be independent of each other: an upper bound, since outlets of one owner are one, and an outlet
    /// whose owner nobody has written down counts as its own.
    pub at_most: usize,
}
