//! Values made to deceive a reader: what cannot be true or must not be followed is left out, the rest is kept, and what
//! was left out of lines and lists is told.

mod bomb;
mod told;

use bomb::bomb;
use dateline_ingest::Reading;
use dateline_model::Article;
use told::{problems, read_as};

const PARAGRAPH: &str =
    "<p>The harbour board voted on Tuesday to raise the fares on all four of its ferry routes by a quarter.</p>";

fn the_one(source: &str, bytes: impl Into<Vec<u8>>) -> (Article, Vec<String>) {
    let mut reading = read_as(source, bytes);
    assert_eq!(reading.articles.len(), 1, "{reading:?}");
    (reading.articles.remove(0), problems(&reading))
}

fn page(head: &str, inside: &str) -> String {
    format!("<html><head><title>Fares rise</title>{head}</head>{inside}</html>")
}

fn rss(title: &str, inside: &str) -> String {
    format!("<rss><channel><title>Harbour Post</title><item><title>{title}</title>{inside}</item></channel></rss>")
}

#[test]
fn what_a_frame_brings_along_is_no_part_of_the_page() {
    let script = "<script>document.body.innerText = 'Taken over'</script>";
    let words =
        "<p>The harbour was sold on Monday for one euro, the owner of this frame would have readers believe.</p>";
    let escaped = format!("{words}{script}").replace('<', "&lt;").replace('>', "&gt;");
    for frame in [
        format!("<iframe srcdoc=\"{}\"></iframe>", format!("{words}{script}").replace('"', "&quot;")),
        format!("<iframe srcdoc='{}'>{words}</iframe>", script.replace('\'', "&#39;")),
        format!("<iframe srcdoc=\"{escaped}\" hidden>{script}{words}</iframe>"),
        format!("<iframe srcdoc=\"{escaped}&lt;/iframe&gt;{escaped}\"></iframe>"),
        format!("<IFRAME SRCDOC = \"{escaped}\"/></IFRAME>"),
        format!("<object data='data:text/html,{escaped}'>{words}</object>"),
        format!("<embed src='data:text/html,{escaped}'>"),
        format!("<noscript>{words}</noscript><template>{words}{script}</template>"),
    ] {
        let (article, problems) = the_one("html", page("", &format!("{PARAGRAPH}{frame}{PARAGRAPH}")));
        let kept = article.text.as_str();
        assert!(kept.starts_with("The harbour board voted"), "{frame}: {kept}");
        assert!(!kept.contains("one euro") && !kept.contains("Taken over") && !kept.contains('<'), "{frame}: {kept}");
        assert_eq!((article.title.as_deref(), problems), (Some("Fares rise"), vec![]), "{frame}");
    }
}

#[test]
fn halves_of_surrogate_pairs_cost_their_line_and_say_where() {
    let whole = r#"{"title": "\u2013 \ud83d\udea2", "text": "Fares rise \ud83d\ude00 on Monday."}"#;
    let (article, problems) = the_one("article-lines", whole);
    assert_eq!((article.title.as_deref(), article.text.as_str()), (Some("– 🚢"), "Fares rise 😀 on Monday."));
    assert_eq!(problems, [""; 0]);
    for line in [
        r#"{"text": "Fares rise \ud800 on Monday."}"#,
        r#"{"text": "Fares rise \udc00\ud800 on Monday."}"#,
        r#"{"text": "Fares rise \udc00 on Monday."}"#,
        r#"{"text": "Fares rise on Monday.\ud83d"}"#,
        r#"{"id": "\ud800", "text": "Fares rise on Monday."}"#,
        r#"{"text": "Fares rise on Monday.", "tags": ["\udfff"]}"#,
        r#"{"text": "Fares rise \uZZZZ on Monday."}"#,
    ] {
        let reading = read_as("article-lines", line);
        let told = problems_of_line(&reading);
        assert_eq!(reading.articles, [], "{line}");
        assert!(told.starts_with("not JSON: ") && told.contains("escape at line 1 column "), "{line}: {told}");
        assert!(told.ends_with("; the line was left out"), "{line}: {told}");
    }
}

