//! Cues within one sentence, with the subjects and complements that hang on them.

use std::sync::LazyLock;

use dateline_model::Stance;

use super::cues::{
    ABOUT, ADDRESSEE, CLAUSE, Class, Cue, Cues, DENIES, FEELS, Frames, GERUND, NOUN, PARTICLE, PLAIN, QUOTE, SAID_OF,
    SPEECH, TO,
};
use super::infinitives::{drop_governing, governing, is_purpose, is_yet_to};
use super::nominals::{adjective, noun};
use super::order;
use crate::grammar::Analysis;
use crate::grammar::tags::{Relation, Tag};
use crate::lexemes::WordKey;

/// The first and the last word of a part of a sentence.
pub type Words = (usize, usize);

/// What one cue says, in words of its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What may stand beside the cue.
    pub frames: Frames,
    /// The cue.
    pub cue: Words,
    /// Who says it.
    pub source: Option<Voice>,
    /// Who passed it on, nearest to the article first.
    pub via: Vec<Words>,
    /// What is said; empty where only a quotation can tell.
    pub content: Vec<Words>,
    /// True where the content is a clause.
    pub has_clause: bool,
    /// What the source does with it.
    pub stance: Stance,
}

/// A noun phrase that speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Its noun.
    pub noun: usize,
    /// All of its words.
    pub words: Words,
}

static HAVE: LazyLock<[WordKey; 3]> = LazyLock::new(|| ["had", "has", "have"].map(WordKey::of));

/// Words that open a clause about the noun before them.
pub static WHO: LazyLock<[WordKey; 3]> = LazyLock::new(|| ["who", "whose", "which"].map(WordKey::of));

/// How far up the tree a subject is looked for.
const CLIMB: usize = 4;

/// The cues of `sentence` that have a content, or may have a quotation for it, in order.
pub fn find(sentence: &Analysis, cues: &Cues) -> Vec<Found> {
    let mut found = Vec::new();
    for at in 0..sentence.len() {
        for &entry in cues.get(sentence.words[at].key) {
            let read = match entry.class {
                Class::Verb if order::is_inverted(sentence, at, entry) => Some(order::inverted(sentence, at, entry)),
                Class::Verb if is_verb(sentence, at) => verb(sentence, at, entry),
                Class::Noun if is_noun(sentence, at) => noun(sentence, at, entry),
                Class::Adjective if matches!(sentence.tags[at], Tag::Adjective | Tag::VerbDone) => {
                    adjective(sentence, at, entry)
                }
                _ => None,
            };
            if let Some(read) = read {
                found.push(read);
                break;
            }
        }
    }
    drop_governing(&mut found);
    found
}

/// Leaves out nouns without an owner whose content is that of a verb before them: `said in a statement that`, `refuted claims
/// that`.
pub fn drop_repeated(found: &mut Vec<Found>) {
    let ends: Vec<(Words, Option<usize>)> =
        found.iter().map(|found| (found.cue, found.content.last().map(|part| part.1))).collect();
    found.retain(|claim| {
        let end = claim.content.last().map(|part| part.1);
        let repeats = || ends.iter().any(|&(cue, other)| cue.0 < claim.cue.0 && other == end);
        claim.source.is_some() || claim.frames & SPEECH != 0 || end.is_none() || !repeats()
    });
}

/// True where the word at `at` is a verb, a participle used as an adjective left out.
pub fn is_verb(sentence: &Analysis, at: usize) -> bool {
    super::cues::is_verb(sentence.tags[at])
        && !matches!(sentence.relations()[at], Relation::AdjectiveModifier | Relation::Compound | Relation::Auxiliary)
}

fn is_noun(sentence: &Analysis, at: usize) -> bool {
    matches!(sentence.tags[at], Tag::Noun | Tag::Nouns)
}

