//! Quotations: what stands between quotation marks, across sentences and paragraphs.

use dateline_model::{Span, Text};

/// The words between an opening and a closing quotation mark, with the marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub span: Span,
    /// True where it stays open at the end of its paragraph and the next one goes on with it.
    pub goes_on: bool,
    /// True where it goes on with that of the paragraph before.
    pub follows: bool,
    /// How many words it has.
    pub words: usize,
}

/// Fewer words behind a comma are words of the sentence around them: `The plan, “a gift to the rich,” failed`.
const LEAST_BEHIND_COMMA: usize = 9;

impl Quotation {
    /// True where it is whole sentences rather than words of the sentence that it stands in: it begins with a capital, behind a
    /// mark or at the beginning, or ends with a mark of its own.
    #[must_use]
    pub fn stands_alone(&self, text: &Text) -> bool {
        let inner =
            text.slice(self.span).trim_matches(|character: char| !character.is_alphanumeric() && !is_end(character));
        let begins_high = inner.starts_with(|character: char| !character.is_lowercase());
        let ends = self.goes_on || inner.ends_with(is_end);
        // Only the end of what stands before it is looked at: a line may be endless.
        let blank = |character: char| character.is_whitespace() && character != '\n';
        let line = text.as_str()[..self.span.start()].trim_end_matches(blank);
        let behind_mark = line.ends_with([',', ':', '.', '?', '!', '—', '”', '"', '’', '\n']) || line.is_empty();
        let opens = self.words >= 3 && begins_high && (behind_mark || ends);
        let least = if line.ends_with(',') { LEAST_BEHIND_COMMA } else { 3 };
        opens || (behind_mark && ends && (begins_high || self.words >= least))
    }
}

/// True for a mark that ends a sentence or a part of one.
pub fn is_end(character: char) -> bool {
    matches!(character, ',' | '.' | '?' | '!' | '…' | '—' | '-')
}

/// The pairs of marks: one that opens and what may close it.
const PAIRS: &[(char, &[char])] = &[
    ('“', &['”', '"', '“']),
    ('"', &['"', '”', '“']),
    ('„', &['“', '”', '"']),
    ('«', &['»']),
    ('»', &['«']),
    ('「', &['」']),
    ('『', &['』']),
    ('‘', &['’', '\'']),
    ('\'', &['\'', '’']),
    ('‹', &['›']),
    ('›', &['‹']),
];

/// The quotations of `text`, in order; none within another.
pub fn find(text: &Text) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut open_mark = None::<char>;
    for line in text.lines() {
        open_mark = in_line(text, line, open_mark, &mut found);
    }
    found
}

/// Adds the quotations of one line. `left_open` is the mark that the line before left open; the mark that this line leaves
/// open is returned.
fn in_line(text: &Text, line: Span, left_open: Option<char>, found: &mut Vec<Quotation>) -> Option<char> {
    let words = text.slice(line);
    let mut open = None::<(usize, char)>;
    let mut follows = false;
    let mut before = ' ';
    let mut closers = Closers::default();
    let mut at = 0;
    while let Some((character, width)) = mark_at(words, at) {
        let next = words[at + width..].chars().next().unwrap_or(' ');
        match open {
            None if opens(words, at, character, before, next, &mut closers) => {
                follows = at == 0 && left_open.is_some_and(|mark| mark == character);
                if at == 0 && !follows && left_open.is_some() {
                    unopened(found);
                }
                open = Some((at, character));
            }
            Some((from, mark)) if closes(mark, character, before, next) => {
                found.extend(quotation(text, line, from..at + width, follows, false));
                open = None;
                follows = false;
            }
            _ => {}
        }
        before = character;
        at += width;
    }
    if left_open.is_some() && mark_at(words, 0).is_none_or(|(mark, _)| !PAIRS.iter().any(|(open, _)| *open == mark)) {
        unopened(found);
    }
    let (from, mark) = open?;
    found.extend(quotation(text, line, from..words.len(), follows, true));
    Some(mark)
}

