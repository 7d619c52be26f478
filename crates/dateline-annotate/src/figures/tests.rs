//! Figures in caret notation: the carets under a line mark the figures, the readings follow in order.
//!
//! A reading is `value[..to] unit [about|atleast|atmost] [of=…] [from=…];`.

use std::fmt::Write as _;

use dateline_model::{Bound, Figure, Language, Text};
use proptest::prelude::*;

use super::{find, quantities};
use crate::{lang, sentences, times};

fn figures(tag: &str, text: &Text) -> Vec<Figure> {
    let data = lang::of(Language::new(tag).as_ref());
    let sentences = sentences::split(text, data);
    let times = times::find(text, &sentences, data, "2025-06-21".parse().ok().as_ref());
    find(text, &sentences, data, &times)
}

/// Writes the figures found in a line in the notation of the cases.
fn marked(tag: &str, line: &str) -> String {
    let text = Text::new(line);
    let points = text.code_points();
    let (mut carets, mut readings) = (String::new(), String::new());
    for figure in figures(tag, &text) {
        let (start, end) = points.of(figure.span);
        let filled = carets.chars().count();
        carets.extend(std::iter::repeat_n(' ', start - filled));
        carets.extend(std::iter::repeat_n('^', end - start));
        write!(readings, " {}", (figure.value * 1e6).round() / 1e6).unwrap();
        if let Some(to) = figure.to {
            write!(readings, "..{to}").unwrap();
        }
        write!(readings, " {}", figure.unit).unwrap();
        if figure.bound != Bound::Exact {
            write!(readings, " {}", format!("{:?}", figure.bound).to_lowercase()).unwrap();
        }
        for (name, span) in [("of", figure.of), ("from", figure.from)] {
            if let Some(span) = span {
                write!(readings, " {name}={}", text.slice(span)).unwrap();
            }
        }
        readings.push(';');
    }
    format!("{line}\n{}", format!("{carets}{readings}").trim_end())
}

/// Checks a file of cases, two lines each.
#[track_caller]
fn check(tag: &str, cases: &str) {
    let lines = cases.lines().step_by(2);
    let found: Vec<String> = lines.map(|line| marked(tag, line)).collect();
    let found = found.join("\n");
    assert_eq!(found.trim_end(), cases.trim_end());
}

#[test]
fn english() {
    check("en", include_str!("cases/english.txt"));
}

#[test]
fn german() {
    check("de", include_str!("cases/german.txt"));
}

#[test]
fn french() {
    check("fr", include_str!("cases/french.txt"));
}

#[test]
fn spanish() {
    check("es", include_str!("cases/spanish.txt"));
}

#[test]
fn japanese() {
    check("ja", include_str!("cases/japanese.txt"));
}

#[test]
fn a_million_digits_and_marks_take_linear_time() {
    for part in
        ["1", "1,", "1 ", "1.", "1/2 ", "$1-", "two and ", "a half and ", "from 1% to ", "999 ", "%", "¾", "1億"]
    {
        let text = Text::new(&part.repeat(1_000_000 / part.len()));
        for figure in figures("en", &text) {
            assert!(figure.value.is_finite());
        }
    }
}

proptest! {
    #[test]
    fn spans_are_in_order_and_inside(content in "((\\$|£|half|two|a|million|and|from|to|%|people|of|GDP|-|rose|km|[0-9]{1,21}|[-,./:^e¾億円]|\\PC)[ ]?){0,30}") {
        let text = Text::new(&content);
        for tag in ["en", "de", "ja"] {
            let mut end = 0;
            for figure in figures(tag, &text) {
                prop_assert!(figure.span.start() >= end && !figure.span.is_empty());
                prop_assert!(figure.value.is_finite() && figure.to.is_none_or(f64::is_finite));
                prop_assert!(text.as_str().get(figure.span.range()).is_some());
                end = figure.span.end();
            }
            let mut end = 0;
            for quantity in quantities(&text, Language::new(tag).as_ref()) {
                prop_assert!(quantity.span.start() >= end && quantity.value.is_finite());
                end = quantity.span.end();
            }
        }
    }
}
