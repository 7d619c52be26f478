//! Where the time of an annotation goes, stage by stage.

use std::hint::black_box;

use anyhow::Result;
use dateline_annotate::grammar::Analysis;
use dateline_annotate::grammar::words::Words;
use dateline_annotate::{LANGUAGES, claims, figures, language, names, sentences, times};
use dateline_model::Article;

use crate::clock::Clock;

/// How far the words of a sentence are followed; each includes those before it.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Depth {
    Words,
    Tags,
    Names,
    Parser,
}

/// Rounds of each stage, of which the best counts.
const ROUNDS: usize = 3;

/// Prints the share of each stage of an annotation of `articles` that takes `whole` seconds.
pub fn print(articles: &[Article], whole: f64) -> Result<()> {
    let data = LANGUAGES[0];
    let cut: Vec<_> = articles.iter().map(|article| sentences::split(&article.text, data)).collect();
    let each = || articles.iter().zip(&cut);
    let told: Vec<_> =
        each().map(|(article, cut)| times::find(&article.text, cut, data, article.published.as_ref())).collect();
    let depth = |depth: Depth| best(|| each().for_each(|(article, cut)| read(article, cut, depth)));
    let language = best(|| articles.iter().for_each(|article| drop(black_box(language::of(article)))))?;
    let split = best(|| articles.iter().for_each(|article| drop(black_box(sentences::split(&article.text, data)))))?;
    let times = best(|| {
        each().for_each(|(article, cut)| {
            drop(black_box(times::find(&article.text, cut, data, article.published.as_ref())));
        });
    })?;
    let figures = best(|| {
        each().zip(&told).for_each(|((article, cut), told)| {
            drop(black_box(figures::find(&article.text, cut, data, told)));
        });
    })?;
    let (words, tags, names, parser) =
        (depth(Depth::Words)?, depth(Depth::Tags)?, depth(Depth::Names)?, depth(Depth::Parser)?);
    let claims = (whole - language - split - times - figures - parser).max(0.0);
    let stages = [
        ("language", language),
        ("sentences", split),
        ("times", times),
        ("figures", figures),
        ("words", words),
        ("parts of speech", tags - words),
        ("names", names - tags),
        ("parser", parser - names),
        ("claims and the rest", claims),
    ];
    for (name, seconds) in stages {
        let size = super::size(articles);
        println!("  {name:20} {:>5.1} %  {:>7.1} ns a byte", 100.0 * seconds / whole, seconds * 1e3 / size);
    }
    Ok(())
}

/// What the best of several rounds takes, in seconds.
fn best(round: impl Fn()) -> Result<f64> {
    let mut best = f64::INFINITY;
    for _ in 0..ROUNDS {
        let clock = Clock::start()?;
        round();
        best = best.min(clock.seconds()?);
    }
    Ok(best)
}

/// Does what an annotation does with the words of `article`, as far as `depth`.
fn read(article: &Article, sentences: &[dateline_model::Span], depth: Depth) {
    let text = &article.text;
    let mut names = names::Reader::default();
    let (mut analysis, mut spoken) = (Analysis::default(), Analysis::default());
    let claims = claims::Reader::new(text);
    for &sentence in sentences {
        let mut words = Words::new(text, sentence, LANGUAGES[0]);
        while words.read(&mut analysis.words) {
            analysis.tags.clear();
            let (named, claimed) = (names.wants(&analysis), claims.wants(&analysis));
            if depth >= Depth::Tags && (named || claimed) {
                analysis.tag(text.as_str());
            }
            if depth >= Depth::Names && named {
                names.read(&analysis);
            }
            if depth >= Depth::Parser && claimed {
                claims.cut(&mut analysis, &mut spoken);
                for part in [&mut analysis, &mut spoken].into_iter().filter(|part| claims.wants(part)) {
                    part.parse();
                }
            }
            black_box(&analysis);
        }
    }
    if depth >= Depth::Names {
        black_box(names.finish(text));
    }
}
