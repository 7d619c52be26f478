//! What a group of articles is about: its terms, each article counting the same.

/// Summed weights of terms, by number of term.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    weights: Vec<(u32, f32)>,
    length: f32,
}

impl FromIterator<(u32, f32)> for Profile {
    fn from_iter<I: IntoIterator<Item = (u32, f32)>>(weights: I) -> Profile {
        let mut profile = Profile::default();
        profile.add(weights);
        profile
    }
}

impl Profile {
    /// Adds what another holds.
    pub fn take(&mut self, other: Profile) {
        self.add(other.weights);
    }

    fn add(&mut self, weights: impl IntoIterator<Item = (u32, f32)>) {
        self.weights.extend(weights);
        self.weights.sort_by_key(|&(term, _)| term);
        self.weights.dedup_by(|later, kept| {
            let same = later.0 == kept.0;
            kept.1 += if same { later.1 } else { 0.0 };
            same
        });
        self.length = self.weights.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    }

    /// The cosine of both, 0 to 1.
    pub fn alike(&self, other: &Profile) -> f32 {
        let product: f32 = self.shared(other).map(|(_, product)| product).sum();
        if product > 0.0 { product / (self.length * other.length) } else { 0.0 }
    }

    /// The terms of both, with the product of their weights.
    pub fn shared<'a>(&'a self, other: &'a Profile) -> impl Iterator<Item = (u32, f32)> + 'a {
        let mut at = 0;
        other.weights.iter().filter_map(move |&(term, weight)| {
            while self.weights.get(at).is_some_and(|own| own.0 < term) {
                at += 1;
            }
            self.weights.get(at).filter(|own| own.0 == term).map(|own| (term, own.1 * weight))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_both_are_about_makes_them_alike() {
        let one: Profile = [(2, 1.0), (1, 2.0), (2, 1.0)].into_iter().collect();
        let same: Profile = [(1, 1.0), (2, 1.0)].into_iter().collect();
        let other: Profile = [(3, 4.0)].into_iter().collect();
        assert!((one.alike(&same) - 1.0).abs() < 1e-6);
        assert_eq!(one.alike(&other), 0.0);
        assert_eq!(one.alike(&Profile::default()), 0.0);
        assert_eq!(one.shared(&same).collect::<Vec<_>>(), [(1, 2.0), (2, 2.0)]);
        let mut both = other;
        both.take(same);
        assert!((both.alike(&one) - 1.0 / 3.0).abs() < 1e-6);
    }
}
