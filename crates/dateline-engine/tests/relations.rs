//! Conflicts in words that no list has, found by who does what to whom.

use dateline_engine::{StoryReport, Studied, conflicts, propositions, study};
use dateline_model::{Article, ConflictKind, Language, Text};

/// The kinds of the conflicts between reports an hour apart, a text each, with the words of their first two sides.
fn found(texts: &[&str]) -> Vec<(ConflictKind, String, String)> {
    let report = |(hour, text): (usize, &&str)| {
        let mut article = Article::of(Text::new(text));
        article.language = Language::new("en");
        article.outlet = Some(format!("Outlet {hour}"));
        article.published = format!("2025-03-04T{:02}:00Z", 8 + hour).parse().ok();
        study(article)
    };
    let studied: Vec<Studied> = texts.iter().enumerate().map(report).collect();
    let reports: Vec<StoryReport<'_>> = studied
        .iter()
        .map(|studied| StoryReport { article: &studied.article, annotations: &studied.annotations })
        .collect();
    let conflicts = conflicts(&reports, &propositions(&reports));
    let words = |conflict: &dateline_model::Conflict, side: usize| {
        let voice = &conflict.sides[side].voices[0];
        studied[voice.statement.report].article.text.slice(voice.value).to_owned()
    };
    conflicts.iter().map(|conflict| (conflict.kind, words(conflict, 0), words(conflict, 1))).collect()
}

fn kinds(texts: &[&str]) -> Vec<ConflictKind> {
    found(texts).into_iter().map(|found| found.0).collect()
}

#[test]
fn a_deed_and_its_denial_have_verb_and_object_in_common() {
    let said = "Divers removed the amphora from the wreck off Sorrel on Monday, the museum said.";
    let denied = "The harbour master of Sorrel said no amphora had been removed from the wreck.";
    assert_eq!(kinds(&[said, denied]), [ConflictKind::Denial]);
    // Another verb, and what only may be so.
    for other in [
        "The harbour master of Sorrel said no amphora had been painted on the wreck.",
        "The harbour master of Sorrel said no amphora may be removed from the wreck.",
    ] {
        assert_eq!(kinds(&[said, other]), [], "{other}");
    }
}

#[test]
fn a_figure_of_one_thing_is_not_held_against_that_of_its_part() {
    let whole = "The stadium in Torin will cost 310 million euros, the city said.";
    let part = "The roof of the stadium in Torin will cost 45 million euros, the city said.";
    let other = "The stadium in Torin will cost 480 million euros, the opposition said.";
    assert_eq!(kinds(&[whole, part]), []);
    assert_eq!(kinds(&[whole, other]), [ConflictKind::Figures]);
}

#[test]
fn causes_of_one_effect_stand_before_and_behind_the_verb() {
    let found = found(&[
        "The fire at the Selby mill was caused by a faulty heater, the fire service said.",
        "Arson was behind the fire at the Selby mill, the insurers said.",
    ]);
    assert_eq!(found.iter().map(|found| found.0).collect::<Vec<_>>(), [ConflictKind::Responsibility]);
    assert!(found[0].1.contains("heater") && found[0].2 == "Arson", "{found:?}");
}

#[test]
fn what_becomes_of_an_event_is_told_of_the_object_of_the_verb() {
    let off = "The orchestra has scrapped its recital in Marl because of the heat.";
    let later = "The recital in Marl was deferred to May, the orchestra's manager said.";
    assert_eq!(kinds(&[off, later]), [ConflictKind::Status]);
    assert_eq!(kinds(&[off, "The auction in Marl was deferred to May, the auctioneer said."]), []);
}
