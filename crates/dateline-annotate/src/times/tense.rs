//! Which way the words before an expression point: to what happened or to what is yet to come.

use super::calendar::Tense;
use super::reader::Reader;
use crate::lang::TimeWord;

/// So many lexemes are looked back over, or ahead.
const REACH: usize = 10;

/// An expression with no more than so many lexemes before it opens its sentence.
const OPENING: usize = 4;

/// What the nearest word before `at` that shows a tense tells; where the expression opens the sentence, the first behind.
pub fn of(r: &Reader, at: usize) -> Tense {
    let before = r.words[at.saturating_sub(REACH)..at].iter().rev();
    let ahead = if at <= OPENING { REACH } else { 0 };
    let behind = r.words[at..].iter().take(ahead);
    let told = before.chain(behind).copied().flatten().find(|word| matches!(word, TimeWord::Future | TimeWord::Past));
    match told {
        Some(TimeWord::Future) => Tense::Future,
        Some(_) => Tense::Past,
        None => Tense::Open,
    }
}
