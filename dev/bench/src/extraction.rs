//! Reading of pages, against Python trafilatura on the same pages in the same run.

mod python;

use std::fs::{self, File};
use std::hint::black_box;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use dateline_engine::sniff;
use dateline_model::Capture;
use flate2::read::GzDecoder;

use python::{MODES, Trafilatura};

const FOLDER: &str = "extraction/article-extraction-benchmark/html";
/// Measured rounds over all pages of each reader; one more before them is not counted.
const ROUNDS: usize = 5;

/// Pages of one reader's rounds.
struct Column {
    name: String,
    /// Seconds of each round.
    rounds: Vec<f64>,
    /// Pages in which it found a text.
    found: usize,
}

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
    let mut trafilatura = Trafilatura::start(&folder)?;
    ensure!(trafilatura.pages == pages.len(), "trafilatura's side has read {} pages", trafilatura.pages);
    println!("{} pages of {megabytes} MB, in memory, one thread each in turn, {ROUNDS} rounds", pages.len());
    println!("Dateline: headline, bylines, times and body, from bytes; {}: the body, from text", trafilatura.versions);
    let mut columns: Vec<Column> = ["Dateline".to_owned()]
        .into_iter()
        .chain(MODES.map(|mode| format!("trafilatura, {mode}")))
        .map(column)
        .collect();
    for round in 0..=ROUNDS {
        for (at, column) in columns.iter_mut().enumerate() {
            let (seconds, found) = match at.checked_sub(1) {
                None => read(&pages),
                Some(mode) => trafilatura.round(MODES[mode])?,
            };
            column.found = found;
            column.rounds.extend((round > 0).then_some(seconds));
        }
    }
    print(&columns, pages.len() as f64);
    Ok(())
}

fn column(name: String) -> Column {
    Column { name, rounds: Vec::new(), found: 0 }
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

fn print(columns: &[Column], pages: f64) {
    println!("{:22} {:>14} {:>20} {:>12} {:>10}", "", "pages a second", "slowest to fastest", "with text", "Dateline");
    let first = columns.first().map_or(0.0, |column| median(&column.rounds));
    for column in columns {
        let mut rounds = column.rounds.clone();
        rounds.sort_by(f64::total_cmp);
        let range = match (rounds.last(), rounds.first()) {
            (Some(slowest), Some(fastest)) => format!("{:.0} to {:.0}", pages / slowest, pages / fastest),
            _ => String::new(),
        };
        let middle = median(&rounds);
        let times = format!("{:.1} times", middle / first);
        println!("{:22} {:>14.0} {range:>20} {:>12} {times:>10}", column.name, pages / middle, column.found);
    }
}

fn median(rounds: &[f64]) -> f64 {
    let mut sorted = rounds.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}
