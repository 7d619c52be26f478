//! The sentences nearest to the centre of everything told of a day.

use std::collections::HashMap;

use super::days::Told;
use super::{TimelineReport, TimelineSentence};
use crate::stops;
use crate::words::{WordKind, Words, hash, normal_form};

/// A sentence says again what another has said where so much of the shorter of the two stands in the longer.
const AGAIN: f32 = 0.6;
/// Shorter sentences tell too little, longer ones too much at once; in words that say something.
const FEWEST: usize = 4;
const MOST: usize = 40;
/// No day gets more sentences than this, however many are asked for: each is compared with those chosen before.
const MOST_A_DAY: usize = 100;
/// The first sentences of a report are worth more: at this place, half as much more as at the first.
const LEAD: f32 = 5.0;
/// What a sentence that names the day is worth more than one that only stands in a report of it.
const NAMED: f32 = 1.3;

/// A sentence as the set of its terms.
struct Candidate {
    told: Told,
    /// Ascending, without doubles.
    terms: Vec<u32>,
    score: f32,
}

/// The best `most` of the sentences, best first, none saying again what a better one says.
pub fn choose(reports: &[TimelineReport<'_>], told: &[Told], most: usize) -> Vec<TimelineSentence> {
    let mut candidates: Vec<Candidate> = told.iter().map(|&told| candidate(reports, told)).collect();
    let mut counts: HashMap<u32, u32, ahash::RandomState> =
        HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4));
    for term in candidates.iter().flat_map(|candidate| &candidate.terms) {
        *counts.entry(*term).or_insert(0) += 1;
    }
    for candidate in &mut candidates {
        candidate.score = score(candidate, &counts);
    }
    let order = |a: &Candidate, b: &Candidate| {
        let place = |candidate: &Candidate| (candidate.told.report, candidate.told.place);
        b.score.total_cmp(&a.score).then(place(a).cmp(&place(b)))
    };
    candidates.sort_by(order);
    let most = most.min(MOST_A_DAY);
    let mut chosen: Vec<&Candidate> = Vec::new();
    for candidate in &candidates {
        if chosen.len() == most {
            break;
        }
        if !chosen.iter().any(|other| says_again(&other.terms, &candidate.terms)) {
            chosen.push(candidate);
        }
    }
    let sentence = |candidate: &Candidate| TimelineSentence {
        article: reports[candidate.told.report].article.id.clone(),
        span: candidate.told.span,
    };
    chosen.into_iter().map(sentence).collect()
}

fn candidate(reports: &[TimelineReport<'_>], told: Told) -> Candidate {
    let TimelineReport { article, annotations } = reports[told.report];
    let stops = stops::of(annotations.language.as_ref().map_or("en", |language| language.as_str()));
    let mut form = String::new();
    let mut terms: Vec<u32> = Vec::new();
    for word in Words::new(article.text.slice(told.span)) {
        normal_form(word.surface, &mut form);
        if word.kind == WordKind::Character || !stops.has(&form) {
            terms.push(hash(&form));
        }
    }
    terms.sort_unstable();
    terms.dedup();
    Candidate { told, terms, score: 0.0 }
}

/// What the terms of a sentence are told elsewhere on the day, per root of their number, so that neither the shortest
/// nor the longest sentence wins by its length.
fn score(candidate: &Candidate, counts: &HashMap<u32, u32, ahash::RandomState>) -> f32 {
    let length = candidate.terms.len();
    let told = candidate.terms.iter().map(|term| (counts.get(term).copied().unwrap_or(1) as f32).ln()).sum::<f32>();
    let lead = 1.0 + LEAD / (LEAD + candidate.told.place as f32);
    let named = if candidate.told.named { NAMED } else { 1.0 };
    let fit = if (FEWEST..=MOST).contains(&length) { 1.0 } else { 0.3 };
    (0.1 + told) / (length.max(1) as f32).sqrt() * lead * named * fit
}

fn says_again(one: &[u32], other: &[u32]) -> bool {
    let common = one.iter().filter(|term| other.binary_search(term).is_ok()).count();
    let shorter = one.len().min(other.len()).max(1);
    common as f32 / shorter as f32 > AGAIN
}
