//! What changed from one version of a report to the next, and what kind of change that is.

use serde::{Deserialize, Serialize};

use crate::Span;

/// How a run of words stands in two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    /// In both.
    Same,
    /// In the earlier only.
    Gone,
    /// In the later only.
    New,
}

/// Words that share a mark. In a version that does not have them the span is empty, at the place where they would stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Their mark.
    pub mark: Mark,
    /// Where they stand in the earlier version.
    pub before: Span,
    /// Where they stand in the later version.
    pub after: Span,
}

/// How a sentence stands in two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// In both, in the same order with its neighbours.
    Kept,
    /// In both, at another place.
    Moved,
    /// In the later only.
    Added,
    /// In the earlier only.
    Removed,
}

/// A sentence, or two where one was cut in two or two were joined, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// How it stands.
    pub standing: Standing,
    /// Where it stands in the earlier version; empty where it does not.
    pub before: Span,
    /// Where it stands in the later version; empty where it does not.
    pub after: Span,
    /// Its words, in order.
    pub runs: Vec<Run>,
}

impl Piece {
    /// True where every word stands in both versions, typography apart.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.runs.iter().all(|run| run.mark == Mark::Same)
    }
}

/// Two texts compared: the sentences of the later in order, those of the earlier that are gone where they stood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// All sentences of both.
    pub pieces: Vec<Piece>,
}

impl Comparison {
    /// True where no word differs; sentences may have moved.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.pieces.iter().all(Piece::is_same)
    }
}

/// What kind of change a later version is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditClass {
    /// No change of the outlet's: the versions were read from sources of two kinds, such as a feed and a page, or the one is
    /// only the opening of the other.
    Reread,
    /// Nothing that is told changed: typing errors, typography, what stands around a report.
    Cosmetic,
    /// The outlet says that it changed the report, or it only told more.
    Update,
    /// The outlet says what was wrong.
    Correction,
    /// What was told is altered, and the outlet does not say so.
    SilentEdit,
}

impl EditClass {
    /// What a person calls it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            EditClass::Reread => "read from another kind of source",
            EditClass::Cosmetic => "cosmetic",
            EditClass::Update => "update",
            EditClass::Correction => "correction",
            EditClass::SilentEdit => "silent edit",
        }
    }
}

/// What was altered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AlterationKind {
    /// A notice of a correction is gone.
    Notice,
    /// Words in quotation marks.
    Quotation,
    /// A quantity.
    Figure,
    /// What a source does with what it says: it denied, and now asserts.
    Stance,
    /// A negation, hedge, bound or modal verb: `not`, `allegedly`, `some`, `may`.
    Force,
    /// A person, organisation or place.
    Name,
    /// A day, time or year.
    Time,
    /// A whole sentence.
    Sentence,
    /// The headline.
    Headline,
    /// Other words.
    Wording,
}

/// Words of a version with their place in its text (or headline), in Unicode code points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// The words.
    pub text: String,
    /// The first code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// One thing that was altered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alteration {
    /// What it is.
    pub kind: AlterationKind,
    /// What the earlier version had; `None` where it had nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Excerpt>,
    /// What the later version has; `None` where it has nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Excerpt>,
}

impl AlterationKind {
    /// What a person calls it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            AlterationKind::Notice => "correction notice",
            AlterationKind::Quotation => "quotation",
            AlterationKind::Figure => "figure",
            AlterationKind::Stance => "stance of a source",
            AlterationKind::Force => "force of a statement",
            AlterationKind::Name => "name",
            AlterationKind::Time => "time",
            AlterationKind::Sentence => "sentence",
            AlterationKind::Headline => "headline",
            AlterationKind::Wording => "wording",
        }
    }
}

impl Alteration {
    /// What was done: `changed`, `removed`, `added`.
    #[must_use]
    pub fn deed(&self) -> &'static str {
        match (&self.before, &self.after) {
            (Some(_), None) => "removed",
            (None, Some(_)) => "added",
            _ => "changed",
        }
    }
}

/// In which way the outlet says that it changed a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeKind {
    /// A correction, clarification, apology or retraction.
    Correction,
    /// A line such as `Updated at 11:40`, or a sentence such as `This story has been updated`.
    Updated,
    /// The stated time of the last change moved; no words say so.
    Modified,
}

/// That an outlet says that it changed a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// In which way.
    pub kind: NoticeKind,
    /// In which words; `None` for a time that moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Excerpt>,
}

/// A change from one version of a report to the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What kind of change it is.
    pub class: EditClass,
    /// How much it weighs beside others: 0 for nothing, 100 for a retraction.
    pub weight: u32,
    /// How the outlet says so, the plainest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Notice>,
    /// What was altered, the weightiest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alterations: Vec<Alteration>,
    /// How many sentences were added that tell something.
    #[serde(default)]
    pub added: u32,
    /// How many are gone that told something.
    #[serde(default)]
    pub removed: u32,
}

impl Edit {
    /// The judgement of two versions that were read from sources of two kinds.
    #[must_use]
    pub fn reread() -> Edit {
        let (notices, alterations) = (Vec::new(), Vec::new());
        Edit { class: EditClass::Reread, weight: 0, notices, alterations, added: 0, removed: 0 }
    }

    /// The headlines before and after, where they differ in more than typography.
    #[must_use]
    pub fn headline(&self) -> Option<&Alteration> {
        self.alterations.iter().find(|alteration| alteration.kind == AlterationKind::Headline)
    }
}
