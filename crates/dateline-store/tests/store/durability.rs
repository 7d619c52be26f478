//! One writer at a time, readers beside it, and no run leaves anything but whole batches.

use std::process::Command;

use dateline_model::{ArticleId, SourceKind};
use dateline_store::{Library, StoreError, Writer};

use crate::support::{Report, dump, folder_of, library, put, report};

fn reports() -> Vec<Report> {
    let mut reports = Vec::new();
    for number in 0..40u64 {
        let (id, story) = (number.to_string(), number / 4);
        let headline = format!("Report {number} of the harbour.");
        let (word, speaker) = (number % 3, ["Ana Roe", "Harbour Board", "Roe Ana"][number as usize % 3]);
        let text = format!("{headline}\nAfter talks {speaker} said that quay number {word} will be closed for years.");
        let made = report(&id, "Post", "2025-06-20", &headline, &text).tagged(&["Harbour", &id]);
        let made =
            made.quotes(speaker, SourceKind::Named, &format!("that quay number {word} will be closed for years"));
        let made = if number % 4 == 0 { made.opens(story) } else { made.joins(story, &id) };
        reports.push(if number == 30 { made.merges(2, 7).copies("29", 0.8) } else { made });
    }
    reports
}

#[test]
fn a_second_writer_is_refused_while_readers_read() {
    let folder = folder_of(&reports());
    let mut writer = Writer::open(folder.path()).unwrap();
    assert!(matches!(Writer::open(folder.path()), Err(StoreError::Busy(_))));
    put(&mut writer, &[report("x", "Mail", "2025-06-21", "x", "x").opens(99)]);
    let library = library(&folder);
    assert_eq!(library.article(&ArticleId::new("x")).unwrap(), None);
    assert_eq!(library.overview().unwrap().reports, 40);
    writer.commit().unwrap();
    assert!(library.article(&ArticleId::new("x")).unwrap().is_some());
    drop(writer);
    assert!(Writer::open(folder.path()).is_ok());
}

#[test]
fn what_was_not_committed_is_gone_and_what_was_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let reports = reports();
    let mut writer = Writer::open(folder.path()).unwrap();
    put(&mut writer, &reports[..10]);
    writer.commit().unwrap();
    put(&mut writer, &reports[10..]);
    drop(writer);
    let library = Library::open(folder.path()).unwrap();
    assert_eq!(library.overview().unwrap().reports, 10);
    assert!(library.article(&ArticleId::new("9")).unwrap().is_some());
    assert_eq!(library.article(&ArticleId::new("10")).unwrap(), None);
}

#[test]
fn two_runs_over_the_same_reports_give_the_same_record() {
    let (one, other) = (folder_of(&reports()), folder_of(&reports()));
    assert_eq!(dump(one.path()), dump(other.path()));
}

/// Names the folder for the process that is to be killed.
const VICTIM: &str = "DATELINE_STORE_TEST_FOLDER";

/// Not a test of its own: the process that the next test starts and kills. It puts reports until it is.
#[test]
fn victim() {
    let Some(folder) = std::env::var_os(VICTIM) else { return };
    let mut writer = Writer::open(folder.as_ref()).unwrap();
    put(&mut writer, &reports()[..20]);
    writer.commit().unwrap();
    put(&mut writer, &reports()[20..33]);
    std::process::abort();
}

#[test]
fn a_run_that_was_killed_and_done_again_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let program = std::env::current_exe().unwrap();
    let killed = Command::new(program).args(["--exact", "durability::victim"]).env(VICTIM, folder.path()).output();
    assert!(!killed.unwrap().status.success());
    // The log that the killed process left is read without a writer.
    assert_eq!(Library::open(folder.path()).unwrap().overview().unwrap().reports, 20);
    let mut writer = Writer::open(folder.path()).unwrap();
    put(&mut writer, &reports());
    writer.commit().unwrap();
    assert_eq!(dump(folder.path()), dump(folder_of(&reports()).path()));
}
