//! What becomes of an event, as the subject or object of a verb that says so.

use dateline_model::{Mode, Span};

use super::{Fate, of_old};
use crate::TimelineReport;
use crate::conflicts::build::Stand;
use crate::conflicts::relation::Telling;
use crate::frames::{Argument, Frame, asserts};
use crate::lexicon::Mark;
use crate::thesaurus::Trait;
use crate::told::{self, Token, Told};

/// The fates that the fields of the thesaurus tell, field by field and value by value.
const FATES: &[&[Mark]] = &[
    &[Mark::CalledOff, Mark::PutOff, Mark::WentAhead],
    &[Mark::Closed, Mark::Opened],
    &[Mark::Stopped, Mark::WentAhead],
];

/// What the last verb of a statement that tells a fate says, and of what.
pub fn fate(reports: &[TimelineReport<'_>], told: &[Told<'_>], at: usize) -> Option<Fate> {
    let one = &told[at];
    if !asserts(one.statement) || of_old(reports, one) {
        return None;
    }
    let certain = |frame: &&Frame| !frame.negated && frame.mode != Mode::Open && !frame.governs;
    let told_of = |frame: &Frame| Some((mark(frame)?, event(frame)?.clone(), frame.head));
    let (fate, event, value) = one.frames.iter().filter(certain).rev().find_map(told_of)?;
    Some(made(reports, told, at, (fate, &event, value)))
}

fn mark(frame: &Frame) -> Option<Mark> {
    let sense = frame.sense(Trait::Fate)?;
    FATES.get(usize::from(sense.field))?.get(usize::from(sense.value)).copied()
}

/// What it becomes of: the object, where there is none the subject; of `the cancellation of the concert`, the concert.
fn event(frame: &Frame) -> Option<&Argument> {
    let event = if frame.nominal { frame.behind("of") } else { frame.object.as_ref().or(frame.subject.as_ref()) };
    event.filter(|event| !event.proper && !event.pronoun)
}

fn made(
    reports: &[TimelineReport<'_>],
    told: &[Told<'_>],
    at: usize,
    (fate, event, value): (Mark, &Argument, Span),
) -> Fate {
    let one = &told[at];
    let token = one.tokens.get(one.token_at(event.span.start()));
    let marked = token.filter(|token| matches!(token.mark, Some(Mark::Event | Mark::Place)));
    let thesaurus = one.thesaurus(reports);
    let key = marked.map_or_else(|| thesaurus.class(event.head), |token| token.key);
    let apart = |token: &&Token| {
        let of = |span: Span| span.start() <= token.start && token.end <= span.end();
        !of(event.span) && !of(value)
    };
    let context: Vec<Token> = one.tokens.iter().filter(apart).copied().collect();
    let names: Vec<Token> = context.iter().filter(|token| token.capital && !one.is_timed(token)).copied().collect();
    let other = |frame: &Frame| mark(frame).is_some_and(|mark| mark != fate);
    Fate {
        stand: Stand { told: at, value },
        fate,
        event: key,
        context: told::terms(&context),
        names: told::terms(&names),
        places: one.places(reports),
        replacing: one.frames.iter().any(other),
        clause: true,
        when: Telling::of(reports, one).when,
    }
}
