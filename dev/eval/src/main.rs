//! Scores every evaluation and holds the floors: `cargo eval [--only NAME] [--write]`.

mod bcubed;
mod claims;
mod conflicts;
mod copies;
mod data;
mod differences;
mod edits;
mod feeds;
mod figures;
mod names;
mod pages;
mod quotes;
mod revisions;
mod scoreboard;
mod spans;
mod stories;
mod timelines;
mod times;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::scoreboard::{Floors, Row, Scores};

/// One evaluation.
pub struct Evaluation {
    /// Short name: its folder under `evals/`.
    pub name: &'static str,
    /// What is measured, in a sentence.
    pub about: &'static str,
    /// Measures; `None` where its data is not there.
    pub run: fn() -> Result<Option<Vec<Scores>>>,
}

/// Every evaluation, in the order of the scoreboard.
pub static EVALUATIONS: &[Evaluation] = &[
    Evaluation {
        name: "stories",
        about: "Reports grouped as they arrive, against the events that people sorted them into (BCubed).",
        run: stories::run,
    },
    Evaluation {
        name: "copies",
        about: "Copies made by eight kinds of edit at three strengths, among look-alikes that are none.",
        run: copies::run,
    },
    Evaluation {
        name: "timelines",
        about: "Timelines of long stories, against those that journalists wrote of them.",
        run: timelines::run,
    },
    Evaluation {
        name: "pages",
        about: "Headline, bylines, time and body of pages of many outlets, against what people marked in them.",
        run: pages::run,
    },
    Evaluation {
        name: "feeds",
        about: "Feeds of every make, each held against what it says itself that a reader should find in it.",
        run: feeds::run,
    },
    Evaluation {
        name: "claims",
        about: "Sentences written for this project: who says what, by what words, through whom; wholly right or wrong.",
        run: claims::run,
    },
    Evaluation {
        name: "conflicts",
        about: "Short stories written for this project: what their reports say alike, and where and how they differ.",
        run: conflicts::run,
    },
    Evaluation {
        name: "revisions",
        about: "Pairs of versions written for this project: what kind of change the later one is, and what was altered.",
        run: revisions::run,
    },
    Evaluation {
        name: "quotes",
        about: "Sources, cues and contents of every attribution in PolNeAR's news texts.",
        run: quotes::run,
    },
    Evaluation {
        name: "names",
        about: "Persons, organisations and places in sentences on politics and in noisy ones.",
        run: names::run,
    },
    Evaluation {
        name: "times",
        about: "Expressions of time and their values, against cases that state both.",
        run: times::run,
    },
    Evaluation {
        name: "figures",
        about: "Numbers, percentages, money and measures, each case held against what it says itself should be found.",
        run: figures::run,
    },
];

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("eval: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// True where no score sank below its floor.
fn run() -> Result<bool> {
    let (mut only, mut write) = (None, false);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--only" => only = arguments.next(),
            "--write" => write = true,
            other => bail!("“{other}” is not understood; there are --only NAME and --write"),
        }
    }
    let floors = Floors::read()?;
    let (mut rows, mut skipped) = (Vec::new(), 0);
    for evaluation in EVALUATIONS.iter().filter(|evaluation| only.as_deref().is_none_or(|only| only == evaluation.name))
    {
        println!("{}: {}", evaluation.name, evaluation.about);
        match (evaluation.run)()? {
            Some(scores) => rows.extend(scores.into_iter().map(|scores| floors.judge(evaluation.name, scores))),
            None => skipped += 1,
        }
    }
    print!("\n{}", scoreboard::table(&rows));
    if write {
        scoreboard::write(&rows)?;
    }
    let sunk: Vec<&Row> = rows.iter().filter(|row| !row.sunk.is_empty()).collect();
    for row in &sunk {
        println!("{}: {} sank below the floor in evals/floors.toml", row.name, row.sunk.join(", "));
    }
    println!("\n{} passed, {} failed, {skipped} skipped", rows.len() - sunk.len(), sunk.len());
    Ok(sunk.is_empty())
}
