//! Names that mean the same, put together.

use std::collections::HashMap;

use dateline_model::{Entity, EntityKind, Text};

use super::gazetteer::{Class, Gazetteer};
use super::{Name, entity_kind};
use crate::grammar::words::{Shape, Word};
use crate::lang::english::names::ALIASES;
use crate::lexemes::WordKey;

/// Entities while they are gathered.
#[derive(Default)]
struct Folding {
    entities: Vec<Entity>,
    /// The words of each entity's fullest name.
    words: Vec<Vec<WordKey>>,
    /// By the whole name in small letters without stops.
    whole: HashMap<(EntityKind, String), usize>,
    /// Persons by each of their words: the one named last.
    part: HashMap<WordKey, usize>,
    /// Bodies by their initials.
    initials: HashMap<String, usize>,
}

/// The number of the entity of each of `names`, and the entities in the order of their first mention.
pub(super) fn fold(text: &Text, words: &[Word], names: &[Name]) -> (Vec<usize>, Vec<Entity>) {
    let mut folding = Folding::default();
    let numbers = names.iter().map(|name| {
        let kind = entity_kind(name.kind).unwrap_or(EntityKind::Organisation);
        folding.place(text, &words[name.first..name.end], kind)
    });
    (numbers.collect(), folding.entities)
}

impl Folding {
    fn place(&mut self, text: &Text, words: &[Word], kind: EntityKind) -> usize {
        let name = Word::span(text, &words[0], &words[words.len() - 1]).map_or("", |span| text.slice(span));
        let plain = plain(name);
        let plain = ALIASES.iter().find(|(alias, _)| *alias == plain).map_or(plain, |(_, full)| (*full).to_owned());
        let keys: Vec<WordKey> = words.iter().map(|word| word.key).collect();
        let known = self.whole.get(&(kind, plain.clone())).copied();
        let number = known.or_else(|| self.variant(kind, &keys, &plain, words)).unwrap_or_else(|| {
            self.entities.push(Entity { name: name.to_owned(), kind, roles: Vec::new() });
            self.words.push(keys.clone());
            self.entities.len() - 1
        });
        self.whole.insert((kind, plain), number);
        if keys.len() > self.words[number].len()
            || (keys.len() == self.words[number].len()
                && name.len() > self.entities[number].name.len()
                && kind != EntityKind::Person)
        {
            name.clone_into(&mut self.entities[number].name);
            self.words[number].clone_from(&keys);
        }
        match kind {
            EntityKind::Person => {
                // A name in full is what its parts mean from here on.
                if let [first, .., last] = keys.as_slice() {
                    self.part.insert(*first, number);
                    self.part.insert(*last, number);
                } else {
                    self.part.entry(keys[0]).or_insert(number);
                }
            }
            _ => {
                if let Some(initials) = initials(text, words) {
                    self.initials.insert(initials, number);
                }
            }
        }
        number
    }

    /// The entity that a name not met before is another form of.
    fn variant(&self, kind: EntityKind, keys: &[WordKey], plain: &str, words: &[Word]) -> Option<usize> {
        match (kind, keys) {
            (EntityKind::Person, [alone]) => self.part.get(alone).copied(),
            (EntityKind::Person, [first, .., last]) => {
                let candidates = [self.part.get(last), self.part.get(first)];
                candidates.into_iter().flatten().copied().find(|&number| same_person(&self.words[number], keys))
            }
            (EntityKind::Organisation, [_]) if words[0].shape == Shape::Upper => self.initials.get(plain).copied(),
            (EntityKind::Organisation, [_]) => None,
            _ => None,
        }
    }
}

/// True where two names can be one person's: one is the other's last name, or given names agree, in either order.
fn same_person(known: &[WordKey], other: &[WordKey]) -> bool {
    match (known, other) {
        ([known], [.., last]) => known == last || Some(known) == other.first(),
        ([first, .., last], [other_first, .., other_last]) => {
            let same_order = last == other_last && (first == other_first);
            same_order || (first == other_last && last == other_first)
        }
        _ => false,
    }
}

/// A name in small letters, without stops.
fn plain(name: &str) -> String {
    name.chars().filter(|&character| character != '.').flat_map(char::to_lowercase).collect()
}

/// The initials of a name of several words, in small letters.
fn initials(text: &Text, words: &[Word]) -> Option<String> {
    let gazetteer = Gazetteer::english();
    let large = words.iter().filter(|word| {
        word.shape != Shape::Mark && !(word.shape == Shape::Lower && gazetteer.is(word.key, Class::Connector))
    });
    let initials: String =
        large.filter_map(|word| word.text(text).chars().next()).flat_map(char::to_lowercase).collect();
    (initials.chars().count() > 1).then_some(initials)
}
