//! What scripts have of their own: signs written as references, ends of sentences, marks around headlines, UTF-16, and
//! the same article after it was written as a line and read again.

use std::fmt::Write;

use dateline_ingest::{Reading, read, sniff};
use dateline_model::wire::ArticleLine;
use dateline_model::{Article, Capture};

/// A headline with five paragraphs below it, a line each.
const REPORTS: &[&str] = &[
    include_str!("cases/languages/ar.txt"),
    include_str!("cases/languages/bn.txt"),
    include_str!("cases/languages/el.txt"),
    include_str!("cases/languages/fa.txt"),
    include_str!("cases/languages/he.txt"),
    include_str!("cases/languages/hi.txt"),
    include_str!("cases/languages/ja.txt"),
    include_str!("cases/languages/ko.txt"),
    include_str!("cases/languages/ru.txt"),
    include_str!("cases/languages/ta.txt"),
    include_str!("cases/languages/th.txt"),
    include_str!("cases/languages/tr.txt"),
    include_str!("cases/languages/vi.txt"),
    include_str!("cases/languages/zh.txt"),
];

fn reports() -> impl Iterator<Item = (&'static str, &'static str)> {
    REPORTS.iter().map(|file| file.trim_end().split_once('\n').expect("a headline and a body"))
}

fn the_one(source: &str, bytes: impl Into<Vec<u8>>) -> (Article, Vec<String>) {
    let capture = Capture::of(bytes);
    assert_eq!(sniff(&capture.bytes).map(|found| found.name), Some(source));
    let Reading { mut articles, problems, .. } = read(&capture);
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(articles.len(), 1, "{problems:?}");
    (articles.remove(0), problems)
}

fn check(source: &str, bytes: impl Into<Vec<u8>>, title: &str, body: &str) {
    let (article, problems) = the_one(source, bytes);
    assert_eq!((article.title.as_deref(), article.text.as_str()), (Some(title), body), "{source}");
    assert_eq!(problems, [""; 0], "{source} {title}");
}

fn paragraphs(body: &str) -> String {
    body.lines().map(|line| format!("<p>{line}</p>")).collect()
}

fn page(title: &str, body: &str) -> String {
    format!("<html><head><title>{title}</title></head><body><h1>{title}</h1>{}</body></html>", paragraphs(body))
}

fn rss(title: &str, description: &str) -> String {
    format!(
        "<rss><channel><title>Post</title><item><title>{title}</title><description>{description}</description></item>\
         </channel></rss>"
    )
}

/// Every character that is not ASCII as a reference to its number.
fn referred(words: &str, hexadecimal: bool) -> String {
    let mut out = String::new();
    for character in words.chars() {
        let number = u32::from(character);
        let _ = match (character.is_ascii(), hexadecimal) {
            (true, _) => write!(out, "{character}"),
            (false, true) => write!(out, "&#x{number:X};"),
            (false, false) => write!(out, "&#{number};"),
        };
    }
    out
}

#[test]
fn every_script_may_be_written_in_references() {
    for (title, body) in reports() {
        for hexadecimal in [true, false] {
            let refer = |words: &str| referred(words, hexadecimal);
            check("html", page(&refer(title), &refer(body)), title, body);
            check("feed", rss(&refer(title), &refer(body)), title, body);
            let escaped = |words: &str| words.replace('&', "&amp;").replace('<', "&lt;");
            let inside = escaped(&paragraphs(&refer(body)));
            check("feed", rss(&escaped(&refer(title)), &inside), title, body);
            let within = format!("<![CDATA[{}]]>", paragraphs(&refer(body)));
            check("feed", rss(&format!("<![CDATA[{}]]>", refer(title)), &within), title, body);
        }
    }
}

#[test]
fn joiners_and_marks_of_direction_may_be_written_by_name() {
    let names = [("\u{200c}", "&zwnj;"), ("\u{200d}", "&zwj;"), ("\u{200e}", "&lrm;"), ("\u{200f}", "&rlm;")];
    let body = "اداره بندر می\u{200c}گوید کشتی\u{200f} هر ساعت\u{200e} حرکت می\u{200c}کند و جا\u{200d} برای همه هست.";
    let title = "کشتی می\u{200c}رود\u{200f} هر ساعت";
    let named = |words: &str| names.iter().fold(words.to_owned(), |words, (sign, name)| words.replace(sign, name));
    check("html", page(&named(title), &named(body)), title, body);
    check("feed", rss(&named(title), &named(body)), title, body);
    let escaped = |words: &str| named(words).replace('&', "&amp;");
    check("feed", rss(&escaped(title), &format!("&lt;p>{}&lt;/p>", escaped(body))), title, body);
}

#[test]
fn markup_in_utf_16_is_known_with_and_without_a_mark() {
    for (title, body) in reports() {
        let body = body.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let body = body.collect::<Vec<_>>().join("\n");
        for (source, written) in [("html", page(title, &body)), ("feed", rss(title, &body))] {
            let lower_first: Vec<u8> = written.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let upper_first: Vec<u8> = written.encode_utf16().flat_map(u16::to_be_bytes).collect();
            check(source, [b"\xff\xfe", &lower_first[..]].concat(), title, &body);
            check(source, [b"\xfe\xff", &upper_first[..]].concat(), title, &body);
            check(source, lower_first, title, &body);
            check(source, upper_first, title, &body);
        }
    }
}

