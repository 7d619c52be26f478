//! Every address of the list, and what all answers have in common.

use axum::body::Body;
use axum::http::{HeaderName, Method, Request, StatusCode, header};
use dateline_web::{CONTENT_SECURITY_POLICY, ROUTES};

use crate::store::{empty_town, town};
use crate::words;

/// An address of each route that there is something at, and words of its page.
const EXAMPLES: &[(&str, &str, &str)] = &[
    ("/", "/", "3 reports, 3 outlets 1 of them a copy"),
    ("/story/{id}", "/story/1", "Also carried by Coastline &#60;b&#62;Radio&#60;/b&#62; (93 %)"),
    ("/story/{id}/briefing", "/story/1/briefing", "is an upper bound. A &#38; B Crews of 12 night ferries"),
    ("/story/{id}/origins", "/story/1/origins", "Reported by Where it ends A &#38; B"),
    ("/article/{id}/beside/{other}", "/article/c1/beside/w1", "Words in common"),
    ("/article/{id}", "/article/a%2F1%20%C3%BC", "Crews of 14 night ferries stayed ashore on Monday."),
    ("/article/{id}/changes", "/article/a%2F1%20%C3%BC/changes", "Silent edit Something else is told"),
    ("/changes", "/changes?days=all", "1 change Silent edit Harbour Courier"),
    ("/topics", "/topics", "#2+2/ferries 4"),
    ("/topic/{tag}", "/topic/2%2B2%2Fferries", "Latest news with #2+2/ferries 4 reports, newest first"),
    ("/speakers", "/speakers", "Ferry Company Organisation 4 reports"),
    ("/speaker/{name}", "/speaker/ferry%20company", "Organisation Ferry Company Quoted in 4 reports"),
    ("/outlets", "/outlets", "Harbour Courier 2 reports"),
    ("/sources", "/sources", "No sources yet"),
    ("/search", "/search?q=company&outlet=Harbour+Courier", "2 reports with company"),
    ("/static/{name}", "/static/site.css", "--paper"),
    ("/manifest.webmanifest", "/manifest.webmanifest", "standalone"),
    ("/favicon.ico", "/favicon.ico", "PNG"),
];

#[tokio::test]
async fn every_route_answers() {
    let town = town();
    for route in ROUTES {
        let found = EXAMPLES.iter().find(|(path, _, _)| *path == route.path);
        let (_, address, expected) = found.unwrap_or_else(|| panic!("{} has no example", route.path));
        assert!(!route.what.is_empty());
        let answer = town.get(address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        assert!(words(&answer.body).contains(expected), "{address}: {}", words(&answer.body));
        assert_eq!(answer.header(header::CONTENT_SECURITY_POLICY), CONTENT_SECURITY_POLICY, "{address}");
        assert!(!answer.body.contains("<script") && !answer.body.contains("<b>Radio"), "{address}");
        let head = town.method(Method::HEAD, address).await;
        assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""), "{address}");
        for method in [Method::POST, Method::PUT, Method::DELETE] {
            let refused = town.method(method, address).await;
            assert_eq!(refused.status, StatusCode::METHOD_NOT_ALLOWED, "{address}");
            assert_eq!(refused.header(header::ALLOW), "GET,HEAD", "{address}");
        }
    }
}

