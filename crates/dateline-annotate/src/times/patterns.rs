//! The shapes that expressions of time take, each a function that reads tokens from one place.

use super::calendar::Meaning;
use super::tokens::{Kind, Token};
use crate::lang::{TimeWord, Unit};

/// An expression: its first and last token and what it means.
pub struct Match {
    pub first: usize,
    pub last: usize,
    pub meaning: Meaning,
}

type Pattern = fn(&[Token], usize) -> Option<Match>;

/// All shapes, the longer before the shorter.
pub const PATTERNS: &[Pattern] = &[
    weekday_and_date,
    day_of_month,
    count_ago,
    count_before,
    which_unit,
    relative_day,
    weekday,
    month_alone,
    year_alone,
];

fn kind(tokens: &[Token], at: usize) -> Option<Kind> {
    tokens.get(at).map(|token| token.kind)
}

fn word(tokens: &[Token], at: usize) -> Option<TimeWord> {
    match kind(tokens, at)? {
        Kind::Time(word) => Some(word),
        _ => None,
    }
}

fn number(tokens: &[Token], at: usize, digits: std::ops::RangeInclusive<u8>) -> Option<u32> {
    match kind(tokens, at)? {
        Kind::Number { value, digits: count } if digits.contains(&count) => Some(value),
        _ => None,
    }
}

fn mark(tokens: &[Token], at: usize, mark: char) -> bool {
    kind(tokens, at) == Some(Kind::Mark(mark))
}

/// True where `at` stands right behind the token before it, without a space.
fn touches(tokens: &[Token], at: usize) -> bool {
    at > 0 && tokens.get(at).is_some_and(|token| token.start == tokens[at - 1].end)
}

fn year(tokens: &[Token], at: usize) -> Option<i16> {
    let value = number(tokens, at, 4..=4).filter(|value| (1500..=2200).contains(value))?;
    // `2,000`, `2019.5` and `2020s` are no years.
    let part = touches(tokens, at + 1) && matches!(kind(tokens, at + 1), Some(Kind::Word | Kind::Mark('%')));
    let point = mark(tokens, at + 1, '.') || mark(tokens, at + 1, ',');
    let decimal =
        point && touches(tokens, at + 1) && touches(tokens, at + 2) && number(tokens, at + 2, 1..=9).is_some();
    (!part && !decimal).then_some(value as i16)
}

fn day(tokens: &[Token], at: usize) -> Option<i8> {
    number(tokens, at, 1..=2).filter(|value| (1..=31).contains(value)).map(|value| value as i8)
}

fn month(tokens: &[Token], at: usize) -> Option<i8> {
    match word(tokens, at)? {
        TimeWord::Month(month) => Some(month as i8),
        TimeWord::MonthOrWord(month) if tokens[at].capital => Some(month as i8),
        _ => None,
    }
}

/// `Friday, July 1`: one expression.
fn weekday_and_date(tokens: &[Token], at: usize) -> Option<Match> {
    let (TimeWord::Weekday(_) | TimeWord::WeekdayOrWord(_)) = word(tokens, at)? else { return None };
    let mut next = at + 1;
    while next <= at + 3 && (mark(tokens, next, ',') || mark(tokens, next, '.')) {
        next += 1;
    }
    let article = matches!(kind(tokens, next), Some(Kind::Word | Kind::Time(TimeWord::Which(_))));
    let found = day_of_month(tokens, next).or_else(|| article.then(|| day_of_month(tokens, next + 1)).flatten())?;
    let weekday_is_apart = article && !mark(tokens, at + 1, ',');
    (!weekday_is_apart).then_some(Match { first: at, ..found })
}

/// `July 1, 2025`, `1 July 2025`, `1. Juli`, `2025-07-01`, `1.7.2025`, `2025年7月1日`.
fn day_of_month(tokens: &[Token], at: usize) -> Option<Match> {
    iso(tokens, at)
        .or_else(|| cjk(tokens, at))
        .or_else(|| dotted(tokens, at))
        .or_else(|| month_first(tokens, at))
        .or_else(|| day_first(tokens, at))
}

