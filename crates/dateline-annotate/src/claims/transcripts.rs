//! Lines that begin with who speaks and a colon: talks written down, and headlines.

use std::collections::BTreeMap;

use dateline_model::{EntityKind, Mention, SourceKind, Span, Stance, Text};

use super::Candidate;
use super::cues::{CLAUSE, QUOTE, SPEECH};
use super::speakers::Speaker;

/// The longest name before a colon, in bytes and in words.
const LONGEST: (usize, usize) = (40, 4);
/// Fewer words behind the colon are an entry of a list.
const LEAST: usize = 4;
/// So many lines must begin with a name before it is that of a speaker.
const LINES: usize = 2;

/// One claim for each line of a talk, `ROE: I do not think so.`, and for one that begins with the name of a person. Any
/// name speaks where several lines begin with it, as long as somebody else does too.
pub fn find(text: &Text, mentions: &[Mention]) -> Vec<Candidate> {
    let lines: Vec<(Span, usize)> = text.lines().filter_map(|line| Some((line, label(text.slice(line))?))).collect();
    let name = |(line, colon): &(Span, usize)| &text.slice(*line)[..*colon];
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for line in &lines {
        *counts.entry(name(line)).or_default() += 1;
    }
    let talk = counts.values().filter(|count| **count >= LINES).count() > 1;
    let known = |(line, colon): &(Span, usize)| {
        let at = mentions.partition_point(|mention| mention.span.start() < line.start());
        mentions.get(at).is_some_and(|mention| {
            mention.span.range() == (line.start()..line.start() + colon) && mention.kind == EntityKind::Person
        })
    };
    let speaks = |line: &&(Span, usize)| talk && counts[name(line)] >= LINES || known(line);
    lines.iter().filter(speaks).map(|&(line, colon)| candidate(text, line, colon)).collect()
}

/// Where the colon stands behind the name that a line begins with.
fn label(line: &str) -> Option<usize> {
    let colon = line.bytes().take(LONGEST.0).position(|byte| byte == b':')?;
    let name = line[..colon].split(' ');
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let named = name.clone().count() <= LONGEST.1 && name.clone().all(capital);
    (named && line[colon + 1..].starts_with(' ') && line[colon..].split_whitespace().nth(LEAST).is_some())
        .then_some(colon)
}

fn candidate(text: &Text, line: Span, colon: usize) -> Candidate {
    let at = line.start() + colon;
    let words = text.slice(line);
    let blank = words[colon + 1..].len() - words[colon + 1..].trim_start().len();
    let name = line.start()..at;
    Candidate {
        frames: CLAUSE | QUOTE | SPEECH,
        cue: at..at + 1,
        source: Some(name.clone()),
        speaker: Some(Speaker { kind: SourceKind::Named, count: None, pronoun: false, name: None }),
        name: Some(name),
        via: Vec::new(),
        content: std::iter::once(at + 1 + blank..line.end()).collect(),
        has_clause: true,
        stance: Stance::Asserts,
    }
}
