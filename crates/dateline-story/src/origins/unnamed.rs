//! People who are not named: told apart by who heard them and by the words that describe them.

use std::collections::BTreeMap;

use super::ownership::key;

/// Words that tell nobody from anybody.
const PLAIN: &[&str] = &[
    "a",
    "an",
    "and",
    "another",
    "anonymity",
    "anonymous",
    "as",
    "asked",
    "at",
    "be",
    "because",
    "been",
    "being",
    "both",
    "briefed",
    "by",
    "close",
    "condition",
    "current",
    "direct",
    "discuss",
    "discussions",
    "eight",
    "familiar",
    "few",
    "five",
    "for",
    "four",
    "from",
    "had",
    "has",
    "have",
    "having",
    "identified",
    "in",
    "including",
    "information",
    "involved",
    "is",
    "issue",
    "it",
    "its",
    "knowledge",
    "many",
    "matter",
    "members",
    "multiple",
    "named",
    "not",
    "numerous",
    "of",
    "on",
    "one",
    "or",
    "others",
    "people",
    "person",
    "persons",
    "plans",
    "private",
    "publicly",
    "senior",
    "sensitive",
    "seven",
    "several",
    "six",
    "some",
    "source",
    "sources",
    "speak",
    "speaking",
    "spoke",
    "talks",
    "that",
    "the",
    "them",
    "these",
    "they",
    "thinking",
    "this",
    "those",
    "three",
    "to",
    "told",
    "top",
    "two",
    "under",
    "unidentified",
    "unnamed",
    "was",
    "were",
    "who",
    "whose",
    "with",
];
/// Words for one thing.
const ALIKE: &[(&str, &str)] = &[
    ("officials", "official"),
    ("government", "official"),
    ("administration", "official"),
    ("diplomats", "diplomat"),
    ("analysts", "analyst"),
    ("aides", "aide"),
    ("lawyers", "lawyer"),
    ("executives", "executive"),
    ("american", "us"),
    ("british", "uk"),
];
/// A description is read to this many words.
const MOST_WORDS: usize = 24;

/// Those met so far, by the outlet that heard them.
#[derive(Debug, Default)]
pub struct People(BTreeMap<String, Vec<Vec<String>>>);

impl People {
    /// What those described as `description`, heard by `outlet`, are told by. They are those met before where all that
    /// tells the one description is in the other: `the official` is `a US official who asked not to be named`. What could be
    /// the same people is never counted twice only where the words say so; else it is, so the number is an upper bound.
    pub fn key(&mut self, outlet: &str, description: &str) -> String {
        let words = telling(description);
        let heard = self.0.entry(outlet.to_owned()).or_default();
        let within = |one: &[String], other: &[String]| one.iter().all(|word| other.contains(word));
        let same = |other: &Vec<String>| {
            words.is_empty() == other.is_empty() && (within(&words, other) || within(other, &words))
        };
        let at = heard.iter().position(same).unwrap_or_else(|| {
            heard.push(words);
            heard.len() - 1
        });
        format!("{outlet} {at}")
    }
}

/// The words of a description that tell whom it means, each once.
fn telling(description: &str) -> Vec<String> {
    let folded = key(description);
    let alike = |word: &str| {
        ALIKE.iter().find(|(one, _)| *one == word).map_or_else(|| word.to_owned(), |(_, other)| (*other).to_owned())
    };
    let mut words: Vec<String> =
        folded.split(' ').take(MOST_WORDS).filter(|word| !PLAIN.contains(word)).map(alike).collect();
    words.retain(|word| !word.is_empty());
    words.sort();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_people_in_other_words_are_one() {
        let mut people = People::default();
        let first = people.key("Reuters", "A US official who asked not to be identified");
        assert_eq!(people.key("Reuters", "a U.S. official"), first);
        assert_eq!(people.key("Reuters", "the official"), first);
        assert_eq!(people.key("Reuters", "a US government official"), first);
        assert_ne!(people.key("Reuters", "a Japanese Foreign Ministry official"), first);
        assert_ne!(people.key("Kyodo", "a US official"), first);
        let sources = people.key("Reuters", "three sources familiar with the matter");
        assert_eq!(people.key("Reuters", "sources"), sources);
        assert_ne!(sources, first);
    }
}
