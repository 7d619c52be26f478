//! One pass over an XML document, however badly its elements nest: what opens is closed, once and in order.

use std::borrow::Cow;
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::errors::Error;
use quick_xml::events::{BytesStart, Event};

use super::namespaces::Namespace;
use crate::{address, markup};

/// Elements are followed this deep; the words of deeper ones count as words of the last of these.
const DEEPEST: usize = 128;
/// Most namespace declarations that hold at one time.
const MOST_DECLARATIONS: usize = 64;

/// A start tag.
pub(crate) struct Element<'d> {
    pub(crate) namespace: Namespace,
    /// The name without prefix, in lower case.
    pub(crate) local: String,
    tag: &'d BytesStart<'d>,
    /// The `xml:lang` that holds here: empty where it was taken back.
    pub(crate) language: Option<Rc<str>>,
    /// The address that `xml:base` and the document's own address give.
    pub(crate) base: Option<Rc<str>>,
}

impl Element<'_> {
    /// The value of an attribute by its name without prefix, trimmed.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        attributes(self.tag).find(|(key, _)| local_name(key).eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// True where the element is one of the format's own, called `name`.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.namespace == Namespace::Core && self.local == name
    }

    /// The attributes as written.
    pub(crate) fn written_attributes(&self) -> &str {
        self.tag.attributes_raw()
    }
}

/// What is done with each part of a document.
pub(crate) trait Visitor {
    /// How many of the open elements should have ended before this one begins.
    fn ends_before(&self, _element: &Element<'_>) -> usize {
        0
    }
    fn start(&mut self, element: &Element<'_>);
    fn words(&mut self, words: &str);
    fn end(&mut self);
    /// An element too deep to be followed: it neither ends nor holds anything.
    fn too_deep(&mut self, _element: &Element<'_>) {}
    /// The document ends inside an element; what is open ends next.
    fn cut_off(&mut self) {}
}

/// What was wrong with a document.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Damage {
    /// Elements that were closed late, by something else, or not at all.
    pub(crate) unclosed: usize,
    /// True where the document ends inside an element.
    pub(crate) cut_off: bool,
    /// What stopped the reading.
    pub(crate) stopped: Option<String>,
}

struct Open {
    name: String,
    declarations: usize,
    language: Option<Rc<str>>,
    base: Option<Rc<str>>,
}

struct Walk<'v, V> {
    visitor: &'v mut V,
    open: Vec<Open>,
    /// How many elements deeper than the deepest followed are open.
    beyond: usize,
    declarations: Vec<(String, Namespace)>,
    base: Option<Rc<str>>,
    damage: Damage,
}

/// Walks `document`, which [`super::mended`] made. `base` is its own address.
pub(crate) fn walk(document: &str, base: Option<&str>, visitor: &mut impl Visitor) -> Damage {
    let mut reader = Reader::from_str(document);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    reader.config_mut().allow_dangling_amp = true;
    let mut walk = Walk {
        visitor,
        open: Vec::new(),
        beyond: 0,
        declarations: Vec::new(),
        base: base.map(Rc::from),
        damage: Damage::default(),
    };
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => walk.start(&tag),
            Ok(Event::Empty(tag)) => {
                walk.start(&tag);
                walk.end(tag.name().as_ref());
            }
            Ok(Event::End(tag)) => walk.end(tag.name().as_ref()),
            Ok(Event::Text(words)) => walk.visitor.words(&words),
            Ok(Event::CData(words)) => walk.visitor.words(&words),
            Ok(Event::GeneralRef(reference)) => {
                let written = format!("&{};", &*reference);
                walk.visitor.words(&markup::unescape(&written));
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(Error::IllFormed(_)) => walk.damage.unclosed += 1,
            Err(error) => {
                walk.damage.stopped = Some(error.to_string());
                break;
            }
        }
    }
    if !walk.open.is_empty() {
        walk.damage.cut_off = true;
        walk.visitor.cut_off();
    }
    walk.close(0);
    walk.damage
}

