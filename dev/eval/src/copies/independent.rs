//! Which real articles have text in common, by a count of all runs of eight words that shares nothing with Dateline's.

use std::collections::{HashMap, HashSet};

use dateline_model::Article;

/// Words in a run.
const RUN: usize = 8;
/// From this share of the runs of either on, two articles have text in common.
const SHARE: f64 = 0.2;

/// The runs of articles met so far.
#[derive(Default)]
pub struct Independent {
    found: HashMap<Vec<String>, Vec<usize>>,
    counts: Vec<usize>,
}

impl Independent {
    /// Takes `article` in and answers true, unless it has text in common with one taken in before.
    pub fn admit(&mut self, article: &Article) -> bool {
        let words: Vec<String> = article
            .text
            .as_str()
            .split(|character: char| !character.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let runs: HashSet<&[String]> = words.windows(RUN).collect();
        let mut common: HashMap<usize, usize> = HashMap::new();
        for other in runs.iter().filter_map(|run| self.found.get(*run)).flatten() {
            *common.entry(*other).or_default() += 1;
        }
        let is_copy =
            |(other, common): (&usize, &usize)| *common as f64 >= SHARE * runs.len().min(self.counts[*other]) as f64;
        if common.iter().any(is_copy) {
            return false;
        }
        let number = self.counts.len();
        self.counts.push(runs.len());
        for run in runs {
            self.found.entry(run.to_vec()).or_default().push(number);
        }
        true
    }
}
