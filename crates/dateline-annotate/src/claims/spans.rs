//! Contents held against the quotations of the text, and claims held against each other.

use std::ops::Range;

use dateline_model::{Span, Stance, Text};

use super::Candidate;
use super::cues::{CLAUSE, NOUN, PLAIN};
use super::quotations::{Quotation, is_end};
use super::record;

/// Quotations of fewer words are scare quotes or titles unless a word of speaking stands beside them.
const LEAST: usize = 4;

/// The candidates that are claims, in order, their contents widened to the quotations they touch.
pub fn settle(text: &Text, sentences: &[Span], quotations: &[Quotation], candidates: Vec<Candidate>) -> Vec<Candidate> {
    let (mut settled, mut spoken) = (Vec::new(), Vec::new());
    let cues: Vec<Range<usize>> = candidates.iter().map(|candidate| candidate.cue.clone()).collect();
    for (at, mut candidate) in candidates.into_iter().enumerate() {
        let neighbours = [at.checked_sub(1).and_then(|before| cues.get(before)), cues.get(at + 1)];
        if let Some(quotation) = around(&candidate.cue, quotations) {
            // Who is quoted says what others said: only where these are named is it worth telling.
            if candidate.name.is_some() && !candidate.content.is_empty() && quotation.stands_alone(text) {
                spoken.push(candidate);
            }
            continue;
        }
        for part in &mut candidate.content {
            *part = widened(text, part.clone(), quotations, &candidate.cue);
        }
        if candidate.has(NOUN) && !candidate.has_clause {
            with_predicate(text, quotations, &mut candidate.content);
        }
        let is_quoted = |part: &Range<usize>| {
            quotation_at(quotations, part.start).is_some_and(|quotation| quotation.span.range() == *part)
        };
        if candidate.takes_quotation() && (!candidate.has_clause || candidate.content.iter().all(is_quoted)) {
            let beside = beside(text, quotations, &candidate, neighbours);
            // Words of a sentence in quotation marks are part of what it says, not in place of it.
            let within = |quotation: &Range<usize>| {
                let holds = |part: &Range<usize>| part.start < quotation.start && quotation.end <= part.end;
                candidate.content.iter().any(holds)
            };
            // `“…,” she said, explaining the decision`: what stands before is another's, and this has its object.
            let object = candidate.has(NOUN) && candidate.content.iter().any(|part| part.start >= candidate.cue.end);
            let before = beside.iter().all(|quotation| quotation.end <= candidate.cue.start);
            let kept = object && before || beside.iter().any(within);
            if !beside.is_empty() && !kept {
                candidate.content = beside;
            }
        }
        if candidate.has_clause {
            with_tail(text, sentences, quotations, &mut candidate.content);
        }
        let told = record::is_told(text, &candidate.cue, &candidate.content);
        if !told && (!candidate.content.is_empty() || candidate.stance == Stance::Declines) {
            settled.push(candidate);
        }
    }
    settled.sort_by_key(|candidate| candidate.cue.start);
    let mut kept = nest(settled);
    continued(text, sentences, quotations, &mut kept);
    kept.extend(spoken.into_iter().filter_map(|candidate| passed_on(candidate, &kept)).collect::<Vec<_>>());
    kept.sort_by_key(|candidate| candidate.cue.start);
    kept
}

/// `called the cut “a gift to the rich”`: a quotation right behind the object belongs to it.
fn with_predicate(text: &Text, quotations: &[Quotation], content: &mut [Range<usize>]) {
    let [part] = content else { return };
    let next = quotations.get(quotations.partition_point(|quotation| quotation.span.start() < part.end));
    let near = |quotation: &&Quotation| text.as_str()[part.end..quotation.span.start()].trim_matches(' ').is_empty();
    let as_ = |quotation: &&Quotation| {
        let between = text.as_str()[part.end..quotation.span.start()].trim_matches(' ');
        "as on of with for about to".split(' ').any(|preposition| preposition == between)
    };
    if let Some(quotation) = next.filter(|quotation| near(quotation) || as_(quotation)) {
        part.end = quotation.span.end();
    }
}

/// `said that it would act, “with a view to peace.”`: words in quotation marks that end the sentence end its content.
fn with_tail(text: &Text, sentences: &[Span], quotations: &[Quotation], content: &mut [Range<usize>]) {
    let Some(part) = content.last_mut() else { return };
    let Some(next) = quotations.get(quotations.partition_point(|quotation| quotation.span.start() < part.end)) else {
        return;
    };
    let between = text.as_str()[part.end..next.span.start()].trim_matches(' ');
    let low = text.slice(next.span).trim_matches(|mark: char| !mark.is_alphanumeric()).starts_with(char::is_lowercase);
    if between == "," && low && next.span.end() + 1 >= sentence_end(sentences, part.start) {
        part.end = next.span.end();
    }
}

