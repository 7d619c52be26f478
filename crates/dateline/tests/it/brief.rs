//! The briefing of a story, from article lines to Markdown, HTML and JSON.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::program::Place;

/// Four reports of one event that differ, two of them after noon of the first day.
const REPORTS: [(&str, &str, &str, &str, &str); 4] = [
    (
        "a",
        "Harbour Courier",
        "2024-03-05T08:00:00Z",
        "Harlow Bridge closed over cracks",
        "The Harlow Bridge in Norden was closed on Tuesday after engineers found cracks in two of its cables.\n\
         The council said 40,000 drivers use the bridge each day. The mayor declined to comment.\n\
         What happens next?\n\
         Ferries across the Norden sound will run every ten minutes.",
    ),
    (
        "b",
        "Tide Weekly",
        "2024-03-05T09:00:00Z",
        "Norden bridge shut",
        "The Harlow Bridge in Norden was closed on Tuesday after cracks were found in two cables, the council said.\n\
         The council denied that it had ignored a warning about the Harlow Bridge.",
    ),
    (
        "c",
        "Norden Post",
        "2024-03-05T14:00:00Z",
        "Bridge <b>stays</b> shut & queues grow",
        "The Harlow Bridge in Norden stays closed, the council said, and queues at the Norden tunnel reached seven miles.\n\
         Engineers told the Norden Post that the council had ignored a warning about the Harlow Bridge.",
    ),
    (
        "d",
        "Sound FM",
        "2024-03-06T09:00:00Z",
        "Cables of Norden bridge to be replaced",
        "Both cracked cables of the Harlow Bridge in Norden will be replaced by 1 June, the council said – “no sooner”.",
    ),
];

fn place() -> Place {
    let place = Place::new();
    let line = |(id, outlet, published, title, text): (&str, &str, &str, &str, &str)| {
        json!({"id": id, "outlet": outlet, "published": published, "title": title, "text": text, "language": "en"})
            .to_string()
    };
    place.write("reports.jsonl", REPORTS.map(line).join("\n"));
    place.import(&[]).clean();
    place
}

/// Every object with a place in a report.
fn cited<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| cited(value, found)),
        Value::Object(fields) => {
            if fields.contains_key("start") {
                found.push(value);
            }
            fields.values().for_each(|value| cited(value, found));
        }
        _ => {}
    }
}

#[test]
fn every_sentence_of_a_briefing_stands_where_it_says() {
    let out = place().run(&["brief", "1", "--format", "json"]).clean();
    let briefing: Value = serde_json::from_str(&out).expect("JSON");
    let texts: HashMap<&str, &str> = REPORTS.iter().map(|report| (report.0, report.4)).collect();
    let mut places = Vec::new();
    cited(&briefing, &mut places);
    assert!(places.len() > 12, "{briefing:#}");
    for place in places {
        let text = texts[place["id"].as_str().expect("an id")];
        let number = |key: &str| place[key].as_u64().expect("a place") as usize;
        let words: String = text.chars().skip(number("start")).take(number("end") - number("start")).collect();
        assert_eq!(place["text"], words);
    }
    let sentence = |list: &str| briefing[list].to_string();
    assert!(sentence("headline").contains("was closed on Tuesday"), "{briefing:#}");
    assert!(sentence("unknown").contains("declined to comment"));
    assert!(sentence("contested").contains("denial"), "{}", sentence("contested"));
    assert!(sentence("questions").contains("What happens next?"));
    assert!(sentence("timeline").contains("2024-06-01"));
    assert_eq!(briefing["origins"]["reports"], 4);
    assert_eq!(briefing["origins"]["outlets"], 4);
}

#[test]
fn what_was_said_before_is_left_out_where_asked() {
    let place = place();
    let new = place.run(&["brief", "1", "--since", "2024-03-05T12:00:00Z"]).clean();
    let known = new.split("## ").find(|part| part.starts_with("What is reported")).unwrap_or(&new);
    assert!(!known.contains("40,000 drivers"), "{new}");
    assert!(new.contains("will be replaced by 1 June"), "{new}");
    let all = place.run(&["brief", "1"]).clean();
    assert!(all.contains("40,000 drivers"), "{all}");
}

#[test]
fn words_of_reports_are_no_markup() {
    let place = place();
    let html = place.run(&["brief", "1", "--format", "html"]).clean();
    assert!(html.contains("&lt;b&gt;stays&lt;/b&gt; shut &amp; queues"), "{html}");
    assert!(!html.contains("<b>") && !html.contains("<script"));
    let markdown = place.run(&["brief", "1"]).clean();
    assert!(markdown.contains("Bridge \\<b\\>stays\\</b\\> shut"), "{markdown}");
}

#[test]
fn a_story_that_is_not_there_is_told() {
    let ran = place().run(&["brief", "77"]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.stderr.contains("there is no story 77; `dateline stories` lists them"), "{}", ran.stderr);
}

#[test]
fn owners_of_a_user_are_followed_and_lines_that_are_none_told() {
    let place = place();
    std::fs::write(place.data().join("owners.txt"), "Coast Group: Harbour Courier; Tide Weekly\nnonsense\n")
        .expect("a file");
    let ran = place.run(&["brief", "1"]);
    assert_eq!(ran.status, Some(1), "{}", ran.stderr);
    assert!(ran.stderr.contains("owners.txt:2: no colon stands between an owner and its outlets"), "{}", ran.stderr);
    assert!(ran.stdout.starts_with("# "), "{}", ran.stdout);
}
