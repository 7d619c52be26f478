//! The body of a report as headings, paragraphs, lists, quotations and tables.

use dateline_model::{Article, BlockKind};

/// A piece of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A paragraph, opened by a dateline where it has one (else the first part is empty).
    Paragraph(String, String),
    /// A heading with its level in the page, 2 to 6.
    Heading(u8, String),
    /// A list.
    List(Vec<String>),
    /// A quotation set off, a paragraph each.
    Quotation(Vec<String>),
    /// The words under a picture.
    Caption(String),
    /// Rows of cells.
    Table(Vec<Vec<String>>),
}

/// The pieces of the body of `article`; its headings go below one of level `above`, and never skip a level.
#[must_use]
pub fn pieces(article: &Article, above: u8) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut level = above;
    for line in article.text.lines() {
        let words = article.text.slice(line);
        match article.block(line) {
            None => pieces.push(paragraph(article, line.start(), words)),
            Some(BlockKind::Heading2) => pieces.push(heading(&mut level, above + 1, words)),
            Some(BlockKind::Heading3) => pieces.push(heading(&mut level, above + 2, words)),
            Some(BlockKind::Heading4) => pieces.push(heading(&mut level, above + 3, words)),
            Some(BlockKind::Caption) => pieces.push(Piece::Caption(words.to_owned())),
            Some(BlockKind::ListItem) => match pieces.last_mut() {
                Some(Piece::List(items)) => items.push(words.to_owned()),
                _ => pieces.push(Piece::List(vec![words.to_owned()])),
            },
            Some(BlockKind::Quotation) => match pieces.last_mut() {
                Some(Piece::Quotation(lines)) => lines.push(words.to_owned()),
                _ => pieces.push(Piece::Quotation(vec![words.to_owned()])),
            },
            Some(BlockKind::TableRow) => match pieces.last_mut() {
                Some(Piece::Table(rows)) => rows.push(cells(words)),
                _ => pieces.push(Piece::Table(vec![cells(words)])),
            },
        }
    }
    pieces
}

/// The pieces that are shown at once and those behind them: about `characters` first, at least one piece.
#[must_use]
pub fn fold(mut pieces: Vec<Piece>, characters: usize) -> (Vec<Piece>, Vec<Piece>) {
    let mut room = characters;
    let mut shown = 0;
    for piece in &pieces {
        let size = piece.size();
        if shown > 0 && size > room {
            break;
        }
        room = room.saturating_sub(size);
        shown += 1;
    }
    // A heading says nothing without what it heads, and one short paragraph is not worth a click.
    while shown > 1 && matches!(pieces[shown - 1], Piece::Heading(..)) {
        shown -= 1;
    }
    let left: usize = pieces[shown..].iter().map(Piece::size).sum();
    if left < 200 {
        shown = pieces.len();
    }
    let rest = pieces.split_off(shown);
    (pieces, rest)
}

impl Piece {
    fn size(&self) -> usize {
        match self {
            Piece::Paragraph(dateline, words) => dateline.len() + words.len(),
            Piece::Heading(_, words) | Piece::Caption(words) => words.len(),
            Piece::List(lines) | Piece::Quotation(lines) => lines.iter().map(String::len).sum(),
            Piece::Table(rows) => rows.iter().flatten().map(String::len).sum(),
        }
    }
}

fn paragraph(article: &Article, start: usize, words: &str) -> Piece {
    let dateline = article.dateline.as_ref().filter(|dateline| dateline.span.start() == start);
    let (opening, rest) =
        dateline.and_then(|dateline| words.split_at_checked(dateline.span.len())).unwrap_or(("", words));
    Piece::Paragraph(opening.to_owned(), rest.to_owned())
}

fn heading(level: &mut u8, wanted: u8, words: &str) -> Piece {
    *level = wanted.min(*level + 1).min(6);
    Piece::Heading(*level, words.to_owned())
}

fn cells(row: &str) -> Vec<String> {
    row.split(" | ").map(|cell| cell.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_model::{Block, Dateline, Text};

    fn article(lines: &[(&str, Option<BlockKind>)]) -> Article {
        let joined: Vec<&str> = lines.iter().map(|(line, _)| *line).collect();
        let mut article = Article::of(Text::new(&joined.join("\n")));
        let spans: Vec<_> = article.text.lines().collect();
        let marked = spans.into_iter().zip(lines).filter_map(|(span, (_, kind))| kind.map(|kind| Block { span, kind }));
        article.blocks = marked.collect();
        article
    }

    #[test]
    fn neighbouring_lines_of_a_kind_are_one_piece() {
        use BlockKind::{Heading4, ListItem, Quotation, TableRow};
        let article = article(&[
            ("Deep heading", Some(Heading4)),
            ("One", Some(ListItem)),
            ("Two", Some(ListItem)),
            ("Plain.", None),
            ("Said she.", Some(Quotation)),
            ("Port | Ships", Some(TableRow)),
            ("Hull | 3", Some(TableRow)),
        ]);
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let expected = [
            Piece::Heading(2, "Deep heading".to_owned()),
            Piece::List(row(&["One", "Two"])),
            Piece::Paragraph(String::new(), "Plain.".to_owned()),
            Piece::Quotation(row(&["Said she."])),
            Piece::Table(vec![row(&["Port", "Ships"]), row(&["Hull", "3"])]),
        ];
        assert_eq!(pieces(&article, 1), expected);
    }

    #[test]
    fn the_dateline_is_set_apart() {
        let mut article = article(&[("HULL, June 27 (CW) - Ferries stopped.", None)]);
        let span = article.text.span(0..18).unwrap();
        article.dateline = Some(Dateline { span, place: "HULL".to_owned(), date: None, agency: None });
        let expected = Piece::Paragraph("HULL, June 27 (CW)".to_owned(), " - Ferries stopped.".to_owned());
        assert_eq!(pieces(&article, 1), [expected]);
    }

    #[test]
    fn a_long_body_is_folded_after_its_first_paragraphs() {
        let long = "word ".repeat(60);
        let article = article(&[(&long, None), ("Heading", Some(BlockKind::Heading2)), (&long, None), (&long, None)]);
        let (shown, rest) = fold(pieces(&article, 2), 400);
        assert_eq!((shown.len(), rest.len()), (1, 3), "the heading stays with its paragraph");
        let (shown, rest) = fold(pieces(&article, 2), 4_000);
        assert_eq!((shown.len(), rest.len()), (4, 0));
        assert_eq!(fold(Vec::new(), 10), (Vec::new(), Vec::new()));
    }
}
