//! Linear models over hashed features, with weights of one byte.

/// A table of rows, one a hashed feature, of a weight a class.
///
/// Method: feature hashing (Weinberger et al. 2009). Two features may share a row; with many more rows than frequent
/// features this costs next to nothing.
#[derive(Debug)]
pub struct Weights<const CLASSES: usize> {
    rows: &'static [[u8; CLASSES]],
}

/// Bytes of a model at the beginning of a cache line, so that no row lies upon two of them.
#[derive(Debug)]
#[repr(C, align(64))]
pub struct Aligned<Bytes: ?Sized>(pub Bytes);

/// The scores of the classes.
pub type Scores<const CLASSES: usize> = [i16; CLASSES];

impl<const CLASSES: usize> Weights<CLASSES> {
    /// The table of `bytes`, a signed byte a weight, whose number of rows is the largest power of two that fits.
    #[must_use]
    pub fn new(bytes: &'static [u8]) -> Weights<CLASSES> {
        let (rows, _) = bytes.as_chunks::<CLASSES>();
        let count = if rows.is_empty() { 0 } else { 1 << rows.len().ilog2() };
        Weights { rows: &rows[..count] }
    }

    /// Adds up the rows of `features`.
    #[must_use]
    pub fn score(&self, features: &[u64]) -> Scores<CLASSES> {
        let mut scores = [0i16; CLASSES];
        let mask = self.rows.len().wrapping_sub(1);
        if self.rows.is_empty() {
            return scores;
        }
        for &feature in features {
            let row = &self.rows[row_of(feature) & mask];
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += i16::from(*weight as i8);
            }
        }
        scores
    }
}

impl Weights<3> {
    /// As [`Weights::score`], three weights at once: the parser waits for nothing else as long.
    #[must_use]
    pub fn score_three(&self, features: &[u64]) -> Scores<3> {
        // Weights are added as bytes from 0 to 255, so that no sum runs over into the next.
        const SIGN: u32 = 0x80_8080;
        let bytes = self.rows.as_flattened();
        let mask = self.rows.len().wrapping_sub(1);
        let (mut outer, mut middle) = (0u32, 0u32);
        for &feature in features {
            let row = bytes.get(3 * (row_of(feature) & mask)..).unwrap_or_default();
            // The last row has no byte behind it.
            let row = match row.first_chunk::<4>() {
                Some(row) => u32::from_le_bytes(*row),
                None => row.iter().rev().fold(0, |row, &byte| row << 8 | u32::from(byte)),
            };
            let row = row ^ SIGN;
            outer += row & 0xff_00ff;
            middle += row >> 8 & 0xff;
        }
        let base = 0x80 * features.len() as i32;
        let sum = |sum: u32| (sum as i32 - base) as i16;
        [sum(outer & 0xffff), sum(middle), sum(outer >> 16)]
    }
}

/// The row of a feature, before it is cut to the number of rows.
#[must_use]
pub fn row_of(feature: u64) -> usize {
    (feature >> 20) as usize
}

/// One feature made of the number of its template and its parts. Method: multiply and rotate, as in FxHash.
#[must_use]
pub fn feature(template: u64, parts: &[u64]) -> u64 {
    let mix = |sum: u64, part: u64| (sum.rotate_left(5) ^ part).wrapping_mul(0x517c_c1b7_2722_0a95);
    let sum = parts.iter().fold(mix(0, template), |sum, &part| mix(sum, part));
    sum ^ (sum >> 32)
}

/// The class with the highest score among those that `allowed` lets through.
#[must_use]
pub fn best<const CLASSES: usize>(scores: &Scores<CLASSES>, allowed: impl Fn(usize) -> bool) -> usize {
    let mut best = None::<(usize, i16)>;
    for (class, &score) in scores.iter().enumerate() {
        if allowed(class) && best.is_none_or(|(_, highest)| score > highest) {
            best = Some((class, score));
        }
    }
    best.map_or(0, |(class, _)| class)
}
