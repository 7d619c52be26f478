//! BCubed precision, recall and F1 (Bagga and Baldwin, 1998): how well a grouping agrees with another.

use std::collections::HashMap;

/// Agreement of a grouping with the true one, each 0 to 1.
pub struct BCubed {
    pub precision: f64,
    pub recall: f64,
}

impl BCubed {
    /// `pairs` holds, for each item, its group and its true group.
    pub fn of(pairs: &[(String, String)]) -> BCubed {
        let mut found: HashMap<&str, f64> = HashMap::new();
        let mut truth: HashMap<&str, f64> = HashMap::new();
        let mut both: HashMap<(&str, &str), f64> = HashMap::new();
        for (group, label) in pairs {
            *found.entry(group).or_default() += 1.0;
            *truth.entry(label).or_default() += 1.0;
            *both.entry((group, label)).or_default() += 1.0;
        }
        let count = pairs.len().max(1) as f64;
        let over = |sizes: &dyn Fn(&str, &str) -> f64| -> f64 {
            both.iter().map(|((group, label), shared)| shared * shared / sizes(group, label)).sum::<f64>() / count
        };
        BCubed { precision: over(&|group, _| found[group]), recall: over(&|_, label| truth[label]) }
    }

    /// Harmonic mean of the two.
    pub fn f1(&self) -> f64 {
        2.0 * self.precision * self.recall / (self.precision + self.recall).max(f64::MIN_POSITIVE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worked_example() {
        // Two true groups of three and two; one item of the first was put with the second.
        let pairs = [("x", "a"), ("x", "a"), ("y", "a"), ("y", "b"), ("y", "b")];
        let pairs: Vec<(String, String)> = pairs.iter().map(|(a, b)| (a.to_string(), b.to_string())).collect();
        let score = BCubed::of(&pairs);
        let precision = (1.0 + 1.0 + 1.0 / 3.0 + 2.0 / 3.0 + 2.0 / 3.0) / 5.0;
        let recall = (2.0 / 3.0 + 2.0 / 3.0 + 1.0 / 3.0 + 1.0 + 1.0) / 5.0;
        assert!((score.precision - precision).abs() < 1e-12, "{}", score.precision);
        assert!((score.recall - recall).abs() < 1e-12, "{}", score.recall);
    }
}
