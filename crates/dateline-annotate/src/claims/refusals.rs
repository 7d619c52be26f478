//! Those who will not say, or have not answered: `declined to comment`, `did not respond to a request for comment`.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use dateline_model::Stance;

use super::clauses::{Found, Words, clause, is_verb, last_of_phrase, subject, trim, voice};
use super::order;
use crate::grammar::Analysis;
use crate::grammar::tags::{Relation, Tag};
use crate::lexemes::{AsItIs, WordKey};

type Keys = HashSet<WordKey, BuildHasherDefault<AsItIs>>;

fn keys(words: &str) -> Keys {
    words.split_whitespace().map(WordKey::of).collect()
}

/// The words that refusals are made of.
struct Vocabulary {
    refuse: Keys,
    speak: Keys,
    tell: Keys,
    give: Keys,
    answer: Keys,
    sought: Keys,
    comments: Keys,
    reach: Keys,
    available: Keys,
    not: Keys,
    auxiliaries: Keys,
}

static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    refuse: keys("decline declines declined declining refuse refuses refused refusing"),
    speak: keys("comment elaborate respond speak answer talk testify"),
    tell: keys(
        "say said confirm discuss disclose identify reveal name specify address provide give explain describe release cite",
    ),
    give: keys("give disclose identify specify name provide elaborate confirm cite"),
    answer: keys("respond responded reply replied return returned answer answered"),
    sought: keys(
        "request requests call calls email emails message messages inquiry inquiries enquiry enquiries comment questions query queries letter",
    ),
    comments: keys("comment response reply"),
    reach: keys("reached contacted drawn"),
    available: keys("available unavailable"),
    auxiliaries: keys("be been being is are was were has have had do does did"),
    not: keys("not n't n’t never no neither nor without"),
});

/// The refusals of a sentence.
pub fn find(sentence: &Analysis) -> Vec<Found> {
    (0..sentence.len()).filter(|&at| is_verb(sentence, at)).filter_map(|at| read(sentence, at)).collect()
}

fn read(sentence: &Analysis, at: usize) -> Option<Found> {
    let words = &*WORDS;
    let key = sentence.words[at].key;
    match () {
        () if words.refuse.contains(&key) => refused(sentence, at),
        () if words.tell.contains(&key) || words.speak.contains(&key) => {
            would_not(sentence, at).or_else(|| unanswered(sentence, at))
        }
        () if words.answer.contains(&key) => unanswered(sentence, at),
        () if words.reach.contains(&key) => negated(sentence, at).and_then(|first| silent(sentence, at, first, at)),
        () => no_comment(sentence, at),
    }
}

/// The first word of what turns the verb to its opposite, its auxiliaries included.
fn negated(sentence: &Analysis, at: usize) -> Option<usize> {
    let helps = |&child: &usize| {
        child < at
            && matches!(
                sentence.relations()[child],
                Relation::Auxiliary | Relation::Negation | Relation::AdverbModifier
            )
    };
    let not = sentence.children(at).filter(helps).any(|child| WORDS.not.contains(&sentence.words[child].key));
    let first = not.then(|| sentence.children(at).find(helps)).flatten()?;
    // Only what stands right before the verb is its own.
    let own = |word: &usize| {
        matches!(sentence.tags[*word], Tag::Adverb | Tag::Modal)
            || WORDS.not.contains(&sentence.words[*word].key)
            || WORDS.auxiliaries.contains(&sentence.words[*word].key)
    };
    Some((0..at).rev().take_while(own).last().unwrap_or(first).max(first))
}

/// `declined to comment`, `refused to say whether …`.
fn refused(sentence: &Analysis, at: usize) -> Option<Found> {
    let infinitive = sentence.child(at, &[Relation::OpenComplement]).filter(|&open| open > at)?;
    let key = sentence.words[infinitive].key;
    if !WORDS.speak.contains(&key) && !WORDS.tell.contains(&key) {
        return None;
    }
    let content = if WORDS.tell.contains(&key) { matter(sentence, infinitive) } else { None };
    Some(found(sentence, at, (at, infinitive), content))
}

