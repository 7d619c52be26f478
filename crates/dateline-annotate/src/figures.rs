//! Quantities: every number with its unit, and among them the figures that news tells.
//!
//! Two layers. [`quantities`] reads every number of a text, whatever it means there. [`find`] takes those that are
//! figures (no years, ordinals, names, telephone numbers) and adds ranges, how exact they are, what they measure and
//! what they were before.

mod measured;
mod news;
mod quantity;
mod symbols;
mod words;

use dateline_model::{Figure, Language, Span, Text, TimeRef};

use crate::lang::{self, LanguageData};
use crate::lexemes::Lexemes;
use crate::sentences;
use words::Words;

/// A number as it stands in a text, whatever it means there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// Number and unit.
    pub span: Span,
    /// The number alone.
    pub number: Span,
    /// The number, scales included.
    pub value: f64,
    /// `percent`, an ISO 4217 code, the name of a currency or of a part of one that several states have (`franc`,
    /// `cent`), or a symbol. `None` where no unit stands beside the number.
    pub unit: Option<&'static str>,
}

/// Every quantity of `text`, in order, none within another. Takes linear time.
#[must_use]
pub fn quantities(text: &Text, language: Option<&Language>) -> Vec<Quantity> {
    let data = lang::of(language);
    let words = Words::of(data);
    let (mut lexemes, mut read, mut found) = (Vec::new(), Vec::new(), Vec::new());
    for sentence in sentences::split(text, data) {
        let content = text.slice(sentence);
        let mut reader = Lexemes::new(content);
        while reader.read(&mut lexemes) {
            quantity::read_all(content, &lexemes, words, &mut read);
            found.extend(read.iter().filter(|read| !read.vague).filter_map(|read| {
                let span = |first: usize, next: usize| {
                    text.span(sentence.start() + lexemes[first].start..sentence.start() + lexemes[next - 1].end)
                };
                let (span, number) = (span(read.first, read.next)?, span(read.number, read.behind)?);
                Some(Quantity { span, number, value: read.value, unit: read.unit })
            }));
        }
    }
    found
}

/// The figures of `text`, in order, none within another. The spans of `times`, in order, are passed over.
pub fn find(text: &Text, sentences: &[Span], data: &'static LanguageData, times: &[TimeRef]) -> Vec<Figure> {
    let words = Words::of(data);
    let (mut lexemes, mut read, mut found) = (Vec::new(), Vec::new(), Vec::new());
    let mut times = times;
    for &sentence in sentences {
        let content = text.slice(sentence);
        while times.first().is_some_and(|time| time.span.end() <= sentence.start()) {
            times = &times[1..];
        }
        let mut reader = Lexemes::new(content);
        while reader.read(&mut lexemes) {
            quantity::read_all(content, &lexemes, words, &mut read);
            if read.is_empty() {
                continue;
            }
            let piece = news::Piece { text, sentence, content, lexemes: &lexemes, words };
            news::choose(&piece, &read, times, &mut found);
        }
    }
    found
}

#[cfg(test)]
mod tests;
