//! Direction where no report says when it was published, and what was put in is of the same event.

use std::collections::BTreeMap;

use dateline_model::{Article, ArticleId, Text};

use super::{Reported, placed};
use crate::data::Labelled;
use crate::edits::{Draw, EDITS};
use crate::scoreboard::Scores;

/// Edits that put in what another report of the event says.
const PUT_IN: [&str; 2] = ["lead", "inserted"];
const STRENGTHS: [usize; 3] = [1, 2, 3];

/// The first report of each event, and copies of it with paragraphs of the other reports of that event.
pub fn score(events: &[Labelled]) -> Scores {
    let mut by_event: BTreeMap<&str, Vec<&Article>> = BTreeMap::new();
    for labelled in events {
        by_event.entry(&labelled.story).or_default().push(&labelled.article);
    }
    let mut scores = Vec::new();
    for edit in EDITS.iter().filter(|edit| PUT_IN.contains(&edit.name)) {
        let (mut told, mut right) = (0u32, 0u32);
        for (number, reports) in by_event.values().filter(|reports| reports.len() > 1).enumerate() {
            let donors: Vec<&str> = reports[1..].iter().map(|report| report.text.as_str()).collect();
            let mut draw = Draw::new(number as u64);
            let edited = edit.of(reports[0].text.as_str(), STRENGTHS[number % 3], &donors, &mut draw);
            let undated = |id: &str, text: &str| Article {
                id: ArticleId::new(id),
                published: None,
                outlet: Some(id.to_owned()),
                text: Text::from(text),
                ..reports[0].clone()
            };
            let pair = [undated("original", reports[0].text.as_str()), undated("copy", &edited.text)];
            // Either arrives first in half of the events.
            let order = if number / 3 % 2 == 0 { [0, 1] } else { [1, 0] };
            let placed = placed(&order.map(|at| pair[at].clone()));
            let copies = Reported::of(&placed).copies;
            told += u32::from(!copies.is_empty());
            right += u32::from(copies.contains(&("copy", "original")));
        }
        scores.push((edit.name, f64::from(right) / f64::from(told.max(1))));
    }
    Scores::new("paragraphs of the event", scores)
}
