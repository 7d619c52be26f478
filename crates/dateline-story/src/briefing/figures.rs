//! The figures of a story, with what they measure and who gives them.

use std::collections::{BTreeMap, BTreeSet};

use dateline_model::{Cited, Claim, Figure, KeyFigure, Span};

use crate::TimelineReport;
use crate::places::{around, covers, is_furniture};
use crate::words::{Words, hash64, normal_form};

/// So many are told.
const MOST: usize = 16;

struct Met {
    figure: KeyFigure,
    reports: BTreeSet<usize>,
    /// Of a report that copies no other.
    own: bool,
    /// A number in words, as in `two allies`: no figure of the story where one report alone has it.
    in_passing: bool,
}

/// The figures that measure something, those of most reports first; the same figure of the same thing once.
pub fn of(reports: &[TimelineReport<'_>], copy_of: &[Option<usize>]) -> Vec<KeyFigure> {
    let mut met: BTreeMap<(u64, &str, u64), Met> = BTreeMap::new();
    for (number, report) in reports.iter().enumerate() {
        let text = &report.article.text;
        let own = copy_of.get(number).copied().flatten().is_none();
        for figure in &report.annotations.figures {
            let (Some(of), Some(sentence)) = (figure.of, around(report, figure.span)) else { continue };
            let of_source =
                |claim: &Claim| claim.source.as_ref().is_some_and(|source| covers(source.span, figure.span));
            // How many sources there are is told with what they say.
            if is_furniture(report, sentence) || report.annotations.claims.iter().any(of_source) {
                continue;
            }
            // What is counted tells counts apart; of shares and sums, one story has no two alike.
            let counted = if figure.unit == "count" { thing(text.slice(of)) } else { 0 };
            let key = (figure.value.to_bits(), figure.unit, counted);
            let new = || Met {
                figure: KeyFigure {
                    figure: Cited { report: number, span: figure.span },
                    of: Some(of),
                    sentence,
                    source: source(report, figure),
                    reports: 0,
                },
                reports: BTreeSet::new(),
                own,
                in_passing: figure.unit == "count" && text.slice(figure.span).chars().all(char::is_alphabetic),
            };
            let known = met.entry(key).or_insert_with(new);
            if own && !known.own {
                *known = Met { reports: std::mem::take(&mut known.reports), ..new() };
            }
            known.reports.insert(number);
        }
    }
    let mut figures: Vec<KeyFigure> = met
        .into_values()
        .filter(|met| !met.in_passing || met.reports.len() > 1)
        .map(|met| KeyFigure { reports: met.reports.len(), ..met.figure })
        .collect();
    let weight = |figure: &KeyFigure| (figure.reports, figure.source.is_some());
    figures.sort_by(|a, b| weight(b).cmp(&weight(a)).then(a.figure.cmp(&b.figure)));
    figures.truncate(MOST);
    figures
}

/// What is measured, whatever the order and style of its words.
fn thing(words: &str) -> u64 {
    let mut form = String::new();
    let stops = crate::stops::of("en");
    Words::new(words).fold(0u64, |all, word| {
        normal_form(word.surface, &mut form);
        if stops.has(&form) { all } else { all ^ hash64(&form) }
    })
}

/// Who gives the figure: the source of the widest claim whose content holds it. What others ask for within it is told by its
/// sentence.
fn source(report: &TimelineReport<'_>, figure: &Figure) -> Option<String> {
    let claims = report.annotations.claims.iter();
    let around = claims.filter_map(|claim| {
        let part = claim.content.iter().find(|part| covers(**part, figure.span))?;
        Some((part, claim.source.as_ref()?))
    });
    let length = |part: &Span| part.end() - part.start();
    around.max_by_key(|(part, _)| length(part)).map(|(_, source)| source.name.clone())
}
