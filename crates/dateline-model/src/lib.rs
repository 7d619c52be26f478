//! The vocabulary of Dateline: what every other crate speaks in. No input, no output, no clock.
#![warn(clippy::disallowed_methods)]

mod annotation;
mod article;
mod block;
mod briefing;
mod capture;
mod claim;
mod clause;
mod conflict;
mod copy;
mod document;
mod entity;
mod figure;
mod following;
mod hash;
mod language;
mod moment;
mod origin;
mod problem;
mod proposition;
mod provenance;
mod push;
mod revision;
mod revisiting;
mod speaker;
mod story;
mod text;
pub mod wire;

pub use annotation::{Annotations, TimeKind, TimeRef};
pub use article::{Article, ArticleId, Dateline, Series};
pub use block::{Block, BlockKind};
pub use briefing::{Answered, Briefing, BriefingDay, Cited, Fact, KeyFigure, Player};
pub use capture::Capture;
pub use claim::{Claim, Form, Record, Source, SourceKind, Stance, Via};
pub use clause::{Clause, Function, Mode, Slot};
pub use conflict::{Conflict, ConflictKind, Relation, Side, Voice};
pub use copy::{CopiedBy, Copy, Direction, Passage, PassageKind};
pub use document::{Body, Cell, Document, Item, Part, Paths, Reference, Section, Step, Stop};
pub use entity::{Entity, EntityKind, Mention, Role};
pub use figure::{Bound, Figure};
pub use following::{FollowedKind, Following, Health, LastAnswer};
pub use hash::Digest;
pub use language::Language;
pub use moment::{Moment, ParseMomentError};
pub use origin::{Origin, OriginKind, Origins, Trace};
pub use problem::Problem;
pub use proposition::{Proposition, Statement};
pub use provenance::{Field, Provenance};
pub use push::{Hub, Push, PushStanding};
pub use revision::{
    Alteration, AlterationKind, Comparison, Edit, EditClass, Excerpt, Mark, Notice, NoticeKind, Piece, Run, Standing,
};
pub use revisiting::Revisiting;
pub use speaker::{Speaker, entity, keys, speaker};
pub use story::{Label, Near, Reason, StoryEvent, StoryId};
pub use text::{CodePoints, Span, Text};
