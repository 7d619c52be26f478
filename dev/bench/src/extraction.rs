//! Reading of pages, against Python trafilatura on the same pages in the same run.

use std::fs::{self, File};
use std::hint::black_box;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use dateline_engine::sniff;
use dateline_model::Capture;
use flate2::read::GzDecoder;

use crate::python::{Library, Python};
use crate::rounds::{Column, print};

const FOLDER: &str = "extraction/article-extraction-benchmark/html";
/// Measured rounds over all pages of each reader; one more before them is not counted.
const ROUNDS: usize = 5;

/// What is measured against. Without lxml_html_clean, which it does not ask for, trafilatura cannot be imported.
const TRAFILATURA: Library = Library {
    folder: "bench-extraction/trafilatura-2.3.1",
    packages: &["trafilatura==2.3.1", "lxml_html_clean==0.4.6"],
    check: "import trafilatura; assert trafilatura.__version__ == '2.3.1'",
    script: include_str!("extraction/rounds.py"),
};
/// How it is asked to read: with its fall-backs, and without.
const MODES: [&str; 2] = ["default", "fast"];

/// Prints pages a second of both, and how many times as fast Dateline is.
pub fn run() -> Result<()> {
    let folder = std::env::var_os("DATELINE_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    let folder = folder.join(FOLDER);
    if !folder.is_dir() {
        println!("skipped: {} is not there (set DATELINE_DATA)", folder.display());
        return Ok(());
    }
    let pages = pages(&folder)?;
    let megabytes = pages.iter().map(|page| page.bytes.len()).sum::<usize>() >> 20;
    let (mut trafilatura, said) = Python::start(&TRAFILATURA, folder.as_os_str())?;
    let (read_there, versions) = said.split_once(' ').context("trafilatura's side has not said what it runs on")?;
    ensure!(read_there == pages.len().to_string(), "trafilatura's side has read {read_there} pages");
    println!("{} pages of {megabytes} MB, in memory, one thread each in turn, {ROUNDS} rounds", pages.len());
    println!("Dateline: headline, bylines, times and body, from bytes; {versions}: the body, from text");
    let mut columns: Vec<Column> = ["Dateline".to_owned()]
        .into_iter()
        .chain(MODES.map(|mode| format!("trafilatura, {mode}")))
        .map(Column::new)
        .collect();
    for round in 0..=ROUNDS {
        for (at, column) in columns.iter_mut().enumerate() {
            let (seconds, found) = match at.checked_sub(1) {
                None => read(&pages),
                Some(mode) => trafilatura.ask(MODES[mode])?,
            };
            column.found = found;
            column.rounds.extend((round > 0).then_some(seconds));
        }
    }
    print("pages a second", pages.len() as f64, "with text", &columns);
    Ok(())
}

fn pages(folder: &Path) -> Result<Vec<Capture>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    paths.sort();
    paths.iter().map(|path| page(path).with_context(|| path.display().to_string())).collect()
}

fn page(path: &Path) -> Result<Capture> {
    let mut bytes = Vec::new();
    GzDecoder::new(File::open(path)?).read_to_end(&mut bytes)?;
    Ok(Capture::of(bytes))
}

/// One round: how long it took in seconds, and in how many pages a text was found.
fn read(pages: &[Capture]) -> (f64, usize) {
    let begun = Instant::now();
    let read = |page: &Capture| sniff(&page.bytes).map(|source| (source.read)(page));
    let found = pages.iter().filter(|page| black_box(read(page)).is_some_and(|reading| !reading.articles.is_empty()));
    let found = found.count();
    (begun.elapsed().as_secs_f64(), found)
}
