//! Questions that reports ask as headings, with what follows them.

use dateline_model::{Answered, BlockKind, Cited, Span};

use crate::TimelineReport;
use crate::places::block;

/// So many are told, each with so many sentences.
const MOST: usize = 8;
const ANSWER: usize = 4;

/// The questions that stand as headings or lines of their own, in the order of the reports.
pub fn of(reports: &[TimelineReport<'_>]) -> Vec<Answered> {
    let mut answered = Vec::new();
    for (number, report) in reports.iter().enumerate() {
        let text = &report.article.text;
        let sentences = &report.annotations.sentences;
        let cite = |span: Span| Cited { report: number, span };
        for (at, &sentence) in sentences.iter().enumerate().filter(|(at, _)| asks(report, sentences, *at)) {
            let rest = sentences[at + 1..].iter().copied();
            let plain =
                |span: &Span| !text.slice(*span).trim_end().ends_with(['?', '？']) && !is_heading(report, *span);
            let answer: Vec<Cited> = rest.take_while(plain).take(ANSWER).map(cite).collect();
            if !answer.is_empty() {
                answered.push(Answered { question: cite(sentence), answer });
            }
        }
    }
    answered.truncate(MOST);
    answered
}

fn is_heading(report: &TimelineReport<'_>, sentence: Span) -> bool {
    use BlockKind::{Heading2, Heading3, Heading4};
    matches!(block(report, sentence), Some(Heading2 | Heading3 | Heading4))
}

/// A question that is all of its line: one inside a paragraph is put to nobody.
fn asks(report: &TimelineReport<'_>, sentences: &[Span], at: usize) -> bool {
    let text = report.article.text.as_str();
    let (start, end) = (sentences[at].start(), sentences[at].end());
    let (before, behind) = (text[..start].trim_end_matches(' '), text[end..].trim_start_matches(' '));
    let alone = (before.is_empty() || before.ends_with('\n')) && (behind.is_empty() || behind.starts_with('\n'));
    alone && text[start..end].trim_end().ends_with(['?', '？'])
}
