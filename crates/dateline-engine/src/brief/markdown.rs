//! A briefing as Markdown.

use std::fmt::{self, Write};

use dateline_model::{Body, Cell, Document, Item};

/// The briefing as CommonMark with tables. Words of reports are escaped: none of them can be markup.
#[must_use]
pub fn markdown(document: &Document) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write(document, &mut out);
    out
}

fn write(document: &Document, out: &mut String) -> fmt::Result {
    writeln!(out, "# {}\n\n{}\n", plain(&document.title), plain(&document.numbers))?;
    for section in &document.sections {
        writeln!(out, "## {}\n", section.part.heading())?;
        if !section.part.note().is_empty() {
            writeln!(out, "_{}_\n", section.part.note())?;
        }
        match &section.body {
            Body::Items(items) => items.iter().try_for_each(|item| write_item(out, item, 0))?,
            Body::Table { head, rows } => {
                writeln!(out, "| {} |\n|{}", head.join(" | "), " --- |".repeat(head.len()))?;
                for row in rows {
                    let cells: Vec<String> = row.iter().map(|cell| cited(cell).replace('|', "\\|")).collect();
                    writeln!(out, "| {} |", cells.join(" | "))?;
                }
            }
        }
        out.push('\n');
    }
    writeln!(out, "## References\n")?;
    for (at, reference) in document.references.iter().enumerate() {
        let parts = [&reference.outlet, &reference.title, &reference.published, &reference.url];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).map(|part| plain(part)).collect();
        writeln!(out, "{}. {}", at + 1, parts.join(". "))?;
    }
    Ok(())
}

fn write_item(out: &mut String, item: &Item, depth: usize) -> fmt::Result {
    let label = if item.label.is_empty() { String::new() } else { format!("**{}** ", plain(&item.label)) };
    let note = if item.note.is_empty() { String::new() } else { format!(" ({})", plain(&item.note)) };
    let line = format!("{label}{}{note}", cited(&item.said));
    writeln!(out, "{}- {}", "  ".repeat(depth), line.trim_end())?;
    item.inner.iter().try_for_each(|inner| write_item(out, inner, depth + 1))
}

fn cited(cell: &Cell) -> String {
    let mut out = plain(&cell.words);
    for number in &cell.references {
        let _ = write!(out, " [{number}]");
    }
    out
}

/// Words that mean nothing to Markdown.
fn plain(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#') {
            out.push('\\');
        }
        out.push(if letter.is_control() { ' ' } else { letter });
    }
    out
}
