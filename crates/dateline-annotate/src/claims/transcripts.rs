//! Talks written down: lines that begin with who speaks and a colon.

use std::collections::BTreeMap;

use dateline_model::{SourceKind, Span, Stance, Text};

use super::Candidate;
use super::cues::{CLAUSE, QUOTE, SPEECH};
use super::speakers::Speaker;

/// The longest name before a colon, in bytes and in words.
const LONGEST: (usize, usize) = (40, 4);
/// Fewer words behind the colon are an entry of a list.
const LEAST: usize = 4;
/// So many lines must begin with a name before it is that of a speaker.
const LINES: usize = 2;

/// One claim for each line of a talk, `ROE: I do not think so.`; a name speaks where several lines begin with it.
pub fn find(text: &Text) -> Vec<Candidate> {
    let lines: Vec<(Span, usize)> = text.lines().filter_map(|line| Some((line, label(text.slice(line))?))).collect();
    let name = |(line, colon): &(Span, usize)| &text.slice(*line)[..*colon];
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for line in &lines {
        *counts.entry(name(line)).or_default() += 1;
    }
    let speakers = counts.values().filter(|count| **count >= LINES).count();
    // Whoever talks talks to somebody.
    let several = |line: &&(Span, usize)| speakers >= 2 && counts[name(line)] >= LINES;
    lines.iter().filter(several).map(|&(line, colon)| candidate(text, line, colon)).collect()
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
        content: vec![at + 1 + blank..line.start() + words.trim_end().len()],
        has_clause: true,
        stance: Stance::Asserts,
    }
}
