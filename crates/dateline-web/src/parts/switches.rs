//! The switches above a text: which kinds are marked in it, kept in the address.

use dateline_model::Annotations;

use super::marks::Shown;
use crate::{addresses, words};

/// A switch.
#[derive(Debug, PartialEq, Eq)]
pub struct Switch {
    /// What it shows.
    pub name: &'static str,
    /// The class that shows how.
    pub class: &'static str,
    /// The page with it turned.
    pub href: String,
    /// True where it is on.
    pub on: bool,
    /// How many there are.
    pub count: String,
}

/// A kind: its name in the address and on the switch, its class, and where it is kept.
type Kind = (&'static str, &'static str, &'static str, fn(&mut Shown) -> &mut bool, fn(&Annotations) -> usize);

const KINDS: [Kind; 3] = [
    ("names", "Names", "found-name", |shown| &mut shown.names, |found| found.mentions.len()),
    ("figures", "Figures", "found-figure", |shown| &mut shown.figures, |found| found.figures.len()),
    ("dates", "Dates", "found-date", |shown| &mut shown.dates, |found| found.times.len()),
];

/// What `?show=` asks for; other words in it say nothing.
#[must_use]
pub fn asked(show: &str) -> Shown {
    let mut shown = Shown::default();
    for word in show.split(',') {
        if let Some((.., kept, _)) = KINDS.iter().find(|(name, ..)| name.eq_ignore_ascii_case(word.trim())) {
            *kept(&mut shown) = true;
        }
    }
    shown
}

/// The switches of a report at `address`, for the kinds that it has.
#[must_use]
pub fn of(address: &str, found: Option<&Annotations>, shown: Shown) -> Vec<Switch> {
    let Some(found) = found else { return Vec::new() };
    let there = KINDS.iter().filter(|(.., count)| count(found) > 0);
    let switch = |(_, name, class, kept, count): &Kind| {
        let mut turned = shown;
        let on = *kept(&mut turned);
        *kept(&mut turned) = !on;
        let mut names = Vec::new();
        for (name, _, _, kept, _) in &KINDS {
            names.extend(kept(&mut turned).then_some(*name));
        }
        let asked = names.join(",");
        // The comma is a plain character of a query (RFC 3986); encoded, it would only be harder to read.
        let href = addresses::with(address, &[("show", &asked)]).replace("%2C", ",") + "#text";
        Switch { name, class, href, on, count: words::number(count(found) as u64) }
    };
    there.map(switch).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_model::{Text, TimeKind, TimeRef};

    #[test]
    fn a_switch_leads_to_the_page_with_it_turned() {
        let text = Text::new("Monday");
        let time = TimeRef { span: text.whole(), value: "2025-06-23".to_owned(), kind: TimeKind::Date };
        let found = Annotations { times: vec![time], ..Annotations::default() };
        let shown = asked("names, FIGURES,nonsense,");
        assert_eq!(shown, Shown { names: true, figures: true, dates: false });
        let switches = of("/article/a", Some(&found), shown);
        assert_eq!(switches.len(), 1, "only what there is");
        assert_eq!((switches[0].href.as_str(), switches[0].on), ("/article/a?show=names,figures,dates#text", false));
        let back = of("/article/a", Some(&found), asked("dates"));
        assert_eq!((back[0].href.as_str(), back[0].on), ("/article/a#text", true));
        assert!(of("/article/a", None, shown).is_empty());
    }
}
