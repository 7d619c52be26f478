//! Things called off, put off or held.

mod clauses;

use dateline_model::{Conflict, ConflictKind, Relation, Span, Stance};

use super::build::{Stand, conflict};
use super::relation::{HELD, Telling};
use crate::TimelineReport;
use crate::lexicon::Mark;
use crate::told::{self, Index, Terms, Token, Told, common, disjoint, weight};

/// How many words may stand between what is held and what becomes of it.
const BEFORE: usize = 12;
const BEHIND: usize = 7;
/// So many words before the verb may say that it is not so, or not sure.
const DOUBT: usize = 5;
/// An event is held against no more events than these.
const COMPARED: usize = 16;
/// Statements of one event share words of so much weight beside it, or else a name.
const SHARED: f32 = 2.0;
/// Where clauses tell it, words of so much weight, a name among them, within so many seconds.
const BY_CLAUSE: f32 = 4.0;
const DAYS: i64 = 3 * 24 * 3600;
/// What there is of one statement beside event and verb is too little to differ by.
const SPARSE: f32 = 3.0;

/// What a statement says becomes of an event.
struct Fate {
    stand: Stand,
    fate: Mark,
    event: u32,
    context: Terms,
    names: Terms,
    places: Vec<u32>,
    /// The statement names what was to become of the event before.
    replacing: bool,
    /// It is read from a clause, whose words say less of themselves.
    clause: bool,
    when: Option<i64>,
}

/// The conflicts about what became of an event, in the order in which they were first told.
pub fn find(reports: &[TimelineReport<'_>], told: &[Told<'_>]) -> Vec<Conflict> {
    let read = |at: usize| fate(reports, told, at).or_else(|| clauses::fate(reports, told, at));
    let fates: Vec<Fate> = (0..told.len()).filter_map(read).collect();
    let mut events: Vec<Vec<usize>> = Vec::new();
    let mut index = Index::new(COMPARED);
    for (number, one) in fates.iter().enumerate() {
        let key = vec![(one.event, 1.0)];
        let same = |event: &usize| events[*event].iter().take(COMPARED).any(|&other| one.same_event(&fates[other]));
        let event = index.near(&key).into_iter().find(same).unwrap_or(events.len());
        if event == events.len() {
            events.push(Vec::new());
        }
        events[event].push(number);
        index.add(&key, event);
    }
    events.iter().flat_map(|event| differ(reports, told, &fates, event)).collect()
}

fn fate(reports: &[TimelineReport<'_>], told: &[Told<'_>], at: usize) -> Option<Fate> {
    let one = &told[at];
    let tokens = &one.tokens;
    if one.statement.stance != Stance::Asserts || of_old(reports, one) {
        return None;
    }
    let text = &reports[one.statement.report].article.text;
    let lexicon = one.lexicon(reports);
    let gerund = |token: &Token| {
        let word = one.written(reports, token);
        lexicon.is_gerund(word) && !word.contains(' ')
    };
    let is_fate =
        |token: &Token| token.mark.is_some_and(|mark| is_of_event(mark) || is_of_place(mark)) && !gerund(token);
    let certain = |place: &usize| {
        let doubted = tokens[place.saturating_sub(DOUBT)..*place].iter();
        let doubts =
            |token: &Token| matches!(token.mark, Some(Mark::Hedge | Mark::Negation | Mark::Falsehood | Mark::Demand));
        let conditional = tokens[*place..]
            .iter()
            .take_while(|token| token.start == tokens[*place].start || !token.opens)
            .any(|token| one.is_doubt(reports, token));
        !doubted.clone().any(doubts) && !conditional
    };
    let done = |at: usize| {
        tokens[at].mark == Some(Mark::Event) && at > 0 && lexicon.is_future(one.written(reports, &tokens[at - 1]))
    };
    let begun = |at: usize| {
        let event = at > 0 && tokens[at - 1].mark == Some(Mark::Event);
        event && !tokens[at].opens && tokens[at].mark == Some(Mark::Beginning) && !gerund(&tokens[at])
    };
    let places = (0..tokens.len()).filter(|&place| is_fate(&tokens[place]) || done(place) || begun(place));
    // The deed itself says more than what was to become of it before.
    let place = places.clone().filter(|place| done(*place)).find(certain).or_else(|| places.clone().rfind(certain))?;
    let (event, fate) = match tokens[place].mark? {
        Mark::Event => (place, Mark::WentAhead),
        Mark::Beginning => (place - 1, Mark::WentAhead),
        fate => (event(tokens, place)?, fate),
    };
    let value: Span = text.span(tokens[place].start..tokens[place].end)?;
    let beside = |token: &&Token| token.key != tokens[place].key && token.key != tokens[event].key;
    let context: Vec<Token> = tokens.iter().filter(beside).copied().collect();
    let names: Vec<Token> = context.iter().filter(|token| token.capital && !one.is_timed(token)).copied().collect();
    Some(Fate {
        stand: Stand { told: at, value },
        fate,
        event: tokens[event].key,
        context: told::terms(&context),
        names: told::terms(&names),
        places: one.places(reports),
        replacing: (0..tokens.len()).any(|at| is_fate(&tokens[at]) && tokens[at].mark != Some(fate)),
        clause: false,
        when: Telling::of(reports, one).when,
    })
}