fn verb(sentence: &Analysis, at: usize, entry: Cue) -> Option<Found> {
    let has = |frames: Frames| entry.frames & frames != 0;
    let mut cue = group(sentence, at);
    if has(PARTICLE) && cue.1 == at {
        return None;
    }
    let acted_on = sentence.child(at, &[Relation::PassiveSubject]);
    let passive = acted_on.is_some() && !is_perfect(sentence, cue, at);
    let source = speaker(sentence, at, cue, entry, passive);
    let gerund_phrase = cue.0 > 0 && sentence.tags[cue.0 - 1] == Tag::Preposition && sentence.tags[at] == Tag::VerbIng;
    let source = source.or_else(|| means(sentence, cue).filter(|_| gerund_phrase));
    if gerund_phrase && source.is_none() {
        return None;
    }
    let has_clause = has(CLAUSE) && clause(sentence, at).is_some_and(|clause| clause > at);
    let inverted = inverted(sentence, at, cue, entry).filter(|_| source.is_none());
    let source = inverted.or(source);
    let by_order = match () {
        () if passive && has(ADDRESSEE) => order::that(sentence, cue_with_agent(sentence, at, cue))
            .map(|first| (first, sentence.len() - 1))
            .map(|part| trim(sentence, part)),
        () if passive || inverted.is_some() => None,
        () => order::content(sentence, cue, entry),
    };
    let mut content = match by_order {
        Some(by_order) => vec![by_order],
        None if inverted.is_some() => Vec::new(),
        None => content(sentence, at, cue, entry, passive),
    };
    if content.is_empty()
        && let Some((preposition, part)) = topic(sentence, at, entry)
    {
        if preposition == cue.1 + 1 {
            cue.1 = preposition;
        }
        content.push(part);
    }
    if content.is_empty() && source.is_none() && has(SAID_OF) {
        content.extend(said_of(sentence, at, cue, entry).into_iter().flatten());
    }
    if content.is_empty() && !passive {
        content.extend(unseen(sentence, at, cue, entry, inverted.is_some()));
    }
    let told = has(SPEECH) && (has_clause || by_order.is_some());
    let unsaid = is_yet_to(sentence, cue) && !has(FEELS) && !told;
    match governing(sentence, at, cue) {
        Some(first) => cue.0 = first,
        // `Spoke to thank the voters` tells of a purpose; a clause behind a word of speaking is said.
        None if is_purpose(sentence, at, cue) && !(has_clause && has(SPEECH)) => return None,
        None => {}
    }
    let source = source.and_then(|source| voice(sentence, source, cue));
    // `A bill that requires …`: of things only the verbs of speaking make speakers.
    let thing = source.is_some_and(|source| sentence.words[source.noun].key == WordKey::of("that"));
    if content.is_empty() && !has(QUOTE) || unsaid || thing && !has(SPEECH) {
        return None;
    }
    let source = if passive { source } else { order::voice(sentence, cue, source) };
    let source = source.map(|source| order::with_clause(sentence, cue, source));
    let has_clause = has_clause || by_order.is_some();
    Some(Found { cue, source, content, has_clause, ..Found::of(entry) })
}

/// Who the tree says speaks.
fn speaker(sentence: &Analysis, at: usize, cue: Words, entry: Cue, passive: bool) -> Option<usize> {
    let has = |frames: Frames| entry.frames & frames != 0;
    let source = match sentence.child(at, &[Relation::PassiveSubject]) {
        Some(_) if passive => agent(sentence, at),
        Some(subject) => Some(subject),
        None => subject(sentence, at).map(|source| behind_relative(sentence, source, cue)),
    };
    let source = source.or_else(|| described(sentence, at, cue).filter(|_| !passive && has(SPEECH)));
    // `When asked about it, she …`: who asks is not told.
    let was_told = has(ADDRESSEE)
        && sentence.tags[at] == Tag::VerbDone
        && cue.0 == cue.1
        && sentence.relations()[at] == Relation::AdverbClause;
    source.filter(|_| !was_told)
}

