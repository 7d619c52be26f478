//! Ranges of a text that may nest, cross or touch, made into marks that are well nested, as HTML needs them.

use std::cmp::Reverse;
use std::ops::Range;

/// One step through a marked text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A mark begins, or goes on after it had to be cut where it crosses another.
    Open {
        /// Its place in the list of ranges.
        mark: usize,
        /// True where this is its first piece here.
        first: bool,
        /// True where this is its last.
        last: bool,
    },
    /// Words, by their bytes.
    Words(Range<usize>),
    /// The mark opened last ends.
    Close {
        /// Its place in the list of ranges.
        mark: usize,
        /// True where it does not go on behind a mark that it crosses.
        last: bool,
    },
}

/// Marks lie in each other at most this deep; what would lie deeper is not marked, which keeps the work linear.
const DEEPEST: usize = 10;

/// The words of `text` in `whole`, each once and in order, with marks for those of `ranges` that hold some of them.
#[must_use]
pub fn nest(text: &str, whole: Range<usize>, ranges: &[Range<usize>]) -> Vec<Step> {
    let whole = within(text, &whole, &(0..text.len()));
    let ranges: Vec<Range<usize>> = ranges.iter().map(|range| within(text, range, &whole)).collect();
    let mut order: Vec<usize> = (0..ranges.len()).filter(|&mark| !ranges[mark].is_empty()).collect();
    // Where several begin, the longest is outermost; of equal ones, the first in the list.
    order.sort_by_key(|&mark| (ranges[mark].start, Reverse(ranges[mark].end), mark));
    let mut waiting = order.into_iter().peekable();
    let mut steps = Vec::new();
    // The open marks, outermost first, each with its step.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut at = whole.start;
    loop {
        let mut opening = close(&ranges, at, &mut open, &mut steps);
        while let Some(mark) = waiting.next_if(|&mark| ranges[mark].start <= at) {
            opening.push(mark);
        }
        opening.sort_by_key(|&mark| (Reverse(ranges[mark].end), mark));
        for mark in opening {
            if open.len() < DEEPEST {
                open.push((mark, steps.len()));
                steps.push(Step::Open { mark, first: ranges[mark].start == at, last: false });
            }
        }
        let ends = open.iter().map(|(mark, _)| ranges[*mark].end);
        let next = ends.chain(waiting.peek().map(|&mark| ranges[mark].start)).min().unwrap_or(whole.end);
        if at < next {
            steps.push(Step::Words(at..next));
        } else if open.is_empty() && waiting.peek().is_none() {
            return steps;
        }
        at = next;
    }
}

/// Closes the marks that end at `at`, and those that lie in them, which are given back where they go on.
fn close(ranges: &[Range<usize>], at: usize, open: &mut Vec<(usize, usize)>, steps: &mut Vec<Step>) -> Vec<usize> {
    let Some(lowest) = open.iter().position(|(mark, _)| ranges[*mark].end <= at) else { return Vec::new() };
    let closed = open.split_off(lowest);
    for &(mark, opened) in closed.iter().rev() {
        let ends = ranges[mark].end <= at;
        steps.push(Step::Close { mark, last: ends });
        if let Some(Step::Open { last, .. }) = steps.get_mut(opened) {
            *last = ends;
        }
    }
    closed.into_iter().map(|(mark, _)| mark).filter(|&mark| ranges[mark].end > at).collect()
}

/// `range` cut to `whole` and to whole characters.
fn within(text: &str, range: &Range<usize>, whole: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start.clamp(whole.start, whole.end));
    let end = text.floor_char_boundary(range.end.clamp(whole.start, whole.end));
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, ranges: &[Range<usize>]) -> String {
        let mut shown = String::new();
        for step in nest(text, 0..text.len(), ranges) {
            match step {
                Step::Open { mark, first, last } => {
                    let cut = |is: bool| if is { "" } else { "~" };
                    shown.push_str(&format!("<{}{mark}{}>", cut(first), cut(last)));
                }
                Step::Words(range) => shown.push_str(&text[range]),
                Step::Close { .. } => shown.push_str("</>"),
            }
        }
        shown
    }

    #[test]
    fn nested_crossing_and_touching_ranges() {
        assert_eq!(shown("abcdef", &[]), "abcdef");
        assert_eq!(shown("", std::slice::from_ref(&(0..9))), "");
        assert_eq!(shown("abcdef", &[1..3, 0..6]), "<1>a<0>bc</>def</>");
        assert_eq!(shown("abcdef", &[0..4, 2..6]), "<0>ab<1~>cd</></><~1>ef</>");
        assert_eq!(shown("abcdef", &[0..3, 3..6]), "<0>abc</><1>def</>");
        assert_eq!(shown("abc", &[0..3, 0..3]), "<0><1>abc</></>");
        assert_eq!(shown("日本", std::slice::from_ref(&(1..4))), "<0>日</>本", "characters are never split");
    }

    #[test]
    fn a_staircase_of_marks_takes_linear_room() {
        let text = "x".repeat(20_000);
        let stairs: Vec<Range<usize>> = (0..10_000).map(|at| at..at + 9_000).collect();
        assert!(nest(&text, 0..text.len(), &stairs).len() < 60 * stairs.len());
    }

    proptest! {
        #[test]
        fn the_words_are_the_words(text in "\\PC{0,60}", ranges in proptest::collection::vec((0usize..200, 0usize..200), 0..30), from in 0usize..200, to in 0usize..200) {
            let ranges: Vec<Range<usize>> = ranges.into_iter().map(|(start, end)| start..end).collect();
            let mut words = String::new();
            let mut open = Vec::new();
            for step in nest(&text, from..to, &ranges) {
                match step {
                    Step::Open { mark, .. } => open.push(mark),
                    Step::Words(range) => {
                        prop_assert!(!range.is_empty());
                        for mark in &open {
                            let marked = within(&text, &ranges[*mark], &(0..text.len()));
                            prop_assert!(marked.start <= range.start && range.end <= marked.end);
                        }
                        words.push_str(&text[range]);
                    }
                    Step::Close { mark, .. } => prop_assert_eq!(open.pop(), Some(mark)),
                }
            }
            prop_assert!(open.is_empty());
            let (from, to) = (text.floor_char_boundary(from.min(text.len())), text.floor_char_boundary(to.min(text.len())));
            prop_assert_eq!(words, &text[from..to.max(from)]);
        }
    }
}
