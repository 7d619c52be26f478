//! What the order of words tells of a cue where the tree may be wrong: who stands before it, what stands behind.

use std::sync::LazyLock;

use super::clauses::{Found, Voice, WHO, Words, trim};
use super::cues::{ADDRESSEE, CLAUSE, Cue, DENIES, GERUND, NOUN, OPENS, SPEECH, SUBJUNCTIVE, TO};
use super::positions::behind_dateline;
use crate::grammar::Analysis;
use crate::grammar::tags::{Relation, Tag};
use crate::lexemes::WordKey;

/// Words that the rules ask for.
struct Keys {
    that: WordKey,
    as_: WordKey,
    of: WordKey,
    to: WordKey,
    whether: WordKey,
    close: [WordKey; 4],
    weekdays: [WordKey; 7],
    semicolon: WordKey,
}

static KEYS: LazyLock<Keys> = LazyLock::new(|| Keys {
    that: WordKey::of("that"),
    as_: WordKey::of("as"),
    of: WordKey::of("of"),
    to: WordKey::of("to"),
    whether: WordKey::of("whether"),
    semicolon: WordKey::of(";"),
    weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map(WordKey::of),
    close: ["close", "familiar", "briefed", "involved"].map(WordKey::of),
});

/// A content that stands where one must, whatever the tree says of it: `told the court that …`, `admitted having …`,
/// `rejected as false a report`.
pub fn content(sentence: &Analysis, cue: Words, entry: Cue) -> Option<Words> {
    let has = |frame: u16| entry.frames & frame != 0;
    let clause = || {
        let that = that(sentence, cue);
        // `Rebuffed suggestions that …`: what is denied is the noun.
        let denied = that.filter(|&at| at > cue.1 + 1 && has(DENIES) && has(NOUN)).map(|_| cue.1 + 1);
        denied
            .or_else(|| behind_day(sentence, cue).filter(|_| has(SPEECH)))
            .or(that)
            .or_else(|| behind_addressee(sentence, cue).filter(|_| has(ADDRESSEE)))
    };
    let begin = if has(CLAUSE) { clause() } else { None };
    let begin = begin
        .or_else(|| gerund(sentence, cue).filter(|_| has(GERUND)))
        .or_else(|| judged(sentence, cue).filter(|_| has(NOUN)))
        .or_else(|| {
            actor(sentence, cue)
                .filter(|_| has(TO) && has(ADDRESSEE) && !has(SPEECH) || has(SUBJUNCTIVE) && !has(ADDRESSEE))
        })
        .or_else(|| subjunctive(sentence, cue).filter(|_| has(SUBJUNCTIVE)))
        .or_else(|| quoted_infinitive(sentence, cue).filter(|_| has(TO)))?;
    let last = end(sentence, begin);
    Some((begin, end_of_opening(sentence, cue.1).filter(|&end| end > begin).map_or(last, |end| end.min(last))))
}

/// The last word of the clause before the main verb that the word `at` stands in: `Asked whether he knew, …`.
fn end_of_opening(sentence: &Analysis, at: usize) -> Option<usize> {
    const CLIMB: usize = 8;
    let up = std::iter::successors(Some(at), |&word| sentence.head(word)).take(CLIMB);
    let opens = |&word: &usize| {
        sentence.relations()[word] == Relation::AdverbClause && sentence.head(word).is_some_and(|head| head > word)
    };
    let clause = up.filter(opens).last()?;
    Some(trim(sentence, sentence.reach(clause)).1)
}

fn is_finite(tag: Tag) -> bool {
    matches!(tag, Tag::VerbPast | Tag::VerbSays | Tag::VerbPresent | Tag::Modal)
}

/// The last word of a content that begins at `first`: that of the sentence, without `, an analyst said`.
fn end(sentence: &Analysis, first: usize) -> usize {
    const SHORT: usize = 8;
    let last = trim(sentence, (first, sentence.len() - 1)).1;
    let comma = (first + 1..last).rev().take(SHORT).find(|&at| sentence.tags[at] == Tag::Comma);
    let Some(comma) = comma else { return last };
    let verb = (comma + 1..=last).find(|&at| !is_nominal(sentence, at)).unwrap_or(last);
    let said = verb > comma + 1 && is_finite(sentence.tags[verb]) && verb + 3 > last;
    let named = sentence.tag_of(comma + 2 + article(sentence, comma + 2)) == Some(Tag::Name);
    let inverted = verb == comma + 1 && is_finite(sentence.tags[verb]) && named;
    if said || inverted { comma - 1 } else { last }
}

