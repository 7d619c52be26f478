//! Claims without a parser: by quotation marks, commas, lists of words, and the shapes that a language's data has.
//!
//! Languages without such data give quotations alone.

mod nouns;
mod shapes;
mod speakers;
mod table;
mod tokens;

use std::ops::Range;

use dateline_model::{Claim, Form, Record, Source, Span, Stance, Text, Via};

use super::quotations::{self, Quotation};
use crate::LanguageData;
use shapes::{Match, Sentence};
use table::{JOIN, Table};
use tokens::{Kind, Token, Tokens};

pub use table::{Attribution, PhraseWords, SourceWords};

/// The claims of `text`, in order. Takes time linear in its length. Without `attribution`, the quotations that are long
/// enough to be somebody's words, without a source.
#[must_use]
pub fn find(text: &Text, sentences: &[Span], data: &LanguageData, attribution: Option<&Attribution>) -> Vec<Claim> {
    let quotations = quotations::find(text);
    let Some(attribution) = attribution else {
        let long = quotations.iter().filter(|quotation| tokens::is_long(quotation.words, text.slice(quotation.span)));
        return long.map(|quotation| alone(quotation.span)).collect();
    };
    let mut reader =
        Reader { text, quotations: &quotations, attribution, table: attribution.table(data), claims: Vec::new() };
    reader.read(sentences);
    reader.rest();
    let mut claims = reader.claims;
    claims.sort_by_key(|claim| (claim.span.start(), claim.span.end()));
    claims
}

/// A quotation that nobody is said to have spoken.
fn alone(span: Span) -> Claim {
    Claim {
        span,
        form: Form::Direct,
        stance: Stance::Asserts,
        record: Record::Unstated,
        cue: None,
        content: vec![span],
        source: None,
        via: Vec::new(),
    }
}

struct Reader<'a> {
    text: &'a Text,
    quotations: &'a [Quotation],
    attribution: &'a Attribution,
    table: &'a Table,
    claims: Vec<Claim>,
}