/// A content that the tree does not show: what stands behind the cue, or beside its `as`.
fn unseen(sentence: &Analysis, at: usize, cue: Words, entry: Cue, inverted: bool) -> Option<Words> {
    let has = |frames: Frames| entry.frames & frames != 0;
    let plain = |&(first, _): &Words| has(PLAIN) || order::has_predicate(sentence, first);
    let own = |&(first, _): &Words| has(SPEECH) || !order::is_joined(sentence, first);
    let rest = || order::rest(sentence, cue).filter(plain).filter(own);
    let noun = || order::noun_behind(sentence, cue);
    let told_as = || order::told_as(sentence, cue, at);
    None.or_else(|| if has(CLAUSE) && !has(NOUN) { rest() } else { None })
        .or_else(|| if has(NOUN) && !inverted { noun() } else { None })
        .or_else(|| if has(CLAUSE) { told_as() } else { None })
}

/// The words of a passive verb and of who did it: `was asked by reporters after the talks`.
fn cue_with_agent(sentence: &Analysis, at: usize, cue: Words) -> Words {
    let agent = sentence.child(at, &[Relation::Agent]);
    (cue.0, agent.map_or(cue.1, |agent| sentence.reach(agent).1.max(cue.1)))
}

/// `had announced`: a participle that no form of `be` makes passive.
fn is_perfect(sentence: &Analysis, cue: Words, at: usize) -> bool {
    let key = |at: usize| sentence.words[at].key;
    cue.0 < at && HAVE.contains(&key(cue.0)) && !(cue.0..at).any(|word| key(word) == WordKey::of("been"))
}

/// The verb with its auxiliaries, adverbs and particle.
pub fn group(sentence: &Analysis, at: usize) -> Words {
    let mut first = at;
    while first > 0 {
        let before = first - 1;
        let part = sentence.head(before) == Some(at)
            && matches!(
                sentence.relations()[before],
                Relation::Auxiliary | Relation::Negation | Relation::AdverbModifier
            )
            && matches!(
                sentence.tags[before],
                Tag::Adverb
                    | Tag::To
                    | Tag::Modal
                    | Tag::Verb
                    | Tag::VerbPast
                    | Tag::VerbPresent
                    | Tag::VerbSays
                    | Tag::VerbDone
                    | Tag::VerbIng
            )
            && sentence.reach(before) == (before, before);
        if !part {
            break;
        }
        first = before;
    }
    let mut last = at;
    let next = at + 1;
    if sentence.head(next) == Some(at) && sentence.relations().get(next) == Some(&Relation::Particle) {
        last = next;
    }
    (first, last)
}

/// `an official who asked not to be named told …`: the parser gives both verbs the subject `who`; the second has the noun
/// before it.
fn behind_relative(sentence: &Analysis, subject: usize, cue: Words) -> usize {
    let relative = matches!(sentence.tags[subject], Tag::WhPronoun | Tag::WhDeterminer);
    if !relative || subject == 0 || subject > cue.0 {
        return subject;
    }
    let finite = |at: usize| matches!(sentence.tags[at], Tag::VerbPast | Tag::VerbSays | Tag::VerbPresent | Tag::Modal);
    let other_verb = (subject + 1..cue.0).any(finite);
    let joined = matches!(sentence.tags[cue.0 - 1], Tag::And | Tag::Comma);
    let noun = matches!(sentence.tags[subject - 1], Tag::Noun | Tag::Nouns | Tag::Name);
    if other_verb && !joined && noun && finite(cue.0) { subject - 1 } else { subject }
}

/// True for a word that a source can be: a noun, a name, a pronoun.
fn may_speak(sentence: &Analysis, at: usize) -> bool {
    use Tag::{Adverb, Comma, Mark, Preposition, There, To, Verb, VerbPast};
    !matches!(sentence.tags[at], Adverb | Preposition | Comma | Mark | Verb | VerbPast | To | There)
}

