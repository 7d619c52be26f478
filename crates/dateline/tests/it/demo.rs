//! The bundled sample: loaded in one step, large enough, and told apart as its makers say.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use crate::program::{Place, Server};

fn load() -> Place {
    let place = Place::new();
    let data = place.data();
    place.run(&["demo", "--load-only", "--data", data.to_str().expect("a plain path")]).clean();
    place
}

/// The sample's reports with the story each was put in.
fn reports() -> Vec<(Value, Value)> {
    let place = Place::new();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/sample");
    let articles = place.run(&["extract", sample.to_str().expect("a plain path")]).clean();
    let groups = place.pipe(&["group"], &articles).clean();
    let read = |line: &str| -> Value { serde_json::from_str(line).expect("JSON") };
    articles.lines().map(read).zip(groups.lines().map(read)).collect()
}

#[test]
fn it_is_large_enough_to_show_everything() {
    let reports = reports();
    let different = |key: &str| -> BTreeSet<String> {
        reports.iter().filter_map(|(article, _)| Some(article[key].as_str()?.to_owned())).collect()
    };
    assert!(reports.len() >= 60, "{} reports", reports.len());
    assert!(different("outlet").len() >= 15, "{:?}", different("outlet"));
    assert!(different("language").is_superset(&BTreeSet::from(["en", "de", "ja"].map(str::to_owned))));
    let undated = reports.iter().filter(|(article, _)| article["published"].is_null()).count();
    assert_eq!(undated, 0, "every report of the sample has a time");
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, group) in &reports {
        *sizes.entry(group["story"].as_str().expect("a story")).or_default() += 1;
    }
    let stories = sizes.values().filter(|size| **size >= 5).count();
    assert!(stories >= 6, "{stories} stories of five reports or more: {sizes:?}");
}

#[test]
fn copies_are_found_and_look_alikes_kept_apart() {
    let reports = reports();
    let by_url: BTreeMap<&str, &Value> =
        reports.iter().filter_map(|(article, group)| Some((article["url"].as_str()?, group))).collect();
    let id_of: BTreeMap<&str, &str> =
        reports.iter().filter_map(|(article, _)| Some((article["url"].as_str()?, article["id"].as_str()?))).collect();
    let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/expected");
    let mut seen = 0;
    for entry in std::fs::read_dir(expected).expect("expectations").filter_map(Result::ok) {
        let text = std::fs::read_to_string(entry.path()).expect("a text");
        let expectation: Value = serde_json::from_str(&text).expect("JSON");
        for copies in expectation["copies"].as_array().expect("copies") {
            let of = copies["of"].as_str().expect("an address");
            for copy in copies["copies"].as_array().expect("addresses").iter().filter_map(Value::as_str) {
                let group = by_url.get(copy).unwrap_or_else(|| panic!("{copy} is not in the sample"));
                let found: Vec<&Value> = group["copies"].as_array().expect("copies").iter().collect();
                assert!(found.iter().any(|found| found["of"] == id_of[of]), "{copy} copies {of}: found {found:?}");
                assert_eq!(group["story"], by_url[of]["story"], "{copy} and {of} are one story");
                seen += 1;
            }
        }
        for rewrite in expectation["rewrites"].as_array().expect("rewrites").iter().filter_map(Value::as_str) {
            let group = by_url.get(rewrite).unwrap_or_else(|| panic!("{rewrite} is not in the sample"));
            assert_eq!(group["copies"].as_array().map(Vec::len), Some(0), "{rewrite} is a rewrite, not a copy");
        }
    }
    assert!(seen >= 15, "{seen} copies expected in all");
}

#[test]
fn it_is_served_with_its_notice() {
    let place = load();
    let server = Server::start(place.command(&["demo", "--listen", "127.0.0.1:0"]));
    let front = server.page("/");
    assert!(front.contains("A sample: real events, paraphrased"), "{front}");
    assert!(front.contains("reports") && front.contains("outlets"));
    assert!(server.page("/topics").contains("/topic/"));
}
