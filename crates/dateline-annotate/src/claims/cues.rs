//! The words that show that something is said, asked, wanted or believed, as data.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use crate::grammar::Analysis;
use crate::grammar::tagger::is_capital;
use crate::grammar::tags::Tag;
use crate::grammar::words::{Shape, Word};
use crate::lexemes::{AsItIs, WordKey};

/// What may stand beside a cue, as bits.
pub type Frames = u16;

/// A clause: `said that`, `said it would`.
pub const CLAUSE: Frames = 1;
/// A quotation: `“…,” she said`.
pub const QUOTE: Frames = 1 << 1;
/// An infinitive: `plans to`.
pub const TO: Frames = 1 << 2;
/// A noun that is the content: `criticised the plan`.
pub const NOUN: Frames = 1 << 3;
/// A noun that is who is spoken to: `told lawmakers that`.
pub const ADDRESSEE: Frames = 1 << 4;
/// The content behind a preposition of the entry: `called for`.
pub const ABOUT: Frames = 1 << 5;
/// The source says that the content is not so.
pub const DENIES: Frames = 1 << 6;
/// A gerund: `suggested leaving`.
pub const GERUND: Frames = 1 << 7;
/// The words are such as only people who tell news use of speaking: a quotation beside them is theirs.
pub const SPEECH: Frames = 1 << 8;

/// The verb is a cue only with its particle: `pointed out`.
pub const PARTICLE: Frames = 1 << 9;
/// What is asked for stands in the subjunctive: `demanded it spend more`.
pub const SUBJUNCTIVE: Frames = 1 << 12;
/// A noun is its content only where a document is its source: `the poll showed support for`.
pub const DOCUMENT: Frames = 1 << 11;
/// Somebody may think so without saying it: what would be, is: `would support the bill`.
pub const FEELS: Frames = 1 << 13;
/// `Seen as`, `accused of`: without a source too, what is said of whom stands around it.
pub const SAID_OF: Frames = 1 << 14;
/// Verbs of plain speaking: even a quotation of a few words beside them is what is said.
pub const PLAIN: Frames = 1 << 10;

/// Cue verbs of one language with the same frames: the frames, the prepositions before the content, the verbs; words apart
/// by spaces.
pub type VerbGroup = (Frames, &'static str, &'static str);

/// The cue words of one language.
#[derive(Debug)]
pub struct CueWords {
    /// Verbs, by their base form.
    pub verbs: &'static [VerbGroup],
    /// The forms of verbs that the rules do not make: base form, then the others.
    pub irregular: &'static [&'static str],
    /// Makes the regular forms of a verb.
    pub forms: fn(&str) -> Vec<String>,
    /// Base forms of those that are never nouns or adjectives.
    pub plain_verbs: &'static str,
    /// Nouns that hold what somebody says: `claim`, `warning`.
    pub nouns: &'static str,
    /// Adjectives of what somebody feels of a clause: `confident`.
    pub adjectives: &'static str,
    /// The prepositions behind these, apart by spaces: `critical of`.
    pub adjective_prepositions: &'static str,
}

/// One cue as it is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// What may stand beside it.
    pub frames: Frames,
    /// The prepositions before its content, apart by spaces.
    pub prepositions: &'static str,
    /// Its base form.
    pub lemma: &'static str,
    /// What kind of word it is.
    pub class: Class,
}

/// What kind of word a cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A verb.
    Verb,
    /// A noun.
    Noun,
    /// An adjective.
    Adjective,
}

/// The cues of one language, by every form of each; at most one of each class a form.
#[derive(Debug, Default)]
pub struct Cues {
    cues: HashMap<WordKey, Vec<Cue>, BuildHasherDefault<AsItIs>>,
    /// Forms that can be nothing but verbs, with their part of speech.
    verbs: HashMap<WordKey, Tag, BuildHasherDefault<AsItIs>>,
    /// Base forms, and forms in `s`, with their parts of speech.
    presents: HashMap<WordKey, Tag, BuildHasherDefault<AsItIs>>,
    /// Forms in `ing`.
    participles: HashSet<WordKey, BuildHasherDefault<AsItIs>>,
}

