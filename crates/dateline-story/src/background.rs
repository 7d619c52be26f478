//! How common a term is in news at large, so that the first articles of an empty store are grouped as well as later ones.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::words::hash;

/// Stems of English words (without names) and in how many of ten thousand news articles they stand, most common first.
const ENGLISH: &str = include_str!("background/english.txt");

/// The same of names that say little of the event: countries, peoples, capitals, states, bodies, days and months. Counted in
/// American news, which names the rest of the world seldom: none is taken as rarer than one in a hundred.
const PLACES: &str = include_str!("background/places.txt");

static SHARES: LazyLock<HashMap<u32, f32, ahash::RandomState>> = LazyLock::new(|| {
    let mut shares = HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4));
    let lines = ENGLISH.lines().chain(PLACES.lines()).filter_map(|line| line.split_once(' '));
    shares.extend(lines.filter_map(|(stem, count)| Some((hash(stem), count.parse::<f32>().ok()? / 10_000.0))));
    shares
});

/// The share of articles that a term stands in; 0 for one that is not common.
pub fn share(hash: u32) -> f32 {
    SHARES.get(&hash).copied().unwrap_or(0.0)
}

/// Inverse document frequency over the background alone.
pub fn rarity(hash: u32) -> f32 {
    (1.0 / (share(hash) + 0.0005)).ln()
}
