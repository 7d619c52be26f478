//! What words mean of one another: fields of values that exclude each other, nouns that may stand for one another, and the
//! base forms of verbs; one file of data a language.

mod english;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::features::stems::Stems;
use crate::words::hash;

/// What a field is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trait {
    /// What becomes of an event or a place.
    Fate,
    /// What somebody or something is, or what is decided of it: one value excludes the others.
    State,
    /// What befell those counted.
    Toll,
    /// A deed of which one doer excludes another.
    Deed,
    /// What brings something about.
    Cause,
    /// Verbs that say no more than that something is so, or so much.
    Light,
    /// Any other words of one meaning.
    Plain,
}

/// A field: what it is of, and its values, each a list of words parted by commas.
pub type Row = (Trait, &'static [&'static str]);

/// One meaning of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sense {
    /// What the field is of.
    pub of: Trait,
    /// The field.
    pub field: u16,
    /// The value in it.
    pub value: u8,
}

/// What a verb makes of the verb in its complement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It is as it stands: `began to`.
    None,
    /// It is to be: `agreed to`.
    Future,
    /// It is not: `failed to`.
    Denied,
    /// It may be: `threatened to`.
    Open,
}

type Map<T> = HashMap<u32, T, ahash::RandomState>;

fn map<T>() -> Map<T> {
    HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4))
}

/// The words of one language.
pub struct Thesaurus {
    stems: Stems,
    /// By the first word; the words that follow, and the sense.
    fields: Map<Vec<(Vec<u32>, Sense)>>,
    nouns: Map<Vec<u16>>,
    /// From a form to the stem of its base.
    bases: Map<u32>,
    governors: Map<Effect>,
}

static ENGLISH: LazyLock<Thesaurus> = LazyLock::new(|| {
    let made = Thesaurus::new("en", english::IRREGULAR);
    made.with_fields(english::FIELDS).with_nouns(english::NOUNS).with_governors(english::GOVERNORS)
});
static NONE: LazyLock<Thesaurus> = LazyLock::new(|| Thesaurus::new("", ""));

/// The thesaurus of a language; an empty one where there is none.
pub fn of(language: &str) -> &'static Thesaurus {
    if language == "en" { &ENGLISH } else { &NONE }
}

impl std::fmt::Debug for Thesaurus {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Thesaurus").field("words", &self.fields.len()).finish_non_exhaustive()
    }
}

impl Thesaurus {
    fn new(tag: &str, irregular: &str) -> Thesaurus {
        let stems = Stems::of(tag);
        let (fields, nouns, governors) = (map(), map(), map());
        let mut made = Thesaurus { stems, fields, nouns, bases: map(), governors };
        for forms in irregular.split(';') {
            let mut words = forms.split_whitespace().map(|word| (hash(word), made.stems.hash(word)));
            let Some((base, stem)) = words.next() else { continue };
            made.bases.insert(base, stem);
            for (form, _) in words {
                made.bases.entry(form).or_insert(stem);
            }
        }
        made
    }

    fn with_fields(mut self, rows: &[Row]) -> Thesaurus {
        for (field, &(of, values)) in rows.iter().enumerate() {
            for (value, words) in values.iter().enumerate() {
                let sense = Sense { of, field: field as u16, value: value as u8 };
                for words in words.split(',') {
                    let keys: Vec<u32> = words.split_whitespace().map(|word| self.base(word)).collect();
                    if let Some((&first, behind)) = keys.split_first() {
                        self.fields.entry(first).or_default().push((behind.to_vec(), sense));
                    }
                }
            }
        }
        self
    }

    fn with_nouns(mut self, rows: &[&str]) -> Thesaurus {
        for (class, words) in rows.iter().enumerate() {
            for word in words.split(',').map(str::trim).filter(|word| !word.contains(' ')) {
                let base = self.base(word);
                self.nouns.entry(base).or_default().push(class as u16);
            }
        }
        self
    }

