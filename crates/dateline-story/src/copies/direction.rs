//! Which of two texts that share words was there first: signs, each with what it counts, and the one that decides.

use dateline_model::Direction;

use crate::features::When;

/// What is known of one of the two, and how much of it stands in the other.
#[derive(Clone, Copy, Debug)]
pub struct Side {
    /// Hash of the outlet's name; 0 where none is known.
    pub outlet: u32,
    /// Hash of the agency credited; 0 where none is.
    pub agency: u32,
    /// When it was published.
    pub when: Option<When>,
    /// True where it is only the opening of a report.
    pub teaser: bool,
    /// The share of its words that stand in the other.
    pub share: f32,
    /// How well what only it says goes with what both say: 0 to 1.
    pub cohesion: f32,
}

/// Which of the two is the original, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// True where the first is.
    pub first: bool,
    /// The sign that told most.
    pub direction: Direction,
}

/// Whether the first of two texts is the original by one sign, or `None` where it does not tell.
type Sign = fn(&Side, &Side) -> Option<Direction>;

/// The signs that the second text is taken from the first, and what each counts.
const SIGNS: &[(i32, Sign)] = &[
    (40, credits_it),
    (12, is_opening_of_it),
    (18, days_later),
    (8, later),
    (3, cut_from_it),
    (2, coheres_less),
    (2, coheres_much_less),
];
/// From this share on, a text is held whole by the other.
const WHOLE: f32 = 0.9;
/// A text that holds another whole is fuller where less than this share of it is the other.
const FULLER: f32 = 0.8;
/// From this share on, a text is the other's, but for what the sample misses.
const ALL: f32 = 0.98;
/// What only one says coheres less where it does so by this much, and much less by this.
const LESS: f32 = 0.05;
const MUCH_LESS: f32 = 0.15;
/// Published closer together than this is at the same time: outlets stamp what they take over by the minute.
const SECONDS: i64 = 60;
const DAY: i64 = 86_400;
/// A day of some place begins and ends so many seconds before and after that of UTC.
const AHEAD: i64 = 14 * 3600;
const BEHIND: i64 = 12 * 3600;

/// Tells the original of two texts, of which `first` arrived first; where no sign tells, that one.
pub fn original(first: &Side, second: &Side) -> Verdict {
    let mut balance = 0;
    let mut strongest = [None; 2];
    for &(points, sign) in SIGNS {
        for (side, direction) in [sign(first, second), sign(second, first)].into_iter().enumerate() {
            if let Some(direction) = direction {
                balance += if side == 0 { points } else { -points };
                strongest[side] = strongest[side].or(Some(direction));
            }
        }
    }
    let is_first = balance >= 0;
    let direction = if balance == 0 { None } else { strongest[usize::from(!is_first)] };
    Verdict { first: is_first, direction: direction.unwrap_or(Direction::Arrived) }
}

fn credits_it(original: &Side, copy: &Side) -> Option<Direction> {
    let credits = copy.agency != 0 && copy.agency == original.outlet && copy.outlet != copy.agency;
    credits.then_some(Direction::Credited)
}

fn is_opening_of_it(original: &Side, copy: &Side) -> Option<Direction> {
    (copy.teaser && !original.teaser && held(original, copy)).then_some(Direction::Opening)
}

fn cut_from_it(original: &Side, copy: &Side) -> Option<Direction> {
    held(original, copy).then_some(Direction::Whole)
}

/// The original has all of the copy, and more.
fn held(original: &Side, copy: &Side) -> bool {
    copy.share >= WHOLE && original.share < FULLER
}

fn coheres_less(original: &Side, copy: &Side) -> Option<Direction> {
    (cohesion_lost(original, copy) >= LESS).then_some(Direction::Cohesion)
}

fn coheres_much_less(original: &Side, copy: &Side) -> Option<Direction> {
    (cohesion_lost(original, copy) >= MUCH_LESS).then_some(Direction::Cohesion)
}

/// By how much the copy's own part coheres less; nothing where neither has a part of its own but the headline.
fn cohesion_lost(original: &Side, copy: &Side) -> f32 {
    if original.share.min(copy.share) > ALL { 0.0 } else { original.cohesion - copy.cohesion }
}

