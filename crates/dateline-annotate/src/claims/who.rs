//! Whom a source means: names held against those of the whole article, pronouns and descriptions followed back.

use std::ops::Range;

use dateline_model::{Entity, EntityKind, Mention, SourceKind, Span, Text};

use super::Candidate;
use crate::lang::english::sources::REFERENCES;

/// Words that refer back to somebody, of one language; words apart by spaces.
#[derive(Debug)]
pub struct Reference {
    /// Pronouns for a woman.
    pub she: &'static str,
    /// Pronouns for a man.
    pub he: &'static str,
    /// Pronouns for a thing or body.
    pub it: &'static str,
    /// Pronouns for several.
    pub they: &'static str,
    /// What shows that a person is a woman.
    pub female: &'static str,
    /// What shows that a person is a man.
    pub male: &'static str,
    /// The word before a description of somebody known.
    pub definite: &'static str,
    /// Nouns for any outlet.
    pub outlets: &'static str,
    /// Nouns for any company.
    pub companies: &'static str,
}

/// Who is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The fullest name or description.
    pub name: String,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// How many people are meant, where that is said.
    pub count: Option<u32>,
    /// Its number in the article's list of entities.
    pub entity: Option<usize>,
}

/// How many sentences back a pronoun or a description is followed.
const REACH: usize = 4;
/// And how many bytes.
const FAR: usize = 1500;

/// Everybody that an article names.
#[derive(Clone, Debug)]
pub struct Cast<'a> {
    text: &'a Text,
    sentences: &'a [Span],
    mentions: &'a [Mention],
    entities: &'a [Entity],
    /// Of each entity, where the words beside its names show it.
    genders: Vec<Option<Gender>>,
}

/// What is known by the time that a source is looked at: the sources before it.
type Told<'a> = &'a [(Range<usize>, Option<Who>)];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    Female,
    Male,
}

