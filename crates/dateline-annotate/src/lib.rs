//! Articles in, annotations out: language, sentences, times, figures, names, claims.
#![warn(clippy::disallowed_methods)]

pub mod claims;
pub mod clauses;
pub mod figures;
pub mod grammar;
pub mod lang;
pub mod language;
pub mod lexemes;
pub mod names;
mod numbers;
pub mod sentences;
pub mod times;

use dateline_model::{Annotations, Article, Text};

use grammar::Analysis;
use grammar::words::Words;

pub use figures::{Quantity, quantities};
pub use lang::{Holiday, LANGUAGES, LanguageData, NumberWord, QuantityWord, QuantityWords, TimeWord, Unit};

/// Everything this crate finds in `article`. Takes time linear in the length of the text.
#[must_use]
pub fn annotate(article: &Article) -> Annotations {
    let language = language::of(article);
    let data = lang::of(language.as_ref());
    let sentences = sentences::split(&article.text, data);
    let times = times::find(&article.text, &sentences, data, article.published.as_ref());
    let figures = figures::find(&article.text, &sentences, data, &times);
    let own = language.as_ref().is_none_or(|language| language.as_str() == data.tag);
    let mut found = Annotations { sentences, figures, times, ..Annotations::default() };
    if own && data.tag == "en" {
        by_grammar(&article.text, data, &mut found);
    } else {
        let attribution = data.attribution.filter(|_| own && language.is_some());
        found.claims = claims::by_marks::find(&article.text, &found.sentences, data, attribution);
    }
    Annotations { language, ..found }
}

/// Clauses are read of so many sentences, in which news tells what matters: to parse all costs a quarter more.
const LEAD: usize = 16;

/// Adds names, claims and clauses as the words of each sentence, cut and tagged once, show them.
fn by_grammar(text: &Text, data: &'static LanguageData, found: &mut Annotations) {
    let (mut names, mut claims) = (names::Reader::default(), claims::Reader::new(text));
    let (mut analysis, mut spoken) = (Analysis::default(), Analysis::default());
    for (number, &sentence) in found.sentences.iter().enumerate() {
        let leads = number < LEAD;
        let mut words = Words::new(text, sentence, data);
        while words.read(&mut analysis.words) {
            analysis.tags.clear();
            if names.wants(&analysis) {
                analysis.tag(text.as_str());
                names.read(&analysis);
            }
            claims.cut(&mut analysis, &mut spoken);
            for part in [&mut analysis, &mut spoken] {
                let claimed = claims.wants(part);
                if !claimed && !leads {
                    continue;
                }
                if part.tags.is_empty() {
                    part.tag(text.as_str());
                }
                claims.retag(part);
                let claimed = claimed && claims.wants_tree(part);
                if claimed || leads {
                    part.parse();
                }
                if claimed {
                    claims.read(text, part);
                }
                if leads {
                    clauses::read(text, part, &mut found.clauses);
                }
            }
        }
    }
    clauses::sort(&mut found.clauses);
    (found.mentions, found.entities) = names.finish(text);
    found.claims = claims.finish(text, &found.sentences, &found.mentions, &found.entities);
}
