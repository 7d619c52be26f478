//! Sections of a briefing as they are shown: words of reports, each with a number that leads to its place.

use dateline_model::{ArticleId, Body, Cell, Item, Reference, Section};

use crate::addresses;

/// A number in brackets, and where it leads.
#[derive(Debug)]
pub struct Source {
    /// The number of the reference.
    pub number: usize,
    /// Where the words stand.
    pub href: String,
    /// The outlet, or the headline where that is not known.
    pub name: String,
}

/// Words of a report.
#[derive(Debug)]
pub struct Said {
    /// The words.
    pub words: String,
    /// Where they stand.
    pub sources: Vec<Source>,
}

/// Something said, with what belongs under it.
#[derive(Debug)]
pub struct Line {
    /// What it is; may be empty.
    pub label: String,
    /// The words.
    pub said: Said,
    /// Who says it, or how many; may be empty.
    pub note: String,
    /// What belongs under it.
    pub inner: Vec<Line>,
}

/// A part of a briefing.
#[derive(Debug)]
pub struct Shown {
    /// Its name in the address.
    pub id: String,
    /// What it is headed by.
    pub heading: &'static str,
    /// How to read it; may be empty.
    pub note: &'static str,
    /// What it says, where that is a list.
    pub lines: Vec<Line>,
    /// What stands in each column, where it is a table.
    pub head: Vec<&'static str>,
    /// The rows of a table.
    pub rows: Vec<Vec<Said>>,
}

impl Shown {
    /// The section, with at most `most` of its lines or rows.
    #[must_use]
    pub fn new(section: &Section, references: &[Reference], most: usize) -> Shown {
        let (lines, head, rows) = match &section.body {
            Body::Items(items) => {
                (items.iter().take(most).map(|item| line(item, references)).collect(), Vec::new(), Vec::new())
            }
            Body::Table { head, rows } => {
                let row = |row: &Vec<Cell>| row.iter().map(|cell| said(cell, references)).collect();
                (Vec::new(), head.clone(), rows.iter().take(most).map(row).collect())
            }
        };
        let (heading, note) = (section.part.heading(), section.part.note());
        Shown { id: heading.to_lowercase().replace(' ', "-"), heading, note, lines, head, rows }
    }
}

fn line(item: &Item, references: &[Reference]) -> Line {
    Line {
        label: item.label.clone(),
        said: said(&item.said, references),
        note: item.note.clone(),
        inner: item.inner.iter().map(|inner| line(inner, references)).collect(),
    }
}

/// The first number leads to the words in their report, the others to reports that say the same in others.
fn said(cell: &Cell, references: &[Reference]) -> Said {
    let source = |(at, &number): (usize, &usize)| {
        let reference = references.get(number.checked_sub(1)?)?;
        let article = ArticleId::new(&reference.id);
        let href = if at == 0 { addresses::sentence(&article, &cell.words) } else { addresses::article(&article) };
        let name = if reference.outlet.is_empty() { &reference.title } else { &reference.outlet };
        Some(Source { number, href, name: name.clone() })
    };
    Said { words: cell.words.clone(), sources: cell.references.iter().enumerate().filter_map(source).collect() }
}