impl Cues {
    /// The table of `words`.
    #[must_use]
    pub fn new(words: &CueWords) -> Cues {
        let mut cues = Cues::default();
        for &(frames, prepositions, verbs) in words.verbs {
            for lemma in verbs.split_whitespace() {
                let cue = Cue { frames, prepositions, lemma, class: Class::Verb };
                let forms = words.forms_of(lemma);
                forms.iter().for_each(|form| cues.add(form, cue));
                if let [base, present, ..] = forms.as_slice() {
                    cues.presents.insert(WordKey::of(base), Tag::VerbPresent);
                    cues.presents.insert(WordKey::of(present), Tag::VerbSays);
                }
                cues.participles
                    .extend(forms.iter().filter(|form| form.ends_with("ing")).map(|form| WordKey::of(form)));
            }
        }
        for lemma in words.plain_verbs.split_whitespace() {
            if let [_, present, past, ..] = words.forms_of(lemma).as_slice() {
                cues.verbs.insert(WordKey::of(present), Tag::VerbSays);
                cues.verbs.insert(WordKey::of(past), Tag::VerbPast);
            }
        }
        for (list, class) in [(words.nouns, Class::Noun), (words.adjectives, Class::Adjective)] {
            let (frames, prepositions) = match class {
                Class::Adjective => (CLAUSE | TO | ABOUT, words.adjective_prepositions),
                _ => (CLAUSE | TO, ""),
            };
            for lemma in list.split_whitespace() {
                cues.add(lemma, Cue { frames, prepositions, lemma, class });
            }
        }
        cues
    }

    /// Joins what two groups say of one verb.
    fn add(&mut self, form: &str, cue: Cue) {
        let entries = self.cues.entry(WordKey::of(form)).or_default();
        match entries.iter_mut().find(|entry| entry.class == cue.class) {
            Some(entry) => {
                // A verb that is a cue without its particle too needs none.
                let needs_particle = entry.frames & cue.frames & PARTICLE;
                entry.frames = (entry.frames | cue.frames) & !PARTICLE | needs_particle;
                if entry.prepositions.is_empty() {
                    entry.prepositions = cue.prepositions;
                }
            }
            None => entries.push(cue),
        }
    }

    /// The cues that the word of `key` may be.
    #[must_use]
    pub fn get(&self, key: WordKey) -> &[Cue] {
        self.cues.get(&key).map_or(&[], Vec::as_slice)
    }

    /// True where the tagged word `at` may be a cue by its part of speech and, for a noun, by what stands around it.
    #[must_use]
    pub fn may_be(&self, sentence: &Analysis, at: usize) -> bool {
        let tags = &sentence.tags;
        self.get(sentence.words[at].key).iter().any(|cue| match cue.class {
            Class::Verb => is_verb(tags[at]),
            Class::Adjective => tags[at] == Tag::Adjective,
            Class::Noun => {
                let owner = || tags[..at].iter().any(|tag| matches!(tag, Tag::Possessive | Tag::PossessiveEnding));
                let clause = |word: usize| tags[word] == Tag::To || sentence.words[word].key == *THAT;
                let about = matches!(tags.get(at + 1), Some(Tag::Preposition | Tag::To));
                let noun = matches!(tags[at], Tag::Noun | Tag::Nouns);
                noun && ((at + 1..tags.len()).any(clause)
                    || about && owner()
                    || COMMENT.contains(&sentence.words[at].key))
            }
        })
    }

    /// Tags as verbs the words of a sentence that can be nothing else: `The lawsuit alleges`; a participle before a noun stays
    /// what it is. An adjective between a noun and a verb is a noun: `a ministry official denied`.
    pub fn retag(&self, words: &[Word], tags: &mut [Tag]) {
        for (word, tag) in words.iter().zip(&mut *tags) {
            if matches!(tag, Tag::Noun | Tag::Nouns | Tag::Name | Tag::Adjective)
                && word.shape == Shape::Lower
                && let Some(verb) = self.verbs.get(&word.key)
                && (*verb == Tag::VerbSays || *tag != Tag::Adjective || word.key == *TOLD)
            {
                *tag = *verb;
            }
        }
        for at in 1..tags.len().saturating_sub(1) {
            let behind = if tags[at + 1] == Tag::Adverb { tags.get(at + 2).copied() } else { Some(tags[at + 1]) };
            let finite = behind.is_some_and(is_finite) || words[at + 1].key == *AS && words[at].key == *OFFICIAL;
            let nominal = matches!(tags[at - 1], Tag::Noun | Tag::Name | Tag::Determiner | Tag::Adjective);
            let paper = tags[at] == Tag::Adverb && PAPERS.contains(&words[at].key);
            if nominal && (tags[at] == Tag::Adjective && finite || paper && is_finite(tags[at + 1])) {
                tags[at] = Tag::Noun;
            }
        }
        for at in 1..tags.len() {
            let verb = matches!(tags[at - 1], Tag::VerbPast | Tag::VerbSays | Tag::VerbPresent | Tag::Verb);
            let tank = words[at].key == *THINK && words.get(at + 1).is_some_and(|next| TANKS.contains(&next.key));
            match tags[at] {
                // `Told Jane it was late`: no preposition is written with a capital behind a verb.
                Tag::Preposition if verb && words[at].shape == Shape::Title => tags[at] = Tag::Name,
                Tag::Verb | Tag::VerbPresent if tank => tags[at] = Tag::Noun,
                // `And then March went`: a capital within a sentence before its verb.
                Tag::Verb | Tag::VerbPresent | Tag::Noun if is_name_by_place(words, tags, at) => tags[at] = Tag::Name,
                // `A government official confirming that …`.
                Tag::Adjective if words[at].key == *OFFICIAL && speaks(words, tags, at) => tags[at] = Tag::Noun,
                Tag::VerbDone if self.is_verb_of_clause(words, tags, at) => tags[at] = Tag::VerbPast,
                _ => {}
            }
        }
        self.retag_participles(words, tags);
        self.retag_presents(words, tags);
        self.retag_last(words, tags);
        self.retag_only(words, tags);
        if let ([name, colon, ..], [tag, behind, ..]) = (words, tags) {
            // `Said Roe, “…”`.
            let inverted = *tag == Tag::Name && self.is_speech(name) && matches!(behind, Tag::Name | Tag::Determiner);
            if inverted && let Some(verb) = self.verbs.get(&name.key) {
                *tag = *verb;
                return;
            }
            let labels = colon.key == *COLON && is_capital(name);
            let speaks = matches!(tag, Tag::Verb | Tag::VerbPresent) && self.is_speech(colon) && is_finite(*behind);
            if labels || speaks {
                *tag = Tag::Name;
            }
        }
    }
}