/// `Jane Roe, an aide who served with him, said …`: the noun that the parser hangs the verb on.
fn described(sentence: &Analysis, at: usize, cue: Words) -> Option<usize> {
    let finite = matches!(sentence.tags[cue.0], Tag::VerbPast | Tag::VerbSays | Tag::VerbPresent);
    let head = sentence.head(at).filter(|&head| finite && head < cue.0)?;
    let hangs = matches!(
        sentence.relations()[at],
        Relation::RelativeClause | Relation::Clause | Relation::Parataxis | Relation::Unclear
    );
    (hangs && matches!(sentence.tags[head], Tag::Noun | Tag::Nouns | Tag::Name)).then_some(head)
}

/// Who does something by saying: `answered by saying that …`.
fn means(sentence: &Analysis, cue: Words) -> Option<usize> {
    static MEANS: LazyLock<[WordKey; 7]> =
        LazyLock::new(|| ["by", "after", "before", "in", "while", "upon", "since"].map(WordKey::of));
    let preposition = cue.0.checked_sub(1).filter(|&at| MEANS.contains(&sentence.words[at].key))?;
    subject(sentence, sentence.head(preposition)?)
}

/// Who a passive verb says did it: `by officials`.
pub fn agent(sentence: &Analysis, at: usize) -> Option<usize> {
    let agent = sentence.child(at, &[Relation::Agent])?;
    sentence.child(agent, &[Relation::PrepositionObject])
}

/// The subject of the verb, or of the verb it is joined to.
pub fn subject(sentence: &Analysis, at: usize) -> Option<usize> {
    let mut verb = at;
    for _ in 0..CLIMB {
        let subjects = || sentence.children(verb).filter(|&child| sentence.relations()[child] == Relation::Subject);
        // `The bank, he said, had …`: the parser may give both verbs' subjects to one.
        if let Some(subject) = subjects().filter(|&child| child < verb).last().or_else(|| subjects().next()) {
            return Some(subject);
        }
        let passive = sentence.child(verb, &[Relation::PassiveSubject]);
        if verb != at && passive.is_some() {
            return passive;
        }
        let head = sentence.head(verb)?;
        match sentence.relations()[verb] {
            Relation::Conjunct | Relation::OpenComplement | Relation::AdverbClause => verb = head,
            // `Elections expected to be a test` expect nothing.
            Relation::Clause => return (sentence.tags[verb] != Tag::VerbDone).then_some(head),
            Relation::Complement | Relation::Unclear | Relation::Root if sentence.tags[verb] == Tag::VerbIng => {
                verb = head
            }
            _ => return None,
        }
    }
    None
}

/// The noun phrase around `noun` as a source, where it can be one.
pub fn voice(sentence: &Analysis, noun: usize, cue: Words) -> Option<Voice> {
    may_speak(sentence, noun).then(|| Voice { noun, words: phrase(sentence, noun, cue) })
}

/// The words of the noun phrase around `noun`, cut where the cue begins or ends, and up to the cue where no mark or verb stands
/// between them.
fn phrase(sentence: &Analysis, noun: usize, cue: Words) -> Words {
    let (mut first, mut last) = sentence.reach(noun);
    let nominal = |at: usize| {
        use Tag::{
            Adjective, And, Determiner, Name, Noun, Nouns, Number, Possessive, PossessiveEnding, Preposition, VerbDone,
            VerbIng,
        };
        matches!(
            sentence.tags[at],
            Adjective
                | And
                | Determiner
                | Name
                | Noun
                | Nouns
                | Number
                | Possessive
                | PossessiveEnding
                | Preposition
                | VerbDone
                | VerbIng
        )
    };
    let relative = sentence.tags.get(noun + 1) == Some(&Tag::WhPronoun) && noun < cue.0;
    if last < cue.0 && (relative || (last + 1..cue.0).all(nominal)) {
        last = cue.0.saturating_sub(1);
    }
    if last >= cue.0 && noun < cue.0 {
        last = cue.0.saturating_sub(1);
    }
    if first <= cue.1 && noun > cue.1 {
        first = cue.1 + 1;
    }
    let then = first.checked_sub(1).filter(|&at| sentence.words[at].key == WordKey::of("then"));
    trim(sentence, (then.unwrap_or(first).min(noun), last.max(noun)))
}

