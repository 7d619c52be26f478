//! What stands above the text of a report: headline, byline, date.

use dateline_model::Moment;

use crate::furniture;
use crate::lines::Line;
use crate::{bylines, dates, words};

/// The head of a report.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) title: Option<String>,
    pub(super) bylines: Vec<String>,
    pub(super) agency: Option<String>,
    pub(super) published: Option<Moment>,
    /// How many lines it takes.
    pub(super) lines: usize,
}

/// Most words of a headline.
const HEADLINE_WORDS: usize = 25;
/// Most lines between headline and text.
const LINES: usize = 4;

/// Reads the head; a text that begins with its first sentence has none.
pub(super) fn read(lines: &[Line]) -> Head {
    let mut head = Head::default();
    let Some(first) = lines.first() else { return head };
    let words = first.words.trim_start_matches('#').trim();
    let alone = lines.len() == 1;
    let short = words::is_label(words, HEADLINE_WORDS) || is_question(words);
    if !alone && !first.bullet && short && furniture::kind(words).is_none() && dates::read_line(words).is_none() {
        head.title = Some(words.to_owned());
        head.lines = 1;
    }
    let folded = head.title.as_deref().map(words::fold);
    while head.lines < lines.len().min(LINES + 1) {
        let line = &lines[head.lines];
        let again = folded.as_ref().is_some_and(|folded| words::fold(&line.words) == *folded);
        if !(again || head.take(&line.words)) {
            break;
        }
        head.lines += 1;
    }
    if head.lines == lines.len() {
        // Nothing but a head: then it is the text.
        return Head::default();
    }
    head
}

/// A headline may be a question; it is one where it is short.
fn is_question(line: &str) -> bool {
    words::asks(line) && words::count(line) <= 16
}

impl Head {
    /// Takes a line that is only a byline or a date.
    fn take(&mut self, line: &str) -> bool {
        if self.published.is_none()
            && let Some(moment) = dates::read_line(line)
        {
            self.published = Some(moment);
            return true;
        }
        let by = line.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by ")) && words::is_label(line, 14);
        if !by || !self.bylines.is_empty() {
            return false;
        }
        // `By Ann Lee | June 20, 2025`
        let parts: Vec<&str> = line.split([',', '|', '•', '·']).map(str::trim).collect();
        let names: Vec<&str> =
            parts.iter().copied().filter(|part| !part.bytes().any(|byte| byte.is_ascii_digit())).collect();
        let authors = bylines::read(names, None);
        let found = !authors.names.is_empty() || authors.agency.is_some();
        if found {
            self.published = self.published.or_else(|| dates::read(line));
            self.bylines = authors.names;
            self.agency = authors.agency;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::of_text;

    #[test]
    fn headline_byline_and_date_are_taken() {
        let head = read(&of_text("Fares rise\nBy Ann Lee and Bo Ek | June 20, 2025\nFerry fares will rise on Monday."));
        assert_eq!(head.title.as_deref(), Some("Fares rise"));
        assert_eq!(head.bylines, ["Ann Lee", "Bo Ek"]);
        assert_eq!(head.published.unwrap().to_string(), "2025-06-20");
        assert_eq!(head.lines, 2);
    }

    #[test]
    fn a_text_that_begins_with_its_first_sentence_has_no_head() {
        assert_eq!(read(&of_text("Ferry fares will rise on Monday.\nBy the end of June they fall.")), Head::default());
        assert_eq!(read(&of_text("Only words")), Head::default());
    }
}
