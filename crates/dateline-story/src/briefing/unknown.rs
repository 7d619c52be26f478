//! What nobody would say, and what reports say is not known.

use std::collections::BTreeSet;

use dateline_model::{Cited, Stance, keys};

use crate::TimelineReport;
use crate::places::{around, is_furniture};
use crate::words::{Words, hash64, normal_form};

/// So many are told.
const MOST: usize = 12;
/// Words that say that something is not known.
const OPEN: &[&str] = &[
    "could not be independently verified",
    "could not be reached",
    "did not specify",
    "has not been confirmed",
    "is not known",
    "is unclear",
    "it is not clear",
    "it remains unclear",
    "it was not clear",
    "it was not immediately clear",
    "it was unclear",
    "no details were",
    "not immediately clear",
    "remains unclear",
    "remains unknown",
    "was not disclosed",
    "was not immediately known",
    "were not immediately available",
];

/// Sentences of both kinds, each refusal and each wording once, in the order of the reports.
pub fn of(reports: &[TimelineReport<'_>]) -> Vec<Cited> {
    let mut found: Vec<Cited> = Vec::new();
    let mut seen: BTreeSet<u64> = BTreeSet::new();
    for (number, report) in reports.iter().enumerate() {
        let text = &report.article.text;
        for claim in report.annotations.claims.iter().filter(|claim| claim.stance == Stance::Declines) {
            let Some(sentence) = around(report, claim.cue.unwrap_or(claim.span)) else { continue };
            let who = claim.source.as_ref().map(|source| keys(&source.name)[0].clone()).unwrap_or_default();
            let same = if who.is_empty() { wording(text.slice(sentence)) } else { hash64(&who) };
            if seen.insert(same) && seen.insert(wording(text.slice(sentence))) {
                found.push(Cited { report: number, span: sentence });
            }
        }
        for &sentence in report.annotations.sentences.iter().filter(|&&sentence| !is_furniture(report, sentence)) {
            let words = text.slice(sentence).to_lowercase();
            if OPEN.iter().any(|open| words.contains(open)) && seen.insert(wording(&words)) {
                found.push(Cited { report: number, span: sentence });
            }
        }
    }
    found.sort();
    found.dedup();
    found.truncate(MOST);
    found
}

/// The same for sentences that differ in house style alone.
fn wording(sentence: &str) -> u64 {
    let mut form = String::new();
    Words::new(sentence).fold(0u64, |all, word| {
        normal_form(word.surface, &mut form);
        all.rotate_left(7) ^ hash64(&form)
    })
}
