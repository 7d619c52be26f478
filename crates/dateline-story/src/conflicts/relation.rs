//! Whether a later report takes the place of an earlier one, or contradicts it.

use dateline_model::{Relation, Source, SourceKind};
use jiff::Timestamp;

use crate::TimelineReport;
use crate::told::{Told, name_key};

/// A difference of so many seconds makes one report later than another of another outlet.
pub const LATER: i64 = 3 * 3600;
/// After so many seconds something that was put off may have been held.
pub const HELD: i64 = 20 * 3600;

/// Who says something, and when.
#[derive(Clone, Copy, Debug)]
pub struct Telling {
    /// Seconds since 1970, where the report states its time.
    pub when: Option<i64>,
    /// The report.
    report: usize,
    /// Whom the report names for it.
    pub source: Option<u32>,
    /// The outlet.
    outlet: Option<u32>,
    /// The words say that it is told in place of something told before.
    pub revising: bool,
    /// The words say that more is to come.
    pub provisional: bool,
}

impl Telling {
    /// Of a statement.
    pub fn of(reports: &[TimelineReport<'_>], told: &Told<'_>) -> Telling {
        let report = told.statement.report;
        let article = reports[report].article;
        Telling {
            when: article.published.map(|moment| moment.instant()).map(Timestamp::as_second),
            report,
            source: told.statement.source.as_ref().map(source_key),
            outlet: article.outlet.as_deref().map(name_key),
            revising: told.revising,
            provisional: told.provisional,
        }
    }

    /// True where one report tells both with the same voice: it then means two things, or knows of no difference.
    pub fn together(&self, other: &Telling) -> bool {
        self.report == other.report && self.source == other.source
    }

    /// True where one report tells both and names no source for one of them, or the same for both.
    pub fn own(&self, other: &Telling) -> bool {
        self.report == other.report && (self.source.is_none() || other.source.is_none() || self.source == other.source)
    }

    /// How many seconds this came after `other`.
    pub fn after(&self, other: &Telling) -> Option<i64> {
        Some(self.when? - other.when?)
    }

    /// True where one who speaks here spoke there too: the same source, or, where none is named, the same outlet.
    pub fn same_voice(&self, other: &Telling) -> bool {
        match (self.source, other.source) {
            (Some(one), Some(other)) => one == other,
            _ => self.outlet.is_some() && self.outlet == other.outlet,
        }
    }

    /// The relation of a later telling to an earlier one of something else, where nothing but who, when and the words
    /// of revision are known.
    pub fn relation(&self, earlier: &Telling) -> Relation {
        let later = self.after(earlier).is_some_and(|seconds| seconds > 0);
        let told_anew = later && (self.same_voice(earlier) || self.revising || earlier.provisional);
        if told_anew { Relation::Superseded } else { Relation::Contradicts }
    }
}

/// What sources are told apart by: the last word of a person's name; of descriptions the words but the shortest.
fn source_key(source: &Source) -> u32 {
    let last = source.name.split_whitespace().next_back().unwrap_or(&source.name);
    match source.kind {
        SourceKind::Named => name_key(last),
        _ => name_key(&source.name.split_whitespace().filter(|word| word.len() > "the".len()).collect::<String>()),
    }
}
