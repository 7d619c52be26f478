//! The statements of a story as words to compare.

mod index;

use std::collections::HashMap;

use dateline_model::{EntityKind, Figure, Mention, Source, Span, Stance, Statement, TimeRef};

use crate::TimelineReport;
use crate::background::rarity;
use crate::features::stems::Stems;
use crate::frames::Frame;
use crate::lexicon::{self, Lexicon, Mark};
use crate::stops;
use crate::thesaurus::{self, Thesaurus};
use crate::words::{WordKind, Words, hash, mix, normal_form};

pub use index::Index;

/// No more words than these are read of one statement.
const MOST_WORDS: usize = 120;

/// A story counts as having no fewer statements than these.
const SMALL: f32 = 50.0;

/// A pronoun so near the beginning of what is said mostly means who says it.
const FIRST: usize = 4;

/// Forms of one name begin alike, in no fewer letters than these, and differ in no more.
const BEGIN: usize = 4;
const ENDING: usize = 3;

/// One word of a statement.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it begins and ends in the text.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// What it is compared by.
    pub key: u32,
    /// How much it says; 0 for words that say nothing of the subject.
    pub weight: f32,
    /// What it tells beside that.
    pub mark: Option<Mark>,
    /// What it tells in a second reading, as what a figure beside it measures: row and kind.
    pub second: Option<(u32, Mark)>,
    /// Written with a capital.
    pub capital: bool,
    /// Written with a capital and small letters behind.
    pub name: bool,
    /// A clause ends before it.
    pub opens: bool,
}

/// Terms with their weights, ascending, without doubles.
pub type Terms = Vec<(u32, f32)>;

/// A statement with its words.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    /// What is said, where and by whom.
    pub statement: &'a Statement,
    /// Its words, in order.
    pub tokens: Vec<Token>,
    /// What it is about.
    pub terms: Terms,
    /// The words among the terms that are names.
    pub names: Vec<u32>,
    /// Said not to be so.
    pub negated: bool,
    /// The words around it say that it is told in place of something told before: `Correction:`.
    pub revising: bool,
    /// The sentence says that more is to come: `early results`.
    pub provisional: bool,
    /// Its quantities.
    pub figures: Vec<&'a Figure>,
    /// Its expressions of time.
    pub times: Vec<&'a TimeRef>,
    /// The names in it.
    pub mentions: Vec<&'a Mention>,
    /// What it says that somebody or something does or is; empty until it is asked for.
    pub frames: Vec<Frame>,
}

/// Reads the words of statements; the weight of a word falls with the share of the statements that hold it.
pub fn tell<'a>(reports: &[TimelineReport<'a>], statements: &[&'a Statement]) -> Vec<Told<'a>> {
    let readers: Vec<Reader<'_>> = reports.iter().map(Reader::of).collect();
    let mut told: Vec<Told<'a>> = statements.iter().map(|statement| one(reports, &readers, statement)).collect();
    let mut counts: HashMap<u32, u32, ahash::RandomState> =
        HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4));
    for key in told.iter().flat_map(|told| &told.terms) {
        *counts.entry(key.0).or_insert(0) += 1;
    }
    // In a small story every word is in many of its statements.
    let all = (told.len() as f32).max(SMALL);
    for told in &mut told {
        let scale = |key: u32| {
            let count = counts.get(&key).copied().unwrap_or(1) as f32;
            0.4 + 0.6 * (1.0 + all / count).ln() / (1.0 + all).ln()
        };
        told.terms.iter_mut().for_each(|term| term.1 *= scale(term.0));
        told.tokens.iter_mut().filter(|token| token.weight > 0.0).for_each(|token| token.weight *= scale(token.key));
    }
    told
}

/// What reading the words of one report takes.
struct Reader<'a> {
    report: &'a TimelineReport<'a>,
    stems: Stems,
    stops: &'static stops::Stops,
    lexicon: &'static Lexicon,
    second: &'static Lexicon,
}

