//! Statements as what somebody or something does or is, with what stands beside it.

use dateline_model::{Clause, Function, Mode, Slot, Span, Stance, Statement};

use crate::TimelineReport;
use crate::stops;
use crate::thesaurus::{self, Effect, Sense, Thesaurus, Trait};
use crate::told::{any_alike, language};
use crate::words::{WordKind, Words};

/// A word with its particles is found within so many words.
const LONGEST: usize = 5;
/// A chain of verbs is followed no further than this.
const CHAIN: usize = 4;
/// A statement has no more of them than this.
const MOST: usize = 24;

/// One verb or noun with what stands in it.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The word that tells it.
    pub head: Span,
    /// The stem of its base form.
    pub base: u32,
    /// What it may mean.
    pub senses: Vec<Sense>,
    /// True of a noun.
    pub nominal: bool,
    /// Said not to be so.
    pub negated: bool,
    /// How sure it is.
    pub mode: Mode,
    /// Who does it or is it; of a noun, whose it is.
    pub subject: Option<Argument>,
    /// To whom or what it is done.
    pub object: Option<Argument>,
    /// What stands behind prepositions, with these; and what is part of a name, without.
    pub beside: Vec<(String, Argument)>,
    /// All words of it.
    pub words: Span,
    /// No verb that changes what it says stands above it in the statement.
    pub top: bool,
    /// Another verb is its complement: `continued to warn`.
    pub governs: bool,
}

/// One thing in a frame.
#[derive(Clone, Debug)]
pub struct Argument {
    /// The stem of the base form of its head.
    pub head: u32,
    /// Its head.
    pub span: Span,
    /// All its words.
    pub words: Span,
    /// The words in it that are written as names, in small letters.
    pub names: Vec<String>,
    /// Those of them that only say whose it is.
    pub owners: Vec<String>,
    /// The stems of the base forms of all its words that say something.
    pub bases: Vec<u32>,
    /// Its head is a name.
    pub proper: bool,
    /// It stands for something named elsewhere, and nothing shows for what.
    pub pronoun: bool,
    /// It stands for the source of the statement.
    pub speaker: bool,
}

/// How two things stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The words name two things.
    Apart,
    /// The words leave it open.
    Open,
    /// Of one kind, and nothing tells them apart.
    Alike,
    /// The words name one thing.
    Same,
}

/// Words that stand for something named elsewhere.
const PRONOUNS: &[&str] = &[
    "he",
    "she",
    "it",
    "they",
    "him",
    "her",
    "them",
    "we",
    "us",
    "i",
    "you",
    "who",
    "which",
    "that",
    "this",
    "these",
    "those",
    "his",
    "its",
    "their",
    "itself",
    "himself",
    "themselves",
    "one",
    "others",
    "some",
    "both",
    "all",
    "what",
];

/// The frames of a statement, in the order of their words.
pub fn read(report: &TimelineReport<'_>, statement: &Statement) -> Vec<Frame> {
    let found = report.annotations;
    let thesaurus = thesaurus::of(language(report));
    let span = statement.span;
    let first = found.clauses.partition_point(|clause| clause.head.start() < span.start());
    let own: Vec<(usize, &Clause)> = (first..found.clauses.len())
        .map(|at| (at, &found.clauses[at]))
        .take_while(|(_, clause)| clause.head.end() <= span.end())
        .take(MOST)
        .collect();
    let reader = Reader { report, statement, thesaurus, stops: stops::of(language(report)) };
    let mut frames: Vec<Frame> = own
        .iter()
        .flat_map(|&(at, clause)| {
            let governs = own.iter().any(|(_, other)| other.under == Some(at));
            reader.frames(clause, governs)
        })
        .collect();
    frames.sort_by_key(|frame| frame.head);
    frames
}

struct Reader<'a> {
    report: &'a TimelineReport<'a>,
    statement: &'a Statement,
    thesaurus: &'static Thesaurus,
    stops: &'static stops::Stops,
}

