//! Cuts text into words: runs of letters and digits, and where a script sets no spaces, the words of a dictionary.

use std::ops::Range;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use unicode_normalization::char::is_combining_mark;

/// Text without spaces is handed to the segmenter in pieces of at most this many bytes, which bounds its memory.
const PIECE: usize = 4096;

/// The scripts that are written without spaces between words: first and last code point.
const UNSPACED: [(char, char); 9] = [
    ('\u{0E00}', '\u{0EFF}'),   // Thai, Lao
    ('\u{1000}', '\u{109F}'),   // Myanmar
    ('\u{1780}', '\u{17FF}'),   // Khmer
    ('\u{3005}', '\u{3007}'),   // iteration marks
    ('\u{3040}', '\u{30FF}'),   // Hiragana, Katakana
    ('\u{31F0}', '\u{31FF}'),   // Katakana extensions
    ('\u{3400}', '\u{9FFF}'),   // Han
    ('\u{F900}', '\u{FAFF}'),   // Han compatibility
    ('\u{20000}', '\u{3FFFF}'), // Han extensions
];

/// The words of a text, as byte ranges, in order.
pub struct Words<'t> {
    text: &'t str,
    at: usize,
    segmenter: WordSegmenterBorrowed<'static>,
    /// Words of the piece without spaces that was cut last, the first at the end.
    cut: Vec<Range<usize>>,
}

impl<'t> Words<'t> {
    /// The words of `text`.
    pub fn of(text: &'t str) -> Words<'t> {
        // By dictionaries throughout: the same words every time, at the cost of a look-up a letter.
        let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
        Words { text, at: 0, segmenter, cut: Vec::new() }
    }

    /// The end of the run from `start` in which every character satisfies `belongs`.
    fn run(&self, start: usize, belongs: impl Fn(char) -> bool) -> usize {
        let rest = &self.text[start..];
        start + rest.find(|letter| !belongs(letter)).unwrap_or(rest.len())
    }

    /// The next word of a script with spaces, from `start` on.
    fn spaced(&mut self, start: usize) -> Range<usize> {
        let bytes = self.text.as_bytes();
        let mut end = start;
        while let Some(byte) = bytes.get(end) {
            if byte.is_ascii_alphanumeric() {
                end += 1;
            } else if byte.is_ascii() {
                break;
            } else {
                let next = self.run(end, |letter| !letter.is_ascii() && is_word(letter) && !is_unspaced(letter));
                if next == end {
                    break;
                }
                end = next;
            }
        }
        let end = self.initials(start, end);
        self.at = self.after_possessive(end);
        start..end
    }

    /// `U.S.` is one word: single letters, each followed by a full stop and another letter.
    fn initials(&self, start: usize, mut end: usize) -> usize {
        let bytes = self.text.as_bytes();
        let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
        let inside = |at: usize| self.text[at..].chars().next().is_some_and(is_word);
        if end - start != 1 || !letter(start) {
            return end;
        }
        while bytes.get(end) == Some(&b'.') && letter(end + 1) && !inside(end + 2) {
            end += 2;
        }
        end
    }

    /// Where to go on after a word: behind `'s`, which is no word.
    fn after_possessive(&self, end: usize) -> usize {
        if !matches!(self.text.as_bytes().get(end), Some(b'\'' | 0xE2)) {
            return end;
        }
        let rest = &self.text[end..];
        let Some(tail) = rest.strip_prefix(['\'', '’']).and_then(|tail| tail.strip_prefix(['s', 'S'])) else {
            return end;
        };
        if tail.chars().next().is_some_and(is_word) { end } else { self.text.len() - tail.len() }
    }

    /// Cuts the run without spaces from `start` on.
    fn unspaced(&mut self, start: usize) {
        let whole = self.run(start, is_unspaced);
        let end = if whole - start > PIECE { self.text.floor_char_boundary(start + PIECE) } else { whole };
        let mut from = start;
        let breaks = self.segmenter.segment_str(&self.text[start..end]).iter_with_word_type();
        for (to, kind) in breaks {
            let to = start + to;
            if to > from {
                if kind.is_word_like() || self.text[from..to].chars().any(char::is_alphanumeric) {
                    self.cut.push(from..to);
                }
                from = to;
            }
        }
        self.cut.reverse();
        self.at = end;
    }
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        loop {
            if let Some(word) = self.cut.pop() {
                return Some(word);
            }
            // Most text is ASCII: its gaps are passed over byte by byte.
            let bytes = &self.text.as_bytes()[self.at..];
            let gap = bytes.iter().take_while(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric()).count();
            let rest = &self.text[self.at + gap..];
            if rest.starts_with(|first: char| first.is_ascii()) {
                return Some(self.spaced(self.at + gap));
            }
            let (skipped, first) = rest.char_indices().find(|&(_, letter)| is_word(letter))?;
            let start = self.at + gap + skipped;
            if is_unspaced(first) {
                self.unspaced(start);
            } else {
                return Some(self.spaced(start));
            }
        }
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || (!letter.is_ascii() && is_combining_mark(letter))
}

fn is_unspaced(letter: char) -> bool {
    letter >= UNSPACED[0].0 && is_word(letter) && UNSPACED.iter().any(|&(first, last)| (first..=last).contains(&letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        Words::of(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(words("The 2nd ferry, at 06:30!"), ["The", "2nd", "ferry", "at", "06", "30"]);
        assert_eq!(words("Zürich–Genève"), ["Zürich", "Genève"]);
        assert_eq!(words("Zu\u{308}rich"), ["Zu\u{308}rich"]);
        assert_eq!(words(""), [""; 0]);
        assert_eq!(words("…!?"), [""; 0]);
    }

    #[test]
    fn initials_are_one_word_and_possessives_none() {
        assert_eq!(words("the U.S. port"), ["the", "U.S", "port"]);
        assert_eq!(words("U.N.-led"), ["U.N", "led"]);
        assert_eq!(words("Berth B.Then"), ["Berth", "B", "Then"]);
        assert_eq!(words("Norway's port’s o'clock"), ["Norway", "port", "o", "clock"]);
        assert_eq!(words("it's 's"), ["it", "s"]);
    }

    #[test]
    fn scripts_without_spaces_are_cut_by_dictionary() {
        assert_eq!(words("港湾の会議"), ["港湾", "の", "会議"]);
        assert_eq!(words("2番線でJR線"), ["2", "番線", "で", "JR", "線"]);
        assert_eq!(words("ภาษาไทย"), ["ภาษา", "ไทย"]);
        assert!(words("我们在港口开会").contains(&"港口"));
    }

    #[test]
    fn a_run_longer_than_a_piece_is_cut_whole() {
        let text = "港湾会議".repeat(5_000);
        let mut at = 0;
        for word in Words::of(&text) {
            assert_eq!(word.start, at);
            at = word.end;
        }
        assert_eq!(at, text.len());
    }
}
