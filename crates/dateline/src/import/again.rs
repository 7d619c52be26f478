//! Reports in which was found by an older way, or by an older Dateline that kept nothing of it, looked at again.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use anyhow::{Context, Result};
use dateline_engine::study;
use dateline_model::{Annotations, Article};
use dateline_store::Writer;
use indicatif::ProgressBar;

/// The number of the way in which annotations are made. Raise it when the annotator finds other things than before: the
/// next import then looks at all stored reports again.
pub const METHOD: u32 = 2;

/// So many reports are looked at and made durable together.
const BATCH: usize = 500;
/// Deep nesting is parsed on the workers' stacks.
const STACK: usize = 32 << 20;

/// Brings what was found in all stored reports up to [`METHOD`]. Where there is nothing to do it costs one look-up. A run
/// that is killed is taken up by the next.
pub fn look_again(writer: &mut Writer, bar: &ProgressBar) -> Result<u64> {
    let mut after = 0;
    let mut done = 0;
    loop {
        let outdated = writer.outdated(METHOD, after, BATCH)?;
        let Some((last, _)) = outdated.last() else { break };
        after = *last;
        let found = studied(&outdated)?;
        for ((number, article), annotations) in outdated.iter().zip(&found) {
            writer.annotate(*number, article, annotations, METHOD)?;
        }
        writer.commit()?;
        done += outdated.len() as u64;
        bar.set_message(format!("{done} older reports looked at again"));
    }
    writer.none_outdated(METHOD)?;
    writer.commit()?;
    Ok(done)
}

/// What is found in each, in their order, on all cores.
fn studied(outdated: &[(i64, Article)]) -> Result<Vec<Annotations>> {
    let workers = thread::available_parallelism().map_or(2, usize::from);
    let share = outdated.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        let start = |part| {
            let worker = thread::Builder::new().stack_size(STACK);
            worker.spawn_scoped(scope, move || annotate_all(part)).context("no thread to read with")
        };
        let workers = outdated.chunks(share).map(start).collect::<Result<Vec<_>>>()?;
        let mut found = Vec::with_capacity(outdated.len());
        for worker in workers {
            found.extend(worker.join().map_err(|_| anyhow::anyhow!("a thread that read reports again failed"))?);
        }
        Ok(found)
    })
}

fn annotate_all(part: &[(i64, Article)]) -> Vec<Annotations> {
    // A mistake of ours in one report must not cost the others: nothing is found in it then.
    let annotate = |article: &Article| catch_unwind(AssertUnwindSafe(|| study(article.clone()).annotations));
    part.iter().map(|(_, article)| annotate(article).unwrap_or_default()).collect()
}
