//! Archives of other projects, sound, clipped and bad. Skipped with a message where they are not at hand.

use std::path::PathBuf;

use dateline_ingest::archive::{Found, Records, Unpacked, is_archive};

/// The bytes of an archive, where it is there.
#[allow(clippy::disallowed_methods)]
fn data(name: &str) -> Option<Vec<u8>> {
    let root = std::env::var_os("DATELINE_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"), PathBuf::from);
    let path = root.join("warc").join(name);
    if !path.is_file() {
        println!("skipped: no {} (DATELINE_DATA names the folder above)", path.display());
        return None;
    }
    Some(std::fs::read(path).unwrap())
}

/// What each archive comes to: captures, problems, and what was passed over.
const ARCHIVES: &[(&str, usize, usize, &str)] = &[
    ("chatnoir-resiliparse/block-sized-records.warc", 0, 0, "3 records of other kinds"),
    ("chatnoir-resiliparse/block-sized-records.warc.gz", 0, 0, "3 records of other kinds"),
    ("chatnoir-resiliparse/block-sized-records.warc.lz4", 0, 0, "3 records of other kinds"),
    ("chatnoir-resiliparse/clipped.warc.gz", 0, 1, ""),
    ("chatnoir-resiliparse/clueweb-quirk.warc.gz", 29, 0, "1 description of the archive"),
    ("chatnoir-resiliparse/warcfile.warc", 16, 0, "17 requests, 16 metadata records, 1 description of the archive"),
    ("chatnoir-resiliparse/warcfile.warc.gz", 16, 0, "17 requests, 16 metadata records, 1 description of the archive"),
    ("chatnoir-resiliparse/warcfile.warc.lz4", 16, 0, "17 requests, 16 metadata records, 1 description of the archive"),
    ("jwarc/cc.warc.gz", 1, 0, ""),
    ("jwarc/gzip_extra_sl.warc.gz", 0, 0, "1 description of the archive"),
    ("warcio/bad.arc", 1, 3, ""),
    ("warcio/example-bad-non-chunked.warc.gz", 1, 0, "2 requests, 2 descriptions of the archive, 1 revisit"),
    (
        "warcio/example-bad.warc.gz.bad",
        1,
        0,
        "2 requests, 1 description of the archive, 1 revisit, 1 answer that is no success",
    ),
    ("warcio/example-digest.warc", 0, 0, "4 requests"),
    ("warcio/example-iana.org-chunked.warc", 1, 0, "1 request, 1 description of the archive"),
    ("warcio/example-resource.warc.gz", 1, 0, "2 descriptions of the archive"),
    (
        "warcio/example-space-in-target-uri.warc.gz",
        0,
        0,
        "1 description of the archive, 1 file that is no page or feed",
    ),
    ("warcio/example-space-in-url.arc", 0, 1, "1 description of the archive"),
    ("warcio/example-trunc.warc", 0, 1, "1 request, 2 descriptions of the archive"),
    ("warcio/example-wget-bad-target-uri.warc.gz", 1, 0, "1 request, 3 metadata records, 1 description of the archive"),
    ("warcio/example-wrong-chunks.warc.gz", 1, 0, "1 request"),
    ("warcio/example.arc", 1, 0, "1 description of the archive"),
    ("warcio/example.arc.gz", 1, 0, "1 description of the archive"),
    ("warcio/example.warc", 1, 0, "2 requests, 2 descriptions of the archive, 1 revisit"),
    ("warcio/example.warc.gz", 1, 0, "2 requests, 2 descriptions of the archive, 1 revisit"),
    ("warcio/post-test.warc.gz", 3, 0, "3 requests"),
];

#[test]
fn archives_of_other_projects_come_through() {
    let mut wrong = Vec::new();
    for (name, captures, problems, passed) in ARCHIVES {
        let Some(bytes) = data(name) else { return };
        let mut records = Records::new(Unpacked::new(Box::new(&bytes[..])).unwrap());
        let mut came = (0, Vec::new());
        for found in records.by_ref() {
            match found {
                Found::Record(record) => {
                    came.0 += 1;
                    let page = String::from_utf8_lossy(&record.capture.bytes).trim_start().to_lowercase();
                    println!("{name}: {:?}, {} bytes: {:.60}", record.capture.url, page.len(), page.replace('\n', " "));
                }
                Found::Problem(problem) => came.1.push(problem.to_string()),
            }
        }
        let over = records.passed().to_string();
        if (came.0, came.1.len(), over.as_str()) != (*captures, *problems, *passed) {
            wrong.push(format!("{name}: {} captures, {over:?}, {:#?}", came.0, came.1));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn archives_are_known_by_their_first_bytes() {
    for (name, ..) in ARCHIVES {
        let Some(bytes) = data(name) else { return };
        let mut head = vec![0; 4096];
        let read = std::io::Read::read(&mut Unpacked::new(Box::new(&bytes[..])).unwrap(), &mut head).unwrap();
        assert!(is_archive(&head[..read]), "{name}");
    }
}
