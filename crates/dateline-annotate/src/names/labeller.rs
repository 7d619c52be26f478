//! Labels the words of names in a sentence.

use std::sync::LazyLock;

use super::candidates::Reach;
use super::features::{FEATURES, Sentence};
use super::history::History;
use super::labels::{LABELS, Label};
use crate::grammar::weights::{Aligned, Weights, feature};

/// Tells which words are names. Method: structured perceptron with a search for the best sequence (Collins 2002).
#[derive(Debug)]
pub struct Labeller {
    weights: Weights<LABELS>,
    /// What a label adds to the scores of the labels behind it.
    follows: [[i32; LABELS]; LABELS],
}

static ENGLISH: LazyLock<Labeller> = LazyLock::new(|| {
    static NAMES: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/english.names"));
    Labeller::new(&NAMES.0)
});

/// The feature of a word that stands behind a word with `label`.
#[must_use]
pub fn follows(label: Label) -> u64 {
    feature(999, &[label.number() as u64])
}

impl Labeller {
    /// The English one that is shipped.
    #[must_use]
    pub fn english() -> &'static Labeller {
        &ENGLISH
    }

    /// One of `weights`.
    #[must_use]
    pub fn new(weights: &'static [u8]) -> Labeller {
        let weights = Weights::new(weights);
        let mut table = [[0; LABELS]; LABELS];
        for (label, row) in table.iter_mut().enumerate() {
            *row = weights.score(&[follows(Label::new(label))]).map(i32::from);
        }
        Labeller { weights, follows: table }
    }

    /// Fills `labels`, one a word.
    pub fn label(&self, sentence: &Sentence<'_>, history: &History, labels: &mut Vec<Label>) {
        let score = |features: &[u64; FEATURES]| self.weights.score(features).map(i32::from);
        search(sentence, history, labels, score, |before| self.follows[before.number()]);
    }
}

/// Finds the best sequence of labels. `score` rates the labels of a word by its features, `follows` by the label before it.
pub fn search<S: Copy + PartialOrd + Default + std::ops::Add<Output = S>>(
    sentence: &Sentence<'_>,
    history: &History,
    labels: &mut Vec<Label>,
    score: impl Fn(&[u64; FEATURES]) -> [S; LABELS],
    follows: impl Fn(Label) -> [S; LABELS],
) {
    labels.clear();
    labels.resize(sentence.words.len(), Label::OUTSIDE);
    let mut steps: Vec<[u8; LABELS]> = Vec::new();
    for run in sentence.runs() {
        steps.clear();
        let mut scores: [Option<S>; LABELS] = [None; LABELS];
        scores[0] = Some(S::default());
        for at in run.clone() {
            let reach = Reach::of(sentence, at, run.end);
            let own = score(&sentence.features(at, run.clone(), &labels[..run.start], history));
            let (next, back) = step(&scores, &own, &follows, reach);
            scores = next;
            steps.push(back);
        }
        let ends = (0..LABELS).filter(|&label| Label::new(label).may_end());
        let mut best = ends.fold(0, |best, label| if scores[label] > scores[best] { label } else { best });
        for (at, back) in run.zip(&steps).rev() {
            labels[at] = Label::new(best);
            best = usize::from(back[best]);
        }
    }
}

/// The scores of the best sequences that end in each label of a word, and the label before it in each.
fn step<S: Copy + PartialOrd + std::ops::Add<Output = S>>(
    scores: &[Option<S>; LABELS],
    own: &[S; LABELS],
    follows: &impl Fn(Label) -> [S; LABELS],
    reach: Reach,
) -> ([Option<S>; LABELS], [u8; LABELS]) {
    let (mut next, mut back) = ([None; LABELS], [0u8; LABELS]);
    for (before, score) in scores.iter().enumerate().filter_map(|(before, score)| Some((before, (*score)?))) {
        let label_before = Label::new(before);
        let follows = follows(label_before);
        for label in
            (0..LABELS).filter(|&label| reach.allows(Label::new(label)) && label_before.allows(Label::new(label)))
        {
            let sum = score + follows[label];
            if next[label].is_none_or(|best| sum > best) {
                next[label] = Some(sum);
                back[label] = before as u8;
            }
        }
    }
    for (score, own) in next.iter_mut().zip(own) {
        *score = score.map(|score| score + *own);
    }
    (next, back)
}
