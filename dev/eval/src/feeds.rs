//! Feeds: the cases of feedparser, each of which states what should be found in it; see `evals/feeds/README.md`.

mod encodings;
mod expression;
mod fields;
mod judge;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use dateline_engine::read_feed;
use dateline_model::Capture;
use url::Url;

use self::expression::{Expression, Step};
use self::judge::{Verdict, judge};
use crate::data::root;
use crate::scoreboard::Scores;

/// Where the cases are served from when feedparser tests itself; relative addresses are expected to be of it.
const SERVER: &str = "http://127.0.0.1:8097/";
const SILENT: &str = "states nothing of the content (only that the reader lives, or that the XML is ill-formed)";

/// One case.
struct Case {
    name: String,
    expects: String,
    headers: BTreeMap<String, String>,
    bytes: Vec<u8>,
}

/// How many cases of a set were met, of how many.
#[derive(Default)]
struct Share {
    met: usize,
    all: usize,
    failed: Vec<String>,
}

/// Measures.
pub fn run() -> Result<Option<Vec<Scores>>> {
    let folder = std::env::var_os("DATELINE_DATA").map_or_else(|| root().join("../shared/data"), PathBuf::from);
    let folder = folder.join("feeds/feedparser");
    if !folder.is_dir() {
        println!("  skipped: {} is not there (set DATELINE_DATA)", folder.display());
        return Ok(None);
    }
    let mut outside: BTreeMap<&str, usize> = BTreeMap::new();
    let mut sets: BTreeMap<&str, Share> = BTreeMap::new();
    let cases = cases(&folder)?;
    for case in &cases {
        let (set, verdict) = run_case(case);
        let holds = match verdict {
            Verdict::Outside(reason) => {
                *outside.entry(reason).or_default() += 1;
                continue;
            }
            verdict => verdict == Verdict::Met,
        };
        for set in ["all", set] {
            let share = sets.entry(set).or_default();
            share.all += 1;
            share.met += usize::from(holds);
            if !holds && set != "all" {
                share.failed.push(format!("{}: {}", case.name, case.expects));
            }
        }
    }
    let inside = sets.get("all").map_or(0, |share| share.all);
    println!("  {} cases, {inside} of them within the model; outside:", cases.len());
    let mut outside: Vec<_> = outside.into_iter().collect();
    outside.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    for (reason, count) in outside {
        println!("  {count:5}  {reason}");
    }
    for (set, share) in &sets {
        println!("  {set}: {} of {}", share.met, share.all);
        share.failed.iter().for_each(|failed| println!("    not met: {failed}"));
    }
    let scores = sets.iter().map(|(set, share)| Scores::new(set, [("met", share.met as f64 / share.all as f64)]));
    Ok(Some(scores.collect()))
}

/// The set a case belongs to, and what came of it.
fn run_case(case: &Case) -> (&'static str, Verdict) {
    if case.expects.is_empty() {
        return ("values", Verdict::Outside(SILENT));
    }
    let Some(expected) = expression::read(&case.expects) else {
        return ("values", Verdict::Outside("coordinates and flags, in Python's own numbers and truths"));
    };
    let address = Url::parse(SERVER).and_then(|server| server.join(&case.name)).ok();
    let stated = case.headers.get("content-location").and_then(|stated| address.as_ref()?.join(stated).ok());
    let stated = stated.filter(|stated| matches!(stated.scheme(), "http" | "https"));
    let capture = Capture {
        url: stated.or(address).map(String::from),
        content_type: case.headers.get("content-type").cloned(),
        ..Capture::of(case.bytes.clone())
    };
    if let Some(label) = encodings::stated(&expected) {
        return ("encodings", encodings::judge(&capture, &label));
    }
    let feed = read_feed(&capture).0.unwrap_or_default();
    let mut marked = false;
    let verdict = match judge(&expected, &feed, &mut marked) {
        Verdict::Neutral => Verdict::Outside(SILENT),
        Verdict::NotMet if of_language(&expected) && case.headers.contains_key("content-language") => {
            Verdict::Outside(fields::TRANSPORT)
        }
        verdict => verdict,
    };
    (if marked { "visible words" } else { "values" }, verdict)
}

fn of_language(expected: &Expression) -> bool {
    match expected {
        Expression::And(parts) | Expression::Equal(parts) => parts.iter().any(of_language),
        Expression::Path(path) => path.last() == Some(&Step::Key("language".to_owned())),
        _ => false,
    }
}

fn cases(folder: &Path) -> Result<Vec<Case>> {
    let (mut folders, mut found) = (vec![folder.to_owned()], Vec::new());
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(&inside).with_context(|| inside.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_none_or(|name| name != "LICENSE") {
                let bytes = fs::read(&path)?;
                let comment = encodings::seen(&bytes);
                let after = |mark: &str| comment.split_once(mark).map(|(_, rest)| rest);
                let line = |rest: &str| rest.split(['\n', '\r']).next().unwrap_or_default().to_owned();
                let expects = after("Expect:").map(line).unwrap_or_default();
                let expects = expects.split("-->").next().unwrap_or_default().trim().to_owned();
                let headers = comment.split("Header:").skip(1).map(line).filter_map(|header| {
                    let (name, value) = header.split_once(':')?;
                    Some((name.trim().to_lowercase(), value.trim().to_owned()))
                });
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().into_owned();
                found.push(Case { name, expects, headers: headers.collect(), bytes });
            }
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}
