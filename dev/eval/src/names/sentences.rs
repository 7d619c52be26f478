//! Sentences that come as labelled tokens, joined into text as it is printed.

use std::ops::Range;

/// A sentence with the spans that people marked in it, in bytes, each with its label.
#[derive(Default)]
pub struct Sentence {
    pub text: String,
    pub spans: Vec<(Range<usize>, String)>,
}

/// Tokens without white space before them.
const CLOSING: &[&str] = &[",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "…", "”", "’", "/", "n't"];
/// Tokens without white space after them.
const OPENING: &[&str] = &["(", "[", "{", "$", "£", "€", "#", "@", "“", "‘", "/"];
/// What follows an apostrophe that stands as a token of its own.
const CLITICS: &[&str] = &["s", "m", "re", "ve", "ll", "d", "t"];

/// Reads `token TAB label` lines; labels are `B-kind`, `I-kind` or `O`; an empty line ends a sentence.
pub fn read(file: &str) -> Vec<Sentence> {
    let sentences = file.split("\n\n").map(|lines| {
        let tokens = lines.lines().filter_map(|line| line.split_once('\t'));
        join(tokens.map(|(token, label)| (token.trim(), label.trim())))
    });
    sentences.filter(|sentence| !sentence.text.is_empty()).collect()
}

/// Joins tokens: no space before a comma, none after an opening bracket. Straight quotation marks open and close in turn.
fn join<'a>(tokens: impl Iterator<Item = (&'a str, &'a str)>) -> Sentence {
    let mut sentence = Sentence::default();
    let (mut quoted, mut glued, mut last) = (false, true, "");
    for (token, label) in tokens {
        let clitic = CLITICS.contains(&token) && matches!(last, "'" | "’");
        let closes = CLOSING.contains(&token) || token.starts_with('\'') || clitic || (token == "\"" && quoted);
        if !glued && !closes {
            sentence.text.push(' ');
        }
        let start = sentence.text.len();
        sentence.text.push_str(token);
        let end = sentence.text.len();
        match label.split_once('-') {
            Some(("I", kind)) if sentence.spans.last().is_some_and(|(_, open)| open == kind) => {
                sentence.spans.iter_mut().last().into_iter().for_each(|(span, _)| span.end = end);
            }
            Some((_, kind)) => sentence.spans.push((start..end, kind.to_owned())),
            None => {}
        }
        glued = OPENING.contains(&token) || (token == "\"" && !quoted);
        quoted ^= token == "\"";
        last = token;
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_joined_as_they_are_printed() {
        let file = "\"\tO\nWe\tO\n\"\tO\n,\tO\nJane\tB-person\nRoe\tI-person\n'\tO\ns\tO\nman\tO\n(\tO\nOslo\tB-place\n)\tO\n\
                    5\tO\n%\tO\n.\tO\n\nNo\tO\nname\tO\n";
        let sentences = read(file);
        assert_eq!(sentences.len(), 2);
        assert_eq!(sentences[0].text, "\"We\", Jane Roe's man (Oslo) 5%.");
        let spans: Vec<_> =
            sentences[0].spans.iter().map(|(span, kind)| (&sentences[0].text[span.clone()], kind.as_str())).collect();
        assert_eq!(spans, [("Jane Roe", "person"), ("Oslo", "place")]);
    }
}
