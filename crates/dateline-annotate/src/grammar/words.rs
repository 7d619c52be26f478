//! The words of a sentence as grammar counts them: `do` `n’t`, `Reuters` `’s`, `U.S.` `-` `led`, `3.5`, `”`.

use dateline_model::{Span, Text};

use crate::LanguageData;
use crate::lexemes::WordKey;

/// One word or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// First byte in the text.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
    /// The word, whatever its case.
    pub key: WordKey,
    /// What it looks like.
    pub shape: Shape,
}

/// What a word looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Shape {
    /// Letters, the first of them small.
    Lower,
    /// A capital and small letters.
    Title,
    /// Capitals only, two or more.
    Upper,
    /// One capital, with or without a stop.
    Initial,
    /// Capitals and small letters in another order: `McDonald`, `iPhone`.
    Mixed,
    /// Letters with stops between or behind: `U.S.`, `a.m.`, `Mr.`.
    Stopped,
    /// Begins with a digit.
    Number,
    /// No letter and no digit.
    Mark,
}

impl Word {
    /// The span of the words `first..=last` of a sentence.
    #[must_use]
    pub fn span(text: &Text, first: &Word, last: &Word) -> Option<Span> {
        text.span(first.start as usize..last.end as usize)
    }

    /// The word as the text has it.
    #[must_use]
    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.as_str().get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// A sentence is read in pieces of at most so many words.
pub const LONGEST: usize = 512;

/// The words of one sentence.
#[derive(Debug)]
pub struct Words<'a> {
    text: &'a str,
    data: &'static LanguageData,
    at: usize,
    end: usize,
}

impl<'a> Words<'a> {
    /// Begins with the first word of `sentence`.
    #[must_use]
    pub fn new(text: &'a Text, sentence: Span, data: &'static LanguageData) -> Words<'a> {
        Words { text: text.as_str(), data, at: sentence.start(), end: sentence.end() }
    }

    /// Fills `words` with the next piece; false at the end.
    pub fn read(&mut self, words: &mut Vec<Word>) -> bool {
        words.clear();
        while words.len() < LONGEST {
            let rest = &self.text[self.at..self.end];
            let trimmed = rest.trim_start_matches(is_blank);
            let Some(first) = trimmed.chars().next() else { break };
            let start = self.at + rest.len() - trimmed.len();
            let length = if first.is_alphanumeric() {
                let length = run(trimmed);
                self.push_run(&trimmed[..length], start, words);
                length
            } else {
                let length = marks(trimmed, first);
                push(words, start, &trimmed[..length], Shape::Mark);
                length
            };
            self.at = start + length;
        }
        !words.is_empty()
    }

    /// Adds the run of letters and digits `run` that begins at `start`, cut where grammar cuts it; a stop behind it is taken
    /// in where it belongs to an abbreviation.
    fn push_run(&self, run: &str, start: usize, words: &mut Vec<Word>) {
        let (head, tail) = contraction(run);
        if let Some(whole) = head.strip_suffix('.') {
            if !self.keeps_stop(whole) {
                push(words, start, whole, shape(whole));
                push(words, start + whole.len(), ".", Shape::Mark);
            } else {
                push(words, start, head, shape(head));
            }
        } else {
            push(words, start, head, shape(head));
        }
        if !tail.is_empty() {
            push(words, start + head.len(), tail, Shape::Lower);
        }
    }

    /// True where the stop behind `word` belongs to it.
    fn keeps_stop(&self, word: &str) -> bool {
        let initial = word.len() == 1 && word.as_bytes()[0].is_ascii_uppercase();
        if initial || word.contains('.') {
            return !word.as_bytes()[0].is_ascii_digit();
        }
        let lower = word.to_ascii_lowercase();
        let is_listed = |list: &[&str]| list.contains(&lower.as_str());
        word.len() <= 6
            && (is_listed(self.data.abbreviations)
                || is_listed(self.data.final_abbreviations)
                || (is_listed(self.data.number_abbreviations) && word.starts_with(char::is_uppercase)))
    }
}

fn push(words: &mut Vec<Word>, start: usize, word: &str, shape: Shape) {
    let (start, end) = (start as u32, (start + word.len()) as u32);
    words.push(Word { start, end, key: contracted(word).unwrap_or_else(|| WordKey::of(word)), shape });
}

/// The key of `n’t`, `’s` and their like: as typewriters write them, the only way that is learnt well.
fn contracted(word: &str) -> Option<WordKey> {
    let (before, behind) = word.split_once('’')?;
    let short = matches!(before, "" | "n" | "N") && (1..=2).contains(&behind.len());
    short.then(|| WordKey::of(&format!("{before}'{behind}")))
}

