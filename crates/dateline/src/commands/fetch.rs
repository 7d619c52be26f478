//! `dateline fetch`: one round over the followed sources.

use std::io::Write;

use anyhow::Result;
use tokio::sync::watch;

use crate::cli::{Data, Settings};
use crate::config;
use crate::folder::data_folder;
use crate::live::{KeptSource, Live, Until, keep_up, runtime};
use crate::outlets::named_or_in;
use crate::serve::told_to_stop;
use crate::tell::Outcome;

pub fn run(data: Data, settings: &Settings, all: bool) -> Result<Outcome> {
    let folder = data_folder(data.folder)?;
    let fetch = config::read(settings.config.as_deref(), &folder)?.fetch;
    let live = Live::new(&folder, fetch, named_or_in(None, &folder)?)?;
    let (stopper, stop) = watch::channel(false);
    let until = if all { Until::DoneAll } else { Until::DoneDue };
    let runtime = runtime()?;
    let totals = runtime.block_on(async {
        tokio::spawn(async move {
            told_to_stop().await;
            let _ = stopper.send(true);
            // Kept open to the end: the round listens to it.
            std::future::pending::<()>().await;
            drop(stopper);
        });
        keep_up(&live, until, stop, |source, kept: &KeptSource| {
            if let Some(answer) = kept.state.answers.first().filter(|answer| answer.failed || answer.new > 0) {
                let _ = writeln!(std::io::stderr(), "{}: {}", source.url, answer.words);
            }
        })
        .await
    })?;
    runtime.shutdown_background();
    println!("{totals}");
    Ok(if totals.failed == 0 { Outcome::Clean } else { Outcome::WithProblems })
}
