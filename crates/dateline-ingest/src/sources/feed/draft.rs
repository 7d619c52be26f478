//! A feed or item while it is read: for each thing said, the statement that is believed most.

use std::rc::Rc;

use dateline_model::{Language, Moment};

use super::fields::Field;
use super::parts::{Channel, Credit, Item};
use super::values::Value;
use crate::{address, dates, words};

/// Most tags, authors or hubs that are kept of one feed or item.
const MOST: usize = 64;

/// A statement and how far it is believed.
type Believed<T> = Option<(u8, T)>;

/// What was said so far.
#[derive(Default)]
pub(super) struct Draft {
    title: Believed<String>,
    summary: Believed<Value>,
    content: Believed<Value>,
    link: Believed<String>,
    id: Believed<String>,
    published: Believed<Moment>,
    updated: Believed<Moment>,
    publisher: Believed<String>,
    language: Believed<Rc<str>>,
    authors: Vec<(u8, String)>,
    tags: Vec<String>,
    pub(super) itself: Option<String>,
    pub(super) hubs: Vec<String>,
    pub(super) source: Option<Credit>,
}

fn believe<T>(kept: &mut Believed<T>, rank: u8, value: T) {
    if kept.as_ref().is_none_or(|&(before, _)| before < rank) {
        *kept = Some((rank, value));
    }
}

fn taken<T>(kept: Believed<T>) -> Option<T> {
    kept.map(|(_, value)| value)
}

/// How far the `xml:lang` of a part is believed: the text's own is that of the item.
const OF_ELEMENT: u8 = 0;
pub(super) const OF_TITLE: u8 = 1;
pub(super) const OF_SUMMARY: u8 = 2;
pub(super) const OF_CONTENT: u8 = 3;
/// A statement in so many words.
const STATED: u8 = 4;

impl Draft {
    /// A draft with the `xml:lang` that holds where it begins.
    pub(super) fn new(language: Option<&Rc<str>>) -> Draft {
        Draft { language: language.map(|tag| (OF_ELEMENT, tag.clone())), ..Draft::default() }
    }

    /// Notes the `xml:lang` of a part.
    pub(super) fn part_language(&mut self, rank: u8, tag: &Rc<str>) {
        believe(&mut self.language, rank, tag.clone());
    }

    /// Notes a text. A second text of equal standing is the content of an item that has none yet.
    pub(super) fn text(&mut self, field: Field, rank: u8, value: Value) {
        if value.is_empty() {
            return;
        }
        match (field, &self.summary) {
            (Field::Summary, Some((before, _))) if *before >= rank => believe(&mut self.content, 1, value),
            (Field::Summary, _) => {
                if let Some((_, less)) = self.summary.replace((rank, value)) {
                    believe(&mut self.content, 0, less);
                }
            }
            _ => believe(&mut self.content, rank, value),
        }
    }

    /// Notes an address, absolute or from `base`; what is no address of the web is passed over.
    pub(super) fn link(&mut self, rank: u8, written: &str, base: Option<&str>) {
        if let Some(link) = address::canonical_from(written, base).filter(|_| !written.trim().is_empty()) {
            believe(&mut self.link, rank, link);
        }
    }

    /// Notes a value of one line.
    pub(super) fn line(&mut self, field: Field, rank: u8, line: String) {
        if line.is_empty() {
            return;
        }
        match field {
            Field::Title => believe(&mut self.title, rank, line),
            Field::Id => believe(&mut self.id, rank, line),
            Field::Language => believe(&mut self.language, rank.min(1) + STATED, Rc::from(line)),
            Field::Publisher => believe(&mut self.publisher, rank, line),
            Field::Author if self.authors.len() < MOST && !self.authors.iter().any(|(_, name)| *name == line) => {
                self.authors.push((rank, line));
            }
            Field::Tag if self.tags.len() < MOST && line.len() <= 100 && !self.tags.contains(&line) => {
                self.tags.push(line);
            }
            Field::Tags => line.split([',', ';']).for_each(|tag| self.line(Field::Tag, rank, words::collapse(tag))),
            Field::Published | Field::Updated => {
                if let Some(moment) = dates::read(&line).filter(dates::plausible) {
                    let kept = if field == Field::Published { &mut self.published } else { &mut self.updated };
                    // The last of equals: feeds that state a time twice put the corrected one behind.
                    if kept.as_ref().is_none_or(|&(before, _)| before <= rank) {
                        *kept = Some((rank, moment));
                    }
                }
            }
            _ => {}
        }
    }

    /// The authors by the statements that are believed most: those of a podcast's owner count where there is no other.
    fn authors(&mut self) -> Vec<String> {
        let best = self.authors.iter().map(|(rank, _)| *rank).max().unwrap_or_default();
        std::mem::take(&mut self.authors).into_iter().filter(|(rank, _)| *rank == best).map(|(_, name)| name).collect()
    }

    pub(super) fn into_channel(mut self) -> Channel {
        let authors = self.authors();
        let description = taken(self.summary).or_else(|| taken(self.content)).map(|value| value.words());
        Channel {
            title: taken(self.title),
            description: description.filter(|words| !words.is_empty()),
            id: taken(self.id),
            link: taken(self.link),
            itself: self.itself,
            hubs: self.hubs,
            language: self.language.filter(|(rank, _)| *rank != OF_TITLE).and_then(|(_, tag)| Language::new(&tag)),
            authors,
            publisher: taken(self.publisher),
            tags: self.tags,
            published: taken(self.published),
            updated: taken(self.updated),
        }
    }

    /// The item, and whether it says itself what it is written in: an empty `xml:lang` says that this is not known.
    pub(super) fn into_item(mut self) -> (Item, bool) {
        let mut authors = self.authors();
        if let Some(source) = &self.source
            && authors.is_empty()
        {
            authors.clone_from(&source.authors);
        }
        let stated = self.language.is_some();
        let item = Item {
            title: taken(self.title),
            id: taken(self.id),
            link: taken(self.link),
            authors,
            publisher: taken(self.publisher),
            source: self.source,
            published: taken(self.published),
            updated: taken(self.updated),
            language: taken(self.language).and_then(|tag| Language::new(&tag)),
            tags: self.tags,
            summary: taken(self.summary).unwrap_or_default(),
            content: taken(self.content).unwrap_or_default(),
        };
        (item, stated)
    }

    pub(super) fn into_credit(mut self) -> Credit {
        let authors = self.authors();
        Credit { title: taken(self.title), link: taken(self.link), authors }
    }
}
