//! The articles that are measured with, and variations of them.

use std::collections::hash_map::DefaultHasher;
use std::fs::File;
use std::hash::{Hash, Hasher};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde_json::Value;

/// One article line.
pub type Article = Value;

/// So many words of so many.
pub struct Share {
    pub replaced: u64,
    pub of: u64,
}

const ONE_IN_SIX: Share = Share { replaced: 1, of: 6 };

/// The 12,000 articles, or `None` (said on standard output) where they are not there.
pub fn read() -> Result<Option<Vec<Article>>> {
    let shared = std::env::var_os("DATELINE_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    let path = shared.join("volume/articles-12000.jsonl.gz");
    let Ok(file) = File::open(&path) else {
        println!("skipped: {} is not there (set DATELINE_DATA)", path.display());
        return Ok(None);
    };
    let lines = BufReader::new(GzDecoder::new(file)).lines();
    lines.map(|line| Ok(serde_json::from_str(&line?)?)).collect::<Result<_>>().map(Some)
}

/// Text in megabytes.
pub fn megabytes(articles: &[Article]) -> usize {
    articles.iter().map(|article| text(article).len()).sum::<usize>() >> 20
}

fn text(article: &Article) -> &str {
    article["text"].as_str().unwrap_or_default()
}

/// Writes the articles `times` over: the first time as they are, then with other ids and addresses, on later days, and
/// every sixth word another.
pub fn write(path: &Path, articles: &[Article], times: u64) -> Result<()> {
    let vocabulary = vocabulary(articles);
    let mut out = BufWriter::new(GzEncoder::new(File::create(path)?, Compression::fast()));
    for round in 0..times {
        for article in articles {
            if round == 0 {
                serde_json::to_writer(&mut out, article)?;
            } else {
                serde_json::to_writer(&mut out, &varied(article, round, &ONE_IN_SIX, &vocabulary)?)?;
            }
            out.write_all(b"\n")?;
        }
    }
    out.into_inner()?.finish()?;
    Ok(())
}

/// Words to replace others by.
pub fn vocabulary(articles: &[Article]) -> Vec<&str> {
    articles.iter().flat_map(|article| text(article).split(' ').take(40)).collect()
}

/// The article under another id and address, on another day, with the given share of its words replaced.
pub fn varied(article: &Article, round: u64, share: &Share, vocabulary: &[&str]) -> Result<Article> {
    let mut varied = article.clone();
    for key in ["id", "url"] {
        varied[key] = format!("{}-{round}", article[key].as_str().unwrap_or_default()).into();
    }
    for key in ["title", "text"] {
        varied[key] = words(article[key].as_str().unwrap_or_default(), round, share, vocabulary).into();
    }
    let day = hash(&(article["id"].as_str(), round)) % 2000;
    let first = jiff::civil::date(2012, 1, 1);
    varied["published"] = first.checked_add(jiff::Span::new().days(day as i64)).context("a day")?.to_string().into();
    Ok(varied)
}

/// The same word becomes the same other word throughout a round, so that shared wording stays shared.
fn words(text: &str, round: u64, share: &Share, vocabulary: &[&str]) -> String {
    let other = |word: &str| -> String {
        let number = hash(&(word, round));
        if number % share.of < share.replaced {
            vocabulary[(number / share.of) as usize % vocabulary.len()].to_owned()
        } else {
            word.to_owned()
        }
    };
    text.split(' ').map(other).collect::<Vec<_>>().join(" ")
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Addresses of searches for words and phrases that stand in the articles.
pub fn searches(articles: &[Article], count: usize) -> Vec<String> {
    let letters = |word: &str| word.chars().all(char::is_alphabetic) && word.len() > 3;
    let searches = articles.iter().cycle().enumerate().filter_map(|(number, article)| {
        let words: Vec<&str> = text(article).split_whitespace().collect();
        let at = hash(&number) as usize % words.len().max(2);
        let pair = words.get(at..at + 2).filter(|pair| pair.iter().all(|word| letters(word)))?;
        Some(match number % 3 {
            0 => format!("/search?q={}", pair[0]),
            1 => format!("/search?q={}+{}", pair[0], pair[1]),
            _ => format!("/search?q=%22{}+{}%22", pair[0], pair[1]),
        })
    });
    searches.filter(|path| path.is_ascii()).take(count).collect()
}
