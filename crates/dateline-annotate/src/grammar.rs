//! Words, their parts of speech, and which word hangs on which: what names and claims are read from.

pub mod parser;
pub mod tagger;
pub mod tags;
pub mod weights;
pub mod words;

use parser::{NONE, Parser, State};
use tagger::Tagger;
use tags::{Relation, Tag};
use words::Word;

/// One sentence, or a piece of a very long one, analysed.
#[derive(Debug, Default)]
pub struct Analysis {
    /// Its words.
    pub words: Vec<Word>,
    /// Their parts of speech.
    pub tags: Vec<Tag>,
    state: State,
}

impl Analysis {
    /// Tells the parts of speech of the words read into `self.words`.
    pub fn tag(&mut self, text: &str) {
        Tagger::english().tag(text, &self.words, &mut self.tags);
    }

    /// Moves the words that `leave` says to `others`, with their parts of speech where these were told.
    pub fn split(&mut self, others: &mut Analysis, mut leave: impl FnMut(&Word) -> bool) {
        let left: Vec<bool> = self.words.iter().map(&mut leave).collect();
        let mut at = left.iter();
        others.words.extend(self.words.extract_if(.., |_| at.next() == Some(&true)));
        let mut at = left.iter();
        others.tags.extend(self.tags.extract_if(.., |_| at.next() == Some(&true)));
    }

    /// Tells which word hangs on which; after [`Analysis::tag`].
    pub fn parse(&mut self) {
        Parser::english().parse(&self.words, &self.tags, &mut self.state);
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// True where there is no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The word that `at` hangs on.
    #[must_use]
    pub fn head(&self, at: usize) -> Option<usize> {
        self.state.heads.get(at).filter(|&&head| head != NONE).map(|&head| usize::from(head))
    }

    /// How each word hangs on its head; empty until [`Analysis::parse`].
    #[must_use]
    pub fn relations(&self) -> &[Relation] {
        &self.state.relations
    }

    /// The first and the last word of all that hang on `at`, itself among them.
    #[must_use]
    pub fn reach(&self, at: usize) -> (usize, usize) {
        self.state.reach.get(at).map_or((at, at), |&[first, last]| (usize::from(first), usize::from(last)))
    }

    /// The words that hang on `at`, in order.
    pub fn children(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let (first, last) = self.reach(at);
        (first..=last).filter(move |&child| self.head(child) == Some(at))
    }

    /// The first word that hangs on `at` in one of the ways of `relations`.
    #[must_use]
    pub fn child(&self, at: usize, relations: &[Relation]) -> Option<usize> {
        self.children(at).find(|&child| relations.contains(&self.state.relations[child]))
    }

    /// The tag of a word, and none beyond the ends.
    #[must_use]
    pub fn tag_of(&self, at: usize) -> Option<Tag> {
        self.tags.get(at).copied()
    }
}
