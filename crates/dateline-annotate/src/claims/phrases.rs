//! Cues of several words: `according to`, `quoted … as saying`.

use std::sync::LazyLock;

use dateline_model::{Stance, Text};

use super::clauses::{Found, Voice, Words, agent, subject, trim, voice};
use super::cues::{CLAUSE, CONFIRMING, QUOTE, SPEECH};
use super::speakers::speaks_for_press;
use crate::grammar::Analysis;
use crate::grammar::tagger::is_capital;
use crate::grammar::tags::{Relation, Tag};
use crate::lexemes::WordKey;

/// The words that the phrases hang on.
struct Keys {
    according: WordKey,
    to: WordKey,
    quoted: [WordKey; 4],
    passed_on: [WordKey; 4],
    saying: WordKey,
    as_: WordKey,
    that: WordKey,
    including: WordKey,
    colon: WordKey,
}

static KEYS: LazyLock<Keys> = LazyLock::new(|| Keys {
    according: WordKey::of("according"),
    to: WordKey::of("to"),
    quoted: ["quoted", "quotes", "cited", "quoting"].map(WordKey::of),
    passed_on: ["cited", "quoted", "interviewed", "reached"].map(WordKey::of),
    saying: WordKey::of("saying"),
    as_: WordKey::of("as"),
    that: WordKey::of("that"),
    including: WordKey::of("including"),
    colon: WordKey::of(":"),
});

/// True where a cue of several words may be in the sentence.
pub fn may_be(sentence: &Analysis) -> bool {
    sentence.words.iter().any(|word| word.key == KEYS.according || word.key == KEYS.colon)
}

/// The claims that cues of several words show.
pub fn find(text: &Text, sentence: &Analysis) -> Vec<Found> {
    let read = |at: usize| {
        let key = sentence.words[at].key;
        match () {
            () if key == KEYS.according => according_to(text, sentence, at),
            () if KEYS.quoted.contains(&key) => quoted_as_saying(sentence, at),
            () => None,
        }
    };
    (0..sentence.len()).filter_map(read).chain(named_before_colon(sentence)).collect()
}

/// `Roe: “…”`, a name and a colon alone before a quotation, as interviews are printed.
fn named_before_colon(sentence: &Analysis) -> Option<Found> {
    let colon = sentence.words.iter().position(|word| word.key == KEYS.colon).filter(|&at| (1..14).contains(&at))?;
    let name = colon < 5 && (0..colon).all(|at| sentence.tags[at] == Tag::Name || is_capital(&sentence.words[at]));
    let alone = colon + 2 >= sentence.len();
    let first = if name { 0 } else { behind_from(sentence, colon)? };
    let source = Voice { noun: colon - 1, words: (first, colon - 1) };
    alone.then(|| Found { cue: (colon, colon), source: Some(source), has_clause: false, ..clause_found() })
}

/// `Take it from Prime Minister Jane Roe:`: where the name behind `from` begins.
fn behind_from(sentence: &Analysis, colon: usize) -> Option<usize> {
    let from = (0..colon).rev().find(|&at| sentence.words[at].key == WordKey::of("from"))?;
    let named = (from + 1..colon).all(|at| matches!(sentence.tags[at], Tag::Name | Tag::Adjective));
    (named && from + 1 < colon).then_some(from + 1)
}

