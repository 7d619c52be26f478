//! Words that say nothing of the subject, by language.

mod english;
mod german;

use std::collections::HashSet;
use std::sync::LazyLock;

/// The words of one language that are no terms.
#[derive(Debug)]
pub struct Stops(HashSet<String, ahash::RandomState>);

/// The lists, one file of data a language.
static LISTS: &[(&str, &str)] = &[("en", english::WORDS), ("de", german::WORDS)];

static STOPS: LazyLock<Vec<(&'static str, Stops)>> =
    LazyLock::new(|| LISTS.iter().map(|&(tag, words)| (tag, Stops::new(words))).collect());
static NONE: LazyLock<Stops> = LazyLock::new(|| Stops::new(""));

impl Stops {
    fn new(words: &str) -> Stops {
        let mut form = String::new();
        let mut stops = HashSet::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4));
        for word in words.split_whitespace() {
            crate::words::normal_form(word, &mut form);
            stops.insert(form.clone());
        }
        Stops(stops)
    }

    /// True where the form (see [`crate::words::normal_form`]) is on the list.
    pub fn has(&self, form: &str) -> bool {
        self.0.contains(form)
    }
}

/// The list of a language; an empty one where there is none.
pub fn of(language: &str) -> &'static Stops {
    STOPS.iter().find(|(tag, _)| *tag == language).map_or(&NONE, |(_, stops)| stops)
}
