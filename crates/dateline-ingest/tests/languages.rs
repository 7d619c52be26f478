//! The same report in twenty languages, through pages, feeds and article lines and in the encodings of each script:
//! every character comes through as written, and the language is the one that is stated.

use dateline_ingest::{Reading, read, sniff};
use dateline_model::{Article, Capture};
use encoding_rs::Encoding;

/// The tag of a language, and a headline with five paragraphs below it, a line each.
const REPORTS: &[(&str, &str)] = &[
    ("ar", include_str!("cases/languages/ar.txt")),
    ("bn", include_str!("cases/languages/bn.txt")),
    ("de", include_str!("cases/languages/de.txt")),
    ("el", include_str!("cases/languages/el.txt")),
    ("en", include_str!("cases/languages/en.txt")),
    ("es", include_str!("cases/languages/es.txt")),
    ("fa", include_str!("cases/languages/fa.txt")),
    ("fr", include_str!("cases/languages/fr.txt")),
    ("he", include_str!("cases/languages/he.txt")),
    ("hi", include_str!("cases/languages/hi.txt")),
    ("ja", include_str!("cases/languages/ja.txt")),
    ("ko", include_str!("cases/languages/ko.txt")),
    ("ru", include_str!("cases/languages/ru.txt")),
    ("ta", include_str!("cases/languages/ta.txt")),
    ("th", include_str!("cases/languages/th.txt")),
    ("tr", include_str!("cases/languages/tr.txt")),
    ("uk", include_str!("cases/languages/uk.txt")),
    ("vi", include_str!("cases/languages/vi.txt")),
    ("zh", include_str!("cases/languages/zh.txt")),
    ("zh-Hant", include_str!("cases/languages/zh-Hant.txt")),
];

/// A report: its tag, headline and body.
struct Report {
    tag: &'static str,
    title: String,
    body: String,
}

impl Report {
    /// The body with each paragraph in an element.
    fn paragraphs(&self) -> String {
        self.body.lines().map(|line| format!("<p>{line}</p>\n")).collect()
    }

    /// The primary subtag.
    fn language(&self) -> &str {
        self.tag.split('-').next().unwrap_or_default()
    }
}

fn reports() -> impl Iterator<Item = Report> {
    REPORTS.iter().map(|&(tag, file)| {
        let (title, body) = file.trim_end().split_once('\n').expect("a headline and a body");
        assert_eq!(body.lines().count(), 5, "{tag}");
        Report { tag, title: title.to_owned(), body: body.to_owned() }
    })
}

fn report(tag: &str) -> Report {
    reports().find(|report| report.tag == tag).unwrap_or_else(|| panic!("no report in {tag}"))
}

/// What pages and feeds do to space: any run of it, no-break spaces too, is one space.
fn folded(words: &str) -> String {
    let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    words.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn page(report: &Report, head: &str, language: &str) -> String {
    format!(
        "<!doctype html><html{language}><head>{head}<title>{title}</title></head><body>\
         <nav><a href='/'>1</a> <a href='/2'>2</a></nav><main><article><h1>{title}</h1>\n{paragraphs}</article></main>\
         <footer>3</footer></body></html>",
        title = report.title,
        paragraphs = report.paragraphs(),
    )
}

fn feed(report: &Report, declaration: &str, channel: &str) -> String {
    let escaped = report.paragraphs().replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "{declaration}<rss version='2.0'><channel><title>Harbour Post</title>{channel}<item><title>{}</title>\
         <description>{escaped}</description></item></channel></rss>",
        report.title
    )
}

fn line(report: &Report, language: Option<&str>) -> String {
    let quoted = |words: &str| words.replace('"', "\\\"").replace('\n', "\\n");
    let language = language.map(|tag| format!(", \"language\": \"{tag}\"")).unwrap_or_default();
    format!("{{\"title\": \"{}\", \"text\": \"{}\"{language}}}", quoted(&report.title), quoted(&report.body))
}

