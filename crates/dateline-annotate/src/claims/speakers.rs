//! What kind of source a noun phrase is, and how many people it means.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use dateline_model::{SourceKind, Text};

use super::clauses::{Found, Voice};
use super::cues::DOCUMENT;
use crate::grammar::Analysis;
use crate::grammar::tags::{Relation, Tag};
use crate::grammar::words::Shape;
use crate::lang::english::sources::SPEAKERS;
use crate::lexemes::{AsItIs, WordKey};

/// The words of one language for those who say something; words apart by spaces.
#[derive(Debug)]
pub struct SpeakerWords {
    /// Nouns for people.
    pub people: &'static str,
    /// Nouns for bodies of people.
    pub bodies: &'static str,
    /// Nouns for what is written.
    pub documents: &'static str,
    /// Nouns for outlets.
    pub outlet_nouns: &'static str,
    /// Names of outlets, without an article.
    pub outlets: &'static [&'static str],
    /// Words that the names of outlets end with.
    pub outlet_endings: &'static str,
    /// Words that stand before the name of a person.
    pub titles: &'static str,
}

type Keys = HashSet<WordKey, BuildHasherDefault<AsItIs>>;

struct Tables {
    people: Keys,
    bodies: Keys,
    documents: Keys,
    outlet_nouns: Keys,
    outlets: HashSet<String>,
    outlet_endings: Keys,
    titles: Keys,
}

static ENGLISH: LazyLock<Tables> = LazyLock::new(|| {
    let keys = |words: &'static str| words.split_whitespace().map(WordKey::of).collect::<Keys>();
    Tables {
        people: keys(SPEAKERS.people),
        bodies: keys(SPEAKERS.bodies),
        documents: keys(SPEAKERS.documents),
        outlet_nouns: keys(SPEAKERS.outlet_nouns),
        outlets: SPEAKERS.outlets.iter().map(|name| name.to_lowercase()).collect(),
        outlet_endings: keys(SPEAKERS.outlet_endings),
        titles: keys(SPEAKERS.titles),
    }
});

/// What is known of a source from its own sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// What kind of source it is, pronouns taken for named persons.
    pub kind: SourceKind,
    /// How many people are meant, where that is said.
    pub count: Option<u32>,
    /// True where the words stand for somebody named elsewhere: `he`, `who`.
    pub pronoun: bool,
    /// The first and the last word of its proper name, where it has one.
    pub name: Option<(usize, usize)>,
}

/// What the phrase around the noun `at` says of who speaks.
pub fn describe(text: &Text, sentence: &Analysis, at: usize) -> Speaker {
    let at = antecedent(sentence, at);
    let name = name_of(sentence, at);
    let pronoun = matches!(sentence.tags[at], Tag::Pronoun | Tag::Possessive | Tag::WhPronoun | Tag::WhDeterminer);
    let kind = kind(text, sentence, at, name);
    let count = if kind == SourceKind::Unnamed { count(text, sentence, at) } else { None };
    Speaker { kind, count, pronoun, name }
}

/// True for a claim that only a document can make, and another does.
pub fn wants_document(text: &Text, sentence: &Analysis, found: &Found) -> bool {
    let only = found.frames & DOCUMENT != 0 && !found.has_clause;
    let is_document = |voice: Voice| describe(text, sentence, voice.noun).kind == SourceKind::Document;
    only && !found.source.is_some_and(is_document)
}

/// The noun that a relative pronoun stands for.
fn antecedent(sentence: &Analysis, at: usize) -> usize {
    if !matches!(sentence.tags[at], Tag::WhPronoun | Tag::WhDeterminer) {
        return at;
    }
    let verb = sentence.head(at);
    let clause = verb
        .into_iter()
        .flat_map(|verb| [Some(verb), sentence.head(verb)])
        .flatten()
        .find(|&verb| sentence.relations()[verb] == Relation::RelativeClause);
    clause.and_then(|clause| sentence.head(clause)).unwrap_or(at)
}

/// The proper name that the noun is, or has in apposition.
fn name_of(sentence: &Analysis, at: usize) -> Option<(usize, usize)> {
    let own = |at: usize| {
        (sentence.tags[at] == Tag::Name).then(|| {
            let mut first = at;
            while first > 0
                && sentence.tags[first - 1] == Tag::Name
                && sentence.head(first - 1).is_some_and(|head| head >= first && head <= at)
            {
                first -= 1;
            }
            (first, at)
        })
    };
    let apposition = || sentence.child(at, &[Relation::Apposition]).and_then(own);
    own(at).or_else(apposition)
}

