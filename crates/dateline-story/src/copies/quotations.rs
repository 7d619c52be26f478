//! What stands in quotation marks: words that two reports may share because both quote one speaker or press release.

use std::ops::Range;

use super::sketch::shingle;
use crate::words::Words;

/// Opening marks, each with the marks that close what it opens.
const MARKS: &[(char, &[char])] = &[
    ('“', &['”', '"']),
    ('"', &['"', '”']),
    ('„', &['“', '”', '"']),
    ('«', &['»']),
    ('»', &['«']),
    ('「', &['」']),
    ('『', &['』']),
];
/// Single marks open quotations too where a text has no double ones.
const SINGLE: [char; 3] = ['\'', '‘', '’'];
/// What stands behind an apostrophe inside a word that was torn apart: `didn ' t`.
const CLITICS: &[&str] = &["s", "t", "d", "m", "re", "ve", "ll", "em"];

/// The ranges between quotation marks, in order. A quotation that its paragraph does not close ends with it, as where
/// it goes on in the next one or a teaser breaks off.
pub fn ranges(text: &str) -> Vec<Range<usize>> {
    let double = text.contains(|character| MARKS.iter().any(|(open, _)| *open == character)) || text.contains("``");
    let mut found = Vec::new();
    let mut from = 0;
    for line in text.split_inclusive('\n') {
        if double {
            in_double(line, from, &mut found);
        } else {
            in_single(line, from, &mut found);
        }
        from += line.len();
    }
    found
}

fn in_double(line: &str, from: usize, found: &mut Vec<Range<usize>>) {
    let mut open: Option<(usize, &[char])> = None;
    for (at, character) in line.char_indices().filter(|(_, character)| !character.is_alphanumeric()) {
        let (character, length) = match line.get(at..at + 2) {
            Some("``") => ('“', 2),
            Some("''") => ('”', 2),
            _ => (character, character.len_utf8()),
        };
        match open {
            Some((start, closing)) if closing.contains(&character) => {
                found.push(from + start..from + at);
                open = None;
            }
            Some(_) => {}
            None => {
                let mark = MARKS.iter().find(|(opening, _)| *opening == character);
                open = mark.map(|(_, closing)| (at + length, *closing));
            }
        }
    }
    found.extend(open.map(|(start, _)| from + start..from + line.len()));
}

/// Apostrophes look the same, so a single mark opens only before a word and closes only beside a stop or comma.
fn in_single(line: &str, from: usize, found: &mut Vec<Range<usize>>) {
    let mut open = None;
    for (at, mark) in line.char_indices().filter(|(_, character)| SINGLE.contains(character)) {
        let (before, after) = (&line[..at], &line[at + mark.len_utf8()..]);
        match open {
            Some(start) => {
                if before.trim_end().ends_with([',', '.', '!', '?', '…', ';']) {
                    found.push(from + start..from + at);
                    open = None;
                }
            }
            None => {
                let inside = before.chars().next_back().is_some_and(|last| !last.is_whitespace() && last != '(');
                let rest = after.trim_start();
                let length = rest.find(|character: char| !character.is_alphabetic()).unwrap_or(rest.len());
                let clitic = CLITICS.contains(&&rest[..length]);
                open = (!inside && !clitic && length > 0).then_some(at + mark.len_utf8());
            }
        }
    }
}

/// For each word of `text`, the number of the quotation that it stands in, counted from 1, or 0 where it is in none.
pub fn quoted_words(text: &str) -> Vec<u32> {
    let ranges = ranges(text);
    let mut at = 0;
    let number = |start: usize| {
        while ranges.get(at).is_some_and(|range| range.end <= start) {
            at += 1;
        }
        if ranges.get(at).is_some_and(|range| range.start <= start) { at as u32 + 1 } else { 0 }
    };
    Words::new(text).map(|word| word.start).map(number).collect()
}

/// Words in one fingerprint of a quotation.
const LENGTH: usize = 8;
/// Of so many fingerprints in a row one is kept, so that two texts keep the same ones of what they share (winnowing:
/// Schleimer, Wilkerson and Aiken, 2003).
const WINDOW: usize = 12;
/// No more than these of one text.
const MOST: usize = 32;

/// Fingerprints of the longer quotations of a text, ascending: the hashes of its words, and the quotation each is in.
pub fn fingerprints(words: &[u32], quoted: &[u32]) -> Vec<u32> {
    let mut kept = Vec::new();
    let mut from = 0;
    for quotation in quoted.chunk_by(|one, other| one == other) {
        let to = from + quotation.len();
        let long = quotation[0] != 0 && quotation.len() >= LENGTH + WINDOW / 2;
        if let Some(words) = words.get(from..to).filter(|_| long) {
            let hashes: Vec<u32> = words.windows(LENGTH).map(shingle).collect();
            let lowest = |window: &[u32]| window.iter().copied().min();
            kept.extend(hashes.windows(WINDOW.min(hashes.len())).filter_map(lowest));
            kept.dedup();
        }
        from = to;
    }
    kept.sort_unstable();
    kept.dedup();
    kept.truncate(MOST);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        ranges(text).into_iter().map(|range| text[range].trim()).collect()
    }

    #[test]
    fn quotations_stand_between_marks_of_any_kind() {
        assert_eq!(quoted("He said “we will win,” and \"soon\" too."), ["we will win,", "soon"]);
        assert_eq!(quoted("Er sagte: „Nein“, und »Ja«. 首相は「違う」と述べた。"), ["Nein", "Ja", "違う"]);
        assert_eq!(quoted("“ I didn ’ t say it , ” he said ."), ["I didn ’ t say it ,"]);
        assert_eq!(quoted("`` I didn't say it , '' he said ."), ["I didn't say it ,"]);
    }

    #[test]
    fn a_quotation_ends_with_its_paragraph() {
        assert_eq!(quoted("“We go on\n“and on,” she said.\nNothing."), ["We go on", "and on,"]);
    }

    #[test]
    fn single_marks_are_told_from_apostrophes() {
        assert_eq!(quoted("'We will not rest,' she said. The workers' rights."), ["We will not rest,"]);
        assert_eq!(quoted("' I didn ' t say it , ' he said . It ' s 'so-called' news."), ["I didn ' t say it ,"]);
    }

    #[test]
    fn every_word_has_its_quotation() {
        assert_eq!(quoted_words("He said “no, no” and “yes”."), [0, 0, 1, 1, 0, 2]);
    }

    #[test]
    fn what_two_quotations_share_has_the_same_fingerprints() {
        let words: Vec<u32> = (0..200).map(|word: u32| word.wrapping_mul(2_654_435_761)).collect();
        let whole = fingerprints(&words, &[1; 200]);
        let part = fingerprints(&words[40..100], &[1; 60]);
        assert!(part.iter().filter(|hash| whole.contains(hash)).count() >= 3);
        assert!(fingerprints(&words, &[0; 200]).is_empty());
    }
}
