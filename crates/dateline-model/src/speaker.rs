//! Who a claim is filed under: those with a name, under a key that is the same however an article writes it.

use crate::{Annotations, Entity, EntityKind, Source, SourceKind, Text};
use unicode_normalization::UnicodeNormalization;

/// A source with a name of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest name that the article gives.
    pub name: String,
    /// A person, organisation, outlet or document.
    pub kind: SourceKind,
    /// The name without what does not tell it from another.
    pub key: String,
}

/// Words that stand before the name of a person and are no part of it.
const TITLES: &[&str] = &[
    "baroness",
    "captain",
    "colonel",
    "dame",
    "dr",
    "judge",
    "justice",
    "king",
    "lady",
    "lieutenant",
    "lord",
    "madam",
    "major",
    "miss",
    "mr",
    "mrs",
    "ms",
    "mx",
    "prime",
    "prince",
    "princess",
    "prof",
    "queen",
    "rabbi",
    "reverend",
    "sergeant",
    "sheikh",
    "sir",
];
/// Offices before a name: what stands in front of them describes the office, as in `Foreign Secretary Ana Roe`.
const OFFICES: &[&str] = &[
    "admiral",
    "ambassador",
    "chairman",
    "chairwoman",
    "chancellor",
    "chief",
    "commissioner",
    "director",
    "general",
    "governor",
    "leader",
    "mayor",
    "minister",
    "president",
    "professor",
    "representative",
    "secretary",
    "senator",
    "sheriff",
    "spokesman",
    "spokesperson",
    "spokeswoman",
];
/// Those that are titles only where a full stop shows that they are cut short: `Gen. Roe`, but `Gen Nakatani`.
const SHORT_TITLES: &[&str] =
    &["adm", "capt", "col", "gen", "gov", "hon", "lt", "maj", "pres", "rep", "rev", "sen", "sgt"];
/// What opens a sentence with a capital letter and names nobody.
const NO_NAMES: &[&str] = &[
    "he", "her", "his", "i", "it", "its", "many", "one", "others", "she", "some", "that", "their", "they", "this",
    "we", "which", "who", "you",
];
/// Words inside names that have no capital letter.
const SMALL: &[&str] = &[
    "al", "and", "bin", "da", "de", "del", "der", "di", "do", "du", "el", "for", "la", "le", "of", "on", "the", "van",
    "von", "&",
];
/// A name that no entity stands behind has no more words.
const LONGEST_NAME: usize = 8;
/// No name has more words.
const MOST_WORDS: usize = 24;
/// A name is at most this long; what is longer is a description.
const LONGEST: usize = 120;

/// Who `source` is, where it has a name of its own.
#[must_use]
pub fn speaker(text: &Text, found: &Annotations, source: &Source) -> Option<Speaker> {
    if source.kind == SourceKind::Unnamed {
        return None;
    }
    let entity = entity(found, source);
    let name = match entity {
        Some(entity) => entity.name.as_str(),
        None if is_name(text, found, source) => source.name.as_str(),
        None => return None,
    };
    let kind = match (source.kind, entity.map(|entity| entity.kind)) {
        (SourceKind::Named, Some(EntityKind::Organisation | EntityKind::Place)) => SourceKind::Organisation,
        (SourceKind::Organisation, Some(EntityKind::Person)) => SourceKind::Named,
        (kind, _) => kind,
    };
    let name = tidy(name, kind);
    let key = key(&name, kind);
    (!key.is_empty() && name.len() <= LONGEST).then_some(Speaker { name, kind, key })
}

/// What the article says of a source.
#[must_use]
pub fn entity<'f>(found: &'f Annotations, source: &Source) -> Option<&'f Entity> {
    source.entity.or_else(|| mentioned(found, source)).and_then(|entity| found.entities.get(entity))
}