impl Reader<'_> {
    fn slice(&self, span: Span) -> &str {
        self.report.article.text.slice(span)
    }

    fn frames(&self, clause: &Clause, governs: bool) -> Vec<Frame> {
        let (effect, top) = self.governed(clause);
        let slot = |function: Function| clause.slots.iter().find(|slot| slot.function == function);
        let argument = |function: Function| slot(function).map(|slot| self.argument(slot));
        let beside = clause.slots.iter().filter(|slot| matches!(slot.function, Function::Oblique | Function::Modifier));
        let link = |slot: &Slot| slot.link.map(|link| self.slice(link).to_lowercase()).unwrap_or_default();
        let (base, mut senses) = self.meaning(clause.head, clause.particle);
        senses.extend(
            self.with_links(clause, base).into_iter().filter(|sense| !senses.contains(sense)).collect::<Vec<Sense>>(),
        );
        let mode = match effect {
            Effect::Open => Mode::Open,
            Effect::Future if clause.mode == Mode::Fact => Mode::Future,
            _ => clause.mode,
        };
        let frame = Frame {
            head: clause.head,
            base,
            senses,
            nominal: clause.nominal,
            negated: clause.negated != (effect == Effect::Denied),
            mode,
            subject: argument(Function::Subject),
            object: argument(Function::Object),
            beside: beside.map(|slot| (link(slot), self.argument(slot))).collect(),
            words: clause.words,
            top,
            governs,
        };
        let mut frames = vec![frame];
        // `Was dead`, `left 14 dead`: what somebody is, is told by the complement.
        if let Some(complement) = slot(Function::Complement) {
            let (base, senses) = self.meaning(complement.head, None);
            let frame = &frames[0];
            let whose = frame.object.clone().or_else(|| frame.subject.clone());
            let mut beside = frame.beside.clone();
            let clauses = &self.report.annotations.clauses;
            let noun = clauses.binary_search_by_key(&complement.head, |clause| clause.head).ok().map(|at| &clauses[at]);
            beside.extend(noun.into_iter().flat_map(|noun| &noun.slots).map(|slot| (link(slot), self.argument(slot))));
            frames.push(Frame {
                head: complement.head,
                base,
                senses,
                subject: whose,
                object: None,
                beside,
                ..frame.clone()
            });
        }
        frames
    }

    /// What a word means with those behind it.
    fn meaning(&self, head: Span, particle: Option<Span>) -> (u32, Vec<Sense>) {
        let behind = self.report.article.text.as_str().get(head.start()..).unwrap_or_default();
        let words = Words::new(behind).take(LONGEST).map(|word| self.thesaurus.base(word.surface));
        let mut bases: Vec<u32> = words.collect();
        if bases.is_empty() {
            bases.push(self.thesaurus.base(self.slice(head)));
        }
        let (mut senses, length) = self.thesaurus.senses(&bases);
        if let Some(particle) = particle.filter(|_| length < 2) {
            let (others, length) = self.thesaurus.senses(&[bases[0], self.thesaurus.base(self.slice(particle))]);
            if length > 1 {
                senses = others;
            } else {
                // Another verb, of which nothing is known.
                senses.clear();
            }
        }
        (bases[0], senses)
    }

    /// What a verb means with what stands behind its object: `moved 300 people out of`.
    fn with_links(&self, clause: &Clause, base: u32) -> Vec<Sense> {
        let text = self.report.article.text.as_str();
        let links = clause.slots.iter().filter_map(|slot| slot.link).filter(|_| !clause.nominal);
        let found = links.filter_map(|link| {
            let before = text.get(clause.head.end()..link.start())?.split_whitespace().next_back()?;
            let link = self.thesaurus.base(self.slice(link));
            let (senses, length) = self.thesaurus.senses(&[base, self.thesaurus.base(before), link]);
            (length > 2).then_some(senses)
        });
        found.flatten().collect()
    }

    /// What the verbs above make of a clause, and whether there is none in the statement.
    fn governed(&self, clause: &Clause) -> (Effect, bool) {
        let (mut effect, mut at, mut top) = (Effect::None, clause, true);
        for _ in 0..CHAIN {
            let Some(above) = at.under.and_then(|under| self.report.annotations.clauses.get(under)) else { break };
            if above.head.start() < self.statement.span.start() || above.head.end() > self.statement.span.end() {
                break;
            }
            let (base, _) = self.meaning(above.head, above.particle);
            let own = self.thesaurus.effect(base);
            effect = match (effect, own) {
                (Effect::Open, _) | (_, Effect::Open) => Effect::Open,
                (Effect::Denied, Effect::Denied) => Effect::None,
                (Effect::Denied, _) | (_, Effect::Denied) => Effect::Denied,
                (Effect::Future, _) | (_, Effect::Future) => Effect::Future,
                _ => Effect::None,
            };
            if above.negated {
                effect = if effect == Effect::Denied { Effect::None } else { Effect::Denied };
            }
            if above.mode == Mode::Open {
                effect = Effect::Open;
            }
            top &= own == Effect::None;
            at = above;
        }
        (effect, top)
    }

    fn argument(&self, slot: &Slot) -> Argument {
        let head = self.slice(slot.head);
        let pronoun = PRONOUNS.contains(&head.to_lowercase().as_str());
        let source = self.statement.source.as_ref().filter(|_| pronoun);
        let (core, core_start) = self.core(slot);
        // What says `we` or `it` in its own words is mostly itself.
        let (names, owners) = match source {
            Some(source) => self.names(&source.name, None),
            None => self.names(core, Some(core_start)),
        };
        let name =
            source.filter(|source| source.entity.is_some()).and_then(|source| source.name.split_whitespace().last());
        let bases = Words::new(core).filter(|word| !self.stops.has(&word.surface.to_lowercase()));
        Argument {
            head: self.thesaurus.base(name.unwrap_or(head)),
            span: slot.head,
            words: slot.words,
            bases: bases.map(|word| self.thesaurus.base(word.surface)).collect(),
            proper: name.is_some() || head.starts_with(char::is_uppercase) && names.contains(&head.to_lowercase()),
            pronoun: pronoun && source.is_none(),
            speaker: source.is_some(),
            names,
            owners,
        }
    }

    /// The words of a thing without clauses about it, and where they begin: what is cut off by `who` and the like, and by
    /// commas, unless a name stands there.
    fn core(&self, slot: &Slot) -> (&str, usize) {
        let words = self.slice(slot.words);
        let head = slot.head.start().saturating_sub(slot.words.start());
        let end =
            RELATIVE.iter().filter_map(|word| words.match_indices(word).map(|(at, _)| at).find(|&at| at > head)).min();
        let words = &words[..end.unwrap_or(words.len())];
        let (mut from, mut to) = (0, words.len());
        for (comma, _) in words.match_indices(", ") {
            let named = words[comma + 2..].starts_with(char::is_uppercase);
            if comma < head
                && !words[from..].starts_with(char::is_uppercase)
                && words[from..comma].split(' ').count() > LEAD
            {
                from = comma + 2;
            } else if comma > head && !named {
                to = to.min(comma);
            }
        }
        (words.get(from..to).unwrap_or(words), slot.words.start() + from)
    }

    /// The words of `words` that are written as names; those that only begin the sentence are none, where it is known where
    /// in the text they begin.
    fn names(&self, words: &str, from: Option<usize>) -> (Vec<String>, Vec<String>) {
        let text = self.slice(self.statement.sentence);
        let blank = text.len() - text.trim_start_matches(|letter: char| !letter.is_alphanumeric()).len();
        let opening = self.statement.sentence.start() + blank;
        let mentioned = || {
            let mentions = &self.report.annotations.mentions;
            let at = mentions.partition_point(|mention| mention.span.end() <= opening);
            mentions.get(at).is_some_and(|mention| mention.span.start() <= opening)
        };
        let is_name = |at: usize| from.is_none_or(|from| from + at != opening || mentioned());
        let found = Words::new(words)
            .filter(|word| word.kind == WordKind::Capital && is_name(word.start))
            .map(|word| (word.surface.to_lowercase(), word.end > word.start + word.surface.len()))
            .filter(|(word, _)| word.len() > 2 && !OPENING.contains(&word.as_str()));
        let (owners, names): (Vec<_>, Vec<_>) = found.partition(|(_, owner)| *owner);
        let words = |found: Vec<(String, bool)>| found.into_iter().map(|(word, _)| word).collect();
        (words(names), words(owners))
    }
}

