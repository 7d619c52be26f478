//! The sentences of a story: their terms, the dates they name, and how much they keep to what the story is about.

use dateline_model::{Article, Span, Text, TimeKind, TimeRef};
use jiff::civil::Date;

use super::soundness::soundness;
use super::vocabulary::{Language, Term, Vocabulary};
use super::{TimelineDate, TimelineReport};
use crate::words::Words;

/// Of one sentence no more dates and no more terms than these: what lists more tells of none of them.
const DATES: usize = 4;
const TERMS: usize = 120;
/// The centre of a story is made of the first sentences of its reports.
const HEAD: u32 = 5;
/// What a sentence is worth that carries the time of publication: a head of the page run into it.
const STAMPED: f32 = 0.4;
/// A date further behind the beginning of a sentence is no such stamp, and a dateline ends before; in bytes.
const STAMP: usize = 60;
const DATELINE: usize = 90;

/// One sentence of a report.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// The report, by its place in the list.
    pub report: u32,
    /// Where it stands there, without a dateline.
    pub span: Span,
    /// Its place among the sentences of the report.
    pub place: u32,
    /// Ascending, without doubles.
    pub terms: Vec<Term>,
    /// How many words it has.
    pub words: u32,
    /// 1 for one that can stand alone, less for one that cannot.
    pub soundness: f32,
    /// The dates it names, ascending.
    pub named: Vec<TimelineDate>,
    /// 1 for one that keeps to what the story is about, 0 for one that does not.
    pub relevance: f32,
}

impl Sentence {
    /// The days among the dates it names.
    pub fn days(&self) -> impl Iterator<Item = TimelineDate> + '_ {
        self.named.iter().copied().filter(|date| matches!(date, TimelineDate::Day(_)))
    }
}

/// A story read once.
pub struct Story {
    /// The sentences of all reports, in order.
    pub sentences: Vec<Sentence>,
    /// How seldom each term is told.
    pub rarity: Vec<f32>,
    /// When each report was published.
    pub published: Vec<Option<Date>>,
}

/// Reads the reports.
pub fn read(reports: &[TimelineReport<'_>]) -> Story {
    let mut vocabulary = Vocabulary::new();
    let mut languages: Vec<(&str, Language)> = Vec::new();
    let mut sentences = Vec::new();
    for (report, TimelineReport { article, annotations }) in reports.iter().enumerate() {
        let tag = annotations.language.as_ref().map_or("en", |language| language.as_str());
        let number = languages.iter().position(|(known, _)| *known == tag).unwrap_or(languages.len());
        if number == languages.len() {
            languages.push((tag, Language::new(tag, number)));
        }
        let language = &languages[number].1;
        let mut times = annotations.times.iter().peekable();
        for (place, &whole) in annotations.sentences.iter().enumerate() {
            let span = without_dateline(article, whole);
            let words = article.text.slice(span);
            let mut count = 0;
            let read = Words::new(words).inspect(|_| count += 1);
            let mut terms: Vec<Term> = read.filter_map(|word| vocabulary.term(&word, language)).take(TERMS).collect();
            terms.sort_unstable();
            terms.dedup();
            vocabulary.count(&terms);
            let (mut named, mut stamped) = (Vec::new(), false);
            while let Some(time) = times.next_if(|time| time.span.start() < whole.end()) {
                let date = named_by(time, &article.text);
                let stamp = is_stamp(time, date, article, whole);
                stamped |= stamp;
                if !stamp && named.len() < DATES {
                    named.extend(date);
                }
            }
            named.sort_unstable();
            named.dedup();
            let soundness = soundness(words, tag) * if stamped { STAMPED } else { 1.0 };
            let (report, place) = (report as u32, place as u32);
            sentences.push(Sentence { report, span, place, terms, words: count, soundness, named, relevance: 0.0 });
        }
    }
    let rarity = vocabulary.rarities(sentences.len());
    judge(&mut sentences, &rarity);
    let published = reports.iter().map(|report| report.article.published.map(|moment| moment.day())).collect();
    Story { sentences, rarity, published }
}

/// The day that an expression names, be it by the hour; a month or year only where its year is written out.
fn named_by(time: &TimeRef, text: &Text) -> Option<TimelineDate> {
    match time.kind {
        TimeKind::Date => TimelineDate::of(&time.value).filter(|date| {
            let written = || text.slice(time.span).contains(time.value.get(..4).unwrap_or("-"));
            matches!(date, TimelineDate::Day(_)) || written()
        }),
        TimeKind::Time => TimelineDate::of(time.value.get(..10)?),
        TimeKind::Duration | TimeKind::Set => None,
    }
}

/// True for the day of publication with its year at the head of a sentence, which news tells only above its reports.
fn is_stamp(time: &TimeRef, date: Option<TimelineDate>, article: &Article, sentence: Span) -> bool {
    let published = article.published.map(|moment| TimelineDate::Day(moment.day()));
    let year = || article.text.slice(time.span).contains(time.value.get(..4).unwrap_or("-"));
    date.is_some() && date == published && time.span.start() < sentence.start() + STAMP && year()
}

/// The sentence without the line of place and agency before it: the one known, or what ends in a bracket and a dash.
fn without_dateline(article: &Article, sentence: Span) -> Span {
    let words = article.text.slice(sentence);
    let known = article.dateline.as_ref().filter(|dateline| dateline.span.start() == sentence.start());
    let head = words.char_indices().map(|(at, _)| at).take_while(|&at| at < DATELINE).last().unwrap_or(0);
    let in_brackets = || {
        let ends = [") -- ", ") - ", ") — ", ") – ", "-RRB- -- ", "-RRB- - "];
        ends.iter().find_map(|end| words[..head].find(end).map(|at| at + end.len()))
    };
    let length = known.map(|dateline| dateline.span.len()).or_else(in_brackets).unwrap_or(0);
    let rest = words.get(length..).unwrap_or_default().trim_start_matches([' ', '-', '–', '—', ':']);
    article.text.span(sentence.end() - rest.len()..sentence.end()).filter(|span| !span.is_empty()).unwrap_or(sentence)
}

/// Says of each sentence how near it is to the centre of the story, as the cosine of their terms: 1 for the nearest
/// twentieth.
fn judge(sentences: &mut [Sentence], rarity: &[f32]) {
    let mut centre = vec![0.0f32; rarity.len()];
    for &term in sentences.iter().filter(|sentence| sentence.place < HEAD).flat_map(|sentence| &sentence.terms) {
        centre[term as usize] += rarity[term as usize];
    }
    for sentence in sentences.iter_mut() {
        let over = |value: &dyn Fn(usize) -> f32| sentence.terms.iter().map(|&term| value(term as usize)).sum::<f32>();
        let length = over(&|term| rarity[term] * rarity[term]).sqrt();
        sentence.relevance = over(&|term| centre[term] * rarity[term]) / length.max(f32::MIN_POSITIVE);
    }
    let mut values: Vec<f32> = sentences.iter().map(|sentence| sentence.relevance).collect();
    values.sort_unstable_by(f32::total_cmp);
    let high = values.get(values.len() * 19 / 20).copied().unwrap_or(1.0).max(f32::MIN_POSITIVE);
    for sentence in sentences {
        sentence.relevance = (sentence.relevance / high).min(1.0);
    }
}