    fn with_governors(mut self, rows: &[(Effect, &str)]) -> Thesaurus {
        for (effect, words) in rows {
            for word in words.split(',').map(str::trim) {
                let base = self.base(word);
                self.governors.insert(base, *effect);
            }
        }
        self
    }

    /// What a verb makes of the verb in its complement.
    pub fn effect(&self, base: u32) -> Effect {
        self.governors.get(&base).copied().unwrap_or(Effect::Open)
    }

    /// The stem of the base form of `word`.
    pub fn base(&self, word: &str) -> u32 {
        // One spelling for all, as terms have it, would part the forms of `kill`.
        let form = word.trim_matches('.').to_lowercase();
        self.bases.get(&hash(&form)).copied().unwrap_or_else(|| self.stems.hash(&form))
    }

    /// What the first of `bases` means with those behind it: the senses of the longest entries, and how many words these
    /// take.
    pub fn senses(&self, bases: &[u32]) -> (Vec<Sense>, usize) {
        let Some((first, behind)) = bases.split_first() else { return (Vec::new(), 0) };
        let entries = self.fields.get(first).map_or(&[][..], Vec::as_slice);
        let fits = |entry: &&(Vec<u32>, Sense)| behind.starts_with(&entry.0);
        let longest = entries.iter().filter(fits).map(|entry| entry.0.len()).max();
        let Some(longest) = longest else { return (Vec::new(), 0) };
        let found = entries.iter().filter(fits).filter(|entry| entry.0.len() == longest).map(|entry| entry.1);
        (found.collect(), longest + 1)
    }

    /// What nouns that may stand for one another have in common, of the first class of `noun`; of others the noun itself.
    pub fn class(&self, noun: u32) -> u32 {
        let first = self.nouns.get(&noun).and_then(|classes| classes.first());
        first.map_or(noun, |class| hash(&format!("class {class}")))
    }

    /// True of a noun for any people: the first class of nouns.
    pub fn is_anybody(&self, noun: u32) -> bool {
        self.nouns.get(&noun).is_some_and(|classes| classes.contains(&0))
    }

    /// True where `base` is that of one of `words`.
    pub fn is_one_of(&self, base: u32, words: &[&str]) -> bool {
        words.iter().any(|word| self.base(word) == base)
    }

    /// True where two nouns, by the stems of their bases, may stand for one another.
    pub fn alike(&self, one: u32, other: u32) -> bool {
        let classes = |noun: u32| self.nouns.get(&noun).map_or(&[][..], Vec::as_slice);
        one == other || classes(one).iter().any(|class| classes(other).contains(class))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bases(words: &str) -> Vec<u32> {
        words.split(' ').map(|word| of("en").base(word)).collect()
    }

    #[test]
    fn forms_of_a_verb_have_one_base() {
        assert_eq!(bases("broke broken breaks breaking"), vec![bases("break")[0]; 4]);
        assert_ne!(bases("left"), bases("right"));
    }

    #[test]
    fn longer_entries_go_before_shorter_ones() {
        let (off, length) = of("en").senses(&bases("called off"));
        assert_eq!((off[0].of, length), (Trait::Fate, 2));
        let (cancelled, _) = of("en").senses(&bases("cancelled the talks"));
        assert_eq!(off[0], cancelled[0]);
        assert!(of("en").senses(&bases("called")).0.iter().all(|sense| sense.of != Trait::Fate));
    }

    #[test]
    fn values_of_a_field_exclude_each_other() {
        let value = |words: &str| of("en").senses(&bases(words)).0.into_iter().find(|sense| sense.of == Trait::State);
        let (yes, no) = (value("approved").unwrap(), value("vetoed").unwrap());
        assert_eq!(yes.field, no.field);
        assert_ne!(yes.value, no.value);
    }

    #[test]
    fn nouns_stand_for_one_another() {
        let alike = |one: &str, other: &str| of("en").alike(bases(one)[0], bases(other)[0]);
        assert!(alike("airliner", "plane") && alike("ferries", "ships"));
        assert!(!alike("plane", "treaty"));
        assert!(!super::of("xx").alike(1, 2));
    }
}
