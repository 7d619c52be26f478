//! Reports of followed stories fetched again: what their outlets change is noticed, judged and shown; what is no version of
//! them is not taken for one.

use rusqlite::Connection;

use crate::live::{allow, count, run};
use crate::program::{Place, Server};
use crate::web::{Page, Web};

const REPORT: [&str; 6] = [
    "A ferry struck the quay at Halden on Tuesday morning, injuring 12 passengers, the harbour office said in a statement.",
    "The vessel had left Moss an hour earlier with some eighty people on board, most of them on their way to work.",
    "\u{201c}We heard a bang and then everybody was on the floor,\u{201d} said Kari Nilsen, who was on the upper deck.",
    "Divers were looking at the hull on Tuesday afternoon, and the line will be served by buses until the end of the week.",
    "The company that runs the line said that the master had reported trouble with the engines on the way in, and that it \
     would wait for the findings of the accident board before it said more about what had gone wrong.",
    "The quay was built in 1964 and mended after a storm three years ago, according to records of the port.",
];

/// A page of a report. Its time of publication stays the same whenever it is asked for.
fn page(title: &str, words: &[&str]) -> Page {
    let paragraphs: String = words.iter().map(|words| format!("<p>{words}</p>")).collect();
    Page::of(format!(
        "<!doctype html><html lang='en'><head><title>{title}</title><meta property='og:type' content='article'>\
         <meta property='og:site_name' content='Harbour Courier'>\
         <meta property='article:published_time' content='2025-03-04T08:00:00Z'></head>\
         <body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    ))
}

fn changed(from: &str, to: &str) -> Vec<String> {
    REPORT.iter().map(|words| words.replace(from, to)).collect()
}

fn borrowed(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

/// A place with one report, whose story is followed.
fn followed(web: &Web) -> Place {
    let place = Place::new();
    web.put("/a/1", page("Ferry strikes quay at Halden", &REPORT));
    run(&place, &["add", &web.at("/a/1")]).clean();
    let story = count(&place, "SELECT story FROM articles").to_string();
    let told = run(&place, &["follow", &story]).clean();
    assert_eq!(told, format!("story {story}: followed from now on: its reports are fetched again\n"));
    place
}

fn fetch(place: &Place) -> String {
    run(place, &["fetch", "--all"]).clean()
}

fn text(place: &Place, sql: &str) -> String {
    let record = Connection::open(place.data().join("record.sqlite")).expect("a record");
    record.query_row(sql, [], |row| row.get(0)).expect("a value")
}

#[test]
fn a_silent_edit_is_noticed_and_shown() {
    let web = Web::new();
    let place = followed(&web);
    let same = fetch(&place);
    assert!(same.contains("reports: 0 new, 0 revised; 1 report of followed stories fetched again"), "{same}");
    web.put("/a/1", page("Ferry strikes quay at Halden", &borrowed(&changed("12 passengers", "14 passengers"))));
    assert!(fetch(&place).contains("0 new, 1 revised"));
    assert_eq!(text(&place, "SELECT class FROM edits"), "silent-edit");

    let changes = place.run(&["changes"]).clean();
    assert!(
        changes.contains("silent edit  Harbour Courier: Ferry strikes quay at Halden\n    figure changed: 12"),
        "{changes}"
    );
    let of_report = place.run(&["changes", &web.at("/a/1")]).clean();
    assert!(of_report.contains("injuring [-12-] {+14+} passengers"), "{of_report}");
    let json = place.run(&["changes", "--json", &web.at("/a/1")]).clean();
    let object: serde_json::Value = serde_json::from_str(&json).expect("one line of JSON");
    assert_eq!((object["class"].as_str(), object["version"].as_u64()), (Some("silent-edit"), Some(2)));
    let pieces = object["pieces"].as_array().expect("pieces");
    assert_eq!((pieces.len(), pieces[0]["runs"][1]["mark"].as_str()), (6, Some("gone")));
    assert!(place.run(&["changes", "--class", "correction"]).clean().is_empty());

    let server = place.serve();
    let story = text(&place, "SELECT CAST(story AS TEXT) FROM articles");
    let shown = server.page(&format!("/story/{story}"));
    assert!(shown.contains("Followed: its reports are fetched again") && shown.contains("Silent edit"), "{shown}");
    let id = text(&place, "SELECT id FROM articles");
    let versions = server.page(&format!("/article/{id}/changes"));
    assert!(versions.contains("injuring <del>12</del> <ins>14</ins> passengers"), "{versions}");
    assert!(versions.contains("fetched again 2 times"), "{versions}");
    assert!(server.page("/changes").contains("Figure changed"));
}

#[test]
fn corrections_updates_and_typography_are_told_apart_and_a_return_is_a_version() {
    let web = Web::new();
    let place = followed(&web);
    let mut corrected = changed("12 passengers", "14 passengers");
    corrected
        .push("Correction: An earlier version of this article gave the wrong number of injured passengers.".to_owned());
    web.put("/a/1", page("Ferry strikes quay at Halden", &borrowed(&corrected)));
    fetch(&place);
    let mut longer = corrected.clone();
    longer.insert(
        4,
        "Two of the injured were flown to hospital in Oslo, the ambulance service said in the evening.".to_owned(),
    );
    web.put("/a/1", page("Ferry strikes quay at Halden", &borrowed(&longer)));
    fetch(&place);
    // Quotation marks, spaces and where lines break: nothing that anybody reads differs.
    let typographic: Vec<String> = longer.iter().map(|words| words.replace(['\u{201c}', '\u{201d}'], "\"")).collect();
    web.put("/a/1", page("Ferry strikes quay at Halden", &borrowed(&typographic)));
    assert!(fetch(&place).contains("0 revised"));
    // Back to the first words: what was corrected is no longer.
    web.put("/a/1", page("Ferry strikes quay at Halden", &REPORT));
    assert!(fetch(&place).contains("1 revised"));
    assert!(fetch(&place).contains("0 revised"));
    let classes = text(&place, "SELECT group_concat(class, ' ') FROM (SELECT class FROM edits ORDER BY change)");
    assert_eq!(classes, "correction update silent-edit");
    let shown = place.run(&["changes", &web.at("/a/1")]).clean();
    assert!(shown.contains("the outlet says what was wrong: Correction: An earlier version"), "{shown}");
    assert!(shown.contains("correction notice removed: Correction: An earlier version"), "{shown}");
    place.run(&["regroup", "--check"]).clean();
}

#[test]
fn what_is_no_version_is_not_kept_as_one() {
    let web = Web::new();
    let place = followed(&web);
    let versions = || count(&place, "SELECT count(*) FROM revisions");
    let said = || text(&place, "SELECT state ->> 'words' FROM revisits");
    // Only the opening stands there, as behind a barrier.
    web.put("/a/1", page("Ferry strikes quay at Halden", &REPORT[..1]));
    fetch(&place);
    assert_eq!((versions(), said().as_str()), (1, "only a part of the report stands there now"));
    // A page that asks for consent.
    let consent =
        "We and our partners store cookies on your device and ask for your consent to do so for many purposes.";
    web.put("/a/1", page("Before you continue", &[consent; 9]));
    fetch(&place);
    assert_eq!(versions(), 1, "{}", said());
    web.put("/a/1", page("Ferry strikes quay at Halden", &REPORT));
    fetch(&place);
    // The front page in place of the report.
    web.put(
        "/",
        page(
            "Harbour Courier",
            &["Welcome to our front page, where all news of the harbour can be found every day."; 9],
        ),
    );
    web.put("/a/1", Page::status("302 Found").header("Location: /"));
    fetch(&place);
    assert!(said().contains("its address leads to http"), "{}", said());
    assert_eq!(
        (versions(), text(&place, "SELECT title FROM (SELECT record ->> 'title' AS title FROM revisions)")),
        (1, "Ferry strikes quay at Halden".to_owned())
    );
    web.put("/robots.txt", Page::of("User-agent: *\nDisallow: /a/\n"));
    fetch(&place);
    assert_eq!(text(&place, "SELECT state ->> 'ended' FROM revisits"), "robots.txt asks programs to stay away");
}

#[test]
fn a_report_is_asked_for_in_few_bytes_and_withdrawn_once_that_is_confirmed() {
    let web = Web::new();
    let place = followed(&web);
    web.put("/a/1", page("Ferry strikes quay at Halden", &REPORT).header("ETag: \"one\""));
    fetch(&place);
    fetch(&place);
    let requests = web.asked("/a/1");
    assert_eq!(requests.last().map(|request| request.header("if-none-match")), Some("\"one\""));
    let nobody = run(&place, &["fetch"]).clean();
    assert!(!nobody.contains("fetched again"), "it is not due: {nobody}");
    web.put("/a/1", Page::status("410 Gone"));
    fetch(&place);
    assert_eq!(count(&place, "SELECT count(withdrawn) FROM revisits"), 0, "once is not enough");
    // An hour later, as far as the record knows.
    let record = Connection::open(place.data().join("record.sqlite")).expect("a record");
    let earlier =
        "UPDATE revisits SET state = json_set(state, '$.missing', strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-2 hours'))";
    record.execute_batch(earlier).expect("set back");
    fetch(&place);
    assert_eq!(count(&place, "SELECT count(withdrawn) FROM revisits"), 1);
    let asked = web.asked("/a/1").len();
    fetch(&place);
    assert_eq!(web.asked("/a/1").len(), asked, "it is not asked for any more");
    let of_report = place.run(&["changes", &web.at("/a/1")]).clean();
    assert!(of_report.contains("withdrawn: nothing stands at its address any more"), "{of_report}");
}

#[test]
fn following_goes_where_the_story_goes_and_ends_when_told() {
    let web = Web::new();
    let place = followed(&web);
    let law: Vec<String> = (1..=9)
        .map(|article| {
            format!(
                "Article {article} of the pension law, on which parliament votes on Friday, was changed in committee by members of \
                 {article} parties."
            )
        })
        .collect();
    web.put("/b/1", page("Parliament votes on pension law", &borrowed(&law)));
    run(&place, &["add", &web.at("/b/1")]).clean();
    let story =
        |path: &str| text(&place, &format!("SELECT CAST(story AS TEXT) FROM articles WHERE url LIKE '%{path}'"));
    let (first, second) = (story("/a/1"), story("/b/1"));
    assert_ne!(first, second);
    place.run(&["correct", "merge", &first, &second]).clean();
    assert!(run(&place, &["follow"]).clean().starts_with(&format!("{second}  ")), "it is followed under its new name");
    fetch(&place);
    assert_eq!(web.asked("/b/1").len(), 2, "the reports of the other story are fetched again too");
    let id = text(&place, "SELECT id FROM articles WHERE url LIKE '%/a/1'");
    place.run(&["correct", "split", &second, &id]).clean();
    assert_eq!(run(&place, &["follow"]).clean().lines().count(), 2, "both parts are followed");
    assert!(run(&place, &["follow", "99"]).complaint().contains("there is no such story"));
    for story in [story("/a/1"), second] {
        assert!(run(&place, &["unfollow", &story]).clean().contains("followed no longer; what was kept stays"));
    }
    assert!(!fetch(&place).contains("fetched again"));
}

#[test]
fn a_server_notices_by_itself_what_is_due() {
    let web = Web::new();
    let place = followed(&web);
    web.put("/a/1", page("Ferry strikes quay at Halden", &borrowed(&changed("1964", "1946"))));
    let record = Connection::open(place.data().join("record.sqlite")).expect("a record");
    record.execute_batch("UPDATE revisions SET captured = '2025-03-04T09:00:00Z'").expect("set back");
    let mut command = place.command(&["serve", "--listen", "127.0.0.1:0"]);
    allow(&mut command);
    let mut server = Server::start(command);
    let since = std::time::Instant::now();
    while !server.page("/changes").contains("1946") {
        assert!(since.elapsed() < std::time::Duration::from_secs(60), "{}", server.page("/changes"));
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
    assert_eq!(server.terminate(), Some(0));
}
