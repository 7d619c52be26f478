//! What was found in a report as the record keeps it: each span as a step from the one before, each name as a pointer
//! where the text has it, in the form of postcard.

mod names;
mod rows;

use dateline_model::{
    Annotations, Claim, Clause, Entity, Figure, Language, Mention, Role, Slot, Source, Span, Text, TimeRef, Via,
};

use names::Name;
use rows::{ClaimRow, ClauseRow, EntityRow, FigureRow, Found, MentionRow, RoleRow, SlotRow, SourceRow, Step, TimeRow};

/// The stored form of what was found in `text`.
pub fn pack(text: &Text, found: &Annotations) -> rusqlite::Result<Vec<u8>> {
    let mut walk = Walk::default();
    let rows = Found {
        language: found.language.as_ref().map(|language| language.as_str().to_owned()),
        sentences: walk.all(&found.sentences),
        entities: found.entities.iter().map(|entity| walk.entity(text, found, entity)).collect(),
        mentions: found.mentions.iter().map(|mention| walk.mention(mention)).collect(),
        figures: found.figures.iter().map(|figure| walk.figure(figure)).collect(),
        times: found.times.iter().map(|time| walk.time(time)).collect(),
        claims: found.claims.iter().map(|claim| walk.claim(text, found, claim)).collect(),
    };
    let clauses: Vec<ClauseRow> =
        found.clauses.iter().enumerate().map(|(at, clause)| walk.clause(at, clause)).collect();
    let pack = || postcard::to_extend(&clauses, postcard::to_stdvec(&rows)?);
    pack().map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

/// What was found in `text`, or `None` where the stored form is damaged or of another text.
pub fn unpack(text: &Text, packed: &[u8]) -> Option<Annotations> {
    let (rows, behind): (Found, &[u8]) = postcard::take_from_bytes(packed).ok()?;
    // Records made before clauses were read end here.
    let clauses: Vec<ClauseRow> = if behind.is_empty() { Vec::new() } else { postcard::from_bytes(behind).ok()? };
    let mut back = Back { text, at: 0 };
    let sentences = back.all(&rows.sentences)?;
    let entities: Vec<(EntityRow, Vec<Role>)> = rows
        .entities
        .into_iter()
        .map(|row| {
            let roles = row.roles.iter().map(|role| back.role(role)).collect::<Option<_>>()?;
            Some((row, roles))
        })
        .collect::<Option<_>>()?;
    let mentions = rows.mentions.iter().map(|row| back.mention(row, entities.len())).collect::<Option<Vec<_>>>()?;
    let entities = entities
        .into_iter()
        .map(|(row, roles)| Some(Entity { name: row.name.of_entity(text, &mentions)?, kind: row.kind, roles }))
        .collect::<Option<Vec<_>>>()?;
    let figures = rows.figures.iter().map(|row| back.figure(row)).collect::<Option<_>>()?;
    let times = rows.times.into_iter().map(|row| back.time(row)).collect::<Option<_>>()?;
    let claims = rows.claims.into_iter().map(|row| back.claim(row, &entities)).collect::<Option<_>>()?;
    let count = clauses.len();
    let clauses = clauses.iter().enumerate().map(|(at, row)| back.clause(at, row, count)).collect::<Option<_>>()?;
    let language = rows.language.as_deref().and_then(Language::new);
    Some(Annotations { language, sentences, mentions, entities, figures, times, claims, clauses })
}

/// Spans on their way into the record: neighbours are near to each other, so steps are small numbers.
#[derive(Default)]
struct Walk {
    at: usize,
}

impl Walk {
    fn step(&mut self, span: Span) -> Step {
        let from = span.start() as i64 - self.at as i64;
        self.at = span.start();
        Step(from, span.len() as u32)
    }

    fn all(&mut self, spans: &[Span]) -> Vec<Step> {
        spans.iter().map(|&span| self.step(span)).collect()
    }

    fn role(&mut self, role: &Role) -> RoleRow {
        RoleRow { span: self.step(role.span), past: role.past }
    }

    fn entity(&mut self, text: &Text, found: &Annotations, entity: &Entity) -> EntityRow {
        let roles = entity.roles.iter().map(|role| self.role(role)).collect();
        EntityRow { name: Name::of_mention(text, &found.mentions, &entity.name), kind: entity.kind, roles }
    }

    fn mention(&mut self, mention: &Mention) -> MentionRow {
        MentionRow {
            span: self.step(mention.span),
            kind: mention.kind,
            entity: mention.entity,
            role: mention.role.as_ref().map(|role| self.role(role)),
        }
    }

    fn figure(&mut self, figure: &Figure) -> FigureRow {
        FigureRow {
            span: self.step(figure.span),
            value: figure.value,
            to: figure.to,
            unit: figure.unit.to_owned(),
            bound: figure.bound,
            of: figure.of.map(|span| self.step(span)),
            from: figure.from.map(|span| self.step(span)),
        }
    }

    fn time(&mut self, time: &TimeRef) -> TimeRow {
        TimeRow { span: self.step(time.span), value: time.value.clone(), kind: time.kind }
    }

    fn clause(&mut self, at: usize, clause: &Clause) -> ClauseRow {
        ClauseRow {
            head: self.step(clause.head),
            particle: clause.particle.map(|span| self.step(span)),
            words: self.step(clause.words),
            signs: u8::from(clause.nominal) | u8::from(clause.passive) << 1 | u8::from(clause.negated) << 2,
            mode: clause.mode,
            under: clause.under.map(|under| under as i32 - at as i32),
            slots: clause.slots.iter().map(|slot| self.slot(slot)).collect(),
        }
    }

    fn slot(&mut self, slot: &Slot) -> SlotRow {
        SlotRow {
            function: slot.function,
            link: slot.link.map(|span| self.step(span)),
            head: self.step(slot.head),
            words: self.step(slot.words),
        }
    }

    fn claim(&mut self, text: &Text, found: &Annotations, claim: &Claim) -> ClaimRow {
        ClaimRow {
            span: self.step(claim.span),
            form: claim.form,
            stance: claim.stance,
            record: claim.record,
            cue: claim.cue.map(|span| self.step(span)),
            content: self.all(&claim.content),
            source: claim.source.as_ref().map(|source| SourceRow {
                span: self.step(source.span),
                name: Name::of_source(text, found, source),
                kind: source.kind,
                count: source.count,
                entity: source.entity,
            }),
            via: claim.via.iter().map(|via| (self.step(via.span), Name::at(text, via.span, &via.name))).collect(),
        }
    }
}

/// Spans on their way back.
struct Back<'t> {
    text: &'t Text,
    at: usize,
}

