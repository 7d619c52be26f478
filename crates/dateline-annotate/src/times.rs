//! Expressions of time and what they resolve to, written as TIMEX3 writes it.
//!
//! A day is `2025-07-01`, a week `2025-W27`, a month `2025-07`, a year `2025`, a decade `199`, a century `18`; a quarter
//! `2025-Q3`, a half `2025-H1`, a season `2025-SU`, a weekend `2025-W27-WE`, a fiscal year `FY2025`. A time is
//! `2025-06-21T13:05` in the zone that its words name, a part of a day `2025-06-20TNI`. A range is `2025-06-03/2025-07-05`
//! (ISO 8601): both ends are part of it, each as exact as its words. Durations and sets are as in TIMEX3: `P3Y`, `PT2H`,
//! `XXXX-WXX-2`. What hangs on a day of publication that is not known, and what is no day at all, is left out.

mod calendar;
mod clock;
mod counted;
mod dates;
mod durations;
mod figures;
mod holidays;
mod parts;
mod period;
mod points;
mod ranges;
mod reader;
mod relative;
mod sets;
mod stamps;
mod tense;
mod vocabulary;
mod write;

use dateline_model::{Moment, Span, Text, TimeRef};

use crate::LanguageData;
use crate::lang::TimeWord;
use crate::lexemes::{Kind, Lexeme, Lexemes};
use calendar::Point;
use holidays::Holidays;
use reader::{Read, Reader};
use stamps::Stamp;
use vocabulary::Vocabulary;

/// What an expression means.
enum Meaning {
    Point(Point),
    Range(Point, Point),
    Stamp(Stamp),
    Duration(String),
    Set(String),
}

/// A day told of stands for “the day before” in so many sentences.
const REMEMBERED: usize = 3;

/// The resolved expressions of time in `text`, in order. `published` is when they are read.
pub fn find(text: &Text, sentences: &[Span], data: &'static LanguageData, published: Option<&Moment>) -> Vec<TimeRef> {
    let vocabulary = Vocabulary::of(data);
    let today = published.map(Moment::day);
    let now = published.and_then(|published| match published {
        Moment::Instant(instant, offset) => Some(offset.to_datetime(*instant)),
        Moment::Day(_) => None,
    });
    let mut found = Vec::new();
    let (mut lexemes, mut words): (Vec<Lexeme>, Vec<Option<TimeWord>>) = (Vec::new(), Vec::new());
    let (mut anchor, mut age) = (today, 0);
    for &sentence in sentences {
        let mut pieces = Lexemes::new(text.slice(sentence));
        age += 1;
        if age > REMEMBERED {
            anchor = today;
        }
        while pieces.read(&mut lexemes) {
            if !vocabulary.read(&lexemes, &mut words) {
                continue;
            }
            let numbers = &vocabulary.numbers;
            let holidays = &vocabulary.holidays;
            let month_first = data.month_first;
            let reader = Reader {
                lexemes: &lexemes,
                words: &words,
                numbers,
                holidays,
                month_first,
                today,
                now,
                anchor,
                depth: 0,
            };
            let told = find_in(reader, |start, end, time| {
                let span = text.span(sentence.start() + start..sentence.start() + end);
                found.extend(span.map(|span| TimeRef { span, value: time.0, kind: time.1 }));
            });
            if let Some(day) = told {
                (anchor, age) = (Some(day), 0);
            }
        }
    }
    found
}

/// Reads the expressions from the first to the last; answers the day last told of.
fn find_in(mut r: Reader, mut keep: impl FnMut(usize, usize, write::Written)) -> Option<jiff::civil::Date> {
    let (mut at, mut told) = (0, None);
    while at < r.lexemes.len() {
        let Some((meaning, next)) = expression(&r, at) else {
            at = behind_number(&r, at);
            continue;
        };
        if let Some((written, day)) = write::closed(&r, at, meaning) {
            keep(r.lexemes[at].start, r.lexemes[next - 1].end, written);
            if let Some(day) = day {
                told = Some(day);
                r.anchor = Some(day);
            }
        }
        at = next;
    }
    told
}

/// The place where the next expression may begin: not within the digits of one number.
fn behind_number(r: &Reader, at: usize) -> usize {
    let mut next = at + 1;
    while r.is_digits(at) && matches!(r.kind(next), Some(Kind::Mark(',' | '.'))) && r.joined(next) {
        if !r.joined(next + 1) || !r.is_digits(next + 1) {
            break;
        }
        next += 2;
    }
    next
}

/// The expression that begins at `at`, and the lexeme behind it.
fn expression(r: &Reader, at: usize) -> Read<Meaning> {
    if !vocabulary::may_open(r, at) {
        return None;
    }
    if let Some((set, next)) = sets::read(r, at) {
        return Some((Meaning::Set(set), next));
    }
    if let Some((stamp, next)) = stamps::read(r, at) {
        return Some((Meaning::Stamp(stamp), next));
    }
    if let Some(((first, last), next)) = ranges::read(r, at) {
        return Some((Meaning::Range(first, last), next));
    }
    if let Some((point, next)) = points::read(r, at) {
        return Some(match stamps::behind(r, point, next) {
            Some((stamp, next)) => (Meaning::Stamp(stamp), next),
            None => (Meaning::Point(point), next),
        });
    }
    durations::read(r, at).map(|(value, next)| (Meaning::Duration(value), next))
}

#[cfg(test)]
mod tests;
