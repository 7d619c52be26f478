//! How much an article is about each of its terms.

use super::Term;
use super::reading::{Entry, EntryKind, Reading};
use crate::background;
use crate::settings::Settings;

/// The first terms are kept as written too, so that a reason can name them.
const SURFACES: usize = 24;
/// Surfaces longer than this many bytes are not kept.
const LONGEST: usize = 40;

/// What the mention of a term at word `at` counts: reports tell first what they are about.
pub fn position_weight(at: usize) -> f32 {
    let half = crate::settings::current().lead;
    half / (half + at as f32)
}

/// The heaviest terms with the surfaces of the first of them.
pub fn weigh(reading: &Reading) -> (Vec<Term>, Vec<String>) {
    let settings = crate::settings::current();
    let mut weighed: Vec<(f32, f32, &Entry)> = reading
        .entries
        .iter()
        .map(|entry| {
            let weight = weight(entry, &settings);
            (weight * background::rarity(entry.hash), weight, entry)
        })
        .collect();
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.hash.cmp(&b.2.hash)));
    weighed.truncate(settings.terms);
    let surfaces = weighed.iter().take(SURFACES).map(|(_, _, entry)| entry.surface.clone());
    let surfaces = surfaces.map(|surface| if surface.len() > LONGEST { String::new() } else { surface }).collect();
    let terms = weighed.iter().map(|&(_, weight, entry)| Term { hash: entry.hash, weight: quantised(weight) }).collect();
    (terms, surfaces)
}

fn weight(entry: &Entry, settings: &Settings) -> f32 {
    let mentions = entry.mentions.max(if entry.titled { 0.5 } else { 0.0 });
    let title = if entry.titled { settings.title } else { 1.0 };
    let name = entry.named * 2 > entry.count;
    let kind = match entry.kind {
        EntryKind::Number => settings.number,
        EntryKind::Pair => settings.pair,
        EntryKind::Word if name => settings.name,
        EntryKind::Word | EntryKind::Characters => 1.0,
    };
    mentions.powf(settings.tf_power) * title * kind
}

/// Weights are kept in steps of a sixteenth, up to 16.
fn quantised(weight: f32) -> u8 {
    (weight * 16.0).round().clamp(1.0, 255.0) as u8
}
