//! What a person says of stories is kept, holds, is shown and written out; the log gives the same stories once more.

use std::thread::sleep;
use std::time::Duration;

use dateline_model::{ArticleId, Reason, StoryEvent, StoryId};
use dateline_store::{Rearrangement, Writer};
use rusqlite::Connection;
use serde_json::Value;

use crate::program::Place;
use crate::record::{dump, strings};
use crate::reports::article_line;

const AT: &str = "2026-03-09T10:00:00Z";

/// The lines of some reports, four about each event.
fn lines(numbers: std::ops::Range<usize>) -> String {
    numbers.map(|number| article_line(number) + "\n").collect()
}

/// Two stories of four reports each.
fn two_stories() -> Place {
    let place = Place::new();
    place.write("1.jsonl", lines(0..8));
    place.import(&[]).clean();
    assert_eq!(story_of(&place, "report-0"), 1);
    assert_eq!(story_of(&place, "report-4"), 2);
    place
}

fn record(place: &Place) -> Connection {
    Connection::open(place.data().join("record.sqlite")).expect("the record opens")
}

fn story_of(place: &Place, report: &str) -> i64 {
    let find = "SELECT story FROM articles WHERE id = ?1";
    record(place).query_row(find, [report], |row| row.get(0)).expect("a report")
}

fn correct(place: &Place, words: &[&str]) -> String {
    let arguments: Vec<&str> = ["correct"].iter().chain(words).chain(&["--at", AT]).copied().collect();
    place.run(&arguments).clean()
}

fn check(place: &Place) {
    assert_eq!(place.run(&["regroup", "--check"]).clean(), "the log gives the stories that are kept\n");
}

#[test]
fn a_merge_holds_leads_on_and_is_shown() {
    let place = two_stories();
    let said = correct(&place, &["merge", "2", "1", "--note", "one <b>event</b>"]);
    assert_eq!(said, "story 2 is part of story 1 now\n");
    assert_eq!(correct(&place, &["merge", "2", "1"]), "nothing is changed: both are one story already\n");
    place.write("2.jsonl", lines(8..40));
    place.import(&[]).clean();
    for report in 0..8 {
        assert_eq!(story_of(&place, &format!("report-{report}")), 1);
    }
    check(&place);
    let shown = place.run(&["story", "2", "--ids"]).clean();
    assert!(shown.contains("placed here by a person on 2026-03-09: one <b>event</b>\n            report-"), "{shown}");
    let page = place.serve().page("/story/1");
    assert!(page.contains("A person placed it here on 9 March 2026: “one &#60;b&#62;event&#60;/b&#62;”."), "{page}");
}

#[test]
fn a_split_and_a_move_hold_by_address_as_well() {
    let place = two_stories();
    let address = "https://radio-nine.example/2";
    let said = correct(&place, &["split", "1", "report-1", address]);
    assert_eq!(said, "2 reports of story 1 are story 3 now\n");
    assert_eq!(correct(&place, &["move", "report-5", "1"]), "report-5 is in story 1 now, not in 2\n");
    assert_eq!(correct(&place, &["pin", "report-0", "--out-of", "2"]), "report-0 stays out of story 2\n");
    assert_eq!(correct(&place, &["unpin", "report-0"]), "report-0 may move by itself again\n");
    assert_eq!(
        correct(&place, &["pin", "report-6"]),
        "nothing is changed: it stays there already, with all reports of its story\n"
    );
    place.write("2.jsonl", lines(8..24));
    place.import(&[]).clean();
    let story = |report: &str| story_of(&place, report);
    assert_eq!((story("report-1"), story("report-2"), story("report-0"), story("report-5")), (3, 3, 1, 1));
    check(&place);
    place.run(&["regroup"]).clean();
    assert_eq!((story("report-1"), story("report-2"), story("report-5")), (3, 3, story("report-3")));
    assert!(story("report-0") != 3 && story("report-3") != 3);
    check(&place);
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let place = two_stories();
    let before = dump(&place.data());
    let refused = |words: &[&str], why: &str| {
        let ran = place.run(&[&["correct"], words].concat());
        assert!(ran.complaint().contains(why), "{words:?}: {}", ran.stderr);
    };
    refused(&["merge", "1", "99"], "there is no story 99; `dateline stories` lists them");
    refused(&["merge", "18446744073709551615", "1"], "there is no story 18446744073709551615");
    refused(&["move", "nothing", "1"], "there is no report “nothing”");
    refused(&["pin", ""], "there is no report “”");
    refused(&["split", "1", "report-4"], "the report “report-4” is in story 2");
    refused(&["pin", "report-0", "--out-of", "1"], "`dateline correct split 1 report-0` takes it out");
    refused(&["pin", "report-0", "--note", &"x".repeat(1001)], "longer than 1000 characters");
    assert_eq!(dump(&place.data()), before);
    let nowhere = place.path().join("nowhere");
    let ran = place.run(&["correct", "merge", "1", "2", "--data", nowhere.to_str().expect("a plain path")]);
    assert!(ran.complaint().contains("no data folder at"), "{}", ran.stderr);
    assert!(!nowhere.exists());
}

