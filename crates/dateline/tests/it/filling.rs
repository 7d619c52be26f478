//! A newsroom while it is being filled: pages say what is happening and how far it is, and load themselves again.

use std::time::{Duration, Instant};

use crate::live::allow;
use crate::program::{Place, Server};
use crate::reports::article_lines;
use crate::web::Web;

#[test]
fn pages_tell_how_far_the_first_import_is() {
    let place = Place::new();
    std::fs::create_dir(place.data()).expect("an empty folder");
    let server = place.serve();
    let empty = server.page("/");
    assert!(empty.contains("Nothing is here yet") && empty.contains("dateline add URL"), "{empty}");
    assert!(!empty.contains("http-equiv") && !empty.contains("<progress"), "{empty}");
    place.write("reports.jsonl", article_lines(3000));
    let mut import =
        place.command(&["import", place.inputs().to_str().expect("a plain path")]).spawn().expect("it runs");
    let since = Instant::now();
    let mut seen = String::new();
    while !seen.contains("Files are being read: ") {
        assert!(since.elapsed() < Duration::from_secs(60), "{seen}");
        assert!(import.try_wait().expect("it can be asked").is_none(), "it ended unseen");
        std::thread::sleep(Duration::from_millis(50));
        seen = server.page("/");
    }
    assert!(seen.contains("<progress max=\""), "{seen}");
    if seen.contains("The first reports are on their way") {
        assert!(seen.contains("<meta http-equiv=\"refresh\" content=\"5\">"), "{seen}");
    }
    assert!(import.wait().expect("it ends").success());
    std::thread::sleep(Duration::from_millis(1100));
    let full = server.page("/");
    assert!(full.contains("3,000 reports from") && !full.contains("http-equiv"), "{full}");
    assert!(!place.data().join("progress.json").exists());
}

#[test]
fn an_empty_newsroom_with_sources_says_what_they_do() {
    let (place, web) = (Place::new(), Web::new());
    let list =
        format!("<opml version='2.0'><body><outline type='rss' xmlUrl='{}'/></body></opml>", web.at("/none.xml"));
    place.import(&[&place.write("list.opml", list)]).clean();
    let idle = Server::start(place.command(&["serve", "--no-fetch", "--listen", "127.0.0.1:0"]));
    assert!(idle.page("/").contains("There are sources, but nobody asks them"), "{}", idle.page("/"));
    drop(idle);
    let mut command = place.command(&["serve", "--listen", "127.0.0.1:0"]);
    allow(&mut command);
    let server = Server::start(command);
    let since = Instant::now();
    while !server.page("/").contains("All sources were asked, and none had a report") {
        let page = server.page("/");
        assert!(since.elapsed() < Duration::from_secs(60), "{page}");
        assert!(
            page.contains("The first reports are on their way") || page.contains("All sources were asked"),
            "{page}"
        );
        std::thread::sleep(Duration::from_millis(100));
    }
}