/// Without the marks at both ends, closing brackets apart.
pub fn trim(sentence: &Analysis, (mut first, mut last): Words) -> Words {
    static BRACKETS: LazyLock<[WordKey; 2]> = LazyLock::new(|| ["(", ")"].map(WordKey::of));
    let is_mark = |at: usize| matches!(sentence.tags[at], Tag::Comma | Tag::Mark | Tag::And);
    while first < last && is_mark(first) {
        first += 1;
    }
    // `Jane Roe (D-Vt.)`: a bracket that closes one of these words.
    let closes = |last: usize| {
        let bracket = (first..last).rev().find(|&at| BRACKETS.contains(&sentence.words[at].key));
        sentence.words[last].key == BRACKETS[1] && bracket.is_some_and(|open| sentence.words[open].key == BRACKETS[0])
    };
    while first < last && is_mark(last) && !closes(last) {
        last -= 1;
    }
    (first, last)
}

fn content(sentence: &Analysis, at: usize, cue: Words, entry: Cue, passive: bool) -> Vec<Words> {
    let frames = entry.frames;
    let has = |frame: u16| frames & frame != 0;
    let object = || sentence.child(at, &[Relation::Object]).filter(|&object| object > cue.1);
    let apart = |clause: usize| {
        let comma = |object: usize| {
            (object..sentence.reach(clause).0.max(object)).any(|word| sentence.tags[word] == Tag::Comma)
        };
        has(NOUN) && object().is_some_and(comma)
    };
    if has(CLAUSE)
        && let Some(clause) = clause(sentence, at).filter(|&clause| !apart(clause))
    {
        return around(sentence, (opening(sentence, clause), sentence.reach(clause).1), cue, at);
    }
    if has(CLAUSE)
        && matches!(sentence.relations()[at], Relation::Parataxis | Relation::Complement | Relation::Unclear)
        && let Some(head) = sentence.head(at)
        && described(sentence, at, cue).is_none()
        && is_inserted(sentence, at)
    {
        return around(sentence, sentence.reach(head), cue, at);
    }
    let open = sentence.child(at, &[Relation::OpenComplement]).filter(|&open| open > at);
    if let Some(open) = open {
        let is_to = sentence.children(open).any(|child| sentence.tags[child] == Tag::To);
        let gerund = sentence.tags[open] == Tag::VerbIng;
        if (has(TO) && is_to) || (has(GERUND) && gerund) {
            let first = if has(ADDRESSEE) && !has(SPEECH) {
                first_of_object(sentence, at, open)
            } else {
                sentence.reach(open).0
            };
            let infinitive = (first.max(at + 1), sentence.reach(open).1);
            // `The House is expected to pass the bill`: who is to act is part of what is expected.
            let actor = sentence.child(at, &[Relation::PassiveSubject]).filter(|&actor| passive && actor < cue.0);
            return actor.map(|actor| phrase(sentence, actor, cue)).into_iter().chain([infinitive]).collect();
        }
    }
    if has(TO | ADDRESSEE)
        && let Some(clause) = sentence.child(at, &[Relation::Complement]).filter(|&clause| clause > at)
    {
        let (first, last) = sentence.reach(clause);
        return vec![(first.max(at + 1), last)];
    }
    if has(NOUN)
        && !passive
        // The parser takes some objects for what the subject is.
        && let Some(object) = object_behind(sentence, at, cue)
    {
        let end = last_of_phrase(sentence, at, object);
        return vec![trim(sentence, (sentence.reach(object).0, end))];
    }
    if has(NOUN)
        && passive
        && sentence.child(at, &[Relation::Agent]).is_some()
        && let Some(object) = sentence.child(at, &[Relation::PassiveSubject])
    {
        return vec![phrase(sentence, object, cue)];
    }
    Vec::new()
}

