//! The file of outlet tables: TOML, an `[[outlet]]` for each host.

use std::collections::HashMap;

use serde::Deserialize;
use toml::Spanned;
use url::Host;

use super::selector::Selector;
use super::{Outlet, OutletsError};
use crate::finish::shortened;

/// Most selectors of one outlet: each is held against every element of a page.
const MOST_SELECTORS: usize = 50;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    outlet: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    host: Spanned<String>,
    headline: Option<Spanned<String>>,
    bylines: Option<Spanned<String>>,
    published: Option<Spanned<String>>,
    modified: Option<Spanned<String>>,
    body: Option<Spanned<String>>,
    #[serde(default)]
    without: Vec<Spanned<String>>,
}

/// What is wrong, and the byte at which it stands.
type Wrong = (usize, String);

/// The tables of a file, by host.
pub(super) fn read(text: &str, name: &str) -> Result<HashMap<String, Outlet>, OutletsError> {
    tables(text).map_err(|(at, what)| {
        let before = &text.as_bytes()[..at.min(text.len())];
        let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
        OutletsError { name: name.to_owned(), line, what }
    })
}

fn tables(text: &str) -> Result<HashMap<String, Outlet>, Wrong> {
    let file: File = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        (at, error.message().replace('\n', ", "))
    })?;
    let mut tables = HashMap::new();
    for row in file.outlet {
        let at = row.host.span().start;
        let outlet = outlet(row)?;
        if let Some(earlier) = tables.insert(outlet.host.clone(), outlet) {
            return Err((at, format!("{} has a table already: put all its selectors into one", earlier.host)));
        }
    }
    Ok(tables)
}

fn outlet(row: Row) -> Result<Outlet, Wrong> {
    let at = row.host.span().start;
    let outlet = Outlet {
        host: host(&row.host)?,
        headline: row.headline.map(selector).transpose()?,
        bylines: row.bylines.map(selector).transpose()?,
        published: row.published.map(selector).transpose()?,
        modified: row.modified.map(selector).transpose()?,
        body: row.body.map(|body| of_elements("body", body)).transpose()?,
        without: row.without.into_iter().map(|part| of_elements("without", part)).collect::<Result<_, _>>()?,
    };
    let values = [&outlet.headline, &outlet.bylines, &outlet.published, &outlet.modified, &outlet.body];
    let count: usize = values.into_iter().flatten().chain(&outlet.without).map(Selector::count).sum();
    if count > MOST_SELECTORS {
        return Err((at, format!("{} has {count} selectors, at most {MOST_SELECTORS} are followed", outlet.host)));
    }
    if !outlet.without.is_empty() && outlet.body.is_none() {
        return Err((at, format!("{} has `without` but no `body` to leave it out of", outlet.host)));
    }
    Ok(outlet)
}

fn selector(written: Spanned<String>) -> Result<Selector, Wrong> {
    Selector::read(written.get_ref()).map_err(|what| (written.span().start, what))
}

fn of_elements(field: &str, written: Spanned<String>) -> Result<Selector, Wrong> {
    let at = written.span().start;
    let selector = selector(written)?;
    if selector.is_of_attribute() {
        let shown = shortened(&selector.written);
        return Err((at, format!("`{field}` selects elements, not an attribute as “{shown}” does")));
    }
    Ok(selector)
}

/// The host as addresses have it: lower case, letters beyond ASCII encoded, no `www.`.
fn host(written: &Spanned<String>) -> Result<String, Wrong> {
    let name = written.get_ref().trim();
    let parsed = Host::parse(name).map(|host| host.to_string()).ok();
    let parsed = parsed.map(|host| host.strip_prefix("www.").unwrap_or(&host).to_owned());
    let what = || format!("“{}” is not a host such as harbour-post.example", shortened(name));
    parsed.filter(|host| host.contains(['.', ':'])).ok_or_else(|| (written.span().start, what()))
}