impl<'a> Reader<'a> {
    fn of(report: &'a TimelineReport<'a>) -> Reader<'a> {
        let language = language(report);
        Reader {
            report,
            stems: Stems::of(language),
            stops: stops::of(language),
            lexicon: lexicon::of(language),
            second: lexicon::second(language),
        }
    }

    fn tokens(&self, span: Span) -> Vec<Token> {
        self.words(self.report.article.text.slice(span), span.start())
    }

    /// The words of `text`, which begins at `offset`.
    fn words(&self, text: &str, offset: usize) -> Vec<Token> {
        let (mut tokens, mut stems, mut form) = (Vec::new(), Vec::new(), String::new());
        let (mut behind, mut before) = (0, None);
        for word in Words::new(text).take(MOST_WORDS) {
            normal_form(word.surface, &mut form);
            let capital = word.kind == WordKind::Capital;
            let name = capital && word.surface.chars().any(char::is_lowercase);
            let between = text.get(behind..word.start).unwrap_or_default();
            let opens = between.contains([',', ';', ':', '(', ')', '—', '–']) || between.contains(" - ");
            let said_nothing = self.stops.has(&form) && word.surface != "US" || form.len() < 2;
            let (stem, weight) = match (word.kind, before) {
                (WordKind::Character, Some(before)) => {
                    (mix(u64::from(before) << 32 | u64::from(hash(&form))) as u32, 2.0)
                }
                (WordKind::Character, None) => (hash(&form), 0.0),
                (WordKind::Number, _) => (hash(&form), 0.0),
                _ => (self.stems.hash(&form), 1.0),
            };
            let weight = if said_nothing { 0.0 } else { weight * rarity(stem) };
            before = (word.kind == WordKind::Character).then(|| hash(&form));
            behind = word.start + word.surface.len().min(text.len() - word.start);
            let (start, end) = (offset + word.start, offset + behind);
            stems.push(stem);
            tokens.push(Token { start, end, key: stem, weight, mark: None, second: None, capital, name, opens });
        }
        self.mark(&mut tokens, &stems);
        tokens
    }

    /// Gives the words that the lexicon knows their meaning.
    fn mark(&self, tokens: &mut [Token], stems: &[u32]) {
        for (at, token) in tokens.iter_mut().enumerate() {
            let found = self.second.find(&stems[at..]);
            token.second = found.map(|(meaning, _)| (meaning.key, meaning.mark));
        }
        let mut at = 0;
        while at < tokens.len() {
            // A capital inside a statement begins a name, or is the month of March.
            let plain = at == 0 || !tokens[at].name;
            let found = self.lexicon.find(&stems[at..]).filter(|(_, length)| plain || *length > 1);
            let Some((meaning, length)) = found else {
                at += 1;
                continue;
            };
            let bare = matches!(
                meaning.mark,
                Mark::Hedge
                    | Mark::Negation
                    | Mark::Falsehood
                    | Mark::Frame
                    | Mark::Amount
                    | Mark::Reckoning
                    | Mark::Revision
                    | Mark::Earlier
                    | Mark::Joint
                    | Mark::Saying
                    | Mark::Wide
                    | Mark::Pronoun
                    | Mark::Rest
                    | Mark::Around
                    | Mark::Doer
                    | Mark::PartOf
                    | Mark::Provisional
                    | Mark::More
                    | Mark::Speaker
            );
            let end = tokens[at + length - 1].end;
            tokens[at + 1..at + length].iter_mut().for_each(|token| token.weight = 0.0);
            let token = &mut tokens[at];
            token.mark = Some(meaning.mark);
            token.end = end;
            token.opens |= meaning.mark == Mark::Joint;
            if !bare {
                token.key = meaning.key;
                token.weight = rarity(meaning.weighed);
            } else if !matches!(meaning.mark, Mark::Revision | Mark::Frame | Mark::Amount | Mark::Reckoning) {
                token.weight = 0.0;
            }
            at += length;
        }
    }
}

