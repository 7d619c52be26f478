//! Dates as they are written out: `July 1, 2025`, `the 20th of July`, `2025-07-01`, `1.7.2025`, `2025年7月1日`, `June 2025`.

use super::calendar::Point;
use super::period::{Period, YearPart};
use super::reader::{Read, Reader};
use crate::lang::{TimeWord, Unit};
use crate::lexemes::Kind;

/// The year behind a part of it, such as `, 2025`, `of 2025`, `next year`, `of the year`; the year is `None` where it
/// hangs on a publication that is not known.
pub fn year_behind(r: &Reader, at: usize) -> Read<Option<i16>> {
    let mut next = at + usize::from(r.mark(at, ',') || r.mark(at, '.'));
    let joined = next > at || matches!(r.word(next), Some(TimeWord::Of | TimeWord::In | TimeWord::Ahead));
    if matches!(r.word(next), Some(TimeWord::Of | TimeWord::In | TimeWord::Ahead)) {
        next += 1;
    }
    let the = r.is(next, TimeWord::The);
    next += usize::from(the);
    if let Some((by, behind)) = which(r, next)
        && r.unit(behind) == Some(Unit::Years)
    {
        return Some((r.today.map(|today| today.year().saturating_add(by.into())), behind + 1));
    }
    if the && joined && r.unit(next) == Some(Unit::Years) {
        return Some((r.today.map(|today| today.year()), next + 1));
    }
    let (year, behind) = if the { None } else { r.year(next) }?;
    // `July 4, two thousand people`.
    let sure = r.is_digits(next) || year % 1000 != 0 || r.ends(behind);
    sure.then_some((Some(year), behind))
}

/// `last`, `this`, `next`, and what means the same.
pub fn which(r: &Reader, at: usize) -> Read<i8> {
    match r.word(at)? {
        TimeWord::Which(by) | TimeWord::Nearest(by) | TimeWord::Neighbour(by) => Some((by, at + 1)),
        _ => None,
    }
}

/// `part`, with the year behind it where one stands there.
pub fn with_year(r: &Reader, part: YearPart, next: usize) -> (Point, usize) {
    match year_behind(r, next) {
        Some((year, next)) => (Point::in_year(part, year), next),
        None => (Point::Open(part), next),
    }
}

/// `July 1, 2025`, `Oct. 2`, `May twenty-first`, `June 2025`, `July`.
pub fn month_first(r: &Reader, at: usize) -> Read<Point> {
    let month = r.month(at)?;
    let joint = r.joined(at + 1) && matches!(r.kind(at + 1), Some(Kind::Mark('.' | '-' | '/')));
    let next = at + 1 + usize::from(joint);
    // `Dec-2018`.
    if let Some((year, behind)) = r.year_in_digits(next, 1500).filter(|_| joint && !r.mark(at + 1, '.')) {
        return Some((Point::Fixed(Period::Month(year, month)), behind));
    }
    let next = r.skip(next, TimeWord::The);
    if let Some((day, behind)) = r.day(next, true) {
        let in_words = !r.is_digits(next) && r.ordinal(next).is_none();
        if !in_words || day > 20 || r.ends(behind) {
            return Some(with_year(r, YearPart::Day { month, day }, behind));
        }
    }
    if let Some((year, behind)) = year_behind(r, at + 1) {
        return Some((Point::in_year(YearPart::Month(month), year), behind));
    }
    let short = usize::from(r.apostrophe(at + 1));
    if let Some(year) = r.digits(at + 1 + short, 2..=2).filter(|year| *year > 31 && r.number_ends(at + 2 + short)) {
        return Some((Point::Fixed(Period::Month(1900 + year as i16, month)), at + 2 + short));
    }
    month_is_meant(r, at).then_some((Point::Open(YearPart::Month(month)), at + 1))
}

