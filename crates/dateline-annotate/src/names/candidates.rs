//! Which words may be part of names, by their looks alone.

use super::features::Sentence;
use super::gazetteer::Class;
use super::labels::Label;
use crate::grammar::words::Shape;

/// So many small words may stand in a row inside a name.
const GAP: usize = 3;

/// What labels a word may have by its looks.
#[derive(Clone, Copy, Debug)]
pub struct Reach {
    /// A name may begin or end here, or stand alone.
    edge: bool,
    /// A name may go on behind it.
    goes_on: bool,
}

impl Reach {
    /// That of the word `at` in the run that ends before `end`.
    #[must_use]
    pub fn of(sentence: &Sentence<'_>, at: usize, end: usize) -> Reach {
        Reach { edge: is_candidate(sentence, at), goes_on: at + 1 < end }
    }

    /// True where the word may have `label`.
    #[must_use]
    pub fn allows(self, label: Label) -> bool {
        if label == Label::OUTSIDE {
            return true;
        }
        let other_inside = label.number() == LABEL_INSIDE_OTHER;
        let ends = label.may_end() && !other_inside;
        (self.edge || !(label.opens() || ends)) && (self.goes_on || label.may_end())
    }
}

const LABEL_INSIDE_OTHER: usize = 15;

/// The end of the run of words that may make names together and begins at `at`, where one does.
#[must_use]
pub fn run(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    if !opens(sentence, at) {
        return None;
    }
    let (mut end, mut next) = (at + 1, at + 1);
    while next < sentence.words.len() && next - end <= GAP {
        if is_candidate(sentence, next) {
            end = next + 1;
        } else if !is_connector(sentence, next) {
            break;
        }
        next += 1;
    }
    Some(end)
}

fn opens(sentence: &Sentence<'_>, at: usize) -> bool {
    let next_capital = sentence.words.get(at + 1).is_some_and(|word| is_capital(word.shape));
    match sentence.words[at].shape {
        Shape::Number => next_capital || sentence.own(at).last().is_some_and(u8::is_ascii_alphabetic),
        Shape::Lower => {
            sentence.is(at, Class::Particle)
                && (next_capital
                    || (sentence.own(at + 1) == b"-"
                        && sentence.words.get(at + 2).is_some_and(|word| is_capital(word.shape))))
        }
        shape => is_capital(shape),
    }
}

fn is_capital(shape: Shape) -> bool {
    !matches!(shape, Shape::Lower | Shape::Number | Shape::Mark)
}

/// True where a name may begin or end with the word.
fn is_candidate(sentence: &Sentence<'_>, at: usize) -> bool {
    match sentence.words[at].shape {
        Shape::Mark => false,
        Shape::Lower => sentence.is(at, Class::Particle),
        _ => true,
    }
}

fn is_connector(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is(at, Class::Connector)
}
