//! Claims in caret notation: a line of text, and under it a line of carets with a label for each thing marked.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use anyhow::{Context, Result, bail};
use dateline_model::{Form, Record};
use serde::{Serialize, de::DeserializeOwned};

use super::marked::{Marked, Source};

/// A case: a short text and the claims in it.
pub struct Case {
    /// Its lines, joined by line feeds.
    pub text: String,
    /// The claims, by number.
    pub claims: Vec<Marked>,
}

/// Reads a file of cases, with an empty line between two.
pub fn read(file: &str) -> Result<Vec<Case>> {
    let cases = file.split("\n\n").map(str::trim_end).filter(|case| !case.is_empty());
    cases.map(|case| parse(case).with_context(|| case.to_owned())).collect()
}

/// One case.
fn parse(case: &str) -> Result<Case> {
    let mut text = String::new();
    let mut claims: BTreeMap<usize, Marked> = BTreeMap::new();
    let mut start = 0;
    for line in case.trim_start_matches('\n').lines() {
        let carets = line.trim_start();
        if !carets.starts_with('^') {
            if !text.is_empty() {
                text.push('\n');
            }
            start = text.len();
            text.push_str(line);
            continue;
        }
        let label = carets.trim_start_matches('^').trim();
        let first = line.len() - carets.len();
        let length = carets.len() - carets.trim_start_matches('^').len();
        let span = range(&text, start, first, length).with_context(|| format!("carets past the line: {label}"))?;
        let (numbers, label) = match label.split_once(' ') {
            Some((head, rest)) if head.starts_with(|first: char| first.is_ascii_digit()) => {
                (head.split(',').map(str::parse).collect::<Result<Vec<usize>, _>>()?, rest)
            }
            _ => (vec![1], label),
        };
        for number in numbers {
            put(claims.entry(number).or_default(), span.clone(), label).with_context(|| label.to_owned())?;
        }
    }
    Ok(Case { text, claims: claims.into_values().collect() })
}

/// The bytes under `length` carets after `first` characters of the line that begins at `start`.
fn range(text: &str, start: usize, first: usize, length: usize) -> Option<Range<usize>> {
    let mut offsets = text[start..].char_indices().map(|(at, _)| start + at).chain([text.len()]);
    let from = offsets.nth(first)?;
    Some(from..offsets.nth(length - 1)?)
}

/// Puts what a label says into its claim.
fn put(claim: &mut Marked, span: Range<usize>, label: &str) -> Result<()> {
    let (label, name) = match label.split_once(" name=") {
        Some((label, name)) => (label, Some(name.to_owned())),
        None => (label, None),
    };
    let mut words = label.split(' ');
    let role = words.next().unwrap_or_default();
    if role == "source" {
        let kind = word(words.next().unwrap_or_default())?;
        claim.source = Some(Source { span: span.clone(), kind, count: None, name });
    }
    match role {
        "source" => {}
        "cue" => claim.cue = Some(span),
        "content" => claim.content.push(span),
        "via" => claim.via.push(span),
        other => bail!("“{other}” is no role; there are source, cue, content and via"),
    }
    for said in words {
        match (role, said.split_once('=')) {
            ("source", Some(("count", count))) => {
                let count = Some(count.parse()?);
                claim.source.iter_mut().for_each(|source| source.count = count);
            }
            ("source", Some(("record", record))) => claim.record = word(record)?,
            ("cue", None) => claim.stance = word(said)?,
            ("content", None) => match word::<Form>(said) {
                Ok(form) => claim.form = form,
                Err(_) => claim.stance = word(said)?,
            },
            // The place of a via among several: they are written in the order of the text, and kept in that of nearness.
            ("via", None) => {
                let place: usize = said.parse()?;
                let via = claim.via.pop().context("a via")?;
                claim.via.insert((place - 1).min(claim.via.len()), via);
            }
            _ => bail!("“{said}” is not understood"),
        }
    }
    Ok(())
}

