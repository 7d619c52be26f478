//! Who said what: sources, cues and contents.

pub mod by_marks;
mod chains;
pub mod clauses;
pub mod cues;
mod infinitives;
mod nominals;
mod order;
mod phrases;
mod positions;
pub mod quotations;
mod record;
mod refusals;
mod spans;
pub mod speakers;
mod stance;
#[cfg(test)]
mod tests;
mod transcripts;
pub mod who;

use std::ops::Range;
use std::sync::LazyLock;

use dateline_model::{Claim, Entity, Form, Mention, Source, Span, Stance, Text, Via};

use crate::grammar::Analysis;
use crate::lang::english::cues::CUES;
use clauses::Found;
use cues::{Cues, Frames, QUOTE, SPEECH};
use quotations::Quotation;
use speakers::Speaker;
use who::{Cast, Who};

static ENGLISH: LazyLock<Cues> = LazyLock::new(|| Cues::new(&CUES));

/// A claim as one sentence shows it, in bytes of the text.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// What may stand beside the cue.
    pub frames: Frames,
    /// The cue.
    pub cue: Range<usize>,
    /// Who says it.
    pub source: Option<Range<usize>>,
    /// What is known of who says it.
    pub speaker: Option<Speaker>,
    /// The proper name of who says it.
    pub name: Option<Range<usize>>,
    /// Who passed it on, nearest to the article first.
    pub via: Vec<Range<usize>>,
    /// What is said, in parts.
    pub content: Vec<Range<usize>>,
    /// True where the content is a clause of the sentence, which no quotation beside it displaces.
    pub has_clause: bool,
    /// What the source does with it.
    pub stance: Stance,
}

/// Gathers claims sentence by sentence.
#[derive(Debug)]
pub struct Reader {
    quotations: Vec<Quotation>,
    /// Those that are sentences of their own, in order.
    apart: Vec<Span>,
    candidates: Vec<Candidate>,
}

impl Reader {
    /// Begins with the quotations of `text`.
    #[must_use]
    pub fn new(text: &Text) -> Reader {
        let quotations = quotations::find(text);
        let apart = quotations.iter().filter(|quotation| quotation.stands_alone(text)).map(|quotation| quotation.span);
        Reader { apart: apart.collect(), quotations, candidates: Vec::new() }
    }

    /// Moves the words of quotations that are sentences of their own to `spoken`: the sentence around them is read as if they
    /// were not there.
    pub fn cut(&self, sentence: &mut Analysis, spoken: &mut Analysis) {
        spoken.words.clear();
        spoken.tags.clear();
        let start = sentence.words.first().map_or(0, |word| word.start as usize);
        let mut index = self.apart.partition_point(|span| span.end() <= start);
        if self
            .apart
            .get(index)
            .is_none_or(|span| sentence.words.last().is_none_or(|last| last.end as usize <= span.start()))
        {
            return;
        }
        sentence.split(spoken, |word| {
            while self.apart.get(index).is_some_and(|span| span.end() <= word.start as usize) {
                index += 1;
            }
            self.apart.get(index).is_some_and(|span| span.start() <= word.start as usize)
        });
    }

    /// Puts right parts of speech by what is known of the cues; before the sentence is parsed.
    pub fn retag(&self, sentence: &mut Analysis) {
        ENGLISH.retag(&sentence.words, &mut sentence.tags);
    }

    /// True where a word that may be a cue has the part of speech of one: only then need the sentence be parsed.
    #[must_use]
    pub fn wants_tree(&self, sentence: &Analysis) -> bool {
        phrases::may_be(sentence) || (0..sentence.len()).any(|at| ENGLISH.may_be(sentence, at))
    }

    /// True where the sentence has a word that may be a cue: only then need it be tagged.
    #[must_use]
    pub fn wants(&self, sentence: &Analysis) -> bool {
        sentence.words.iter().any(|word| !ENGLISH.get(word.key).is_empty()) || phrases::may_be(sentence)
    }

    /// Takes in what a parsed sentence shows.
    pub fn read(&mut self, text: &Text, sentence: &Analysis) {
        let mut found = clauses::find(sentence, &ENGLISH);
        for several in [phrases::find(text, sentence), refusals::find(sentence)].into_iter().flatten() {
            // A cue of several words is more than the cue that is one of them.
            found.retain(|other| other.cue.1 < several.cue.0 || several.cue.1 < other.cue.0);
            found.push(several);
        }
        found.sort_by_key(|found| found.cue);
        clauses::drop_repeated(&mut found);
        positions::correct(sentence, &mut found);
        found.retain(|found| !speakers::wants_document(text, sentence, found));
        chains::link(text, sentence, &mut found);
        self.candidates.extend(found.iter().map(|found| candidate(text, sentence, found)));
    }

