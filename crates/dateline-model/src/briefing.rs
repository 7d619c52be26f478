//! The explainer of a story: what its reports say, in their own sentences, each with its place.

use crate::{Conflict, EntityKind, Origins, Span};

/// Words of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cited {
    /// The report, by its place in the list of reports.
    pub report: usize,
    /// Where they stand in it.
    pub span: Span,
}

/// Something that reports say, each thing once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The sentence that tells it best.
    pub sentence: Cited,
    /// Where others say the same, one place a report.
    pub also: Vec<Cited>,
    /// How many outlets say it.
    pub outlets: usize,
    /// How many independent origins stand behind it, at most.
    pub at_most: usize,
}

/// Someone who plays a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Player {
    /// The fullest name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// What reports say that it is, in their words; those of most reports first.
    pub roles: Vec<Cited>,
    /// How many reports name it.
    pub reports: usize,
    /// How many claims are its own.
    pub claims: usize,
}

/// A figure with what it measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFigure {
    /// Number and unit, as written.
    pub figure: Cited,
    /// What it measures, in the words of the same report.
    pub of: Option<Span>,
    /// The sentence it stands in.
    pub sentence: Span,
    /// Who says so, where the report names somebody.
    pub source: Option<String>,
    /// How many reports have the same figure.
    pub reports: usize,
}

/// A day, month or year with what it is told by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefingDay {
    /// As ISO 8601 writes it: `2025-07-01`, `2025-07`, `2025`.
    pub date: String,
    /// The sentences that tell it best, best first.
    pub sentences: Vec<Cited>,
    /// True where it lies behind the newest report.
    pub planned: bool,
}

/// A question that a report asks, with the sentences that follow it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The question.
    pub question: Cited,
    /// What follows.
    pub answer: Vec<Cited>,
}

/// A briefing over the reports of one story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Briefing {
    /// The fact that most stands on.
    pub headline: Option<Fact>,
    /// What else is reported, most independent origins first.
    pub known: Vec<Fact>,
    /// Where accounts differ.
    pub contested: Vec<Conflict>,
    /// What nobody would say, and what reports say is not known.
    pub unknown: Vec<Cited>,
    /// Persons and organisations, those with most claims and reports first.
    pub players: Vec<Player>,
    /// Figures, those of most reports first.
    pub figures: Vec<KeyFigure>,
    /// What lies further back.
    pub background: Vec<BriefingDay>,
    /// What happened when, oldest first.
    pub timeline: Vec<BriefingDay>,
    /// Questions that reports ask and answer.
    pub questions: Vec<Answered>,
    /// What stands behind the reports.
    pub origins: Origins,
    /// True where only what is new to the reader is told.
    pub is_partial: bool,
}

impl Briefing {
    /// Every sentence of it, in the order in which a reader meets them: the numbers of references follow from it.
    pub fn cited(&self) -> impl Iterator<Item = Cited> + '_ {
        let facts = self.headline.iter().chain(&self.known);
        let of_facts = facts.flat_map(|fact| std::iter::once(fact.sentence).chain(fact.also.iter().copied()));
        let sides = self.contested.iter().flat_map(|conflict| &conflict.sides).flat_map(|side| &side.voices);
        let contested = sides.map(|voice| Cited { report: voice.statement.report, span: voice.statement.sentence });
        let roles = self.players.iter().flat_map(|player| player.roles.iter().copied());
        let figures = self.figures.iter().map(|figure| Cited { report: figure.figure.report, span: figure.sentence });
        let days = self.background.iter().chain(&self.timeline).flat_map(|day| day.sentences.iter().copied());
        let questions = self
            .questions
            .iter()
            .flat_map(|answered| std::iter::once(answered.question).chain(answered.answer.iter().copied()));
        let first = of_facts.chain(contested).chain(self.unknown.iter().copied());
        first.chain(roles).chain(figures).chain(days).chain(questions)
    }
}
