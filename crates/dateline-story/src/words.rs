//! The words of a text in one pass, made alike where outlets only differ in house style.

mod spelling;

pub use spelling::{hash, hash64, mix, normal_form};

/// One word.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    /// As written; for a sign such as `%`, the word it stands for.
    pub surface: &'a str,
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where it ends, with what an apostrophe sets behind it.
    pub end: usize,
    /// What it is.
    pub kind: WordKind,
}

/// What a word is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// Letters, the first of them small or without case.
    Small,
    /// Letters, the first of them a capital.
    Capital,
    /// A number, with its decimal point and thousands.
    Number,
    /// One character of a script written without spaces.
    Character,
}

/// Reads the words of `text` in order.
#[derive(Clone, Debug)]
pub struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Words<'a> {
    /// The words of `text`.
    pub fn new(text: &'a str) -> Words<'a> {
        Words { text, at: 0 }
    }

    /// The end of the number that begins at `from`: `1,000.5` is one.
    fn number_end(&self, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let mut end = from;
        while digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && digit(end + 1) && end > from) {
            end += 1;
        }
        end
    }

    /// The end of the letters that begin at `from`; `U.S.` is one word.
    fn letters_end(&self, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut end = from;
        for character in self.text[from..].chars() {
            let letter =
                if character.is_ascii() { character.is_ascii_alphanumeric() } else { character.is_alphanumeric() };
            if !letter || is_unspaced(character) {
                break;
            }
            end += character.len_utf8();
        }
        let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
        if end == from + 1 {
            while bytes.get(end) == Some(&b'.') && letter(end + 1) && !letter(end + 2) {
                end += 2;
            }
        }
        end
    }

    /// `per cent` is one word, as `percent` and `%` are.
    fn per_cent(&mut self, start: usize) -> Option<&'static str> {
        let per = self.text[start..self.at].eq_ignore_ascii_case("per");
        let behind = self.text[self.at..].strip_prefix(" cent").filter(|_| per)?;
        let ends = !behind.starts_with(char::is_alphanumeric);
        ends.then(|| {
            self.at = self.text.len() - behind.len();
            "percent"
        })
    }

    /// Passes over what an apostrophe sets behind a word: `'s`, `’ s`, `'t`.
    fn skip_clitic(&mut self) {
        let rest = &self.text[self.at..];
        let Some(after) = rest.strip_prefix('’').or_else(|| rest.strip_prefix('\'')) else { return };
        let after = after.strip_prefix(' ').unwrap_or(after);
        let letters = after.bytes().take_while(u8::is_ascii_alphabetic).take(3).count();
        let follows = after[letters..].chars().next().is_some_and(char::is_alphanumeric);
        if (1..=2).contains(&letters) && !follows {
            self.at = self.text.len() - after.len() + letters;
        }
    }
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        loop {
            let rest = &self.text[self.at..];
            let first = rest.chars().next()?;
            let start = self.at;
            if first.is_ascii_digit() {
                self.at = self.number_end(start);
                return Some(Word { surface: &self.text[start..self.at], start, end: self.at, kind: WordKind::Number });
            }
            if first.is_alphabetic() {
                if is_unspaced(first) {
                    self.at += first.len_utf8();
                    return Some(Word {
                        surface: &self.text[start..self.at],
                        start,
                        end: self.at,
                        kind: WordKind::Character,
                    });
                }
                self.at = self.letters_end(start).max(start + first.len_utf8());
                let surface = self.per_cent(start).unwrap_or(&self.text[start..self.at]);
                self.skip_clitic();
                let kind = if first.is_uppercase() { WordKind::Capital } else { WordKind::Small };
                return Some(Word { surface, start, end: self.at, kind });
            }
            if first == '\'' || first == '’' {
                let before = self.at;
                self.skip_clitic();
                if self.at > before {
                    continue;
                }
            }
            self.at += first.len_utf8();
            if first == '%' {
                return Some(Word { surface: "percent", start, end: self.at, kind: WordKind::Small });
            }
        }
    }
}

/// True for scripts written without spaces: Han, kana, Thai, Lao, Burmese, Khmer.
pub fn is_unspaced(character: char) -> bool {
    matches!(character,
        '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        Words::new(text).map(|word| word.surface).collect()
    }

    #[test]
    fn house_styles_give_the_same_words() {
        assert_eq!(words("Oslo's talks, 3.5% of 1,000"), ["Oslo", "talks", "3.5", "percent", "of", "1,000"]);
        assert_eq!(words("Oslo ’ s talks , 3.5 % of 1,000"), ["Oslo", "talks", "3.5", "percent", "of", "1,000"]);
        assert_eq!(words("3.5 per cent, per centre"), ["3.5", "percent", "per", "centre"]);
        assert_eq!(words("The U.S. didn't. A '2+2'?"), ["The", "U.S", "didn", "A", "2", "2"]);
        assert_eq!(words("会談 ok"), ["会", "談", "ok"]);
        assert_eq!(words("’’’ ' 's"), [""; 0]);
    }
}
