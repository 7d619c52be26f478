//! What is known of each language: one file of data a language, one line in [`LANGUAGES`].

pub mod english;
mod french;
mod german;
mod japanese;
mod spanish;

use dateline_model::{Bound, Language};

use crate::claims::by_marks::Attribution;

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
    /// True where the month stands before the day in a date of numbers: `7/1/2025`.
    pub month_first: bool,
    /// The words that expressions of time are made of.
    pub times: &'static [(&'static str, TimeWord)],
    /// Days with a name.
    pub holidays: &'static [(&'static str, Holiday)],
    /// The words that numbers are made of.
    pub numbers: &'static [(&'static str, NumberWord)],
    /// The other words of quantities.
    pub quantities: &'static QuantityWords,
    /// How claims are recognised; `None` where only quotations are.
    pub attribution: Option<&'static Attribution>,
}

/// What a word does in a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NumberWord {
    /// Less than a hundred: added to what stands before it.
    Value(u32),
    /// Multiplies what stands before it by a hundred.
    Hundred,
    /// Multiplies what stands before it: a thousand and more.
    Scale(f64),
    /// A scale in the plural, which alone is at least two of it: `dozens`.
    Many(f64),
    /// Joins the parts of a number: `and`.
    And,
    /// `a`, which is one only before a scale or a part: `a million`, `a third`.
    Article,
    /// A half.
    Half,
    /// A part of a whole: so many make it, and whether the word stands for many of them (`thirds`).
    Fraction {
        /// How many make the whole.
        of: f64,
        /// True for the plural.
        many: bool,
    },
    /// Stands before the digits of a fraction: `point`.
    Point,
}

/// The words that quantities are made of, apart from their numbers.
#[derive(Debug)]
pub struct QuantityWords {
    /// What stands before a fraction in digits: full stop or comma.
    pub decimal: char,
    /// Words of units and what they stand for: an ISO 4217 code, `percent`, or a symbol.
    pub units: &'static [(&'static str, &'static str)],
    /// Words before a number that say how exact it is.
    pub bounds: &'static [(&'static str, Bound)],
    /// Words around a number and what they do there.
    pub roles: &'static [(&'static str, QuantityWord)],
}

/// What a word does around a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuantityWord {
    /// Opens a range or a change: `from`.
    From,
    /// Opens a range: `between`.
    Between,
    /// Joins the ends of a range: `to`.
    To,
    /// Joins the ends of a range behind `between`: `and`.
    And,
    /// Stands before what is measured: `of`.
    Of,
    /// An article before what is measured.
    Article,
    /// Less than nothing: `minus`.
    Minus,
    /// Tells a change: `rose`.
    Change,
    /// Stands before the number of a thing that is numbered, not counted: `page`, `flight`.
    Label,
    /// Cannot be a part of what is counted.
    Stop,
    /// Joins the parts of a share: `one in five`, `two out of three`.
    In,
    /// Joins the parts of a share in words or digits: `one over three`.
    Over,
    /// A unit of time: what is counted so is a duration.
    Time,
    /// Ends what is counted, though it has not the look of the plural: `people`.
    Plural,
}

