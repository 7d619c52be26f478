//! Which sentences of two texts are the same, which are one edited, and which stand elsewhere.
//!
//! Sentences that stand once in each text are anchors where their order is the same (patience sorting, as Bram Cohen's
//! patience diff has it). Between anchors sentences are paired by the words they share, in order, one with one or one
//! with two (after Gale and Church, 1993). What is left is looked for anywhere: sentences that moved.

use std::collections::HashMap;
use std::ops::Range;

use super::tokens::{Cut, Token};

/// Sentences with fewer words in common than this share are not one edited.
const ALIKE: f32 = 0.5;
/// Sentences that stand elsewhere must be this much alike to be one that was moved and edited.
const ALIKE_ELSEWHERE: f32 = 0.7;
/// Shorter sentences are not looked for elsewhere: they are alike by chance.
const WORDS_ELSEWHERE: usize = 5;
/// So many pairs of sentences are compared at most between two anchors, and elsewhere.
const MOST_PAIRS: usize = 60_000;
/// What joining or cutting sentences must gain over leaving one of them out, in words.
const JOINING: f32 = 1.0;

/// Sentences that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// One or two sentences of the earlier text.
    pub before: Range<usize>,
    /// One or two of the later.
    pub after: Range<usize>,
    /// True where they stand in another order than the pairs around them.
    pub moved: bool,
}

/// Pairs sentences of both, in order of the later. None is in two pairs.
pub fn pair(before: &Cut, after: &Cut) -> Vec<Pair> {
    let (old, new) = (Side::new(before), Side::new(after));
    let mut pairs = Vec::new();
    let (mut from_old, mut from_new) = (0, 0);
    let anchors = anchors(&old, &new);
    for (at_old, at_new) in anchors.into_iter().chain([(old.len(), new.len())]) {
        between(&old, &new, from_old..at_old, from_new..at_new, &mut pairs);
        if at_old < old.len() {
            pairs.push(Pair { before: at_old..at_old + 1, after: at_new..at_new + 1, moved: false });
        }
        (from_old, from_new) = (at_old + 1, at_new + 1);
    }
    elsewhere(&old, &new, &mut pairs);
    pairs.sort_by_key(|pair| pair.after.start);
    pairs
}

/// The sentences of one text.
struct Side<'c> {
    cut: &'c Cut,
    /// The words of each, sorted.
    words: Vec<Vec<u32>>,
}

impl<'c> Side<'c> {
    fn new(cut: &'c Cut) -> Side<'c> {
        let words = |at: usize| {
            let tokens = cut.of(at..at + 1);
            let only_marks = tokens.iter().all(|token| !token.word);
            let mut words: Vec<u32> =
                tokens.iter().filter(|token| token.word || only_marks).map(|token| token.form).collect();
            words.sort_unstable();
            words
        };
        Side { cut, words: (0..cut.units.len()).map(words).collect() }
    }

    fn len(&self) -> usize {
        self.words.len()
    }

    fn forms(&self, at: usize) -> Vec<u32> {
        self.cut.of(at..at + 1).iter().map(|token: &Token| token.form).collect()
    }
}

/// The sentences that stand once in each text, as many of them as keep their order.
fn anchors(old: &Side<'_>, new: &Side<'_>) -> Vec<(usize, usize)> {
    let mut places: HashMap<Vec<u32>, [Vec<usize>; 2], ahash::RandomState> =
        HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4));
    for (which, side) in [old, new].into_iter().enumerate() {
        for at in 0..side.len() {
            places.entry(side.forms(at)).or_default()[which].push(at);
        }
    }
    let mut once: Vec<(usize, usize)> = places
        .into_values()
        .filter_map(|[old, new]| match (old.as_slice(), new.as_slice()) {
            ([old], [new]) => Some((*old, *new)),
            _ => None,
        })
        .collect();
    once.sort_unstable();
    rising(&once)
}

/// The longest part of `pairs`, sorted by their first, whose second rise too (patience sorting).
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // The pair on top of each pile, and the pair below each.
    let (mut tops, mut below): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::with_capacity(pairs.len()));
    for (at, pair) in pairs.iter().enumerate() {
        let pile = tops.partition_point(|&top| pairs[top].1 < pair.1);
        below.push(pile.checked_sub(1).map(|left| tops[left]));
        if pile == tops.len() {
            tops.push(at);
        } else {
            tops[pile] = at;
        }
    }
    let mut chosen = Vec::with_capacity(tops.len());
    let mut here = tops.last().copied();
    while let Some(at) = here {
        chosen.push(pairs[at]);
        here = below[at];
    }
    chosen.reverse();
    chosen
}

/// How many words stand in both of two sorted lists.
fn common(one: &[u32], other: &[u32]) -> usize {
    let (mut at, mut there, mut count) = (0, 0, 0);
    while at < one.len() && there < other.len() {
        match one[at].cmp(&other[there]) {
            std::cmp::Ordering::Less => at += 1,
            std::cmp::Ordering::Greater => there += 1,
            std::cmp::Ordering::Equal => {
                count += 1;
                at += 1;
                there += 1;
            }
        }
    }
    count
}

