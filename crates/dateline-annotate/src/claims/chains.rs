//! Who passed a claim on: `told Reuters`, `in an interview with NRK`, `the paper reported, citing two people`.

use std::sync::LazyLock;

use dateline_model::{SourceKind, Text};

use super::clauses::{Found, Voice, Words, voice};
use super::phrases::head;
use super::speakers::{describe, speaks_for_press};
use crate::grammar::Analysis;
use crate::grammar::tags::{Relation, Tag};
use crate::lexemes::WordKey;

static CITING: LazyLock<[WordKey; 2]> = LazyLock::new(|| ["citing", "quoting"].map(WordKey::of));
static SPEAKING: LazyLock<[WordKey; 2]> = LazyLock::new(|| ["speaking", "talking"].map(WordKey::of));
static TALKS: LazyLock<[WordKey; 3]> = LazyLock::new(|| ["interview", "interviews", "conversation"].map(WordKey::of));

/// Adds to what was found in a sentence who passed it on, and takes out cues that only name a source.
pub fn link(text: &Text, sentence: &Analysis, found: &mut Vec<Found>) {
    let citing = (0..sentence.len()).find(|&at| {
        let without = at > 0 && sentence.words[at - 1].key == WordKey::of("without");
        CITING.contains(&sentence.words[at].key) && !without
    });
    if let Some((at, cited)) = citing.and_then(|at| Some((at, cited(sentence, at)?))) {
        found.retain(|found| found.cue.1 != at);
        for claim in found.iter_mut() {
            let passes_on = |source: &Voice| {
                let kind = describe(text, sentence, source.noun).kind;
                let document = kind == SourceKind::Document && source.words.0 < at && at <= source.words.1;
                document || speaks_for_press(text, sentence, source.noun)
            };
            if let Some(outlet) = claim.source.filter(passes_on) {
                let first = trimmed(sentence, outlet.words, at);
                claim.via.insert(0, first);
                claim.source = Some(Voice {
                    words: (cited.words.0, cited.words.1.min(before(cited.words.0, claim.cue.0))),
                    ..cited
                });
            }
        }
    }
    for claim in found.iter_mut() {
        let own = |outlet: &Words| {
            claim.source.is_some_and(|source| source.words.0 <= outlet.1 && outlet.0 <= source.words.1)
        };
        let told = spoken_to(text, sentence, claim.cue).filter(|outlet| !own(outlet));
        let speaking = claim.source.and_then(|source| speaking_to(text, sentence, source.words));
        claim.via.extend(told.or(speaking));
    }
}

/// Who is cited: the words behind `citing` up to the next mark or clause.
fn cited(sentence: &Analysis, citing: usize) -> Option<Voice> {
    let first = citing + 1;
    let ends = |at: &usize| matches!(sentence.tags[*at], Tag::Comma | Tag::Mark);
    let stop = (first..sentence.len()).find(ends).unwrap_or(sentence.len());
    let words = (first, stop.checked_sub(1).filter(|&last| last >= first)?);
    Some(Voice { noun: head(sentence, words), words })
}

/// The words of an outlet without the `, citing …` behind it.
fn trimmed(sentence: &Analysis, (first, last): Words, citing: usize) -> Words {
    let within = citing > first && citing <= last;
    let comma = within && sentence.tags[citing - 1] == Tag::Comma;
    if within { (first, citing.saturating_sub(1 + usize::from(comma)).max(first)) } else { (first, last) }
}

/// The last word of a phrase that begins at `first` and must end before `cue`, where that stands behind it.
fn before(first: usize, cue: usize) -> usize {
    if cue > first { cue.saturating_sub(2) } else { usize::MAX }
}

/// `an official, speaking anonymously to Reuters,`: the outlet, within the words of a source.
fn speaking_to(text: &Text, sentence: &Analysis, (first, last): Words) -> Option<Words> {
    let speaking = (first..last).find(|&at| SPEAKING.contains(&sentence.words[at].key))?;
    let to = (speaking + 1..last).find(|&at| sentence.words[at].key == WordKey::of("to"))?;
    let ends = |at: &usize| matches!(sentence.tags[*at], Tag::Comma | Tag::Mark);
    let stop = (to + 1..=last).find(ends).unwrap_or(last + 1);
    let outlet = (to + 1, stop.checked_sub(1).filter(|&end| end > to)?);
    speaks_for_press(text, sentence, head(sentence, outlet)).then_some(outlet)
}

/// The outlet that somebody spoke to.
fn spoken_to(text: &Text, sentence: &Analysis, cue: Words) -> Option<Words> {
    let verb = (cue.0..=cue.1).rev().find(|&at| sentence.tags[at] != Tag::Preposition)?;
    let press = |noun: &usize| speaks_for_press(text, sentence, *noun);
    let addressee =
        sentence.children(verb).find(|&child| child > verb && sentence.relations()[child] == Relation::Object);
    if let Some(outlet) = addressee.filter(press) {
        return voice(sentence, outlet, cue).map(|outlet| outlet.words);
    }
    let talk = sentence.children(verb).filter(|&child| sentence.relations()[child] == Relation::Preposition).find_map(
        |preposition| {
            sentence
                .child(preposition, &[Relation::PrepositionObject])
                .filter(|&noun| TALKS.contains(&sentence.words[noun].key))
        },
    )?;
    let with = sentence.child(talk, &[Relation::Preposition])?;
    let outlet = sentence.child(with, &[Relation::PrepositionObject]).filter(press)?;
    voice(sentence, outlet, cue).map(|outlet| outlet.words)
}