fn the_one(source: &str, capture: &Capture, what: &str) -> (Article, Vec<String>) {
    assert_eq!(sniff(&capture.bytes).map(|found| found.name), Some(source), "{what}");
    let Reading { mut articles, problems, .. } = read(capture);
    let problems = problems.iter().map(ToString::to_string).collect();
    assert_eq!(articles.len(), 1, "{what}: {problems:?}");
    (articles.remove(0), problems)
}

/// Reads bytes that are sound.
fn sound(source: &str, bytes: impl Into<Vec<u8>>, what: &str) -> Article {
    let (article, problems) = the_one(source, &Capture::of(bytes), what);
    assert_eq!(problems, [""; 0], "{what}");
    article
}

fn check_words(article: &Article, report: &Report, what: &str) {
    assert_eq!(article.title.as_deref(), Some(folded(&report.title).as_str()), "{what}");
    assert_eq!(article.text.as_str(), folded(&report.body), "{what}");
}

/// Every span of an article covers whole characters, and no line is lost between them.
fn check_spans(article: &Article, what: &str) {
    let blocks = article.blocks.iter().map(|block| block.span);
    let datelines = article.dateline.iter().map(|dateline| dateline.span);
    for span in blocks.chain(datelines).chain(article.text.lines()) {
        assert_eq!(article.text.span(span.range()), Some(span), "{what}");
        let points = article.text.code_points();
        let (start, end) = points.of(span);
        assert_eq!(points.span(start, end), Some(span), "{what}");
        let counted: String = article.text.as_str().chars().skip(start).take(end - start).collect();
        assert_eq!(counted, article.text.slice(span), "{what}");
    }
}

#[test]
fn every_script_comes_through_a_page() {
    for report in reports() {
        let article = sound("html", page(&report, "<meta charset=utf-8>", ""), report.tag);
        check_words(&article, &report, report.tag);
        check_spans(&article, report.tag);
    }
}

#[test]
fn every_script_comes_through_a_feed() {
    for report in reports() {
        let article = sound("feed", feed(&report, "", ""), report.tag);
        check_words(&article, &report, report.tag);
        check_spans(&article, report.tag);
        let plain = feed(&report, "", "").replace("&lt;p>", "").replace("&lt;/p>", "");
        check_words(&sound("feed", plain, report.tag), &report, report.tag);
    }
}

/// The text of a line is kept as it stands: not even space is folded.
#[test]
fn every_script_comes_through_an_article_line() {
    for report in reports() {
        let article = sound("article-lines", line(&report, None), report.tag);
        assert_eq!(
            (article.title.as_deref(), article.text.as_str()),
            (Some(report.title.as_str()), report.body.as_str())
        );
        check_spans(&article, report.tag);
        let escaped: String = line(&report, None)
            .encode_utf16()
            .map(|unit| match u8::try_from(unit) {
                Ok(byte) if byte.is_ascii() => char::from(byte).to_string(),
                _ => format!("\\u{unit:04x}"),
            })
            .collect();
        assert_eq!(sound("article-lines", escaped, report.tag), article);
    }
}

#[test]
fn every_script_comes_through_plain_text() {
    for report in reports() {
        let written = format!("{}\n\n{}\n", report.title, report.body.replace('\n', "\n\n"));
        check_words(&sound("plain-text", written, report.tag), &report, report.tag);
    }
}

/// Reading takes the language that is stated and looks at no words: a wrong statement stands, and without one there is
/// none. It is told from the words later, where articles are annotated.
#[test]
fn the_language_is_the_one_that_is_stated() {
    let told = |article: &Article| article.language.as_ref().map(ToString::to_string);
    for report in reports() {
        let tag = report.tag;
        for (stated, expected) in [(None, None), (Some(tag), Some(report.language())), (Some("nl"), Some("nl"))] {
            let expected = expected.map(str::to_owned);
            let attribute = stated.map(|tag| format!(" lang=\"{tag}\"")).unwrap_or_default();
            assert_eq!(told(&sound("html", page(&report, "", &attribute), tag)), expected, "{tag}");
            let meta = stated.map(|tag| format!("<meta http-equiv=content-language content='{tag}'>"));
            assert_eq!(told(&sound("html", page(&report, &meta.unwrap_or_default(), ""), tag)), expected, "{tag}");
            let element = stated.map(|tag| format!("<language>{tag}</language>")).unwrap_or_default();
            assert_eq!(told(&sound("feed", feed(&report, "", &element), tag)), expected, "{tag}");
            assert_eq!(told(&sound("article-lines", line(&report, stated), tag)), expected, "{tag}");
        }
    }
}

