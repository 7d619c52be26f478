//! Times of day: `3 p.m.`, `13:05 GMT`, `noon`, `10 o'clock`, `morning`.

use std::fmt;

use super::reader::{Read, Reader};
use crate::lang::TimeWord;
use crate::lexemes::{Kind, WordKey};

/// A time of day, as exact as its words; its text is what TIMEX3 writes behind the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    At {
        hour: u8,
        minute: Option<u8>,
        second: Option<u8>,
    },
    /// `MO`, `AF`, `EV`, `NI`.
    Part(&'static str),
}

impl fmt::Display for Clock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Clock::Part(part) => write!(formatter, "T{part}"),
            Clock::At { hour, minute, second } => {
                write!(formatter, "T{hour:02}")?;
                minute.map_or(Ok(()), |minute| write!(formatter, ":{minute:02}"))?;
                second.map_or(Ok(()), |second| write!(formatter, ":{second:02}"))
            }
        }
    }
}

/// A time of day; true where it can be nothing else.
pub fn read(r: &Reader, at: usize) -> Read<(Clock, bool)> {
    if let Some(TimeWord::Hour(hour)) = r.word(at) {
        let clock = Clock::At { hour, minute: None, second: None };
        return Some(((clock, true), zone(r, at + 1).unwrap_or(at + 1)));
    }
    if let Some((digits, zone)) = r.digits(at, 4..=4).zip(zone(r, at + 1)) {
        // `0900 GMT`.
        let (hour, minute) = ((digits / 100) as u8, (digits % 100) as u8);
        let clock = Clock::At { hour, minute: Some(minute), second: None };
        return (hour < 25 && minute < 60).then_some(((clock, true), zone));
    }
    let in_digits = r.is_digits(at);
    let (hour, mut next) = if in_digits {
        (r.digits(at, 1..=2)? as u8, at + 1)
    } else {
        let (hour, next) = r.number(at)?;
        ((1.0..=12.0).contains(&hour).then_some(hour as u8)?, next)
    };
    let (mut minute, mut second) = (None, None);
    if let Some(found) = sixtieth(r, next, &[':', '.']).filter(|_| in_digits) {
        let point = r.mark(next, '.');
        (minute, next) = (Some(found), next + 2);
        if let Some(found) = sixtieth(r, next, &[':']).filter(|_| !point) {
            (second, next) = (Some(found), next + 2);
        } else if point && half_day(r, next).is_none() {
            return None;
        }
    }
    let half = half_day(r, next);
    let hour = match half {
        Some((half, behind)) if (1..=12).contains(&hour) => {
            next = behind;
            hour % 12 + half
        }
        Some(_) => return None,
        None => hour,
    };
    let o_clock = o_clock(r, next).filter(|_| half.is_none());
    next = o_clock.unwrap_or(next);
    let zoned = zone(r, next);
    if half.is_none() && o_clock.is_none() && minute.is_none() || hour > 24 {
        return None;
    }
    if half.is_none() && zoned.is_none() && !r.number_ends(next) {
        return None;
    }
    let sure = half.is_some() || zoned.is_some() || o_clock.is_some();
    Some(((Clock::At { hour, minute, second }, sure), zoned.unwrap_or(next)))
}

/// Minutes or seconds behind one of `marks`.
fn sixtieth(r: &Reader, at: usize, marks: &[char]) -> Option<u8> {
    let marked = marks.iter().any(|&mark| r.mark(at, mark)) && r.joined(at) && r.joined(at + 1);
    r.digits(at + 1, 2..=2).filter(|&value| marked && value < 60).map(|value| value as u8)
}

/// `pm`, `p.m.`: 12 or 0 hours to add.
pub fn half_day(r: &Reader, at: usize) -> Read<u8> {
    if let Some(TimeWord::HalfDay(half)) = r.word(at) {
        return Some((half, at + 1));
    }
    let letter = |at: usize, letter: &str| r.kind(at) == Some(Kind::Word(WordKey::of(letter)));
    let half = if letter(at, "a") {
        0
    } else if letter(at, "p") {
        12
    } else {
        return None;
    };
    let dotted = r.mark(at + 1, '.') && letter(at + 2, "m") && r.joined(at + 1) && r.joined(at + 2);
    let next = at + 3;
    dotted.then(|| (half, next + usize::from(r.mark(next, '.') && r.joined(next))))
}

fn o_clock(r: &Reader, at: usize) -> Option<usize> {
    let stands = r.apostrophe(at + 1) && r.is(at + 2, TimeWord::Clock) && r.joined(at + 1);
    // In other languages the word stands alone: `13 Uhr`.
    if r.is(at, TimeWord::Clock) {
        return Some(at + 1);
    }
    stands.then_some(at + 3)
}

/// `GMT`, `ET`, `local time`, `Eastern Daylight Time`: the place behind it.
fn zone(r: &Reader, at: usize) -> Option<usize> {
    if !r.is(at, TimeWord::Zone) {
        return None;
    }
    let words = (at..at + 3).take_while(|&at| r.is(at, TimeWord::Zone)).count();
    if r.is(at + words, TimeWord::Times) {
        return Some(at + words + 1);
    }
    let length = r.lexemes[at].end - r.lexemes[at].start;
    (length <= 4 && r.capital(at)).then_some(at + 1)
}
