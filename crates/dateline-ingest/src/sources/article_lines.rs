//! Article JSON Lines: one article a line, as the filters write it and as archives keep it.

use dateline_model::wire::{ArticleLine, BlockLine};
use dateline_model::{ArticleId, Capture, Problem};
use serde_json::{Map, Value};

use crate::decode::decode;
use crate::finish::{complete, shortened};
use crate::{Framing, Reading, Source, dates};

/// See the module.
pub(super) static ARTICLE_LINES: Source = Source {
    name: "article-lines",
    about: "JSON Lines, one article a line, with `text` and what else is known.",
    framing: Framing::Lines,
    sniff,
    read,
};

/// How many lines at the head of a file may be broken before it is taken for something else.
const HEAD: usize = 10;

fn sniff(prefix: &[u8]) -> bool {
    let prefix = prefix.strip_prefix(b"\xef\xbb\xbf").unwrap_or(prefix);
    let lines = prefix.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    lines.take(HEAD).enumerate().any(|(at, line)| {
        let object = opens_object(line);
        // Past the first line, braces alone do not make a file one of articles.
        object && !is_json_feed(line) && (at == 0 || has_text(line))
    })
}

/// `{"name":` with any space between, or `{}`.
fn opens_object(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"{") else { return false };
    let rest = rest.trim_ascii_start();
    let Some(name) = rest.strip_prefix(b"\"") else { return rest == b"}" };
    let Some(end) = name.iter().take(100).position(|&byte| byte == b'"') else { return false };
    name[end + 1..].trim_ascii_start().first() == Some(&b':')
}

fn has_text(line: &[u8]) -> bool {
    memchr::memmem::find(line, b"\"text\"").is_some()
}

fn is_json_feed(line: &[u8]) -> bool {
    memchr::memmem::find(line, b"jsonfeed.org/version").is_some()
}

fn read(capture: &Capture) -> Reading {
    let mut problems = Vec::new();
    let decoded;
    let line = match std::str::from_utf8(&capture.bytes) {
        Ok(line) if !line.contains('\0') => line,
        _ => {
            decoded = decode(capture);
            problems.extend(decoded.problems);
            decoded.text.as_str()
        }
    };
    let line = line.trim_start_matches('\u{feff}').trim();
    if line.is_empty() {
        return Reading { problems, ..Reading::default() };
    }
    match parse(line, &mut problems) {
        Ok(article_line) => read_line(article_line, problems),
        Err(what) => {
            problems.push(Problem::new(what, "the line was left out"));
            Reading { problems, ..Reading::default() }
        }
    }
}

/// The strict form first, since nearly every line has it; then field by field.
fn parse(line: &str, problems: &mut Vec<Problem>) -> Result<ArticleLine, String> {
    match serde_json::from_str(line) {
        Ok(article_line) => Ok(article_line),
        Err(strict) => match serde_json::from_str(line) {
            Ok(Value::Object(fields)) => Ok(lenient(fields, problems)),
            Ok(_) => Err("not an article: no `text`".to_owned()),
            Err(_) => Err(format!("not JSON: {strict}")),
        },
    }
}

fn read_line(mut line: ArticleLine, mut problems: Vec<Problem>) -> Reading {
    let wanting = match line.text.as_deref() {
        None => Some("not an article: no `text`"),
        Some(text)
            if text.trim_matches(|character: char| character.is_whitespace() || character == '\0').is_empty() =>
        {
            Some("not an article: `text` is empty")
        }
        Some(_) => None,
    };
    if let Some(what) = wanting {
        problems.push(Problem::new(what, "the line was left out"));
        return Reading { problems, ..Reading::default() };
    }
    without_nuls(&mut line, &mut problems);
    for (field, words) in [("published", &mut line.published), ("modified", &mut line.modified)] {
        exact(field, words, &mut problems);
    }
    // An identifier that the line gives stands; made here only where it gives none.
    let given = line.id.take().filter(|id| !id.trim().is_empty());
    line.id = Some(given.clone().unwrap_or_else(|| "-".to_owned()));
    let Some((mut article, odd)) = line.into_article() else {
        return Reading { problems, ..Reading::default() };
    };
    problems.extend(odd.into_iter().map(|what| Problem::new(what, "the article was kept without it")));
    complete(&mut article, &mut problems);
    if given.is_none() {
        article.id = ArticleId::derive(&article);
    }
    Reading { articles: vec![article], problems, ..Reading::default() }
}

/// Rewrites a loosely written time as RFC 3339; one that cannot be read is left out and named.
fn exact(field: &str, words: &mut Option<String>, problems: &mut Vec<Problem>) {
    let Some(written) = words.take().filter(|written| !written.trim().is_empty()) else { return };
    match dates::read(&written) {
        Some(moment) => *words = Some(moment.to_string()),
        None => {
            let what = format!("`{field}` “{}” is not a date that can be read", shortened(&written));
            problems.push(Problem::new(what, "the article was kept without it"));
        }
    }
}

