//! HTML to lines: a paragraph a line, headings, list items, quotations, table rows and captions marked as such.

use dateline_model::BlockKind;

use crate::body::Body;
use crate::markup::{Names, Passed, Piece, Tag, VOID, listed, pieces, unescape};
use crate::page::around::{BOXES, FRAMES, around};
use crate::page::seen::is_hidden;
use crate::words;

/// How much of the page is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Everything that is visible: for a fragment that holds nothing but the report.
    #[default]
    Visible,
    /// What is visible outside navigation, sidebars, forms and footers: for a whole page.
    Content,
    /// The part of a page that holds the report, well-formed: what stands around it inside that part is left out.
    Report,
}

/// Elements that show no words of their own, or the words of a control.
const UNSEEN: Names = Names::of(&[
    "script", "style", "template", "noscript", "iframe", "noembed", "noframes", "xmp", "title", "textarea", "svg",
    "math", "button", "select", "datalist", "object", "audio", "video", "canvas", "map", "dialog",
]);

/// How the characters of a word are read, and the brackets around that.
const READINGS: Names = Names::of(&["rt", "rp"]);

/// Elements around a report, not of it.
const AROUND: Names = Names::of(&["nav", "aside", "footer", "form", "menu"]);

/// Elements whose end tag may be left out: a hidden one ends where the next of them begins.
const SELF_ENDING: Names = Names::of(&["p", "li", "dt", "dd", "tr", "td", "th", "option"]);

/// Elements that begin and end a line.
const LINES: Names = Names::of(&[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
]);

/// The lines of `html` that a reader sees.
pub(crate) fn text(html: &str, scope: Scope) -> Body {
    let around = if scope == Scope::Report { around(html, &[&BOXES, &FRAMES]) } else { Vec::new() };
    let mut writer = Writer { scope, around: around.into_iter(), ..Writer::default() };
    for piece in pieces(html) {
        writer.piece(piece);
    }
    writer.end_row();
    writer.end_line();
    writer.body
}

/// Parts the cells of a row until it is known whether it is a row of words or a frame for paragraphs.
const PARAGRAPH: char = '\u{2029}';

#[derive(Default)]
struct Writer<'h> {
    scope: Scope,
    /// Of the start tags to come, which elements stand around the report.
    around: std::vec::IntoIter<bool>,
    /// How many links are open, and how many letters of the line stand in links.
    links: usize,
    linked: usize,
    body: Body,
    line: String,
    hidden: Option<Passed<'h>>,
    heading: Option<BlockKind>,
    quotations: usize,
    lists: usize,
    items: usize,
    captions: usize,
    preformatted: usize,
    /// The cells of the table row we are in.
    row: Option<Vec<String>>,
}

impl<'h> Writer<'h> {
    fn piece(&mut self, piece: Piece<'h>) {
        let around = matches!(piece, Piece::Open(_)) && self.around.next() == Some(true);
        if self.skips(&piece) {
            return;
        }
        match piece {
            Piece::Open(tag) => self.open(&tag, around),
            Piece::Close(name) => self.close(name),
            Piece::Text(words) => self.words(words),
            Piece::Raw(_) => {}
        }
    }

    /// True where the piece belongs to something hidden; keeps count of how deep.
    fn skips(&mut self, piece: &Piece<'h>) -> bool {
        let Some(hidden) = &mut self.hidden else { return false };
        match piece {
            Piece::Open(tag) if tag.is(hidden.name) && SELF_ENDING.has(tag.name) => {
                self.hidden = None;
                return false;
            }
            // The end tags of readings above characters may be left out.
            Piece::Close(name) if name.eq_ignore_ascii_case("ruby") && READINGS.has(hidden.name) => self.hidden = None,
            _ if hidden.ends_with(piece) => self.hidden = None,
            _ => {}
        }
        true
    }

    fn hides(&self, tag: &Tag<'h>, around: bool) -> bool {
        let around = around || self.scope != Scope::Visible && AROUND.has(tag.name);
        (around || UNSEEN.has(tag.name) || READINGS.has(tag.name) || is_hidden(tag)) && !listed(VOID, tag.name)
    }