/// Nouns that refusals are made of: `had no comment`.
static COMMENT: LazyLock<[WordKey; 2]> = LazyLock::new(|| ["comment", "response"].map(WordKey::of));

/// True for any form of a verb.
#[must_use]
pub fn is_verb(tag: Tag) -> bool {
    use Tag::{Verb, VerbDone, VerbIng, VerbPast, VerbPresent, VerbSays};
    matches!(tag, Verb | VerbPast | VerbIng | VerbDone | VerbPresent | VerbSays)
}

static COLON: LazyLock<WordKey> = LazyLock::new(|| WordKey::of(":"));
static THAT: LazyLock<WordKey> = LazyLock::new(|| WordKey::of("that"));
static BY: LazyLock<WordKey> = LazyLock::new(|| WordKey::of("by"));
static AS: LazyLock<WordKey> = LazyLock::new(|| WordKey::of("as"));
static OFFICIAL: LazyLock<WordKey> = LazyLock::new(|| WordKey::of("official"));
static THINK: LazyLock<WordKey> = LazyLock::new(|| WordKey::of("think"));
static TANKS: LazyLock<[WordKey; 2]> = LazyLock::new(|| ["tank", "tanks"].map(WordKey::of));
static PAPERS: LazyLock<[WordKey; 2]> = LazyLock::new(|| ["daily", "weekly"].map(WordKey::of));

static QUOTES: LazyLock<[WordKey; 2]> = LazyLock::new(|| ["“", "\""].map(WordKey::of));

/// Never an adjective, unlike other participles.
static TOLD: LazyLock<WordKey> = LazyLock::new(|| WordKey::of("told"));

/// Words that open a clause beside another.
pub static OPENS: LazyLock<[WordKey; 8]> =
    LazyLock::new(|| ["after", "before", "when", "while", "although", "though", "because", "as"].map(WordKey::of));
/// Participles that open what somebody quoted says: `quoted an official confirming that`.
pub static CONFIRMING: LazyLock<[WordKey; 6]> =
    LazyLock::new(|| ["confirming", "stating", "claiming", "warning", "noting", "denying"].map(WordKey::of));

/// True for a word with a capital within a sentence, right before a verb and behind no other capital.
fn is_name_by_place(words: &[Word], tags: &[Tag], at: usize) -> bool {
    let next = tags.get(at + 1).copied();
    let verb = next.is_some_and(|next| is_finite(next) || next == Tag::Adverb);
    words[at].shape == Shape::Title && verb && tags[at - 1] != Tag::Mark && words[at - 1].shape == Shape::Lower
}

/// True for an adjective between a noun and a word of telling.
fn speaks(words: &[Word], tags: &[Tag], at: usize) -> bool {
    let behind = words.get(at + 1).is_some_and(|next| CONFIRMING.contains(&next.key));
    behind && matches!(tags[at - 1], Tag::Noun | Tag::Name)
}

fn is_finite(tag: Tag) -> bool {
    matches!(tag, Tag::VerbPast | Tag::VerbSays | Tag::Modal)
}

impl Cues {
    fn is_speech(&self, word: &Word) -> bool {
        self.get(word.key).iter().any(|cue| cue.class == Class::Verb && cue.frames & SPEECH != 0)
    }

