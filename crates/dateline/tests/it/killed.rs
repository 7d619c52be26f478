//! Killed at any moment and run again, an import ends in the same store as one undisturbed run.

use std::thread::sleep;
use std::time::Instant;

use crate::program::Place;
use crate::record::dump;
use crate::reports::article_lines;

const REPORTS: usize = 4000;

#[test]
fn killed_anywhere_and_run_again() {
    let undisturbed = Place::new();
    undisturbed.write("reports.jsonl", article_lines(REPORTS));
    let begun = Instant::now();
    undisturbed.import(&[]).clean();
    let whole = begun.elapsed();
    let expected = dump(&undisturbed.data());
    let mut killed = 0;
    for step in 1..=8u32 {
        let place = Place::new();
        let reports = place.write("reports.jsonl", article_lines(REPORTS));
        for part in [step, 9 - step] {
            let mut child = place.command(&["import", reports.to_str().expect("a plain path")]).spawn().expect("it runs");
            sleep(whole * part / 9);
            killed += u32::from(child.try_wait().expect("its state").is_none());
            child.kill().expect("killed");
            child.wait().expect("it ends");
        }
        place.import(&[]).clean();
        assert!(dump(&place.data()) == expected, "killed after {step}/9 of {whole:?}: the record differs");
        let found = place.run(&["search", "--limit", "1", "council"]).clean();
        assert!(found.starts_with(&format!("{REPORTS} reports found")), "{found}");
    }
    assert!(killed >= 4, "the runs were over before they were killed: {killed}");
}