fn problems_of_line(reading: &Reading) -> String {
    assert_eq!(reading.problems.len(), 1, "{reading:?}");
    problems(reading).remove(0)
}

/// Numbers in references, and what stands for them in HTML and in XML, where such numbers are an error and left out.
const REFERENCES: &[(&str, &str, &str)] = &[
    ("&#xD800;", "�", ""),
    ("&#xdfff;", "�", ""),
    ("&#xD83D;&#xDE00;", "��", ""),
    ("&#xDE00;&#xD83D;", "��", ""),
    ("&#x110000;", "�", ""),
    ("&#99999999999999999999;", "�", ""),
    ("&#xFFFFFFFFFFFFFFFFF;", "�", ""),
    ("&#0;", "�", ""),
    ("&#x0;", "�", ""),
    ("&#8;", "", ""),
    ("&#x80;", "€", "€"),
    ("&#x1F600;", "😀", "😀"),
    ("&#-1;", "&#-1;", "&#-1;"),
    ("&#x;", "&#x;", "&#x;"),
    ("&#;", "&#;", "&#;"),
];

#[test]
fn numbers_that_are_no_characters_stand_for_none() {
    let folded = |words: String| words.split_whitespace().collect::<Vec<_>>().join(" ");
    for (reference, in_html, in_xml) in REFERENCES {
        let title = |character: &str| folded(format!("Fares {character} rise"));
        let text = |character: &str| folded(format!("Fares rise {character} on Monday, the board says."));
        let check = |(article, problems): (Article, Vec<String>), character: &str| {
            assert_eq!(article.title, Some(title(character)), "{reference}");
            assert_eq!(article.text.as_str(), text(character), "{reference}");
            assert_eq!(problems, [""; 0], "{reference}");
        };
        let body = format!("Fares rise {reference} on Monday, the board says.");
        let headline = format!("Fares {reference} rise");
        check(the_one("html", format!("<html><title>{headline}</title><p>{body}</p></html>")), in_html);
        let metas = format!("<meta property='og:title' content='{headline}'><title>Harbour Post</title>");
        check(the_one("html", format!("<html>{metas}<p>{body}</p></html>")), in_html);
        check(the_one("feed", rss(&headline, &format!("<description>{body}</description>"))), in_xml);
        let within = |words: &str| words.replace('&', "&amp;");
        let description = format!("<description>&lt;p&gt;{}&lt;/p&gt;</description>", within(&body));
        check(the_one("feed", rss(&within(&headline), &description)), in_html);
        let list = format!("<opml><outline text='{headline}' xmlUrl='https://post.example/rss'/></opml>");
        assert_eq!(read_as("opml", list).subscriptions[0].title, Some(title(in_xml)), "{reference}");
        let map =
            format!("<urlset><url><loc>https://post.example/a</loc><news:title>{headline}</news:title></url></urlset>");
        assert_eq!(read_as("sitemap", map).listed[0].title, Some(title(in_xml)), "{reference}");
    }
}

/// Every way in which a source states the time `date`, and the article that is read.
fn dated(date: &str) -> Vec<(&'static str, Article, Vec<String>)> {
    let linked = format!(
        "<script type='application/ld+json'>{{\"@type\": \"NewsArticle\", \"datePublished\": \"{date}\", \
         \"dateModified\": \"{date}\"}}</script>"
    );
    let time = format!("<article><h1>Fares rise</h1><time datetime='{date}'>{date}</time>{PARAGRAPH}</article>");
    let metas = format!(
        "<meta property='article:published_time' content='{date}'><meta name=lastmod content='{date}'>\
         <meta itemprop=datePublished content='{date}'>"
    );
    let item = format!("<description>Fares rise.</description><pubDate>{date}</pubDate><dc:date>{date}</dc:date>");
    let json = format!(
        "{{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{{\"id\": \"1\", \"content_text\": \"Fares \
         rise.\", \"date_published\": \"{date}\", \"date_modified\": \"{date}\"}}]}}"
    );
    let line = format!("{{\"text\": \"Fares rise on Monday.\", \"published\": \"{date}\", \"modified\": \"{date}\"}}");
    [
        ("meta", "html", page(&metas, PARAGRAPH)),
        ("json-ld", "html", page(&linked, PARAGRAPH)),
        ("time", "html", page("", &time)),
        ("rss", "feed", rss("Fares", &item)),
        ("json feed", "feed", json),
        ("line", "article-lines", line),
    ]
    .into_iter()
    .map(|(name, source, bytes)| {
        let (article, problems) = the_one(source, bytes);
        (name, article, problems)
    })
    .collect()
}

