//! Annotation: the same text twice gives the same, and every finding is a span of the text. The first byte tells the language.
#![no_main]

use dateline_annotate::{LANGUAGES, annotate};
use dateline_model::{Article, Language, Span, Text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, bytes)) = bytes.split_first() else { return };
    let mut article = Article::of(Text::new(&String::from_utf8_lossy(bytes)));
    article.language = LANGUAGES.get(usize::from(first) % 8).and_then(|data| Language::new(data.tag));
    article.published = "2025-06-21T13:05:00Z".parse().ok();
    let found = annotate(&article);
    assert_eq!(found, annotate(&article), "the same text, annotated twice, gave something else");
    let inside = |span: Span| assert_eq!(article.text.span(span.range()), Some(span), "a span outside the text");
    found.sentences.iter().copied().for_each(inside);
    found.mentions.iter().for_each(|mention| inside(mention.span));
    found.times.iter().for_each(|time| inside(time.span));
    found.figures.iter().for_each(|figure| inside(figure.span));
    for claim in &found.claims {
        let source = claim.source.as_ref().map(|source| source.span);
        for part in claim.content.iter().copied().chain(claim.cue).chain(source) {
            inside(part);
            let holds = claim.span.start() <= part.start() && part.end() <= claim.span.end();
            assert!(holds, "a part of a claim outside of it");
        }
    }
    assert!(found.claims.len() <= bytes.len() && found.mentions.len() <= bytes.len(), "more findings than bytes");
});
