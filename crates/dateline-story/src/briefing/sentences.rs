//! Which sentences a reader can be shown by themselves.

use dateline_model::Span;

use crate::TimelineReport;
use crate::places::is_furniture;
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
