//! Pages whose parts arrive out of order: hidden at the end, to be moved by script to where a template holds their place
//! (`<template id="B:0">`, `<div hidden id="S:0">`, as React's streaming renderer writes them).

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use memchr::memmem;

use crate::markup::{Piece, pieces};

/// Deepest nesting of parts in parts that is followed.
const DEEPEST: usize = 16;

/// The page with each late part where its place is held; parts without such a place stay where they are, to be seen.
pub(crate) fn in_place(html: &str) -> Cow<'_, str> {
    if memmem::find(html.as_bytes(), b"id=\"S:").is_none() {
        return Cow::Borrowed(html);
    }
    let mut page = Page::read(html);
    page.write(0..html.len(), DEEPEST);
    Cow::Owned(page.out)
}

#[derive(Default)]
struct Page<'h> {
    html: &'h str,
    /// What is replaced, in order of the page, and the number of the part that takes its place.
    places: Vec<(Range<usize>, String)>,
    /// The insides of the parts not yet written, by number.
    parts: HashMap<String, Range<usize>>,
    out: String,
}

impl<'h> Page<'h> {
    fn read(html: &'h str) -> Page<'h> {
        let mut page = Page { html, out: String::with_capacity(html.len()), ..Page::default() };
        let mut divisions = Vec::new();
        let mut walk = pieces(html);
        loop {
            let start = walk.at();
            let Some(piece) = walk.next() else { break };
            match piece {
                Piece::Open(tag) if tag.is("div") => {
                    let id = tag.attribute("id").filter(|_| tag.attribute("hidden").is_some());
                    let number = id.and_then(|id| Some(id.strip_prefix("S:")?.to_owned()));
                    divisions.push(number.map(|number| (number, start, walk.at())));
                }
                Piece::Open(tag) if tag.is("template") => {
                    let id = tag.attribute("id").unwrap_or_default();
                    if let Some(number) = id.strip_prefix("B:").or(id.strip_prefix("P:")) {
                        page.places.push((start..walk.at(), number.to_owned()));
                    }
                }
                Piece::Close(name) if name.eq_ignore_ascii_case("div") => {
                    if let Some((number, begins, inside)) = divisions.pop().flatten() {
                        page.parts.insert(number.clone(), inside..start);
                        page.places.push((begins..walk.at(), number));
                    }
                }
                _ => {}
            }
        }
        page.places.sort_by_key(|(place, _)| place.start);
        page
    }

    /// Writes a range of the page. Whichever place comes first takes the part.
    fn write(&mut self, range: Range<usize>, depth: usize) {
        let mut at = range.start;
        let mut next = self.places.partition_point(|(place, _)| place.start < at);
        while let Some((place, number)) = self.places.get(next).filter(|(place, _)| place.start < range.end) {
            let (place, inside) = (place.clone(), self.parts.remove(number));
            self.out.push_str(&self.html[at..place.start]);
            at = place.end;
            if let Some(inside) = inside.filter(|_| depth > 0) {
                self.write(inside, depth - 1);
            }
            next = self.places.partition_point(|(place, _)| place.start < at);
        }
        self.out.push_str(&self.html[at.min(range.end)..range.end]);
    }
}

#[cfg(test)]
mod tests {
    use super::in_place;

    #[test]
    fn late_parts_go_where_their_places_are_held() {
        let cases = [
            ("<p>One.", "<p>One."),
            (
                "<main><!--$?--><template id=\"B:0\"></template><!--/$--></main><div hidden id=\"S:0\"><p>Two <div>a</div><template id=\"P:1\"></template></div><script>x</script><div hidden id=\"S:1\">three</div>",
                "<main><p>Two <div>a</div>three</template></template><!--/$--></main><script>x</script>",
            ),
            ("<div hidden=\"\" id=\"S:0\"><p>One.</div>", "<p>One."),
            ("<div hidden id=\"S:0\"><template id=\"B:0\">Round.</div>", "Round."),
            ("<div hidden id=\"S:0\"><p>Cut", "<div hidden id=\"S:0\"><p>Cut"),
        ];
        for (page, wanted) in cases {
            assert_eq!(in_place(page), wanted);
        }
    }
}
