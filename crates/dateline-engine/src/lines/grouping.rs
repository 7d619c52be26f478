//! The lines of copies and stories, and of the days of a timeline.

use dateline_model::{Article, Direction, Passage, PassageKind};
use dateline_story::align;
use serde::Serialize;

use crate::TimelineDay;

/// Where one article belongs.
#[derive(Debug, Serialize)]
pub struct GroupLine {
    /// The article.
    pub id: String,
    /// Its story.
    pub story: String,
    /// The articles it copies, largest share first.
    pub copies: Vec<CopyLine>,
    /// The articles that it shares quotations with, and no more.
    pub quotations: Vec<String>,
}

/// One copy.
#[derive(Debug, Serialize)]
pub struct CopyLine {
    /// The article copied.
    pub of: String,
    /// The share of the copying article's words found there, 0 to 1.
    pub share: f32,
    /// Why it is the copy and not the original.
    pub direction: Direction,
    /// What both have, in the order of the copying article.
    pub passages: Vec<PassageLine>,
}

/// Words that stand in two articles, in Unicode code points.
#[derive(Debug, Serialize)]
pub struct PassageLine {
    /// First in the copying article, and one past the last.
    pub here: [usize; 2],
    /// The same in the article copied.
    pub there: [usize; 2],
    /// Whether it is a copy, or both quote it.
    pub kind: PassageKind,
}

impl CopyLine {
    /// The line of what `copy` has of `original`.
    #[must_use]
    pub fn new(copy: &Article, original: &Article, share: f32, direction: Direction) -> CopyLine {
        let (here, there) = (copy.text.code_points(), original.text.code_points());
        let passage = |passage: &Passage| {
            let (here, there) = (here.of(passage.here), there.of(passage.there));
            PassageLine { here: here.into(), there: there.into(), kind: passage.kind }
        };
        let passages = align(&copy.text, &original.text).passages.iter().map(passage).collect();
        CopyLine { of: original.id.to_string(), share: (share * 1000.0).round() / 1000.0, direction, passages }
    }
}

/// One day of a timeline.
#[derive(Debug, Serialize)]
pub struct TimelineLine {
    /// The day.
    pub date: String,
    /// The sentences that tell it best.
    pub sentences: Vec<TimelineSentenceLine>,
}

/// One sentence of a timeline.
#[derive(Debug, Serialize)]
pub struct TimelineSentenceLine {
    /// The article it was taken from.
    pub id: String,
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The sentence.
    pub text: String,
}

impl TimelineLine {
    /// The line of `day`; `article` finds a report by its identifier.
    #[must_use]
    pub fn new<'a>(day: &TimelineDay, article: impl Fn(&str) -> Option<&'a Article>) -> TimelineLine {
        let sentences = day.sentences.iter().filter_map(|sentence| {
            let text = &article(sentence.article.as_str())?.text;
            let (start, end) = text.code_points().of(sentence.span);
            let words = text.slice(sentence.span).to_owned();
            Some(TimelineSentenceLine { id: sentence.article.to_string(), start, end, text: words })
        });
        TimelineLine { date: day.date.to_string(), sentences: sentences.collect() }
    }
}
