//! Which quantities of a sentence are figures that news tells, and how exact they are.

use dateline_model::{Bound, Figure, Span, Text, TimeRef};

use super::measured;
use super::quantity::Read;
use super::words::Words;
use crate::lang::QuantityWord;
use crate::lexemes::{Kind, Lexeme};

/// A sentence, or a piece of an endless one.
pub(super) struct Piece<'a> {
    pub text: &'a Text,
    pub sentence: Span,
    pub content: &'a str,
    pub lexemes: &'a [Lexeme],
    pub words: &'a Words,
}

/// A figure in lexemes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chosen {
    /// First lexeme, the words that bound it included, and first of the figure.
    pub bounded: usize,
    pub first: usize,
    /// The lexeme behind it.
    pub next: usize,
    pub value: f64,
    pub to: Option<f64>,
    pub unit: &'static str,
    pub bound: Bound,
    /// True for `from 3 to 5`, where the first may be what was before.
    pub behind_from: bool,
}

impl Piece<'_> {
    pub fn span(&self, first: usize, next: usize) -> Option<Span> {
        let (first, last) = (self.lexemes.get(first)?, self.lexemes.get(next.checked_sub(1)?)?);
        self.text.span(self.sentence.start() + first.start..self.sentence.start() + last.end)
    }

    pub fn role(&self, at: usize) -> Option<QuantityWord> {
        self.words.role(self.lexemes, at)
    }

    pub fn word(&self, at: usize) -> &str {
        self.lexemes.get(at).map_or("", |lexeme| &self.content[lexeme.start..lexeme.end])
    }

    pub fn mark(&self, at: usize) -> Option<char> {
        match self.lexemes.get(at)?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| matches!(lexeme.kind, Kind::Word(_)))
    }

    pub fn apart(&self, at: usize) -> bool {
        self.lexemes.get(at).is_none_or(|lexeme| lexeme.apart)
    }
}

/// Puts the figures among `read` into `found`. `times` begins with the first that may lie in this sentence.
pub(super) fn choose(piece: &Piece, read: &[Read], times: &[TimeRef], found: &mut Vec<Figure>) {
    let mut chosen: Vec<Chosen> = Vec::new();
    let mut times = times;
    let mut at = 0;
    while at < read.len() {
        let (mut figure, used) = ranged(piece, &read[at..]);
        let whole = piece.span(figure.first, figure.next);
        let group = &read[at..at + used];
        at += used;
        let Some(span) = whole else { continue };
        while times.first().is_some_and(|time| time.span.end() <= span.start()) {
            times = &times[1..];
        }
        let timed = times.first().is_some_and(|time| time.span.start() < span.end());
        if timed || !is_figure(piece, &mut figure, group) {
            continue;
        }
        (figure.bound, figure.bounded) = bound(piece, figure.first, chosen.last().map_or(0, |last| last.next));
        if group[0].vague {
            figure.bound = Bound::AtLeast;
        }
        chosen.push(figure);
    }
    for at in 0..chosen.len() {
        let figure = chosen[at];
        let before = measured::before(piece, &chosen, at);
        if let Some(span) = piece.span(figure.first, figure.next) {
            let of = measured::of(piece, &figure, chosen.get(at + 1));
            let (value, to, unit) = settled(piece, &figure);
            found.push(Figure { span, value, to, unit, bound: figure.bound, of, from: before });
        }
    }
}

/// The figure that `read` begins with, and how many of them it takes: two where they are a range.
fn ranged(piece: &Piece, read: &[Read]) -> (Chosen, usize) {
    let low = read[0];
    let from = low.first.checked_sub(1).and_then(|before| piece.role(before));
    let ranging = low.first > 1 && piece.role(low.first - 2) == Some(QuantityWord::Between);
    let behind_from = from == Some(QuantityWord::From) && !ranging;
    let mut figure = Chosen {
        bounded: low.first,
        first: low.first,
        next: low.next,
        value: low.value,
        to: None,
        unit: low.unit.unwrap_or("count"),
        bound: Bound::Exact,
        behind_from,
    };
    let Some(high) = read.get(1) else { return (figure, 1) };
    // `-10` behind a number is its upper end, not less than nothing.
    let dashed = high.first == low.next && high.value < 0.0 && piece.mark(high.first).is_some();
    let joint = high.first.wrapping_sub(1);
    let dash = joint == low.next && matches!(piece.mark(joint), Some('-' | '–' | '—' | '~' | '〜' | '～'));
    let word = match piece.role(joint) {
        Some(QuantityWord::To) => joint == low.next && (!behind_from || low.unit.is_none()),
        Some(QuantityWord::And) => joint == low.next && from == Some(QuantityWord::Between),
        _ => false,
    };
    let (mut value, to) = (low.value, high.value.abs());
    // `3 to 5 million`: the scale is that of the upper end.
    if low.unit.is_none() || low.behind == low.next {
        let scale = scale_of(piece, high);
        if value < to && scale > 1.0 && scale_of(piece, &low) == 1.0 && value < to / scale * 1.01 {
            value *= scale;
        }
    }
    let same = low.unit.is_none() || high.unit.is_none() || low.unit == high.unit;
    if !(dash || word || dashed)
        || !same
        || value >= to
        || high.unit.is_none() && low.unit.is_some() && low.next > low.behind
    {
        return (figure, 1);
    }
    figure.value = value;
    figure.to = Some(to);
    figure.next = high.next;
    figure.unit = high.unit.or(low.unit).unwrap_or("count");
    figure.behind_from = false;
    (figure, 2)
}

