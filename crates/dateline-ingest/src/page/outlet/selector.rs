//! One selector of an outlet's table: CSS, with the name of an attribute behind an `@` where that is what is wanted.

use std::collections::HashSet;

use dom_query::{Document, Matcher, NodeId, NodeRef};

use crate::finish::shortened;
use crate::page::text::{Scope, text};
use crate::words;

/// Longest selector, in bytes.
const LONGEST: usize = 500;
/// Longest value of a headline, byline or time, in bytes.
const LONGEST_VALUE: usize = 1000;
/// Most elements whose values are looked at.
const MOST_VALUES: usize = 50;

/// Pseudo-classes that look, for each element, at everything below or behind it: a page could be made to take for ever.
const TOO_DEAR: &[&str] = &[":has(", ":has-text(", ":nth-last-", ":last-of-type", ":only-of-type"];

/// A selector that can be followed on any page in bounded time.
#[derive(Clone, Debug)]
pub(super) struct Selector {
    /// As the user wrote it.
    pub(super) written: String,
    matcher: Matcher,
    /// The attribute that holds the value, in place of the element's text.
    attribute: Option<String>,
}

impl Selector {
    /// Reads `h1.headline` or `time@datetime`; the error says what is wrong.
    pub(super) fn read(written: &str) -> Result<Selector, String> {
        let shown = shortened(written);
        if written.len() > LONGEST {
            return Err(format!("the selector “{shown}” is longer than {LONGEST} bytes"));
        }
        let (css, attribute) = match written.rsplit_once('@') {
            Some((css, name)) if is_name(name) => (css, Some(name.to_ascii_lowercase())),
            _ => (written, None),
        };
        if let Some(dear) = too_dear(css) {
            return Err(format!(
                "the selector “{shown}” uses `{dear}`, which is not followed: it takes too long on long pages"
            ));
        }
        let matcher = Matcher::new(css).map_err(|_| format!("“{shown}” is not a CSS selector"))?;
        Ok(Selector { written: written.to_owned(), matcher, attribute })
    }

    /// True where the value is an attribute.
    pub(super) fn is_of_attribute(&self) -> bool {
        self.attribute.is_some()
    }

    /// How many selectors stand in it, between commas.
    pub(super) fn count(&self) -> usize {
        self.written.matches(',').count() + 1
    }

    /// What it finds in `page`, in order, without space around; what is empty or too long for a value is none.
    pub(super) fn values(&self, page: &Document) -> Vec<String> {
        let found = page.select_matcher(&self.matcher);
        let values = found.nodes().iter().take(MOST_VALUES).filter_map(|node| self.value(node));
        values.filter(|value| !value.is_empty() && value.len() <= LONGEST_VALUE).collect()
    }

    fn value(&self, node: &NodeRef<'_>) -> Option<String> {
        if let Some(name) = &self.attribute {
            return node.attr(name).map(|value| words::collapse(&value));
        }
        let lines = text(&node.html(), Scope::Visible).lines;
        if lines.is_empty() {
            // Elements that show nothing, such as `title`.
            return Some(words::collapse(&node.text()));
        }
        Some(lines.into_iter().map(|line| line.words).collect::<Vec<_>>().join(" "))
    }

    /// The elements it finds in `page`, in order, without those that stand inside another of them.
    pub(super) fn outermost<'p>(&self, page: &'p Document) -> Vec<NodeRef<'p>> {
        let found: HashSet<NodeId> = page.select_matcher(&self.matcher).nodes().iter().map(|node| node.id).collect();
        let mut outermost = Vec::new();
        let mut open = if found.is_empty() { Vec::new() } else { vec![page.root()] };
        while let Some(node) = open.pop() {
            if found.contains(&node.id) {
                outermost.push(node);
            } else {
                open.extend(node.children_it(true));
            }
        }
        outermost
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | ':'))
}

/// The part of `css` that cannot be followed in time linear in the page.
fn too_dear(css: &str) -> Option<&'static str> {
    let lower = css.to_ascii_lowercase();
    if let Some(dear) = TOO_DEAR.iter().find(|dear| lower.contains(*dear)) {
        return Some(dear);
    }
    // Of the siblings before each element, all would be looked at. Inside brackets, `~` belongs to an attribute.
    let mut brackets = 0usize;
    let mut escaped = false;
    for letter in css.chars() {
        match letter {
            _ if escaped => {}
            '[' => brackets += 1,
            ']' => brackets = brackets.saturating_sub(1),
            '~' if brackets == 0 => return Some("~"),
            _ => {}
        }
        escaped = letter == '\\' && !escaped;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_text_or_an_attribute() {
        let page = Document::from(
            "<title>Tab</title><h1>Fares <b>rise</b></h1><time datetime=' 2025-06-20 '>Friday</time><a href='mailto:x@y'>Write</a>",
        );
        let cases = [
            ("h1", "Fares rise"),
            ("title", "Tab"),
            ("time@datetime", "2025-06-20"),
            ("a[href*='x@y']", "Write"),
            ("a[href*='x@y']@href", "mailto:x@y"),
        ];
        for (written, expected) in cases {
            assert_eq!(Selector::read(written).unwrap().values(&page), [expected], "{written}");
        }
    }

    #[test]
    fn what_cannot_be_followed_is_refused() {
        for (written, expected) in [
            ("div[", "“div[” is not a CSS selector"),
            ("", "“” is not a CSS selector"),
            ("@datetime", "“@datetime” is not a CSS selector"),
            ("h1 ~ p", "the selector “h1 ~ p” uses `~`, which is not followed: it takes too long on long pages"),
            (
                "div:HAS(p)",
                "the selector “div:HAS(p)” uses `:has(`, which is not followed: it takes too long on long pages",
            ),
        ] {
            assert_eq!(Selector::read(written).unwrap_err(), expected);
        }
        assert!(Selector::read("[class~=story] + p, a[title='x ~ y']").is_ok());
        assert!(Selector::read(&"p,".repeat(300)).unwrap_err().ends_with("is longer than 500 bytes"));
    }
}
