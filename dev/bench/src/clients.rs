//! Clients that ask over kept connections, each again as soon as it has its answer or after a pause.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

/// How long answers took.
pub struct Load {
    /// Median, in milliseconds.
    pub median: f64,
    /// 99th percentile, in milliseconds.
    pub high: f64,
    /// Answers a second, all clients together.
    pub each_second: f64,
}

/// Asks for `paths` in turn, `requests` times in all, by `clients` at once, each waiting `pause` between its requests.
pub fn latencies(address: &str, paths: &[String], clients: usize, requests: usize, pause: Duration) -> Result<Load> {
    let begun = Instant::now();
    let mut all: Vec<f64> = thread::scope(|scope| {
        let client = |number: usize| -> Result<Vec<f64>> {
            let mut connection = Connection::open(address)?;
            // Readers do not all turn their pages at the same moment.
            thread::sleep(pause * number as u32 / clients as u32);
            let mine = (0..requests / clients).map(|turn| &paths[(turn * clients + number) % paths.len()]);
            mine.map(|path| {
                let asked = Instant::now();
                connection.get(path)?;
                let took = asked.elapsed();
                thread::sleep(pause);
                Ok(took.as_secs_f64() * 1e3)
            })
            .collect()
        };
        let running: Vec<_> = (0..clients).map(|number| scope.spawn(move || client(number))).collect();
        let ended = running.into_iter().map(|client| client.join().map_err(|_| anyhow::anyhow!("a client failed"))?);
        ended.collect::<Result<Vec<_>>>().map(|lists| lists.concat())
    })?;
    let each_second = all.len() as f64 / begun.elapsed().as_secs_f64();
    all.sort_by(f64::total_cmp);
    let at = |share: f64| all[((all.len() - 1) as f64 * share) as usize];
    Ok(Load { median: at(0.5), high: at(0.99), each_second })
}

/// One page.
pub fn get(address: &str, path: &str) -> Result<String> {
    Connection::open(address)?.get(path)
}

/// The addresses that begin with `prefix` on the front pages, up to `count`.
pub fn links(address: &str, prefix: &str, count: usize) -> Result<Vec<String>> {
    let mut found = BTreeSet::new();
    for number in 1..=count {
        let page = get(address, &format!("/?page={number}"))?;
        let before = found.len();
        let links = page.split("href=\"").skip(1).filter_map(|part| part.split('"').next());
        found.extend(links.filter(|link| link.starts_with(prefix)).map(str::to_owned));
        if found.len() == before || found.len() >= count {
            break;
        }
    }
    Ok(found.into_iter().take(count).collect())
}

/// One kept connection.
struct Connection {
    stream: BufReader<TcpStream>,
    host: String,
}

impl Connection {
    fn open(address: &str) -> Result<Connection> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Connection { stream: BufReader::new(stream), host: address.to_owned() })
    }

    fn get(&mut self, path: &str) -> Result<String> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        self.stream.get_mut().write_all(request.as_bytes())?;
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        ensure!(line.contains(" 200 "), "{path}: {line}");
        let mut length = None;
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            if line == "\r\n" {
                break;
            }
            if let Some((name, value)) =
                line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("content-length"))
            {
                length = Some(value.trim().parse::<usize>().with_context(|| name.to_owned())?);
            }
        }
        let mut body = vec![0; length.context("an answer with a length")?];
        self.stream.read_exact(&mut body)?;
        Ok(String::from_utf8(body)?)
    }
}
