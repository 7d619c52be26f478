//! Stories: four sets of reports that people sorted by event, grouped with one fixed setting.

mod related;

use anyhow::{Context, Result};
use dateline_engine::{Grouper, group, read as read_capture};
use dateline_model::{Article, Capture};

use crate::bcubed::BCubed;
use crate::data::{Labelled, files, read, root, studied};
use crate::scoreboard::Scores;

/// Each set with its file.
const SETS: &[(&str, &str)] = &[
    ("ecbplus-topics-1-35", "stories/ecbplus-topics-1-35.jsonl"),
    ("incidents-2013-2014", "stories/incidents-2013-2014.jsonl"),
    ("wikinews-medium", "stories/wikinews-medium.jsonl"),
    ("basil", "stories/basil.jsonl"),
];
/// Every set is grouped in the order of its file and in this many shuffled orders, since reports arrive in any order.
const SHUFFLES: u64 = 3;

/// Measures; see `evals/stories/README.md`.
pub fn run() -> Result<Option<Vec<Scores>>> {
    let (mut all, mut against_batch) = (Vec::new(), Vec::new());
    for (name, file) in SETS {
        let Some(labelled) = read(file)? else { return Ok(None) };
        let in_order = score(&labelled);
        let shuffled: Vec<f64> = (1..=SHUFFLES).map(|seed| score(&shuffle(&labelled, seed)).f1()).collect();
        let mean = shuffled.iter().sum::<f64>() / shuffled.len() as f64;
        all.push(Scores::new(
            name,
            [
                ("f1", in_order.f1()),
                ("precision", in_order.precision),
                ("recall", in_order.recall),
                ("f1_shuffled", mean),
            ],
        ));
        let batch = at_once(&labelled).f1();
        let kept = |online: f64| 1.0 - (batch - online).max(0.0);
        against_batch.push(Scores::new(
            &format!("{name} at once"),
            [("f1", batch), ("kept", kept(in_order.f1())), ("kept_shuffled", kept(mean))],
        ));
    }
    all.extend(against_batch);
    all.extend(related_rows()?);
    Ok(Some(all))
}

/// The same reports by the same bar, none of them before the others.
fn at_once(labelled: &[Labelled]) -> BCubed {
    let studied = studied(labelled.iter().map(|labelled| &labelled.article));
    let groups = Grouper::at_once(studied.iter().map(|studied| (&studied.article.id, &studied.features)));
    let labels = labelled.iter().map(|labelled| labelled.story.clone());
    BCubed::of(&groups.into_iter().map(|group| group.to_string()).zip(labels).collect::<Vec<_>>())
}

fn score(labelled: &[impl std::borrow::Borrow<Labelled>]) -> BCubed {
    let groups = group(&studied(labelled.iter().map(|labelled| &labelled.borrow().article)));
    let labels = labelled.iter().map(|labelled| labelled.borrow().story.clone());
    BCubed::of(&groups.into_iter().map(|line| line.story).zip(labels).collect::<Vec<_>>())
}

/// The same reports in another order (Fisher and Yates).
fn shuffle(labelled: &[Labelled], seed: u64) -> Vec<&Labelled> {
    let mut order: Vec<&Labelled> = labelled.iter().collect();
    let mut draw = crate::edits::Draw::new(seed);
    for at in (1..order.len()).rev() {
        order.swap(at, draw.below(at + 1));
    }
    order
}

/// Related stories: the two look-alike events of each topic of one set, the events of the others (which are nobody's
/// chains), and the seven long stories of the bundled sample, each of which falls into several.
fn related_rows() -> Result<Vec<Scores>> {
    let mut rows = Vec::new();
    for (name, file) in SETS {
        let Some(labelled) = read(file)? else { continue };
        let topics: Vec<String> = labelled.iter().map(|labelled| topic(&labelled.story)).collect();
        let studied = studied(labelled.iter().map(|labelled| &labelled.article));
        rows.push(related::score(&format!("{name} related"), &studied, &topics));
    }
    let sample = sample()?;
    let studied = studied(sample.iter().map(|(article, _)| article));
    let topics: Vec<String> = sample.into_iter().map(|(_, topic)| topic).collect();
    rows.push(related::score("sample related", &studied, &topics));
    Ok(rows)
}

/// `7` of `7_ecbplus`; elsewhere each event is a topic of its own.
fn topic(event: &str) -> String {
    let numbered = event.split_once('_').filter(|(topic, _)| topic.parse::<u32>().is_ok());
    numbered.map_or(event, |(topic, _)| topic).to_owned()
}

/// The reports of the bundled sample with the folder that each is in, in the order of their publication.
fn sample() -> Result<Vec<(Article, String)>> {
    let mut reports: Vec<(Article, String)> = Vec::new();
    for folder in files(&root().join("demo/sample"), "")? {
        let name = folder.file_name().context("a folder of the sample")?.to_string_lossy().into_owned();
        for file in files(&folder, "")? {
            let articles = read_capture(&Capture::of(std::fs::read(file)?)).articles;
            for article in articles {
                if !reports.iter().any(|(known, _)| known.id == article.id) {
                    reports.push((article, name.clone()));
                }
            }
        }
    }
    reports.sort_by_key(|(article, _)| article.published.map(|published| published.instant()));
    Ok(reports)
}
