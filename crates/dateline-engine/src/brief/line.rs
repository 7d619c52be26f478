//! A briefing as JSON: every sentence with its report and its place there.

use dateline_model::{
    Briefing, BriefingDay, Cited, CodePoints, Conflict, ConflictKind, EntityKind, Fact, OriginKind, Relation, Span,
};
use serde::Serialize;

use super::BriefReport;
use super::groups::{Group, groups};

/// A briefing. Places count code points of the report's text.
#[derive(Debug, Serialize)]
pub struct BriefLine {
    headline: Option<FactLine>,
    known: Vec<FactLine>,
    contested: Vec<ConflictLine>,
    unknown: Vec<CitedLine>,
    people: Vec<PlayerLine>,
    figures: Vec<FigureLine>,
    background: Vec<DayLine>,
    timeline: Vec<DayLine>,
    questions: Vec<AnsweredLine>,
    copies: Vec<GroupLine>,
    origins: OriginsLine,
    cursor: u64,
}

#[derive(Debug, Serialize)]
struct GroupLine {
    #[serde(skip_serializing_if = "Option::is_none")]
    original: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    original_not_seen: String,
    copies: Vec<MemberLine>,
}

#[derive(Debug, Serialize)]
struct MemberLine {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<f32>,
}

#[derive(Debug, Serialize)]
struct CitedLine {
    id: String,
    start: usize,
    end: usize,
    text: String,
}

#[derive(Debug, Serialize)]
struct FactLine {
    sentence: CitedLine,
    also: Vec<CitedLine>,
    outlets: usize,
    origins_at_most: usize,
}

#[derive(Debug, Serialize)]
struct ConflictLine {
    kind: ConflictKind,
    relation: Relation,
    about: CitedLine,
    sides: Vec<Vec<VoiceLine>>,
}

#[derive(Debug, Serialize)]
struct VoiceLine {
    value: CitedLine,
    sentence: CitedLine,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    via: Vec<String>,
}

#[derive(Debug, Serialize)]
struct PlayerLine {
    name: String,
    kind: EntityKind,
    roles: Vec<CitedLine>,
    reports: usize,
    claims: usize,
}

#[derive(Debug, Serialize)]
struct FigureLine {
    figure: CitedLine,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<CitedLine>,
    sentence: CitedLine,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    reports: usize,
}

#[derive(Debug, Serialize)]
struct DayLine {
    date: String,
    planned: bool,
    sentences: Vec<CitedLine>,
}

#[derive(Debug, Serialize)]
struct AnsweredLine {
    question: CitedLine,
    answer: Vec<CitedLine>,
}

#[derive(Debug, Serialize)]
struct OriginsLine {
    reports: usize,
    outlets: usize,
    at_most: usize,
    origins: Vec<OriginLine>,
}

#[derive(Debug, Serialize)]
struct OriginLine {
    kind: OriginKind,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    heard_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<String>,
    reports: usize,
    traces: Vec<TraceLine>,
}

#[derive(Debug, Serialize)]
struct TraceLine {
    id: String,
    path: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    claim: Option<CitedLine>,
}

