//! The body that linked data states of a report, held against the body that was found in the page.

use std::collections::HashSet;

use crate::body::Body;
use crate::markup::{has_tags, unescape};
use crate::page::text::{Scope, text};
use crate::words;

/// Letters are compared in runs of this many.
const RUN: usize = 12;
/// Longest stated body that is looked at, in bytes.
const LONGEST: usize = 1 << 20;
/// Fewest words of a stated body that is worth a comparison.
const ENOUGH: usize = 40;

/// The found body without the lines that the stated body does not know, where that one is whole; the stated body, and
/// true, where the found one has less than half of it.
pub(crate) fn weigh(found: Body, stated: Option<&str>) -> (Body, bool) {
    let Some(stated) = stated.map(lines).filter(|stated| stated.word_count() >= ENOUGH) else { return (found, false) };
    let (in_stated, in_found) = (runs(&stated), runs(&found));
    let known: Vec<bool> = found.lines.iter().map(|line| share(&line.words, &in_stated) >= 0.5).collect();
    let stated_words = stated.word_count();
    let covered = stated.lines.iter().map(|line| share(&line.words, &in_found) * words::count(&line.words) as f64);
    let covered = covered.sum::<f64>() / stated_words as f64;
    if covered < 0.5 {
        return (stated, true);
    }
    let known_words: usize =
        found.lines.iter().zip(&known).filter(|(_, known)| **known).map(|(line, _)| words::count(&line.words)).sum();
    if covered < 0.9 || known_words * 2 < found.word_count() {
        return (found, false);
    }
    // Leads, headings, lists and tables are often left out of what is stated.
    let first = known.iter().position(|known| *known).unwrap_or_default();
    let kept: Vec<bool> = (0..known.len())
        .map(|at| {
            let next = known.get(at + 1) == Some(&true);
            known[at]
                || at < first
                || found.lines[at].kind.is_some()
                || next && words::count(&found.lines[at].words) <= SHORT
        })
        .collect();
    let lines = found.lines.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(line, _)| line);
    (Body { lines: lines.collect() }, false)
}

/// Headings are seldom stated: a line of so few words between two known ones is kept.
const SHORT: usize = 14;

/// A body as linked data states it, with or without tags.
pub(super) fn lines(stated: &str) -> Body {
    let stated = &stated[..stated.floor_char_boundary(LONGEST)];
    let stated = unescape(stated);
    if has_tags(&stated) {
        return text(&stated, Scope::Visible);
    }
    let mut body = Body::default();
    stated.lines().for_each(|line| body.push(line, None));
    body
}

/// The hashes of all runs of letters of a body.
fn runs(body: &Body) -> HashSet<u64> {
    let letters: Vec<char> = body.lines.iter().flat_map(|line| letters(&line.words)).collect();
    letters.windows(RUN).map(hash).collect()
}

/// The share of the runs of a line, side by side, that are among `runs`.
fn share(line: &str, runs: &HashSet<u64>) -> f64 {
    let letters = letters(line);
    let parts = letters.chunks_exact(RUN);
    let all = parts.len();
    parts.filter(|part| runs.contains(&hash(part))).count() as f64 / all.max(1) as f64
}

fn letters(line: &str) -> Vec<char> {
    line.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// FNV-1a.
fn hash(letters: &[char]) -> u64 {
    letters
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, &letter| (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(subject: &str) -> String {
        format!(
            "The {subject} board voted on Tuesday to raise what it asks on all four routes from the first of {subject}."
        )
    }

    fn body(lines: &[&str]) -> Body {
        let mut body = Body::default();
        lines.iter().for_each(|line| body.push(line, None));
        body
    }

    fn check(found: &[&str], stated: &str, expected: &[&str]) {
        let (weighed, _) = weigh(body(found), Some(stated));
        assert_eq!(weighed.lines.iter().map(|line| line.words.as_str()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn lines_that_are_not_stated_go_and_leads_and_headings_stay() {
        let [one, two, three] = ["harbour", "airport", "canal"].map(paragraph);
        let stated = format!("<p>{one}</p>{two} {three}");
        check(
            &[
                "A lead of its own, as printed.",
                &one,
                "Why now",
                &two,
                "Also bought: 40 boats for the lake",
                &three,
                "More",
            ],
            &stated,
            &["A lead of its own, as printed.", &one, "Why now", &two, "Also bought: 40 boats for the lake", &three],
        );
        let other = "Bathers found forty striped umbrellas under sand when wind dropped, wardens at Long Beach explained later.";
        check(&[&one, &two, &three, other], &stated, &[&one, &two, &three]);
    }

    #[test]
    fn a_stated_body_stands_in_for_one_that_was_not_found_and_a_teaser_changes_nothing() {
        let [one, two, three] = ["harbour", "airport", "canal"].map(paragraph);
        check(&["Sign in to read."], &format!("{one}\n{two}\n{three}"), &[&one, &two, &three]);
        check(&[&one, &two, &three], &one, &[&one, &two, &three]);
        let long = paragraph("very long ").repeat(3);
        check(
            &[&one, &two, &three, &two.replace("routes", "roads")],
            &long,
            &[&one, &two, &three, &two.replace("routes", "roads")],
        );
    }
}
