//! Sizes and bytes made to exhaust a reader: bombs, endless lines, a million attributes, text that is not what it says.
//! What is read is bounded, and what was cut or damaged is told.

mod told;

use std::io::{Read, Write};

use dateline_ingest::archive::Unpacked;
use dateline_ingest::{Reading, read, sniff};
use dateline_model::Capture;
use flate2::Compression;
use flate2::write::GzEncoder;
use told::{problems, read_as};

const PARAGRAPH: &str =
    "<p>The harbour board voted on Tuesday to raise the fares on all four of its ferry routes by a quarter.</p>";
const WORDS: &str =
    "The harbour board voted on Tuesday to raise the fares on all four of its ferry routes by a quarter.";
/// A second paragraph, with letters that take two bytes.
const UMLAUTS: &str = "Über sechzig Fähren fahren jede Stunde nach Sora, teilte die Behörde für Häfen später mit.";

const MILLION: usize = 1_000_000;
const MIB: usize = 1 << 20;

/// The text of the one report of a page, and what was told.
fn text_of(page: impl Into<Vec<u8>>) -> (String, Vec<String>) {
    let reading = read_as("html", page);
    assert_eq!(reading.articles.len(), 1, "{:?}", reading.problems);
    assert_eq!(reading.articles[0].title.as_deref(), Some("Fares rise"));
    (reading.articles[0].text.as_str().to_owned(), problems(&reading))
}

