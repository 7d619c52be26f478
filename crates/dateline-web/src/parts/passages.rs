//! A text with the passages marked that stand in another.

use dateline_model::{Passage, PassageKind, Span, Text};

/// A run of words of a line.
#[derive(Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub words: String,
    /// The number of the passage they belong to, from 1; 0 for none.
    pub passage: usize,
    /// True for the first words of a passage in this text: what a link to it leads to.
    pub opens: bool,
    /// True for words that both texts quote.
    pub quoted: bool,
}

/// The lines of `text`, each cut where passages begin and end. `side` gives the end of a passage that lies in this text.
#[must_use]
pub fn lines(text: &Text, passages: &[Passage], side: impl Fn(&Passage) -> Span) -> Vec<Vec<Run>> {
    let mut ordered: Vec<(usize, Span, bool)> = passages
        .iter()
        .enumerate()
        .map(|(at, passage)| (at + 1, side(passage), passage.kind == PassageKind::SharedQuotation))
        .collect();
    ordered.sort_by_key(|(_, span, _)| span.start());
    text.lines().map(|line| runs(text, line, &ordered)).collect()
}

fn runs(text: &Text, line: Span, ordered: &[(usize, Span, bool)]) -> Vec<Run> {
    let words = |range: std::ops::Range<usize>| text.as_str().get(range).unwrap_or_default().to_owned();
    let plain = |range| Run { words: words(range), passage: 0, opens: false, quoted: false };
    let first = ordered.partition_point(|(_, span, _)| span.end() <= line.start());
    let (mut runs, mut at) = (Vec::new(), line.start());
    for &(passage, span, quoted) in ordered[first..].iter().take_while(|(_, span, _)| span.start() < line.end()) {
        let (start, end) = (span.start().max(at), span.end().min(line.end()));
        if start > at {
            runs.push(plain(at..start));
        }
        if end > start {
            runs.push(Run { words: words(start..end), passage, opens: span.start() >= line.start(), quoted });
            at = end;
        }
    }
    if at < line.end() {
        runs.push(plain(at..line.end()));
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_over_two_lines_is_marked_in_both_and_opens_once() {
        let text = Text::new("The ferry left late.\nIt was full.");
        let span = |start, end| text.span(start..end).unwrap();
        let passage = |here| Passage { here, there: here, kind: PassageKind::Copied };
        let passages = [passage(span(10, 27)), passage(span(28, 32))];
        let lines = lines(&text, &passages, |passage| passage.here);
        let told: Vec<Vec<(&str, usize, bool)>> = lines
            .iter()
            .map(|line| line.iter().map(|run| (run.words.as_str(), run.passage, run.opens)).collect())
            .collect();
        assert_eq!(
            told,
            [
                vec![("The ferry ", 0, false), ("left late.", 1, true)],
                vec![("It was", 1, false), (" ", 0, false), ("full", 2, true), (".", 0, false)]
            ]
        );
    }
}
