//! The lines of a text page, as a browser's "save as text" or a text extraction leaves them.

use crate::body::Body;
use crate::words;
use dateline_model::BlockKind;

/// One line with words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its words, without the mark of a list item.
    pub(crate) words: String,
    /// True for the item of a list.
    pub(crate) bullet: bool,
    /// True where an empty line stands before it.
    pub(crate) gap: bool,
}

const BULLETS: &[&str] = &["• ", "- ", "* ", "· ", "▪ ", "◦ ", "‣ ", "– "];

/// The lines of `text` that hold any character but space.
pub(crate) fn of_text(text: &str) -> Vec<Line> {
    let mut gap = true;
    let mut lines = Vec::new();
    for line in text.replace("\r\n", "\n").split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{c}']) {
        let line = words::collapse(line);
        if line.is_empty() {
            gap = true;
            continue;
        }
        let item = BULLETS.iter().find_map(|bullet| line.strip_prefix(bullet));
        lines.push(Line { words: item.unwrap_or(&line).trim().to_owned(), bullet: item.is_some(), gap });
        gap = false;
    }
    lines
}

/// The lines of a page of HTML.
pub(crate) fn of_body(body: &Body) -> Vec<Line> {
    let line = |line: &crate::body::BodyLine| Line {
        words: line.words.clone(),
        bullet: line.kind == Some(BlockKind::ListItem),
        gap: true,
    };
    body.lines.iter().map(line).collect()
}

/// Joins the lines of paragraphs that were broken at a fixed width, as mail and old archives have them. A line was broken
/// there where the first word of the next would not have fitted on it.
pub(crate) fn unwrapped(lines: Vec<Line>) -> Vec<Line> {
    let width = |line: &Line| line.words.chars().count();
    let pairs = || lines.windows(2).filter(|pair| !pair[1].gap);
    let widest = pairs().map(|pair| width(&pair[0])).max().unwrap_or(0);
    let broken = |line: &Line, next: &Line| {
        let word = next.words.split(' ').next().unwrap_or_default().chars().count();
        !next.gap && !next.bullet && width(line) + 1 + word > widest
    };
    let total = pairs().count();
    let fixed = pairs().filter(|pair| broken(&pair[0], &pair[1]) && !words::ends_sentence(&pair[0].words)).count();
    let paragraphs = lines.iter().filter(|line| line.gap).count();
    if !WIDTHS.contains(&widest) || total < 3 || fixed * 5 < total * 2 || paragraphs < 2 {
        return lines;
    }
    let mut joined: Vec<Line> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in &lines {
        match (joined.last_mut(), before) {
            (Some(last), Some(before)) if broken(before, line) => {
                last.words.push(' ');
                last.words.push_str(&line.words);
            }
            _ => joined.push(line.clone()),
        }
        before = Some(line);
    }
    joined
}

/// Widths, in characters, that texts are broken at.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=132;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_their_bullets_and_gaps() {
        let lines = of_text("\n One\r\n\r\n  • Two\r\n-Three\n");
        let shown: Vec<_> = lines.iter().map(|line| (line.words.as_str(), line.bullet, line.gap)).collect();
        assert_eq!(shown, [("One", false, true), ("Two", true, true), ("-Three", false, false)]);
    }

    #[test]
    fn paragraphs_broken_at_a_width_are_joined() {
        let text = "The harbour board voted on Tuesday to raise the fares\non all four routes from the first day of next month,\nthe chairman said.\n\nA spokeswoman said that the money would pay for boats\nand for repairs to the northern pier.";
        let lines = unwrapped(of_text(text));
        assert_eq!(lines.len(), 2);
        assert!(lines[1].words.ends_with("boats and for repairs to the northern pier."));
        let lines = of_text("One line.\nAnother line.\n\nA third line.\nA fourth line.");
        assert_eq!(unwrapped(lines.clone()), lines);
    }
}