#[test]
fn years_that_no_report_is_of_are_left_out_wherever_they_stand() {
    let written = |year: &str| {
        [
            format!("{year}-12-04"),
            format!("{year}-12-04T15:30:08Z"),
            format!("{year}-12-04T15:30:08.999+14:00"),
            format!("Fri, 04 Dec {year} 15:30:08 GMT"),
            format!("December 4, {year}"),
            format!("4.12.{year}"),
        ]
    };
    for date in written("2025") {
        for (name, article, problems) in dated(&date) {
            let day = article.published.map(|moment| moment.day().to_string());
            assert_eq!((day.as_deref(), problems), (Some("2025-12-04"), vec![]), "{name} {date}");
        }
    }
    for year in ["9999", "-1", "-0001", "-9999", "0", "0000", "10000", "+010000", "292277026596", "-292275055"] {
        for date in written(year) {
            for (name, article, problems) in dated(&date) {
                assert_eq!((article.published, article.modified), (None, None), "{name} {date}");
                let told = problems.iter().filter(|told| told.contains("kept without it")).count();
                assert_eq!((told, problems.len()), if name == "line" { (2, 2) } else { (0, 0) }, "{name} {problems:?}");
            }
        }
    }
}

#[test]
fn numbers_of_seconds_without_end_are_no_times() {
    let line = |number: &str| format!("{{\"text\": \"Fares rise on Monday.\", \"published\": {number}}}");
    let (article, problems) = the_one("article-lines", line("1764862208"));
    assert_eq!(article.published.map(|moment| moment.to_string()).as_deref(), Some("2025-12-04T15:30:08Z"));
    assert_eq!(problems, [""; 0]);
    for number in [
        "9223372036854775807",
        "-9223372036854775808",
        "18446744073709551615",
        "99999999999999999999999999",
        "1e300",
        "-1e300",
        "253402300800000",
        "-62135596801",
    ] {
        let (article, problems) = the_one("article-lines", line(number));
        assert_eq!((article.published, problems.len()), (None, 1), "{number}");
        assert!(problems[0].ends_with("kept without it"), "{number}: {problems:?}");
    }
}

/// Addresses that are none of the web.
const NO_WEB: &[&str] = &[
    "javascript:alert(1)",
    "JavaScript:alert(1)//https://post.example/",
    "\tjavascript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,x",
    "vbscript:msgbox(1)",
    "file:///etc/hostname",
    "blob:https://post.example/x",
    "view-source:https://post.example/x",
    "https:javascript:alert(1)",
    "https://",
];

/// Every address that a reading holds.
fn addresses(reading: &Reading) -> Vec<&str> {
    let articles = reading.articles.iter().flat_map(|article| [&article.url, &article.image]).flatten();
    let subscriptions = reading.subscriptions.iter().flat_map(|feed| [Some(&feed.url), feed.page.as_ref()]).flatten();
    let listed = reading.listed.iter().map(|listed| &listed.url);
    let channel =
        reading.channel.iter().flat_map(|channel| channel.link.iter().chain(&channel.itself).chain(&channel.hubs));
    articles.chain(subscriptions).chain(listed).chain(channel).map(String::as_str).collect()
}

