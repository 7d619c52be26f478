//! What a change of words does to what is told.

mod table;

use dateline_model::AlterationKind;

use super::changed::{Change, Told, Version};
use super::spelling::is_mended;
use crate::features::stems::Stems;
use crate::words::WordKind;
use dateline_model::Span;

/// What a change does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// Nothing: the same is told in the same or nearly the same words.
    Nothing,
    /// It tells more, and leaves what was told.
    Adds,
    /// It tells something else.
    Alters(AlterationKind),
}

/// An insertion of more words than this is told for itself: a `not` in it says nothing of what stood there.
const CLAUSE: usize = 3;

/// Longer changes are not looked at word by word: something else is told.
const MOST_PAIRS: usize = 250_000;

/// Judges a change; `covered` are the places in both versions that are judged as facts.
pub fn judge(before: &Version<'_>, after: &Version<'_>, change: &Change, covered: [&[Span]; 2]) -> Does {
    let (gone, new) = (before.words(change.gone, covered[0]), after.words(change.new, covered[1]));
    judge_words(gone, new, after.language())
}

/// Judges words that stand in place of others.
pub fn judge_words(mut gone: Vec<Told>, mut new: Vec<Told>, language: &str) -> Does {
    let stems = Stems::of(language);
    if gone.len().saturating_mul(new.len()) > MOST_PAIRS {
        return Does::Alters(AlterationKind::Wording);
    }
    let inserted = if gone.is_empty() { new.len() } else { 0 };
    cancel(&mut gone, &mut new, |one, other| {
        one.form == other.form || (one.kind != WordKind::Number && stems.hash(&one.form) == stems.hash(&other.form))
    });
    let is_in = |list: &[&str], word: &Told| list.contains(&word.form.as_str());
    let forced = |words: &[Told]| words.iter().any(|word| is_in(table::FORCE, word));
    if inserted <= CLAUSE && (forced(&gone) || forced(&new)) {
        return Does::Alters(AlterationKind::Force);
    }
    let tells = |word: &Told| !is_in(table::FILLING, word) && !is_in(table::SAYING, word);
    cancel(&mut gone, &mut new, |one, other| is_mended(&one.form, &other.form, language) || is_name(one, other));
    gone.retain(tells);
    new.retain(tells);
    match (gone.is_empty(), new.is_empty()) {
        (true, true) => Does::Nothing,
        (true, false) => Does::Adds,
        (false, _) => Does::Alters(AlterationKind::Wording),
    }
}

/// A name whose spelling is put right: a long one, and none of the places that are spelt much like another.
fn is_name(one: &Told, other: &Told) -> bool {
    let capital = one.kind == WordKind::Capital && other.kind == WordKind::Capital;
    let place = |word: &Told| crate::background::share(crate::words::hash(&word.form)) > 0.0;
    capital
        && !place(one)
        && !place(other)
        && super::spelling::is_name_mended(std::slice::from_ref(&one.form), std::slice::from_ref(&other.form))
}

/// Takes out of both lists the words that `same` finds in both.
fn cancel(gone: &mut Vec<Told>, new: &mut Vec<Told>, same: impl Fn(&Told, &Told) -> bool) {
    gone.retain(|one| match new.iter().position(|other| same(one, other)) {
        Some(at) => {
            new.remove(at);
            false
        }
        None => true,
    });
}
