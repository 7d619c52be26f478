//! What one says and another denies.

mod clauses;

use std::collections::BTreeMap;

use dateline_model::{Conflict, ConflictKind, Relation, Stance};

use super::build::{Stand, conflict};
use super::relation::Telling;
use super::values::Value;
use crate::TimelineReport;
use crate::lexicon::{self, Mark};
use crate::told::{self, Index, Terms, Token, Told, any_alike, apart, common, weight};

/// A denial is held against no more statements than these.
const COMPARED: usize = 48;
/// The statement holds so much of what is denied,
const OF_DENIAL: f32 = 0.62;
/// which is so much of the statement,
const OF_ASSERTION: f32 = 0.3;
/// (both more where the words alone say that it is not so),
const OF_PLAIN: f32 = 0.55;
/// in words that are no names, of so much weight and so many of them.
const LEAST_WEIGHT: f32 = 7.0;
const FEWEST_TERMS: usize = 2;
/// Less does where names of so much weight are shared beside them.
const NAME: f32 = 6.0;
const WITH_NAME: f32 = 2.2;
/// Or where nearly all of what is denied is said.
const NEARLY_ALL: f32 = 0.9;
const WITH_ALL: f32 = 3.2;
/// Less does too where the denial comes from somebody of whom it is said, or names are shared: so much of all its words,
const OF_INVOLVED: f32 = 0.5;
/// (of words that only say that it is not so, more),
const OF_NEGATED: f32 = 0.7;
const WHOLE: f32 = 0.85;
/// A statement that only says that something is not so does it in its first words.
const FIRST: usize = 4;
/// and of the statement, in words of so much weight, one of them no name and of some weight.
const OF_SAID: f32 = 0.2;
const INVOLVED_WEIGHT: f32 = 5.0;
const WORD_WEIGHT: f32 = 2.0;
/// What a figure in common weighs, and counts for.
const FIGURE: f32 = 6.0;
const FIGURE_TERMS: usize = 1;
/// Words for what others say stand so near behind the verb that calls them untrue.
const CALLED: usize = 3;
/// What is turned down stands so near the first word of what is denied.
const REQUEST: usize = 3;
/// What is denied ends with the first clause of so many words, or, before `and` and the like, of one.
const CLAUSE: usize = 2;

/// The denials of what others say, in the order of the denials.
pub fn find(reports: &[TimelineReport<'_>], told: &[Told<'_>]) -> Vec<Conflict> {
    let mut index = Index::new(COMPARED);
    let asserting = |at: &usize| told[*at].statement.stance == Stance::Asserts && !told[*at].negated;
    (0..told.len()).filter(asserting).for_each(|at| index.add(&told[at].terms, at));
    // The denials, by what they deny.
    let mut denied: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for at in 0..told.len() {
        let (by_words, by_clauses) = (denies(reports, &told[at]), clauses::denies(&told[at]));
        if !by_words && !by_clauses {
            continue;
        }
        let against = |other: &usize| {
            by_words && meets(reports, told, at, *other)
                || by_clauses && clauses::contradicts(reports, told, at, *other)
        };
        let mut asserted: Vec<usize> = index.near(&told[at].terms).into_iter().filter(against).collect();
        asserted.sort_unstable();
        if !asserted.is_empty() {
            let known = denied.keys().find(|known| known.iter().any(|other| asserted.contains(other))).cloned();
            denied.entry(known.unwrap_or(asserted)).or_default().push(at);
        }
    }
    let mut found: Vec<(usize, Conflict)> = Vec::new();
    for (asserted, denials) in denied {
        let stands = |list: &[usize]| {
            list.iter().map(|&told_at| Stand { told: told_at, value: told[told_at].statement.span }).collect::<Vec<_>>()
        };
        let sides = [stands(&asserted), stands(&denials)];
        found.extend(conflict(ConflictKind::Denial, Relation::Contradicts, told, &sides).map(|one| (denials[0], one)));
    }
    found.sort_by_key(|one| one.0);
    found.into_iter().map(|one| one.1).collect()
}

