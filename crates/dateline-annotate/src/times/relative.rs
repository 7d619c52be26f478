//! What is told from the day of publication or the day last told of: `Friday`, `last month`, `the day before`.

use jiff::ToSpan;

use super::calendar::{Point, Tense, shift_day, shifted, weekday_after, weekday_before, weekday_of_week};
use super::dates::{self, which};
use super::holidays;
use super::period::{Period, YearPart};
use super::reader::{Read, Reader};
use crate::lang::{TimeWord, Unit};

/// A weekday, with a date behind it, with its week, or alone.
pub fn weekday(r: &Reader, at: usize) -> Read<Point> {
    let (weekday, sure) = match r.word(at)? {
        TimeWord::Weekday(weekday) => (weekday as i8, true),
        TimeWord::WeekdayOrWord(weekday) => (weekday as i8, false),
        _ => return None,
    };
    let mut next = at + 1 + usize::from(r.mark(at + 1, '.') && !sure);
    next = r.skip_mark(next, ',');
    let the = r.is(next, TimeWord::The);
    let date = r.skip(next, TimeWord::The);
    if let Some(found) = full_date(r, date) {
        return Some(found);
    }
    if the && let Some((day, behind)) = r.day(date, true) {
        return Some((Point::DayOfMonth { day, weekday: Some(weekday), week: false }, behind));
    }
    let week = r.skip(r.skip(at + 1, TimeWord::Of), TimeWord::The);
    if let Some((by, behind)) = which(r, week).filter(|&(_, behind)| r.unit(behind) == Some(Unit::Weeks)) {
        let day = r.today.and_then(|today| weekday_of_week(weekday, by.into(), today));
        return Some((Point::day(day), behind + 1));
    }
    let beside = matches!(r.before(at), Some(TimeWord::From | TimeWord::To | TimeWord::Between | TimeWord::Until));
    (sure || (beside && r.capital(at))).then_some((Point::Weekday(weekday), at + 1))
}

/// A day with its month, as may stand behind a weekday.
fn full_date(r: &Reader, at: usize) -> Read<Point> {
    let found =
        super::figures::read(r, at).or_else(|| dates::day_first(r, at)).or_else(|| dates::month_first(r, at))?;
    let is_day = matches!(found.0, Point::Open(YearPart::Day { .. }) | Point::Fixed(Period::Day(_)) | Point::Unknown);
    is_day.then_some(found)
}

/// `yesterday`, `today`.
pub fn day_word(r: &Reader, at: usize) -> Read<Point> {
    let TimeWord::Day(by) = r.word(at)? else { return None };
    // Part of a name.
    if at > 0 && r.capital(at) && r.capital(at - 1) {
        return None;
    }
    Some((Point::day(r.today.and_then(|today| shift_day(Unit::Days, by.into(), today))), at + 1))
}

/// `last week`, `next Friday`, `this summer`, `the past three weeks`, `the following day`, `that weekend`.
pub fn which_one(r: &Reader, at: usize) -> Read<Point> {
    let mut at = at;
    // `this past week`.
    if r.is(at, TimeWord::Which(0)) && matches!(r.word(at + 1), Some(TimeWord::Nearest(_) | TimeWord::Which(_))) {
        at += 1;
    }
    let word = r.word(at)?;
    let (by, next) = which(r, at).or((word == TimeWord::Same).then_some((0, at + 1)))?;
    counted_window(r, at, by).or_else(|| match r.word(next)? {
        TimeWord::Unit(_) | TimeWord::Second | TimeWord::Business => which_unit(r, word, by, next),
        TimeWord::Weekday(weekday) => {
            let weekday = weekday as i8;
            let ahead = word == TimeWord::Which(0) && super::tense::of(r, at) == Tense::Future;
            let word = if ahead { TimeWord::Nearest(1) } else { word };
            Some((which_weekday(r, word, by, weekday), next + 1))
        }
        TimeWord::Season(season) => Some((which_part(r, by, YearPart::Season(season)), next + 1)),
        TimeWord::Named => {
            let (point, behind) = holidays::named(r, next)?;
            let Point::Open(part) = point else { return None };
            Some((which_part(r, by, part), behind))
        }
        _ => {
            let month = r.month(next)?;
            let day_follows = r.day(r.skip_mark(next + 1, '.'), false).is_some();
            (!day_follows).then(|| (which_part(r, by, YearPart::Month(month)), next + 1))
        }
    })
}

/// `the past three weeks`: the days up to publication, or from the day after it.
fn counted_window(r: &Reader, at: usize, by: i8) -> Read<Point> {
    let behind = at + 1 + usize::from(r.dash(at + 1));
    let (amount, next) = super::durations::amount(r, behind)?;
    if by == 0 || amount.under_a_day() || r.is(next, TimeWord::Old) {
        return None;
    }
    let window = r.today.and_then(|today| {
        let other = amount.shift(today, by.into())?;
        if by < 0 {
            return Some(Point::Run(other, today));
        }
        Some(Point::Run(today.tomorrow().ok()?, other.tomorrow().ok()?))
    });
    Some((window.unwrap_or(Point::Unknown), next))
}

