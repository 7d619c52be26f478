//! The elements of a page that its makers marked as byline, date or headline.

use crate::markup::{Piece, Tag, VOID, listed, unescape};
use crate::words;

/// What an element is marked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Byline,
    Time,
    Headline,
}

/// Names in `class`, `rel`, `itemprop`, `id` or `data-testid` that mark a byline; compared part by part.
const BYLINE: &[&str] =
    &["byline", "author", "authors", "author-name", "article-author", "byline-name", "writer", "by-author"];
/// Names that mark the time of publication.
const TIME: &[&str] = &[
    "datepublished",
    "pubdate",
    "publish-date",
    "published",
    "timestamp",
    "dateline",
    "article-date",
    "post-date",
    "date",
];

/// Longest text that is taken from such an element, in bytes, and the most of them.
const LONGEST: usize = 300;
const MOST: usize = 24;

/// Collects the text of marked elements while the pieces of a page go by.
#[derive(Default)]
pub(super) struct Marked<'h> {
    /// The words of each element, in order of the page.
    pub(super) found: Vec<(Role, String)>,
    current: Option<Current<'h>>,
}

struct Current<'h> {
    role: Role,
    name: &'h str,
    depth: usize,
    words: String,
}

impl<'h> Marked<'h> {
    pub(super) fn piece(&mut self, piece: &Piece<'h>) {
        match piece {
            Piece::Open(tag) => self.open(tag),
            Piece::Close(name) => self.close(name),
            Piece::Text(words) => {
                if let Some(current) = &mut self.current
                    && current.words.len() < LONGEST
                {
                    current.words.push_str(&unescape(words));
                }
            }
            Piece::Raw(_) => {}
        }
    }

    fn open(&mut self, tag: &Tag<'h>) {
        if listed(VOID, tag.name) {
            return;
        }
        match &mut self.current {
            Some(current) => {
                current.words.push(' ');
                current.depth += usize::from(tag.is(current.name));
            }
            None if self.found.len() < MOST => {
                self.current = role(tag).map(|role| Current { role, name: tag.name, depth: 1, words: String::new() });
            }
            None => {}
        }
    }

    fn close(&mut self, name: &str) {
        let Some(current) = &mut self.current else { return };
        current.words.push(' ');
        if name.eq_ignore_ascii_case(current.name) {
            current.depth -= 1;
        }
        if (current.depth == 0 || current.words.len() >= LONGEST)
            && let Some(current) = self.current.take()
        {
            let words = words::collapse(&current.words);
            if !words.is_empty() && words.len() < LONGEST {
                self.found.push((current.role, words));
            }
        }
    }
}

fn role(tag: &Tag<'_>) -> Option<Role> {
    if tag.is("h1") {
        return Some(Role::Headline);
    }
    if tag.is("body") || tag.is("html") || tag.is("article") || tag.is("main") {
        return None;
    }
    let marks = |names: &[&str]| {
        ["class", "rel", "itemprop", "id", "data-testid"].iter().any(|attribute| {
            let value = tag.attribute(attribute).map(|value| value.to_ascii_lowercase()).unwrap_or_default();
            value
                .split_whitespace()
                .any(|mark| names.contains(&mark) || mark.split("__").any(|part| names.contains(&part)))
        })
    };
    if marks(BYLINE) {
        Some(Role::Byline)
    } else if tag.is("time") || marks(TIME) {
        Some(Role::Time)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::pieces;

    #[test]
    fn marked_elements_give_their_words() {
        let html = "<h1>Fares <b>rise</b></h1><div class='meta byline'>By <a rel=author>Ann&nbsp;Lee</a></div>\
                    <time datetime=x>June 20, 2025</time><p>Authorities said.";
        let mut marked = Marked::default();
        pieces(html).for_each(|piece| marked.piece(&piece));
        let found: Vec<_> = marked.found.iter().map(|(role, words)| (*role, words.as_str())).collect();
        assert_eq!(
            found,
            [(Role::Headline, "Fares rise"), (Role::Byline, "By Ann Lee"), (Role::Time, "June 20, 2025")]
        );
    }
}