impl BriefLine {
    /// The line of `briefing`, which was made from `reports`.
    #[must_use]
    pub fn new(briefing: &Briefing, reports: &[BriefReport]) -> BriefLine {
        let places =
            Places { points: reports.iter().map(|report| report.article.text.code_points()).collect(), reports };
        let cited = |cited: Cited| places.line(cited);
        let all = |list: &[Cited]| list.iter().copied().map(cited).collect::<Vec<_>>();
        let fact = |fact: &Fact| FactLine {
            sentence: cited(fact.sentence),
            also: all(&fact.also),
            outlets: fact.outlets,
            origins_at_most: fact.at_most,
        };
        let day = |day: &BriefingDay| DayLine {
            date: day.date.clone(),
            planned: day.planned,
            sentences: all(&day.sentences),
        };
        BriefLine {
            headline: briefing.headline.as_ref().map(fact),
            known: briefing.known.iter().map(fact).collect(),
            contested: briefing.contested.iter().map(|conflict| places.conflict(conflict)).collect(),
            unknown: all(&briefing.unknown),
            people: briefing
                .players
                .iter()
                .map(|player| PlayerLine {
                    name: player.name.clone(),
                    kind: player.kind,
                    roles: all(&player.roles),
                    reports: player.reports,
                    claims: player.claims,
                })
                .collect(),
            figures: briefing
                .figures
                .iter()
                .map(|figure| {
                    let report = figure.figure.report;
                    FigureLine {
                        figure: cited(figure.figure),
                        of: figure.of.map(|span| cited(Cited { report, span })),
                        sentence: cited(Cited { report, span: figure.sentence }),
                        source: figure.source.clone(),
                        reports: figure.reports,
                    }
                })
                .collect(),
            background: briefing.background.iter().map(day).collect(),
            timeline: briefing.timeline.iter().map(day).collect(),
            questions: briefing
                .questions
                .iter()
                .map(|answered| AnsweredLine { question: cited(answered.question), answer: all(&answered.answer) })
                .collect(),
            copies: groups(reports).iter().map(|group| places.group(group)).collect(),
            origins: places.origins(briefing),
            cursor: reports.iter().map(|report| report.arrived).max().unwrap_or_default(),
        }
    }
}

struct Places<'a> {
    points: Vec<CodePoints<'a>>,
    reports: &'a [BriefReport],
}

impl Places<'_> {
    fn line(&self, Cited { report, span }: Cited) -> CitedLine {
        let article = &self.reports[report].article;
        let (start, end) = self.points[report].of(span);
        CitedLine { id: article.id.to_string(), start, end, text: article.text.slice(span).to_owned() }
    }

    fn group(&self, group: &Group) -> GroupLine {
        let id = |report: usize| self.reports[report].article.id.to_string();
        GroupLine {
            original: group.original.map(id),
            original_not_seen: group.agency.clone(),
            copies: group.copies.iter().map(|&(report, share)| MemberLine { id: id(report), share }).collect(),
        }
    }

    fn conflict(&self, conflict: &Conflict) -> ConflictLine {
        let voice = |voice: &dateline_model::Voice| {
            let said = &voice.statement;
            let at = |span: Span| self.line(Cited { report: said.report, span });
            let text = &self.reports[said.report].article.text;
            VoiceLine {
                value: at(voice.value),
                sentence: at(said.sentence),
                source: said.source.as_ref().map(|source| source.name.clone()),
                via: said.via.iter().map(|via| text.slice(via.span).to_owned()).collect(),
            }
        };
        let (report, span) = conflict.about;
        ConflictLine {
            kind: conflict.kind,
            relation: conflict.relation,
            about: self.line(Cited { report, span }),
            sides: conflict.sides.iter().map(|side| side.voices.iter().map(voice).collect()).collect(),
        }
    }

    fn origins(&self, briefing: &Briefing) -> OriginsLine {
        let origins = &briefing.origins;
        let trace = |trace: &dateline_model::Trace| {
            let report = &self.reports[trace.report];
            let claim = trace.claim.and_then(|claim| report.annotations.claims.get(claim));
            TraceLine {
                id: report.article.id.to_string(),
                path: trace.path.clone(),
                claim: claim.map(|claim| self.line(Cited { report: trace.report, span: claim.span })),
            }
        };
        let origin = |origin: &dateline_model::Origin| OriginLine {
            kind: origin.kind,
            name: origin.name.clone(),
            count: origin.count,
            heard_by: origin.heard_by.clone(),
            owner: origin.owner.clone(),
            reports: origin.reports,
            traces: origin.traces.iter().map(trace).collect(),
        };
        OriginsLine {
            reports: origins.reports,
            outlets: origins.outlets,
            at_most: origins.at_most,
            origins: origins.origins.iter().map(origin).collect(),
        }
    }
}
