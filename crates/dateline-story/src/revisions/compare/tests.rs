//! What is marked and what is not.

use dateline_model::Run;
use proptest::prelude::*;

use super::*;

/// Sentences cut at full stops, which is enough here.
fn sentences(text: &Text) -> Vec<Span> {
    let mut begins = vec![0];
    begins.extend(text.as_str().match_indices(". ").map(|(at, _)| at + 2));
    let ends = begins.clone().into_iter().skip(1).chain([text.len()]);
    begins.iter().zip(ends).filter_map(|(&start, end)| text.span(start..end)).collect()
}

fn compared(before: &str, after: &str) -> (Text, Text, Comparison) {
    let (before, after) = (Text::new(before), Text::new(after));
    let comparison = compare((&before, &sentences(&before)), (&after, &sentences(&after)));
    (before, after, comparison)
}

fn shown(before: &str, after: &str) -> Vec<String> {
    let (before, after, comparison) = compared(before, after);
    let run = |run: &Run| match run.mark {
        Mark::Same => after.slice(run.after).to_owned(),
        Mark::Gone => format!("[-{}-]", before.slice(run.before)),
        Mark::New => format!("{{+{}+}}", after.slice(run.after)),
    };
    let piece = |piece: &Piece| {
        let words = piece.runs.iter().map(run).collect::<Vec<_>>().join(" ");
        if piece.standing == Standing::Moved { format!("moved: {words}") } else { words }
    };
    comparison.pieces.iter().map(piece).collect()
}

#[test]
fn only_changed_words_are_marked() {
    let before = "The ferry left. The port said 12 people were hurt.\nIt gave no reason.";
    let after = "The ferry left. The port now says 14 people were hurt.\nIt gave no reason.";
    let expected = ["The ferry left.", "The port [-said 12-] {+now says 14+} people were hurt.", "It gave no reason."];
    assert_eq!(shown(before, after), expected);
}

#[test]
fn typography_and_reflowing_change_nothing() {
    let before = "\"We wait\" - he said... It's\u{a0}late.\nOne more line of the same report.";
    let after = "“We\u{200b} wait”\u{a0}— he said… It’s late. One more\nline of the same re\u{ad}port.";
    let (_, _, comparison) = compared(before, after);
    assert!(comparison.is_same(), "{:?}", shown(before, after));
}

#[test]
fn a_moved_sentence_is_not_rewritten() {
    let (one, two, three) = (
        "The army brings food by helicopter. ",
        "Rain is to ease on Thursday. ",
        "Some 900 people live in the valley.",
    );
    let moved = shown(&format!("{one}{two}{three}"), &format!("{three} {one}{two}"));
    assert_eq!(moved[0], "moved: Some 900 people live in the valley.");
    assert_eq!(moved.len(), 3, "{moved:?}");
    let edited = shown(&format!("{one}{two}{three}"), &format!("Some 700 people live in the valley. {one}{two}"));
    assert_eq!(edited[0], "moved: Some [-900-] {+700+} people live in the valley.");
}

#[test]
fn a_sentence_cut_in_two_is_still_that_sentence() {
    let before = "A bakery burned down on Sunday night, and the fire spread to two flats above it.";
    let after = "A bakery burned down on Sunday night. The fire spread to two flats above it.";
    let cut = shown(before, after);
    assert_eq!(
        cut,
        ["A bakery burned down on Sunday night [-, and the-] {+. The+} fire spread to two flats above it."]
    );
}

#[test]
fn unlike_sentences_are_replaced_whole() {
    let shown = shown("Cows graze on the hill.", "Parliament voted 301 to 244 against.");
    assert_eq!(shown, ["[-Cows graze on the hill.-]", "{+Parliament voted 301 to 244 against.+}"]);
}

#[test]
fn words_without_spaces_are_compared_too() {
    assert_eq!(shown("会談は七月に開かれる。", "会談は八月に開かれる。"), ["会談は [-七-] {+八+} 月に開かれる。"]);
}

#[test]
fn hostile_texts_end_soon() {
    let words = |from: usize, stop: &str| (from..from + 40_000).map(|at| format!("w{at}{stop} ")).collect::<String>();
    for stop in ["", "."] {
        let (_, _, comparison) = compared(&words(0, stop), &words(20_000, stop));
        assert!(!comparison.is_same());
    }
    let (_, _, comparison) = compared(&"a b. b a. ".repeat(5_000), &"b a. a b. ".repeat(5_001));
    assert!(!comparison.pieces.is_empty());
}

/// Every word of a text once, in order, but for those of sentences that stand elsewhere.
fn words_of(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    words.sort_unstable();
    words
}

proptest! {
    #[test]
    fn no_word_is_lost_or_told_twice(
        before in prop::collection::vec("[a-d]{1,2}( [a-e]{1,2}){0,8}\\.", 0..14),
        after in prop::collection::vec("[a-d]{1,2}( [a-e]{1,2}){0,8}\\.", 0..14),
        line in prop::bool::ANY,
    ) {
        let between = if line { "\n" } else { " " };
        let (before, after, comparison) = compared(&before.join(between), &after.join(between));
        let (mut old, mut new) = (String::new(), String::new());
        for run in comparison.pieces.iter().flat_map(|piece| &piece.runs) {
            prop_assert!(run.mark != Mark::New || run.before.is_empty());
            prop_assert!(run.mark != Mark::Gone || run.after.is_empty());
            old.push_str(before.slice(run.before));
            new.push_str(after.slice(run.after));
            old.push(' ');
            new.push(' ');
        }
        let spaced = |text: &str| text.replace('.', " .");
        prop_assert_eq!(words_of(&spaced(&old)), words_of(&spaced(before.as_str())));
        let (new, whole) = (spaced(&new), spaced(after.as_str()));
        prop_assert!(new.split_whitespace().eq(whole.split_whitespace()), "{new}");
    }
}
