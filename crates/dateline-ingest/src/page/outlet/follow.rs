//! A page read as the table of its outlet says; what the table does not find is left to the general rules.

use dateline_model::{Article, Field, Moment, Problem};
use dom_query::Document;

use super::Outlet;
use super::selector::Selector;
use crate::body::Body;
use crate::finish::shortened;
use crate::page::guard::{Verdict, judge};
use crate::page::text::{Scope, text};
use crate::{bylines, dates};

/// Where values that a table found are from.
const PLACE: &str = "outlet table";

/// What a table found in a page.
#[derive(Debug, Default)]
pub(crate) struct Corrections {
    headline: Option<String>,
    /// Statements of authorship, as printed.
    bylines: Vec<String>,
    published: Option<Moment>,
    modified: Option<Moment>,
    pub(crate) body: Option<Body>,
}

impl Corrections {
    /// Writes over what the general rules read.
    pub(crate) fn describe(&self, article: &mut Article) {
        if let Some(headline) = &self.headline {
            article.title = Some(headline.clone());
            article.provenance.note(Field::Title, PLACE);
        }
        if let Some(published) = self.published {
            article.published = Some(published);
            article.provenance.note(Field::Published, PLACE);
        }
        if let Some(modified) = self.modified {
            article.modified = Some(modified);
            article.provenance.note(Field::Modified, PLACE);
        }
        if !self.bylines.is_empty() {
            let authors = authors(&self.bylines, article.outlet.as_deref());
            article.bylines = authors.names;
            article.provenance.note(Field::Bylines, PLACE);
            if let Some(agency) = authors.agency {
                article.agency = Some(agency);
                article.provenance.note(Field::Agency, PLACE);
            }
        }
        if self.body.is_some() {
            article.provenance.note(Field::Text, PLACE);
        }
    }
}

/// Follows the table of `outlet`, of the file `name`. A tree is built only of pages that can bear one.
pub(super) fn follow(outlet: &Outlet, name: &str, html: &str, problems: &mut Vec<Problem>) -> Corrections {
    let sound = match judge(html) {
        Verdict::Sound(sound) => sound,
        Verdict::TooDeep | Verdict::TooMany => {
            let what = format!("the page is nested too deep or has too many elements for the selectors of {name}");
            problems.push(Problem::new(what, "it was read by the general rules"));
            return Corrections::default();
        }
    };
    let mut reader = Reader { page: Document::from(&*sound), outlet, name, problems };
    let values = |values: Vec<String>| (!values.is_empty()).then_some(values);
    Corrections {
        headline: reader.field("headline", &outlet.headline, |values| values.into_iter().next()),
        bylines: reader
            .field("bylines", &outlet.bylines, |found| values(found).filter(|found| names_somebody(found)))
            .unwrap_or_default(),
        published: reader.field("published", &outlet.published, moment),
        modified: reader.field("modified", &outlet.modified, moment),
        // Last, since it takes parts out of the tree.
        body: reader.body(),
    }
}

/// One page and what is to be said of it.
struct Reader<'r> {
    page: Document,
    outlet: &'r Outlet,
    name: &'r str,
    problems: &'r mut Vec<Problem>,
}

impl Reader<'_> {
    /// What `read` makes of the values that a selector finds; a problem where that is nothing.
    fn field<T>(
        &mut self,
        field: &str,
        selector: &Option<Selector>,
        read: impl FnOnce(Vec<String>) -> Option<T>,
    ) -> Option<T> {
        let selector = selector.as_ref()?;
        let values = selector.values(&self.page);
        let first = values.first().map(|value| shortened(value));
        let read = read(values);
        if read.is_none() {
            self.found_nothing(field, selector, first.as_deref());
        }
        read
    }

    fn body(&mut self) -> Option<Body> {
        let selector = self.outlet.body.as_ref()?;
        for without in &self.outlet.without {
            for node in without.outermost(&self.page) {
                node.remove_from_parent();
            }
        }
        let mut body = Body::default();
        for node in selector.outermost(&self.page) {
            body.lines.extend(text(&node.html(), Scope::Visible).lines);
        }
        if body.lines.is_empty() {
            self.found_nothing("body", selector, None);
            return None;
        }
        Some(body)
    }

    fn found_nothing(&mut self, field: &str, selector: &Selector, value: Option<&str>) {
        let (host, name, written) = (&self.outlet.host, self.name, shortened(&selector.written));
        let found = value.map_or_else(|| "nothing".to_owned(), |value| format!("“{value}”, which is none"));
        let what = format!("`{field}` of {host} in {name}, “{written}”, found {found}");
        self.problems.push(Problem::new(what, format!("the `{field}` of the page was read by the general rules")));
    }
}

fn moment(values: Vec<String>) -> Option<Moment> {
    values.iter().find_map(|words| dates::read(words).filter(dates::plausible))
}

fn names_somebody(statements: &[String]) -> bool {
    let authors = authors(statements, None);
    !authors.names.is_empty() || authors.agency.is_some()
}

fn authors(statements: &[String], outlet: Option<&str>) -> bylines::Authors {
    bylines::read(statements.iter().map(String::as_str), outlet)
}
