//! Timelines of small stories.

use dateline_model::{Annotations, Article, ArticleId, Text, TimeKind, TimeRef};
use proptest::prelude::*;

use super::{TimelineReport, timeline};

/// A report whose sentences are the lines of `text`; a day written out in it is a time.
fn report(id: &str, published: Option<&str>, text: &str) -> (Article, Annotations) {
    let mut article = Article::of(Text::new(text));
    article.id = ArticleId::new(id);
    article.published = published.map(|day| day.parse().unwrap());
    let sentences: Vec<_> = article.text.lines().collect();
    let words = text.match_indices("20").filter_map(|(at, _)| {
        let day = text.get(at..at + 10)?;
        day.parse::<jiff::civil::Date>().ok()?;
        Some(TimeRef { span: article.text.span(at..at + 10)?, value: day.to_owned(), kind: TimeKind::Date })
    });
    let times = words.collect();
    (article, Annotations { sentences, times, ..Annotations::default() })
}

fn told(reports: &[(Article, Annotations)], dates: Option<usize>, sentences: usize) -> Vec<String> {
    let views: Vec<TimelineReport<'_>> =
        reports.iter().map(|(article, annotations)| TimelineReport { article, annotations }).collect();
    let words = |id: &ArticleId, span| {
        let (article, _) = reports.iter().find(|(article, _)| article.id == *id).unwrap();
        article.text.slice(span).to_owned()
    };
    let days = timeline(&views, dates, sentences);
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

proptest! {
    #[test]
    fn asked_for_so_many_it_gives_no_more(
        texts in prop::collection::vec("([A-Z][a-z]{2,6} (on 2024-0[1-9]-1[0-9])?[.]\n){0,6}", 0..5),
        dates in 1usize..4,
        sentences in 1usize..3,
    ) {
        let reports: Vec<_> =
            texts.iter().enumerate().map(|(at, text)| report(&at.to_string(), Some("2024-05-03"), text)).collect();
        let views: Vec<TimelineReport<'_>> =
            reports.iter().map(|(article, annotations)| TimelineReport { article, annotations }).collect();
        let days = timeline(&views, Some(dates), sentences);
        prop_assert!(days.len() <= dates);
        prop_assert!(days.iter().all(|day| (1..=sentences).contains(&day.sentences.len())));
        prop_assert!(days.windows(2).all(|pair| pair[0].date < pair[1].date));
    }
}
