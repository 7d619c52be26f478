//! Shapes: how source, cue and content stand beside each other, as a language's data has it, and how one is held against
//! a sentence.

use std::collections::HashMap;
use std::ops::Range;

use dateline_model::Stance;

use super::nouns;
use super::table::{Classes, DETERMINER, JOIN, OUTLET, SUBORDINATOR};
use super::tokens::{Kind, Token};

/// One shape. In the data it is a line of slots apart by spaces:
///
/// | slot | what it takes |
/// | --- | --- |
/// | `source`, `via` | a noun phrase; a `via` names an outlet |
/// | `content` | the words up to the next slot that is a word or mark, or to the edge of the sentence |
/// | `_` | words of no interest that begin with no article, none or some |
/// | `*` | any words of no interest |
/// | `…` | the same, whole clauses too, but no long quotation |
/// | `,` `:` | the mark; a comma may be missing beside a quotation |
/// | `say` | a word of that class |
/// | `SAY` | the same, and it is the cue or part of it; the first in capitals is where reading begins |
/// | `&that` | a word of that class follows, and belongs to the next slot |
/// | `^topic` | the same as `topic`, and the first one before the cue rather than the nearest |
/// | `say?` | taken where it is there |
#[derive(Debug)]
pub struct Shape {
    /// What the source does with the content; `None` where this is no claim.
    pub stance: Option<Stance>,
    /// The class of the cue.
    pub anchor: Classes,
    slots: Vec<Slot>,
    at: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    Source,
    Via { optional: bool },
    Content,
    Skip { articles: bool, clauses: bool },
    Mark(char),
    Word { class: Classes, cue: bool, optional: bool, first: bool },
    Ahead(Classes),
}

impl Slot {
    fn is_fixed(self) -> bool {
        matches!(self, Slot::Mark(_) | Slot::Word { .. })
    }
}

/// No slot reaches further from its neighbour, in tokens.
const REACH: usize = 60;

/// What a shape takes of a sentence, in tokens.
#[derive(Clone, Debug, Default)]
pub struct Match {
    /// Who says it.
    pub source: Option<Range<usize>>,
    /// Who passed it on.
    pub via: Option<Range<usize>>,
    /// What is said, in order.
    pub content: Vec<Range<usize>>,
    /// The cue.
    pub cue: Range<usize>,
    /// The first token and the one after the last of what was looked at besides the content.
    pub frame: Range<usize>,
}

/// The sentence that shapes are held against.
#[derive(Clone, Copy, Debug)]
pub struct Sentence<'a> {
    /// Its tokens.
    pub tokens: &'a [Token],
    /// True where nouns have a capital.
    pub capital_nouns: bool,
    /// True where words are apart by spaces.
    pub spaced: bool,
    /// What may be a cue.
    pub cues: Classes,
    /// The first token that a content may take: behind the claim before.
    pub floor: usize,
}

impl Shape {
    /// The shape written in `line`, or `None` where it speaks of a class that is not in `classes` or has no cue.
    pub fn of(stance: Option<Stance>, line: &str, classes: &HashMap<&str, Classes>) -> Option<Shape> {
        let slots = line.split(' ').map(|word| slot(word, classes)).collect::<Option<Vec<Slot>>>()?;
        let is_cue = |slot: &Slot| matches!(slot, Slot::Word { cue: true, .. });
        let at = slots.iter().position(is_cue)?;
        let Slot::Word { class, .. } = slots[at] else { return None };
        Some(Shape { stance, anchor: class, slots, at })
    }

    /// What the shape takes around the cue `anchor`.
    pub fn matches(&self, sentence: &Sentence<'_>, anchor: usize) -> Option<Match> {
        let mut found = Match { cue: anchor..anchor + 1, frame: anchor..anchor + 1, ..Match::default() };
        self.before(sentence, anchor, &mut found)?;
        self.behind(sentence, anchor, &mut found)?;
        let has_content = self.slots.contains(&Slot::Content);
        if has_content && !found.content.iter().any(|part| is_content(sentence, part)) {
            return None;
        }
        Some(found)
    }

