//! The client against a server on this machine: conditions, redirects, limits, what is sent and what is not.

mod support;

use std::sync::Arc;

use dateline_fetch::{Allowed, Answer, Ask, Failure, FailureKind};
use jiff::Timestamp;
use support::{Names, Server, ask, client, http};

fn allowed() -> Allowed {
    Allowed { networks: vec!["127.0.0.0/8".parse().unwrap()], hosts: Vec::new() }
}

async fn asked(server: &Server, path: &str) -> Result<Answer, Failure> {
    ask(&client(allowed(), Arc::new(Names::default())), &format!("http://{}{path}", server.address)).await
}

#[tokio::test]
async fn it_says_who_it_is_and_sends_no_password() {
    let server =
        Server::at("127.0.0.1", |_| http("200 OK", "ETag: \"a\"\r\nContent-Type: text/xml\r\n", b"<rss/>")).await;
    let client = client(allowed(), Arc::new(Names::default()));
    let url = format!("http://name:secret@{}/feed?a=b#top", server.address);
    let asked =
        Ask { url, etag: Some("\"a\"".to_owned()), last_modified: Some("yesterday".to_owned()), ..Ask::default() };
    let answer = client.ask(&asked, Timestamp::UNIX_EPOCH).await.unwrap();
    assert_eq!(
        (answer.status, answer.body.as_slice(), answer.etag.as_deref()),
        (200, b"<rss/>".as_slice(), Some("\"a\""))
    );
    let head = server.heads()[0].to_lowercase();
    assert!(head.starts_with("get /feed?a=b http/1.1") && head.contains("user-agent: dateline/test"), "{head}");
    assert!(head.contains("if-none-match: \"a\"") && head.contains("if-modified-since: yesterday"), "{head}");
    assert!(!head.contains("secret") && !head.contains("authorization") && !head.contains("cookie"), "{head}");
}

#[tokio::test]
async fn permanent_moves_are_told_apart_from_passing_ones() {
    let server = Server::at("127.0.0.1", |path| match path {
        "/old" => http("301 Moved", "Location: /older\r\n", b""),
        "/older" => http("308 Moved", "Location: new\r\n", b""),
        "/passing" => http("302 Found", "Location: /new\r\n", b""),
        "/mixed" => http("301 Moved", "Location: /passing\r\n", b""),
        "/nowhere" => http("301 Moved", "", b""),
        "/round" => http("302 Found", "Location: /round\r\n", b""),
        _ => http("200 OK", "Cache-Control: max-age=60\r\n", b"here"),
    });
    let server = server.await;
    let moved = asked(&server, "/old").await.unwrap();
    assert_eq!(moved.moved, Some(format!("http://{}/new", server.address)));
    assert_eq!((moved.body.as_slice(), moved.fresh), (b"here".as_slice(), Some(60)));
    for path in ["/passing", "/mixed", "/new"] {
        assert_eq!(asked(&server, path).await.unwrap().moved, None, "{path}");
    }
    assert_eq!(asked(&server, "/nowhere").await.unwrap().status, 301);
    assert_eq!(asked(&server, "/round").await.unwrap_err().kind, FailureKind::Redirects);
}

#[tokio::test]
async fn what_is_too_large_too_long_or_no_http_is_refused() {
    let server = Server::at("127.0.0.1", |path| match path {
        "/large" => http("200 OK", "", &vec![b'a'; 3 << 20]),
        "/endless" => [b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), vec![b'a'; 3 << 20]].concat(),
        "/head" => http("200 OK", &format!("X: {}\r\n", "a".repeat(40_000)), b""),
        "/lines" => http("200 OK", &"X: a\r\n".repeat(500), b""),
        "/noise" => b"220 mail.example ready\r\n\r\n".to_vec(),
        "/short" => b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".to_vec(),
        "/nothing" => Vec::new(),
        "/hang" => b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".to_vec(),
        _ => http("200 OK", "Content-Encoding: gzip\r\n", b"not packed"),
    });
    let server = server.await;
    let cases = [
        ("/large", FailureKind::Large),
        ("/endless", FailureKind::Large),
        ("/head", FailureKind::Unreadable),
        ("/lines", FailureKind::Unreadable),
        ("/noise", FailureKind::Unreadable),
        ("/short", FailureKind::Connection),
        ("/nothing", FailureKind::Connection),
        ("/hang", FailureKind::Slow),
        ("/packed", FailureKind::Unreadable),
    ];
    for (path, kind) in cases {
        let failure = asked(&server, path).await.expect_err(path);
        assert_eq!(failure.kind, kind, "{path}: {failure}");
    }
}
