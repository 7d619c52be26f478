//! Web archives go in like folders of pages, from files, zip files and standard input, and come out again the same.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::write::SimpleFileOptions;

use crate::program::Place;
use crate::record::{dump, strings};
use crate::reports::article_lines;

fn page(number: usize) -> String {
    format!(
        "<html lang=en><head><title>Lock {number} opens again</title></head><body><article>\
         <p>The gates of lock {number} on the old canal were opened again on Monday, the canal office said.</p>\
         <p>Boats had waited below lock {number} for three weeks while the gates were mended by two firms.</p>\
         </article></body></html>"
    )
}

/// A `response` record with a page.
fn response(number: usize) -> Vec<u8> {
    let page = page(number);
    let block = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}");
    record("response", "application/http; msgtype=response", &format!("https://canal.example/{number}"), &block)
}

fn record(kind: &str, content_type: &str, address: &str, block: &str) -> Vec<u8> {
    let record = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2025-05-06T07:08:09Z\r\n\
         Content-Type: {content_type}\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
        block.len()
    );
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(record.as_bytes()).expect("gzip");
    encoder.finish().expect("gzip")
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        zip.start_file(*name, options).expect("zip");
        zip.write_all(bytes).expect("zip");
    }
    zip.finish().expect("zip").into_inner()
}

#[test]
fn an_archive_is_read_from_standard_input() {
    let place = Place::new();
    let archive = [record("request", "application/http", "https://canal.example/1", "GET /"), response(1), response(2)];
    let ran = place.pipe(&["extract"], archive.concat());
    assert_eq!((ran.status, ran.stdout.lines().count()), (Some(0), 2), "{ran:?}");
    assert_eq!(ran.stderr, "standard input: 2 records read; passed over: 1 request\n");
    let first: serde_json::Value = serde_json::from_str(ran.stdout.lines().next().expect("a line")).expect("JSON");
    assert_eq!((&first["url"], &first["title"]), (&"https://canal.example/1".into(), &"Lock 1 opens again".into()));
}

#[test]
fn a_damaged_record_is_named_with_its_place_and_the_rest_goes_in() {
    let place = Place::new();
    let mut archive = [response(1), response(2), response(3)];
    let (at, middle) = (archive[0].len(), archive[1].len() / 2);
    archive[1][middle] ^= 0x55;
    let path = place.write("crawl.warc.gz", archive.concat());
    let ran = place.import(&[]);
    let said = ran.complaint();
    let expected = format!("{}: the record at byte {at} cannot be unpacked (", path.display());
    assert!(said.starts_with(&expected) && said.lines().count() == 1, "{said}");
    assert_eq!(ran.stdout, "2 reports read: 2 new, 0 revised, 0 known already; 1 problem, see above\n");
    let empty = record("resource", "text/html", "https://canal.example/4", "<html><body></body></html>");
    let at = response(1).len();
    place.write("crawl.warc.gz", [response(1), empty].concat());
    let said = place.import(&[]).stderr;
    assert!(said.starts_with(&format!("{}, record at byte {at}: no article text found", path.display())), "{said}");
}

#[test]
fn a_wacz_file_is_read_archive_by_archive() {
    let place = Place::new();
    let (first, second) = ([response(1), response(2)].concat(), response(3));
    let files: &[(&str, &[u8])] = &[
        ("datapackage.json", b"{\"profile\":\"data-package\"}"),
        ("archive/data.warc.gz", &first),
        ("indexes/index.cdx", b"no page"),
        ("archive/more.warc.gz", &second),
    ];
    let sound = zipped(files);
    place.write("crawl.wacz", &sound);
    let out = place.run(&["extract", "in/crawl.wacz"]).clean();
    let titles: Vec<bool> = out.lines().zip(1..).map(|(line, n)| line.contains(&format!("Lock {n} opens"))).collect();
    assert_eq!(titles, [true; 3], "{out}");

    place.write("crawl.wacz", &sound[..sound.len() / 2]);
    let ran = place.run(&["extract", "in/crawl.wacz"]);
    let said = ran.complaint();
    assert!(said.starts_with("in/crawl.wacz: a zip file whose list of contents cannot be read ("), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");

    let mut damaged = sound.clone();
    let at = sound.windows(first.len()).position(|bytes| bytes == first).expect("it is stored") + 60;
    damaged[at] ^= 0x55;
    place.write("crawl.wacz", damaged);
    let ran = place.run(&["extract", "in/crawl.wacz"]);
    assert!(ran.complaint().starts_with("in/crawl.wacz/archive/data.warc.gz: the record at byte 0 "), "{}", ran.stderr);
    assert!(ran.stdout.contains("Lock 2 opens") && ran.stdout.contains("Lock 3 opens"), "{}", ran.stdout);

    place.write("crawl.wacz", zipped(&files[..1]));
    let said = place.run(&["extract", "in/crawl.wacz"]).stderr;
    assert!(said.contains("a zip file without web archives"), "{said}");
    let said = place.pipe(&["extract"], &sound).stderr;
    assert!(said.contains("name the file instead"), "{said}");
}

/// The reports of a folder: everything but the names of its captures.
fn articles(place: &Place, folder: &str) -> Vec<String> {
    let path = place.path().join(folder).join("record.sqlite");
    let record = rusqlite::Connection::open(path).expect("the record opens");
    strings(
        &record,
        "SELECT change || ' ' || article || ' ' || record || ' ' || hex(text) FROM revisions ORDER BY change",
    )
}

#[test]
fn an_export_imported_again_gives_the_same_articles() {
    let place = Place::new();
    place.write("crawl.warc.gz", [response(1), response(2)].concat());
    place.write("lines.jsonl", article_lines(8));
    place.write("page.html", page(3));
    assert_eq!(place.import(&[]).status, Some(0));
    place.write("page.html", page(3).replace("three weeks", "four weeks"));
    assert_eq!(place.import(&[]).status, Some(0));
    let said = place.run(&["export", "--warc", "out.warc.gz"]).clean();
    assert_eq!(said, "12 captures written\n");
    let exported = std::fs::read(place.path().join("out.warc.gz")).expect("the archive");
    place.run(&["export", "--warc", "again.warc.gz"]).clean();
    assert_eq!(exported, std::fs::read(place.path().join("again.warc.gz")).expect("the archive"));
    let ran = place.run(&["import", "--data", "second", "out.warc.gz"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""), "{ran:?}");
    assert_eq!(articles(&place, "data"), articles(&place, "second"));
    assert_eq!(dump(&place.data()), dump(&place.path().join("second")), "the whole record is the same");
}

#[test]
fn an_export_that_cannot_be_written_leaves_nothing_behind() {
    let place = Place::new();
    place.write("lines.jsonl", article_lines(1));
    place.import(&[]).clean();
    let ran = place.run(&["export", "--warc", "nowhere/out.warc.gz"]);
    assert!(ran.complaint().starts_with("dateline: nowhere/out.warc.gz cannot be written: "), "{}", ran.stderr);
    let out = place.command(&["export", "--warc", "-"]).output().expect("the binary runs");
    assert!(out.status.success() && out.stdout.starts_with(&[0x1f, 0x8b]), "{}", String::from_utf8_lossy(&out.stderr));
    let ran = place.run(&["export", "--data", "none", "--warc", "out.warc.gz"]);
    assert!(ran.complaint().contains("none"), "{}", ran.stderr);
    assert!(!place.path().join("out.warc.gz").exists() && !place.path().join("out.warc.gz.part").exists());
}