#[test]
fn what_is_no_address_of_the_web_is_never_a_link() {
    for link in NO_WEB {
        let json = link.replace('\t', "\\t");
        let head = format!(
            "<link rel=canonical href='{link}'><meta property='og:url' content='{link}'>\
             <meta property='og:image' content='{link}'><meta name='twitter:image' content='{link}'>"
        );
        let linked = format!(
            "<script type='application/ld+json'>{{\"@type\": \"NewsArticle\", \"url\": \"{json}\", \"image\": [\"{json}\"], \
             \"mainEntityOfPage\": {{\"@id\": \"{json}\"}}}}</script>"
        );
        let item = format!(
            "<link>{link}</link><guid isPermaLink='true'>{link}</guid><atom:link href='{link}'/>\
             <enclosure url='{link}' type='image/png'/><description>Fares rise.</description>"
        );
        let atom = format!(
            "<feed><link href='{link}'/><link rel='self' href='{link}'/><link rel='hub' href='{link}'/>\
             <entry><id>{link}</id><title>Fares rise</title><link href='{link}'/></entry></feed>"
        );
        let json_feed = format!(
            "{{\"version\": \"https://jsonfeed.org/version/1.1\", \"home_page_url\": \"{json}\", \"feed_url\": \"{json}\", \
             \"items\": [{{\"id\": \"{json}\", \"url\": \"{json}\", \"external_url\": \"{json}\", \"image\": \"{json}\", \
             \"content_text\": \"Fares rise.\"}}]}}"
        );
        for (source, bytes) in [
            ("html", page(&head, PARAGRAPH)),
            ("html", page(&linked, PARAGRAPH)),
            ("feed", rss("Fares", &item)),
            ("feed", atom),
            ("feed", json_feed),
            ("sitemap", format!("<urlset><url><loc>{link}</loc></url></urlset>")),
        ] {
            let reading = read_as(source, bytes);
            assert_eq!(addresses(&reading), [""; 0], "{source} {link:?}");
            assert_eq!(reading.articles.len(), usize::from(source != "sitemap"), "{source} {link:?}");
        }
    }
}

#[test]
fn lists_and_lines_tell_which_address_was_left_out() {
    for link in NO_WEB {
        let shown = link.trim_start();
        let list = format!(
            "<opml><body><outline text='A' xmlUrl='{link}'/>\
             <outline text='B' xmlUrl='https://post.example/rss' htmlUrl='{link}'/></body></opml>"
        );
        let reading = read_as("opml", list);
        assert_eq!(addresses(&reading), ["https://post.example/rss"], "{link:?}");
        assert_eq!(problems(&reading), [format!("“{shown}” is not the address of a feed; the entry was left out")]);
        let line = format!("{{\"text\": \"Fares rise on Monday.\", \"url\": \"{link}\", \"image\": \"{link}\"}}");
        let reading = read_as("article-lines", line.replace('\t', "\\t"));
        assert_eq!((addresses(&reading), reading.articles.len()), (vec![], 1), "{link:?}");
        let told = [
            format!("“{shown}” is not an address of the web; the report was kept without an address"),
            format!("“{shown}” is not an address of the web; the report was kept without an image"),
        ];
        assert_eq!(problems(&reading), told);
    }
}

/// As in feeds, an entity is put in where it is plain words, never where it names another or a file.
#[test]
fn entities_of_lists_and_sitemaps_do_not_explode_and_open_no_file() {
    let head = bomb("https://post.example/");
    let list = "<opml><outline text='&a9; &file;' xmlUrl='&a0;rss'/></opml>";
    let reading = read_as("opml", head.clone() + list);
    assert_eq!(reading.subscriptions[0].url, "https://post.example/rss");
    assert_eq!(reading.subscriptions[0].title.as_deref(), Some("&a9; &file;"));
    let map = "<urlset><url><loc>&a0;a</loc><news:title>&a9; &file;</news:title></url></urlset>";
    let reading = read_as("sitemap", head.clone() + map);
    assert_eq!(reading.listed[0].url, "https://post.example/a");
    assert_eq!(reading.listed[0].title.as_deref(), Some("&a9; &file;"));
    let long = format!("<!DOCTYPE x [<!ENTITY a \"{}\">]>", "x".repeat(1000));
    let outline = format!("<opml><outline text='{}' xmlUrl='https://post.example/rss'/></opml>", "&a;".repeat(100_000));
    let reading = read_as("opml", long + &outline);
    assert!(reading.subscriptions[0].title.as_ref().is_some_and(|title| title.len() < 2 << 20));
}
