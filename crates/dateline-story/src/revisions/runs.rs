//! The words of two sentences that belong together: which stand in both, which are gone, which are new.

use dateline_model::{Mark, Run, Text};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::tokens::Cut;
use std::ops::Range;

/// Longer sentences, after what they have in common at both ends, are replaced whole: no sentence of a report is so long.
const LONGEST: usize = 1500;

/// Two texts and what they are cut into.
pub struct Texts<'t> {
    /// The texts.
    pub texts: [&'t Text; 2],
    /// What they are cut into.
    pub cuts: [&'t Cut; 2],
}

impl Texts<'_> {
    /// The runs of some tokens of both.
    pub fn runs(&self, before: Range<usize>, after: Range<usize>) -> Vec<Run> {
        let forms = |which: usize, range: Range<usize>| -> Vec<u32> {
            self.cuts[which].tokens[range].iter().map(|token| token.form).collect()
        };
        let (old, new) = (forms(0, before.clone()), forms(1, after.clone()));
        let ops = joined(operations(&old, &new), |op| self.is_crumb(op, before.start));
        let mut runs = Vec::with_capacity(ops.len() + 1);
        for (mark, olds, news) in ops {
            let shift = |range: Range<usize>, by: usize| range.start + by..range.end + by;
            runs.push(self.run(mark, shift(olds, before.start), shift(news, after.start)));
        }
        runs
    }

    /// One run, by its tokens.
    pub fn run(&self, mark: Mark, before: Range<usize>, after: Range<usize>) -> Run {
        let span = |which: usize, range: Range<usize>| self.cuts[which].span(self.texts[which], range);
        Run { mark, before: span(0, before), after: span(1, after) }
    }

    /// True for words in common that are too few to be seen between two changes: a mark, or one short word.
    fn is_crumb(&self, olds: &Range<usize>, shift: usize) -> bool {
        let tokens = &self.cuts[0].tokens[olds.start + shift..olds.end + shift];
        match tokens {
            [token] => !token.word || token.span.len() <= 3,
            _ => false,
        }
    }
}

type Step = (Mark, Range<usize>, Range<usize>);

fn operations(old: &[u32], new: &[u32]) -> Vec<Step> {
    let head = old.iter().zip(new).take_while(|(one, other)| one == other).count();
    let (old_rest, new_rest) = (&old[head..], &new[head..]);
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(one, other)| one == other).count();
    let (old_middle, new_middle) = (&old_rest[..old_rest.len() - tail], &new_rest[..new_rest.len() - tail]);
    let mut steps: Vec<Step> = Vec::new();
    let mut push = |mark: Mark, olds: Range<usize>, news: Range<usize>| {
        if !olds.is_empty() || !news.is_empty() {
            steps.push((mark, olds, news));
        }
    };
    push(Mark::Same, 0..head, 0..head);
    let (old_end, new_end) = (head + old_middle.len(), head + new_middle.len());
    if old_middle.len().max(new_middle.len()) > LONGEST {
        push(Mark::Gone, head..old_end, head..head);
        push(Mark::New, old_end..old_end, head..new_end);
    } else {
        for op in capture_diff_slices(Algorithm::Myers, old_middle, new_middle) {
            let shift = |range: Range<usize>| range.start + head..range.end + head;
            let (olds, news) = (shift(op.old_range()), shift(op.new_range()));
            if matches!(op, DiffOp::Equal { .. }) {
                push(Mark::Same, olds, news);
            } else {
                push(Mark::Gone, olds.clone(), news.start..news.start);
                push(Mark::New, olds.end..olds.end, news);
            }
        }
    }
    push(Mark::Same, old_end..old.len(), new_end..new.len());
    steps
}

/// Joins changes that only crumbs part, so that they read as one; of a change the gone words come first.
fn joined(steps: Vec<Step>, is_crumb: impl Fn(&Range<usize>) -> bool) -> Vec<Step> {
    let mut out: Vec<Step> = Vec::new();
    let mut at = 0;
    while at < steps.len() {
        if steps[at].0 == Mark::Same {
            out.push(steps[at].clone());
            at += 1;
            continue;
        }
        let begin = at;
        while at < steps.len() {
            let changed = steps[at].0 != Mark::Same;
            let followed = steps.get(at + 1).is_some_and(|next| next.0 != Mark::Same);
            if !(changed || is_crumb(&steps[at].1) && followed) {
                break;
            }
            at += 1;
        }
        let (first, last) = (&steps[begin], &steps[at - 1]);
        let (olds, news) = (first.1.start..last.1.end, first.2.start..last.2.end);
        if !olds.is_empty() {
            out.push((Mark::Gone, olds.clone(), news.start..news.start));
        }
        if !news.is_empty() {
            out.push((Mark::New, olds.end..olds.end, news));
        }
    }
    out
}