    /// `After Roe, in a hearing, called for more`: a participle of speaking behind a subject and what stands between commas.
    fn is_verb_of_clause(&self, words: &[Word], tags: &[Tag], at: usize) -> bool {
        const REACH: usize = 24;
        if tags[at - 1] != Tag::Comma || !self.may_speak(&words[at]) {
            return false;
        }
        let first = (at.saturating_sub(REACH)..at).rev().find(|&word| OPENS.contains(&words[word].key));
        let Some(first) = first else { return false };
        let comma = (first + 1..at - 1).find(|&word| tags[word] != Tag::Name);
        comma.is_some_and(|comma| comma > first + 1 && tags[comma] == Tag::Comma)
    }

    /// `…, saying, “…”`, `a poll showing the party behind`: forms in `ing` that the tagger takes for nouns.
    fn retag_participles(&self, words: &[Word], tags: &mut [Tag]) {
        for at in 1..tags.len() {
            let behind_mark = matches!(tags[at - 1], Tag::Comma | Tag::Mark) || words[at - 1].key == *BY;
            let noun = matches!(tags[at], Tag::Noun | Tag::Name | Tag::Adjective) && words[at].shape == Shape::Lower;
            let before = matches!(tags[at - 1], Tag::Noun | Tag::Nouns);
            let object = matches!(
                tags.get(at + 1),
                Some(Tag::Name | Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Number | Tag::Mark)
            );
            if (behind_mark || before && object) && noun && self.participles.contains(&words[at].key) {
                tags[at] = Tag::VerbIng;
            }
        }
    }

    /// `Most Democrats support Roe`, `Roe slams the plan`: the tagger takes forms that may be nouns for these.
    fn retag_presents(&self, words: &[Word], tags: &mut [Tag]) {
        use Tag::{Determiner, Name, Noun, Nouns, Possessive, Pronoun, VerbPresent, VerbSays};
        for at in 1..tags.len().saturating_sub(1) {
            if !matches!(tags[at], Noun | Nouns) || words[at].shape != Shape::Lower {
                continue;
            }
            let object = matches!(tags[at + 1], Name | Determiner | Possessive | Pronoun);
            match self.presents.get(&words[at].key) {
                Some(VerbPresent) if object && tags[at - 1] == Nouns => tags[at] = VerbPresent,
                Some(VerbSays) if object && tags[at - 1] == Name => tags[at] = VerbSays,
                _ => {}
            }
        }
    }

    fn may_speak(&self, word: &Word) -> bool {
        self.is_speech(word) || self.get(word.key).iter().any(|cue| cue.frames & ABOUT != 0)
    }

    /// Tags as the verb of a sentence that has no other a participle of speaking behind a noun: `The opposition called for`.
    fn retag_only(&self, words: &[Word], tags: &mut [Tag]) {
        use Tag::{Name, Noun, Nouns, VerbDone, VerbPast, VerbPresent};
        if tags.iter().any(|&tag| is_finite(tag) || tag == VerbPresent) {
            return;
        }
        let participle = (1..tags.len()).find(|&at| {
            tags[at] == VerbDone && matches!(tags[at - 1], Noun | Nouns | Name) && self.may_speak(&words[at])
        });
        if let Some(at) = participle {
            tags[at] = VerbPast;
        }
    }

    /// Tags as a verb a word of speaking between a noun phrase and the next mark: `…, the draft states, adding that`; and one
    /// between nouns and `that` or a quotation: `officials hail as “…”`.
    fn retag_last(&self, words: &[Word], tags: &mut [Tag]) {
        use Tag::{Comma, Determiner, Mark, Name, Noun, Nouns};
        for at in 1..tags.len() {
            if !matches!(tags[at], Noun | Nouns) || self.get(words[at].key).iter().all(|cue| cue.class != Class::Verb) {
                continue;
            }
            let next = words.get(at + 1).map(|word| word.key);
            let goes_on = next == Some(*THAT) || next == Some(*AS) || next.is_some_and(|next| QUOTES.contains(&next));
            if tags[at] == Noun && matches!(tags[at - 1], Nouns | Name) && goes_on {
                tags[at] = Tag::VerbPresent;
                continue;
            }
            if !matches!(tags.get(at + 1), None | Some(Comma | Mark)) || !self.is_speech(&words[at]) {
                continue;
            }
            let first = (0..at).rev().take_while(|&word| matches!(tags[word], Determiner | Noun | Name)).last();
            let apart = first.is_some_and(|first| {
                tags[first] == Determiner && (first == 0 || matches!(tags[first - 1], Comma | Mark)) && first + 1 < at
            });
            if apart {
                tags[at] = if tags[at] == Nouns { Tag::VerbSays } else { Tag::VerbPast };
            }
        }
    }
}

impl CueWords {
    /// The forms of a verb: its base form, then present, past, and others.
    fn forms_of(&self, lemma: &str) -> Vec<String> {
        let irregular = self.irregular.iter().find(|forms| forms.split(' ').next() == Some(lemma));
        irregular.map_or_else(|| (self.forms)(lemma), |forms| forms.split(' ').map(str::to_owned).collect())
    }
}