/// `said on Tuesday taxes would not rise`: what stands behind the day, where it is a clause.
fn behind_day(sentence: &Analysis, cue: Words) -> Option<usize> {
    let day = (cue.1 + 1..sentence.len().min(cue.1 + 3)).find(|&at| KEYS.weekdays.contains(&sentence.words[at].key))?;
    let first = day + 1;
    let verb = (first..sentence.len()).find(|&at| !is_nominal(sentence, at))?;
    (verb > first && is_finite(sentence.tags[verb])).then_some(first)
}

/// True for a verb of speaking behind a comma with a name behind it: `…, predicted Jane Roe, an economist`.
pub fn is_inverted(sentence: &Analysis, at: usize, entry: Cue) -> bool {
    let verb = matches!(sentence.tags[at], Tag::VerbPast | Tag::VerbDone | Tag::VerbSays);
    if at == 0 && verb && entry.frames & SPEECH != 0 {
        // What was said is a quotation of its own before it.
        let noun = (1..sentence.len()).take_while(|&word| is_nominal(sentence, word)).last();
        return noun
            .is_some_and(|noun| matches!(sentence.tags[noun], Tag::Name | Tag::Noun | Tag::Nouns | Tag::Pronoun));
    }
    let comma = at > 2 && sentence.tags[at - 1] == Tag::Comma;
    // `Jane Roe, who runs it, told the Times`: who is told stands behind it, never who tells.
    entry.frames & SPEECH != 0
        && entry.lemma != "tell"
        && verb
        && comma
        && sentence.tag_of(at + 1 + article(sentence, at + 1)) == Some(Tag::Name)
        && (0..at).any(|word| is_finite(sentence.tags[word]))
}

/// One where an article stands at `at`.
fn article(sentence: &Analysis, at: usize) -> usize {
    usize::from(sentence.tag_of(at) == Some(Tag::Determiner))
}

/// The claim of an inverted verb: what stands before is said, by whom stands behind.
pub fn inverted(sentence: &Analysis, at: usize, entry: Cue) -> Found {
    let first = at + 1 + article(sentence, at + 1);
    let part = |word: usize| sentence.tags[word] == Tag::Name || at == 0 && is_nominal(sentence, word);
    let noun = (first..sentence.len()).take_while(|&word| part(word)).last().unwrap_or(at);
    let description = sentence.tag_of(noun + 1) == Some(Tag::Comma)
        && sentence.tags.get(noun + 2).is_some_and(|tag| matches!(tag, Tag::Determiner | Tag::Number));
    let stops = |word: &usize| matches!(sentence.tags[*word], Tag::Comma | Tag::Mark);
    let stop = (noun + 2..sentence.len()).find(stops).unwrap_or(sentence.len());
    let by_tree = sentence.reach(noun);
    let last = match () {
        () if by_tree.0 == at + 1 => by_tree.1.max(noun),
        () if description => stop - 1,
        () => noun,
    };
    let source = Voice { noun, words: trim(sentence, (at + 1, last)) };
    let source = with_clause(sentence, (at, at), source);
    let content: Vec<Words> = at.checked_sub(2).map(|last| trim(sentence, (0, last))).into_iter().collect();
    Found { cue: (at, at), source: Some(source), has_clause: at > 0, content, ..Found::of(entry) }
}

/// `that` behind the cue and whom or where it is told, or behind what stands between commas.
pub fn that(sentence: &Analysis, cue: Words) -> Option<usize> {
    const NEAR: usize = 10;
    const FAR: usize = 26;
    let inserted = sentence.tags.get(cue.1 + 1) == Some(&Tag::Comma);
    let reach = if inserted { FAR } else { NEAR };
    let at = (cue.1 + 1..sentence.len().min(cue.1 + reach))
        .find(|&at| [KEYS.that, KEYS.whether].contains(&sentence.words[at].key))?;
    let between = cue.1 + 1..at;
    let opens = at + 2 < sentence.len() && (between.is_empty() || has_predicate(sentence, at + 1));
    let plain = if inserted {
        sentence.tags[at - 1] == Tag::Comma
    } else {
        !between
            .clone()
            .any(|word| is_finite(sentence.tags[word]) || matches!(sentence.tags[word], Tag::Mark | Tag::Comma))
    };
    (opens && plain).then_some(at)
}

/// True where `and` stands before the first finite verb behind `first`, whose subject may not begin there: `is assuming the
/// presidency and Roe said`.
pub fn is_joined(sentence: &Analysis, first: usize) -> bool {
    let before = (first..sentence.len()).take_while(|&at| !is_finite(sentence.tags[at]));
    before.into_iter().any(|at| sentence.tags[at] == Tag::And)
}

