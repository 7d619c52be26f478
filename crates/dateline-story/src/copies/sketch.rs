//! A sample of the word runs of a text, chosen by hash.
//!
//! A text is its runs of [`SHINGLE`] words. Of their hashes the lowest are kept (a bottom sketch: Broder, "On the
//! resemblance and containment of documents", 1997), so that two sketches sample the same runs, and the share of one
//! text that stands in another can be read off them. The lowest bit of a hash says that the run is quoted: what two
//! texts both quote is no copy.

use crate::words::mix;

/// Words in one shingle.
const SHINGLE: usize = 4;
/// Shingles kept of a text.
const KEPT: usize = 192;

/// A run counts as quoted with so many of its words in quotation marks.
const QUOTED: usize = 2;
/// The bit of a hash that says so.
const FLAG: u32 = 1;

/// Texts that have so much of each other are copies, whatever in them is quoted.
pub const SAME: f32 = 0.8;

/// A sample of the shingles of one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// Ascending, without doubles.
    pub hashes: Vec<u32>,
    /// Every shingle whose hash is not above this is in `hashes`.
    pub limit: u32,
}

/// What two sketches have in common.
#[derive(Clone, Debug, Default)]
pub struct Overlap {
    /// Shingles of the sample in both, ascending, without those quoted in both.
    pub common: Vec<u32>,
    /// How many are quoted in both; none where the two are nearly the same text.
    pub quoted: usize,
    /// How many of each were compared.
    pub sampled: [usize; 2],
}

impl Overlap {
    /// Of each text, the share that stands in the other: its own words, without those both quote.
    pub fn shares(&self) -> [f32; 2] {
        self.sampled.map(|sampled| match sampled - self.quoted {
            0 => 0.0,
            own => self.common.len() as f32 / own as f32,
        })
    }
}

impl Sketch {
    /// The sketch of a text, given the hash of each of its words and the number of the quotation each is in, or 0.
    pub fn of(words: &[u32], quoted: &[u32]) -> Sketch {
        let marked = |(words, quoted): (&[u32], &[u32])| {
            let inside = quoted.iter().filter(|&&number| number != 0).count();
            shingle(words) & !FLAG | if inside >= QUOTED { FLAG } else { 0 }
        };
        let mut hashes: Vec<u32> = words.windows(SHINGLE).zip(quoted.windows(SHINGLE)).map(marked).collect();
        // Hashes are even over their range: of a long text the lowest few are under a bound that can be told before.
        let bound = (u64::from(u32::MAX) * KEPT as u64 * 2 / hashes.len().max(1) as u64) as u32;
        if hashes.len() > KEPT * 4 {
            let mut low: Vec<u32> = hashes.iter().copied().filter(|&hash| hash <= bound).collect();
            once(&mut low);
            if low.len() >= KEPT {
                hashes = low;
            }
        }
        once(&mut hashes);
        let limit = if hashes.len() > KEPT { hashes[KEPT - 1] | FLAG } else { u32::MAX };
        hashes.truncate(KEPT);
        Sketch { hashes, limit }
    }

    /// Compares two samples over the hashes that both would have kept.
    pub fn overlap(&self, other: &Sketch) -> Overlap {
        let limit = self.limit.min(other.limit);
        let mine = &self.hashes[..self.hashes.partition_point(|&hash| hash <= limit)];
        let theirs = &other.hashes[..other.hashes.partition_point(|&hash| hash <= limit)];
        let mut overlap = Overlap { sampled: [mine.len(), theirs.len()], ..Overlap::default() };
        let (mut at, mut quoted) = (0, Vec::new());
        for &hash in mine {
            while theirs.get(at).is_some_and(|&other| other | FLAG < hash & !FLAG) {
                at += 1;
            }
            if let Some(&other) = theirs.get(at).filter(|&&other| other | FLAG == hash | FLAG) {
                let of = if hash & other & FLAG == 0 { &mut overlap.common } else { &mut quoted };
                of.push(key(hash));
            }
        }
        let all = overlap.common.len() + quoted.len();
        if all as f32 >= SAME * mine.len().max(theirs.len()) as f32 {
            overlap.common.append(&mut quoted);
            overlap.common.sort_unstable();
        }
        overlap.quoted = quoted.len();
        overlap
    }
}

/// Sorts hashes, each once: where a run stands both quoted and not, as not.
fn once(hashes: &mut Vec<u32>) {
    hashes.sort_unstable();
    hashes.dedup_by_key(|hash| *hash | FLAG);
}

/// A hash without the bit that says that it is quoted.
pub fn key(hash: u32) -> u32 {
    hash & !FLAG
}

/// The hash of a run of words.
pub fn shingle(words: &[u32]) -> u32 {
    let joined = words
        .iter()
        .fold(0u64, |joined, &word| joined.rotate_left(23).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ u64::from(word));
    mix(joined) as u32
}
