//! What the places of cues and marks tell more surely than the tree: inserted cues, participles that speak, clauses that go on.

use std::sync::LazyLock;

use dateline_model::Stance;

use super::clauses::{Found, Words, trim};
use super::cues::{ABOUT, ADDRESSEE, CLAUSE, NOUN, SPEECH};
use crate::grammar::Analysis;
use crate::grammar::tags::Tag;
use crate::grammar::words::Shape;
use crate::lexemes::WordKey;

/// Words that the rules ask for.
struct Keys {
    that: WordKey,
    and: WordKey,
    semicolon: WordKey,
    colon: WordKey,
    following: WordKey,
    when: WordKey,
    asked: WordKey,
    after: WordKey,
    but: WordKey,
    conjunctions: Vec<WordKey>,
    connectives: Vec<WordKey>,
    weekdays: Vec<WordKey>,
    dashes: Vec<WordKey>,
    bracket: WordKey,
}

static KEYS: LazyLock<Keys> = LazyLock::new(|| {
    let keys = |words: &str| words.split(' ').map(WordKey::of).collect();
    Keys {
        that: WordKey::of("that"),
        and: WordKey::of("and"),
        semicolon: WordKey::of(";"),
        colon: WordKey::of(":"),
        following: WordKey::of("following"),
        when: WordKey::of("when"),
        asked: WordKey::of("asked"),
        after: WordKey::of("after"),
        but: WordKey::of("but"),
        conjunctions: keys("though although while but whereas and"),
        connectives: keys("but and however meanwhile still yet so instead nevertheless moreover also"),
        dashes: keys("- -- – —"),
        bracket: WordKey::of(")"),
        weekdays: keys("monday tuesday wednesday thursday friday saturday sunday"),
    }
});

/// Puts right what the tree says of the claims of one sentence, which are in the order of their cues.
pub fn correct(sentence: &Analysis, found: &mut [Found]) {
    for claim in found.iter_mut() {
        if let Some(parts) = inserted(sentence, claim) {
            claim.content = parts;
            claim.has_clause = true;
        }
        for part in &mut claim.content {
            *part = begun(sentence, *part, claim.cue);
        }
    }
    for second in 1..found.len() {
        let (before, behind) = found.split_at_mut(second);
        if let Some(first) = before.last() {
            goes_on(sentence, first, &mut behind[0]);
        }
        for first in before {
            part_from(sentence, first, &mut behind[0]);
        }
    }
    for claim in found.iter_mut() {
        end_at_semicolon(sentence, claim);
        end_at_occasion(sentence, claim);
    }
}

fn is_finite(tag: Tag) -> bool {
    matches!(tag, Tag::VerbPast | Tag::VerbSays | Tag::VerbPresent | Tag::Modal)
}