fn later(original: &Side, copy: &Side) -> Option<Direction> {
    seconds_between(original, copy).filter(|&seconds| seconds < 2 * DAY).map(|seconds| Direction::Earlier { seconds })
}

fn days_later(original: &Side, copy: &Side) -> Option<Direction> {
    seconds_between(original, copy).filter(|&seconds| seconds >= 2 * DAY).map(|seconds| Direction::Earlier { seconds })
}

/// How long after the original the copy was published, where that is sure: days are only known to lie apart.
fn seconds_between(original: &Side, copy: &Side) -> Option<i64> {
    let (original, copy) = (original.when?, copy.when?);
    let seconds = copy.seconds - original.seconds;
    let sure = match (original.day_only, copy.day_only) {
        (false, false) => seconds >= SECONDS,
        (true, true) => seconds >= DAY,
        (true, false) => seconds >= DAY + BEHIND,
        (false, true) => seconds >= AHEAD,
    };
    sure.then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Side = Side { outlet: 0, agency: 0, when: None, teaser: false, share: 1.0, cohesion: 0.0 };

    fn at(seconds: i64) -> Option<When> {
        Some(When { seconds, day_only: false })
    }

    fn on(day: i64) -> Option<When> {
        Some(When { seconds: day * DAY, day_only: true })
    }

    fn verdict(first: Side, second: Side) -> (bool, Direction) {
        let there = original(&first, &second);
        let back = original(&second, &first);
        if there.direction != Direction::Arrived {
            assert_eq!((there.first, there.direction), (!back.first, back.direction), "the same either way round");
        }
        (there.first, there.direction)
    }

    #[test]
    fn a_credit_tells_more_than_a_time() {
        let agency = Side { outlet: 7, agency: 7, when: at(9000), ..NOTHING };
        let paper = Side { outlet: 2, agency: 7, when: at(0), ..NOTHING };
        assert_eq!(verdict(paper, agency), (false, Direction::Credited));
    }

    #[test]
    fn the_earlier_is_the_original_where_times_are_exact_enough() {
        let side = |when| Side { when, ..NOTHING };
        assert_eq!(verdict(side(at(7200)), side(at(0))), (false, Direction::Earlier { seconds: 7200 }));
        assert_eq!(verdict(side(at(0)), side(at(30))), (true, Direction::Arrived));
        assert_eq!(verdict(side(on(3)), side(on(4))), (true, Direction::Earlier { seconds: DAY }));
        assert_eq!(verdict(side(on(3)), side(on(3))), (true, Direction::Arrived));
        // A day somewhere may begin before and end after that of Greenwich.
        assert_eq!(verdict(side(on(1)), side(at(DAY * 2 + 3600))), (true, Direction::Arrived));
        assert_eq!(
            verdict(side(on(1)), side(at(DAY * 2 + DAY / 2))),
            (true, Direction::Earlier { seconds: DAY * 3 / 2 })
        );
    }

    #[test]
    fn a_teaser_that_came_first_is_not_the_original() {
        let full = Side { when: at(7200), share: 0.2, ..NOTHING };
        let teaser = Side { when: at(0), teaser: true, ..NOTHING };
        assert_eq!(verdict(teaser, full), (false, Direction::Opening));
        let old = Side { when: at(-9 * DAY), ..teaser };
        assert!(verdict(old, full).0, "what was published days before was not taken from it");
    }

    #[test]
    fn the_fuller_text_is_the_original_where_nothing_else_tells() {
        let (full, cut) = (Side { share: 0.5, ..NOTHING }, Side { share: 0.98, ..NOTHING });
        assert_eq!(verdict(cut, full), (false, Direction::Whole));
    }

    #[test]
    fn a_text_with_passages_that_belong_elsewhere_is_no_original() {
        let original = Side { share: 0.98, cohesion: 0.4, ..NOTHING };
        let padded = Side { share: 0.6, cohesion: 0.1, ..NOTHING };
        assert_eq!(verdict(padded, original), (false, Direction::Cohesion));
        let earlier = Side { when: at(0), ..padded };
        assert!(verdict(earlier, Side { when: at(3600), ..original }).0, "a time tells more");
    }
}