impl<'a> Cast<'a> {
    /// The cast of a text with its sentences, and its names in order.
    #[must_use]
    pub fn new(text: &'a Text, sentences: &'a [Span], mentions: &'a [Mention], entities: &'a [Entity]) -> Cast<'a> {
        let mut genders = vec![None; entities.len()];
        for mention in mentions.iter().filter(|mention| mention.kind == EntityKind::Person) {
            let known = &mut genders[mention.entity];
            *known = known.or_else(|| gender_beside(text, mention));
        }
        Cast { text, sentences, mentions, entities, genders }
    }

    /// Who is meant by the source of each of `candidates`, which are in the order of their cues.
    #[must_use]
    pub fn tell(&self, candidates: &[Candidate]) -> Vec<Option<Who>> {
        let mut told: Vec<(Range<usize>, Option<Who>)> = Vec::with_capacity(candidates.len());
        let mut found = Vec::with_capacity(candidates.len());
        for (at, candidate) in candidates.iter().enumerate() {
            let who = candidate.source.as_ref().and_then(|source| self.who(candidate, source, &told));
            found.push(who.clone());
            // A pronoun does not mean who is only spoken of in what another says.
            let nested = candidate
                .via
                .iter()
                .any(|via| candidates[..at].iter().rev().take(REACH).any(|other| other.source.as_ref() == Some(via)));
            told.push((candidate.source.clone().unwrap_or(candidate.cue.clone()), who.filter(|_| !nested)));
        }
        found
    }

    fn who(&self, candidate: &Candidate, source: &Range<usize>, told: Told<'_>) -> Option<Who> {
        let speaker = candidate.speaker.as_ref()?;
        let words = self.text.as_str().get(source.clone())?;
        let own = Who { name: words.to_owned(), kind: speaker.kind, count: speaker.count, entity: None };
        let meant = match () {
            () if speaker.pronoun && candidate.name.is_none() => self.pronoun(words, candidate, source.start, told),
            () if candidate.name.is_none() && speaker.kind != SourceKind::Document => {
                self.leading(candidate, source).or_else(|| self.described(words, candidate, source, told))
            }
            () => self.named(candidate),
        };
        Some(meant.unwrap_or_else(|| {
            let name = candidate.name.clone().and_then(|name| self.text.as_str().get(name));
            Who { name: name.unwrap_or(words).to_owned(), ..own }
        }))
    }

    /// The mention that shares words with `range`.
    fn mention(&self, range: &Range<usize>) -> Option<&Mention> {
        let first = self.mentions.partition_point(|mention| mention.span.end() <= range.start);
        self.mentions.get(first).filter(|mention| mention.span.start() < range.end)
    }

    fn entity(&self, number: usize, kind: SourceKind) -> Option<Who> {
        let entity = self.entities.get(number)?;
        let kind = match (entity.kind, kind) {
            (_, SourceKind::Outlet | SourceKind::Document) => kind,
            (EntityKind::Person, _) => SourceKind::Named,
            (EntityKind::Organisation | EntityKind::Place, _) => SourceKind::Organisation,
        };
        Some(Who { name: entity.name.clone(), kind, count: None, entity: Some(number) })
    }

    /// The entity that the name of the source is one of.
    fn named(&self, candidate: &Candidate) -> Option<Who> {
        let name = candidate.name.as_ref()?;
        let first = self.mentions.partition_point(|mention| mention.span.end() <= name.start);
        let within = || self.mentions[first..].iter().take_while(|mention| mention.span.start() < name.end);
        let person = within().find(|mention| mention.kind == EntityKind::Person);
        // `U.S. Secretary of Defense Jane Roe`: the parser took the office for the name.
        let office = |mention: &&Mention| {
            let role = mention.role.as_ref().map(|role| role.span);
            role.is_some_and(|role| role.start() < name.end && name.start < role.end())
        };
        let mention =
            person.or_else(|| self.mentions[first..].iter().take(3).find(office)).or_else(|| within().last())?;
        self.entity(mention.entity, candidate.speaker.as_ref()?.kind)
    }

    /// A person whose name opens the source, or stands behind an office there.
    fn leading(&self, candidate: &Candidate, source: &Range<usize>) -> Option<Who> {
        let mention = self.mention(source).filter(|mention| mention.span.end() <= source.end)?;
        let behind = self.text.as_str()[mention.span.end()..source.end].trim_start();
        let owns = behind.starts_with("'s") || behind.starts_with("’s") || behind.starts_with("' ");
        let before = self.text.as_str().get(source.start..mention.span.start())?;
        let titles = mention.kind == EntityKind::Person
            && !before.contains([',', '('])
            && !before.split(' ').any(is_preposition);
        let opens = before.is_empty()
            || titles
            || mention.role.as_ref().is_some_and(|role| role.span.start() <= source.start + 4);
        let next = behind.split(' ').next().unwrap_or_default();
        let whole = mention.span.end() == source.end
            || behind.starts_with([',', '('])
            || mention.kind == EntityKind::Person && (is_preposition(next) || next == "who");
        (opens && whole && !owns).then(|| self.entity(mention.entity, candidate.speaker.as_ref()?.kind))?
    }

    /// The sentences from that of the byte `at` backwards, nearest first, as far as they reach.
    fn back(&self, at: usize) -> impl Iterator<Item = Range<usize>> + '_ {
        let behind = self.sentences.partition_point(|sentence| sentence.start() <= at);
        let near = self.sentences[..behind].iter().rev().take(REACH);
        near.map(move |sentence| sentence.start().max(at.saturating_sub(FAR))..sentence.end().min(at))
    }

    /// The sources told in `range`, last first.
    fn sources<'t>(told: Told<'t>, range: &Range<usize>) -> impl Iterator<Item = &'t Who> {
        let range = range.clone();
        let within = move |source: &Range<usize>| range.start <= source.start && source.end <= range.end;
        let near = told.iter().rev().take(4 * REACH).filter(move |(source, _)| within(source));
        near.filter_map(|(_, who)| who.as_ref())
    }

    /// The names in `range`, in order, but for those of `quoted`.
    fn names<'c>(&'c self, range: Range<usize>, quoted: &'c [Range<usize>]) -> impl Iterator<Item = &'c Mention> {
        let first = self.mentions.partition_point(|mention| mention.span.start() < range.start);
        let end = range.end;
        let near = self.mentions[first..].iter().take_while(move |mention| mention.span.end() <= end);
        near.filter(|mention| !quoted.iter().any(|part| part.contains(&mention.span.start())))
    }

    fn pronoun(&self, words: &str, candidate: &Candidate, at: usize, told: Told<'_>) -> Option<Who> {
        let word = words.to_lowercase();
        let is = |list: &str| list.split(' ').any(|pronoun| pronoun == word);
        match () {
            () if is(REFERENCES.she) => self.person(Some(Gender::Female), candidate, at, told),
            () if is(REFERENCES.he) => self.person(Some(Gender::Male), candidate, at, told),
            () if is(REFERENCES.it) => self.body(candidate, at, told),
            () if is(REFERENCES.they) => self.several(at, told),
            () => None,
        }
    }

    /// The person spoken of last: who said something before, or else the first that the nearest sentence names.
    fn person(&self, gender: Option<Gender>, candidate: &Candidate, at: usize, told: Told<'_>) -> Option<Who> {
        let may_be = |entity: usize| {
            let known = self.genders.get(entity).copied().flatten();
            gender.is_none() || known.is_none() || known == gender
        };
        let fits = |who: &&Who| match who.kind {
            SourceKind::Named => who.entity.is_none_or(may_be),
            SourceKind::Unnamed => who.count == Some(1),
            _ => false,
        };
        let is_person = |mention: &&Mention| mention.kind == EntityKind::Person && may_be(mention.entity);
        self.back(at).find_map(|sentence| {
            let spoke = Cast::sources(told, &sentence).find(fits).cloned();
            let named = || self.names(sentence.clone(), &candidate.content).find(is_person);
            spoke.or_else(|| self.entity(named()?.entity, SourceKind::Named))
        })
    }

    /// The body or document spoken of last.
    fn body(&self, candidate: &Candidate, at: usize, told: Told<'_>) -> Option<Who> {
        use SourceKind::{Document, Organisation, Outlet};
        let fits = |who: &&Who| matches!(who.kind, Organisation | Outlet | Document);
        self.back(at).take(2).find_map(|sentence| {
            let spoke = Cast::sources(told, &sentence).find(fits).cloned();
            let first = || self.names(sentence.clone(), &candidate.content).next();
            let body = || first().filter(|mention| mention.kind != EntityKind::Person);
            spoke.or_else(|| self.entity(body()?.entity, Organisation))
        })
    }

    /// Those spoken of last, where they are several.
    fn several(&self, at: usize, told: Told<'_>) -> Option<Who> {
        let fits = |who: &&Who| match who.kind {
            SourceKind::Unnamed => who.count != Some(1),
            SourceKind::Organisation => true,
            _ => false,
        };
        let spoke = |sentence: Range<usize>| Cast::sources(told, &sentence).find(fits).cloned();
        let found = self.back(at).take(2).find_map(spoke)?;
        Some(Who { count: None, ..found })
    }

    /// `the minister`, `the paper`: who was said to be that.
    fn described(&self, words: &str, candidate: &Candidate, source: &Range<usize>, told: Told<'_>) -> Option<Who> {
        const LONGEST: usize = 5;
        let (first, rest) = words.split_once(' ')?;
        let parts: Vec<&str> = rest.split_whitespace().collect();
        let noun = parts.last().filter(|_| parts.len() <= LONGEST)?.to_lowercase();
        if !first.eq_ignore_ascii_case(REFERENCES.definite) {
            return None;
        }
        let speaker = candidate.speaker.as_ref()?;
        let is = |list: &str| list.split(' ').any(|word| word == noun);
        if let Some(both) =
            parts.first().filter(|first| ["two", "both"].contains(first)).and_then(|_| self.both(source.start))
        {
            return Some(both);
        }
        if let Some(who) = Cast::told_as(&noun, told) {
            let count = speaker.count.filter(|_| who.kind == SourceKind::Unnamed);
            return Some(Who { count, ..who });
        }
        if is(REFERENCES.outlets) {
            let outlet = |who: &&Who| who.kind == SourceKind::Outlet;
            return told.iter().rev().take(2 * REACH).filter_map(|(_, who)| who.as_ref()).find(outlet).cloned();
        }
        let lower: Vec<String> = parts.iter().map(|part| part.to_lowercase()).collect();
        if let Some(entity) = self.entity_as(&lower, source.start) {
            return self.entity(entity, speaker.kind);
        }
        if is(REFERENCES.companies) {
            return self.only_body(source.start);
        }
        // `The 67-year-old chairman`, `the Italian`: told of somebody whom the sentence before names.
        let told_apart = parts.iter().any(|part| part.starts_with(char::is_uppercase) || part.contains("-year-old"));
        let singular =
            speaker.kind == SourceKind::Unnamed && speaker.count == Some(1) || parts.len() == 1 && told_apart;
        if told_apart && singular { self.person(None, candidate, source.start, told) } else { None }
    }

    /// The two persons that the sentences before name, where they are two: `the two ministers`.
    fn both(&self, at: usize) -> Option<Who> {
        let names = self.back(at).flat_map(|sentence| self.names(sentence, &[]));
        let mut persons: Vec<usize> =
            names.filter(|name| name.kind == EntityKind::Person).map(|name| name.entity).collect();
        persons.sort_unstable();
        persons.dedup();
        let [one, other] = persons.as_slice() else { return None };
        let name = format!("{} and {}", self.entities[*one].name, self.entities[*other].name);
        Some(Who { name, kind: SourceKind::Named, count: None, entity: None })
    }

    /// An earlier source of the same noun without a name of its own: `A ministry official … The official`.
    fn told_as(noun: &str, told: Told<'_>) -> Option<Who> {
        let singular = |word: &str| word.trim_end_matches('s').to_owned();
        let wanted = singular(noun);
        let same = |who: &&Who| {
            let head = who.name.split(" who ").next().unwrap_or_default();
            who.entity.is_none()
                && who.kind == SourceKind::Unnamed
                && head
                    .split(|character: char| !character.is_alphanumeric())
                    .any(|word| singular(&word.to_lowercase()) == wanted)
        };
        told.iter().rev().take(2 * REACH).filter_map(|(_, who)| who.as_ref()).find(same).cloned()
    }

    /// The entity whose name or role has all of `words`, the one mentioned last before `at`.
    fn entity_as(&self, words: &[String], at: usize) -> Option<usize> {
        const NAMES: usize = 60;
        const ROLES: usize = 4;
        let has_all = |phrase: &str| {
            let phrase = phrase.to_lowercase();
            let has =
                |word: &String| phrase.split(|character: char| !character.is_alphanumeric()).any(|part| part == word);
            words.iter().all(has)
        };
        // `The firm` is not the founder of the firm.
        let own = |role: &str| {
            let ends = [" of ", " for ", " at ", " in ", ","].iter().filter_map(|end| role.find(end)).min();
            has_all(&role[..ends.unwrap_or(role.len())])
        };
        let before = self.mentions.partition_point(|mention| mention.span.start() < at);
        let fits = |mention: &&Mention| {
            let entity = &self.entities[mention.entity];
            let role =
                entity.roles.iter().take(ROLES).any(|role| role.span.start() < at && own(self.text.slice(role.span)));
            role || (entity.kind == EntityKind::Organisation && has_all(&entity.name))
        };
        self.mentions[..before].iter().rev().take(NAMES).find(fits).map(|mention| mention.entity)
    }

    /// The one body that the sentences before name, where it is only one.
    fn only_body(&self, at: usize) -> Option<Who> {
        let names = self.back(at).flat_map(|sentence| self.names(sentence, &[]));
        let mut bodies = names.filter(|name| name.kind == EntityKind::Organisation).map(|name| name.entity);
        let first = bodies.next()?;
        bodies.all(|other| other == first).then(|| self.entity(first, SourceKind::Organisation))?
    }
}

/// True for words between a noun and a name that is not its own: `an aide to Jane Roe`.
fn is_preposition(word: &str) -> bool {
    "to of for with from in at by on near about against under and".split(' ').any(|preposition| preposition == word)
}

/// What the title or role of a name shows: `Mrs. Roe`, `his sister, Jane Roe`, `Jane Roe, a spokeswoman`.
fn gender_beside(text: &Text, mention: &Mention) -> Option<Gender> {
    const NEAR: usize = 30;
    let start = mention.span.start();
    let from = text.as_str().floor_char_boundary(start.saturating_sub(NEAR));
    let before = text.as_str()[from..start].rsplit([';', '\n']).next().unwrap_or_default();
    let role = mention.role.as_ref().map_or("", |role| text.slice(role.span));
    let beside = before.split_whitespace().rev().take(2).chain(role.split_whitespace());
    let shown = |word: &str| {
        let word = word.trim_matches(|character: char| !character.is_alphanumeric()).to_lowercase();
        let is = |list: &str| list.split(' ').any(|shown| shown == word);
        match () {
            () if is(REFERENCES.female) => Some(Gender::Female),
            () if is(REFERENCES.male) => Some(Gender::Male),
            () => None,
        }
    };
    beside.into_iter().find_map(shown)
}
