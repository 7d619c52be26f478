//! Japanese.

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    tag: "ja",
    abbreviations: &[],
    final_abbreviations: &[],
    number_abbreviations: &[],
    openers: &[],
    continuations: &["と", "など", "という", "を", "に", "は", "が", "の", "も", "で"],
    ordinal_stop: false,
    // Days are found by their figures: 7月1日. Words are not set apart by spaces.
    times: &[],
};
