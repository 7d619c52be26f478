//! Words in which an outlet says that it changed a report, told by tables of phrases.

mod table;

use dateline_model::NoticeKind;
use unicode_segmentation::UnicodeSegmentation;

use super::tokens::form;
use table::{DATES, MENDING, RAW, ROWS};

/// No notice is told behind so many words of a sentence.
const LONGEST: usize = 100;

/// What a row of the table tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// A correction.
    Correction,
    /// A correction, where the sentence has a word of mending too: editors' notes tell other things as well.
    CorrectionIfMending,
    /// That the report was updated.
    Updated,
}

/// A notice that a sentence holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it says.
    pub kind: NoticeKind,
    /// True where the report is taken back as a whole.
    pub withdrawn: bool,
}

/// What the sentence says of the report that it stands in, if anything.
pub fn find(sentence: &str) -> Option<Found> {
    let words = words(sentence);
    let holds = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let kind = if RAW.iter().any(|raw| sentence.contains(raw)) {
        Some(NoticeKind::Correction)
    } else {
        let told = ROWS.iter().filter(|(_, _, phrase)| stands(&words, phrase));
        let kinds = told.filter_map(|(tells, _, _)| match tells {
            Tells::Correction => Some(NoticeKind::Correction),
            Tells::CorrectionIfMending => holds(MENDING).then_some(NoticeKind::Correction),
            Tells::Updated => Some(NoticeKind::Updated),
        });
        kinds.min_by_key(|kind| *kind == NoticeKind::Updated)
    };
    let withdrawn =
        holds(&["retracted", "retraction", "retract", "withdrawn", "zurückgezogen", "rétracté", "retirado"]);
    kind.map(|kind| Found { kind, withdrawn: withdrawn && kind == NoticeKind::Correction })
}

/// A headline without what agencies set before it: `CORRECTED-`, `UPDATE 2-`.
pub fn without_slug(headline: &str) -> &str {
    let Some((slug, rest)) = headline.split_once(['-', ':', '–', '—']) else { return headline };
    let first = slug.split_whitespace().next().unwrap_or_default().to_lowercase();
    let short = slug.split_whitespace().count() <= 2;
    if short && table::SLUGS.contains(&first.as_str()) { rest.trim_start() } else { headline }
}

fn words(sentence: &str) -> Vec<String> {
    let words = sentence.split_word_bounds().map(|word| form(word).to_lowercase()).filter(|word| !word.is_empty());
    words.take(LONGEST).collect()
}

/// True where the phrase stands in `words`, outside quotation marks. Of a phrase `^` is the beginning of the sentence,
/// `#` any words of dates, `…` up to four words, `a|b` either.
fn stands(words: &[String], phrase: &str) -> bool {
    let parts: Vec<&str> = phrase.split(' ').collect();
    let (parts, only_first) = match parts.split_first() {
        Some((&"^", rest)) => (rest, true),
        _ => (parts.as_slice(), false),
    };
    // A bracket, star or dash may open a notice.
    let opened = words.iter().take_while(|word| matches!(word.as_str(), "(" | "[" | "*" | "-" | "【" | "■")).count();
    let mut quoted = false;
    for at in 0..words.len() {
        if words[at] == "\"" {
            quoted = !quoted;
        }
        let first = at == 0 || at == opened;
        if (first || !only_first) && !quoted && follows(&words[at..], parts) {
            return true;
        }
    }
    false
}

fn follows(words: &[String], parts: &[&str]) -> bool {
    let Some((part, rest)) = parts.split_first() else { return true };
    match *part {
        "#" => {
            let date = |word: &String| DATES.contains(&word.as_str()) || word.bytes().any(|byte| byte.is_ascii_digit());
            let most = words.iter().take_while(|word| date(word)).count();
            (0..=most).any(|skipped| follows(&words[skipped..], rest))
        }
        "…" => (0..=words.len().min(4)).any(|skipped| follows(&words[skipped..], rest)),
        "1" => {
            words.first().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
                && follows(&words[1..], rest)
        }
        alternatives => {
            let one = words.first().is_some_and(|word| alternatives.split('|').any(|alternative| alternative == word));
            one && follows(&words[1..], rest)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(sentence: &str) -> Option<NoticeKind> {
        find(sentence).map(|found| found.kind)
    }

    #[test]
    fn corrections_are_told_by_how_outlets_write_them() {
        for sentence in [
            "Correction: An earlier version of this article gave the wrong sum.",
            "Clarification (March 3, 2025): The grant is paid over three years.",
            "This article was amended on 6 March 2025 to correct the year.",
            "(This story has been corrected to show that the vote was on Monday.)",
            "(Corrects value of deal in first paragraph)",
            "CORRECTED-Miner buys rival",
            "We wrongly reported that he had been fined.",
            "Editor's note: A passage has been removed from this article.",
            "* In einer früheren Fassung dieses Textes stand eine falsche Zahl.",
            "Rectificatif : le chiffre était inexact.",
            "Una versión anterior de este artículo daba otra cifra.",
            "【訂正】見出しの数字に誤りがありました。",
        ] {
            assert_eq!(kind(sentence), Some(NoticeKind::Correction), "{sentence}");
        }
        assert!(find("This article has been retracted.").is_some_and(|found| found.withdrawn));
    }

    #[test]
    fn updates_are_told_by_stamps_and_sentences() {
        for sentence in [
            "Updated at 11:40.",
            "Last updated: 4 March 2025, 22:15 GMT",
            "This story has been updated to include a response.",
            "UPDATE 2-Oil falls",
            "(Adds comment from minister)",
            "Mis à jour le 3 mai à 10h",
        ] {
            assert_eq!(kind(sentence), Some(NoticeKind::Updated), "{sentence}");
        }
    }

    #[test]
    fn what_is_told_of_others_is_no_notice() {
        for sentence in [
            "The ministry said it would issue a correction and apologise for the error.",
            "\"Correction, he may start on the bench,\" he added.",
            "\"We apologise for the error,\" the minister said.",
            "Corrections officers said: nothing was found.",
            "Editor's note: this report describes violence.",
            "Updated 3 hours ago",
            "The forecast was updated on Monday.",
            "The court corrected the sentence.",
        ] {
            assert_eq!(kind(sentence), None, "{sentence}");
        }
    }
}
