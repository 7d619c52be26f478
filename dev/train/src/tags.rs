//! Learns parts of speech.

use std::collections::HashMap;

use anyhow::Result;
use dateline_annotate::grammar::tagger::{CLASSES, Tagger, features};
use dateline_annotate::grammar::tags::Tag;

use crate::corpus::{Sentence, write_model};
use crate::perceptron::Perceptron;

/// The tag that the labeller's `name` is put under.
pub fn tag(name: &str) -> Tag {
    let name = match name {
        "NNPS" => "NNP",
        "PDT" => "DT",
        "RBR" => "JJR",
        "RBS" => "JJS",
        "WP$" => "WP",
        ":" | "-LRB-" | "-RRB-" | "HYPH" | "NFP" | "``" | "''" => ".",
        "$" | "#" => "SYM",
        other => other,
    };
    Tag::ALL.iter().copied().find(|tag| tag.label() == name).unwrap_or_default()
}

/// Words seen at least so often, and nearly always with one tag, are not looked at again.
const OFTEN: usize = 30;
const ALWAYS: f64 = 0.997;

fn fixed(sentences: &[Sentence]) -> Vec<u8> {
    let mut counts: HashMap<u64, HashMap<Tag, usize>> = HashMap::new();
    for sentence in sentences {
        for (word, name) in sentence.words.iter().zip(&sentence.tags) {
            *counts.entry(word.key.bits()).or_default().entry(tag(name)).or_default() += 1;
        }
    }
    let mut entries: Vec<(u64, Tag)> = counts
        .into_iter()
        .filter_map(|(key, tags)| {
            let all: usize = tags.values().sum();
            let (tag, most) = tags.into_iter().max_by_key(|&(_, count)| count)?;
            (all >= OFTEN && most as f64 / all as f64 >= ALWAYS).then_some((key, tag))
        })
        .collect();
    entries.sort_unstable_by_key(|&(key, _)| key);
    entries.iter().flat_map(|&(key, tag)| key.to_le_bytes().into_iter().chain([tag as u8])).collect()
}

/// Learns tags from `sentences`.
fn learn(sentences: &[&Sentence]) -> Vec<u8> {
    let mut model = Perceptron::<CLASSES>::new(17);
    let mut before = Vec::new();
    for _ in 0..8 {
        for sentence in sentences {
            before.clear();
            for (at, name) in sentence.tags.iter().enumerate() {
                let features = features(sentence.text.as_str(), &sentence.words, &before, at);
                let scores = model.score(&features);
                let guess = Perceptron::best(&scores, |class| class < Tag::ALL.len());
                model.learn(&features, tag(name) as usize, guess);
                before.push(Tag::ALL[guess]);
            }
        }
    }
    model.bytes()
}

/// The tags of each of `sentences` as a tagger gives them that learnt from other articles: as good and as bad as they will be
/// on new text.
pub fn crossed(sentences: &[Sentence]) -> Vec<Vec<Tag>> {
    const FOLDS: usize = 4;
    let fixed = fixed(sentences);
    let mut all = vec![Vec::new(); sentences.len()];
    for fold in 0..FOLDS {
        let others: Vec<&Sentence> = sentences.iter().filter(|sentence| sentence.article % FOLDS != fold).collect();
        let tagger = Tagger::new(Box::leak(learn(&others).into_boxed_slice()), &fixed);
        for (tags, sentence) in all.iter_mut().zip(sentences).filter(|(_, sentence)| sentence.article % FOLDS == fold) {
            tagger.tag(sentence.text.as_str(), &sentence.words, tags);
        }
    }
    all
}

/// Learns from nine articles of ten, prints how many tags of the tenth are right, and writes the model.
pub fn train(sentences: &[Sentence]) -> Result<()> {
    let (learnt, held): (Vec<&Sentence>, Vec<&Sentence>) =
        sentences.iter().partition(|sentence| sentence.article % 10 != 9);
    let (bytes, fixed) = (learn(&learnt), fixed(sentences));
    write_model("english.tags", &bytes)?;
    write_model("english.fixed", &fixed)?;
    let tagger = Tagger::new(Box::leak(bytes.into_boxed_slice()), &fixed);
    let (mut right, mut all, mut tags) = (0usize, 0usize, Vec::new());
    for sentence in &held {
        tagger.tag(sentence.text.as_str(), &sentence.words, &mut tags);
        right += tags.iter().zip(&sentence.tags).filter(|&(found, name)| *found == tag(name)).count();
        all += tags.len();
    }
    println!("held out: {:.4} of {all}; {} words are fixed", right as f64 / all as f64, fixed.len() / 9);
    Ok(())
}
