//! What was passed over in an archive, counted by reason: most of a crawl is no report.

use std::fmt;

/// Why a record was passed over. None of these is damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassedOver {
    /// What the crawler asked for.
    Request,
    /// Of other records.
    Metadata,
    /// The archive described by its writer: `warcinfo`, `filedesc`.
    Description,
    /// The same answer as before, not stored again.
    Revisit,
    /// A kind of record that holds no page.
    OtherKind,
    /// The server's answer was a redirection or an error.
    Status,
    /// Images, scripts and the like.
    Media,
    /// Text that none of the source formats knows.
    UnknownFormat,
}

/// Every reason, with the words for one record and for many.
const REASONS: &[(PassedOver, &str, &str)] = &[
    (PassedOver::Request, "request", "requests"),
    (PassedOver::Metadata, "metadata record", "metadata records"),
    (PassedOver::Description, "description of the archive", "descriptions of the archive"),
    (PassedOver::Revisit, "revisit", "revisits"),
    (PassedOver::OtherKind, "record of another kind", "records of other kinds"),
    (PassedOver::Status, "answer that is no success", "answers that are no success"),
    (PassedOver::Media, "file that is no page or feed", "files that are no page or feed"),
    (PassedOver::UnknownFormat, "text of no known format", "texts of no known format"),
];

/// Records passed over, by reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passed([u64; REASONS.len()]);

impl Passed {
    /// Counts one more.
    pub fn count(&mut self, reason: PassedOver) {
        if let Some(at) = REASONS.iter().position(|(own, ..)| *own == reason) {
            self.0[at] += 1;
        }
    }

    /// How many were passed over for `reason`.
    #[must_use]
    pub fn of(&self, reason: PassedOver) -> u64 {
        REASONS.iter().position(|(own, ..)| *own == reason).map_or(0, |at| self.0[at])
    }

    /// Adds the counts of another archive.
    pub fn add(&mut self, other: &Passed) {
        self.0.iter_mut().zip(other.0).for_each(|(own, other)| *own += other);
    }

    /// True where nothing was passed over.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|count| *count == 0)
    }
}

/// `3 requests, 1 revisit`.
impl fmt::Display for Passed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = REASONS.iter().zip(self.0).filter(|(_, count)| *count > 0);
        let words = counts.map(|((_, one, many), count)| format!("{count} {}", if count == 1 { one } else { many }));
        formatter.write_str(&words.collect::<Vec<_>>().join(", "))
    }
}
