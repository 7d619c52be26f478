//! Two versions of a report: compared twice they give the same, every word of both is told of once, and what an edit
//! quotes stands where it says. A zero byte parts the versions; their first lines are headlines.
#![no_main]

use dateline_engine::{compare, revise};
use dateline_model::{Article, Excerpt, Run, Span, Text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let middle = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    let (before, after) = (version(&bytes[..middle]), version(bytes.get(middle + 1..).unwrap_or_default()));
    let revised = revise(&before, &after);
    let again = revise(&before, &after);
    assert_eq!((&revised.comparison, &revised.edit), (&again.comparison, &again.edit), "judged twice, unlike");
    assert!(compare(&before, &before).is_same(), "a text differs from itself");
    let runs: Vec<&Run> = revised.comparison.pieces.iter().flat_map(|piece| &piece.runs).collect();
    told_once(&before.text, runs.iter().map(|run| run.before));
    told_once(&after.text, runs.iter().map(|run| run.after));
    for alteration in &revised.edit.alterations {
        alteration.before.iter().for_each(|excerpt| stands(excerpt, &before));
        alteration.after.iter().for_each(|excerpt| stands(excerpt, &after));
    }
    for words in revised.edit.notices.iter().filter_map(|notice| notice.words.as_ref()) {
        stands(words, &after);
    }
});

fn version(bytes: &[u8]) -> Article {
    let words = String::from_utf8_lossy(bytes);
    let (headline, text) = words.split_once('\n').unwrap_or(("", &words));
    let mut article = Article::of(Text::new(text));
    article.title = Some(headline.trim().to_owned()).filter(|headline| !headline.is_empty());
    article.published = "2025-06-21T13:05:00Z".parse().ok();
    article
}

/// Every letter and digit of `text` is in exactly one of the spans.
fn told_once(text: &Text, spans: impl Iterator<Item = Span>) {
    let mut told = vec![0u8; text.as_str().len()];
    for span in spans {
        assert_eq!(text.span(span.range()), Some(span), "a span outside the text");
        told[span.range()].iter_mut().for_each(|times| *times += 1);
    }
    let letters = text.as_str().char_indices().filter(|(_, character)| character.is_alphanumeric());
    letters.for_each(|(at, character)| assert_eq!(told[at], 1, "`{character}` at {at} is told of so many times"));
}

/// The words of `excerpt` stand in the text or the headline of `version` where it says.
fn stands(excerpt: &Excerpt, version: &Article) {
    let there = |words: &str| {
        let words: String = words.chars().skip(excerpt.start).take(excerpt.end - excerpt.start).collect();
        words == excerpt.text
    };
    let headline = version.title.as_deref().unwrap_or_default();
    assert!(there(version.text.as_str()) || there(headline), "{excerpt:?} does not stand there");
}