/// Encodings with the tag of a report that can be written in them.
const ENCODINGS: &[(&str, &str)] = &[
    ("shift_jis", "ja"),
    ("euc-jp", "ja"),
    ("iso-2022-jp", "ja"),
    ("windows-1251", "ru"),
    ("koi8-r", "ru"),
    ("windows-1251", "uk"),
    ("koi8-u", "uk"),
    ("iso-8859-7", "el"),
    ("windows-1253", "el"),
    ("gb18030", "zh"),
    ("gbk", "zh"),
    ("big5", "zh-Hant"),
    ("euc-kr", "ko"),
    ("windows-874", "th"),
    ("windows-1256", "ar"),
    ("windows-1255", "he"),
    ("windows-1254", "tr"),
    ("iso-8859-15", "de"),
    ("windows-1252", "es"),
];

/// The bytes of words that the encoding has.
fn encoded(label: &str, written: &str) -> Vec<u8> {
    bytes_of(label, written).unwrap_or_else(|| panic!("{label} cannot say: {written}"))
}

/// `None` where the words are not the same when they are read again.
fn bytes_of(label: &str, written: &str) -> Option<Vec<u8>> {
    let encoding = Encoding::for_label(label.as_bytes())?;
    let (bytes, used, unmappable) = encoding.encode(written);
    let again = encoding.decode_without_bom_handling(&bytes).0;
    (!unmappable && used == encoding && again == written).then(|| bytes.into_owned())
}

/// The report of a tag in the paragraphs that an encoding has: narrow katakana and conjoining letters are not in all.
fn report_for(label: &str, tag: &str) -> Report {
    let mut report = report(tag);
    let kept: Vec<&str> = report.body.lines().filter(|line| bytes_of(label, line).is_some()).collect();
    assert!(kept.len() >= 4, "{label} has only: {kept:?}");
    report.body = kept.join("\n");
    report
}

#[test]
fn stated_encodings_are_read() {
    for &(label, tag) in ENCODINGS {
        let report = report_for(label, tag);
        let what = format!("{tag} in {label}");
        let meta = format!("<meta charset={label}>");
        check_words(&sound("html", encoded(label, &page(&report, &meta, "")), &what), &report, &what);
        let older = format!("<meta http-equiv=\"Content-Type\" content=\"text/html; charset={label}\">");
        check_words(&sound("html", encoded(label, &page(&report, &older, "")), &what), &report, &what);
        let header = Some(format!("text/html; charset={label}"));
        let capture = Capture { content_type: header, ..Capture::of(encoded(label, &page(&report, "", ""))) };
        let (article, problems) = the_one("html", &capture, &what);
        assert_eq!(problems, [""; 0], "{what}");
        check_words(&article, &report, &what);
        let declaration = format!("<?xml version='1.0' encoding='{label}'?>");
        check_words(&sound("feed", encoded(label, &feed(&report, &declaration, "")), &what), &report, &what);
        let list =
            format!("{declaration}<opml><outline text='{}' xmlUrl='https://post.example/rss'/></opml>", report.title);
        let reading = read(&Capture::of(encoded(label, &list)));
        assert_eq!(reading.subscriptions[0].title.as_deref(), Some(report.title.as_str()), "{what}");
        let map = format!(
            "{declaration}<urlset><url><loc>https://post.example/a</loc><news:title>{}</news:title></url></urlset>",
            report.title
        );
        let reading = read(&Capture::of(encoded(label, &map)));
        assert_eq!(reading.listed[0].title.as_deref(), Some(report.title.as_str()), "{what}");
    }
}

