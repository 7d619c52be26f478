//! What the labeller sees of a word.

use std::ops::Range;

use super::candidates::{self, Reach};
use super::gazetteer::{Class, Gazetteer};
use super::history::History;
use super::labels::Label;
use crate::grammar::tagger::{prefix, suffix};
use crate::grammar::tags::Tag;
use crate::grammar::weights::feature;
use crate::grammar::words::{Shape, Word};

/// Features of one word.
pub const FEATURES: usize = 44;

/// A sentence as the labeller sees it.
#[derive(Debug)]
pub struct Sentence<'a> {
    text: &'a [u8],
    /// Its words.
    pub words: &'a [Word],
    tags: &'a [Tag],
    gazetteer: &'static Gazetteer,
    /// For each word its classes and, shifted, where it stands in a known name.
    classes: Vec<u32>,
    /// True where hardly a word has a small letter.
    loud: bool,
}

/// Where a word stands in a known name: two bits for each of the two classes, above the bits of the classes of words.
const PHRASE: u32 = 24;

impl<'a> Sentence<'a> {
    /// The sentence of `words` of `text`.
    #[must_use]
    pub fn new(text: &'a str, words: &'a [Word], tags: &'a [Tag]) -> Sentence<'a> {
        let gazetteer = Gazetteer::english();
        let mut classes: Vec<u32> = words.iter().map(|word| classes(gazetteer, word)).collect();
        let mut at = 0;
        while at < words.len() {
            let capital = !matches!(words[at].shape, Shape::Lower | Shape::Number | Shape::Mark);
            let Some((class, length)) = capital.then(|| gazetteer.phrase(words, at)).flatten() else {
                at += 1;
                continue;
            };
            let shift = PHRASE + if class == Class::Body { 3 } else { 0 };
            for (place, classes) in classes[at..at + length].iter_mut().enumerate() {
                let code = match (place == 0, place + 1 == length) {
                    (true, true) => 1,
                    (true, false) => 2,
                    (false, true) => 3,
                    (false, false) => 4,
                };
                *classes |= code << shift;
            }
            at += length;
        }
        let small = words.iter().filter(|word| word.shape == Shape::Lower).count();
        let large = words.iter().filter(|word| matches!(word.shape, Shape::Title | Shape::Upper)).count();
        Sentence { text: text.as_bytes(), words, tags, gazetteer, classes, loud: large > 2 * small && large > 3 }
    }

    /// The bytes of the word `at`; none beyond the ends.
    #[must_use]
    pub fn own(&self, at: usize) -> &[u8] {
        let word = self.words.get(at);
        word.and_then(|word| self.text.get(word.start as usize..word.end as usize)).unwrap_or_default()
    }

    /// True where the word `at` has `class`.
    #[must_use]
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.words.get(at).is_some_and(|word| self.gazetteer.is(word.key, class))
    }

