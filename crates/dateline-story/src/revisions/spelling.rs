//! Whether two words are one word, misspelt and put right.

use crate::background::share;
use crate::features::stems::Stems;
use crate::words::hash;

/// True where `gone` is no word that is known and `new` is near enough to it to be what was meant. Only of English it is known
/// which words there are; of other languages longer words must be nearer.
pub fn is_mended(gone: &str, new: &str, language: &str) -> bool {
    let stems = Stems::of(language);
    let known = |form: &str| share(stems.hash(form)) > 0.0 || share(hash(form)) > 0.0;
    let length = gone.chars().count().min(new.chars().count());
    let (english, distance) = (language == "en", distance(gone, new));
    let near = match (english, length) {
        (true, 0..=2) | (false, 0..=5) => 0,
        (true, 3..=6) | (false, 6..=9) => 1,
        _ => 2,
    };
    let digits = gone.chars().chain(new.chars()).any(char::is_numeric);
    distance > 0
        && distance <= near
        && !digits
        && gone.chars().next() == new.chars().next()
        && !(english && known(gone))
}

/// True where the words of two names are the same but for the spelling of longer ones.
pub fn is_name_mended(gone: &[String], new: &[String]) -> bool {
    let one = |(gone, new): (&String, &String)| {
        let length = gone.chars().count().min(new.chars().count());
        gone == new || (length >= 6 && gone.chars().next() == new.chars().next() && distance(gone, new) <= 2)
    };
    gone.len() == new.len() && gone.iter().zip(new).all(one)
}

/// How many letters are to be changed, left out, put in or turned round with their neighbour to come from one to the other
/// (optimal string alignment distance). Longer words than 40 letters are as far apart as can be.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len() > 40 || other.len() > 40 {
        return usize::MAX;
    }
    let (mut last, mut before): (Vec<usize>, Vec<usize>) = ((0..=other.len()).collect(), Vec::new());
    for at in 1..=one.len() {
        let mut row = vec![at];
        for there in 1..=other.len() {
            let same = one[at - 1] == other[there - 1];
            let mut best = (last[there - 1] + usize::from(!same)).min(last[there] + 1).min(row[there - 1] + 1);
            if at > 1 && there > 1 && one[at - 1] == other[there - 2] && one[at - 2] == other[there - 1] {
                best = best.min(before[there - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_errors_are_told_from_other_words() {
        for (gone, new) in
            [("teh", "the"), ("goverment", "government"), ("assembley", "assembly"), ("recieved", "received")]
        {
            assert!(is_mended(gone, new, "en"), "{gone} {new}");
        }
        for (gone, new) in
            [("now", "not"), ("killed", "billed"), ("dead", "deaf"), ("12", "14"), ("may", "way"), ("", "a")]
        {
            assert!(!is_mended(gone, new, "en"), "{gone} {new}");
        }
    }
}