/// Without a statement the encoding is told from the bytes; the problem names what they were taken for, which may be
/// another that agrees on all of them.
#[test]
fn encodings_that_are_not_stated_are_told_from_the_bytes() {
    const ALIKE: &[(&str, &str)] =
        &[("koi8-r", "KOI8-U"), ("iso-8859-7", "windows-1253"), ("gb18030", "GBK"), ("iso-8859-15", "windows-1252")];
    for &(label, tag) in ENCODINGS {
        let report = report_for(label, tag);
        let own = Encoding::for_label(label.as_bytes()).map(Encoding::name).expect("an encoding");
        let taken = ALIKE.iter().find(|(written, _)| *written == label).map_or(own, |(_, taken)| taken);
        let text = format!("{}\n\n{}\n", report.title, report.body.replace('\n', "\n\n"));
        for (source, written) in [
            ("html", page(&report, "", "")),
            ("feed", feed(&report, "<?xml version='1.0'?>", "")),
            ("plain-text", text),
        ] {
            let what = format!("{tag} in {label} as {source}");
            let (article, problems) = the_one(source, &Capture::of(encoded(label, &written)), &what);
            check_words(&article, &report, &what);
            let expected = format!("the text is not UTF-8 and no encoding is stated; it was read as {taken}");
            assert_eq!(problems, [expected], "{what}");
        }
    }
}

#[test]
fn a_wrong_statement_of_the_encoding_is_told_and_not_followed() {
    for report in reports() {
        let bytes = page(&report, "<meta charset=windows-1252>", "").into_bytes();
        let (article, problems) = the_one("html", &Capture::of(bytes), report.tag);
        check_words(&article, &report, report.tag);
        let ascii = page(&report, "", "").is_ascii();
        let told = "the encoding is stated as windows-1252, but the bytes are not; it was read as UTF-8";
        assert_eq!(problems, if ascii { vec![] } else { vec![told.to_owned()] }, "{}", report.tag);
    }
    for (label, tag, taken) in [
        ("shift_jis", "ja", "Shift_JIS"),
        ("iso-2022-jp", "ja", "ISO-2022-JP"),
        ("windows-1251", "ru", "windows-1251"),
        ("euc-kr", "ko", "EUC-KR"),
        ("big5", "zh-Hant", "Big5"),
    ] {
        let report = report_for(label, tag);
        let bytes = encoded(label, &page(&report, "<meta charset=utf-8>", ""));
        let (article, problems) = the_one("html", &Capture::of(bytes), label);
        check_words(&article, &report, label);
        let told = format!("the encoding is stated as UTF-8, but the bytes are not; it was read as {taken}");
        assert_eq!(problems, [told]);
    }
}

/// What the server states counts before what the page states, as in browsers.
#[test]
fn the_server_is_believed_before_the_page() {
    let report = report_for("windows-1251", "ru");
    let capture = Capture {
        content_type: Some("text/html; charset=windows-1251".to_owned()),
        ..Capture::of(encoded("windows-1251", &page(&report, "<meta charset=koi8-r>", "")))
    };
    let (article, problems) = the_one("html", &capture, "ru");
    check_words(&article, &report, "ru");
    assert_eq!(problems, [""; 0]);
}

