//! Names as pointers into what is stored already, and units as words that live as long as the program.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use dateline_model::{Annotations, Entity, Mention, Source, Span, Text};
use serde::{Deserialize, Serialize};

/// A name, or where it stands.
#[derive(Serialize, Deserialize)]
pub enum Name {
    /// The words of its own span.
    Here,
    /// The name of its entity.
    OfEntity,
    /// The words of the mention of this number.
    Mentioned(usize),
    /// Words that stand at none of these places.
    Words(String),
}

impl Name {
    /// The name of an entity, whose mentions hold it as a rule.
    pub fn of_mention(text: &Text, mentions: &[Mention], name: &str) -> Name {
        // A name is looked for among the first mentions only: all of them for all entities would be quadratic.
        const LOOKED_AT: usize = 200;
        let first = mentions.iter().take(LOOKED_AT).position(|mention| text.slice(mention.span) == name);
        first.map_or_else(|| Name::Words(name.to_owned()), Name::Mentioned)
    }

    /// The name of a source.
    pub fn of_source(text: &Text, found: &Annotations, source: &Source) -> Name {
        let entity = source.entity.and_then(|entity| found.entities.get(entity));
        if entity.is_some_and(|entity| entity.name == source.name) {
            return Name::OfEntity;
        }
        Name::at(text, source.span, &source.name)
    }

    /// A name that may be the words of `span`.
    pub fn at(text: &Text, span: Span, name: &str) -> Name {
        if text.slice(span) == name { Name::Here } else { Name::Words(name.to_owned()) }
    }

    /// Back to the name of an entity.
    pub fn of_entity(self, text: &Text, mentions: &[Mention]) -> Option<String> {
        match self {
            Name::Mentioned(at) => mentions.get(at).map(|mention| text.slice(mention.span).to_owned()),
            Name::Words(words) => Some(words),
            Name::Here | Name::OfEntity => None,
        }
    }

    /// Back to the name of a source.
    pub fn of_source_back(self, text: &Text, span: Span, entity: Option<&Entity>) -> Option<String> {
        match self {
            Name::OfEntity => entity.map(|entity| entity.name.clone()),
            other => other.written(text, span),
        }
    }

    /// Back to a name that may be the words of `span`.
    pub fn written(self, text: &Text, span: Span) -> Option<String> {
        match self {
            Name::Here => Some(text.slice(span).to_owned()),
            Name::Words(words) => Some(words),
            Name::OfEntity | Name::Mentioned(_) => None,
        }
    }
}

/// A unit as a word that lives as long as the program. There are few, and each is kept once; where a damaged record
/// names more than any vocabulary has, or longer ones, they are counts.
pub fn unit(named: &str) -> &'static str {
    const MOST: usize = 1_000;
    const LONGEST: usize = 40;
    static UNITS: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut units = UNITS.lock().unwrap_or_else(PoisonError::into_inner);
    match units.get(named) {
        Some(unit) => unit,
        None if units.len() >= MOST || named.len() > LONGEST => "count",
        None => {
            let unit: &'static str = Box::leak(named.to_owned().into_boxed_str());
            units.insert(unit);
            unit
        }
    }
}
