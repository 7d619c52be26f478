//! Corrections of what the labeller found, by what the whole article shows.

mod unseen;

use std::collections::HashMap;

use dateline_model::Text;

use super::gazetteer::{Class, Gazetteer};
use super::labels::Kind;
use super::{Article, Name};
use crate::grammar::tags::Tag;
use crate::grammar::words::{Shape, Word};
use crate::lexemes::WordKey;

/// Corrects the kinds and ends of `names`.
pub(super) fn correct(text: &Text, article: &Article, names: &mut Vec<Name>) {
    let gazetteer = Gazetteer::english();
    for name in names.iter_mut() {
        known(gazetteer, article, name);
        cut(text, gazetteer, article, name);
        given(gazetteer, article, name);
        party(text, article, name);
        if is_election(text, article, name) {
            name.kind = Kind::Other;
        }
    }
    persons(gazetteer, article, names);
    unseen::add(gazetteer, article, names);
    districts(text, article, names);
}

/// A given name before words that tell of no body or place makes a person.
fn given(gazetteer: &Gazetteer, article: &Article, name: &mut Name) {
    let words = &article.words[name.first..name.end];
    let other = [
        Class::BodyEnd,
        Class::BodyStart,
        Class::PlaceWord,
        Class::Event,
        Class::Outlet,
        Class::Adjective,
        Class::Connector,
    ];
    let is_other = |word: &Word| other.iter().any(|class| gazetteer.is(word.key, *class)) || word.shape == Shape::Upper;
    let unsure = matches!(name.kind, Kind::Organisation | Kind::Place);
    if unsure
        && (2..4).contains(&words.len())
        && gazetteer.is(words[0].key, Class::Given)
        && gazetteer.phrase(words, 0).is_none_or(|(_, length)| length < words.len())
        && !words.iter().any(is_other)
    {
        name.kind = Kind::Person;
    }
}

/// `party` in small letters belongs to the name before it.
fn party(text: &Text, article: &Article, name: &mut Name) {
    let next = article.words.get(name.end).filter(|_| name.end < name.sentence.1);
    if matches!(name.kind, Kind::Organisation | Kind::People) && next.is_some_and(|next| next.text(text) == "party") {
        name.kind = Kind::Organisation;
        name.end += 1;
    }
}

/// A place and the abbreviation behind its comma are one: `Washington, D.C.`
fn districts(text: &Text, article: &Article, names: &mut Vec<Name>) {
    names.dedup_by(|next, name| {
        let joined = name.end + 1 == next.first
            && article.words[name.end].text(text) == ","
            && article.words[next.first].text(text) == "D.C."
            && (name.kind, next.kind) == (Kind::Place, Kind::Place);
        if joined {
            name.end = next.end;
        }
        joined
    });
}

/// True inside the name of an election: `2001 Ruritanian general election`.
fn is_election(text: &Text, article: &Article, name: &Name) -> bool {
    let year =
        name.first.checked_sub(1).is_some_and(|at| at >= name.sentence.0 && article.words[at].shape == Shape::Number);
    let mut behind = article.words[name.end..name.sentence.1].iter().take(4).map(|word| word.text(text));
    year && behind.any(|word| matches!(word, "election" | "elections" | "referendum" | "primaries" | "primary"))
}

/// Names that are in the lists as a whole, and names that end in a word of bodies.
fn known(gazetteer: &Gazetteer, article: &Article, name: &mut Name) {
    let words = &article.words[name.first..name.end];
    match gazetteer.phrase(words, 0) {
        Some((Class::Body, length)) if length == words.len() => name.kind = Kind::Organisation,
        Some((Class::Place, length)) if length == words.len() && length > 1 && name.kind != Kind::Other => {
            name.kind = Kind::Place;
        }
        Some((Class::Place, 1)) if words.len() == 1 && name.kind == Kind::Organisation => {
            let is_person = gazetteer.is(words[0].key, Class::Family) || gazetteer.is(words[0].key, Class::Given);
            name.kind = if is_person { name.kind } else { Kind::Place };
        }
        _ => {}
    }
}

/// What stands before a name and is no part of it: `Shares of`, `Former Prime Minister`; and `State` of a secretary of it.
fn cut(text: &Text, gazetteer: &Gazetteer, article: &Article, name: &mut Name) {
    let word = |at: usize| article.words[at].text(text);
    let is_office = |at: usize| gazetteer.is(article.words[at].key, Class::Office);
    if name.first == name.sentence.0 && name.end > name.first + 2 && word(name.first + 1) == "of" {
        name.first += if article.tags[name.first] == Tag::Nouns { 2 } else { 0 };
    }
    if name.end == name.first + 1
        && word(name.first) == "State"
        && name.first >= name.sentence.0 + 2
        && is_office(name.first - 2)
    {
        name.kind = Kind::Other;
    }
    let is_given = |at: usize| gazetteer.is(article.words[at].key, Class::Given);
    let last_office = (name.first..name.end.saturating_sub(2)).rev().find(|&at| is_office(at));
    if let Some(at) = last_office.filter(|&at| is_given(at + 1)) {
        (name.first, name.kind) = (at + 1, Kind::Person);
    }
}

/// The last word of a person's full name means that person where it stands alone.
fn persons(gazetteer: &Gazetteer, article: &Article, names: &mut [Name]) {
    let mut last_names: HashMap<WordKey, usize> = HashMap::new();
    for name in names.iter().filter(|name| name.kind == Kind::Person) {
        let titled = name.first > name.sentence.0 && gazetteer.is(article.words[name.first - 1].key, Class::Title);
        if name.end - name.first > 1 || titled {
            *last_names.entry(article.words[name.end - 1].key).or_default() += 1;
        }
    }
    for name in names.iter_mut().filter(|name| name.end - name.first == 1) {
        let alone = &article.words[name.first];
        let is_place = gazetteer.phrase(&article.words[name.first..name.end], 0).is_some();
        if !is_place && last_names.contains_key(&alone.key) {
            name.kind = Kind::Person;
        }
    }
}
