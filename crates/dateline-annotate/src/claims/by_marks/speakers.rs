//! What kind of source a noun phrase is, how many people it means, and which of its words are a name.

use std::ops::Range;

use dateline_model::SourceKind;

use crate::lexemes::WordKey;

use super::shapes::Sentence;
use super::table::{
    BODY, Classes, DETERMINER, DOCUMENT, JOIN, LINK, ONE, OUTLET, PERSON, PERSONS, PRONOUN, SOURCES, STOP, TITLE, Table,
};
use super::tokens::{Kind, Token};

/// What is known of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// What kind of source it is; pronouns stand for named persons.
    pub kind: SourceKind,
    /// How many people are meant, where that is said.
    pub count: Option<u32>,
    /// Its proper name, in bytes of the text.
    pub name: Option<Range<usize>>,
}

/// What the tokens of `phrase` say of who speaks.
pub fn describe(text: &str, sentence: &Sentence<'_>, phrase: &Range<usize>, table: &Table) -> Speaker {
    let tokens = &sentence.tokens[phrase.clone()];
    if !sentence.spaced {
        return describe_run(text, tokens, table);
    }
    let classes = |token: &Token| match token.kind {
        Kind::Word(_) if token.classes & SOURCES == 0 => {
            token.classes | table.ending(&text[token.start..token.end].to_lowercase())
        }
        _ => token.classes,
    };
    let all: Vec<Classes> = tokens.iter().map(classes).collect();
    let is_name = |at: usize| {
        let other = DETERMINER | LINK | ONE | PRONOUN | JOIN | STOP | SOURCES;
        tokens.get(at).is_some_and(|token| token.kind == Kind::Word(true))
            && all[at] & other == 0
            && table.number(WordKey::of(&text[tokens[at].start..tokens[at].end])).is_none()
    };
    let run = |from: usize| (from..tokens.len()).take_while(|&at| is_name(at)).count();
    let bytes = |from: usize, length: usize| Some(tokens[from].start..tokens[from + length - 1].end);
    let head = all.iter().position(|&classes| classes & (SOURCES & !TITLE) != 0);
    let first = run(0);
    let named = |name| Speaker { kind: SourceKind::Named, count: None, name };
    let of = |kind| Speaker { kind, count: None, name: None };
    if all.first().is_some_and(|classes| classes & PRONOUN != 0) {
        return named(None);
    }
    if let Some(title) = all.iter().position(|&classes| classes & TITLE != 0)
        && run(title + 1) > 0
    {
        return named(bytes(title + 1, run(title + 1)));
    }
    match head {
        // `Name, head of the board`, but not `Oslo police`.
        Some(head)
            if first > 0
                && (first < head || tokens.get(first).is_some_and(|token| token.kind == Kind::Mark(',')))
                && (all[head] & (PERSON | PERSONS) != 0 || first > 1) =>
        {
            named(bytes(0, first))
        }
        Some(head) if all[head] & (PERSON | PERSONS) != 0 => {
            // The nouns of a title may be several: `deputy minister Name`.
            let last = (head..tokens.len()).take_while(|&at| all[at] & (PERSON | PERSONS) != 0).last().unwrap_or(head);
            let comma = tokens.get(last + 1).is_some_and(|token| token.kind == Kind::Mark(','));
            let next = last + 1 + usize::from(comma);
            // `the foreign minister of …, Name`; where nouns are low, a name may stand behind an adjective too.
            let begins = |at: &usize| {
                let before = tokens[at - 1];
                let low = !sentence.capital_nouns
                    && matches!(before.kind, Kind::Word(false))
                    && all[at - 1] & (LINK | DETERMINER) == 0;
                is_name(*at) && (before.kind == Kind::Mark(',') || low)
            };
            let next = (next + 1..tokens.len()).find(begins).filter(|_| run(next) == 0).unwrap_or(next);
            match run(next) {
                0 => people(text, &tokens[..head], all[head], &all[..head], table),
                length => named(bytes(next, length)),
            }
        }
        Some(head) if all[head] & OUTLET != 0 => of(SourceKind::Outlet),
        Some(head) if all[head] & DOCUMENT != 0 => of(SourceKind::Document),
        Some(head) if all[head] & BODY != 0 => of(SourceKind::Organisation),
        _ => unlisted(text, tokens, &all, first),
    }
}

