//! Everything a page states about its report, collected as written: JSON-LD, meta elements, marked elements, its address.

use crate::markup::{Piece, Tag, pieces, unescape};
use crate::page::linked_data::{self, LinkedData};
use crate::page::marked::{Element, Marked, Role};
use crate::words;

/// Everything a page states, as written.
#[derive(Default)]
pub(crate) struct Metadata {
    metas: Vec<Meta>,
    pub(super) title: Option<String>,
    pub(super) language: Option<String>,
    pub(super) canonical: Option<String>,
    /// `datetime` of time elements.
    pub(super) times: Vec<String>,
    marked: Vec<Element>,
    pub(super) linked: LinkedData,
    pub(super) address: Option<String>,
}

struct Meta {
    /// Name or property in lower case, with colons for all signs: outlets write these in many ways.
    plain: String,
    name: String,
    content: String,
}

/// One statement, and where in the page it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stated<'s> {
    pub(super) words: &'s str,
    pub(super) place: &'s str,
}

impl<'s> Stated<'s> {
    /// What `words` say at `place`.
    pub(super) fn at(place: &'s str, words: &'s str) -> Stated<'s> {
        Stated { words, place }
    }
}

/// Most meta elements, times and scripts of a page that are kept.
const MOST: usize = 400;

/// Bylines of one report stand no more letters apart than this.
const BETWEEN: usize = 40;
/// Times and subtitles of the report stand within this many letters of its headline.
const AROUND_HEADLINE: usize = 1500;

impl Metadata {
    /// Reads what `html` states, fetched from `address`. One pass, no tree.
    pub(crate) fn read(html: &str, address: Option<&str>) -> Metadata {
        let mut metadata = Metadata { address: address.map(str::to_owned), ..Metadata::default() };
        let mut marked = Marked::default();
        let mut scripts = Vec::new();
        let mut previous: Option<Tag<'_>> = None;
        for piece in pieces(html) {
            marked.piece(&piece);
            match piece {
                Piece::Open(tag) => metadata.tag(&tag),
                Piece::Text(words) if metadata.title.is_none() && previous.is_some_and(|tag| tag.is("title")) => {
                    metadata.title = Some(words::collapse(&unescape(words)));
                }
                Piece::Raw(script) if previous.is_some_and(|tag| is_linked_data(&tag)) && scripts.len() < MOST => {
                    scripts.push(script);
                }
                _ => {}
            }
            previous = if let Piece::Open(tag) = piece { Some(tag) } else { None };
        }
        metadata.marked = marked.found;
        metadata.linked = linked_data::read(scripts);
        metadata
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        if tag.is("meta") && self.metas.len() < MOST {
            let name = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|name| tag.attribute(name));
            if let (Some(name), Some(content)) = (name, tag.attribute("content"))
                && !content.trim().is_empty()
            {
                let name = name.trim().to_ascii_lowercase();
                let plain = name.replace(['.', '_', '-'], ":");
                self.metas.push(Meta { plain, name, content: words::collapse(&content) });
            }
        } else if tag.is("html") {
            self.language = self
                .language
                .take()
                .or_else(|| Some(tag.attribute("lang").or(tag.attribute("xml:lang"))?.into_owned()));
        } else if tag.is("link") && self.canonical.is_none() {
            let canonical = tag.attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"));
            self.canonical = tag.attribute("href").filter(|_| canonical).map(|href| href.into_owned());
        } else if tag.is("time") && self.times.len() < MOST {
            self.times.extend(tag.attribute("datetime").map(|time| time.into_owned()));
        }
    }

    /// The meta elements of these names, in the order of the names.
    pub(super) fn metas<'m>(&'m self, names: &'m [&str]) -> impl Iterator<Item = Stated<'m>> {
        let of = |wanted: &'m str| self.metas.iter().filter(move |meta| meta.plain == wanted);
        names.iter().flat_map(move |wanted| of(wanted)).map(|meta| Stated::at(&meta.name, &meta.content))
    }

    /// The elements marked as `role`.
    pub(super) fn marked(&self, role: Role) -> impl Iterator<Item = &Element> {
        self.marked.iter().filter(move |found| found.role == role)
    }

    /// The elements marked as `role` by the headline: those further away are of other reports.
    pub(super) fn marked_near(&self, role: Role) -> impl Iterator<Item = &str> {
        let headline = self.marked(Role::Headline).next().map(|element| element.at);
        // The only one of a page is its own, wherever it stands.
        let only = self.marked(role).count() == 1;
        let near = move |at: usize| only || headline.is_none_or(|headline| headline.abs_diff(at) <= AROUND_HEADLINE);
        self.marked(role).filter(move |element| near(element.at)).map(|element| element.words.as_str())
    }

    /// The first byline printed that names anyone (`names`), with those right behind it: others further down belong to
    /// other reports.
    pub(super) fn printed_bylines(&self, names: impl Fn(&[&str]) -> bool) -> Vec<&str> {
        let mut bylines: Vec<&str> = Vec::new();
        let mut end = 0;
        for element in self.marked(Role::Byline) {
            if !bylines.is_empty() && element.at > end + BETWEEN {
                // A mere `By` is no byline yet.
                if names(&bylines) {
                    break;
                }
                bylines.clear();
            }
            end = element.at + element.words.len();
            bylines.push(&element.words);
        }
        bylines
    }

    /// The body that linked data gives, for pages that build theirs by script.
    pub(crate) fn stated_body(&self) -> Option<&str> {
        self.linked.body.as_deref()
    }
}

fn is_linked_data(tag: &Tag<'_>) -> bool {
    tag.is("script") && tag.attribute("type").is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"))
}