impl Reader<'_> {
    /// Reads each sentence; those that one quotation holds together are read as one.
    fn read(&mut self, sentences: &[Span]) {
        let clitics: Vec<&str> = self.attribution.clitics.split_whitespace().collect();
        let mut tokens: Vec<Token> = Vec::new();
        let mut quotation = 0;
        let mut at = 0;
        while let Some(first) = sentences.get(at) {
            let mut end = first.end();
            at += 1;
            let from = quotation
                + self.quotations[quotation..].partition_point(|quotation| quotation.span.end() <= first.start());
            quotation = from;
            while let Some(span) =
                self.quotations.get(quotation).map(|quotation| quotation.span).filter(|span| span.start() < end)
            {
                end = end.max(span.end());
                quotation += 1;
                while sentences.get(at).is_some_and(|next| next.start() < end) {
                    end = end.max(sentences[at].end());
                    at += 1;
                }
            }
            let inside = &self.quotations[from..quotation];
            let mut pieces = Tokens::new(self.text.as_str(), first.start()..end, inside, self.table, &clitics);
            while pieces.read(&mut tokens) {
                if tokens.iter().any(|token| token.classes & self.table.anchors != 0) {
                    self.sentence(&tokens, inside, first.start()..end);
                }
            }
        }
    }

    /// Adds the claims of one sentence.
    fn sentence(&mut self, tokens: &[Token], inside: &[Quotation], unit: Range<usize>) {
        let mut sentence = Sentence {
            tokens,
            capital_nouns: self.attribution.capital_nouns,
            spaced: self.attribution.spaced,
            cues: self.table.anchors,
            floor: 0,
        };
        let mut last: Option<(Match, Stance)> = None;
        for anchor in 0..tokens.len() {
            let classes = tokens[anchor].classes & self.table.anchors;
            if classes == 0 || last.as_ref().is_some_and(|(last, _)| last.frame.contains(&anchor)) {
                continue;
            }
            sentence.floor = last.as_ref().map_or(0, |(last, _)| last.frame.end).min(anchor);
            let shapes = self.table.shapes.iter().filter(|shape| shape.anchor & classes != 0);
            let found =
                shapes.filter_map(|shape| shape.matches(&sentence, anchor).map(|found| (found, shape.stance))).next();
            let Some((mut found, Some(stance))) = found else { continue };
            second_part(&sentence, &mut found);
            let mut outer = None;
            if let Some((mut before, stance)) = last.take() {
                outer = nest(tokens, &mut before, &found);
                self.keep(&sentence, inside, &unit, &before, stance);
            }
            if let Some(outer) = outer {
                found.via.get_or_insert(outer);
            }
            last = Some((found, stance));
        }
        if let Some((found, stance)) = last {
            self.keep(&sentence, inside, &unit, &found, stance);
        }
    }

    fn keep(
        &mut self,
        sentence: &Sentence<'_>,
        inside: &[Quotation],
        unit: &Range<usize>,
        found: &Match,
        stance: Stance,
    ) {
        let tokens = sentence.tokens;
        let words = self.text.as_str();
        let span = |range: &Range<usize>| {
            let (first, last) = (tokens.get(range.start)?, tokens[..range.end].last()?);
            self.text.span(first.start..last.end)
        };
        let Some(cue) = span(&found.cue) else { return };
        let content: Vec<(Span, Form)> =
            found.content.iter().filter_map(|part| self.content(sentence, inside, part, &found.cue)).collect();
        if content.is_empty() && stance != Stance::Declines {
            return;
        }
        let source = found.source.as_ref().and_then(|source| {
            let span = span(&trimmed(tokens, source))?;
            let speaker = speakers::describe(words, sentence, source, self.table);
            let name = speaker.name.map_or_else(|| self.text.slice(span).to_owned(), |name| words[name].to_owned());
            Some(Source { span, name, kind: speaker.kind, count: speaker.count, entity: None })
        });
        let via: Vec<Via> = found
            .via
            .iter()
            .filter_map(span)
            .map(|span| Via { span, name: self.text.slice(span).to_owned() })
            .collect();
        let forms = || content.iter().map(|(_, form)| *form);
        let form = match () {
            () if !content.is_empty() && forms().all(|form| form == Form::Direct) => Form::Direct,
            () if forms().any(|form| form != Form::Indirect) => Form::Mixed,
            () => Form::Indirect,
        };
        let content: Vec<Span> = content.into_iter().map(|(span, _)| span).collect();
        let all = content.iter().chain([&cue]).chain(source.as_ref().map(|source| &source.span));
        let (start, end) =
            all.fold((usize::MAX, 0), |(start, end), span| (start.min(span.start()), end.max(span.end())));
        let Some(span) = self.text.span(start..end) else { return };
        let record = self.record(unit, cue);
        self.claims.push(Claim { span, form, stance, record, cue: Some(cue), content, source, via });
    }

    /// One part of a content: a quotation that is a sentence of its own stands for itself.
    fn content(
        &self,
        sentence: &Sentence<'_>,
        inside: &[Quotation],
        part: &Range<usize>,
        cue: &Range<usize>,
    ) -> Option<(Span, Form)> {
        let tokens = sentence.tokens;
        let part = trimmed(tokens, part);
        let (first, last) = (tokens.get(part.start)?, tokens[..part.end].last()?);
        let whole = self.text.span(first.start..last.end)?;
        if !self.text.slice(whole).contains(char::is_alphanumeric) {
            return None;
        }
        let is_quotation = |token: &Token| matches!(token.kind, Kind::Quotation(_));
        let is_mark = |at: usize| tokens.get(at).is_none_or(|token| matches!(token.kind, Kind::Mark(_)));
        let quoted = |token: &Token| Some((self.text.span(token.start..token.end)?, Form::Direct));
        if part.len() == 1 && is_quotation(first) {
            return Some((whole, Form::Direct));
        }
        if part.end <= cue.start && is_quotation(last) {
            let stands_alone =
                || inside.get(last.quotations as usize).is_some_and(|quotation| quotation.stands_alone(self.text));
            let joins = tokens[part.end - 2].classes & JOIN != 0;
            let apart = is_mark(part.end - 2) || (!sentence.spaced && (joins || last.kind == Kind::Quotation(false)));
            if apart || (sentence.spaced && stands_alone()) {
                return quoted(last);
            }
        }
        if part.start >= cue.end && is_quotation(first) && is_mark(part.start + 1) {
            return quoted(first);
        }
        let has_quotation = last.quotations > first.quotations || is_quotation(last);
        Some((whole, if has_quotation { Form::Mixed } else { Form::Indirect }))
    }

    /// How the words were given, where the sentence says so near the cue.
    fn record(&self, unit: &Range<usize>, cue: Span) -> Record {
        const REACH: usize = 600;
        let words = self.text.as_str();
        let start = words.floor_char_boundary(unit.start.max(cue.start().saturating_sub(REACH)));
        let end = words.ceil_char_boundary(unit.end.min(cue.end() + REACH)).max(start);
        let mut records = self.attribution.records.iter();
        let found = records.find(|(_, sayings)| sayings.iter().any(|saying| words[start..end].contains(saying)));
        found.map_or(Record::Unstated, |(record, _)| *record)
    }

    /// Gives the quotations that are left to the claim right before them, or leaves them without a source.
    fn rest(&mut self) {
        // Where contents begin and end, and whose they are.
        let mut parts: Vec<(usize, usize, usize)> = Vec::new();
        for (at, claim) in self.claims.iter().enumerate() {
            let spans = claim.content.iter().chain(&claim.cue).chain(claim.source.as_ref().map(|source| &source.span));
            parts.extend(spans.map(|span| (span.start(), span.end(), at)));
        }
        parts.sort_unstable();
        let mut parts = parts.into_iter().peekable();
        let mut last: Option<(usize, usize)> = None;
        let mut alone_ones = Vec::new();
        for quotation in self.quotations {
            let span = quotation.span;
            while let Some((_, end, claim)) = parts.next_if(|(start, ..)| *start < span.end()) {
                if last.is_none_or(|(furthest, _)| furthest <= end) {
                    last = Some((end, claim));
                }
            }
            let end = last.map_or(0, |(end, _)| end);
            if end > span.start() {
                continue;
            }
            let gap = &self.text.as_str()[end..span.start()];
            let near =
                gap.len() < 16 && !gap.contains(char::is_alphanumeric) && (!gap.contains('\n') || quotation.follows);
            let is_quoted = |claim: &Claim| claim.form != Form::Indirect && !claim.content.is_empty();
            if let Some((_, claim)) = last.filter(|(_, claim)| near && is_quoted(&self.claims[*claim]))
                && (quotation.follows || quotation.stands_alone(self.text))
            {
                let claim = &mut self.claims[claim];
                claim.content.push(span);
                claim.span = self.text.span(claim.span.start()..span.end()).unwrap_or(claim.span);
                last = last.map(|(_, claim)| (span.end(), claim));
            } else if quotation.stands_alone(self.text) && tokens::is_long(quotation.words, self.text.slice(span)) {
                alone_ones.push(alone(span));
            }
        }
        self.claims.extend(alone_ones);
    }
}

