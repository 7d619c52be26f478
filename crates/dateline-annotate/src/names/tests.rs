//! Names in caret notation: the carets under a line mark the names; kind, entity and role of each follow.

use std::fmt::Write as _;

use dateline_model::{Annotations, Article, EntityKind, Language, Text};
use proptest::prelude::*;

fn annotated(line: &str) -> Annotations {
    crate::annotate(&Article { language: Language::new("en"), ..Article::of(Text::new(line)) })
}

/// Writes the names found in a line in the notation of the cases.
fn marked(line: &str) -> String {
    let text = Text::new(line);
    let annotations = annotated(line);
    let points = text.code_points();
    let (mut carets, mut about) = (String::new(), String::new());
    for mention in &annotations.mentions {
        let (start, end) = points.of(mention.span);
        let filled = carets.chars().count();
        carets.extend(std::iter::repeat_n(' ', start - filled));
        carets.extend(std::iter::repeat_n('^', end - start));
        let kind = match mention.kind {
            EntityKind::Person => "person",
            EntityKind::Organisation => "organisation",
            EntityKind::Place => "place",
        };
        write!(about, " {kind}").unwrap();
        let name = &annotations.entities[mention.entity].name;
        if name != text.slice(mention.span) {
            write!(about, " entity={}", name.replace(' ', "_")).unwrap();
        }
        if let Some(role) = &mention.role {
            let past = if role.past { "past" } else { "role" };
            write!(about, " {past}={}", text.slice(role.span).replace(' ', "_")).unwrap();
        }
    }
    format!("{line}\n{carets}{about}")
}

#[track_caller]
fn check(cases: &str) {
    let found: Vec<String> = cases.lines().step_by(2).map(marked).collect();
    assert_eq!(found.join("\n").trim_end(), cases.trim_end());
}

#[test]
fn names() {
    check(include_str!("cases/names.txt"));
}

#[test]
fn entities() {
    check(include_str!("cases/entities.txt"));
}

#[test]
fn roles() {
    check(include_str!("cases/roles.txt"));
}

#[test]
fn what_is_no_name() {
    check(include_str!("cases/none.txt"));
}

#[test]
fn text_of_another_language_has_no_english_names() {
    let text = Text::new("Der Minister Hans Muster sagte in Berlin nichts.");
    let article = Article { language: Language::new("de"), ..Article::of(text) };
    assert_eq!(crate::annotate(&article).mentions, []);
}

#[test]
fn a_sentence_of_capitals_without_end_takes_linear_time() {
    let text = "ACME AND JANE ROE OF OSLO ".repeat(200_000);
    let mentions = annotated(&text).mentions;
    assert!(mentions.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()));
}

proptest! {
    #[test]
    fn names_are_in_order_and_inside(
        content in "((Mr\\.|Jane|Roe|OSLO|Minister|of|the|who|is|said|al|-|,|\\(|’s|U\\.S\\.|\u{202e}|\u{200b}|🙂|é|2019|\\PC)[ .\n]?){0,40}"
    ) {
        let annotations = annotated(&content);
        let mut end = 0;
        for mention in &annotations.mentions {
            prop_assert!(mention.span.start() >= end && !mention.span.is_empty());
            prop_assert!(content.get(mention.span.range()).is_some());
            prop_assert!(annotations.entities[mention.entity].kind == mention.kind);
            end = mention.span.end();
            if let Some(role) = &mention.role {
                prop_assert!(content.get(role.span.range()).is_some_and(|words| !words.is_empty()));
            }
        }
    }
}
