//! Sitemaps and sitemap indexes (sitemaps.org 0.9) with the news extension: addresses, no text.

use dateline_model::{Capture, Language, Problem};

use crate::decode::{decode, peek};
use crate::xml::{Damage, Element, Namespace, Visitor, mended, root, walk};
use crate::{Framing, Listed, ListedKind, Reading, Source, address, dates, finish, words};

/// See the module.
pub(super) static SITEMAP: Source = Source {
    name: "sitemap",
    about: "A sitemap or an index of sitemaps: the addresses of pages, without their text.",
    framing: Framing::Whole,
    sniff,
    read,
};

const ROOTS: &[&str] = &["urlset", "sitemapindex"];
/// Most addresses that are kept of one sitemap: twice what the standard allows.
const MOST: usize = 100_000;
/// Most keywords of one page.
const MOST_TAGS: usize = 64;

fn sniff(prefix: &[u8]) -> bool {
    root(&peek(prefix), ROOTS).is_some()
}

fn read(capture: &Capture) -> Reading {
    let decoded = decode(capture);
    let mut reading = Reading { problems: decoded.problems, ..Reading::default() };
    let Some((at, _)) = root(&decoded.text, ROOTS) else {
        reading.problems.push(Problem::new("the file is no sitemap", "nothing of it was kept"));
        return reading;
    };
    let document = mended(&decoded.text, at);
    drop(decoded.text);
    let mut sitemap = Sitemap::default();
    let damage = walk(&document, capture.url.as_deref(), &mut sitemap);
    if damage != Damage::default() {
        let kept = format!("{} of its addresses were kept", sitemap.listed.len());
        let what = damage.stopped.unwrap_or_else(|| "elements of it are not closed where they should be".to_owned());
        let what = if damage.cut_off { "it ends in the middle".to_owned() } else { what };
        reading.problems.push(Problem::new(format!("the sitemap is damaged: {what}"), kept));
    }
    if sitemap.left_out > 0 {
        let what = format!("the sitemap has {} addresses", MOST + sitemap.left_out);
        reading.problems.push(Problem::new(what, format!("the first {MOST} were kept")));
    }
    reading.problems.extend(sitemap.problems);
    reading.listed = sitemap.listed;
    reading
}

/// What an element says of the page.
type Tell = fn(&mut Listed, &str);

/// The elements that are read.
const FIELDS: &[(Namespace, &str, Tell)] = &[
    (Namespace::Core, "loc", |listed, words| listed.url = words.to_owned()),
    (Namespace::Core, "lastmod", |listed, words| listed.modified = dates::read(words).filter(dates::plausible)),
    (Namespace::News, "title", |listed, words| listed.title = Some(words.to_owned())),
    (Namespace::News, "name", |listed, words| listed.outlet = Some(words.to_owned())),
    (Namespace::News, "language", |listed, words| listed.language = Language::new(words)),
    (Namespace::News, "publication_date", |listed, words| {
        listed.published = dates::read(words).filter(dates::plausible);
    }),
    (Namespace::News, "keywords", |listed, words| {
        let tags = words.split([',', ';']).map(words::collapse).filter(|tag| !tag.is_empty() && tag.len() <= 100);
        listed.tags = tags.take(MOST_TAGS).collect();
    }),
];

#[derive(Default)]
struct Sitemap {
    listed: Vec<Listed>,
    left_out: usize,
    problems: Vec<Problem>,
    /// The entry that is open, with the address that its relative ones are of, and how deep it stands.
    entry: Option<(Listed, Option<String>, usize)>,
    /// What the open element says, and its words so far.
    field: Option<(Tell, String, usize)>,
    depth: usize,
    /// True where the document ended inside a value.
    cut: bool,
}

impl Visitor for Sitemap {
    fn ends_before(&self, element: &Element<'_>) -> usize {
        let begins = kind(element).is_some();
        self.entry.as_ref().filter(|_| begins).map_or(0, |(_, _, depth)| self.depth - depth + 1)
    }

    fn start(&mut self, element: &Element<'_>) {
        self.depth += 1;
        if let Some(kind) = kind(element) {
            self.entry = Some((empty(kind), element.base.as_deref().map(str::to_owned), self.depth));
        } else if self.entry.is_some() && self.field.is_none() {
            let row = FIELDS.iter().find(|row| row.0 == element.namespace && row.1 == element.local);
            self.field = row.map(|row| (row.2, String::new(), self.depth));
        }
    }

    fn words(&mut self, words: &str) {
        if let Some((_, said, _)) = &mut self.field {
            said.push_str(words);
        }
    }

    fn cut_off(&mut self) {
        self.cut = self.field.is_some();
    }

    fn end(&mut self) {
        if let Some((tell, said, _)) = self.field.take_if(|(_, _, depth)| *depth == self.depth)
            && let Some((listed, _, _)) = &mut self.entry
        {
            let said = words::collapse(&crate::markup::unescape(&said));
            if !said.is_empty() {
                tell(listed, &said);
            }
        }
        if let Some((listed, base, _)) = self.entry.take_if(|(_, _, depth)| *depth == self.depth) {
            self.keep(listed, base.as_deref());
        }
        self.depth -= 1;
    }
}

impl Sitemap {
    fn keep(&mut self, mut listed: Listed, base: Option<&str>) {
        if self.cut {
            return;
        }
        if self.listed.len() == MOST {
            self.left_out += 1;
            return;
        }
        match address::canonical_from(&listed.url, base) {
            Some(url) => {
                listed.url = url;
                self.listed.push(listed);
            }
            None if self.problems.len() < 10 => {
                let what = format!("“{}” is not an address of the web", finish::shortened(&listed.url));
                self.problems.push(Problem::new(what, "the entry of the sitemap was left out"));
            }
            None => {}
        }
    }
}

fn kind(element: &Element<'_>) -> Option<ListedKind> {
    match element.local.as_str() {
        "url" if element.namespace == Namespace::Core => Some(ListedKind::Page),
        "sitemap" if element.namespace == Namespace::Core => Some(ListedKind::Sitemap),
        _ => None,
    }
}

fn empty(kind: ListedKind) -> Listed {
    Listed {
        url: String::new(),
        kind,
        title: None,
        outlet: None,
        published: None,
        modified: None,
        language: None,
        tags: Vec::new(),
    }
}