/// Leaves out what stands within the content of another, unless it is reported speech of somebody else: then the other is who
/// passed it on.
fn nest(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    // What holds a cue stands within the same sentence or the quotation before it: a few candidates on either side.
    const REACH: usize = 12;
    let outer = |at: usize| {
        let (from, to) = (at.saturating_sub(REACH), (at + REACH).min(candidates.len()));
        (from..to).find(|&other| {
            other != at && holds(&candidates[other], &candidates[at]) && !holds(&candidates[at], &candidates[other])
        })
    };
    let outers: Vec<Option<usize>> = (0..candidates.len()).map(outer).collect();
    for (at, outer) in outers.iter().enumerate() {
        let Some(outer) = outer.map(|outer| &candidates[outer]) else { continue };
        let passed: Vec<Range<usize>> = outer.via.iter().chain(&outer.source).cloned().collect();
        candidates[at].via.splice(0..0, passed);
    }
    let speaks = |candidate: &Candidate| {
        let own = candidate.source.as_ref().is_some_and(|source| !candidate.via.contains(source));
        let noun = candidate.speaker.as_ref().is_some_and(|speaker| !speaker.pronoun);
        own && (candidate.is_speech() || candidate.stance != Stance::Asserts || (noun && candidate.has(CLAUSE)))
    };
    let kept = candidates.into_iter().zip(outers).filter(|(candidate, outer)| outer.is_none() || speaks(candidate));
    kept.map(|(candidate, _)| candidate).collect()
}

/// True where the cue of `inner` stands in what `outer` says.
fn holds(outer: &Candidate, inner: &Candidate) -> bool {
    outer.content.iter().any(|part| part.start <= inner.cue.start && inner.cue.end <= part.end)
}

/// What somebody is quoted to have said of another's words, with who is quoted as the one who passed it on.
fn passed_on(candidate: Candidate, kept: &[Candidate]) -> Option<Candidate> {
    // A quotation of several paragraphs may stand far from its cue; but not many claims lie between.
    const REACH: usize = 12;
    let at = kept.partition_point(|other| other.cue.start < candidate.cue.start);
    let outer =
        kept[at.saturating_sub(REACH)..(at + REACH).min(kept.len())].iter().find(|outer| holds(outer, &candidate))?;
    let via = outer.via.iter().chain(&outer.source).chain(&candidate.via).cloned().collect();
    Some(Candidate { via, ..candidate })
}

/// The quotation of some length that the cue stands in.
fn around<'a>(cue: &Range<usize>, quotations: &'a [Quotation]) -> Option<&'a Quotation> {
    quotation_at(quotations, cue.start).filter(|quotation| cue.end <= quotation.span.end() && quotation.words >= 2)
}

/// The quotation that the byte `at` stands in.
fn quotation_at(quotations: &[Quotation], at: usize) -> Option<&Quotation> {
    let index = quotations.partition_point(|quotation| quotation.span.end() <= at);
    quotations.get(index).filter(|quotation| quotation.span.start() <= at)
}

/// `part`, with all of each quotation that it has a word of, unless the cue stands in that.
fn widened(text: &Text, part: Range<usize>, quotations: &[Quotation], cue: &Range<usize>) -> Range<usize> {
    let mut part = part;
    let free = |quotation: &Quotation| !(quotation.span.start() < cue.end && cue.start < quotation.span.end());
    if let Some(first) = quotation_at(quotations, part.start).filter(|quotation| free(quotation)) {
        part.start = first.span.start();
    } else if let Some(before) = text.as_str()[..part.start].chars().next_back()
        && matches!(before, '“' | '"' | '‘' | '«' | '„')
        && let Some(quotation) = quotation_at(quotations, part.start - before.len_utf8())
        && free(quotation)
    {
        part.start = quotation.span.start();
    }
    if let Some(last) = quotation_at(quotations, part.end.saturating_sub(1)).filter(|quotation| free(quotation)) {
        part.end = last.span.end();
    }
    part
}