/// Words that open a clause about the thing before them.
const RELATIVE: &[&str] = &[" who ", " which ", " that ", " whose ", " where ", " when "];
/// A thing has no more words than these before a comma inside it, unless they are a name.
const LEAD: usize = 6;

/// Words that begin phrases, whose capital makes no names of them.
const OPENING: &[&str] =
    &["the", "its", "their", "his", "her", "our", "this", "that", "these", "those", "all", "some", "another"];

impl Frame {
    /// How what it tells stands to what another tells: the same, or another value of one field; `None` where neither.
    pub fn meets(&self, other: &Frame) -> Option<Meeting> {
        let light = |frame: &Frame| frame.senses.iter().any(|sense| sense.of == Trait::Light);
        if self.base == other.base && !light(self) && !light(other) {
            return Some(Meeting::Same);
        }
        let pairs = self.senses.iter().flat_map(|one| other.senses.iter().map(move |other| (one, other)));
        let mut found = None;
        for (one, other) in pairs.filter(|(one, other)| one.field == other.field && one.of != Trait::Light) {
            if one.value == other.value {
                return Some(Meeting::Same);
            }
            found = Some(Meeting::Opposed(one.of));
        }
        found
    }

    /// Its senses of one kind.
    pub fn sense(&self, of: Trait) -> Option<Sense> {
        self.senses.iter().find(|sense| sense.of == of).copied()
    }

