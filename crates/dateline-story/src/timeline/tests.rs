//! Timelines of small stories.

use dateline_model::{Annotations, Article, ArticleId, Text, TimeKind, TimeRef};
use proptest::prelude::*;

use super::{TimelineDay, TimelineReport, background, timeline};

/// A report whose sentences are the lines of `text`; a day written out in it is a time.
fn report(id: &str, published: Option<&str>, text: &str) -> (Article, Annotations) {
    let mut article = Article::of(Text::new(text));
    article.id = ArticleId::new(id);
    article.published = published.map(|day| day.parse().unwrap());
    let sentences: Vec<_> = article.text.lines().collect();
    let words = text.match_indices("20").filter_map(|(at, _)| {
        let value: String =
            text[at..].chars().take_while(|&character| character.is_ascii_digit() || character == '-').collect();
        let span = article.text.span(at..at + value.len())?;
        Some(TimeRef { span, value, kind: TimeKind::Date })
    });
    let times = words.collect();
    (article, Annotations { sentences, times, ..Annotations::default() })
}

fn views(reports: &[(Article, Annotations)]) -> Vec<TimelineReport<'_>> {
    reports.iter().map(|(article, annotations)| TimelineReport { article, annotations }).collect()
}

fn told(reports: &[(Article, Annotations)], dates: Option<usize>, sentences: usize) -> Vec<String> {
    written(reports, &timeline(&views(reports), dates, sentences))
}

/// Each entry as a line.
fn written(reports: &[(Article, Annotations)], days: &[TimelineDay]) -> Vec<String> {
    let words = |id: &ArticleId, span| {
        let (article, _) = reports.iter().find(|(article, _)| article.id == *id).unwrap();
        article.text.slice(span).to_owned()
    };
    days.iter()
        .map(|day| {
            let sentences: Vec<String> =
                day.sentences.iter().map(|sentence| words(&sentence.article, sentence.span)).collect();
            format!("{}: {}", day.date, sentences.join(" | "))
        })
        .collect()
}

#[test]
fn days_come_in_order_and_each_thing_is_said_once() {
    let reports = [
        report(
            "a",
            Some("2024-05-03"),
            "The bridge in Norden shut on 2024-05-01 after cracks were found.\nThe mayor urged patience.",
        ),
        report(
            "b",
            Some("2024-05-04"),
            "Norden bridge was shut on 2024-05-01 after cracks were found.\nRepairs begin on 2024-06-10, engineers said.",
        ),
    ];
    let lines = told(&reports, None, 2);
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert_eq!(lines[0], "2024-05-01: The bridge in Norden shut on 2024-05-01 after cracks were found.");
    assert_eq!(lines[1], "2024-05-03: The mayor urged patience.");
    assert_eq!(lines[2], "2024-06-10: Repairs begin on 2024-06-10, engineers said.");
}

#[test]
fn the_days_that_most_reports_tell_of_are_kept() {
    let line = "Cracks were found in the bridge on 2024-05-01.\nA fair opens on 2024-07-07 in town.";
    let reports = [
        report("a", None, line),
        report("b", None, "On 2024-05-01 the old bridge was shut."),
        report("c", None, "It was shut on 2024-05-01, all agree."),
    ];
    let lines = told(&reports, Some(1), 1);
    assert_eq!(lines.len(), 1);
    assert!(lines[0].starts_with("2024-05-01: "), "{lines:?}");
}

#[test]
fn nothing_is_made_of_nothing() {
    assert!(timeline(&[], None, 3).is_empty());
    assert!(told(&[report("a", None, "No day at all.")], None, 3).is_empty());
    assert!(told(&[report("a", Some("2024-05-03"), "One.")], None, 0).is_empty());
}

#[test]
fn what_is_said_again_is_folded_and_counted() {
    let outlet = |outlet: &str, mut report: (Article, Annotations)| {
        report.0.outlet = Some(outlet.to_owned());
        report
    };
    let shut = "Norden bridge was shut on 2024-05-01 after engineers found cracks.";
    let reports = [
        outlet("Gazette", report("a", Some("2024-05-02"), shut)),
        outlet(
            "Herald",
            report("b", Some("2024-05-03"), &format!("{shut}\nA fair opens beside Norden bridge on 2024-07-07.")),
        ),
        outlet("Herald", report("c", Some("2024-05-04"), "On 2024-05-01 ferries were busy and hotels full.")),
    ];
    let days = timeline(&views(&reports), None, 1);
    let [shut, fair] = &days[..] else { panic!("{days:?}") };
    assert_eq!((shut.reports, shut.outlets, shut.planned, shut.rank), (3, 2, false, 0));
    let repeats: Vec<&str> = shut.sentences[0].repeats.iter().map(|other| other.article.as_str()).collect();
    assert_eq!(repeats, ["b"]);
    assert_eq!((fair.reports, fair.outlets, fair.planned, fair.rank), (1, 1, true, 1));
}

#[test]
fn a_dateline_is_no_part_of_a_sentence_and_a_stamp_names_no_day() {
    let reports = [
        report("a", Some("2024-05-03"), "NORDEN (Agency) -- The bridge was shut after engineers found cracks."),
        report("b", Some("2024-05-04"), "Updated 2024-05-04 Bridge shut: what we know and what we do not."),
    ];
    let days = timeline(&views(&reports), None, 1);
    assert_eq!(written(&reports, &days)[0], "2024-05-03: The bridge was shut after engineers found cracks.");
    assert!(days[1].sentences[0].repeats.is_empty() && days[1].reports == 1, "{days:?}");
}

#[test]
fn a_day_that_nothing_names_is_not_made_of_reports_of_the_next() {
    let text = "Engineers found cracks in the pillars.\nNorden bridge stays shut for weeks.\nFerries run every hour.";
    let lines = told(&[report("a", Some("2024-05-03"), text)], None, 1);
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].starts_with("2024-05-03: "), "{lines:?}");
}

#[test]
fn months_and_years_that_several_reports_look_back_on_are_background() {
    let reports = [
        report("a", Some("2024-05-03"), "Norden bridge was built in 1998 or so and painted in 2021-06 by its owner."),
        report("b", Some("2024-05-04"), "The owner painted Norden bridge in 2021-06, records show."),
        report("c", Some("2024-05-04"), "A new bridge is to open in 2026, and this one closed in 2024-05 for good."),
        report("d", Some("2024-05-05"), "It is to open in 2026, and this one closed in 2024-05 for good."),
    ];
    let periods = background(&views(&reports), 5, 1);
    let lines = written(&reports, &periods);
    assert!(lines.len() == 1 && lines[0].starts_with("2021-06: "), "{lines:?}");
    assert_eq!(periods[0].reports, 2);
    assert!(timeline(&views(&reports), None, 1).iter().all(|day| day.date.to_string().len() == 10));
}

proptest! {
    #[test]
    fn asked_for_so_many_it_gives_no_more(
        texts in prop::collection::vec("([A-Z][a-z]{2,6} (on 2024-0[1-9]-1[0-9])?[.]\n){0,6}", 0..5),
        dates in 1usize..4,
        sentences in 1usize..3,
    ) {
        let reports: Vec<_> =
            texts.iter().enumerate().map(|(at, text)| report(&at.to_string(), Some("2024-05-03"), text)).collect();
        let days = timeline(&views(&reports), Some(dates), sentences);
        prop_assert!(days.len() <= dates);
        prop_assert!(days.iter().all(|day| (1..=sentences).contains(&day.sentences.len())));
        prop_assert!(days.windows(2).all(|pair| pair[0].date < pair[1].date));
    }
}
