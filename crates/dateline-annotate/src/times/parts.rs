//! Parts of years, months and weeks: quarters, halves, seasons, numbered weeks, and what stands before them: `early`, `end of`.

use super::calendar::{Point, shifted};
use super::dates::{month_named, which, with_year, year_behind};
use super::period::{Period, YearPart};
use super::points;
use super::reader::{Read, Reader};
use crate::lang::{TimeWord, Unit};

/// Behind an ordinal: `third quarter of 2025`, `first week of July`, `last Friday of next month`, `15th century`.
pub fn ordinal(r: &Reader, at: usize) -> Read<Point> {
    let ordinal = r.ordinal(at).filter(|(value, _)| *value > 0).map(|(value, next)| (value as i8, next));
    let (nth, next) = ordinal.or(r.is(at, TimeWord::Which(-1)).then_some((-1, at + 1)))?;
    let next = next + usize::from(r.dash(next));
    let next = r.skip(next, TimeWord::Fiscal);
    match r.word(next)? {
        TimeWord::Unit(Unit::Quarters) if (1..=4).contains(&nth) => {
            Some(with_year(r, YearPart::Quarter(nth), next + 1))
        }
        TimeWord::Half if nth == 1 || nth == 2 => {
            let (year, next) = year_behind(r, next + 1)?;
            Some((Point::in_year(YearPart::Half(nth), year), next))
        }
        TimeWord::Unit(Unit::Weeks) => {
            if let Some((year, next)) = year_behind(r, next + 1).filter(|_| !r.mark(next + 1, ',')) {
                return Some((Point::in_year(YearPart::Week(nth), year), next));
            }
            in_month(r, next + 1, |month| YearPart::WeekOfMonth { month, nth })
        }
        TimeWord::Weekday(weekday) if nth <= 5 => {
            let part = |month| YearPart::WeekdayOfMonth { month, weekday: weekday as i8, nth };
            in_month(r, next + 1, part).or_else(|| {
                let today = r.today.filter(|_| nth > 0 && r.ends(next + 1))?;
                Some((Point::in_year(part(today.month()), Some(today.year())), next + 1))
            })
        }
        TimeWord::Unit(Unit::Centuries) if (1..=22).contains(&nth) => {
            Some((Point::Fixed(Period::Century((i16::from(nth) - 1) * 100)), next + 1))
        }
        _ => None,
    }
}

/// `of July`, `in October 2025`, `of next month`: the part of that month.
fn in_month(r: &Reader, at: usize, part: impl Fn(i8) -> YearPart) -> Read<Point> {
    let joined = matches!(r.word(at), Some(TimeWord::Of | TimeWord::In | TimeWord::Ahead));
    let next = at + usize::from(joined);
    if let Some(month) = r.month(next).filter(|_| joined) {
        return Some(with_year(r, part(month), next + 1));
    }
    let ((year, month), next) = month_named(r, next)?;
    Some((Point::in_year(part(month), year), next))
}

/// `summer of 2016`, `summer`.
pub fn season(r: &Reader, at: usize) -> Read<Point> {
    let TimeWord::Season(season) = r.word(at)? else { return None };
    if let Some((year, next)) = year_behind(r, at + 1) {
        return Some((Point::in_year(YearPart::Season(season), year), next));
    }
    // `spring` and `fall` are other words as well.
    let clear = matches!(season, "SU" | "WI");
    let mut before = at;
    while before > 0
        && (r.dash(before - 1)
            || matches!(r.before(before), Some(TimeWord::The | TimeWord::Part | TimeWord::Edge | TimeWord::Of)))
    {
        before -= 1;
    }
    let cued = before < at && matches!(r.before(before), Some(TimeWord::In | TimeWord::Ahead | TimeWord::Until));
    let goes_on = matches!(r.word(at + 1), Some(TimeWord::Of | TimeWord::In | TimeWord::Ahead));
    let named = r.capital(at) && at > 0;
    ((clear && !named) || (cued && !goes_on)).then_some((Point::Open(YearPart::Season(season)), at + 1))
}