    /// The claims of the text, its names and what these mean being known.
    #[must_use]
    pub fn finish(mut self, text: &Text, sentences: &[Span], mentions: &[Mention], entities: &[Entity]) -> Vec<Claim> {
        let lines = transcripts::find(text, mentions);
        let known = |cue: &Range<usize>| lines.binary_search_by_key(&cue.start, |line| line.cue.start).is_ok();
        self.candidates.retain(|candidate| !known(&candidate.cue));
        self.candidates.extend(lines);
        self.candidates.sort_by_key(|candidate| candidate.cue.start);
        let candidates = spans::settle(text, sentences, &self.quotations, self.candidates);
        let whos = Cast::new(text, sentences, mentions, entities).tell(&candidates);
        let claims = candidates.into_iter().zip(whos);
        claims.filter_map(|(candidate, who)| claim(text, sentences, &self.quotations, candidate, who)).collect()
    }
}

fn candidate(text: &Text, sentence: &Analysis, found: &Found) -> Candidate {
    let bytes =
        |&(first, last): &(usize, usize)| sentence.words[first].start as usize..sentence.words[last].end as usize;
    let speaker = found.source.map(|source| speakers::describe(text, sentence, source.noun));
    Candidate {
        frames: found.frames,
        cue: bytes(&found.cue),
        source: found.source.as_ref().map(|source| bytes(&source.words)),
        name: speaker.as_ref().and_then(|speaker| speaker.name.as_ref()).map(bytes),
        speaker,
        via: found.via.iter().map(bytes).collect(),
        content: found.content.iter().map(bytes).collect(),
        has_clause: found.has_clause,
        stance: found.stance,
    }
}

fn claim(
    text: &Text,
    sentences: &[Span],
    quotations: &[Quotation],
    candidate: Candidate,
    who: Option<Who>,
) -> Option<Claim> {
    let span = |range: &Range<usize>| text.span(range.clone());
    let words = |span: Span| text.slice(span).to_owned();
    let content: Vec<Span> = candidate.content.iter().filter_map(span).collect();
    let source = candidate.source.as_ref().and_then(span).zip(who).map(|(span, who)| {
        let Who { name, kind, count, entity } = who;
        Source { span, name, kind, count, entity }
    });
    let via: Vec<Via> = candidate.via.iter().filter_map(span).map(|span| Via { span, name: words(span) }).collect();
    let cue = span(&candidate.cue)?;
    let has_cue = !candidate.cue.is_empty();
    let all = content.iter().chain([&cue]).chain(source.as_ref().map(|source| &source.span));
    let (start, end) = all.fold((usize::MAX, 0), |(start, end), span| (start.min(span.start()), end.max(span.end())));
    Some(Claim {
        span: text.span(start..end)?,
        form: form(&content, quotations),
        stance: stance::of(text, candidate.stance, &content),
        record: record::of(text, sentences, cue, source.as_ref().map(|source| source.span)),
        cue: has_cue.then_some(cue),
        content,
        source,
        via,
    })
}

/// Direct where the whole content stands in quotation marks, mixed where a part does.
fn form(content: &[Span], quotations: &[Quotation]) -> Form {
    // None stands within another, so only the first that ends behind the beginning of a span can hold or touch it.
    let near = |span: &Span| quotations.get(quotations.partition_point(|other| other.span.end() <= span.start()));
    let quoted =
        |span: &Span| near(span).is_some_and(|near| near.span.start() <= span.start() && span.end() <= near.span.end());
    let touched = |span: &Span| near(span).is_some_and(|near| near.span.start() < span.end());
    if !content.is_empty() && content.iter().all(quoted) {
        Form::Direct
    } else if content.iter().any(touched) {
        Form::Mixed
    } else {
        Form::Indirect
    }
}

impl Candidate {
    fn has(&self, frame: u16) -> bool {
        self.frames & frame != 0
    }

    /// True where a quotation beside it is what is said.
    fn takes_quotation(&self) -> bool {
        self.has(QUOTE)
    }

    /// True for words of speaking, which make whatever quotation stands beside them theirs.
    fn is_speech(&self) -> bool {
        self.has(SPEECH)
    }
}