/// What a word does in an expression of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeWord {
    /// A month, 1 to 12.
    Month(u8),
    /// A month where a number or a word such as `in` or `last` is beside it: `June` is a name too, `Oct` short.
    MonthOrName(u8),
    /// The same, and only with a capital: `may`, `march`.
    MonthOrWord(u8),
    /// A day of the week, 1 for Monday to 7.
    Weekday(u8),
    /// A weekday only where a date is beside it: `sun`, `sat`.
    WeekdayOrWord(u8),
    /// A day of every week: `Mondays`.
    Weekdays(u8),
    /// Days from the day of publication: -1 for yesterday.
    Day(i8),
    /// Today with a part of the day: `tonight`.
    Today(&'static str),
    /// A part of the day, as TIMEX3 writes it: `MO`, `AF`, `EV`, `NI`.
    DayPart(&'static str),
    /// A part of every day: `mornings`.
    DayParts(&'static str),
    /// An hour that has a name: 12 for noon.
    Hour(u8),
    /// A season, as TIMEX3 writes it: `SP`, `SU`, `FA`, `WI`.
    Season(&'static str),
    /// Which one: -1 last, 0 this, 1 next.
    Which(i8),
    /// The nearest one before or after publication: `past`, `coming`.
    Nearest(i8),
    /// The one before or after the day last told of: `previous`, `following`.
    Neighbour(i8),
    /// The one last told of: `that`, `same`.
    Same,
    /// A unit to count in.
    Unit(Unit),
    /// An ordinal and a unit: `second`.
    Second,
    /// Letters that stand for a unit, right behind a number: `h`, and for a half of a year before one: `H1`.
    LetterHalf,
    /// Stands before the number of a quarter: `Q3`.
    LetterQuarter,
    /// A number in words, where the words of numbers do not hold it.
    Number(u32),
    /// A word that numbers are made of; put in for all of them.
    Numeral,
    /// The first word of a day with a name; put in for all of them.
    Named,
    /// Counts one: `a`, `an`, `another`.
    One,
    /// A number that is not exact, with what it is taken as: `few`, `couple`.
    Few(u8),
    /// Half of what follows.
    Half,
    /// An ordinal: `third`.
    Ordinal(u8),
    /// The ending of an ordinal in digits: `th`.
    OrdinalEnding,
    /// A decade by its years: 70 for `seventies`.
    Decade(u8),
    /// All of a unit: `whole`, `full`.
    Whole,
    /// Which part of what follows: `early`, `mid`.
    Part,
    /// The same, before `of`: `start`, `end`. `beginning` stands before a date too.
    Edge,
    /// What is left of what follows: `rest`.
    Rest,
    /// The article: `the`.
    The,
    /// Stands before a year as companies and states count it: `fiscal`.
    Fiscal,
    /// Stands before a unit that leaves out days of rest: `business`.
    Business,
    /// Turns a count of units before it to the past: `ago`.
    Ago,
    /// Turns a count of units behind it to the past: `vor`.
    Before,
    /// Turns a count of units behind it to the future: `in`. Stands before years and months too.
    Ahead,
    /// Bounds a count of units behind it: `within`.
    Within,
    /// Turns a count of units before it, from the day last told of: 1 `later`, -1 `earlier`. A part of what follows too.
    Then(i8),
    /// The same with what it is counted from behind it: 1 `after`, -1 `before`.
    CountedFrom(i8),
    /// The day of publication: `now`.
    Now,
    /// Stands before a year or month: `during`, `by`.
    In,
    /// The same, and opens no range: `since`.
    Since,
    /// The ending of many, behind a number: `1990s`.
    Plural,
    /// Stands between day and month: `of`.
    Of,
    /// Stands before a day: `on`.
    On,
    /// Stands before a time of day: `at`.
    At,
    /// Stands before a length of time: `for`.
    For,
    /// Opens a range: `from`.
    From,
    /// Opens a range whose ends are joined by `and`: `between`.
    Between,
    /// Joins the ends of a range: `to`.
    To,
    /// The same, and stands before a date: `until`.
    Until,
    /// `and`.
    And,
    /// Makes an expression a repeated one: `every`.
    Every,
    /// Every second one: `other`.
    Other,
    /// So many units apart: `weekly`.
    Each(u8, Unit),
    /// How often: `once`, `twice`.
    Often,
    /// Behind a number, how often: `times`; one of many: `time`.
    Times,
    /// Stands between how often and a unit: `per`.
    Per,
    /// Stands before a date that something begins with: `starting`.
    Starting,
    /// Bounds a length from below or above, before `than`: `more`, `less`.
    More,
    /// See `More`.
    Than,
    /// An age stands before it: `old`.
    Old,
    /// Before noon, 0, or after it, 12: `am`, `pm`. The letters before the stop: `a.m.`
    HalfDay(u8),
    /// A zone of time or a part of its name: `GMT`.
    Zone,
    /// `o'clock`, in the part behind the mark.
    Clock,
    /// What moves from one day to another has two days, no range: `postponed`.
    Moved,
    /// Whose age or warmth follows: `his seventies`, `lows in the 70s`.
    NotTime,
    /// Shows that what follows is yet to come.
    Future,
    /// Shows that what is told has happened.
    Past,
}

/// When a day with a name falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// On a day of a month.
    Yearly(u8, u8),
    /// On one day of history.
    Once(i16, u8, u8),
    /// In this month, on the weekday (1 for Monday) of that number; -1 for the last.
    Nth(u8, u8, i8),
    /// So many days from Easter Sunday of the Western churches.
    Easter(i16),
}

/// A unit of the calendar or the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Days of work.
    BusinessDays,
    /// Saturday with Sunday.
    Weekends,
    /// Weeks, Monday to Sunday.
    Weeks,
    /// Two weeks.
    Fortnights,
    /// Calendar months.
    Months,
    /// Calendar quarters.
    Quarters,
    /// Calendar years.
    Years,
    /// Ten years.
    Decades,
    /// A hundred years.
    Centuries,
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
    fn words_of_quantities_stand_once() {
        for data in LANGUAGES {
            let mut seen = std::collections::BTreeSet::new();
            let words = data.quantities;
            let of_units = words.units.iter().map(|(word, _)| ("unit", *word));
            let of_bounds = words.bounds.iter().map(|(word, _)| ("bound", *word));
            let of_roles = words.roles.iter().map(|(word, _)| ("role", *word));
            let of_numbers = data.numbers.iter().map(|(word, _)| ("number", *word));
            for word in of_units.chain(of_bounds).chain(of_roles).chain(of_numbers) {
                assert!(seen.insert(word), "{}: {word:?} stands twice", data.tag);
            }
        }
    }

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
