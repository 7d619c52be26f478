//! What a figure measures, and what it was before.

use dateline_model::Span;

use super::news::{Chosen, Piece};
use crate::lang::QuantityWord;

/// What is counted is said in at most so many words.
const LONGEST: usize = 4;

/// A change is told within so many lexemes.
const WINDOW: usize = 14;

/// The span of what `figure` measures: `3 per cent of GDP`, `1,200 people`, `unemployment rose to 5%`.
pub(super) fn of(piece: &Piece, figure: &Chosen, following: Option<&Chosen>) -> Option<Span> {
    let end = following.map_or(usize::MAX, |next| next.bounded);
    let mut at = figure.next;
    let of = piece.role(at) == Some(QuantityWord::Of);
    let share = figure.unit == "percent" || figure.unit == "count";
    if of {
        at += 1;
    }
    if of && share || figure.unit == "count" && !of {
        if piece.role(at) == Some(QuantityWord::Article) {
            at += 1;
        }
        let next = counted(piece, at).or_else(|| if of { single(piece, at) } else { None }).filter(|next| *next <= end);
        if let Some(next) = next {
            return piece.span(at, next);
        }
    }
    if of { None } else { subject(piece, figure) }
}

/// The lexeme behind the noun phrase that begins at `at`, where its end shows.
pub(super) fn counted(piece: &Piece, at: usize) -> Option<usize> {
    let first = piece.lexemes.get(at).filter(|lexeme| lexeme.apart)?;
    let name = first.capital;
    for next in at..at + LONGEST {
        let stop = match piece.role(next) {
            Some(QuantityWord::Plural) => {
                let compound = plural(piece.word(next + 1)) && piece.role(next + 1).is_none() && piece.apart(next + 1);
                return Some(next + 1 + usize::from(compound));
            }
            Some(QuantityWord::Change) if next > at => true,
            Some(QuantityWord::Label | QuantityWord::Change) | None => false,
            Some(_) => true,
        };
        let word = piece.word(next);
        let continues = piece.is_word(next) && piece.apart(next) && !stop;
        if !continues {
            let abbreviation = name && next > at && (at..next).all(|at| piece.lexemes[at].capital);
            return (abbreviation && (piece.apart(next) || !matches!(piece.mark(next), None | Some('-'))))
                .then_some(next);
        }
        if name && !piece.lexemes[next].capital {
            return plural(word).then_some(next + 1).or(Some(next));
        }
        if plural(word) && !name {
            let compound = piece.mark(next + 1) == Some('-')
                || matches!(piece.mark(next + 1), Some('’' | '\'')) && !piece.apart(next + 1);
            return (!compound).then_some(next + 1);
        }
    }
    None
}

/// The lexeme behind the few words at `at` that a mark or a word of grammar ends: `the vote.`
fn single(piece: &Piece, at: usize) -> Option<usize> {
    let stops = |next: usize| !piece.is_word(next) || piece.role(next).is_some();
    let next = (at..at + LONGEST).find(|&next| stops(next)).filter(|&next| next > at)?;
    let broken = piece.mark(next).is_some() && !piece.apart(next) && matches!(piece.mark(next), Some('-' | '\'' | '’'));
    let verb = ["ed", "ing"].iter().any(|end| piece.word(next - 1).ends_with(end));
    (!broken && !verb && piece.role(next) != Some(QuantityWord::Change)).then_some(next)
}

/// True where what is counted at `at` are people.
pub(super) fn counts_people(piece: &Piece, at: usize) -> bool {
    (at..at + 2).any(|at| piece.role(at) == Some(QuantityWord::Plural))
}

fn plural(word: &str) -> bool {
    let ends = word.ends_with('s') && !["ss", "us", "is", "’s"].iter().any(|end| word.ends_with(end));
    ends && word.len() > 3
}

/// The subject of a verb of change just before `figure`: `unemployment rose to`.
fn subject(piece: &Piece, figure: &Chosen) -> Option<Span> {
    let verb = (figure.bounded.saturating_sub(3)..figure.bounded)
        .rev()
        .find(|&at| piece.role(at) == Some(QuantityWord::Change))?;
    let small =
        |at: usize| matches!(piece.role(at), Some(QuantityWord::To | QuantityWord::From)) || piece.word(at) == "by";
    if !(verb + 1..figure.bounded).all(small) {
        return None;
    }
    let mut end = verb;
    while end > 0 && ["has", "have", "had", "will", "would", "could", "may", "might"].contains(&piece.word(end - 1)) {
        end -= 1;
    }
    let mut first = end;
    while first > 0 && end - first < LONGEST && piece.is_word(first - 1) && piece.role(first - 1).is_none() {
        first -= 1;
    }
    // Behind a preposition stands no subject: `shipments to the coast fell`.
    let article = first > 0 && piece.role(first - 1) == Some(QuantityWord::Article);
    let opening = first - usize::from(article);
    let opened = opening == 0
        || matches!(piece.mark(opening - 1), Some(',' | ';' | '“' | '"'))
        || matches!(piece.word(opening - 1), "that" | "as" | "and" | "while" | "said" | "but");
    (opened && first < end).then(|| piece.span(first, end)).flatten()
}

/// The span of what the figure at `at` of `chosen` was before: `up from 3 per cent`, `from 3 per cent to`.
pub(super) fn before(piece: &Piece, chosen: &[Chosen], at: usize) -> Option<Span> {
    let figure = &chosen[at];
    if let Some(earlier) = at.checked_sub(1).map(|at| &chosen[at]) {
        let to = piece.role(figure.bounded.wrapping_sub(1)) == Some(QuantityWord::To);
        let near = earlier.behind_from && to && figure.bounded - earlier.next <= WINDOW;
        if near && earlier.unit == figure.unit {
            return piece.span(earlier.first, earlier.next);
        }
    }
    let later = chosen.get(at + 1)?;
    let between = figure.next..later.bounded;
    if later.unit != figure.unit || between.len() > WINDOW || figure.behind_from {
        return None;
    }
    let from =
        between.clone().find(|&at| piece.role(at) == Some(QuantityWord::From) || piece.word(at) == "compared")?;
    let ends = between.clone().any(|at| matches!(piece.mark(at), Some(';' | ':' | '.')));
    let up = from == figure.next
        || (figure.next..from).any(|at| matches!(piece.word(at), "up" | "down" | "rise" | "drop" | "increase"));
    let to = figure.bounded.checked_sub(1).filter(|&at| piece.role(at) == Some(QuantityWord::To));
    let up =
        up || to.is_some_and(|to| (to.saturating_sub(2)..to).any(|at| piece.role(at) == Some(QuantityWord::Change)));
    let compared = piece.word(from) == "compared";
    (!ends && (up || compared)).then(|| piece.span(later.first, later.next)).flatten()
}
