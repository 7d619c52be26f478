//! Timelines of long stories, held against those that journalists wrote of them; see `evals/timelines/README.md`.

mod align;
mod gold;
mod porter;
mod rouge;

use std::collections::HashMap;
use std::time::Instant;

use anyhow::Result;
use dateline_engine::{Studied, timeline};
use dateline_model::{Article, ArticleId};
use jiff::civil::Date;

use self::align::{Agreement, Days};
use self::rouge::Counted;
use crate::data::{self, folder};
use crate::scoreboard::Scores;

/// The stories.
const TOPICS: &[&str] = &["egypt", "finan", "haiti", "mj"];

/// A story with the timeline that journalists wrote of it.
struct Topic {
    name: &'static str,
    /// Its reports of the time that the reference covers.
    reports: Vec<Studied>,
    reference: Days,
    /// How many sentences the reference has a day.
    sentences: usize,
}

/// What is measured of one timeline.
#[derive(Clone, Copy, Default)]
struct Measured {
    content: [Agreement; 2],
    all: [Agreement; 2],
    dates: Agreement,
}

/// Measures.
pub fn run() -> Result<Option<Vec<Scores>>> {
    let Some(folder) = folder("timelines/t17") else { return Ok(None) };
    let Some(lines) = data::read("timelines/t17/articles.jsonl")? else { return Ok(None) };
    let mut topics = Vec::new();
    for &name in TOPICS {
        let reference = gold::read(&folder.join("gold").join(name))?;
        topics.push(Topic::new(name, lines.iter().map(|line| &line.article), reference));
    }
    let of = |made: fn(&Topic) -> Days| topics.iter().map(|topic| topic.measure(&made(topic))).collect::<Vec<_>>();
    let begun = Instant::now();
    let asked = of(Topic::asked);
    let (count, took) = (topics.iter().map(|topic| topic.reports.len()).sum::<usize>(), begun.elapsed().as_millis());
    println!("  {count} studied reports: timelines made and measured in {took} ms");
    let within = of(Topic::within);
    let mut scores = vec![mean("mean", &asked), mean("mean within the span", &within)];
    scores.extend(topics.iter().zip(&asked).map(|(topic, measured)| mean(topic.name, &[*measured])));
    for (topic, measured) in topics.iter().zip(&asked) {
        println!("  {}: {} reports, {}", topic.name, topic.reports.len(), measured.in_words());
    }
    println!(
        "  mean precision and recall within the span, as the literature takes F1: {}",
        averaged(&within).in_words()
    );
    Ok(Some(scores))
}

impl Topic {
    fn new<'a>(name: &'static str, articles: impl Iterator<Item = &'a Article>, reference: Days) -> Topic {
        let of_topic =
            |article: &&Article| article.id.as_str().rsplit_once('-').is_some_and(|(topic, _)| topic == name);
        let covered = |article: &&Article| article.published.is_some_and(|moment| covers(&reference, moment.day()));
        let reports = data::studied(articles.filter(of_topic).filter(covered));
        let sentences: usize = reference.values().map(Vec::len).sum();
        let sentences = (sentences as f64 / reference.len().max(1) as f64).round() as usize;
        Topic { name, reports, reference, sentences }
    }

    /// The timeline as anyone would ask for it: so many days of so many sentences.
    fn asked(&self) -> Days {
        self.words(timeline(&self.reports, Some(self.reference.len()), self.sentences))
    }

    /// As the literature has it: the days that matter most of those between the first and the last of the reference.
    fn within(&self) -> Days {
        let mut days = timeline(&self.reports, None, self.sentences);
        days.retain(|day| covers(&self.reference, day.date.first_day()));
        days.sort_by_key(|day| day.rank);
        days.truncate(self.reference.len());
        self.words(days)
    }

    fn words(&self, days: Vec<dateline_engine::TimelineDay>) -> Days {
        let texts: HashMap<&ArticleId, &Article> =
            self.reports.iter().map(|report| (&report.article.id, &report.article)).collect();
        let words = |day: dateline_engine::TimelineDay| {
            let sentences = day.sentences.iter();
            let words = sentences.map(|told| texts[&told.article].text.slice(told.span).to_owned());
            (day.date.first_day(), words.collect())
        };
        days.into_iter().map(words).collect()
    }

    fn measure(&self, days: &Days) -> Measured {
        Measured {
            content: align::rouge(days, &self.reference, Counted::Content),
            all: align::rouge(days, &self.reference, Counted::All),
            dates: align::dates(days, &self.reference),
        }
    }
}

/// True between the first and the last day of a timeline.
fn covers(days: &Days, day: Date) -> bool {
    let first_and_last = days.first_key_value().zip(days.last_key_value());
    first_and_last.is_some_and(|((&first, _), (&last, _))| (first..=last).contains(&day))
}

impl Measured {
    fn each(&self) -> [Agreement; 5] {
        [self.content[0], self.content[1], self.dates, self.all[0], self.all[1]]
    }

    fn in_words(&self) -> String {
        let [one, two, dates, ..] = self.each();
        let words = [("ROUGE-1", one), ("ROUGE-2", two), ("dates", dates)].map(|(name, agreement)| {
            format!("{name} {:.3} (P {:.3}, R {:.3})", agreement.f1(), agreement.precision, agreement.recall)
        });
        words.join(", ")
    }
}

/// The mean of the F1 of each.
fn mean(name: &str, measured: &[Measured]) -> Scores {
    let names = ["rouge1", "rouge2", "dates", "rouge1 all words", "rouge2 all words"];
    let mean =
        |at: usize| measured.iter().map(|measured| measured.each()[at].f1()).sum::<f64>() / measured.len() as f64;
    Scores::new(name, names.into_iter().enumerate().map(|(at, name)| (name, mean(at))))
}

/// The means of precision and recall, whose harmonic mean the literature reports.
fn averaged(measured: &[Measured]) -> Measured {
    let mean = |of: fn(&Measured) -> Agreement| {
        let sum =
            |part: fn(Agreement) -> f64| measured.iter().map(|one| part(of(one))).sum::<f64>() / measured.len() as f64;
        Agreement { precision: sum(|agreement| agreement.precision), recall: sum(|agreement| agreement.recall) }
    };
    Measured {
        content: [mean(|one| one.content[0]), mean(|one| one.content[1])],
        all: [mean(|one| one.all[0]), mean(|one| one.all[1])],
        dates: mean(|one| one.dates),
    }
}
