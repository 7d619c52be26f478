//! The figures, times, names and quotations of one sentence in both versions, held against each other.

use dateline_model::{Alteration, AlterationKind, EntityKind, Figure, Mention, Piece, Span, TimeRef};

use super::changed::{Change, Version, forms, told};
use super::spelling::is_name_mended;

/// What came of it.
#[derive(Default)]
pub struct Facts {
    /// What was altered.
    pub alterations: Vec<Alteration>,
    /// The places in both versions that are judged by this.
    pub covered: [Vec<Span>; 2],
}

/// So many facts of a kind are looked at in one sentence: no sentence of a report has more.
const MOST: usize = 100;
/// A quotation of fewer words is a word in marks.
pub const QUOTATION: usize = 3;

/// Two versions of a sentence.
pub struct Sentence<'v> {
    /// The earlier version.
    pub before: &'v Version<'v>,
    /// The later.
    pub after: &'v Version<'v>,
    /// The sentence.
    pub piece: &'v Piece,
    /// What changed in it.
    pub changes: &'v [Change],
}

impl Sentence<'_> {
    /// Holds all facts of the sentence against each other.
    pub fn facts(&self) -> Facts {
        let mut facts = Facts::default();
        self.quotations(&mut facts);
        self.figures(&mut facts);
        self.times(&mut facts);
        self.names(&mut facts);
        self.stances(&mut facts);
        facts
    }

    fn is_changed(&self, side: usize, span: Span) -> bool {
        self.changes.iter().any(|change| [change.gone, change.new][side].meets(span))
    }

    fn note(&self, facts: &mut Facts, kind: AlterationKind, gone: Option<Span>, new: Option<Span>) {
        facts.covered[0].extend(gone);
        facts.covered[1].extend(new);
        facts.alterations.push(Alteration {
            kind,
            before: gone.map(|span| self.before.excerpt(span)),
            after: new.map(|span| self.after.excerpt(span)),
        });
    }

    fn figures(&self, facts: &mut Facts) {
        let of = |all: &[Figure], span: Span| -> Vec<Figure> {
            all.iter().filter(|figure| figure.span.meets(span)).take(MOST).cloned().collect()
        };
        let same = |one: &Figure, other: &Figure| {
            one.value == other.value && one.to == other.to && one.unit == other.unit && one.bound == other.bound
        };
        let (gone, new) =
            (of(&self.before.found.figures, self.piece.before), of(&self.after.found.figures, self.piece.after));
        let (gone, new) = apart(gone, new, same, |one, other| {
            facts.covered[0].push(one.span);
            facts.covered[1].push(other.span);
        });
        let unit = |one: &Figure, other: &Figure| one.unit == other.unit;
        let elsewhere = |figure: &Figure| self.after.found.figures.iter().any(|other| same(figure, other));
        self.altered(facts, AlterationKind::Figure, (gone, new), |figure| figure.span, unit, elsewhere);
    }

    fn times(&self, facts: &mut Facts) {
        let of = |all: &[TimeRef], span: Span| -> Vec<TimeRef> {
            all.iter().filter(|time| time.span.meets(span)).take(MOST).cloned().collect()
        };
        // `2025-03` is as much as `2025-03-07` tells of it, the other way round a day is put in.
        let same = |one: &TimeRef, other: &TimeRef| {
            one.value == other.value || other.value.starts_with(&one.value) || one.value.starts_with(&other.value)
        };
        let (gone, new) =
            (of(&self.before.found.times, self.piece.before), of(&self.after.found.times, self.piece.after));
        let (gone, new) = apart(gone, new, same, |one, other| {
            facts.covered[0].push(one.span);
            facts.covered[1].push(other.span);
        });
        let kind = |one: &TimeRef, other: &TimeRef| one.kind == other.kind;
        let elsewhere = |time: &TimeRef| self.after.found.times.iter().any(|other| same(time, other));
        self.altered(facts, AlterationKind::Time, (gone, new), |time| time.span, kind, elsewhere);
    }

    fn names(&self, facts: &mut Facts) {
        let of = |all: &[Mention], span: Span| -> Vec<Mention> {
            all.iter().filter(|mention| mention.span.meets(span)).take(MOST).cloned().collect()
        };
        let words = |version: &Version<'_>, mention: &Mention| forms(version.text(), mention.span);
        let within = |one: &[String], other: &[String]| one.iter().all(|word| other.contains(word));
        let same = |one: &Mention, other: &Mention| {
            let (gone, new) = (words(self.before, one), words(self.after, other));
            let place = one.kind == EntityKind::Place || other.kind == EntityKind::Place;
            within(&gone, &new) || within(&new, &gone) || (!place && is_name_mended(&gone, &new))
        };
        let mentions =
            (of(&self.before.found.mentions, self.piece.before), of(&self.after.found.mentions, self.piece.after));
        let (gone, new) = apart(mentions.0, mentions.1, same, |one, other| {
            facts.covered[0].push(one.span);
            facts.covered[1].push(other.span);
        });
        let named = |mention: &Mention| self.after.found.mentions.iter().any(|other| same(mention, other));
        self.altered(facts, AlterationKind::Name, (gone, new), |mention| mention.span, |_, _| true, named);
    }

    fn quotations(&self, facts: &mut Facts) {
        let of = |version: &Version<'_>, span: Span| -> Vec<Span> {
            let spans = version.quoted.iter().filter_map(|range| version.text().span(range.clone()));
            spans.filter(|quoted| quoted.meets(span)).take(MOST).collect()
        };
        let forms = |version: &Version<'_>, span: Span| forms(version.text(), span);
        let same = |one: &Span, other: &Span| forms(self.before, *one) == forms(self.after, *other);
        let (gone, new) = (of(self.before, self.piece.before), of(self.after, self.piece.after));
        let (gone, mut new) = apart(gone, new, same, |_, _| {});
        let stands = |span: Span, version: &Version<'_>, in_span: Span| {
            let (words, all) = (forms(self.before, span), forms(version, in_span));
            all.windows(words.len().max(1)).any(|window| window == words)
        };
        for gone in gone.into_iter().filter(|span| self.is_changed(0, *span)) {
            let at = new.iter().position(|other| self.is_changed(1, *other) || self.is_changed(0, gone));
            let partner = at.map(|at| new.remove(at));
            let mended = partner.is_some_and(|partner| {
                let words = |version: &Version<'_>, span| told(version.text(), span);
                let judged = super::wording::judge_words(
                    words(self.before, gone),
                    words(self.after, partner),
                    self.after.language(),
                );
                judged == super::wording::Does::Nothing
            });
            let short = forms(self.before, gone).len() < QUOTATION;
            let unquoted = partner.is_none() && (short || stands(gone, self.after, self.piece.after));
            if !mended && !unquoted {
                self.note(facts, AlterationKind::Quotation, Some(gone), partner);
            }
        }
    }

    /// What sources do with what they say, where the words for it changed.
    fn stances(&self, facts: &mut Facts) {
        let before = self.before.found.claims.iter().filter(|claim| claim.span.meets(self.piece.before));
        let after: Vec<_> = self.after.found.claims.iter().filter(|claim| claim.span.meets(self.piece.after)).collect();
        for (claim, other) in before.zip(after) {
            let cues =
                claim.cue.zip(other.cue).filter(|(gone, new)| self.is_changed(0, *gone) || self.is_changed(1, *new));
            if let Some((gone, new)) = cues
                && claim.stance != other.stance
            {
                self.note(facts, AlterationKind::Stance, Some(gone), Some(new));
            }
        }
    }

    /// Notes what differs: each that is gone with one that is new and is `like` it, or by itself where it stands nowhere else.
    fn altered<T>(
        &self,
        facts: &mut Facts,
        kind: AlterationKind,
        (gone, mut new): (Vec<T>, Vec<T>),
        span: impl Fn(&T) -> Span,
        like: impl Fn(&T, &T) -> bool,
        elsewhere: impl Fn(&T) -> bool,
    ) {
        new.retain(|one| self.is_changed(1, span(one)));
        for one in gone.iter().filter(|one| self.is_changed(0, span(one))) {
            let at = new.iter().position(|other| like(one, other));
            match at.map(|at| new.remove(at)) {
                Some(other) => self.note(facts, kind, Some(span(one)), Some(span(&other))),
                None if elsewhere(one) => facts.covered[0].push(span(one)),
                None => self.note(facts, kind, Some(span(one)), None),
            }
        }
    }
}

/// Those of both lists that have no equal in the other; `pair` hears of those that have.
fn apart<T>(
    gone: Vec<T>,
    mut new: Vec<T>,
    same: impl Fn(&T, &T) -> bool,
    mut pair: impl FnMut(&T, &T),
) -> (Vec<T>, Vec<T>) {
    let mut left = Vec::new();
    for one in gone {
        match new.iter().position(|other| same(&one, other)) {
            Some(at) => pair(&one, &new.remove(at)),
            None => left.push(one),
        }
    }
    (left, new)
}
