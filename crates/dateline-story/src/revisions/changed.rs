//! Two versions side by side, and the changes of words in one sentence of both.

use std::ops::Range;

use dateline_model::{Annotations, Article, Excerpt, Mark, Piece, Run, Span, Text};

use super::lines::Lines;
use crate::copies::quoted_ranges;
use crate::words::{Word, WordKind, Words, normal_form};

/// One version with all that is held against the other.
pub struct Version<'a> {
    /// The report.
    pub article: &'a Article,
    /// What was found in its text.
    pub found: &'a Annotations,
    /// Its lines.
    pub lines: Lines,
    /// What stands in quotation marks.
    pub quoted: Vec<Range<usize>>,
}

impl<'a> Version<'a> {
    /// Of a report and what was found in it.
    pub fn new(article: &'a Article, found: &'a Annotations) -> Version<'a> {
        Version { article, found, lines: Lines::new(article), quoted: quoted_ranges(article.text.as_str()) }
    }

    /// The language it is written in, without region; English where that is not known.
    pub fn language(&self) -> &'a str {
        let language = self.found.language.as_ref().or(self.article.language.as_ref());
        language.and_then(|language| language.as_str().split('-').next()).unwrap_or("en")
    }

    /// Its text.
    pub fn text(&self) -> &'a Text {
        &self.article.text
    }

    /// The words at `span` with their place.
    pub fn excerpt(&self, span: Span) -> Excerpt {
        let (start, end) = self.text().code_points().of(span);
        Excerpt { text: self.text().slice(span).to_owned(), start, end }
    }

    /// The words of `span` that none of `covered` covers.
    pub fn words(&self, span: Span, covered: &[Span]) -> Vec<Told> {
        told(self.text(), span).into_iter().filter(|word| !covered.iter().any(|cover| cover.meets(word.span))).collect()
    }
}

/// One word as it is weighed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its form: one for all spellings.
    pub form: String,
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: WordKind,
}

/// The words of `span`. A negation that hangs on a word (`didn't`, `cannot`) is a word of its own.
pub fn told(text: &Text, span: Span) -> Vec<Told> {
    let mut words = Vec::new();
    for Word { surface, start, end, kind } in Words::new(text.slice(span)) {
        let Some(place) = text.span(span.start() + start..span.start() + end) else { continue };
        let mut form = String::new();
        normal_form(surface, &mut form);
        let written = text.slice(place).to_lowercase().replace('’', "'");
        if written.ends_with("n't") || written == "cannot" {
            words.push(Told { form: "not".to_owned(), span: place, kind: WordKind::Small });
        }
        words.push(Told { form, span: place, kind });
    }
    words
}

/// The forms of the words of `span`.
pub fn forms(text: &Text, span: Span) -> Vec<String> {
    told(text, span).into_iter().map(|word| word.form).collect()
}

/// Words that stand in place of others, or are put in, or are gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// What is gone; empty where words were put in.
    pub gone: Span,
    /// What is new; empty where words are gone.
    pub new: Span,
}

/// The changes of a sentence.
pub fn changes(piece: &Piece) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    let mut last: Option<&Run> = None;
    for run in &piece.runs {
        match (run.mark, last.map(|last| last.mark)) {
            (Mark::Same, _) => {}
            (Mark::New, Some(Mark::Gone)) => {
                if let Some(change) = changes.last_mut() {
                    change.new = run.after;
                }
            }
            _ => changes.push(Change { gone: run.before, new: run.after }),
        }
        last = Some(run);
    }
    changes
}