/// `A, she said.`, `A, said the minister.`, `A, she said on Friday, B.`: the content is what stands before, and behind the
/// second comma.
fn inserted(sentence: &Analysis, claim: &Found) -> Option<Vec<Words>> {
    let source = claim.source?.words;
    if claim.frames & (SPEECH | CLAUSE) == 0 || !is_finite(sentence.tags[claim.cue.1]) {
        return None;
    }
    let (first, last) = (source.0.min(claim.cue.0), source.1.max(claim.cue.1));
    // `…,” she said`: the comma may stand within the quotation.
    let mark = first.checked_sub(1).filter(|&at| at > 1 && sentence.tags[at] == Tag::Mark).map_or(first, |at| at);
    let comma = mark.checked_sub(1).filter(|&at| at > 0 && sentence.tags[at] == Tag::Comma)?;
    // `Asked about it, she replied`: what stands before tells when.
    let quoted_before = sentence.tags[comma - 1] == Tag::Mark || mark < first;
    if sentence.tags[0] == Tag::VerbDone && !quoted_before {
        return None;
    }
    // What stands between the words of saying and the next comma must be no clause.
    const REACH: usize = 12;
    let end = sentence.len();
    let close =
        (last + 1..end.min(last + REACH)).find(|&at| matches!(sentence.tags[at], Tag::Comma) || at == end - 1)?;
    let plain = (last + 1..close).all(|at| !is_finite(sentence.tags[at]) && sentence.words[at].key != KEYS.that);
    let is_end = close == end - 1;
    // `In Oslo, she described the plan as a gift`: it has its object.
    let own = claim.content.first().is_some_and(|part| part.0 > claim.cue.1 && part.0 <= close);
    if own && claim.frames & NOUN != 0 && !quoted_before {
        return None;
    }
    let whole = (0..comma).any(|at| is_finite(sentence.tags[at]));
    let rest = (!is_end).then(|| trim(sentence, (close + 1, end - 1)));
    // `In Oslo, she said, …` tells where it is said, or is part of it: with a comma behind, it is part of it.
    let cut = !whole && (is_end || last + 1 != close && !rest_is_clause(sentence, rest?));
    if !plain || cut {
        return None;
    }
    // `When he left, she said of him, “…”`: only the quotation is said.
    if !is_end && sentence.tag_of(close + 1) == Some(Tag::Mark) && !quoted_before {
        return None;
    }
    let participle = rest.is_some_and(|(first, last)| {
        let own = if sentence.tags[first] == Tag::Preposition { (first + 1).min(last) } else { first };
        sentence.tags[own] == Tag::VerbIng
    });
    let mut parts = vec![trim(sentence, (0, comma - 1))];
    parts.extend(rest.filter(|&(first, last)| !participle && last > first));
    Some(parts)
}

/// True where a predicate stands in the words: they go on with what was said.
fn rest_is_clause(sentence: &Analysis, (first, last): Words) -> bool {
    (first..=last).take(3).any(|at| is_finite(sentence.tags[at]))
}

/// Without a connective or a day of the week that stands before what is said.
fn begun(sentence: &Analysis, (first, last): Words, cue: Words) -> Words {
    let key = |at: usize| sentence.words[at].key;
    let mut first = first;
    if first == 0
        && let Some(begin) = behind_dateline(sentence)
        && begin < last
    {
        return (begin, last);
    }
    if first == 0 && last > 1 && KEYS.connectives.contains(&key(0)) {
        first = if sentence.tags[1] == Tag::Comma { 2 } else { 1 };
    }
    let day = first == cue.1 + 2 && last > first && KEYS.weekdays.contains(&key(first));
    if day { (first + 1, last) } else { (first, last) }
}

/// The first word behind `OSLO, March 3 (Reuters) -`.
pub fn behind_dateline(sentence: &Analysis) -> Option<usize> {
    const LONGEST: usize = 14;
    let high = sentence.words.first()?.shape == Shape::Upper;
    // A hyphen within `high-level` is none.
    let apart = |at: usize| sentence.words.get(at + 1).is_some_and(|next| sentence.words[at].end < next.start);
    let is_dash = |&at: &usize| KEYS.dashes.contains(&sentence.words[at].key) && apart(at);
    if high && sentence.words.get(1).is_some_and(|word| word.key == KEYS.colon) {
        return Some(2);
    }
    let dash = (1..sentence.len().min(LONGEST)).find(is_dash)?;
    let bracket = sentence.words[dash - 1].key == KEYS.bracket;
    (high || bracket).then_some(dash + 1)
}

/// `…, the draft states, adding that …`: a participle right behind the words of another claim is of its source.
fn goes_on(sentence: &Analysis, first: &Found, second: &mut Found) {
    let end = first.source.map_or(first.cue.1, |source| source.words.1.max(first.cue.1));
    let participle = sentence.tags[second.cue.1] == Tag::VerbIng && second.frames & first.frames & SPEECH != 0;
    let behind_words = participle && second.cue.0 == end + 2 && sentence.tags[end + 1] == Tag::Comma;
    // `promised “…” and urged families to`: nobody else has spoken in between.
    let content = first.content.last().map_or(end, |part| part.1);
    let joined = content + 2 == second.cue.0
        && [KEYS.and, KEYS.but].contains(&sentence.words[content + 1].key)
        && is_finite(sentence.tags[second.cue.0]);
    if behind_words || joined {
        second.source = first.source.or(second.source);
    }
}

