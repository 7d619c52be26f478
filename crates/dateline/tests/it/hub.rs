//! A hub of our own (W3C WebSub), and the program as its subscriber: what is published is in stories within seconds.

use std::collections::HashMap;
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::post;
use ring::hmac;
use rusqlite::Connection;
use url::form_urlencoded;

use crate::live::{allow, count, sentences};
use crate::program::{Place, Server};
use crate::web::{Page, Web};

/// What a subscriber asked for.
type Form = HashMap<String, String>;

/// A hub. `/` confirms and keeps who subscribes, `/private` refuses everybody.
struct Hub {
    address: String,
    asked: Arc<Mutex<Vec<Form>>>,
    /// What subscribers gave back when they were asked: the status, and whether it was the challenge.
    confirmed: Arc<Mutex<Vec<(String, u16, bool)>>>,
}

type Shared = (Arc<Mutex<Vec<Form>>>, Arc<Mutex<Vec<(String, u16, bool)>>>);

async fn asked(State((asked, confirmed)): State<Shared>, Path(way): Path<String>, body: String) -> StatusCode {
    let form: Form = form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    asked.lock().expect("requests").push(form.clone());
    // As most hubs do, it asks back once it has answered.
    std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(100));
        let denied = [("hub.mode", "denied"), ("hub.topic", &form["hub.topic"]), ("hub.reason", "members only")];
        let challenge = [
            ("hub.mode", form["hub.mode"].as_str()),
            ("hub.topic", &form["hub.topic"]),
            ("hub.challenge", "a challenge & more"),
            ("hub.lease_seconds", "864000"),
        ];
        let (status, body) =
            if way == "private" { get(&form["hub.callback"], &denied) } else { get(&form["hub.callback"], &challenge) };
        let given_back = body == "a challenge & more";
        confirmed.lock().expect("answers").push((form["hub.mode"].clone(), status, given_back));
    });
    StatusCode::ACCEPTED
}

impl Hub {
    fn new() -> Hub {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.set_nonblocking(true).expect("a listener");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let hub = Hub { address, asked: Arc::default(), confirmed: Arc::default() };
        let app = Router::new().route("/{way}", post(asked)).with_state((hub.asked.clone(), hub.confirmed.clone()));
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
                axum::serve(listener, app).await.expect("it serves");
            });
        });
        hub
    }

    fn asked(&self) -> Vec<Form> {
        self.asked.lock().expect("requests").clone()
    }

    fn confirmed(&self) -> Vec<(String, u16, bool)> {
        self.confirmed.lock().expect("answers").clone()
    }
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).build().into()
}

fn get(url: &str, query: &[(&str, &str)]) -> (u16, String) {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
    let mut answer = agent().get(format!("{url}?{query}")).call().expect("an answer");
    (answer.status().as_u16(), answer.body_mut().read_to_string().expect("words"))
}

/// Sends `body` as a hub does, signed with `secret`; the status of the answer.
fn send(callback: &str, body: &str, secret: &str) -> u16 {
    let mac = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes()), body.as_bytes());
    let digits: String = mac.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    let request = agent().post(callback).header("Content-Type", "application/rss+xml");
    request.header("X-Hub-Signature", format!("sha256={digits}")).send(body).expect("an answer").status().as_u16()
}

fn feed(hub: &str, itself: &str, titles: &[&str]) -> String {
    let item = |title: &&str| {
        format!(
            "<item><title>{title}</title><link>https://quay.example/{}</link><pubDate>Sat, 28 Nov 2026 10:00:00 GMT\
             </pubDate><description><![CDATA[{}]]></description></item>",
            title.replace(' ', "-"),
            sentences()
        )
    };
    let items: String = titles.iter().map(item).collect();
    format!(
        "<rss version='2.0' xmlns:a='http://www.w3.org/2005/Atom'><channel><title>Quay Courier</title>\
         <a:link rel='hub' href='{hub}'/><a:link rel='self' href='{itself}'/>{items}</channel></rss>"
    )
}

#[track_caller]
fn wait(what: &str, mut there: impl FnMut() -> bool) -> Duration {
    let since = Instant::now();
    while !there() {
        assert!(since.elapsed() < Duration::from_secs(60), "{what} did not come");
        std::thread::sleep(Duration::from_millis(50));
    }
    since.elapsed()
}

/// Serves at `port`, which hubs reach.
fn serve(place: &Place, port: u16) -> Server {
    let mut command = place.command(&["serve", "--listen", &format!("127.0.0.1:{port}")]);
    allow(&mut command);
    command.env("DATELINE_PUBLIC", format!("http://127.0.0.1:{port}/"));
    Server::start(command)
}

fn add(place: &Place, url: &str) {
    let mut command = place.command(&["add", url]);
    allow(&mut command);
    assert!(command.output().expect("it runs").status.success());
}

