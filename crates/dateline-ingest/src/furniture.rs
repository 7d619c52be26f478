//! Words of pages that are no words of reports: invitations, advertisements, lists of other reports.

mod picture;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::words;

/// What a line of furniture does to the lines after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Furniture {
    /// Only the line itself is furniture.
    Line,
    /// Headlines of other reports may follow.
    ListOfReports,
    /// The page's own list of its headings may follow.
    ListOfHeadings,
    /// Nothing of the report follows.
    End,
}

/// The lines, by what they do.
static LINES: LazyLock<Lines> = LazyLock::new(|| Lines::read(include_str!("furniture/lines.txt")));

/// Names of the sections of that file.
const SECTIONS: [(&str, Furniture); 4] = [
    ("line", Furniture::Line),
    ("list of reports", Furniture::ListOfReports),
    ("list of headings", Furniture::ListOfHeadings),
    ("end", Furniture::End),
];

#[derive(Default)]
struct Lines {
    /// Lines that are these words and nothing else.
    whole: HashMap<&'static str, Furniture>,
    /// Lines that begin with these words, up to [`LONGEST_OPENING`] words long.
    openings: Vec<(&'static str, Furniture)>,
}

impl Lines {
    fn read(file: &'static str) -> Lines {
        let mut lines = Lines::default();
        let mut section = Furniture::Line;
        for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let named = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
            if let Some((_, named)) = SECTIONS.into_iter().find(|(name, _)| Some(*name) == named) {
                section = named;
            } else if let Some(opening) = line.strip_suffix('…') {
                lines.openings.push((opening, section));
            } else {
                lines.whole.insert(line, section);
            }
        }
        lines
    }
}

/// A sentence of a report may begin like an invitation, but not one that is longer than this.
const LONGEST_OPENING: usize = 40;

/// What kind of furniture the line is, or `None` for a line of the report.
pub(crate) fn kind(line: &str) -> Option<Furniture> {
    let line = line.trim();
    let lower = line.to_lowercase();
    let bare = lower.trim_start_matches('#').trim().trim_end_matches([':', '»', '>', '→', '.', '…', '。']).trim();
    let bare = bare.replace('’', "'");
    if let Some(&kind) = LINES.whole.get(bare.as_str()) {
        return Some(kind);
    }
    if picture::is_credit(line) {
        return Some(Furniture::Line);
    }
    let &(opening, kind) = LINES.openings.iter().find(|(opening, _)| lower.starts_with(opening))?;
    let most = match kind {
        // `More from the minister's speech …` is a sentence.
        Furniture::ListOfReports => 8,
        _ => LONGEST_OPENING,
    };
    let label = kind != Furniture::ListOfReports || !words::ends_sentence(line);
    (words::count(&lower[opening.len().min(lower.len())..]) <= most && label).then_some(kind)
}

/// Removes the word `Advertisement` that a page left standing between two sentences.
pub(crate) fn without_advertisement(line: &str) -> String {
    const WORD: &str = "Advertisement";
    if !line.contains(WORD) {
        return line.to_owned();
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(WORD) {
        let (before, from) = rest.split_at(at);
        let after = &from[WORD.len()..];
        out.push_str(before);
        let first = after.strip_prefix(' ').and_then(|after| after.chars().next());
        let opens = first.is_none_or(|first| first.is_uppercase() || "‘“'\"".contains(first));
        let bounded = after.is_empty() || after.starts_with(' ');
        if bounded && opens && (out.is_empty() || out.ends_with(' ') && words::ends_sentence(&out)) {
            rest = after.trim_start();
        } else {
            out.push_str(WORD);
            rest = after;
        }
    }
    out.push_str(rest);
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_known_and_sentences_are_not() {
        assert_eq!(kind("You May Also Like:"), Some(Furniture::ListOfReports));
        assert_eq!(kind("## Table of Contents"), Some(Furniture::ListOfHeadings));
        assert_eq!(kind("Editor’s Picks"), Some(Furniture::ListOfReports));
        assert_eq!(kind("More from The Harbour Post"), Some(Furniture::ListOfReports));
        assert_eq!(kind("More from the talks is expected on Monday."), None);
        assert_eq!(kind("Sign up for our morning letter"), Some(Furniture::Line));
        assert_eq!(kind("Related parties were told on Monday."), None);
        assert_eq!(kind("DOWNLOAD THE APP"), Some(Furniture::End));
        assert_eq!(kind("Loading..."), Some(Furniture::Line));
        assert_eq!(kind("Lesen Sie auch: Fähren werden teurer"), Some(Furniture::Line));
        assert_eq!(kind("関連記事"), Some(Furniture::ListOfReports));
        assert_eq!(kind(""), None);
    }

    #[test]
    fn the_file_of_lines_is_sound() {
        let file = include_str!("furniture/lines.txt");
        let entries = || file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let named = |line: &&str| line.starts_with('[');
        assert!(entries().filter(named).all(|line| SECTIONS.iter().any(|(name, _)| line == format!("[{name}]"))));
        assert!(entries().all(|line| line == line.to_lowercase().trim_start()));
        assert_eq!(entries().filter(|line| !named(line)).count(), LINES.whole.len() + LINES.openings.len());
    }

    #[test]
    fn a_stray_advertisement_goes_and_the_subject_of_a_sentence_stays() {
        assert_eq!(without_advertisement("They left. Advertisement The pier closed."), "They left. The pier closed.");
        assert_eq!(
            without_advertisement("They left. Advertisement revenue fell."),
            "They left. Advertisement revenue fell."
        );
        assert_eq!(without_advertisement("An Advertisement Standards body"), "An Advertisement Standards body");
        assert_eq!(without_advertisement("They left. Advertisement"), "They left.");
    }
}
