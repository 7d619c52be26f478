//! The pages as a browser gets them, from a server that a user started.

use crate::program::Place;
use crate::reports::article_lines;

fn place() -> Place {
    let place = Place::new();
    place.write("reports.jsonl", article_lines(40));
    place.import(&[]).clean();
    place
}

/// The first address on `page` that begins with `prefix`.
#[track_caller]
fn link(page: &str, prefix: &str) -> String {
    let start = page.find(&format!("href=\"{prefix}")).unwrap_or_else(|| panic!("no link to {prefix}: {page}")) + 6;
    page[start..].split('"').next().expect("an end").replace("&amp;", "&")
}

#[test]
fn from_the_front_page_to_a_story_a_report_a_topic() {
    let place = place();
    let server = place.serve();
    let front = server.page("/");
    assert!(front.contains("4 reports, 4 outlets"), "{front}");
    assert!(front.contains("Morning Ledger"));
    let story = server.page(&link(&front, "/story/"));
    assert!(story.contains("4 reports, 4 outlets"), "{story}");
    let article = server.page(&link(&story, "/article/"));
    assert!(article.contains("officials of the district</span> <span class=\"cue\">said</span>"), "{article}");
    let topic = server.page(&link(&story, "/topic/"));
    assert!(topic.contains("Latest news with #"), "{topic}");
    assert!(server.page("/topics").contains("/topic/"));
    assert!(server.page("/outlets").contains("Radio Nine"));
}

#[test]
fn search_finds_words_phrases_and_filters() {
    let place = place();
    let server = place.serve();
    let found = server.page("/search?q=ferry");
    assert!(found.contains("<mark>"), "{found}");
    let phrase = server.page("/search?q=%22officials+of+the+district%22&outlet=Radio+Nine");
    assert!(phrase.contains("10 reports"), "{phrase}");
    let days = server.page("/search?q=officials&from=2025-03-02&to=2025-03-03&language=en");
    assert!(days.contains("8 reports"), "{days}");
    let topic = server.page("/search?q=officials&topic=Aldgate");
    assert!(topic.contains("8 reports"), "{topic}");
    assert_eq!(server.get("/search?q=nothinglikethis").status, 200);
    assert_eq!(server.get("/search?q=%22unclosed").status, 200, "an open quotation mark is no failure");
    let slip = server.get("/search?q=officials&from=notaday");
    assert_eq!(slip.status, 400);
    assert!(slip.body.contains("notaday") && slip.body.contains("<form"), "what was wrong, and the form again");
}

#[test]
fn every_answer_is_locked_down() {
    let place = place();
    let server = place.serve();
    let paths =
        ["/", "/search?q=a", "/nowhere", "/story/999999", "/article/none", "/topic/none", "/topics", "/outlets"];
    for path in paths {
        let answer = server.get(path);
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
        assert!(!answer.body.contains("<script"), "{path} holds a script");
        assert!(answer.status == 200 || answer.status == 404, "{path}: {}", answer.status);
    }
    assert_eq!(server.get("/story/999999").status, 404);
}

#[test]
fn only_known_host_names_are_answered() {
    let place = place();
    let server = place.serve();
    let port = server.address.rsplit(':').next().expect("a port");
    assert_eq!(server.get_as("/", Some(&format!("localhost:{port}"))).status, 200);
    assert_eq!(server.get_as("/", Some("attacker.example")).status, 421);
}

#[test]
fn other_addresses_than_loopback_are_refused() {
    let place = place();
    let ran = place.run(&["serve", "--listen", "0.0.0.0:0"]);
    assert!(ran.complaint().contains("not a loopback address"), "{}", ran.stderr);
}

#[test]
fn nothing_to_serve_is_said() {
    let ran = Place::new().run(&["serve", "--listen", "127.0.0.1:0"]);
    assert!(ran.complaint().contains("import something first"), "{}", ran.stderr);
}

#[test]
fn a_lost_index_is_made_anew() {
    let place = place();
    std::fs::remove_dir_all(place.data().join("index")).expect("the index");
    assert!(place.serve().page("/search?q=ferry").contains("<mark>"));
    let index = place.data().join("index");
    for entry in std::fs::read_dir(&index).expect("the index").filter_map(Result::ok) {
        if entry.path().is_file() {
            std::fs::write(entry.path(), "damaged").expect("damage");
        }
    }
    assert!(place.serve().page("/search?q=ferry").contains("<mark>"));
}

#[test]
fn reports_arrive_while_pages_are_read() {
    let place = place();
    let server = place.serve();
    assert!(server.page("/search?q=officials").contains("40 reports"));
    place.write("reports.jsonl", article_lines(48));
    place.import(&[]).clean();
    assert!(server.page("/search?q=officials").contains("48 reports"));
}