/// True where a subject and its verb stand at `first`.
pub fn has_predicate(sentence: &Analysis, first: usize) -> bool {
    const NEAR: usize = 14;
    !is_finite(sentence.tags[first]) && (first..sentence.len().min(first + NEAR)).any(|at| is_finite(sentence.tags[at]))
}

/// `told allies she would resign`: behind the first noun phrase, where another and a verb stand.
fn behind_addressee(sentence: &Analysis, cue: Words) -> Option<usize> {
    let first = cue.1 + 1;
    let begins = |at: usize| matches!(sentence.tags[at], Tag::Pronoun | Tag::Determiner | Tag::Possessive | Tag::There);
    let last =
        (first..sentence.len()).take_while(|&at| is_nominal(sentence, at) && (at == first || !begins(at))).last()?;
    let next = last + 1;
    (next + 1 < sentence.len() && begins(next) && has_predicate(sentence, next)).then_some(next)
}

/// `demanded it spend more`: a noun phrase and the base form of a verb.
fn subjunctive(sentence: &Analysis, cue: Words) -> Option<usize> {
    use Tag::{Adverb, Comparative, Determiner, Name, Noun, Possessive, Preposition, Pronoun, Verb, VerbPresent};
    let first = cue.1 + 1;
    let verb = (first..sentence.len()).find(|&at| !matches!(sentence.tags[at], Name | Pronoun))?;
    let next = sentence.tag_of(verb + 1)?;
    let goes_on = matches!(next, Adverb | Comparative | Determiner | Possessive | Preposition);
    (verb > first && matches!(sentence.tags[verb], Verb | VerbPresent | Noun) && goes_on).then_some(first)
}

/// `vowed to “fight on every street”`.
fn quoted_infinitive(sentence: &Analysis, cue: Words) -> Option<usize> {
    let to = cue.1 + 1;
    let quote = sentence.tag_of(to + 1) == Some(Tag::Mark);
    (sentence.words.get(to)?.key == KEYS.to && quote).then_some(to)
}

/// All that stands behind a verb of plain speaking: `says the agreement marks …`, where the tree saw no clause.
pub fn rest(sentence: &Analysis, cue: Words) -> Option<Words> {
    let first = cue.1 + 1;
    let verb = sentence.tags[cue.1];
    let finite = is_finite(verb) || verb == Tag::VerbIng || verb == Tag::VerbDone && cue.0 < cue.1;
    let opens = |at: usize| is_nominal(sentence, at) || matches!(sentence.tags[at], Tag::VerbIng | Tag::There);
    let clause = first + 3 < sentence.len() && opens(first) && finite;
    clause.then(|| (first, end(sentence, first)))
}

/// `As the minister noted, …`, `…, as critics have said`: the clause that `as` stands beside.
pub fn told_as(sentence: &Analysis, cue: Words, at: usize) -> Option<Words> {
    let as_ = sentence.children(at).find(|&child| child < cue.0 && sentence.words[child].key == KEYS.as_)?;
    let tag = |at: usize| sentence.tag_of(at);
    if as_ > 2 && tag(as_ - 1) == Some(Tag::Comma) {
        return Some(trim(sentence, (0, as_ - 1)));
    }
    const NEAR: usize = 12;
    let comma = (cue.1 + 1..sentence.len().min(cue.1 + NEAR)).find(|&at| tag(at) == Some(Tag::Comma))?;
    let first = comma + 1;
    let goes_on = as_ < 2 && first + 2 < sentence.len() && has_predicate(sentence, first);
    goes_on.then(|| trim(sentence, (first, sentence.len() - 1)))
}

/// `praised evangelist Jane Roe`: the noun phrase behind a verb whose object the tree does not show, to the next mark.
pub fn noun_behind(sentence: &Analysis, cue: Words) -> Option<Words> {
    let first = cue.1 + 1;
    let verb = sentence.tags[cue.1];
    let nominal = first < sentence.len() && is_nominal(sentence, first);
    let ends =
        |at: &usize| matches!(sentence.tags[*at], Tag::Comma | Tag::Mark | Tag::And) || is_finite(sentence.tags[*at]);
    let stop = (first..sentence.len()).find(ends).unwrap_or(sentence.len());
    (nominal && stop > first && (is_finite(verb) || verb == Tag::VerbIng)).then(|| (first, stop - 1))
}