/// True where the statement tells of another year than that of its report.
fn of_old(reports: &[TimelineReport<'_>], one: &Told<'_>) -> bool {
    let Some(published) = reports[one.statement.report].article.published else { return false };
    let year = published.day().year();
    one.times.iter().any(|time| {
        time.value.get(..4).and_then(|digits| digits.parse::<i16>().ok()).is_some_and(|named| named < year - 1)
    })
}

/// What becomes of events.
fn is_of_event(mark: Mark) -> bool {
    matches!(mark, Mark::CalledOff | Mark::PutOff | Mark::WentAhead)
}

/// What becomes of airports, borders and the like.
fn is_of_place(mark: Mark) -> bool {
    matches!(mark, Mark::Closed | Mark::Opened)
}

/// True of fates that exclude each other: what is stopped may be called off or closed as well.
fn exclude(one: Mark, other: Mark) -> bool {
    let stopped = |one: Mark, other: Mark| {
        one == Mark::Stopped && !matches!(other, Mark::Stopped | Mark::WentAhead | Mark::Opened)
    };
    !stopped(one, other) && !stopped(other, one) && is_of_place(one) == is_of_place(other)
}

/// What is called off or held by the verb at `place`: the nearest event, behind the verb where that is active.
fn event(tokens: &[Token], place: usize) -> Option<usize> {
    let wanted = if tokens[place].mark.is_some_and(is_of_place) { Mark::Place } else { Mark::Event };
    let is_event = |&at: &usize| tokens[at].mark == Some(wanted);
    let before = (place.saturating_sub(BEFORE)..place).rev().find(is_event);
    let behind = (place + 1..tokens.len().min(place + 1 + BEHIND)).take_while(|&at| !tokens[at].opens).find(is_event);
    match tokens[place].mark {
        Some(Mark::WentAhead | Mark::Opened) => before,
        _ => behind.or(before),
    }
}

impl Fate {
    fn soon(&self, other: &Fate) -> bool {
        self.when.zip(other.when).is_none_or(|(one, other)| (one - other).abs() <= DAYS)
    }

    fn same_event(&self, other: &Fate) -> bool {
        if self.event != other.event || !exclude(self.fate, other.fate) {
            return false;
        }
        let (shared, _) = common(&self.context, &other.context);
        let (names, _) = common(&self.names, &other.names);
        let apart = !self.names.is_empty() && !other.names.is_empty() && names == 0.0;
        let sparse = weight(&self.context).min(weight(&other.context)) < SPARSE;
        let elsewhere = disjoint(&self.places, &other.places);
        // There are many roads.
        let named = names > 0.0 || !is_of_place(self.fate) && (shared >= SHARED || sparse);
        let nameless = self.names.is_empty() || other.names.is_empty();
        let half = weight(&self.context).min(weight(&other.context)) / 2.0;
        let told = names > 0.0 && shared >= BY_CLAUSE || nameless && shared >= BY_CLAUSE && shared >= half;
        let sure = !self.clause && !other.clause || told && self.soon(other);
        !apart && !elsewhere && named && sure
    }
}

fn differ(reports: &[TimelineReport<'_>], told: &[Told<'_>], fates: &[Fate], event: &[usize]) -> Option<Conflict> {
    let mut sides: Vec<(Mark, Vec<Stand>)> = Vec::new();
    let mut replacing: Vec<Mark> = Vec::new();
    for fate in event.iter().map(|&number| &fates[number]) {
        if fate.replacing {
            replacing.push(fate.fate);
        }
        match sides.iter_mut().find(|side| side.0 == fate.fate) {
            Some(side) => side.1.push(fate.stand),
            None => sides.push((fate.fate, vec![fate.stand])),
        }
    }
    if sides.len() < 2 {
        return None;
    }
    let telling = |stand: &Stand| Telling::of(reports, &told[stand.told]);
    let apart = |pair: &[(Mark, Vec<Stand>)]| {
        let of = |side: &[Stand]| side.iter().map(telling).collect::<Vec<Telling>>();
        let (one, other) = (of(&pair[0].1), of(&pair[1].1));
        one.iter().any(|one| other.iter().any(|other| !one.together(other)))
    };
    if !sides.windows(2).all(apart) {
        return None;
    }
    let settled = sides.windows(2).all(|pair| {
        let (earlier, later) = (telling(&pair[0].1[0]), telling(&pair[1].1[0]));
        let held = matches!(pair[1].0, Mark::WentAhead | Mark::Opened)
            && later.after(&earlier).is_some_and(|after| after >= HELD);
        let replaced = replacing.contains(&pair[1].0) && later.after(&earlier).is_some_and(|after| after > 0);
        held || replaced || later.relation(&earlier) == Relation::Superseded
    });
    let relation = if settled { Relation::Superseded } else { Relation::Contradicts };
    let stands: Vec<Vec<Stand>> = sides.into_iter().map(|side| side.1).collect();
    conflict(ConflictKind::Status, relation, told, &stands)
}
