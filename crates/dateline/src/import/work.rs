//! The part of an import that many threads do side by side: captures become studied reports.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use dateline_engine::{Outlets, Source, Studied, Subscription, read_with, study};
use dateline_model::{Article, Capture, Digest, Problem};

use crate::input::{Item, Met, Spot};

/// What one item came to, with the name of the input it stood in.
pub struct Piece {
    /// The input's name, with the record of it.
    pub place: Arc<str>,
    /// What to keep or to tell.
    pub what: What,
}

/// One thing that an item came to.
pub enum What {
    /// A report to keep.
    Report(Box<Report>),
    /// A feed address to keep.
    Feed(Subscription),
    /// A problem to tell.
    Problem(Problem),
    /// A note to tell.
    Note(String),
}

/// A studied report with its evidence.
pub struct Report {
    /// What it was read from.
    pub capture: Arc<Capture>,
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// The report.
    pub studied: Studied,
    /// Its features as stored.
    pub features: Vec<u8>,
}

/// Reads and studies one item.
pub fn work(place: &Arc<str>, item: Item, outlets: &Outlets) -> Vec<Piece> {
    work_with(place, item, outlets, &|article| article)
}

/// As [`work`], each report put right by `mend` before it is studied.
pub fn work_with(place: &Arc<str>, item: Item, outlets: &Outlets, mend: &dyn Fn(Article) -> Article) -> Vec<Piece> {
    let Item { spot, met } = item;
    let place = if spot.record.is_some() || spot.part.is_some() { Arc::from(spot.place(place)) } else { place.clone() };
    let piece = |what| Piece { place: place.clone(), what };
    let (capture, source) = match met {
        Met::Problem(problem) => return vec![piece(What::Problem(problem))],
        Met::Note(note) => return vec![piece(What::Note(note))],
        Met::Capture(capture, source) => (Arc::new(capture), source),
    };
    // A mistake of ours in reading one hostile page must not cost the other pages.
    let pieces = catch_unwind(AssertUnwindSafe(|| read(&capture, &spot, (source, outlets), mend)));
    let pieces = pieces.unwrap_or_else(|_| {
        let problem = Problem::new("Dateline failed inside while reading this (please report it)", "left out");
        vec![What::Problem(spot.locate(problem))]
    });
    pieces.into_iter().map(piece).collect()
}

fn read(
    capture: &Arc<Capture>,
    spot: &Spot,
    (source, outlets): (&Source, &Outlets),
    mend: &dyn Fn(Article) -> Article,
) -> Vec<What> {
    let reading = read_with(source, capture, outlets);
    let digest = capture.digest();
    let note = reading.not_fetched().map(What::Note);
    let problems = reading.problems.into_iter().map(|problem| What::Problem(spot.locate(problem)));
    let reports = reading.articles.into_iter().map(|article| {
        let studied = study(mend(article));
        let features = studied.features.to_bytes();
        What::Report(Box::new(Report { capture: capture.clone(), digest, studied, features }))
    });
    let feeds = reading.subscriptions.into_iter().map(What::Feed);
    problems.chain(note).chain(reports).chain(feeds).collect()
}
