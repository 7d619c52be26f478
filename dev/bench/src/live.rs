//! Following sources: thousands of feeds on loopback kept fresh by one process, manners off.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use dateline_model::Following;
use dateline_store::{Followed, Library, Writer};
use jiff::Timestamp;

use crate::clients::get;
use crate::run::{Fetch, Server, fetch, import};

const SOURCES: usize = 5_000;
/// Reports in each feed.
const REPORTS: usize = 2;
/// No round takes longer.
const PATIENCE: Duration = Duration::from_secs(600);
/// Threads that answer.
const CLERKS: usize = 16;

const WORDS: [&str; 40] = [
    "harbour", "council", "ferry", "bridge", "minister", "budget", "strike", "school", "river", "market", "hospital",
    "tunnel", "the", "of", "in", "a", "for", "with", "after", "before", "said", "closed", "opened", "voted", "planned",
    "delayed", "repaired", "sold", "counted", "measured", "north", "south", "old", "new", "late", "early", "street",
    "square", "winter", "summer",
];

/// Prints the figures; they need `cargo build --release` before.
pub fn run() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let answered = Arc::new(AtomicUsize::new(0));
    let port = serve(&answered)?;
    let list = folder.path().join("feeds.opml");
    std::fs::write(&list, subscriptions(port))?;
    let data = folder.path().join("data");
    import(&list, &data)?;
    println!("dateline, {SOURCES} feeds of {REPORTS} reports on loopback, each on a host of its own");
    let first = fetch(&data, false)?;
    ensure!(answered.load(Ordering::SeqCst) >= SOURCES, "not all were asked");
    figure("first round, every report new", &first, "-");
    let before = answered.load(Ordering::SeqCst);
    let second = fetch(&data, true)?;
    ensure!(answered.load(Ordering::SeqCst) - before == SOURCES, "not all were asked again");
    figure("second round, every answer a 304", &second, "≥ 200 a second, ≤ 1 ms, ≤ 400 MB");
    words_on_stories(&data)?;

    println!("the same by `serve`, pages open");
    let served = folder.path().join("served");
    import(&list, &served)?;
    figure("first round, every report new", &serve_round(&served, &answered)?, "-");
    all_due(&served)?;
    figure("second round, every answer a 304", &serve_round(&served, &answered)?, "≥ 200 a second, ≤ 1 ms, ≤ 400 MB");
    words_on_stories(&served)
}

/// Serves until every source was asked once and what came of it is kept; its start is counted in.
fn serve_round(data: &Path, answered: &AtomicUsize) -> Result<Fetch> {
    let before = answered.load(Ordering::SeqCst);
    let begun = Instant::now();
    let server = Server::following(data)?;
    let done = || answered.load(Ordering::SeqCst) - before >= SOURCES;
    while !done() {
        ensure!(begun.elapsed() < PATIENCE, "not all were asked");
        thread::sleep(Duration::from_millis(5));
    }
    let seconds = begun.elapsed().as_secs_f64();
    ensure!(get(&server.address, "/")?.contains("Dateline"), "pages are served meanwhile");
    while !all_kept(data)? {
        ensure!(begun.elapsed() < PATIENCE, "not all were kept");
        thread::sleep(Duration::from_millis(100));
    }
    let run = Fetch { seconds, processor_seconds: server.processor_seconds(), peak_megabytes: server.peak_megabytes() };
    server.stop()?;
    Ok(run)
}

/// True where every source has answered and is due later.
fn all_kept(data: &Path) -> Result<bool> {
    let now = Timestamp::now();
    let kept = |source: &Followed| source.state.as_ref().is_some_and(|state| state.due > now);
    Ok(Library::open(data)?.followed()?.iter().all(kept))
}

/// Lets every source be due now, as hours later.
fn all_due(data: &Path) -> Result<()> {
    let followed = Library::open(data)?.followed()?;
    let mut writer = Writer::open(data)?;
    for Followed { number, state, .. } in followed {
        let state = Following { due: Timestamp::UNIX_EPOCH, ..state.context("a source that was asked")? };
        writer.set_following(number, &state)?;
    }
    Ok(writer.commit()?)
}

fn figure(name: &str, run: &Fetch, wanted: &str) {
    let each_second = SOURCES as f64 / run.seconds;
    let milliseconds = run.processor_seconds * 1e3 / SOURCES as f64;
    let memory = run.peak_megabytes;
    println!("{name:34} {each_second:6.0} a second, {milliseconds:.2} ms of CPU each, {memory} MB   {wanted}");
}

/// How large the record became: a number without its size says little.
fn words_on_stories(data: &Path) -> Result<()> {
    let size = std::fs::metadata(data.join("record.sqlite")).context("a record")?.len();
    println!("{:34} {} MB", "the record", size >> 20);
    Ok(())
}

fn subscriptions(port: u16) -> String {
    let mut list = String::from("<opml version=\"2.0\"><body>");
    for source in 0..SOURCES {
        let host = format!("127.1.{}.{}", source / 250, source % 250 + 1);
        // Writing to a string does not fail.
        let _ = write!(list, "<outline type=\"rss\" xmlUrl=\"http://{host}:{port}/{source}.xml\"/>");
    }
    list + "</body></opml>"
}

/// Answers on all addresses of this machine's loopback; its port.
fn serve(answered: &Arc<AtomicUsize>) -> Result<u16> {
    let listener = Arc::new(TcpListener::bind("0.0.0.0:0")?);
    let port = listener.local_addr()?.port();
    for _ in 0..CLERKS {
        let (listener, answered) = (listener.clone(), answered.clone());
        thread::spawn(move || {
            while let Ok((stream, from)) = listener.accept() {
                // Nobody but this machine is answered.
                if from.ip().is_loopback() {
                    let _ = answer(stream, &answered);
                }
            }
        });
    }
    Ok(port)
}

fn answer(mut stream: TcpStream, answered: &AtomicUsize) -> Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().context("a request")??;
    let source = first.split(['/', '.']).nth(1).and_then(|number| number.parse::<usize>().ok());
    let known = lines.map_while(Result::ok).take_while(|line| !line.is_empty()).any(|line| line.starts_with("if-none"));
    answered.fetch_add(1, Ordering::SeqCst);
    let Some(source) = source else {
        return Ok(stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")?);
    };
    if known {
        return Ok(stream.write_all(b"HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n")?);
    }
    let body = feed(source);
    let head = format!("HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: {}\r\n\r\n", body.len());
    Ok(stream.write_all((head + &body).as_bytes())?)
}

fn feed(source: usize) -> String {
    let mut feed = format!("<rss version=\"2.0\"><channel><title>Paper {source}</title>");
    for report in 0..REPORTS {
        let mut state = (source * REPORTS + report) as u64;
        let (title, text) = (sentence(&mut state, 7), (0..14).map(|_| sentence(&mut state, 16)).collect::<String>());
        let link = format!("http://paper{source}.example/{report}");
        let _ = write!(feed, "<item><title>{title}</title><link>{link}</link><description>{text}</description></item>");
    }
    feed + "</channel></rss>"
}

/// A made-up sentence; the same state gives the same one.
fn sentence(state: &mut u64, words: usize) -> String {
    let mut sentence = String::from("The");
    for _ in 0..words {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        sentence.push(' ');
        sentence.push_str(WORDS[(*state >> 33) as usize % WORDS.len()]);
    }
    sentence + ". "
}