/// `range` without the marks and joining words at its ends.
fn trimmed(tokens: &[Token], range: &Range<usize>) -> Range<usize> {
    let mut range = range.clone();
    let bare = |token: &Token| {
        matches!(token.kind, Kind::Mark(mark) if !matches!(mark, '(' | ')' | '%')) || token.classes & JOIN != 0
    };
    while range.start < range.end && bare(&tokens[range.start]) {
        range.start += 1;
    }
    while range.start < range.end && bare(&tokens[range.end - 1]) {
        range.end -= 1;
    }
    range
}

/// Takes in what goes on behind a source that stands within what it says: `“…,” she said, “…”`.
fn second_part(sentence: &Sentence<'_>, found: &mut Match) {
    let tokens = sentence.tokens;
    let at = found.frame.end;
    let [first] = found.content.as_slice() else { return };
    if first.end > found.cue.start || found.source.as_ref().is_some_and(|source| source.end < at) {
        return;
    }
    let mark = tokens.get(at).map(|token| token.kind);
    let Some(next) = tokens.get(at + 1).filter(|_| matches!(mark, Some(Kind::Mark(',' | ':' | '.')))) else { return };
    if matches!(next.kind, Kind::Quotation(_)) {
        found.content.push(at + 1..at + 2);
        found.frame.end = at + 2;
    }
}

/// Holds a claim against the next one of its sentence: it ends before another main clause, and it passes on what is within it.
fn nest(tokens: &[Token], before: &mut Match, next: &Match) -> Option<Range<usize>> {
    let start = next.source.iter().chain(&next.content).map(|part| part.start).fold(next.cue.start, usize::min);
    let holding = before
        .content
        .iter_mut()
        .find(|part| part.start <= start && start < part.end && part.start >= before.cue.end)?;
    let joined = start > 0 && (tokens[start - 1].classes | tokens[start].classes) & JOIN != 0;
    if joined || tokens[..start].last().is_some_and(|token| token.kind == Kind::Mark(';')) {
        holding.end = start.max(holding.start + 1);
        return None;
    }
    before.source.clone()
}

#[cfg(test)]
mod tests;
