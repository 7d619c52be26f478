//! Days and periods: which shapes are tried is told by the first word.

use super::calendar::Point;
use super::reader::{Read, Reader};
use super::{counted, dates, figures, holidays, parts, relative};
use crate::lang::TimeWord;
use crate::lexemes::Kind;

type Shape = fn(&Reader, usize) -> Read<Point>;

/// The shapes that may begin with `word`, the longer before the shorter.
fn shapes(word: TimeWord) -> &'static [Shape] {
    match word {
        TimeWord::Month(_) | TimeWord::MonthOrName(_) | TimeWord::MonthOrWord(_) => &[dates::month_first],
        TimeWord::Weekday(_) | TimeWord::WeekdayOrWord(_) => &[relative::weekday],
        TimeWord::Day(_) => &[relative::day_word],
        TimeWord::Which(-1) => {
            &[parts::window, parts::of_year_named, parts::which_fiscal, parts::ordinal, relative::which_one]
        }
        TimeWord::Which(_) | TimeWord::Nearest(_) | TimeWord::Neighbour(_) | TimeWord::Same => {
            &[parts::of_year_named, parts::which_fiscal, relative::which_one]
        }
        TimeWord::The => &[with_article],
        TimeWord::Ordinal(_) => &[parts::window, dates::day_first, parts::ordinal],
        TimeWord::Second => &[dates::day_first, parts::ordinal],
        TimeWord::Numeral | TimeWord::Number(_) => {
            &[dates::day_first, parts::decade, parts::ordinal, parts::year_alone, counted::read]
        }
        TimeWord::One | TimeWord::Few(_) | TimeWord::Half | TimeWord::More => &[counted::read],
        TimeWord::Season(_) => &[parts::season],
        TimeWord::LetterQuarter | TimeWord::LetterHalf => &[parts::lettered],
        TimeWord::Fiscal => &[parts::fiscal],
        TimeWord::Decade(_) => &[parts::decade],
        TimeWord::Part | TimeWord::Edge | TimeWord::Rest | TimeWord::Then(_) => &[parts::part],
        TimeWord::Unit(_) => &[parts::unit_first],
        TimeWord::Named => &[holidays::named],
        TimeWord::Ahead | TimeWord::Within => &[counted::ahead],
        TimeWord::Before => &[before],
        _ => &[],
    }
}

/// What figures may begin.
const OF_FIGURES: &[Shape] = &[
    figures::read,
    dates::with_signs,
    dates::day_first,
    parts::decade,
    parts::ordinal,
    parts::year_before,
    dates::year_first,
    counted::read,
    parts::year_alone,
    day_alone,
];

/// A day or period is told by others, `two days after` one, at most so many deep.
const DEEPEST: u8 = 4;

/// The day or period that begins at `at`.
pub fn read(r: &Reader, at: usize) -> Read<Point> {
    if r.depth >= DEEPEST {
        return None;
    }
    let r = &Reader { depth: r.depth + 1, ..*r };
    let shapes = match (r.word(at), r.kind(at)?) {
        (Some(word), _) => shapes(word),
        (None, Kind::Digits { .. }) => OF_FIGURES,
        (None, Kind::Mark('\'' | '’' | '‘')) => &[parts::decade as Shape],
        _ => &[],
    };
    shapes.iter().find_map(|shape| shape(r, at))
}

/// Behind the article.
fn with_article(r: &Reader, at: usize) -> Read<Point> {
    let next = at + 1;
    let shapes: &[Shape] = match r.word(next) {
        Some(TimeWord::Unit(_)) => &[relative::unit_with_article, parts::unit_first],
        Some(TimeWord::Season(_)) => &[parts::season],
        Some(TimeWord::Which(-1)) => &[parts::window, parts::which_fiscal, parts::ordinal, relative::which_one],
        Some(TimeWord::Which(_) | TimeWord::Nearest(_) | TimeWord::Neighbour(_) | TimeWord::Same) => {
            &[parts::which_fiscal, relative::which_one]
        }
        Some(TimeWord::Ordinal(_) | TimeWord::Second) => &[parts::window, of_month, parts::ordinal, day_alone],
        Some(TimeWord::Numeral) => &[of_month, parts::decade, parts::ordinal, day_alone],
        Some(TimeWord::Decade(_)) => &[parts::decade],
        Some(TimeWord::LetterQuarter | TimeWord::LetterHalf) => &[parts::lettered],
        Some(TimeWord::Fiscal) => &[parts::fiscal],
        None if r.is_digits(next) => &[parts::decade, parts::ordinal, of_month, day_alone],
        None if r.apostrophe(next) => &[parts::decade],
        _ => &[],
    };
    shapes.iter().find_map(|shape| shape(r, next))
}

/// `the 20th of next month`; where a month is named, the article stays outside.
fn of_month(r: &Reader, at: usize) -> Read<Point> {
    let (_, next) = r.ordinal(at)?;
    let named = r.month(next).is_some() || r.month(next + 1).is_some();
    if named { None } else { dates::day_first(r, at) }
}

/// `on the 15th`: a day of a month that stands alone, where a word before it says so and nothing is counted.
fn day_alone(r: &Reader, at: usize) -> Read<Point> {
    let (day, next) = r.ordinal(at)?;
    let before = r.before(at - usize::from(r.before(at) == Some(TimeWord::The)));
    // `on the second` may be a floor, a try, a hole.
    let plain = r.is_digits(at) || day > 20;
    let said = matches!(before, Some(TimeWord::On))
        || (plain && matches!(before, Some(TimeWord::Until | TimeWord::For | TimeWord::In | TimeWord::From)));
    let point = Point::DayOfMonth { day: day as i8, weekday: None, week: false };
    ((1..=31).contains(&day) && said && r.ends(next)).then_some((point, next))
}

/// `vor zwei Wochen`.
fn before(r: &Reader, at: usize) -> Read<Point> {
    let (amount, next) = super::durations::amount(r, at + 1)?;
    let period = r.today.and_then(|today| super::calendar::shifted(amount.finest(), 0, amount.shift(today, -1)?));
    Some((Point::fixed(period), next))
}
