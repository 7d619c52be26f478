//! Input made to break a reader: too deep, too long, too many. Each comes through in linear time with one clear line.

mod shown;
mod told;

use dateline_ingest::{Reading, read, sniff};
use dateline_model::Capture;
use told::{problems, read_as};

const PARAGRAPH: &str =
    "<p>The harbour board voted on Tuesday to raise the fares on all four of its ferry routes by a quarter.</p>";

#[test]
fn pages_nested_without_end_keep_their_text() {
    for depth in [1_000, 100_000, 1_000_000] {
        let html =
            format!("<html><title>Fares rise</title>{}{PARAGRAPH}{}", "<div>".repeat(depth), "</div>".repeat(depth));
        let reading = read_as("html", html);
        assert_eq!(reading.articles.len(), 1, "{depth}");
        assert_eq!(reading.articles[0].title.as_deref(), Some("Fares rise"));
        assert_eq!(
            problems(&reading),
            ["elements of the page are nested too deep to find the report among them; its visible text was kept"]
        );
    }
}

#[test]
fn trees_that_would_explode_are_not_built() {
    let formatting: String = (0..390).map(|number| format!("<b id={number}>")).collect();
    for html in [
        format!("<html>{formatting}{}", "<p>x".repeat(100_000)),
        format!("<html><p {}>{PARAGRAPH}", (0..200_000).map(|number| format!("a{number} ")).collect::<String>()),
        format!("<html>{PARAGRAPH}{}", "<i>".repeat(200_000)),
        format!("<html>{PARAGRAPH}{}", "<table><tr><td>".repeat(100_000)),
        format!("<html>{PARAGRAPH}{}", "<a href='".repeat(200_000)),
        format!("<html>{PARAGRAPH}{}", "<!--".repeat(200_000)),
        format!("<html>{PARAGRAPH}{}", "<script>".repeat(200_000)),
        format!("<html>{PARAGRAPH}{}", "&amp".repeat(200_000)),
        format!(
            "<html>{PARAGRAPH}{}",
            (0..100_000).map(|number| format!("<x{number}></y{number}>")).collect::<String>()
        ),
    ] {
        assert_eq!(read_as("html", html).articles.len(), 1);
    }
}

#[test]
fn a_page_without_text_keeps_nothing() {
    let reading = read_as(
        "html",
        "<!doctype html><html><head><title>Only a title here</title></head><body><script>x</script></body>",
    );
    assert_eq!(
        (reading.articles.len(), problems(&reading)),
        (0, vec!["no article text found; nothing was kept of the page".to_owned()])
    );
}

#[test]
fn a_page_of_any_length_is_cut() {
    let html = format!("<html>{}", PARAGRAPH.repeat(200_000));
    let reading = read_as("html", html);
    assert!(problems(&reading).contains(&"the page is longer than 16 MiB; its first 16 MiB were read".to_owned()));
    assert_eq!(reading.articles.len(), 1);
}