    /// The runs of words that may make names together.
    pub fn runs(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < self.words.len() {
                let start = at;
                at = candidates::run(self, start).unwrap_or(start + 1);
                if candidates::run(self, start).is_some() {
                    return Some(start..at);
                }
            }
            None
        })
    }

    /// True where `labels` may stand at the words of `run`.
    #[must_use]
    pub fn allows(&self, run: Range<usize>, labels: &[Label]) -> bool {
        let each = run.clone().zip(labels).all(|(at, &label)| Reach::of(self, at, run.end).allows(label));
        let pairs = labels.windows(2).all(|pair| pair[0].allows(pair[1]));
        each && pairs && labels.last().is_none_or(|label| label.may_end())
    }

    fn key(&self, at: Option<usize>) -> u64 {
        at.and_then(|at| self.words.get(at)).map_or(1, |word| word.key.bits())
    }

    fn class(&self, at: Option<usize>) -> u64 {
        at.and_then(|at| self.classes.get(at)).map_or(0, |&classes| u64::from(classes))
    }

    fn tag(&self, at: Option<usize>) -> u64 {
        at.and_then(|at| self.tags.get(at)).map_or(99, |&tag| tag as u64)
    }

    fn shape(&self, at: Option<usize>) -> u64 {
        at.and_then(|at| self.words.get(at)).map_or(9, |word| word.shape as u64)
    }

    /// The features of the word `at`, in the run `run` of words that may make names together. `before` holds the labels of
    /// what stands before the run.
    #[must_use]
    pub fn features(&self, at: usize, run: Range<usize>, before: &[Label], history: &History) -> [u64; FEATURES] {
        let (own, word) = (self.own(at), self.words[at]);
        let key = word.key.bits();
        let (back, next) = (at.checked_sub(1), Some(at + 1));
        let (back2, next2) = (at.checked_sub(2), Some(at + 2));
        let shape = word.shape as u64 + if at == 0 { 16 } else { 0 } + if self.loud { 32 } else { 0 };
        let class = self.class(Some(at));
        let (first, last) = self.around(at, &run);
        let place = u64::from(at == first) + 2 * u64::from(at == last);
        let (front, behind) = (first.checked_sub(1), Some(last + 1));
        let label = history.label(word.key).number() as u64;
        let writing = history.writing(word.key);
        let tag = self.tag(Some(at));
        let listed = self.listed(&run, before);
        let next_label = self.words.get(at + 1).map_or(0, |word| history.label(word.key).number() as u64);
        let last_class = self.class(Some(last));
        [
            feature(100, &[]),
            feature(101, &[key]),
            feature(102, &[key, word.shape as u64]),
            feature(103, &[self.key(back)]),
            feature(104, &[self.key(next)]),
            feature(105, &[self.key(back2)]),
            feature(106, &[self.key(next2)]),
            feature(107, &[self.key(back), key]),
            feature(108, &[key, self.key(next)]),
            feature(109, &[suffix(own, 3), shape & 15]),
            feature(110, &[suffix(own, 4)]),
            feature(111, &[prefix(own), shape & 15]),
            feature(112, &[suffix(own, 2)]),
            feature(113, &[shape, writing]),
            feature(114, &[shape, self.shape(back), self.shape(next)]),
            feature(115, &[self.shape(back2), self.shape(back), shape & 15]),
            feature(116, &[shape & 15, self.shape(next), self.shape(next2)]),
            feature(117, &[tag, shape]),
            feature(118, &[self.tag(back), tag, self.tag(next)]),
            feature(119, &[self.tag(back2), self.tag(back)]),
            feature(120, &[self.tag(next), self.tag(next2)]),
            feature(121, &[class]),
            feature(122, &[class, self.class(back)]),
            feature(123, &[class, self.class(next)]),
            feature(124, &[self.class(back), self.shape(back), shape & 15]),
            feature(125, &[self.class(next), self.shape(next), shape & 15]),
            feature(126, &[class, place, shape & 15]),
            feature(127, &[place, (last - first).min(5) as u64, shape]),
            feature(128, &[self.key(Some(first)), place]),
            feature(129, &[self.key(Some(last)), place]),
            feature(130, &[last_class, place]),
            feature(131, &[self.class(Some(first)), place]),
            feature(132, &[self.key(front), place]),
            feature(133, &[self.key(behind), place]),
            feature(134, &[self.class(front), place, self.tag(front)]),
            feature(135, &[self.tag(behind), place]),
            feature(136, &[label, place]),
            feature(137, &[label, next_label, shape & 15]),
            feature(138, &[listed, place]),
            feature(139, &[listed, class]),
            feature(140, &[self.key(front), self.key(behind)]),
            feature(141, &[self.key(front.and_then(|at| at.checked_sub(1))), self.key(front), place]),
            feature(142, &[last_class, class, place]),
            feature(143, &[own.len().min(8) as u64, shape, place]),
        ]
    }

    /// The first and last of the words with capitals that stand in a row with `at`.
    fn around(&self, at: usize, run: &Range<usize>) -> (usize, usize) {
        let capital = |at: usize| !matches!(self.words[at].shape, Shape::Lower | Shape::Number | Shape::Mark);
        const FAR: usize = 8;
        let first =
            (run.start.max(at.saturating_sub(FAR))..at).rev().take_while(|&at| capital(at)).last().unwrap_or(at);
        let last = (at + 1..run.end.min(at + FAR)).take_while(|&at| capital(at)).last().unwrap_or(at);
        (first, last)
    }

    /// What the name right before the run is, and what stands between.
    fn listed(&self, run: &Range<usize>, before: &[Label]) -> u64 {
        let near = before.iter().enumerate().rev().take(3).find_map(|(at, label)| Some((at, label.kind()?)));
        near.map_or(0, |(at, kind)| feature(1, &[kind as u64, self.key(Some(at + 1)), (run.start - at) as u64]))
    }
}

/// The classes of a word; for `US` and other words of capitals only, those of small words do not count.
fn classes(gazetteer: &Gazetteer, word: &Word) -> u32 {
    let classes = gazetteer.word(word.key);
    match word.shape {
        Shape::Lower => classes & !(Class::Given.bit() | Class::Family.bit() | Class::Adjective.bit()),
        _ => classes & !(Class::Office.bit() | Class::Particle.bit()),
    }
}
