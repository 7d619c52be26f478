//! The entries of a timeline, made of the dates that matter most.

use std::collections::BTreeSet;

use super::choose::{Chosen, Room, choose};
use super::days::{Dates, Telling};
use super::read::Story;
use super::{TimelineDate, TimelineDay, TimelineReport, TimelineSentence, TimelineSpan};

/// The `most` dates that matter most (all where `None`), oldest first, each with the sentences that tell it best.
pub fn entries(
    story: &Story,
    reports: &[TimelineReport<'_>],
    dates: Dates,
    most: Option<usize>,
    sentences: usize,
) -> Vec<TimelineDay> {
    let newest = story.published.iter().flatten().max();
    let mut ranked: Vec<(TimelineDate, Telling)> = dates.into_iter().collect();
    // Stable: of two that matter as much, the earlier.
    ranked.sort_by(|one, other| other.1.weight.total_cmp(&one.1.weight));
    let mut room = Room::new(story);
    let mut taken = vec![false; story.sentences.len()];
    let mut entries: Vec<TimelineDay> = Vec::new();
    for (date, told) in ranked {
        if most.is_some_and(|most| entries.len() >= most) {
            break;
        }
        let chosen = choose(story, &told.told, &taken, sentences, &mut room);
        if chosen.is_empty() {
            continue;
        }
        for chosen in &chosen {
            taken[chosen.sentence as usize] = true;
        }
        let telling = reports_telling(story, &told, &chosen);
        let outlets: BTreeSet<&str> =
            telling.iter().filter_map(|&report| reports[report as usize].article.outlet.as_deref()).collect();
        entries.push(TimelineDay {
            date,
            sentences: chosen.into_iter().map(|chosen| sentence(story, reports, &chosen)).collect(),
            reports: telling.len(),
            outlets: outlets.len(),
            planned: newest.is_some_and(|&newest| date.first_day() > newest),
            rank: entries.len(),
        });
    }
    entries.sort_by_key(|entry| entry.date);
    entries
}

/// The reports that name the date, or say what was chosen.
fn reports_telling(story: &Story, date: &Telling, chosen: &[Chosen]) -> BTreeSet<u32> {
    let named = date.told.iter().filter(|told| told.named).map(|told| told.sentence);
    let said = chosen.iter().flat_map(|chosen| [chosen.sentence].into_iter().chain(chosen.repeats.iter().copied()));
    named.chain(said).map(|sentence| story.sentences[sentence as usize].report).collect()
}

fn sentence(story: &Story, reports: &[TimelineReport<'_>], chosen: &Chosen) -> TimelineSentence {
    let place = |at: u32| {
        let sentence = &story.sentences[at as usize];
        TimelineSpan { article: reports[sentence.report as usize].article.id.clone(), span: sentence.span }
    };
    let TimelineSpan { article, span } = place(chosen.sentence);
    TimelineSentence { article, span, repeats: chosen.repeats.iter().map(|&at| place(at)).collect() }
}
