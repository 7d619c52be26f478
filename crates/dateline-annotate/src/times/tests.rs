//! Expressions of time in caret notation: the carets under a line mark the expressions, the values follow in order.

use std::fmt::Write as _;

use dateline_model::{Language, Text};
use proptest::prelude::*;

use super::find;
use crate::{lang, sentences};

/// Writes the expressions found in each line in the notation of the cases.
fn marked(tag: &str, published: &str, line: &str) -> String {
    let text = Text::new(line);
    let data = lang::of(Language::new(tag).as_ref());
    let found = find(&text, &sentences::split(&text, data), data, published.parse().ok());
    let points = text.code_points();
    let (mut carets, mut values) = (String::new(), String::new());
    for time in found {
        let (start, end) = points.of(time.span);
        let filled = carets.chars().count();
        carets.extend(std::iter::repeat_n(' ', start - filled));
        carets.extend(std::iter::repeat_n('^', end - start));
        write!(values, " {}", time.value).unwrap();
    }
    format!("{line}\n{carets}{values}")
}

/// Checks a file of cases, two lines each.
fn check(tag: &str, published: &str, cases: &str) {
    let sentences = cases.lines().step_by(2);
    let found: Vec<String> = sentences.map(|line| marked(tag, published, line)).collect();
    assert_eq!(found.join("\n"), cases.trim_end());
}

#[test]
fn english_read_on_a_saturday() {
    check("en", "2025-06-21", include_str!("cases/english.txt"));
}

#[test]
fn german_read_on_a_saturday() {
    check("de", "2025-06-21", include_str!("cases/german.txt"));
}

#[test]
fn figures_alone_in_japanese() {
    check("ja", "2025-06-21", include_str!("cases/japanese.txt"));
}

#[test]
fn without_a_day_of_publication_only_full_dates_resolve() {
    check("en", "", include_str!("cases/undated.txt"));
}

proptest! {
    #[test]
    fn spans_are_in_order_and_inside(content in "((July|May|Friday|last|next|week|in|two|ago|[0-9]{1,4}|[-,.年月日])[ ]?){0,30}") {
        let text = Text::new(&content);
        let data = lang::of(None);
        let found = find(&text, &sentences::split(&text, data), data, "2025-06-21".parse().ok());
        let mut end = 0;
        for time in found {
            prop_assert!(time.span.start() >= end && !time.span.is_empty());
            end = time.span.end();
        }
    }
}