/// The share of words that two have in common (Dice's coefficient).
fn alike(one: &[u32], other: &[u32]) -> f32 {
    2.0 * common(one, other) as f32 / (one.len() + other.len()).max(1) as f32
}

/// What pairing one sentence with one gains: the words in common, nothing where too few are.
fn gain(one: &[u32], other: &[u32]) -> f32 {
    if alike(one, other) >= ALIKE { common(one, other) as f32 } else { 0.0 }
}

/// What pairing one sentence with two gains, where both have their part in it.
fn gain_joined(one: &[u32], parts: [&Vec<u32>; 2]) -> f32 {
    let mut joined: Vec<u32> = parts.into_iter().flatten().copied().collect();
    joined.sort_unstable();
    let has_part = |part: &Vec<u32>| 2 * common(one, part) >= part.len();
    if parts.into_iter().all(has_part) { (gain(one, &joined) - JOINING).max(0.0) } else { 0.0 }
}

/// A step through two lists of sentences: how many of each belong together.
const STEPS: [(usize, usize); 5] = [(1, 1), (1, 2), (2, 1), (1, 0), (0, 1)];

/// Pairs sentences between two anchors, in order, so that most words are in common.
fn between(old: &Side<'_>, new: &Side<'_>, olds: Range<usize>, news: Range<usize>, pairs: &mut Vec<Pair>) {
    let (rows, columns) = (olds.len(), news.len());
    if rows == 0 || columns == 0 || rows.saturating_mul(columns) > MOST_PAIRS {
        return;
    }
    let gained = |step: (usize, usize), row: usize, column: usize| {
        let (one, other) = (olds.start + row, news.start + column);
        match step {
            (1, 1) => gain(&old.words[one], &new.words[other]),
            (1, 2) => gain_joined(&old.words[one], [&new.words[other], &new.words[other + 1]]),
            (2, 1) => gain_joined(&new.words[other], [&old.words[one], &old.words[one + 1]]),
            _ => 0.0,
        }
    };
    // The most that can be gained from each place to the end, and by which step.
    let width = columns + 1;
    let mut best = vec![(0.0f32, 3usize); (rows + 1) * width];
    for row in (0..=rows).rev() {
        for column in (0..=columns).rev().filter(|&column| row < rows || column < columns) {
            let mut chosen = (-1.0, 3);
            for (number, &(down, right)) in STEPS.iter().enumerate() {
                if row + down > rows || column + right > columns {
                    continue;
                }
                let own = gained((down, right), row, column);
                if own == 0.0 && down > 0 && right > 0 {
                    continue;
                }
                let total = own + best[(row + down) * width + column + right].0;
                if total > chosen.0 {
                    chosen = (total, number);
                }
            }
            best[row * width + column] = chosen;
        }
    }
    let (mut row, mut column) = (0, 0);
    while row < rows || column < columns {
        let (down, right) = STEPS[best[row * width + column].1];
        if down > 0 && right > 0 {
            let (one, other) = (olds.start + row, news.start + column);
            pairs.push(Pair { before: one..one + down, after: other..other + right, moved: false });
        }
        (row, column) = (row + down, column + right);
    }
}

/// Pairs sentences that are left with those they are, or nearly are, at another place.
fn elsewhere(old: &Side<'_>, new: &Side<'_>, pairs: &mut Vec<Pair>) {
    let (mut old_taken, mut new_taken) = (vec![false; old.len()], vec![false; new.len()]);
    for pair in pairs.iter() {
        old_taken[pair.before.clone()].fill(true);
        new_taken[pair.after.clone()].fill(true);
    }
    let left = |side: &Side<'_>, taken: &[bool]| -> Vec<usize> {
        (0..side.len()).filter(|&at| !taken[at] && side.words[at].len() >= WORDS_ELSEWHERE).collect()
    };
    let (olds, news) = (left(old, &old_taken), left(new, &new_taken));
    let mut places: HashMap<Vec<u32>, Vec<usize>, ahash::RandomState> =
        HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4));
    for &at in olds.iter().rev() {
        places.entry(old.forms(at)).or_default().push(at);
    }
    let mut found: Vec<(usize, usize)> = Vec::new();
    for &there in &news {
        if let Some(at) = places.get_mut(&new.forms(there)).and_then(Vec::pop) {
            (old_taken[at], new_taken[there]) = (true, true);
            found.push((at, there));
        }
    }
    if olds.len().saturating_mul(news.len()) <= MOST_PAIRS {
        let mut near: Vec<(f32, usize, usize)> = Vec::new();
        for &at in olds.iter().filter(|&&at| !old_taken[at]) {
            for &there in news.iter().filter(|&&there| !new_taken[there]) {
                let share = alike(&old.words[at], &new.words[there]);
                if share >= ALIKE_ELSEWHERE {
                    near.push((share, at, there));
                }
            }
        }
        near.sort_by(|one, other| other.0.total_cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2))));
        for (_, at, there) in near {
            if !old_taken[at] && !new_taken[there] {
                (old_taken[at], new_taken[there]) = (true, true);
                found.push((at, there));
            }
        }
    }
    let moved = |(at, there): (usize, usize)| Pair { before: at..at + 1, after: there..there + 1, moved: true };
    pairs.extend(found.into_iter().map(moved));
}
