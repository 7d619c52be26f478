//! A briefing as a page of HTML that stands by itself.

use std::fmt::{self, Write};

use dateline_model::{Body, Cell, Document, Item, Reference};

/// All the page needs: it loads nothing.
const STYLE: &str = "body{font:1rem/1.55 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}\
h1,h2{line-height:1.2}h2{margin-top:2.2rem;font-size:1.25rem}.note{color:#555;font-style:italic}.who{color:#555;font-size:.9em}\
li{margin:.4rem 0}table{border-collapse:collapse;width:100%;font-size:.95rem}th,td{text-align:left;vertical-align:top;\
padding:.35rem .6rem .35rem 0;border-bottom:1px solid #ddd}sup a{text-decoration:none}a{color:#0b5394}\
@media(prefers-color-scheme:dark){body{background:#161616;color:#e6e6e6}.note,.who{color:#aaa}th,td{border-color:#444}a{color:#8ab4f8}}";

/// The briefing as one HTML document. Words of reports are escaped, and only addresses of the web become links.
#[must_use]
pub fn html(document: &Document) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write(document, &mut out);
    out
}

fn write(document: &Document, out: &mut String) -> fmt::Result {
    let title = escape(&document.title);
    writeln!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{}</p>",
        escape(&document.numbers)
    )?;
    for section in &document.sections {
        writeln!(out, "<section>\n<h2>{}</h2>", section.part.heading())?;
        if !section.part.note().is_empty() {
            writeln!(out, "<p class=\"note\">{}</p>", escape(section.part.note()))?;
        }
        match &section.body {
            Body::Items(items) => write_items(out, items)?,
            Body::Table { head, rows } => write_table(out, head, rows)?,
        }
        writeln!(out, "</section>")?;
    }
    writeln!(out, "<section>\n<h2>References</h2>\n<ol>")?;
    for (at, reference) in document.references.iter().enumerate() {
        writeln!(out, "<li id=\"r{}\">{}</li>", at + 1, self::reference(reference))?;
    }
    writeln!(out, "</ol>\n</section>\n</main>\n</body>\n</html>")
}

fn write_items(out: &mut String, items: &[Item]) -> fmt::Result {
    writeln!(out, "<ul>")?;
    for item in items {
        write!(out, "<li>")?;
        if !item.label.is_empty() {
            write!(out, "<strong>{}</strong> ", escape(&item.label))?;
        }
        write!(out, "{}", cited(&item.said))?;
        if !item.note.is_empty() {
            write!(out, " <span class=\"who\">({})</span>", escape(&item.note))?;
        }
        if !item.inner.is_empty() {
            writeln!(out)?;
            write_items(out, &item.inner)?;
        }
        writeln!(out, "</li>")?;
    }
    writeln!(out, "</ul>")
}

fn write_table(out: &mut String, head: &[&str], rows: &[Vec<Cell>]) -> fmt::Result {
    write!(out, "<table>\n<thead><tr>")?;
    head.iter().try_for_each(|name| write!(out, "<th scope=\"col\">{name}</th>"))?;
    writeln!(out, "</tr></thead>\n<tbody>")?;
    for row in rows {
        write!(out, "<tr>")?;
        row.iter().try_for_each(|cell| write!(out, "<td>{}</td>", cited(cell)))?;
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</tbody>\n</table>")
}

fn reference(reference: &Reference) -> String {
    let title = if reference.title.is_empty() { &reference.id } else { &reference.title };
    let web = ["https://", "http://"].iter().any(|scheme| reference.url.starts_with(scheme));
    let title = match web {
        true => format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escape(&reference.url), escape(title)),
        false => escape(title),
    };
    let parts = [escape(&reference.outlet), title, escape(&reference.published)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ")
}

fn cited(cell: &Cell) -> String {
    let mut out = escape(&cell.words);
    for number in &cell.references {
        let _ = write!(out, "<sup><a href=\"#r{number}\">[{number}]</a></sup>");
    }
    out
}

fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}
