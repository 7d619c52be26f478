//! Sentences as people set them: one line a case, `|` where a sentence ends.

use dateline_model::Text;
use proptest::prelude::*;

use super::split;
use crate::lang;

fn check(tag: &str, marked: &str) {
    let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
    let text = Text::new(&marked.replace('|', ""));
    let language = dateline_model::Language::new(tag);
    let found: Vec<&str> = split(&text, lang::of(language.as_ref())).into_iter().map(|span| text.slice(span)).collect();
    assert_eq!(found, expected, "{marked}");
}

#[test]
fn english() {
    for case in [
        "The talks failed. | Nobody said why. | Will they resume? | Perhaps!",
        "Mr. Lee met Gov. Ada Smith on Jan. 5 in Washington, D.C. | The two left early.",
        "He works for the U.S. Senate. | She left the U.S. | The pair met at 5 p.m. Friday.",
        "George W. Bush and J. D. Oakes spoke. | Then they left.",
        "“Stop!” he said. | “We will not,” they replied. | “Why?” | No one knew.",
        "\"It is over.\" | \"Is it?\" she asked. | Silence.",
        "Growth was 3.5 percent, up from 3 percent. | No. 4 on the list was Acme Inc. in Ohio.",
        "1. First open the box. | Then close it.",
        "Dr. Ann Poe, Ph.D., spoke. | It was late… | Nobody stayed.",
        "The report was denied.The minister left. | See example.com for more.",
        "\" It is over . \" | \" Is it ? \" | Nobody knew .",
    ] {
        let case = case.replace("denied.The", "denied.|The");
        check("en", &case);
    }
}

#[test]
fn german_and_japanese() {
    check("de", "Am 3. Juli tagt der Rat. | Die Sitzung mit Dr. Weber dauert bis 12. August. | Danach ist Pause.");
    check("de", "„Wir kommen nicht.“ | Das sagte sie z. B. am Montag.");
    check("ja", "会談は中止された。|理由は不明だ。|「説明はない。」と述べた。|以上。");
    check("hi", "बैठक रद्द हुई। | कारण पता नहीं।");
}

#[test]
fn lines_are_never_joined() {
    let text = Text::new("Mr.\nSmith left\n\n• one\n• two");
    let found: Vec<&str> = split(&text, lang::of(None)).into_iter().map(|span| text.slice(span)).collect();
    assert_eq!(found, ["Mr.", "Smith left", "• one", "• two"]);
}

#[test]
fn hostile_lines_take_linear_time() {
    for unit in [".", ". ", ".)", "a.", "\" . ", "。", "U.S. ", "x. (", "'", " "] {
        let text = Text::new(&unit.repeat(4_000_000 / unit.len()));
        let sentences = split(&text, lang::of(None));
        assert!(sentences.len() <= text.len());
    }
}

proptest! {
    #[test]
    fn sentences_cover_everything_but_space(content in "(\\PC|[.?!\" \n])*") {
        let text = Text::new(&content);
        let sentences = split(&text, lang::of(None));
        let mut covered = 0;
        for span in &sentences {
            prop_assert!(content[covered..span.start()].trim().is_empty());
            prop_assert!(!text.slice(*span).contains('\n'));
            prop_assert_eq!(text.slice(*span).trim(), text.slice(*span));
            covered = span.end();
        }
        prop_assert!(content[covered..].trim().is_empty());
    }
}