/// True where a statement says of something that it is not so: a denial, or words such as `never`.
fn denies(reports: &[TimelineReport<'_>], one: &Told<'_>) -> bool {
    let report = &reports[one.statement.report];
    if lexicon::of(told::language(report)).is_empty() {
        return false;
    }
    let quoted = report.article.text.slice(one.statement.span).starts_with(['"', '“', '‘', '\'']);
    let mut first = one.tokens.iter().filter(|token| token.weight > 0.0 || token.mark.is_some()).take(REQUEST);
    let outright = one.has(Mark::Falsehood);
    let text = report.article.text.slice(one.statement.span);
    let speaker = one.statement.source.as_ref().is_some_and(|source| source.name.chars().count() > 4);
    match one.statement.stance {
        // Of a quotation, the words that deny stand in it.
        Stance::Denies if quoted => outright,
        // `Denied that it did not`: it did.
        Stance::Denies if one.has(Mark::Negation) => false,
        Stance::Denies => !first.any(|token| token.mark == Some(Mark::Request)) && is_clause(report, one, text),
        Stance::Asserts if hedged(one) => false,
        Stance::Asserts if speaker => one.negated || is_called_untrue(one),
        Stance::Asserts => one.negated && one.tokens.first().is_some_and(|token| token.mark == Some(Mark::Negation)),
        Stance::Declines => false,
    }
}

/// `Called reports of talks pure invention`, `dismissed the claims`.
fn is_called_untrue(one: &Told<'_>) -> bool {
    let is = |token: &Token, mark: Mark| token.second.is_some_and(|second| second.1 == mark);
    let before = |at: usize, mark: Mark| one.tokens[at.saturating_sub(CALLED)..at].iter().any(|token| is(token, mark));
    let untrue = |from: usize| one.tokens[from..].iter().any(|token| is(token, Mark::Untrue));
    (0..one.tokens.len())
        .filter(|&at| is(&one.tokens[at], Mark::Rumour))
        .any(|at| before(at, Mark::Untrue) || before(at, Mark::Calling) && untrue(at))
}

/// True where what is denied is a deed or that something is so, not a thing: who denies `arson` denies the charge, not
/// that it was brought.
fn is_clause(report: &TimelineReport<'_>, one: &Told<'_>, text: &str) -> bool {
    let lexicon = lexicon::of(told::language(report));
    let mut words = text.split_whitespace();
    let deed = words.clone().next().is_some_and(|word| lexicon.is_gerund(word));
    deed || words.any(|word| word == "that")
        || one.tokens.iter().take(2).any(|token| matches!(token.mark, Some(Mark::Pronoun | Mark::Speaker)))
}

fn hedged(one: &Told<'_>) -> bool {
    one.has(Mark::Hedge)
}

/// What is denied, without names and without words that stand around it.
fn denied_terms(denial: &Told<'_>) -> Terms {
    let says = |token: &Token| token.weight > 0.0;
    let ends = |&at: &usize| {
        let enough = if denial.tokens[at].mark == Some(Mark::Joint) { 1 } else { CLAUSE };
        denial.tokens[at].opens && denial.tokens[..at].iter().filter(|token| says(token)).count() >= enough
    };
    let end = (0..denial.tokens.len()).find(ends).unwrap_or(denial.tokens.len());
    let untrue = is_called_untrue(denial);
    let frame = |token: &Token| {
        let second = token.second.is_some_and(|second| matches!(second.1, Mark::Untrue | Mark::Rumour));
        matches!(token.mark, Some(Mark::Frame | Mark::Amount | Mark::Falsehood)) || untrue && second
    };
    let left_out = |(at, token): (usize, &Token)| (at >= end || frame(token)).then_some(token.key);
    let left_out: Vec<u32> = denial.tokens.iter().enumerate().filter_map(left_out).collect();
    let kept = |key: &u32| !left_out.contains(key) && !denial.names.contains(key);
    denial.terms.iter().filter(|term| kept(&term.0)).copied().collect()
}

/// True where statement `other` says what `at` denies.
fn meets(reports: &[TimelineReport<'_>], told: &[Told<'_>], at: usize, other: usize) -> bool {
    let (denial, assertion) = (&told[at], &told[other]);
    let denied = denied_terms(denial);
    let (mut shared, mut terms) = common(&denied, &assertion.terms);
    // What the source adds counts only where it is shared.
    let own = |term: &&(u32, f32)| {
        denial.tokens.iter().any(|token| token.key == term.0) || common(&[**term], &assertion.terms).1 > 0
    };
    let mut of_denial: f32 = denied.iter().filter(own).map(|term| term.1).sum();
    let mut of_assertion = weight(&assertion.terms);
    match figures(denial, assertion) {
        Some(true) => {
            shared += FIGURE;
            of_denial += FIGURE;
            of_assertion += FIGURE;
            terms += FIGURE_TERMS;
        }
        Some(false) => return false,
        None => {}
    }
    let (named, _) = common(&denial.terms, &assertion.terms);
    let least = if named - common(&denied, &assertion.terms).0 >= NAME { WITH_NAME } else { LEAST_WEIGHT };
    let least = if terms > FEWEST_TERMS && shared >= NEARLY_ALL * of_denial { least.min(WITH_ALL) } else { least };
    let close = terms >= FEWEST_TERMS && shared >= least && shared >= OF_DENIAL * of_denial;
    // Who denies that something was asked for denies not that it is said.
    let close = close && (!denial.has(Mark::Demand) || assertion.has(Mark::Demand));
    let enough = named.max(shared) >= OF_ASSERTION * of_assertion;
    let (denier, asserter) = (Telling::of(reports, denial), Telling::of(reports, assertion));
    let himself = denier.source.is_some() && denier.source == asserter.source;
    // What one only fears or plans another denies where he denies the plan.
    let unsure = hedged(assertion) && !hedged(denial);
    if unsure || himself || same_sentence(assertion, denial) {
        return false;
    }
    if is_of_denier(reports, denial, assertion, &denied) {
        return true;
    }
    let plain = denial.statement.stance == Stance::Asserts;
    if plain && !denial.has(Mark::Falsehood) {
        return false;
    }
    // What is only said with `never` must be said of the same in nearly the same words.
    let enough = enough && (!plain || shared >= OF_PLAIN * of_denial && named.max(shared) >= OF_PLAIN * of_assertion);
    close && enough
}

/// True where somebody denies what is said of him, or of those who are named in both.
fn is_of_denier(reports: &[TimelineReport<'_>], denial: &Told<'_>, assertion: &Told<'_>, denied: &Terms) -> bool {
    let text = &reports[assertion.statement.report].article.text;
    let said = told::words_of(text.slice(assertion.statement.span));
    let source = denial.statement.source.as_ref().map(|source| told::words_of(&source.name)).unwrap_or_default();
    let involved = any_alike(&source, &said);
    let outright = denial.statement.stance == Stance::Denies || is_called_untrue(denial);
    // `No ransom was paid` says as much.
    let negation = denial.tokens.iter().take(FIRST).position(|token| token.mark == Some(Mark::Negation));
    let none = !outright && (negation == Some(0) || negation.is_some() && involved);
    if !outright && (!none || denial.statement.report == assertion.statement.report) {
        return false;
    }
    let names: Terms = denial.terms.iter().filter(|term| denial.names.contains(&term.0)).copied().collect();
    let (of_names, _) = common(&names, &assertion.terms);
    let (of_words, words) = common(denied, &assertion.terms);
    let shared = of_names + of_words;
    let share = if outright { OF_INVOLVED } else { OF_NEGATED };
    let others = apart(&denial.last_names(reports), &assertion.last_names(reports));
    let close = words > 0 && of_words >= WORD_WEIGHT && shared >= share * (weight(&names) + weight(denied));
    let enough = shared >= OF_SAID * weight(&assertion.terms) && shared >= INVOLVED_WEIGHT;
    // What is not said outright to be untrue must be said in the very words.
    let whole = outright || of_words >= WHOLE * weight(denied) && (involved || words > 1);
    (involved || of_names > 0.0 || !outright) && close && enough && whole && !others
}

/// Whether the figures of a denial stand in the assertion; `None` where there are none to compare. Who denies that any
/// `target` was asked for denies each that is said to have been.
fn figures(denial: &Told<'_>, assertion: &Told<'_>) -> Option<bool> {
    let measures = |told: &Told<'_>| -> Vec<Value> {
        told.figures.iter().filter(|figure| figure.unit != "count").map(|figure| Value::of(figure)).collect()
    };
    let (denied, asserted) = (measures(denial), measures(assertion));
    if denied.is_empty() {
        return (denial.has(Mark::Amount) && assertion.has(Mark::Demand) && !asserted.is_empty()).then_some(true);
    }
    (!asserted.is_empty()).then(|| denied.iter().any(|value| asserted.iter().any(|other| other.agrees(value))))
}

/// True where the assertion stands in the sentence of the denial: it is then what the report says of the matter.
fn same_sentence(assertion: &Told<'_>, denial: &Told<'_>) -> bool {
    let (one, other) = (assertion.statement, denial.statement);
    one.report == other.report && one.sentence == other.sentence
}
