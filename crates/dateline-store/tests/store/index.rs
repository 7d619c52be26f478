//! The index is derived: deleted, left behind, damaged or of another form, it comes back from the record.

use std::fs;
use std::path::Path;

use dateline_store::{Library, StoreError, Writer};

use crate::support::{Report, folder_of, found, library, put, report, words};

fn cranes(numbers: std::ops::Range<u64>) -> Vec<Report> {
    numbers.map(|number| report(&number.to_string(), "Post", "2025-06-20", "Crane", "A crane.").opens(number)).collect()
}

fn index(folder: &Path) -> u64 {
    Writer::open(folder).unwrap().index(&mut |_, _| {}).unwrap()
}

fn cranes_found(folder: &Path) -> usize {
    found(&Library::open(folder).unwrap(), &words("crane")).len()
}

#[test]
fn only_what_is_new_is_indexed() {
    let folder = folder_of(&cranes(0..3));
    assert_eq!(index(folder.path()), 0);
    let mut writer = Writer::open(folder.path()).unwrap();
    put(&mut writer, &cranes(3..5));
    // What is not committed is not indexed.
    assert_eq!(writer.index(&mut |_, _| {}).unwrap(), 0);
    writer.commit().unwrap();
    let mut heard = Vec::new();
    assert_eq!(writer.index(&mut |done, of| heard.push((done, of))).unwrap(), 2);
    assert_eq!(heard.last(), Some(&(2, 2)));
    assert_eq!(cranes_found(folder.path()), 5);
}

#[test]
fn an_open_library_sees_what_is_indexed_later() {
    let folder = folder_of(&cranes(0..3));
    let library = library(&folder);
    assert_eq!(found(&library, &words("crane")).len(), 3);
    let mut writer = Writer::open(folder.path()).unwrap();
    put(&mut writer, &cranes(3..5));
    writer.commit().unwrap();
    writer.index(&mut |_, _| {}).unwrap();
    assert_eq!(found(&library, &words("crane")).len(), 5);
    fs::remove_dir_all(folder.path().join("index")).unwrap();
    assert_eq!(writer.index(&mut |_, _| {}).unwrap(), 5);
    assert_eq!(found(&library, &words("crane")).len(), 5);
}

#[test]
fn a_missing_index_is_said_so_and_made() {
    let folder = folder_of(&cranes(0..3));
    fs::remove_dir_all(folder.path().join("index")).unwrap();
    let error = library(&folder).search(&words("crane")).unwrap_err();
    assert!(matches!(error, StoreError::Index { .. }), "{error}");
    assert!(error.to_string().contains("has not been made yet"), "{error}");
    assert_eq!(index(folder.path()), 3);
    assert_eq!(cranes_found(folder.path()), 3);
}

#[test]
fn an_empty_record_has_an_index() {
    let folder = folder_of(&[]);
    assert_eq!(cranes_found(folder.path()), 0);
    assert_eq!(index(folder.path()), 0);
}

#[test]
fn a_damaged_index_is_made_anew() {
    let damages: [fn(&Path); 4] = [
        |path| fs::write(path, b"").unwrap(),
        |path| fs::write(path, b"no index at all").unwrap(),
        |path| fs::remove_file(path).unwrap(),
        |path| {
            let mut bytes = fs::read(path).unwrap();
            bytes[0] ^= 0x55;
            fs::write(path, bytes).unwrap();
        },
    ];
    // The files of a damaged index are named anew when it is made anew: so they are known by kind.
    let folder = folder_of(&cranes(0..3));
    let file_of = |kind: &str| {
        let mut files = fs::read_dir(folder.path().join("index")).unwrap().map(|file| file.unwrap().path());
        files.find(|path| path.extension().is_some_and(|extension| extension == kind)).unwrap()
    };
    for (number, damage) in damages.into_iter().enumerate() {
        for kind in ["json", "term", "idx", "pos", "fast", "fieldnorm"] {
            damage(&file_of(kind));
            index(folder.path());
            assert_eq!(cranes_found(folder.path()), 3, "damage {number} to {kind}");
        }
    }
}

#[test]
fn an_index_of_another_form_or_another_record_is_made_anew() {
    let folder = folder_of(&cranes(0..3));
    let meta = folder.path().join("index/meta.json");
    let text = fs::read_to_string(&meta).unwrap();
    fs::write(
        &meta,
        text.replace("\"payload\": \"1 ", "\"payload\": \"999 ").replace("\"payload\":\"1 ", "\"payload\":\"999 "),
    )
    .unwrap();
    let error = library(&folder).search(&words("crane")).unwrap_err();
    assert!(error.to_string().contains("another version"), "{error}");
    assert_eq!(index(folder.path()), 3);

    // An index that was copied beside a record it was not made from.
    let other = folder_of(&[report("x", "Post", "2025-06-20", "Ferry", "A ferry.").opens(1)]);
    fs::remove_dir_all(other.path().join("index")).unwrap();
    fs::rename(folder.path().join("index"), other.path().join("index")).unwrap();
    assert_eq!(index(other.path()), 1);
    assert_eq!(cranes_found(other.path()), 0);
}