/// The person named last in the words of a source, or the first body: `Defence Minister Ana Roe`, `the port of Hull`.
fn mentioned(found: &Annotations, source: &Source) -> Option<usize> {
    let first = found.mentions.partition_point(|mention| mention.span.start() < source.span.start());
    let inside = || found.mentions[first..].iter().take_while(|mention| mention.span.end() <= source.span.end());
    match source.kind {
        SourceKind::Named => {
            let person = inside().filter(|mention| mention.kind == EntityKind::Person).last();
            person.or_else(|| inside().find(|mention| mention.span == source.span))
        }
        SourceKind::Outlet | SourceKind::Organisation => {
            inside().find(|mention| mention.span == source.span && mention.kind != EntityKind::Person)
        }
        SourceKind::Document | SourceKind::Unnamed => None,
    }
    .map(|mention| mention.entity)
}

/// The keys that a written name may have: as the name of a body, and as that of a person.
#[must_use]
pub fn keys(name: &str) -> [String; 2] {
    [key(name, SourceKind::Organisation), key(name, SourceKind::Named)]
}

/// A name without letter case, accents, full stops, a leading `the`; of persons also without titles, and with two words
/// in the order of the alphabet, since `Gen Nakatani` is `Nakatani Gen`.
fn key(name: &str, kind: SourceKind) -> String {
    let words = folded_words(name);
    let mut words: Vec<String> = words[before_name(&words, kind)..].iter().map(|(word, _)| word.clone()).collect();
    words.retain(|word| !word.is_empty());
    if kind == SourceKind::Named && words.len() == 2 {
        words.sort();
    }
    words.join(" ")
}

fn folded_words(name: &str) -> Vec<(String, bool)> {
    name.split_whitespace().take(MOST_WORDS).map(folded).collect()
}

/// How many words stand before a name: `the`, and before that of a person titles and offices. One word always stays.
fn before_name(words: &[(String, bool)], kind: SourceKind) -> usize {
    let last = words.len().saturating_sub(1);
    let mut first = usize::from(words.first().is_some_and(|(word, _)| word == "the")).min(last);
    if kind == SourceKind::Named {
        let office = words[..last].iter().rposition(|(word, _)| OFFICES.contains(&word.as_str()));
        first = office.map_or(first, |office| office + 1);
        let title = |(word, stopped): &(String, bool)| {
            TITLES.contains(&word.as_str()) || (*stopped && SHORT_TITLES.contains(&word.as_str()))
        };
        first += words[first..last].iter().take_while(|word| title(word)).count();
    }
    first
}