/// `according to X, …`, `…, according to X`, `…, according to X, …`.
fn according_to(text: &Text, sentence: &Analysis, at: usize) -> Option<Found> {
    let to = at + 1;
    if sentence.words.get(to)?.key != KEYS.to {
        return None;
    }
    let end = sentence.len() - 1;
    let by_tree = [to, at].iter().find_map(|&word| sentence.child(word, &[Relation::PrepositionObject]));
    let (noun, source) = match by_tree.filter(|&noun| noun > to) {
        Some(noun) => {
            let (first, last) = sentence.reach(noun);
            (noun, trim(sentence, (first.max(to + 1), last)))
        }
        None => {
            let ends = |at: &usize| matches!(sentence.tags[*at], Tag::Comma | Tag::Mark);
            let stop = (to + 1..=end).find(ends).unwrap_or(end + 1);
            let words = (to + 1, stop.checked_sub(1).filter(|&last| last > to)?);
            (head(sentence, words), words)
        }
    };
    let source = if at == 0 { cut_at_clause(sentence, noun, source) } else { source };
    let opens_clause = at > 0 && sentence.words[at - 1].key == KEYS.that;
    let before = (at > 0 && !opens_clause).then(|| trim(sentence, (0, at - 1)));
    let behind = source.1 + 1;
    let (source, behind) = with_including(sentence, source, behind);
    let cited_by = cited_by(sentence, behind);
    let goes_on = behind < end && sentence.tags[behind] == Tag::Comma && cited_by.is_none();
    let rest = goes_on.then(|| trim(sentence, (behind + 1, end)));
    let content: Vec<Words> = match (before, rest) {
        (Some(before), Some(rest)) if rest.1 - rest.0 > 2 => vec![before, rest],
        (Some(before), _) => vec![before],
        (None, Some(rest)) => vec![rest],
        (None, None) => return None,
    };
    let (source, mut via) = passed_on(text, sentence, Voice { noun, words: source });
    via.extend(cited_by);
    Some(Found { cue: (at, to), source: Some(source), via, content, ..clause_found() })
}

/// `According to Jane Roe, talks about it had failed`: the parser may take the subject behind the comma for an apposition.
fn cut_at_clause(sentence: &Analysis, noun: usize, source: Words) -> Words {
    use Tag::{Comma, Modal, VerbPast, VerbPresent, VerbSays};
    let verb = |at: usize| matches!(sentence.tag_of(at), Some(VerbPast | VerbSays | VerbPresent | Modal));
    let last_comma = (noun + 1..source.1).rev().find(|&at| sentence.tags[at] == Comma);
    match last_comma.filter(|_| verb(source.1 + 1)) {
        Some(comma) => (source.0, comma - 1),
        None => source,
    }
}

/// `, cited by the newspaper` from the comma at `at`: the newspaper.
fn cited_by(sentence: &Analysis, at: usize) -> Option<Words> {
    let comma = usize::from(sentence.tag_of(at) == Some(Tag::Comma));
    let verb = sentence.words.get(at + comma)?;
    let by = sentence.words.get(at + comma + 1)?;
    let first = at + comma + 2;
    let ends = |at: &usize| matches!(sentence.tags[*at], Tag::Comma | Tag::Mark);
    let stop = (first..sentence.len()).find(ends).unwrap_or(sentence.len());
    let cited = KEYS.passed_on.contains(&verb.key) && by.key == WordKey::of("by") && stop > first;
    cited.then(|| trim(sentence, (first, stop - 1)))
}

/// `three sources, including two officials based in Tokyo`: all of it is the source.
fn with_including(sentence: &Analysis, source: Words, behind: usize) -> (Words, usize) {
    let including = sentence.words.get(behind + 1).is_some_and(|word| word.key == KEYS.including);
    if !including {
        return (source, behind);
    }
    let end = (behind + 2..sentence.len()).find(|&at| matches!(sentence.tags[at], Tag::Comma | Tag::Mark));
    let end = end.unwrap_or(sentence.len());
    ((source.0, end - 1), end)
}

/// `three people cited by the paper`: the people, and the paper as who passed it on.
fn passed_on(text: &Text, sentence: &Analysis, source: Voice) -> (Voice, Vec<Words>) {
    let participle = sentence.children(source.noun).find(|&child| KEYS.passed_on.contains(&sentence.words[child].key));
    let outlet = participle.and_then(|verb| Some((verb, agent(sentence, verb)?)));
    match outlet.filter(|&(_, outlet)| speaks_for_press(text, sentence, outlet)) {
        Some((verb, outlet)) if verb > source.words.0 => {
            let words = trim(sentence, (source.words.0, verb - 1));
            (Voice { words, ..source }, vec![sentence.reach(outlet)])
        }
        _ => (source, Vec::new()),
    }
}

