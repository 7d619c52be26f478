//! Every dependency has a licence we may ship, comes from the public registry, and is not one we decided against.

use cargo_metadata::{Metadata, MetadataCommand};
use spdx::{Expression, LicenseReq};

/// Licences that allow shipping inside a program under MIT or Apache-2.0.
const LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Packages we decided against, with the reason.
const AGAINST: &[(&str, &str)] = &[
    ("openssl-sys", "rustls needs no system library"),
    ("sqlx", "it links a second SQLite"),
    ("libsqlite3-sys-le", "rusqlite bundles its own"),
    ("time", "jiff is our calendar"),
    ("chrono", "jiff is our calendar"),
];

/// Packages that may still bring one of those in, because they want it in their own interface.
const BROUGHT_IN_BY_OTHERS: &[&str] = &["time", "chrono"];

fn metadata() -> Metadata {
    MetadataCommand::new().manifest_path("../../Cargo.toml").exec().expect("cargo metadata runs")
}

fn allowed(requirement: &LicenseReq) -> bool {
    requirement.license.id().is_some_and(|id| LICENCES.contains(&id.name))
}

#[test]
fn licences_allow_shipping() {
    for package in metadata().packages {
        let licence = package.license.clone().unwrap_or_default();
        let expression = Expression::parse_mode(&licence.replace('/', " OR "), spdx::ParseMode::LAX);
        let ok = expression.is_ok_and(|expression| expression.evaluate(allowed));
        assert!(ok, "{} {} has the licence “{licence}”, which is not on our list", package.name, package.version);
    }
}

#[test]
fn packages_come_from_the_public_registry() {
    for package in metadata().packages {
        if let Some(source) = &package.source {
            assert!(source.is_crates_io(), "{} comes from {source}", package.name);
        }
    }
}

#[test]
fn packages_we_decided_against_stay_out() {
    let metadata = metadata();
    let ours: Vec<String> = metadata
        .workspace_packages()
        .iter()
        .flat_map(|package| package.dependencies.iter().map(|dependency| dependency.name.clone()))
        .collect();
    for (name, reason) in AGAINST {
        assert!(!ours.iter().any(|own| own == name), "we do not name {name}: {reason}");
        if !BROUGHT_IN_BY_OTHERS.contains(name) {
            assert!(!metadata.packages.iter().any(|package| package.name.as_str() == *name), "{name}: {reason}");
        }
    }
}
