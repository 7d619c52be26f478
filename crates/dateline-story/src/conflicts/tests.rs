//! Conflicts of small stories. The cases in `evals/conflicts` are annotated by the engine; these need no annotation.

use dateline_model::{Annotations, Article, Bound, Conflict, ConflictKind, Figure, Relation, Text};

use super::conflicts;
use crate::{TimelineReport, propositions};

/// A report whose sentences are the lines of `text`; a number before `people` is a figure.
fn report(published: &str, text: &str) -> (Article, Annotations) {
    let mut article = Article::of(Text::new(text));
    article.published = Some(published.parse().unwrap());
    let figures = text.match_indices(" people").filter_map(|(at, _)| {
        let start = text[..at].rfind(' ').map_or(0, |space| space + 1);
        let value = text[start..at].parse().ok()?;
        let of = article.text.span(at + 1..at + " people".len());
        let span = article.text.span(start..at)?;
        Some(Figure { span, value, to: None, unit: "count", bound: Bound::Exact, of, from: None })
    });
    let (figures, sentences) = (figures.collect(), article.text.lines().collect());
    (article, Annotations { sentences, figures, ..Annotations::default() })
}

fn found(reports: &[(Article, Annotations)]) -> Vec<(ConflictKind, Relation, Vec<String>)> {
    let views: Vec<TimelineReport<'_>> =
        reports.iter().map(|(article, annotations)| TimelineReport { article, annotations }).collect();
    let values = |conflict: &Conflict| {
        let value =
            |voice: &dateline_model::Voice| reports[voice.statement.report].0.text.slice(voice.value).to_owned();
        conflict.sides.iter().map(|side| value(&side.voices[0])).collect()
    };
    let conflicts = conflicts(&views, &propositions(&views));
    conflicts.iter().map(|conflict| (conflict.kind, conflict.relation, values(conflict))).collect()
}

#[test]
fn tolls_an_hour_apart_contradict_and_a_day_apart_are_superseded() {
    let first = report("2024-05-01T08:00Z", "A landslide near Quibra killed 12 people.");
    let other = report("2024-05-01T09:00Z", "The landslide near Quibra killed 17 people.");
    let later = report("2024-05-02T09:00Z", "The landslide near Quibra killed 34 people.");
    let values = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect::<Vec<String>>();
    let apart = (ConflictKind::Figures, Relation::Contradicts, values(&["12 people", "17 people"]));
    assert_eq!(found(&[first.clone(), other]), [apart]);
    let told_anew = (ConflictKind::Figures, Relation::Superseded, values(&["12 people", "34 people"]));
    assert_eq!(found(&[later, first]), [told_anew]);
}

#[test]
fn what_is_called_off_for_one_and_put_off_for_another_is_a_conflict() {
    let reports = [
        report("2024-05-01T08:00Z", "Norland has cancelled the summit in Osburg."),
        report("2024-05-01T09:00Z", "The summit in Osburg was postponed."),
        report("2024-05-01T09:00Z", "Norland may call off the match in Quibra."),
    ];
    let kinds: Vec<_> = found(&reports).into_iter().map(|one| (one.0, one.2)).collect();
    assert_eq!(kinds, [(ConflictKind::Status, vec!["cancelled".to_owned(), "postponed".to_owned()])]);
}

/// The conflicts of reports an hour apart, a line each.
fn of_lines(lines: &[&str]) -> Vec<(ConflictKind, Relation, Vec<String>)> {
    let at = |(hour, line): (usize, &&str)| report(&format!("2024-05-01T{:02}:00Z", 8 + hour), line);
    found(&lines.iter().enumerate().map(at).collect::<Vec<_>>())
}

#[test]
fn an_airport_that_is_closed_for_one_is_open_for_another() {
    let found = of_lines(&["Salina airport was closed after the eruption.", "Salina airport remains open."]);
    assert_eq!(found[0].0, ConflictKind::Status);
    assert_eq!(found[0].2, ["was closed", "remains open"]);
    assert!(of_lines(&["Salina airport was closed.", "Quibra airport remains open."]).is_empty());
}

#[test]
fn a_deed_may_be_laid_at_the_door_of_what_has_no_name() {
    let power = "the blackout across the southern provinces";
    let sides = |one: &str, other: &str| of_lines(&[one, other]);
    let found = sides(
        &format!("The operator blamed {power} on a fire at the Ebro substation."),
        &format!("The minister attributed {power} to sabotage."),
    );
    assert_eq!(found[0].0, ConflictKind::Responsibility);
    assert_eq!(found[0].2, ["a fire", "sabotage"]);
    let agreed = sides(
        &format!("The operator blamed {power} on a fire at the Ebro substation."),
        &format!("The minister attributed {power} to the fire."),
    );
    assert!(agreed.is_empty());
}

#[test]
fn what_one_says_was_paid_another_says_was_not() {
    let found = of_lines(&["The government paid a ransom for the two hostages.", "No ransom was paid."]);
    assert_eq!(found.iter().map(|one| one.0).collect::<Vec<_>>(), [ConflictKind::Denial]);
    assert!(of_lines(&["The government paid a ransom for the two hostages.", "No salary was paid."]).is_empty());
}

#[test]
fn nothing_is_made_of_nothing_or_of_statements_of_other_reports() {
    assert!(found(&[]).is_empty());
    let reports = [report("2024-05-01T08:00Z", "A landslide near Quibra killed 12 people.")];
    let views: Vec<TimelineReport<'_>> =
        reports.iter().map(|(article, annotations)| TimelineReport { article, annotations }).collect();
    assert!(conflicts(&[], &propositions(&views)).is_empty());
}

#[test]
fn a_large_story_takes_no_longer_than_its_statements() {
    let text: String =
        (0..40).map(|at| format!("Word{at} bridge killed {at} people near Place{at} today.\n")).collect();
    let reports: Vec<_> = (0..500).map(|_| report("2024-05-01T08:00Z", &text)).collect();
    assert!(found(&reports).len() < 1000);
}
