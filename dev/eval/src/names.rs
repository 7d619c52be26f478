//! Names: persons, organisations and places that people marked in sentences, against the mentions found in them.

mod sentences;

use std::ops::Range;

use anyhow::{Context, Result};
use dateline_engine::study;
use dateline_model::{Article, EntityKind, Language, Text};

use crate::data;
use crate::scoreboard::Scores;
use crate::spans::{Counts, equal};
use sentences::Sentence;

/// One set: its name, its file, and what its labels mean. Labels that are not here are not scored.
struct Set {
    name: &'static str,
    file: &'static str,
    labels: &'static [(&'static str, EntityKind)],
}

const SETS: &[Set] = &[
    Set {
        name: "crossner-politics",
        file: "names/crossner-politics/test.txt",
        labels: &[
            ("politician", EntityKind::Person),
            ("person", EntityKind::Person),
            ("organisation", EntityKind::Organisation),
            ("politicalparty", EntityKind::Organisation),
            ("country", EntityKind::Place),
            ("location", EntityKind::Place),
        ],
    },
    Set {
        name: "wnut17",
        file: "names/wnut17/emerging.test.annotated",
        labels: &[
            ("person", EntityKind::Person),
            ("corporation", EntityKind::Organisation),
            ("group", EntityKind::Organisation),
            ("location", EntityKind::Place),
        ],
    },
];
const KINDS: [(EntityKind, &str); 3] =
    [(EntityKind::Person, "person"), (EntityKind::Organisation, "organisation"), (EntityKind::Place, "place")];

/// A span and its kind, as they are compared.
type Name = (usize, usize, EntityKind);

/// Measures; see `evals/names/README.md`.
pub fn run() -> Result<Option<Vec<Scores>>> {
    let mut all = Vec::new();
    for set in SETS {
        let Some(path) = data::folder(set.file) else { return Ok(None) };
        let file = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        all.push(score(set, &sentences::read(&file), found));
    }
    Ok(Some(all))
}

fn score(set: &Set, sentences: &[Sentence], find: impl Fn(&str) -> Vec<Name>) -> Scores {
    let (mut lenient, mut plain, mut kinds) = (Counts::default(), Counts::default(), [Counts::default(); 3]);
    for sentence in sentences {
        let kind = |label: &str| set.labels.iter().find(|(name, _)| *name == label).map(|(_, kind)| *kind);
        let marked = sentence.spans.iter().filter_map(|(span, label)| Some((span.start, span.end, kind(label)?)));
        let marked: Vec<Name> = marked.collect();
        let unscored: Vec<&Range<usize>> =
            sentence.spans.iter().filter(|(_, label)| kind(label).is_none()).map(|(span, _)| span).collect();
        let found = find(&sentence.text);
        plain.add(equal(marked.clone(), found.clone()));
        let scored: Vec<Name> =
            found.into_iter().filter(|(start, end, _)| !unscored.contains(&&(*start..*end))).collect();
        lenient.add(equal(marked.clone(), scored.clone()));
        for ((kind, _), counts) in KINDS.iter().zip(&mut kinds) {
            let of_kind = |names: &[Name]| names.iter().filter(|name| name.2 == *kind).copied().collect();
            counts.add(equal(of_kind(&marked), of_kind(&scored)));
        }
    }
    let whole = [("f1", lenient.f1()), ("precision", lenient.precision()), ("recall", lenient.recall())];
    let each = KINDS.iter().zip(&kinds).map(|((_, name), counts)| (*name, counts.f1()));
    Scores::new(set.name, whole.into_iter().chain([("f1_plain", plain.f1())]).chain(each))
}

/// The names that the engine finds in `text`; what stands for a name and has no capital letter is none.
fn found(text: &str) -> Vec<Name> {
    let article = Article { language: Language::new("en"), ..Article::of(Text::new(text)) };
    let annotations = study(article).annotations;
    let named = |range: Range<usize>| text.get(range).is_some_and(|words| words.contains(char::is_uppercase));
    let mentions = annotations.mentions.iter().filter(|mention| named(mention.span.range()));
    mentions.map(|mention| (mention.span.start(), mention.span.end(), mention.kind)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_that_is_not_scored_counts_only_in_the_plain_score() {
        let file = "Jane\tB-politician\nRoe\tI-politician\nwon\tO\nthe\tO\n2019\tB-election\nvote\tI-election\nin\tO\nOslo\tB-location\n";
        let found = |text: &str| -> Vec<Name> {
            let name = |words: &str, kind| {
                let start = text.find(words).unwrap();
                (start, start + words.len(), kind)
            };
            vec![
                name("Jane Roe", EntityKind::Person),
                name("2019 vote", EntityKind::Organisation),
                name("Oslo", EntityKind::Organisation),
            ]
        };
        let scores = score(&SETS[0], &sentences::read(file), found);
        let expected = [
            ("f1", 0.5),
            ("precision", 0.5),
            ("recall", 0.5),
            ("f1_plain", 0.4),
            ("person", 1.0),
            ("organisation", 0.0),
        ];
        assert_eq!(scores.values[..6], expected);
    }
}
