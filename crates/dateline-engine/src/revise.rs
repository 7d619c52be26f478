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
    let text = |studied: &'_ Studied| (studied.article.text.clone(), studied.annotations.sentences.clone());
    let (old, new) = (text(before), text(after));
    let comparison = dateline_story::compare((&old.0, &old.1), (&new.0, &new.1));
    let edit = dateline_story::edit(&report(before), &report(after), &comparison);
    Revised { comparison, edit }
}

fn report(studied: &Studied) -> StoryReport<'_> {
    StoryReport { article: &studied.article, annotations: &studied.annotations }
}
