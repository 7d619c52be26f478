//! Alignment of texts as outlets edit them, and of any texts at all.

use dateline_model::{PassageKind, Text};
use proptest::prelude::*;

use super::*;

const WIRE: &str = "The Harlow Bridge in Norden was closed on Tuesday after engineers found cracks in two of its cables.\n\
    Mayor Ingrid Falk said the crossing would stay closed until every cable had been tested by the programme.\n\
    About 40,000 drivers use the bridge each day, and queues reached 3.5 percent of the city's roads.";

fn passages(here: &str, there: &str) -> Vec<(String, String, PassageKind)> {
    let (here, there) = (Text::from(here), Text::from(there));
    let own =
        |passage: &Passage| (here.slice(passage.here).to_owned(), there.slice(passage.there).to_owned(), passage.kind);
    align(&here, &there).passages.iter().map(own).collect()
}

#[test]
fn house_style_does_not_break_a_passage() {
    let paper = "The Harlow Bridge in Norden was closed on Tuesday after engineers found cracks in 2 of its cables.\n\
        Mayor Ingrid Falk said the crossing would stay closed until every cable had been tested by the program.\n\
        About 40000 drivers use the bridge each day, and queues reached 3.5 per cent of the city’s roads.";
    let found = passages(paper, WIRE);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].0.len(), found[0].1.len()), (paper.len() - 1, WIRE.len() - 1), "all but the last stop");
    assert!(align(&Text::from(paper), &Text::from(WIRE)).share > 0.99);
}

#[test]
fn one_other_word_is_bridged_and_a_new_paragraph_is_not() {
    let lines: Vec<&str> = WIRE.lines().collect();
    let lead = "Commuters face a second week of misery, a union of ferry workers told our reporter.";
    let paper = [lead, &lines[0].replace("engineers", "inspectors"), "Nobody we met was pleased.", lines[2]].join("\n");
    let found = passages(&paper, WIRE);
    let starts: Vec<&str> = found.iter().map(|(here, ..)| &here[..16]).collect();
    assert_eq!(starts, ["The Harlow Bridg", "About 40,000 dri"], "{found:?}");
    assert!(found[0].0.ends_with("its cables") && found[0].0.contains("inspectors"));
}

#[test]
fn a_quotation_in_common_is_told_from_a_copy() {
    let quote = "We will not rest until every last cable of this bridge has been tested twice over";
    let here = format!("The mayor spoke. “{quote},” she said.");
    let there = format!("It was, to the council, too late: \"{quote}\". Ferries run.");
    let found = passages(&here, &there);
    assert_eq!(found, [(quote.to_owned(), quote.to_owned(), PassageKind::SharedQuotation)]);
    assert_eq!(align(&Text::from(here), &Text::from(there)).share, 0.0);
}

#[test]
fn a_phrase_is_no_passage() {
    assert!(passages("He spoke at the end of the day.", "Prices fell at the end of the year.").is_empty());
    assert_eq!(align(&Text::from(""), &Text::from(WIRE)), Alignment::default());
}

#[test]
fn characters_of_scripts_without_spaces_are_words() {
    let there = "北浜橋の主塔で亀裂が見つかり、市は火曜日に通行止めにした。市長は検査が終わるまで再開しないと述べた。";
    let here = format!("速報です。{there}");
    let found = passages(&here, there);
    assert_eq!(found.len(), 1);
    assert!(found[0].0.starts_with("北浜橋の主塔"), "{found:?}");
}

#[test]
fn hostile_texts_take_no_longer_than_others() {
    let word = Text::from("word ".repeat(100_000));
    assert!(align(&word, &word).share > 0.99);
    let pairs = Text::from("one other two ".repeat(40_000));
    let shifted = Text::from("two one other word ".repeat(30_000));
    let _ = align(&pairs, &shifted);
    let _ = align(&word, &pairs);
    let _ = align(&Text::from("\"'".repeat(200_000)), &Text::from("' a ".repeat(100_000)));
}

/// Texts of few words, so that runs of all lengths repeat.
fn any_text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec!["a", "b", "c", "d", "“", "”", "7", "per cent", "é", "会", ".", "\n"]);
    prop::collection::vec(word, 0..200).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn passages_are_sound(here in any_text(), there in any_text()) {
        let (here, there) = (Text::from(here), Text::from(there));
        let alignment = align(&here, &there);
        prop_assert_eq!(&alignment, &align(&here, &there));
        prop_assert!((0.0..=1.0).contains(&alignment.share) && (0.0..=1.0).contains(&alignment.share_there));
        let passages = &alignment.passages;
        prop_assert!(passages.windows(2).all(|pair| pair[0].here.end() <= pair[1].here.start()), "in order");
        let mut theirs: Vec<_> = passages.iter().map(|passage| passage.there.range()).collect();
        theirs.sort_unstable_by_key(|range| range.start);
        prop_assert!(theirs.windows(2).all(|pair| pair[0].end <= pair[1].start), "without overlaps");
        let starts = |text: &Text| Words::new(text.as_str()).map(|word| word.start).collect::<Vec<_>>();
        let (mine, others) = (starts(&here), starts(&there));
        for passage in passages {
            prop_assert!(mine.contains(&passage.here.start()) && others.contains(&passage.there.start()));
            prop_assert!(!here.slice(passage.here).is_empty() && !there.slice(passage.there).is_empty());
        }
    }

    #[test]
    fn tiles_are_equal_and_apart(here in prop::collection::vec(0u32..4, 0..120), there in prop::collection::vec(0u32..4, 0..120)) {
        let tiles = tiles::tile(&here, &there);
        prop_assert!(tiles.iter().all(|tile| here[tile.here..][..tile.length] == there[tile.there..][..tile.length]));
        prop_assert!(tiles.windows(2).all(|pair| pair[0].here + pair[0].length <= pair[1].here));
        let mut theirs = tiles.clone();
        theirs.sort_unstable_by_key(|tile| tile.there);
        prop_assert!(theirs.windows(2).all(|pair| pair[0].there + pair[0].length <= pair[1].there));
        let missed = here.windows(4).any(|seed| there.windows(4).any(|other| seed == other));
        prop_assert_eq!(missed, !tiles.is_empty());
    }

    #[test]
    fn a_text_stands_in_itself(text in any_text()) {
        let text = Text::from(text);
        let words = Words::new(text.as_str()).count();
        let found = align(&text, &text);
        prop_assert!(words < 12 || found.passages.len() == 1, "{:?}", found);
    }
}
