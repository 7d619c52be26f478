//! Web archives made here, sound and damaged, in every packing: what is read, what is told, where reading goes on.

use std::io::{Read, Write};

use dateline_ingest::archive::{Found, Passed, PassedOver, Records, Unpacked};
use dateline_model::Capture;
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;

/// A record of a kind with a block.
fn record(kind: &str, number: usize, content_type: &str, block: &str) -> Vec<u8> {
    format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://news.example/{number}\r\n\
         WARC-Date: 2025-03-{:02}T10:00:00Z\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
        number % 28 + 1,
        block.len()
    )
    .into_bytes()
}

fn page(number: usize) -> String {
    format!("<html><p>Page {number} of the harbour paper tells of boats, of nets and of the weather at sea.</p></html>")
}

fn answer(number: usize, head: &str, body: &str) -> Vec<u8> {
    record("response", number, "application/http; msgtype=response", &format!("HTTP/1.1 {head}\r\n\r\n{body}"))
}

fn sound(number: usize) -> Vec<u8> {
    answer(number, "200 OK\r\nContent-Type: text/html", &page(number))
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    zstd::encode_all(bytes, 1).unwrap()
}

fn lz4(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = lz4_flex::frame::FrameEncoder::new(Vec::new());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// Every packing: as it is, a member a record, and all records in one member.
fn packings(records: &[Vec<u8>]) -> Vec<(&'static str, Vec<u8>)> {
    let whole = records.concat();
    let each = |pack: fn(&[u8]) -> Vec<u8>| records.iter().flat_map(|record| pack(record)).collect::<Vec<u8>>();
    vec![
        ("gzip", each(gzip)),
        ("zstd", each(zstd)),
        ("lz4", each(lz4)),
        ("one gzip", gzip(&whole)),
        ("one zstd", zstd(&whole)),
        ("one lz4", lz4(&whole)),
        ("plain", whole),
    ]
}

struct Came {
    captures: Vec<Capture>,
    problems: Vec<String>,
    passed: Passed,
}

fn read(bytes: &[u8]) -> Came {
    read_from(Box::new(bytes))
}

fn read_from(stream: Box<dyn std::io::BufRead + '_>) -> Came {
    let mut records = Records::new(Unpacked::new(stream).unwrap());
    let (mut captures, mut problems) = (Vec::new(), Vec::new());
    for found in records.by_ref() {
        match found {
            Found::Record(record) => captures.push(record.capture),
            Found::Problem(problem) => problems.push(problem.to_string()),
        }
    }
    Came { captures, problems, passed: records.passed().clone() }
}

fn numbers(came: &Came) -> Vec<usize> {
    let number = |capture: &Capture| capture.url.as_deref()?.rsplit('/').next()?.parse().ok();
    came.captures.iter().filter_map(number).collect()
}

#[test]
fn every_packing_gives_the_same_records() {
    let records: Vec<Vec<u8>> = (0..9).map(sound).collect();
    for (name, archive) in packings(&records) {
        let came = read(&archive);
        assert_eq!((numbers(&came), came.problems), ((0..9).collect(), vec![]), "{name}");
        assert_eq!(came.captures[3].bytes, page(3).as_bytes(), "{name}");
        assert_eq!(came.captures[3].captured.unwrap().to_string(), "2025-03-04T10:00:00Z", "{name}");
        assert_eq!(came.captures[3].content_type.as_deref(), Some("text/html"), "{name}");
    }
}

#[test]
fn a_zstd_archive_may_open_with_a_dictionary() {
    let samples: Vec<Vec<u8>> = (0..400).map(sound).collect();
    let dictionary = zstd::dict::from_samples(&samples, 4096).unwrap();
    let mut packer = zstd::bulk::Compressor::with_dictionary(3, &dictionary).unwrap();
    for stored in [dictionary.clone(), zstd(&dictionary)] {
        let mut archive = vec![0x5d, 0x2a, 0x4d, 0x18];
        archive.extend_from_slice(&(stored.len() as u32).to_le_bytes());
        archive.extend_from_slice(&stored);
        (0..5).for_each(|number| archive.extend(packer.compress(&sound(number)).unwrap()));
        let came = read(&archive);
        assert_eq!((numbers(&came), came.problems), (vec![0, 1, 2, 3, 4], vec![]));
    }
}

#[test]
fn what_holds_no_report_is_passed_over_and_counted() {
    let archive = [
        record("warcinfo", 0, "application/warc-fields", "software: none\r\n"),
        record("request", 1, "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"),
        record("metadata", 1, "application/warc-fields", "via: none\r\n"),
        record("revisit", 1, "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n\r\n"),
        record("continuation", 1, "application/http", "rest"),
        answer(2, "404 Not Found\r\nContent-Type: text/html", &page(2)),
        answer(3, "301 Moved\r\nLocation: /", ""),
        answer(4, "200 OK\r\nContent-Type: image/png", "\u{1}PNG"),
        record("resource", 5, "text/html", &page(5)),
        record("conversion", 6, "text/plain", "Words."),
        sound(7),
    ]
    .concat();
    let came = read(&archive);
    assert_eq!((numbers(&came), came.problems), (vec![5, 6, 7], vec![]));
    assert_eq!(
        came.passed.to_string(),
        "1 request, 1 metadata record, 1 description of the archive, 1 revisit, 1 record of another kind, \
         2 answers that are no success, 1 file that is no page or feed"
    );
    assert_eq!(came.passed.of(PassedOver::Status), 2);
}

#[test]
fn arc_records_are_read() {
    let block = format!("HTTP/1.0 200 OK\nContent-Type: text/html\n\n{}", page(1));
    let archive = format!(
        "filedesc://a.arc 0.0.0.0 20140216050221 text/plain 67\n1 0 Nobody\n\
         URL IP-address Archive-date Content-type Archive-length\n\n\n\n\n\n\nhttps://news.example/1 10.0.0.1 20140216050221 text/html {}\n{block}\n\
         https://news.example/2 10.0.0.1 20140216050222 text/html abc\nlost\n\
         https://news.example/a b/3 10.0.0.1 20140216050223 text/plain 6\nWords.\n",
        block.len()
    );
    for archive in [archive.clone().into_bytes(), gzip(archive.as_bytes())] {
        let came = read(&archive);
        assert_eq!(numbers(&came), [1, 3]);
        assert_eq!(came.captures[0].bytes, page(1).as_bytes());
        assert_eq!(came.captures[1].captured.unwrap().to_string(), "2014-02-16T05:02:23Z");
        assert_eq!(came.problems.len(), 1, "{:?}", came.problems);
        assert!(came.problems[0].contains("“abc” is no length of a record"), "{:?}", came.problems);
    }
}

#[test]
fn damage_in_one_member_costs_one_record() {
    let records: Vec<Vec<u8>> = (0..9).map(sound).collect();
    for (name, pack) in [("gzip", gzip as fn(&[u8]) -> Vec<u8>), ("zstd", zstd), ("lz4", lz4)] {
        let members: Vec<Vec<u8>> = records.iter().map(|record| pack(record)).collect();
        let offset: usize = members[..4].iter().map(Vec::len).sum();
        for at in [1, members[4].len() / 2, members[4].len() - 1] {
            let mut archive = members.concat();
            archive[offset + at] ^= 0x55;
            let came = read(&archive);
            let read = numbers(&came);
            let others = [0, 1, 2, 3, 5, 6, 7, 8];
            assert!(
                others.iter().all(|number| read.contains(number)),
                "{name}, byte {at}: {read:?} {:?}",
                came.problems
            );
            // Without a checksum of its own a frame may be wrong and not show it.
            let told = came.problems.iter().any(|problem| problem.contains(&format!("byte {offset}")));
            assert!(told || name != "gzip" || read.len() == 9, "{name}, byte {at}: {:?}", came.problems);
        }
    }
}

#[test]
fn a_wrong_length_costs_one_record() {
    let text = String::from_utf8(sound(4)).unwrap();
    let (_, rest) = text.split_once("Content-Length: ").unwrap();
    let right: usize = rest.split_once("\r\n").unwrap().0.parse().unwrap();
    for wrong in ["-1", "x", "0", "7", "100000", "99999999999999999999", "9223372036854775807"] {
        let bad = text.replace(&format!("Content-Length: {right}"), &format!("Content-Length: {wrong}"));
        let records: Vec<Vec<u8>> =
            (0..9).map(|number| if number == 4 { bad.clone().into_bytes() } else { sound(number) }).collect();
        for (name, archive) in packings(&records) {
            let came = read(&archive);
            assert_eq!(numbers(&came), [0, 1, 2, 3, 5, 6, 7, 8], "{wrong}, {name}: {:?}", came.problems);
            assert_eq!(came.problems.len(), 1, "{wrong}, {name}: {:?}", came.problems);
        }
    }
    let plain: Vec<u8> = [sound(0), text.replace(&right.to_string(), "7").into_bytes()].concat();
    let place = format!("the record at byte {} is damaged", sound(0).len());
    assert!(read(&plain).problems[0].starts_with(&place), "{:?}", read(&plain).problems);
}

#[test]
fn an_archive_that_breaks_off_keeps_what_came_before() {
    let records: Vec<Vec<u8>> = (0..5).map(sound).collect();
    let last = records[4].len();
    for (name, archive) in packings(&records) {
        for missing in [10, last / 4] {
            let came = read(&archive[..archive.len() - missing]);
            // lz4 and zstd decode a block at a time: with all records in one, none is there without its end.
            if !name.starts_with("one ") {
                assert_eq!(numbers(&came)[..4], [0, 1, 2, 3], "{name}: {:?}", came.problems);
            }
            assert!(!came.problems.is_empty(), "{name}, {missing} bytes missing");
        }
    }
}

#[test]
fn rubbish_between_records_is_told_and_passed_over() {
    let archive = [sound(0), b"rubbish\nWARC/x\nhttp://more rubbish\n".to_vec(), sound(1)].concat();
    let came = read(&archive);
    assert_eq!(numbers(&came), [1], "the record before it has no sound end");
    assert_eq!(came.problems.len(), 1, "{:?}", came.problems);
    let archive = [gzip(&sound(0)), gzip(b"rubbish\n"), gzip(&sound(1))].concat();
    assert_eq!(numbers(&read(&archive)).last(), Some(&1));
}

/// A record whose payload is `length` times one byte, made as it is read.
fn endless(content_type: &str, length: u64) -> Box<dyn std::io::BufRead> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://news.example/0\r\n\
         Content-Type: {content_type}\r\nContent-Length: {length}\r\n\r\n"
    );
    let tail = [b"\r\n\r\n".to_vec(), sound(1)].concat();
    let stream = std::io::Cursor::new(head).chain(std::io::repeat(b'a').take(length)).chain(std::io::Cursor::new(tail));
    Box::new(std::io::BufReader::with_capacity(64 * 1024, stream))
}

