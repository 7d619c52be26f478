//! A page without what is no part of a report's tree: scripts, styles, drawings, comments, and attributes that say nothing
//! of words. A tree of what is left costs a fraction.

use crate::markup::{Names, Passed, Piece, Tag, VOID, blank, listed, pieces};
use crate::page::around::{BOXES, around};
use crate::page::seen::is_hidden;

/// Elements that go with all they hold.
const GONE: Names = Names::of(&["script", "style", "svg", "noscript", "template"]);
/// Elements without content that go from the head of a page. In its body they stay, bare: an element that holds one is
/// not empty.
const BARE: Names = Names::of(&["meta", "link", "base", "source", "track"]);
/// Elements that stay as empty ones.
const EMPTIED: Names = Names::of(&["svg", "template"]);
/// Elements whose space counts.
const SPACED: Names = Names::of(&["pre", "textarea", "listing", "xmp"]);
/// Elements of other documents: their addresses tell films from advertisements.
const EMBEDDED: Names = Names::of(&["iframe", "object", "embed", "param"]);

/// Attributes that tell reports from what is around them, and which elements are seen.
const KEPT: Names =
    Names::of(&["class", "id", "role", "rel", "itemprop", "aria-modal", "summary", "datatable", "colspan"]);
/// Attributes that give an image its address.
const SOURCES: &[&str] = &["src", "data-src", "srcset", "data-srcset"];
const IMAGES: &[&str] = &[".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"];
/// Words of the names of meta elements that state headline or author.
const STATED: &[&str] = &["title", "author", "creator"];

/// The page without those parts; `None` where one of them never ends.
pub(super) fn lean(html: &str) -> Option<String> {
    let mut boxes = around(html, &[&BOXES]).into_iter();
    let mut lean = Lean { out: String::with_capacity(html.len() / 4), gone: None, spaced: 0, body: false };
    let mut walk = pieces(html);
    let mut first = true;
    loop {
        let start = walk.at();
        let Some(piece) = walk.next() else { break };
        if first && matches!(piece, Piece::Open(_)) {
            lean.out.push_str(doctype(&html[..start.max(walk.at())]));
            first = false;
        }
        let boxed = matches!(piece, Piece::Open(_)) && boxes.next() == Some(true);
        lean.piece(&piece, boxed);
    }
    lean.gone.is_none().then_some(lean.out)
}

/// What says how the page is to be read stands before its first element.
fn doctype(head: &str) -> &str {
    const MARK: &[u8] = b"<!doctype";
    let at = head.as_bytes().windows(MARK.len()).position(|bytes| bytes.eq_ignore_ascii_case(MARK));
    let from = at.map_or("", |at| &head[at..]);
    from.find('>').map_or("", |end| &from[..=end])
}

struct Lean<'h> {
    out: String,
    /// The element that goes.
    gone: Option<Passed<'h>>,
    spaced: usize,
    /// True past the head of the page.
    body: bool,
}

impl<'h> Lean<'h> {
    /// Takes the next piece; `boxed` where a box beside the report begins with it.
    fn piece(&mut self, piece: &Piece<'h>, boxed: bool) {
        if self.skips(piece) {
            return;
        }
        match *piece {
            Piece::Open(tag) if boxed && !listed(VOID, tag.name) && !tag.closes_itself() => {
                self.gone = Some(Passed::new(tag.name))
            }
            Piece::Open(tag) => self.open(&tag),
            Piece::Close(name) => {
                if SPACED.has(name) {
                    self.spaced = self.spaced.saturating_sub(1);
                }
                self.body |= name.eq_ignore_ascii_case("head");
                if !GONE.has(name) && !BARE.has(name) {
                    self.end(name);
                }
            }
            Piece::Text(words) if self.spaced == 0 && blank(words) => self.out.push_str(&words[..1]),
            Piece::Text(words) => self.out.push_str(words),
            Piece::Raw(_) => {}
        }
    }

    fn skips(&mut self, piece: &Piece<'h>) -> bool {
        let Some(gone) = &mut self.gone else { return false };
        let name = gone.name;
        match piece {
            Piece::Open(tag) if tag.closes_itself() => {}
            Piece::Text(words) if name.eq_ignore_ascii_case("svg") && !blank(words) => self.out.push_str(words),
            _ if gone.ends_with(piece) => {
                self.gone = None;
                if EMPTIED.has(name) {
                    self.end(name);
                }
            }
            _ => {}
        }
        true
    }

