//! Placing against the usual parts in Python, datasketch and scikit-learn, with the same articles in the same run.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use dateline_engine::{Features, Grouper, Studied, study};

use super::{Piece, article};
use crate::clock::Clock;
use crate::corpus;
use crate::python::{Library, Python};
use crate::rounds::{Column, print};

/// What is measured against: sketches and their index by one, weights of words and the nearest by the other.
const PYTHON: Library = Library {
    folder: "bench-grouping/datasketch-2.0.0",
    packages: &["datasketch==2.0.0", "scikit-learn==1.9.1"],
    check: "import datasketch, sklearn; assert datasketch.__version__ == '2.0.0' and sklearn.__version__ == '1.9.1'",
    script: include_str!("rounds.py"),
};
/// Articles of a round, others in each; the first round is not counted.
const SIZE: usize = 100;
const ROUNDS: usize = 4;
/// What is timed: sketches and weights made from the text, or at hand.
const MODES: [(&str, &str); 2] = [("text", "from text"), ("prepared", "prepared")];

/// Prints how many of `held` each places a second among `stored`, and how many times as fast Dateline is.
pub fn run(held: &[corpus::Article], stored: &[corpus::Article], pieces: &[Piece]) -> Result<()> {
    let held = held.get(..SIZE * ROUNDS).context("fewer articles than are timed")?;
    let file = tempfile::NamedTempFile::new()?;
    write(file.path(), held, stored)?;
    let (mut python, said) = Python::start(&PYTHON, file.path().as_os_str())?;
    let (read_there, versions) = said.split_once(' ').context("Python's side has not said what it runs on")?;
    ensure!(read_there == (held.len() + stored.len()).to_string(), "Python's side has read {read_there} articles");
    let studied = held.iter().map(|line| Ok(study(article(line)?))).collect::<Result<Vec<Studied>>>()?;
    println!(
        "\n{} articles stored, {SIZE} placed a round, one thread each in turn, processor time; beside {versions}: sketches of \
         128, their index, and the nearest of all by weighed words",
        stored.len()
    );
    for (mode, name) in MODES {
        let mut grouper = Grouper::new();
        for (id, features) in pieces {
            grouper.place(id, features.clone());
        }
        let mut columns = [Column::new(format!("Dateline, {name}")), Column::new(format!("Python, {name}"))];
        for (round, studied) in studied.chunks(SIZE).enumerate() {
            let ours = place(&mut grouper, studied, mode == "text")?;
            for (column, (seconds, found)) in columns.iter_mut().zip([ours, python.ask(&format!("{mode} {round}"))?]) {
                column.found += found;
                column.rounds.extend((round > 0).then_some(seconds));
            }
        }
        print("articles a second", SIZE as f64, "copies", &columns);
    }
    println!("(wanted ≥ 30 times)");
    Ok(())
}

/// One round: how long it took in seconds, and how many are copies.
fn place(grouper: &mut Grouper, articles: &[Studied], from_text: bool) -> Result<(f64, usize)> {
    let prepared: Vec<Features> = articles.iter().map(|studied| studied.features.clone()).collect();
    let clock = Clock::start()?;
    let mut copies = 0;
    for (studied, prepared) in articles.iter().zip(prepared) {
        let features = if from_text { Features::of(&studied.article, &studied.annotations) } else { prepared };
        copies += usize::from(!grouper.place(&studied.article.id, features).copies.is_empty());
    }
    Ok((clock.seconds()?, copies))
}

/// How many articles a round has, then a text a line as JSON: those that are placed, then those that are stored.
fn write(path: &Path, held: &[corpus::Article], stored: &[corpus::Article]) -> Result<()> {
    let mut out = std::io::BufWriter::new(fs::File::create(path)?);
    writeln!(out, "{SIZE}")?;
    for line in held.iter().chain(stored) {
        let part = |key: &str| line[key].as_str().unwrap_or_default();
        serde_json::to_writer(&mut out, &format!("{}\n{}", part("title"), part("text")))?;
        writeln!(out)?;
    }
    Ok(out.flush()?)
}
