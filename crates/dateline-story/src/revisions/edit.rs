//! What kind of change a later version is: a correction, an update, a silent edit or nothing that is told.

use dateline_model::{
    Alteration, AlterationKind, Comparison, Edit, EditClass, Notice, NoticeKind, Piece, Span, Standing,
};

use super::changed::{Version, changes, forms, told};
use super::facts::{QUOTATION, Sentence};
use super::lines::LineKind;
use super::{headline, notices, weight, wording};
use crate::TimelineReport;

/// The number of the way in which changes are judged. Raise it when judging finds other things than before: stored
/// changes are then judged again.
pub const EDIT_METHOD: u32 = 1;

/// No more alterations are kept of one change, the weightiest.
const MOST: usize = 24;
/// So many changed sentences are looked at: no report has more.
const MOST_SENTENCES: usize = 2000;
/// Quotations that are gone are looked for among so many.
const MOST_QUOTATIONS: usize = 500;

/// Judges the change from `before` to `after`, whose texts `comparison` compares.
#[must_use]
pub fn edit(before: &TimelineReport<'_>, after: &TimelineReport<'_>, comparison: &Comparison) -> Edit {
    // The opening of a report and the whole of it are one version, told in two lengths.
    if before.article.teaser != after.article.teaser {
        return Edit::reread();
    }
    let before = Version::new(before.article, before.annotations);
    let after = Version::new(after.article, after.annotations);
    let mut judge = Judge::default();
    judge.headlines(&before, &after);
    for piece in comparison.pieces.iter().filter(|piece| !piece.is_same()).take(MOST_SENTENCES) {
        judge.piece(&before, &after, piece);
    }
    judge.notice_gone(&before, &after);
    if let (Some(earlier), Some(later)) = (before.article.modified, after.article.modified)
        && later.instant() > earlier.instant()
    {
        judge.notices.push(Notice { kind: NoticeKind::Modified, words: None });
    }
    finish(judge)
}

/// What was found so far.
#[derive(Default)]
struct Judge {
    notices: Vec<Notice>,
    alterations: Vec<Alteration>,
    lost: Vec<Span>,
    added: u32,
    removed: u32,
    withdrawn: bool,
}

impl Judge {
    fn headlines(&mut self, before: &Version<'_>, after: &Version<'_>) {
        let titles = [before, after].map(|version| version.article.title.as_deref());
        if let (Some(earlier), Some(later)) = (titles[0], titles[1])
            && earlier.trim() != later.trim()
            && let Some(found) = notices::find(later)
        {
            self.notice(found, Some(headline::whole(later)));
        }
        let (does, alteration) = headline::headline(titles[0], titles[1], after.language());
        self.added += u32::from(does == wording::Does::Adds);
        self.alterations.extend(alteration);
    }

    fn notice(&mut self, found: notices::Found, words: Option<dateline_model::Excerpt>) {
        self.withdrawn |= found.withdrawn;
        self.notices.push(Notice { kind: found.kind, words });
    }

    fn piece(&mut self, before: &Version<'_>, after: &Version<'_>, piece: &Piece) {
        let earlier = notices::find(before.text().slice(piece.before));
        let later = notices::find(after.text().slice(piece.after));
        let is_correction = |found: &notices::Found| found.kind == NoticeKind::Correction;
        if let Some(found) = later {
            // A correction that stood there before is none of this change.
            if !(is_correction(&found) && earlier.is_some_and(|earlier| is_correction(&earlier))) {
                self.notice(found, Some(after.excerpt(piece.after)));
            }
            return;
        }
        if let Some(found) = earlier {
            self.lost.extend(Some(piece.before).filter(|_| is_correction(&found)));
            return;
        }
        match piece.standing {
            Standing::Added => {
                let tells =
                    after.lines.kind(piece.after) == LineKind::Told && !told(after.text(), piece.after).is_empty();
                self.added += u32::from(tells);
            }
            Standing::Removed => self.sentence_gone(before, after, piece),
            Standing::Kept | Standing::Moved => self.sentence(before, after, piece),
        }
    }

