//! Deeds and effects with two doers or causes, as subjects and objects show them.

use dateline_model::{Conflict, ConflictKind, Mode, Relation};

use super::build::{Stand, conflict};
use super::relation::Telling;
use crate::TimelineReport;
use crate::frames::{Argument, Frame, Likeness, asserts, likeness};
use crate::thesaurus::{Sense, Thesaurus, Trait};
use crate::told::{self, Index, Told, any_alike, common, disjoint, weight};

/// A deed is held against no more deeds than these.
const COMPARED: usize = 16;
/// The statements share words of so much weight, and so much of the shorter.
const SHARED: f32 = 5.0;
const SHARE: f32 = 0.3;

/// How words of blame are built: the word, what stands before the doer (nothing where that is the object, `=` where it is the
/// subject), what before the deed, and whether that must be a deed of somebody.
const BLAME: &[(&str, &str, &str, bool)] = &[
    ("blame", "on", "", false),
    ("blame", "", "for", false),
    ("blame", "=", "for", false),
    ("attribute", "to", "", false),
    ("ascribe", "to", "", false),
    ("trace", "to", "", false),
    ("pin", "on", "", false),
    ("accuse", "", "of", true),
    ("put", "to", "", false),
    ("responsible", "=", "for", false),
    ("behind", "=", "", false),
    ("due", "to", "=", false),
    ("result", "from", "=", false),
    ("result", "of", "=", false),
    ("stem", "from", "=", false),
    ("arise", "from", "=", false),
    ("fault", "of", "=", false),
    ("work", "of", "=", true),
    ("cause", "=", "of", false),
    ("culprit", "=", "in", false),
    ("claim", "=", "", true),
    ("carry", "=", "", true),
    ("commit", "=", "", true),
    ("conduct", "=", "", true),
    ("perpetrate", "=", "", true),
    ("mastermind", "=", "", true),
    ("plan", "=", "", true),
    ("order", "=", "", true),
    ("launch", "=", "", true),
    ("mount", "=", "", true),
    ("admit", "=", "", true),
];

/// A sentence has no more statements than this on either side of one.
const BESIDE: usize = 4;

/// Verbs with which somebody takes the responsibility for something.
const TAKE: &[&str] = &["claim", "take", "accept", "admit", "assume", "bear"];

/// Who or what is said to have done or caused what.
struct Deed<'a> {
    stand: Stand,
    doer: &'a Argument,
    /// What was done, or what came of it.
    noun: u32,
    senses: Vec<Sense>,
    /// Somebody lays it at the door of the doer.
    blamed: bool,
    /// To whom.
    whom: Option<&'a Argument>,
}

/// The conflicts about who or what did something, in the order in which the deeds were first told.
pub fn find(reports: &[TimelineReport<'_>], told: &[Told<'_>]) -> Vec<Conflict> {
    let deeds: Vec<Deed<'_>> = (0..told.len()).flat_map(|at| deeds(reports, told, at)).collect();
    let mut index = Index::new(COMPARED);
    let mut found: Vec<Conflict> = Vec::new();
    let mut raised: Vec<usize> = Vec::new();
    for (number, one) in deeds.iter().enumerate() {
        let terms = &told[one.stand.told].terms;
        let against = |&other: &usize| !raised.contains(&other) && differ(reports, told, &deeds[other], one);
        let other = index.near(terms).into_iter().filter(against).min();
        if let Some(other) = other {
            let sides = [vec![deeds[other].stand], vec![one.stand]];
            raised.extend([other, number]);
            found.extend(conflict(ConflictKind::Responsibility, Relation::Contradicts, told, &sides));
        }
        index.add(terms, number);
    }
    found
}

fn deeds<'a>(reports: &[TimelineReport<'_>], told: &'a [Told<'_>], at: usize) -> Vec<Deed<'a>> {
    let one = &told[at];
    if !asserts(one.statement) {
        return Vec::new();
    }
    let thesaurus = one.thesaurus(reports);
    let certain = |frame: &&Frame| !frame.negated && frame.mode == Mode::Fact;
    let found = |frame| deed(thesaurus, one, at, frame).or_else(|| accused(thesaurus, told, at, frame));
    one.frames.iter().filter(certain).filter_map(found).collect()
}

