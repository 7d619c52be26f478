//! Where in a report something stands: its sentence, its line, inside what.

use dateline_model::{BlockKind, Span};

use crate::TimelineReport;

/// True for headings, captions and rows of tables.
pub fn is_furniture(report: &TimelineReport<'_>, sentence: Span) -> bool {
    let told = |kind: BlockKind| matches!(kind, BlockKind::ListItem | BlockKind::Quotation);
    block(report, sentence).is_some_and(|kind| !told(kind))
}

/// What kind of line a sentence stands in, where it is no plain paragraph.
pub fn block(report: &TimelineReport<'_>, sentence: Span) -> Option<BlockKind> {
    let blocks = &report.article.blocks;
    let at = blocks.partition_point(|block| block.span.start() <= sentence.start());
    let block = at.checked_sub(1).map(|at| blocks[at])?;
    (sentence.end() <= block.span.end()).then_some(block.kind)
}

/// The sentence that holds `span`.
pub fn around(report: &TimelineReport<'_>, span: Span) -> Option<Span> {
    let sentences = &report.annotations.sentences;
    let at = sentences.partition_point(|sentence| sentence.end() <= span.start());
    sentences.get(at).copied().filter(|sentence| sentence.start() <= span.start())
}

/// True where all of `inner` stands in `outer`.
pub fn covers(outer: Span, inner: Span) -> bool {
    outer.start() <= inner.start() && inner.end() <= outer.end()
}

/// Words on one line, a space between two.
pub fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
