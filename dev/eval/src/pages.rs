//! Pages: articles read from the pages of many outlets, against what people marked in them.

mod benchmark;
mod measure;
mod publishers;
mod sites;

use std::io::Read;
use std::path::Path;
use std::thread;

use anyhow::{Context, Result};
use dateline_engine::sniff;
use dateline_model::{Article, Capture, Text};
use flate2::read::GzDecoder;

use crate::scoreboard::Scores;

/// Measures; see `evals/pages/README.md`.
pub fn run() -> Result<Option<Vec<Scores>>> {
    let mut all = Vec::new();
    for set in [benchmark::run, sites::run, publishers::run] {
        let Some(scores) = set()? else { return Ok(None) };
        all.push(scores);
    }
    Ok(Some(all))
}

/// One page: where it stands, and where it was fetched from.
struct Page {
    bytes: Vec<u8>,
    url: Option<String>,
}

impl Page {
    /// Reads a compressed page.
    fn open(path: &Path, url: Option<&str>) -> Result<Page> {
        let mut bytes = Vec::new();
        let file = std::fs::File::open(path).with_context(|| path.display().to_string())?;
        GzDecoder::new(file).read_to_end(&mut bytes).with_context(|| path.display().to_string())?;
        Ok(Page { bytes, url: url.map(str::to_owned) })
    }

    /// The page as the engine reads it, the entries of a live blog as one; an article without words where it finds none.
    fn read(&self) -> Article {
        let capture = Capture { url: self.url.clone(), ..Capture::of(self.bytes.clone()) };
        let reading = sniff(&capture.bytes).map(|source| (source.read)(&capture));
        let mut articles = reading.unwrap_or_default().articles;
        let texts: Vec<&str> = articles.iter().map(|article| article.text.as_str()).collect();
        let text = Text::new(&texts.join("\n"));
        let live = articles.iter().any(|article| article.series.is_some());
        match articles.pop() {
            // What stands above the entries of a live blog is read last.
            Some(last) if live => Article { text, blocks: Vec::new(), ..last },
            Some(last) => articles.into_iter().next().unwrap_or(last),
            None => Article::of(text),
        }
    }
}

/// What `judge` says of each item, in order, on every core.
fn each<T: Sync, V: Send>(items: &[T], judge: impl Fn(&T) -> V + Sync) -> Vec<V> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let size = items.len().div_ceil(cores).max(1);
    thread::scope(|scope| {
        let judge = &judge;
        let parts: Vec<_> =
            items.chunks(size).map(|part| scope.spawn(move || part.iter().map(judge).collect::<Vec<V>>())).collect();
        parts.into_iter().flat_map(|part| part.join().unwrap_or_default()).collect()
    })
}

/// The mean of what `of` finds; 0 where there is nothing.
fn mean<V>(values: &[V], of: impl Fn(&V) -> Option<f64>) -> f64 {
    let found: Vec<f64> = values.iter().filter_map(of).collect();
    found.iter().sum::<f64>() / found.len().max(1) as f64
}
