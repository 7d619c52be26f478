//! The elements of a page that its makers marked as headline, subtitle, byline or date.

use crate::markup::{Names, Passed, Piece, Tag, VOID, listed, name_words, unescape};
use crate::page::seen::is_hidden;
use crate::words;

/// What an element is marked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Byline,
    Time,
    Headline,
    Subtitle,
}

impl Role {
    /// True where an element so named may stand around headline, byline and time.
    fn may_hold_others(self) -> bool {
        matches!(self, Role::Time | Role::Subtitle)
    }
}

/// Words of the names in `class`, `rel`, `itemprop`, `id` or `data-testid` that mark a byline.
const BYLINE: Names = Names::of(&[
    "auteur",
    "author",
    "authorname",
    "authors",
    "autor",
    "autoren",
    "autore",
    "byline",
    "contributor",
    "contributors",
    "writer",
    "writers",
]);
/// With one of these words it is something of the author's, or a part of the page for authors.
const NO_BYLINE: Names = Names::of(&[
    "about",
    "archive",
    "avatar",
    "bio",
    "biography",
    "comment",
    "comments",
    "description",
    "date",
    "follow",
    "image",
    "img",
    "info",
    "job",
    "latest",
    "more",
    "photo",
    "picture",
    "posts",
    "related",
    "role",
    "social",
    "title",
    "time",
]);
/// Folders of an address that hold the pages of authors.
const FOLDERS: Names = Names::of(&[
    "author",
    "authors",
    "autor",
    "autoren",
    "auteur",
    "auteurs",
    "autore",
    "contributor",
    "contributors",
    "writer",
    "writers",
    "journalist",
    "journalists",
    "reporter",
    "reporters",
    "columnist",
    "columnists",
    "byline",
    "producers",
]);
/// Words of names that mark the time of publication.
const TIME: Names = Names::of(&[
    "date",
    "dateline",
    "datetime",
    "datepublished",
    "posted",
    "pubdate",
    "publish",
    "published",
    "time",
    "timestamp",
]);
/// With one of these words it is another time, or none.
const NO_TIME: Names = Names::of(&[
    "comment",
    "comments",
    "copyright",
    "event",
    "modified",
    "picker",
    "read",
    "reading",
    "related",
    "updated",
    "update",
]);

/// Words of names that mark the line under the headline.
const SUBTITLE: Names =
    Names::of(&["deck", "dek", "standfirst", "strapline", "subhead", "subheadline", "subheading", "subtitle"]);

/// Attributes whose values mark elements, and the words that do.
const MARKS: &[&str] = &["class", "rel", "itemprop", "id", "data-testid"];
const WANTED: [&Names; 3] = [&BYLINE, &TIME, &SUBTITLE];

/// Elements that do not part the words of a byline.
const PHRASING: &[&str] = &["abbr", "b", "bdi", "em", "font", "i", "small", "strong", "sub", "sup", "u", "wbr"];

/// Longest text that is taken from such an element, in bytes, and the most of them of a kind.
const LONGEST: usize = 300;
const MOST: usize = 24;

/// Collects the text of marked elements while the pieces of a page go by.
#[derive(Default)]
pub(super) struct Marked<'h> {
    /// The words of each element, in order of the page, and how many letters of the page stand before it.
    pub(super) found: Vec<Element>,
    /// Letters passed.
    passed: usize,
    current: Option<Current<'h>>,
}

/// One marked element.
pub(super) struct Element {
    pub(super) role: Role,
    pub(super) at: usize,
    /// Of a byline, the words of each element in it on a line of their own.
    pub(super) words: String,
}

struct Current<'h> {
    role: Role,
    at: usize,
    name: &'h str,
    depth: usize,
    words: String,
    /// An element inside that is not seen.
    hidden: Option<Passed<'h>>,
}

impl<'h> Current<'h> {
    /// True where the piece belongs to something inside that is not seen.
    fn skips(&mut self, piece: &Piece<'h>) -> bool {
        let Some(hidden) = &mut self.hidden else {
            if let Piece::Open(tag) = piece
                && tag.is("span")
                && is_hidden(tag)
            {
                self.hidden = Some(Passed::new(tag.name));
            }
            return self.hidden.is_some();
        };
        match piece {
            _ if hidden.ends_with(piece) => self.hidden = None,
            // What ends the whole ends a part that was never closed.
            Piece::Close(closed)
                if closed.eq_ignore_ascii_case(self.name) && !closed.eq_ignore_ascii_case(hidden.name) =>
            {
                self.hidden = None;
                return false;
            }
            _ => {}
        }
        true
    }
}