fn one<'a>(reports: &[TimelineReport<'a>], readers: &[Reader<'_>], statement: &'a Statement) -> Told<'a> {
    let report = reports[statement.report];
    let span = statement.span;
    let tokens = readers[statement.report].tokens(span);
    let not = |token: &&Token| matches!(token.mark, Some(Mark::Negation | Mark::Falsehood));
    let negated = tokens.iter().filter(not).count() % 2 == 1;
    let whole = statement.sentence == span;
    let around = if whole { tokens.clone() } else { readers[statement.report].tokens(statement.sentence) };
    let sentence = |mark: Mark| around.iter().any(|token| token.mark == Some(mark));
    let found = report.annotations;
    let all = with_source(&readers[statement.report], statement, &tokens);
    Told {
        revising: sentence(Mark::Revision),
        provisional: sentence(Mark::Provisional),
        statement,
        names: all.iter().filter(|token| token.capital).map(|token| token.key).collect(),
        terms: terms(&all),
        negated: negated != (statement.stance == Stance::Denies),
        tokens,
        figures: within(&found.figures, span, |figure| figure.span),
        times: within(&found.times, span, |time| time.span),
        mentions: within(&found.mentions, span, |mention| mention.span),
        frames: Vec::new(),
    }
}

/// The words of a statement. Where it begins with `it` or `he`, that is mostly the source, whose name then counts too.
fn with_source(reader: &Reader<'_>, statement: &Statement, tokens: &[Token]) -> Vec<Token> {
    let pronoun = |token: &Token| matches!(token.mark, Some(Mark::Pronoun | Mark::Speaker));
    let mut all = tokens.to_vec();
    let nameless = tokens.iter().skip(1).all(|token| !token.capital);
    let meant = |source: &&Source| tokens.iter().take(FIRST).any(pronoun) || nameless && source.entity.is_some();
    if let Some(source) = statement.source.as_ref().filter(meant) {
        all.extend(reader.words(&source.name, 0));
    }
    all
}

/// Those of `found`, which stand in order, that lie inside `span`.
fn within<T>(found: &[T], span: Span, of: impl Fn(&T) -> Span) -> Vec<&T> {
    let first = found.partition_point(|one| of(one).start() < span.start());
    found[first..].iter().take_while(|one| of(one).end() <= span.end()).collect()
}

/// The terms of some words.
pub fn terms(tokens: &[Token]) -> Terms {
    let mut terms: Terms =
        tokens.iter().filter(|token| token.weight > 0.0).map(|token| (token.key, token.weight)).collect();
    terms.sort_unstable_by_key(|term| term.0);
    terms.dedup_by_key(|term| term.0);
    terms
}

/// The weight of all terms.
pub fn weight(terms: &[(u32, f32)]) -> f32 {
    terms.iter().map(|term| term.1).sum()
}

/// The weight of the terms that both have, and how many they are.
pub fn common(one: &[(u32, f32)], other: &[(u32, f32)]) -> (f32, usize) {
    let (mut sum, mut count, mut at) = (0.0, 0, 0);
    for term in one {
        while other.get(at).is_some_and(|other| other.0 < term.0) {
            at += 1;
        }
        if other.get(at).is_some_and(|other| other.0 == term.0) {
            sum += term.1;
            count += 1;
        }
    }
    (sum, count)
}

