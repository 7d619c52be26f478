//! What a source does with what it speaks of, as the content shows it.

use dateline_model::{Span, Stance, Text};

/// Words of a content by which it denies something.
const DENIALS: &[&str] = &[
    "not true",
    "untrue",
    "was false",
    "is false",
    "were false",
    "are false",
    "be false",
    "no truth",
    "baseless",
    "unfounded",
    "fabricat",
    "“a lie",
    "\"a lie",
    "a lie",
    "lies”",
    "lies\"",
    "pure fantasy",
    "fake news",
    "made up",
    "never happened",
    "groundless",
    "nonsense",
    "“false",
    "\"false",
    "without foundation",
];

/// Contents that are no answer.
const NO_ANSWERS: &[&str] = &["no comment", "nothing to say", "nothing to add"];

/// The stance of a claim whose cue alone has `stance`.
pub fn of(text: &Text, stance: Stance, content: &[Span]) -> Stance {
    // What is denied in a long content is one thing of many that it says.
    const LONGEST: usize = 160;
    const SOON: usize = 24;
    let [part] = content else { return stance };
    let words = text.slice(*part);
    if stance != Stance::Asserts || words.len() > LONGEST {
        return stance;
    }
    let says = |list: &[&str]| list.iter().any(|saying| words.contains(saying));
    match () {
        () if NO_ANSWERS.iter().any(|answer| words.find(answer).is_some_and(|at| at < SOON)) => Stance::Declines,
        () if says(DENIALS) => Stance::Denies,
        () => stance,
    }
}
