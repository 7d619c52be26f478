//! Who said what, from files to pages, in a record of this version and of an earlier one.

use rusqlite::Connection;

use crate::program::Place;
use crate::record::dump;
use crate::reports::article_lines;

#[test]
fn a_speaker_of_many_reports_leads_to_the_place_in_each() {
    let place = Place::new();
    place.write("reports.jsonl", article_lines(24));
    place.import(&[]).clean();
    let server = place.serve();
    let speakers = server.page("/speakers");
    assert!(speakers.contains("/speaker/Ann%20Lee") && speakers.contains("16 reports"), "{speakers}");
    let page = server.page("/speaker/lee%20ann");
    let links: Vec<&str> = page.split("href=\"/article/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let place = links.iter().find(|link| link.contains("#claim-")).expect("a link to a place");
    let (report, anchor) = place.split_once('#').expect("a place");
    let report = server.page(&format!("/article/{report}"));
    assert!(report.contains(&format!("id=\"{anchor}\"")), "{report}");
    assert!(report.contains("Who said what") && report.contains("Ann Lee"), "{report}");
}

#[test]
fn the_record_of_an_older_dateline_is_brought_up_to_date_by_the_next_import() {
    let fresh = Place::new();
    fresh.write("reports.jsonl", article_lines(600));
    fresh.import(&[]).clean();
    let older = Place::new();
    older.write("reports.jsonl", article_lines(600));
    older.import(&[]).clean();
    let record = Connection::open(older.data().join("record.sqlite")).expect("the record");
    let tables = ["annotations", "speakers", "speaker_names", "quoted", "statements", "quotations", "near", "changes"];
    for table in tables.into_iter().chain(["followed", "pages", "pushes", "followed_stories", "revisits", "edits"]) {
        record.execute_batch(&format!("DROP TABLE {table}")).expect("a table less");
    }
    let columns = "ALTER TABLE copies DROP COLUMN direction; ALTER TABLE placements DROP COLUMN headline;";
    record.execute_batch(&format!("{columns} DELETE FROM settings; PRAGMA user_version = 1")).expect("an older record");
    drop(record);
    let said = older.import(&[]);
    assert_eq!(said.status, Some(0), "{said:?}");
    assert!(said.stdout.contains("600 known already"), "{said:?}");
    assert!(said.stderr.contains("`dateline regroup` groups them anew"), "{said:?}");
    // What an older Dateline did not keep: why a report is the copy, who quotes alike, what is near, earlier headlines.
    let record = Connection::open(fresh.data().join("record.sqlite")).expect("the record");
    let unknown = "UPDATE copies SET direction = NULL; DELETE FROM quotations; DELETE FROM near;
         DELETE FROM settings WHERE name = 'grouping'";
    record.execute_batch(unknown).expect("an older record");
    for place in [&older, &fresh] {
        let record = Connection::open(place.data().join("record.sqlite")).expect("the record");
        record.execute_batch("UPDATE placements SET headline = NULL").expect("an older record");
    }
    assert!(dump(&older.data()) == dump(&fresh.data()), "the records differ");
}