    fn open(&mut self, tag: &Tag<'h>) {
        if GONE.has(tag.name) {
            let whole = tag.is("svg") && tag.closes_itself();
            if EMPTIED.has(tag.name) {
                self.bare(tag.name);
            }
            match whole {
                true => self.end(tag.name),
                false => self.gone = Some(Passed::new(tag.name)),
            }
            return;
        }
        if tag.is("img") && !has_source(tag) {
            return;
        }
        if BARE.has(tag.name) && !(tag.is("meta") && states(tag)) {
            if self.body {
                self.bare(tag.name);
            }
            return;
        }
        self.body |= tag.is("body");
        if SPACED.has(tag.name) {
            self.spaced += 1;
        }
        self.out.push('<');
        self.out.push_str(tag.name);
        if tag.is("img") {
            self.attribute("src", "x");
        }
        let all = EMBEDDED.has(tag.name) || tag.is("meta");
        for (name, value) in tag.attributes() {
            if all || KEPT.has(name) {
                self.attribute(name, value);
            } else if name.eq_ignore_ascii_case("href") {
                self.attribute("href", link(value));
            }
        }
        if is_hidden(tag) {
            self.out.push_str(" hidden");
        }
        if tag.closes_itself() {
            self.out.push('/');
        }
        self.out.push('>');
    }

    fn bare(&mut self, name: &str) {
        self.out.extend(["<", name, ">"]);
    }

    fn end(&mut self, name: &str) {
        self.out.extend(["</", name, ">"]);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        let quote = if value.contains('"') { '\'' } else { '"' };
        self.out.push('=');
        self.out.push(quote);
        if quote == '\'' && value.contains('\'') {
            self.out.push_str(&value.replace('\'', "&#39;"));
        } else {
            self.out.push_str(value);
        }
        self.out.push(quote);
    }
}

/// What counts of an address: whether it leads within the page, runs a script, or leads elsewhere.
fn link(address: &str) -> &str {
    match address {
        _ if address.starts_with("javascript:") => "javascript:",
        _ if address.starts_with('#') && address.len() > 1 => "#x",
        _ => "x",
    }
}

fn has_source(tag: &Tag<'_>) -> bool {
    tag.attributes().any(|(name, value)| listed(SOURCES, name) || IMAGES.iter().any(|image| value.contains(image)))
}

fn states(tag: &Tag<'_>) -> bool {
    let named = |(name, value): (&str, &str)| {
        let value = value.to_ascii_lowercase();
        listed(&["name", "property"], name) && STATED.iter().any(|word| value.contains(word))
    };
    tag.attributes().any(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_part_of_the_tree_goes() {
        let html = "<!-- a --><!DOCTYPE html><head><title>T&amp;t</title><meta name=viewport content=x>\
                    <meta property='og:title' content=\"T\"><link rel=x><style>p{}</style></head>\
                    <p class=lead data-x='1' style='color:red'>One<script>if (a<b) x</script>.<!-- c --></p>\n \n\
                    <svg><path d=m /><title>Mark</title></svg><p style='display: none'>\
                    <a href='https://post.example/'>b</a><a href=#top>c</a>";
        let expected = "<!DOCTYPE html><head><title>T&amp;t</title><meta property=\"og:title\" content=\"T\"></head>\
                        <p class=\"lead\">One.</p>\n<svg>Mark</svg><p hidden>\
                        <a href=\"x\">b</a><a href=\"#x\">c</a>";
        assert_eq!(lean(html).as_deref(), Some(expected));
    }

    #[test]
    fn attributes_and_space_keep_their_meaning() {
        let cases = [
            ("<p class='a\"b' id=c'\"d>x", "<p class='a\"b' id='c&#39;\"d'>x"),
            ("<pre> \n </pre> \n <p>x", "<pre> \n </pre> <p>x"),
            ("<img class=a><img src=a.png alt=b>x", "<img src=\"x\">x"),
            ("<svg/><p>x<noscript><p>y</noscript>", "<svg></svg><p>x"),
            ("<body><meta name=x><template><p>y</template>", "<body><meta><template></template>"),
            (
                "<iframe src='https://film.example/1' width=3>x</iframe>",
                "<iframe src=\"https://film.example/1\" width=\"3\"></iframe>",
            ),
        ];
        for (html, expected) in cases {
            assert_eq!(lean(html).as_deref(), Some(expected));
        }
        assert_eq!(lean("<p>x<svg><path><p>y"), None);
    }
}
