//! How close two articles are: the cosine of weighted terms, falling with time.

use super::state::State;
use super::terms::Part;
use crate::settings::DECAY_DAYS;

/// An article with its terms weighed, to compare others with.
pub struct Weighed {
    /// The article.
    pub number: u32,
    /// Number and weight of each term, by number.
    pub terms: Vec<(u32, f32)>,
    /// The root of the sum of their squares.
    pub length: f32,
}

impl Weighed {
    /// Weighs the terms of an article.
    pub fn of(state: &State, number: u32) -> Weighed {
        let vector = &state.article(number).vector.0;
        let rarity = state.terms.rarities();
        let weigh = |part: &Part| (part.term, f32::from(part.weight) * rarity(part.term));
        let terms: Vec<(u32, f32)> = vector.iter().map(weigh).collect();
        let length = terms.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        Weighed { number, terms, length }
    }

    /// Similarity to another article, 0 to 1.
    pub fn to(&self, state: &State, other: u32) -> f32 {
        let (rarity, timeliness) = (state.terms.rarities(), timeliness(state, self.number, other));
        let (mut at, mut product, mut square) = (0, 0.0f32, 0.0f32);
        for &Part { term: number, weight, .. } in &state.article(other).vector.0 {
            let weight = f32::from(weight) * rarity(number);
            square += weight * weight;
            while self.terms.get(at).is_some_and(|term| term.0 < number) {
                at += 1;
            }
            if let Some(term) = self.terms.get(at).filter(|term| term.0 == number) {
                product += weight * term.1;
            }
        }
        let lengths = self.length * square.sqrt();
        if lengths > 0.0 { (product / lengths).min(1.0) * timeliness } else { 0.0 }
    }

    /// The terms that bring this article and another together most, with what each brings, largest first.
    pub fn shared(&self, state: &State, other: u32) -> Vec<(u32, f32)> {
        let (rarity, theirs) = (state.terms.rarities(), &state.article(other).vector.0);
        let common = self.terms.iter().filter_map(|&(number, weight)| {
            let at = theirs.binary_search_by_key(&number, |part| part.term).ok()?;
            Some((number, weight * f32::from(theirs[at].weight) * rarity(number)))
        });
        let mut common: Vec<(u32, f32)> = common.collect();
        common.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        common
    }
}

/// 1 for articles of one time, falling to half as they lie [`DECAY_DAYS`] apart. Where a date is missing, 1.
fn timeliness(state: &State, one: u32, other: u32) -> f32 {
    let (Some(one), Some(other)) = (state.article(one).time, state.article(other).time) else { return 1.0 };
    let days = one.seconds.abs_diff(other.seconds) as f32 / 86_400.0;
    DECAY_DAYS / (DECAY_DAYS + days)
}
