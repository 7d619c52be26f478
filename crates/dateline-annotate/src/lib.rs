//! Articles in, annotations out: language, sentences, times.
#![warn(clippy::disallowed_methods)]

mod lang;
mod language;
mod sentences;
mod times;

use dateline_model::{Annotations, Article, Moment};

pub use lang::{LANGUAGES, LanguageData, TimeWord, Unit};

/// Everything this crate finds in `article`. Takes time linear in the length of the text.
#[must_use]
pub fn annotate(article: &Article) -> Annotations {
    let language = language::of(article);
    let data = lang::of(language.as_ref());
    let sentences = sentences::split(&article.text, data);
    let published = article.published.as_ref().map(Moment::day);
    let times = times::find(&article.text, &sentences, data, published);
    Annotations { language, sentences, times }
}
