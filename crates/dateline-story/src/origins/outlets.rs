//! Who published each report first, under the name the list of outlets has for it.

use std::collections::BTreeSet;

use super::ownership::{Ownership, key};
use crate::TimelineReport;
use crate::places::one_line;

/// A chain of copies is followed at most so far: longer ones go in a circle.
const LONGEST_CHAIN: usize = 16;

/// The outlets of the reports of a story.
pub struct Outlets {
    /// Who each report was first published by: the report it copies, the agency it credits, its own outlet.
    pub publishers: Vec<String>,
    /// Who carries each report, where that is known.
    pub own: Vec<Option<String>>,
    /// How many carry them; a report whose outlet is not known counts as one.
    pub carriers: usize,
}

impl Outlets {
    /// Looks them up.
    pub fn of(reports: &[TimelineReport<'_>], copy_of: &[Option<usize>], ownership: &Ownership) -> Outlets {
        let named = |name: &String| ownership.find(name).map_or_else(|| name.clone(), |known| known.name.clone());
        let own: Vec<Option<String>> = reports.iter().map(|report| report.article.outlet.as_ref().map(named)).collect();
        let publisher = |number: usize| {
            let mut first = number;
            for _ in 0..LONGEST_CHAIN {
                match copy_of.get(first).copied().flatten().filter(|&before| before < reports.len()) {
                    Some(before) => first = before,
                    None => break,
                }
            }
            let report = &reports[first];
            let agency = report.article.agency.as_ref().or(reports[number].article.agency.as_ref());
            let known = agency.map(named).or_else(|| own[first].clone());
            // A report of an unknown outlet goes by its headline.
            known.unwrap_or_else(|| match &report.article.title {
                Some(title) => format!("“{}”", one_line(title)),
                None => format!("report {}", report.article.id),
            })
        };
        let publishers = (0..reports.len()).map(publisher).collect();
        let carrier = |(number, own): (usize, &Option<String>)| match own {
            Some(outlet) => (0, key(outlet)),
            None => (1, number.to_string()),
        };
        let carriers = own.iter().enumerate().map(carrier).collect::<BTreeSet<_>>().len();
        Outlets { publishers, own, carriers }
    }
}