/// Without a headline, a text begins with its first sentence, whatever that ends with.
#[test]
fn a_first_sentence_is_no_headline() {
    for first in [
        "Ferries will sail every hour from June.",
        "“Ferries will sail every hour from June.”",
        "„Die Fähren fahren von Juni an jede Stunde.“",
        "»Færgerne sejler hver time fra juni.«",
        "連絡船は六月から毎時運航される。",
        "「連絡船は六月から毎時運航される。」",
        "渡轮从六月起每小时开出一班。",
        "नाव जून से हर घंटे चलेगी।",
        "کشتی یکم جون سے ہر گھنٹے چلے گی۔",
        "ستبحر العبارة كل ساعة ابتداء من يونيو!",
        "ጀልባው ከሰኔ ጀምሮ በየሰዓቱ ይጓዛል።",
        "Լաստանավը հունիսից կմեկնի ամեն ժամ։",
        "សាឡាងនឹងចេញដំណើររៀងរាល់ម៉ោង។",
        "ကူးတို့သည် ဇွန်လမှစ၍ နာရီတိုင်း ထွက်မည်။",
    ] {
        let rest = "Two new ships with room for 240 passengers each will be used on the line, the office said.";
        let (article, _) = the_one("plain-text", format!("{first}\n\n{rest}\n\n{rest} Soon.\n"));
        assert_eq!(article.title, None, "{first}");
        assert!(article.text.as_str().starts_with(first), "{}", article.text.as_str());
    }
}

#[test]
fn a_headline_may_be_a_question() {
    for title in [
        "Why do fares rise?",
        "なぜ運賃は上がるのか？",
        "为什么票价要上涨？",
        "لماذا ترتفع الأسعار؟",
        "چرا بها بالا می\u{200c}رود؟",
        "Γιατί ακριβαίνει το πλοίο;",
        "¿Por qué suben los precios?",
    ] {
        let body = "Two new ships with room for 240 passengers each will be used on the line, the office said.";
        check("plain-text", format!("{title}\n\n{body}\n"), title, body);
    }
}

#[test]
fn the_outlet_leaves_the_headline_behind_any_mark() {
    for (title, outlet) in [
        ("ソラ島への連絡船、六月から毎時運航に", "港日報"),
        ("前往索拉岛的渡轮六月起每小时一班", "港口日报"),
        ("소라섬 여객선, 유월부터 한 시간마다 운항", "항구일보"),
        ("العبارة إلى جزيرة سورا ستبحر كل ساعة", "بريد الميناء"),
        ("Паром на остров Сора будет ходить каждый час", "Портовая почта"),
    ] {
        let body = reports().map(|(_, body)| body).last().unwrap_or_default();
        for mark in ["｜", " ｜ ", "|", " | ", " - ", " － ", "_", "丨", " – ", " — "] {
            for stated in [format!("{title}{mark}{outlet}"), format!("{outlet}{mark}{title}")] {
                let html = format!(
                    "<html><head><meta property='og:site_name' content='{outlet}'><title>{stated}</title></head>{}",
                    paragraphs(body)
                );
                check("html", html, title, body);
                let feed = rss(&stated, body).replacen("Post", outlet, 1);
                check("feed", feed, title, body);
            }
        }
    }
}

/// Signs of several characters: families and flags, styles of a sign, variants of one ideograph.
#[test]
fn signs_of_several_characters_stay_whole() {
    for sign in [
        "👨\u{200d}👩\u{200d}👧",
        "🏴\u{e0067}\u{e0062}\u{e007f}",
        "❤\u{fe0f}",
        "👍\u{1f3fd}",
        "🇯🇵",
        "葛\u{e0100}",
        "ᠮᠣᠩᠭᠣᠯ\u{180e}ᠠ",
        "ᠪᠢᠴᠢᠭ\u{180b}",
        "e\u{301}\u{323}",
        "ﬁ Å ½ ﷺ",
    ] {
        let title = format!("Fares {sign} rise again");
        let body = format!("The ferry line {sign} will sail every hour from the first of June, the office said.");
        check("html", page(&title, &body), &title, &body);
        check("feed", rss(&title, &body), &title, &body);
        check("plain-text", format!("{title}\n\n{body}\n"), &title, &body);
    }
}

#[test]
fn a_language_that_is_none_is_passed_over_for_the_next() {
    let (title, body) = reports().next().unwrap_or_default();
    let told = |attribute: &str| {
        let html = page(title, body).replacen(
            "<html><head>",
            &format!("<html lang='{attribute}'><head><meta property='og:locale' content='ar_EG'>"),
            1,
        );
        the_one("html", html).0.language.map(|language| language.to_string())
    };
    for (attribute, expected) in
        [("", "ar"), ("C", "ar"), ("x-own", "ar"), ("arabic", "ar"), ("12", "ar"), (" FA-ir ", "fa"), ("he_IL", "he")]
    {
        assert_eq!(told(attribute).as_deref(), Some(expected), "{attribute:?}");
    }
}

/// Spans count code points on a line and bytes in an article: they mean the same words after each step.
#[test]
fn an_article_is_the_same_after_it_was_a_line() {
    for (title, body) in reports() {
        let lines: Vec<&str> = body.lines().collect();
        let html = format!(
            "<html><title>{title}</title><main><h1>{title}</h1><p>{}<h2>{title} 2</h2><p>{}<ul><li>{}</ul><blockquote>{}\
             </blockquote><p>{}</main>",
            lines[0], lines[1], lines[2], lines[3], lines[4]
        );
        let (article, _) = the_one("html", html);
        assert_eq!(article.blocks.len(), 3, "{title}");
        let written = serde_json::to_string(&ArticleLine::from(&article)).expect("a line");
        let (again, problems) = the_one("article-lines", written);
        assert_eq!((&again, problems), (&article, vec![]), "{title}");
    }
}
