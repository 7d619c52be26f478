//! Alignment-based ROUGE, `align+ m:1` of Martschat and Markert ("Improving ROUGE for Timeline Summarization", 2017),
//! and F1 of days.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::rouge::{self, Counted, common, f1, plain, tokens};

/// A timeline: the sentences of each day.
pub type Days = BTreeMap<Date, Vec<String>>;

/// Precision and recall of one measure.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Agreement {
    pub precision: f64,
    pub recall: f64,
}

impl Agreement {
    /// Harmonic mean of the two.
    pub fn f1(self) -> f64 {
        f1(self.precision, self.recall)
    }
}

/// One day of a timeline, made ready to be held against others.
struct Day {
    date: Date,
    plain: Vec<String>,
    tokens: Vec<String>,
}

/// ROUGE-1 and ROUGE-2, every day held against the day of the other timeline that it costs least to align it with: what
/// is common counts for one in so many days as the two lie apart, and one.
pub fn rouge(found: &Days, reference: &Days, counted: Counted) -> [Agreement; 2] {
    let ready = |days: &Days| -> Vec<Day> {
        let ready = |(&date, told): (&Date, &Vec<String>)| Day {
            date,
            plain: plain(told).into_iter().map(str::to_owned).collect(),
            tokens: tokens(told, counted),
        };
        days.iter().map(ready).collect()
    };
    let (found, reference) = (ready(found), ready(reference));
    let (precision, recall) = (shares(&found, &reference), shares(&reference, &found));
    [0, 1].map(|at| Agreement { precision: precision[at], recall: recall[at] })
}

/// What share of the n-grams of `days` stands in the days of `others` that they are aligned with.
fn shares(days: &[Day], others: &[Day]) -> [f64; 2] {
    let (mut parts, mut wholes) = ([0.0; 2], [0.0; 2]);
    for day in days {
        let other = nearest(day, others);
        for (at, length) in [1, 2].into_iter().enumerate() {
            let grams = rouge::grams(&day.tokens, length);
            wholes[at] += grams.len() as f64;
            parts[at] += other.map_or(0.0, |other| {
                common(&grams, &rouge::grams(&other.tokens, length)) as f64 * closeness(day.date, other.date)
            });
        }
    }
    [0, 1].map(|at| if wholes[at] > 0.0 { parts[at] / wholes[at] } else { 0.0 })
}

/// How many days are the same.
pub fn dates(found: &Days, reference: &Days) -> Agreement {
    let (found, reference): (BTreeSet<_>, BTreeSet<_>) = (found.keys().collect(), reference.keys().collect());
    let common = found.intersection(&reference).count() as f64;
    Agreement { precision: common / found.len().max(1) as f64, recall: common / reference.len().max(1) as f64 }
}

/// 1 for the same day, a half for the next.
fn closeness(one: Date, other: Date) -> f64 {
    1.0 / (f64::from((one - other).get_days().abs()) + 1.0)
}

/// The day that costs least: the cost is the product of what is missing to the same day and to the same words. Of days
/// that cost as little, the first.
fn nearest<'a>(day: &Day, others: &'a [Day]) -> Option<&'a Day> {
    let cost = |other: &Day| {
        let common = common(&day.plain, &other.plain) as f64;
        let alike = f1(common / day.plain.len().max(1) as f64, common / other.plain.len().max(1) as f64);
        (1.0 - closeness(day.date, other.date)) * (1.0 - alike)
    };
    let costs = others.iter().map(|other| (cost(other), other));
    costs.min_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(days: &[(&str, &str)]) -> Days {
        days.iter().map(|(day, told)| (day.parse().unwrap(), vec![(*told).to_owned()])).collect()
    }

    #[test]
    fn the_same_timeline_agrees_wholly() {
        let one = days(&[("2024-05-01", "Norden bridge shut"), ("2024-06-10", "Repairs begin")]);
        assert_eq!(rouge(&one, &one, Counted::Content), [Agreement { precision: 1.0, recall: 1.0 }; 2]);
        assert_eq!(dates(&one, &one).f1(), 1.0);
    }

    #[test]
    fn a_day_apart_counts_half_and_two_days_may_share_one() {
        let reference = days(&[("2024-05-01", "norden bridge shut")]);
        let found = days(&[("2024-05-02", "norden bridge shut"), ("2024-05-03", "mayor bridge")]);
        // Precision: 3 common at a half, 1 common at a third, of 3 + 2 found. Recall: the reference day goes to 2 May.
        let [agreement, _] = rouge(&found, &reference, Counted::Content);
        assert!((agreement.precision - (1.5 + 1.0 / 3.0) / 5.0).abs() < 1e-12, "{agreement:?}");
        assert!((agreement.recall - 1.5 / 3.0).abs() < 1e-12, "{agreement:?}");
        assert_eq!(dates(&found, &reference), Agreement { precision: 0.0, recall: 0.0 });
    }

    #[test]
    fn words_draw_a_day_to_one_further_off_but_never_from_its_own() {
        let reference =
            days(&[("2024-05-01", "norden bridge shut"), ("2024-05-03", "fair opens"), ("2024-05-04", "ferry sinks")]);
        let found = days(&[("2024-05-02", "fair opens early"), ("2024-05-04", "norden bridge")]);
        let [agreement, _] = rouge(&found, &reference, Counted::Content);
        // 2 May costs 0.5 × 1 with 1 May, 0.5 × (1 - 0.8) with 3 May; 4 May is its own day, whatever is told of it.
        assert!((agreement.precision - 0.5 * 2.0 / 5.0).abs() < 1e-12, "{agreement:?}");
        // 1 May: 2 May costs 0.5; 4 May costs 0.75 × (1 - 0.8) = 0.15, and has 2 of its 3 words at a quarter. 3 May: 2
        // May has both words at a half. 4 May: nothing.
        assert!((agreement.recall - (0.25 * 2.0 + 0.5 * 2.0) / 7.0).abs() < 1e-12, "{agreement:?}");
    }

    #[test]
    fn nothing_agrees_with_nothing() {
        let reference = days(&[("2024-05-01", "norden bridge shut")]);
        assert_eq!(rouge(&Days::new(), &reference, Counted::Content), [Agreement::default(); 2]);
        assert_eq!(rouge(&reference, &Days::new(), Counted::Content), [Agreement::default(); 2]);
    }
}