impl<V: Visitor> Walk<'_, V> {
    fn start(&mut self, tag: &BytesStart<'_>) {
        if self.beyond > 0 || self.open.len() >= DEEPEST {
            self.beyond += 1;
            self.too_deep(tag);
            return;
        }
        let name = tag.name().as_ref().to_owned();
        let mut declarations = self.declarations.len();
        let (mut language, mut base) = match self.open.last() {
            Some(around) => (around.language.clone(), around.base.clone()),
            None => (None, self.base.clone()),
        };
        for (key, value) in attributes(tag) {
            if key == "xmlns" {
                self.declare("", &value);
            } else if let Some(prefix) = key.strip_prefix("xmlns:") {
                self.declare(prefix, &value);
            } else if key.eq_ignore_ascii_case("xml:lang") {
                language = Some(Rc::from(value));
            } else if key.eq_ignore_ascii_case("xml:base") {
                base = address::absolute(&value, base.as_deref()).map(|made| Rc::from(made.as_str())).or(base);
            }
        }
        let prefix = name.rsplit_once(':').map_or("", |(prefix, _)| prefix);
        if self.open.is_empty() && self.namespace(prefix) == Namespace::Other {
            // The root of a feed is one of the format, whatever it calls its namespace.
            self.declarations.push((prefix.to_owned(), Namespace::Core));
        }
        let local = local_name(&name).to_ascii_lowercase();
        let element =
            Element { namespace: self.namespace(prefix), local, tag, language: language.clone(), base: base.clone() };
        let ended = self.visitor.ends_before(&element).min(self.open.len());
        if ended > 0 {
            self.damage.unclosed += ended;
            let own = self.declarations.split_off(declarations);
            self.close(self.open.len() - ended);
            declarations = self.declarations.len();
            self.declarations.extend(own);
        }
        self.visitor.start(&element);
        self.open.push(Open { name, declarations, language, base });
    }

    fn too_deep(&mut self, tag: &BytesStart<'_>) {
        let name = tag.name();
        let prefix = name.as_ref().rsplit_once(':').map_or("", |(prefix, _)| prefix);
        let (language, base) = self.open.last().map_or((None, None), |open| (open.language.clone(), open.base.clone()));
        let local = local_name(name.as_ref()).to_ascii_lowercase();
        self.visitor.too_deep(&Element { namespace: self.namespace(prefix), local, tag, language, base });
    }

    fn declare(&mut self, prefix: &str, address: &str) {
        if self.declarations.len() < MOST_DECLARATIONS {
            self.declarations.push((prefix.to_owned(), Namespace::of_address(address)));
        }
    }

    fn namespace(&self, prefix: &str) -> Namespace {
        let declared = self.declarations.iter().rev().find(|(name, _)| name == prefix);
        declared.map_or_else(|| Namespace::of_prefix(prefix), |&(_, namespace)| namespace)
    }

    /// Ends the nearest open element of the name, and those inside it that were left open.
    fn end(&mut self, name: &str) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let at = self.open.iter().rposition(|open| open.name == name);
        let at = at.or_else(|| self.open.iter().rposition(|open| open.name.eq_ignore_ascii_case(name)));
        match at {
            Some(at) => {
                self.damage.unclosed += self.open.len() - at - 1;
                self.close(at);
            }
            None => self.damage.unclosed += 1,
        }
    }

    fn close(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.visitor.end();
            if let Some(open) = self.open.pop() {
                self.declarations.truncate(open.declarations);
            }
        }
    }
}

fn local_name(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn attributes<'t>(tag: &'t BytesStart<'_>) -> impl Iterator<Item = (&'t str, String)> + use<'t> {
    let mut written = tag.html_attributes();
    written.with_checks(false);
    written.filter_map(Result::ok).map(|attribute| {
        let value: Cow<'_, str> = attribute.value;
        (attribute.key.into_inner(), markup::unescape(&value).trim().to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Shown(String);

    impl Visitor for Shown {
        fn start(&mut self, element: &Element<'_>) {
            self.0.push_str(&format!("<{}", element.local));
            if let Some(base) = &element.base {
                self.0.push_str(&format!(" {base}"));
            }
            if let Some(language) = &element.language {
                self.0.push_str(&format!(" {language}"));
            }
            self.0.push('>');
        }
        fn words(&mut self, words: &str) {
            self.0.push_str(words);
        }
        fn end(&mut self) {
            self.0.push('/');
        }
    }

    fn check(document: &str, expected: &str, damage: Damage) {
        let mut shown = Shown::default();
        let found = walk(document, None, &mut shown);
        assert_eq!((shown.0.as_str(), found), (expected, damage), "{document}");
    }

    #[test]
    fn elements_are_closed_in_order() {
        check("<a>x<b/>&amp;<![CDATA[<]]></a>", "<a>x<b>/&</", Damage::default());
        check("<a><b>x</a>", "<a><b>x//", Damage { unclosed: 1, ..Damage::default() });
        check("<a></b>x</a>", "<a>x/", Damage { unclosed: 1, ..Damage::default() });
        check("<a><b>x", "<a><b>x//", Damage { cut_off: true, ..Damage::default() });
    }

    #[test]
    fn language_and_base_are_those_of_the_nearest_element() {
        check(
            "<a xml:base='http://x.example/a/' xml:lang='en'><b xml:base='b/'/><c xml:lang=''/></a>",
            "<a http://x.example/a/ en><b http://x.example/a/b/ en>/<c http://x.example/a/ >//",
            Damage::default(),
        );
    }
}