/// A word folded, and whether it ends in a full stop.
fn folded(word: &str) -> (String, bool) {
    let word = word.trim_end_matches(',');
    let own = ["’s", "'s"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    // Accents of Latin, Greek and Cyrillic letters; the voiced marks of kana tell sounds apart and stay.
    let bare = own.nfkd().filter(|letter| !('\u{300}'..='\u{36f}').contains(letter));
    let kept = bare.nfc().flat_map(char::to_lowercase).filter(|letter| letter.is_alphanumeric() || *letter == '-');
    (kept.collect(), word.ends_with('.'))
}

/// A name as it is shown: on one line, without what stands before it.
fn tidy(name: &str, kind: SourceKind) -> String {
    // A longer name is none: `speaker` refuses it.
    let line: Vec<&str> = name.split_whitespace().take(MOST_WORDS + 1).collect();
    let skipped = before_name(&folded_words(name), kind);
    let bare = line[skipped.min(line.len())..].join(" ");
    let own = ["’s", "'s"].iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(&bare);
    own.trim_end_matches(',').to_owned()
}

/// True where the words of a source without an entity are a name: capital letters, or letters without case, in all but
/// its small words, and not only because it opens a sentence.
fn is_name(text: &Text, found: &Annotations, source: &Source) -> bool {
    let words: Vec<&str> = source.name.split_whitespace().collect();
    let article = usize::from(words.first().is_some_and(|word| word.eq_ignore_ascii_case("the")));
    let words = &words[article..];
    let capital = |word: &str| word.starts_with(|letter: char| letter.is_alphanumeric() && !letter.is_lowercase());
    if words.is_empty() || words.len() > LONGEST_NAME || !words.iter().all(|word| capital(word) || is_small(word)) {
        return false;
    }
    let opens = found.sentences.binary_search_by_key(&source.span.start(), |sentence| sentence.start()).is_ok();
    let written = text.slice(source.span) == source.name;
    let doubtful = usize::from(opens && written && article == 0 && source.kind != SourceKind::Outlet);
    let is_title = |word: &str| source.kind == SourceKind::Named && OFFICES.contains(&word);
    let mut named = words.iter().skip(doubtful).filter(|word| capital(word)).map(|word| folded(word).0);
    named.any(|word| !NO_NAMES.contains(&word.as_str()) && !is_title(&word))
}

fn is_small(word: &str) -> bool {
    SMALL.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    fn person(name: &str) -> String {
        key(name, SourceKind::Named)
    }

    #[test]
    fn names_in_other_dress_are_one() {
        for (one, other) in [
            ("Gen Nakatani", "Nakatani Gen"),
            ("Mr. José Núñez", "jose nunez"),
            ("Gen. Ana Roe", "Ana Roe"),
            ("Prime Minister Ana Roe", "Roe Ana"),
            ("Ana O’Roe", "ana o'roe"),
            ("Ana Roe’s", "Ana Roe"),
        ] {
            assert_eq!(person(one), person(other), "{one}");
        }
        assert_eq!(person("Gen Nakatani"), "gen nakatani", "a given name, not a title");
        assert_eq!(person("Ana Bea Roe"), "ana bea roe", "three words stay in order");
        assert_eq!(person("Roe"), "roe");
        assert_eq!(person("Foreign Secretary General Ana Roe"), "ana roe");
        assert_eq!(person("Ana King"), "ana king", "a last name, not a title");
        assert_eq!(person("President"), "president", "a title alone is all there is");
        let body = |name| key(name, SourceKind::Organisation);
        assert_eq!(body("The U.S. State Department"), body("US State Department"));
        assert_ne!(body("Harbour Wall"), body("Wall Harbour"));
        assert_ne!(person("かき"), person("がき"), "voiced marks tell sounds apart");
        assert_eq!(person("  "), "");
    }

    fn filed(words: &str, kind: SourceKind) -> Option<String> {
        let text = Text::new(words);
        let span: Span = text.whole();
        let found = Annotations { sentences: vec![span], ..Annotations::default() };
        let source = Source { span, name: words.to_owned(), kind, count: None, entity: None };
        speaker(&text, &found, &source).map(|speaker| speaker.name)
    }

    #[test]
    fn descriptions_are_no_names() {
        use SourceKind::{Document, Named, Organisation, Outlet, Unnamed};
        for (words, kind) in [
            ("He", Named),
            ("The ministry", Organisation),
            ("Police", Organisation),
            ("A report", Document),
            ("the company", Organisation),
            ("Two Officials", Unnamed),
            ("Reports on the earthquake of 1 January", Document),
            ("Authorities in the cities of Hull and Leith", Organisation),
            ("health service in England", Organisation),
            ("", Named),
        ] {
            assert_eq!(filed(words, kind), None, "{words}");
        }
        assert_eq!(filed("The Harbour Courier", Outlet).as_deref(), Some("Harbour Courier"));
        assert_eq!(
            filed("Board of the Ports and Quays", Organisation).as_deref(),
            Some("Board of the Ports and Quays")
        );
        assert_eq!(filed("Meridian", Outlet).as_deref(), Some("Meridian"));
        assert_eq!(filed("Ana Roe", Named).as_deref(), Some("Ana Roe"));
        assert_eq!(filed("The Port Authority", Organisation).as_deref(), Some("Port Authority"));
    }
}
