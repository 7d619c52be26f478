//! Versions of reports judged: what kind of change each is from the one before. Follows from the record alone, so a run that
//! is killed is taken up by the next.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use anyhow::{Context, Result};
use dateline_engine::{EDIT_METHOD, revise, sniff};
use dateline_model::Edit;
use dateline_store::{Unjudged, Writer};

/// So many are judged and made durable together.
const BATCH: usize = 200;
/// Deep nesting is parsed on the workers' stacks.
const STACK: usize = 32 << 20;

/// Judges every version that was not judged yet, or by an older way. Where there is none it costs one look-up.
pub fn judge(writer: &mut Writer) -> Result<()> {
    loop {
        let unjudged = writer.unjudged(EDIT_METHOD, BATCH)?;
        for (version, edit) in unjudged.iter().zip(judged(&unjudged)?) {
            writer.judge(version.change, &edit, EDIT_METHOD)?;
        }
        if unjudged.len() < BATCH {
            break;
        }
        writer.commit()?;
    }
    writer.all_judged(EDIT_METHOD)?;
    writer.commit()?;
    Ok(())
}

/// The judgements, in their order, made on all cores.
fn judged(unjudged: &[Unjudged]) -> Result<Vec<Edit>> {
    let workers = thread::available_parallelism().map_or(2, usize::from);
    let share = unjudged.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        let start = |part| {
            let worker = thread::Builder::new().stack_size(STACK);
            worker.spawn_scoped(scope, move || judge_all(part)).context("no thread to judge with")
        };
        let workers = unjudged.chunks(share).map(start).collect::<Result<Vec<_>>>()?;
        let mut edits = Vec::with_capacity(unjudged.len());
        for worker in workers {
            edits.extend(worker.join().map_err(|_| anyhow::anyhow!("a thread that judged changes failed"))?);
        }
        Ok(edits)
    })
}

fn judge_all(part: &[Unjudged]) -> Vec<Edit> {
    part.iter().map(judge_one).collect()
}

fn judge_one(version: &Unjudged) -> Edit {
    let kind = |bytes: &[u8]| sniff(bytes).map(|source| source.name);
    let [old, new] = version.captures.each_ref().map(|bytes| kind(bytes));
    if old.is_some() && new.is_some() && old != new {
        return Edit::reread();
    }
    // A mistake of ours with one report must not cost the others.
    let revised = catch_unwind(AssertUnwindSafe(|| revise(&version.before, &version.after).edit));
    revised.unwrap_or_else(|_| Edit::reread())
}