/// `Q3`, `Q3 2024`, `H1 2024`.
pub fn lettered(r: &Reader, at: usize) -> Read<Point> {
    let number = r.digits(at + 1, 1..=1).filter(|_| r.joined(at + 1) && r.number_ends(at + 2))? as i8;
    match r.word(at)? {
        TimeWord::LetterQuarter if (1..=4).contains(&number) && r.capital(at) => {
            Some(with_year(r, YearPart::Quarter(number), at + 2))
        }
        TimeWord::LetterHalf if (1..=2).contains(&number) && r.capital(at) => {
            let (year, next) = year_behind(r, at + 2)?;
            Some((Point::in_year(YearPart::Half(number), year), next))
        }
        _ => None,
    }
}

/// `2016 Q3`, `2016H2`, `2016 the third quarter`.
pub fn year_before(r: &Reader, at: usize) -> Read<Point> {
    let year = r.digits(at, 4..=4).filter(|year| (1500..2200).contains(year))? as i16;
    let next = r.skip_mark(at + 1, ',');
    let number = r.digits(next + 1, 1..=1).filter(|_| r.joined(next + 1)).map(|number| number as i8);
    match (r.word(next)?, number) {
        (TimeWord::LetterQuarter, Some(quarter @ 1..=4)) => {
            Some((Point::Fixed(Period::Quarter(year, quarter)), next + 2))
        }
        (TimeWord::LetterHalf, Some(half @ 1..=2)) => Some((Point::Fixed(Period::Half(year, half)), next + 2)),
        (TimeWord::The, _) => match ordinal(r, next + 1)? {
            (Point::Open(part @ YearPart::Quarter(_)), next) => Some((Point::in_year(part, Some(year)), next)),
            _ => None,
        },
        _ => None,
    }
}

/// `fiscal 2025`, `fiscal year 2025`, `FY2025`, `fiscal third quarter`.
pub fn fiscal(r: &Reader, at: usize) -> Read<Point> {
    if !r.is(at, TimeWord::Fiscal) {
        return None;
    }
    let next = r.skip(at + 1, TimeWord::Unit(Unit::Years));
    if let Some(short) = r.digits(next, 2..=2).filter(|_| r.joined(next)) {
        return Some((Point::Fixed(Period::Fiscal(2000 + short as i16)), next + 1));
    }
    match r.year_in_digits(next, 1900) {
        Some((year, next)) => Some((Point::Fixed(Period::Fiscal(year)), next)),
        None => ordinal(r, at + 1),
    }
}

/// `week 31`, `year 1789`, `week of July 7`, `month of May`, `week starting on Monday`.
pub fn unit_first(r: &Reader, at: usize) -> Read<Point> {
    let unit = r.unit(at)?;
    if unit == Unit::Weeks
        && let Some(week) = r.digits(at + 1, 1..=2).filter(|_| r.number_ends(at + 2))
    {
        // `Week 10` with a capital is one of a season of sports, unless a range says otherwise.
        let ranged = matches!(r.before(at), Some(TimeWord::From | TimeWord::To | TimeWord::Between | TimeWord::And));
        let valid = (1..=53).contains(&week) && (ranged || !r.capital(at));
        return valid.then_some((Point::Open(YearPart::Week(week as i8)), at + 2));
    }
    if unit == Unit::Years && (!r.capital(at) || at == 0) {
        let year = r.year(at + 1).or_else(|| {
            let (year, next) = r.number(at + 1)?;
            (year.fract() == 0.0 && (100.0..2200.0).contains(&year)).then_some((year as i16, next))
        });
        return year.map(|(year, next)| (Point::Fixed(Period::Year(year)), next));
    }
    if unit != Unit::Weeks && unit != Unit::Months {
        return None;
    }
    let next = match r.word(at + 1)? {
        TimeWord::Of => r.skip(at + 2, TimeWord::The),
        TimeWord::Starting | TimeWord::Edge => r.skip(at + 2, TimeWord::On),
        _ => return None,
    };
    let day_only = r.is(next - 1, TimeWord::The).then(|| r.ordinal(next)).flatten();
    if let Some((day, behind)) = day_only.filter(|(_, behind)| unit == Unit::Weeks && r.month(*behind).is_none()) {
        return Some((Point::DayOfMonth { day: day as i8, weekday: None, week: true }, behind));
    }
    let (point, next) = points::read(r, next)?;
    let whole = match (point, unit) {
        (Point::Open(YearPart::Day { month, day }), Unit::Weeks) => Point::Open(YearPart::WeekWith { month, day }),
        (Point::Open(YearPart::Day { month, .. } | YearPart::Month(month)), Unit::Months) => {
            Point::Open(YearPart::Month(month))
        }
        (Point::Fixed(Period::Month(..)) | Point::Unknown, _) => point,
        (Point::Fixed(Period::Day(day)), _) => Point::fixed(shifted(unit, 0, day)),
        (Point::Weekday(_), Unit::Weeks) => {
            let day = point.close(r.today, super::tense::of(r, at)).as_day();
            Point::fixed(day.and_then(|day| shifted(unit, 0, day)))
        }
        _ => return None,
    };
    Some((whole, next))
}

