//! The lines above the first paragraph and below the last that are not the report's words: section, byline, time of
//! publication, tags.

use dateline_model::{Article, BlockKind};

use crate::body::Body;
use crate::dates::month;
use crate::words;

/// How many lines are looked at.
const LINES: usize = 6;
/// Most words beside the date in a line that states when and by whom.
const OTHER_WORDS: usize = 7;
/// Words that stand beside a date.
const AROUND: &[&str] = &[
    "published",
    "updated",
    "posted",
    "modified",
    "last",
    "first",
    "created",
    "at",
    "on",
    "am",
    "a",
    "p",
    "m",
    "pm",
    "gmt",
    "utc",
    "bst",
    "edt",
    "est",
    "cet",
    "cest",
    "jst",
    "et",
    "ist",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "uhr",
    "stand",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "veröffentlicht",
    "aktualisiert",
    "min",
    "minutes",
    "read",
];

/// Takes those lines out of `body`. What `article` states of itself (section, outlet, bylines) shows some of them.
pub(crate) fn without_labels(body: &mut Body, article: &Article) {
    let subtitle = article.subtitle.as_deref().unwrap_or_default();
    let paragraph =
        |words: &str| words::ends_sentence(words) && words::count(words) >= 8 && !is_stamp(words) && words != subtitle;
    let end =
        body.lines.iter().take(LINES).position(|line| paragraph(&line.words)).unwrap_or(LINES.min(body.lines.len()));
    let names: Vec<String> = [&article.section, &article.outlet, &article.title]
        .into_iter()
        .flatten()
        .chain(&article.tags)
        .chain(&article.bylines)
        .map(|name| words::fold(name))
        .collect();
    let mut at = 0;
    body.lines.retain(|line| {
        at += 1;
        if at > end || !matches!(line.kind, None | Some(BlockKind::ListItem)) {
            return true;
        }
        let byline =
            line.words.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by ")) && words::is_label(&line.words, 8);
        !byline && !is_stamp(&line.words) && !names.contains(&words::fold(&line.words))
    });
    let is_tag = |words: &str| names.contains(&words::fold(words)) || words::fold(words) == "tags";
    while body.lines.len() > 1 && body.lines.last().is_some_and(|line| is_tag(&line.words)) {
        body.lines.pop();
    }
}

/// True for a line that says when the report was published, and at most who wrote it.
fn is_stamp(line: &str) -> bool {
    let unspaced = line.chars().filter(|letter| matches!(letter, '\u{3040}'..='\u{9fff}')).count();
    if unspaced > 0 {
        let dated = line.contains('年') || line.contains('月') && line.contains('日');
        return dated && unspaced <= 12 && !words::ends_sentence(line);
    }
    let (mut dates, mut numbers, mut others) = (0, 0, 0);
    for word in line.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let lower = word.to_lowercase();
        if word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit()) {
            numbers += 1;
        } else if month(&lower).is_some() {
            dates += 1;
        } else if !AROUND.contains(&lower.as_str()) && !lower.starts_with(|letter: char| letter.is_ascii_digit()) {
            others += 1;
        }
    }
    // `8:10 a.m.` ends with a point, and is no sentence.
    let sentence = words::ends_sentence(line) && !line.ends_with(".m.") && others > 2;
    let dated = dates > 0 && numbers > 0 || numbers >= 3;
    dated && others <= OTHER_WORDS && !sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_are_told_from_paragraphs() {
        for stamp in [
            "Posted Tuesday, March 26, 2024 at 05:20",
            "Newsroom and agencies Tuesday 26 March 2024, 10:15",
            "Market deskAug. 26, 2024, 8:10 a.m. ET",
            "Redaktion · Stand: 27. März 2024, 09:45 Uhr",
            "2025年6月23日 21:00 配信",
            "21/06/2025 14:05",
        ] {
            assert!(is_stamp(stamp), "{stamp}");
        }
        for paragraph in [
            "TOKYO, June 27 (Agency) - Japan and the United States are arranging a visit in early July.",
            "The vote is on July 20.",
            "Reports on the earthquake of 1 January do not agree on its size, and the toll has changed since.",
            "林氏は23日の記者会見で、そうした事実はないと否定した。",
        ] {
            assert!(!is_stamp(paragraph), "{paragraph}");
        }
    }
}
