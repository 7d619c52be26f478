//! Infinitives and the verbs they hang on: `went on to say`, `is to say`, `came to thank`.

use std::sync::LazyLock;

use super::clauses::{Found, Words, group};
use super::cues::TO;
use crate::grammar::Analysis;
use crate::grammar::tags::{Relation, Tag};
use crate::lexemes::WordKey;

/// `went on to say`, `appeared to imply`, `was quick to add`: the first word of the verb that an infinitive hangs on, where
/// few words stand between.
pub fn governing(sentence: &Analysis, at: usize, cue: Words) -> Option<usize> {
    use Tag::{Adjective, Adverb, Particle, Preposition};
    if sentence.tags[cue.0] != Tag::To {
        return None;
    }
    const NEAR: usize = 3;
    let mut verb = sentence.head(at)?;
    if sentence.tags[verb] == Adjective {
        verb = sentence.head(verb)?;
    }
    let verbal = super::cues::is_verb(sentence.tags[verb]) && verb < cue.0 && cue.0 - verb <= NEAR;
    let between = |at: usize| matches!(sentence.tags[at], Adjective | Adverb | Particle | Preposition);
    (verbal && (verb + 1..cue.0).all(between)).then(|| group(sentence, verb).0)
}

/// True for an infinitive that tells what something else is done for.
pub fn is_purpose(sentence: &Analysis, at: usize, cue: Words) -> bool {
    sentence.tags[cue.0] == Tag::To && sentence.relations()[at] != Relation::Root
}

/// `will report`, `is to address`: what nobody has said yet.
pub fn is_yet_to(sentence: &Analysis, cue: Words) -> bool {
    static YET: LazyLock<[WordKey; 8]> =
        LazyLock::new(|| ["will", "would", "shall", "'ll", "may", "might", "must", "should"].map(WordKey::of));
    static IS: LazyLock<[WordKey; 4]> = LazyLock::new(|| ["is", "are", "was", "were"].map(WordKey::of));
    let before = cue.0.checked_sub(1).map(|at| sentence.words[at].key);
    YET.contains(&sentence.words[cue.0].key)
        || sentence.tags[cue.0] == Tag::To && before.is_some_and(|before| IS.contains(&before))
}

/// Of `agreed to say` the first verb is the cue, where its content may be an infinitive; of `continued to say` both are one.
pub fn drop_governing(found: &mut Vec<Found>) {
    let mut at = 1;
    while at < found.len() {
        let (first, second) = (&found[at - 1], &found[at]);
        if first.cue.0 == second.cue.0 && first.cue.1 < second.cue.1 {
            found.remove(if first.frames & TO != 0 { at } else { at - 1 });
        } else {
            at += 1;
        }
    }
}
