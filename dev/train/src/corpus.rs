//! The texts that are learnt from, and the labels that a larger model gave their words.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use dateline_annotate::grammar::words::{Word, Words};
use dateline_annotate::{LANGUAGES, sentences};
use dateline_model::Text;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One sentence, cut into words for the labeller.
#[derive(Debug, Serialize)]
struct Line<'a> {
    article: usize,
    text: &'a str,
    words: Vec<&'a str>,
    spaces: Vec<bool>,
}

/// One sentence with its labels.
#[derive(Debug, Deserialize)]
struct Labelled {
    article: usize,
    text: String,
    words: Vec<String>,
    tags: Vec<String>,
    heads: Vec<usize>,
    relations: Vec<String>,
    names: Vec<String>,
}

/// A sentence to learn from.
#[derive(Debug)]
pub struct Sentence {
    /// Which article it is of.
    pub article: usize,
    /// Its text.
    pub text: Text,
    /// Its words.
    pub words: Vec<Word>,
    /// Their parts of speech, as the labeller names them.
    pub tags: Vec<String>,
    /// The word that each hangs on; itself where it hangs on none.
    pub heads: Vec<usize>,
    /// How.
    pub relations: Vec<String>,
    /// `O`, or `B-` or `I-` and a kind of name.
    pub names: Vec<String>,
}

/// The folder of data that others made.
pub fn data() -> PathBuf {
    let default = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    std::env::var_os("DATELINE_DATA").map_or_else(default, PathBuf::from)
}

/// The texts: bodies of pages and reports whose collections are under CC-BY-4.0, MIT and CC-BY-3.0.
fn texts() -> Result<Vec<String>> {
    let mut texts = Vec::new();
    let mut files: Vec<PathBuf> = std::fs::read_dir(data().join("extraction/wcxb-dev-articles/ground-truth"))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.sort();
    for file in files {
        let value: Value = serde_json::from_reader(BufReader::new(File::open(&file)?))?;
        texts.extend(value["ground_truth"]["main_content"].as_str().map(str::to_owned));
    }
    let file = data().join("extraction/article-extraction-benchmark/ground-truth.json");
    let value: Value = serde_json::from_reader(BufReader::new(File::open(file)?))?;
    let pages = value.as_object().context("the benchmark's truth is no object")?;
    texts.extend(pages.values().filter_map(|page| page["articleBody"].as_str().map(str::to_owned)));
    for line in BufReader::new(File::open(data().join("stories/ecbplus-topics-1-35.jsonl"))?).lines() {
        let value: Value = serde_json::from_str(&line?)?;
        texts.extend(value["text"].as_str().map(str::to_owned));
    }
    Ok(texts)
}

/// Writes the sentences of all texts, a JSON object a line, for the labeller.
pub fn write_words(output: &mut impl Write) -> Result<()> {
    for (article, content) in texts()?.iter().enumerate() {
        let text = Text::new(content);
        let mut words = Vec::new();
        for sentence in sentences::split(&text, LANGUAGES[0]) {
            Words::new(&text, sentence, LANGUAGES[0]).read(&mut words);
            let spaces = words.windows(2).map(|pair| pair[0].end < pair[1].start).chain([true]);
            let line = Line {
                article,
                text: text.slice(sentence),
                words: words.iter().map(|word| word.text(&text)).collect(),
                spaces: spaces.take(words.len()).collect(),
            };
            serde_json::to_writer(&mut *output, &line)?;
            writeln!(output)?;
        }
    }
    Ok(())
}

/// Reads what the labeller wrote.
pub fn read(path: &Path) -> Result<Vec<Sentence>> {
    let file = BufReader::new(File::open(path).with_context(|| path.display().to_string())?);
    let mut sentences = Vec::new();
    for line in file.lines() {
        let labelled: Labelled = serde_json::from_str(&line?)?;
        let text = Text::new(&labelled.text);
        let mut words = Vec::new();
        Words::new(&text, text.whole(), LANGUAGES[0]).read(&mut words);
        // A sentence that is cut otherwise alone than within its article has labels for other words.
        if words.iter().map(|word| word.text(&text)).eq(labelled.words.iter().map(String::as_str)) {
            let Labelled { article, tags, heads, relations, names, .. } = labelled;
            sentences.push(Sentence { article, text, words, tags, heads, relations, names });
        }
    }
    Ok(sentences)
}

/// Writes a model where the crate that ships it looks for it.
pub fn write_model(name: &str, bytes: &[u8]) -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates/dateline-annotate/models").join(name);
    std::fs::write(&path, bytes).with_context(|| path.display().to_string())
}
