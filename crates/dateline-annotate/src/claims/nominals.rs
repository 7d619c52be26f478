//! Nouns and adjectives that are cues: `her claim that …`, `is confident that …`.

use std::sync::LazyLock;

use super::clauses::{Found, Voice, group, subject, topic, trim, voice};
use super::cues::Cue;
use crate::grammar::Analysis;
use crate::grammar::tags::{Relation, Tag};
use crate::lexemes::WordKey;

/// Prepositions between a noun that is a cue and its content.
static ABOUT_NOUNS: LazyLock<[WordKey; 8]> =
    LazyLock::new(|| ["of", "about", "on", "for", "to", "against", "toward", "over"].map(WordKey::of));

/// `her claim that …`, `its refusal to …`, `their criticism of …`.
pub fn noun(sentence: &Analysis, at: usize, entry: Cue) -> Option<Found> {
    noun_of_clause(sentence, at, entry).or_else(|| noun_about(sentence, at, entry))
}

/// The noun with the words of its owner, where it has one.
fn owner(sentence: &Analysis, at: usize) -> Option<Voice> {
    let owner = sentence.child(at, &[Relation::Possessor])?;
    let (first, last) = sentence.reach(owner);
    let ending = usize::from(last > first && sentence.tags[last] == Tag::PossessiveEnding);
    Some(Voice { noun: owner, words: (first, last - ending) })
}

/// `their criticism of the plan`: only with an owner.
fn noun_about(sentence: &Analysis, at: usize, entry: Cue) -> Option<Found> {
    let source = owner(sentence, at)?;
    let preposition = sentence.child(at, &[Relation::Preposition]).filter(|&child| child == at + 1)?;
    let listed = ABOUT_NOUNS.contains(&sentence.words[preposition].key);
    let (_, last) = sentence.reach(preposition);
    let content = vec![trim(sentence, (preposition + 1, last))];
    (listed && last > preposition).then(|| Found {
        cue: (at, preposition),
        source: Some(source),
        content,
        has_clause: true,
        ..Found::of(entry)
    })
}

fn noun_of_clause(sentence: &Analysis, at: usize, entry: Cue) -> Option<Found> {
    let clause = sentence.children(at).find(|&child| {
        child > at
            && matches!(sentence.relations()[child], Relation::Clause | Relation::Complement | Relation::RelativeClause)
    })?;
    let (first, last) = sentence.reach(clause);
    let that = WordKey::of("that");
    let opens = sentence.words[first].key == that
        || (sentence.tags[first] == Tag::To && sentence.relations()[clause] != Relation::RelativeClause);
    let own_subject =
        sentence.child(clause, &[Relation::Subject, Relation::PassiveSubject]).is_some_and(|subject| subject > first);
    if !opens || (sentence.words[first].key == that && !own_subject) {
        return None;
    }
    let source = owner(sentence, at);
    Some(Found { cue: (at, at), source, content: vec![(first, last)], has_clause: true, ..Found::of(entry) })
}

/// `is confident that …`, `have been concerned about`, `made it clear that`.
pub fn adjective(sentence: &Analysis, at: usize, entry: Cue) -> Option<Found> {
    static MAKE: LazyLock<[WordKey; 4]> = LazyLock::new(|| ["make", "makes", "made", "making"].map(WordKey::of));
    let complement = sentence.children(at).find(|&child| {
        child > at && matches!(sentence.relations()[child], Relation::Complement | Relation::OpenComplement)
    });
    let felt = sentence.child(at, &[Relation::PassiveSubject]).map(|subject| (at, subject));
    let is = || {
        let verb = sentence.head(at)?;
        let made = MAKE.contains(&sentence.words[verb].key) && sentence.relations()[at] == Relation::Complement;
        (made || sentence.relations()[at] == Relation::Attribute).then_some(verb)
    };
    let (verb, noun) = felt.or_else(|| is().and_then(|verb| Some((verb, subject(sentence, verb)?))))?;
    let cue = group(sentence, verb);
    let source = voice(sentence, noun, cue);
    let (last, content) = match complement {
        Some(clause) => (at, sentence.reach(clause)),
        None => topic(sentence, at, entry).filter(|&(preposition, _)| preposition == at + 1)?,
    };
    Some(Found { cue: (cue.0, last), source, content: vec![content], has_clause: true, ..Found::of(entry) })
}