/// `early next week`, `mid-July`, `end of the year`, `late 2019`, `earlier this month`, `later in the week`.
pub fn part(r: &Reader, at: usize) -> Read<Point> {
    let word = r.word(at)?;
    let mut next = at + 1 + usize::from(r.dash(at + 1));
    let joined = matches!(r.word(next), Some(TimeWord::Of | TimeWord::In | TimeWord::Ahead));
    next += usize::from(joined);
    // `start Friday` may be what somebody does.
    let bare = word == TimeWord::Edge && !joined && r.month(next).is_none() && which(r, next).is_none();
    if bare {
        return None;
    }
    let the = r.is(next, TimeWord::The) || (word == TimeWord::Rest && r.is(next, TimeWord::NotTime));
    let inner = next + usize::from(the);
    let here = if the || word == TimeWord::Rest { r.unit(inner) } else { None };
    if let Some(unit) = here.filter(|unit| *unit >= Unit::Days && (joined || word == TimeWord::Rest)) {
        // `the start of the day of action`.
        let goes_on = matches!(r.word(inner + 1), Some(TimeWord::Of | TimeWord::CountedFrom(_)));
        let whole = Point::fixed(r.today.and_then(|today| shifted(unit, 0, today)));
        return (!goes_on).then(|| (if word == TimeWord::Rest { rest(r, whole) } else { whole }, inner + 1));
    }
    if let Some((year, behind)) = r.year_in_digits(inner, 1500).filter(|(_, behind)| !the && r.unit(*behind).is_none())
    {
        return points::read(r, inner).or(Some((Point::Fixed(Period::Year(year)), behind)));
    }
    // `the end of two weeks of talks` is no part of a period.
    let counts = matches!(r.word(inner), Some(TimeWord::One | TimeWord::Few(_) | TimeWord::Half));
    let (point, next) = if counts { None } else { points::read(r, next) }?;
    let nested = word == TimeWord::Rest;
    Some((if nested { rest(r, point) } else { point }, next))
}

/// From today to the end of `whole`.
fn rest(r: &Reader, whole: Point) -> Point {
    let whole = whole.close(r.today, super::calendar::Tense::Open).days();
    let today = whole.zip(r.today).filter(|((first, last), today)| first <= today && today <= last);
    today.map_or(Point::Unknown, |((_, last), today)| Point::Run(today, last))
}

/// `1990s`, `the '90s`, `seventies`, `nineteen-seventies`.
pub fn decade(r: &Reader, at: usize) -> Read<Point> {
    // `in her seventies`, `highs in the 70s`.
    const REACH: usize = 6;
    if r.words[at.saturating_sub(REACH)..at].contains(&Some(TimeWord::NotTime)) {
        return None;
    }
    let short = |tens: u8| {
        let decade = i16::from(tens);
        let this = r.today.map_or(2020, |today| today.year());
        let century = if 2000 + decade <= this { 2000 } else { 1900 };
        Point::Fixed(Period::Decade(century + decade))
    };
    if let Some(TimeWord::Decade(tens)) = r.word(at) {
        let cued = matches!(r.before(at), Some(TimeWord::The | TimeWord::In | TimeWord::Ahead | TimeWord::Part))
            || (at > 0 && r.dash(at - 1));
        return cued.then(|| (short(tens), at + 1));
    }
    if let Some((hundreds, next)) = r.number(at).filter(|_| !r.is_digits(at)) {
        let next = next + usize::from(r.dash(next)) + usize::from(r.is(next, TimeWord::And));
        let TimeWord::Decade(tens) = r.word(next)? else { return None };
        let hundreds = if hundreds == 2000.0 { 20.0 } else { hundreds };
        let valid = (15.0..=21.0).contains(&hundreds);
        return valid.then_some((Point::Fixed(Period::Decade(hundreds as i16 * 100 + i16::from(tens))), next + 1));
    }
    let mark = r.apostrophe(at);
    let digits = at + usize::from(mark);
    let ending = digits + 1 + usize::from(r.apostrophe(digits + 1));
    if !r.is(ending, TimeWord::Plural) || !r.joined(ending) || !r.joined(digits + 1) {
        return None;
    }
    if let Some(year) = r.digits(digits, 4..=4).filter(|year| year % 10 == 0 && (1000..2200).contains(year) && !mark) {
        return Some((Point::Fixed(Period::Decade(year as i16)), ending + 1));
    }
    let tens = r.digits(digits, 2..=2).filter(|tens| tens % 10 == 0)?;
    let cued = mark || matches!(r.before(at), Some(TimeWord::The | TimeWord::In | TimeWord::Ahead | TimeWord::Part));
    cued.then(|| (short(tens as u8), ending + 1))
}

