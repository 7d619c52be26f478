//! The four filters: standard input or files in, JSON Lines out, bad lines reported and skipped.

use serde_json::Value;

use crate::program::Place;
use crate::reports::{article_line, article_lines};

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).expect("a JSON object a line")).collect()
}

/// The words of `text` at code points `start..end`.
fn at(text: &str, span: &Value) -> String {
    let number = |key: &str| span[key].as_u64().expect("a position") as usize;
    text.chars().skip(number("start")).take(number("end") - number("start")).collect()
}

#[test]
fn extract_writes_article_lines() {
    let place = Place::new();
    let page = "<html lang=en><head><title>Weir mended</title></head><body><article><p>The weir above the mill was mended \
        on Thursday — after two winters — and boats may pass it again, the river trust said in a notice.</p>\
        <p>The trust had asked the county for help with the work, which took three weeks to finish.</p></article></body></html>";
    let out = place.pipe(&["extract", "--url", "https://weir.example/mended"], page).clean();
    let [line] = &lines(&out)[..] else { panic!("one line: {out}") };
    assert_eq!(line["url"], "https://weir.example/mended");
    assert_eq!(line["title"], "Weir mended");
    assert_eq!(line["language"], "en");
    assert!(line["text"].as_str().expect("a text").starts_with("The weir above the mill"));
    assert_eq!(line.get("bylines"), None, "what was not found is absent, not empty");
}

#[test]
fn extract_reads_relative_dates_against_the_capture() {
    let place = Place::new();
    let page = "Latest news with #Canals\n\nLock gates fail again\nLock gates fail again\n\nTow Path Times\n\ntime2 days ago\n\n\
        \x20 • Business\n  • Tow Path Times\n\nLock gates fail again\n\nThe gates of the third lock failed again at the \
        weekend, and forty boats wait below it, the canal office said on Monday.\n";
    let out = place.pipe(&["extract", "--captured", "2025-05-07T12:00:00Z"], page).clean();
    let [line] = &lines(&out)[..] else { panic!("one line: {out}") };
    assert_eq!(line["published"], "2025-05-05");
    assert_eq!(line["outlet"], "Tow Path Times");
    assert_eq!(line["tags"][0], "Canals");
}

#[test]
fn annotate_counts_code_points() {
    let place = Place::new();
    let text = "Zürich’s café burned on 3 May 2025. “Nobody was hurt,” the fire service said. It reopens on Friday.";
    let article = serde_json::json!({"id": "a", "text": text, "published": "2025-05-04"});
    let out = place.pipe(&["annotate"], article.to_string()).clean();
    let [line] = &lines(&out)[..] else { panic!("one line: {out}") };
    let sentences: Vec<String> =
        line["sentences"].as_array().expect("sentences").iter().map(|span| at(text, span)).collect();
    assert_eq!(
        sentences,
        ["Zürich’s café burned on 3 May 2025.", "“Nobody was hurt,” the fire service said.", "It reopens on Friday."]
    );
    let first = &line["times"][0];
    assert_eq!((at(text, first).as_str(), first["value"].as_str()), ("3 May 2025", Some("2025-05-03")));
    assert_eq!(first["text"], "3 May 2025");
    let claim = &line["claims"][0];
    assert_eq!((claim["form"].as_str(), claim["stance"].as_str()), (Some("direct"), Some("asserts")));
    for (part, words) in [("source", "the fire service"), ("cue", "said"), ("content", "“Nobody was hurt,”")] {
        assert_eq!(at(text, &claim[part]), words, "{claim}");
        assert_eq!(claim[part]["text"], words);
    }
    assert_eq!(claim.get("record"), None, "what is not said is absent, not empty");
}

#[test]
fn group_answers_every_article_in_order() {
    let place = Place::new();
    let copy = |outlet: &str, id: &str, extra: &str| {
        let text = format!(
            "The harbour board of Skarvik will close the inner basin for dredging in May, its chair said on Tuesday.\n\
             The board has set aside four million crowns for the work, which it put off twice because of the weather.\n\
             Fishermen may land their catch at the outer quay for the time, the board said in a letter to them.{extra}"
        );
        serde_json::json!({"id": id, "outlet": outlet, "published": "2025-04-01", "text": text}).to_string()
    };
    let other = serde_json::json!({"id": "other", "published": "2025-04-01", "text":
        "A choir of two hundred voices sang at the reopening of the concert hall in Molde, where the organ was restored."});
    let input =
        format!("{}\n{}\n{other}\n", copy("Agency", "one", ""), copy("Paper", "two", "\nReaders may write to us."));
    let out = lines(&place.pipe(&["group"], input).clean());
    let ids: Vec<&str> = out.iter().map(|line| line["id"].as_str().expect("an id")).collect();
    assert_eq!(ids, ["one", "two", "other"]);
    assert_eq!(out[0]["story"], out[1]["story"]);
    assert_ne!(out[0]["story"], out[2]["story"]);
    assert_eq!(out[1]["copies"][0]["of"], "one");
    assert!(out[1]["copies"][0]["share"].as_f64().expect("a share") > 0.8, "{}", out[1]);
    assert_eq!(out[1]["copies"][0]["direction"], "arrived");
    let passage = &out[1]["copies"][0]["passages"][0];
    assert_eq!((&passage["kind"], &passage["here"][0]), (&"copied".into(), &0.into()), "{passage}");
    assert_eq!(passage["here"], passage["there"]);
    assert_eq!(out[2]["copies"].as_array().map(Vec::len), Some(0));
}

