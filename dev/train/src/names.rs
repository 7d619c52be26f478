//! Learns which words are names.

mod examples;

use anyhow::Result;
use dateline_annotate::names::features::Sentence as Seen;
use dateline_annotate::names::history::History;
use dateline_annotate::names::labeller::{Labeller, follows, search};
use dateline_annotate::names::labels::{Kind, LABELS, Label};

use crate::corpus::{Sentence, data, write_model};
use crate::perceptron::Perceptron;
use examples::{Example, spans};

/// Two to the power of this many rows.
const BITS: u32 = 18;
const ROUNDS: usize = 10;

/// Sentences that people marked are shown so many times as often as the others.
const TIMES: usize = 6;
/// The number of the first article of these; they count as learnt from, being no multiple of ten less one.
const FIRST: usize = 1_000_000;

/// Learns from nine articles of ten and from `marked`, files that people labelled, prints how many names of the tenth are
/// found, and writes the model.
pub fn train(sentences: Vec<Sentence>, marked: &[&str]) -> Result<()> {
    let (mut learnt, held): (Vec<Example>, Vec<Example>) =
        examples::of(sentences).into_iter().partition(|example| example.article % 10 != 9);
    for time in 0..TIMES {
        for (number, file) in marked.iter().enumerate() {
            let first = FIRST * (1 + number + time * marked.len());
            learnt.extend(examples::of_file(&data().join(file), first)?);
        }
    }
    let bytes: &'static [u8] = Box::leak(learn(&learnt).into_boxed_slice());
    judge(&Labeller::new(bytes), &held);
    write_model("english.names", bytes)
}

/// Shows each sentence with what its article has shown so far.
fn walk(examples: &[Example], mut show: impl FnMut(&Example, &History, &mut Vec<Label>)) {
    let (mut history, mut labels) = (History::default(), Vec::new());
    for article in examples.chunk_by(|a, b| a.article == b.article) {
        history.begin();
        article.iter().for_each(|example| history.note_capitals(&example.words));
        article.iter().for_each(|example| history.note_small(&example.words));
        for example in article {
            show(example, &history, &mut labels);
            history.note_labels(&example.words, &labels);
        }
    }
}

fn learn(examples: &[Example]) -> Vec<u8> {
    let mut model = Perceptron::<LABELS>::new(BITS);
    for round in 0..ROUNDS {
        let (mut right, mut all) = (0usize, 0usize);
        walk(examples, |example, history, labels| {
            let sentence = Seen::new(example.text.as_str(), &example.words, &example.tags);
            search(
                &sentence,
                history,
                labels,
                |features| model.score(features),
                |before| model.score(&[follows(before)]),
            );
            model.pass();
            all += 1;
            right += usize::from(*labels == example.labels);
            change(&mut model, &sentence, history, labels, &example.labels);
        });
        println!("round {round}: {:.4} of sentences", right as f64 / all as f64);
    }
    model.bytes()
}

/// Moves the weights from the labels guessed towards the right ones.
fn change(model: &mut Perceptron<LABELS>, sentence: &Seen<'_>, history: &History, guess: &[Label], right: &[Label]) {
    let before = |labels: &[Label], at: usize| if at == 0 { Label::OUTSIDE } else { labels[at - 1] };
    for run in sentence.runs() {
        if guess[run.clone()] == right[run.clone()] {
            continue;
        }
        for at in run.clone() {
            if guess[at] != right[at] {
                let features = sentence.features(at, run.clone(), &guess[..run.start], history);
                model.change(&features, right[at].number(), 1.0);
                model.change(&features, guess[at].number(), -1.0);
            }
            let first = at == run.start;
            let (right_before, guess_before) =
                if first { (Label::OUTSIDE, Label::OUTSIDE) } else { (before(right, at), before(guess, at)) };
            model.change(&[follows(right_before)], right[at].number(), 1.0);
            model.change(&[follows(guess_before)], guess[at].number(), -1.0);
        }
    }
}

/// Prints precision, recall and F1 of each kind.
fn judge(labeller: &Labeller, held: &[Example]) {
    let mut counts = [[0usize; 3]; Kind::ALL.len()];
    walk(held, |example, history, labels| {
        let sentence = Seen::new(example.text.as_str(), &example.words, &example.tags);
        labeller.label(&sentence, history, labels);
        let (found, marked) = (spans(labels), spans(&example.labels));
        for (kind, counts) in Kind::ALL.iter().zip(&mut counts) {
            let of_kind = |spans: &[(usize, usize, Kind)]| spans.iter().filter(|span| span.2 == *kind).count();
            counts[0] += of_kind(&marked);
            counts[1] += of_kind(&found);
            counts[2] += found.iter().filter(|span| span.2 == *kind && marked.contains(span)).count();
        }
    });
    for (kind, [marked, found, both]) in Kind::ALL.iter().zip(counts) {
        let share = |of: usize| both as f64 / of.max(1) as f64;
        let f1 = 2.0 * both as f64 / (marked + found).max(1) as f64;
        println!(
            "held out: {kind:?} f1 {f1:.4}, precision {:.4}, recall {:.4} of {marked}",
            share(found),
            share(marked)
        );
    }
}
