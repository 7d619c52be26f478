//! Building the text of an article: a paragraph a line, with the kind of each line that is not a plain one.

use dateline_model::{Article, Block, BlockKind, Text};

use crate::words;

/// One line of a body to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BodyLine {
    pub(crate) words: String,
    pub(crate) kind: Option<BlockKind>,
}

/// The lines of a body to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Body {
    pub(crate) lines: Vec<BodyLine>,
}

impl Body {
    /// Adds a line, its space collapsed, where any word is left.
    pub(crate) fn push(&mut self, line: &str, kind: Option<BlockKind>) {
        let words = words::collapse(line);
        if words.chars().any(char::is_alphanumeric) {
            self.lines.push(BodyLine { words, kind });
        }
    }

    /// How many words all lines have.
    pub(crate) fn word_count(&self) -> usize {
        self.lines.iter().map(|line| words::count(&line.words)).sum()
    }

    /// How many words stand in lines that are paragraphs, list items or quotations.
    pub(crate) fn prose_word_count(&self) -> usize {
        let prose = |kind| matches!(kind, None | Some(BlockKind::ListItem | BlockKind::Quotation));
        self.lines.iter().filter(|line| prose(line.kind)).map(|line| words::count(&line.words)).sum()
    }

    /// The text and its blocks as an article of which nothing else is known.
    pub(crate) fn into_article(self) -> Article {
        let mut joined = String::with_capacity(self.lines.iter().map(|line| line.words.len() + 1).sum());
        let mut ranges = Vec::new();
        for line in &self.lines {
            if !joined.is_empty() {
                joined.push('\n');
            }
            let start = joined.len();
            joined.push_str(&line.words);
            if let Some(kind) = line.kind {
                ranges.push((start..joined.len(), kind));
            }
        }
        let text = Text::from(joined);
        let blocks = ranges.into_iter().filter_map(|(range, kind)| Some(Block { span: text.span(range)?, kind }));
        let blocks = blocks.collect();
        Article { blocks, ..Article::of(text) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_point_at_their_lines() {
        let mut body = Body::default();
        body.push("Fares  rise.", None);
        body.push(" — ", None);
        body.push("What changes", Some(BlockKind::Heading2));
        let article = body.into_article();
        assert_eq!(article.text.as_str(), "Fares rise.\nWhat changes");
        assert_eq!(article.text.slice(article.blocks[0].span), "What changes");
    }
}
