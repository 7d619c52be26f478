//! From what an expression means to the value that TIMEX3 writes for it.

use dateline_model::TimeKind;
use jiff::civil::Date;

use super::Meaning;
use super::calendar::Point;
use super::reader::Reader;
use super::tense;

/// A value and its kind.
pub type Written = (String, TimeKind);

/// The value of the expression that begins at `at`, and the day where it names one; `None` where it has no value.
pub fn closed(r: &Reader, at: usize, meaning: Meaning) -> Option<(Written, Option<Date>)> {
    match meaning {
        Meaning::Point(point) => {
            let point = point.close(r.today, tense::of(r, at));
            Some(((point_value(point)?, TimeKind::Date), point.as_day()))
        }
        Meaning::Range(first, last) => {
            Some(((format!("{}/{}", point_value(first)?, point_value(last)?), TimeKind::Date), None))
        }
        Meaning::Stamp(stamp) => {
            let day = stamp.day.map(|day| day.close(r.today, tense::of(r, at)));
            let date = match day {
                Some(day) => point_value(day)?,
                None => String::new(),
            };
            let value = match stamp.to {
                Some(to) => format!("{date}{}/{date}{to}", stamp.from),
                None => format!("{date}{}", stamp.from),
            };
            Some(((value, TimeKind::Time), day.and_then(Point::as_day)))
        }
        Meaning::Duration(value) => Some(((value, TimeKind::Duration), None)),
        Meaning::Set(value) => Some(((value, TimeKind::Set), None)),
    }
}

fn point_value(point: Point) -> Option<String> {
    match point {
        Point::Fixed(period) => Some(period.to_string()),
        Point::Run(first, last) => Some(format!("{first}/{last}")),
        _ => None,
    }
}
