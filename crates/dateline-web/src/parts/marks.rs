//! What is marked in the text of a report: its dateline, who said what, and on demand names, figures and dates.

use std::ops::Range;
use std::rc::Rc;

use dateline_model::{Annotations, Article, EntityKind, Span};

use super::nest::{Step, nest};
use super::said::{self, Said};
use super::value;

/// So many marks that began in an earlier line are carried on: more would only be noise.
const CARRIED: usize = 24;

/// Which kinds are shown besides claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Persons, organisations and places.
    pub names: bool,
    /// Quantities.
    pub figures: bool,
    /// Expressions of time.
    pub dates: bool,
}

/// How marked words look and what they mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Classes in the styles.
    pub class: &'static str,
    /// What addresses lead to; may be empty.
    pub id: String,
    /// What the words come to; may be empty.
    pub title: String,
    /// The same, to be shown behind the words; may be empty.
    pub means: String,
}

/// A part of a line: words, or where a mark begins or ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words.
    Words(String),
    /// A mark begins.
    Open(Box<Look>),
    /// The card of the claim whose mark ends next; with its number where that was not given before.
    Card(Rc<Said>, bool),
    /// The mark opened last ends.
    Close,
}

/// What a mark stands for.
#[derive(Clone, Copy)]
enum Kind {
    Look(&'static str),
    Claim(usize),
    Name(usize),
    Figure(usize),
    Date(usize),
}

/// The marks of one report, handed out line by line in the order of the text.
pub struct Marks<'a> {
    article: &'a Article,
    found: Option<&'a Annotations>,
    said: Vec<Rc<Said>>,
    marks: Vec<(Range<usize>, Kind)>,
    /// The first of `marks` that no line has reached.
    next: usize,
    /// Marks that go on behind the last line.
    carried: Vec<usize>,
    /// By claim: whether its place, and its number, were given. By entity: whether its first mention was explained.
    anchored: Vec<bool>,
    numbered: Vec<bool>,
    explained: Vec<bool>,
}

impl<'a> Marks<'a> {
    /// The dateline alone.
    #[must_use]
    pub fn plain(article: &'a Article) -> Marks<'a> {
        Marks::new(article, None, &[], Shown::default())
    }

    /// All that is to be shown. `said` are the claims of `found`; those behind its end are not marked.
    #[must_use]
    pub fn new(article: &'a Article, found: Option<&'a Annotations>, said: &[Said], shown: Shown) -> Marks<'a> {
        let mut marks: Vec<(Range<usize>, Kind)> = Vec::new();
        if let Some(dateline) = &article.dateline {
            marks.push((dateline.span.range(), Kind::Look("dateline")));
        }
        if let Some(found) = found {
            for (number, claim) in found.claims.iter().enumerate().take(said.len()) {
                marks.push((claim.span.range(), Kind::Claim(number)));
                let content = match said[number].stance_class {
                    "denies" => "content denies",
                    _ => "content",
                };
                marks.extend(claim.content.iter().map(|part| (part.range(), Kind::Look(content))));
                marks.extend(claim.source.iter().map(|source| (source.span.range(), Kind::Look("speaker"))));
                marks.extend(claim.cue.iter().map(|cue| (cue.range(), Kind::Look("cue"))));
            }
            let names = found.mentions.iter().enumerate().map(|(at, mention)| (mention.span.range(), Kind::Name(at)));
            let figures = found.figures.iter().enumerate().map(|(at, figure)| (figure.span.range(), Kind::Figure(at)));
            let dates = found.times.iter().enumerate().map(|(at, time)| (time.span.range(), Kind::Date(at)));
            marks.extend(names.filter(|_| shown.names));
            marks.extend(figures.filter(|_| shown.figures));
            marks.extend(dates.filter(|_| shown.dates));
        }
        marks.sort_by_key(|(range, _)| range.start);
        Marks {
            article,
            found,
            said: said.iter().cloned().map(Rc::new).collect(),
            marks,
            next: 0,
            carried: Vec::new(),
            anchored: vec![false; said.len()],
            numbered: vec![false; said.len()],
            explained: vec![false; found.map_or(0, |found| found.entities.len())],
        }
    }

