//! A large archive is read in little memory: the peak is measured while a generated one goes through.

use std::io::Write;
use std::process::Stdio;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::program::Place;

/// Uncompressed size in MB: small for every day; `DATELINE_LARGE=1024` measures what is promised.
fn megabytes() -> usize {
    std::env::var("DATELINE_LARGE").ok().and_then(|size| size.parse().ok()).unwrap_or(96)
}

/// Peak resident memory that is promised.
const MOST_KIB: u64 = 300 * 1024;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("gzip");
    encoder.finish().expect("gzip")
}

/// A page of some 100 KB, most of it furniture as pages have it, with paragraphs that no other page has.
fn page(number: usize) -> String {
    let paragraph = |at: usize| {
        let draw = number.wrapping_mul(2_654_435_761).wrapping_add(at * 40_503);
        format!(
            "<p>Gauge {draw} at weir {number} stood {at} hands above the mark of {}, the wardens wrote.</p>\n",
            draw % 977
        )
    };
    let script = format!("<script>var shelf = [{}];</script>\n", "\"0123456789abcdef\",".repeat(4_400));
    let body: String = (0..60).map(paragraph).collect();
    format!(
        "<html lang=en><head><title>Weir {number}</title>{script}</head><body><article>{body}</article></body></html>"
    )
}

fn response(number: usize, content_type: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n\r\n");
    let mut record = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://weirs.example/{number}\r\n\
         WARC-Date: 2025-05-06T07:08:09Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{head}",
        head.len() + body.len()
    )
    .into_bytes();
    record.extend_from_slice(body);
    record.extend_from_slice(b"\r\n\r\n");
    gzip(&record)
}

/// Peak resident memory of a process so far, in KiB.
fn peak(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}

/// Runs with `chunks` on standard input. Gives the exit status, the peak, and what was said.
fn run_with(place: &Place, arguments: &[&str], chunks: impl Iterator<Item = Vec<u8>>) -> (Option<i32>, u64, String) {
    let mut command = place.command(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("the binary runs");
    let mut stdin = child.stdin.take().expect("standard input");
    let process = child.id();
    let mut most = 0;
    for chunk in chunks {
        stdin.write_all(&chunk).expect("the binary reads on");
        most = most.max(peak(process).unwrap_or(0));
    }
    drop(stdin);
    let watch = std::thread::spawn(move || {
        let mut most = 0;
        while let Some(now) = peak(process) {
            most = most.max(now);
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        most
    });
    let output = child.wait_with_output().expect("the binary ends");
    let after = watch.join().expect("the watch ends");
    (output.status.code(), most.max(after), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn an_archive_goes_through_in_bounded_memory() {
    let pages = megabytes() * (1 << 20) / page(0).len();
    let oversized = vec![b'a'; 65 << 20];
    let chunks = (0..pages)
        .map(|number| response(number, "text/html", page(number).as_bytes()))
        .chain([response(pages, "text/html", &oversized), response(pages + 1, "video/mp4", &oversized)]);
    let place = Place::new();
    let (status, most, said) = run_with(&place, &["extract"], chunks);
    println!("{} MB in {pages} pages: peak {} MB", megabytes(), most >> 10);
    assert!(most > 0 && most < MOST_KIB, "{most} KiB");
    assert_eq!(status, Some(1));
    assert!(said.contains("is longer than 64 MB; it was left out, the rest is read"), "{said}");
    assert!(said.contains(&format!("{pages} records read; passed over: 1 file that is no page or feed")), "{said}");
}

#[test]
fn a_bomb_goes_through_in_bounded_memory() {
    let zeros = vec![0; 1 << 20];
    let place = Place::new();
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let head = "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 1073741824\r\n\r\n";
    encoder.write_all(head.as_bytes()).expect("gzip");
    for _ in 0..1024 {
        encoder.write_all(&zeros).expect("gzip");
    }
    let bomb = encoder.finish().expect("gzip");
    assert!(bomb.len() < 2 << 20);
    let rest = response(1, "text/html", page(1).as_bytes());
    let (status, most, said) = run_with(&place, &["extract"], [bomb, rest].into_iter());
    assert_eq!(status, Some(1), "{said}");
    assert!(most < MOST_KIB, "{most} KiB");
    assert!(said.contains("byte 0 "), "{said}");
}