/// Takes NUL characters out of the text and moves the positions that count its characters.
fn without_nuls(line: &mut ArticleLine, problems: &mut Vec<Problem>) {
    let Some(text) = line.text.as_mut().filter(|text| text.contains('\0')) else { return };
    let nuls: Vec<usize> =
        text.chars().enumerate().filter(|(_, character)| *character == '\0').map(|(at, _)| at).collect();
    text.retain(|character| character != '\0');
    let moved = |point: usize| point - nuls.partition_point(|&nul| nul < point);
    if let Some(dateline) = &mut line.dateline {
        (dateline.start, dateline.end) = (moved(dateline.start), moved(dateline.end));
    }
    for block in &mut line.blocks {
        (block.start, block.end) = (moved(block.start), moved(block.end));
    }
    problems.push(Problem::new(format!("{} NUL characters in `text`", nuls.len()), "they were left out"));
}

/// Reads each field as what it should be, as far as it can be.
fn lenient(mut fields: Map<String, Value>, problems: &mut Vec<Problem>) -> ArticleLine {
    let mut odd = Vec::new();
    let mut take = |name: &str| fields.remove(name).filter(|value| !value.is_null());
    let mut string = |name: &'static str| {
        let value = take(name)?;
        let read = one(&value);
        if read.is_none() {
            odd.push(name);
        }
        read
    };
    let mut line = ArticleLine {
        id: string("id"),
        url: string("url"),
        outlet: string("outlet"),
        title: string("title"),
        agency: string("agency"),
        language: string("language"),
        section: string("section"),
        subtitle: string("subtitle"),
        image: string("image"),
        ..ArticleLine::default()
    };
    line.text = match take("text") {
        Some(Value::String(text)) => Some(text),
        _ => None,
    };
    let mut time = |name: &str| {
        let value = take(name)?;
        let number = value.as_i64().or_else(|| value.as_f64().map(|number| number as i64));
        number.and_then(dates::epoch).map(|moment| moment.to_string()).or_else(|| one(&value))
    };
    line.published = time("published");
    line.modified = time("modified");
    line.bylines = take("bylines").map(|value| many(&value)).unwrap_or_default();
    line.paywall = take("paywall").is_some_and(|value| value == true);
    line.teaser = take("teaser").is_some_and(|value| value == true);
    line.tags = take("tags").map(|value| many(&value)).unwrap_or_default();
    odd.extend(structured(&mut fields, &mut line));
    for name in odd {
        problems
            .push(Problem::new(format!("`{name}` is not of the kind it should be"), "the article was kept without it"));
    }
    line
}

/// Reads the fields that are objects; the names of those that are something else.
fn structured(fields: &mut Map<String, Value>, line: &mut ArticleLine) -> Vec<&'static str> {
    // A dateline given as words is found again at the head of the text.
    let mut take = |name: &str| fields.remove(name).filter(|value| !value.is_null() && !value.is_string());
    let mut odd = Vec::new();
    if let Some(value) = take("dateline") {
        line.dateline = serde_json::from_value(value).ok();
        odd.extend(line.dateline.is_none().then_some("dateline"));
    }
    if let Some(value) = take("series") {
        line.series = serde_json::from_value(value).ok();
        odd.extend(line.series.is_none().then_some("series"));
    }
    if let Some(value) = take("provenance") {
        line.provenance = serde_json::from_value(value).unwrap_or_default();
    }
    match take("blocks") {
        Some(Value::Array(blocks)) => {
            let given = blocks.len();
            let read = blocks.into_iter().filter_map(|block| serde_json::from_value::<BlockLine>(block).ok());
            line.blocks = read.collect();
            odd.extend((line.blocks.len() < given).then_some("blocks"));
        }
        Some(_) => odd.push("blocks"),
        None => {}
    }
    odd
}

/// One string: a number or truth value as written, the first of a list, the `name` of an object.
fn one(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Array(values) => values.iter().find_map(|value| value.as_str().map(str::to_owned)),
        Value::Object(fields) => fields.get("name").and_then(Value::as_str).map(str::to_owned),
        Value::Null => None,
    }
}

/// Several strings: a list, or a single string that parts them by commas.
fn many(value: &Value) -> Vec<String> {
    let all = match value {
        Value::Array(values) => values.iter().filter_map(one).collect(),
        Value::String(words) => words.split([',', ';']).map(str::to_owned).collect(),
        other => one(other).into_iter().collect::<Vec<String>>(),
    };
    all.iter().map(|words| words.trim().to_owned()).filter(|words| !words.is_empty()).collect()
}
