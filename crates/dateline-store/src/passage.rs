//! The sentence that a claim stands in, with its content told from the rest.

use dateline_model::{Claim, Span, Text};

use crate::Snippet;
use crate::phrase::floor;

/// A passage is at most about this many bytes: a quotation may run over many sentences.
const LONGEST: usize = 1_500;

/// The sentences that `span` lies in or runs through; `span` itself where there are none.
pub fn around(text: &Text, sentences: &[Span], span: Span) -> Span {
    let first = sentences.partition_point(|sentence| sentence.end() <= span.start());
    let last = sentences.partition_point(|sentence| sentence.start() < span.end());
    let holding = sentences.get(first..last).unwrap_or_default();
    let start = holding.first().map_or(span.start(), |sentence| sentence.start().min(span.start()));
    let end = holding.last().map_or(span.end(), |sentence| sentence.end().max(span.end()));
    text.span(start..end).unwrap_or(span)
}

/// The passage of a claim, its content marked as wanted.
pub fn of_claim(text: &Text, sentences: &[Span], claim: &Claim) -> Snippet {
    let whole = around(text, sentences, claim.span);
    let end = floor(text.as_str(), whole.end().min(whole.start() + LONGEST));
    let mut parts: Vec<(String, bool)> = Vec::new();
    let mut at = whole.start();
    let mut push = |from: usize, to: usize, wanted: bool| {
        let words = text.as_str().get(from..to.min(end)).unwrap_or_default();
        if !words.is_empty() {
            parts.push((words.replace('\n', " "), wanted));
        }
    };
    let mut content = claim.content.clone();
    content.sort();
    for part in content {
        let (from, to) = (part.start().max(at), part.end().max(at));
        push(at, from, false);
        push(from, to, true);
        at = to;
    }
    push(at, whole.end(), false);
    if end < whole.end() {
        parts.push(("…".to_owned(), false));
    }
    Snippet { parts }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_model::{Form, Record, Stance};

    #[test]
    fn a_claim_is_shown_in_its_sentence() {
        let text = Text::new("First. “It stands,” she said, “for now.” Last.");
        let at = |words: &str| {
            let start = text.as_str().find(words).unwrap();
            text.span(start..start + words.len()).unwrap()
        };
        let sentences = [at("First."), at("“It stands,” she said, “for now.”"), at("Last.")];
        let claim = Claim {
            span: at("It stands,” she said, “for now."),
            form: Form::Direct,
            stance: Stance::Asserts,
            record: Record::Unstated,
            cue: None,
            content: vec![at("It stands,"), at("for now.")],
            source: None,
            via: Vec::new(),
        };
        let shown = of_claim(&text, &sentences, &claim);
        let shown: Vec<(&str, bool)> = shown.parts.iter().map(|(words, wanted)| (words.as_str(), *wanted)).collect();
        assert_eq!(
            shown,
            [("“", false), ("It stands,", true), ("” she said, “", false), ("for now.", true), ("”", false)]
        );
        assert_eq!(around(&text, &[], claim.span), claim.span);
    }
}