impl Told<'_> {
    /// The names of places in it, by the hash of their words.
    pub fn places(&self, reports: &[TimelineReport<'_>]) -> Vec<u32> {
        let text = &reports[self.statement.report].article.text;
        let places = self.mentions.iter().filter(|mention| mention.kind == EntityKind::Place);
        places.map(|mention| name_key(text.slice(mention.span))).collect()
    }

    /// The names in it, by the hashes of their last words.
    pub fn last_names(&self, reports: &[TimelineReport<'_>]) -> Vec<u32> {
        let text = &reports[self.statement.report].article.text;
        let last = |mention: &&Mention| text.slice(mention.span).split_whitespace().next_back().map(name_key);
        self.mentions.iter().filter_map(last).collect()
    }

    /// Some word tells this.
    pub fn has(&self, mark: Mark) -> bool {
        self.tokens.iter().any(|token| token.mark == Some(mark))
    }

    /// True of a word that lies in an expression of time.
    pub fn is_timed(&self, token: &Token) -> bool {
        self.times.iter().any(|time| time.span.start() < token.end && token.start < time.span.end())
    }

    /// A word as it is written.
    pub fn written<'r>(&self, reports: &[TimelineReport<'r>], token: &Token) -> &'r str {
        let text = &reports[self.statement.report].article.text;
        text.as_str().get(token.start..token.end).unwrap_or_default()
    }

    /// True of a word that casts doubt on what is told: `may`, but not `planned`.
    pub fn is_doubt(&self, reports: &[TimelineReport<'_>], token: &Token) -> bool {
        token.mark == Some(Mark::Hedge) && !self.lexicon(reports).is_past(self.written(reports, token))
    }

    /// The thesaurus of its language.
    pub fn thesaurus(&self, reports: &[TimelineReport<'_>]) -> &'static Thesaurus {
        thesaurus::of(language(&reports[self.statement.report]))
    }

    /// The lexicon of its language.
    pub fn lexicon(&self, reports: &[TimelineReport<'_>]) -> &'static Lexicon {
        lexicon::of(language(&reports[self.statement.report]))
    }

    /// The number of the word that begins at or behind `at`.
    pub fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|token| token.start < at)
    }
}

/// What a name is compared by: its letters and digits, whatever their case.
pub fn name_key(name: &str) -> u32 {
    let plain: String = name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    hash(&plain)
}

/// The words of a name or description, in small letters, but for articles and the like.
pub fn words_of(name: &str) -> Vec<String> {
    let stops = stops::of("en");
    let words = name.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| word.len() > 2 && !stops.has(word)).collect()
}

/// True of the same word, and of the forms of a name: `Norland`, `Norlander`.
pub fn alike(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    long == short || short.len() >= BEGIN && long.len() - short.len() <= ENDING && long.starts_with(short)
}

/// True where a word of the one is the same as one of the other, or a form of it.
pub fn any_alike<A: AsRef<str>, B: AsRef<str>>(one: &[A], other: &[B]) -> bool {
    one.iter().any(|word| other.iter().any(|other| alike(word.as_ref(), other.as_ref())))
}

/// True where each has something, and nothing is in both.
pub fn disjoint<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    !one.is_empty() && !other.is_empty() && !one.iter().any(|name| other.contains(name))
}

/// True where each has what the other has not.
pub fn apart<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    let lacks = |one: &[T], other: &[T]| one.iter().any(|name| !other.contains(name));
    lacks(one, other) && lacks(other, one)
}

/// The tag of the language of a report.
pub fn language<'a>(report: &TimelineReport<'a>) -> &'a str {
    report.annotations.language.as_ref().map_or("en", |language| language.as_str())
}

/// The days that a statement names with their number, as they resolve: `July 1`, not `on Friday`, which is too often read
/// as the wrong one.
pub fn written_days<'a>(reports: &[TimelineReport<'_>], told: &Told<'a>) -> Vec<&'a str> {
    let text = &reports[told.statement.report].article.text;
    let times = told.times.iter().filter(|time| {
        time.value.len() >= "2025-06-21".len() && time.value.starts_with(|first: char| first.is_ascii_digit())
    });
    let written = times.filter(|time| text.slice(time.span).contains(|letter: char| letter.is_ascii_digit()));
    // The number of the day stands among the words: `within 60 days` is no day written out.
    let numbered = |time: &&&TimeRef| {
        let day = time.value.get("2025-06-".len().."2025-06-21".len()).unwrap_or_default().trim_start_matches('0');
        let mut numbers = text.slice(time.span).split(|letter: char| !letter.is_ascii_digit());
        numbers.any(|number| number.trim_start_matches('0') == day)
    };
    written.filter(|time| numbered(time)).filter_map(|time| time.value.get(.."2025-06-21".len())).collect()
}
