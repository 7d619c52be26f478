//! How much an article is about each of its terms.

use super::Term;
use super::reading::{Entry, EntryKind, Reading};
use crate::{background, settings};

/// The first terms are kept as written too, so that a reason can name them.
const SURFACES: usize = 24;
/// Surfaces longer than this many bytes are not kept.
const LONGEST: usize = 40;

/// What the mention of a term at word `at` counts: reports tell first what they are about.
pub fn position_weight(at: usize) -> f32 {
    settings::LEAD / (settings::LEAD + at as f32)
}

/// The heaviest terms with the surfaces of the first of them.
pub fn weigh(reading: &Reading<'_>) -> (Vec<Term>, Vec<String>) {
    let mut weighed: Vec<(f32, f32, &Entry<'_>)> = reading
        .entries
        .iter()
        .map(|entry| {
            let weight = weight(entry);
            (weight * background::rarity(entry.hash), weight, entry)
        })
        .collect();
    let order =
        |a: &(f32, f32, &Entry<'_>), b: &(f32, f32, &Entry<'_>)| b.0.total_cmp(&a.0).then(a.2.hash.cmp(&b.2.hash));
    if weighed.len() > settings::TERMS {
        weighed.select_nth_unstable_by(settings::TERMS - 1, order);
        weighed.truncate(settings::TERMS);
    }
    weighed.sort_unstable_by(order);
    let surface =
        |entry: &Entry<'_>| if entry.surface.len() > LONGEST { String::new() } else { entry.surface.to_owned() };
    let surfaces = weighed.iter().take(SURFACES).map(|(_, _, entry)| surface(entry)).collect();
    let term = |&(_, weight, entry): &(f32, f32, &Entry<'_>)| Term {
        hash: entry.hash,
        weight: quantised(weight),
        name: is_name(entry),
    };
    let terms = weighed.iter().map(term).collect();
    (terms, surfaces)
}

/// The root of the mentions, so that the tenth adds less than the second.
fn weight(entry: &Entry<'_>) -> f32 {
    let mentions = entry.mentions.max(if entry.titled { 0.5 } else { 0.0 });
    let title = if entry.titled { settings::TITLE } else { 1.0 };
    let kind = match entry.kind {
        EntryKind::Number => settings::NUMBER,
        EntryKind::Pair => settings::PAIR,
        EntryKind::Word if is_name(entry) => settings::NAME,
        EntryKind::Word | EntryKind::Characters => 1.0,
    };
    mentions.sqrt() * title * kind
}

/// A pair of names, or a word that is one more often than not.
fn is_name(entry: &Entry<'_>) -> bool {
    match entry.kind {
        EntryKind::Pair => true,
        EntryKind::Word => entry.named * 2 > entry.count,
        EntryKind::Number | EntryKind::Characters => false,
    }
}

/// Weights are kept in steps of a sixteenth, up to 16.
fn quantised(weight: f32) -> u8 {
    (weight * 16.0).round().clamp(1.0, 255.0) as u8
}