/// `She is seen as a leader`, `a man accused of theft`: of whom, and what is said of them.
fn said_of(sentence: &Analysis, at: usize, cue: Words, entry: Cue) -> Option<[Words; 2]> {
    if sentence.tags[at] != Tag::VerbDone || sentence.child(at, &[Relation::Agent]).is_some() {
        return None;
    }
    let head = || sentence.head(at).filter(|_| sentence.relations()[at] == Relation::Clause);
    let subject = sentence.child(at, &[Relation::PassiveSubject]).or_else(head).filter(|&noun| noun < cue.0)?;
    let preposition = about(sentence, at, entry)?;
    let part = (preposition + usize::from(entry.prepositions == "as"), sentence.reach(preposition).1);
    (part.1 > part.0).then(|| [phrase(sentence, subject, cue), trim(sentence, part)])
}

/// The object of a verb, behind it; the parser takes some for what the subject is.
fn object_behind(sentence: &Analysis, at: usize, cue: Words) -> Option<usize> {
    let is_object = |child: usize| matches!(sentence.relations()[child], Relation::Object | Relation::Attribute);
    sentence.children(at).find(|&child| child > cue.1 && is_object(child))
}

/// The preposition of a cue like `called for`, and what stands behind it.
pub fn topic(sentence: &Analysis, at: usize, entry: Cue) -> Option<(usize, Words)> {
    let preposition = about(sentence, at, entry).filter(|_| entry.frames & ABOUT != 0)?;
    let (_, last) = sentence.reach(preposition);
    // `Called for her to go`: the parser may give what stands behind to the verb.
    let behind = || sentence.children(at).find(|&child| sentence.reach(child).0 == preposition + 1);
    let own = if last == preposition { behind() } else { None };
    let last = own.map_or(last, |child| sentence.reach(child).1);
    let last = last_of_phrase(sentence, at, preposition).max(last);
    (preposition < last).then(|| (preposition, trim(sentence, (preposition + 1, last))))
}

/// Who speaks where the verb stands first: `“…,” said the minister`, `…, predicted Jane Roe`.
fn inverted(sentence: &Analysis, at: usize, cue: Words, entry: Cue) -> Option<usize> {
    let finite = matches!(sentence.tags[at], Tag::VerbPast | Tag::VerbSays | Tag::VerbDone);
    let opens = cue.0 == 0 || sentence.tags[cue.0 - 1] == Tag::Comma;
    if entry.frames & SPEECH == 0 || !finite || !opens {
        return None;
    }
    let speaks = |relation| {
        matches!(relation, Relation::Object | Relation::Subject | Relation::Attribute | Relation::Complement)
    };
    let noun = sentence.children(at).find(|&child| child > cue.1 && speaks(sentence.relations()[child]))?;
    let noun_tag = matches!(sentence.tags[noun], Tag::Name | Tag::Noun | Tag::Nouns | Tag::Pronoun);
    (noun_tag && sentence.reach(noun).0 == cue.1 + 1).then_some(noun)
}

/// The first word of a clause: its `that`, where one stands behind words of time that the parser took in.
fn opening(sentence: &Analysis, clause: usize) -> usize {
    let that = WordKey::of("that");
    let first = sentence.reach(clause).0;
    let marker = sentence.children(clause).find(|&child| {
        sentence.relations()[child] == Relation::Marker && sentence.words[child].key == that && child < first + 4
    });
    marker.unwrap_or(first)
}

/// The clause that is the complement of a verb: the one behind it, where there is one.
pub fn clause(sentence: &Analysis, at: usize) -> Option<usize> {
    let is_complement =
        |&child: &usize| sentence.relations()[child] == Relation::Complement && !is_relative(sentence, child);
    let behind = sentence.children(at).filter(is_complement).find(|&child| child > at);
    behind.or_else(|| sentence.children(at).find(is_complement))
}

