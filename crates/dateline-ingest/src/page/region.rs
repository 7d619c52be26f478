//! The largest part of a page that its markup calls the article or the main part.

use crate::markup::{Piece, Tag, VOID, listed, pieces};

/// The inside of the element with the most words among those that say they hold the report.
pub(super) fn region(html: &str) -> Option<&str> {
    let mut walk = pieces(html);
    let mut open: Vec<(&str, Option<(usize, usize)>)> = Vec::new();
    let (mut words, mut regions, mut best) = (0, 0, None);
    let mut end_of = |opened: Option<(usize, usize)>, end: usize, words: usize| {
        let Some((start, before)) = opened else { return };
        if best.is_none_or(|(most, _, _)| words - before > most) {
            best = Some((words - before, start, end));
        }
    };
    loop {
        let start = walk.at();
        let Some(piece) = walk.next() else { break };
        match piece {
            Piece::Open(tag) if !listed(VOID, tag.name) => {
                let region = is_region(&tag).then_some((walk.at(), words));
                regions += usize::from(region.is_some());
                open.push((tag.name, region));
            }
            Piece::Close(name) => {
                let Some(at) = open.iter().rposition(|(opened, _)| opened.eq_ignore_ascii_case(name)) else { continue };
                // What was never closed inside a region ends with it.
                open.drain(at..).rev().for_each(|(_, region)| end_of(region, start, words));
            }
            // Only words in regions are compared.
            Piece::Text(text) if regions > 0 => words += text.split_ascii_whitespace().count(),
            _ => {}
        }
    }
    open.into_iter().rev().for_each(|(_, region)| end_of(region, html.len(), words));
    best.map(|(_, start, end)| &html[start..end])
}

fn is_region(tag: &Tag<'_>) -> bool {
    let says = |name: &str, wanted: &str| tag.attribute(name).is_some_and(|value| value.eq_ignore_ascii_case(wanted));
    tag.is("article") || tag.is("main") || says("role", "main") || says("itemprop", "articleBody")
}

#[cfg(test)]
mod tests {
    use super::region;

    #[test]
    fn the_region_with_the_most_words_is_found() {
        let html = "<body><article>One.</article><main><p>Two three.<article>Four.</article></main>Five six seven.";
        assert_eq!(region(html), Some("<p>Two three.<article>Four.</article>"));
        assert_eq!(region("<div role=MAIN>One"), Some("One"));
        assert_eq!(region("<p>One."), None);
    }
}
