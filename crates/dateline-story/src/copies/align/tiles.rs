//! Runs of equal words in two lists, the longest first, each word in one run at most.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::copies::sketch::shingle;

/// A run is found by so many equal words in a row.
const SEED: usize = 4;
/// Of the places where the words of a seed stand, so many are tried, the first.
const PLACES: usize = 8;
/// A run found late grows back over no more words than these that an earlier one has taken.
const BACK: usize = 32;
/// Behind words that differ, so many must be equal for a run to go on.
const ANCHOR: usize = 2;
/// How many words may differ or be missing in the first and second list, the fewest first.
const GAPS: &[(usize, usize)] = &[
    (1, 1),
    (0, 1),
    (1, 0),
    (1, 2),
    (2, 1),
    (2, 2),
    (0, 2),
    (2, 0),
    (3, 3),
    (1, 3),
    (3, 1),
    (2, 3),
    (3, 2),
    (0, 3),
    (3, 0),
];

/// A run of equal words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Its first word in the first list.
    pub here: usize,
    /// Its first word in the second list.
    pub there: usize,
    /// How many words it has.
    pub length: usize,
}

/// The runs, in order of the first list.
pub fn tile(here: &[u32], there: &[u32]) -> Vec<Tile> {
    let mut runs = runs(here, there);
    runs.sort_unstable_by_key(|run| (Reverse(run.length), run.here, run.there));
    let mut board = Board { words: [here, there], taken: [vec![false; here.len()], vec![false; there.len()]] };
    let mut tiles: Vec<Tile> = Vec::new();
    for run in runs {
        board.put_free_parts(run, &mut tiles);
    }
    for at in 0..tiles.len() {
        for forward in [true, false] {
            let mut edge = tiles[at];
            while let Some(next) = board.beyond(edge, forward) {
                board.take(next);
                tiles.push(next);
                edge = next;
            }
        }
    }
    tiles.sort_unstable_by_key(|tile| tile.here);
    tiles
}

/// Runs that cover the first list from its start, each the longest found where it begins.
fn runs(here: &[u32], there: &[u32]) -> Vec<Tile> {
    let mut places: HashMap<u32, Vec<u32>, ahash::RandomState> =
        HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4));
    for (at, seed) in there.windows(SEED).enumerate() {
        let places = places.entry(shingle(seed)).or_default();
        if places.len() < PLACES {
            places.push(at as u32);
        }
    }
    let mut runs: Vec<Tile> = Vec::new();
    let mut at = 0;
    while let Some(seed) = here.get(at..at + SEED) {
        // Of equally long runs, the one that goes on where the last one ended.
        let expected = runs.last().map_or(0, |last| last.there + at - last.here);
        let run = |&there_at: &u32| {
            let there_at = there_at as usize;
            Tile { here: at, there: there_at, length: equal(&here[at..], &there[there_at..]) }
        };
        let found = places.get(&shingle(seed)).into_iter().flatten().map(run);
        let best = found.max_by_key(|run| (run.length, Reverse(run.there.abs_diff(expected))));
        match best.filter(|run| run.length >= SEED) {
            Some(run) => {
                at += run.length;
                let back = here[..run.here].iter().rev().zip(there[..run.there].iter().rev()).take(BACK);
                let back = back.take_while(|(one, other)| one == other).count();
                runs.push(Tile { here: run.here - back, there: run.there - back, length: run.length + back });
            }
            None => at += 1,
        }
    }
    runs
}

/// How many words are equal from the start.
fn equal(here: &[u32], there: &[u32]) -> usize {
    here.iter().zip(there).take_while(|(one, other)| one == other).count()
}

/// Which words are in a tile.
struct Board<'w> {
    words: [&'w [u32]; 2],
    taken: [Vec<bool>; 2],
}

impl Board<'_> {
    fn is_free(&self, here: usize, there: usize) -> bool {
        self.taken[0].get(here) == Some(&false) && self.taken[1].get(there) == Some(&false)
    }

    fn take(&mut self, tile: Tile) {
        self.taken[0][tile.here..tile.here + tile.length].fill(true);
        self.taken[1][tile.there..tile.there + tile.length].fill(true);
    }

    /// Makes tiles of those parts of a run that no tile has yet, where they are long enough to be found alone.
    fn put_free_parts(&mut self, run: Tile, tiles: &mut Vec<Tile>) {
        let mut length = 0;
        for at in 0..=run.length {
            if at < run.length && self.is_free(run.here + at, run.there + at) {
                length += 1;
                continue;
            }
            if length >= SEED {
                let tile = Tile { here: run.here + at - length, there: run.there + at - length, length };
                self.take(tile);
                tiles.push(tile);
            }
            length = 0;
        }
    }

    /// The tile that goes on from `tile`, behind or before it, over a gap of a few words.
    fn beyond(&self, tile: Tile, forward: bool) -> Option<Tile> {
        let equal =
            |here: usize, there: usize| self.is_free(here, there) && self.words[0][here] == self.words[1][there];
        // The place `step` words beyond the edge in one list.
        let place = |start: usize, step: usize| {
            if forward { Some(start + tile.length + step) } else { start.checked_sub(step + 1) }
        };
        GAPS.iter().find_map(|&(gap_here, gap_there)| {
            let at = |step: usize| Some((place(tile.here, gap_here + step)?, place(tile.there, gap_there + step)?));
            let goes_on = |step: &usize| at(*step).is_some_and(|(here, there)| equal(here, there));
            let crossed = |side: usize, start: usize, gap: usize| {
                (0..gap).all(|step| place(start, step).is_some_and(|at| self.taken[side].get(at) == Some(&false)))
            };
            let is_clear = crossed(0, tile.here, gap_here) && crossed(1, tile.there, gap_there);
            let length = if is_clear { (0..).take_while(goes_on).count() } else { 0 };
            let (here, there) = at(if forward { 0 } else { length.checked_sub(1)? })?;
            (length >= ANCHOR).then_some(Tile { here, there, length })
        })
    }
}