/// True where nothing else can be meant by the name of a month that stands without a day or year.
fn month_is_meant(r: &Reader, at: usize) -> bool {
    let before = r.before(at - usize::from(at > 0 && r.dash(at - 1)));
    let part = matches!(before, Some(TimeWord::Part | TimeWord::Of | TimeWord::Then(_)));
    let behind = part
        || matches!(
            before,
            Some(TimeWord::In | TimeWord::Ahead | TimeWord::Until | TimeWord::From | TimeWord::Every)
                | Some(TimeWord::To | TimeWord::Between | TimeWord::And | TimeWord::On)
        );
    match r.word(at) {
        Some(TimeWord::Month(_)) => r.capital(at) || behind,
        // `in March`, but not `said to March`.
        _ => behind && !matches!(before, Some(TimeWord::To | TimeWord::And | TimeWord::From | TimeWord::On)),
    }
}

/// `1 July 2025`, `the 20th of July`, `1. Juli`, `1 de julio de 2025`, `the 20th of next month`.
pub fn day_first(r: &Reader, at: usize) -> Read<Point> {
    let (day, mut next) = r.day(at, false)?;
    let ordinal = r.ordinal(at).is_some();
    next += usize::from(r.joined(next) && (r.mark(next, '.') || r.dash(next)));
    let of = r.is(next, TimeWord::Of);
    next = r.skip(next, TimeWord::Of);
    if let Some(month) = r.month(next) {
        let dot = usize::from(r.mark(next + 1, '.') && year_behind(r, next + 2).is_some());
        return Some(with_year(r, YearPart::Day { month, day }, next + 1 + dot));
    }
    if !of || !ordinal {
        return None;
    }
    let ((year, month), behind) = month_named(r, next)?;
    let day = year.map(|year| Point::in_year(YearPart::Day { month, day }, Some(year)));
    Some((day.unwrap_or(Point::Unknown), behind))
}

/// A month that other words count from: `next month`, `the month`; with its year, where that is known.
pub fn month_named(r: &Reader, at: usize) -> Read<(Option<i16>, i8)> {
    let the = r.is(at, TimeWord::The);
    let next = r.skip(at, TimeWord::The);
    let (by, next) = which(r, next).or((the).then_some((0, next)))?;
    if r.unit(next) != Some(Unit::Months) {
        return None;
    }
    let Some(today) = r.today else { return Some(((None, 1), next + 1)) };
    let month = super::calendar::shift_day(Unit::Months, by.into(), today)?;
    Some(((Some(month.year()), month.month()), next + 1))
}

/// `2016 June`, `2016, Nov`.
pub fn year_first(r: &Reader, at: usize) -> Read<Point> {
    let (year, next) = r.year_in_digits(at, 1500).or_else(|| {
        // A comma behind the year is no part of it.
        r.digits(at, 4..=4).filter(|year| (1500..2200).contains(year)).map(|year| (year as i16, at + 1))
    })?;
    let comma = r.mark(next, ',');
    let month = next + usize::from(comma);
    let named = r.month(month).filter(|_| !comma || r.ends(month + 1))?;
    // `In 2016 May said`.
    let sure = !matches!(r.word(month), Some(TimeWord::MonthOrName(_) | TimeWord::MonthOrWord(_)));
    let day_follows = r.is_digits(month + 1);
    let end = sure || r.ends(month + 1) || matches!(r.word(month + 1), Some(TimeWord::And | TimeWord::To));
    (end && !day_follows).then_some((Point::Fixed(Period::Month(year, named)), month + 1))
}

/// `2025年7月1日`.
pub fn with_signs(r: &Reader, at: usize) -> Read<Point> {
    let is = |at: usize, sign: &str| match r.kind(at) {
        Some(Kind::Word(key)) => r.joined(at) && key == crate::lexemes::WordKey::of(sign),
        _ => false,
    };
    let year = r.digits(at, 4..=4).filter(|_| is(at + 1, "年")).map(|year| year as i16);
    let from = if year.is_some() { at + 2 } else { at };
    let Some(month) = r.digits(from, 1..=2).filter(|month| (1..=12).contains(month) && is(from + 1, "月")) else {
        return year.map(|year| (Point::Fixed(Period::Year(year)), from));
    };
    let month = month as i8;
    let day = r.digits(from + 2, 1..=2).filter(|day| (1..=31).contains(day) && is(from + 3, "日"));
    let (part, next) = match day {
        Some(day) => (YearPart::Day { month, day: day as i8 }, from + 4),
        None => (YearPart::Month(month), from + 2),
    };
    Some((year.map_or(Point::Open(part), |year| Point::in_year(part, Some(year))), next))
}