impl Back<'_> {
    fn span(&mut self, step: Step) -> Option<Span> {
        let start = usize::try_from((self.at as i64).checked_add(step.0)?).ok()?;
        self.at = start;
        self.text.span(start..start.checked_add(step.1 as usize)?)
    }

    fn all(&mut self, steps: &[Step]) -> Option<Vec<Span>> {
        steps.iter().map(|&step| self.span(step)).collect()
    }

    /// `Some(None)` where there is none; `None` where it is damaged.
    fn perhaps(&mut self, step: Option<Step>) -> Option<Option<Span>> {
        step.map_or(Some(None), |step| self.span(step).map(Some))
    }

    fn role(&mut self, row: &RoleRow) -> Option<Role> {
        Some(Role { span: self.span(row.span)?, past: row.past })
    }

    fn mention(&mut self, row: &MentionRow, entities: usize) -> Option<Mention> {
        let span = self.span(row.span)?;
        let role = row.role.as_ref().map_or(Some(None), |role| self.role(role).map(Some))?;
        (row.entity < entities).then_some(Mention { span, kind: row.kind, entity: row.entity, role })
    }

    fn figure(&mut self, row: &FigureRow) -> Option<Figure> {
        Some(Figure {
            span: self.span(row.span)?,
            value: row.value,
            to: row.to,
            unit: names::unit(&row.unit),
            bound: row.bound,
            of: self.perhaps(row.of)?,
            from: self.perhaps(row.from)?,
        })
    }

    fn time(&mut self, row: TimeRow) -> Option<TimeRef> {
        Some(TimeRef { span: self.span(row.span)?, value: row.value, kind: row.kind })
    }

    fn claim(&mut self, row: ClaimRow, entities: &[Entity]) -> Option<Claim> {
        let span = self.span(row.span)?;
        let cue = self.perhaps(row.cue)?;
        let content = self.all(&row.content)?;
        let source = match row.source {
            Some(source) => Some(self.source(source, entities)?),
            None => None,
        };
        let mut via = Vec::with_capacity(row.via.len());
        for (step, name) in row.via {
            let span = self.span(step)?;
            via.push(Via { span, name: name.written(self.text, span)? });
        }
        Some(Claim { span, form: row.form, stance: row.stance, record: row.record, cue, content, source, via })
    }

    fn clause(&mut self, at: usize, row: &ClauseRow, count: usize) -> Option<Clause> {
        let (head, particle) = (self.span(row.head)?, self.perhaps(row.particle)?);
        let words = self.span(row.words)?;
        let slots = row.slots.iter().map(|row| self.slot(row)).collect::<Option<_>>()?;
        let under = match row.under {
            Some(from) => Some(usize::try_from(at as i64 + i64::from(from)).ok().filter(|&under| under < count)?),
            None => None,
        };
        let sign = |bit: u8| row.signs & 1 << bit != 0;
        let (nominal, passive, negated) = (sign(0), sign(1), sign(2));
        Some(Clause { head, particle, words, nominal, passive, negated, mode: row.mode, under, slots })
    }

    fn slot(&mut self, row: &SlotRow) -> Option<Slot> {
        let link = self.perhaps(row.link)?;
        Some(Slot { function: row.function, link, head: self.span(row.head)?, words: self.span(row.words)? })
    }

    fn source(&mut self, row: SourceRow, entities: &[Entity]) -> Option<Source> {
        let span = self.span(row.span)?;
        let entity = row.entity.map_or(Some(None), |entity| entities.get(entity).map(Some))?;
        let name = row.name.of_source_back(self.text, span, entity)?;
        Some(Source { span, name, kind: row.kind, count: row.count, entity: row.entity })
    }
}

#[cfg(test)]
mod tests;
