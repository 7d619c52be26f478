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
    let found = find(&text, &sentences::split(&text, data), data, published.parse().ok().as_ref());
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
    let found = found.join("\n");
    assert_eq!(found, cases.trim_end(), "expected on the right; found:\n{found}");
}

/// The cases of one file, read on a Saturday.
macro_rules! cases {
    ($($name:ident: $tag:literal,)*) => {$(
        #[test]
        fn $name() {
            check($tag, "2025-06-21", include_str!(concat!("cases/", stringify!($name), ".txt")));
        }
    )*};
}

cases! {
    english: "en",
    english_days: "en",
    english_periods: "en",
    english_ranges: "en",
    english_clock: "en",
    english_lengths: "en",
    german: "de",
    french: "fr",
    spanish: "es",
    japanese: "ja",
}

#[test]
fn without_a_day_of_publication_only_full_dates_resolve() {
    check("en", "", include_str!("cases/undated.txt"));
}

/// Checks that what is found in `content` stands in order, inside, on character boundaries, and has a value.
fn sound(tag: &str, content: &str) -> Result<(), TestCaseError> {
    let text = Text::new(content);
    let data = lang::of(Language::new(tag).as_ref());
    let published = "2025-06-21T08:30:00Z".parse().ok();
    let found = find(&text, &sentences::split(&text, data), data, published.as_ref());
    let mut end = 0;
    for time in found {
        prop_assert!(time.span.start() >= end && !time.span.is_empty());
        prop_assert!(content.get(time.span.range()).is_some() && !time.value.is_empty());
        end = time.span.end();
    }
    Ok(())
}

proptest! {
    #[test]
    fn words_of_time_in_any_order(content in "((July|May|Friday|last|next|the|of|week|in|at|every|from|to|between|two|third|first|half|a|year|years|hours|ago|after|pm|night|early|Q|s|today|[0-9]{1,4}|[-,.:/'年月日])[ ]?){0,40}") {
        sound("en", &content)?;
    }

    #[test]
    fn any_text(content in any::<String>(), tag in "en|de|fr|es|ja") {
        sound(&tag, &content)?;
    }
}

/// Would not end in minutes, were more than a bounded number of lexemes looked at for each.
#[test]
fn hostile_lines_are_read() {
    for part in [
        "1,000,",
        "from ",
        "1-",
        "two hundred and ",
        "early ",
        "the ",
        "last ",
        "Friday, ",
        "May ",
        "1 year ",
        "12:",
        "every ",
        "between 1 and ",
        "twenty ",
        "a half ",
        "week of ",
        "the day after ",
        "20.",
        "end of ",
        "in two ",
        "'70",
        "3 to ",
    ] {
        sound("en", &part.repeat(200_000 / part.len())).unwrap();
    }
}
