//! Why nothing came of a request, said to a person.

use std::fmt;

/// What kind of thing stood in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// Dateline does not ask there: not an address of the public web.
    Refused,
    /// The name leads nowhere.
    Name,
    /// No connection, or a broken one.
    Connection,
    /// The certificate is not good.
    Certificate,
    /// It took too long.
    Slow,
    /// It sent more than is taken.
    Large,
    /// It leads from one address to the next without end, or to none.
    Redirects,
    /// What it sent is no HTTP, or not packed as it says.
    Unreadable,
}

/// Nothing came of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What kind of thing stood in the way.
    pub kind: FailureKind,
    /// In words.
    pub words: String,
}

impl Failure {
    pub(crate) fn new(kind: FailureKind, words: impl Into<String>) -> Failure {
        Failure { kind, words: words.into() }
    }

    /// What the person who follows the source can do about it.
    #[must_use]
    pub fn advice(&self) -> &'static str {
        match self.kind {
            FailureKind::Refused => {
                "Only the public web is asked. If this address is yours, allow its network or host in the configuration."
            }
            FailureKind::Name => "Check the address for a slip; the site may have moved or ended.",
            FailureKind::Connection => "The server may be down. It is asked again, ever more seldom.",
            FailureKind::Certificate => "The site's certificate is wrong or out of date; only its owner can mend it.",
            FailureKind::Slow => "The server answers too slowly. It is asked again, ever more seldom.",
            FailureKind::Large => "What it sends is larger than a feed should be; look for a shorter feed of the site.",
            FailureKind::Redirects => "Open the address in a browser and add the one it ends at.",
            FailureKind::Unreadable => "What the server sends is damaged; its owner may be able to mend it.",
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.words)
    }
}

impl std::error::Error for Failure {}
