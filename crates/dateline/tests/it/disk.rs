//! A full disk: one clear line, what was reported as kept is kept, and the next run goes on from there.

use std::process::Command;

use crate::program::Place;
use crate::reports::article_lines;

#[test]
fn a_full_disk() {
    let place = Place::new();
    place.write("reports.jsonl", article_lines(6000));
    let script = format!(
        "mkdir small && mount -t tmpfs -o size=6m dateline-test small || exit 77\n\
         \"{0}\" import --data small/data in/reports.jsonl > out.txt 2> problems.txt; echo $? > status.txt\n\
         mount -o remount,size=400m small || exit 78\n\
         \"{0}\" import --data small/data in/reports.jsonl > again.txt 2>&1; echo $? >> status.txt",
        env!("CARGO_BIN_EXE_dateline")
    );
    let arguments = ["--user", "--map-root-user", "--mount", "sh", "-c", &script];
    let ran = Command::new("unshare").args(arguments).current_dir(place.path()).status();
    if !ran.is_ok_and(|status| status.success()) {
        println!("skipped: no small file system can be mounted here");
        return;
    }
    let read = |name: &str| std::fs::read_to_string(place.path().join(name)).expect("written by the script");
    let said = read("problems.txt");
    assert_eq!(read("status.txt"), "1\n0\n", "{said} {}", read("again.txt"));
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("the disk is full"), "{said}");
    let kept: u64 = said.split_whitespace().find_map(|word| word.parse().ok()).expect("how many were kept");
    let expected = format!("6000 reports read: {} new, 0 revised, {kept} known already\n", 6000 - kept);
    assert_eq!(read("again.txt"), expected, "{said}");
}