#[test]
fn corrections_are_written_as_labelled_data() {
    let place = two_stories();
    correct(&place, &["split", "1", "report-1", "report-2", "--note", "another\u{1b}[31m place"]);
    correct(&place, &["merge", "3", "2"]);
    let ran = place.run(&["export", "--corrections", "-"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), "2 corrections written\n"));
    let lines: Vec<Value> = ran.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!((&lines[0]["correction"], &lines[0]["at"]), (&1.into(), &AT.into()));
    assert_eq!(lines[0]["note"], "another\u{1b}[31m place");
    let groups = serde_json::json!([["report-1", "report-2"], ["report-0", "report-3"]]);
    assert_eq!(lines[0]["labels"][0], serde_json::json!({"label": "same", "groups": [groups[0]]}));
    assert_eq!(lines[0]["labels"][1], serde_json::json!({"label": "different", "groups": groups}));
    assert_eq!((&lines[0]["events"][0]["event"], &lines[1]["events"][0]["event"]), (&"split".into(), &"merged".into()));
    assert_eq!(lines[1]["labels"][0]["groups"][0], groups[0]);
    let shown = place.run(&["story", "2"]).clean();
    assert!(!shown.contains('\u{1b}'), "{shown:?}");
}

#[test]
fn one_run_or_many_give_the_same_record_and_the_log_gives_the_stories() {
    let (one, many) = (Place::new(), Place::new());
    for part in 0..6 {
        one.write(&format!("{part}.jsonl"), lines(part * 40..part * 40 + 40));
    }
    // A revision of an earlier report.
    let revised = article_line(3).replace("officials of the district", "officials of the county");
    one.write("7.jsonl", &revised);
    one.import(&[]).clean();
    for part in 0..6 {
        let file = many.write(&format!("{part}.jsonl"), lines(part * 40..part * 40 + 40));
        many.import(&[&file]).clean();
    }
    let file = many.write("7.jsonl", &revised);
    many.import(&[&file]).clean();
    assert_eq!(dump(&one.data()), dump(&many.data()));
    check(&one);
    let before = dump(&one.data());
    let said = one.run(&["regroup"]).clean();
    assert!(said.ends_with("stories kept, 0 merged into others, 0 new by splits; 0 reports moved\n"), "{said}");
    assert_eq!(dump(&one.data()), before, "what was grouped by this way stays as it is");
}

#[test]
fn a_record_that_differs_from_its_log_is_told() {
    let place = two_stories();
    record(&place).execute("UPDATE articles SET story = 2 WHERE id = 'report-0'", []).expect("a change");
    let ran = place.run(&["regroup", "--check"]);
    assert!(ran.complaint().contains("kept is report report-0 | 2"), "{}", ran.stderr);
}

#[test]
fn stories_of_an_older_way_are_told_and_grouped_anew() {
    let place = two_stories();
    record(&place).execute("DELETE FROM settings WHERE name = 'grouping'", []).expect("a change");
    let ran = place.import(&[]);
    assert_eq!(ran.status, Some(0));
    assert!(ran.stderr.contains("`dateline regroup` groups them anew"), "{}", ran.stderr);
    place.run(&["regroup"]).clean();
    place.import(&[]).clean();
}

/// A record whose reports stand in a few wrong stories, as a poorer way of grouping would have put them.
fn badly_grouped(reports: usize) -> Place {
    let place = Place::new();
    place.write("1.jsonl", lines(0..reports));
    place.import(&[]).clean();
    let ids = strings(&record(&place), "SELECT id FROM articles ORDER BY seq");
    let wrong = ids.iter().enumerate().filter_map(|(at, id)| {
        let from = StoryId(story_of(&place, id) as u64);
        let into = StoryId(if at % 3 == 0 { 1 } else { 2 });
        let (article, reason) = (ArticleId::new(id), Reason::New);
        ((at % 3 == 0 || at % 5 == 0) && from != into).then_some(StoryEvent::Moved { article, from, into, reason })
    });
    let events: Vec<StoryEvent> = wrong.collect();
    let mut writer = Writer::open(&place.data()).expect("a writer");
    writer.rearrange(&Rearrangement { events: &events, headlines: &[], labels: None }).expect("kept");
    writer.commit().expect("a commit");
    place
}

#[test]
fn grouping_anew_killed_midway_leaves_the_old_stories_or_the_new() {
    let whole = badly_grouped(1500);
    check(&whole);
    let old = dump(&whole.data());
    let said = whole.run(&["regroup"]).clean();
    assert!(said.contains("stories kept") && !said.contains("; 0 reports moved"), "{said}");
    let new = dump(&whole.data());
    assert_ne!(old, new);
    check(&whole);
    let mut killed = 0;
    for wait in [0, 20, 60, 100, 150, 200, 300, 400, 600] {
        let place = badly_grouped(1500);
        let mut child = place.command(&["regroup"]).spawn().expect("it runs");
        sleep(Duration::from_millis(wait));
        killed += u32::from(child.try_wait().expect("its state").is_none());
        child.kill().expect("killed");
        child.wait().expect("it ends");
        let now = dump(&place.data());
        assert!(now == old || now == new, "killed after {wait} ms: neither the old nor the new stories");
        place.run(&["regroup"]).clean();
        assert!(dump(&place.data()) == new, "killed after {wait} ms and run again: other stories");
    }
    assert!(killed >= 2, "most runs were over before they were killed");
}
