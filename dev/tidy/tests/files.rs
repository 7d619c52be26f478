//! What every file of the tree must be: introduced by a sentence, short, and text.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// No source file is longer than this.
const MAX_LINES: usize = 600;
/// Half of the source files are no longer than this.
const MAX_MEDIAN: usize = 150;
/// No file in the tree is larger than this many bytes.
const MAX_BYTES: u64 = 400_000;
/// Models are learnt, not written: none of them is larger than this.
const MAX_MODEL_BYTES: u64 = 9_000_000;
/// All models and word lists together.
const MAX_MODELS_BYTES: u64 = 20_000_000;
/// Crates without file, network, clock or randomness; the lint in clippy.toml holds them to it.
const PURE: &[&str] = &["dateline-model", "dateline-ingest", "dateline-annotate", "dateline-story", "dateline-engine"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The files that version control tracks or would take.
fn files() -> Vec<PathBuf> {
    let arguments = ["ls-files", "--cached", "--others", "--exclude-standard"];
    let listed = Command::new("git").args(arguments).current_dir(root()).output().expect("git runs");
    let names = String::from_utf8(listed.stdout).expect("file names are UTF-8");
    names.lines().map(|name| root().join(name)).filter(|path| path.is_file()).collect()
}

fn sources() -> Vec<(PathBuf, String)> {
    let rust = files().into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    rust.map(|path| (path.clone(), fs::read_to_string(&path).expect("source is UTF-8"))).collect()
}

#[test]
fn a_file_opens_with_what_lives_there() {
    for (path, source) in sources() {
        let first = source.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! "), "{} opens with: {first}", path.display());
    }
}

#[test]
fn files_are_short() {
    let mut lengths = Vec::new();
    for (path, source) in sources() {
        let lines = source.lines().count();
        assert!(lines <= MAX_LINES, "{} has {lines} lines", path.display());
        lengths.push(lines);
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= MAX_MEDIAN, "the median file has {median} lines");
}

#[test]
fn no_large_files() {
    for path in files() {
        let bytes = fs::metadata(&path).expect("listed file").len();
        let is_model = path.parent().is_some_and(|folder| folder.ends_with("dateline-annotate/models"));
        let most = if is_model { MAX_MODEL_BYTES } else { MAX_BYTES };
        assert!(bytes <= most, "{} has {bytes} bytes", path.display());
    }
}

#[test]
fn models_and_word_lists_are_small() {
    let learnt = |path: &PathBuf| {
        let folder = path.parent().unwrap_or(path);
        let lists = folder.ends_with("lang/english") && path.extension().is_some_and(|ending| ending == "txt");
        lists || folder.ends_with("dateline-annotate/models")
    };
    let sizes = files().into_iter().filter(learnt).map(|path| fs::metadata(&path).expect("listed file").len());
    let (count, bytes) = sizes.fold((0, 0), |(count, bytes), size| (count + 1, bytes + size));
    assert!(count >= 8, "only {count} models and word lists are found");
    assert!(bytes < MAX_MODELS_BYTES, "models and word lists have {bytes} bytes together");
}

#[test]
fn pure_crates_are_held_to_it() {
    for name in PURE {
        let path = root().join("crates").join(name).join("src/lib.rs");
        let source = fs::read_to_string(&path).expect("a lib.rs");
        assert!(
            source.contains("#![warn(clippy::disallowed_methods)]"),
            "{} does not ask for the lint",
            path.display()
        );
    }
}

#[test]
fn nothing_is_left_to_do() {
    let marks = [concat!("to", "do!("), concat!("unimplemented", "!("), concat!("FIX", "ME"), concat!("dbg", "!(")];
    for (path, source) in sources() {
        for mark in marks {
            assert!(!source.contains(mark), "{} holds {mark}", path.display());
        }
    }
}