#[tokio::test]
async fn every_route_answers_on_an_empty_store() {
    let town = empty_town();
    for address in [
        "/",
        "/?show=all",
        "/topics",
        "/speakers",
        "/speakers?page=9",
        "/outlets",
        "/sources",
        "/changes",
        "/changes?show=headlines&days=all&order=newest&page=7",
        "/search",
        "/search?q=x",
        "/?page=9",
    ] {
        let answer = town.get(address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        let helps = answer.body.contains("dateline import")
            || answer.body.contains("No topics yet")
            || answer.body.contains("on this page")
            || answer.body.contains("dateline follow");
        assert!(helps, "{address}: {}", words(&answer.body));
    }
    for address in ["/story/1", "/article/x", "/topic/x", "/speaker/x", "/speaker/%ff"] {
        assert_eq!(town.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn every_answer_is_protected() {
    let town = town();
    let protecting = [
        "x-content-type-options",
        "referrer-policy",
        "permissions-policy",
        "cross-origin-opener-policy",
        "content-security-policy",
        "cache-control",
    ];
    for address in ["/", "/nowhere", "/story/x", "/static/icon.svg", "/static/none", "/search?q=%22-%22"] {
        let answer = town.get(address).await;
        for name in protecting {
            assert!(!answer.header(HeaderName::from_static(name)).is_empty(), "{address} lacks {name}");
        }
    }
    assert!(!CONTENT_SECURITY_POLICY.contains("unsafe"));
}

#[tokio::test]
async fn a_merged_story_leads_to_the_one_it_is_now() {
    let town = town();
    let moved = town.get("/story/2?order=newest").await;
    assert_eq!(
        (moved.status, moved.header(header::LOCATION)),
        (StatusCode::PERMANENT_REDIRECT, "/story/1?order=newest")
    );
    assert_eq!(town.get("/story/01").await.header(header::LOCATION), "/story/1");
}

#[tokio::test]
async fn the_front_page_begins_with_what_several_report() {
    let town = town();
    let front = words(&town.get("/").await.body);
    assert!(front.contains("Night ferries stay in port") && !front.contains("A cow on the line"), "{front}");
    assert!(front.contains("stayed ashore on Monday. Harbour Courier"), "the lead's outlet is named: {front}");
    assert!(front.contains("A &#60;sample&#62;."));
    let all = words(&town.get("/?show=all").await.body);
    assert!(
        all.contains("A cow on the line") && all.contains("1 report, 1 outlet newest 5 March 2025 (yesterday)"),
        "{all}"
    );
    let outlet = words(&town.get("/?outlet=Harbour+Courier").await.body);
    assert!(outlet.contains("Stories reported by Harbour Courier") && outlet.contains("A cow on the line"), "{outlet}");
    let nobody = words(&town.get("/?outlet=Nobody").await.body);
    assert!(nobody.contains("No story has a report of “Nobody”."), "{nobody}");
}

#[tokio::test]
async fn a_changed_report_shows_its_change() {
    let town = town();
    let page = town.get("/article/a%2F1%20%C3%BC").await.body;
    assert!(page.contains("2 versions: what was changed"), "{page}");
    assert!(words(&page).contains("Silent edit 5 March 2025, 09:30 Figure changed: 12 → 14"), "{}", words(&page));
    let changes = town.get("/article/a%2F1%20%C3%BC/changes").await.body;
    assert!(changes.contains("Crews of <del>12</del> <ins>14</ins> night"), "{changes}");
    assert!(words(&changes).contains("Withdrawn. Nothing has stood at its address since 6 March 2025, 08:00"));
    let story = words(&town.get("/story/1").await.body);
    assert!(
        story.contains("09:30 Harbour Courier changed Night ferries stay in port Silent edit Figure changed: 12 → 14"),
        "{story}"
    );
    assert!(
        story.contains("08:00 Harbour Courier withdrew Night ferries stay in port")
            && story.contains("Followed: its reports")
    );
    assert!(words(&town.get("/story/3").await.body).contains("dateline follow 3"));
    assert!(words(&town.get("/changes").await.body).contains("Withdrawn Harbour Courier noticed 6 March 2025"));
    assert!(words(&town.get("/changes?show=corrections").await.body).contains("No corrections in the last 30 days"));
}

#[tokio::test]
async fn what_is_not_there_is_said_in_the_same_design() {
    let town = town();
    for address in ["/nowhere", "/story/99", "/story/x%2Fy", "/article/%ff", "/topic/none", "/article/", "/story/1/"] {
        let answer = town.get(address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert!(answer.body.contains("class=\"masthead\""), "{address}");
    }
}

#[tokio::test]
async fn a_search_that_cannot_be_understood_is_answered_with_a_sentence() {
    let town = town();
    let answer = town.get("/search?q=---").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(
        words(&answer.body).contains("names no word to look for: write at least one word or number."),
        "{}",
        words(&answer.body)
    );
    let day = town.get("/search?q=ferries&from=yesterday").await;
    assert!(words(&day.body).contains("“yesterday” is not a day: write it as 2025-06-21."));
    assert!(words(&town.get("/search?q=zebra").await.body).contains("No report has all of these words."));
    let filtered = words(&town.get("/search?language=ja").await.body);
    assert!(filtered.contains("1 report ") && filtered.contains("夜間フェリー"), "{filtered}");
}

#[tokio::test]
async fn files_are_kept_by_the_browser() {
    let town = town();
    let page = town.get("/").await.body;
    let styles = page.split('"').find(|part| part.starts_with("/static/site.css?v=")).expect("a stylesheet");
    let answer = town.get(styles).await;
    assert_eq!(answer.header(header::CACHE_CONTROL), "public, max-age=31536000, immutable");
    let tag = answer.header(header::ETAG).to_owned();
    let again = Request::get("/static/site.css").header(header::IF_NONE_MATCH, tag).body(Body::empty());
    let again = town.ask(again.expect("a request")).await;
    assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    assert_eq!(again.header(header::CACHE_CONTROL), "no-cache");
    assert_eq!(town.get("/static/tokens.css").await.status, StatusCode::NOT_FOUND);
    assert_eq!(town.get("/static/..%2FCargo.toml").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn answers_are_compressed_for_those_who_ask() {
    let request = Request::get("/").header(header::ACCEPT_ENCODING, "gzip").body(Body::empty());
    let answer = town().ask(request.expect("a request")).await;
    assert_eq!(answer.header(header::CONTENT_ENCODING), "gzip");
}