/// A word of the model, as its JSON has it.
fn word<T: DeserializeOwned>(word: &str) -> Result<T> {
    serde_json::from_value(serde_json::Value::from(word)).with_context(|| format!("“{word}”"))
}

/// The word for a value of the model.
fn said<T: Serialize>(value: T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// One line of carets before it is written.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Label {
    start: usize,
    end: usize,
    role: usize,
    words: String,
}

/// Writes `claims` under the lines of `text`.
pub fn write(text: &str, claims: &[Marked]) -> String {
    let mut labels: BTreeMap<Label, Vec<usize>> = BTreeMap::new();
    for (number, claim) in claims.iter().enumerate() {
        for label in labels_of(claim) {
            labels.entry(label).or_default().push(number + 1);
        }
    }
    let mut written = String::new();
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.len();
        let _ = writeln!(written, "{line}");
        for (label, numbers) in &labels {
            let (from, to) = (label.start.clamp(start, end), label.end.clamp(start, end));
            if from >= to {
                continue;
            }
            let count = |range: Range<usize>| text.get(range).map_or(0, |part| part.chars().count());
            let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
            let numbers = if claims.len() > 1 { format!("{} ", numbers.join(",")) } else { String::new() };
            let (blank, carets) = (" ".repeat(count(start..from)), "^".repeat(count(from..to)));
            let _ = writeln!(written, "{blank}{carets} {numbers}{}", label.words);
        }
        start = end + 1;
    }
    written
}

fn labels_of(claim: &Marked) -> Vec<Label> {
    let mut labels = Vec::new();
    let mut push = |span: &Range<usize>, role, words| {
        labels.push(Label { start: span.start, end: span.end, role, words });
    };
    if let Some(source) = &claim.source {
        let mut words = format!("source {}", said(source.kind));
        if let Some(count) = source.count {
            let _ = write!(words, " count={count}");
        }
        if claim.record != Record::Unstated {
            let _ = write!(words, " record={}", said(claim.record));
        }
        if let Some(name) = &source.name {
            let _ = write!(words, " name={name}");
        }
        push(&source.span, 0, words);
    }
    if let Some(cue) = &claim.cue {
        let stance = if claim.content.is_empty() { format!(" {}", said(claim.stance)) } else { String::new() };
        push(cue, 1, format!("cue{stance}"));
    }
    for (place, span) in claim.content.iter().enumerate() {
        let how = if place == 0 { format!(" {} {}", said(claim.form), said(claim.stance)) } else { String::new() };
        push(span, 2, format!("content{how}"));
    }
    for (place, span) in claim.via.iter().enumerate() {
        let place = if claim.via.len() > 1 { format!(" {}", place + 1) } else { String::new() };
        push(span, 3, format!("via{place}"));
    }
    labels
}

#[cfg(test)]
mod tests {
    use dateline_model::{SourceKind, Stance};

    use super::*;

    #[test]
    fn words_are_those_of_the_model() {
        assert_eq!(said(SourceKind::Organisation), "organisation");
        assert_eq!(said(Record::OnBackground), "on-background");
        assert_eq!(word::<Stance>("declines").unwrap(), Stance::Declines);
        assert!(word::<Stance>("declined").is_err());
    }

    #[test]
    fn carets_count_characters() {
        let case =
            "“Né,” he said.\n^^^^^ content direct asserts\n      ^^ source named name=Someone\n         ^^^^ cue\n";
        let cases = read(case).unwrap();
        assert_eq!(&cases[0].text[cases[0].claims[0].content[0].clone()], "“Né,”");
        assert_eq!(write(&cases[0].text, &cases[0].claims), case);
    }

    #[test]
    fn a_wrong_label_is_told() {
        for case in ["He said.\n^^ speaker", "He said.\n^^ source someone", "He.\n  ^^^^^ cue", "He.\n^^ via first"] {
            assert!(read(case).is_err(), "{case}");
        }
    }
}
