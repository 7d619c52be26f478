//! Ranges of a text held against each other: exactly, by their words, by what they share.

use std::ops::Range;

/// The parts of one finding, in order.
pub type Parts = Vec<Range<usize>>;

/// `parts` in order, without the white space around each; parts of nothing else are left out.
pub fn trimmed(text: &str, parts: &[Range<usize>]) -> Parts {
    narrowed(text, parts, char::is_whitespace)
}

/// `parts` without the punctuation and white space around each; two with no word between them are one.
/// Parts without any word, such as a colon, stay as they are.
pub fn words(text: &str, parts: &[Range<usize>]) -> Parts {
    let bare = |character: char| !character.is_alphanumeric();
    let narrow = narrowed(text, parts, bare);
    if narrow.is_empty() {
        return trimmed(text, parts);
    }
    let mut merged: Parts = Vec::with_capacity(narrow.len());
    for part in narrow {
        match merged.last_mut() {
            Some(last) if part.start <= last.end || text[last.end..part.start].chars().all(bare) => {
                last.end = last.end.max(part.end);
            }
            _ => merged.push(part),
        }
    }
    merged
}

/// What two findings share, as a part of the longer one: 0 to 1.
pub fn overlap(left: &[Range<usize>], right: &[Range<usize>]) -> f64 {
    let length = |parts: &[Range<usize>]| parts.iter().map(|part| part.len()).sum::<usize>();
    let mut shared = 0;
    let (mut at_left, mut at_right) = (0, 0);
    while let (Some(one), Some(other)) = (left.get(at_left), right.get(at_right)) {
        shared += one.end.min(other.end).saturating_sub(one.start.max(other.start));
        if one.end <= other.end {
            at_left += 1;
        } else {
            at_right += 1;
        }
    }
    shared as f64 / length(left).max(length(right)).max(1) as f64
}

fn narrowed(text: &str, parts: &[Range<usize>], edge: impl Fn(char) -> bool + Copy) -> Parts {
    let mut narrow: Parts = parts
        .iter()
        .filter_map(|part| {
            let content = text.get(part.clone())?;
            let start = part.start + (content.len() - content.trim_start_matches(edge).len());
            let end = start + content.trim_matches(edge).len();
            (start < end).then_some(start..end)
        })
        .collect();
    narrow.sort_unstable_by_key(|part| (part.start, part.end));
    narrow
}

/// How many were expected, found, and both.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    pub expected: usize,
    pub found: usize,
    pub both: usize,
}

impl Counts {
    /// Adds the counts of another text.
    pub fn add(&mut self, other: Counts) {
        self.expected += other.expected;
        self.found += other.found;
        self.both += other.both;
    }

    /// The part of what was found that is right.
    pub fn precision(&self) -> f64 {
        self.both as f64 / self.found.max(1) as f64
    }

    /// The part of what was expected that was found.
    pub fn recall(&self) -> f64 {
        self.both as f64 / self.expected.max(1) as f64
    }

    /// Harmonic mean of the two.
    pub fn f1(&self) -> f64 {
        2.0 * self.both as f64 / (self.expected + self.found).max(1) as f64
    }
}

/// Counts of equal findings, each used once.
pub fn equal<T: Ord>(mut expected: Vec<T>, mut found: Vec<T>) -> Counts {
    expected.sort_unstable();
    found.sort_unstable();
    let mut counts = Counts { expected: expected.len(), found: found.len(), both: 0 };
    let (mut left, mut right) = (expected.iter().peekable(), found.iter().peekable());
    while let (Some(one), Some(other)) = (left.peek(), right.peek()) {
        match one.cmp(other) {
            std::cmp::Ordering::Less => drop(left.next()),
            std::cmp::Ordering::Greater => drop(right.next()),
            std::cmp::Ordering::Equal => {
                counts.both += 1;
                left.next();
                right.next();
            }
        }
    }
    counts
}

/// Pairs of places in the two lists, best first by `worth`, each place used once; nothing worth 0 is paired.
pub fn pairs<T>(expected: &[T], found: &[T], worth: impl Fn(&T, &T) -> f64) -> Vec<(usize, usize)> {
    let mut candidates: Vec<(f64, usize, usize)> = Vec::new();
    for (at, one) in expected.iter().enumerate() {
        for (to, other) in found.iter().enumerate() {
            candidates.push((worth(one, other), at, to));
        }
    }
    candidates.retain(|(worth, ..)| *worth > 0.0);
    candidates.sort_by(|one, other| other.0.total_cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2))));
    let (mut used, mut taken) = (vec![false; expected.len()], vec![false; found.len()]);
    let mut paired = Vec::new();
    for (_, at, to) in candidates {
        if !used[at] && !taken[to] {
            (used[at], taken[to]) = (true, true);
            paired.push((at, to));
        }
    }
    paired
}

#[cfg(test)]
#[expect(clippy::single_range_in_vec_init, reason = "a finding of one part is meant")]
mod tests {
    use super::*;

    #[test]
    fn punctuation_between_parts_is_no_difference_in_words() {
        let text = "“We go,” he said, “now.”";
        let all = words(text, std::slice::from_ref(&(0..text.len())));
        assert_eq!(&text[all[0].clone()], "We go,” he said, “now");
        let colon = "He: no";
        assert_eq!(words(colon, &[2..4]), [2..3]);
        assert_eq!(words("one, two", &[0..4, 5..8]), [0..8]);
        assert_eq!(words("one and two", &[8..11, 0..3]), [0..3, 8..11]);
    }

    #[test]
    fn overlap_is_a_share_of_both() {
        assert!((overlap(&[0..4, 6..8], &[2..8]) - 4.0 / 6.0).abs() < 1e-12);
        assert!(overlap(&[0..4], &[4..8]).abs() < 1e-12);
        assert!((overlap(&[0..4], &[0..2, 2..4]) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn each_finding_is_used_once() {
        let counts = equal(vec!["a", "a", "b"], vec!["c", "a", "b", "b"]);
        assert_eq!((counts.expected, counts.found, counts.both), (3, 4, 2));
        let worth = |one: &f64, other: &f64| 1.0 - (one - other).abs();
        assert_eq!(pairs(&[0.0, 0.5], &[0.4], worth), [(1, 0)]);
    }
}
