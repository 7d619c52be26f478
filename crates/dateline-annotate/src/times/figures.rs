//! Dates in figures alone: `2025-07-01`, `7/1/2025`, `1.7.2025`, `4/22`, `2016-11`.

use super::calendar::Point;
use super::period::{Period, YearPart};
use super::reader::{Read, Reader};
use crate::lang::TimeWord;
use crate::lexemes::Kind;

/// Two figures or three with the same mark between them.
pub fn read(r: &Reader, at: usize) -> Read<Point> {
    three(r, at).or_else(|| year_and_month(r, at)).or_else(|| two(r, at))
}

/// The mark between the figure at `at` and the next, and where that stands.
fn mark_behind(r: &Reader, at: usize) -> Read<char> {
    let mark = match r.kind(at + 1)? {
        Kind::Mark(mark @ ('/' | '.')) => mark,
        Kind::Mark('-' | '–' | '‑') => '-',
        _ => return None,
    };
    Some((mark, at + 2))
}

fn three(r: &Reader, at: usize) -> Read<Point> {
    let (mark, _) = mark_behind(r, at)?;
    let close = (1..=4).all(|step| r.joined(at + step));
    let second = mark_behind(r, at + 2).map(|(mark, _)| mark).or(r.mark(at + 3, ',').then_some(','))?;
    if !close || !(second == mark || (mark == '/' && second == ',')) || !r.number_ends(at + 5) {
        return None;
    }
    let next = at + 5;
    if let Some(year) = r.digits(at, 4..=4) {
        let month = r.digits(at + 2, 1..=2).or_else(|| r.month(at + 2).map(|month| month as u64))?;
        let day = r.digits(at + 4, 1..=2)?;
        let part = YearPart::Day { month: month as i8, day: day as i8 };
        return Some((Point::in_year(part, Some(year as i16)), next));
    }
    let (first, middle) = (r.digits(at, 1..=2)?, r.digits(at + 2, 1..=2)?);
    let year = match r.digits(at + 4, 4..=4) {
        Some(year) => year as i16,
        None => short_year(r, at, mark)?,
    };
    let month_first = r.month_first && mark != '.';
    let (month, day) = if month_first { (first, middle) } else { (middle, first) };
    let (month, day) = if month > 12 { (day, month) } else { (month, day) };
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    Some((Point::in_year(YearPart::Day { month: month as i8, day: day as i8 }, Some(year)), next))
}

/// A year in two digits at the end of three figures; not what may be a record of wins and losses: `(9-18-15)`.
fn short_year(r: &Reader, at: usize, mark: char) -> Option<i16> {
    let year = r.digits(at + 4, 2..=2)? as i16;
    let bracket = at > 0 && r.mark(at - 1, '(');
    (mark != '.' && !bracket).then_some(if year < 50 { 2000 + year } else { 1900 + year })
}

/// `2016-11`, `11/2016`; with spaces only where nothing follows.
fn year_and_month(r: &Reader, at: usize) -> Read<Point> {
    let (mark, second) = mark_behind(r, at)?;
    let close = r.joined(at + 1) && r.joined(second);
    let next = second + 1;
    let (year, month) = match (r.digits(at, 4..=4), r.digits(second, 4..=4)) {
        (Some(year), None) => (year, r.digits(second, 1..=2)?),
        (None, Some(year)) => (year, r.digits(at, 1..=2)?),
        _ => return None,
    };
    let season = mark == '-' && month == (year + 1) % 100;
    let price = mark == '.' && matches!(r.before(at), Some(TimeWord::At | TimeWord::To));
    let end = r.ends(next) && r.number_ends(next);
    let may_be = (1000..2200).contains(&year) && (1..=12).contains(&month) && !season && !price;
    (may_be && end && (close || mark != '.')).then_some((Point::Fixed(Period::Month(year as i16, month as i8)), next))
}

/// `4/22`, and behind a cue `4-22`, `4.22`.
fn two(r: &Reader, at: usize) -> Read<Point> {
    let (mark, second) = mark_behind(r, at)?;
    let (first, last) = (r.digits(at, 1..=2)?, r.digits(second, 1..=2)?);
    if !r.joined(at + 1) || !r.joined(second) || !r.number_ends(second + 1) || mark_behind(r, second).is_some() {
        return None;
    }
    let before = r.before(at);
    let cued = match mark {
        '/' => is_cue(before) || (first.max(last) > 12 && !is_fraction(first, last) && r.ends(second + 1)),
        _ => matches!(before, Some(TimeWord::On | TimeWord::Ahead)) && r.ends(second + 1),
    };
    let (month, day) = if r.month_first { (first, last) } else { (last, first) };
    let (month, day) = if month > 12 { (day, month) } else { (month, day) };
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
    (cued && valid).then_some((Point::Open(YearPart::Day { month: month as i8, day: day as i8 }), second + 1))
}

fn is_cue(word: Option<TimeWord>) -> bool {
    use TimeWord::{And, Between, Every, From, In, On, To, Until};
    matches!(word, Some(On | From | Until | In | To | And | Between | Every))
}

/// Fractions that are written in figures: `1/16`, `3/32`.
fn is_fraction(first: u64, last: u64) -> bool {
    first == 1 || matches!(last, 16 | 32)
}
