//! The map of the crates holds: who may depend on whom, and which crate alone may name a library.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};

/// Each crate with the workspace crates it may name. Tests may name more.
const ARROWS: &[(&str, &[&str])] = &[
    ("dateline-model", &[]),
    ("dateline-ingest", &["dateline-model"]),
    ("dateline-annotate", &["dateline-model"]),
    ("dateline-story", &["dateline-model"]),
    ("dateline-engine", &["dateline-model", "dateline-ingest", "dateline-annotate", "dateline-story"]),
    ("dateline-store", &["dateline-model"]),
    ("dateline-web", &["dateline-model", "dateline-store"]),
    ("dateline-fetch", &["dateline-model"]),
    ("dateline", &["dateline-model", "dateline-engine", "dateline-store", "dateline-web", "dateline-fetch"]),
];

/// Libraries that one crate alone may name, and which.
const KEPT_IN: &[(&str, &[&str])] = &[
    ("rusqlite", &["dateline-store"]),
    ("tantivy", &["dateline-store"]),
    ("dom_query", &["dateline-ingest"]),
    ("dom_smoothie", &["dateline-ingest"]),
    ("quick-xml", &["dateline-ingest"]),
    ("askama", &["dateline-web"]),
    ("axum", &["dateline-web", "dateline"]),
    ("tokio", &["dateline-web", "dateline-fetch", "dateline"]),
    ("hyper", &["dateline-fetch"]),
    ("tokio-rustls", &["dateline-fetch"]),
    ("psl", &["dateline-fetch"]),
    ("ring", &["dateline-fetch"]),
    ("texting_robots", &["dateline-fetch"]),
    ("clap", &["dateline"]),
    ("similar", &["dateline-story"]),
];

fn metadata() -> Metadata {
    MetadataCommand::new().manifest_path("../../Cargo.toml").exec().expect("cargo metadata runs")
}

/// The normal dependencies of each crate under `crates/`.
fn dependencies(metadata: &Metadata) -> BTreeMap<String, BTreeSet<String>> {
    let inside = |path: &str| path.contains("/crates/");
    metadata
        .workspace_packages()
        .iter()
        .filter(|package| inside(package.manifest_path.as_str()))
        .map(|package| {
            let normal = package.dependencies.iter().filter(|dependency| dependency.kind == DependencyKind::Normal);
            (package.name.to_string(), normal.map(|dependency| dependency.name.clone()).collect())
        })
        .collect()
}

#[test]
fn arrows_point_as_the_map_says() {
    let found = dependencies(&metadata());
    let known: BTreeSet<&str> = ARROWS.iter().map(|(name, _)| *name).collect();
    let unknown: Vec<&String> = found.keys().filter(|name| !known.contains(name.as_str())).collect();
    assert!(unknown.is_empty(), "crates that the map does not show: {unknown:?}");
    for (name, allowed) in ARROWS {
        let own = found.get(*name).unwrap_or_else(|| panic!("the map shows {name}, the workspace has none"));
        let wrong: Vec<&String> =
            own.iter().filter(|other| known.contains(other.as_str()) && !allowed.contains(&other.as_str())).collect();
        assert!(wrong.is_empty(), "{name} must not depend on {wrong:?}");
    }
}

#[test]
fn libraries_stay_in_the_crate_that_keeps_them() {
    for (name, own) in dependencies(&metadata()) {
        for (library, keepers) in KEPT_IN {
            let allowed = !own.contains(*library) || keepers.contains(&name.as_str());
            assert!(allowed, "{library} belongs in {keepers:?}, but {name} names it");
        }
    }
}
