//! One article studied: annotated, and its features read.

use dateline_annotate::annotate;
use dateline_model::{Annotations, Article, Field, Span};
use dateline_story::{Features, TimelineDay, TimelineReport};

/// An article with everything that can be said of it alone.
#[derive(Clone, Debug)]
pub struct Studied {
    /// The article, its language filled in, or put right, where the words show it.
    pub article: Article,
    /// What was found in its text.
    pub annotations: Annotations,
    /// What grouping needs of it.
    pub features: Features,
}

/// Studies an article. Depends on nothing but the article, so many can be studied side by side.
#[must_use]
pub fn study(mut article: Article) -> Studied {
    let annotations = annotate(&article);
    if article.language != annotations.language {
        article.language.clone_from(&annotations.language);
        article.provenance.note(Field::Language, "words");
    }
    let features = Features::of(&article, &annotations);
    Studied { article, annotations, features }
}

impl Studied {
    /// The first sentence that is more than a heading or a dateline: what a list shows of the report.
    #[must_use]
    pub fn lead(&self) -> Option<Span> {
        let text = &self.article.text;
        let whole = |span: &&Span| {
            let plain = self.article.block(line_of(&self.article, **span)).is_none();
            plain && text.slice(**span).split_whitespace().nth(3).is_some()
        };
        let sentences = &self.annotations.sentences;
        sentences.iter().take(20).find(whole).or(sentences.first()).copied()
    }
}

/// The line of the text that holds `span`.
fn line_of(article: &Article, span: Span) -> Span {
    article.text.lines().find(|line| line.start() <= span.start() && span.end() <= line.end()).unwrap_or(span)
}

/// The timeline of the reports of one story; see [`dateline_story::timeline`].
#[must_use]
pub fn timeline(reports: &[Studied], dates: Option<usize>, sentences: usize) -> Vec<TimelineDay> {
    let reports: Vec<TimelineReport<'_>> = reports
        .iter()
        .map(|studied| TimelineReport { article: &studied.article, annotations: &studied.annotations })
        .collect();
    dateline_story::timeline(&reports, dates, sentences)
}
