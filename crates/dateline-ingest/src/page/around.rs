//! Elements of a page whose names say that they are no words of the report: captions, newsletter boxes, notes on the
//! author, requests for consent.

use crate::markup::{Names, Piece, Tag, VOID, listed, name_words, pieces};

/// Words of the names of what stands beside a report or is set into it: it draws the densest part of a page towards itself.
pub(super) const BOXES: Names = Names::of(&[
    "ads",
    "advert",
    "advertisement",
    "advertisment",
    "advertorial",
    "affiliate",
    "author",
    "authorbio",
    "authorbox",
    "authors",
    "autor",
    "bio",
    "biography",
    "byline",
    "caption",
    "captioned",
    "captions",
    "carousel",
    "comment",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "copyright",
    "credit",
    "credits",
    "dateline",
    "dialog",
    "disclaimer",
    "disclosure",
    "disqus",
    "factbox",
    "feedback",
    "figcaption",
    "gallery",
    "gdpr",
    "infobox",
    "legend",
    "mailing",
    "modal",
    "newsletter",
    "newsletters",
    "onetrust",
    "outbrain",
    "popular",
    "popup",
    "promo",
    "promotion",
    "rating",
    "recirc",
    "recirculation",
    "recommendation",
    "recommendations",
    "recommended",
    "related",
    "reply",
    "respond",
    "share",
    "sharedaddy",
    "shares",
    "sharing",
    "signup",
    "social",
    "sponsor",
    "sponsored",
    "swiper",
    "taboola",
    "tags",
    "timestamp",
    "toolbar",
    "trending",
]);

/// Words of the names of what stands around a report, or of an element that holds a part of it as well.
pub(super) const FRAMES: Names = Names::of(&[
    "breadcrumb",
    "breadcrumbs",
    "cta",
    "pager",
    "pagination",
    "paywall",
    "registration",
    "subscribe",
    "subscription",
]);

/// An element with more than this share of all words is the report, whatever it is called.
const MOST: (usize, usize) = (3, 10);

/// For each start tag of `html`, in order: true where the element is to be left out since one of `names` is in its name,
/// its class or its role.
pub(super) fn around(html: &str, names: &[&Names]) -> Vec<bool> {
    let mut left_out: Vec<bool> = Vec::new();
    let mut lengths: Vec<(usize, usize)> = Vec::new();
    let mut open: Vec<(&str, Option<usize>)> = Vec::new();
    let mut length = 0;
    for piece in pieces(html) {
        match piece {
            Piece::Open(tag) => {
                let named = is_named(&tag, names);
                left_out.push(named);
                if !listed(VOID, tag.name) {
                    open.push((tag.name, named.then_some(lengths.len())));
                }
                if named {
                    lengths.push((length, length));
                }
            }
            Piece::Close(name) => {
                let Some(at) = open.iter().rposition(|(opened, _)| opened.eq_ignore_ascii_case(name)) else { continue };
                for (_, named) in open.drain(at..) {
                    named.iter().for_each(|&named| lengths[named].1 = length);
                }
            }
            Piece::Text(words) => length += words.split_whitespace().count(),
            Piece::Raw(_) => {}
        }
    }
    open.iter().filter_map(|(_, named)| *named).for_each(|named| lengths[named].1 = length);
    let mut lengths = lengths.into_iter();
    for left_out in left_out.iter_mut().filter(|named| **named) {
        let (start, end) = lengths.next().unwrap_or_default();
        *left_out = (end - start) * MOST.1 < length * MOST.0;
    }
    left_out
}

fn is_named(tag: &Tag<'_>, names: &[&Names]) -> bool {
    const NEVER: Names = Names::of(&["body", "html", "article", "main", "p", "h1", "h2"]);
    if NEVER.has(tag.name) {
        return false;
    }
    ["class", "id", "role"]
        .iter()
        .filter_map(|name| tag.attribute(name))
        .any(|value| name_words(&value).any(|word| names.iter().any(|names| names.has(word))))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: &[&Names] = &[&BOXES, &FRAMES];

    #[test]
    fn named_elements_are_left_out_unless_they_hold_the_report() {
        let words = "Fares rise on all four routes. ".repeat(9);
        let html =
            format!("<div class=share-report><p>{words}</p><div id=authorBio>Bo</div><br><i class=next>x</i></div>");
        assert_eq!(around(&html, ALL), [false, false, true, false, false]);
        assert_eq!(around("<article class=related>Fares rise.</article>", ALL), [false]);
        assert_eq!(around("<p>Fares rise.<p>Why?<b class='newsletter'>Sign", ALL), [false, false, true]);
    }

    #[test]
    fn names_are_compared_word_by_word() {
        assert_eq!(
            around("<i class=headshare>a</i><i class='block__share--top'>b</i>x y z v w u t", ALL),
            [false, true]
        );
    }
}
