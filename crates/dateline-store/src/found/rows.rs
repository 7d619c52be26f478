//! The rows that what was found is kept in. Their order is that of the stored bytes: a change of it is a new method.

use dateline_model::{Bound, EntityKind, Form, Function, Mode, Record, SourceKind, Stance, TimeKind};
use serde::{Deserialize, Serialize};

use super::names::Name;

/// A span: how far its first byte is from that of the span before, and how long it is.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct Step(pub i64, pub u32);

/// All that was found in one report.
#[derive(Serialize, Deserialize)]
pub struct Found {
    pub language: Option<String>,
    pub sentences: Vec<Step>,
    pub entities: Vec<EntityRow>,
    pub mentions: Vec<MentionRow>,
    pub figures: Vec<FigureRow>,
    pub times: Vec<TimeRow>,
    pub claims: Vec<ClaimRow>,
}

#[derive(Serialize, Deserialize)]
pub struct RoleRow {
    pub span: Step,
    pub past: bool,
}

#[derive(Serialize, Deserialize)]
pub struct EntityRow {
    pub name: Name,
    pub kind: EntityKind,
    pub roles: Vec<RoleRow>,
}

#[derive(Serialize, Deserialize)]
pub struct MentionRow {
    pub span: Step,
    pub kind: EntityKind,
    pub entity: usize,
    pub role: Option<RoleRow>,
}

#[derive(Serialize, Deserialize)]
pub struct FigureRow {
    pub span: Step,
    pub value: f64,
    pub to: Option<f64>,
    pub unit: String,
    pub bound: Bound,
    pub of: Option<Step>,
    pub from: Option<Step>,
}

#[derive(Serialize, Deserialize)]
pub struct TimeRow {
    pub span: Step,
    pub value: String,
    pub kind: TimeKind,
}

#[derive(Serialize, Deserialize)]
pub struct SourceRow {
    pub span: Step,
    pub name: Name,
    pub kind: SourceKind,
    pub count: Option<u32>,
    pub entity: Option<usize>,
}

#[derive(Serialize, Deserialize)]
pub struct ClaimRow {
    pub span: Step,
    pub form: Form,
    pub stance: Stance,
    pub record: Record,
    pub cue: Option<Step>,
    pub content: Vec<Step>,
    pub source: Option<SourceRow>,
    pub via: Vec<(Step, Name)>,
}

/// Behind [`Found`]; records made before clauses were read have none.
#[derive(Serialize, Deserialize)]
pub struct ClauseRow {
    pub head: Step,
    pub particle: Option<Step>,
    pub words: Step,
    /// Bits: nominal, passive, negated.
    pub signs: u8,
    pub mode: Mode,
    /// How far away in the list the clause is whose complement this is.
    pub under: Option<i32>,
    pub slots: Vec<SlotRow>,
}

#[derive(Serialize, Deserialize)]
pub struct SlotRow {
    pub function: Function,
    pub link: Option<Step>,
    pub head: Step,
    pub words: Step,
}
