//! Days with a name, from the tables of the languages: `Christmas`, `Labor Day`.

use std::collections::HashMap;

use jiff::civil::Date;

use super::calendar::Point;
use super::dates::with_year;
use super::period::{Period, YearPart};
use super::reader::{Read, Reader};
use crate::lang::{Holiday, LanguageData};
use crate::lexemes::{Kind, Lexeme, Lexemes, WordKey};

/// The names of one language, by their first word, the longer before the shorter.
#[derive(Debug, Default)]
pub struct Holidays(HashMap<WordKey, Vec<(Vec<Kind>, Holiday)>>);

impl Holidays {
    /// The names in `data`.
    pub fn of(data: &LanguageData) -> Holidays {
        let mut names: HashMap<WordKey, Vec<(Vec<Kind>, Holiday)>> = HashMap::new();
        let mut lexemes: Vec<Lexeme> = Vec::new();
        for &(name, holiday) in data.holidays {
            Lexemes::new(name).read(&mut lexemes);
            let kinds: Vec<Kind> = lexemes.iter().map(|lexeme| plain(lexeme.kind)).collect();
            if let Some(Kind::Word(first)) = kinds.first() {
                names.entry(*first).or_default().push((kinds, holiday));
            }
        }
        names.values_mut().for_each(|names| names.sort_by_key(|(kinds, _)| std::cmp::Reverse(kinds.len())));
        Holidays(names)
    }
}

/// All apostrophes are one.
fn plain(kind: Kind) -> Kind {
    if kind == Kind::Mark('’') { Kind::Mark('\'') } else { kind }
}

/// A day with a name, and its year where that stands behind.
pub fn named(r: &Reader, at: usize) -> Read<Point> {
    let Kind::Word(first) = r.kind(at)? else { return None };
    let stands =
        |kinds: &[Kind]| kinds.iter().enumerate().all(|(step, kind)| r.kind(at + step).map(plain) == Some(*kind));
    let (kinds, holiday) = r.holidays.0.get(&first)?.iter().find(|(kinds, _)| stands(kinds))?;
    let next = at + kinds.len();
    let part = match *holiday {
        Holiday::Once(year, month, day) => {
            let day = Date::new(year, month as i8, day as i8).ok();
            return Some((Point::fixed(day.map(Period::Day)), next));
        }
        Holiday::Yearly(month, day) => YearPart::Day { month: month as i8, day: day as i8 },
        Holiday::Nth(month, weekday, nth) => {
            YearPart::WeekdayOfMonth { month: month as i8, weekday: weekday as i8, nth }
        }
        Holiday::Easter(days) => YearPart::Easter(days),
    };
    Some(with_year(r, part, next))
}