#[test]
fn lines_that_are_no_articles_are_named() {
    let cases = [
        (r#"{"id": 1}"#, "not an article: no `text`; the line was left out"),
        (r#"{"text": null}"#, "not an article: no `text`; the line was left out"),
        (r#"{"text": ["a"]}"#, "not an article: no `text`; the line was left out"),
        (r#"{"text": " \n"}"#, "not an article: `text` is empty; the line was left out"),
        (r#"{"text": "cut o"#, "not JSON: EOF while parsing a string at line 1 column 15; the line was left out"),
        (
            r#"{"text": "a", "published": "soon", "x": "#,
            "not JSON: EOF while parsing a value at line 1 column 39; the line was left out",
        ),
    ];
    for (line, expected) in cases {
        let reading = read_as("article-lines", line);
        assert_eq!((reading.articles.len(), problems(&reading)), (0, vec![expected.to_owned()]), "{line}");
    }
    let source = sniff(br#"{"text":"#).unwrap();
    for line in ["[1, 2]", "17", "\"text\"", "null"] {
        let reading = (source.read)(&Capture::of(line));
        assert_eq!(problems(&reading), ["not an article: no `text`; the line was left out"], "{line}");
    }
    assert_eq!((source.read)(&Capture::of("  \r\n")), Reading::default());
}

#[test]
fn odd_fields_cost_only_themselves() {
    let line = r#"{"id": 3, "published": "soon", "url": "javascript:x", "title": {"a": 1}, "text": "Fares\u0000 rise on Monday.",
        "blocks": [{"start": 0, "end": 6, "kind": "heading2"}, {"kind": "odd"}]}"#;
    let reading = read_as("article-lines", line.replace('\n', " "));
    assert_eq!(reading.articles[0].text.as_str(), "Fares rise on Monday.");
    assert_eq!(reading.articles[0].blocks.len(), 1);
    insta::assert_snapshot!(shown::reading(&reading));
}

#[test]
fn broken_feeds_keep_their_sound_items() {
    let item = |number: usize| {
        format!("<item><title>Report {number} of the day</title><link>https://post.example/{number}</link></item>")
    };
    let feed = format!(
        "<rss version='2.0'><channel><title>Harbour Post</title>{}<item><title>Broken <b> title</item>{}<item><title>Cut o",
        item(1),
        item(2)
    );
    insta::assert_snapshot!(shown::reading(&read_as("feed", feed)));
    let many: String = (0..20_000).map(item).collect();
    let reading = read_as("feed", format!("<rss><channel><title>Harbour Post</title>{many}"));
    assert_eq!(reading.articles.len(), 20_000);
    let json = r#"{"version": "https://jsonfeed.org/version/1", "title": "Post", "items": [
        {"id": 7, "content_text": "Fares rise on Monday."}, {"id": {}}, 3]}"#;
    insta::assert_snapshot!("broken_json_feed", shown::reading(&read_as("feed", json)));
    for hostile in [
        "<rss>".to_owned() + &"<a>".repeat(200_000),
        "<feed>".to_owned() + &"<entry>".repeat(50_000),
        "<rss>".to_owned() + &"&".repeat(200_000),
    ] {
        assert_eq!(read_as("feed", hostile).articles.len(), 0);
    }
}

#[test]
fn damaged_subscription_lists_keep_what_was_read() {
    let list =
        "<opml><body><outline text='News'><outline text='A' xmlUrl='https://a.example/rss'/><outline text='B' xmlUrl='";
    insta::assert_snapshot!(shown::reading(&read_as("opml", list)));
    let deep = format!("<opml>{}<outline xmlUrl='https://a.example/rss'/>", "<outline text='folder'>".repeat(100_000));
    let reading = read_as("opml", deep);
    assert_eq!((reading.subscriptions.len(), reading.subscriptions[0].folders.len()), (1, 32));
}

#[test]
fn wide_and_foreign_encodings_are_text() {
    let words = "運賃が七月から上がると港湾委員会が決めた。\nフェリーの運賃は四つの航路すべてで上がる。";
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(words.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let reading = read_as("plain-text", wide);
    assert!(reading.problems.is_empty() && reading.articles[0].text.as_str().contains("フェリー"));
    let latin =
        b"Die F\xe4hrpreise steigen im Juli um ein Viertel, teilte die Hafenbeh\xf6rde am Freitag mit.".to_vec();
    let reading = read_as("plain-text", latin);
    assert!(reading.articles[0].text.as_str().starts_with("Die Fährpreise"));
    assert_eq!(problems(&reading).len(), 1);
}

#[test]
fn long_texts_cost_no_more_than_their_length() {
    let line = "The harbour board voted on Tuesday to raise the fares again.\n";
    assert_eq!(read_as("plain-text", line.repeat(100_000)).articles.len(), 1);
    let dates: String =
        (0..50_000).map(|number| format!("Headline number {number}\n1{} March 2024\n", number % 9)).collect();
    let _ = read(&Capture::of(dates));
    let _ = read(&Capture::of(format!("# Fares rise now\n{}", "a ".repeat(500_000))));
    let _ = read(&Capture::of("— AFP\n".repeat(100_000)));
    let _ = read(&Capture::of("Advertisement ".repeat(100_000)));
}