/// `admitted having signed`.
fn gerund(sentence: &Analysis, cue: Words) -> Option<usize> {
    let next = cue.1 + 1;
    let adverb = usize::from(sentence.tag_of(next) == Some(Tag::Adverb));
    (next + adverb + 1 < sentence.len() && sentence.tags[next + adverb] == Tag::VerbIng).then_some(next)
}

/// `rejected as false a report that …`.
fn judged(sentence: &Analysis, cue: Words) -> Option<usize> {
    const NEAR: usize = 7;
    let mut near = cue.1 + 3..sentence.len().min(cue.1 + NEAR);
    let judged = sentence.words.get(cue.1 + 1)?.key == KEYS.as_
        && near.any(|at| matches!(sentence.tags[at], Tag::Determiner | Tag::Possessive));
    judged.then_some(cue.1 + 1)
}

/// `expects the siege to last`: the noun phrase before an infinitive.
fn actor(sentence: &Analysis, cue: Words) -> Option<usize> {
    let first = cue.1 + 1;
    let last = (first..sentence.len()).take_while(|&at| is_nominal(sentence, at)).last()?;
    (last + 2 < sentence.len() && sentence.tags[last + 1] == Tag::To).then_some(first)
}

/// True for a word that a noun phrase may be made of.
fn is_nominal(sentence: &Analysis, at: usize) -> bool {
    use Tag::{
        Adjective, Comparative, Determiner, Name, Noun, Nouns, Number, Possessive, PossessiveEnding, Pronoun,
        Superlative,
    };
    matches!(
        sentence.tags[at],
        Adjective
            | Comparative
            | Determiner
            | Name
            | Noun
            | Nouns
            | Number
            | Possessive
            | PossessiveEnding
            | Pronoun
            | Superlative
    ) && sentence.words[at].key != KEYS.that
}

/// Who speaks: `found`, unless a noun phrase opens the sentence and goes on to the cue.
pub fn voice(sentence: &Analysis, cue: Words, found: Option<Voice>) -> Option<Voice> {
    let first = (1..cue.0).rev().find(|&at| OPENS.contains(&sentence.words[at - 1].key));
    let start = behind_dateline(sentence).unwrap_or(usize::from(sentence.tags[0] == Tag::And));
    let joined = || (1..cue.0).rev().find(|&at| found.is_none() && sentence.tags[at - 1] == Tag::And);
    let opening = first
        .and_then(|first| opening(sentence, first, cue))
        .or_else(|| opening(sentence, start, cue))
        .or_else(|| opening(sentence, joined()?, cue))
        .or_else(|| introduced(sentence, cue));
    let longer = |found: Voice, opening: Voice| {
        let holds = found.words.0 <= opening.words.0 && opening.words.1 <= found.words.1;
        holds && (found.noun >= opening.words.0 || begins_clause(sentence, found.words.0))
            || found.noun == opening.noun && found.words.0 < opening.words.0
    };
    match (found, opening) {
        (Some(found), Some(opening)) if longer(found, opening) => Some(found),
        (_, Some(opening)) => Some(opening),
        (found, None) => found,
    }
}

/// False within a noun phrase or behind what must have one: a subject cannot begin there. `Called off a planned meeting after
/// the administration demanded …`.
fn begins_clause(sentence: &Analysis, at: usize) -> bool {
    use Tag::{Adjective, Determiner, Particle, Possessive, Preposition};
    let opener = at == 0 && is_opener(sentence);
    let before = at.checked_sub(1).map(|before| sentence.tags[before]);
    let within = before.is_some_and(|tag| matches!(tag, Adjective | Determiner | Particle | Possessive | Preposition));
    !opener && !within
}

/// True for a sentence that begins with a participle: `Meeting in Oslo, …`.
fn is_opener(sentence: &Analysis) -> bool {
    let noun = sentence.tags[0] == Tag::Noun && sentence.tag_of(1) == Some(Tag::Preposition);
    noun || sentence.tags[0] == Tag::VerbIng
}

