//! Fundus: headline, bylines, time and body of pages of some 180 publishers in many languages.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use dateline_model::Article;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use super::measure::{folded, same_authors, word_f1};
use super::{Page, each, mean};
use crate::data;
use crate::scoreboard::Scores;

const FOLDER: &str = "extraction/fundus-publishers/test_data";

/// A body is right where its words are nearly all there and hardly any other: the marks of a publisher's own reader
/// leave out captions and leads as it pleases.
const RIGHT: f64 = 0.9;

#[derive(Deserialize)]
struct Truth {
    title: Option<String>,
    #[serde(default)]
    authors: Vec<String>,
    publishing_date: Option<String>,
    body: Option<Body>,
}

#[derive(Deserialize)]
struct Body {
    #[serde(default)]
    summary: Vec<String>,
    #[serde(default)]
    sections: Vec<Section>,
}

#[derive(Deserialize)]
struct Section {
    #[serde(default)]
    headline: Vec<String>,
    #[serde(default)]
    paragraphs: Vec<String>,
}

impl Body {
    fn words(&self) -> String {
        let sections = self.sections.iter().flat_map(|section| section.headline.iter().chain(&section.paragraphs));
        self.summary.iter().chain(sections).map(String::as_str).collect::<Vec<_>>().join("\n")
    }
}

struct Judged {
    title: Option<f64>,
    bylines: Option<f64>,
    date: Option<f64>,
    /// F1 of the words.
    body: Option<f64>,
}

/// The subtitle, which publishers' readers count to the body, and the text, where that does not open with it.
fn whole(article: &Article) -> String {
    let text = article.text.as_str();
    match article.subtitle.as_deref() {
        Some(subtitle) if !text.contains(subtitle) => format!("{subtitle}\n{text}"),
        _ => text.to_owned(),
    }
}

/// The share of headlines, lists of bylines and instants that are the same, of bodies that are right, and the mean F1
/// of the words of the bodies.
pub fn run() -> Result<Option<Scores>> {
    let Some(folder) = data::folder(FOLDER) else { return Ok(None) };
    let mut pages = Vec::new();
    for country in data::files(&folder, "")?.into_iter().filter(|path| path.is_dir()) {
        let addresses: BTreeMap<String, Value> = data::json(&country.join("meta.info"))?;
        for path in data::files(&country, "json")? {
            pages.extend(publisher(&path, &country, &addresses)?);
        }
    }
    let judged = each(&pages, |(truth, page)| judge(truth, page));
    let values = [
        ("title", mean(&judged, |judged| judged.title)),
        ("bylines", mean(&judged, |judged| judged.bylines)),
        ("date", mean(&judged, |judged| judged.date)),
        ("body", mean(&judged, |judged| judged.body.map(|f1| f64::from(f1 >= RIGHT)))),
        ("body_f1", mean(&judged, |judged| judged.body)),
    ];
    Ok(Some(Scores::new("fundus-publishers", values)))
}

/// The pages of a publisher, oldest first, with what each version of its own reader found, oldest first.
fn publisher(path: &Path, country: &Path, addresses: &BTreeMap<String, Value>) -> Result<Vec<(Truth, Page)>> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let versions: BTreeMap<String, Truth> = data::json(path)?;
    let opening = format!("{name}_");
    let dated = |file: &&String| {
        let rest = file.strip_prefix(&opening);
        rest.is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()))
    };
    let files: Vec<&String> = addresses.keys().filter(dated).collect();
    if files.len() != versions.len() {
        return Ok(Vec::new());
    }
    let pairs = versions.into_values().zip(files);
    pairs.map(|(truth, file)| Ok((truth, Page::open(&country.join(file), addresses[file]["url"].as_str())?))).collect()
}

fn judge(truth: &Truth, page: &Page) -> Judged {
    let article = page.read();
    let instant = truth.publishing_date.as_deref().and_then(|written| written.replace(' ', "T").parse().ok());
    let same = |same: bool| Some(f64::from(same));
    Judged {
        bylines: same_authors(truth.authors.iter().map(String::as_str), &article),
        title: truth
            .title
            .as_deref()
            .and_then(|truth| same(article.title.as_deref().map(folded) == Some(folded(truth)))),
        date: instant.and_then(|truth: Timestamp| {
            same(article.published.is_some_and(|found| found.instant().as_second() == truth.as_second()))
        }),
        body: truth.body.as_ref().map(|body| word_f1(&body.words(), &whole(&article))),
    }
}
