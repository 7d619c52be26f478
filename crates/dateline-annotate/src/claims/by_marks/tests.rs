//! Quotations alone, damage, bounds, and the data of each language.

use dateline_model::{Article, Claim, Language, Text};
use proptest::prelude::*;

use crate::{LANGUAGES, annotate};

fn claims(tag: &str, text: &str) -> Vec<Claim> {
    annotate(&Article { language: Language::new(tag), ..Article::of(Text::new(text)) }).claims
}

fn contents<'a>(tag: &str, text: &'a str) -> Vec<&'a str> {
    claims(tag, text).iter().flat_map(|claim| claim.content.clone()).map(|span| &text[span.range()]).collect()
}

#[test]
fn other_languages_give_long_quotations_without_a_source() {
    let text = "“Broen er stengt til fredag,” sa ministeren. Han leste “Nei” og “Min gamle venn”.";
    assert_eq!(contents("nb", text), ["“Broen er stengt til fredag,”"]);
    let found = claims("nb", text);
    assert!(found[0].source.is_none() && found[0].cue.is_none());
    assert_eq!(contents("zh", "部长说：“大桥将关闭到星期五”，又提到“和平”。"), ["“大桥将关闭到星期五”"]);
}

#[test]
fn unbalanced_and_nested_marks_do_no_harm() {
    for text in [
        "„Wir gehen, sagte der Minister.",
        "“ ” “ „ « » « 「 」 『",
        "„Er sagte: ‚Nein‘“, sagte der Sprecher. “",
        "„Wir gehen\nund bleiben“, sagte\n\nder Sprecher",
        "「『」』は「と述べた」と述べた",
        "laut zufolge so sagte , , : : wies zurück",
        "l’ d’ -t-il « a-t-il dit",
        "",
    ] {
        for data in LANGUAGES {
            let _ = claims(data.tag, text);
        }
    }
}

#[test]
fn a_quotation_goes_on_behind_its_source() {
    let text = "„Wir gehen heute“, sagte der Minister. „Morgen kommen wir wieder.“";
    assert_eq!(claims("de", text).len(), 1);
    assert_eq!(contents("de", text), ["„Wir gehen heute“", "„Morgen kommen wir wieder.“"]);
}

/// Were this more than linear, the test would not end.
#[test]
fn endless_sentences_are_read() {
    for part in ["„Wir gehen weiter so“, sagte er, ", "laut Polizei zufolge sagte ", "„ “ sagte : ", "wie der "]
    {
        let text = part.repeat(2_000_000 / part.len());
        let _ = claims("de", &text);
    }
}

proptest! {
    #[test]
    fn any_order_of_cues_and_marks_gives_spans_of_the_text(
        parts in prop::collection::vec(prop::sample::select(vec![
            "„", "“", "”", "\"", "«", "»", "「", "」", ", ", ": ", ". ", "\n", " sagte", " wies", " zurück", " laut ", " zufolge", " der ",
            " Minister", " Müller", " selon ", " a déclaré ", " que ", "-t-il", " dijo ", " según ", "は", "と述べた", "によると", "報道官",
            " nicht äußern", " wollte sich", " wie ", " dass ", "é", "(", ")", " teilte ", " mit", " unter Berufung auf ",
        ]), 0..60)
    ) {
        let text = parts.concat();
        for data in LANGUAGES.iter().map(|data| data.tag).chain(["nb"]) {
            for claim in claims(data, &text) {
                let inner = claim.content.iter().chain(&claim.cue).chain(claim.source.as_ref().map(|source| &source.span));
                for span in inner {
                    prop_assert!(text.get(span.range()).is_some_and(|words| !words.is_empty()));
                    prop_assert!(claim.span.start() <= span.start() && span.end() <= claim.span.end());
                }
                prop_assert!(!claim.content.is_empty() || claim.stance == dateline_model::Stance::Declines);
            }
        }
    }
}

#[test]
fn every_shape_can_be_read() {
    for data in LANGUAGES {
        let Some(attribution) = data.attribution else { continue };
        // A shape that speaks of a class the data has not, or has no cue, is left out of the table.
        assert_eq!(attribution.table(data).shapes.len(), attribution.shapes.len(), "{}", data.tag);
        // More classes than this would share a bit.
        assert!(attribution.classes.len() <= 48, "{}", data.tag);
    }
}