    /// The parts of the words in `line`, which begins behind every line asked for before.
    pub fn parts(&mut self, line: Range<usize>) -> Vec<Part> {
        let text = self.article.text.as_str();
        let mut here = std::mem::take(&mut self.carried);
        here.retain(|&mark| self.marks[mark].0.end > line.start);
        while let Some((range, _)) = self.marks.get(self.next)
            && range.start < line.end
        {
            if range.end > line.start {
                here.push(self.next);
            }
            self.next += 1;
        }
        let ranges: Vec<Range<usize>> = here.iter().map(|&mark| self.marks[mark].0.clone()).collect();
        let mut parts = Vec::new();
        for step in nest(text, line.clone(), &ranges) {
            match step {
                Step::Words(range) => parts.push(Part::Words(text[range].to_owned())),
                Step::Open { mark, first, last } => {
                    let look = self.look(here[mark], first, last);
                    parts.push(Part::Open(Box::new(look)));
                }
                Step::Close { mark, last } => {
                    parts.extend(self.card(here[mark], last));
                    parts.push(Part::Close);
                }
            }
        }
        self.carried = here.into_iter().filter(|&mark| self.marks[mark].0.end > line.end).take(CARRIED).collect();
        parts
    }

    fn look(&mut self, mark: usize, first: bool, last: bool) -> Look {
        let text = &self.article.text;
        let kind = self.marks[mark].1;
        let found = self.found;
        match (kind, found) {
            (Kind::Claim(number), _) => {
                let id = if std::mem::replace(&mut self.anchored[number], true) {
                    String::new()
                } else {
                    format!("claim-{}", number + 1)
                };
                let class = match self.said[number].stance_class {
                    "denies" => "claim denies",
                    "declines" => "claim declines",
                    _ => "claim",
                };
                Look { class, id, ..Look::default() }
            }
            (Kind::Name(at), Some(found)) => {
                let mention = &found.mentions[at];
                let Some(entity) = found.entities.get(mention.entity) else { return Look::default() };
                let role = mention.role.as_ref().or(entity.roles.first());
                let role = role.map(|role| said::role_words(self.article, role)).unwrap_or_default();
                let what = said::entity_kind(entity.kind);
                let told = if role.is_empty() { what.to_owned() } else { format!("{what}, {role}") };
                let explain = first && last && !std::mem::replace(&mut self.explained[mention.entity], true);
                let class = match entity.kind {
                    EntityKind::Person => "found-name person",
                    EntityKind::Organisation => "found-name organisation",
                    EntityKind::Place => "found-name place",
                };
                let means = if explain { told.clone() } else { String::new() };
                Look { class, title: format!("{}: {told}", entity.name), means, ..Look::default() }
            }
            (Kind::Figure(at), Some(found)) => {
                let figure = &found.figures[at];
                // What stands right behind a figure need not be told again.
                const NEAR: usize = 5;
                let near = |of: Span| of.start() >= figure.span.end() && of.start() <= figure.span.end() + NEAR;
                let far = figure.of.is_some_and(|of| !near(of));
                let means = value::figure(text, figure, far);
                let look = explained("found-figure", means, text.slice(figure.span), last);
                Look { title: value::figure(text, figure, true), ..look }
            }
            (Kind::Date(at), Some(found)) => {
                let time = &found.times[at];
                explained("found-date", value::time(&time.value), text.slice(time.span), last)
            }
            (Kind::Look(class), _) => Look { class, ..Look::default() },
            _ => Look::default(),
        }
    }

    /// The card of a claim at the end of each of its pieces, with its number at its first end.
    fn card(&mut self, mark: usize, last: bool) -> Option<Part> {
        let Kind::Claim(number) = self.marks[mark].1 else { return None };
        let numbers = last && !std::mem::replace(&mut self.numbered[number], true);
        Some(Part::Card(Rc::clone(&self.said[number]), numbers))
    }
}

/// A mark whose meaning stands behind its last piece, where it is not what the words say already.
fn explained(class: &'static str, title: String, words: &str, last: bool) -> Look {
    let plain = |words: &str| words.to_lowercase().replace([',', ' ', '\u{202f}'], "").replace("percent", "%");
    let means = if last && plain(&title) != plain(words) { title.clone() } else { String::new() };
    Look { class, id: String::new(), title, means }
}