/// Several speakers behind what opens the sentence, up to the cue: `In a statement, ministers of Norway, Sweden and Denmark
/// say`.
fn introduced(sentence: &Analysis, cue: Words) -> Option<Voice> {
    use Tag::{And, Comma, Determiner, Preposition, VerbDone};
    let opens = is_opener(sentence) || matches!(sentence.tags[0], Preposition | VerbDone);
    if !opens || !is_finite(sentence.tags[cue.0]) {
        return None;
    }
    let last = cue.0.checked_sub(1)?;
    let joins = |at: usize| {
        is_nominal(sentence, at) || matches!(sentence.tags[at], Preposition | And | Comma | VerbDone | Tag::Adverb)
    };
    let from = (0..=last).rev().take_while(|&at| joins(at)).last()?;
    let commas = || (from.saturating_sub(1)..last).filter(|&at| sentence.tags[at] == Comma);
    let several = |first: usize| {
        let joined = (first..last).rev().find(|&at| sentence.tags[at] == And)?;
        let described =
            sentence.tags[first] == Determiner && ["a", "an"].map(WordKey::of).contains(&sentence.words[first].key);
        (!described && commas().all(|comma| comma < joined)).then_some(first)
    };
    let first = commas().find_map(|comma| several(comma + 1))?;
    let noun = (first..=last).take_while(|&at| is_nominal(sentence, at)).last()?;
    Some(Voice { noun, words: (first, last) })
}

/// A source behind its cue with the clause that tells of it: `said an engineer who declined to be named`.
pub fn with_clause(sentence: &Analysis, cue: Words, voice: Voice) -> Voice {
    let (first, mut last) = voice.words;
    while sentence.tag_of(last + 1) == Some(Tag::Preposition) {
        match (last + 2..sentence.len()).take_while(|&at| is_nominal(sentence, at)).last() {
            Some(noun) => last = noun,
            None => break,
        }
    }
    let comma = usize::from(sentence.tags.get(last + 1) == Some(&Tag::Comma));
    let who = last + 1 + comma;
    let opens = first > cue.1 && sentence.words.get(who).is_some_and(|word| WHO.contains(&word.key));
    if !opens {
        return voice;
    }
    let stops = |at: &usize| matches!(sentence.tags[*at], Tag::Comma | Tag::Mark);
    let stop = (who..sentence.len()).find(stops).unwrap_or(sentence.len());
    Voice { words: (first, stop - 1), ..voice }
}

/// True where the words between two commas tell of the noun before them: each of their parts has no verb of its own, or a
/// relative pronoun before it.
fn is_description(sentence: &Analysis, (first, last): Words) -> bool {
    use Tag::{Pronoun, To, WhAdverb, WhDeterminer, WhPronoun};
    if first > last || matches!(sentence.tags[first], Pronoun | To) {
        return false;
    }
    let mut relative = false;
    (first..=last).all(|at| {
        let tag = sentence.tags[at];
        relative |= matches!(tag, WhPronoun | WhDeterminer | WhAdverb) || WHO.contains(&sentence.words[at].key);
        let plain = !is_finite(tag) || relative;
        plain && sentence.words[at].key != KEYS.semicolon
    })
}

/// `who have run the numbers`: a relative clause without marks, with a verb of its own.
fn is_relative(sentence: &Analysis, first: usize, last: usize) -> bool {
    let who = matches!(sentence.tag_of(first), Some(Tag::WhPronoun | Tag::WhDeterminer));
    let within = first..=last;
    who && within.clone().any(|at| is_finite(sentence.tags[at]))
        && !within.clone().any(|at| matches!(sentence.tags[at], Tag::Comma | Tag::Mark))
}

/// The noun phrase from the first word of a clause to the cue: `People close to the family`, `Jane Roe, whose son was
/// killed,`.
fn opening(sentence: &Analysis, first: usize, cue: Words) -> Option<Voice> {
    let verb = sentence.tags[cue.0];
    let head = (first..cue.0).take_while(|&at| is_nominal(sentence, at)).last()?;
    let is_noun = matches!(sentence.tags[head], Tag::Name | Tag::Noun | Tag::Nouns);
    let participle = verb == Tag::VerbDone && cue.0 == cue.1;
    if !is_noun || !(is_finite(verb) || verb == Tag::Adverb || participle) {
        return None;
    }
    let next = head + 1;
    let last = cue.0.checked_sub(1)?;
    let joins = |at: usize| {
        is_nominal(sentence, at)
            || matches!(sentence.tags[at], Tag::Preposition | Tag::And)
            || KEYS.close.contains(&sentence.words[at].key)
    };
    let attached = next > last
        || KEYS.close.contains(&sentence.words[next].key)
        || (sentence.words[next].key == KEYS.of && sentence.tags[last] != Tag::Comma);
    let phrase = attached && (next..=last).all(joins) || is_relative(sentence, next, last);
    let apart = next < last
        && sentence.tags[next] == Tag::Comma
        && sentence.tags[last] == Tag::Comma
        && is_description(sentence, (next + 1, last - 1));
    (phrase || apart).then(|| Voice { noun: head, words: trim(sentence, (first, last)) })
}