fn page(inside: &str) -> String {
    format!("<html><head><title>Fares rise</title></head><body>{inside}</body></html>")
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

/// Unpacks `packed` as far as it goes: how many bytes came, and what stopped it.
fn unpack(packed: &[u8]) -> (u64, Option<String>) {
    let mut unpacked = Unpacked::new(Box::new(packed)).expect("a file");
    let mut buffer = vec![0; MIB];
    let mut came = 0;
    loop {
        match unpacked.read(&mut buffer) {
            Ok(0) => return (came, None),
            Ok(read) => came += read as u64,
            Err(error) => return (came, Some(error.to_string())),
        }
    }
}

/// A file may unpack to a gibibyte and 200 times its size beyond that (`ALLOWED` and `RATIO` of `archive::unpacked`).
#[test]
fn a_file_of_zeros_comes_to_an_end() {
    let member = gzip(&vec![0; 16 * MIB]);
    let (few, many) = (member.repeat(64), member.repeat(128));
    assert!(many.len() < 4 * MIB);
    // As it is stored, it is no page, no feed, no text.
    assert!(sniff(&few).is_none());
    assert_eq!(read(&Capture::of(few.clone())), Reading::default());
    assert_eq!(unpack(&few), (1 << 30, None));
    let (came, stopped) = unpack(&many);
    assert_eq!(stopped.as_deref(), Some("it unpacks to more than 200 times its size"));
    assert!(came >= 1 << 30 && came <= (1 << 30) + 200 * many.len() as u64, "{came}");
    // Nor are the zeros themselves.
    let mut zeros = Vec::new();
    let unpacked = Unpacked::new(Box::new(&few[..])).expect("a file");
    unpacked.take(MIB as u64).read_to_end(&mut zeros).expect("zeros");
    assert!(sniff(&zeros).is_none());
}

#[test]
fn a_page_that_unpacks_to_more_than_a_page_is_cut() {
    for (filling, told) in [
        (b' ', "the page is longer than 16 MiB; its first 16 MiB were read"),
        (0, "33554432 NUL characters in the text; they were left out"),
    ] {
        let packed = [gzip(page(PARAGRAPH).as_bytes()), gzip(&vec![filling; 32 * MIB])].concat();
        let mut bytes = Vec::new();
        let mut unpacked = Unpacked::new(Box::new(&packed[..])).expect("a file");
        unpacked.read_to_end(&mut bytes).expect("a page");
        assert_eq!(text_of(bytes), (WORDS.to_owned(), vec![told.to_owned()]));
    }
}

#[test]
fn a_page_of_one_line_of_twenty_megabytes_is_cut() {
    let cut = "the page is longer than 16 MiB; its first 16 MiB were read".to_owned();
    let prose = format!("<p>{}</p>", "The fares rise again. ".repeat(20 * MIB / 22));
    let word = format!("{PARAGRAPH}<p>{}</p>", "x".repeat(20 * MIB));
    let attribute = format!("{PARAGRAPH}<p title='{}'>Fares</p>", "x".repeat(20 * MIB));
    for (inside, opening) in [(prose, "The fares rise again."), (word, WORDS), (attribute, WORDS)] {
        let (text, told) = text_of(page(&inside));
        assert!(text.starts_with(opening) && text.len() <= 16 * MIB, "{}", text.len());
        assert_eq!(told, std::slice::from_ref(&cut));
    }
}

#[test]
fn two_hundred_thousand_links_are_read_in_one_pass() {
    for links in [
        "<a href='/x'>Fares</a> ".repeat(200_000),
        "<a href='/x'>Fares ".repeat(200_000),
        "<p><a href='/x'>Fares</a></p>".repeat(200_000),
        "<ul><li><a href='/x'>Fares</a></ul>".repeat(200_000),
        "</a>".repeat(200_000),
        "<a href='#".repeat(200_000),
    ] {
        let (text, told) = text_of(page(&format!("{PARAGRAPH}<p>{UMLAUTS}</p>{links}")));
        assert!(text.contains(WORDS) && text.contains(UMLAUTS), "{}", &links[..40]);
        assert!(text.len() <= WORDS.len() + UMLAUTS.len() + 6 * 200_000 + 2, "{}", text.len());
        assert!(told.iter().all(|told| told.ends_with("; its visible text was kept")), "{told:?}");
    }
}

#[test]
fn a_million_attributes_hide_nothing() {
    let attributes: String = (0..MILLION).map(|number| format!(" a{number}='x'")).collect();
    for inside in [
        format!("<p{attributes}>{UMLAUTS}</p>{PARAGRAPH}"),
        format!("<div{attributes}><p>{UMLAUTS}</p>{PARAGRAPH}</div>"),
        format!("<p>{UMLAUTS}</p>{PARAGRAPH}<img{attributes}>"),
    ] {
        assert_eq!(text_of(page(&inside)), (format!("{UMLAUTS}\n{WORDS}"), vec![]));
    }
    let metas = format!("<html lang=de><meta{attributes} name=author content='Ann Lee'>{PARAGRAPH}");
    let reading = read_as("html", metas);
    assert_eq!(reading.articles[0].bylines, ["Ann Lee"]);
    assert_eq!(reading.articles[0].language.as_ref().map(ToString::to_string).as_deref(), Some("de"));
    let list = format!("<opml><outline{attributes} xmlUrl='https://post.example/rss' text='Post'/></opml>");
    let reading = read_as("opml", list);
    assert_eq!((reading.subscriptions[0].title.as_deref(), reading.problems.len()), (Some("Post"), 0));
    let map = format!("<urlset{attributes}><url{attributes}><loc>https://post.example/a</loc></url></urlset>");
    assert_eq!(read_as("sitemap", map).listed.len(), 1);
}

#[test]
fn lists_and_sitemaps_nested_a_million_deep_are_read_to_the_end() {
    let feed = "<outline xmlUrl='https://post.example/rss'/>";
    let reading = read_as("opml", format!("<opml>{feed}{}{feed}", "<outline text='folder'>".repeat(MILLION)));
    assert_eq!((reading.subscriptions.len(), reading.subscriptions[1].folders.len()), (2, 32));
    let told = "the subscription list is damaged: it ends in the middle; the 2 feeds that could be read were kept";
    assert_eq!(problems(&reading), [told]);
    let address = "<url><loc>https://post.example/a</loc></url>";
    for deep in ["<x>", "<url>", "<sitemap>", "<url><loc>", "</url>"] {
        let reading = read_as("sitemap", format!("<urlset>{address}{}", deep.repeat(MILLION)));
        assert_eq!(reading.listed.len(), 1, "{deep}");
        assert!(problems(&reading)[0].starts_with("the sitemap is damaged: "), "{deep}");
    }
}

fn linked(data: &str) -> String {
    page(&format!("<script type='application/ld+json'>{data}</script>{PARAGRAPH}"))
}

#[test]
fn linked_data_nested_without_end_states_nothing_and_the_page_is_read() {
    let deep = 100_000;
    for data in [
        format!("{{\"@type\": \"NewsArticle\", \"headline\": \"Tolls fall\", \"x\": {}", "[".repeat(deep)),
        format!(
            "{{\"@type\": \"NewsArticle\", \"headline\": \"Tolls fall\", \"x\": {}1{}}}",
            "[".repeat(deep),
            "]".repeat(deep)
        ),
        format!("{}\"@type\": \"NewsArticle\"{}", "{\"x\":".repeat(deep), "}".repeat(deep)),
        "{\"@graph\":[".repeat(deep),
        "\"\\".repeat(deep),
    ] {
        assert_eq!(text_of(linked(&data)), (WORDS.to_owned(), vec![]));
    }
}

#[test]
fn linked_data_of_five_megabytes_is_read_as_far_as_it_says_anything() {
    let thing = "{\"@type\": \"Thing\", \"name\": \"A quay\"},".repeat(150_000);
    let tags = "\"ferry\",".repeat(350_000);
    let authors = "{\"@id\": \"#a\"},".repeat(350_000);
    let body = "The fares rise again at the quay. ".repeat(160_000);
    let report = "\"@type\": \"NewsArticle\", \"headline\": \"Fares rise\", \"datePublished\": \"2025-06-20\"";
    for (data, tag_count) in [
        (format!("[{{{report}}}, {thing} {{}}]"), 0),
        (format!("{{{report}, \"keywords\": [{tags} \"ferry\"], \"author\": [{authors} \"\"]}}"), 1),
        (format!("{{{report}, \"articleBody\": \"{body}\"}}"), 0),
    ] {
        assert!(data.len() > 5_000_000 / 2);
        let reading = read_as("html", linked(&data));
        let article = &reading.articles[0];
        assert_eq!(article.title.as_deref(), Some("Fares rise"));
        assert_eq!(article.published.map(|moment| moment.to_string()).as_deref(), Some("2025-06-20"));
        assert_eq!((article.tags.len(), article.bylines.len(), reading.problems.len()), (tag_count, 0, 0));
        // What is stated as body is read to its first mebibyte.
        assert!(article.text.len() <= MIB);
    }
}

#[test]
fn nul_characters_go_and_are_counted() {
    let sound = page(&format!("{PARAGRAPH}<p>{UMLAUTS}</p>"));
    let some = sound.replace("Tuesday", "Tue\0\0sday").replace("<p>", "<\0p>").replace("Fares", "\0Fares");
    for (damaged, count) in [(format!("\0{sound}\0"), 2), (some, 5)] {
        let told = format!("{count} NUL characters in the text; they were left out");
        assert_eq!(text_of(damaged), (format!("{WORDS}\n{UMLAUTS}"), vec![told]));
    }
    let feed = "\0<rss><channel><title>Po\0st</title><item><title>Fa\0res</title><link>https://post.example/\0a</link>\
        <description>On Mon\0day.</description></item></channel></rss>";
    let reading = read_as("feed", feed);
    let article = &reading.articles[0];
    assert_eq!((article.title.as_deref(), article.text.as_str()), (Some("Fares"), "On Monday."));
    assert_eq!(article.url.as_deref(), Some("https://post.example/a"));
    assert_eq!(problems(&reading), ["5 NUL characters in the text; they were left out"]);
    let line =
        "{\"text\": \"On Mon\\u0000day.\\u0000\", \"blocks\": [{\"start\": 3, \"end\": 11, \"kind\": \"heading2\"}]}";
    let reading = read_as("article-lines", line);
    let article = &reading.articles[0];
    assert_eq!((article.text.as_str(), article.text.slice(article.blocks[0].span)), ("On Monday.", "Monday."));
    assert_eq!(problems(&reading), ["2 NUL characters in `text`; they were left out"]);
}

/// A page in UTF-16, its first byte the lower or the upper half.
fn wide(page: &str, mark: &[u8], lower_first: bool) -> Vec<u8> {
    let unit = |unit: u16| if lower_first { unit.to_le_bytes() } else { unit.to_be_bytes() };
    mark.iter().copied().chain(page.encode_utf16().flat_map(unit)).collect()
}

#[test]
fn half_a_unit_at_the_end_of_utf_16_costs_nothing_else() {
    let sound = page(&format!("{PARAGRAPH}<p>{UMLAUTS}</p>"));
    let whole = format!("{WORDS}\n{UMLAUTS}");
    for (mark, lower_first, name) in [
        (&b"\xff\xfe"[..], true, "UTF-16LE"),
        (b"\xfe\xff", false, "UTF-16BE"),
        (b"", true, "UTF-16LE"),
        (b"", false, "UTF-16BE"),
    ] {
        let bytes = wide(&sound, mark, lower_first);
        assert_eq!(text_of(bytes.clone()), (whole.clone(), vec![]), "{name}");
        let told = format!("some bytes are not {name}; each was replaced by �; the rest was kept");
        assert_eq!(text_of([&bytes[..], b"x"].concat()), (whole.clone(), vec![told]), "{name}");
    }
    let mut lone = wide(&sound, b"\xff\xfe", true);
    let at = lone.windows(4).position(|units| units == b"U\0b\0").or(lone.windows(2).position(|unit| unit == b"v\0"));
    lone.splice(at.unwrap()..at.unwrap(), [0x00, 0xd8]);
    let (text, told) = text_of(lone);
    assert_eq!(text.replace('�', ""), whole);
    assert_eq!(told, ["some bytes are not UTF-16LE; each was replaced by �; the rest was kept"]);
}

#[test]
fn a_byte_order_mark_in_the_middle_is_no_word() {
    let sound = page(&format!("{PARAGRAPH}<p>{UMLAUTS}</p>"));
    let marked = sound
        .replace("Tuesday", "Tues\u{feff}day")
        .replace("<p>", "\u{feff}<p>\u{feff}")
        .replace("rise", "ri\u{feff}se");
    for marked in [marked.clone(), format!("\u{feff}{marked}"), format!("\u{feff}\u{feff}{marked}")] {
        assert_eq!(text_of(marked), (format!("{WORDS}\n{UMLAUTS}"), vec![]));
    }
    let feed = "\u{feff}<?xml version='1.0'?>\u{feff}<rss><channel><title>Po\u{feff}st</title><item><title>\u{feff}Fares</title>\
        <link>\u{feff}https://post.example/a</link><description>On Mon\u{feff}day.</description></item></channel></rss>";
    let reading = read_as("feed", feed);
    let article = &reading.articles[0];
    assert_eq!((article.title.as_deref(), article.text.as_str()), (Some("Fares"), "On Monday."));
    assert_eq!((article.outlet.as_deref(), reading.problems.len()), (Some("Post"), 0));
    // The text of a line is kept as it stands.
    let reading = read_as("article-lines", "\u{feff}{\"text\": \"On Mon\u{feff}day.\"}");
    assert_eq!((reading.articles[0].text.as_str(), reading.problems.len()), ("On Mon\u{feff}day.", 0));
}

/// The marks of UTF-16 within UTF-8 are damage of those bytes alone.
#[test]
fn a_mark_of_another_encoding_in_the_middle_is_replaced() {
    let (before, after) =
        (format!("<html><title>Fares rise</title><meta charset=utf-8>{PARAGRAPH}<p>"), format!("{UMLAUTS}</p>"));
    for mark in [&b"\xff\xfe"[..], b"\xfe\xff"] {
        let (text, told) = text_of([before.as_bytes(), mark, after.as_bytes()].concat());
        assert_eq!(text, format!("{WORDS}\n��{UMLAUTS}"));
        assert_eq!(told, ["some bytes are not UTF-8; each was replaced by �; the rest was kept"]);
    }
}
