//! Two versions of a report: what differs in them, and what kind of change that is.

use dateline_annotate::{lang, language, sentences};
use dateline_model::{Article, Comparison, Edit, Span};

use crate::{StoryReport, Studied, study};

/// The change from one version of a report to a later one.
#[derive(Clone, Debug)]
pub struct Revised {
    /// Their texts, word by word.
    pub comparison: Comparison,
    /// What kind of change it is.
    pub edit: Edit,
}

/// Compares two versions of a report and judges the change. Depends on nothing but the two.
#[must_use]
pub fn revise(before: &Article, after: &Article) -> Revised {
    revise_studied(&study(before.clone()), &study(after.clone()))
}

/// Compares two versions of a report, without judging the change.
#[must_use]
pub fn compare(before: &Article, after: &Article) -> Comparison {
    let cut =
        |article: &Article| -> Vec<Span> { sentences::split(&article.text, lang::of(language::of(article).as_ref())) };
    dateline_story::compare((&before.text, &cut(before)), (&after.text, &cut(after)))
}

/// As [`revise`], of versions that are studied already.
#[must_use]
pub fn revise_studied(before: &Studied, after: &Studied) -> Revised {
    let comparison = dateline_story::compare(
        (&before.article.text, &before.annotations.sentences),
        (&after.article.text, &after.annotations.sentences),
    );
    let edit = dateline_story::edit(&report(before), &report(after), &comparison);
    Revised { comparison, edit }
}

fn report(studied: &Studied) -> StoryReport<'_> {
    StoryReport { article: &studied.article, annotations: &studied.annotations }
}
