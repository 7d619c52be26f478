//! Subscriptions as OPML 2.0 (opml.org), such that reading it again gives the same.

use std::collections::BTreeMap;

use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::{Result, Writer};

use super::DEEPEST;
use crate::Subscription;

/// A folder: its feeds and the folders in it, by name in the order they are first met.
#[derive(Default)]
struct Folder<'s> {
    entries: Vec<Entry<'s>>,
    /// Where each folder stands among the entries.
    places: BTreeMap<&'s str, usize>,
}

enum Entry<'s> {
    Feed(&'s Subscription),
    Folder(&'s str, Folder<'s>),
}

/// The list as an OPML 2.0 document called `title`: feeds in their folders, folders of one name as one. Folders beyond the
/// thirty-second are left out, as they are when read.
#[must_use]
pub fn write_opml(title: &str, subscriptions: &[Subscription]) -> String {
    let mut root = Folder::default();
    for subscription in subscriptions {
        let mut folder = &mut root;
        for name in subscription.folders.iter().filter(|name| !name.is_empty()).take(DEEPEST) {
            folder = folder.inner(name);
        }
        folder.entries.push(Entry::Feed(subscription));
    }
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Writing to memory does not fail.
    let _ = write(&mut writer, title, &root);
    String::from_utf8_lossy(&writer.into_inner()).into_owned() + "\n"
}

impl<'s> Folder<'s> {
    fn inner(&mut self, name: &'s str) -> &mut Folder<'s> {
        let place = *self.places.entry(name).or_insert(self.entries.len());
        if place == self.entries.len() {
            self.entries.push(Entry::Folder(name, Folder::default()));
        }
        match &mut self.entries[place] {
            Entry::Folder(_, folder) => folder,
            Entry::Feed(_) => unreachable!("a folder's place is that of a folder"),
        }
    }
}

fn write(writer: &mut Writer<Vec<u8>>, title: &str, root: &Folder<'_>) -> Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let opml = BytesStart::new("opml").with_attributes([("version", "2.0")]);
    writer.write_event(Event::Start(opml))?;
    writer.write_event(Event::Start(BytesStart::new("head")))?;
    writer.write_event(Event::Start(BytesStart::new("title")))?;
    writer.write_event(Event::Text(BytesText::new(&allowed(title))))?;
    for name in ["title", "head"] {
        writer.write_event(Event::End(BytesEnd::new(name)))?;
    }
    writer.write_event(Event::Start(BytesStart::new("body")))?;
    write_entries(writer, root)?;
    for name in ["body", "opml"] {
        writer.write_event(Event::End(BytesEnd::new(name)))?;
    }
    Ok(())
}

/// Goes no deeper than folders do.
fn write_entries(writer: &mut Writer<Vec<u8>>, folder: &Folder<'_>) -> Result<()> {
    for entry in &folder.entries {
        match entry {
            Entry::Feed(subscription) => writer.write_event(Event::Empty(outline(subscription)))?,
            Entry::Folder(name, inner) => {
                let start = BytesStart::new("outline").with_attributes([("text", &*allowed(name))]);
                writer.write_event(Event::Start(start))?;
                write_entries(writer, inner)?;
                writer.write_event(Event::End(BytesEnd::new("outline")))?;
            }
        }
    }
    Ok(())
}

fn outline(subscription: &Subscription) -> BytesStart<'static> {
    let mut outline = BytesStart::new("outline");
    outline.push_attribute(("type", "rss"));
    // The standard wants a text; the address stands in for a name.
    outline.push_attribute(("text", &*allowed(subscription.title.as_ref().unwrap_or(&subscription.url))));
    if let Some(title) = &subscription.title {
        outline.push_attribute(("title", &*allowed(title)));
    }
    outline.push_attribute(("xmlUrl", &*allowed(&subscription.url)));
    if let Some(page) = &subscription.page {
        outline.push_attribute(("htmlUrl", &*allowed(page)));
    }
    if !subscription.categories.is_empty() {
        outline.push_attribute(("category", &*allowed(&subscription.categories.join(","))));
    }
    if let Some(language) = &subscription.language {
        outline.push_attribute(("language", language.as_str()));
    }
    outline
}

/// The characters that XML allows.
fn allowed(words: &str) -> String {
    words
        .chars()
        .filter(|&character| !character.is_control() && !matches!(character, '\u{fffe}' | '\u{ffff}'))
        .collect()
}