fn iso(tokens: &[Token], at: usize) -> Option<Match> {
    let year = number(tokens, at, 4..=4)?;
    let joined = (1..=4).all(|step| touches(tokens, at + step));
    let hyphens = mark(tokens, at + 1, '-') && mark(tokens, at + 3, '-');
    let (month, day) = (number(tokens, at + 2, 2..=2)?, number(tokens, at + 4, 2..=2)?);
    let meaning = Meaning::Day { year: Some(year as i16), month: month as i8, day: day as i8 };
    (joined && hyphens).then_some(Match { first: at, last: at + 4, meaning })
}

fn cjk(tokens: &[Token], at: usize) -> Option<Match> {
    let is = |at: usize, sign: char| kind(tokens, at) == Some(Kind::Cjk(sign));
    let written_year = year(tokens, at).filter(|_| is(at + 1, '年'));
    let from = if written_year.is_some() { at + 2 } else { at };
    let month = day(tokens, from).filter(|&month| month <= 12 && is(from + 1, '月'))?;
    match day(tokens, from + 2).filter(|_| is(from + 3, '日')) {
        Some(day) => {
            Some(Match { first: at, last: from + 3, meaning: Meaning::Day { year: written_year, month, day } })
        }
        None => Some(Match { first: at, last: from + 1, meaning: Meaning::Month { year: written_year, month } }),
    }
}

fn dotted(tokens: &[Token], at: usize) -> Option<Match> {
    let dots = mark(tokens, at + 1, '.') && mark(tokens, at + 3, '.');
    let joined = touches(tokens, at + 1) && touches(tokens, at + 3);
    let (day, month, year) = (day(tokens, at)?, day(tokens, at + 2)?, year(tokens, at + 4)?);
    let meaning = Meaning::Day { year: Some(year), month, day };
    (dots && joined && month <= 12).then_some(Match { first: at, last: at + 4, meaning })
}

fn month_first(tokens: &[Token], at: usize) -> Option<Match> {
    let month = month(tokens, at)?;
    let mut next = at + 1;
    if mark(tokens, next, '.') {
        next += 1;
    }
    let day = day(tokens, next)?;
    if matches!(kind(tokens, next + 1), Some(Kind::Mark(':' | '%'))) && touches(tokens, next + 1) {
        return None;
    }
    let mut last = next;
    if kind(tokens, last + 1) == Some(Kind::OrdinalEnding) {
        last += 1;
    }
    let behind = last + 1 + usize::from(mark(tokens, last + 1, ','));
    let written_year = year(tokens, behind);
    let last = if written_year.is_some() { behind } else { last };
    Some(Match { first: at, last, meaning: Meaning::Day { year: written_year, month, day } })
}

fn day_first(tokens: &[Token], at: usize) -> Option<Match> {
    let day = day(tokens, at)?;
    let mut next = at + 1;
    if kind(tokens, next) == Some(Kind::OrdinalEnding) || (mark(tokens, next, '.') && touches(tokens, next)) {
        next += 1;
    }
    if word(tokens, next) == Some(TimeWord::Of) {
        next += 1;
    }
    let month = month(tokens, next)?;
    let dot = usize::from(mark(tokens, next + 1, '.') && year(tokens, next + 2).is_some());
    let of = usize::from(word(tokens, next + 1 + dot) == Some(TimeWord::Of) || mark(tokens, next + 1 + dot, ','));
    let written_year = year(tokens, next + 1 + dot + of);
    let last = if written_year.is_some() { next + 1 + dot + of } else { next };
    Some(Match { first: at, last, meaning: Meaning::Day { year: written_year, month, day } })
}

fn count(tokens: &[Token], at: usize) -> Option<i32> {
    match kind(tokens, at)? {
        Kind::Number { value, digits: 1..=3 } => i32::try_from(value).ok(),
        Kind::Time(TimeWord::Number(value)) => i32::try_from(value).ok(),
        _ => None,
    }
}

