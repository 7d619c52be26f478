//! Data folders that cannot be used, and what is said of them.

use std::fs;

use dateline_store::{Library, StoreError, Writer};

use crate::support::{folder_of, report};

fn refused(folder: &std::path::Path) -> (String, String) {
    let reading = Library::open(folder).and_then(|library| library.overview()).map(drop);
    (reading.unwrap_err().to_string(), Writer::open(folder).map(drop).unwrap_err().to_string())
}

fn change(folder: &std::path::Path, sql: &str) {
    rusqlite::Connection::open(folder.join("record.sqlite")).unwrap().execute_batch(sql).unwrap();
}

#[test]
fn a_folder_without_a_record_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(Library::open(folder.path()), Err(StoreError::Missing(_))));
    assert!(matches!(Library::open(&folder.path().join("nowhere")), Err(StoreError::Missing(_))));
    fs::write(folder.path().join("record.sqlite"), b"").unwrap();
    assert!(matches!(Library::open(folder.path()), Err(StoreError::Missing(_))));
}

#[test]
fn a_folder_is_made_where_there_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let deep = folder.path().join("a/b/c");
    drop(Writer::open(&deep).unwrap());
    assert_eq!(Library::open(&deep).unwrap().overview().unwrap().reports, 0);
    let file = folder.path().join("file");
    fs::write(&file, b"in the way").unwrap();
    let error = Writer::open(&file).map(drop).unwrap_err();
    assert!(matches!(&error, StoreError::Record { .. }), "{error}");
    assert!(error.to_string().contains("not a folder"), "{error}");
}

#[test]
fn a_newer_record_is_left_alone() {
    let folder = folder_of(&[report("a", "Post", "2025-06-20", "a", "a").opens(1)]);
    change(folder.path(), "PRAGMA user_version = 9999");
    let (reading, writing) = refused(folder.path());
    assert!(reading.contains("made by a newer Dateline"), "{reading}");
    assert_eq!(reading, writing);
}

#[test]
fn the_record_of_another_program_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    change(folder.path(), "CREATE TABLE bookmarks (url TEXT)");
    let (reading, writing) = refused(folder.path());
    assert!(reading.contains("belongs to another program"), "{reading}");
    assert_eq!(reading, writing);
}

#[test]
fn a_damaged_record_is_said_to_be_damaged() {
    let folder = folder_of(&[report("a", "Post", "2025-06-20", "a", "a").opens(1)]);
    let path = folder.path().join("record.sqlite");
    let whole = fs::read(&path).unwrap();
    fs::write(&path, b"this was a database once, and now it is a sentence of some length").unwrap();
    let (reading, writing) = refused(folder.path());
    assert!(reading.contains("damaged") && writing.contains("damaged"), "{reading} {writing}");
    // The first page stands, the rest is gone to nothing.
    let mut half = whole.clone();
    half[4096..].fill(0xA5);
    fs::write(&path, half).unwrap();
    let (reading, writing) = refused(folder.path());
    assert!(reading.contains("damaged") && writing.contains("damaged"), "{reading} {writing}");
}
