//! One deed of one doer to one thing, said to be so and not to be so.

use dateline_model::{Mode, Stance};

use crate::TimelineReport;
use crate::conflicts::relation::{LATER, Telling};
use crate::frames::{Frame, Likeness, Meeting, pair};
use crate::lexicon::Mark;
use crate::thesaurus::{Thesaurus, Trait};
use crate::told::{Told, apart, common, weight};

/// The statements share words of so much weight, and so much of the shorter.
const SHARED: f32 = 5.0;
const SHARE: f32 = 0.35;
/// Where both are only of one kind, words of so much weight.
const ALIKE: f32 = 7.0;
/// Where a name stands against a word for somebody, so much of the shorter.
const HALF: f32 = 0.5;
/// Statements that share so much of the longer are one sentence, read in two ways.
const ONE_SENTENCE: f32 = 0.95;
/// What somebody denies may have come to be so many seconds later, and may have ceased to be after so many.
const STANDS: i64 = 5 * 24 * 3600;
/// What excludes each other is told so many seconds apart.
const MOMENT: i64 = 12 * 3600;
/// Words that say that something is not so of all, or not only.
const NOT_ALL: &[&str] = &[
    "immediately",
    "directly",
    "if",
    "vain",
    "all",
    "every",
    "everyone",
    "only",
    "just",
    "merely",
    "necessarily",
    "always",
    "enough",
    "until",
    "because",
    "more",
    "less",
    "longer",
    "yet",
    "even",
];

/// Verbs of which it says little that somebody did not do it.
const LITTLE: &[&str] = &[
    "know",
    "say",
    "see",
    "think",
    "believe",
    "want",
    "need",
    "like",
    "mean",
    "expect",
    "identify",
    "comment",
    "disclose",
    "appear",
    "seem",
    "hear",
    "understand",
    "remember",
    "care",
    "hope",
    "feel",
    "look",
    "tell",
];

/// True of a statement of which a clause may say that something is not so.
pub fn denies(one: &Told<'_>) -> bool {
    one.frames.iter().any(|frame| denied(one, frame) || frame.sense(Trait::State).is_some())
}

/// What it says is not so.
fn denied(one: &Told<'_>, frame: &Frame) -> bool {
    // `There was no truth in reports that`.
    if is_false(one) {
        return !frame.nominal && !frame.negated;
    }
    let denied = one.statement.stance == Stance::Denies;
    !frame.nominal && (frame.mode != Mode::Open || denied) && frame.negated != (denied && frame.top)
}

/// True where it says of all that it tells that it is not true, and not of one verb.
fn is_false(one: &Told<'_>) -> bool {
    let light = |frame: &Frame| frame.nominal || frame.sense(Trait::Light).is_some();
    let whole = one.frames.iter().all(|frame| !frame.negated || light(frame));
    one.has(Mark::Falsehood)
        && one.statement.stance == Stance::Asserts
        && whole
        && one.frames.iter().any(|frame| frame.negated)
}

/// What it says is so.
fn said(one: &Told<'_>, frame: &Frame) -> bool {
    !frame.negated && frame.mode != Mode::Open && one.statement.stance == Stance::Asserts
}

/// True where the statement `denial` says of what `assertion` says that it is not so.
pub fn contradicts(reports: &[TimelineReport<'_>], told: &[Told<'_>], denial: usize, assertion: usize) -> bool {
    let (denial, assertion) = (&told[denial], &told[assertion]);
    let (denier, asserter) = (Telling::of(reports, denial), Telling::of(reports, assertion));
    if denial.statement.report == assertion.statement.report || denier.same_voice(&asserter) {
        return false;
    }
    let after = denier.after(&asserter);
    // What was not so before may be so by now.
    if after.is_some_and(|after| !(-LATER..=STANDS).contains(&after)) || elsewhere(reports, denial, assertion) {
        return false;
    }
    let (shared, _) = common(&denial.terms, &assertion.terms);
    let shorter = weight(&denial.terms).min(weight(&assertion.terms));
    let longer = weight(&denial.terms).max(weight(&assertion.terms));
    if shared < SHARED || shared < SHARE * shorter || shared >= ONE_SENTENCE * longer || partly(reports, denial) {
        return false;
    }
    let thesaurus = denial.thesaurus(reports);
    let little = |frame: &Frame| thesaurus.is_one_of(frame.base, LITTLE);
    let soon = after.is_none_or(|after| after.abs() <= MOMENT);
    denial.frames.iter().filter(|frame| frame.top || is_false(denial)).any(|frame| {
        let against = |other: &Frame| {
            if other.nominal || !said(assertion, other) {
                return false;
            }
            match frame.meets(other) {
                Some(Meeting::Same) => {
                    denied(denial, frame) && !little(frame) && of_one(thesaurus, frame, other, (shared, shorter))
                }
                Some(Meeting::Opposed(Trait::State)) => {
                    let theme = pair(thesaurus, frame.theme(), other.theme()) == Likeness::Same;
                    soon && said(denial, frame) && !frame.nominal && other.top && theme && shared >= HALF * shorter
                }
                _ => false,
            }
        };
        assertion.frames.iter().any(against)
    })
}

/// True where two deeds are those of one doer to one thing.
fn of_one(thesaurus: &Thesaurus, one: &Frame, other: &Frame, (shared, shorter): (f32, f32)) -> bool {
    let subject = pair(thesaurus, one.subject.as_ref(), other.subject.as_ref());
    let object = pair(thesaurus, one.object.as_ref(), other.object.as_ref());
    let none = one.object.is_none() && other.object.is_none();
    // `The ship sank`, `sank the ship`.
    if one.object.is_some() != other.object.is_some() {
        return pair(thesaurus, one.theme(), other.theme()) == Likeness::Same;
    }
    match (subject, object) {
        (Likeness::Same, Likeness::Same) => true,
        (Likeness::Same, Likeness::Open) => none,
        (Likeness::Alike, Likeness::Open) => none && shared >= ALIKE,
        (Likeness::Alike | Likeness::Open, Likeness::Same) if one.subject.is_some() && other.subject.is_some() => {
            shared >= HALF * shorter
        }
        _ => false,
    }
}

/// True where each names a place, a day or people that the other does not.
fn elsewhere(reports: &[TimelineReport<'_>], one: &Told<'_>, other: &Told<'_>) -> bool {
    let days = |told: &Told<'_>| told.times.iter().map(|time| time.value.clone()).collect::<Vec<String>>();
    let names = |told: &Told<'_>| told.last_names(reports);
    apart(&one.places(reports), &other.places(reports))
        || apart(&days(one), &days(other))
        || apart(&names(one), &names(other))
}

/// `Not all`, `not only`.
fn partly(reports: &[TimelineReport<'_>], one: &Told<'_>) -> bool {
    one.tokens.iter().any(|token| NOT_ALL.iter().any(|word| one.written(reports, token).eq_ignore_ascii_case(word)))
}
