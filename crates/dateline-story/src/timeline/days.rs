//! Which days the sentences of a story tell of, and how much each day matters.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::TimelineDate;
use super::read::{Sentence, Story};

/// A sentence that may tell of a date.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// The sentence, by its place in the story.
    pub sentence: u32,
    /// How surely it tells of this date.
    pub weight: f32,
    /// True where it names the date; false where it only stands in a report of about then.
    pub named: bool,
}

/// What is told of one date: the sentences in order, and how much it matters.
#[derive(Clone, Debug, Default)]
pub struct Telling {
    pub told: Vec<Told>,
    pub weight: f32,
    /// True where a sentence names the date, or a report is of it. A day that is only the one before a report is none.
    pub sure: bool,
}

/// Dates with what is told of them.
pub type Dates = BTreeMap<TimelineDate, Telling>;

/// What a report adds to a day that it names, when published later, on that day, or before it.
const LATER: f32 = 0.5;
const SAME_DAY: f32 = 1.0;
const AHEAD: f32 = 0.4;
/// What it adds to the day it was published on, and to the one before.
const PUBLISHED: f32 = 1.5;
/// A day named so many sentences down counts half of one named at the head.
const DAY_LEAD: f32 = 20.0;
/// How surely a sentence tells of a day it names, when published that day or the next, or otherwise.
pub const NAMED: f32 = 1.5;
const NAMED_LONG_AFTER: f32 = 0.5;
/// How surely one that names none tells of the day of its report or the one before, both together.
const UNNAMED: f32 = 1.5;
/// Only so many sentences of a report tell of its day without naming it.
const UNNAMED_LEAD: u32 = 4;
/// So many sentences down, a sentence has lost half of what its place adds to it.
const LEAD: f32 = 12.0;
/// The share of reports that tell of the day before, where nothing is known of it.
const USUAL: f32 = 1.0 / 3.0;

/// Every day with its sentences.
pub fn tell(story: &Story) -> Dates {
    let late = late(story);
    let mut days = Dates::new();
    let mut first = 0;
    for of_one in story.sentences.chunk_by(|one, other| one.report == other.report) {
        let published = story.published[of_one[0].report as usize];
        for (at, sentence) in of_one.iter().enumerate() {
            tell_one(first + at as u32, sentence, published, late, &mut days);
        }
        weigh(of_one, published, late, &mut days);
        first += of_one.len() as u32;
    }
    days.retain(|_, telling| telling.sure);
    days
}

/// The share of days named at the head of reports that are the day before publication, of those and the day itself.
/// Morning papers tell of yesterday, agencies of today.
fn late(story: &Story) -> f32 {
    let (mut today, mut yesterday) = (1.0f32, 1.0f32);
    for sentence in story.sentences.iter().filter(|sentence| sentence.place < 5) {
        for days in
            sentence.named.iter().filter_map(|&date| days_after(story.published[sentence.report as usize], date))
        {
            match days {
                0 => today += 1.0,
                1 => yesterday += 1.0,
                _ => {}
            }
        }
    }
    yesterday / (today + yesterday)
}

/// How many days after a named day something was published.
fn days_after(published: Option<Date>, named: TimelineDate) -> Option<i32> {
    let TimelineDate::Day(day) = named else { return None };
    Some((published? - day).get_days())
}

/// What its place adds to a sentence.
pub fn head(sentence: &Sentence) -> f32 {
    1.0 + LEAD / (LEAD + sentence.place as f32)
}

fn tell_one(at: u32, sentence: &Sentence, published: Option<Date>, late: f32, days: &mut Dates) {
    let head = head(sentence);
    let mut tell = |date: TimelineDate, weight: f32, named: bool| {
        days.entry(date).or_default().told.push(Told { sentence: at, weight: weight * head, named });
    };
    let mut any = false;
    for date in sentence.days() {
        any = true;
        let long_after = days_after(published, date).is_some_and(|days| days > 1);
        tell(date, if long_after { NAMED * NAMED_LONG_AFTER } else { NAMED }, true);
    }
    let Some(day) = published.filter(|_| !any && sentence.place < UNNAMED_LEAD) else { return };
    // What was measured, held against what is usual: a story has few such heads.
    let late = (late + USUAL) / 2.0;
    tell(TimelineDate::Day(day), UNNAMED * (1.0 - late), false);
    if let Ok(before) = day.yesterday() {
        tell(TimelineDate::Day(before), UNNAMED * late, false);
    }
}

/// Adds what one report says of how much days matter: for each day the strongest of the sentences that name it.
fn weigh(of_one: &[Sentence], published: Option<Date>, late: f32, days: &mut Dates) {
    let mut strongest: BTreeMap<TimelineDate, f32> = BTreeMap::new();
    for sentence in of_one {
        let strength = sentence.relevance * DAY_LEAD / (DAY_LEAD + sentence.place as f32);
        for date in sentence.days() {
            let best = strongest.entry(date).or_insert(0.0);
            *best = best.max(strength);
        }
    }
    let mut add = |date: TimelineDate, weight: f32, sure: bool| {
        let telling = days.entry(date).or_default();
        telling.weight += weight;
        telling.sure |= sure;
    };
    for (date, strength) in strongest {
        let worth = match days_after(published, date) {
            Some(days) if days > 0 => LATER,
            Some(days) if days < 0 => AHEAD,
            _ => SAME_DAY,
        };
        add(date, worth * strength, true);
    }
    let Some(day) = published else { return };
    let strength = of_one.iter().take(5).map(|sentence| sentence.relevance).fold(0.0, f32::max);
    add(TimelineDate::Day(day), PUBLISHED * (1.0 - late / 2.0) * strength, true);
    if let Ok(before) = day.yesterday() {
        add(TimelineDate::Day(before), PUBLISHED * late / 2.0 * strength, false);
    }
}