fn kind(text: &Text, sentence: &Analysis, at: usize, name: Option<(usize, usize)>) -> SourceKind {
    let key = sentence.words[at].key;
    let tables = &*ENGLISH;
    if let (Tag::Name, Some((first, last))) = (sentence.tags[at], name) {
        return named_kind(text, sentence, first, last);
    }
    let is = |keys: &Keys| keys.contains(&key);
    match sentence.tags[at] {
        Tag::Pronoun | Tag::Possessive => {
            return match sentence.words[at].text(text).to_ascii_lowercase().as_str() {
                "it" | "its" => SourceKind::Organisation,
                "they" | "their" => SourceKind::Unnamed,
                _ => SourceKind::Named,
            };
        }
        _ if is(&tables.people) && name.is_some() => return SourceKind::Named,
        Tag::Noun | Tag::Nouns if at > 0 && is_outlet(text, sentence, at - 1, at) => return SourceKind::Outlet,
        _ => {}
    }
    let press = |child: usize| {
        tables.outlet_nouns.contains(&sentence.words[child].key) || is_outlet(text, sentence, child, child)
    };
    let outlet_before = sentence
        .children(at)
        .any(|child| child < at && sentence.relations()[child] == Relation::Compound && press(child));
    let is_press = outlet_before || !is(&tables.bodies);
    // `The coast guard`, `the border force`: a body by the noun before its own.
    let is_body =
        is(&tables.bodies) && sentence.children(at).any(|child| sentence.relations()[child] == Relation::Compound);
    match () {
        () if is_body && is(&tables.people) => SourceKind::Organisation,
        () if is(&tables.people) => SourceKind::Unnamed,
        () if is(&tables.outlet_nouns) && is_press && !plural_paper(sentence, at) => SourceKind::Outlet,
        () if is(&tables.documents) => SourceKind::Document,
        () if is(&tables.bodies) => SourceKind::Organisation,
        () if name.is_some() => SourceKind::Named,
        () => SourceKind::Unnamed,
    }
}

/// `papers` are documents more often than outlets.
fn plural_paper(sentence: &Analysis, at: usize) -> bool {
    sentence.words[at].key == WordKey::of("papers")
}

/// What kind of source the proper name in the words `first..=last` is.
fn named_kind(text: &Text, sentence: &Analysis, first: usize, last: usize) -> SourceKind {
    let tables = &*ENGLISH;
    let key = |at: usize| sentence.words[at].key;
    // The tagger may not have seen that a word belongs to the name.
    if (first.saturating_sub(3)..=first).any(|first| is_outlet(text, sentence, first, last)) {
        return SourceKind::Outlet;
    }
    let titled = (first..last).any(|at| tables.titles.contains(&key(at)))
        || (first > 0 && tables.titles.contains(&key(first - 1)) && sentence.tags[first - 1] != Tag::Determiner);
    let before_is_person = first > 0 && tables.people.contains(&key(first - 1));
    if titled || before_is_person {
        return SourceKind::Named;
    }
    let body = (first..=last).any(|at| tables.bodies.contains(&key(at)));
    let letters = first == last && matches!(sentence.words[last].shape, Shape::Upper | Shape::Stopped);
    let article = sentence.children(last).any(|child| sentence.tags[child] == Tag::Determiner && child < first);
    if body || letters || article { SourceKind::Organisation } else { SourceKind::Named }
}

/// True where the words are the name of an outlet.
pub fn is_outlet(text: &Text, sentence: &Analysis, first: usize, last: usize) -> bool {
    let tables = &*ENGLISH;
    let (start, end) = (sentence.words[first].start as usize, sentence.words[last].end as usize);
    let name = text.as_str().get(start..end).unwrap_or_default();
    let name = name.strip_prefix("the ").or(name.strip_prefix("The ")).unwrap_or(name);
    let ends =
        last > first && tables.outlet_endings.contains(&sentence.words[last].key) && sentence.tags[last] == Tag::Name;
    let begins = last > first && sentence.words[first].key == WordKey::of("radio");
    // Not all write every word of it with a capital: `the Financial times`.
    let known = name.contains(char::is_uppercase) && tables.outlets.contains(name.to_lowercase().as_str());
    known || ends || begins
}

/// True where the noun phrase at `at` names or describes an outlet.
pub fn speaks_for_press(text: &Text, sentence: &Analysis, at: usize) -> bool {
    let agency = sentence.words[at].key == WordKey::of("agency");
    agency || describe(text, sentence, at).kind == SourceKind::Outlet
}

/// How many people the words mean: the number written, or one for a singular.
fn count(text: &Text, sentence: &Analysis, at: usize) -> Option<u32> {
    const NUMBERS: &str = "one two three four five six seven eight nine ten eleven twelve";
    const DOZEN: u32 = 12;
    let written = sentence.children(at).filter(|&child| child < at).find_map(|child| {
        let word = sentence.words[child].text(text).to_ascii_lowercase();
        let is_number = sentence.tags[child] == Tag::Number;
        let value = NUMBERS.split(' ').position(|number| number == word).map(|at| at as u32 + 1);
        value.or_else(|| word.parse().ok()).filter(|_| is_number)
    });
    let dozen =
        || sentence.children(at).any(|child| sentence.words[child].key == WordKey::of("dozen")).then_some(DOZEN);
    written.or_else(dozen).or((sentence.tags[at] == Tag::Noun).then_some(1))
}
