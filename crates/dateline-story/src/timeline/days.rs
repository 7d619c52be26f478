//! Which days the sentences of a story tell of, and which of them matter.

use std::collections::BTreeMap;

use dateline_model::{Span, TimeKind};
use jiff::civil::Date;

use super::TimelineReport;

/// A sentence that tells of a day.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// The report, by its place in the list.
    pub report: usize,
    /// The sentence.
    pub span: Span,
    /// Its place among the sentences of the report.
    pub place: usize,
    /// True where the sentence names the day; false where it only stands in a report of that day.
    pub named: bool,
}

/// A report that names a day counts for it in full, one that was only published then so much.
const PUBLISHED: f32 = 0.4;

/// Every sentence, by the days it tells of.
pub fn tell(reports: &[TimelineReport<'_>]) -> BTreeMap<Date, Vec<Told>> {
    let mut days: BTreeMap<Date, Vec<Told>> = BTreeMap::new();
    for (report, TimelineReport { article, annotations }) in reports.iter().enumerate() {
        let published = article.published.map(|moment| moment.day());
        let mut times = annotations.times.iter().peekable();
        for (place, &span) in annotations.sentences.iter().enumerate() {
            let mut named: Vec<Date> = Vec::new();
            while let Some(time) = times.next_if(|time| time.span.start() < span.end()) {
                if time.kind == TimeKind::Date && time.value.len() == "2025-06-21".len() {
                    named.extend(time.value.parse::<Date>());
                }
            }
            named.sort_unstable();
            named.dedup();
            match (named.is_empty(), published) {
                (true, Some(day)) => days.entry(day).or_default().push(Told { report, span, place, named: false }),
                _ => named.into_iter().for_each(|day| {
                    days.entry(day).or_default().push(Told { report, span, place, named: true });
                }),
            }
        }
    }
    days
}

/// The `most` days that most reports tell of, oldest first; of two told as often, the earlier.
pub fn most_told(days: &BTreeMap<Date, Vec<Told>>, most: Option<usize>) -> Vec<(Date, &[Told])> {
    let mut ranked: Vec<(Date, &[Told], f32)> =
        days.iter().map(|(&date, told)| (date, told.as_slice(), weight(told))).collect();
    ranked.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
    ranked.truncate(most.unwrap_or(usize::MAX));
    ranked.sort_by_key(|&(date, _, _)| date);
    ranked.into_iter().map(|(date, told, _)| (date, told)).collect()
}

fn weight(told: &[Told]) -> f32 {
    // The sentences of one report stand together.
    let reports = told.chunk_by(|a, b| a.report == b.report);
    reports.map(|of_one| if of_one.iter().any(|told| told.named) { 1.0 } else { PUBLISHED }).sum()
}
