//! What a page would cost as a tree, found out in one pass before any tree is built.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::markup::{Names, Piece, Tag, VOID, listed, pieces};

/// Deepest nesting that is given to the tree builder.
const DEEPEST: usize = 400;
/// Most nodes a tree may have.
const MOST_NODES: usize = 400_000;
/// Most attributes of one tag: the tree builder compares each with all others.
const MOST_ATTRIBUTES: usize = 500;

/// How many letters tell names of elements from each other.
const LETTERS: usize = 24;

/// Elements that are opened again in every block while their end tag is missing.
const FORMATTING: Names =
    Names::of(&["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]);
/// Elements that end where the next of their kind begins.
const IMPLIED_END: Names = Names::of(&["p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody"]);

/// Whether a tree may be built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict<'h> {
    /// It may, of this page (with overlong tags emptied of their attributes).
    Sound(Cow<'h, str>),
    /// Elements stand too deep inside each other.
    TooDeep,
    /// There would be too many nodes.
    TooMany,
}

/// Judges a page by its tags; linear in its length.
pub(crate) fn judge(html: &str) -> Verdict<'_> {
    let mut nesting = Nesting::default();
    let mut overlong = Vec::new();
    let mut walk = pieces(html);
    loop {
        let start = walk.at();
        let Some(piece) = walk.next() else { break };
        match piece {
            Piece::Open(tag) => {
                if walk.at() - start > MOST_ATTRIBUTES && tag.most_attributes() > MOST_ATTRIBUTES {
                    overlong.push((start, walk.at(), tag.name));
                }
                nesting.open(&tag);
            }
            Piece::Close(name) => nesting.close(name),
            Piece::Text(_) => nesting.nodes += 1 + nesting.formatting,
            Piece::Raw(_) => nesting.nodes += 1,
        }
        if nesting.stack.len() > DEEPEST {
            return Verdict::TooDeep;
        }
        if nesting.nodes > MOST_NODES {
            return Verdict::TooMany;
        }
    }
    Verdict::Sound(without_attributes(html, &overlong))
}

fn without_attributes<'h>(html: &'h str, overlong: &[(usize, usize, &str)]) -> Cow<'h, str> {
    if overlong.is_empty() {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len());
    let mut at = 0;
    for &(start, end, name) in overlong {
        // The name itself may be what is overlong.
        let name = if name.len() <= 32 { name } else { "span" };
        out.push_str(&html[at..start]);
        out.push('<');
        out.push_str(name);
        out.push('>');
        at = end;
    }
    out.push_str(&html[at..]);
    Cow::Owned(out)
}

#[derive(Default)]
struct Nesting {
    stack: Vec<u32>,
    /// A number for each name met.
    names: HashMap<[u8; LETTERS], u32>,
    /// How often the name of each number is open.
    open: Vec<usize>,
    formatting: usize,
    nodes: usize,
}

impl Nesting {
    fn open(&mut self, tag: &Tag<'_>) {
        self.nodes += 1;
        if listed(VOID, tag.name) {
            return;
        }
        if FORMATTING.has(tag.name) {
            self.formatting += 1;
        }
        let number = self.number(tag.name);
        if self.stack.last() == Some(&number) && IMPLIED_END.has(tag.name) {
            return;
        }
        self.stack.push(number);
        self.open[number as usize] += 1;
    }

    fn close(&mut self, name: &str) {
        if FORMATTING.has(name) {
            self.formatting = self.formatting.saturating_sub(1);
        }
        let number = self.number(name);
        // What is passed over is closed with it: each element is popped once.
        while self.open[number as usize] > 0 {
            let Some(top) = self.stack.pop() else { break };
            self.open[top as usize] -= 1;
            if top == number {
                break;
            }
        }
    }

    fn number(&mut self, name: &str) -> u32 {
        let mut key = [0; LETTERS];
        key.iter_mut().zip(name.bytes()).for_each(|(letter, byte)| *letter = byte.to_ascii_lowercase());
        let next = self.open.len() as u32;
        let number = *self.names.entry(key).or_insert(next);
        if number == next {
            self.open.push(0);
        }
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_pages_pass_as_they_are() {
        let html = "<ul>".to_owned() + &"<li>one<p>two".repeat(50) + "</ul>" + &"<p>x<br>".repeat(5000);
        assert_eq!(judge(&html), Verdict::Sound(Cow::Borrowed(html.as_str())));
        let html = "<div><p>a</p></div>".repeat(5000);
        assert!(matches!(judge(&html), Verdict::Sound(_)));
    }

    #[test]
    fn deep_and_branching_pages_do_not() {
        assert_eq!(judge(&"<div>".repeat(1_000_000)), Verdict::TooDeep);
        assert_eq!(judge(&"<div><br>".repeat(1000)), Verdict::TooDeep);
        let formatted = (0..300).map(|number| format!("<b id={number}>")).collect::<String>() + &"<p>x".repeat(5000);
        assert_eq!(judge(&formatted), Verdict::TooMany);
    }

    #[test]
    fn a_tag_with_endless_attributes_loses_them() {
        let attributes: String = (0..3000).map(|number| format!(" a{number}")).collect();
        let Verdict::Sound(html) = judge_owned(&format!("<p{attributes}>x</p>")) else { panic!("not sound") };
        assert_eq!(html, "<p>x</p>");
        let long_value = format!("<p style='{}'>x</p>", "y;".repeat(9000));
        let Verdict::Sound(html) = judge_owned(&long_value) else { panic!("not sound") };
        assert_eq!(html, long_value);
    }

    fn judge_owned(html: &str) -> Verdict<'static> {
        match judge(html) {
            Verdict::Sound(html) => Verdict::Sound(Cow::Owned(html.into_owned())),
            Verdict::TooDeep => Verdict::TooDeep,
            Verdict::TooMany => Verdict::TooMany,
        }
    }
}
