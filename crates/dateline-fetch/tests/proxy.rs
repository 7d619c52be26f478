//! Through a forward proxy that tunnels: what it is asked for, and what it is never asked for.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use dateline_fetch::{Allowed, Client, FailureKind, Limits, Proxy, Settings};
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};

mod support;

use support::{Names, Server, ask, http};

/// A proxy that knows hosts by names of its own and lets through whoever says `known`, where that is wanted.
struct Tunnel {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Tunnel {
    async fn new(hosts: &[(&str, SocketAddr)], known: Option<&'static str>) -> Tunnel {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let tunnel = Tunnel { address: listener.local_addr().unwrap(), asked: Arc::default() };
        let asked = tunnel.asked.clone();
        let hosts: HashMap<String, SocketAddr> = hosts.iter().map(|(host, at)| ((*host).to_owned(), *at)).collect();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let (asked, hosts) = (asked.clone(), hosts.clone());
                tokio::spawn(async move {
                    let mut head = Vec::new();
                    while !head.ends_with(b"\r\n\r\n") {
                        head.push(stream.read_u8().await.unwrap());
                    }
                    let head = String::from_utf8(head).unwrap();
                    let to = head.strip_prefix("CONNECT ").unwrap().split(' ').next().unwrap().to_owned();
                    asked.lock().unwrap().push(to.clone());
                    if known.is_some_and(|known| !head.contains(&format!("\r\nProxy-Authorization: {known}\r\n"))) {
                        stream.write_all(b"HTTP/1.1 407 Who are you\r\n\r\n").await.unwrap();
                        return;
                    }
                    let Some(at) = hosts.get(&to) else {
                        stream.write_all(b"HTTP/1.1 403 Not for you\r\n\r\n").await.unwrap();
                        return;
                    };
                    let mut inside = TcpStream::connect(at).await.unwrap();
                    stream.write_all(b"HTTP/1.1 200 Connected\r\nVia: test\r\n\r\n").await.unwrap();
                    // Either end may go away first.
                    let _ = copy_bidirectional(&mut stream, &mut inside).await;
                });
            }
        });
        tunnel
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    fn client(&self, login: &str, names: Names) -> Client {
        let proxy = Some(Proxy::read(&format!("http://{login}{}", self.address)).unwrap());
        let (user_agent, allowed) = ("dateline/test".to_owned(), Allowed::default());
        Client::new(Settings { user_agent, allowed, proxy, limits: Limits::default() }, Arc::new(names))
    }
}

#[tokio::test]
async fn requests_go_through_it_and_every_step_is_judged() {
    let server = Server::at("127.0.0.1", |path| match path {
        "/moved" => http("301 Moved", "Location: http://second.example/feed\r\n", b""),
        "/inside" => http("302 Found", "Location: http://inside.example/\r\n", b""),
        "/address" => http("302 Found", "Location: http://192.168.7.7/\r\n", b""),
        _ => http("200 OK", "", b"through"),
    });
    let server = server.await;
    let hosts = ["only-there.example:80", "second.example:80", "inside.example:80", "192.168.7.7:80", "localhost:80"];
    let tunnel = Tunnel::new(&hosts.map(|host| (host, server.address)), None).await;
    // The first name is the proxy's alone; the second is public, the third leads to the network here.
    let names = Names::default().with("second.example", &[&["93.184.216.34"]]).with("inside.example", &[&["10.0.0.9"]]);
    let client = tunnel.client("", names);
    assert_eq!(ask(&client, "http://only-there.example/feed").await.unwrap().body, b"through");
    let moved = ask(&client, "http://only-there.example/moved").await.unwrap();
    assert_eq!((moved.body.as_slice(), moved.moved.as_deref()), (&b"through"[..], Some("http://second.example/feed")));
    for refused in [
        "http://only-there.example/inside",
        "http://only-there.example/address",
        "http://inside.example/",
        "http://192.168.7.7/",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://localhost/",
        "http://sub.localhost./",
    ] {
        assert_eq!(ask(&client, refused).await.unwrap_err().kind, FailureKind::Refused, "{refused}");
    }
    let asked = tunnel.asked();
    let allowed = ["only-there.example:80", "second.example:80"];
    assert!(asked.iter().all(|to| allowed.contains(&to.as_str())), "{asked:?}");
    assert_eq!((asked.len(), server.hits()), (5, 5), "one tunnel a request");
    assert!(
        server.heads()[0].starts_with("GET /feed HTTP/1.1\r\nhost: only-there.example\r\n"),
        "{:?}",
        server.heads()
    );
}

#[tokio::test]
async fn it_is_told_who_asks_and_its_refusal_is_told_on() {
    let server = Server::at("127.0.0.1", |_| http("200 OK", "", b"through")).await;
    // `name:pass word` in Base64.
    let tunnel = Tunnel::new(&[("quay.example:80", server.address)], Some("Basic bmFtZTpwYXNzIHdvcmQ=")).await;
    let client = tunnel.client("name:pass%20word@", Names::default());
    assert_eq!(ask(&client, "http://quay.example/").await.unwrap().body, b"through");
    assert!(!server.heads()[0].to_lowercase().contains("authorization"), "the server behind it is not told");
    let failure = ask(&client, "http://other.example/").await.unwrap_err();
    assert_eq!(failure.to_string(), "the proxy refuses other.example:80: HTTP/1.1 403 Not for you");
    let unknown = ask(&tunnel.client("", Names::default()), "http://quay.example/").await.unwrap_err();
    assert!(unknown.to_string().contains("407"), "{unknown}");
    assert_eq!(server.hits(), 1);
}
