//! Months and years that the reports of a story look back on.

use std::collections::BTreeMap;

use super::TimelineDate;
use super::days::{Dates, NAMED, Told, head};
use super::read::Story;

/// A period is background where at least so many reports name it, and at least one in so many of all.
const FEWEST: usize = 2;
const ONE_IN: usize = 50;

/// The months and years that enough reports name, each over when they were published.
pub fn tell(story: &Story, reports: usize) -> Dates {
    let mut periods = Dates::new();
    let mut naming: BTreeMap<TimelineDate, (u32, usize)> = BTreeMap::new();
    for (at, sentence) in story.sentences.iter().enumerate() {
        let published = story.published[sentence.report as usize];
        for &date in sentence.named.iter().filter(|date| !matches!(date, TimelineDate::Day(_))) {
            if published.is_none_or(|published| date.last_day() >= published) {
                continue;
            }
            let (last, count) = naming.entry(date).or_insert((u32::MAX, 0));
            if *last != sentence.report {
                (*last, *count) = (sentence.report, *count + 1);
            }
            let period = periods.entry(date).or_default();
            period.told.push(Told { sentence: at as u32, weight: NAMED * head(sentence), named: true });
            period.weight += sentence.relevance;
        }
    }
    periods.retain(|date, _| naming[date].1 >= FEWEST.max(reports / ONE_IN));
    periods
}
