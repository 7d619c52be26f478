//! WCXB: headline, author, day and body of 793 article pages of all kinds of sites.

use anyhow::Result;
use serde::Deserialize;

use super::measure::{folded, same_authors, word_f1};
use super::{Page, each, mean};
use crate::data;
use crate::scoreboard::Scores;

const FOLDER: &str = "extraction/wcxb-dev-articles";

#[derive(Deserialize)]
struct File {
    url: Option<String>,
    ground_truth: Truth,
}

#[derive(Deserialize)]
struct Truth {
    title: Option<String>,
    author: Option<String>,
    publish_date: Option<String>,
    main_content: Option<String>,
}

/// What one page scored; `None` for a field that the page has not.
struct Judged {
    body: f64,
    title: Option<f64>,
    author: Option<f64>,
    date: Option<f64>,
}

/// The mean F1 of the words of the body, and the share of headlines, authors and days that are the same.
pub fn run() -> Result<Option<Scores>> {
    let Some(folder) = data::folder(FOLDER) else { return Ok(None) };
    let mut pages = Vec::new();
    for path in data::files(&folder.join("ground-truth"), "json")? {
        let file: File = data::json(&path)?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let page = Page::open(&folder.join(format!("html/{name}.html.gz")), file.url.as_deref())?;
        pages.push((file.ground_truth, page));
    }
    let judged = each(&pages, |(truth, page)| judge(truth, page));
    let values = [
        ("f1", mean(&judged, |judged| Some(judged.body))),
        ("title", mean(&judged, |judged| judged.title)),
        ("author", mean(&judged, |judged| judged.author)),
        ("date", mean(&judged, |judged| judged.date)),
    ];
    Ok(Some(Scores::new("wcxb-dev-articles", values)))
}

fn judge(truth: &Truth, page: &Page) -> Judged {
    let article = page.read();
    let same = |truth: &Option<String>, found: Option<String>| {
        let truth = truth.as_deref().map(str::trim).filter(|truth| !truth.is_empty())?;
        Some(f64::from(found.is_some_and(|found| folded(&found) == folded(truth))))
    };
    Judged {
        body: word_f1(truth.main_content.as_deref().unwrap_or_default(), article.text.as_str()),
        author: same_authors(truth.author.as_deref(), &article),
        title: same(&truth.title, article.title),
        date: same(&truth.publish_date, article.published.map(|moment| moment.day().to_string())),
    }
}