    /// What stands behind a preposition.
    pub fn behind(&self, link: &str) -> Option<&Argument> {
        self.beside.iter().find(|(other, _)| other == link).map(|(_, argument)| argument)
    }

    /// Who does it; of a noun without an owner, what stands behind `of` and the like.
    pub fn doer(&self) -> Option<&Argument> {
        let of = || ["of", "between", "by"].into_iter().find_map(|link| self.behind(link)).filter(|_| self.nominal);
        of().or(self.subject.as_ref())
    }

    /// What it befalls: the object, where there is none the subject.
    pub fn theme(&self) -> Option<&Argument> {
        self.object.as_ref().or(self.subject.as_ref())
    }

    /// The things in it.
    pub fn arguments(&self) -> impl Iterator<Item = &Argument> {
        self.subject.iter().chain(&self.object).chain(self.beside.iter().map(|beside| &beside.1))
    }
}

/// How two deeds stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meeting {
    /// One deed.
    Same,
    /// Deeds that exclude each other, of a field of this kind.
    Opposed(Trait),
}

/// How two things of statements in one language stand to each other.
pub fn likeness(thesaurus: &Thesaurus, one: &Argument, other: &Argument) -> Likeness {
    if one.pronoun || other.pronoun {
        return Likeness::Open;
    }
    let named = any_alike(&one.names, &other.names);
    let all = |argument: &Argument| [&argument.names[..], &argument.owners[..]].concat();
    let anybody = thesaurus.is_anybody(one.head) || thesaurus.is_anybody(other.head);
    match (one.proper, other.proper) {
        (true, true) if named => Likeness::Same,
        (true, true) => Likeness::Apart,
        (false, false) if thesaurus.alike(one.head, other.head) => {
            let (one, other) = (all(one), all(other));
            match () {
                () if any_alike(&one, &other) => Likeness::Same,
                () if one.is_empty() || other.is_empty() => Likeness::Alike,
                () => Likeness::Apart,
            }
        }
        (false, false) if !anybody => Likeness::Apart,
        (false, false) => Likeness::Open,
        _ if named => Likeness::Same,
        _ => Likeness::Open,
    }
}

/// The same, where both are given; else it is open.
pub fn pair(thesaurus: &Thesaurus, one: Option<&Argument>, other: Option<&Argument>) -> Likeness {
    one.zip(other).map_or(Likeness::Open, |(one, other)| likeness(thesaurus, one, other))
}

/// True of a statement that says that something is so.
pub fn asserts(statement: &Statement) -> bool {
    statement.stance == Stance::Asserts
}
