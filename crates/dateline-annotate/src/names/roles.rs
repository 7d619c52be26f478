//! Roles beside names: offices before them, appositions and `who is` behind them.

use dateline_model::{Role, Text};

use super::gazetteer::{Class, Gazetteer};
use super::labels::Kind;
use super::{Article, Name};
use crate::grammar::tags::Tag;
use crate::grammar::words::Word;

/// A role has at most so many words.
const LONGEST: usize = 14;
/// Words that say that a role is over.
const PAST: &str = "former then ex late onetime ousted deposed";

/// Looks for roles beside names.
struct Finder<'a> {
    text: &'a Text,
    article: &'a Article,
    gazetteer: &'static Gazetteer,
}

/// The role that stands beside each of `names`.
pub(super) fn find(text: &Text, article: &Article, names: &[Name]) -> Vec<Option<Role>> {
    let finder = Finder { text, article, gazetteer: Gazetteer::english() };
    let each = names.iter().enumerate().map(|(at, name)| {
        if name.kind != Kind::Person {
            return None;
        }
        let from = at.checked_sub(1).map_or(0, |at| if names[at].kind == Kind::Person { names[at].end } else { 0 });
        let next = names[at + 1..].iter().take(LONGEST).find(|name| name.kind == Kind::Person);
        finder.before(name, from).or_else(|| finder.behind(name, next.map_or(usize::MAX, |next| next.first)))
    });
    each.collect()
}

impl Finder<'_> {
    fn word(&self, at: usize) -> &str {
        self.article.words[at].text(self.text)
    }

    fn is(&self, at: usize, class: Class) -> bool {
        self.gazetteer.is(self.article.words[at].key, class)
    }

    /// The role of the words `first..end`, where an office is among them.
    fn role(&self, first: usize, end: usize) -> Option<Role> {
        let office = (first..end).any(|at| self.is(at, Class::Office));
        let words = &self.article.words[first..end];
        let span = office.then(|| Word::span(self.text, words.first()?, words.last()?)).flatten()?;
        let past = (first..end.min(first + 3)).any(|at| {
            let word = self.word(at).to_ascii_lowercase();
            PAST.split(' ').any(|past| past == word) || word.starts_with("ex-")
        });
        Some(Role { span, past })
    }

    /// An office before the name: `U.S. Secretary of State`.
    fn before(&self, name: &Name, from: usize) -> Option<Role> {
        let lowest = name.sentence.0.max(from).max(name.first.saturating_sub(LONGEST));
        // `The minister, Jane Roe, said`: the office stands apart by commas.
        let comma = |at: usize| at < name.sentence.1 && self.word(at) == ",";
        let apart = name.first > lowest && comma(name.first - 1) && comma(name.end);
        let end = name.first - usize::from(apart);
        let mut first = end;
        while first > lowest && self.may_be_office(first - 1) {
            first -= 1;
        }
        while first < end && !self.may_begin(first) {
            first += 1;
        }
        self.role(first, end)
    }

    fn may_be_office(&self, at: usize) -> bool {
        let joins = matches!(self.word(at), "of" | "for" | "-" | "and" | "'s" | "’s" | "&");
        joins
            || matches!(
                self.article.tags[at],
                Tag::Noun | Tag::Nouns | Tag::Name | Tag::Adjective | Tag::Superlative | Tag::Comparative
            )
            || matches!(self.word(at), "then" | "Then")
    }

    fn may_begin(&self, at: usize) -> bool {
        !matches!(self.word(at), "of" | "for" | "-" | "and" | "'s" | "’s" | "&")
    }

    /// A description behind the name: `, the chairman of the board,`, `(the party’s leader)`, `, who is the chairman`.
    fn behind(&self, name: &Name, next: usize) -> Option<Role> {
        let end = name.sentence.1.min(next).min(name.end + LONGEST + 3);
        let mark = (name.end < end).then(|| self.word(name.end))?;
        let mut first = name.end + 1;
        let (mut past, mut clause) = (false, false);
        if !matches!(mark, "," | "(" | "–" | "—") {
            return None;
        }
        if first + 1 < end && self.word(first) == "who" {
            past = self.word(first + 1) == "was";
            clause = matches!(self.word(first + 1), "is" | "was" | "'s" | "’s");
            if !clause {
                return None;
            }
            first += 2;
        }
        let stop = (first..end).find(|&at| self.ends(at));
        // Without a mark behind it, what stands there is no apposition but goes on with the sentence.
        let stop = match stop {
            Some(stop) if clause || matches!(self.word(stop), "," | "." | ")" | ";" | "–" | "—" | "!" | "?") => {
                stop
            }
            _ => return None,
        };
        if stop == first || matches!(self.article.tags[first], Tag::Preposition | Tag::And | Tag::Number | Tag::Adverb)
        {
            return None;
        }
        let mut role = self.role(first, stop)?;
        role.past |= past;
        Some(role)
    }

    fn ends(&self, at: usize) -> bool {
        use Tag::{Comma, Modal, Pronoun, VerbPast, VerbPresent, VerbSays, WhAdverb, WhDeterminer, WhPronoun};
        let verb = matches!(self.article.tags[at], VerbPast | VerbSays | VerbPresent | Modal);
        let mark = matches!(self.word(at), "," | "." | ")" | "(" | ";" | ":" | "–" | "—" | "!" | "?" | "”" | "\"");
        mark || verb || matches!(self.article.tags[at], Comma | Pronoun | WhAdverb | WhDeterminer | WhPronoun)
    }
}
