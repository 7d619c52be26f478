//! Subscription lists: OPML with feeds in folders, read and written.

mod write;

use dateline_model::{Capture, Language, Problem};

pub use write::write_opml;

use crate::decode::{decode, peek};
use crate::xml::{Damage, Element, Visitor, mended, root, walk};
use crate::{Framing, Reading, Source, Subscription, address, words};

/// See the module.
pub(super) static OPML: Source = Source {
    name: "opml",
    about: "A list of feed subscriptions, as feed readers export it.",
    framing: Framing::Whole,
    sniff,
    read,
};

/// Folders are followed this deep; feeds in deeper ones are listed in the last of these.
pub(super) const DEEPEST: usize = 32;
/// Most feeds that are kept of one list.
const MOST: usize = 100_000;

fn sniff(prefix: &[u8]) -> bool {
    root(&peek(prefix), &["opml"]).is_some()
}

fn read(capture: &Capture) -> Reading {
    let decoded = decode(capture);
    let mut reading = Reading { problems: decoded.problems, ..Reading::default() };
    let Some((at, _)) = root(&decoded.text, &["opml"]) else {
        return reading;
    };
    let mut list = List::default();
    let damage = walk(&mended(&decoded.text, at), capture.url.as_deref(), &mut list);
    if let Some(what) = wrong(&damage) {
        let kept = match list.subscriptions.len() {
            0 => "no feed could be read".to_owned(),
            1 => "the one feed that could be read was kept".to_owned(),
            count => format!("the {count} feeds that could be read were kept"),
        };
        reading.problems.push(Problem::new(format!("the subscription list is damaged: {what}"), kept));
    }
    if list.subscriptions.is_empty() && reading.problems.is_empty() && list.problems.is_empty() {
        reading.problems.push(Problem::new("the subscription list names no feed", "nothing of it was kept"));
    }
    if list.left_out > 0 {
        let what = format!("the subscription list has {} feeds", MOST + list.left_out);
        reading.problems.push(Problem::new(what, format!("the first {MOST} were kept")));
    }
    reading.problems.extend(list.problems);
    reading.subscriptions = list.subscriptions;
    reading
}

fn wrong(damage: &Damage) -> Option<String> {
    match damage {
        Damage { stopped: Some(what), .. } => Some(what.clone()),
        Damage { cut_off: true, .. } => Some("it ends in the middle".to_owned()),
        Damage { unclosed: 0, .. } => None,
        _ => Some("elements of it are not closed where they should be".to_owned()),
    }
}

#[derive(Default)]
struct List {
    /// For each open element: its name, where it is a folder.
    open: Vec<Option<String>>,
    subscriptions: Vec<Subscription>,
    left_out: usize,
    problems: Vec<Problem>,
}

impl Visitor for List {
    fn start(&mut self, element: &Element<'_>) {
        let folder = if element.local == "outline" { self.outline(element) } else { None };
        self.open.push(folder);
    }

    fn words(&mut self, _words: &str) {}

    fn too_deep(&mut self, element: &Element<'_>) {
        if element.local == "outline" {
            self.outline(element);
        }
    }

    fn end(&mut self) {
        self.open.pop();
    }
}

impl List {
    /// Notes the feed that an outline names; for a folder, its name.
    fn outline(&mut self, element: &Element<'_>) -> Option<String> {
        let value =
            |name: &str| element.attribute(name).map(|value| words::collapse(&value)).filter(|value| !value.is_empty());
        let text = || value("text");
        let cut = |name: String| words::cut(&name, words::LONGEST_NAME);
        let Some(written) = value("xmlUrl") else { return value("title").or_else(text).map(cut) };
        // A feed without a name is listed under its address.
        let name = value("title").or_else(|| text().filter(|text| *text != written));
        let base = element.base.as_deref();
        let Some(url) = address::canonical_from(&written, base) else {
            let what = format!("“{}” is not the address of a feed", crate::finish::shortened(&written));
            self.problems.push(Problem::new(what, "the entry was left out"));
            return None;
        };
        if self.subscriptions.len() == MOST {
            self.left_out += 1;
            return None;
        }
        let categories = value("category").unwrap_or_default();
        self.subscriptions.push(Subscription {
            url,
            title: name,
            folders: self.open.iter().flatten().take(DEEPEST).cloned().collect(),
            page: value("htmlUrl").and_then(|page| address::canonical_from(&page, base)),
            categories: categories.split(',').map(words::collapse).filter(|name| !name.is_empty()).collect(),
            language: value("language").as_deref().and_then(Language::new),
        });
        None
    }
}
