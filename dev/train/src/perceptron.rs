//! An averaged perceptron over hashed features.

use dateline_annotate::grammar::weights::row_of;

/// Weights while they are learnt.
#[derive(Debug)]
pub struct Perceptron<const CLASSES: usize> {
    mask: usize,
    weights: Vec<[f32; CLASSES]>,
    totals: Vec<[f32; CLASSES]>,
    /// When each row was changed last.
    changed: Vec<u32>,
    now: u32,
}

impl<const CLASSES: usize> Perceptron<CLASSES> {
    /// All zero, of two to the power of `bits` rows.
    pub fn new(bits: u32) -> Perceptron<CLASSES> {
        let rows = 1usize << bits;
        Perceptron {
            mask: rows - 1,
            weights: vec![[0.0; CLASSES]; rows],
            totals: vec![[0.0; CLASSES]; rows],
            changed: vec![0; rows],
            now: 0,
        }
    }

    /// The scores of the classes.
    pub fn score(&self, features: &[u64]) -> [f32; CLASSES] {
        let mut scores = [0.0; CLASSES];
        for &feature in features {
            for (score, weight) in scores.iter_mut().zip(&self.weights[row_of(feature) & self.mask]) {
                *score += weight;
            }
        }
        scores
    }

    /// The best class among those that `allowed` lets through.
    pub fn best(scores: &[f32; CLASSES], allowed: impl Fn(usize) -> bool) -> usize {
        let classes = (0..CLASSES).filter(|&class| allowed(class));
        classes.max_by(|&a, &b| scores[a].total_cmp(&scores[b]).then(b.cmp(&a))).unwrap_or(0)
    }

    /// Learns that `right` was right where `guess` was said.
    pub fn learn(&mut self, features: &[u64], right: usize, guess: usize) {
        self.pass();
        if right != guess {
            self.change(features, right, 1.0);
            self.change(features, guess, -1.0);
        }
    }

    /// Counts one decision, for the average.
    pub fn pass(&mut self) {
        self.now += 1;
    }

    /// Adds `by` to the weights of `class`.
    pub fn change(&mut self, features: &[u64], class: usize, by: f32) {
        for &feature in features {
            let at = row_of(feature) & self.mask;
            self.settle(at);
            self.weights[at][class] += by;
        }
    }

    fn settle(&mut self, at: usize) {
        let passed = (self.now - self.changed[at]) as f32;
        if passed > 0.0 {
            for (total, weight) in self.totals[at].iter_mut().zip(&self.weights[at]) {
                *total += weight * passed;
            }
            self.changed[at] = self.now;
        }
    }

    /// The averaged weights, a signed byte each. The scale is such that one weight in ten thousand is cut.
    pub fn bytes(&mut self) -> Vec<u8> {
        for at in 0..self.weights.len() {
            self.settle(at);
        }
        let now = f64::from(self.now.max(1)) as f32;
        let mut sizes: Vec<f32> =
            self.totals.iter().flatten().map(|total| (total / now).abs()).filter(|&size| size > 0.0).collect();
        sizes.sort_by(f32::total_cmp);
        let largest = sizes.get(sizes.len() - 1 - sizes.len() / 10_000).copied().unwrap_or(1.0);
        let scale = 127.0 / largest;
        let byte = |total: &f32| (total / now * scale).round().clamp(-127.0, 127.0) as i8 as u8;
        self.totals.iter().flatten().map(byte).collect()
    }
}