    fn open(&mut self, tag: &Tag<'h>, around: bool) {
        if self.hides(tag, around) {
            if LINES.has(tag.name) {
                self.break_line();
            }
            self.hidden = Some(Passed::new(tag.name));
            return;
        }
        self.links += usize::from(tag.is("a"));
        if !LINES.has(tag.name) {
            return;
        }
        let name = tag.name.to_ascii_lowercase();
        match name.as_str() {
            "table" => self.end_row(),
            "tr" => {
                self.end_row();
                self.end_line();
                self.row = Some(Vec::new());
            }
            "td" | "th" => self.end_cell(),
            _ => self.break_line(),
        }
        match name.as_str() {
            "h1" | "h2" => self.heading = Some(BlockKind::Heading2),
            "h3" => self.heading = Some(BlockKind::Heading3),
            "h4" | "h5" | "h6" => self.heading = Some(BlockKind::Heading4),
            "blockquote" => self.quotations += 1,
            "ul" | "ol" => self.lists += 1,
            "li" => self.items = self.lists.max(1),
            "figcaption" | "caption" => self.captions += 1,
            "pre" => self.preformatted += 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if name.eq_ignore_ascii_case("a") {
            self.links = self.links.saturating_sub(1);
        }
        if !LINES.has(name) {
            return;
        }
        let name = name.to_ascii_lowercase();
        match name.as_str() {
            "tr" | "table" => self.end_row(),
            "td" | "th" => self.end_cell(),
            "br" => {}
            _ => self.break_line(),
        }
        match name.as_str() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = None,
            "blockquote" => self.quotations = self.quotations.saturating_sub(1),
            "ul" | "ol" => {
                self.lists = self.lists.saturating_sub(1);
                self.items = self.items.min(self.lists);
            }
            "li" => self.items = self.items.saturating_sub(1),
            "figcaption" | "caption" => self.captions = self.captions.saturating_sub(1),
            "pre" => self.preformatted = self.preformatted.saturating_sub(1),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        let words = unescape(words);
        if self.links > 0 {
            self.linked += words.trim().len();
        }
        if self.preformatted == 0 {
            self.line.push_str(&words);
            return;
        }
        for (at, line) in words.split('\n').enumerate() {
            if at > 0 {
                self.break_line();
            }
            self.line.push_str(line);
        }
    }

    /// A line ends; inside a table row that is not known to be one yet.
    fn break_line(&mut self) {
        if self.row.is_some() || self.heading.is_some() {
            self.line.push(PARAGRAPH);
        } else {
            self.end_line();
        }
        if self.row.is_none() && self.heading.is_some() {
            self.end_line();
        }
    }

    fn end_line(&mut self) {
        let kind = match () {
            () if self.captions > 0 => Some(BlockKind::Caption),
            () if self.heading.is_some() => self.heading,
            () if self.quotations > 0 => Some(BlockKind::Quotation),
            () if self.items > 0 => Some(BlockKind::ListItem),
            () => None,
        };
        if !(self.scope == Scope::Report && (kind == Some(BlockKind::Caption) || self.is_link(kind))) {
            for part in self.line.split(PARAGRAPH) {
                self.body.push(part, kind);
            }
        }
        self.line.clear();
        self.linked = 0;
    }

    /// True for a line that is wholly a link and no sentence: it leads to another report.
    fn is_link(&self, kind: Option<BlockKind>) -> bool {
        let line = self.line.trim();
        let plain = matches!(kind, None | Some(BlockKind::ListItem));
        plain && self.linked * 10 >= line.len() * 9 && !words::ends_sentence(line)
    }

    fn end_cell(&mut self) {
        if let Some(cells) = &mut self.row {
            cells.push(std::mem::take(&mut self.line));
        }
    }

    /// Two or more cells with words are a row; one alone, or one with several paragraphs, is a frame.
    fn end_row(&mut self) {
        self.end_cell();
        let Some(cells) = self.row.take() else { return };
        let worded = |cell: &String| cell.chars().any(char::is_alphanumeric);
        let cells: Vec<String> = cells.into_iter().filter(worded).collect();
        let long = |cell: &String| cell.len() > 1000;
        if cells.len() > 1 && !cells.iter().any(long) {
            let row = cells.iter().map(|cell| words::collapse(&cell.replace(PARAGRAPH, " ")));
            self.body.push(&row.collect::<Vec<_>>().join(" | "), Some(BlockKind::TableRow));
            return;
        }
        for cell in cells {
            self.line = cell;
            self.end_line();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &[&str]) {
        let body = text(html, Scope::Content);
        let shown = body.lines.iter().map(|line| match line.kind {
            Some(kind) => format!("{kind:?}: {}", line.words),
            None => line.words.clone(),
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected, "{html}");
    }

    #[test]
    fn lines_have_their_kind() {
        check(
            "<h2>What <br>changes</h2><p>Fares rise.<p>So&nbsp;do tolls.",
            &["Heading2: What", "Heading2: changes", "Fares rise.", "So do tolls."],
        );
        check(
            "<ul><li>a<ul><li>b</li></ul>c</li><li>d</ul>e",
            &["ListItem: a", "ListItem: b", "ListItem: c", "ListItem: d", "e"],
        );
        check("<blockquote><p>“No.”</p></blockquote>x", &["Quotation: “No.”", "x"]);
        check("<figure><img><figcaption>The pier</figcaption></figure>x<br>y", &["Caption: The pier", "x", "y"]);
        check("<pre>one\ntwo</pre>", &["one", "two"]);
    }

    #[test]
    fn tables_of_words_are_rows_and_frames_are_not() {
        check(
            "<table><tr><th>Port<th>Fare<tr><td>North</td><td>3</td></tr></table>z",
            &["TableRow: Port | Fare", "TableRow: North | 3", "z"],
        );
        check("<table><tr><td></td><td><p>One.</p><p>Two.</p></td></tr></table>", &["One.", "Two."]);
        check("<table><tr><td>a<table><tr><td>b<td>c</table><tr><td>d</table>", &["a", "TableRow: b | c", "d"]);
    }

    #[test]
    fn what_a_reader_does_not_see_stays_out() {
        check("a<script>b</script><style>c</style><template><p>d</template><p hidden>e</p><p>f", &["a", "f"]);
        check("<div style='display : NONE'><div>x</div>y</div>z<noscript>w</noscript>", &["z"]);
        check("<nav><p>Home</nav><p>Fares<svg><text>q</text></svg> rise.<footer>About</footer>", &["Fares rise."]);
        check("<p hidden>e<p>f", &["f"]);
        check(
            "<ruby>連絡船<rp>(</rp><rt>れんらくせん</rt><rp>)</rp></ruby>の<ruby>運賃<rt>うんちん</ruby>が",
            &["連絡船の運賃が"],
        );
        check("<div hidden><ruby>運<rt>うん</ruby>賃</div>f", &["f"]);
    }

    #[test]
    fn a_million_levels_are_no_deeper_than_one() {
        let html = format!("{}<p>Found.", "<div><ul><li><table><tr><td>".repeat(200_000));
        check(&html, &["ListItem: Found."]);
    }
}
