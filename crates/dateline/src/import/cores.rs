//! Work on many reports, shared among all cores.

use std::thread;

use anyhow::{Context, Result, anyhow};

/// Deep nesting is parsed on the workers' stacks.
pub const STACK: usize = 32 << 20;

/// What `work` makes of each of `items`, in their order, on all cores.
pub fn on_all_cores<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Result<Vec<R>> {
    let workers = thread::available_parallelism().map_or(2, usize::from);
    let share = items.len().div_ceil(workers).max(1);
    let work = &work;
    thread::scope(|scope| {
        let workers = items.chunks(share).map(|part| {
            let worker = thread::Builder::new().stack_size(STACK);
            let all = move || part.iter().map(work).collect::<Vec<R>>();
            worker.spawn_scoped(scope, all).context("no thread to work with")
        });
        let workers = workers.collect::<Result<Vec<_>>>()?;
        let mut made = Vec::with_capacity(items.len());
        for worker in workers {
            made.extend(worker.join().map_err(|_| anyhow!("a thread that works on stored reports failed"))?);
        }
        Ok(made)
    })
}