/// What the scale word or letter behind the digits of `read` multiplies by.
fn scale_of(piece: &Piece, read: &Read) -> f64 {
    let scale = (read.number..read.behind).rev().find_map(|at| match piece.words.numbers.get(&piece.lexemes[at]) {
        Some(crate::lang::NumberWord::Scale(scale)) => Some(scale),
        _ => None,
    });
    scale.unwrap_or(1.0)
}

/// How exact the words before `first` say a number is, and the first of them; none before `free`.
fn bound(piece: &Piece, first: usize, free: usize) -> (Bound, usize) {
    let found = piece.words.bound_before(piece.content, piece.lexemes, first).filter(|(_, at)| *at >= free);
    found.unwrap_or((Bound::Exact, first))
}

/// True where `figure` is a quantity in this place. Hundreds and dozens alone become lower bounds.
fn is_figure(piece: &Piece, figure: &mut Chosen, read: &[Read]) -> bool {
    if figure.unit != "count" {
        return !matches!(figure.unit, "°") || piece.word(figure.next) != "from";
    }
    let number = read[0];
    let before = figure.first.wrapping_sub(1);
    let joined_before = figure.first > 0 && !piece.apart(figure.first);
    let hyphen_behind =
        matches!(piece.mark(figure.next), Some('-' | '+' | '/' | ':' | '–')) && !piece.apart(figure.next);
    if joined_before && !matches!(piece.mark(before), Some('(' | '"' | '“' | '‘' | '\'' | '「' | '—') | None)
        || hyphen_behind
    {
        return false;
    }
    if piece.role(before) == Some(QuantityWord::Label) && piece.apart(figure.first) || piece.mark(before) == Some('#') {
        return false;
    }
    let timed = |at: usize| piece.role(at) == Some(QuantityWord::Time);
    if timed(figure.next) || piece.mark(figure.next) == Some('-') && timed(figure.next + 1) {
        return false;
    }
    if number.vague {
        return piece.role(figure.next) == Some(QuantityWord::Of);
    }
    let counted = measured::counted(piece, figure.next).is_some();
    let whole = figure.value.fract() == 0.0;
    let plain = number.digits && whole && number.behind == number.number + 1;
    if plain && figure.to.is_none() {
        let year = (1500.0..2100.0).contains(&figure.value);
        let name = figure.first > 1 && piece.lexemes[before].capital && piece.is_word(before);
        return !(year || name) || counted && measured::counts_people(piece, figure.next);
    }
    if !number.digits {
        let one = figure.value == 1.0;
        let small = whole && figure.value <= 12.0;
        let share = !whole && figure.value < 1.0;
        if share {
            let ratio = read[0].behind > read[0].number + 2 && piece.role(number.number + 1) == Some(QuantityWord::In);
            return ratio || matches!(piece.role(figure.next), Some(QuantityWord::Of | QuantityWord::Article));
        }
        return !one && (counted || !small || figure.to.is_some());
    }
    true
}

/// Parts of a currency as the currency itself, and pounds as money or weight.
fn settled(piece: &Piece, figure: &Chosen) -> (f64, Option<f64>, &'static str) {
    let part = |unit| (figure.value / 100.0, figure.to.map(|to| to / 100.0), unit);
    match figure.unit {
        "cent" => part(if piece.text.as_str().contains('€') && !piece.content.contains('$') { "EUR" } else { "USD" }),
        "pence" | "penny" => part("GBP"),
        "GBP" if piece.mark(figure.first).is_none() && figure.value < 1e6 && weighs(piece, figure) => {
            (figure.value, figure.to, "lb")
        }
        unit => (figure.value, figure.to, unit),
    }
}

/// True where the words before `figure` speak of weight.
fn weighs(piece: &Piece, figure: &Chosen) -> bool {
    (figure.first.saturating_sub(5)..figure.first).any(|at| piece.word(at).starts_with("weigh"))
}