fn deed<'a>(thesaurus: &Thesaurus, one: &'a Told<'_>, at: usize, frame: &'a Frame) -> Option<Deed<'a>> {
    let timed = |doer: &Argument| one.times.iter().any(|time| time.span.meets(doer.span));
    let named = |doer: &&Argument| !doer.pronoun && !timed(doer) && (!doer.speaker || doer.proper);
    let of = |whom: &'a Argument, doer: &'a Argument| {
        let noun = one.frames.iter().find(|frame| frame.head == whom.span);
        let senses = thesaurus.senses(&[whom.head]).0;
        let source = one.statement.source.as_ref().filter(|_| doer.speaker);
        let value = source.map_or(doer.words, |source| source.span);
        Deed {
            stand: Stand { told: at, value },
            doer,
            blamed: true,
            noun: whom.head,
            senses,
            whom: noun.and_then(victim),
        }
    };
    for &(_, doer, deed, done) in BLAME.iter().filter(|built| thesaurus.base(built.0) == frame.base) {
        // Of `his cause of death` nobody is the cause.
        if frame.nominal && doer == "=" {
            continue;
        }
        let behind = |link: &'static str| match link {
            "" => frame.object.as_ref(),
            "=" => frame.subject.as_ref().or(frame.object.as_ref()),
            _ => frame.behind(link),
        };
        if let (Some(doer), Some(whom)) = (behind(doer).filter(named), behind(deed)) {
            let found = of(whom, doer);
            if doer.span != whom.span && (!done || found.senses.iter().any(|sense| sense.of == Trait::Deed)) {
                return Some(found);
            }
        }
    }
    let takes = || thesaurus.is_one_of(frame.base, TAKE);
    if let Some(object) =
        frame.object.as_ref().filter(|object| object.head == thesaurus.base("responsibility") && takes())
    {
        let noun = one.frames.iter().filter(|noun| noun.nominal && noun.head == object.span);
        let mut links = frame.beside.iter().chain(noun.flat_map(|noun| &noun.beside));
        let (_, whom) = links.find(|(link, _)| link == "for")?;
        return Some(of(whom, frame.subject.as_ref().filter(named)?));
    }
    let doer = frame.subject.as_ref().filter(named).filter(|doer| !doer.speaker)?;
    if frame.sense(Trait::Cause).is_some() {
        return Some(of(frame.object.as_ref()?, doer));
    }
    frame.sense(Trait::Deed)?;
    let whom = victim(frame)?;
    Some(Deed {
        stand: Stand { told: at, value: doer.words },
        doer,
        blamed: false,
        noun: frame.base,
        senses: frame.senses.clone(),
        whom: Some(whom),
    })
}

/// `A bomb killed eight, and the police blamed the Front`: the deed is what else the sentence tells.
fn accused<'a>(thesaurus: &Thesaurus, told: &'a [Told<'_>], at: usize, frame: &'a Frame) -> Option<Deed<'a>> {
    let one = &told[at];
    if frame.nominal || !thesaurus.is_one_of(frame.base, &["blame", "accuse"]) {
        return None;
    }
    // The statements of a sentence stand beside each other.
    let near = told[at.saturating_sub(BESIDE)..told.len().min(at + 1 + BESIDE)].iter();
    let beside = near.filter(|other| {
        other.statement.report == one.statement.report && other.statement.sentence == one.statement.sentence
    });
    let doer = frame.object.as_ref().filter(|doer| doer.proper && frame.beside.is_empty())?;
    let mut deeds = beside.flat_map(|other| &other.frames).filter(|deed| deed.head != frame.head);
    let deed = deeds.find(|deed| deed.sense(Trait::Deed).is_some())?;
    let stand = Stand { told: at, value: doer.words };
    Some(Deed { stand, doer, noun: deed.base, senses: deed.senses.clone(), blamed: true, whom: victim(deed) })
}

/// To whom it was done: the object; of a noun, what stands behind `on` and the like.
fn victim(frame: &Frame) -> Option<&Argument> {
    let behind = || ["on", "of", "against", "at", "in"].into_iter().find_map(|link| frame.behind(link));
    frame.object.as_ref().or_else(behind)
}

/// True where both are of one deed, and the doers are two.
fn differ(reports: &[TimelineReport<'_>], told: &[Told<'_>], one: &Deed<'_>, other: &Deed<'_>) -> bool {
    let (a, b) = (&told[one.stand.told], &told[other.stand.told]);
    let thesaurus = a.thesaurus(reports);
    let sense = one.senses.iter().any(|sense| sense.of == Trait::Deed && other.senses.contains(sense));
    let one_deed = sense || thesaurus.alike(one.noun, other.noun);
    let whom = match (one.whom, other.whom) {
        (Some(one), Some(other)) => likeness(thesaurus, one, other) >= Likeness::Alike,
        _ => one.senses.iter().all(|sense| sense.of != Trait::Deed),
    };
    let (shared, _) = common(&a.terms, &b.terms);
    let enough = shared >= SHARED && shared >= SHARE * weight(&a.terms).min(weight(&b.terms));
    let together =
        a.statement.report == b.statement.report || Telling::of(reports, a).same_voice(&Telling::of(reports, b));
    let met = |doer: &Argument, told: &Told<'_>| {
        let words = told::words_of(reports[told.statement.report].article.text.slice(told.statement.sentence));
        any_alike(&doer.names, &words)
    };
    let met = !(one.blamed && other.blamed) && (met(one.doer, b) || met(other.doer, a));
    let elsewhere = disjoint(&a.places(reports), &b.places(reports));
    one_deed && whom && enough && !together && !elsewhere && !met && two(thesaurus, one.doer, other.doer, sense)
}

/// True of two doers that cannot be one: two names, or, where it is not a deed, two things of which neither is somebody.
fn two(thesaurus: &Thesaurus, one: &Argument, other: &Argument, deed: bool) -> bool {
    if one.proper && other.proper {
        return !any_alike(&one.names, &other.names);
    }
    let shared = one.bases.iter().any(|base| other.bases.iter().any(|other| thesaurus.alike(*base, *other)));
    !deed && !shared && !somebody(thesaurus, one) && !somebody(thesaurus, other)
}

/// True of words for people who may be named elsewhere.
fn somebody(thesaurus: &Thesaurus, doer: &Argument) -> bool {
    let band = || BANDS.iter().any(|band| thesaurus.alike(doer.head, thesaurus.base(band)));
    !doer.proper && (thesaurus.is_anybody(doer.head) || band())
}

/// Words for bands of people.
const BANDS: &[&str] =
    &["police", "soldier", "rebel", "suspect", "company", "government", "attacker", "army", "military"];
