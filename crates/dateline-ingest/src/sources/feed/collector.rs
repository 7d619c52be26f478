//! The words of one element of a feed, with the elements among them, until it ends.

use std::rc::Rc;

use super::fields::Field;
use super::values::{Form, Value};
use crate::markup::VOID;
use crate::xml::{Element, Namespace};

/// A value while it is collected.
pub(super) struct Collector {
    pub(super) field: Field,
    pub(super) rank: u8,
    form: Form,
    base64: bool,
    /// True where the words are said to be HTML, so that elements among them change nothing.
    escaped: bool,
    /// True where the words are an identifier that is an address too, unless it says otherwise.
    pub(super) permalink: bool,
    /// True where it should be an absolute address.
    pub(super) absolute: bool,
    /// True where attributes said it all.
    pub(super) said: bool,
    pub(super) language: Option<Rc<str>>,
    pub(super) base: Option<Rc<str>>,
    pub(super) words: String,
    /// The same with the elements in it, as HTML.
    html: String,
    elements: usize,
    /// The elements open inside.
    open: Vec<String>,
    /// Where a person's name begins: how many elements were open, and how many bytes of words.
    name_from: Option<(usize, usize)>,
    /// The name, where an element inside holds one.
    pub(super) name: Option<String>,
}

impl Collector {
    /// Begins a value. `atom` is true in a feed whose texts state what they are; `said`, where attributes said it all.
    pub(super) fn new((field, rank): (Field, u8), element: &Element<'_>, atom: bool, said: bool) -> Collector {
        let (form, base64) = form(element, atom);
        let kind = element.attribute("type");
        let no = |value: String| value.eq_ignore_ascii_case("false");
        Collector {
            field,
            rank,
            form,
            base64,
            escaped: kind.is_some_and(|kind| matches!(kind.as_str(), "html" | "text/html")),
            permalink: element.local == "guid" && !element.attribute("ispermalink").is_some_and(no),
            absolute: element.is("id"),
            said,
            language: element.language.clone(),
            base: element.base.clone(),
            words: String::new(),
            html: String::new(),
            elements: 0,
            open: Vec::new(),
            name_from: None,
            name: None,
        }
    }

    pub(super) fn add(&mut self, words: &str) {
        self.words.push_str(words);
        if self.escaped {
            self.html.push_str(words);
        } else {
            html_escape::encode_text_to_string(words, &mut self.html);
        }
    }

    pub(super) fn element_begins(&mut self, element: &Element<'_>) {
        self.elements += 1;
        if element.local == "name" && self.name.is_none() && self.name_from.is_none() {
            self.name_from = Some((self.open.len(), self.words.len()));
        }
        self.html.push('<');
        self.html.push_str(&element.local);
        self.html.push_str(element.written_attributes());
        self.html.push('>');
        self.open.push(element.local.clone());
    }

    pub(super) fn element_ends(&mut self) {
        let Some(name) = self.open.pop() else { return };
        if let Some((depth, from)) = self.name_from
            && depth == self.open.len()
        {
            self.name = Some(self.words[from..].to_owned());
            self.name_from = None;
        }
        if !VOID.contains(&name.as_str()) {
            self.html.push_str("</");
            self.html.push_str(&name);
            self.html.push('>');
        }
    }

    pub(super) fn value(self) -> Value {
        match self.elements {
            0 if self.base64 => Value::base64(&self.words, self.form),
            0 => Value::new(self.words, self.form),
            _ => Value::new(self.html, Form::Html),
        }
    }
}

/// What the element's words are written in, and whether base64 stands between.
fn form(element: &Element<'_>, atom: bool) -> (Form, bool) {
    let kind = element.attribute("type").unwrap_or_default().to_ascii_lowercase();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    let mode = element.attribute("mode").unwrap_or_default().to_ascii_lowercase();
    let own = element.namespace == Namespace::Core && atom;
    let base64 = mode == "base64" || own && kind.contains('/') && !kind.starts_with("text/") && !kind.ends_with("xml");
    let form = match kind {
        _ if base64 => Form::Either,
        "html" | "xhtml" | "text/html" | "application/xhtml+xml" => Form::Html,
        "text" | "text/plain" | "plain" if own => Form::Text,
        "" if own && element.local == "title" => Form::Text,
        _ => Form::Either,
    };
    (form, base64)
}