/// The character at `at` and its width; two single marks, as typewriters and agencies write them, are one double.
fn mark_at(words: &str, at: usize) -> Option<(char, usize)> {
    let rest = &words[at..];
    if rest.starts_with("''") || rest.starts_with("``") {
        return Some(('"', 2));
    }
    rest.chars().next().map(|character| (character, character.len_utf8()))
}

/// The next paragraph does not go on: the last quotation was only left unclosed.
fn unopened(found: &mut [Quotation]) {
    if let Some(last) = found.last_mut() {
        last.goes_on = false;
    }
}

fn quotation(
    text: &Text,
    line: Span,
    range: std::ops::Range<usize>,
    follows: bool,
    goes_on: bool,
) -> Option<Quotation> {
    let span = text.span(line.start() + range.start..line.start() + range.end)?;
    let words = text.slice(span).split_whitespace().count();
    Some(Quotation { span, goes_on, follows, words })
}

/// Where the last mark stands that could close a single quotation mark, looked for once a line.
#[derive(Debug, Default)]
struct Closers {
    last_single: Option<Option<usize>>,
}

fn opens(line: &str, at: usize, character: char, before: char, next: char, closers: &mut Closers) -> bool {
    // French sets a space within these marks.
    if (next.is_whitespace() && character != '«') || !PAIRS.iter().any(|(mark, _)| *mark == character) {
        return false;
    }
    let apart = before.is_whitespace()
        || matches!(before, '(' | '[' | '—' | '–' | '-' | '“' | '"' | ',' | ':' | '「' | '：' | '、' | '。');
    match character {
        '"' => !before.is_alphanumeric(),
        '»' | '›' => apart,
        '\'' | '‘' => {
            let last = *closers.last_single.get_or_insert_with(|| last_single(line));
            // `Japan 's ministry`, as some agencies space it, opens nothing.
            let rest = &line[at + character.len_utf8()..];
            let ending = rest.starts_with('s') && !rest[1..].starts_with(char::is_alphanumeric);
            let plain = !ending && (character == '‘' || next.is_alphabetic());
            apart && plain && last.is_some_and(|last| last > at)
        }
        _ => true,
    }
}

/// Where the last single mark stands that ends a quotation rather than a word: behind a mark or before one.
fn last_single(line: &str) -> Option<usize> {
    line.char_indices().rev().find_map(|(at, character)| {
        let behind = line[at + character.len_utf8()..].chars().next().unwrap_or(' ');
        (matches!(character, '\'' | '’') && !behind.is_alphanumeric()).then_some(at)
    })
}

fn closes(mark: char, character: char, before: char, next: char) -> bool {
    let closing = PAIRS.iter().find(|(open, _)| *open == mark).is_some_and(|(_, closing)| closing.contains(&character));
    if !closing {
        return false;
    }
    match mark {
        '\'' | '‘' => !next.is_alphanumeric() && !before.is_whitespace(),
        '"' | '“' if character != '”' => !(before.is_whitespace() && next.is_alphanumeric()),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(content: &str, expected: &[&str]) {
        let text = Text::new(content);
        let found: Vec<&str> = find(&text).iter().map(|quotation| text.slice(quotation.span)).collect();
        assert_eq!(found, expected, "{content}");
    }

    #[test]
    fn marks_of_many_makes() {
        check("“We go,” he said. \"And stay.\"", &["“We go,”", "\"And stay.\""]);
        check("He called it ‘the workers’ day’ and left.", &["‘the workers’"]);
        check("The workers' pay isn't 'good enough', she said.", &["'good enough'"]);
        check("Er sagte: „Wir gehen.“ Sie: »Nein«.", &["„Wir gehen.“", "»Nein«"]);
        check("首相は「中止する」と述べた。", &["「中止する」"]);
        check("''Yes,'' she said, ``No.''", &["''Yes,''", "``No.''"]);
        check("A 6\" pipe and 5'10\" men", &[]);
    }

    #[test]
    fn a_quotation_goes_on_in_the_next_paragraph() {
        let text = Text::new("“One.\n“Two,” he said.\n“Left open.\nOther.");
        let found = find(&text);
        let flags: Vec<(bool, bool)> = found.iter().map(|quotation| (quotation.goes_on, quotation.follows)).collect();
        assert_eq!(flags, [(true, false), (false, true), (false, false)]);
    }
}
