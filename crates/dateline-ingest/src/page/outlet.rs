//! Corrections for single outlets: where the general rules fail, a table of selectors that a user wrote says what is what.

mod follow;
mod selector;
mod table;

use std::collections::HashMap;
use std::fmt;

use dateline_model::Problem;

use crate::address;
use selector::Selector;

pub(crate) use follow::Corrections;

/// Tables of selectors for the outlets that a user corrected. The empty value corrects nothing.
#[derive(Clone, Debug, Default)]
pub struct Outlets {
    /// What messages call the file of the tables.
    name: String,
    by_host: HashMap<String, Outlet>,
}

/// Why a file of outlet tables cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutletsError {
    /// The file, as it was named.
    pub name: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: String,
}

impl fmt::Display for OutletsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.name, self.line, self.what)
    }
}

impl std::error::Error for OutletsError {}

/// The selectors of one outlet; what has none is read by the general rules.
#[derive(Clone, Debug, Default)]
struct Outlet {
    host: String,
    headline: Option<Selector>,
    bylines: Option<Selector>,
    published: Option<Selector>,
    modified: Option<Selector>,
    body: Option<Selector>,
    without: Vec<Selector>,
}

impl Outlets {
    /// Reads a file of outlet tables (TOML); `name` is what messages call it.
    ///
    /// # Errors
    /// Where the file is no TOML, names a field that there is none of, a host that is none or stands twice, or a selector
    /// that cannot be followed. Nothing of such a file is followed, since a correction left out would go unnoticed.
    pub fn parse(text: &str, name: &str) -> Result<Outlets, OutletsError> {
        Ok(Outlets { name: name.to_owned(), by_host: table::read(text, name)? })
    }

    /// How many outlets are corrected.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_host.len()
    }

    /// True where nothing is corrected.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_host.is_empty()
    }

    /// What the table for the page says of it: that of the first of `addresses` which has one.
    pub(crate) fn follow(&self, html: &str, addresses: [Option<&str>; 2], problems: &mut Vec<Problem>) -> Corrections {
        let mut tables = addresses.into_iter().flatten().filter_map(|address| self.table(&address::host(address)?));
        tables.next().map_or_else(Corrections::default, |outlet| follow::follow(outlet, &self.name, html, problems))
    }

    /// The table of `host`, or of the nearest host above it.
    fn table(&self, host: &str) -> Option<&Outlet> {
        if self.by_host.is_empty() {
            return None;
        }
        let dots = host.match_indices('.').map(|(at, _)| at + 1);
        std::iter::once(0).chain(dots).find_map(|at| self.by_host.get(&host[at..]))
    }
}
