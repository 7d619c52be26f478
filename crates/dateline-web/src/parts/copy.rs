//! The other end of a copy, as a link.

use dateline_model::{ArticleId, Direction};
use dateline_store::CopyLink;

use super::foreign::Foreign;
use crate::{addresses, times, words};

/// A report that copies or is copied.
#[derive(Debug)]
pub struct CopyView {
    /// Its page.
    pub href: String,
    /// Both reports beside each other; empty where this is no copy's page.
    pub beside: String,
    /// Its outlet, or words for one that is not known.
    pub outlet: String,
    /// Its headline.
    pub headline: Foreign,
    /// `92 %` of the copying report's words.
    pub share: String,
    /// Why the one is the copy; empty where that was not kept.
    pub because: String,
}

impl CopyView {
    /// The link as it is shown.
    #[must_use]
    pub fn new(link: &CopyLink) -> CopyView {
        CopyView {
            href: addresses::article(&link.article),
            beside: String::new(),
            outlet: outlet(link.outlet.as_deref()),
            headline: Foreign::new(&link.headline, None),
            share: words::percent(link.share),
            because: link.direction.map(because).unwrap_or_default(),
        }
    }

    /// The link as the page of the report `here` shows it.
    #[must_use]
    pub fn from(here: &ArticleId, link: &CopyLink) -> CopyView {
        CopyView { beside: addresses::beside(here, &link.article), ..CopyView::new(link) }
    }
}

/// Why one of two reports is taken for the copy.
fn because(direction: Direction) -> String {
    match direction {
        Direction::Credited => "The copy credits the agency of the other.".to_owned(),
        Direction::Earlier { seconds } => format!("The other was published {} before.", times::apart(seconds)),
        Direction::Opening => "The copy is the opening of the other.".to_owned(),
        Direction::Whole => "The other holds all of it, and more.".to_owned(),
        Direction::Cohesion => "What only the other says fits the text in common better.".to_owned(),
        Direction::Arrived => "Which was first is not stated; the other arrived here before.".to_owned(),
    }
}

/// The agency whose text a report credits; empty where that is its own outlet (`Meridian` and `Meridian News Agency`).
#[must_use]
pub fn agency(agency: Option<&str>, outlet: Option<&str>) -> String {
    let folded = |words: &str| words.to_lowercase();
    let own = |agency: &str| outlet.is_some_and(|outlet| folded(outlet).contains(&folded(agency)));
    agency.filter(|agency| !own(agency)).unwrap_or_default().to_owned()
}

/// The name of an outlet, or words for one that is not known.
#[must_use]
pub fn outlet(name: Option<&str>) -> String {
    name.unwrap_or("an outlet not named").to_owned()
}

#[cfg(test)]
mod tests {
    use super::agency;

    #[test]
    fn an_agency_is_not_credited_to_itself() {
        assert_eq!(agency(Some("Meridian"), Some("Meridian News Agency")), "");
        assert_eq!(agency(Some("Meridian"), Some("Harbour Courier")), "Meridian");
        assert_eq!(agency(Some("Meridian"), None), "Meridian");
        assert_eq!(agency(None, Some("Meridian")), "");
    }
}
