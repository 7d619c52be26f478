//! The terms two articles share, as a person would write them.

use std::collections::HashMap;

use super::closeness::Weighed;
use super::state::State;
use crate::Features;

/// So many terms are named.
const NAMED: usize = 5;

/// How the heaviest terms of an article are written in it, by number of term.
#[derive(Debug)]
pub struct Surfaces(HashMap<u32, String>);

impl Surfaces {
    /// Pairs the terms of `features` with their surfaces. The article must have been admitted.
    pub fn of(state: &State, hashes: &[u32], surfaces: &[String]) -> Surfaces {
        let numbered = hashes.iter().zip(surfaces).filter(|(_, surface)| !surface.is_empty());
        Surfaces(numbered.filter_map(|(&hash, surface)| Some((state.terms.number(hash)?, surface.clone()))).collect())
    }

    /// The hashes that go with the surfaces of `features`.
    pub fn hashes(features: &Features) -> Vec<u32> {
        features.terms.iter().take(features.surfaces.len()).map(|term| term.hash).collect()
    }
}

/// The terms that bring the two articles together most, heaviest first; a name inside a longer one is left out.
pub fn shared(state: &State, weighed: &Weighed, other: u32, surfaces: &Surfaces) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    for (number, _) in weighed.shared(state, other) {
        let Some(surface) = surfaces.0.get(&number) else { continue };
        let holds = |long: &str, short: &str| long.split_whitespace().any(|word| word == short);
        if named.iter().any(|longer| longer == surface || holds(longer, surface)) {
            continue;
        }
        match named.iter_mut().find(|shorter| holds(surface, shorter)) {
            Some(shorter) => shorter.clone_from(surface),
            None => named.push(surface.clone()),
        }
        if named.len() == NAMED {
            break;
        }
    }
    named.dedup();
    named
}
