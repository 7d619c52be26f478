//! The passages that two texts have in common.
//!
//! The words of both are compared in the form that makes house styles alike. Runs of equal words are found from the
//! shingles of one text, the longest take their place first (greedy string tiling: Wise, 1993), and grow over a few
//! words that differ. Every step looks at so many places at most, so that time is near linear whatever the texts are.

mod tiles;

use dateline_model::{Passage, PassageKind, Text};

use super::quotations::quoted_words;
use super::sketch::SAME;
use crate::words::{WordKind, Words, hash, normal_form};
use tiles::Tile;

/// Tiles with no more than these words between them in both texts are one passage.
const BRIDGED: usize = 3;
/// A passage weighs at least this: so many words twice, or so many characters of a script without spaces.
const LEAST: usize = 12;
/// From this part of its words in quotation marks in both texts on, a passage is a shared quotation.
const QUOTED: f32 = 0.8;

/// What two texts have in common.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// The passages, in order of the copying text, without overlaps in either.
    pub passages: Vec<Passage>,
    /// The share of the words of the copying text that stand in copied passages, 0 to 1; words of shared quotations
    /// are left out.
    pub share: f32,
    /// The share of the words of the other text that do.
    pub share_there: f32,
}

/// One word of a text.
struct Token {
    form: u32,
    start: usize,
    end: usize,
    quoted: bool,
    weight: usize,
}

/// Finds the passages of `here` that stand in `there` too.
#[must_use]
pub fn align(here: &Text, there: &Text) -> Alignment {
    let (mine, theirs) = (tokens(here), tokens(there));
    let forms = |tokens: &[Token]| tokens.iter().map(|token| token.form).collect::<Vec<u32>>();
    let tiles = tiles::tile(&forms(&mine), &forms(&theirs));
    let mut alignment = Alignment::default();
    let (mut copied, mut quoted) = (0, 0);
    for run in tiles.chunk_by(follows) {
        let words: usize = run.iter().map(|tile| tile.length).sum();
        let Some(passage) = passage(run, words, [here, there], [&mine, &theirs]) else { continue };
        *(if passage.kind == PassageKind::Copied { &mut copied } else { &mut quoted }) += words;
        alignment.passages.push(passage);
    }
    if (copied + quoted) as f32 >= SAME * mine.len().max(theirs.len()) as f32 {
        (copied, quoted) = (copied + quoted, 0);
        alignment.passages.iter_mut().for_each(|passage| passage.kind = PassageKind::Copied);
    }
    let share = |tokens: &[Token]| copied as f32 / tokens.len().saturating_sub(quoted).max(1) as f32;
    (alignment.share, alignment.share_there) = (share(&mine), share(&theirs));
    alignment
}

fn tokens(text: &Text) -> Vec<Token> {
    let mut form = String::new();
    let words = Words::new(text.as_str()).zip(quoted_words(text.as_str()));
    let token = |(word, quotation): (crate::words::Word<'_>, u32)| {
        normal_form(word.surface, &mut form);
        let weight = if word.kind == WordKind::Character { 1 } else { 2 };
        Token { form: hash(&form), start: word.start, end: word.end, quoted: quotation != 0, weight }
    };
    words.map(token).collect()
}

/// True where the second tile goes on from the first in both texts, but for a few words.
fn follows(one: &Tile, next: &Tile) -> bool {
    let near = |end: usize, start: usize| start >= end && start - end <= BRIDGED;
    near(one.here + one.length, next.here) && near(one.there + one.length, next.there)
}

/// The passage that a run of tiles makes, where it is long enough.
fn passage(run: &[Tile], words: usize, texts: [&Text; 2], tokens: [&[Token]; 2]) -> Option<Passage> {
    let (first, last) = (run.first()?, run.last()?);
    let [mine, theirs] = tokens;
    let equal = run.iter().flat_map(|tile| {
        let [mine, theirs] =
            [(mine, tile.here), (theirs, tile.there)].map(|(tokens, at)| &tokens[at..at + tile.length]);
        mine.iter().zip(theirs)
    });
    let (mut weight, mut quoted) = (0, 0usize);
    for (mine, theirs) in equal {
        weight += mine.weight;
        quoted += usize::from(mine.quoted && theirs.quoted);
    }
    if weight < LEAST {
        return None;
    }
    let is_quotation = quoted as f32 >= QUOTED * words as f32;
    let kind = if is_quotation { PassageKind::SharedQuotation } else { PassageKind::Copied };
    let here = texts[0].span(mine[first.here].start..mine[last.here + last.length - 1].end)?;
    let there = texts[1].span(theirs[first.there].start..theirs[last.there + last.length - 1].end)?;
    Some(Passage { here, there, kind })
}

#[cfg(test)]
mod tests;
