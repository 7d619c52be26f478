//! Grouping: articles placed a second, beside Python, and with 12,000 stored and with 120,000.

mod beside;

use std::thread;

use anyhow::{Context, Result};
use dateline_annotate::{LANGUAGES, language, sentences};
use dateline_engine::{Features, Grouper, study};
use dateline_model::wire::ArticleLine;
use dateline_model::{Annotations, Article, ArticleId};

use crate::clock::Clock;
use crate::corpus::{self, Share};

/// The two sizes that are compared.
const SIZES: [usize; 2] = [12_000, 120_000];
/// Every so many-th article is held back: these, none of which has a varied form among those stored, are timed.
const PROBES: usize = 6;
/// The words that are others in a varied article: too many for it to be a copy, few enough for it to be compared.
const REPLACED: Share = Share { replaced: 2, of: 5 };

type Piece = (ArticleId, Features);

/// Prints how many articles a second are placed beside Python, then at both sizes, and how many times as long one takes at
/// the larger.
pub fn run() -> Result<()> {
    let Some(lines) = corpus::read()? else { return Ok(()) };
    let (held, kept): (Vec<_>, Vec<_>) = lines.into_iter().enumerate().partition(|(at, _)| at % PROBES == 0);
    let take = |list: Vec<(usize, corpus::Article)>| list.into_iter().map(|(_, line)| line).collect::<Vec<_>>();
    let (held, kept) = (take(held), take(kept));
    let mut probes = features(&held, &whole)?.into_iter();
    let first = features(&kept, &whole)?;
    beside::run(&held, &kept, &first)?;
    println!("\n{} articles to store, then varied forms of these; {} to time", first.len(), probes.len());
    let mut grouper = Grouper::new();
    let mut stored = 0;
    let mut round = 0;
    let mut batch = first.into_iter();
    let mut each = Vec::new();
    for size in SIZES {
        let clock = Clock::start()?;
        let (before, mut preparing) = (stored, 0.0);
        while stored < size {
            let Some((id, features)) = batch.next() else {
                let clock = Clock::start()?;
                round += 1;
                batch = varied(&kept, round)?.into_iter();
                preparing += clock.seconds()?;
                continue;
            };
            grouper.place(&id, features);
            stored += 1;
        }
        let filling = (stored - before) as f64 / (clock.seconds()? - preparing);
        let timed: Vec<Piece> = probes.by_ref().take(held.len() / SIZES.len()).collect();
        let (count, clock) = (timed.len(), Clock::start()?);
        let mut copies = 0;
        for (id, features) in timed {
            copies += usize::from(!grouper.place(&id, features).copies.is_empty());
        }
        let seconds = clock.seconds()?;
        stored += count;
        each.push(seconds / count as f64);
        println!(
            "{size:>7} stored: {:>6.0} articles a second ({count} timed, {copies} of them copies; {filling:.0} a second \
             while filling up)",
            count as f64 / seconds
        );
    }
    println!("ratio: {:.2} times as long a piece (wanted ≥ 2,000 a second, ≤ 1.3 times)", each[1] / each[0]);
    Ok(())
}

/// Reads features side by side, in order.
fn features(lines: &[corpus::Article], read: &(dyn Fn(Article) -> Piece + Sync)) -> Result<Vec<Piece>> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let chunk = |lines: &[corpus::Article]| -> Result<Vec<Piece>> {
        lines.iter().map(|line| Ok(read(article(line)?))).collect()
    };
    thread::scope(|scope| {
        let chunks = lines.chunks(lines.len().div_ceil(threads).max(1));
        let running: Vec<_> = chunks.map(|lines| scope.spawn(move || chunk(lines))).collect();
        let ended = running.into_iter().map(|thread| thread.join().map_err(|_| anyhow::anyhow!("a thread failed"))?);
        ended.collect::<Result<Vec<_>>>().map(|lists| lists.concat())
    })
}

fn article(line: &corpus::Article) -> Result<Article> {
    let line = serde_json::from_value::<ArticleLine>(line.clone())?;
    Ok(line.into_article().context("an article")?.0)
}

fn whole(article: Article) -> Piece {
    let studied = study(article);
    (studied.article.id, studied.features)
}

/// Varied forms of all articles: other words, other days. Their names and claims are not read, which would take long.
fn varied(lines: &[corpus::Article], round: u64) -> Result<Vec<Piece>> {
    let vocabulary = corpus::vocabulary(lines);
    let lines =
        lines.iter().map(|line| corpus::varied(line, round, &REPLACED, &vocabulary)).collect::<Result<Vec<_>>>()?;
    features(&lines, &|article| {
        let sentences = sentences::split(&article.text, LANGUAGES[0]);
        let annotations = Annotations { language: language::of(&article), sentences, ..Annotations::default() };
        (article.id.clone(), Features::of(&article, &annotations))
    })
}