/// Of two cues, the second within the content of the first: `…, adding that …` and `… and said …` are the first source's own.
fn part_from(sentence: &Analysis, first: &mut Found, second: &mut Found) {
    let Some(part) = first.content.last_mut().filter(|part| part.0 <= second.cue.0 && second.cue.1 <= part.1) else {
        return;
    };
    // `He said that it would not, after Roe called for it`: what it followed is told by the article.
    let opening = second.source.map_or(second.cue.0, |source| source.words.0.min(second.cue.0));
    let occasion = opening.checked_sub(1).filter(|&at| at > part.0 + 2 && sentence.words[at].key == KEYS.after);
    let present = |at: usize| {
        let verb = (part.0..at).find(|&word| is_finite(sentence.tags[word]));
        verb.is_some_and(|verb| matches!(sentence.tags[verb], Tag::VerbSays | Tag::VerbPresent))
    };
    if let Some(at) = occasion.filter(|&at| first.frames & SPEECH != 0 && present(at)) {
        *part = trim(sentence, (part.0, at - 1));
        return;
    }
    // `…, though he insisted that`, `…, while the union said`: a clause of its own.
    let conjunction = opening.checked_sub(2).filter(|&at| {
        let own =
            second.source.is_some_and(|source| source.words.1 < second.cue.0) && is_finite(sentence.tags[second.cue.0]);
        own && at > part.0 + 2
            && sentence.tags[at] == Tag::Comma
            && KEYS.conjunctions.contains(&sentence.words[at + 1].key)
    });
    if let Some(at) = conjunction.filter(|_| first.frames & SPEECH != 0) {
        *part = trim(sentence, (part.0, at - 1));
        return;
    }
    let Some(before) = second.cue.0.checked_sub(1).filter(|&before| before > part.0 + 1) else { return };
    let participle = sentence.tags[second.cue.1] == Tag::VerbIng && sentence.tags[before] == Tag::Comma;
    let declines = second.stance == Stance::Declines;
    let speaks = (second.frames & (SPEECH | ABOUT | ADDRESSEE) != 0 || declines) && first.frames & SPEECH != 0;
    let is_joined = [KEYS.and, KEYS.but].contains(&sentence.words[before].key);
    let joined = is_finite(sentence.tags[second.cue.0]) && is_joined && speaks;
    if !(participle || joined) {
        return;
    }
    let holds = second.content.iter().any(|content| content.0 <= part.0);
    if holds {
        return;
    }
    *part = trim(sentence, (part.0, before - 1));
    second.source = first.source;
}

/// A content does not go on with what its telling followed: `…, following calls for`, `… when asked about it`.
fn end_at_occasion(sentence: &Analysis, claim: &mut Found) {
    if claim.frames & SPEECH == 0 {
        return;
    }
    let key = |at: usize| sentence.words.get(at).map(|word| word.key);
    let is_finite_before = |first: usize, at: usize| (first..at).any(|word| is_finite(sentence.tags[word]));
    for part in &mut claim.content {
        let occasion = (part.0 + 3..part.1).find(|&at| {
            let following = sentence.tags[at] == Tag::Comma && key(at + 1) == Some(KEYS.following);
            let asked = key(at) == Some(KEYS.when) && key(at + 1) == Some(KEYS.asked);
            (following || asked) && is_finite_before(part.0, at)
        });
        part.1 = occasion.map_or(part.1, |at| at - 1);
    }
}

/// A content does not go on behind a semicolon with another subject.
fn end_at_semicolon(sentence: &Analysis, claim: &mut Found) {
    for part in &mut claim.content {
        let mark = (part.0..part.1).find(|&at| sentence.words[at].key == KEYS.semicolon);
        if let Some(mark) = mark.filter(|&mark| mark > part.0 + 1) {
            part.1 = mark - 1;
        }
    }
}
