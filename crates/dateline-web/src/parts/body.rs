//! The body of a report as headings, paragraphs, lists, quotations and tables.

use std::ops::Range;

use dateline_model::{Article, BlockKind};

use super::marks::{Marks, Part};

/// The words of a piece, with what is marked in them.
pub type Line = Vec<Part>;

/// A piece of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A paragraph.
    Paragraph(Line),
    /// A heading with its level in the page, 2 to 6.
    Heading(u8, Line),
    /// A list.
    List(Vec<Line>),
    /// A quotation set off, a paragraph each.
    Quotation(Vec<Line>),
    /// The words under a picture.
    Caption(Line),
    /// Rows of cells.
    Table(Vec<Vec<Line>>),
}

/// The pieces of the body of `article`; its headings go below one of level `above`, and never skip a level.
#[must_use]
pub fn pieces(article: &Article, above: u8, marks: &mut Marks<'_>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut level = above;
    for line in article.text.lines() {
        let kind = article.block(line);
        if kind == Some(BlockKind::TableRow) {
            let cells = cells(article.text.slice(line), line.start()).map(|cell| marks.parts(cell)).collect();
            match pieces.last_mut() {
                Some(Piece::Table(rows)) => rows.push(cells),
                _ => pieces.push(Piece::Table(vec![cells])),
            }
            continue;
        }
        let words = marks.parts(line.range());
        match (kind, pieces.last_mut()) {
            (Some(BlockKind::Heading2), _) => pieces.push(heading(&mut level, above + 1, words)),
            (Some(BlockKind::Heading3), _) => pieces.push(heading(&mut level, above + 2, words)),
            (Some(BlockKind::Heading4), _) => pieces.push(heading(&mut level, above + 3, words)),
            (Some(BlockKind::Caption), _) => pieces.push(Piece::Caption(words)),
            (Some(BlockKind::ListItem), Some(Piece::List(items))) => items.push(words),
            (Some(BlockKind::ListItem), _) => pieces.push(Piece::List(vec![words])),
            (Some(BlockKind::Quotation), Some(Piece::Quotation(lines))) => lines.push(words),
            (Some(BlockKind::Quotation), _) => pieces.push(Piece::Quotation(vec![words])),
            (None | Some(BlockKind::TableRow), _) => pieces.push(Piece::Paragraph(words)),
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
            Piece::Paragraph(words) | Piece::Heading(_, words) | Piece::Caption(words) => size(words),
            Piece::List(lines) | Piece::Quotation(lines) => lines.iter().map(|line| size(line)).sum(),
            Piece::Table(rows) => rows.iter().flatten().map(|cell| size(cell)).sum(),
        }
    }
}

fn size(line: &[Part]) -> usize {
    line.iter().map(|part| if let Part::Words(words) = part { words.len() } else { 0 }).sum()
}

fn heading(level: &mut u8, wanted: u8, words: Line) -> Piece {
    *level = wanted.min(*level + 1).min(6);
    Piece::Heading(*level, words)
}

/// Where the cells of a row that begins at `start` stand in the text, without the white space around them.
fn cells(row: &str, start: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    const BETWEEN: &str = " | ";
    let mut at = start;
    row.split(BETWEEN).map(move |cell| {
        let from = at + (cell.len() - cell.trim_start().len());
        at += cell.len() + BETWEEN.len();
        from..from + cell.trim().len()
    })
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

    fn line(words: &str) -> Line {
        vec![Part::Words(words.to_owned())]
    }

    fn plain(article: &Article, above: u8) -> Vec<Piece> {
        pieces(article, above, &mut Marks::plain(article))
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
        let row = |cells: &[&str]| cells.iter().map(|cell| line(cell)).collect::<Vec<_>>();
        let expected = [
            Piece::Heading(2, line("Deep heading")),
            Piece::List(row(&["One", "Two"])),
            Piece::Paragraph(line("Plain.")),
            Piece::Quotation(row(&["Said she."])),
            Piece::Table(vec![row(&["Port", "Ships"]), row(&["Hull", "3"])]),
        ];
        assert_eq!(plain(&article, 1), expected);
    }

    #[test]
    fn the_dateline_is_set_apart() {
        let mut article = article(&[("HULL, June 27 (CW) - Ferries stopped.", None)]);
        let span = article.text.span(0..18).unwrap();
        article.dateline = Some(Dateline { span, place: "HULL".to_owned(), date: None, agency: None });
        let look = super::super::marks::Look { class: "dateline", ..Default::default() };
        let words = |words: &str| Part::Words(words.to_owned());
        let open = Part::Open(Box::new(look));
        let expected = vec![open, words("HULL, June 27 (CW)"), Part::Close, words(" - Ferries stopped.")];
        assert_eq!(plain(&article, 1), [Piece::Paragraph(expected)]);
    }

    #[test]
    fn a_long_body_is_folded_after_its_first_paragraphs() {
        let long = "word ".repeat(60);
        let article = article(&[(&long, None), ("Heading", Some(BlockKind::Heading2)), (&long, None), (&long, None)]);
        let (shown, rest) = fold(plain(&article, 2), 400);
        assert_eq!((shown.len(), rest.len()), (1, 3), "the heading stays with its paragraph");
        let (shown, rest) = fold(plain(&article, 2), 4_000);
        assert_eq!((shown.len(), rest.len()), (4, 0));
        assert_eq!(fold(Vec::new(), 10), (Vec::new(), Vec::new()));
    }
}
