//! The body of the report in a page: found by its density of words, or by leaving out what is around it.

use dateline_model::Problem;
use dom_smoothie::{Config, ParsePolicy, Readability};

use crate::body::Body;
use crate::page::guard::{Verdict, judge};
use crate::page::lean::lean;
use crate::page::region::region;
use crate::page::text::{Scope, text};

/// Fewest words of a body that was found by density.
const ENOUGH: usize = 25;

/// Finds the body of the report. Pages that would make too deep or too large a tree are read without one.
pub(crate) fn main_text(html: &str, problems: &mut Vec<Problem>) -> Body {
    let kept = "its visible text was kept";
    let sound = match judge(html) {
        Verdict::Sound(sound) => sound,
        Verdict::TooDeep => {
            problems.push(Problem::new("elements of the page are nested too deep to find the report among them", kept));
            return text(html, Scope::Content);
        }
        Verdict::TooMany => {
            problems.push(Problem::new("the page has too many elements to find the report among them", kept));
            return text(html, Scope::Content);
        }
    };
    let sound = lean(&sound).map_or(sound, Into::into);
    let dense = dense(&sound).map(|content| text(&content, Scope::Report)).unwrap_or_default();
    let found = region(html).map(|region| text(region, Scope::Report)).unwrap_or_default();
    // Density finds one part of a report that is broken by boxes and headings; the markup may know of the whole.
    if dense.prose_word_count() * 2 < found.prose_word_count() {
        return found;
    }
    if dense.prose_word_count() >= ENOUGH {
        return dense;
    }
    let rest = text(html, Scope::Content);
    // A short report is wholly in the dense part; a page of odd make is not.
    if dense.word_count() * 2 >= rest.word_count() { dense } else { rest }
}

/// Letters of a part that is taken without a second, less strict search.
const LONG: usize = 500;

/// The markup of the part of a page that is densest in words.
fn dense(html: &str) -> Option<String> {
    let config =
        || Some(Config { disable_json_ld: true, keep_classes: true, char_threshold: LONG, ..Config::default() });
    let open = || Readability::new(html, None, config()).ok();
    let letters = |text: &str| text.split_whitespace().map(|word| word.chars().count() + 1).sum::<usize>();
    // The first attempt alone needs no copy of the tree.
    let first = open()?.parse_with_policy(ParsePolicy::Strict).ok();
    let found = first.filter(|found| letters(&found.text_content) > LONG);
    found.or_else(|| open()?.parse().ok()).map(|found| found.content.to_string())
}
