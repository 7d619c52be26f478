//! Sentences with the labels that their words should get.

use std::path::Path;

use anyhow::{Context, Result};
use dateline_annotate::LANGUAGES;
use dateline_annotate::grammar::tagger::Tagger;
use dateline_annotate::grammar::tags::Tag;
use dateline_annotate::grammar::words::{Shape, Word, Words};
use dateline_annotate::names::features::Sentence as Seen;
use dateline_annotate::names::gazetteer::{Class, Gazetteer};
use dateline_annotate::names::labels::{Kind, Label};
use dateline_model::Text;

use crate::corpus::Sentence;

/// A sentence to learn from.
#[derive(Debug)]
pub struct Example {
    pub article: usize,
    pub text: Text,
    pub words: Vec<Word>,
    pub tags: Vec<Tag>,
    pub labels: Vec<Label>,
}

/// The kind that the labeller's `name` is put under.
fn kind(name: &str) -> Option<Kind> {
    match name {
        "PERSON" | "person" | "politician" => Some(Kind::Person),
        "ORG" | "organisation" | "politicalparty" => Some(Kind::Organisation),
        "GPE" | "LOC" | "FAC" | "country" | "location" => Some(Kind::Place),
        "NORP" | "LANGUAGE" => Some(Kind::People),
        "EVENT" | "WORK_OF_ART" | "LAW" | "PRODUCT" | "election" | "event" | "misc" => Some(Kind::Other),
        _ => None,
    }
}

/// The examples of `sentences`. Names lose the article before and the ending behind them, which the labeller counts in.
pub fn of(sentences: Vec<Sentence>) -> Vec<Example> {
    let examples = sentences.into_iter().map(|sentence| {
        let Sentence { article, text, words, names, .. } = sentence;
        let mut tags = Vec::new();
        Tagger::english().tag(text.as_str(), &words, &mut tags);
        let mut labels = vec![Label::OUTSIDE; words.len()];
        for (first, end, name) in marked(&names) {
            if let Some(kind) = kind(name) {
                mark(&text, &words, first, end, kind, &mut labels);
            }
        }
        Example { article, text, words, tags, labels }
    });
    examples.filter(can_be_found).collect()
}

/// The examples of a file of `token TAB label` lines, as people marked them; each sentence counts as an article from
/// `article` on.
pub fn of_file(path: &Path, article: usize) -> Result<Vec<Example>> {
    let file = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let sentences = file.split("\n\n").enumerate().map(|(number, lines)| {
        let (tokens, names): (Vec<&str>, Vec<String>) = lines
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .map(|(token, name)| (token, name.to_owned()))
            .unzip();
        let text = Text::new(&tokens.join(" "));
        let mut ends = Vec::new();
        tokens.iter().fold(0, |start, token| {
            ends.push(start + token.len());
            start + token.len() + 1
        });
        let mut words = Vec::new();
        Words::new(&text, text.whole(), LANGUAGES[0]).read(&mut words);
        let token = |word: &Word| ends.partition_point(|&end| end <= word.start as usize);
        let of_words: Vec<usize> = words.iter().map(token).collect();
        let mut tags = Vec::new();
        Tagger::english().tag(text.as_str(), &words, &mut tags);
        let mut labels = vec![Label::OUTSIDE; words.len()];
        for (first, end, name) in marked(&names) {
            let (first, end) = (of_words.partition_point(|&at| at < first), of_words.partition_point(|&at| at < end));
            let people = name == "misc"
                && words[first..end].iter().all(|word| Gazetteer::english().is(word.key, Class::Adjective));
            let kind = if people { Some(Kind::People) } else { kind(name) };
            kind.into_iter().for_each(|kind| mark(&text, &words, first, end, kind, &mut labels));
        }
        Example { article: article + 10 * number, text, words, tags, labels }
    });
    Ok(sentences.filter(|example| !example.words.is_empty()).filter(can_be_found).collect())
}

/// The names of labels such as `B-ORG` and `I-ORG`: first word, the word behind, kind.
fn marked(names: &[String]) -> Vec<(usize, usize, &str)> {
    let mut found: Vec<(usize, usize, &str)> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        match (name.split_once('-'), found.last_mut()) {
            (Some(("I", _)), Some(last)) if last.1 == at => last.1 = at + 1,
            (Some((_, kind)), _) => found.push((at, at + 1, kind)),
            _ => {}
        }
    }
    found
}

/// Labels the words of one name.
fn mark(text: &Text, words: &[Word], first: usize, end: usize, kind: Kind, labels: &mut [Label]) {
    let (mut first, mut end) = (first, end);
    let edge = |word: &Word| !matches!(word.shape, Shape::Lower | Shape::Mark);
    let particle = |word: &Word| {
        matches!(word.text(text), "al" | "el" | "de" | "del" | "da" | "van" | "von" | "bin" | "di" | "du" | "le" | "la")
    };
    while first < end
        && (matches!(words[first].text(text), "The" | "A" | "An") || !(edge(&words[first]) || particle(&words[first])))
    {
        first += 1;
    }
    while first < end && !edge(&words[end - 1]) {
        end -= 1;
    }
    for at in first..end {
        if kind == Kind::People && !edge(&words[at]) {
            continue;
        }
        labels[at] = Label::of(kind, at == first, at + 1 == end);
    }
}

/// False where the labels could never be found, since of their looks the words make no name.
fn can_be_found(example: &Example) -> bool {
    let sentence = Seen::new(example.text.as_str(), &example.words, &example.tags);
    let mut covered = vec![false; example.words.len()];
    for run in sentence.runs() {
        if !sentence.allows(run.clone(), &example.labels[run.clone()]) {
            return false;
        }
        covered[run].fill(true);
    }
    example.labels.iter().zip(covered).all(|(label, covered)| covered || *label == Label::OUTSIDE)
}

/// The names in `labels`: first word, the word behind, kind.
pub fn spans(labels: &[Label]) -> Vec<(usize, usize, Kind)> {
    dateline_annotate::names::spans(labels)
}
