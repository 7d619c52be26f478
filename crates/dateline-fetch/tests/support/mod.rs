//! A small server that says what it is told, and a resolver that leads where a test wants.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use dateline_fetch::{Allowed, Answer, Ask, Client, Failure, Limits, Resolve, Resolving, Settings};
use jiff::Timestamp;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// Names to the answers they give, one after the other; the last stays.
#[derive(Default)]
pub struct Names {
    answers: HashMap<String, Vec<Vec<IpAddr>>>,
    asked: Mutex<HashMap<String, usize>>,
}

impl Names {
    /// Adds a name with what it leads to at each look-up.
    pub fn with(mut self, name: &str, answers: &[&[&str]]) -> Names {
        let addresses = |words: &&[&str]| words.iter().map(|word| word.parse().unwrap()).collect();
        self.answers.insert(name.to_owned(), answers.iter().map(addresses).collect());
        self
    }

    /// How often `name` was looked up.
    pub fn asked(&self, name: &str) -> usize {
        self.asked.lock().unwrap().get(name).copied().unwrap_or(0)
    }
}

impl Resolve for Names {
    fn resolve<'a>(&'a self, host: &'a str) -> Resolving<'a> {
        let mut asked = self.asked.lock().unwrap();
        let count = asked.entry(host.to_owned()).or_default();
        let answers = self.answers.get(host);
        let answer = answers.and_then(|answers| answers.get(*count).or(answers.last())).cloned();
        *count += 1;
        Box::pin(async move { answer.ok_or_else(|| io::Error::other("no such name")) })
    }
}

/// A server on this machine: gives the same bytes to everybody, and counts who came.
pub struct Server {
    pub address: SocketAddr,
    hits: Arc<AtomicUsize>,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Listens at `ip` and answers each path as `answer` says.
    pub async fn at(ip: &str, answer: impl Fn(&str) -> Vec<u8> + Send + Sync + 'static) -> Server {
        let listener = TcpListener::bind((ip, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let (hits, heads) = (Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(Vec::new())));
        let server = Server { address, hits: hits.clone(), heads: heads.clone() };
        let answer = Arc::new(answer);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                hits.fetch_add(1, Ordering::SeqCst);
                let (answer, heads) = (answer.clone(), heads.clone());
                tokio::spawn(async move {
                    // A tunnel is followed by a request inside of it; any other answer ends the connection.
                    loop {
                        let mut head = Vec::new();
                        while !head.ends_with(b"\r\n\r\n") {
                            let Ok(byte) = stream.read_u8().await else { return };
                            head.push(byte);
                        }
                        let head = String::from_utf8(head).unwrap();
                        let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
                        let tunnel = head.starts_with("CONNECT");
                        heads.lock().unwrap().push(head);
                        // A client that has enough goes away.
                        let _ = stream.write_all(&answer(&path)).await;
                        if path.starts_with("/hang") {
                            tokio::time::sleep(Duration::from_secs(60)).await;
                        }
                        if !tunnel {
                            return;
                        }
                    }
                });
            }
        });
        server
    }

    /// How many connections came.
    pub fn hits(&self) -> usize {
        self.hits.load(Ordering::SeqCst)
    }

    /// The heads of all requests, in order.
    pub fn heads(&self) -> Vec<String> {
        self.heads.lock().unwrap().clone()
    }
}

/// An answer of HTTP.
pub fn http(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n{headers}\r\n", body.len());
    [head.as_bytes(), body].concat()
}

/// A client with short patience.
pub fn client(allowed: Allowed, names: Arc<Names>) -> Client {
    let limits = Limits {
        body: 2 << 20,
        head: 16 << 10,
        redirects: 4,
        connect: Duration::from_millis(300),
        total: Duration::from_secs(3),
    };
    Client::new(Settings { user_agent: "dateline/test".to_owned(), allowed, proxy: None, limits }, names)
}

/// Asks for `url`.
pub async fn ask(client: &Client, url: &str) -> Result<Answer, Failure> {
    client.ask(&Ask { url: url.to_owned(), ..Ask::default() }, Timestamp::UNIX_EPOCH).await
}
