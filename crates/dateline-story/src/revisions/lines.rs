//! Lines that stand in a page and are none of its report: links, counters, tickers, advertisements.

mod table;

use dateline_model::{Article, BlockKind, Span};

use super::tokens::form;
use table::{BEGINNINGS, COUNTED, HEADS, WHOLE};
use unicode_segmentation::UnicodeSegmentation;

/// What a line is to its report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Part of it.
    Told,
    /// A line without an end: part of it where it stays, none of it where it comes and goes.
    Loose,
    /// None of it.
    Furniture,
}

/// The lines of a text.
pub struct Lines {
    lines: Vec<(Span, LineKind)>,
}

impl Lines {
    /// Reads the lines of a report.
    pub fn new(article: &Article) -> Lines {
        let mut list = false;
        let lines = article.text.lines().map(|line| {
            let words = article.text.slice(line);
            let kind = kind(words, article.block(line));
            let is_head = is_one_of(words, HEADS);
            // Below `Most read` stand links until a sentence comes.
            list = is_head || (list && kind != LineKind::Told);
            (line, if list || is_head { LineKind::Furniture } else { kind })
        });
        Lines { lines: lines.collect() }
    }

    /// What the line is that `span` begins in.
    pub fn kind(&self, span: Span) -> LineKind {
        let at = self.lines.partition_point(|(line, _)| line.start() <= span.start());
        at.checked_sub(1).and_then(|at| self.lines.get(at)).map_or(LineKind::Told, |(_, kind)| *kind)
    }
}

fn kind(line: &str, block: Option<BlockKind>) -> LineKind {
    let lower = line.to_lowercase();
    let begins =
        |beginning: &&str| lower.strip_prefix(*beginning).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let words: Vec<String> = line.split_word_bounds().map(form).filter(|word| !word.is_empty()).collect();
    let many = words.iter().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    let number = words.iter().any(|word| word.starts_with(|first: char| first.is_ascii_digit()));
    let counted = || words.iter().any(|word| COUNTED.contains(&word.to_lowercase().as_str()));
    let ticker = line.contains(['▲', '▼', '△', '▽', '↑', '↓']);
    if ticker || is_one_of(line, WHOLE) || (many <= 6 && number && counted()) {
        return LineKind::Furniture;
    }
    let ended = line.trim_end_matches(['"', '”', '“', '»', '\'', '’', ')', ']', '」', '』']);
    let ends = ended.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '।', '．']);
    // A sentence may begin with `Related` and be one; what has a colon, or more words, is none.
    let plain = |beginning: &str| ends && !beginning.contains([' ', ':']) && !lower[beginning.len()..].starts_with(':');
    if BEGINNINGS.iter().any(|beginning| begins(beginning) && !plain(beginning)) {
        return LineKind::Furniture;
    }
    match block {
        Some(BlockKind::ListItem | BlockKind::Quotation) => LineKind::Told,
        _ if ends => LineKind::Told,
        _ if many <= 6 && number => LineKind::Furniture,
        _ => LineKind::Loose,
    }
}

fn is_one_of(line: &str, list: &[&str]) -> bool {
    let line = line.trim().trim_end_matches([':', '.', '…', '»', '>']).trim_end().to_lowercase();
    list.contains(&line.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_a_report_is_told_from_it() {
        for line in [
            "Read more: Northern Air cuts 300 jobs",
            "118 comments",
            "3 min read",
            "Published 5 hours ago",
            "Northern Air 12.15 ▼ 2.0%",
            "Advertisement",
            "Sign up for our morning newsletter and never miss a story.",
            "Photo: Lena Holm/Courier",
            "Lire aussi : le pont rouvre",
        ] {
            assert_eq!(kind(line, None), LineKind::Furniture, "{line}");
        }
        for line in ["Two people were hurt.", "“We cannot wait,” she said", "Commenters were angry about 3 things."]
        {
            assert_ne!(kind(line, None), LineKind::Furniture, "{line}");
        }
    }

    #[test]
    fn links_below_a_head_are_links() {
        let text = "It rained.\nMost read\nBakery closes after 80 years\nCouncil raises fees\nIt rained again.";
        let article = Article::of(dateline_model::Text::new(text));
        let lines = Lines::new(&article);
        let kinds: Vec<LineKind> = article.text.lines().map(|line| lines.kind(line)).collect();
        let (told, furniture) = (LineKind::Told, LineKind::Furniture);
        assert_eq!(kinds, [told, furniture, furniture, furniture, told]);
    }
}