/// White space, and characters that have no width or only turn the direction of writing.
fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The length of the run that `rest` begins with: letters, digits, and marks that stand inside a word. A stop right behind
/// it is taken in.
fn run(rest: &str) -> usize {
    let mut end = 0;
    let mut before = ' ';
    let mut characters = rest.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map_or(' ', |&(_, next)| next);
        let inside = character.is_alphanumeric() || character == '_' || joins(before, character, next);
        if !inside {
            if character == '.' && next != '.' {
                return at + 1;
            }
            break;
        }
        end = at + character.len_utf8();
        before = character;
    }
    end
}

/// True where `mark` between two characters makes one word of them.
fn joins(before: char, mark: char, next: char) -> bool {
    match mark {
        '.' => next.is_alphanumeric(),
        '\'' | '’' => before.is_alphabetic() && next.is_alphabetic(),
        ',' | ':' | '/' | '-' => before.is_ascii_digit() && next.is_ascii_digit(),
        '&' => before.is_uppercase() && next.is_uppercase(),
        '@' => before.is_alphanumeric() && next.is_alphanumeric(),
        _ => false,
    }
}

/// What is cut off behind an apostrophe, `’s` and `n’t` among it.
fn contraction(run: &str) -> (&str, &str) {
    let Some(at) = run.rfind(['\'', '’']) else { return (run, "") };
    let behind = run[at..].trim_start_matches(['\'', '’']).trim_end_matches('.');
    if behind.len() > 2 {
        return (run, "");
    }
    let lower = behind.to_ascii_lowercase();
    if lower == "t" && run[..at].ends_with(['n', 'N']) && at > 1 {
        return run.split_at(at - 1);
    }
    if matches!(lower.as_str(), "s" | "re" | "ve" | "ll" | "d" | "m") { run.split_at(at) } else { (run, "") }
}

/// The length of the mark that `rest` begins with: one character, or a run of the same where runs are one mark.
fn marks(rest: &str, first: char) -> usize {
    if matches!(first, '.' | '-' | '`' | '\'') {
        let longest = if matches!(first, '`' | '\'') { 2 } else { rest.len() };
        return rest.bytes().take(longest).take_while(|&byte| byte == first as u8).count();
    }
    first.len_utf8()
}

fn shape(word: &str) -> Shape {
    let mut characters = word.chars();
    let Some(first) = characters.next() else { return Shape::Mark };
    if first.is_numeric() {
        return Shape::Number;
    }
    let (mut lower, mut upper, mut stop, mut letters) = (false, false, false, 1);
    for character in characters {
        lower |= character.is_lowercase();
        upper |= character.is_uppercase();
        stop |= character == '.';
        letters += usize::from(character.is_alphabetic());
    }
    match (first.is_uppercase(), stop, lower, upper) {
        (true, _, false, false) if letters == 1 => Shape::Initial,
        (_, true, _, _) => Shape::Stopped,
        (false, _, _, false) => Shape::Lower,
        (true, _, true, false) => Shape::Title,
        (true, _, false, true) => Shape::Upper,
        (true, _, false, false) => Shape::Title,
        _ => Shape::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang;

    #[track_caller]
    fn check(sentence: &str, expected: &str) {
        let text = Text::new(sentence);
        let mut words = Vec::new();
        Words::new(&text, text.whole(), lang::of(None)).read(&mut words);
        let found: Vec<&str> = words.iter().map(|word| word.text(&text)).collect();
        assert_eq!(found.join(" | "), expected);
    }

    #[test]
    fn cut_as_grammar_counts() {
        check(
            "He didn’t see Reuters’ story, it’s 3.5%.",
            "He | did | n’t | see | Reuters | ’ | story | , | it | ’s | 3.5 | % | .",
        );
        check(
            "Mr. O'Neil of AT&T Inc. met U.S.-led envoys.",
            "Mr. | O'Neil | of | AT&T | Inc. | met | U.S. | - | led | envoys | .",
        );
        check(
            "“Yes,” J. Doe said at 3:30 p.m. in 2014-15...",
            "“ | Yes | , | ” | J. | Doe | said | at | 3:30 | p.m. | in | 2014-15 | ...",
        );
        check(
            "$1,200 -- or £5m -- for amazon.example’s box",
            "$ | 1,200 | -- | or | £ | 5m | -- | for | amazon.example | ’s | box",
        );
        check("a\u{200b}b \u{202e}over 🙂", "a | b | over | 🙂");
    }

    #[test]
    fn shapes() {
        for (word, expected) in [
            ("talks", Shape::Lower),
            ("Talks", Shape::Title),
            ("NATO", Shape::Upper),
            ("A", Shape::Initial),
            ("A.", Shape::Initial),
            ("McCain", Shape::Mixed),
            ("U.S.", Shape::Stopped),
            ("1990s", Shape::Number),
        ] {
            assert_eq!(shape(word), expected, "{word}");
        }
    }
}