/// `would not say how many …`, `would not comment`.
fn would_not(sentence: &Analysis, at: usize) -> Option<Found> {
    let first = negated(sentence, at)?;
    let modal = sentence.tags[first] == Tag::Modal;
    let content = if WORDS.tell.contains(&sentence.words[at].key) { matter(sentence, at) } else { None };
    let speaks = WORDS.speak.contains(&sentence.words[at].key);
    let asks = content.is_some_and(|(first, _)| {
        matches!(sentence.tags[first], Tag::WhAdverb | Tag::WhPronoun | Tag::WhDeterminer | Tag::Preposition)
    });
    let gives = content.is_some() && WORDS.give.contains(&sentence.words[at].key);
    let does = asks || gives || (modal && (content.is_some() || speaks));
    does.then(|| found(sentence, at, (first, at), content))
}

/// What it is that is not said.
fn matter(sentence: &Analysis, verb: usize) -> Option<Words> {
    let part = clause(sentence, verb).or_else(|| sentence.child(verb, &[Relation::Object, Relation::AdverbClause]));
    let part = part.filter(|&part| part > verb)?;
    Some(trim(sentence, (sentence.reach(part).0, last_of_phrase(sentence, verb, part))))
}

/// `did not immediately respond to a request for comment`.
fn unanswered(sentence: &Analysis, at: usize) -> Option<Found> {
    let (_, last) = sentence.reach(at);
    let sought = (at + 1..=last).take(8).any(|word| WORDS.sought.contains(&sentence.words[word].key));
    let neither = || {
        subject(sentence, at).is_some_and(|subject| {
            sentence.children(subject).any(|child| WORDS.not.contains(&sentence.words[child].key))
        })
    };
    let first = negated(sentence, at).or_else(|| neither().then_some(at))?;
    if sought { silent(sentence, at, first, at) } else { None }
}

/// A cue from `first` to the end of the request that the verb `at` speaks of, without content.
fn silent(sentence: &Analysis, at: usize, first: usize, from: usize) -> Option<Found> {
    let stays = |&child: &usize| {
        child > at
            && matches!(sentence.relations()[child], Relation::Preposition | Relation::Object | Relation::Attribute)
    };
    let sought = |last: usize| (at + 1..=last).rev().find(|&word| WORDS.sought.contains(&sentence.words[word].key));
    let ends = sentence.children(at).filter(stays).map(|child| {
        let (first, last) = sentence.reach(child);
        let is_preposition = sentence.relations()[child] == Relation::Preposition;
        sought(last).unwrap_or(if is_preposition { first } else { last })
    });
    let last = ends.max().unwrap_or(from);
    Some(found(sentence, at, trim(sentence, (first, last)), None))
}

/// `had no immediate comment`, `was not available for comment`.
fn no_comment(sentence: &Analysis, at: usize) -> Option<Found> {
    let object = sentence
        .child(at, &[Relation::Object])
        .filter(|&object| object > at && WORDS.comments.contains(&sentence.words[object].key));
    if let Some(object) = object {
        let none = sentence.children(object).any(|child| WORDS.not.contains(&sentence.words[child].key));
        let first = negated(sentence, at).or_else(|| none.then_some(at))?;
        return Some(found(sentence, at, (first, object), None));
    }
    let attribute = sentence
        .child(at, &[Relation::Attribute])
        .filter(|&word| WORDS.available.contains(&sentence.words[word].key))?;
    let (_, last) = sentence.reach(attribute);
    let negative = sentence.children(at).any(|child| WORDS.not.contains(&sentence.words[child].key))
        || sentence.words[attribute].key == WordKey::of("unavailable");
    let for_comment = (attribute..=last).any(|word| WORDS.sought.contains(&sentence.words[word].key));
    (negative && for_comment).then(|| found(sentence, at, (at, last), None))
}

fn found(sentence: &Analysis, at: usize, cue: Words, content: Option<Words>) -> Found {
    let source = subject(sentence, at).or_else(|| sentence.child(at, &[Relation::PassiveSubject]));
    Found {
        frames: 0,
        cue,
        source: order::voice(sentence, cue, source.and_then(|source| voice(sentence, source, cue))),
        via: Vec::new(),
        content: content.into_iter().collect(),
        has_clause: true,
        stance: Stance::Declines,
    }
}