/// `2019` where a word before it says that it is a year; `nineteen twenty-eight`.
pub fn year_alone(r: &Reader, at: usize) -> Read<Point> {
    let cued = matches!(
        r.before(at),
        Some(TimeWord::In | TimeWord::Ahead | TimeWord::Of | TimeWord::Until | TimeWord::Since | TimeWord::From)
    );
    let (year, next) = if !cued {
        None
    } else if r.is_digits(at) {
        r.year_in_digits(at, 1500)
    } else {
        r.year(at).filter(|(year, next)| year % 1000 != 0 || r.ends(*next))
    }?;
    let counted = r.unit(next).is_some() || r.dash(next) && r.unit(next + 1).is_some();
    (!counted).then_some((Point::Fixed(Period::Year(year)), next))
}

/// `next fiscal year`.
pub fn which_fiscal(r: &Reader, at: usize) -> Read<Point> {
    let (by, next) = which(r, at)?;
    if !r.is(next, TimeWord::Fiscal) || r.unit(next + 1) != Some(Unit::Years) {
        return None;
    }
    let year = r.today.map(|today| today.year().saturating_add(by.into()));
    Some((Point::fixed(year.map(Period::Fiscal)), next + 2))
}

/// `the first six months of 2025`, `the last two weeks of July`: its days.
pub fn window(r: &Reader, at: usize) -> Read<Point> {
    let last = match r.word(at)? {
        TimeWord::Ordinal(1) => false,
        TimeWord::Which(-1) => true,
        _ => return None,
    };
    let (amount, next) = super::durations::amount(r, at + 1)?;
    let joined = matches!(r.word(next), Some(TimeWord::Of | TimeWord::In)) && !amount.under_a_day();
    let the = r.is(next + 1, TimeWord::The);
    let here = r.unit(next + 2).filter(|unit| the && *unit >= Unit::Months);
    let (whole, next) = match here {
        _ if !joined => return None,
        Some(unit) => (Point::fixed(r.today.and_then(|today| shifted(unit, 0, today))), next + 3),
        None => match r.year_in_digits(next + 1, 1500) {
            Some((year, next)) => (Point::Fixed(Period::Year(year)), next),
            None => points::read(r, next + 1)?,
        },
    };
    let whole = whole.close(r.today, super::tense::of(r, at));
    let days = whole.days().and_then(|(first, end)| {
        if last {
            return Some(Point::Run(amount.shift(end.tomorrow().ok()?, -1)?, end));
        }
        Some(Point::Run(first, amount.shift(first, 1)?.yesterday().ok()?))
    });
    Some((days.unwrap_or(Point::Unknown), next))
}

/// `next year's third quarter`, `last year's summer`.
pub fn of_year_named(r: &Reader, at: usize) -> Read<Point> {
    let (by, next) = which(r, at)?;
    let ending = r.unit(next) == Some(Unit::Years) && r.apostrophe(next + 1) && r.is(next + 2, TimeWord::Plural);
    let (point, next) = if ending { ordinal(r, next + 3).or_else(|| season(r, next + 3)) } else { None }?;
    let Point::Open(part) = point else { return None };
    let year = r.today.map(|today| today.year().saturating_add(by.into()));
    Some((Point::in_year(part, year), next))
}