/// What nobody asked for, and what is too large.
fn is_refused(callback: &str, unknown: &str, topic: &str) {
    let challenge = |topic: &str, mode: &str| {
        [("hub.mode", mode), ("hub.topic", topic), ("hub.challenge", "x")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    for (url, topic, mode) in [
        (unknown, topic, "subscribe"),
        (callback, topic, "subscribe"),
        (callback, topic, "unsubscribe"),
        (callback, "https://other.example/", "denied"),
    ] {
        let query = challenge(topic, mode);
        let query: Vec<(&str, &str)> = query.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(get(url, &query).0, 404, "{mode} {topic}: nobody asked for that");
    }
    let large = "x".repeat(5 << 20);
    let sent = agent().post(callback).send(large.as_str());
    assert!(sent.is_err() || sent.is_ok_and(|answer| answer.status().as_u16() == 413), "too much is refused");
}

#[test]
fn what_a_hub_sends_is_in_stories_within_seconds() {
    let (place, web, hub) = (Place::new(), Web::new(), Hub::new());
    let (topic, private) = (web.at("/feed.xml"), web.at("/private.xml"));
    web.put("/feed.xml", Page::of(feed(&format!("{}/open", hub.address), &topic, &["Pier closes"])));
    // Of the second the headers say where it is pushed from.
    let links = format!("Link: <{}/private>; rel=\"hub\", <{private}>; rel=\"self\"", hub.address);
    let plain = "<rss version='2.0'><channel><title>Members</title></channel></rss>";
    web.put("/private.xml", Page::of(plain).header(&links));
    add(&place, &topic);
    add(&place, &private);
    let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port();
    let mut server = serve(&place, port);

    // Both hubs are asked; one confirms, and what it wants confirmed is given back.
    wait("both confirmations", || hub.confirmed().len() == 2);
    let asked = hub.asked();
    let of = |topic: &str| asked.iter().find(|form| form["hub.topic"] == topic).expect("a request").clone();
    let (form, refused) = (of(&topic), of(&private));
    assert!(hub.confirmed().contains(&("subscribe".to_owned(), 200, true)), "{:?}", hub.confirmed());
    let (callback, secret) = (form["hub.callback"].as_str(), form["hub.secret"].as_str());
    assert!(callback.starts_with(&format!("http://127.0.0.1:{port}/hub/")) && callback.len() > 80, "{callback}");
    assert!(secret.len() >= 32 && secret.len() < 200 && secret != refused["hub.secret"]);
    let lease = "SELECT count(*) FROM pushes WHERE json_extract(state, '$.lease') IS NOT NULL";
    wait("a lease", || count(&place, lease) == 1);
    wait("a page that says so", || {
        let page = server.page("/sources");
        page.contains("pushed by 127.0.0.1") && page.contains("not pushed; 127.0.0.1 refuses: members only")
    });

    // What is published is told to readers at once, whatever the feed itself says.
    let news = feed(&hub.address, &topic, &["Pier reopens"]);
    let since = Instant::now();
    assert_eq!(send(callback, &news, secret), 200);
    assert!(server.page("/story/1").contains("Pier reopens"), "it is in its story when the hub is told so");
    assert!(since.elapsed() < Duration::from_secs(10), "{:?}", since.elapsed());
    wait("a page that says so", || server.page("/sources").contains("last pushed"));

    // What is not signed by the hub is acknowledged and dropped; what was not asked for is refused.
    let forged = feed(&hub.address, &topic, &["Pier sold"]);
    assert_eq!(send(callback, &forged, "a guess"), 202);
    assert_eq!(agent().post(callback).send(forged.as_str()).expect("an answer").status().as_u16(), 202);
    assert_eq!(send(&refused["hub.callback"], &forged, &refused["hub.secret"]), 410, "its hub refused");
    let unknown = format!("http://127.0.0.1:{port}/hub/{}", "0".repeat(64));
    assert_eq!(send(&unknown, &forged, secret), 404);
    is_refused(callback, &unknown, &topic);
    assert_eq!(count(&place, "SELECT count(*) FROM articles"), 2);
    // Hubs come by the public name; the pages are not open under it.
    assert_eq!(server.get_as("/", Some("desk.example")).status, 421);
    assert_eq!(server.get_as("/hub/0", Some("desk.example")).status, 404);
    assert_eq!(server.terminate(), Some(0));

    // After a start it is as it was, and is renewed when its time comes.
    let record = Connection::open(place.data().join("record.sqlite")).expect("the record");
    let late = "UPDATE pushes SET state = json_set(state, '$.due', '2026-01-01T00:00:00Z') WHERE json_extract(state, '$.standing') = 'active'";
    assert_eq!(record.execute(late, []).expect("a change"), 1);
    drop(record);
    let mut server = serve(&place, port);
    let painted = feed(&hub.address, &topic, &["Pier painted"]);
    // Until it has read what it subscribed to, it asks to come again.
    wait("the end of the start", || match send(callback, &painted, secret) {
        503 => false,
        status => status == 200 || panic!("{status}"),
    });
    wait("a renewal", || hub.confirmed().len() == 3);
    assert_eq!(hub.asked()[2]["hub.callback"], callback, "a renewal goes by the same callback");
    assert!(hub.confirmed()[2].2, "{:?}", hub.confirmed());

    // A source that is removed is ended at its hub.
    place.run(&["remove", &topic]).clean();
    wait("an end", || hub.asked().len() == 4);
    assert_eq!(
        (hub.asked()[3]["hub.mode"].as_str(), hub.asked()[3]["hub.callback"].as_str()),
        ("unsubscribe", callback)
    );
    wait("its confirmation", || hub.confirmed().len() == 4);
    assert_eq!(hub.confirmed()[3], ("unsubscribe".to_owned(), 200, true));
    assert_eq!(send(callback, &news, secret), 404);
    wait("an empty table", || count(&place, "SELECT count(*) FROM pushes") == 1);
    assert_eq!(count(&place, "SELECT count(*) FROM articles"), 3);
    assert_eq!(server.terminate(), Some(0));
}
