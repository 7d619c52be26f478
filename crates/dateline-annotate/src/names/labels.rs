//! The labels that words of names get: what the name is, and whether the word opens, goes on with or closes it.

/// How many labels there are.
pub const LABELS: usize = 16;

/// A kind of name that is told apart; those beyond the first three only help to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Kind {
    /// A human being.
    Person,
    /// A body of people.
    Organisation,
    /// A country, town, region, building.
    Place,
    /// A people, creed or party as an adjective or in the plural: `French`, `Republicans`.
    People,
    /// An event, work, law or product.
    Other,
}

impl Kind {
    /// All, in the order of their numbers.
    pub const ALL: [Kind; 5] = [Kind::Person, Kind::Organisation, Kind::Place, Kind::People, Kind::Other];
}

/// A label by its number: 0 outside; four each for person, organisation and place (opens, inside, last, alone); one for people;
/// two for others (opens, inside).
///
/// Method: BILOU (Ratinov and Roth 2009) where it pays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Label(u8);

impl Label {
    /// Not part of a name.
    pub const OUTSIDE: Label = Label(0);

    /// The label with the number `number`.
    #[must_use]
    pub fn new(number: usize) -> Label {
        Label(number.min(LABELS - 1) as u8)
    }

    /// Its number.
    #[must_use]
    pub fn number(self) -> usize {
        usize::from(self.0)
    }

    /// The label of a word of a name of `kind` that is its first, its last, both or neither.
    #[must_use]
    pub fn of(kind: Kind, first: bool, last: bool) -> Label {
        let place = match (first, last) {
            (true, false) => 0,
            (false, false) => 1,
            (false, true) => 2,
            (true, true) => 3,
        };
        match kind {
            Kind::People => Label(13),
            Kind::Other => Label(if first { 14 } else { 15 }),
            _ => Label(1 + 4 * kind as u8 + place),
        }
    }

    /// What the name is.
    #[must_use]
    pub fn kind(self) -> Option<Kind> {
        match self.0 {
            0 => None,
            13 => Some(Kind::People),
            14 | 15 => Some(Kind::Other),
            number => Some(Kind::ALL[usize::from(number - 1) / 4]),
        }
    }

    /// True for the first word of a name.
    #[must_use]
    pub fn opens(self) -> bool {
        match self.0 {
            0 | 15 => false,
            13 | 14 => true,
            number => matches!((number - 1) % 4, 0 | 3),
        }
    }

    /// True where the next word must go on with the name.
    fn goes_on(self) -> bool {
        (1..13).contains(&self.0) && (self.0 - 1) % 4 < 2
    }

    /// True where `next` may stand behind `self`.
    #[must_use]
    pub fn allows(self, next: Label) -> bool {
        if self.goes_on() {
            return !next.opens() && next.kind() == self.kind();
        }
        next.0 == 0 || next.opens() || (next.0 == 15 && self.0 >= 14)
    }

    /// True where no word need follow within the name.
    #[must_use]
    pub fn may_end(self) -> bool {
        !self.goes_on()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_meanings_agree() {
        for kind in [Kind::Person, Kind::Organisation, Kind::Place] {
            let [open, inside, last, alone] =
                [(true, false), (false, false), (false, true), (true, true)].map(|(a, b)| Label::of(kind, a, b));
            for label in [open, inside, last, alone] {
                assert_eq!((label.kind(), Label::new(label.number())), (Some(kind), label));
            }
            assert!(open.opens() && alone.opens() && !inside.opens() && !last.opens());
            assert!(open.allows(last) && inside.allows(inside) && !open.allows(Label::OUTSIDE) && !last.allows(inside));
            assert!(alone.allows(Label::of(Kind::Person, true, true)) && !Label::OUTSIDE.allows(last));
        }
        assert_eq!(Label::of(Kind::Other, false, true).kind(), Some(Kind::Other));
    }
}
