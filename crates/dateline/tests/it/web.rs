//! A small web server on this machine that says what a test tells it, and remembers what it was asked.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// One request as it came.
#[derive(Clone, Debug)]
pub struct Request {
    pub path: String,
    headers: HashMap<String, String>,
}

impl Request {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(String::as_str).unwrap_or_default()
    }
}

/// What stands at an address.
#[derive(Clone, Debug)]
pub struct Page {
    pub status: &'static str,
    pub headers: String,
    pub body: Vec<u8>,
}

impl Page {
    pub fn of(body: impl Into<Vec<u8>>) -> Page {
        Page { status: "200 OK", headers: String::new(), body: body.into() }
    }

    pub fn status(status: &'static str) -> Page {
        Page { status, ..Page::of("") }
    }

    pub fn header(mut self, line: &str) -> Page {
        self.headers.push_str(&format!("{line}\r\n"));
        self
    }
}

type Pages = Arc<Mutex<HashMap<String, Page>>>;

/// The server. It lives as long as the test's process.
pub struct Web {
    /// `http://127.0.0.1:PORT`.
    pub address: String,
    pages: Pages,
    asked: Arc<Mutex<Vec<Request>>>,
}

impl Web {
    pub fn new() -> Web {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let web = Web { address, pages: Pages::default(), asked: Arc::default() };
        let (pages, asked) = (web.pages.clone(), web.asked.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (pages, asked) = (pages.clone(), asked.clone());
                std::thread::spawn(move || answer(stream, &pages, &asked));
            }
        });
        web
    }

    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Puts a page at `path`, in place of what stood there.
    pub fn put(&self, path: &str, page: Page) {
        self.pages.lock().expect("pages").insert(path.to_owned(), page);
    }

    /// The requests for `path`, in order.
    pub fn asked(&self, path: &str) -> Vec<Request> {
        self.asked.lock().expect("requests").iter().filter(|request| request.path == path).cloned().collect()
    }
}

fn answer(mut stream: TcpStream, pages: &Pages, asked: &Mutex<Vec<Request>>) -> Option<()> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines().map_while(Result::ok);
    let path = lines.next()?.split(' ').nth(1)?.to_owned();
    let headers = lines.take_while(|line| !line.is_empty());
    let headers =
        headers.filter_map(|line| line.split_once(": ").map(|(name, value)| (name.to_lowercase(), value.to_owned())));
    let request = Request { path: path.clone(), headers: headers.collect() };
    let page = pages.lock().ok()?.get(&path).cloned().unwrap_or_else(|| Page::status("404 Not Found"));
    let etag = page.headers.lines().find_map(|line| line.strip_prefix("ETag: ")).unwrap_or_default();
    let same = !etag.is_empty() && request.header("if-none-match") == etag;
    asked.lock().ok()?.push(request);
    let (status, body) = if same { ("304 Not Modified", &[][..]) } else { (page.status, page.body.as_slice()) };
    write!(stream, "HTTP/1.1 {status}\r\nContent-Length: {}\r\n{}\r\n", body.len(), page.headers).ok()?;
    stream.write_all(body).ok()
}
