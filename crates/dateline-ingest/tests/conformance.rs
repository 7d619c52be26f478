//! Every source of the list, held against its cases: each is known by its content, read without a problem, and as the
//! snapshot says; cut short or damaged, it is still read without a panic.

mod shown;

use std::path::PathBuf;

use dateline_ingest::{Framing, Reading, SOURCES, Source, read, sniff};
use dateline_model::Capture;
use proptest::prelude::*;

/// The cases of a source: name and bytes, by name.
#[allow(clippy::disallowed_methods)]
fn cases(source: &Source) -> Vec<(String, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(source.name);
    let files = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut cases: Vec<_> = files
        .map(|file| {
            let path = file.unwrap().path();
            (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap())
        })
        .collect();
    cases.sort();
    cases
}

/// Reads a file as its framing says, line by line where it has lines.
fn read_file(source: &Source, bytes: &[u8]) -> Reading {
    if source.framing == Framing::Whole {
        return (source.read)(&Capture::of(bytes));
    }
    let mut whole = Reading::default();
    for (number, line) in (1u64..).zip(bytes.split(|&byte| byte == b'\n')) {
        let reading = (source.read)(&Capture::of(line));
        whole.articles.extend(reading.articles);
        whole.problems.extend(reading.problems.into_iter().map(|problem| problem.at_line(number)));
    }
    whole
}

#[test]
fn each_case_is_known_and_read_as_the_snapshot_says() {
    for source in SOURCES {
        let cases = cases(source);
        assert!(cases.len() >= 2, "{} has too few cases", source.name);
        for (name, bytes) in cases {
            assert_eq!(sniff(&bytes).map(|found| found.name), Some(source.name), "{name}");
            let reading = read_file(source, &bytes);
            assert_eq!(reading.problems, [], "{name}");
            let stem = name.split('.').next().unwrap_or(&name);
            insta::assert_snapshot!(format!("{}__{stem}", source.name), shown::reading(&reading));
        }
    }
}

#[test]
fn every_source_says_what_it_reads() {
    for source in SOURCES {
        assert!(source.about.ends_with('.') && source.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'));
    }
}

#[test]
fn nothing_and_any_prefix_are_read_without_a_panic() {
    assert!(sniff(b"").is_none());
    assert_eq!(read(&Capture::of("")), Reading::default());
    for source in SOURCES {
        assert_eq!((source.read)(&Capture::of("")).articles, []);
        for (_, bytes) in cases(source) {
            for tenth in 0..20 {
                let cut = bytes.len() * tenth / 20;
                read_file(source, &bytes[..cut]);
                let _ = read(&Capture::of(&bytes[..cut]));
            }
        }
    }
}

#[test]
fn binary_data_is_no_source() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0";
    let mut noise: Vec<u8> = (0..4096u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    noise[0] = 0;
    for bytes in [png.as_slice(), &noise, b"%PDF-1.7\nwords and words", &[0; 5000], b"12,13\n14,15\n"] {
        assert_eq!(sniff(bytes).map(|source| source.name), None);
    }
}

#[test]
fn the_same_bytes_give_the_same_articles() {
    for source in SOURCES {
        for (name, bytes) in cases(source) {
            assert_eq!(read_file(source, &bytes), read_file(source, &bytes), "{name}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        for source in SOURCES {
            (source.sniff)(&bytes);
            (source.read)(&Capture::of(bytes.clone()));
        }
    }

    #[test]
    fn shuffled_and_damaged_cases_are_read_without_a_panic(
        seed in any::<usize>(),
        cut in 0.0f64..1.0,
        noise in "[<>&\"'/=! a-z0-9\\n#|•—-]{0,40}",
    ) {
        let source = SOURCES[seed % SOURCES.len()];
        let cases = cases(source);
        let (_, bytes) = &cases[seed / SOURCES.len() % cases.len()];
        let at = (bytes.len() as f64 * cut) as usize;
        let damaged = [&bytes[..at], noise.as_bytes(), &bytes[(at + noise.len() / 2).min(bytes.len())..]].concat();
        for source in SOURCES {
            let reading = read_file(source, &damaged);
            for article in &reading.articles {
                let spans = article.blocks.iter().map(|block| block.span).chain(article.dateline.iter().map(|dateline| dateline.span));
                for span in spans {
                    prop_assert!(article.text.span(span.range()).is_some());
                }
            }
        }
    }
}
