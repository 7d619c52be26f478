//! Tells whoever reads the data folder how far an import is, once a second.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use dateline_store::{Doing, Progress};
use indicatif::ProgressBar;
use jiff::Timestamp;

/// It is told this often.
const EACH: Duration = Duration::from_secs(1);

/// What a bar counts, by its prefix.
const STEPS: [(&str, Doing); 3] = [("reading", Doing::Reading), ("again", Doing::Again), ("indexing", Doing::Indexing)];

/// Says what `bar` counts from now on.
pub fn begins(bar: &ProgressBar, doing: Doing) {
    let step = STEPS.iter().find(|(_, step)| *step == doing);
    bar.set_prefix(step.map_or("", |(name, _)| name));
}

/// A thread that tells; it ends with this value.
pub struct Telling {
    folder: PathBuf,
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Telling {
    /// Tells from now on how far `bar` is. It is a service to readers, so that nothing fails where it cannot be done.
    pub fn of(folder: &Path, bar: &ProgressBar) -> Telling {
        let (stop, stopped) = channel();
        let (place, bar) = (folder.to_owned(), bar.clone());
        let tell = move || {
            loop {
                let step = STEPS.iter().find(|(name, _)| *name == bar.prefix());
                if let Some((_, doing)) = step {
                    let counted = (bar.position(), bar.length().unwrap_or(0));
                    let (done, all) = if *doing == Doing::Again { (0, 0) } else { counted };
                    let _ = Progress { doing: *doing, done, all, at: Timestamp::now() }.tell(&place);
                }
                if stopped.recv_timeout(EACH) != Err(RecvTimeoutError::Timeout) {
                    return;
                }
            }
        };
        let thread = thread::Builder::new().name("dateline-tell".to_owned()).spawn(tell).ok();
        Telling { folder: folder.to_owned(), stop: Some(stop), thread }
    }
}

impl Drop for Telling {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
        Progress::end(&self.folder);
    }
}
