//! Whether an element is seen by the readers of a page, by what its tag says.

use crate::markup::{Names, Tag, name_words};

/// Words of the names of parts that open when a reader asks for them: they are hidden at first.
const FOLDED: Names = Names::of(&["accordion", "accordions", "collapse", "collapsed", "collapsible", "faq", "faqs"]);

/// Classes of what is only read aloud.
const READ_ALOUD: &[&str] = &[
    "sr-only",
    "screen-reader-text",
    "visually-hidden",
    "visuallyhidden",
    "u-visually-hidden",
    "h-offscreen",
    "offscreen",
];

/// True for an element that readers do not see.
pub(super) fn is_hidden(tag: &Tag<'_>) -> bool {
    (tag.attribute("class").is_some_and(|class| hidden_by_class(&class)) || hidden_by_attribute(tag)) && !opens(tag)
}

/// Classes of these names hide in most style sheets, unless others show the element on wide screens: `md:block`,
/// `d-md-flex`.
fn hidden_by_class(class: &str) -> bool {
    let names = || class.split_ascii_whitespace();
    names().any(|name| match name {
        "hidden" => !class.contains(':'),
        "d-none" => names().all(|other| other == "d-none" || !other.starts_with("d-")),
        _ => READ_ALOUD.contains(&name),
    })
}

fn hidden_by_attribute(tag: &Tag<'_>) -> bool {
    // What is kept from being read aloud is seen; whole boxes are kept so while they are closed, paragraphs are not.
    let silent = !tag.is("p") && tag.attribute("aria-hidden").is_some_and(|value| value == "true");
    silent || tag.attribute("hidden").is_some() || tag.attribute("style").is_some_and(|style| hides(&style))
}

fn hides(style: &str) -> bool {
    let style: String = style.to_ascii_lowercase().split_whitespace().collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

fn opens(tag: &Tag<'_>) -> bool {
    ["class", "id"]
        .iter()
        .filter_map(|name| tag.attribute(name))
        .any(|value| name_words(&value).any(|word| FOLDED.has(word)))
}

#[cfg(test)]
mod tests {
    use super::is_hidden;
    use crate::markup::{Piece, pieces};

    fn hidden(html: &str) -> bool {
        let Some(Piece::Open(tag)) = pieces(html).next() else { panic!("{html}: no element") };
        is_hidden(&tag)
    }

    #[test]
    fn hidden_elements_are_told_by_class_attribute_and_style() {
        for html in [
            "<div class='x hidden'>",
            "<p class=d-none>",
            "<span class='label sr-only'>",
            "<p hidden>",
            "<div aria-hidden=true>",
            "<p style='DISPLAY : none'>",
        ] {
            assert!(hidden(html), "{html}");
        }
    }

    #[test]
    fn what_opens_or_is_shown_on_some_screens_is_seen() {
        for html in [
            "<p>",
            "<p aria-hidden=true>",
            "<div class='hidden md:block'>",
            "<div class='d-none d-md-flex'>",
            "<div id=faq-content-1 hidden>",
            "<div class=accordion__panel style='display:none'>",
            "<p class=overhidden style='color:red'>",
        ] {
            assert!(!hidden(html), "{html}");
        }
    }
}
