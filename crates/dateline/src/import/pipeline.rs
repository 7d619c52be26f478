//! Reads ahead, works on several cores, and gives everything back in the order it was read; memory is bounded.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;

use anyhow::{Context, Result};
use crossbeam_channel::{Receiver, Sender, bounded};
use dateline_engine::Outlets;
use dateline_model::Problem;
use indicatif::ProgressBar;
use jiff::Timestamp;

use super::cores::STACK;
use super::keep::Keeper;
use super::work::{Piece, work};
use crate::input::{Input, Item, Met, Opened, each_capture};

/// A batch holds at most this many items or bytes: large enough that handing it over costs nothing beside the work.
const BATCH_ITEMS: usize = 64;
const BATCH_BYTES: usize = 1 << 20;

/// Items of one input, read one after the other.
type Batch = (Arc<str>, Vec<Item>);

/// Runs `inputs` through the workers into `keeper`, in order.
pub fn run(
    inputs: &[Input],
    captured: Option<Timestamp>,
    outlets: &Outlets,
    bar: &ProgressBar,
    keeper: &mut Keeper<'_>,
) -> Result<()> {
    let workers = thread::available_parallelism().map_or(2, usize::from);
    let (jobs, queue) = bounded::<(Batch, Sender<Vec<Piece>>)>(workers);
    let (promises, results) = bounded::<Receiver<Vec<Piece>>>(2 * workers + 2);
    thread::scope(|scope| {
        for _ in 0..workers {
            let queue = queue.clone();
            thread::Builder::new()
                .stack_size(STACK)
                .spawn_scoped(scope, move || serve_queue(&queue, outlets))
                .context("no thread to read with")?;
        }
        drop(queue);
        scope.spawn(move || {
            let hand_over = |batch: Batch| {
                let (sender, promise) = bounded(1);
                promises.send(promise).is_ok() && jobs.send((batch, sender)).is_ok()
            };
            for input in inputs {
                if !read_input(input, captured, bar, &hand_over) {
                    return;
                }
            }
        });
        for promise in results {
            for piece in promise.recv().unwrap_or_default() {
                keeper.keep(piece)?;
            }
        }
        Ok(())
    })
}

fn serve_queue(queue: &Receiver<(Batch, Sender<Vec<Piece>>)>, outlets: &Outlets) {
    for ((place, items), sender) in queue {
        let pieces = items.into_iter().flat_map(|item| work(&place, item, outlets)).collect();
        // Nobody waits any more where keeping has failed; then there is nothing to do.
        let _ = sender.send(pieces);
    }
}

/// Cuts one input into batches. False where nobody takes them any more.
fn read_input(
    input: &Input,
    captured: Option<Timestamp>,
    bar: &ProgressBar,
    hand_over: &dyn Fn(Batch) -> bool,
) -> bool {
    let place: Arc<str> = Arc::from(input.name());
    let mut batch: Vec<Item> = Vec::new();
    let mut bytes = 0usize;
    let mut open = true;
    let before = bar.position();
    let reading = catch_unwind(AssertUnwindSafe(|| match Opened::new(input) {
        Err(error) => {
            let words = crate::input::reason(&error);
            batch.push(Item::whole(Met::Problem(Problem::new(words, "left out; the rest is read"))));
        }
        Ok(opened) => {
            let consumed = opened.consumed.clone();
            each_capture(opened, None, captured, &mut |item| {
                bytes += match &item.met {
                    Met::Capture(capture, _) => capture.bytes.len(),
                    Met::Problem(_) | Met::Note(_) => 0,
                };
                batch.push(item);
                if batch.len() >= BATCH_ITEMS || bytes >= BATCH_BYTES {
                    bytes = 0;
                    open = hand_over((place.clone(), std::mem::take(&mut batch)));
                    bar.set_position(before + consumed.load(Ordering::Relaxed));
                }
                open
            });
        }
    }));
    if reading.is_err() {
        let what = "Dateline failed inside while opening this (please report it)";
        batch.push(Item::whole(Met::Problem(Problem::new(what, "left out"))));
    }
    if open && !batch.is_empty() {
        open = hand_over((place, batch));
    }
    bar.set_position(before + input.size());
    open
}
