//! Where the noun phrase of a source begins and ends, told by lists of words, capitals and commas.

use std::ops::Range;

use super::shapes::Sentence;
use super::table::{Classes, DETERMINER, JOIN, LINK, ONE, OUTLET, PERSON, PERSONS, PRONOUN, STOP, SUBORDINATOR};
use super::tokens::{Kind, Token};

/// No source is longer, in tokens.
const LONGEST: usize = 32;

/// Where the clause begins that ends before `at`: behind the last mark or quotation, a comma before an apposition apart.
pub fn clause_start(sentence: &Sentence<'_>, at: usize) -> usize {
    let tokens = sentence.tokens;
    let floor = at.saturating_sub(LONGEST).max(sentence.floor);
    let edge = |token: &Token| match token.kind {
        Kind::Quotation(short) => !short,
        Kind::Mark(mark) => matches!(mark, ',' | '、' | ';' | ':' | '–' | '—'),
        Kind::Word(_) => false,
    };
    let last = |end: usize| (floor..end).rev().find(|&token| edge(&tokens[token]));
    let is_comma = |at: usize| tokens[at].kind == Kind::Mark(',');
    match last(at) {
        // `…, head of the board, said`: the phrase began before the apposition.
        Some(comma) if comma + 1 == at && is_comma(comma) => {
            let before = last(comma).filter(|&token| is_comma(token) && token > floor);
            before.and_then(last).map_or(floor, |token| token + 1)
        }
        Some(token) => token + 1,
        None => floor,
    }
}

/// The noun phrase that `range` begins with.
pub fn phrase(sentence: &Sentence<'_>, range: Range<usize>) -> Option<Range<usize>> {
    if !sentence.spaced {
        return run(sentence, range);
    }
    let tokens = sentence.tokens;
    let limit = range.end.min(range.start + LONGEST);
    let first = tokens[..limit].get(range.start)?;
    if first.classes & PRONOUN != 0 && first.classes & STOP == 0 {
        return Some(range.start..range.start + 1);
    }
    let mut end = core(sentence, range.start, limit)?;
    let is_comma = |at: usize| tokens[at].kind == Kind::Mark(',');
    // `Name, who was there, said`: all up to the comma before the verb.
    if limit == range.end && end + 1 < limit && is_comma(end) && is_comma(limit - 1) {
        return Some(range);
    }
    while end + 1 < limit && tokens[end].kind == Kind::Mark(',') {
        let Some(after) = apposition(sentence, end + 1, limit) else { break };
        end = after;
        // The comma that closes it, where the sentence goes on with the verb.
        if end + 1 == range.end && tokens[end].kind == Kind::Mark(',') {
            end += 1;
        }
    }
    Some(range.start..end)
}

/// Where words are not apart: everything up to a comma or quotation.
fn run(sentence: &Sentence<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let edge = |token: &Token| {
        !matches!(token.kind, Kind::Word(_) | Kind::Mark('・' | '＝' | '（' | '）' | '(' | ')'))
            || token.classes & STOP != 0
    };
    let end = (range.start..range.end).find(|&at| edge(&sentence.tokens[at])).unwrap_or(range.end);
    (end > range.start && end - range.start <= LONGEST).then_some(range.start..end)
}

/// The end of a noun phrase without appositions.
fn core(sentence: &Sentence<'_>, from: usize, limit: usize) -> Option<usize> {
    let tokens = sentence.tokens;
    let mut at = from;
    let mut end = None;
    // True where the noun that this part of the phrase is about has been read.
    let mut noun = false;
    while at < limit {
        let token = &tokens[at];
        let is = |classes: Classes| token.classes & classes != 0;
        match token.kind {
            Kind::Quotation(true) if at > from => (noun, end) = (true, Some(at + 1)),
            Kind::Mark('(') if noun => {
                let close = (at..limit.min(at + 6)).find(|&at| tokens[at].kind == Kind::Mark(')'))?;
                at = close;
                end = Some(close + 1);
            }
            Kind::Mark('&' | '/' | '-') if noun => {}
            // `Health-, Labour- and Welfare Minister`.
            Kind::Mark(',') if at > from && tokens[at - 1].kind == Kind::Mark('-') => {}
            Kind::Mark(_) | Kind::Quotation(_) => break,
            Kind::Word(_) if is(STOP | sentence.cues | SUBORDINATOR) => break,
            Kind::Word(capital) => {
                let is_noun = if sentence.capital_nouns {
                    capital && !is(DETERMINER | LINK)
                } else {
                    !is(DETERMINER | LINK | JOIN | ONE)
                };
                match () {
                    () if at > from && is(LINK) && noun => {
                        if to_the_press(tokens, at, limit) {
                            break;
                        }
                        noun = false;
                    }
                    () if is_noun => (noun, end) = (true, Some(at + 1)),
                    () if noun => break,
                    () => {}
                }
            }
        }
        at += 1;
    }
    end
}

/// True where the article at `at` begins the outlet that was spoken to rather than a genitive.
fn to_the_press(tokens: &[Token], at: usize, limit: usize) -> bool {
    tokens[at].classes & DETERMINER != 0
        && tokens[at + 1..limit.min(at + 2)].iter().any(|token| token.classes & OUTLET != 0)
}

/// The end of an apposition or relative clause that begins at `from`, behind a comma.
fn apposition(sentence: &Sentence<'_>, from: usize, limit: usize) -> Option<usize> {
    let tokens = sentence.tokens;
    let people = (from..limit.min(from + 4))
        .take_while(|&at| {
            matches!(tokens[at].kind, Kind::Word(_)) && tokens[at].classes & (STOP | JOIN | sentence.cues) == 0
        })
        .any(|at| tokens[at].classes & (PERSON | PERSONS) != 0);
    if !people {
        return None;
    }
    core(sentence, from, limit)
}

/// Where the noun phrase begins that ends at the end of `range`: at its article, or with its noun where it has none.
pub fn phrase_before(sentence: &Sentence<'_>, range: Range<usize>) -> Option<usize> {
    let tokens = sentence.tokens;
    let floor = range.start.max(range.end.saturating_sub(LONGEST / 2));
    let word = |at: &usize| matches!(tokens[*at].kind, Kind::Word(_) | Kind::Quotation(true));
    let is_noun = |at: usize| tokens[at].kind == Kind::Word(true);
    // True behind an adjective: a noun before it belongs to another phrase.
    let mut adjective = false;
    for at in (floor..range.end).rev().take_while(word) {
        let classes = tokens[at].classes;
        if classes & (DETERMINER | ONE) != 0 {
            // Behind a noun it is a genitive: the phrase began before it.
            if classes & LINK == 0 || at == floor || !is_noun(at - 1) {
                return Some(at);
            }
            adjective = false;
        } else if classes & STOP != 0 || (adjective && is_noun(at)) {
            break;
        } else {
            adjective |= !is_noun(at);
        }
    }
    (floor..range.end).rev().take_while(|&at| is_noun(at)).last()
}
