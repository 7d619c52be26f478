//! article-extraction-benchmark: the bodies of 181 news pages, by its own measure.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::Deserialize;

use super::measure::{harmonic, shingles};
use super::{Page, each, mean};
use crate::data;
use crate::scoreboard::Scores;

const FOLDER: &str = "extraction/article-extraction-benchmark";

#[derive(Deserialize)]
struct Truth {
    #[serde(rename = "articleBody", default)]
    body: String,
    url: Option<String>,
}

/// Precision and recall of runs of four words, the mean over pages, and the F1 of the two means.
pub fn run() -> Result<Option<Scores>> {
    let Some(folder) = data::folder(FOLDER) else { return Ok(None) };
    let truth: BTreeMap<String, Truth> = data::json(&folder.join("ground-truth.json"))?;
    let pages: Vec<(Truth, Page)> = truth
        .into_iter()
        .map(|(name, truth)| {
            let page = Page::open(&folder.join(format!("html/{name}.html.gz")), truth.url.as_deref())?;
            Ok((truth, page))
        })
        .collect::<Result<_>>()?;
    let judged = each(&pages, |(truth, page)| shingles(&truth.body, page.read().text.as_str()));
    let (precision, recall) = (mean(&judged, |judged| judged.0), mean(&judged, |judged| judged.1));
    let values = [("f1", harmonic(precision, recall)), ("precision", precision), ("recall", recall)];
    Ok(Some(Scores::new("article-extraction-benchmark", values)))
}
