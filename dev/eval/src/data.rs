//! The data that others made: found, read, or missing with a message.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use dateline_engine::{Studied, sniff, study};
use dateline_model::{Article, Capture};
use flate2::read::GzDecoder;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// One line of a data set: the article, and what people said of it.
#[derive(Clone)]
pub struct Labelled {
    /// The article, as the engine reads its line.
    pub article: Article,
    /// The event that people sorted it into; empty where nobody did.
    pub story: String,
}

/// The lines of a file under the data folder, or `None` (said on standard output) where it is not there.
pub fn read(name: &str) -> Result<Option<Vec<Labelled>>> {
    let Some(path) = folder(name) else { return Ok(None) };
    let file = File::open(&path)?;
    let stream: Box<dyn Read> = if name.ends_with(".gz") { Box::new(GzDecoder::new(file)) } else { Box::new(file) };
    let labelled = BufReader::new(stream).lines().map(|line| label(line?)).collect::<Result<Vec<_>>>();
    labelled.with_context(|| path.display().to_string()).map(Some)
}

/// A file or folder under the data folder, or `None` (said on standard output) where it is not there.
pub fn folder(name: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("DATELINE_DATA").map_or_else(|| root().join("../shared/data"), PathBuf::from);
    let path = folder.join(name);
    if !path.exists() {
        println!("  skipped: {} is not there (set DATELINE_DATA)", path.display());
        return None;
    }
    Some(path)
}

/// What stands in `folder` with a name that ends with `.extension` (with anything where that is empty), by name.
pub fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    paths.retain(|path| extension.is_empty() || path.extension().is_some_and(|found| found == extension));
    paths.sort();
    Ok(paths)
}

/// A JSON file.
pub fn json<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}

/// The project's folder.
pub fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn label(line: String) -> Result<Labelled> {
    let value: Value = serde_json::from_str(&line)?;
    let story = value["story"].as_str().unwrap_or_default().to_owned();
    let capture = Capture::of(line);
    let source = sniff(&capture.bytes).context("a line that is no article")?;
    let article = (source.read)(&capture).articles.pop().context("a line without an article")?;
    Ok(Labelled { article, story })
}

/// Studies articles one after the other.
pub fn studied<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Vec<Studied> {
    articles.into_iter().map(|article| study(article.clone())).collect()
}
