//! Sentences, each inside one line of the text.
//!
//! The marks that may end a sentence and what may stand behind them follow Unicode Standard Annex 29 (sentence
//! boundaries); what it leaves open, abbreviations above all, is decided by the data of the language. Written out here
//! because the time must stay linear whatever the text is.

mod joins;

use dateline_model::{Span, Text};

use crate::LanguageData;

/// The sentences of `text`, in order, without the white space around them.
pub fn split(text: &Text, data: &LanguageData) -> Vec<Span> {
    let mut sentences = Vec::with_capacity(text.len() / 128 + 1);
    for line in text.lines() {
        let words = text.slice(line);
        let mut start = 0;
        for end in Boundaries::new(words, data).chain([words.len()]) {
            let sentence = &words[start..end];
            let lead = sentence.len() - sentence.trim_start().len();
            let (first, last) = (start + lead, start + sentence.trim_end().len());
            if first < last {
                sentences.extend(text.span(line.start() + first..line.start() + last));
            }
            start = end;
        }
    }
    sentences
}

/// The places in one line where a sentence ends and another follows.
struct Boundaries<'a> {
    line: &'a str,
    data: &'a LanguageData,
    at: usize,
    /// Where the sentence that is being read began.
    sentence: usize,
    /// True where an odd number of straight quotation marks has stood in the sentence: the next one closes.
    quoted: bool,
}

impl<'a> Boundaries<'a> {
    fn new(line: &'a str, data: &'a LanguageData) -> Boundaries<'a> {
        Boundaries { line, data, at: 0, sentence: 0, quoted: false }
    }

    /// The end of the run of marks that began at `self.at`, with the closing quotation marks and brackets behind it.
    fn close(&mut self, from: usize) -> usize {
        let mut end = from;
        for (at, character) in self.line[from..].char_indices() {
            match character {
                '"' => self.quoted = !self.quoted,
                _ if is_terminator(character) || is_closer(character) => {}
                _ => break,
            }
            end = from + at + character.len_utf8();
        }
        end
    }

    /// Takes in a closing quotation mark that stands behind a space, as in text split into words: `over . " He`.
    fn close_apart(&mut self, end: usize) -> usize {
        let rest = self.line[end..].trim_start_matches([' ', '\u{a0}']);
        let Some(first) = rest.chars().next() else { return end };
        let closes = matches!(first, '”' | '’' | '»') || (first == '"' && self.quoted) || rest.starts_with("''");
        let width = if rest.starts_with("''") { 2 } else { first.len_utf8() };
        let alone = rest[width..].chars().next().is_none_or(char::is_whitespace);
        if !(closes && alone) {
            return end;
        }
        if first == '"' {
            self.quoted = false;
        }
        self.line.len() - rest.len() + width
    }
}

impl Iterator for Boundaries<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            let rest = &self.line[self.at..];
            let (offset, mark) = rest.char_indices().find(|&(_, character)| {
                self.quoted ^= character == '"';
                is_terminator(character)
            })?;
            let mark_at = self.at + offset;
            let end = self.close(mark_at + mark.len_utf8());
            let end = self.close_apart(end);
            self.at = end;
            let following = &self.line[end..];
            if following.trim_start().is_empty() {
                return None;
            }
            let apart = is_ideographic(mark) || following.starts_with(char::is_whitespace);
            let run_on = !apart && mark == '.' && joins::is_run_on(&self.line[self.sentence..mark_at], following);
            if !(apart || run_on) {
                continue;
            }
            if !joins::goes_on(&self.line[self.sentence..mark_at], mark, &self.line[mark_at..end], following, self.data)
            {
                self.sentence = end;
                self.quoted = false;
                return Some(end);
            }
        }
    }
}

fn is_terminator(character: char) -> bool {
    matches!(character, '.' | '?' | '!' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '؟' | '۔' | '।' | '॥' | '။')
        || is_ideographic(character)
}

/// Marks behind which no space is written.
fn is_ideographic(character: char) -> bool {
    matches!(character, '。' | '！' | '？' | '．' | '｡')
}

fn is_closer(character: char) -> bool {
    matches!(character, '"' | '\'' | '”' | '’' | '“' | ')' | ']' | '}' | '»' | '」' | '』' | '）' | '】' | '›')
}

#[cfg(test)]
mod tests;
