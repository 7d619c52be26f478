//! The whole program: import, its memory, pages and searches of a running server.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use crate::clients::{Load, latencies};
use crate::run::{Server, import};
use crate::{clients, corpus};

/// Who asks: in words, how many clients, how many requests in all, and the pause of each between two requests.
const LOADS: [(&str, usize, usize, Duration); 3] = [
    ("one reader", 1, 2000, Duration::ZERO),
    ("32 readers, 4 pages a second each", 32, 3200, Duration::from_millis(250)),
    ("32 clients without a pause", 32, 8000, Duration::ZERO),
];

/// Prints the figures; they need `cargo build --release` before.
pub fn run() -> Result<()> {
    let Some(articles) = corpus::read()? else { return Ok(()) };
    let folder = tempfile::tempdir()?;
    let small = folder.path().join("articles.jsonl.gz");
    let large = folder.path().join("four-times.jsonl.gz");
    corpus::write(&small, &articles, 1)?;
    corpus::write(&large, &articles, 4)?;
    println!("dateline, {} cores, {} articles of {} MB of text", cores(), articles.len(), corpus::megabytes(&articles));
    let (data, data_large) = (folder.path().join("data"), folder.path().join("data-large"));
    let first = import(&small, &data)?;
    let count = articles.len() as f64;
    figure("import", format!("{:.0} articles a second ({:.1} s)", count / first.seconds, first.seconds), "≥ 1,000");
    figure("peak memory of the import", format!("{} MB", first.peak_megabytes), "≤ 500 MB");
    let second = import(&large, &data_large)?;
    let times = second.seconds / first.seconds;
    figure("four times as many", format!("{times:.2} times as long ({:.1} s)", second.seconds), "≤ 4.4");
    figure("peak memory of that", format!("{} MB", second.peak_megabytes), "-");
    let again = import(&small, &data)?;
    figure("the same again", format!("{:.0} articles a second", count / again.seconds), "-");
    pages(&data, &articles)
}

fn pages(data: &Path, articles: &[corpus::Article]) -> Result<()> {
    let begun = Instant::now();
    let server = Server::start(data)?;
    clients::get(&server.address, "/")?;
    figure("from start to first page", format!("{:.0} ms", begun.elapsed().as_secs_f64() * 1e3), "≤ 500 ms");
    let stories = clients::links(&server.address, "/story/", 400)?;
    ensure!(stories.len() > 100, "only {} stories on the front pages", stories.len());
    let searches = corpus::searches(articles, 4000);
    for (name, paths) in [("story page", stories), ("search", searches)] {
        for (who, clients, requests, pause) in LOADS {
            let Load { median, high, each_second } = latencies(&server.address, &paths, clients, requests, pause)?;
            let said = format!("median {median:.2} ms, 99th percentile {high:.2} ms, {each_second:.0} a second");
            figure(&format!("{name}, {who}"), said, if clients == 1 { "-" } else { "≤ 5 ms, ≤ 25 ms" });
        }
    }
    figure("memory of the server", format!("{} MB", server.peak_megabytes()), "-");
    Ok(())
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn figure(name: &str, measured: String, wanted: &str) {
    println!("{name:46} {measured:62} {wanted}");
}
