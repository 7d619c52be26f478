//! The five real pages of the shared seeds import as what they are. Skipped where the seeds are not there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde_json::Value;

use crate::program::Place;

fn seeds() -> Option<PathBuf> {
    let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let folder = std::env::var_os("DATELINE_SEEDS").map_or_else(|| root.join("../shared/seeds"), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: no seeds at {} (set DATELINE_SEEDS)", folder.display());
    None
}

/// The article lines of the seed whose name begins with `number`.
fn extract(number: &str) -> Option<Vec<Value>> {
    let mut names = std::fs::read_dir(seeds()?).ok()?.filter_map(Result::ok);
    let seed = names.find(|entry| entry.file_name().to_string_lossy().starts_with(number))?;
    let out = Place::new().run(&["extract", seed.path().to_str()?]).clean();
    Some(out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect())
}

fn field<'a>(line: &'a Value, key: &str) -> &'a str {
    line[key].as_str().unwrap_or("-")
}

#[test]
fn topic_pages_split_into_their_reports() {
    let Some(first) = extract("000") else { return };
    let rows: Vec<[&str; 3]> =
        first.iter().map(|line| [field(line, "outlet"), field(line, "published"), field(line, "section")]).collect();
    assert_eq!(
        rows,
        [
            ["Reuters", "2025-06-27", "Politics"],
            ["South China Morning Post", "2025-06-25", "Business"],
            ["Arab News", "2025-06-21", "Business"],
            ["Japan Times", "2025-06-05", "Politics"],
            ["Malay Mail", "2025-06-05", "Business"],
        ]
    );
    assert!(first.iter().all(|line| line["tags"][0] == "USJapanRelations"));
    assert_eq!(field(&first[4], "agency"), "Reuters");
    assert_eq!(field(&first[0]["dateline"], "place"), "TOKYO");
    let second = extract("002").expect("the second topic page");
    let rows: Vec<[&str; 2]> = second.iter().map(|line| [field(line, "outlet"), field(line, "published")]).collect();
    assert_eq!(
        rows,
        [
            ["Wall Street Journal", "2025-06-11"],
            ["Japan Times", "2025-06-05"],
            ["NHK", "2025-05-31"],
            ["Japan Times", "2025-05-16"]
        ]
    );
    for line in first.iter().chain(&second) {
        assert!(field(line, "title").len() > 20 && field(line, "text").len() > 300, "{line}");
        assert!(!field(line, "text").contains("DOWNLOAD THE APP"), "{line}");
        assert!(!field(line, "text").contains("Advertisement"), "{line}");
    }
}

#[test]
fn an_explainer_keeps_its_headings_and_loses_its_furniture() {
    let Some(lines) = extract("001") else { return };
    let [line] = &lines[..] else { panic!("{} articles", lines.len()) };
    let text = field(line, "text");
    let blocks = line["blocks"].as_array().expect("blocks");
    let at = |block: &Value| -> String {
        let number = |key: &str| block[key].as_u64().expect("a position") as usize;
        text.chars().skip(number("start")).take(number("end") - number("start")).collect()
    };
    let of = |kind: &str| -> Vec<String> { blocks.iter().filter(|block| block["kind"] == kind).map(at).collect() };
    let headings = of("heading2");
    for heading in ["Conflicting Reports and official Responses", "The Role of Elbridge Colby"] {
        assert!(headings.iter().any(|found| found == heading), "{headings:?}");
    }
    assert!(of("table-row").len() >= 6, "{:?}", of("table-row"));
    assert!(!text.contains("Table of Contents") && !text.contains("Subscribe for more"), "{text}");
}

#[test]
fn a_followed_story_is_its_updates() {
    let Some(lines) = extract("003") else { return };
    let days: Vec<&str> = lines.iter().map(|line| field(line, "published")).collect();
    let mut sorted = days.clone();
    sorted.sort_by(|a, b| b.cmp(a));
    assert_eq!(days, sorted, "newest first, as the page has them");
    let known: BTreeSet<&str> = days.iter().copied().collect();
    assert_eq!(
        known,
        BTreeSet::from([
            "2023-06-01",
            "2023-03-28",
            "2023-01-13",
            "2023-01-04",
            "2021-11-13",
            "2019-06-03",
            "2019-05-27"
        ])
    );
    let series: BTreeSet<&str> = lines.iter().map(|line| field(&line["series"], "title")).collect();
    assert_eq!(series, BTreeSet::from(["United States and Japan"]));
    assert_eq!(field(&lines[0], "agency"), "AFP");
    assert!(lines.iter().all(|line| !field(line, "text").contains("Sign up now")));
}

#[test]
fn a_repeated_body_is_kept_once() {
    let Some(lines) = extract("004") else { return };
    let [line] = &lines[..] else { panic!("{} articles", lines.len()) };
    let text = field(line, "text");
    assert_eq!(text.matches("three sources familiar with the discussions").count(), 1);
    assert!(text.starts_with("Japan has cancelled") && text.ends_with("not by outside pressure."), "{text}");
}

#[test]
fn the_cancellation_is_one_story_and_nothing_else_is_in_it() {
    let Some(folder) = seeds() else { return };
    let place = Place::new();
    let files: Vec<String> = ["000", "001", "002", "003", "004"]
        .iter()
        .map(|number| {
            let mut names = std::fs::read_dir(&folder).expect("the seeds").filter_map(Result::ok);
            let seed = names.find(|entry| entry.file_name().to_string_lossy().starts_with(number)).expect("a seed");
            seed.path().display().to_string()
        })
        .collect();
    let mut arguments = vec!["extract"];
    arguments.extend(files.iter().map(String::as_str));
    let articles = place.run(&arguments).clean();
    let grouped = place.pipe(&["group"], &articles).clean();
    let mut stories: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (article, group) in articles.lines().zip(grouped.lines()) {
        let article: Value = serde_json::from_str(article).expect("JSON");
        let group: Value = serde_json::from_str(group).expect("JSON");
        let name = match (article["title"].as_str(), article["series"]["title"].as_str()) {
            (_, Some(series)) => format!("series {series}"),
            (title, None) => title.unwrap_or_else(|| field(&article, "text")).chars().take(32).collect(),
        };
        stories.entry(field(&group, "story").to_owned()).or_default().push(name);
    }
    let of = |words: &str| {
        let found = stories.values().find(|names| names.iter().any(|name| name.contains(words)));
        found.unwrap_or_else(|| panic!("{words} is in no story: {stories:?}")).clone()
    };
    let mut cancellation = of("Tactical move");
    cancellation.sort();
    let expected = [
        "Japan Cancels US Security Talks ",
        "Japan has cancelled a high-level",
        "Japan scraps US meeting after Wa",
        "‘Tactical move': why Japan pulle",
    ];
    assert_eq!(cancellation, expected);
    assert!(of("series United States and Japan").iter().all(|name| name.starts_with("series")));
    place.write("all.jsonl", &articles);
    place.import(&[]).clean();
    let server = place.serve();
    let topic = server.page("/topic/USJapanRelations");
    assert!(topic.contains("#USJapanRelations"));
    let places: Vec<usize> = ["Reuters", "South China Morning Post", "Arab News", "Malay Mail"]
        .iter()
        .map(|outlet| topic.find(outlet).unwrap_or_else(|| panic!("{outlet} is not on the topic page")))
        .collect();
    assert!(places.is_sorted(), "newest first");
}
