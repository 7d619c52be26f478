//! A feed in XML to its parts, in one pass that takes feeds as they are.

use super::collector::Collector;
use super::draft::{Draft, OF_CONTENT, OF_SUMMARY, OF_TITLE};
use super::fields::{ENDING, Field, field};
use super::parts::{Credit, Feed};
use super::values::{Form, Value, person};
use crate::address;
use crate::xml::{Damage, Element, Namespace, Visitor, walk};

/// Most items that are kept of one feed.
pub(super) const MOST_ITEMS: usize = 100_000;

/// What an open element is to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Channel,
    Item,
    /// Holds what could as well stand around it.
    Group,
    Source,
    /// Its words are a value.
    Value,
    /// Stands inside a value.
    Inner,
    Ignored,
}

/// What came of a document.
pub(super) struct Outcome {
    pub(super) feed: Feed,
    /// Items beyond those that were kept.
    pub(super) left_out: usize,
    /// True where the last item is not whole and was left out.
    pub(super) cut: bool,
    pub(super) damage: Damage,
}

struct Reader {
    roles: Vec<Role>,
    /// True for the names of Atom, whose texts state what they are.
    atom: bool,
    channel: Draft,
    item: Option<Draft>,
    source: Option<(Draft, String)>,
    value: Option<Collector>,
    feed: Feed,
    /// For each item, whether it states its language itself.
    stated: Vec<bool>,
    left_out: usize,
    /// True where the document ended inside a value: what it belongs to is not whole.
    cut: bool,
}

/// Reads a document that begins with its root. `address` is where it came from.
pub(super) fn read(document: &str, root: &str, address: Option<&str>) -> Outcome {
    let mut reader = Reader {
        roles: Vec::new(),
        atom: matches!(root, "feed" | "entry"),
        channel: Draft::default(),
        item: None,
        source: None,
        value: None,
        feed: Feed::default(),
        stated: Vec::new(),
        left_out: 0,
        cut: false,
    };
    let damage = walk(document, address, &mut reader);
    let mut feed = reader.feed;
    feed.channel = reader.channel.into_channel();
    let authors = feed.channel.authors_of_items();
    for (item, stated) in feed.items.iter_mut().zip(reader.stated) {
        if !stated {
            item.language.clone_from(&feed.channel.language);
        }
        // The author of an Atom feed is that of entries that name none (RFC 4287, 4.2.1); the editor of a channel is not.
        if reader.atom && item.authors.is_empty() {
            item.authors.clone_from(&authors);
        }
    }
    Outcome { feed, left_out: reader.left_out, cut: reader.cut, damage }
}

fn is_item(element: &Element<'_>) -> bool {
    element.is("item") || element.is("entry")
}

impl Visitor for Reader {
    fn ends_before(&self, element: &Element<'_>) -> usize {
        let since = |role| self.roles.iter().rev().position(|found| *found == role).map_or(0, |at| at + 1);
        if is_item(element) && self.item.is_some() {
            return since(Role::Item);
        }
        match &self.value {
            Some(value)
                if value.field.is_line()
                    && element.namespace == Namespace::Core
                    && ENDING.contains(&element.local.as_str()) =>
            {
                since(Role::Value)
            }
            _ => 0,
        }
    }

    fn start(&mut self, element: &Element<'_>) {
        let role = self.role(element);
        self.roles.push(role);
        match role {
            Role::Channel => self.channel_begins(element),
            Role::Item => self.item_begins(element),
            Role::Source => self.source_begins(element),
            Role::Value => self.value_begins(element),
            Role::Inner => self.value.iter_mut().for_each(|value| value.element_begins(element)),
            Role::Group => {
                let name = element.attribute("text").filter(|_| element.local == "category").unwrap_or_default();
                self.draft().line(Field::Tag, 1, Value::new(name, Form::Either).line());
            }
            Role::Ignored => {}
        }
    }

    fn words(&mut self, words: &str) {
        if let Some(value) = &mut self.value {
            value.add(words);
        } else if let (Some(Role::Source), Some((_, text))) = (self.roles.last(), &mut self.source) {
            text.push_str(words);
        }
    }

    fn cut_off(&mut self) {
        self.cut = self.value.is_some() && self.item.is_some();
    }

    fn end(&mut self) {
        match self.roles.pop() {
            Some(Role::Item) => self.item_ends(),
            Some(Role::Source) => self.source_ends(),
            Some(Role::Value) => self.value_ends(),
            Some(Role::Inner) => self.value.iter_mut().for_each(Collector::element_ends),
            _ => {}
        }
    }
}

impl Reader {
    fn role(&self, element: &Element<'_>) -> Role {
        let around = self.roles.last().copied();
        let core = element.namespace == Namespace::Core;
        let local = element.local.as_str();
        if matches!(around, Some(Role::Value | Role::Inner)) {
            return Role::Inner;
        }
        if is_item(element) && self.item.is_none() {
            return Role::Item;
        }
        match around {
            None => Role::Channel,
            Some(Role::Ignored) => Role::Ignored,
            Some(Role::Channel) if core && local == "channel" => Role::Channel,
            Some(Role::Channel) if core && local == "items" => Role::Group,
            Some(Role::Item | Role::Group) if element.namespace == Namespace::Media && is_media_group(local) => {
                Role::Group
            }
            Some(_) if element.namespace == Namespace::Itunes && local == "category" => Role::Group,
            Some(Role::Item) if core && local == "source" => Role::Source,
            _ if field(element.namespace, local).is_some() => Role::Value,
            _ => Role::Ignored,
        }
    }