fn which_unit(r: &Reader, word: TimeWord, by: i8, at: usize) -> Read<Point> {
    let unit = r.unit(at)?;
    // `This Week`, the programme.
    if r.capital(at) && r.capital(at - 1) {
        return None;
    }
    if matches!(unit, Unit::Seconds | Unit::Minutes | Unit::Hours | Unit::Fortnights | Unit::BusinessDays) {
        return None;
    }
    // `the last day of school`, `the next day of talks`.
    if unit == Unit::Days && (r.is(at + 1, TimeWord::Of) || r.is(at + 1, TimeWord::Ahead)) {
        return None;
    }
    if unit == Unit::Weeks
        && let Some(found) = week_and_weekday(r, by, at + 1)
    {
        return Some(found);
    }
    let neighbour = matches!(word, TimeWord::Neighbour(_) | TimeWord::Same) || (unit == Unit::Days && by != 0);
    let from = if neighbour { r.anchor } else { r.today };
    let sliding = matches!(word, TimeWord::Nearest(-1)) && !matches!(unit, Unit::Days | Unit::Weekends);
    let found = from.and_then(|from| {
        if sliding {
            return Some(Point::Run(shift_day(unit, by.into(), from)?, from));
        }
        Some(Point::fixed(shifted(unit, by.into(), from)))
    });
    Some((found.unwrap_or(Point::Unknown), at + 1))
}

/// `next week on Friday`.
fn week_and_weekday(r: &Reader, by: i8, at: usize) -> Read<Point> {
    let next = r.skip(r.skip_mark(at, ','), TimeWord::On);
    let weekday = r.weekday(next)?;
    let day = r.today.and_then(|today| weekday_of_week(weekday, by.into(), today));
    Some((Point::day(day), next + 1))
}

/// `next Friday` is that of the next week, `last Friday` that of the week before, `this Friday` that of this week;
/// `the coming Friday` and `the past Friday` are the nearest.
fn which_weekday(r: &Reader, word: TimeWord, by: i8, weekday: i8) -> Point {
    let day = match (word, r.today) {
        (TimeWord::Nearest(1), Some(today)) => weekday_after(weekday, today),
        (TimeWord::Nearest(-1), Some(today)) => weekday_before(weekday, today),
        (TimeWord::Neighbour(1), _) => r.anchor.and_then(|day| weekday_after(weekday, day)),
        (TimeWord::Neighbour(-1), _) => r.anchor.and_then(|day| weekday_before(weekday, day)),
        (_, today) => today.and_then(|today| weekday_of_week(weekday, by.into(), today)),
    };
    Point::day(day)
}

/// `last March` in June is that of this year, in February that of the year before.
fn which_part(r: &Reader, by: i8, part: YearPart) -> Point {
    let found = r.today.and_then(|today| {
        let this = part.of(today.year())?;
        let year = match by {
            -1 if this.last()? >= today => today.year() - 1,
            // `next spring` and `next Christmas` are those of next year, `next June` the first to come.
            1 if this.first()? <= today || !matches!(part, YearPart::Month(_)) => today.year() + 1,
            _ => today.year(),
        };
        part.of(year)
    });
    Point::fixed(found)
}

/// Behind `the`: `week after next`, `day before yesterday`, `day after`, `weekend`.
pub fn unit_with_article(r: &Reader, at: usize) -> Read<Point> {
    let unit = r.unit(at)?;
    let Some(TimeWord::CountedFrom(by)) = r.word(at + 1) else {
        let weekend = || Point::fixed(r.today.and_then(|today| weekend_near(r, at, today)));
        return (unit == Unit::Weekends).then(|| (weekend(), at + 1));
    };
    let next = r.skip(at + 2, TimeWord::The);
    let steps = |by: i64| r.today.and_then(|today| shifted(unit, by, today));
    match r.word(next) {
        Some(TimeWord::Which(which)) if which == by => {
            // `the week before last week's game`.
            let alone = r.unit(next + 1).is_none() && r.weekday(next + 1).is_none();
            alone.then(|| (Point::fixed(steps(2 * i64::from(by))), next + 1))
        }
        Some(TimeWord::Day(day)) if unit == Unit::Days => {
            Some((Point::fixed(steps(i64::from(day) + i64::from(by))), next + 1))
        }
        // `the day after Christmas`.
        Some(TimeWord::Named) if unit == Unit::Days => {
            let (named, next) = holidays::named(r, next)?;
            let named = named.close(r.today, super::calendar::Tense::Open).as_day();
            Some((Point::day(named.and_then(|day| shift_day(Unit::Days, by.into(), day))), next))
        }
        // `the day before.`, and not `the day before the vote`.
        _ if unit == Unit::Days && r.ends(at + 2) && !r.mark(at + 2, '(') => {
            Some((Point::day(r.anchor.and_then(|day| shift_day(unit, by.into(), day))), at + 2))
        }
        _ => None,
    }
}

/// The weekend of this week; up to Wednesday, where the words tell of the past, that of the last.
fn weekend_near(r: &Reader, at: usize, today: jiff::civil::Date) -> Option<Period> {
    let early = today.weekday().to_monday_zero_offset() < 3;
    let past = super::tense::of(r, at) == super::calendar::Tense::Past;
    let from = if early && past { today.checked_sub(7.days()).ok()? } else { today };
    shifted(Unit::Weekends, 0, from)
}