/// True for a clause that tells of the noun before its comma: `, whose family has run the shop`.
fn is_relative(sentence: &Analysis, clause: usize) -> bool {
    let (first, _) = sentence.reach(clause);
    let first = if sentence.tags[first] == Tag::Comma { first + 1 } else { first };
    let opens = |at: usize| WHO.contains(&sentence.words[at].key) && at > 0 && sentence.tags[at - 1] == Tag::Comma;
    opens(first) || first > 0 && opens(first - 1)
}

/// True where the verb stands between commas or at the end, with its subject beside it: `…, he said, …`.
fn is_inserted(sentence: &Analysis, at: usize) -> bool {
    let (first, _) = sentence.reach(at);
    first > 0 && (sentence.tags[first] == Tag::Comma || matches!(sentence.tags[first - 1], Tag::Comma | Tag::Mark))
}

/// The words of `whole` but for those of the cue's own part, in one part or two.
fn around(sentence: &Analysis, whole: Words, cue: Words, at: usize) -> Vec<Words> {
    let (first, last) = whole;
    if last < cue.0 || first > cue.1 {
        let part = trim(sentence, (first, last));
        return vec![part];
    }
    // The cue stands within: what hangs on it, other than the content, is its own part.
    let own: Vec<usize> = sentence
        .children(at)
        .filter(|&child| !matches!(sentence.relations()[child], Relation::Complement | Relation::Punctuation))
        .collect();
    let own_first = own.iter().map(|&child| sentence.reach(child).0).min().unwrap_or(cue.0).min(cue.0);
    let own_last = own.iter().map(|&child| sentence.reach(child).1).max().unwrap_or(cue.1).max(cue.1);
    let mut parts = Vec::new();
    if own_first > first {
        parts.push(trim(sentence, (first, own_first - 1)));
    }
    if own_last < last {
        let part = trim(sentence, (own_last + 1, last));
        if part.1 > part.0 {
            parts.push(part);
        }
    }
    parts
}

/// The first word of who is to act, right before the infinitive `open`: `urged the government to …`.
fn first_of_object(sentence: &Analysis, at: usize, open: usize) -> usize {
    let first = sentence.reach(open).0;
    let object = sentence.child(at, &[Relation::Object]).filter(|&object| object > at && object < first);
    object.map_or(first, |object| sentence.reach(object).0)
}

/// The last word of a content that is a noun, `object` of the verb `at`: what hangs on the verb right behind belongs to it.
pub fn last_of_phrase(sentence: &Analysis, at: usize, object: usize) -> usize {
    let mut last = sentence.reach(object).1;
    for child in sentence.children(at).filter(|&child| child > object) {
        let (first, _) = sentence.reach(child);
        let belongs = matches!(
            sentence.relations()[child],
            Relation::Preposition | Relation::Attribute | Relation::OpenComplement | Relation::Complement
        ) || sentence.relations()[child] == Relation::AdverbClause && sentence.tags[first] == Tag::To;
        if first != last + 1 || !belongs {
            break;
        }
        last = sentence.reach(child).1;
    }
    last
}

/// The preposition that the content stands behind.
fn about(sentence: &Analysis, at: usize, entry: Cue) -> Option<usize> {
    let listed = |&child: &usize| {
        let key = sentence.words[child].key;
        child > at
            && sentence.relations()[child] == Relation::Preposition
            && entry.prepositions.split(" ").any(|word| WordKey::of(word) == key)
    };
    sentence.children(at).find(listed)
}

impl Found {
    /// A cue of `entry` of which nothing else is known yet.
    pub(super) fn of(entry: Cue) -> Found {
        let stance = if entry.frames & DENIES != 0 { Stance::Denies } else { Stance::Asserts };
        Found {
            frames: entry.frames,
            cue: (0, 0),
            source: None,
            via: Vec::new(),
            content: Vec::new(),
            has_clause: false,
            stance,
        }
    }
}
