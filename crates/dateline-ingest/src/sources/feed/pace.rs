//! How often a feed says that it changes: `ttl`, `skipHours` and `skipDays` of RSS, `updatePeriod` of the syndication module.

use dateline_model::Capture;

use crate::decode::decode;
use crate::xml::{Element, Visitor, mended, root, walk};

/// How often a feed says that it changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// Seconds between two changes.
    pub seconds: Option<u32>,
    /// Hours of the day, UTC, in which it does not change: bit 0 is the hour after midnight.
    pub skip_hours: u32,
    /// Days on which it does not change: bit 0 is Monday.
    pub skip_days: u8,
}

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const PERIODS: &[(&str, u32)] =
    &[("hourly", 3_600), ("daily", 86_400), ("weekly", 604_800), ("monthly", 2_592_000), ("yearly", 31_536_000)];
/// Nobody's pace is read from further down: it stands in the head of a feed.
const HEAD: usize = 64 * 1024;

/// What the head of a feed in XML says of its pace. A JSON feed has no words for it.
#[must_use]
pub fn feed_pace(capture: &Capture) -> Pace {
    let head = Capture {
        bytes: capture.bytes[..capture.bytes.len().min(HEAD)].to_vec(),
        content_type: capture.content_type.clone(),
        ..Capture::of(Vec::new())
    };
    let text = decode(&head).text;
    let mut reader = Reader::default();
    if let Some((at, _)) = root(&text, super::ROOTS) {
        walk(&mended(&text, at), None, &mut reader);
    }
    let period = reader.period.map(|period| period / reader.frequency.unwrap_or(1).max(1));
    let seconds = [reader.ttl, period].into_iter().flatten().max();
    Pace { seconds, skip_hours: reader.hours, skip_days: reader.days }
}

#[derive(Default)]
struct Reader {
    open: Vec<String>,
    words: String,
    /// True from the first item on: what items say is not of the feed.
    items: bool,
    ttl: Option<u32>,
    period: Option<u32>,
    frequency: Option<u32>,
    hours: u32,
    days: u8,
}

impl Visitor for Reader {
    fn start(&mut self, element: &Element<'_>) {
        self.items |= element.is("item") || element.is("entry");
        self.open.push(element.local.clone());
        self.words.clear();
    }

    fn words(&mut self, words: &str) {
        if !self.items && self.words.len() < 64 {
            self.words.push_str(words);
        }
    }

    fn end(&mut self) {
        let Some(name) = self.open.pop() else { return };
        if self.items {
            return;
        }
        let words = std::mem::take(&mut self.words).trim().to_ascii_lowercase();
        match (self.open.last().map(String::as_str), name.as_str()) {
            (_, "ttl") => self.ttl = words.parse::<u32>().ok().map(|minutes| minutes.saturating_mul(60)),
            (_, "updateperiod") => {
                self.period = PERIODS.iter().find(|(name, _)| *name == words).map(|(_, seconds)| *seconds);
            }
            (_, "updatefrequency") => self.frequency = words.parse().ok(),
            // Some write midnight as 24.
            (Some("skiphours"), "hour") => self.hours |= words.parse::<u32>().map_or(0, |hour| 1 << (hour % 24)),
            (Some("skipdays"), "day") => {
                self.days |= DAYS.iter().position(|day| *day == words).map_or(0, |day| 1 << day);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_feed_says_its_pace() {
        let of = |words: &str| feed_pace(&Capture::of(words));
        let rss = of("<rss><channel><ttl>90</ttl><skipHours><hour>0</hour><hour>23</hour></skipHours>\
             <skipDays><day>Sunday</day></skipDays><item><ttl>9999</ttl></item></channel></rss>");
        assert_eq!(rss, Pace { seconds: Some(5400), skip_hours: 1 | 1 << 23, skip_days: 1 << 6 });
        let twice_a_day = of("<rss xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>\
             <sy:updatePeriod> daily </sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel></rss>");
        assert_eq!(twice_a_day.seconds, Some(43_200));
        let hostile = of("<rss><channel><ttl>99999999999</ttl><sy:updatePeriod>hourly</sy:updatePeriod>\
             <sy:updateFrequency>0</sy:updateFrequency><skipHours><hour>-1</hour></skipHours>");
        assert_eq!(hostile, Pace { seconds: Some(3600), ..Pace::default() });
        assert_eq!(of("{}"), Pace::default());
    }
}
