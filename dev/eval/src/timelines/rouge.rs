//! ROUGE-1 and ROUGE-2 counts (Lin, 2004) as ROUGE-1.5.5 gives them with `-m -s`: stemmed, without stop words.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::porter;

/// The SMART stop words (Salton, "The SMART Retrieval System", 1971), with the few that ROUGE sets before them. Those
/// with an apostrophe are left out: no token has one.
static STOPS: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("stops.txt").split_whitespace().collect());

/// Which words are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// All but stop words, as the literature on timelines does (`-s`).
    Content,
    /// All words.
    All,
}

/// The tokens of the sentences of one day, in order.
pub fn tokens(sentences: &[String], counted: Counted) -> Vec<String> {
    let mut tokens = Vec::new();
    for sentence in sentences {
        let small = sentence.to_ascii_lowercase();
        let words = small.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let words = words.filter(|word| counted == Counted::All || !STOPS.contains(word));
        tokens.extend(words.map(|word| if word.len() > 3 { porter::stem(word) } else { word.to_owned() }));
    }
    tokens
}

/// The n-grams of `length` in order of their letters, each as often as it stands there; they run over the ends of
/// sentences, as ROUGE's do.
pub fn grams(tokens: &[String], length: usize) -> Vec<&[String]> {
    let mut grams: Vec<&[String]> = tokens.windows(length).collect();
    grams.sort_unstable();
    grams
}

/// How many items two sorted lists have in common, each as often as both have it.
pub fn common<T: Ord>(one: &[T], other: &[T]) -> usize {
    let (mut at, mut behind, mut common) = (0, 0, 0);
    while let (Some(first), Some(second)) = (one.get(at), other.get(behind)) {
        match first.cmp(second) {
            Ordering::Less => at += 1,
            Ordering::Greater => behind += 1,
            Ordering::Equal => (at, behind, common) = (at + 1, behind + 1, common + 1),
        }
    }
    common
}

/// The words as they stand, nothing stemmed or left out, in order of their letters.
pub fn plain(sentences: &[String]) -> Vec<&str> {
    let mut words: Vec<&str> = sentences.iter().flat_map(|sentence| sentence.split_whitespace()).collect();
    words.sort_unstable();
    words
}

/// Harmonic mean.
pub fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(sentences: &[&str], counted: Counted) -> Vec<String> {
        tokens(&sentences.iter().map(|&sentence| sentence.to_owned()).collect::<Vec<_>>(), counted)
    }

    #[test]
    fn tokens_are_small_stemmed_and_cut_at_marks() {
        let sentence = ["The anti-mining Marchers weren 't counted , `` officials '' say ."];
        assert_eq!(
            of(&sentence, Counted::All),
            ["the", "anti", "mine", "marcher", "weren", "t", "count", "offici", "say"]
        );
        assert_eq!(of(&sentence, Counted::Content), ["anti", "mine", "marcher", "weren", "count", "offici"]);
    }

    #[test]
    fn pairs_run_over_the_end_of_a_sentence_and_count_as_often_as_both_have_them() {
        let found = of(&["bridge shut .", "bridge shut"], Counted::Content);
        let reference = of(&["bridge shut", "mayor resigned"], Counted::Content);
        for (length, expected) in [(1, (2, 4, 4)), (2, (1, 3, 3))] {
            let (found, reference) = (grams(&found, length), grams(&reference, length));
            assert_eq!((common(&found, &reference), found.len(), reference.len()), expected);
        }
    }
}