fn unit(tokens: &[Token], at: usize) -> Option<Unit> {
    match word(tokens, at)? {
        TimeWord::Unit(unit) => Some(unit),
        _ => None,
    }
}

/// `two weeks ago`.
fn count_ago(tokens: &[Token], at: usize) -> Option<Match> {
    let (count, unit) = (count(tokens, at)?, unit(tokens, at + 1)?);
    let ago = word(tokens, at + 2) == Some(TimeWord::Ago);
    ago.then_some(Match { first: at, last: at + 2, meaning: Meaning::Shifted { unit, by: -count } })
}

/// `vor zwei Wochen`.
fn count_before(tokens: &[Token], at: usize) -> Option<Match> {
    if word(tokens, at) != Some(TimeWord::Before) {
        return None;
    }
    let (count, unit) = (count(tokens, at + 1)?, unit(tokens, at + 2)?);
    Some(Match { first: at, last: at + 2, meaning: Meaning::Shifted { unit, by: -count } })
}

/// `last week`, `next month`, `last Friday`, `last March`.
fn which_unit(tokens: &[Token], at: usize) -> Option<Match> {
    let TimeWord::Which(which) = word(tokens, at)? else { return None };
    let meaning = match word(tokens, at + 1)? {
        TimeWord::Unit(Unit::Days) => return None,
        TimeWord::Unit(unit) => Meaning::Shifted { unit, by: i32::from(which) },
        TimeWord::Weekday(weekday) => Meaning::Weekday { weekday, which: Some(which) },
        TimeWord::Month(month) => Meaning::WhichMonth { month: month as i8, which },
        TimeWord::MonthOrWord(month) if tokens[at + 1].capital => Meaning::WhichMonth { month: month as i8, which },
        _ => return None,
    };
    Some(Match { first: at, last: at + 1, meaning })
}

fn relative_day(tokens: &[Token], at: usize) -> Option<Match> {
    let TimeWord::Day(offset) = word(tokens, at)? else { return None };
    Some(Match { first: at, last: at, meaning: Meaning::Shifted { unit: Unit::Days, by: i32::from(offset) } })
}

/// A weekday: the last one past, unless the words before it say that it is yet to come.
fn weekday(tokens: &[Token], at: usize) -> Option<Match> {
    let TimeWord::Weekday(weekday) = word(tokens, at)? else { return None };
    const REACH: usize = 10;
    let before = tokens[at.saturating_sub(REACH)..at].iter().rev();
    let told = before.filter_map(|token| match token.kind {
        Kind::Time(word @ (TimeWord::Future | TimeWord::Past)) => Some(word),
        _ => None,
    });
    let future = told.take(1).any(|word| word == TimeWord::Future);
    let which = future.then_some(1);
    Some(Match { first: at, last: at, meaning: Meaning::Weekday { weekday, which } })
}

/// `July 2025`, `in March`, `since May`.
fn month_alone(tokens: &[Token], at: usize) -> Option<Match> {
    let month = month(tokens, at)?;
    let comma = usize::from(mark(tokens, at + 1, ',') || mark(tokens, at + 1, '.'));
    let of = usize::from(word(tokens, at + 1) == Some(TimeWord::Of));
    for behind in [at + 1, at + 1 + comma, at + 1 + of] {
        if let Some(year) = year(tokens, behind) {
            return Some(Match { first: at, last: behind, meaning: Meaning::Month { year: Some(year), month } });
        }
    }
    let before = at.checked_sub(1).and_then(|at| word(tokens, at));
    let said = matches!(before, Some(TimeWord::In | TimeWord::Of));
    said.then_some(Match { first: at, last: at, meaning: Meaning::Month { year: None, month } })
}

/// `in 2019`.
fn year_alone(tokens: &[Token], at: usize) -> Option<Match> {
    let year = year(tokens, at)?;
    let before = at.checked_sub(1).and_then(|at| word(tokens, at));
    let counted = unit(tokens, at + 1).is_some();
    let said = matches!(before, Some(TimeWord::In | TimeWord::Of)) && !counted;
    said.then_some(Match { first: at, last: at, meaning: Meaning::Year(year) })
}
