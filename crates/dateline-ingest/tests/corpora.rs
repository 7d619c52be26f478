//! Feeds, pages and article lines that others made: all come through. Skipped with a message where they are not at hand.

use std::path::{Path, PathBuf};

use dateline_ingest::{read, read_feed, sniff};
use dateline_model::Capture;

/// The folder of a data set, where it is there.
#[allow(clippy::disallowed_methods)]
fn data(name: &str) -> Option<PathBuf> {
    let root = std::env::var_os("DATELINE_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"), PathBuf::from);
    let folder = root.join(name);
    if !folder.is_dir() {
        println!("skipped: no {} (DATELINE_DATA names the folder above)", folder.display());
        return None;
    }
    Some(folder)
}

/// All files under `folder`, by path.
#[allow(clippy::disallowed_methods)]
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push((path.clone(), std::fs::read(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn feeds_of_all_makes_come_through() {
    let Some(folder) = data("feeds/feedparser") else { return };
    let (mut feeds, mut broken, mut unknown) = (0, 0, 0);
    for (path, bytes) in files(&folder) {
        let is_xml = path.extension().is_some_and(|extension| extension == "xml");
        match sniff(&bytes).map(|source| source.name) {
            Some("feed" | "opml") => feeds += 1,
            _ if is_xml => {
                unknown += 1;
                continue;
            }
            _ => continue,
        }
        let problems = read(&Capture::of(bytes)).problems;
        // Many of these feeds hold one element under test and no report; that is said of the item, not of the feed.
        broken += usize::from(problems.iter().any(|problem| problem.what.starts_with("the feed is broken")));
    }
    println!("{feeds} feeds and lists read, {broken} of them broken, {unknown} XML files are neither");
    assert!(feeds > 1700 && broken * 20 < feeds, "{feeds} read, {broken} broken");
}

/// What came of the files of a folder: how many gave articles or listed pages, how many only a channel or subscriptions,
/// how many only a problem, and those that gave nothing at all.
fn outcomes(folder: &Path) -> ([usize; 3], Vec<PathBuf>) {
    let (mut counts, mut silent) = ([0; 3], Vec::new());
    for (path, bytes) in files(folder) {
        let begun = std::time::Instant::now();
        let known = sniff(&bytes).map(|source| source.name);
        let reading = read(&Capture::of(bytes));
        assert!(begun.elapsed() < std::time::Duration::from_secs(10), "{}", path.display());
        if !matches!(known, Some("feed" | "opml" | "sitemap")) {
            continue;
        }
        match () {
            () if !reading.articles.is_empty() || !reading.listed.is_empty() => counts[0] += 1,
            () if !reading.subscriptions.is_empty() => counts[0] += 1,
            () if !reading.problems.is_empty() => counts[2] += 1,
            () if reading.channel.is_some() => counts[1] += 1,
            () => silent.push(path),
        }
    }
    (counts, silent)
}

#[test]
fn feeds_of_the_feed_reader_in_rust_give_their_entries() {
    let Some(folder) = data("feeds/feed-rs") else { return };
    let (mut feeds, mut entries, mut other) = (0, 0, Vec::new());
    for (path, bytes) in files(&folder) {
        // Beside a feed stands what that reader makes of it.
        let name = path.with_extension("serde.json");
        let Some(stated) = files(&folder).into_iter().find(|(other, _)| *other == name && *other != path) else {
            continue;
        };
        let stated: serde_json::Value = serde_json::from_slice(&stated.1).unwrap();
        let expected = stated["entries"].as_array().map_or(0, Vec::len);
        let found = read_feed(&Capture::of(bytes)).0.map_or(0, |feed| feed.items.len());
        feeds += 1;
        entries += found;
        if found != expected {
            other.push((path, found, expected));
        }
    }
    println!("{feeds} feeds with {entries} entries");
    assert!(feeds > 60 && other.is_empty(), "{feeds} {entries} {other:?}");
}

#[test]
fn feeds_of_the_validator_come_through() {
    let Some(folder) = data("feeds/feedvalidator") else { return };
    let ([full, heads, problems], silent) = outcomes(&folder);
    println!("feedvalidator: {full} with entries, {heads} with a head only, {problems} with problems only, {silent:?}");
    assert!(full > 900 && full + heads + problems > 1650 && silent.is_empty(), "{full} {heads} {problems} {silent:?}");
}

#[test]
fn pages_of_many_outlets_give_one_report_each() {
    let Some(folder) = data("extraction/article-extraction-benchmark") else { return };
    let truth = files(&folder).into_iter().find(|(path, _)| path.ends_with("ground-truth.json")).unwrap().1;
    let truth: serde_json::Value = serde_json::from_slice(&truth).unwrap();
    let (mut pages, mut found) = (0, 0);
    let (mut precision, mut recall) = (0.0, 0.0);
    for (path, bytes) in files(&folder.join("html")) {
        let name = path.file_name().unwrap().to_string_lossy().replace(".html.gz", "");
        let mut html = Vec::new();
        std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(bytes.as_slice()), &mut html).unwrap();
        let expected = truth[&name]["articleBody"].as_str().unwrap_or_default();
        assert_eq!(sniff(&html).map(|source| source.name), Some("html"), "{name}");
        let capture = Capture { url: truth[&name]["url"].as_str().map(str::to_owned), ..Capture::of(html) };
        let reading = read(&capture);
        pages += 1;
        let text = reading.articles.first().map(|article| article.text.as_str()).unwrap_or_default();
        found += usize::from(!text.is_empty());
        let (p, r) = overlap(expected, text);
        precision += p;
        recall += r;
    }
    let (precision, recall) = (precision / f64::from(pages), recall / f64::from(pages));
    println!("{pages} pages, {found} reports, word precision {precision:.3}, recall {recall:.3}");
    assert!(f64::from(found as u32) > 0.98 * f64::from(pages) && precision > 0.85 && recall > 0.9);
}

/// Share of the words of `text` that stand in `expected`, and the other way round, each word as often as it stands.
fn overlap(expected: &str, text: &str) -> (f64, f64) {
    let count = |words: &str| {
        let mut counts = std::collections::HashMap::<String, usize>::new();
        for word in words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            *counts.entry(word.to_lowercase()).or_default() += 1;
        }
        counts
    };
    let (expected, text) = (count(expected), count(text));
    let both: usize = expected.iter().map(|(word, times)| text.get(word).map_or(0, |others| *times.min(others))).sum();
    let share = |all: usize| if all == 0 { 1.0 } else { both as f64 / all as f64 };
    (share(text.values().sum()), share(expected.values().sum()))
}

#[test]
fn article_lines_are_read_fast() {
    let Some(folder) = data("volume") else { return };
    let bytes = files(&folder).remove(0).1;
    let mut lines = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(bytes.as_slice()), &mut lines).unwrap();
    let captures: Vec<Capture> = lines.split(|&byte| byte == b'\n').map(Capture::of).collect();
    let begun = std::time::Instant::now();
    let (mut articles, mut problems, mut datelines) = (0u32, 0, 0);
    for capture in &captures {
        let reading = read(capture);
        articles += reading.articles.len() as u32;
        problems += reading.problems.len();
        datelines += reading.articles.iter().filter(|article| article.dateline.is_some()).count();
        for problem in reading.problems.iter().take(usize::from(problems < 10)) {
            println!("{problem}");
        }
    }
    let rate = f64::from(articles) / begun.elapsed().as_secs_f64();
    println!("{articles} articles, {datelines} with a dateline, {problems} problems, {rate:.0} a second");
    assert_eq!(articles, 12_000);
}