    fn sentence_gone(&mut self, before: &Version<'_>, after: &Version<'_>, piece: &Piece) {
        if before.lines.kind(piece.before) != LineKind::Told || told(before.text(), piece.before).is_empty() {
            return;
        }
        self.removed += 1;
        let excerpt = |span: Span| Some(before.excerpt(span));
        self.alterations.push(Alteration {
            kind: AlterationKind::Sentence,
            before: excerpt(piece.before),
            after: None,
        });
        let quoted = before.quoted.iter().filter_map(|range| before.text().span(range.clone()));
        for span in quoted.filter(|span| piece.before.start() <= span.start() && span.start() < piece.before.end()) {
            let words = forms(before.text(), span);
            let still = after
                .quoted
                .iter()
                .take(MOST_QUOTATIONS)
                .filter_map(|range| after.text().span(range.clone()))
                .any(|other| forms(after.text(), other).windows(words.len().max(1)).any(|window| window == words));
            if words.len() >= QUOTATION && !still {
                let alteration = Alteration { kind: AlterationKind::Quotation, before: excerpt(span), after: None };
                self.alterations.push(alteration);
            }
        }
    }

    fn sentence(&mut self, before: &Version<'_>, after: &Version<'_>, piece: &Piece) {
        let furniture = |kind: LineKind| kind == LineKind::Furniture;
        if furniture(before.lines.kind(piece.before)) || furniture(after.lines.kind(piece.after)) {
            return;
        }
        let changes = changes(piece);
        let facts = Sentence { before, after, piece, changes: &changes }.facts();
        self.alterations.extend(facts.alterations);
        let covered = [facts.covered[0].as_slice(), facts.covered[1].as_slice()];
        for change in &changes {
            match wording::judge(before, after, change, covered) {
                wording::Does::Nothing => {}
                wording::Does::Adds => self.added += 1,
                wording::Does::Alters(kind) => {
                    let excerpt =
                        |version: &Version<'_>, span: Span| Some(version.excerpt(span)).filter(|_| !span.is_empty());
                    let (gone, new) = (excerpt(before, change.gone), excerpt(after, change.new));
                    self.alterations.push(Alteration { kind, before: gone, after: new });
                }
            }
        }
    }

    /// A notice of a correction that is gone is an alteration, where no other stands in its place.
    fn notice_gone(&mut self, before: &Version<'_>, after: &Version<'_>) {
        let is_correction = |span: &Span| {
            notices::find(after.text().slice(*span)).is_some_and(|found| found.kind == NoticeKind::Correction)
        };
        if !self.lost.is_empty() && !after.found.sentences.iter().any(is_correction) {
            let gone = self.lost.iter().map(|span| Alteration {
                kind: AlterationKind::Notice,
                before: Some(before.excerpt(*span)),
                after: None,
            });
            self.alterations.extend(gone);
        }
    }
}

fn finish(judge: Judge) -> Edit {
    let Judge { mut notices, mut alterations, added, removed, withdrawn, .. } = judge;
    notices.sort_by_key(|notice| match notice.kind {
        NoticeKind::Correction => 0,
        NoticeKind::Updated => 1,
        NoticeKind::Modified => 2,
    });
    alterations.sort_by_key(|alteration| std::cmp::Reverse(weight::of(alteration.kind)));
    alterations.truncate(MOST);
    let class = match notices.first() {
        Some(notice) if notice.kind == NoticeKind::Correction => EditClass::Correction,
        said if !alterations.is_empty() => {
            if said.is_some() {
                EditClass::Update
            } else {
                EditClass::SilentEdit
            }
        }
        _ if added > 0 => EditClass::Update,
        _ => EditClass::Cosmetic,
    };
    let weight = weight::weigh(class, &alterations, withdrawn);
    Edit { class, weight, notices, alterations, added, removed }
}
