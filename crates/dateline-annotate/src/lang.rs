//! What is known of each language: one file of data a language, one line in [`LANGUAGES`].

mod english;
mod french;
mod german;
mod japanese;
mod spanish;

use dateline_model::Language;

/// A language as data. Words are in lower case.
#[derive(Debug)]
pub struct LanguageData {
    /// Primary BCP 47 subtag.
    pub tag: &'static str,
    /// Abbreviations, without their last full stop, that do not end a sentence: a name or more of it follows.
    pub abbreviations: &'static [&'static str],
    /// Abbreviations that may end a sentence, and do where one of `openers` follows.
    pub final_abbreviations: &'static [&'static str],
    /// Abbreviations only where a number follows.
    pub number_abbreviations: &'static [&'static str],
    /// Words that open a sentence far more often than they follow an abbreviation.
    pub openers: &'static [&'static str],
    /// Beginnings that go on with the sentence after a closing quotation mark.
    pub continuations: &'static [&'static str],
    /// True where a full stop makes a number an ordinal: `3. Juli`.
    pub ordinal_stop: bool,
    /// The words that expressions of time are made of.
    pub times: &'static [(&'static str, TimeWord)],
}

/// What a word does in an expression of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeWord {
    /// A month, 1 to 12.
    Month(u8),
    /// A month only where something beside it says so: `may`, `march`.
    MonthOrWord(u8),
    /// A day of the week, 1 for Monday to 7.
    Weekday(u8),
    /// A weekday only where a time word is beside it: `sun`, `sat`.
    WeekdayOrWord(u8),
    /// Days from the day of publication: -1 for yesterday.
    Day(i8),
    /// Which one: -1 last, 0 this, 1 next.
    Which(i8),
    /// A unit to count in.
    Unit(Unit),
    /// A number in words.
    Number(u32),
    /// Stands behind a count of units and turns it to the past: `ago`.
    Ago,
    /// Stands before a count of units and turns it to the past: `vor`.
    Before,
    /// Stands before a year or month: `in`, `since`.
    In,
    /// Stands between day and month: `of`.
    Of,
    /// Shows that what follows is yet to come.
    Future,
    /// Shows that what is told has happened.
    Past,
}

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Days.
    Days,
    /// Weeks, Monday to Sunday.
    Weeks,
    /// Calendar months.
    Months,
    /// Calendar years.
    Years,
}

/// Every language known. The first stands in for a text whose language is not in the list or could not be told.
pub static LANGUAGES: &[&LanguageData] =
    &[&english::DATA, &german::DATA, &french::DATA, &spanish::DATA, &japanese::DATA];

/// The data for `language`.
pub fn of(language: Option<&Language>) -> &'static LanguageData {
    let known = language.and_then(|language| LANGUAGES.iter().find(|data| data.tag == language.as_str()));
    known.unwrap_or(&LANGUAGES[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_well_formed() {
        let mut tags = std::collections::BTreeSet::new();
        for data in LANGUAGES {
            assert_eq!(Language::new(data.tag).map(|tag| tag.to_string()).as_deref(), Some(data.tag));
            assert!(tags.insert(data.tag), "{} stands twice", data.tag);
            let words =
                [data.abbreviations, data.final_abbreviations, data.number_abbreviations, data.openers].concat();
            for word in words {
                assert_eq!(word, word.to_lowercase(), "{}", data.tag);
                assert!(!word.ends_with('.'), "{}: {word}", data.tag);
            }
            let mut seen = std::collections::BTreeSet::new();
            for (word, _) in data.times {
                assert_eq!(*word, word.to_lowercase(), "{}", data.tag);
                assert!(seen.insert(word), "{}: {word} stands twice", data.tag);
                assert!(!word.contains(char::is_whitespace), "{}: {word}", data.tag);
            }
        }
    }
}
