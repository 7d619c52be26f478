//! A claim as it is compared: found by the engine or marked by a person.

use std::ops::Range;

use dateline_model::{Claim, Form, Record, SourceKind, Stance};

use crate::spans::{Parts, words};

/// One claim, its spans in bytes of the text.
#[derive(Clone, Debug)]
pub struct Marked {
    pub source: Option<Source>,
    pub cue: Option<Range<usize>>,
    pub content: Parts,
    /// Nearest to the article first.
    pub via: Parts,
    pub form: Form,
    pub stance: Stance,
    pub record: Record,
}

/// Who says it.
#[derive(Clone, Debug)]
pub struct Source {
    pub span: Range<usize>,
    pub kind: SourceKind,
    pub count: Option<u32>,
    /// What the words mean; `None` where they are the name, or where a person would not be sure.
    pub name: Option<String>,
}

impl Default for Marked {
    fn default() -> Marked {
        Marked {
            source: None,
            cue: None,
            content: Vec::new(),
            via: Vec::new(),
            form: Form::Indirect,
            stance: Stance::Asserts,
            record: Record::Unstated,
        }
    }
}

impl Marked {
    /// A claim of the engine's, in `text`.
    pub fn of(claim: &Claim, text: &str) -> Marked {
        let source = claim.source.as_ref().map(|source| {
            let same = text.get(source.span.range()) == Some(source.name.as_str());
            let name = (!same).then(|| source.name.clone());
            Source { span: source.span.range(), kind: source.kind, count: source.count, name }
        });
        Marked {
            source,
            cue: claim.cue.map(dateline_model::Span::range),
            content: claim.content.iter().map(|span| span.range()).collect(),
            via: claim.via.iter().map(|via| via.span.range()).collect(),
            form: claim.form,
            stance: claim.stance,
            record: claim.record,
        }
    }

    fn source_words(&self, text: &str) -> Parts {
        self.source.as_ref().map_or_else(Vec::new, |source| words(text, std::slice::from_ref(&source.span)))
    }

    fn cue_words(&self, text: &str) -> Parts {
        self.cue.as_ref().map_or_else(Vec::new, |cue| words(text, std::slice::from_ref(cue)))
    }

    fn via_words(&self, text: &str) -> Vec<Parts> {
        self.via.iter().map(|via| words(text, std::slice::from_ref(via))).collect()
    }
}

/// One thing that two claims may agree on.
pub struct Aspect {
    /// What it is called on the scoreboard.
    pub name: &'static str,
    /// True where a claim is wrong without it.
    pub needed: bool,
    /// True where a claim states it; where neither of two does, there is nothing to compare.
    pub stated: fn(&Marked) -> bool,
    /// Whether the found claim (second) agrees with the expected one.
    pub same: fn(&str, &Marked, &Marked) -> bool,
}

fn always(_: &Marked) -> bool {
    true
}

/// All aspects, in the order of the scoreboard.
pub static ASPECTS: &[Aspect] = &[
    Aspect {
        name: "source",
        needed: true,
        stated: |claim| claim.source.is_some(),
        same: |text, expected, found| expected.source_words(text) == found.source_words(text),
    },
    Aspect {
        name: "cue",
        needed: true,
        stated: |claim| claim.cue.is_some(),
        same: |text, expected, found| same_cue(text, &expected.cue_words(text), &found.cue_words(text)),
    },
    Aspect {
        name: "content",
        needed: true,
        stated: |claim| !claim.content.is_empty(),
        same: |text, expected, found| words(text, &expected.content) == words(text, &found.content),
    },
    Aspect {
        name: "via",
        needed: true,
        stated: |claim| !claim.via.is_empty(),
        same: |text, expected, found| expected.via_words(text) == found.via_words(text),
    },
    Aspect { name: "stance", needed: true, stated: always, same: |_, expected, found| expected.stance == found.stance },
    Aspect {
        name: "kind",
        needed: true,
        stated: |claim| claim.source.is_some(),
        same: |_, expected, found| {
            let kind = |claim: &Marked| claim.source.as_ref().map(|source| source.kind);
            kind(expected) == kind(found)
        },
    },
    Aspect {
        name: "count",
        needed: true,
        stated: |claim| count(claim).is_some(),
        same: |_, expected, found| count(expected) == count(found),
    },
    Aspect {
        name: "record",
        needed: true,
        stated: |claim| claim.record != Record::Unstated,
        same: |_, expected, found| expected.record == found.record,
    },
    // No claim is wrong for what follows, since it can be derived, or is a question of its own.
    Aspect {
        name: "form",
        needed: false,
        stated: |claim| !claim.content.is_empty(),
        same: |_, expected, found| expected.form == found.form,
    },
    Aspect {
        name: "name",
        needed: false,
        stated: |claim| claim.source.as_ref().is_some_and(|source| source.name.is_some()),
        same: |_, expected, found| {
            let name = |claim: &Marked| claim.source.as_ref().and_then(|source| source.name.clone());
            name(expected).is_none() || name(expected) == name(found)
        },
    },
];

/// Words before a verb that a cue may take along: PolNeAR mostly does (`has also said`), and nothing hangs on it.
const BESIDE_A_VERB: &[&str] = &[
    "again", "also", "are", "be", "been", "being", "earlier", "first", "further", "had", "has", "have", "is", "later",
    "was", "were",
];

/// Cues are the same where they end alike and before the expected one stand auxiliaries and adverbs at most.
fn same_cue(text: &str, expected: &Parts, found: &Parts) -> bool {
    let (Some(one), Some(other)) = (expected.first(), found.first()) else { return expected == found };
    let before = text.get(other.start..one.start).unwrap_or_default();
    let beside = |word: &str| BESIDE_A_VERB.contains(&word) || word.ends_with("ly");
    one.end == other.end && other.start <= one.start && before.split_whitespace().all(beside)
}

fn count(claim: &Marked) -> Option<u32> {
    claim.source.as_ref()?.count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cue_may_take_auxiliaries_and_adverbs_along_but_no_negation() {
        let text = "He has also repeatedly said so, and had not said why.";
        let cue = |words: &str| -> Parts { text.find(words).map(|at| at..at + words.len()).into_iter().collect() };
        assert!(same_cue(text, &cue("said so"), &cue("has also repeatedly said so")));
        assert!(same_cue(text, &Vec::new(), &Vec::new()));
        assert!(!same_cue(text, &cue("said why"), &cue("had not said why")));
        assert!(!same_cue(text, &cue("has also repeatedly said"), &cue("also repeatedly said")));
        assert!(!same_cue(text, &cue("said so"), &cue("said")));
        assert!(!same_cue(text, &cue("said so"), &Vec::new()));
    }
}