    fn before(&self, sentence: &Sentence<'_>, anchor: usize, found: &mut Match) -> Option<()> {
        let tokens = sentence.tokens;
        let (mut at, mut group) = (anchor, self.at);
        for (place, &slot) in self.slots[..self.at].iter().enumerate().rev() {
            if !slot.is_fixed() {
                continue;
            }
            let open = place + 1 < group;
            let reach = if open { REACH } else { 1 };
            let from = at.saturating_sub(reach).max(sentence.floor.min(at));
            let mut range = from..at;
            let fit = |token: &usize| fits(slot, &tokens[*token]);
            let first = matches!(slot, Slot::Word { first: true, .. });
            let fits = if first { range.find(fit) } else { range.rev().find(fit) };
            match (fits, slot) {
                (Some(token), _) => {
                    assign(sentence, &self.slots[place + 1..group], token + 1..at, true, found)?;
                    at = token;
                }
                // Beside a quotation no comma is needed.
                (None, Slot::Mark(',')) if !open && at > 0 && is_quotation(&tokens[at - 1]) => {}
                (None, Slot::Word { optional: true, .. }) if !open => {}
                _ => return None,
            }
            group = place;
        }
        found.frame.start = at;
        if group == 0 {
            return Some(());
        }
        let slots = &self.slots[..group];
        let from = if slots.contains(&Slot::Content) { sentence.floor } else { nouns::clause_start(sentence, at) };
        assign(sentence, slots, from.min(at)..at, true, found)?;
        found.frame.start = found.source.iter().map(|source| source.start).fold(at, usize::min);
        Some(())
    }

    fn behind(&self, sentence: &Sentence<'_>, anchor: usize, found: &mut Match) -> Option<()> {
        let tokens = sentence.tokens;
        let (mut at, mut group) = (anchor + 1, self.at + 1);
        for (place, &slot) in self.slots.iter().enumerate().skip(self.at + 1) {
            if !slot.is_fixed() {
                continue;
            }
            let open = group < place;
            let end = if open { (at + REACH).min(tokens.len()) } else { (at + 1).min(tokens.len()) };
            match ((at..end).find(|&token| fits(slot, &tokens[token])), slot) {
                (Some(token), slot) => {
                    assign(sentence, &self.slots[group..place], at..token, true, found)?;
                    at = token + 1;
                    if matches!(slot, Slot::Word { cue: true, .. })
                        && (found.cue.end == token || self.stance == Some(Stance::Declines))
                    {
                        found.cue.end = at;
                    }
                }
                (None, Slot::Mark(',')) if !open && tokens.get(at).is_some_and(is_quotation) => {}
                (None, Slot::Word { optional: true, .. }) if !open => {}
                _ => return None,
            }
            group = place + 1;
        }
        found.frame.end = at;
        if group < self.slots.len() {
            assign(sentence, &self.slots[group..], at..tokens.len(), false, found)?;
            let source = found.source.iter().map(|source| source.end);
            found.frame.end = source.chain(found.via.iter().map(|via| via.end)).fold(at, usize::max);
        }
        Some(())
    }
}

fn slot(word: &str, classes: &HashMap<&str, Classes>) -> Option<Slot> {
    let (bare, optional) = word.strip_suffix('?').map_or((word, false), |bare| (bare, true));
    Some(match bare {
        "source" => Slot::Source,
        "via" => Slot::Via { optional },
        "content" => Slot::Content,
        "_" => Slot::Skip { articles: false, clauses: false },
        "*" => Slot::Skip { articles: true, clauses: false },
        "…" => Slot::Skip { articles: true, clauses: true },
        "," => Slot::Mark(','),
        ":" => Slot::Mark(':'),
        _ => {
            let name = bare.trim_start_matches(['&', '^']).to_lowercase();
            let class = *classes.get(name.as_str())?;
            let (cue, first) = (bare.starts_with(char::is_uppercase), bare.starts_with('^'));
            if bare.starts_with('&') { Slot::Ahead(class) } else { Slot::Word { class, cue, optional, first } }
        }
    })
}

fn is_quotation(token: &Token) -> bool {
    matches!(token.kind, Kind::Quotation(_))
}

fn fits(slot: Slot, token: &Token) -> bool {
    match slot {
        Slot::Mark(',') => matches!(token.kind, Kind::Mark(',' | '、' | '，')),
        Slot::Mark(mark) => token.kind == Kind::Mark(mark),
        Slot::Word { class, .. } => token.classes & class != 0,
        _ => false,
    }
}

