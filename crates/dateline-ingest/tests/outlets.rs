//! Corrections of single outlets: every case read as its snapshot says, and tables and pages made to break them.

mod shown;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use dateline_ingest::{Outlets, Reading, read, read_with, sniff};
use dateline_model::Capture;

fn read_page(page: impl Into<Vec<u8>>, outlets: &Outlets) -> Reading {
    let capture = Capture::of(page);
    let begun = Instant::now();
    let source = sniff(&capture.bytes).expect("a page");
    assert_eq!(source.name, "html");
    let reading = read_with(source, &capture, outlets);
    // Far above what it takes, far below what anything but linear would.
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
    reading
}

fn table(fields: &str) -> Outlets {
    Outlets::parse(&format!("[[outlet]]\nhost = 'harbour-post.example'\n{fields}"), "outlets.toml")
        .expect("a sound table")
}

fn page(inside: &str) -> String {
    format!("<html><title>Fares rise</title><link rel=canonical href='https://harbour-post.example/a'>{inside}</html>")
}

const PARAGRAPH: &str =
    "<p>The harbour board voted on Tuesday to raise the fares on all four of its ferry routes by a quarter.</p>";

#[test]
#[allow(clippy::disallowed_methods)]
fn each_case_is_read_as_the_snapshot_says() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases/outlet");
    let mut cases: Vec<_> =
        std::fs::read_dir(folder).expect("the cases").map(|case| case.expect("a case").path()).collect();
    cases.sort();
    assert!(cases.len() >= 4);
    for case in cases {
        let name = case.file_name().expect("a name").to_string_lossy().into_owned();
        let tables = std::fs::read_to_string(case.join("outlets.toml")).expect("the table");
        let page = std::fs::read(case.join("page.html")).expect("the page");
        let outlets = Outlets::parse(&tables, "outlets.toml").unwrap_or_else(|error| panic!("{name}: {error}"));
        let corrected = read_page(page.clone(), &outlets);
        assert_eq!(corrected, read_page(page.clone(), &outlets), "{name}");
        assert_ne!(corrected, read(&Capture::of(page)), "{name}: the table changes nothing");
        insta::assert_snapshot!(name, shown::reading(&corrected));
    }
}

#[test]
fn a_malformed_table_is_told_with_its_line() {
    let row = "[[outlet]]\nhost = 'harbour-post.example'\n";
    let cases = [
        "[[outlet]\n".to_owned(),
        "[[outlets]]\nhost = 'a.example'".to_owned(),
        "[[outlet]]\nbody = 'p'".to_owned(),
        format!("{row}headlines = 'h1'"),
        format!("{row}headline = 'h1['"),
        format!("{row}headline = 1"),
        format!("{row}body = 'article@class'"),
        format!("{row}without = ['.box']"),
        format!("{row}body = 'p'\n# kept\nwithout = ['.box',\n  'h1 ~ p']"),
        format!("{row}body = 'div:has(p)'"),
        format!("{row}\n{row}"),
        "[[outlet]]\nhost = 'https://harbour-post.example/'".to_owned(),
        "[[outlet]]\nhost = ''".to_owned(),
        format!("{row}body = 'p'\nwithout = [{}]", "'.box',".repeat(10_000)),
        format!("{row}body = '{}'", "p,".repeat(10_000)),
        format!("x = {}", "[".repeat(100_000)),
    ];
    let told: Vec<String> =
        cases.iter().map(|text| Outlets::parse(text, "outlets.toml").unwrap_err().to_string()).collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn ten_thousand_outlets_are_no_burden() {
    let rows: String =
        (0..10_000).map(|number| format!("[[outlet]]\nhost = 'post-{number}.example'\nbody = 'p'\n")).collect();
    let outlets = Outlets::parse(&rows, "outlets.toml").expect("a sound table");
    assert_eq!(outlets.len(), 10_000);
    assert_eq!(read_page(page(PARAGRAPH), &outlets), read(&Capture::of(page(PARAGRAPH))));
}

#[test]
fn pages_that_bear_no_tree_are_read_by_the_general_rules() {
    let outlets = table("headline = 'h1'\nbody = 'article'");
    for broken in ["<div>".repeat(1_000_000), "<i>".repeat(200_000), "<p>x<b>".repeat(100_000)] {
        let reading = read_page(page(&format!("<article>{PARAGRAPH}{broken}</article>")), &outlets);
        assert_eq!(reading.articles.len(), 1);
        assert_eq!(
            reading.problems[0].to_string(),
            "the page is nested too deep or has too many elements for the selectors of outlets.toml; it was read by the \
             general rules"
        );
    }
}

#[test]
fn a_selector_that_matches_everything_takes_everything_once() {
    let boxes = format!("<div><section>{PARAGRAPH}</section></div>").repeat(20_000);
    let outlets = table("headline = '*'\nbylines = '*'\npublished = '*'\nbody = '*'\nwithout = ['script *']");
    let reading = read_page(page(&boxes), &outlets);
    assert_eq!(reading.articles[0].text.lines().count(), 20_000);
    let nothing_left = read_page(page(PARAGRAPH), &table("body = 'p'\nwithout = ['*']"));
    assert_eq!(
        nothing_left.problems[0].to_string(),
        "`body` of harbour-post.example in outlets.toml, “p”, found nothing; the `body` of the page was read by the \
         general rules"
    );
    assert_eq!(nothing_left.articles.len(), 1);
}

#[test]
fn dear_selectors_stay_within_the_time() {
    let flat = page(&"<p class=a>x".repeat(150_000));
    let deep = page(&(format!("{}x{}", "<div class=a>".repeat(390), "</div>".repeat(390))).repeat(400));
    let many = "'.a .b .c > .d', 'p:nth-child(3n+1) b', '.a + .a + .b', ':not(.a *) > .b',".repeat(5);
    let outlets = table(&format!("body = '.a'\nwithout = [{many}]"));
    for html in [flat, deep] {
        read_page(html, &outlets);
    }
}

#[test]
fn a_page_cannot_call_on_what_is_no_web_address() {
    for address in
        ["javascript:harbour-post.example", "file://harbour-post.example/a", "//", "https://", "harbour-post.example"]
    {
        let capture = Capture { url: Some(address.to_owned()), ..Capture::of(format!("<html>{PARAGRAPH}")) };
        let source = sniff(&capture.bytes).expect("a page");
        assert_eq!(read_with(source, &capture, &table("body = '.gone'")), read(&capture), "{address}");
    }
}
