//! Names of persons, organisations and places, what they refer to, and what the article says that these are.

pub mod candidates;
mod corrections;
mod entities;
pub mod features;
pub mod gazetteer;
pub mod history;
pub mod labeller;
pub mod labels;
mod roles;
#[cfg(test)]
mod tests;

use dateline_model::{Entity, EntityKind, Mention, Text};

use crate::grammar::Analysis;
use crate::grammar::tagger::is_capital;
use crate::grammar::tags::Tag;
use crate::grammar::words::Word;
use features::Sentence;
use history::History;
use labeller::Labeller;
use labels::{Kind, Label};

/// Gathers the sentences of an article that may hold names.
#[derive(Debug, Default)]
pub struct Reader {
    article: Article,
}

/// The words of an article's sentences, one behind the other.
#[derive(Debug, Default)]
struct Article {
    words: Vec<Word>,
    tags: Vec<Tag>,
    /// For each sentence, the number of words up to its end.
    ends: Vec<usize>,
}

/// A name, by its words in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Name {
    first: usize,
    /// The word behind its last.
    end: usize,
    kind: Kind,
    /// The words of its sentence.
    sentence: (usize, usize),
}

impl Reader {
    /// True where a sentence may hold a name: only then need it be tagged.
    #[must_use]
    pub fn wants(&self, sentence: &Analysis) -> bool {
        sentence.words.iter().any(is_capital)
    }

    /// Takes in a tagged sentence.
    pub fn read(&mut self, sentence: &Analysis) {
        self.article.words.extend(&sentence.words);
        self.article.tags.extend(&sentence.tags);
        self.article.ends.push(self.article.words.len());
    }

    /// The names of the article, in order, and what they refer to.
    #[must_use]
    pub fn finish(self, text: &Text) -> (Vec<Mention>, Vec<Entity>) {
        let mut names = self.article.names(text);
        corrections::correct(text, &self.article, &mut names);
        names.retain(|name| entity_kind(name.kind).is_some());
        let (numbers, mut entities) = entities::fold(text, &self.article.words, &names);
        let mut roles = roles::find(text, &self.article, &names);
        let mut mentions = Vec::with_capacity(names.len());
        for ((name, entity), role) in names.iter().zip(numbers).zip(&mut roles) {
            let span = Word::span(text, &self.article.words[name.first], &self.article.words[name.end - 1]);
            let (Some(span), Some(kind)) = (span, entity_kind(name.kind)) else { continue };
            let role = role.take();
            entities[entity].roles.extend(role.clone());
            mentions.push(Mention { span, kind, entity, role });
        }
        (mentions, entities)
    }
}

impl Article {
    /// The words of each sentence.
    fn sentences(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        starts.zip(self.ends.iter().copied())
    }

    /// The names as the labeller finds them.
    fn names(&self, text: &Text) -> Vec<Name> {
        let (mut history, mut labels, mut names) = (History::default(), Vec::new(), Vec::new());
        self.sentences().for_each(|(first, end)| history.note_capitals(&self.words[first..end]));
        self.sentences().for_each(|(first, end)| history.note_small(&self.words[first..end]));
        for (start, end) in self.sentences() {
            let words = &self.words[start..end];
            let sentence = Sentence::new(text.as_str(), words, &self.tags[start..end]);
            Labeller::english().label(&sentence, &history, &mut labels);
            history.note_labels(words, &labels);
            let found = spans(&labels).into_iter();
            names.extend(found.map(|(first, last, kind)| Name {
                first: start + first,
                end: start + last,
                kind,
                sentence: (start, end),
            }));
        }
        names
    }
}

fn entity_kind(kind: Kind) -> Option<EntityKind> {
    match kind {
        Kind::Person => Some(EntityKind::Person),
        Kind::Organisation => Some(EntityKind::Organisation),
        Kind::Place => Some(EntityKind::Place),
        Kind::People | Kind::Other => None,
    }
}

/// The names in `labels`: first word, the word behind the last, kind.
#[must_use]
pub fn spans(labels: &[Label]) -> Vec<(usize, usize, Kind)> {
    let mut found: Vec<(usize, usize, Kind)> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        let Some(kind) = label.kind() else { continue };
        match found.last_mut() {
            Some(last) if last.1 == at && !label.opens() => last.1 = at + 1,
            _ => found.push((at, at + 1, kind)),
        }
    }
    found
}
