//! What was found comes back as it was, and damage comes back as nothing.

use dateline_model::{
    Annotations, Bound, Claim, Clause, Entity, EntityKind, Figure, Form, Function, Language, Mention, Mode, Record,
    Role, Slot, Source, SourceKind, Span, Stance, Text, TimeKind, TimeRef, Via,
};
use proptest::prelude::*;

use super::{pack, unpack};

const TEXT: &str = "Ana Roe, the harbour minister, said on Monday 3,5 % of 😀 funds — “ميناء” — went. Roe left.";

fn span(text: &Text, start: usize, length: usize) -> Span {
    let points = text.code_points();
    let all = text.as_str().chars().count();
    let start = start.min(all);
    points.span(start, (start + length).min(all)).expect("code points are boundaries")
}

/// One of everything, at the places that numbers choose.
fn made(text: &Text, at: &[(usize, usize)]) -> Annotations {
    let place = |number: usize| {
        let (start, length) = at[number % at.len()];
        span(text, start, length)
    };
    let role = |number: usize| Role { span: place(number), past: number.is_multiple_of(2) };
    let entity = |number: usize, name: &str| Entity {
        name: name.to_owned(),
        kind: EntityKind::Person,
        roles: vec![role(number)],
    };
    let mention = |number: usize| Mention {
        span: place(number),
        kind: EntityKind::Organisation,
        entity: number % 2,
        role: number.is_multiple_of(3).then(|| role(number + 1)),
    };
    let claim = |number: usize| Claim {
        span: place(number),
        form: Form::Mixed,
        stance: Stance::Denies,
        record: Record::OnBackground,
        cue: Some(place(number + 1)),
        content: vec![place(number + 2), place(number + 3)],
        source: Some(Source {
            span: place(number + 4),
            name: ["Ana Roe", "", "the harbour minister"][number % 3].to_owned(),
            kind: SourceKind::Named,
            count: Some(3),
            entity: (number.is_multiple_of(2)).then_some(number % 2),
        }),
        via: vec![Via { span: place(number), name: text.slice(place(number)).to_owned() }],
    };
    let slot = |number: usize| Slot {
        function: [Function::Subject, Function::Oblique][number % 2],
        link: (number % 2 == 1).then(|| place(number)),
        head: place(number + 1),
        words: place(number + 2),
    };
    let clause = |number: usize| Clause {
        head: place(number),
        particle: number.is_multiple_of(2).then(|| place(number + 1)),
        words: place(number + 2),
        nominal: number.is_multiple_of(2),
        passive: number.is_multiple_of(3),
        negated: number % 2 == 1,
        mode: [Mode::Fact, Mode::Future, Mode::Open][number % 3],
        under: number.checked_sub(1),
        slots: vec![slot(number), slot(number + 1)],
    };
    Annotations {
        language: Language::new("en"),
        sentences: (0..at.len()).map(place).collect(),
        mentions: (0..at.len()).map(mention).collect(),
        entities: vec![entity(0, text.slice(place(1))), entity(1, "Nobody Here")],
        figures: vec![Figure {
            span: place(0),
            value: 0.1 + 0.2,
            to: Some(f64::MAX),
            unit: "percent",
            bound: Bound::AtLeast,
            of: Some(place(1)),
            from: None,
        }],
        times: vec![TimeRef { span: place(2), value: "2025-06-23".to_owned(), kind: TimeKind::Date }],
        claims: (0..at.len()).map(claim).collect(),
        clauses: (0..at.len()).map(clause).collect(),
    }
}

#[test]
fn records_made_before_clauses_were_read_are_read_without_them() {
    let text = Text::new(TEXT);
    let found = Annotations { clauses: Vec::new(), ..made(&text, &[(0, 7), (9, 20), (40, 60)]) };
    let packed = pack(&text, &found).unwrap();
    // An empty list is one byte, the last.
    assert_eq!(unpack(&text, &packed[..packed.len() - 1]), Some(found));
}

#[test]
fn nothing_takes_hardly_a_byte() {
    let packed = pack(&Text::new(""), &Annotations::default()).unwrap();
    assert!(packed.len() <= 8, "{packed:?}");
    assert_eq!(unpack(&Text::new(""), &packed), Some(Annotations::default()));
}

#[test]
fn what_is_of_another_text_is_not_read() {
    let text = Text::new(TEXT);
    let packed = pack(&text, &made(&text, &[(0, 7), (9, 20), (40, 60)])).unwrap();
    assert_eq!(unpack(&Text::new("Short."), &packed), None);
    assert_eq!(unpack(&text, &packed[..packed.len() / 2]), None);
}

proptest! {
    #[test]
    fn what_was_found_comes_back(at in proptest::collection::vec((0usize..100, 0usize..100), 1..20)) {
        let text = Text::new(TEXT);
        let found = made(&text, &at);
        let packed = pack(&text, &found).unwrap();
        prop_assert_eq!(unpack(&text, &packed), Some(found));
    }

    #[test]
    fn damage_is_survived(at in proptest::collection::vec((0usize..100, 0usize..100), 1..9), bytes in proptest::collection::vec((any::<usize>(), any::<u8>()), 1..6)) {
        let text = Text::new(TEXT);
        let mut packed = pack(&text, &made(&text, &at)).unwrap();
        for (place, byte) in bytes {
            let length = packed.len();
            packed[place % length] = byte;
        }
        if let Some(found) = unpack(&text, &packed) {
            for claim in &found.claims {
                prop_assert!(claim.span.end() <= text.len());
            }
            for mention in &found.mentions {
                prop_assert!(mention.entity < found.entities.len());
            }
        }
    }
}
