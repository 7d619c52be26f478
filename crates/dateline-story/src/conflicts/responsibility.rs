//! Deeds that are laid at more than one door.

use dateline_model::{Conflict, ConflictKind, Relation, Span, Stance};

use super::build::{Stand, conflict};
use crate::TimelineReport;
use crate::lexicon::Mark;
use crate::told::{self, Index, Terms, Token, Told, any_alike, common, weight};

/// How many words may stand between the name and the words that lay a deed at its door.
const NEAR: usize = 3;
/// Who did it is told in so many words.
const LONGEST: usize = 7;
/// Two statements tell of one deed where they share words of so much weight, and so much of the shorter.
const LEAST_WEIGHT: f32 = 6.0;
const SHARED: f32 = 0.45;
const COMPARED: usize = 16;
/// Of a deed that is hardly more than named, so much is told of the other.
const SPARSE: f32 = 0.9;
const SPARSE_WEIGHT: f32 = 1.0;

/// How a verb of blame is built: `accuse DOER of`, `blame DOER for`, `blame it on DOER`.
struct Built {
    verb: &'static str,
    before: &'static str,
    behind: &'static str,
}

const VERBS: &[Built] = &[
    Built { verb: "blam", before: "for", behind: "on" },
    Built { verb: "accus", before: "of", behind: "" },
    Built { verb: "attribut", before: "", behind: "to" },
    Built { verb: "pin", before: "", behind: "on" },
];

/// Words with which the words for somebody end.
const ENDS: &[&str] = &[
    "in", "at", "over", "that", "after", "during", "for", "with", "by", "on", "to", "from", "near", "inside",
    "outside", "against", "was", "were", "is", "are", "had", "has",
];

/// Words for bands of people, by which they are not told apart where there are others.
const BANDS: &[&str] = &[
    "army",
    "authorities",
    "fighters",
    "force",
    "forces",
    "gang",
    "government",
    "group",
    "guards",
    "gunmen",
    "guerrillas",
    "insurgents",
    "members",
    "men",
    "militants",
    "military",
    "militia",
    "movement",
    "party",
    "police",
    "rebels",
    "regime",
    "soldiers",
    "supporters",
    "troops",
];

/// Who is said to have done what.
struct Deed {
    stand: Stand,
    /// The words for who did it, in small letters.
    doer: Vec<String>,
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
            let shorter = weight(&one.deed).min(weight(&other.deed));
            let told = shared >= LEAST_WEIGHT && shared >= SHARED * shorter;
            one_deed && (told || shared >= SPARSE_WEIGHT && shared >= SPARSE * shorter)
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
    let mut sides: Vec<(Vec<&String>, Vec<Stand>)> = Vec::new();
    for deed in group.iter().map(|&number| &deeds[number]) {
        match sides.iter_mut().find(|side| any_alike(&side.0, &deed.doer)) {
            Some(side) => {
                side.0.extend(&deed.doer);
                side.1.push(deed.stand);
            }
            None => sides.push((deed.doer.iter().collect(), vec![deed.stand])),
        }
    }
    let stands: Vec<Vec<Stand>> = sides.into_iter().map(|side| side.1).collect();
    (stands.len() > 1).then(|| conflict(ConflictKind::Responsibility, Relation::Contradicts, told, &stands)).flatten()
}

fn deed(reports: &[TimelineReport<'_>], told: &[Told<'_>], at: usize) -> Option<Deed> {
    let one = &told[at];
    let tokens = &one.tokens;
    if one.statement.stance != Stance::Asserts || one.negated || one.has(Mark::Hedge) {
        return None;
    }
    let text = &reports[one.statement.report].article.text;
    let with = |mark: Mark| tokens.iter().position(|token| token.mark == Some(mark));
    let place = with(Mark::Blaming).or_else(|| with(Mark::Claiming)).or_else(|| with(Mark::Deed))?;
    let word = |at: usize| tokens.get(at).map(|token| one.written(reports, token).to_lowercase());
    let is = |at: usize, wanted: &str| word(at).is_some_and(|word| word == wanted);
    // `Those accused of it`, `the accused` tell who stands trial, not whom somebody blames.
    if is(place + 1, "of") || place > 0 && is(place - 1, "the") {
        return None;
    }
    let laid = match tokens[place].mark {
        Some(Mark::Blaming) => blamed(tokens, place, &word),
        _ => before(tokens, place).map(|(first, last)| Laid { first, last, deed: 0..tokens.len() }),
    };
    let laid = laid.filter(|laid| (laid.first..=laid.last).any(|at| tokens[at].weight > 0.0));
    let span = laid.as_ref().and_then(|laid| text.span(tokens[laid.first].start..tokens[laid.last].end));
    let (span, within) = match (span, laid) {
        (Some(span), Some(laid)) => (span, laid.deed),
        _ => (claimed_by_source(one, place)?, 0..tokens.len()),
    };
    let outside = |token: &&Token| token.end <= span.start() || span.end() <= token.start;
    let said = |token: &&Token| !matches!(token.mark, Some(Mark::Blaming | Mark::Claiming));
    let deed: Vec<Token> = tokens[within].iter().filter(outside).filter(said).copied().collect();
    let passive = deed.last().is_some_and(|last| last.end <= tokens[place].start);
    let behind = |token: &&Token| token.weight > 0.0 && (passive || token.start >= tokens[place].start);
    let head = deed.iter().find(behind)?.key;
    let doer = without_bands(told::words_of(text.slice(span)));
    Some(Deed { head, stand: Stand { told: at, value: span }, doer, deed: told::terms(&deed) })
}