fn people(text: &str, before: &[Token], head: Classes, all: &[Classes], table: &Table) -> Speaker {
    let number = before.iter().find_map(|token| {
        let word = &text[token.start..token.end];
        word.parse().ok().or_else(|| table.number(WordKey::of(word)))
    });
    let one = all.iter().any(|classes| classes & ONE != 0) || head & PERSONS == 0;
    Speaker { kind: SourceKind::Unnamed, count: number.or(one.then_some(1)), name: None }
}

/// A phrase without a word that says what it is.
fn unlisted(text: &str, tokens: &[Token], all: &[Classes], first: usize) -> Speaker {
    let of = |kind| Speaker { kind, count: None, name: None };
    let article = all.first().is_some_and(|classes| classes & DETERMINER != 0);
    let capitals = tokens.iter().any(|token| token.kind == Kind::Word(true));
    if tokens.iter().any(|token| matches!(token.kind, Kind::Quotation(_))) {
        // Newspapers stand in quotation marks.
        return of(SourceKind::Outlet);
    }
    const LETTERS: usize = 5;
    let letters = |token: &Token| {
        let word = &text[token.start..token.end];
        (2..=LETTERS).contains(&word.len()) && word.chars().all(char::is_uppercase)
    };
    match () {
        () if tokens.iter().any(letters) && tokens.len() <= 2 => of(SourceKind::Organisation),
        () if first > 0 => {
            Speaker { kind: SourceKind::Named, count: None, name: Some(tokens[0].start..tokens[first - 1].end) }
        }
        () if all.first().is_some_and(|classes| classes & ONE != 0) => {
            Speaker { kind: SourceKind::Unnamed, count: Some(1), name: None }
        }
        () if capitals && article => of(SourceKind::Organisation),
        () => of(SourceKind::Unnamed),
    }
}

/// Where words are not apart: by what the run ends with.
fn describe_run(text: &str, tokens: &[Token], table: &Table) -> Speaker {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return Speaker { kind: SourceKind::Unnamed, count: None, name: None };
    };
    let words = &text[first.start..last.end];
    let classes = table.ending(words);
    // A title that stands alone, or behind a genitive, names nobody.
    let inner = words.chars().next().map_or(words, |first| &words[first.len_utf8()..]);
    let titled = table.ending(inner) & TITLE != 0 && !tokens.iter().any(|token| token.classes & LINK != 0);
    let is_title = classes & TITLE != 0;
    let kind = match () {
        () if titled || first.classes & PRONOUN != 0 => SourceKind::Named,
        () if is_title => SourceKind::Unnamed,
        () if classes & (PERSON | PERSONS) != 0 => SourceKind::Unnamed,
        () if classes & OUTLET != 0 => SourceKind::Outlet,
        () if classes & DOCUMENT != 0 => SourceKind::Document,
        () if classes & BODY != 0 => SourceKind::Organisation,
        () => SourceKind::Named,
    };
    let digits = words.chars().position(|character| character.is_ascii_digit());
    let number = digits.and_then(|at| {
        let digits: String = words.chars().skip(at).take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    });
    let word = tokens.iter().find_map(|token| table.number(WordKey::of(&text[token.start..token.end])));
    let several = classes & PERSONS != 0 || tokens.iter().any(|token| token.classes & PERSONS != 0);
    let is_one = !several && (is_title || classes & PERSON != 0);
    let count = number.or(word).or(is_one.then_some(1)).filter(|_| kind == SourceKind::Unnamed);
    Speaker { kind, count, name: None }
}