/// `Kyodo quoted X as saying …`, `X was quoted as saying by Kyodo`, `X was quoted by Kyodo as saying`.
fn quoted_as_saying(sentence: &Analysis, at: usize) -> Option<Found> {
    const REACH: usize = 24;
    let is_passive = sentence.child(at, &[Relation::PassiveSubject]);
    let saying = (at + 2..sentence.len().min(at + REACH)).find(|&word| {
        let as_saying = sentence.words[word].key == KEYS.saying && sentence.words[word - 1].key == KEYS.as_;
        as_saying || CONFIRMING.contains(&sentence.words[word].key)
    });
    let Some(saying) = saying else {
        // `“…,” one official was quoted`.
        let speaker = is_passive.filter(|_| at + 2 >= sentence.len())?;
        return Some(Found {
            cue: (at, at),
            source: voice(sentence, speaker, (at, at)),
            has_clause: false,
            ..clause_found()
        });
    };
    let between = (at + 1, if sentence.words[saying - 1].key == KEYS.as_ { saying - 2 } else { saying - 1 });
    let (source, outlet) = match is_passive {
        Some(speaker) => {
            let outlet = agent(sentence, at).or_else(|| agent(sentence, saying));
            let mut outlet = outlet.and_then(|outlet| voice(sentence, outlet, (saying, saying)));
            if let Some(outlet) = outlet.as_mut().filter(|outlet| outlet.words.0 < saying) {
                outlet.words.1 = outlet.words.1.min(saying - 2);
            }
            (voice(sentence, speaker, (at, at)), outlet)
        }
        None => {
            let noun = head(sentence, between);
            let outlet = subject(sentence, at).and_then(|outlet| voice(sentence, outlet, (at, at)));
            ((between.0 <= between.1).then_some(Voice { noun, words: between }), outlet)
        }
    };
    let end = sentence.len() - 1;
    let behind = trim(sentence, (saying + 1, end.max(saying + 1)));
    let rest = (saying + 1 < end && outlet.is_none_or(|outlet| outlet.words.0 < saying)).then_some(behind);
    let before = outlet
        .map(|outlet| outlet.words.0.min(at))
        .filter(|&first| first > 2 && sentence.tags[first - 1] == Tag::Comma);
    let content = rest.or_else(|| before.map(|first| trim(sentence, (0, first - 2))));
    let whole = is_passive.is_some() && saying == at + 2;
    Some(Found {
        cue: if whole { (at, saying) } else { (at, at) },
        source,
        via: outlet.map(|outlet| outlet.words).into_iter().collect(),
        has_clause: content.is_some(),
        content: content.into_iter().collect(),
        ..clause_found()
    })
}

/// The noun of a noun phrase: the last of its first run of nouns.
pub fn head(sentence: &Analysis, (first, last): Words) -> usize {
    let is_noun = |at: &usize| matches!(sentence.tags[*at], Tag::Noun | Tag::Nouns | Tag::Name | Tag::Pronoun);
    let start = (first..=last).find(is_noun).unwrap_or(last);
    let adjective = |at: &usize| *at == last && *at > start && sentence.tags[*at] == Tag::Adjective;
    (start..=last).take_while(|at| is_noun(at) || adjective(at)).last().unwrap_or(last)
}

fn clause_found() -> Found {
    Found {
        frames: CLAUSE | QUOTE | SPEECH,
        cue: (0, 0),
        source: None,
        via: Vec::new(),
        content: Vec::new(),
        has_clause: true,
        stance: Stance::Asserts,
    }
}