/// `Black Banner` of `Black Banner group`.
fn without_bands(words: Vec<String>) -> Vec<String> {
    let band = |word: &String| BANDS.contains(&word.as_str());
    let own: Vec<String> = words.iter().filter(|word| !band(word)).cloned().collect();
    if own.is_empty() { words } else { own }
}

/// Where the words for the doer and those for the deed stand: first and last word of the one, the range of the other.
struct Laid {
    first: usize,
    last: usize,
    deed: std::ops::Range<usize>,
}

/// Whom the words of blame at `place` name.
fn blamed(tokens: &[Token], place: usize, word: &dyn Fn(usize) -> Option<String>) -> Option<Laid> {
    let from = tokens.partition_point(|token| token.start < tokens[place].end);
    let verb = word(place)?;
    let Some(built) = VERBS.iter().find(|built| verb.starts_with(built.verb) && !verb.contains(' ')) else {
        // `carried out by`: the deed stands before.
        let (first, last) = phrase(tokens, from, tokens.len(), word)?;
        return Some(Laid { first, last, deed: 0..place });
    };
    let end = (from..tokens.len()).find(|&at| tokens[at].opens).unwrap_or(tokens.len());
    let is = |at: &usize, wanted: &str| !wanted.is_empty() && word(*at).is_some_and(|word| word == wanted);
    let behind = (from..end).rfind(|at| is(at, built.behind));
    let before = (from..end).find(|at| is(at, built.before));
    if let Some(middle) = before.filter(|&middle| behind.is_none_or(|behind| middle < behind)) {
        let (first, last) = phrase(tokens, from, middle, word)?;
        return Some(Laid { first, last, deed: middle..tokens.len() });
    }
    let middle = behind?;
    let (first, last) = phrase(tokens, middle + 1, end, word)?;
    let deed = if tokens[from..middle].iter().any(|token| token.weight > 0.0) { from..middle } else { 0..place };
    Some(Laid { first, last, deed })
}

/// The words for somebody or something from `from` on: first and last.
fn phrase(tokens: &[Token], from: usize, to: usize, word: &dyn Fn(usize) -> Option<String>) -> Option<(usize, usize)> {
    let ends = |at: usize| at > from && tokens[at].opens || word(at).is_none_or(|word| ENDS.contains(&word.as_str()));
    let last = (from..to.min(tokens.len()).min(from + LONGEST)).take_while(|&at| !ends(at)).last()?;
    // `The grid operator, Netzlink`.
    let named = (last + 1..tokens.len().min(last + 1 + NEAR)).take_while(|&at| is_name(&tokens[at])).last();
    let apposed = named.filter(|_| !tokens[from..=last].iter().any(is_name));
    Some((from, apposed.unwrap_or(last)))
}

/// The words of the name that ends near before: first and last.
fn before(tokens: &[Token], place: usize) -> Option<(usize, usize)> {
    let last = (place.saturating_sub(NEAR)..place).rfind(|&at| is_name(&tokens[at]))?;
    let first = (0..=last).rev().take_while(|&at| is_name(&tokens[at])).last()?;
    Some((first, last))
}

fn is_name(token: &Token) -> bool {
    token.capital && token.weight > 0.0
}

/// `The Front said it carried out the attack`: the source is the doer where the statement begins with the claim.
fn claimed_by_source(one: &Told<'_>, place: usize) -> Option<Span> {
    let source = one.statement.source.as_ref()?;
    // A pronoun for a source is too often followed back to the wrong one.
    let capital = source.name.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase));
    let named = (source.entity.is_some() || capital) && source.span.len() > "they".len();
    let claimed = one.tokens[place].mark == Some(Mark::Claiming) && place <= 2 && named;
    claimed.then_some(source.span)
}
