//! `dateline fetch`: one round over the followed sources.

use anyhow::Result;
use tokio::sync::watch;

use crate::cli::{Data, Settings};
use crate::config;
use crate::folder::data_folder;
use crate::live::{KeptSource, Live, Until, keep_up, runtime};
use crate::outlets::named_or_in;
use crate::serve::{bring_up_to_date, told_to_stop};
use crate::tell::Outcome;

pub fn run(data: Data, settings: &Settings, all: bool) -> Result<Outcome> {
    let folder = data_folder(data.folder)?;
    let fetch = config::read(settings.config.as_deref(), &folder)?.fetch;
    bring_up_to_date(&folder)?;
    let live = Live::new(&folder, fetch, named_or_in(None, &folder)?, None)?;
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
        keep_up(&live, until, stop, |source, kept: &KeptSource| match kept.state.answers.first() {
            Some(answer) if answer.failed => eprintln!("{}: {}", source.url, answer.words),
            Some(answer) if answer.new > 0 => println!("{}: {}", source.url, answer.words),
            _ => {}
        })
        .await
    })?;
    runtime.shutdown_background();
    println!("{totals}");
    Ok(if totals.failed == 0 { Outcome::Clean } else { Outcome::WithProblems })
}
