//! Whose text an article reuses: word shingles, sampled by hash.
//!
//! A text is its runs of [`SHINGLE`] words. Of their hashes the lowest are kept (a bottom sketch: Broder, "On the
//! resemblance and containment of documents", 1997), so that two sketches sample the same runs, and the share of one
//! text that stands in another can be read off them.

mod index;

pub use index::SketchIndex;

use crate::words::mix;

/// Words in one shingle.
pub const SHINGLE: usize = 4;
/// Shingles kept of a text.
const KEPT: usize = 192;

/// A sample of the shingles of one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// Ascending, without doubles.
    pub hashes: Vec<u32>,
    /// Every shingle whose hash is not above this is in `hashes`.
    pub limit: u32,
}

/// What two sketches have in common.
#[derive(Clone, Copy, Debug, Default)]
pub struct Overlap {
    /// Shingles of the sample in both.
    pub common: usize,
    /// Share of the first text's shingles that stand in the second.
    pub first: f32,
    /// Share of the second text's shingles that stand in the first.
    pub second: f32,
}

impl Sketch {
    /// The sketch of a text, given the hash of each of its words.
    pub fn of(words: &[u32]) -> Sketch {
        let mut hashes: Vec<u32> = words.windows(SHINGLE).map(shingle).collect();
        // Hashes are even over their range: of a long text the lowest few are under a bound that can be told before.
        let bound = (u64::from(u32::MAX) * KEPT as u64 * 2 / hashes.len().max(1) as u64) as u32;
        if hashes.len() > KEPT * 4 {
            let mut low: Vec<u32> = hashes.iter().copied().filter(|&hash| hash <= bound).collect();
            low.sort_unstable();
            low.dedup();
            if low.len() >= KEPT {
                hashes = low;
            }
        }
        hashes.sort_unstable();
        hashes.dedup();
        let limit = if hashes.len() > KEPT { hashes[KEPT - 1] } else { u32::MAX };
        hashes.truncate(KEPT);
        Sketch { hashes, limit }
    }

    /// Compares two samples over the hashes that both would have kept.
    pub fn overlap(&self, other: &Sketch) -> Overlap {
        let limit = self.limit.min(other.limit);
        let mine = &self.hashes[..self.hashes.partition_point(|&hash| hash <= limit)];
        let theirs = &other.hashes[..other.hashes.partition_point(|&hash| hash <= limit)];
        let (mut at, mut common) = (0, 0);
        for &hash in mine {
            while theirs.get(at).is_some_and(|&other| other < hash) {
                at += 1;
            }
            common += usize::from(theirs.get(at) == Some(&hash));
        }
        let share = |of: usize| if of == 0 { 0.0 } else { common as f32 / of as f32 };
        Overlap { common, first: share(mine.len()), second: share(theirs.len()) }
    }
}

fn shingle(words: &[u32]) -> u32 {
    let joined = words
        .iter()
        .fold(0u64, |joined, &word| joined.rotate_left(23).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ u64::from(word));
    mix(joined) as u32
}
