//! Keeping up with the web: sources are asked when they are due, and what is new is kept as an import would keep it.

mod add;
mod callback;
mod hubs;
mod metrics;
mod page;
mod pages;
mod revisit;
mod round;
mod status;
mod visit;
mod write;

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use anyhow::Result;
use axum::Router;
use dateline_engine::Outlets;
use dateline_fetch::{Allowed, Client, SystemResolver};
use dateline_store::{Library, StoreError};
use tokio::runtime::Runtime;
use tokio::sync::Semaphore;

use crate::config::Fetch;
use crate::import::STACK;

pub use add::{Added, add};
use hubs::Hubs;
use metrics::Metrics;
pub use round::{Until, keep_up};
pub use write::KeptSource;

/// What every visit needs. Cheap to clone.
#[derive(Clone)]
pub struct Live(Arc<Parts>);

struct Parts {
    folder: PathBuf,
    /// The record, open since it was first read.
    library: OnceLock<Library>,
    fetch: Fetch,
    client: Client,
    allowed: Allowed,
    metrics: Metrics,
    hubs: Hubs,
    outlets: Outlets,
    robots: pages::RobotsMemory,
    /// Reading is work for the processor: more at once than there are processors only fills the memory.
    readers: Semaphore,
}

impl Live {
    /// For a data folder. Hubs are asked to send where `public`, the address of this site that they can reach, is given.
    pub fn new(folder: &Path, fetch: Fetch, outlets: Outlets, public: Option<String>) -> Result<Live> {
        let settings = fetch.settings()?;
        let allowed = settings.allowed.clone();
        let client = Client::new(settings, Arc::new(SystemResolver));
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        let (robots, readers) = (pages::RobotsMemory::default(), Semaphore::new(cores));
        Ok(Live(Arc::new(Parts {
            folder: folder.to_owned(),
            library: OnceLock::new(),
            fetch,
            client,
            allowed,
            metrics: Metrics::default(),
            hubs: Hubs::new(public),
            outlets,
            robots,
            readers,
        })))
    }

    /// What asks servers of the web.
    pub fn client(&self) -> Client {
        self.0.client.clone()
    }

    /// Where hubs send to; `None` where they cannot.
    pub fn callback(&self) -> Option<Router> {
        self.0.hubs.are_used().then(|| callback::callback(self.clone()))
    }

    /// What following came to so far, and what the record has, in the text format of Prometheus.
    pub fn metrics(&self) -> Result<String> {
        Ok(self.0.metrics.text(&self.0.library()?)?)
    }

    /// Reads on a thread where that may take its time, no more of them at once than there are processors; `None` where it
    /// fails inside.
    async fn read<T: Send + 'static>(&self, read: impl FnOnce() -> T + Send + 'static) -> Option<T> {
        // The semaphore is never closed; were it, reading would only be less evenly paced.
        let _place = self.0.readers.acquire().await.ok();
        tokio::task::spawn_blocking(read).await.ok()
    }
}

impl Parts {
    /// The record, for reading.
    fn library(&self) -> Result<Library, StoreError> {
        if let Some(library) = self.library.get() {
            return Ok(library.clone());
        }
        let opened = Library::open(&self.folder)?;
        Ok(self.library.get_or_init(|| opened).clone())
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
