//! The aligned passages, against what an edit has kept.

use std::ops::Range;

use dateline_engine::align;
use dateline_model::Text;

use super::cases::Cases;
use crate::scoreboard::Scores;

/// Precision, recall and F1 of the words of edited articles that are in passages, against those that no edit put in.
pub fn score(cases: &Cases) -> Scores {
    let (mut found, mut kept, mut both) = (0u32, 0u32, 0u32);
    for case in &cases.edited {
        let text = Text::from(case.edited.text.as_str());
        let passages = align(&text, &case.original.text).passages;
        let mut passages = passages.iter().map(|passage| passage.here.range()).peekable();
        let mut foreign = case.edited.foreign.iter().peekable();
        for word in words(text.as_str()) {
            while passages.peek().is_some_and(|passage| passage.end <= word.start) {
                passages.next();
            }
            while foreign.peek().is_some_and(|foreign| foreign.end <= word.start) {
                foreign.next();
            }
            let is_found = passages.peek().is_some_and(|passage| passage.start < word.end);
            let is_kept = foreign.peek().is_none_or(|foreign| foreign.start >= word.end);
            found += u32::from(is_found);
            kept += u32::from(is_kept);
            both += u32::from(is_found && is_kept);
        }
    }
    let (precision, recall) = (f64::from(both) / f64::from(found.max(1)), f64::from(both) / f64::from(kept.max(1)));
    let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
    Scores::new("passages", [("f1", f1), ("precision", precision), ("recall", recall)])
}

/// Words with a letter or digit, between white space.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let words = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    words.map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        start..start + word.len()
    })
}
