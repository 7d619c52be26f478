//! Which word hangs on which, and how.

mod features;

use std::sync::LazyLock;

use super::tags::{Relation, Tag};
use super::weights::{Aligned, Weights, best};
use super::words::Word;
pub use features::{MOVE_FEATURES, RELATION_FEATURES, move_features, relation_features};

/// One class a move.
pub const MOVES: usize = 3;
/// One class a relation.
pub const RELATIONS: usize = 32;

/// The next word is taken upon the stack.
pub const SHIFT: usize = 0;
/// The word on top of the stack hangs on the one beneath it.
pub const RIGHT: usize = 1;
/// The word on top of the stack hangs on the next word.
pub const LEFT: usize = 2;

/// The head of a word that hangs on none.
pub const NONE: u16 = u16::MAX;

/// Tells which word hangs on which. Method: arc-hybrid transitions (Kuhlmann, Gómez-Rodríguez and Satta 2011), greedy, with
/// a dynamic oracle in training (Goldberg and Nivre 2013); linear in the number of words.
#[derive(Debug)]
pub struct Parser {
    moves: Weights<MOVES>,
    relations: Weights<RELATIONS>,
}

static ENGLISH: LazyLock<Parser> = LazyLock::new(|| {
    static MOVES: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/english.moves"));
    static RELATIONS: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/english.relations"));
    Parser::new(&MOVES.0, &RELATIONS.0)
});

/// A sentence as far as it is parsed.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The next word.
    pub next: usize,
    /// Words that wait for a head.
    pub stack: Vec<u16>,
    /// The head of each word; [`NONE`] where there is none yet.
    pub heads: Vec<u16>,
    /// The two last words that hang on a word from before it, outermost first.
    pub left: Vec<[u16; 2]>,
    /// The two last words that hang on a word from behind it, outermost first.
    pub right: Vec<[u16; 2]>,
    /// How many hang on it from before it and from behind it.
    pub counts: Vec<[u8; 2]>,
    /// How each word hangs on its head; [`Relation::Root`] where it has none yet.
    pub relations: Vec<Relation>,
    /// The relations of those that hang on it from before it and from behind it, a bit a relation.
    pub kinds: Vec<[u32; 2]>,
    /// The first and the last word of all that hang on a word, itself among them.
    pub reach: Vec<[u16; 2]>,
}

impl State {
    /// Begins a sentence of `length` words.
    pub fn begin(&mut self, length: usize) {
        self.next = 0;
        self.stack.clear();
        self.heads.clear();
        self.heads.resize(length, NONE);
        for list in [&mut self.left, &mut self.right] {
            list.clear();
            list.resize(length, [NONE; 2]);
        }
        self.counts.clear();
        self.counts.resize(length, [0; 2]);
        self.relations.clear();
        self.relations.resize(length, Relation::Root);
        self.kinds.clear();
        self.kinds.resize(length, [0; 2]);
        self.reach.clear();
        self.reach.extend((0..length as u16).map(|at| [at; 2]));
    }

    /// True where a move can be made.
    #[must_use]
    pub fn can(&self, what: usize) -> bool {
        match what {
            SHIFT => self.next < self.heads.len(),
            RIGHT => self.stack.len() >= 2,
            LEFT => !self.stack.is_empty() && self.next < self.heads.len(),
            _ => false,
        }
    }

    /// The move, where no other can be made.
    #[must_use]
    pub fn only(&self) -> Option<usize> {
        match (self.stack.is_empty(), self.next < self.heads.len()) {
            (true, true) => Some(SHIFT),
            (false, false) => Some(RIGHT),
            _ => None,
        }
    }

    /// True where no move is left.
    #[must_use]
    pub fn done(&self) -> bool {
        self.next >= self.heads.len() && self.stack.len() <= 1
    }

    /// The arc that a move makes: the head and what hangs on it; `None` for a shift.
    #[must_use]
    pub fn arc(&self, what: usize) -> Option<(usize, usize)> {
        let (&child, below) = self.stack.split_last()?;
        match what {
            RIGHT => below.last().map(|&head| (usize::from(head), usize::from(child))),
            LEFT => Some((self.next, usize::from(child))),
            _ => None,
        }
    }

    /// Makes a move that [`State::can`] be made; its arc, if any, is of `relation`.
    pub fn go(&mut self, what: usize, relation: Relation) {
        match self.arc(what) {
            Some((head, child)) => {
                self.stack.pop();
                self.hang(head, child, relation);
            }
            None => {
                self.stack.push(self.next as u16);
                self.next += 1;
            }
        }
    }

    fn hang(&mut self, head: usize, child: usize, relation: Relation) {
        self.heads[child] = head as u16;
        self.relations[child] = relation;
        let (side, list) = if child < head { (0, &mut self.left) } else { (1, &mut self.right) };
        list[head] = [child as u16, list[head][0]];
        self.counts[head][side] = self.counts[head][side].saturating_add(1);
        self.kinds[head][side] |= 1 << relation as u32;
        // What hangs on the child is known by now, since a word is hung last.
        let [first, last] = self.reach[child];
        self.reach[head] = [self.reach[head][0].min(first), self.reach[head][1].max(last)];
    }
}

impl Parser {
    /// The English parser that is shipped.
    #[must_use]
    pub fn english() -> &'static Parser {
        &ENGLISH
    }

    /// A parser of tables of weights.
    #[must_use]
    pub fn new(moves: &'static [u8], relations: &'static [u8]) -> Parser {
        Parser { moves: Weights::new(moves), relations: Weights::new(relations) }
    }

    /// Fills `state` with the heads of `words` and how each hangs on its head.
    pub fn parse(&self, words: &[Word], tags: &[Tag], state: &mut State) {
        state.begin(words.len());
        while !state.done() {
            let what = state.only().unwrap_or_else(|| {
                let scores = self.moves.score_three(&move_features(words, tags, state));
                best(&scores, |what| state.can(what))
            });
            let relation = state.arc(what).map_or(Relation::Root, |arc| self.relation(words, tags, state, arc));
            state.go(what, relation);
        }
    }

    fn relation(&self, words: &[Word], tags: &[Tag], state: &State, arc: (usize, usize)) -> Relation {
        if let Some(certain) = certain(tags, arc) {
            return certain;
        }
        let scores = self.relations.score(&relation_features(words, tags, state, arc));
        Relation::ALL[best(&scores, |class| class > 0 && class < Relation::ALL.len())]
    }
}

/// The relation of an arc whose parts of speech leave no choice: a quarter of all, and what the model would say too, but for
/// one in some thousands.
fn certain(tags: &[Tag], (head, child): (usize, usize)) -> Option<Relation> {
    let noun = || matches!(tags[head], Tag::Noun | Tag::Nouns | Tag::Name);
    match tags[child] {
        Tag::Comma | Tag::Mark => Some(Relation::Punctuation),
        Tag::PossessiveEnding if child > head => Some(Relation::Case),
        Tag::Possessive if child < head && noun() => Some(Relation::Possessor),
        Tag::Determiner if child < head && noun() => Some(Relation::Determiner),
        _ => None,
    }
}