/// The cases hold what a tidy reader would spoil: it must be there to be lost.
#[test]
fn signs_that_are_easily_lost_are_kept() {
    for (tag, signs, least) in [
        ("fa", "\u{200c}", 10),
        ("hi", "\u{200c}", 1),
        ("hi", "\u{200d}", 2),
        ("bn", "\u{200d}", 1),
        ("ja", "ﾌｪﾘｰ", 1),
        ("ja", "２４０", 1),
        ("hi", "२४०", 1),
        ("fa", "۲۴۰", 1),
        // Combining marks apart from their letters: these paragraphs are not in composed form.
        ("vi", "\u{302}", 8),
        ("vi", "\u{323}", 2),
        // Conjoining letters of Korean.
        ("ko", "\u{1111}", 1),
        ("tr", "ı", 8),
        ("tr", "İ", 2),
        ("ta", "\u{bcd}", 20),
        ("th", "\u{e48}", 10),
        ("uk", "Ґ", 1),
        ("de", "ß", 2),
        ("fr", "œ", 1),
    ] {
        let report = report(tag);
        let articles = [
            sound("html", page(&report, "", ""), tag),
            sound("feed", feed(&report, "", ""), tag),
            sound("article-lines", line(&report, None), tag),
        ];
        let written = report.body.matches(signs).count();
        assert!(written >= least, "{tag}: {signs:?} stands {written} times in the case");
        for article in articles {
            assert_eq!(article.text.as_str().matches(signs).count(), written, "{tag} {signs:?}");
        }
    }
}

/// Marks of direction are letters of the text: they stay where they stand, in headlines too, so whoever shows a headline
/// must set it apart. Only signs without any width or direction go: soft hyphens, zero-width spaces, byte-order marks.
#[test]
fn marks_of_direction_are_kept_as_written() {
    let marks = "\u{200e}\u{200f}\u{061c}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}";
    for mark in marks.chars() {
        let title = format!("Fares {mark}rise to 4 euros");
        let body = format!("The ferry to {mark}Sora{mark} will cost four euros from the first of June on.");
        let written = Report { tag: "en", title, body };
        let escaped = |written: &str| written.replace(mark, &format!("&#x{:x};", u32::from(mark)));
        for (source, bytes) in [
            ("html", page(&written, "", "")),
            ("html", escaped(&page(&written, "", ""))),
            ("feed", feed(&written, "", "")),
            ("feed", escaped(&feed(&written, "", ""))),
            ("article-lines", line(&written, None)),
        ] {
            check_words(&sound(source, bytes, source), &written, &format!("{source} {mark:?}"));
        }
    }
    let body =
        "The ferry to So\u{ad}ra will\u{200b} cost\u{2060} four\u{feff} euros from the first of June on.".to_owned();
    let written = Report { tag: "en", title: "Fa\u{ad}res rise to 4 euros".to_owned(), body };
    let kept = Report {
        tag: "en",
        title: "Fares rise to 4 euros".to_owned(),
        body: "The ferry to Sora will cost four euros from the first of June on.".to_owned(),
    };
    check_words(&sound("html", page(&written, "", ""), "html"), &kept, "html");
    check_words(&sound("feed", feed(&written, "", ""), "feed"), &kept, "feed");
}

#[test]
fn parts_of_a_page_are_found_in_every_script() {
    for report in reports() {
        let lines: Vec<String> = report.body.lines().map(folded).collect();
        let html = format!(
            "<html><title>{title}</title><main><h1>{title}</h1><p>{}</p><h2>{title} 2</h2><p>{}</p><ul><li>{}</li></ul>\
             <blockquote><p>{}</p></blockquote><p>{}</p></main>",
            lines[0],
            lines[1],
            lines[2],
            lines[3],
            lines[4],
            title = report.title
        );
        let article = sound("html", html, report.tag);
        check_spans(&article, report.tag);
        let found: Vec<String> = article
            .blocks
            .iter()
            .map(|block| format!("{:?}: {}", block.kind, article.text.slice(block.span)))
            .collect();
        let heading = format!("{} 2", folded(&report.title));
        let expected =
            [format!("Heading2: {heading}"), format!("ListItem: {}", lines[2]), format!("Quotation: {}", lines[3])];
        assert_eq!(found, expected, "{}", report.tag);
        let whole = [&lines[0], &heading, &lines[1], &lines[2], &lines[3], &lines[4]].map(String::as_str).join("\n");
        assert_eq!(article.text.as_str(), whole);
    }
}
