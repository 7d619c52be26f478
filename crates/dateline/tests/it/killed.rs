//! Killed at any moment and run again, an import ends in the same store as one undisturbed run.

use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::program::Place;
use crate::record::dump;
use crate::reports::article_lines;

const REPORTS: isize = 4000;

/// How many reports are durable in a data folder that another process writes to.
fn durable(folder: &Path) -> isize {
    let record = Connection::open_with_flags(folder.join("record.sqlite"), OpenFlags::SQLITE_OPEN_READ_ONLY);
    let count = record.and_then(|record| record.query_row("SELECT count(*) FROM articles", [], |row| row.get(0)));
    count.unwrap_or_default()
}

#[test]
fn killed_anywhere_and_run_again() {
    let undisturbed = Place::new();
    undisturbed.write("reports.jsonl", article_lines(REPORTS as usize));
    undisturbed.import(&[]).clean();
    let expected = dump(&undisturbed.data());
    let mut killed = 0;
    // Twice each: when so many reports are durable, and so many milliseconds later; the last is while the index is made.
    for (first, second, later) in [(0, 500, 0), (0, 2500, 7), (500, 1000, 19), (1500, 3000, 3), (3500, REPORTS, 11)] {
        let place = Place::new();
        let reports = place.write("reports.jsonl", article_lines(REPORTS as usize));
        for target in [first, second] {
            let mut child =
                place.command(&["import", reports.to_str().expect("a plain path")]).spawn().expect("it runs");
            while durable(&place.data()) < target && child.try_wait().expect("its state").is_none() {
                sleep(Duration::from_millis(1));
            }
            sleep(Duration::from_millis(later));
            killed += u32::from(child.try_wait().expect("its state").is_none());
            child.kill().expect("killed");
            child.wait().expect("it ends");
        }
        place.import(&[]).clean();
        assert!(dump(&place.data()) == expected, "killed at {first}, {second}, {later} ms later: the record differs");
        let found = place.run(&["search", "--limit", "1", "council"]).clean();
        assert!(found.starts_with(&format!("{REPORTS} reports found")), "{found}");
    }
    assert!(killed >= 6, "most runs were over before they were killed: {killed} of 10 were not");
}