#[test]
fn group_names_the_copy_that_came_before_its_original() {
    let place = Place::new();
    let text = "The ferry to Hollin ran aground off the cape on Sunday night with eighty people aboard, its owner said.\n\
                Divers found no hole in the hull, and tugs are to pull her free with the tide on Tuesday morning.";
    let article = |id: &str, published: &str| serde_json::json!({"id": id, "published": published, "text": text});
    let input =
        [article("copy", "2025-03-03T09:00Z"), article("original", "2025-03-03T08:00Z")].map(|line| line.to_string());
    let out = lines(&place.pipe(&["group"], input.join("\n")).clean());
    assert_eq!(out[0]["copies"][0]["of"], "original");
    assert_eq!(out[0]["copies"][0]["direction"], serde_json::json!({"earlier": {"seconds": 3600}}));
    assert_eq!(out[1]["copies"].as_array().map(Vec::len), Some(0));
}

#[test]
fn timeline_goes_from_oldest_to_newest_and_cites() {
    let place = Place::new();
    let text = "The ferry to Hollin ran aground on 2 March 2025. It will be towed on 9 March 2025, the owner said.";
    let article = serde_json::json!({"id": "a", "published": "2025-03-03", "text": text});
    let out = lines(&place.pipe(&["timeline"], article.to_string()).clean());
    let days: Vec<&str> = out.iter().map(|line| line["date"].as_str().expect("a date")).collect();
    assert_eq!(days, ["2025-03-02", "2025-03-09"]);
    for day in &out {
        let sentence = &day["sentences"][0];
        assert_eq!(at(text, sentence), sentence["text"].as_str().expect("the words"));
    }
    let capped = lines(&place.pipe(&["timeline", "--dates", "1"], article.to_string()).clean());
    assert_eq!(capped.len(), 1);
}

#[test]
fn a_bad_line_is_reported_and_skipped() {
    let place = Place::new();
    let input = format!("{}\nnot json\n{}\n", article_line(0), article_line(1));
    for (filter, expected) in [("annotate", 2), ("group", 2)] {
        let ran = place.pipe(&[filter], &input);
        assert!(ran.complaint().starts_with("standard input:2: "), "{filter}: {}", ran.stderr);
        assert_eq!(lines(&ran.stdout).len(), expected, "{filter}");
    }
}

#[test]
fn filters_read_files_and_follow_one_another() {
    let place = Place::new();
    place.write("reports.jsonl", article_lines(8));
    let extracted = place.run(&["extract", "in/reports.jsonl"]).clean();
    assert_eq!(lines(&extracted).len(), 8);
    let grouped = lines(&place.pipe(&["group"], &extracted).clean());
    assert_eq!(grouped.len(), 8);
    assert_eq!(grouped[0]["id"], "report-0");
    let again = place.pipe(&["extract"], &extracted).clean();
    assert_eq!(again, extracted, "article lines go through unchanged");
}

#[test]
fn a_report_that_does_not_say_whose_it_is_counts_as_an_outlet() {
    let place = Place::new();
    let text = "The ferry to Hollin ran aground off the cape on Sunday night with eighty people aboard, its owner said.\n\
                Divers found no hole in the hull, and tugs are to pull her free with the tide on Tuesday morning.";
    let of = |id: &str, outlet: Option<&str>| serde_json::json!({"id": id, "outlet": outlet, "published": "2025-03-03", "text": text});
    let lines = [of("one", Some("Harbour Courier")), of("two", None), of("three", None)].map(|line| line.to_string());
    place.write("reports.jsonl", lines.join("\n"));
    place.import(&[]).clean();
    let listed = place.run(&["stories"]).clean();
    assert!(listed.contains("3 reports, 3 outlets: Harbour Courier and 2 not named"), "{listed}");
    let brief = place.run(&["brief", "1"]).clean();
    assert!(brief.contains("3 reports, 3 outlets, "), "{brief}");
}
