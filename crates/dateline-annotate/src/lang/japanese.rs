//! Japanese.

mod cues;
mod quantities;
mod sources;

use super::LanguageData;
use super::NumberWord::*;

pub(super) static DATA: LanguageData = LanguageData {
    tag: "ja",
    abbreviations: &[],
    final_abbreviations: &[],
    number_abbreviations: &[],
    openers: &[],
    continuations: &["と", "など", "という", "を", "に", "は", "が", "の", "も", "で"],
    ordinal_stop: false,
    month_first: false,
    // Days are found by their figures: 7月1日. Words are not set apart by spaces.
    times: &[],
    holidays: &[],
    numbers: &[("百", Hundred), ("千", Scale(1e3)), ("万", Scale(1e4)), ("億", Scale(1e8)), ("兆", Scale(1e12))],
    quantities: &quantities::WORDS,
    attribution: Some(&cues::ATTRIBUTION),
};
