//! Keeping up with the web: sources are asked when they are due, and what is new is kept as an import would keep it.

mod add;
mod pages;
mod round;
mod status;
mod visit;
mod write;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use dateline_engine::Outlets;
use dateline_fetch::{Client, SystemResolver};
use tokio::runtime::Runtime;
use tokio::sync::Semaphore;

use crate::config::Fetch;

pub use add::{Added, add};
pub use round::{Until, keep_up};
pub use write::Kept;

/// Deep pages are read on the stacks of blocking threads.
const STACK: usize = 32 << 20;

/// What every visit needs. Cheap to clone.
#[derive(Clone)]
pub struct Live(Arc<Parts>);

struct Parts {
    folder: PathBuf,
    fetch: Fetch,
    client: Client,
    outlets: Outlets,
    robots: pages::RobotsMemory,
    /// Reading is work for the processor: more at once than there are processors only fills the memory.
    readers: Semaphore,
}

impl Live {
    /// For a data folder.
    pub fn new(folder: &Path, fetch: Fetch, outlets: Outlets) -> Result<Live> {
        let client = Client::new(fetch.settings()?, Arc::new(SystemResolver));
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        let (robots, readers) = (pages::RobotsMemory::default(), Semaphore::new(cores));
        Ok(Live(Arc::new(Parts { folder: folder.to_owned(), fetch, client, outlets, robots, readers })))
    }
}

/// The runtime that visits run on.
pub fn runtime() -> Result<Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread()
        .thread_name("dateline-live")
        .thread_stack_size(STACK)
        .max_blocking_threads(32)
        .enable_all()
        .build()?)
}