/// The quotation right before or behind a cue and its source, in the same paragraph.
/// `neighbours` are the cues before and behind: a quotation beyond one of them is that one's.
fn beside(
    text: &Text,
    quotations: &[Quotation],
    candidate: &Candidate,
    neighbours: [Option<&Range<usize>>; 2],
) -> Vec<Range<usize>> {
    let source = candidate.source.clone().unwrap_or(candidate.cue.clone());
    let (start, end) = (candidate.cue.start.min(source.start), candidate.cue.end.max(source.end));
    let plain = candidate.has(PLAIN);
    let fits = |quotation: &&Quotation| {
        quotation.stands_alone(text)
            || candidate.content.contains(&quotation.span.range())
            || (candidate.content.is_empty() && (plain || quotation.words >= LEAST))
    };
    let parted = |from: usize, to: usize| {
        neighbours.into_iter().flatten().any(|cue| from <= cue.start && cue.end <= to && !cue.is_empty())
    };
    let near = |gap: &str| gap.len() < 60 && !gap.contains(['\n', '.', '?', '!', ';']);
    let index = quotations.partition_point(|quotation| quotation.span.end() <= start);
    let before = index.checked_sub(1).map(|index| &quotations[index]);
    // A quotation that is a sentence of its own is not what the next sentence says.
    let ended = |quotation: &&Quotation| {
        let inner = text.slice(quotation.span).trim_end_matches(|mark: char| !mark.is_alphanumeric() && !is_end(mark));
        inner.ends_with('.') && text.as_str()[quotation.span.end()..start].contains(char::is_alphanumeric)
    };
    let before = before
        .filter(|quotation| near(&text.as_str()[quotation.span.end()..start]) && !ended(quotation))
        .filter(|quotation| !parted(quotation.span.end(), start));
    let behind = quotations
        .get(index)
        .filter(fits)
        .filter(|quotation| quotation.span.start() >= end && near(&text.as_str()[end..quotation.span.start()]))
        .filter(|quotation| !parted(end, quotation.span.start()));
    // `“In twenty years,” says Jane Roe, “…”`: a few words before belong to what goes on behind.
    let broken_off = |quotation: &&Quotation| {
        let whole = text.slice(quotation.span).trim_end_matches(|mark: char| !mark.is_alphanumeric() && mark != ',');
        behind.is_some() && whole.ends_with(',') && start - quotation.span.end() <= 2
    };
    let before = before.filter(|quotation| fits(quotation) || broken_off(quotation));
    let closest = |quotation: &&Quotation| {
        if quotation.span.start() >= end { quotation.span.start() - end } else { start - quotation.span.end() }
    };
    let mut chosen: Vec<&Quotation> = [before, behind].into_iter().flatten().collect();
    if chosen.len() == 2 && closest(&chosen[1]) > 3 {
        // `“…,” he said, “…”` is one claim; otherwise the nearer is meant.
        let nearest = usize::from(closest(&chosen[1]) < closest(&chosen[0]));
        chosen = vec![chosen[nearest]];
    }
    chosen.into_iter().map(|quotation| quotation.span.range()).collect()
}

/// Gives quotations that nobody is said to have spoken to the claim before them: those that open the next sentence of its
/// paragraph, and paragraphs that are quotations alone.
fn continued(text: &Text, sentences: &[Span], quotations: &[Quotation], claims: &mut Vec<Candidate>) {
    let mut apart = Vec::new();
    for quotation in quotations {
        let (start, end) = (quotation.span.start(), quotation.span.end());
        if quotation.words < LEAST && !is_sentence(text, quotation) {
            continue;
        }
        let index = claims.partition_point(|claim| claim.cue.start < start);
        let taken = |claim: &Candidate| outermost(&claim.content).any(|part| part.start < end && start < part.end);
        if claims.iter().skip(index.saturating_sub(2)).take(4).any(taken) {
            continue;
        }
        let Some(claim) = index.checked_sub(1).map(|index| &mut claims[index]) else { continue };
        let ends = |part: &Range<usize>| {
            quotation_at(quotations, part.end.saturating_sub(1)).is_some_and(|other| other.span.end() == part.end)
        };
        let is_quoted = outermost(&claim.content).any(ends);
        let last = outermost(&claim.content).map(|part| part.end).max().unwrap_or(0);
        // A paragraph that is a quotation may follow another.
        let before = apart.last().map_or(0, |other: &Candidate| other.content[0].end);
        let last = last.max(sentence_end(sentences, claim.cue.start)).max(before);
        let gap = &text.as_str()[last.min(start)..start];
        let only_marks = gap.len() < LONGEST_GAP && gap.chars().all(|character| !character.is_alphanumeric());
        let alone = || {
            let mut behind = text.as_str()[end..].chars().take_while(|&character| character != '\n');
            !behind.any(char::is_alphanumeric)
        };
        if !only_marks || gap.contains('\n') && !quotation.follows && !alone() {
            continue;
        }
        if is_quoted {
            claim.content.push(start..end);
        } else if quotation.stands_alone(text) && alone() {
            apart.push(standing_alone(claim, start..end));
        }
    }
    claims.extend(apart);
    claims.sort_by_key(|claim| claim.cue.start);
}

/// True for words that are a sentence of their own: `“We did not.”`
fn is_sentence(text: &Text, quotation: &Quotation) -> bool {
    let inner = text
        .slice(quotation.span)
        .trim_matches(|mark: char| !mark.is_alphanumeric() && !matches!(mark, '.' | '?' | '!'));
    quotation.words > 1 && inner.ends_with(['.', '?', '!']) && inner.starts_with(char::is_uppercase)
}

/// A quotation without a cue, of who spoke before it.
fn standing_alone(before: &Candidate, content: Range<usize>) -> Candidate {
    let cue = content.start..content.start;
    Candidate { cue, content: vec![content], has_clause: false, stance: Stance::Asserts, ..before.clone() }
}

/// Marks alone that fill more bytes than this are no gap between two parts of one content.
const LONGEST_GAP: usize = 1_000;

/// The first and the last parts of a content, which may have any number of parts.
fn outermost(content: &[Range<usize>]) -> impl Iterator<Item = &Range<usize>> {
    const PARTS: usize = 32;
    content.iter().take(PARTS).chain(content.iter().rev().take(PARTS))
}

/// Where the sentence that holds the byte `at` ends.
fn sentence_end(sentences: &[Span], at: usize) -> usize {
    let index = sentences.partition_point(|sentence| sentence.end() <= at);
    sentences.get(index).map_or(at, |sentence| sentence.end())
}
