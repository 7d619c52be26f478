//! How well what only one of two texts says goes with what both say.
//!
//! A text written as one comes back to its words (lexical cohesion: Halliday and Hasan, "Cohesion in English", 1976).
//! So where two texts have much in common, the terms that one has oftener than the other tell whether its own part
//! belongs there: what was left out of a copy is about the terms of what it kept, what was put in brings its own.

use super::terms::Vector;

/// So much weight of terms is needed before the share of them says anything.
const USUAL: f32 = 20.0;

/// Of what `one` has oftener than `other`, the share that is about terms which `other` has too: 0 to 1.
pub fn cohesion(one: &Vector, other: &Vector, rarity: impl Fn(u32) -> f32) -> f32 {
    let (mut common, mut own) = (0.0, 0.0);
    for part in &one.0 {
        let weight = rarity(part.term) * mentions(part.weight);
        match other.0.binary_search_by_key(&part.term, |part| part.term) {
            Ok(at) => common += (weight - rarity(part.term) * mentions(other.0[at].weight)).max(0.0),
            Err(_) => own += weight,
        }
    }
    common / (common + own + USUAL)
}

/// Weights are roots of mentions, in sixteenths.
fn mentions(weight: u8) -> f32 {
    (f32::from(weight) / 16.0).powi(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grouper::terms::Part;

    fn vector(parts: &[(u32, u8)]) -> Vector {
        Vector(parts.iter().map(|&(term, weight)| Part { term, weight, name: false }).collect())
    }

    #[test]
    fn a_passage_about_the_terms_of_the_rest_coheres() {
        let kept = vector(&[(1, 32), (2, 32), (3, 16)]);
        let whole = vector(&[(1, 64), (2, 64), (3, 32), (4, 16)]);
        let padded = vector(&[(1, 32), (2, 32), (3, 16), (5, 64), (6, 64)]);
        let of = |one: &Vector, other: &Vector| cohesion(one, other, |_| 2.0);
        assert!(of(&whole, &kept) > 0.6, "{}", of(&whole, &kept));
        assert!(of(&padded, &kept) < 0.05, "{}", of(&padded, &kept));
        assert!(of(&kept, &kept) == 0.0);
    }
}
