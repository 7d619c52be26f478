//! What is reported: propositions by how much stands behind them, each told by its best sentence.

use std::collections::BTreeSet;

use dateline_model::{Cited, Fact, Proposition, Span, Stance};

use super::sentences::worth;
use crate::TimelineReport;
use crate::origins::Tracer;

/// So many facts are told.
const MOST: usize = 14;
/// What each report, outlet and independent origin beyond the first adds to a fact.
const REPORT: f32 = 1.0;
const OUTLET: f32 = 0.5;
const ORIGIN: f32 = 1.0;
/// A fact at the head of a report counts so much more than one down this many sentences.
const LEAD: f32 = 4.0;
/// A sentence less fit to stand alone is left out.
const LEAST_WORTH: f32 = 0.6;

struct Ranked {
    fact: Fact,
    score: f32,
    /// How fit it is to stand over all others: what most reports begin with.
    head: f32,
}

/// The facts of a story, most behind them first. The first one is its headline.
pub fn of(
    reports: &[TimelineReport<'_>],
    propositions: &[Proposition],
    tracer: &Tracer,
    copy_of: &[Option<usize>],
    is_new: &impl Fn(usize) -> bool,
) -> Vec<Fact> {
    let said_new = |proposition: &&Proposition| proposition.statements.iter().all(|said| is_new(said.report));
    let mut ranked: Vec<Ranked> = propositions
        .iter()
        .filter(said_new)
        .filter_map(|proposition| rank(reports, proposition, tracer, copy_of))
        .collect();
    let place = |ranked: &Ranked| ranked.fact.sentence;
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(place(a).cmp(&place(b))));
    let heads = (0..ranked.len()).max_by(|&a, &b| ranked[a].head.total_cmp(&ranked[b].head).then(b.cmp(&a)));
    if let Some(head) = heads {
        let head = ranked.remove(head);
        ranked.insert(0, head);
    }
    let mut told: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut facts = Vec::new();
    for Ranked { fact, .. } in ranked {
        let places = std::iter::once(fact.sentence).chain(fact.also.iter().copied());
        let places: Vec<(usize, usize)> = places.map(|cited| (cited.report, cited.span.start())).collect();
        // Two propositions of one sentence are told by it once.
        if !told.contains(&places[0]) {
            told.extend(places);
            facts.push(fact);
        }
        if facts.len() == MOST {
            break;
        }
    }
    facts
}

fn rank(
    reports: &[TimelineReport<'_>],
    proposition: &Proposition,
    tracer: &Tracer,
    copy_of: &[Option<usize>],
) -> Option<Ranked> {
    let statements = &proposition.statements;
    let lead = |report: usize, sentence: Span| {
        let place = reports[report].annotations.sentences.partition_point(|other| other.start() < sentence.start());
        LEAD / (LEAD + place as f32)
    };
    // A sentence of the first to tell it is worth more than that of a copy, and the middling one more than others.
    let fit = |at: usize| {
        let said = &statements[at];
        let own = if copy_of.get(said.report).copied().flatten().is_none() { 1.0 } else { 0.8 };
        let middling = if at == proposition.representative { 1.1 } else { 1.0 };
        worth(&reports[said.report], said.sentence) * own * middling * (0.5 + lead(said.report, said.sentence) / 2.0)
    };
    let sound = |at: &usize| worth(&reports[statements[*at].report], statements[*at].sentence) >= LEAST_WORTH;
    let told = (0..statements.len()).filter(|&at| statements[at].stance == Stance::Asserts).filter(sound);
    let best = told.max_by(|&a, &b| fit(a).total_cmp(&fit(b)).then(b.cmp(&a)))?;
    let cited = |at: usize| Cited { report: statements[at].report, span: statements[at].sentence };
    let mut others = BTreeSet::from([statements[best].report]);
    let also = (0..statements.len()).filter(|&at| others.insert(statements[at].report)).map(cited).collect();
    let at_most = tracer.at_most(statements);
    let beyond = |count: usize, weight: f32| weight * (count.saturating_sub(1) as f32).sqrt();
    let behind = beyond(proposition.reports, REPORT) + beyond(proposition.outlets, OUTLET) + beyond(at_most, ORIGIN);
    // What several reports begin with matters more than what one does.
    let places = statements.iter().map(|said| lead(said.report, said.sentence));
    let first = places.sum::<f32>() / statements.len().max(1) as f32;
    let fact = Fact { sentence: cited(best), also, outlets: proposition.outlets, at_most };
    let carried = proposition.reports as f32 + OUTLET * proposition.outlets as f32;
    Some(Ranked { fact, score: (1.0 + behind) * (0.2 + first), head: carried * first * first })
}
