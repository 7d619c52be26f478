//! Deeds that are laid at more than one door.

use dateline_model::{Conflict, ConflictKind, Relation, Span, Stance};

use super::build::{Stand, conflict};
use crate::TimelineReport;
use crate::lexicon::Mark;
use crate::told::{self, Index, Terms, Token, Told, common, name_key, weight};

/// How many words may stand between the name and the words that lay a deed at its door.
const NEAR: usize = 3;
/// Two statements tell of one deed where they share words of so much weight, and so much of the shorter.
const LEAST_WEIGHT: f32 = 6.0;
const SHARED: f32 = 0.45;
const COMPARED: usize = 16;

/// Who is said to have done what.
struct Deed {
    stand: Stand,
    doer: u32,
    /// The first word of what was done.
    head: u32,
    deed: Terms,
}

/// The conflicts about who did something, in the order in which the deeds were first told.
pub fn find(reports: &[TimelineReport<'_>], told: &[Told<'_>]) -> Vec<Conflict> {
    let deeds: Vec<Deed> = (0..told.len()).filter_map(|at| deed(reports, told, at)).collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut index = Index::new(COMPARED);
    for (number, one) in deeds.iter().enumerate() {
        let same = |group: &usize| {
            let other = &deeds[groups[*group][0]];
            let (shared, _) = common(&one.deed, &other.deed);
            let has = |deed: &Deed, key: u32| deed.deed.iter().any(|term| term.0 == key);
            let one_deed = has(one, other.head) && has(other, one.head);
            one_deed && shared >= LEAST_WEIGHT && shared >= SHARED * weight(&one.deed).min(weight(&other.deed))
        };
        let group = index.near(&one.deed).into_iter().find(same).unwrap_or(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(number);
        index.add(&one.deed, group);
    }
    groups.iter().filter_map(|group| differ(told, &deeds, group)).collect()
}

fn differ(told: &[Told<'_>], deeds: &[Deed], group: &[usize]) -> Option<Conflict> {
    let mut sides: Vec<(u32, Vec<Stand>)> = Vec::new();
    for deed in group.iter().map(|&number| &deeds[number]) {
        match sides.iter_mut().find(|side| side.0 == deed.doer) {
            Some(side) => side.1.push(deed.stand),
            None => sides.push((deed.doer, vec![deed.stand])),
        }
    }
    let stands: Vec<Vec<Stand>> = sides.into_iter().map(|side| side.1).collect();
    (stands.len() > 1).then(|| conflict(ConflictKind::Responsibility, Relation::Contradicts, told, &stands)).flatten()
}

fn deed(reports: &[TimelineReport<'_>], told: &[Told<'_>], at: usize) -> Option<Deed> {
    let one = &told[at];
    let tokens = &one.tokens;
    let doubted = tokens.iter().any(|token| token.mark == Some(Mark::Hedge));
    if one.statement.stance != Stance::Asserts || one.negated || doubted {
        return None;
    }
    let text = &reports[one.statement.report].article.text;
    let place = tokens.iter().position(|token| matches!(token.mark, Some(Mark::Blaming | Mark::Claiming)))?;
    let word =
        |at: usize| tokens.get(at).and_then(|token| text.as_str().get(token.start..token.end)).unwrap_or_default();
    // `Those accused of it`, `the accused` tell who stands trial, not whom somebody blames.
    if word(place + 1) == "of" || place > 0 && word(place - 1) == "the" {
        return None;
    }
    let run = match tokens[place].mark {
        Some(Mark::Blaming) => behind(tokens, place),
        _ => before(tokens, place),
    };
    let span = run.and_then(|(first, last)| text.span(tokens[first].start..tokens[last].end));
    let named = span.map(|span| (span, last_name(text.slice(span))));
    let (doer, key) = named.or_else(|| claimed_by_source(one, place))?;
    let named = |token: &Token| doer.start() <= token.start && token.end <= doer.end();
    // What stands before blame is who lays it.
    let from = if tokens[place].mark == Some(Mark::Blaming) && !passive(tokens, place) { place + 1 } else { 0 };
    let deed: Vec<Token> =
        tokens[from..].iter().filter(|token| !named(token) && token.key != tokens[place].key).copied().collect();
    let behind = |token: &&Token| token.weight > 0.0 && (passive(tokens, place) || token.start > tokens[place].end);
    let head = deed.iter().find(behind)?.key;
    Some(Deed { head, stand: Stand { told: at, value: doer }, doer: key, deed: told::terms(&deed) })
}

/// The last word of a name, which is the same in `Conrad Murray` and `Dr Murray`.
fn last_name(name: &str) -> u32 {
    name_key(name.split_whitespace().next_back().unwrap_or(name))
}

/// `carried out by`: the deed stands before.
fn passive(tokens: &[Token], place: usize) -> bool {
    tokens[place].mark == Some(Mark::Blaming) && tokens[place].end - tokens[place].start > "attributed".len()
}

/// The words of the name that begins near behind the words at `place`: first and last.
fn behind(tokens: &[Token], place: usize) -> Option<(usize, usize)> {
    let from = tokens.partition_point(|token| token.start < tokens[place].end);
    let first = (from..tokens.len().min(from + NEAR)).find(|&at| is_name(&tokens[at]))?;
    let last = (first..tokens.len()).take_while(|&at| is_name(&tokens[at])).last()?;
    Some((first, last))
}

/// As [`behind`], of the name that ends near before.
fn before(tokens: &[Token], place: usize) -> Option<(usize, usize)> {
    let last = (place.saturating_sub(NEAR)..place).rfind(|&at| is_name(&tokens[at]))?;
    let first = (0..=last).rev().take_while(|&at| is_name(&tokens[at])).last()?;
    Some((first, last))
}

fn is_name(token: &Token) -> bool {
    token.capital && token.weight > 0.0
}

/// `The Front said it carried out the attack`: the source is the doer where the statement begins with the claim.
fn claimed_by_source(one: &Told<'_>, place: usize) -> Option<(Span, u32)> {
    let source = one.statement.source.as_ref()?;
    // A pronoun for a source is too often followed back to the wrong one.
    let named = source.entity.is_some() && source.span.len() > "they".len();
    let claimed = one.tokens[place].mark == Some(Mark::Claiming) && place <= 2 && named;
    claimed.then(|| (source.span, last_name(&source.name)))
}