#[test]
fn a_record_over_the_limit_is_passed_over() {
    let came = read_from(endless("text/html", 80 << 20));
    assert_eq!(numbers(&came), [1]);
    assert_eq!(came.problems, ["the record at byte 0 is longer than 64 MB; it was left out, the rest is read"]);
    let came = read_from(endless("video/mp4", 80 << 20));
    assert_eq!((numbers(&came), came.problems, came.passed.of(PassedOver::Media)), (vec![1], vec![], 1));
}

#[test]
fn a_bomb_as_content_encoding_is_passed_over() {
    let zeros = gzip(&vec![0; 100 << 20]);
    let mut bomb = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n".to_vec();
    bomb.extend_from_slice(&zeros);
    let mut archive = format!("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {}\r\n\r\n", bomb.len()).into_bytes();
    archive.extend_from_slice(&bomb);
    archive.extend_from_slice(b"\r\n\r\n");
    archive.extend_from_slice(&sound(1));
    let came = read(&archive);
    assert_eq!(numbers(&came), [1]);
    assert_eq!(came.problems, ["the record at byte 0 is longer than 64 MB; it was left out, the rest is read"]);
}

#[test]
fn records_that_lie_about_their_length_do_not_make_work_without_end() {
    let liar = "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 60000000\r\n\r\n";
    let came = read(liar.repeat(200_000).as_bytes());
    assert!(came.captures.is_empty() && !came.problems.is_empty());
    let false_members = [gzip(&sound(0)), [0x1f, 0x8b, 0x08].repeat(500_000)].concat();
    assert_eq!(numbers(&read(&false_members)), [0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_damage_is_a_panic(packing in 0usize..7, at in any::<prop::sample::Index>(), value: u8, cut in any::<prop::sample::Index>()) {
        let records: Vec<Vec<u8>> = (0..4).map(sound).collect();
        let (_, mut archive) = packings(&records).swap_remove(packing);
        let at = at.index(archive.len());
        archive[at] = value;
        read(&archive);
        archive.truncate(cut.index(archive.len()));
        read(&archive);
    }
}