    fn draft(&mut self) -> &mut Draft {
        match (&mut self.source, &mut self.item) {
            (Some((source, _)), _) => source,
            (None, Some(item)) => item,
            (None, None) => &mut self.channel,
        }
    }

    fn channel_begins(&mut self, element: &Element<'_>) {
        if self.roles.len() == 1 {
            self.channel = Draft::new(element.language.as_ref());
        } else if let Some(language) = &element.language {
            self.channel.part_language(0, language);
        }
        self.attributes(element);
    }

    fn item_begins(&mut self, element: &Element<'_>) {
        self.item = Some(Draft::new(element.language.as_ref()));
        self.attributes(element);
    }

    /// What RDF and the Channel Definition Format say in attributes.
    fn attributes(&mut self, element: &Element<'_>) {
        let base = element.base.as_deref();
        if let Some(about) = element.attribute("about") {
            self.draft().link(0, &about, base);
            self.draft().line(Field::Id, 1, about);
        }
        if let Some(address) = element.attribute("href") {
            self.draft().link(1, &address, base);
        }
        if let Some(changed) = element.attribute("lastmod") {
            self.draft().line(Field::Updated, 1, changed);
        }
    }

    fn item_ends(&mut self) {
        let Some(draft) = self.item.take().filter(|_| !self.cut) else { return };
        if self.feed.items.len() == MOST_ITEMS {
            self.left_out += 1;
            return;
        }
        let (item, stated) = draft.into_item();
        self.feed.items.push(item);
        self.stated.push(stated);
    }

    fn source_begins(&mut self, element: &Element<'_>) {
        let mut draft = Draft::default();
        if let Some(address) = element.attribute("url").or_else(|| element.attribute("href")) {
            draft.link(1, &address, element.base.as_deref());
        }
        self.source = Some((draft, String::new()));
    }

    fn source_ends(&mut self) {
        let Some((mut draft, text)) = self.source.take() else { return };
        draft.line(Field::Title, 0, Value::new(text, Form::Either).line());
        let credit = draft.into_credit();
        if let Some(item) = &mut self.item
            && credit != Credit::default()
        {
            item.source.get_or_insert(credit);
        }
    }

    fn value_begins(&mut self, element: &Element<'_>) {
        let Some((field, rank)) = field(element.namespace, &element.local) else { return };
        let said = self.says_in_attributes(field, rank, element);
        self.value = Some(Collector::new((field, rank), element, self.atom, said));
    }

    /// Notes what stands in attributes; true where it is all that the element says.
    fn says_in_attributes(&mut self, field: Field, rank: u8, element: &Element<'_>) -> bool {
        match field {
            Field::Link => {
                let relation = element.attribute("rel").unwrap_or_default().to_ascii_lowercase();
                let Some(address) = element.attribute("href") else {
                    return !matches!(relation.as_str(), "" | "alternate");
                };
                let base = element.base.as_deref();
                let whole = if address.is_empty() { base.unwrap_or_default() } else { address.as_str() };
                let absolute = || crate::address::canonical_from(whole, base);
                let in_channel = self.item.is_none() && self.source.is_none();
                match relation.as_str() {
                    "" | "alternate" => self.draft().link(rank, &address, base),
                    "self" if in_channel && self.channel.itself.is_none() => self.channel.itself = absolute(),
                    "hub" if in_channel && self.channel.hubs.len() < 8 => self.channel.hubs.extend(absolute()),
                    _ => {}
                }
                true
            }
            Field::Tag => {
                let names = ["label", "term", "text"].into_iter();
                let name = names.filter_map(|name| element.attribute(name)).find(|name| !name.is_empty());
                let Some(name) = name else { return false };
                let line = Value::new(name, Form::Either).line();
                self.draft().line(Field::Tag, rank, line);
                true
            }
            _ => false,
        }
    }

    fn value_ends(&mut self) {
        let Some(value) = self.value.take() else { return };
        let part = match value.field {
            Field::Title => OF_TITLE,
            Field::Summary => OF_SUMMARY,
            _ => OF_CONTENT,
        };
        let (field, rank) = (value.field, value.rank);
        if let Some(language) =
            value.language.as_ref().filter(|_| matches!(field, Field::Title | Field::Summary | Field::Content))
            && self.item.is_some()
        {
            self.draft().part_language(part, language);
        }
        match field {
            Field::Summary | Field::Content => self.draft().text(field, rank, value.value()),
            Field::Link if !value.said => {
                self.draft().link(rank, &value.words, value.base.as_deref());
            }
            Field::Link => {}
            Field::Id => {
                if value.permalink {
                    self.draft().link(0, &value.words, value.base.as_deref());
                }
                let written = value.words.trim();
                // An identifier of Atom is an address; where it is a relative one, that of the feed makes it whole.
                let whole = value.base.as_deref().filter(|_| value.absolute && written.starts_with('/'));
                let whole = whole.and_then(|base| address::absolute(written, Some(base)));
                let id = whole.map_or_else(|| written.to_owned(), String::from);
                self.draft().line(field, rank, id);
            }
            Field::Author | Field::Publisher => {
                let statement = value.name.clone().unwrap_or_else(|| value.value().line());
                let names = person(&Value::new(statement, Form::Either).line());
                names.into_iter().for_each(|name| self.draft().line(field, rank, name));
            }
            Field::Tag if value.said => {}
            _ => self.draft().line(field, rank, value.value().line()),
        }
    }
}

fn is_media_group(local: &str) -> bool {
    matches!(local, "group" | "content")
}
