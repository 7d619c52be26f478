//! The adjusted Rand index (Hubert and Arabie, 1985): how far two ways of grouping agree beyond chance.

use std::collections::HashMap;

/// The index over things that each have a group in both ways; 1 where they are the same.
pub fn adjusted(groups: &[(usize, usize)]) -> f64 {
    let pairs = |count: usize| (count * count.saturating_sub(1)) as f64 / 2.0;
    let mut counts: [HashMap<(usize, usize), usize>; 3] = Default::default();
    for &(one, other) in groups {
        for (count, key) in counts.iter_mut().zip([(one, 0), (other, 0), (one, other)]) {
            *count.entry(key).or_default() += 1;
        }
    }
    let [one, other, both] = counts.map(|count| count.values().map(|&count| pairs(count)).sum::<f64>());
    let chance = one * other / pairs(groups.len()).max(1.0);
    let most = (one + other) / 2.0;
    if most > chance { (both - chance) / (most - chance) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values() {
        assert!((adjusted(&[(0, 0), (0, 0), (1, 1), (1, 1)]) - 1.0).abs() < 1e-9);
        assert!((adjusted(&[(0, 0), (0, 0), (1, 1), (2, 1)]) - 0.571).abs() < 1e-3);
    }
}
