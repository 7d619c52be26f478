//! Cuts reports into statements.

use std::collections::HashSet;

use dateline_model::{Annotations, Claim, Span, Stance, Statement, Text};

use crate::TimelineReport;
use crate::features::stems::Stems;
use crate::lexicon::{self, Mark};
use crate::places::{covers, is_furniture};
use crate::told::language;
use crate::words::{Words, hash64, normal_form};

/// The rest of a sentence is a statement of its own only with so many words.
const FEWEST_WORDS: usize = 4;
/// So far behind a cue are its words still read, and so many of them.
const BEHIND_CUE: usize = 20;
const MOST_CUE: usize = 12;
/// No more claims than these are looked at in one sentence.
const MOST_CLAIMS: usize = 12;

/// A part of a claim inside one sentence.
struct Piece<'a> {
    claim: &'a Claim,
    content: Span,
    /// The claim as a whole inside the sentence.
    whole: Span,
}

/// The statements of all reports, in order. A report that says the same words twice says them once.
pub fn read(reports: &[TimelineReport<'_>]) -> Vec<Statement> {
    let mut statements = Vec::new();
    for (report, view) in reports.iter().enumerate() {
        let text = &view.article.text;
        let claims = by_sentence(text, view.annotations);
        let mut seen = HashSet::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4));
        let saying = Saying::of(language(view));
        for (&sentence, claims) in view.annotations.sentences.iter().zip(&claims) {
            if !is_furniture(view, sentence) && seen.insert(hash64(text.slice(sentence))) {
                let line = view.article.dateline.as_ref().map(|line| line.span);
                let line = line.filter(|line| covers(sentence, *line));
                of_sentence(report, text, sentence, claims, line, &saying, &mut statements);
            }
        }
    }
    statements
}

/// The claims that each sentence holds some content of.
fn by_sentence<'a>(text: &Text, annotations: &'a Annotations) -> Vec<Vec<Piece<'a>>> {
    let sentences = &annotations.sentences;
    let mut found: Vec<Vec<Piece<'a>>> = sentences.iter().map(|_| Vec::new()).collect();
    for claim in &annotations.claims {
        let parts = if claim.content.is_empty() { std::slice::from_ref(&claim.span) } else { &claim.content[..] };
        for part in parts {
            let first = sentences.partition_point(|sentence| sentence.end() <= part.start());
            for at in (first..sentences.len()).take_while(|&at| sentences[at].start() < part.end()) {
                let clip = |span: Span| {
                    text.span(span.start().max(sentences[at].start())..span.end().min(sentences[at].end()))
                };
                let bare = |span: Span| {
                    let words = text.slice(span).trim_end_matches([',', ' ', ';']);
                    text.span(span.start()..span.start() + words.len())
                };
                if let (Some(content), Some(whole)) = (clip(*part).and_then(bare), clip(claim.span).and_then(bare))
                    && found[at].len() < MOST_CLAIMS
                {
                    found[at].push(Piece { claim, content, whole });
                }
            }
        }
    }
    found
}

fn of_sentence(
    report: usize,
    text: &Text,
    sentence: Span,
    pieces: &[Piece<'_>],
    line: Option<Span>,
    saying: &Saying,
    statements: &mut Vec<Statement>,
) {
    let first = statements.len();
    let mut taken: Vec<Span> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let stance = piece.claim.stance;
        taken.push(piece.whole);
        let within = |other: &Piece<'_>| {
            let same = std::ptr::eq(other.claim, piece.claim) || other.claim.stance == Stance::Declines;
            let inside = covers(other.content, piece.content) && other.content.len() > piece.content.len();
            !same && inside && (stance != Stance::Denies || other.claim.stance == Stance::Denies)
        };
        // What somebody says that another denied is no statement that it is so.
        let around = |other: &Piece<'_>| {
            other.claim.stance == Stance::Denies && stance == Stance::Asserts && covers(piece.content, other.content)
        };
        let twice = pieces[..at].iter().any(|other| other.content == piece.content && other.claim.stance == stance);
        if stance == Stance::Declines || twice || pieces.iter().any(|other| within(other) || around(other)) {
            continue;
        }
        let plain = stance == Stance::Denies
            || piece.claim.cue.is_none_or(|cue| {
                let behind = text.as_str().get(cue.start()..).unwrap_or_default();
                saying.has(behind, cue.len())
            });
        let span = if plain { piece.content } else { piece.whole };
        let (source, via) = (piece.claim.source.clone(), piece.claim.via.clone());
        if text.slice(span).split_whitespace().nth(1).is_some() {
            statements.push(Statement { report, span, sentence, stance, source, via });
        }
    }
    taken.extend(line);
    rest(text, sentence, taken, |span| {
        statements.push(Statement { report, span, sentence, stance: Stance::Asserts, source: None, via: Vec::new() });
    });
    statements[first..].sort_by_key(|statement| statement.span);
}

/// What no claim takes of a sentence, where it is long enough to say something.
fn rest(text: &Text, sentence: Span, mut taken: Vec<Span>, mut keep: impl FnMut(Span)) {
    taken.sort_unstable();
    let mut from = sentence.start();
    let ends = taken.iter().map(|span| (span.start(), span.end())).chain([(sentence.end(), sentence.end())]);
    for (start, end) in ends {
        if from < start {
            let words = text.as_str().get(from..start).unwrap_or_default();
            let trimmed = words.trim_start_matches(|letter: char| !letter.is_alphanumeric());
            let from = from + words.len() - trimmed.len();
            let whole = Words::new(trimmed).nth(FEWEST_WORDS - 1).is_some() || taken.is_empty();
            if let Some(span) = text.span(from..start).filter(|span| whole && !span.is_empty()) {
                keep(span);
            }
        }
        from = from.max(end);
    }
}

/// Whether a cue only says that something is said; of others (`asked`, `accused`) who does it to whom is part of the content.
struct Saying {
    stems: Stems,
    lexicon: &'static lexicon::Lexicon,
}

impl Saying {
    fn of(language: &str) -> Saying {
        Saying { stems: Stems::of(language), lexicon: lexicon::of(language) }
    }

    /// `text` begins with the cue, which is `length` bytes long; `claimed responsibility` is more than `claimed`.
    fn has(&self, text: &str, length: usize) -> bool {
        let (mut stems, mut form) = (Vec::new(), String::new());
        for word in Words::new(text).take_while(|word| word.start < length + BEHIND_CUE).take(MOST_CUE) {
            normal_form(word.surface, &mut form);
            stems.push((word.start, self.stems.hash(&form)));
        }
        let words: Vec<u32> = stems.iter().map(|stem| stem.1).collect();
        stems.iter().enumerate().take_while(|(_, stem)| stem.0 < length).any(|(at, _)| {
            let meaning = self.lexicon.find(&words[at..]);
            meaning.is_some_and(|(meaning, _)| meaning.mark == Mark::Saying)
        })
    }
}
