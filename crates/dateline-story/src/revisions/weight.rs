//! How much a change weighs beside others, so that lists can begin with the weightiest.

use dateline_model::{Alteration, AlterationKind, EditClass};

/// What each alteration adds.
const KINDS: &[(AlterationKind, u32)] = &[
    (AlterationKind::Notice, 40),
    (AlterationKind::Quotation, 25),
    (AlterationKind::Figure, 25),
    (AlterationKind::Stance, 25),
    (AlterationKind::Force, 20),
    (AlterationKind::Name, 20),
    (AlterationKind::Time, 15),
    (AlterationKind::Headline, 15),
    (AlterationKind::Sentence, 12),
    (AlterationKind::Wording, 5),
];

/// What each class begins with.
const CLASSES: &[(EditClass, u32)] =
    &[(EditClass::Cosmetic, 0), (EditClass::Update, 5), (EditClass::SilentEdit, 30), (EditClass::Correction, 45)];

/// Alterations add no more than this.
const MOST: u32 = 55;

/// What one alteration weighs.
pub fn of(kind: AlterationKind) -> u32 {
    KINDS.iter().find(|(known, _)| *known == kind).map_or(0, |(_, weight)| *weight)
}

/// What a change weighs: 0 for nothing, 100 for a report that is taken back.
pub fn weigh(class: EditClass, alterations: &[Alteration], withdrawn: bool) -> u32 {
    if withdrawn {
        return 100;
    }
    let begin = CLASSES.iter().find(|(known, _)| *known == class).map_or(0, |(_, weight)| *weight);
    let all: u32 = alterations.iter().map(|alteration| of(alteration.kind)).sum();
    // What an outlet says that it updated is expected to differ.
    let share = if class == EditClass::Update { 3 } else { 1 };
    begin + all.min(MOST) / share
}
