//! Propositions of small stories.

use dateline_model::{Annotations, Article, Text};
use proptest::prelude::*;

use super::propositions;
use crate::TimelineReport;

/// A report whose sentences are the lines of `text`.
fn report(outlet: &str, text: &str) -> (Article, Annotations) {
    let mut article = Article::of(Text::new(text));
    article.outlet = Some(outlet.to_owned());
    let sentences: Vec<_> = article.text.lines().collect();
    (article, Annotations { sentences, ..Annotations::default() })
}

fn views(reports: &[(Article, Annotations)]) -> Vec<TimelineReport<'_>> {
    reports.iter().map(|(article, annotations)| TimelineReport { article, annotations }).collect()
}

#[test]
fn what_two_reports_say_is_one_proposition() {
    let reports = [
        report("Harbour Courier", "Cracks were found in the Norden bridge.\nThe mayor of Norden urged patience."),
        report("Harbour Courier", "In the Norden bridge cracks have been found.\nCracks were not found in the tunnel."),
        report("Eastern Star", "The tunnel was closed."),
    ];
    let found = propositions(&views(&reports));
    let counts: Vec<(usize, usize, usize)> =
        found.iter().map(|one| (one.statements.len(), one.reports, one.outlets)).collect();
    assert_eq!(counts, [(2, 2, 1), (1, 1, 1), (1, 1, 1), (1, 1, 1)]);
}

#[test]
fn what_a_report_says_twice_counts_once() {
    let reports = [report("Eastern Star", "Cracks were found in the bridge.\nCracks were found in the bridge.")];
    assert_eq!(propositions(&views(&reports)).len(), 1);
    assert!(propositions(&[]).is_empty());
}

proptest! {
    #[test]
    fn every_statement_is_in_one_proposition_and_inside_its_text(
        texts in prop::collection::vec("([A-Z]?[a-z’é]{2,7}[ ,.]{1,2}(said|not|12)? ?){0,9}\n([A-Z][a-z]{2,5} ){0,4}", 0..5),
    ) {
        let reports: Vec<_> = texts.iter().map(|text| report("Outlet", text)).collect();
        let views = views(&reports);
        let found = propositions(&views);
        prop_assert_eq!(&found, &propositions(&views));
        let mut spans: Vec<_> = found.iter().flat_map(|one| &one.statements).map(|one| (one.report, one.span)).collect();
        let all = spans.len();
        spans.sort_unstable();
        spans.dedup();
        prop_assert_eq!(spans.len(), all);
        prop_assert!(spans.iter().all(|&(report, span)| !reports[report].0.text.slice(span).is_empty()));
        let _ = crate::conflicts(&views, &found);
    }
}