impl<'h> Marked<'h> {
    pub(super) fn piece(&mut self, piece: &Piece<'h>) {
        if self.current.as_mut().is_some_and(|current| current.skips(piece)) {
            return;
        }
        match piece {
            Piece::Open(tag) => self.open(tag),
            Piece::Close(name) => self.close(name),
            Piece::Text(words) => {
                self.passed += words.trim().len();
                if let Some(current) = &mut self.current
                    && current.words.len() < LONGEST
                {
                    current.words.push_str(&unescape(words).replace(['\n', '\r'], " "));
                }
            }
            Piece::Raw(_) => {}
        }
    }

    fn open(&mut self, tag: &Tag<'h>) {
        if listed(VOID, tag.name) {
            self.part(tag.name);
            return;
        }
        let role = role(tag);
        if let Some(current) = self.current.as_mut().filter(|current| !current.role.may_hold_others() || role.is_none())
        {
            current.depth += usize::from(tag.is(current.name));
            self.part(tag.name);
        } else if let Some(role) = role.filter(|role| self.count(*role) < MOST) {
            let at = self.passed;
            self.current = Some(Current { role, at, name: tag.name, depth: 1, words: String::new(), hidden: None });
        }
    }

    fn count(&self, role: Role) -> usize {
        self.found.iter().filter(|element| element.role == role).count()
    }

    /// Parts the words before an element from those after.
    fn part(&mut self, name: &str) {
        if let Some(current) = &mut self.current {
            let line = current.role == Role::Byline && !listed(PHRASING, name);
            current.words.push(if line { '\n' } else { ' ' });
        }
    }

    fn close(&mut self, name: &str) {
        self.part(name);
        let Some(current) = &mut self.current else { return };
        if name.eq_ignore_ascii_case(current.name) {
            current.depth -= 1;
        }
        if (current.depth == 0 || current.words.len() >= LONGEST)
            && let Some(current) = self.current.take()
        {
            let overlong = current.words.len() >= LONGEST;
            let mut lines: Vec<String> = current.words.split('\n').map(words::collapse).collect();
            if overlong {
                lines.pop();
            }
            lines.retain(|line| !line.is_empty());
            let words = lines.join("\n");
            if !words.is_empty() {
                self.found.push(Element { role: current.role, at: current.at, words });
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
    let values = MARKS.iter().filter_map(|name| tag.attribute(name));
    let values: Vec<_> =
        values.filter(|value| name_words(value).any(|word| WANTED.iter().any(|names| names.has(word)))).collect();
    let marked = |wanted: &Names, other: &Names| {
        let any = |mark: &str, names: &Names| name_words(mark).any(|word| names.has(word));
        values.iter().flat_map(|value| value.split_whitespace()).any(|mark| any(mark, wanted) && !any(mark, other))
    };
    if marked(&BYLINE, &NO_BYLINE) || leads_to_author(tag) {
        Some(Role::Byline)
    } else if tag.is("time") || marked(&TIME, &NO_TIME) {
        Some(Role::Time)
    } else {
        marked(&SUBTITLE, &Names::of(&[])).then_some(Role::Subtitle)
    }
}

/// True for a link such as `/authors/ann-lee`.
fn leads_to_author(tag: &Tag<'_>) -> bool {
    tag.is("a")
        && tag.attribute("href").is_some_and(|href| {
            let path = href.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
            let mut folders = path.rsplit('/').skip(1);
            folders.next().is_some_and(|folder| FOLDERS.has(folder))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::pieces;

    #[test]
    fn marked_elements_give_their_words() {
        let html = "<h1>Fares<span class=sr-only> - <span>and</span> </span><b> rise</b></h1><div class='meta byline'>By <a rel=author>Ann&nbsp;Lee</a></div>\
                    <time datetime=x>June 20, 2025</time><p>Authorities said.";
        let mut marked = Marked::default();
        pieces(html).for_each(|piece| marked.piece(&piece));
        let found: Vec<_> = marked.found.iter().map(|found| (found.role, found.words.as_str())).collect();
        assert_eq!(
            found,
            [(Role::Headline, "Fares rise"), (Role::Byline, "By\nAnn Lee"), (Role::Time, "June 20, 2025")]
        );
    }
}
