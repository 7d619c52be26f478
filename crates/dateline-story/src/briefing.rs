//! The explainer of a story: taken sentence by sentence from its reports.

mod facts;
mod figures;
mod players;
mod questions;
mod sentences;
mod unknown;

use dateline_model::{Briefing, BriefingDay, Cited};

use crate::origins::{Ownership, Tracer};
use crate::timeline::{TimelineDay, background, timeline};
use crate::{TimelineReport, conflicts, propositions};

/// So many days of the timeline, and sentences of each.
const DAYS: usize = 24;
const SENTENCES: usize = 2;
/// So many months and years of background.
const PERIODS: usize = 6;

/// What a briefing is made with, beside its reports.
#[derive(Debug)]
pub struct BriefingSettings<'a> {
    /// For each report the one it copies, by its place in the list.
    pub copy_of: &'a [Option<usize>],
    /// Who owns which outlets.
    pub ownership: &'a Ownership,
    /// For each report whether it is new to the reader: only what new reports said first is told; all where `None`.
    pub new: Option<&'a [bool]>,
}

/// The briefing over the reports of one story, which stand in the order of their publication. Every sentence of it stands in
/// a report; none is written here. Takes time near to linear in the length of the reports.
#[must_use]
pub fn briefing(reports: &[TimelineReport<'_>], settings: &BriefingSettings<'_>) -> Briefing {
    let tracer = Tracer::new(reports, settings.copy_of, settings.ownership);
    let propositions = propositions(reports);
    let mut contested = conflicts(reports, &propositions);
    let is_new = |report: usize| settings.new.is_none_or(|new| new.get(report).copied().unwrap_or(true));
    contested.retain(|conflict| {
        let mut voices = conflict.sides.iter().flat_map(|side| &side.voices);
        settings.new.is_none() || voices.any(|voice| is_new(voice.statement.report))
    });
    let mut facts = facts::of(reports, &propositions, &tracer, settings.copy_of, &is_new);
    let headline = (!facts.is_empty()).then(|| facts.remove(0));
    let fresh = |cited: &Cited| is_new(cited.report);
    Briefing {
        headline,
        known: facts,
        contested,
        unknown: unknown::of(reports).into_iter().filter(fresh).collect(),
        players: players::of(reports),
        figures: figures::of(reports, settings.copy_of).into_iter().filter(|figure| fresh(&figure.figure)).collect(),
        background: days(reports, background(reports, PERIODS, SENTENCES)),
        timeline: days(reports, timeline(reports, Some(DAYS), SENTENCES)),
        questions: questions::of(reports).into_iter().filter(|answered| fresh(&answered.question)).collect(),
        origins: tracer.finish(),
        is_partial: settings.new.is_some(),
    }
}

fn days(reports: &[TimelineReport<'_>], days: Vec<TimelineDay>) -> Vec<BriefingDay> {
    let place = |id| reports.iter().position(|report| report.article.id == id);
    let day = |day: TimelineDay| {
        let sentences = day.sentences.into_iter();
        let sentences = sentences.filter_map(|told| Some(Cited { report: place(told.article)?, span: told.span }));
        BriefingDay { date: day.date.to_string(), sentences: sentences.collect(), planned: day.planned }
    };
    days.into_iter().map(day).filter(|day| !day.sentences.is_empty()).collect()
}
