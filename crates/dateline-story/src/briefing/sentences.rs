//! Which sentences a reader can be shown by themselves.

use dateline_model::{BlockKind, Span};

use crate::TimelineReport;
use crate::timeline::soundness::soundness;

/// Shorter sentences tell too little, longer ones too much at once; in words, and for scripts without spaces in letters.
const WORDS: std::ops::RangeInclusive<usize> = 5..=60;
const LETTERS: std::ops::RangeInclusive<usize> = 12..=500;

/// 1 for a sentence that can stand alone, down to 0 for one that cannot.
pub fn worth(report: &TimelineReport<'_>, sentence: Span) -> f32 {
    let words = report.article.text.slice(sentence);
    let count = words.split_whitespace().count();
    let fits = WORDS.contains(&count) || count < 3 && LETTERS.contains(&words.chars().count());
    let language = report.annotations.language.as_ref().map_or("en", |language| language.as_str());
    if fits && !is_furniture(report, sentence) { soundness(words, language) } else { 0.0 }
}

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