/// Shares `range` among slots without a fixed word between them. All of it must be taken where it is `closed`.
fn assign(sentence: &Sentence<'_>, slots: &[Slot], range: Range<usize>, closed: bool, found: &mut Match) -> Option<()> {
    let tokens = sentence.tokens;
    let (mut at, end) = (range.start, range.end);
    for (place, &slot) in slots.iter().enumerate() {
        let last = place + 1 == slots.len();
        match slot {
            Slot::Source if place > 0 && last && slots[place - 1] == Slot::Content => {
                let from = nouns::phrase_before(sentence, at..end)?;
                found.content.iter_mut().for_each(|part| part.end = part.end.min(from));
                found.source = Some(from..end);
                at = end;
            }
            Slot::Source => {
                while at < end && tokens[at].classes & JOIN != 0 {
                    at += 1;
                }
                let phrase = nouns::phrase(sentence, at..end)?;
                at = phrase.end;
                found.source = Some(phrase);
            }
            Slot::Via { optional } => {
                match nouns::phrase(sentence, at..end).filter(|phrase| is_press(sentence, phrase)) {
                    Some(phrase) => {
                        at = phrase.end;
                        found.via = Some(phrase);
                    }
                    None if optional => {}
                    None => return None,
                }
            }
            Slot::Skip { articles, clauses } => {
                let next = slots.get(place + 1).copied();
                at = skip(sentence, at..end, (articles, clauses), next)?;
            }
            Slot::Ahead(class) => {
                tokens.get(at).filter(|token| token.classes & class != 0)?;
            }
            Slot::Content => {
                let first = tokens.get(at)?;
                if first.classes & SUBORDINATOR != 0 && place == 0 && range.start > 0 {
                    return None;
                }
                found.content.push(at..end);
                if last {
                    at = end;
                }
            }
            Slot::Mark(_) | Slot::Word { .. } => {}
        }
    }
    (!closed || at == end).then_some(())
}

/// Where words of no interest end: at the end of the range, or where the slot behind them may begin.
fn skip(
    sentence: &Sentence<'_>,
    range: Range<usize>,
    (articles, clauses): (bool, bool),
    next: Option<Slot>,
) -> Option<usize> {
    let tokens = &sentence.tokens[range.clone()];
    match next {
        Some(Slot::Content) => {
            // An adjunct before the content has a comma behind it.
            const LONGEST: usize = 12;
            let comma = tokens.iter().take(LONGEST).position(|token| fits(Slot::Mark(','), token));
            let whole = |at: &usize| !tokens[..*at].iter().any(is_quotation) && *at + 1 < tokens.len();
            return Some(range.start + comma.filter(whole).map_or(0, |at| at + 1));
        }
        Some(Slot::Ahead(class)) => {
            let ahead = tokens.iter().take(REACH).position(|token| token.classes & class != 0)?;
            let apart = |token: &Token| matches!(token.kind, Kind::Quotation(false) | Kind::Mark(':' | ';'));
            return (!tokens[..ahead].iter().any(apart)).then_some(range.start + ahead);
        }
        Some(Slot::Source) => {
            let begins =
                |at: &usize| nouns::phrase(sentence, *at..range.end).is_some_and(|phrase| phrase.end == range.end);
            return (range.start..range.end).find(begins);
        }
        _ => {}
    }
    let begins_well = articles || tokens.first().is_none_or(|token| token.classes & DETERMINER == 0);
    let plain = tokens.iter().all(|token| match token.kind {
        Kind::Word(_) | Kind::Quotation(true) => true,
        Kind::Quotation(false) => false,
        Kind::Mark(mark) => clauses || !matches!(mark, ',' | ':' | ';'),
    });
    (begins_well && plain).then_some(range.end)
}

fn is_press(sentence: &Sentence<'_>, phrase: &Range<usize>) -> bool {
    sentence.tokens[phrase.clone()].iter().any(|token| token.classes & OUTLET != 0)
}

/// True where a part is a quotation or has the length of a statement.
fn is_content(sentence: &Sentence<'_>, part: &Range<usize>) -> bool {
    const LEAST: usize = 2;
    let tokens = &sentence.tokens[part.clone()];
    let words = |token: &&Token| matches!(token.kind, Kind::Word(_));
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
    // Two signs of a script without spaces are a word.
    let signs = !sentence.spaced && last.end - first.start >= 6;
    signs || tokens.iter().take(REACH).any(is_quotation) || tokens.iter().filter(words).nth(LEAST - 1).is_some()
}
